// name: totals
// doc: How much there is to count within some filters: what an empty answer is measured by.
// empty: the graph is empty
// filters: roundtable topic country document who projection inferred
// parameter: stakeholder text = null
// parameter: roundtable list = null
// parameter: topic list = null
// parameter: country list = null
// parameter: document list = null
// parameter: who text = "agency"
// parameter: types list = ["LED", "ORGANISED", "CONDUCTED", "PREPARED", "IMPLEMENTS", "EXTENDS", "CO_FACILITATED", "HOSTED", "CONTRIBUTES_TO", "HAS_EXPERTISE_IN", "ACCOUNTABLE_FOR"]
// parameter: inferred boolean = false
// column: objectives integer
// column: pursued integer
// column: activities integer
// column: served integer
// column: bodies integer
// column: listed integer
// column: topics integer
// column: items integer
// column: countries integer
// column: own integer
// :param {stakeholder: null, roundtable: null, topic: null, country: null, document: null, who: "agency", types: ["LED", "ORGANISED", "CONDUCTED", "PREPARED", "IMPLEMENTS", "EXTENDS", "CO_FACILITATED", "HOSTED", "CONTRIBUTES_TO", "HAS_EXPERTISE_IN", "ACCOUNTABLE_FOR"], inferred: false}

CALL () {
  MATCH (o:Objective&Partnergraph)
  WHERE ($document IS NULL OR EXISTS {
      (o)-[r:RECORDED_IN]->(:Document&Partnergraph)
      WHERE (r.stated OR $inferred)
          AND ($document IS NULL OR any(one IN $document WHERE one IN r.evidence_document))
    })
    AND all(whole IN [$roundtable, $topic] WHERE whole IS NULL OR EXISTS {
      (o) (()<-[k:PURSUES|DISCUSSES|ASKS_ABOUT WHERE k.stated OR $inferred]-()){0,1}
          (()-[i:UNDER|PART_OF WHERE i.stated OR $inferred]->())* (within:Partnergraph WHERE within.id IN whole)
    })
    AND ($country IS NULL OR EXISTS {
      (o) (()<-[k:PURSUES|DISCUSSES|ASKS_ABOUT WHERE k.stated OR $inferred]-()){0,1}
          (()-[l:LOCATED_IN WHERE l.stated OR $inferred]->())* (land:Partnergraph WHERE land.id IN $country)
    })
  RETURN count(o) AS objectives
}
CALL () {
  MATCH (x:Activity&Partnergraph)-[p:PURSUES]->(o:Partnergraph)
  WHERE (p.stated OR $inferred)
    AND ($document IS NULL OR any(one IN $document WHERE one IN p.evidence_document))
    AND all(whole IN [$roundtable, $topic] WHERE whole IS NULL OR EXISTS {
      (x) (()-[i:UNDER|PART_OF WHERE i.stated OR $inferred]->())* (within:Partnergraph WHERE within.id IN whole)
    })
    AND ($country IS NULL OR EXISTS {
      (x) (()-[l:LOCATED_IN WHERE l.stated OR $inferred]->())* (land:Partnergraph WHERE land.id IN $country)
    })
  RETURN count(DISTINCT o) AS pursued
}
CALL () {
  MATCH (x:Activity&Partnergraph)
  WHERE ($document IS NULL OR EXISTS {
      (x)-[r:RECORDED_IN]->(:Document&Partnergraph)
      WHERE (r.stated OR $inferred)
          AND ($document IS NULL OR any(one IN $document WHERE one IN r.evidence_document))
    })
    AND all(whole IN [$roundtable, $topic] WHERE whole IS NULL OR EXISTS {
      (x) (()-[i:UNDER|PART_OF WHERE i.stated OR $inferred]->())* (within:Partnergraph WHERE within.id IN whole)
    })
    AND ($country IS NULL OR EXISTS {
      (x) (()-[l:LOCATED_IN WHERE l.stated OR $inferred]->())* (land:Partnergraph WHERE land.id IN $country)
    })
  RETURN count(x) AS activities
}
CALL () {
  MATCH (b:Stakeholder&Partnergraph)-[w]->(x:Activity&Partnergraph)
  WHERE type(w) IN $types AND ($who = 'any' OR b:Agency OR b:Organisation)
    AND (w.stated OR $inferred)
    AND ($document IS NULL OR any(one IN $document WHERE one IN w.evidence_document))
    AND all(whole IN [$roundtable, $topic] WHERE whole IS NULL OR EXISTS {
      (x) (()-[i:UNDER|PART_OF WHERE i.stated OR $inferred]->())* (within:Partnergraph WHERE within.id IN whole)
    })
    AND ($country IS NULL OR EXISTS {
      (x) (()-[l:LOCATED_IN WHERE l.stated OR $inferred]->())* (land:Partnergraph WHERE land.id IN $country)
    })
  RETURN count(DISTINCT x) AS served, count(DISTINCT b) AS bodies
}
CALL () {
  MATCH (d:Document&Partnergraph)<-[r:RECORDED_IN]-(x:Activity&Partnergraph)-[u:UNDER]->(t:Topic&Partnergraph)
  WHERE any(type IN coalesce(d.covers, []) WHERE type IN $types)
    AND ($document IS NULL OR d.id IN $document)
    AND (r.stated OR $inferred)
    AND ($document IS NULL OR any(one IN $document WHERE one IN r.evidence_document))
    AND (u.stated OR $inferred)
    AND ($document IS NULL OR any(one IN $document WHERE one IN u.evidence_document))
    AND all(whole IN [$roundtable, $topic] WHERE whole IS NULL OR EXISTS {
      (t) (()-[i:UNDER|PART_OF WHERE i.stated OR $inferred]->())* (within:Partnergraph WHERE within.id IN whole)
    })
    AND ($country IS NULL OR EXISTS {
      (x) (()-[l:LOCATED_IN WHERE l.stated OR $inferred]->())* (land:Partnergraph WHERE land.id IN $country)
    })
  RETURN count(DISTINCT t) AS listed
}
CALL () {
  MATCH (b:Stakeholder&Partnergraph)-[w]->(x:Activity&Partnergraph)-[u:UNDER]->(t:Topic&Partnergraph)
  WHERE type(w) IN $types AND ($who = 'any' OR b:Agency OR b:Organisation)
    AND (w.stated OR $inferred)
    AND ($document IS NULL OR any(one IN $document WHERE one IN w.evidence_document))
    AND (u.stated OR $inferred)
    AND ($document IS NULL OR any(one IN $document WHERE one IN u.evidence_document))
    AND all(whole IN [$roundtable, $topic] WHERE whole IS NULL OR EXISTS {
      (t) (()-[i:UNDER|PART_OF WHERE i.stated OR $inferred]->())* (within:Partnergraph WHERE within.id IN whole)
    })
    AND ($country IS NULL OR EXISTS {
      (x) (()-[l:LOCATED_IN WHERE l.stated OR $inferred]->())* (land:Partnergraph WHERE land.id IN $country)
    })
  RETURN count(DISTINCT t) AS topics
}
CALL () {
  MATCH (o:(Recommendation|Question)&Partnergraph)
  WHERE ($document IS NULL OR EXISTS {
      (o)-[r:RECORDED_IN]->(:Document&Partnergraph)
      WHERE (r.stated OR $inferred)
          AND ($document IS NULL OR any(one IN $document WHERE one IN r.evidence_document))
    })
    AND all(whole IN [$roundtable, $topic] WHERE whole IS NULL OR EXISTS {
      (o) (()-[i:UNDER|PART_OF WHERE i.stated OR $inferred]->())* (within:Partnergraph WHERE within.id IN whole)
    })
    AND ($country IS NULL OR EXISTS {
      (o)-[to:DIRECTED_TO WHERE to.stated OR $inferred]->(land:Partnergraph WHERE land.id IN $country)
    })
  RETURN count(o) AS items
}
CALL () {
  MATCH (o:Country&Partnergraph)
  WHERE ($document IS NULL OR EXISTS {
      (o)-[r:RECORDED_IN]->(:Document&Partnergraph)
      WHERE (r.stated OR $inferred)
          AND ($document IS NULL OR any(one IN $document WHERE one IN r.evidence_document))
    })
    AND ($country IS NULL OR o.id IN $country)
  RETURN count(o) AS countries
}
CALL () {
  MATCH (:Partnergraph {id: $stakeholder})-[w]->(x:(Activity|Session|Roundtable|Document|Organisation)&Partnergraph)
  WHERE type(w) IN $types
    AND (w.stated OR $inferred)
    AND ($document IS NULL OR any(one IN $document WHERE one IN w.evidence_document))
    AND all(whole IN [$roundtable, $topic] WHERE whole IS NULL OR EXISTS {
      (x) (()-[i:UNDER|PART_OF WHERE i.stated OR $inferred]->())* (within:Partnergraph WHERE within.id IN whole)
    })
    AND ($country IS NULL OR EXISTS {
      (x) (()-[l:LOCATED_IN WHERE l.stated OR $inferred]->())* (land:Partnergraph WHERE land.id IN $country)
    })
  RETURN count(DISTINCT x) AS own
}
WITH * WHERE EXISTS { (:Partnergraph) }
RETURN objectives, pursued, activities, served, bodies, listed, topics, items, countries, own
