-- name: totals
-- doc: How much there is to count within some filters: what an empty answer is measured by.
-- empty: the graph is empty
-- filters: roundtable topic country document who projection inferred
-- parameter: stakeholder text = null
-- parameter: roundtable list = null
-- parameter: topic list = null
-- parameter: country list = null
-- parameter: document list = null
-- parameter: who text = "agency"
-- parameter: types list = ["LED", "ORGANISED", "CONDUCTED", "PREPARED", "IMPLEMENTS", "EXTENDS", "CO_FACILITATED", "HOSTED", "CONTRIBUTES_TO", "HAS_EXPERTISE_IN", "ACCOUNTABLE_FOR"]
-- parameter: inferred boolean = false
-- column: objectives integer
-- column: pursued integer
-- column: activities integer
-- column: served integer
-- column: bodies integer
-- column: listed integer
-- column: topics integer
-- column: items integer
-- column: countries integer
-- column: own integer

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
about(whole, n) AS (                    -- and what it pursues, discusses or asks about
    SELECT whole, n FROM inside
    UNION
    SELECT whole, target FROM inside
    CROSS JOIN sure ON source = n AND type IN ('PURSUES', 'DISCUSSES', 'ASKS_ABOUT')
),
known AS NOT MATERIALIZED (             -- what the documents asked for record
    SELECT n, label FROM node
    WHERE :document IS NULL OR EXISTS (
        SELECT 1 FROM told WHERE source = n AND type = 'RECORDED_IN')
),
within AS NOT MATERIALIZED (
    SELECT n, label FROM node
    WHERE (:roundtable IS NULL OR ('roundtable', n) IN inside)
      AND (:topic IS NULL OR ('topic', n) IN inside)
      AND (:country IS NULL OR ('country', n) IN inside)
),
body AS NOT MATERIALIZED (
    SELECT n FROM node WHERE acts AND (label IN ('Agency', 'Organisation') OR :who = 'any')
),
acting AS MATERIALIZED (
    SELECT DISTINCT w.source AS agency, w.target AS activity
    FROM told w CROSS JOIN node x ON x.n = w.target AND x.label = 'Activity'
    CROSS JOIN body b ON b.n = w.source
    WHERE w.type IN (SELECT value FROM json_each(:types))
),
standing AS MATERIALIZED (              -- activities and the topics they stand under
    SELECT DISTINCT u.source AS activity, u.target AS topic
    FROM told u JOIN node t ON t.n = u.target AND t.label = 'Topic'
    WHERE u.type = 'UNDER'
      AND (:roundtable IS NULL OR ('roundtable', t.n) IN inside)
      AND (:topic IS NULL OR ('topic', t.n) IN inside)
      AND (:country IS NULL OR ('country', u.source) IN inside)
)
SELECT
    (SELECT count(*) FROM known
     WHERE label = 'Objective' AND (:roundtable IS NULL OR ('roundtable', n) IN about)
       AND (:topic IS NULL OR ('topic', n) IN about)
       AND (:country IS NULL OR ('country', n) IN about)) AS objectives,
    (SELECT count(DISTINCT p.target) FROM told p JOIN within x ON x.n = p.source
     WHERE p.type = 'PURSUES' AND x.label = 'Activity') AS pursued,
    (SELECT count(*) FROM known JOIN within USING (n, label) WHERE label = 'Activity')
        AS activities,
    (SELECT count(DISTINCT activity) FROM acting JOIN within ON n = activity) AS served,
    (SELECT count(DISTINCT agency) FROM acting JOIN within ON n = activity) AS bodies,
    (SELECT count(DISTINCT topic) FROM standing JOIN node x ON x.n = activity
     JOIN told r ON r.source = activity AND r.type = 'RECORDED_IN'
     WHERE x.label = 'Activity' AND (:document IS NULL OR r.target IN (SELECT n FROM paper))
       AND r.target IN (
         SELECT document FROM covered WHERE type IN (SELECT value FROM json_each(:types))))
        AS listed,
    (SELECT count(DISTINCT topic) FROM standing JOIN acting USING (activity)) AS topics,
    (SELECT count(*) FROM known
     WHERE label IN ('Recommendation', 'Question')
       AND (:roundtable IS NULL OR ('roundtable', n) IN inside)
       AND (:topic IS NULL OR ('topic', n) IN inside)
       AND (:country IS NULL OR EXISTS (
           SELECT 1 FROM sure JOIN node c ON c.n = target
           WHERE source = known.n AND type = 'DIRECTED_TO'
             AND c.id IN (SELECT value FROM json_each(:country))))) AS items,
    (SELECT count(*) FROM known
     WHERE label = 'Country' AND (:country IS NULL OR ('country', n) IN inside)) AS countries,
    (SELECT count(DISTINCT w.target) FROM told w JOIN within x ON x.n = w.target
     WHERE w.source = (SELECT n FROM node WHERE id = :stakeholder)
       AND x.label IN ('Activity', 'Session', 'Roundtable', 'Document', 'Organisation')
       AND w.type IN (SELECT value FROM json_each(:types))) AS own
WHERE EXISTS (SELECT 1 FROM node)
