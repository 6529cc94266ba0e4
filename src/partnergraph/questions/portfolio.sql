-- name: portfolio
-- doc: What one is on: activities, meetings, papers and programmes, in which roles, where, with whom, and who says so.
-- empty: it is recorded on nothing
-- from: a matrix of activities, a sheet or a paper that says who does what
-- filters: roundtable topic country document inferred
-- parameter: stakeholder text
-- parameter: roundtable list = null
-- parameter: topic list = null
-- parameter: country list = null
-- parameter: document list = null
-- parameter: roles list = ["LED", "ORGANISED", "CONDUCTED", "PREPARED", "IMPLEMENTS", "EXTENDS", "CO_FACILITATED", "HOSTED", "CONTRIBUTES_TO", "HAS_EXPERTISE_IN", "FUNDS", "ACCOUNTABLE_FOR"]
-- parameter: inferred boolean = false
-- column: activity node
-- column: roles list
-- column: under nodes
-- column: objectives nodes
-- column: where nodes
-- column: others stakeholders
-- column: documents nodes

WITH RECURSIVE
paper AS NOT MATERIALIZED (              -- the documents asked for
    SELECT n FROM node WHERE id IN (SELECT value FROM json_each(:document))
),
sure AS NOT MATERIALIZED (
    SELECT e, type, source, target, properties FROM edge WHERE stated OR :inferred
),
told AS NOT MATERIALIZED (              -- said by the documents asked for, if any
    SELECT e, type, source, target, properties FROM sure
    WHERE :document IS NULL OR EXISTS (
        SELECT 1 FROM evidence v
        WHERE v.edge = e AND v.document IN (SELECT n FROM paper))
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
me AS (SELECT n FROM node WHERE id = :stakeholder AND acts),
mine AS MATERIALIZED (                  -- its links to what one can be on
    SELECT e, target AS x, type || coalesce(' (' || (w.properties ->> '$.status') || ')', '') AS role
    FROM me JOIN told w ON w.source = me.n JOIN node x ON x.n = w.target
    WHERE w.type IN (SELECT value FROM json_each(:roles))
      AND x.label IN ('Activity', 'Session', 'Roundtable', 'Document', 'Organisation')
      AND (:roundtable IS NULL OR ('roundtable', x.n) IN inside)
      AND (:topic IS NULL OR ('topic', x.n) IN inside)
      AND (:country IS NULL OR ('country', x.n) IN inside)
)
SELECT x.name AS activity, x.id AS activity_id, json_group_array(DISTINCT role) AS roles,
       (SELECT json_group_array(json_array(id, name)) FROM (
            SELECT DISTINCT t.id, t.name FROM told JOIN node t ON t.n = target
            WHERE source = mine.x AND type = 'UNDER')) AS under,
       (SELECT json_group_array(json_array(id, name)) FROM (
            SELECT DISTINCT t.id, t.name FROM told JOIN node t ON t.n = target
            WHERE source = mine.x AND type = 'PURSUES')) AS objectives,
       (SELECT json_group_array(json_array(id, name)) FROM (
            SELECT DISTINCT t.id, t.name FROM told JOIN node t ON t.n = target
            WHERE source = mine.x AND type = 'LOCATED_IN')) AS "where",
       (SELECT json_group_array(json_array(id, short)) FROM (
            SELECT DISTINCT b.id, b.short FROM told w JOIN node b ON b.n = w.source
            WHERE w.target = mine.x AND b.acts AND b.n NOT IN (SELECT n FROM me)
              AND w.type IN (SELECT value FROM json_each(:roles)))) AS others,
       (SELECT json_group_array(json_array(id, file)) FROM (
            SELECT DISTINCT d.id, coalesce(d.properties ->> '$.file', d.name) AS file
            FROM mine AS own JOIN evidence v ON v.edge = own.e JOIN node d ON d.n = v.document
            WHERE own.x = mine.x AND (:document IS NULL OR v.document IN (SELECT n FROM paper))
       )) AS documents
FROM mine JOIN node x ON x.n = mine.x
GROUP BY mine.x
ORDER BY activity_id
