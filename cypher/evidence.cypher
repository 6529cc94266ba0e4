// name: evidence
// doc: The words that one relationship rests on.
// empty: the graph has no such relationship
// parameter: source text
// parameter: type text
// parameter: target text
// column: document node
// column: locator text
// column: quote text
// column: method text
// column: basis text
// column: cue text
// column: cue_locator text
// :param {source: "", type: "", target: ""}

MATCH (:Partnergraph {id: $source})-[r]->(:Partnergraph {id: $target})
WHERE type(r) = $type
UNWIND range(0, size(r.evidence_document) - 1) AS i
MATCH (d:Document:Partnergraph {id: r.evidence_document[i]})
RETURN coalesce(d.file, d.name) AS document, d.id AS document_id,
       r.evidence_locator[i] AS locator, r.evidence_quote[i] AS quote,
       r.evidence_method[i] AS method, r.evidence_basis[i] AS basis,
       r.evidence_cue[i] AS cue, r.evidence_cue_locator[i] AS cue_locator
ORDER BY document_id, locator, quote
