// name: inferred
// doc: Relationships that no text states, and by what they were inferred.
// empty: every relationship is stated by a text
// parameter: document text = null
// column: type text
// column: source node
// column: target node
// column: methods list
// column: documents nodes
// :param {document: null}

MATCH (s:Partnergraph)-[r]->(t:Partnergraph)
WHERE r.stated = false AND ($document IS NULL OR $document IN r.evidence_document)
CALL (r) {
  UNWIND r.evidence_document AS id
  MATCH (d:Document:Partnergraph {id: id})
  RETURN collect(DISTINCT [d.id, coalesce(d.file, d.name)]) AS documents
}
RETURN type(r) AS type, coalesce(s.acronym, s.name) AS source, s.id AS source_id,
       coalesce(t.acronym, t.name) AS target, t.id AS target_id,
       COLLECT { UNWIND r.evidence_method AS method RETURN DISTINCT method } AS methods, documents
ORDER BY type, source_id, target_id
