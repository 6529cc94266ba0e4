-- name: between
-- doc: Who stands between two: is on activities with the one and on activities with the other.
-- needs: Activity
-- empty: nobody is on activities with both
-- from: a matrix of activities, a sheet or a paper that says who does what
-- filters: roundtable topic country document who projection inferred
-- parameter: one text
-- parameter: other text
-- parameter: roundtable list = null
-- parameter: topic list = null
-- parameter: country list = null
-- parameter: document list = null
-- parameter: who text = "agency"
-- parameter: types list = ["LED", "ORGANISED", "CONDUCTED", "PREPARED", "IMPLEMENTS", "EXTENDS", "CO_FACILITATED", "HOSTED", "CONTRIBUTES_TO", "HAS_EXPERTISE_IN", "ACCOUNTABLE_FOR"]
-- parameter: inferred boolean = false
-- column: broker stakeholder
-- column: with_one nodes
-- column: with_other nodes
-- column: activities integer
-- column: documents nodes

WITH RECURSIVE
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
inside(whole, n) AS (                   -- what stands within, or is in, what is asked for
    SELECT 'roundtable', n FROM node WHERE id IN (SELECT value FROM json_each(:roundtable))
    UNION ALL
    SELECT 'topic', n FROM node WHERE id IN (SELECT value FROM json_each(:topic))
    UNION ALL
    SELECT 'country', n FROM node WHERE id IN (SELECT value FROM json_each(:country))
    UNION
    SELECT whole, source FROM inside JOIN sure ON target = n AND type IN ('UNDER', 'PART_OF')
    WHERE whole <> 'country'
    UNION
    SELECT whole, source FROM inside JOIN sure ON target = n AND type = 'LOCATED_IN'
    WHERE whole = 'country'
),
body AS NOT MATERIALIZED (
    SELECT n, id, short FROM node
    WHERE acts AND (label IN ('Agency', 'Organisation') OR :who = 'any')
),
acting AS NOT MATERIALIZED (
    SELECT DISTINCT w.source AS agency, w.target AS activity
    FROM told w CROSS JOIN node x ON x.n = w.target AND x.label = 'Activity'
    WHERE w.type IN (SELECT value FROM json_each(:types))
      AND (:roundtable IS NULL OR ('roundtable', x.n) IN inside)
      AND (:topic IS NULL OR ('topic', x.n) IN inside)
      AND (:country IS NULL OR ('country', x.n) IN inside)
),
meeting AS MATERIALIZED (               -- who is on activities with either of the two
    SELECT ends.side, b.n AS broker, o.activity
    FROM (SELECT 'one' AS side, n FROM node WHERE id = :one AND acts
          UNION ALL SELECT 'other', n FROM node WHERE id = :other AND acts) ends
    JOIN acting m ON m.agency = ends.n JOIN acting o ON o.activity = m.activity
    JOIN body b ON b.n = o.agency AND b.id NOT IN (:one, :other)
)
SELECT b.short AS broker, b.id AS broker_id,
       (SELECT json_group_array(json_array(x.id, x.name)) FROM meeting m JOIN node x
        ON x.n = m.activity WHERE m.broker = b.n AND side = 'one') AS with_one,
       (SELECT json_group_array(json_array(x.id, x.name)) FROM meeting m JOIN node x
        ON x.n = m.activity WHERE m.broker = b.n AND side = 'other') AS with_other,
       (SELECT count(DISTINCT activity) FROM meeting m WHERE m.broker = b.n) AS activities,
       (SELECT json_group_array(json_array(id, file)) FROM (
            SELECT DISTINCT d.id, coalesce(d.properties ->> '$.file', d.name) AS file
            FROM meeting m JOIN told w ON w.source = b.n AND w.target = m.activity
            JOIN evidence v ON v.edge = w.e JOIN node d ON d.n = v.document
            WHERE m.broker = b.n AND w.type IN (SELECT value FROM json_each(:types))
              AND (:document IS NULL OR v.document IN (SELECT n FROM paper)))) AS documents
FROM body b
WHERE EXISTS (SELECT 1 FROM meeting WHERE broker = b.n AND side = 'one')
  AND EXISTS (SELECT 1 FROM meeting WHERE broker = b.n AND side = 'other')
ORDER BY activities DESC, broker_id
