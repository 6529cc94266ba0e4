// name: gaps-outside
// doc: Countries that are a member of no inter-State consultation mechanism.
// needs: Country
// empty: every country is a member of one
// counts: countries countries
// from: a list of the members of a consultative process, or a paper that names countries
// projection: membership in a mechanism, in whatever role and at whatever time
// filters: country document inferred
// parameter: country list = null
// parameter: document list = null
// parameter: inferred boolean = false
// column: country stakeholder
// column: absence text
// column: why text
// column: documents nodes
// :param {country: null, document: null, inferred: false}

MATCH (o:Country:Partnergraph)
WHERE ($country IS NULL OR o.id IN $country)
  AND ($document IS NULL OR EXISTS {
    (o)-[r:RECORDED_IN]->(:Document:Partnergraph)
    WHERE (r.stated OR $inferred) AND ($document IS NULL OR any(one IN $document WHERE one IN r.evidence_document))
  })
  AND NOT EXISTS {
    (o)-[m:MEMBER_OF]->(:RCP:Partnergraph)
    WHERE (m.stated OR $inferred) AND ($document IS NULL OR any(one IN $document WHERE one IN m.evidence_document))
  }
CALL (o) {
  MATCH (o)-[r:RECORDED_IN]->(d:Document:Partnergraph)
  WHERE (r.stated OR $inferred) AND ($document IS NULL OR any(one IN $document WHERE one IN r.evidence_document))
  RETURN collect(d) AS recorded
}
WITH o, recorded, [d IN recorded WHERE 'MEMBER_OF' IN coalesce(d.covers, [])] AS covering
RETURN coalesce(o.acronym, o.name) AS country, o.id AS country_id,
       CASE covering WHEN [] THEN 'not recorded' ELSE 'none' END AS absence,
       CASE covering WHEN [] THEN 'no document that has it lists members'
            ELSE 'recorded where members are listed, as a member of none' END AS why,
       [d IN CASE covering WHEN [] THEN recorded ELSE covering END
        | [d.id, coalesce(d.file, d.name)]] AS documents
ORDER BY absence, country_id
