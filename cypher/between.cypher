// name: between
// doc: Who stands between two: is on activities with the one and on activities with the other.
// needs: Activity
// empty: nobody is on activities with both
// from: a matrix of activities, a sheet or a paper that says who does what
// filters: roundtable topic country document who projection inferred
// parameter: one text
// parameter: other text
// parameter: roundtable list = null
// parameter: topic list = null
// parameter: country list = null
// parameter: document list = null
// parameter: who text = "agency"
// parameter: types list = ["LED", "ORGANISED", "CONDUCTED", "PREPARED", "IMPLEMENTS", "EXTENDS", "CO_FACILITATED", "HOSTED", "CONTRIBUTES_TO", "HAS_EXPERTISE_IN", "ACCOUNTABLE_FOR"]
// parameter: inferred boolean = false
// column: broker stakeholder
// column: with_one nodes
// column: with_other nodes
// column: activities integer
// column: documents nodes
// :param {one: "", other: "", roundtable: null, topic: null, country: null, document: null, who: "agency", types: ["LED", "ORGANISED", "CONDUCTED", "PREPARED", "IMPLEMENTS", "EXTENDS", "CO_FACILITATED", "HOSTED", "CONTRIBUTES_TO", "HAS_EXPERTISE_IN", "ACCOUNTABLE_FOR"], inferred: false}

CALL () {
  UNWIND [['one', $one], ['other', $other]] AS end
  MATCH (m:Stakeholder:Partnergraph {id: end[1]})-[v]->(x:Activity:Partnergraph)
        <-[w]-(b:Stakeholder:Partnergraph)
  WHERE type(v) IN $types AND type(w) IN $types AND NOT b.id IN [$one, $other]
    AND ($who = 'any' OR b:Agency OR b:Organisation)
    AND (v.stated OR $inferred)
    AND ($document IS NULL OR any(one IN $document WHERE one IN v.evidence_document))
    AND (w.stated OR $inferred)
    AND ($document IS NULL OR any(one IN $document WHERE one IN w.evidence_document))
    AND all(whole IN [$roundtable, $topic] WHERE whole IS NULL OR EXISTS {
      (x) (()-[i:UNDER|PART_OF WHERE i.stated OR $inferred]->())* (within:Partnergraph WHERE within.id IN whole)
    })
    AND ($country IS NULL OR EXISTS {
      (x) (()-[l:LOCATED_IN WHERE l.stated OR $inferred]->())* (land:Partnergraph WHERE land.id IN $country)
    })
  RETURN end[0] AS side, b, x, w
}
WITH b, collect(DISTINCT CASE side WHEN 'one' THEN x END) AS with_one,
     collect(DISTINCT CASE side WHEN 'other' THEN x END) AS with_other,
     count(DISTINCT x) AS activities, collect(w) AS links
WHERE with_one <> [] AND with_other <> []
CALL (links) {
  UNWIND links AS w
  UNWIND w.evidence_document AS id
  WITH DISTINCT id WHERE $document IS NULL OR id IN $document
  MATCH (d:Document:Partnergraph {id: id})
  RETURN collect([d.id, coalesce(d.file, d.name)]) AS documents
}
RETURN coalesce(b.acronym, b.name) AS broker, b.id AS broker_id,
       [x IN with_one | [x.id, x.name]] AS with_one,
       [x IN with_other | [x.id, x.name]] AS with_other, activities, documents
ORDER BY activities DESC, broker_id
