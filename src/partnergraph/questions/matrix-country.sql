-- name: matrix-country
-- doc: Agencies by countries: on how many activities each is, and what an empty cell means.
-- needs: Activity
-- empty: no activity with an agency is said to be in a country
-- counts: bodies agencies with an activity
-- from: a sheet that says where activities are
-- filters: agency roundtable topic country document who projection inferred
-- parameter: agency text = null
-- parameter: roundtable list = null
-- parameter: topic list = null
-- parameter: country list = null
-- parameter: document list = null
-- parameter: who text = "agency"
-- parameter: types list = ["LED", "ORGANISED", "CONDUCTED", "PREPARED", "IMPLEMENTS", "EXTENDS", "CO_FACILITATED", "HOSTED", "CONTRIBUTES_TO", "HAS_EXPERTISE_IN", "ACCOUNTABLE_FOR"]
-- parameter: inferred boolean = false
-- column: agency stakeholder
-- column: country stakeholder
-- column: count integer
-- column: absence text

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
activity AS NOT MATERIALIZED (
    SELECT n FROM node
    WHERE label = 'Activity'
      AND (:roundtable IS NULL OR ('roundtable', n) IN inside)
      AND (:topic IS NULL OR ('topic', n) IN inside)
      AND (:country IS NULL OR ('country', n) IN inside)
),
acting AS MATERIALIZED (
    SELECT w.e, w.type, w.source AS agency, w.target AS activity
    FROM told w CROSS JOIN activity x ON x.n = w.target CROSS JOIN body b ON b.n = w.source
    WHERE w.type IN (SELECT value FROM json_each(:types))
),
listed AS MATERIALIZED (                -- in which documents that list them systematically
    SELECT DISTINCT agency, c.document
    FROM acting JOIN evidence v ON v.edge = acting.e
    JOIN covered c ON c.document = v.document AND c.type = acting.type
    JOIN told r ON r.source = activity AND r.type = 'RECORDED_IN' AND r.target = c.document
    WHERE :document IS NULL OR c.document IN (SELECT n FROM paper)
),
reach AS MATERIALIZED (                 -- what the rows are for, and its activities
    SELECT DISTINCT u.target AS thing, u.source AS activity
    FROM told u JOIN activity x ON x.n = u.source AND u.type = 'LOCATED_IN'
    JOIN node t ON t.n = u.target AND t.label = 'Country'
    WHERE :country IS NULL OR ('country', t.n) IN inside
),
read AS MATERIALIZED (                  -- in documents that list who is on activities
    SELECT DISTINCT thing, r.target AS document
    FROM reach JOIN told r ON r.source = activity AND r.type = 'RECORDED_IN'
    WHERE r.target IN (
        SELECT document FROM covered WHERE type IN (SELECT value FROM json_each(:types)))
),
cell AS MATERIALIZED (
    SELECT agency, thing, count(DISTINCT activity) AS number
    FROM acting JOIN reach USING (activity) GROUP BY agency, thing
),
both AS MATERIALIZED (                  -- who is listed where the thing is
    SELECT DISTINCT agency, thing FROM listed JOIN read USING (document)
)
SELECT b.short AS agency, b.id AS agency_id, t.short AS country, t.id AS country_id,
       coalesce(cell.number, 0) AS count,
       CASE WHEN cell.number > 0 THEN NULL
            WHEN both.agency IS NOT NULL THEN 'none'
            ELSE 'not recorded' END AS absence
FROM (SELECT DISTINCT agency FROM acting) a JOIN body b ON b.n = a.agency
CROSS JOIN (SELECT DISTINCT thing FROM reach) r JOIN node t ON t.n = r.thing
LEFT JOIN cell ON cell.agency = b.n AND cell.thing = t.n
LEFT JOIN both ON both.agency = b.n AND both.thing = t.n
WHERE :agency IS NULL OR b.id = :agency
ORDER BY agency_id, country_id
