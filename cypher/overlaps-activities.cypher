// name: overlaps-activities
// doc: Activities with more than one agency on them.
// needs: Activity
// empty: no activity has more than one agency
// counts: served activities with an agency
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
// column: activity node
// column: agencies integer
// column: who stakeholders
// :param {agency: null, roundtable: null, topic: null, country: null, document: null, who: "agency", types: ["LED", "ORGANISED", "CONDUCTED", "PREPARED", "IMPLEMENTS", "EXTENDS", "CO_FACILITATED", "HOSTED", "CONTRIBUTES_TO", "HAS_EXPERTISE_IN", "ACCOUNTABLE_FOR"], inferred: false}

CALL () {
  MATCH (:Stakeholder:Partnergraph {id: $agency})-->(x:Activity:Partnergraph)
  RETURN DISTINCT x
  UNION ALL
  MATCH (x:Activity:Partnergraph)
  WHERE $agency IS NULL
  RETURN x
}
MATCH (x)<-[w]-(b:Stakeholder:Partnergraph)
WHERE type(w) IN $types AND ($who = 'any' OR b:Agency OR b:Organisation)
  AND (w.stated OR $inferred) AND ($document IS NULL OR any(one IN $document WHERE one IN w.evidence_document))
  AND all(whole IN [$roundtable, $topic] WHERE whole IS NULL OR EXISTS {
    (x) (()-[i:UNDER|PART_OF WHERE i.stated OR $inferred]->())* (within:Partnergraph WHERE within.id IN whole)
  })
  AND ($country IS NULL OR EXISTS {
    (x) (()-[l:LOCATED_IN WHERE l.stated OR $inferred]->())* (land:Partnergraph WHERE land.id IN $country)
  })
WITH x, collect(DISTINCT b) AS crowd
WHERE size(crowd) > 1 AND ($agency IS NULL OR any(b IN crowd WHERE b.id = $agency))
RETURN x.name AS activity, x.id AS activity_id, size(crowd) AS agencies,
       [b IN crowd | [b.id, coalesce(b.acronym, b.name)]] AS who
ORDER BY agencies DESC, activity_id
