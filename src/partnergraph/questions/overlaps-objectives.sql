-- name: overlaps-objectives
-- doc: Objectives that several activities, topics, roundtables or documents pursue.
-- needs: Objective PURSUES
-- empty: no objective is pursued twice
-- counts: pursued objectives that an activity pursues
-- from: a matrix of activities or a results framework
-- filters: agency roundtable topic country document who projection inferred
-- parameter: agency text = null
-- parameter: roundtable list = null
-- parameter: topic list = null
-- parameter: country list = null
-- parameter: document list = null
-- parameter: who text = "agency"
-- parameter: types list = ["LED", "ORGANISED", "CONDUCTED", "PREPARED", "IMPLEMENTS", "EXTENDS", "CO_FACILITATED", "HOSTED", "CONTRIBUTES_TO", "HAS_EXPERTISE_IN", "ACCOUNTABLE_FOR"]
-- parameter: inferred boolean = false
-- column: objective node
-- column: activities integer
-- column: topics integer
-- column: roundtables integer
-- column: documents integer

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
round(roundtable, n) AS MATERIALIZED (  -- every roundtable and what is part of it
    SELECT n, n FROM node WHERE label = 'Roundtable'
    UNION
    SELECT roundtable, source FROM round JOIN sure ON target = n AND type = 'PART_OF'
),
pursuit AS NOT MATERIALIZED (
    SELECT p.target AS objective, p.source AS activity, p.e
    FROM told p CROSS JOIN activity x ON x.n = p.source
    WHERE p.type = 'PURSUES' AND (:agency IS NULL OR EXISTS (
        SELECT 1 FROM told w JOIN body b ON b.n = w.source AND b.id = :agency
        WHERE w.target = x.n AND w.type IN (SELECT value FROM json_each(:types))))
),
rounds AS MATERIALIZED (
    SELECT objective, count(DISTINCT roundtable) AS number
    FROM pursuit JOIN told u ON u.source = activity AND u.type = 'UNDER'
    JOIN round ON round.n = u.target
    GROUP BY objective
),
counted AS MATERIALIZED (
    SELECT o.name AS objective, o.id AS objective_id,
           (SELECT count(DISTINCT activity) FROM pursuit WHERE objective = o.n) AS activities,
           (SELECT count(DISTINCT t.n) FROM pursuit
            JOIN told u ON u.source = activity AND u.type = 'UNDER'
            JOIN node t ON t.n = u.target AND t.label = 'Topic'
            WHERE objective = o.n) AS topics,
           coalesce(rounds.number, 0) AS roundtables,
           (SELECT count(DISTINCT v.document) FROM pursuit JOIN evidence v ON v.edge = pursuit.e
            WHERE objective = o.n AND (:document IS NULL
              OR v.document IN (SELECT n FROM paper))) AS documents
    FROM node o LEFT JOIN rounds ON rounds.objective = o.n WHERE label = 'Objective'
)
SELECT objective, objective_id, activities, topics, roundtables, documents
FROM counted
WHERE max(activities, topics, roundtables, documents) > 1
ORDER BY activities DESC, objective_id
