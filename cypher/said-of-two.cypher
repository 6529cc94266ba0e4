// name: said-of-two
// doc: All that is said of two things directly, in either direction, with the words it rests on.
// empty: nothing is said of the two together
// parameter: one text
// parameter: other text
// column: type text
// column: source node
// column: target node
// column: document node
// column: locator text
// column: quote text
// column: basis text
// :param {one: "", other: ""}

MATCH (a:Partnergraph {id: $one})-[r]-(b:Partnergraph {id: $other})
WHERE r.evidence_document IS NOT NULL
WITH DISTINCT r, startNode(r) AS s, endNode(r) AS t
UNWIND range(0, size(r.evidence_document) - 1) AS i
MATCH (d:Document:Partnergraph {id: r.evidence_document[i]})
RETURN type(r) AS type, coalesce(s.acronym, s.name) AS source, s.id AS source_id,
       coalesce(t.acronym, t.name) AS target, t.id AS target_id,
       coalesce(d.file, d.name) AS document, d.id AS document_id,
       r.evidence_locator[i] AS locator, r.evidence_quote[i] AS quote, r.evidence_basis[i] AS basis
ORDER BY type, source_id, target_id, document_id, locator, quote
