-- name: people
-- doc: Who spoke or moderated where, for whom.
-- needs: Person
-- empty: nobody is recorded as speaking or moderating
-- from: a published programme or the summary of a meeting
-- filters: agency country document inferred
-- parameter: agency text = null
-- parameter: country list = null
-- parameter: document list = null
-- parameter: inferred boolean = false
-- column: person node
-- column: role text
-- column: bodies nodes
-- column: spoke nodes
-- column: moderated nodes
-- column: documents nodes

WITH
paper AS NOT MATERIALIZED (             -- the documents asked for
    SELECT n FROM node WHERE id IN (SELECT value FROM json_each(:document))
),
sure AS NOT MATERIALIZED (
    SELECT e, type, source, target FROM edge WHERE stated OR :inferred
),
told AS NOT MATERIALIZED (              -- said by the documents asked for, if any
    SELECT e, type, source, target FROM sure
    WHERE :document IS NULL OR EXISTS (
        SELECT 1 FROM evidence v WHERE v.edge = e AND v.document IN (SELECT n FROM paper))
),
link AS NOT MATERIALIZED (
    SELECT DISTINCT e.type, e.source, t.id, t.short, t.name,
           coalesce(t.properties ->> '$.file', t.name) AS file
    FROM told e JOIN node t ON t.n = e.target
)
SELECT p.name AS person, p.id AS person_id, p.properties ->> '$.role' AS role,
       (SELECT json_group_array(json_array(id, short)) FROM link
        WHERE source = p.n AND type = 'AFFILIATED_WITH') AS bodies,
       (SELECT json_group_array(json_array(id, name)) FROM link
        WHERE source = p.n AND type = 'SPOKE_AT') AS spoke,
       (SELECT json_group_array(json_array(id, name)) FROM link
        WHERE source = p.n AND type = 'MODERATED') AS moderated,
       (SELECT json_group_array(json_array(id, file)) FROM link
        WHERE source = p.n AND type = 'RECORDED_IN') AS documents
FROM node p
WHERE p.label = 'Person'
  AND (:document IS NULL OR EXISTS (
      SELECT 1 FROM told WHERE source = p.n AND type = 'RECORDED_IN'))
  AND (:agency IS NULL OR EXISTS (
      SELECT 1 FROM link WHERE source = p.n AND type = 'AFFILIATED_WITH' AND id = :agency))
  AND (:country IS NULL OR EXISTS (
      SELECT 1 FROM link WHERE source = p.n AND type = 'AFFILIATED_WITH'
        AND id IN (SELECT value FROM json_each(:country))))
ORDER BY person_id
