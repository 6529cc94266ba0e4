-- name: overlaps-activities
-- doc: Activities with more than one agency on them.
-- needs: Activity
-- empty: no activity has more than one agency
-- counts: served activities with an agency
-- from: a matrix of activities or a who-does-what-where sheet
-- filters: agency roundtable topic country document who projection inferred
-- parameter: agency text = null
-- parameter: roundtable list = null
-- parameter: topic list = null
-- parameter: country list = null
-- parameter: document list = null
-- parameter: who text = "agency"
-- parameter: types list = ["LED", "ORGANISED", "CONDUCTED", "PREPARED", "IMPLEMENTS", "EXTENDS", "CO_FACILITATED", "HOSTED", "CONTRIBUTES_TO", "HAS_EXPERTISE_IN", "ACCOUNTABLE_FOR"]
-- parameter: inferred boolean = false
-- column: activity node
-- column: agencies integer
-- column: who stakeholders

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
stage AS (                              -- the activities of the agency asked for, or all
    SELECT target AS n FROM edge WHERE source = (SELECT n FROM node WHERE id = :agency)
    UNION
    SELECT n FROM activity WHERE :agency IS NULL
),
crowd AS (
    SELECT DISTINCT x.n AS activity, x.name, x.id, b.id AS agency, b.short
    FROM stage CROSS JOIN activity x ON x.n = stage.n
    CROSS JOIN told w ON w.target = x.n CROSS JOIN body b ON b.n = w.source
    WHERE w.type IN (SELECT value FROM json_each(:types))
)
SELECT name AS activity, id AS activity_id, count(*) AS agencies,
       json_group_array(json_array(agency, short)) AS who
FROM crowd GROUP BY activity
HAVING agencies > 1 AND (:agency IS NULL OR sum(agency = :agency))
ORDER BY agencies DESC, activity_id
