-- name: overlaps-agencies
-- doc: Pairs of agencies and how many activities they have in common.
-- needs: Activity
-- empty: no two agencies have an activity in common
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
-- parameter: doing list = ["LED", "ORGANISED", "CONDUCTED", "PREPARED", "IMPLEMENTS", "EXTENDS", "CO_FACILITATED", "HOSTED"]
-- parameter: inferred boolean = false
-- column: a stakeholder
-- column: b stakeholder
-- column: shared integer
-- column: jaccard ratio
-- column: together integer
-- column: expertise integer

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
first AS (                              -- the agency asked for, or all
    SELECT n, id, short FROM body WHERE id = :agency
    UNION ALL
    SELECT n, id, short FROM body WHERE :agency IS NULL
),
common AS (
    SELECT v.source AS one, w.source AS other,
           max(v.type IN (SELECT value FROM json_each(:doing))) AS one_does,
           max(w.type IN (SELECT value FROM json_each(:doing))) AS other_does,
           max(v.type = 'HAS_EXPERTISE_IN') AS one_knows,
           max(w.type = 'HAS_EXPERTISE_IN') AS other_knows
    FROM first CROSS JOIN told v ON v.source = first.n CROSS JOIN activity x ON x.n = v.target
    CROSS JOIN told w ON w.target = v.target CROSS JOIN body ON body.n = w.source
    WHERE +v.type IN (SELECT value FROM json_each(:types))
      AND w.type IN (SELECT value FROM json_each(:types))
      AND (first.id < body.id OR (:agency IS NOT NULL AND first.id > body.id))
    GROUP BY v.source, w.source, v.target
),
pair AS MATERIALIZED (
    SELECT one, other, count(*) AS shared, sum(one_does AND other_does) AS together,
           sum(one_knows AND other_knows) AS expertise
    FROM common GROUP BY one, other
),
size AS MATERIALIZED (                  -- on how many activities each of them is
    SELECT agency, (
        SELECT count(DISTINCT w.target) FROM told w CROSS JOIN activity x ON x.n = w.target
        WHERE w.source = agency AND w.type IN (SELECT value FROM json_each(:types))) AS number
    FROM (SELECT one AS agency FROM pair UNION SELECT other FROM pair)
)
SELECT a.short AS a, a.id AS a_id, b.short AS b, b.id AS b_id, shared,
       1.0 * shared / (i.number + j.number - shared) AS jaccard, together, expertise
FROM pair JOIN size i ON i.agency = one JOIN size j ON j.agency = other
JOIN node a ON a.n IN (one, other) JOIN node b ON b.n IN (one, other) AND a.id < b.id
ORDER BY shared DESC, a_id, b_id
