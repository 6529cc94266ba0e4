// name: portfolio
// doc: One agency's activities: in which roles, under what, for which objectives, who says so.
// empty: it is recorded on no activity
// parameter: agency text
// parameter: types list = ["LED", "ORGANISED", "CONDUCTED", "PREPARED", "IMPLEMENTS", "EXTENDS", "CO_FACILITATED", "HOSTED", "CONTRIBUTES_TO", "HAS_EXPERTISE_IN", "FUNDS", "ACCOUNTABLE_FOR"]
// parameter: inferred boolean = false
// column: activity node
// column: roles list
// column: under nodes
// column: objectives nodes
// column: documents nodes
// :param {agency: "", types: ["LED", "ORGANISED", "CONDUCTED", "PREPARED", "IMPLEMENTS", "EXTENDS", "CO_FACILITATED", "HOSTED", "CONTRIBUTES_TO", "HAS_EXPERTISE_IN", "FUNDS", "ACCOUNTABLE_FOR"], inferred: false}

MATCH (:Stakeholder:Partnergraph {id: $agency})-[w]->(x:Activity:Partnergraph)
WHERE type(w) IN $types AND (w.stated OR $inferred)
WITH x, collect(DISTINCT type(w)) AS roles, collect(w) AS links
CALL (links) {
  UNWIND links AS w
  UNWIND w.evidence_document AS id
  MATCH (d:Document:Partnergraph {id: id})
  RETURN collect(DISTINCT [d.id, coalesce(d.file, d.name)]) AS documents
}
RETURN x.name AS activity, x.id AS activity_id, roles,
       COLLECT { MATCH (x)-[u:UNDER]->(t:Partnergraph) WHERE u.stated OR $inferred
                 RETURN DISTINCT [t.id, t.name] } AS under,
       COLLECT { MATCH (x)-[p:PURSUES]->(o:Partnergraph) WHERE p.stated OR $inferred
                 RETURN DISTINCT [o.id, o.name] } AS objectives,
       documents
ORDER BY activity_id
