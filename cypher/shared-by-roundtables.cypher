// name: shared-by-roundtables
// doc: What two roundtables have in common: agencies, objectives, instruments and whatever else both reach.
// empty: the two have nothing in common
// parameter: one text
// parameter: other text
// parameter: inferred boolean = false
// column: kind text
// column: shared node
// column: in_one integer
// column: in_other integer
// :param {one: "", other: "", inferred: false}

CALL () {
  UNWIND [$one, $other] AS id
  MATCH (:Partnergraph {id: id}) (()<-[i:UNDER|PART_OF WHERE i.stated OR $inferred]-())* (p)
  WITH DISTINCT id, p
  MATCH (p)-[r]-(x:Partnergraph)
  WHERE (r.stated OR $inferred) AND NOT type(r) IN ['UNDER', 'PART_OF', 'RECORDED_IN', 'MENTIONED_IN']
  RETURN id, x, count(DISTINCT p) AS parts
}
WITH x, max(CASE id WHEN $one THEN parts ELSE 0 END) AS in_one,
     max(CASE id WHEN $other THEN parts ELSE 0 END) AS in_other
WHERE in_one > 0 AND in_other > 0
RETURN [label IN labels(x) WHERE NOT label IN ['Partnergraph', 'Stakeholder']][0] AS kind,
       coalesce(x.acronym, x.name) AS shared, x.id AS shared_id, in_one, in_other
ORDER BY kind, in_one + in_other DESC, shared_id
