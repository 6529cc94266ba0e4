// name: partners
// doc: With whom a stakeholder is on which activities, meetings, papers and programmes, in which roles, and who says so.
// empty: nobody is recorded on an activity with it
// counts: own things that it is on
// from: a matrix of activities, a sheet or a paper that says who does what
// filters: roundtable topic country document who projection inferred
// parameter: stakeholder text
// parameter: roundtable list = null
// parameter: topic list = null
// parameter: country list = null
// parameter: document list = null
// parameter: who text = "agency"
// parameter: types list = ["LED", "ORGANISED", "CONDUCTED", "PREPARED", "IMPLEMENTS", "EXTENDS", "CO_FACILITATED", "HOSTED", "CONTRIBUTES_TO", "HAS_EXPERTISE_IN", "ACCOUNTABLE_FOR"]
// parameter: doing list = ["LED", "ORGANISED", "CONDUCTED", "PREPARED", "IMPLEMENTS", "EXTENDS", "CO_FACILITATED", "HOSTED"]
// parameter: inferred boolean = false
// column: partner stakeholder
// column: activity node
// column: how text
// column: own_roles list
// column: their_roles list
// column: topics nodes
// column: documents nodes
// column: evidence list
// :param {stakeholder: "", roundtable: null, topic: null, country: null, document: null, who: "agency", types: ["LED", "ORGANISED", "CONDUCTED", "PREPARED", "IMPLEMENTS", "EXTENDS", "CO_FACILITATED", "HOSTED", "CONTRIBUTES_TO", "HAS_EXPERTISE_IN", "ACCOUNTABLE_FOR"], doing: ["LED", "ORGANISED", "CONDUCTED", "PREPARED", "IMPLEMENTS", "EXTENDS", "CO_FACILITATED", "HOSTED"], inferred: false}

MATCH (me:Stakeholder&Partnergraph {id: $stakeholder})
CALL (me) {
  MATCH (me)-[v]->(x:(Activity|Session|Roundtable|Document|Organisation)&Partnergraph)
        <-[w]-(b:Stakeholder&Partnergraph)
  WHERE b <> me AND type(v) IN $types AND type(w) IN $types
    AND ($who = 'any' OR b:Agency OR b:Organisation)
    AND (v.stated OR $inferred) AND ($document IS NULL OR any(one IN $document WHERE one IN v.evidence_document))
    AND (w.stated OR $inferred) AND ($document IS NULL OR any(one IN $document WHERE one IN w.evidence_document))
    AND all(whole IN [$roundtable, $topic] WHERE whole IS NULL OR EXISTS {
      (x) (()-[i:UNDER|PART_OF WHERE i.stated OR $inferred]->())* (within:Partnergraph WHERE within.id IN whole)
    })
    AND ($country IS NULL OR EXISTS {
      (x) (()-[l:LOCATED_IN WHERE l.stated OR $inferred]->())* (land:Partnergraph WHERE land.id IN $country)
    })
  RETURN b, x, v, w
  UNION ALL
  MATCH (me)-[p:PARTNERS_WITH]-(b:Stakeholder&Partnergraph)
  WHERE b <> me AND $roundtable IS NULL AND $topic IS NULL AND $country IS NULL
    AND any(t IN $types WHERE t IN $doing)
    AND ($who = 'any' OR b:Agency OR b:Organisation)
    AND (p.stated OR $inferred) AND ($document IS NULL OR any(one IN $document WHERE one IN p.evidence_document))
  RETURN b, null AS x, p AS v, p AS w
}
WITH b, x, collect(DISTINCT type(v)) AS own_roles, collect(DISTINCT type(w)) AS their_roles,
     collect(v) + collect(w) AS said
CALL (said) {
  UNWIND said AS r
  UNWIND range(0, size(r.evidence_document) - 1) AS i
  WITH r.evidence_document[i] AS id, r.evidence_locator[i] AS locator
  WHERE $document IS NULL OR id IN $document
  MATCH (d:Document&Partnergraph {id: id})
  RETURN collect(DISTINCT id + ' ' + locator) AS evidence,
         collect(DISTINCT [d.id, coalesce(d.file, d.name)]) AS documents
}
CALL (x) {
  MATCH (x)-[u:UNDER]->(t:Topic&Partnergraph)
  WHERE (u.stated OR $inferred) AND ($document IS NULL OR any(one IN $document WHERE one IN u.evidence_document))
  RETURN collect([t.id, t.name]) AS topics
}
RETURN coalesce(b.acronym, b.name) AS partner, b.id AS partner_id,
       x.name AS activity, x.id AS activity_id,
       CASE WHEN x IS NULL THEN 'partners, as stated'
            WHEN any(t IN own_roles WHERE t IN $doing) AND any(t IN their_roles WHERE t IN $doing)
            THEN 'both in a doing role'
            WHEN 'HAS_EXPERTISE_IN' IN own_roles AND 'HAS_EXPERTISE_IN' IN their_roles
            THEN 'both listed with expertise'
            WHEN 'CONTRIBUTES_TO' IN own_roles AND 'CONTRIBUTES_TO' IN their_roles
            THEN 'both support it'
            WHEN ('CONTRIBUTES_TO' IN own_roles AND any(t IN their_roles WHERE t IN $doing))
              OR ('CONTRIBUTES_TO' IN their_roles AND any(t IN own_roles WHERE t IN $doing))
            THEN 'one does it, the other supports it'
            WHEN 'ACCOUNTABLE_FOR' IN own_roles + their_roles THEN 'one is accountable for it'
            ELSE 'in different roles' END AS how,
       own_roles, their_roles, topics, documents, evidence
ORDER BY partner_id, coalesce(activity_id, '')
