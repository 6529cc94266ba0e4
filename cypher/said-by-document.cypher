// name: said-by-document
// doc: Everything that one document says, in the words it says it.
// empty: the document says nothing that is known
// parameter: document text
// parameter: without list = ["RECORDED_IN", "MENTIONED_IN"]
// column: type text
// column: source node
// column: target node
// column: locator text
// column: quote text
// column: basis text
// :param {document: "", without: ["RECORDED_IN", "MENTIONED_IN"]}

MATCH (s:Partnergraph)-[r]->(t:Partnergraph)
WHERE $document IN r.evidence_document AND NOT type(r) IN $without
UNWIND range(0, size(r.evidence_document) - 1) AS i
WITH s, r, t, i WHERE r.evidence_document[i] = $document
RETURN type(r) AS type, coalesce(s.acronym, s.name) AS source, s.id AS source_id,
       coalesce(t.acronym, t.name) AS target, t.id AS target_id,
       r.evidence_locator[i] AS locator, r.evidence_quote[i] AS quote, r.evidence_basis[i] AS basis
ORDER BY type, source_id, target_id, locator, quote
