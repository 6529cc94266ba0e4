// name: matrix-objective
// doc: Agencies by objectives: on how many activities each is, and what an empty cell means.
// needs: Activity
// empty: no activity with an agency pursues an objective
// counts: bodies agencies with an activity
// from: a matrix of activities or a results framework
// filters: agency roundtable topic country document who projection inferred
// parameter: agency text = null
// parameter: roundtable list = null
// parameter: topic list = null
// parameter: country list = null
// parameter: document list = null
// parameter: who text = "agency"
// parameter: types list = ["LED", "ORGANISED", "CONDUCTED", "PREPARED", "IMPLEMENTS", "EXTENDS", "CO_FACILITATED", "HOSTED", "CONTRIBUTES_TO", "HAS_EXPERTISE_IN", "ACCOUNTABLE_FOR"]
// parameter: inferred boolean = false
// column: agency stakeholder
// column: objective node
// column: count integer
// column: absence text
// :param {agency: null, roundtable: null, topic: null, country: null, document: null, who: "agency", types: ["LED", "ORGANISED", "CONDUCTED", "PREPARED", "IMPLEMENTS", "EXTENDS", "CO_FACILITATED", "HOSTED", "CONTRIBUTES_TO", "HAS_EXPERTISE_IN", "ACCOUNTABLE_FOR"], inferred: false}

MATCH (b:Stakeholder:Partnergraph)-[w]->(x:Activity:Partnergraph)
WHERE type(w) IN $types AND ($who = 'any' OR b:Agency OR b:Organisation)
  AND ($agency IS NULL OR b.id = $agency)
  AND (w.stated OR $inferred)
  AND ($document IS NULL OR any(one IN $document WHERE one IN w.evidence_document))
  AND all(whole IN [$roundtable, $topic] WHERE whole IS NULL OR EXISTS {
    (x) (()-[i:UNDER|PART_OF WHERE i.stated OR $inferred]->())* (within:Partnergraph WHERE within.id IN whole)
  })
  AND ($country IS NULL OR EXISTS {
    (x) (()-[l:LOCATED_IN WHERE l.stated OR $inferred]->())* (land:Partnergraph WHERE land.id IN $country)
  })
WITH b, collect(DISTINCT x) AS activities
CALL (b, activities) {
  UNWIND activities AS x
  MATCH (b)-[w]->(x)-[r:RECORDED_IN]->(d:Document:Partnergraph)
  WHERE type(w) IN $types AND type(w) IN coalesce(d.covers, []) AND d.id IN w.evidence_document
    AND ($document IS NULL OR d.id IN $document)
    AND (w.stated OR $inferred)
    AND ($document IS NULL OR any(one IN $document WHERE one IN w.evidence_document))
    AND (r.stated OR $inferred)
    AND ($document IS NULL OR any(one IN $document WHERE one IN r.evidence_document))
  RETURN collect(DISTINCT d) AS listed
}
WITH collect({is: b, activities: activities, listed: listed}) AS active
MATCH (x:Activity:Partnergraph)-[u:PURSUES]->(t:Objective:Partnergraph)
WHERE (u.stated OR $inferred)
  AND ($document IS NULL OR any(one IN $document WHERE one IN u.evidence_document))
  AND all(whole IN [$roundtable, $topic] WHERE whole IS NULL OR EXISTS {
    (x) (()-[i:UNDER|PART_OF WHERE i.stated OR $inferred]->())* (within:Partnergraph WHERE within.id IN whole)
  })
  AND ($country IS NULL OR EXISTS {
    (x) (()-[l:LOCATED_IN WHERE l.stated OR $inferred]->())* (land:Partnergraph WHERE land.id IN $country)
  })
WITH active, t, collect(DISTINCT x) AS own
CALL (own) {
  UNWIND own AS x
  MATCH (x)-[r:RECORDED_IN]->(d:Document:Partnergraph)
  WHERE any(type IN coalesce(d.covers, []) WHERE type IN $types)
    AND (r.stated OR $inferred)
    AND ($document IS NULL OR any(one IN $document WHERE one IN r.evidence_document))
  RETURN collect(DISTINCT d) AS read
}
UNWIND active AS a
WITH a.is AS b, t, size([x IN own WHERE x IN a.activities]) AS count,
     any(d IN read WHERE d IN a.listed) AS covered
RETURN coalesce(b.acronym, b.name) AS agency, b.id AS agency_id,
       t.name AS objective, t.id AS objective_id, count,
       CASE WHEN count > 0 THEN null WHEN covered THEN 'none' ELSE 'not recorded' END AS absence
ORDER BY agency_id, objective_id
