// name: people
// doc: Who spoke or moderated where, for whom.
// needs: Person
// empty: nobody is recorded as speaking or moderating
// from: a published programme or the summary of a meeting
// filters: agency country document inferred
// parameter: agency text = null
// parameter: country list = null
// parameter: document list = null
// parameter: inferred boolean = false
// column: person node
// column: role text
// column: bodies nodes
// column: spoke nodes
// column: moderated nodes
// column: documents nodes
// :param {agency: null, country: null, document: null, inferred: false}

MATCH (p:Person:Partnergraph)
CALL (p) {
  MATCH (p)-[r:AFFILIATED_WITH|SPOKE_AT|MODERATED|RECORDED_IN]->(t:Partnergraph)
  WHERE (r.stated OR $inferred)
    AND ($document IS NULL OR any(one IN $document WHERE one IN r.evidence_document))
  RETURN collect(DISTINCT [type(r), t]) AS links
}
WITH p, links
WHERE ($document IS NULL OR any(link IN links WHERE link[0] = 'RECORDED_IN'))
  AND ($agency IS NULL
       OR any(link IN links WHERE link[0] = 'AFFILIATED_WITH' AND link[1].id = $agency))
  AND ($country IS NULL
       OR any(link IN links WHERE link[0] = 'AFFILIATED_WITH' AND link[1].id IN $country))
RETURN p.name AS person, p.id AS person_id, p.role AS role,
       [link IN links WHERE link[0] = 'AFFILIATED_WITH'
        | [link[1].id, coalesce(link[1].acronym, link[1].name)]] AS bodies,
       [link IN links WHERE link[0] = 'SPOKE_AT' | [link[1].id, link[1].name]] AS spoke,
       [link IN links WHERE link[0] = 'MODERATED' | [link[1].id, link[1].name]] AS moderated,
       [link IN links WHERE link[0] = 'RECORDED_IN'
        | [link[1].id, coalesce(link[1].file, link[1].name)]] AS documents
ORDER BY person_id
