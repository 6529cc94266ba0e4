// name: gaps-unanswered
// doc: Recommendations and questions that no activity addresses.
// needs: Recommendation|Question
// empty: an activity addresses every recommendation and question
// counts: items recommendations or questions
// from: a summary with recommendations or a note with guiding questions
// projection: an activity that addresses it
// filters: roundtable topic country document inferred
// parameter: roundtable list = null
// parameter: topic list = null
// parameter: country list = null
// parameter: document list = null
// parameter: inferred boolean = false
// column: item node
// column: kind text
// column: code text
// column: absence text
// column: why text
// column: documents nodes
// :param {roundtable: null, topic: null, country: null, document: null, inferred: false}

MATCH (o:(Recommendation|Question)&Partnergraph)
WHERE ($document IS NULL OR EXISTS {
    (o)-[r:RECORDED_IN]->(:Document&Partnergraph)
    WHERE (r.stated OR $inferred) AND ($document IS NULL OR any(one IN $document WHERE one IN r.evidence_document))
  })
  AND all(whole IN [$roundtable, $topic] WHERE whole IS NULL OR EXISTS {
    (o) (()-[i:UNDER|PART_OF WHERE i.stated OR $inferred]->())* (within:Partnergraph WHERE within.id IN whole)
  })
  AND ($country IS NULL OR EXISTS {
    (o)-[to:DIRECTED_TO WHERE to.stated OR $inferred]->(land:Partnergraph WHERE land.id IN $country)
  })
  AND NOT EXISTS {
    (o)<-[t:ADDRESSES]-(:Partnergraph)
    WHERE (t.stated OR $inferred) AND ($document IS NULL OR any(one IN $document WHERE one IN t.evidence_document))
  }
CALL (o) {
  MATCH (o)-[r:RECORDED_IN]->(d:Document&Partnergraph)
  WHERE (r.stated OR $inferred) AND ($document IS NULL OR any(one IN $document WHERE one IN r.evidence_document))
  RETURN collect(d) AS recorded
}
WITH o, recorded, [d IN recorded WHERE 'ADDRESSES' IN coalesce(d.covers, [])] AS covering
RETURN o.name AS item, o.id AS item_id,
       CASE WHEN o:Question THEN 'Question' ELSE 'Recommendation' END AS kind, o.code AS code,
       CASE covering WHEN [] THEN 'not recorded' ELSE 'none' END AS absence,
       CASE covering WHEN [] THEN 'no document that has it lists what activities address'
            ELSE 'listed with what activities address, and none addresses it' END AS why,
       [d IN CASE covering WHEN [] THEN recorded ELSE covering END
        | [d.id, coalesce(d.file, d.name)]] AS documents
ORDER BY absence, item_id
