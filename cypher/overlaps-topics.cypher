// name: overlaps-topics
// doc: Pairs of topics and how many agencies have activities in both.
// needs: Topic Activity
// empty: no two topics have an agency in common
// counts: topics topics with an agency
// from: a matrix of activities or a who-does-what-where sheet with its themes
// filters: agency roundtable topic country document who projection inferred
// parameter: agency text = null
// parameter: roundtable list = null
// parameter: topic list = null
// parameter: country list = null
// parameter: document list = null
// parameter: who text = "agency"
// parameter: types list = ["LED", "ORGANISED", "CONDUCTED", "PREPARED", "IMPLEMENTS", "EXTENDS", "CO_FACILITATED", "HOSTED", "CONTRIBUTES_TO", "HAS_EXPERTISE_IN", "ACCOUNTABLE_FOR"]
// parameter: inferred boolean = false
// column: a node
// column: b node
// column: shared integer
// column: jaccard ratio
// :param {agency: null, roundtable: null, topic: null, country: null, document: null, who: "agency", types: ["LED", "ORGANISED", "CONDUCTED", "PREPARED", "IMPLEMENTS", "EXTENDS", "CO_FACILITATED", "HOSTED", "CONTRIBUTES_TO", "HAS_EXPERTISE_IN", "ACCOUNTABLE_FOR"], inferred: false}

MATCH (t:Topic:Partnergraph)<-[u:UNDER]-(x:Activity:Partnergraph)<-[w]-(b:Stakeholder:Partnergraph)
WHERE type(w) IN $types AND ($who = 'any' OR b:Agency OR b:Organisation)
  AND (u.stated OR $inferred) AND ($document IS NULL OR any(one IN $document WHERE one IN u.evidence_document))
  AND (w.stated OR $inferred) AND ($document IS NULL OR any(one IN $document WHERE one IN w.evidence_document))
  AND all(whole IN [$roundtable] WHERE whole IS NULL OR EXISTS {
    (t) (()-[i:UNDER|PART_OF WHERE i.stated OR $inferred]->())* (within:Partnergraph WHERE within.id IN whole)
  })
  AND ($country IS NULL OR EXISTS {
    (x) (()-[l:LOCATED_IN WHERE l.stated OR $inferred]->())* (land:Partnergraph WHERE land.id IN $country)
  })
WITH t, collect(DISTINCT b) AS bodies
WITH collect({is: t, bodies: bodies}) AS topics
UNWIND topics AS one
UNWIND topics AS other
WITH one, other
WHERE one.is.id < other.is.id AND ($topic IS NULL OR one.is.id IN $topic OR other.is.id IN $topic)
WITH one.is AS a, other.is AS b, [x IN one.bodies WHERE x IN other.bodies] AS common,
     size(one.bodies) + size(other.bodies) AS sizes
WHERE common <> [] AND ($agency IS NULL OR any(x IN common WHERE x.id = $agency))
RETURN a.name AS a, a.id AS a_id, b.name AS b, b.id AS b_id, size(common) AS shared,
       1.0 * size(common) / (sizes - size(common)) AS jaccard
ORDER BY shared DESC, a_id, b_id
