// name: gaps-absent
// doc: Topic by topic, which agencies have an activity there and which of its documents' agencies have none.
// needs: Topic Activity
// empty: no topic lacks an agency that its documents list
// counts: listed topics of documents that list who is on activities
// from: a matrix of activities or a who-does-what-where sheet with its themes
// filters: agency roundtable topic country document who projection inferred
// parameter: agency text = null
// parameter: roundtable list = null
// parameter: topic list = null
// parameter: country list = null
// parameter: document list = null
// parameter: who text = "agency"
// parameter: types list = ["LED", "ORGANISED", "CONDUCTED", "PREPARED", "IMPLEMENTS", "EXTENDS", "CO_FACILITATED", "HOSTED", "CONTRIBUTES_TO", "HAS_EXPERTISE_IN", "ACCOUNTABLE_FOR"]
// parameter: inferred boolean = false
// column: topic node
// column: present stakeholders
// column: absent stakeholders
// column: here integer
// column: missing integer
// column: absence text
// column: why text
// column: documents nodes
// :param {agency: null, roundtable: null, topic: null, country: null, document: null, who: "agency", types: ["LED", "ORGANISED", "CONDUCTED", "PREPARED", "IMPLEMENTS", "EXTENDS", "CO_FACILITATED", "HOSTED", "CONTRIBUTES_TO", "HAS_EXPERTISE_IN", "ACCOUNTABLE_FOR"], inferred: false}

MATCH (d:Document:Partnergraph)
WHERE any(type IN coalesce(d.covers, []) WHERE type IN $types)
  AND ($document IS NULL OR d.id IN $document)
CALL (d) {
  MATCH (d)<-[r:RECORDED_IN]-(x:Activity:Partnergraph)<-[w]-(b:Stakeholder:Partnergraph)
  WHERE type(w) IN $types AND type(w) IN d.covers AND d.id IN w.evidence_document
    AND ($who = 'any' OR b:Agency OR b:Organisation)
    AND (w.stated OR $inferred) AND ($document IS NULL OR any(one IN $document WHERE one IN w.evidence_document))
    AND (r.stated OR $inferred) AND ($document IS NULL OR any(one IN $document WHERE one IN r.evidence_document))
    AND ($country IS NULL OR EXISTS {
      (x) (()-[l:LOCATED_IN WHERE l.stated OR $inferred]->())* (land:Partnergraph WHERE land.id IN $country)
    })
  RETURN collect(DISTINCT b) AS listed
}
MATCH (d)<-[r:RECORDED_IN]-(x:Activity:Partnergraph)-[u:UNDER]->(t:Topic:Partnergraph)
WHERE (r.stated OR $inferred) AND ($document IS NULL OR any(one IN $document WHERE one IN r.evidence_document))
  AND (u.stated OR $inferred) AND ($document IS NULL OR any(one IN $document WHERE one IN u.evidence_document))
  AND all(whole IN [$roundtable, $topic] WHERE whole IS NULL OR EXISTS {
    (t) (()-[i:UNDER|PART_OF WHERE i.stated OR $inferred]->())* (within:Partnergraph WHERE within.id IN whole)
  })
  AND ($country IS NULL OR EXISTS {
    (x) (()-[l:LOCATED_IN WHERE l.stated OR $inferred]->())* (land:Partnergraph WHERE land.id IN $country)
  })
WITH DISTINCT t, d, listed
WITH t, collect(d) AS documents, collect(listed) AS lists
CALL (t) {
  MATCH (t)<-[u:UNDER]-(x:Activity:Partnergraph)<-[w]-(b:Stakeholder:Partnergraph)
  WHERE type(w) IN $types AND ($who = 'any' OR b:Agency OR b:Organisation)
    AND (u.stated OR $inferred) AND ($document IS NULL OR any(one IN $document WHERE one IN u.evidence_document))
    AND (w.stated OR $inferred) AND ($document IS NULL OR any(one IN $document WHERE one IN w.evidence_document))
    AND ($country IS NULL OR EXISTS {
      (x) (()-[l:LOCATED_IN WHERE l.stated OR $inferred]->())* (land:Partnergraph WHERE land.id IN $country)
    })
  RETURN collect(DISTINCT b) AS present
}
CALL (lists, present) {
  UNWIND lists AS listed
  UNWIND listed AS b
  WITH b, present WHERE NOT b IN present
  RETURN collect(DISTINCT b) AS absent
}
WITH t, documents, present, absent
WHERE absent <> [] AND ($agency IS NULL OR any(b IN absent WHERE b.id = $agency))
RETURN t.name AS topic, t.id AS topic_id,
       [b IN present | [b.id, coalesce(b.acronym, b.name)]] AS present,
       [b IN absent | [b.id, coalesce(b.acronym, b.name)]] AS absent,
       size(present) AS here, size(absent) AS missing,
       'none' AS absence, 'they are listed, but on no activity of this topic' AS why,
       [d IN documents | [d.id, coalesce(d.file, d.name)]] AS documents
ORDER BY topic_id
