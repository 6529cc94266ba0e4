// name: gaps-no-agency
// doc: Activities on which nobody is recorded, whoever it might be.
// needs: Activity
// empty: somebody is recorded on every activity
// counts: activities activities
// from: a matrix of activities, a who-does-what-where sheet or a results framework
// filters: roundtable topic country document projection inferred
// parameter: roundtable list = null
// parameter: topic list = null
// parameter: country list = null
// parameter: document list = null
// parameter: types list = ["LED", "ORGANISED", "CONDUCTED", "PREPARED", "IMPLEMENTS", "EXTENDS", "CO_FACILITATED", "HOSTED", "CONTRIBUTES_TO", "HAS_EXPERTISE_IN", "ACCOUNTABLE_FOR"]
// parameter: inferred boolean = false
// column: activity node
// column: absence text
// column: why text
// column: documents nodes
// :param {roundtable: null, topic: null, country: null, document: null, types: ["LED", "ORGANISED", "CONDUCTED", "PREPARED", "IMPLEMENTS", "EXTENDS", "CO_FACILITATED", "HOSTED", "CONTRIBUTES_TO", "HAS_EXPERTISE_IN", "ACCOUNTABLE_FOR"], inferred: false}

MATCH (x:Activity:Partnergraph)
WHERE ($document IS NULL OR EXISTS {
    (x)-[r:RECORDED_IN]->(:Document:Partnergraph)
    WHERE (r.stated OR $inferred) AND any(one IN $document WHERE one IN r.evidence_document)
  })
  AND all(whole IN [$roundtable, $topic] WHERE whole IS NULL OR EXISTS {
    (x) (()-[i:UNDER|PART_OF WHERE i.stated OR $inferred]->())* (within:Partnergraph WHERE within.id IN whole)
  })
  AND ($country IS NULL OR EXISTS {
    (x) (()-[l:LOCATED_IN WHERE l.stated OR $inferred]->())* (land:Partnergraph WHERE land.id IN $country)
  })
  AND NOT EXISTS {
    (x)<-[w]-(:Stakeholder:Partnergraph)
    WHERE type(w) IN $types AND (w.stated OR $inferred)
      AND ($document IS NULL OR any(one IN $document WHERE one IN w.evidence_document))
  }
CALL (x) {
  MATCH (x)-[r:RECORDED_IN]->(d:Document:Partnergraph)
  WHERE (r.stated OR $inferred)
    AND ($document IS NULL OR any(one IN $document WHERE one IN r.evidence_document))
  RETURN collect(d) AS recorded
}
WITH x, recorded,
     [d IN recorded WHERE any(type IN coalesce(d.covers, []) WHERE type IN $types)] AS covering
RETURN x.name AS activity, x.id AS activity_id,
       CASE covering WHEN [] THEN 'not recorded' ELSE 'none' END AS absence,
       CASE covering WHEN [] THEN 'no document that has it lists who is on activities'
            ELSE 'listed where activities have somebody on them, with nobody' END AS why,
       [d IN CASE covering WHEN [] THEN recorded ELSE covering END
        | [d.id, coalesce(d.file, d.name)]] AS documents
ORDER BY absence, activity_id
