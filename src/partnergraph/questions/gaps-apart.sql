-- name: gaps-apart
-- doc: Pairs of agencies that have no activity in common, and how many topics they share.
-- needs: Activity
-- empty: all agencies have an activity in common
-- counts: bodies agencies with an activity
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
-- column: a stakeholder
-- column: b stakeholder
-- column: topics integer
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
reached AS MATERIALIZED (
    SELECT DISTINCT agency, u.target AS topic
    FROM acting JOIN told u ON u.source = activity AND u.type = 'UNDER'
    JOIN node t ON t.n = u.target AND t.label = 'Topic'
    WHERE (:roundtable IS NULL OR ('roundtable', t.n) IN inside)
      AND (:topic IS NULL OR ('topic', t.n) IN inside)
),
active AS MATERIALIZED (
    SELECT n, id, short FROM body WHERE n IN (SELECT agency FROM acting)
),
asked AS MATERIALIZED (                 -- the agency asked for, or all
    SELECT n, id, short FROM active WHERE :agency IS NULL OR id = :agency
),
together AS MATERIALIZED (
    SELECT DISTINCT x.agency AS one, y.agency AS other
    FROM acting x JOIN acting y ON y.activity = x.activity AND y.agency <> x.agency
    WHERE x.agency IN (SELECT n FROM asked)
),
topics AS MATERIALIZED (
    SELECT x.agency AS one, y.agency AS other, count(*) AS number
    FROM reached x JOIN reached y ON y.topic = x.topic AND y.agency <> x.agency
    WHERE x.agency IN (SELECT n FROM asked)
    GROUP BY x.agency, y.agency
),
documents AS MATERIALIZED (
    SELECT x.agency AS one, y.agency AS other,
           json_group_array(json_array(d.id, coalesce(d.properties ->> '$.file', d.name))) AS list
    FROM listed x JOIN listed y ON y.document = x.document AND y.agency <> x.agency
    JOIN node d ON d.n = x.document
    WHERE x.agency IN (SELECT n FROM asked)
    GROUP BY x.agency, y.agency
),
pair AS (
    SELECT one.n AS one, other.n AS other,
           min(one.id, other.id) AS a_id, max(one.id, other.id) AS b_id
    FROM asked one JOIN active other
    ON one.id < other.id OR (:agency IS NOT NULL AND one.id > other.id)
    LEFT JOIN together t ON t.one = one.n AND t.other = other.n
    WHERE t.one IS NULL
)
SELECT a.short AS a, a_id, b.short AS b, b_id, coalesce(topics.number, 0) AS topics,
       CASE WHEN list IS NULL THEN 'not recorded' ELSE 'none' END AS absence,
       CASE WHEN list IS NULL THEN 'no document that lists who is on activities has both'
            ELSE 'both listed, never on the same activity' END AS why,
       coalesce(list, '[]') AS documents
FROM pair JOIN node a ON a.id = a_id JOIN node b ON b.id = b_id
LEFT JOIN topics USING (one, other)
LEFT JOIN documents USING (one, other)
ORDER BY absence, topics DESC, a_id, b_id
