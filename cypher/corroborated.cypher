// name: corroborated
// doc: What two or more documents say alike, each in its own words.
// empty: no two documents say the same
// projection: what at least two documents state
// filters: agency country document
// parameter: agency text = null
// parameter: country list = null
// parameter: document list = null
// parameter: without list = ["RECORDED_IN", "MENTIONED_IN"]
// column: type text
// column: source node
// column: target node
// column: said integer
// column: documents nodes
// :param {agency: null, country: null, document: null, without: ["RECORDED_IN", "MENTIONED_IN"]}

MATCH (s:Partnergraph)-[r]->(t:Partnergraph)
WHERE r.stated AND NOT type(r) IN $without AND size(r.evidence_document) > 1
  AND ($agency IS NULL OR $agency IN [s.id, t.id])
  AND ($country IS NULL OR s.id IN $country OR t.id IN $country)
CALL (r) {
  UNWIND range(0, size(r.evidence_document) - 1) AS i
  WITH r.evidence_document[i] AS id WHERE r.evidence_basis[i] = 'stated'
  MATCH (d:Document:Partnergraph {id: id})
  RETURN collect(DISTINCT d) AS stating
}
WITH s, r, t, stating
WHERE size(stating) > 1 AND ($document IS NULL OR any(d IN stating WHERE d.id IN $document))
RETURN type(r) AS type, coalesce(s.acronym, s.name) AS source, s.id AS source_id,
       coalesce(t.acronym, t.name) AS target, t.id AS target_id, size(stating) AS said,
       [d IN stating | [d.id, coalesce(d.file, d.name)]] AS documents
ORDER BY said DESC, type, source_id, target_id, coalesce(r.key, '')
