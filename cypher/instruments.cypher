// name: instruments
// doc: Treaties, compacts and resolutions, by how many things cite them.
// needs: Instrument
// empty: nothing cites an instrument
// from: a paper that cites a treaty, a compact or a resolution
// filters: document inferred
// parameter: document list = null
// parameter: inferred boolean = false
// column: instrument node
// column: cited integer
// column: by nodes
// column: documents nodes
// :param {document: null, inferred: false}

MATCH (s:Partnergraph)-[c:CITES]->(i:Instrument:Partnergraph)
WHERE (c.stated OR $inferred)
  AND ($document IS NULL OR any(one IN $document WHERE one IN c.evidence_document))
WITH i, collect(DISTINCT s) AS citing, collect(c) AS links
CALL (links) {
  UNWIND links AS c
  UNWIND c.evidence_document AS id
  WITH DISTINCT id WHERE $document IS NULL OR id IN $document
  MATCH (d:Document:Partnergraph {id: id})
  RETURN collect([d.id, coalesce(d.file, d.name)]) AS documents
}
RETURN coalesce(i.acronym, i.name) AS instrument, i.id AS instrument_id, size(citing) AS cited,
       [s IN citing | [s.id, s.name]] AS by, documents
ORDER BY cited DESC, instrument_id
