// name: gaps-apart
// doc: Pairs of agencies that have no activity in common, and how many topics they share.
// needs: Activity
// empty: all agencies have an activity in common
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
// parameter: inferred boolean = false
// column: a stakeholder
// column: b stakeholder
// column: topics integer
// column: absence text
// column: why text
// column: documents nodes
// :param {agency: null, roundtable: null, topic: null, country: null, document: null, who: "agency", types: ["LED", "ORGANISED", "CONDUCTED", "PREPARED", "IMPLEMENTS", "EXTENDS", "CO_FACILITATED", "HOSTED", "CONTRIBUTES_TO", "HAS_EXPERTISE_IN", "ACCOUNTABLE_FOR"], inferred: false}

MATCH (b:Stakeholder:Partnergraph)-[w]->(x:Activity:Partnergraph)
WHERE type(w) IN $types AND ($who = 'any' OR b:Agency OR b:Organisation)
  AND (w.stated OR $inferred) AND ($document IS NULL OR any(one IN $document WHERE one IN w.evidence_document))
  AND all(whole IN [$roundtable, $topic] WHERE whole IS NULL OR EXISTS {
    (x) (()-[i:UNDER|PART_OF WHERE i.stated OR $inferred]->())* (within:Partnergraph WHERE within.id IN whole)
  })
  AND ($country IS NULL OR EXISTS {
    (x) (()-[l:LOCATED_IN WHERE l.stated OR $inferred]->())* (land:Partnergraph WHERE land.id IN $country)
  })
WITH b, collect(DISTINCT x) AS activities
CALL (b, activities) {
  UNWIND activities AS x
  MATCH (x)-[u:UNDER]->(t:Topic:Partnergraph)
  WHERE (u.stated OR $inferred) AND ($document IS NULL OR any(one IN $document WHERE one IN u.evidence_document))
    AND all(whole IN [$roundtable, $topic] WHERE whole IS NULL OR EXISTS {
      (t) (()-[i:UNDER|PART_OF WHERE i.stated OR $inferred]->())* (within:Partnergraph WHERE within.id IN whole)
    })
  RETURN collect(DISTINCT t) AS topics
}
CALL (b, activities) {
  UNWIND activities AS x
  MATCH (b)-[w]->(x)-[r:RECORDED_IN]->(d:Document:Partnergraph)
  WHERE type(w) IN $types AND type(w) IN coalesce(d.covers, []) AND d.id IN w.evidence_document
    AND ($document IS NULL OR d.id IN $document)
    AND (w.stated OR $inferred) AND ($document IS NULL OR any(one IN $document WHERE one IN w.evidence_document))
    AND (r.stated OR $inferred) AND ($document IS NULL OR any(one IN $document WHERE one IN r.evidence_document))
  RETURN collect(DISTINCT d) AS documents
}
WITH collect({is: b, activities: activities, topics: topics, documents: documents}) AS active
UNWIND active AS a
UNWIND active AS b
WITH a, b
WHERE a.is.id < b.is.id AND ($agency IS NULL OR $agency IN [a.is.id, b.is.id])
  AND none(x IN a.activities WHERE x IN b.activities)
WITH a.is AS a, b.is AS b, size([t IN a.topics WHERE t IN b.topics]) AS topics,
     [d IN a.documents WHERE d IN b.documents] AS both
RETURN coalesce(a.acronym, a.name) AS a, a.id AS a_id,
       coalesce(b.acronym, b.name) AS b, b.id AS b_id, topics,
       CASE both WHEN [] THEN 'not recorded' ELSE 'none' END AS absence,
       CASE both WHEN [] THEN 'no document that lists who is on activities has both'
            ELSE 'both listed, never on the same activity' END AS why,
       [d IN both | [d.id, coalesce(d.file, d.name)]] AS documents
ORDER BY absence, topics DESC, a_id, b_id
