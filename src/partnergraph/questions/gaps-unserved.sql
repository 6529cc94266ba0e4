-- name: gaps-unserved
-- doc: Objectives that nobody is recorded on, neither directly nor on an activity that pursues them.
-- needs: Objective
-- empty: somebody is recorded on every objective
-- counts: objectives objectives
-- from: a results framework, a matrix of objectives or a paper that lists its objectives
-- filters: roundtable topic country document who projection inferred
-- parameter: roundtable list = null
-- parameter: topic list = null
-- parameter: country list = null
-- parameter: document list = null
-- parameter: who text = "agency"
-- parameter: types list = ["LED", "ORGANISED", "CONDUCTED", "PREPARED", "IMPLEMENTS", "EXTENDS", "CO_FACILITATED", "HOSTED", "CONTRIBUTES_TO", "HAS_EXPERTISE_IN", "ACCOUNTABLE_FOR"]
-- parameter: inferred boolean = false
-- column: objective node
-- column: absence text
-- column: why text
-- column: documents nodes

WITH RECURSIVE
paper AS NOT MATERIALIZED (              -- the documents asked for
    SELECT n FROM node WHERE id IN (SELECT value FROM json_each(:document))
),
sure AS NOT MATERIALIZED (
    SELECT e, type, source, target FROM edge WHERE stated OR :inferred
),
told AS NOT MATERIALIZED (              -- said by the document asked for, if any
    SELECT e, type, source, target FROM sure
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
about(whole, n) AS (                    -- and what it pursues, discusses or asks about
    SELECT whole, n FROM inside
    UNION
    SELECT whole, target FROM inside
    CROSS JOIN sure ON source = n AND type IN ('PURSUES', 'DISCUSSES', 'ASKS_ABOUT')
),
body AS NOT MATERIALIZED (
    SELECT n, id, short FROM node
    WHERE acts AND (label IN ('Agency', 'Organisation') OR :who = 'any')
),
activity AS NOT MATERIALIZED (
    SELECT n, id, name FROM node
    WHERE label = 'Activity'
      AND (:roundtable IS NULL OR ('roundtable', n) IN inside)
      AND (:topic IS NULL OR ('topic', n) IN inside)
      AND (:country IS NULL OR ('country', n) IN inside)
),
covering AS MATERIALIZED (              -- documents that list who is on their activities
    SELECT DISTINCT document AS n FROM covered WHERE type IN (SELECT value FROM json_each(:types))
),
objective AS NOT MATERIALIZED (
    SELECT n, id, name, EXISTS (
        SELECT 1 FROM told WHERE source = n AND type = 'RECORDED_IN' AND target IN covering
    ) AS covered
    FROM node
    WHERE label = 'Objective'
      AND (:document IS NULL OR EXISTS (
          SELECT 1 FROM told WHERE source = n AND type = 'RECORDED_IN'))
      AND (:roundtable IS NULL OR ('roundtable', n) IN about)
      AND (:topic IS NULL OR ('topic', n) IN about)
      AND (:country IS NULL OR ('country', n) IN about)
),
work AS NOT MATERIALIZED (               -- who is on an objective by way of an activity
    SELECT p.target AS objective, w.source AS agency, p.source AS activity
    FROM told p CROSS JOIN activity x ON x.n = p.source
    CROSS JOIN told w ON w.target = p.source CROSS JOIN body b ON b.n = w.source
    WHERE p.type = 'PURSUES' AND w.type IN (SELECT value FROM json_each(:types))
),
direct AS NOT MATERIALIZED (             -- and who directly
    SELECT c.target AS objective, c.source AS agency
    FROM told c CROSS JOIN body b ON b.n = c.source
    WHERE c.type = 'CONTRIBUTES_TO'
)
SELECT o.name AS objective, o.id AS objective_id,
       CASE WHEN o.covered THEN 'none' ELSE 'not recorded' END AS absence,
       CASE WHEN o.covered THEN 'listed with its activities, with nobody on them'
            ELSE 'no document that has it lists who is on activities' END AS why,
       (SELECT json_group_array(json_array(d.id, coalesce(d.properties ->> '$.file', d.name)))
        FROM told r JOIN node d ON d.n = r.target
        WHERE r.source = o.n AND r.type = 'RECORDED_IN'
          AND (NOT o.covered OR d.n IN covering)) AS documents
FROM objective o
WHERE NOT EXISTS (SELECT 1 FROM work WHERE objective = o.n)
  AND NOT EXISTS (SELECT 1 FROM direct WHERE objective = o.n)
ORDER BY absence, objective_id
