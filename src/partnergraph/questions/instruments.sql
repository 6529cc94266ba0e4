-- name: instruments
-- doc: Treaties, compacts and resolutions, by how many things cite them.
-- needs: Instrument
-- empty: nothing cites an instrument
-- from: a paper that cites a treaty, a compact or a resolution
-- filters: document inferred
-- parameter: document list = null
-- parameter: inferred boolean = false
-- column: instrument node
-- column: cited integer
-- column: by nodes
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
citing AS MATERIALIZED (
    SELECT c.e, c.source, c.target FROM told c JOIN node i ON i.n = c.target
    WHERE c.type = 'CITES' AND i.label = 'Instrument'
)
SELECT i.short AS instrument, i.id AS instrument_id, count(DISTINCT source) AS cited,
       (SELECT json_group_array(json_array(id, name)) FROM (
            SELECT DISTINCT s.id, s.name FROM citing JOIN node s ON s.n = source
            WHERE target = i.n)) AS by,
       (SELECT json_group_array(json_array(id, file)) FROM (
            SELECT DISTINCT d.id, coalesce(d.properties ->> '$.file', d.name) AS file
            FROM citing JOIN evidence v ON v.edge = citing.e JOIN node d ON d.n = v.document
            WHERE target = i.n AND (:document IS NULL OR v.document IN (SELECT n FROM paper))
        )) AS documents
FROM citing c JOIN node i ON i.n = c.target
GROUP BY i.n
ORDER BY cited DESC, instrument_id
