-- name: overlaps-topics
-- doc: Pairs of topics and how many agencies have activities in both.
-- needs: Topic Activity
-- empty: no two topics have an agency in common
-- counts: topics topics with an agency
-- from: a matrix of activities or a who-does-what-where sheet with its themes
-- filters: agency roundtable topic country document who projection inferred
-- parameter: agency text = null
-- parameter: roundtable list = null
-- parameter: topic list = null
-- parameter: country list = null
-- parameter: document list = null
-- parameter: who text = "agency"
-- parameter: types list = ["LED", "ORGANISED", "CONDUCTED", "PREPARED", "IMPLEMENTS", "EXTENDS", "CO_FACILITATED", "HOSTED", "CONTRIBUTES_TO", "HAS_EXPERTISE_IN", "ACCOUNTABLE_FOR"]
-- parameter: inferred boolean = false
-- column: a node
-- column: b node
-- column: shared integer
-- column: jaccard ratio

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
reached AS MATERIALIZED (
    SELECT DISTINCT t.n AS topic, t.id, w.source AS agency
    FROM told w CROSS JOIN node x ON x.n = w.target AND x.label = 'Activity'
    CROSS JOIN body b ON b.n = w.source
    CROSS JOIN told u ON u.source = x.n AND u.type = 'UNDER'
    CROSS JOIN node t ON t.n = u.target AND t.label = 'Topic'
    WHERE w.type IN (SELECT value FROM json_each(:types))
      AND (:roundtable IS NULL OR ('roundtable', t.n) IN inside)
      AND (:country IS NULL OR ('country', x.n) IN inside)
),
size AS MATERIALIZED (SELECT topic, count(*) AS number FROM reached GROUP BY topic),
served AS (                             -- by the agency asked for
    SELECT topic FROM reached WHERE agency = (SELECT n FROM node WHERE id = :agency)
),
pair AS (
    SELECT x.topic AS one, y.topic AS other, count(*) AS shared
    FROM reached x JOIN reached y ON y.agency = x.agency
     AND (x.id < y.id OR (x.id > y.id AND :topic IS NOT NULL
                      AND y.id NOT IN (SELECT value FROM json_each(:topic))))
    WHERE (:topic IS NULL OR x.id IN (SELECT value FROM json_each(:topic)))
      AND (:agency IS NULL OR (x.topic IN served AND y.topic IN served))
    GROUP BY x.topic, y.topic
)
SELECT a.name AS a, a.id AS a_id, b.name AS b, b.id AS b_id, shared,
       1.0 * shared / (i.number + j.number - shared) AS jaccard
FROM pair JOIN size i ON i.topic = one JOIN size j ON j.topic = other
JOIN node a ON a.n IN (one, other) JOIN node b ON b.n IN (one, other) AND a.id < b.id
ORDER BY shared DESC, a_id, b_id
