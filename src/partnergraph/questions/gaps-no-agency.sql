-- name: gaps-no-agency
-- doc: Activities on which nobody is recorded, whoever it might be.
-- needs: Activity
-- empty: somebody is recorded on every activity
-- counts: activities activities
-- from: a matrix of activities, a who-does-what-where sheet or a results framework
-- filters: roundtable topic country document projection inferred
-- parameter: roundtable list = null
-- parameter: topic list = null
-- parameter: country list = null
-- parameter: document list = null
-- parameter: types list = ["LED", "ORGANISED", "CONDUCTED", "PREPARED", "IMPLEMENTS", "EXTENDS", "CO_FACILITATED", "HOSTED", "CONTRIBUTES_TO", "HAS_EXPERTISE_IN", "ACCOUNTABLE_FOR"]
-- parameter: inferred boolean = false
-- column: activity node
-- column: absence text
-- column: why text
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
covering AS MATERIALIZED (              -- documents that list who is on their activities
    SELECT DISTINCT document AS n FROM covered WHERE type IN (SELECT value FROM json_each(:types))
),
activity AS NOT MATERIALIZED (
    SELECT n, id, name, EXISTS (
        SELECT 1 FROM told WHERE source = n AND type = 'RECORDED_IN' AND target IN covering
    ) AS covered
    FROM node
    WHERE label = 'Activity'
      AND (:document IS NULL OR EXISTS (
          SELECT 1 FROM told WHERE source = n AND type = 'RECORDED_IN'))
      AND (:roundtable IS NULL OR ('roundtable', n) IN inside)
      AND (:topic IS NULL OR ('topic', n) IN inside)
      AND (:country IS NULL OR ('country', n) IN inside)
)
SELECT x.name AS activity, x.id AS activity_id,
       CASE WHEN x.covered THEN 'none' ELSE 'not recorded' END AS absence,
       CASE WHEN x.covered THEN 'listed where activities have somebody on them, with nobody'
            ELSE 'no document that has it lists who is on activities' END AS why,
       (SELECT json_group_array(json_array(d.id, coalesce(d.properties ->> '$.file', d.name)))
        FROM told r JOIN node d ON d.n = r.target
        WHERE r.source = x.n AND r.type = 'RECORDED_IN'
          AND (NOT x.covered OR d.n IN covering)) AS documents
FROM activity x
WHERE NOT EXISTS (
    SELECT 1 FROM told w JOIN node b ON b.n = w.source AND b.acts
    WHERE w.target = x.n AND w.type IN (SELECT value FROM json_each(:types)))
ORDER BY absence, activity_id
