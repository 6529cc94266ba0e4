// name: people
// doc: Who spoke or moderated where, for whom.
// empty: no programme names its speakers
// parameter: document text = null
// column: person node
// column: role text
// column: bodies nodes
// column: spoke nodes
// column: moderated nodes
// :param {document: null}

MATCH (p:Person:Partnergraph)
WHERE $document IS NULL OR EXISTS { (p)-[:RECORDED_IN]->(:Document:Partnergraph {id: $document}) }
RETURN p.name AS person, p.id AS person_id, p.role AS role,
       COLLECT { MATCH (p)-[:AFFILIATED_WITH]->(b:Partnergraph)
                 RETURN DISTINCT [b.id, coalesce(b.acronym, b.name)] } AS bodies,
       COLLECT { MATCH (p)-[:SPOKE_AT]->(s:Partnergraph) RETURN DISTINCT [s.id, s.name] } AS spoke,
       COLLECT { MATCH (p)-[:MODERATED]->(s:Partnergraph)
                 RETURN DISTINCT [s.id, s.name] } AS moderated
ORDER BY person_id
