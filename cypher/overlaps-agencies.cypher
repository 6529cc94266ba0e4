// name: overlaps-agencies
// doc: Pairs of agencies and how many activities they have in common.
// needs: Activity
// empty: no two agencies have an activity in common
// counts: bodies agencies with an activity
// from: a matrix of activities or a who-does-what-where sheet
// filters: agency roundtable topic country document who projection inferred
// parameter: agency text = null
// parameter: roundtable list = null
// parameter: topic list = null
// parameter: country list = null
// parameter: document list = null
// parameter: who text = "agency"
// parameter: types list = ["LED", "ORGANISED", "CONDUCTED", "PREPARED", "IMPLEMENTS", "EXTENDS", "CO_FACILITATED", "HOSTED", "CONTRIBUTES_TO", "HAS_EXPERTISE_IN", "ACCOUNTABLE_FOR"]
// parameter: doing list = ["LED", "ORGANISED", "CONDUCTED", "PREPARED", "IMPLEMENTS", "EXTENDS", "CO_FACILITATED", "HOSTED"]
// parameter: inferred boolean = false
// column: a stakeholder
// column: b stakeholder
// column: shared integer
// column: jaccard ratio
// column: together integer
// column: expertise integer
// :param {agency: null, roundtable: null, topic: null, country: null, document: null, who: "agency", types: ["LED", "ORGANISED", "CONDUCTED", "PREPARED", "IMPLEMENTS", "EXTENDS", "CO_FACILITATED", "HOSTED", "CONTRIBUTES_TO", "HAS_EXPERTISE_IN", "ACCOUNTABLE_FOR"], doing: ["LED", "ORGANISED", "CONDUCTED", "PREPARED", "IMPLEMENTS", "EXTENDS", "CO_FACILITATED", "HOSTED"], inferred: false}

CALL () {
  MATCH (one:Stakeholder:Partnergraph {id: $agency})
  RETURN one
  UNION ALL
  MATCH (one:Stakeholder:Partnergraph)
  WHERE $agency IS NULL
  RETURN one
}
MATCH (one)-[v]->(x:Activity:Partnergraph)<-[w]-(other:Stakeholder:Partnergraph)
WHERE type(v) IN $types AND type(w) IN $types
  AND (one.id < other.id OR ($agency IS NOT NULL AND one.id > other.id))
  AND ($who = 'any' OR one:Agency OR one:Organisation)
  AND ($who = 'any' OR other:Agency OR other:Organisation)
  AND (v.stated OR $inferred) AND ($document IS NULL OR any(one IN $document WHERE one IN v.evidence_document))
  AND (w.stated OR $inferred) AND ($document IS NULL OR any(one IN $document WHERE one IN w.evidence_document))
  AND all(whole IN [$roundtable, $topic] WHERE whole IS NULL OR EXISTS {
    (x) (()-[i:UNDER|PART_OF WHERE i.stated OR $inferred]->())* (within:Partnergraph WHERE within.id IN whole)
  })
  AND ($country IS NULL OR EXISTS {
    (x) (()-[l:LOCATED_IN WHERE l.stated OR $inferred]->())* (land:Partnergraph WHERE land.id IN $country)
  })
WITH one, other, x, collect(type(v)) AS mine, collect(type(w)) AS theirs
WITH one, other, count(x) AS shared,
     sum(CASE WHEN any(t IN mine WHERE t IN $doing) AND any(t IN theirs WHERE t IN $doing)
              THEN 1 ELSE 0 END) AS together,
     sum(CASE WHEN 'HAS_EXPERTISE_IN' IN mine AND 'HAS_EXPERTISE_IN' IN theirs
              THEN 1 ELSE 0 END) AS expertise
WITH CASE WHEN one.id < other.id THEN one ELSE other END AS a,
     CASE WHEN one.id < other.id THEN other ELSE one END AS b, shared, together, expertise
UNWIND [a, b] AS body
CALL (body) {
  MATCH (body)-[w]->(x:Activity:Partnergraph)
  WHERE type(w) IN $types
    AND (w.stated OR $inferred) AND ($document IS NULL OR any(one IN $document WHERE one IN w.evidence_document))
    AND all(whole IN [$roundtable, $topic] WHERE whole IS NULL OR EXISTS {
      (x) (()-[i:UNDER|PART_OF WHERE i.stated OR $inferred]->())* (within:Partnergraph WHERE within.id IN whole)
    })
    AND ($country IS NULL OR EXISTS {
      (x) (()-[l:LOCATED_IN WHERE l.stated OR $inferred]->())* (land:Partnergraph WHERE land.id IN $country)
    })
  RETURN count(DISTINCT x) AS size
}
WITH a, b, shared, together, expertise, sum(size) AS sizes
RETURN coalesce(a.acronym, a.name) AS a, a.id AS a_id,
       coalesce(b.acronym, b.name) AS b, b.id AS b_id, shared,
       1.0 * shared / (sizes - shared) AS jaccard, together, expertise
ORDER BY shared DESC, a_id, b_id
