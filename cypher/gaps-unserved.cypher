// name: gaps-unserved
// doc: Objectives that nobody is recorded on, neither directly nor on an activity that pursues them.
// needs: Objective
// empty: somebody is recorded on every objective
// counts: objectives objectives
// from: a results framework, a matrix of objectives or a paper that lists its objectives
// filters: roundtable topic country document who projection inferred
// parameter: roundtable list = null
// parameter: topic list = null
// parameter: country list = null
// parameter: document list = null
// parameter: who text = "agency"
// parameter: types list = ["LED", "ORGANISED", "CONDUCTED", "PREPARED", "IMPLEMENTS", "EXTENDS", "CO_FACILITATED", "HOSTED", "CONTRIBUTES_TO", "HAS_EXPERTISE_IN", "ACCOUNTABLE_FOR"]
// parameter: inferred boolean = false
// column: objective node
// column: absence text
// column: why text
// column: documents nodes
// :param {roundtable: null, topic: null, country: null, document: null, who: "agency", types: ["LED", "ORGANISED", "CONDUCTED", "PREPARED", "IMPLEMENTS", "EXTENDS", "CO_FACILITATED", "HOSTED", "CONTRIBUTES_TO", "HAS_EXPERTISE_IN", "ACCOUNTABLE_FOR"], inferred: false}

MATCH (o:Objective:Partnergraph)
WHERE ($document IS NULL OR EXISTS {
    (o)-[r:RECORDED_IN]->(:Document:Partnergraph)
    WHERE (r.stated OR $inferred) AND ($document IS NULL OR any(one IN $document WHERE one IN r.evidence_document))
  })
  AND all(whole IN [$roundtable, $topic] WHERE whole IS NULL OR EXISTS {
    (o) (()<-[k:PURSUES|DISCUSSES|ASKS_ABOUT WHERE k.stated OR $inferred]-()){0,1}
        (()-[i:UNDER|PART_OF WHERE i.stated OR $inferred]->())* (within:Partnergraph WHERE within.id IN whole)
  })
  AND ($country IS NULL OR EXISTS {
    (o) (()<-[k:PURSUES|DISCUSSES|ASKS_ABOUT WHERE k.stated OR $inferred]-()){0,1}
        (()-[l:LOCATED_IN WHERE l.stated OR $inferred]->())* (land:Partnergraph WHERE land.id IN $country)
  })
  AND NOT EXISTS {
    (o)<-[p:PURSUES]-(x:Activity:Partnergraph)<-[w]-(b:Stakeholder:Partnergraph)
    WHERE type(w) IN $types AND ($who = 'any' OR b:Agency OR b:Organisation)
      AND (p.stated OR $inferred) AND ($document IS NULL OR any(one IN $document WHERE one IN p.evidence_document))
      AND (w.stated OR $inferred) AND ($document IS NULL OR any(one IN $document WHERE one IN w.evidence_document))
      AND all(whole IN [$roundtable, $topic] WHERE whole IS NULL OR EXISTS {
        (x) (()-[i:UNDER|PART_OF WHERE i.stated OR $inferred]->())* (within:Partnergraph WHERE within.id IN whole)
      })
      AND ($country IS NULL OR EXISTS {
        (x) (()-[l:LOCATED_IN WHERE l.stated OR $inferred]->())* (land:Partnergraph WHERE land.id IN $country)
      })
  }
  AND NOT EXISTS {
    (o)<-[c:CONTRIBUTES_TO]-(b:Stakeholder:Partnergraph)
    WHERE ($who = 'any' OR b:Agency OR b:Organisation)
      AND (c.stated OR $inferred) AND ($document IS NULL OR any(one IN $document WHERE one IN c.evidence_document))
  }
CALL (o) {
  MATCH (o)-[r:RECORDED_IN]->(d:Document:Partnergraph)
  WHERE (r.stated OR $inferred) AND ($document IS NULL OR any(one IN $document WHERE one IN r.evidence_document))
  RETURN collect(d) AS recorded
}
WITH o, recorded,
     [d IN recorded WHERE any(type IN coalesce(d.covers, []) WHERE type IN $types)] AS covering
RETURN o.name AS objective, o.id AS objective_id,
       CASE covering WHEN [] THEN 'not recorded' ELSE 'none' END AS absence,
       CASE covering WHEN [] THEN 'no document that has it lists who is on activities'
            ELSE 'listed with its activities, with nobody on them' END AS why,
       [d IN CASE covering WHEN [] THEN recorded ELSE covering END
        | [d.id, coalesce(d.file, d.name)]] AS documents
ORDER BY absence, objective_id
