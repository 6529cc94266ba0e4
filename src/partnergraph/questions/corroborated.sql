-- name: corroborated
-- doc: What two or more documents say alike, each in its own words.
-- empty: no two documents say the same
-- projection: what at least two documents state
-- filters: agency country document
-- parameter: agency text = null
-- parameter: country list = null
-- parameter: document list = null
-- parameter: without list = ["RECORDED_IN", "MENTIONED_IN"]
-- column: type text
-- column: source node
-- column: target node
-- column: said integer
-- column: documents nodes

WITH
stating AS MATERIALIZED (
    SELECT DISTINCT e, v.document FROM edge JOIN evidence v ON v.edge = e
    WHERE v.basis = 'stated' AND type NOT IN (SELECT value FROM json_each(:without))
),
twice AS MATERIALIZED (SELECT e, count(*) AS said FROM stating GROUP BY e HAVING said > 1)
SELECT edge.type, s.short AS source, s.id AS source_id, t.short AS target, t.id AS target_id, said,
       (SELECT json_group_array(json_array(d.id, coalesce(d.properties ->> '$.file', d.name)))
        FROM stating JOIN node d ON d.n = document WHERE stating.e = twice.e) AS documents
FROM twice JOIN edge ON edge.e = twice.e JOIN node s ON s.n = source JOIN node t ON t.n = target
WHERE (:agency IS NULL OR :agency IN (s.id, t.id))
  AND (:country IS NULL OR s.id IN (SELECT value FROM json_each(:country))
       OR t.id IN (SELECT value FROM json_each(:country)))
  AND (:document IS NULL OR EXISTS (
      SELECT 1 FROM stating JOIN node d ON d.n = document
      WHERE stating.e = twice.e AND d.id IN (SELECT value FROM json_each(:document))))
ORDER BY said DESC, type, source_id, target_id, edge.key
