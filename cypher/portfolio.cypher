// name: portfolio
// doc: What one is on: activities, meetings, papers and programmes, in which roles, where, with whom, and who says so.
// empty: it is recorded on nothing
// from: a matrix of activities, a sheet or a paper that says who does what
// filters: roundtable topic country document inferred
// parameter: stakeholder text
// parameter: roundtable list = null
// parameter: topic list = null
// parameter: country list = null
// parameter: document list = null
// parameter: roles list = ["LED", "ORGANISED", "CONDUCTED", "PREPARED", "IMPLEMENTS", "EXTENDS", "CO_FACILITATED", "HOSTED", "CONTRIBUTES_TO", "HAS_EXPERTISE_IN", "FUNDS", "ACCOUNTABLE_FOR"]
// parameter: inferred boolean = false
// column: activity node
// column: roles list
// column: under nodes
// column: objectives nodes
// column: where nodes
// column: others stakeholders
// column: documents nodes
// :param {stakeholder: "", roundtable: null, topic: null, country: null, document: null, roles: ["LED", "ORGANISED", "CONDUCTED", "PREPARED", "IMPLEMENTS", "EXTENDS", "CO_FACILITATED", "HOSTED", "CONTRIBUTES_TO", "HAS_EXPERTISE_IN", "FUNDS", "ACCOUNTABLE_FOR"], inferred: false}

MATCH (me:Stakeholder&Partnergraph {id: $stakeholder})-[w]->
      (x:(Activity|Session|Roundtable|Document|Organisation)&Partnergraph)
WHERE type(w) IN $roles
  AND (w.stated OR $inferred) AND ($document IS NULL OR any(one IN $document WHERE one IN w.evidence_document))
  AND all(whole IN [$roundtable, $topic] WHERE whole IS NULL OR EXISTS {
    (x) (()-[i:UNDER|PART_OF WHERE i.stated OR $inferred]->())* (within:Partnergraph WHERE within.id IN whole)
  })
  AND ($country IS NULL OR EXISTS {
    (x) (()-[l:LOCATED_IN WHERE l.stated OR $inferred]->())* (land:Partnergraph WHERE land.id IN $country)
  })
WITH me, x, collect(DISTINCT type(w) + coalesce(' (' + w.status + ')', '')) AS roles,
     collect(w) AS links
CALL (links) {
  UNWIND links AS w
  UNWIND w.evidence_document AS id
  WITH DISTINCT id WHERE $document IS NULL OR id IN $document
  MATCH (d:Document&Partnergraph {id: id})
  RETURN collect([d.id, coalesce(d.file, d.name)]) AS documents
}
RETURN x.name AS activity, x.id AS activity_id, roles,
       COLLECT { MATCH (x)-[u:UNDER]->(t:Partnergraph)
                 WHERE (u.stated OR $inferred) AND ($document IS NULL OR any(one IN $document WHERE one IN u.evidence_document))
                 RETURN DISTINCT [t.id, t.name] } AS under,
       COLLECT { MATCH (x)-[p:PURSUES]->(o:Partnergraph)
                 WHERE (p.stated OR $inferred) AND ($document IS NULL OR any(one IN $document WHERE one IN p.evidence_document))
                 RETURN DISTINCT [o.id, o.name] } AS objectives,
       COLLECT { MATCH (x)-[l:LOCATED_IN]->(c:Partnergraph)
                 WHERE (l.stated OR $inferred) AND ($document IS NULL OR any(one IN $document WHERE one IN l.evidence_document))
                 RETURN DISTINCT [c.id, c.name] } AS `where`,
       COLLECT { MATCH (x)<-[v]-(b:Stakeholder&Partnergraph)
                 WHERE b <> me AND type(v) IN $roles AND (v.stated OR $inferred)
                   AND ($document IS NULL OR any(one IN $document WHERE one IN v.evidence_document))
                 RETURN DISTINCT [b.id, coalesce(b.acronym, b.name)] } AS others,
       documents
ORDER BY activity_id
