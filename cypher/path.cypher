// name: path
// doc: A shortest path between two things, hop by hop, over relationships in either direction.
// empty: nothing connects the two
// parameter: source text
// parameter: target text
// parameter: only list = null
// parameter: without list = ["RECORDED_IN", "MENTIONED_IN"]
// parameter: inferred boolean = false
// parameter: weak boolean = false
// column: hop integer
// column: source node
// column: type text
// column: target node
// column: evidence list
// :param {source: "", target: "", only: null, without: ["RECORDED_IN", "MENTIONED_IN"], inferred: false, weak: false}

MATCH (a:Partnergraph {id: $source})
MATCH (b:Partnergraph {id: $target})
MATCH path = SHORTEST 1 (a) (()-[r WHERE (r.stated OR $inferred) AND NOT type(r) IN $without
                                     AND ($only IS NULL OR type(r) IN $only)
                                     AND ($weak OR type(r) IN coalesce($only, [])
                                          OR NOT (type(r) = 'CITES'
                                                  OR type(r) = 'DISCUSSES' AND startNode(r):Document))
                                    ]-())* (b)
WITH relationships(path) AS hops
UNWIND range(1, size(hops)) AS hop
WITH hop, hops[hop - 1] AS r
RETURN hop, startNode(r).name AS source, startNode(r).id AS source_id, type(r) AS type,
       endNode(r).name AS target, endNode(r).id AS target_id,
       [i IN range(0, size(r.evidence_document) - 1)
        | r.evidence_document[i] + ' ' + r.evidence_locator[i]] AS evidence
ORDER BY hop
