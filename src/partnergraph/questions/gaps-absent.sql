-- name: gaps-absent
-- doc: Topic by topic, which agencies have an activity there and which of its documents' agencies have none.
-- needs: Topic Activity
-- empty: no topic lacks an agency that its documents list
-- counts: listed topics of documents that list who is on activities
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
-- column: topic node
-- column: present stakeholders
-- column: absent stakeholders
-- column: here integer
-- column: missing integer
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
    WHERE label = 'Activity' AND (:country IS NULL OR ('country', n) IN inside)
),
covering AS MATERIALIZED (              -- documents that list who is on their activities
    SELECT DISTINCT document AS n FROM covered WHERE type IN (SELECT value FROM json_each(:types))
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
read AS MATERIALIZED (                  -- topics in documents that list who is on activities
    SELECT DISTINCT u.target AS topic, r.target AS document
    FROM covering JOIN told r ON r.target = covering.n AND r.type = 'RECORDED_IN'
    JOIN activity x ON x.n = r.source
    JOIN told u ON u.source = x.n AND u.type = 'UNDER'
    JOIN node t ON t.n = u.target AND t.label = 'Topic'
    WHERE (:document IS NULL OR covering.n IN (SELECT n FROM paper))
      AND (:roundtable IS NULL OR ('roundtable', t.n) IN inside)
      AND (:topic IS NULL OR ('topic', t.n) IN inside)
),
lacking AS MATERIALIZED (
    SELECT topic, agency FROM read JOIN listed USING (document)
    EXCEPT SELECT topic, agency FROM reached
),
absent AS MATERIALIZED (
    SELECT topic, count(*) AS number, json_group_array(json_array(b.id, b.short)) AS list
    FROM lacking JOIN body b ON b.n = agency GROUP BY topic
),
present AS MATERIALIZED (
    SELECT topic, count(*) AS number, json_group_array(json_array(b.id, b.short)) AS list
    FROM reached JOIN body b ON b.n = agency GROUP BY topic
)
SELECT t.name AS topic, t.id AS topic_id,
       coalesce(present.list, '[]') AS present, absent.list AS absent,
       coalesce(present.number, 0) AS here, absent.number AS missing,
       'none' AS absence, 'they are listed, but on no activity of this topic' AS why,
       (SELECT json_group_array(json_array(d.id, coalesce(d.properties ->> '$.file', d.name)))
        FROM read JOIN node d ON d.n = read.document WHERE read.topic = t.n) AS documents
FROM absent JOIN node t ON t.n = absent.topic
LEFT JOIN present ON present.topic = absent.topic
WHERE :agency IS NULL
   OR (t.n, (SELECT n FROM node WHERE id = :agency)) IN lacking
ORDER BY topic_id
