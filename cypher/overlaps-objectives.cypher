// name: overlaps-objectives
// doc: Objectives that several activities, topics, roundtables or documents pursue.
// needs: Objective PURSUES
// empty: no objective is pursued twice
// counts: pursued objectives that an activity pursues
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
// column: objective node
// column: activities integer
// column: topics integer
// column: roundtables integer
// column: documents integer
// :param {agency: null, roundtable: null, topic: null, country: null, document: null, who: "agency", types: ["LED", "ORGANISED", "CONDUCTED", "PREPARED", "IMPLEMENTS", "EXTENDS", "CO_FACILITATED", "HOSTED", "CONTRIBUTES_TO", "HAS_EXPERTISE_IN", "ACCOUNTABLE_FOR"], inferred: false}

MATCH (o:Objective:Partnergraph)<-[p:PURSUES]-(x:Activity:Partnergraph)
WHERE (p.stated OR $inferred) AND ($document IS NULL OR any(one IN $document WHERE one IN p.evidence_document))
  AND all(whole IN [$roundtable, $topic] WHERE whole IS NULL OR EXISTS {
    (x) (()-[i:UNDER|PART_OF WHERE i.stated OR $inferred]->())* (within:Partnergraph WHERE within.id IN whole)
  })
  AND ($country IS NULL OR EXISTS {
    (x) (()-[l:LOCATED_IN WHERE l.stated OR $inferred]->())* (land:Partnergraph WHERE land.id IN $country)
  })
  AND ($agency IS NULL OR EXISTS {
    (x)<-[w]-(b:Stakeholder:Partnergraph {id: $agency})
    WHERE type(w) IN $types AND ($who = 'any' OR b:Agency OR b:Organisation)
      AND (w.stated OR $inferred) AND ($document IS NULL OR any(one IN $document WHERE one IN w.evidence_document))
  })
WITH o, collect(DISTINCT x) AS pursuing, collect(p.evidence_document) AS lists
CALL (pursuing) {
  UNWIND pursuing AS x
  MATCH (x)-[u:UNDER]->(t:Topic:Partnergraph)
  WHERE (u.stated OR $inferred) AND ($document IS NULL OR any(one IN $document WHERE one IN u.evidence_document))
  RETURN count(DISTINCT t) AS topics
}
CALL (pursuing) {
  UNWIND pursuing AS x
  MATCH (x)-[u:UNDER]->(y:Partnergraph)
  WHERE (u.stated OR $inferred) AND ($document IS NULL OR any(one IN $document WHERE one IN u.evidence_document))
  MATCH (y) (()-[i:PART_OF WHERE i.stated OR $inferred]->())* (r:Roundtable:Partnergraph)
  RETURN count(DISTINCT r) AS roundtables
}
CALL (lists) {
  UNWIND lists AS list
  UNWIND list AS document
  WITH document WHERE $document IS NULL OR document IN $document
  RETURN count(DISTINCT document) AS documents
}
WITH o, size(pursuing) AS activities, topics, roundtables, documents
WHERE activities > 1 OR topics > 1 OR roundtables > 1 OR documents > 1
RETURN o.name AS objective, o.id AS objective_id, activities, topics, roundtables, documents
ORDER BY activities DESC, objective_id
