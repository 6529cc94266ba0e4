-- name: partners
-- doc: With whom a stakeholder is on which activities, meetings, papers and programmes, in which roles, and who says so.
-- empty: nobody is recorded on an activity with it
-- counts: own things that it is on
-- from: a matrix of activities, a sheet or a paper that says who does what
-- filters: roundtable topic country document who projection inferred
-- parameter: stakeholder text
-- parameter: roundtable list = null
-- parameter: topic list = null
-- parameter: country list = null
-- parameter: document list = null
-- parameter: who text = "agency"
-- parameter: types list = ["LED", "ORGANISED", "CONDUCTED", "PREPARED", "IMPLEMENTS", "EXTENDS", "CO_FACILITATED", "HOSTED", "CONTRIBUTES_TO", "HAS_EXPERTISE_IN", "ACCOUNTABLE_FOR"]
-- parameter: doing list = ["LED", "ORGANISED", "CONDUCTED", "PREPARED", "IMPLEMENTS", "EXTENDS", "CO_FACILITATED", "HOSTED"]
-- parameter: inferred boolean = false
-- column: partner stakeholder
-- column: activity node
-- column: how text
-- column: own_roles list
-- column: their_roles list
-- column: topics nodes
-- column: documents nodes
-- column: evidence list

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
activity AS NOT MATERIALIZED (         -- what two can be on: an activity, a meeting, a paper,
                                        -- a programme
    SELECT n, id, name FROM node
    WHERE label IN ('Activity', 'Session', 'Roundtable', 'Document', 'Organisation')
      AND (:roundtable IS NULL OR ('roundtable', n) IN inside)
      AND (:topic IS NULL OR ('topic', n) IN inside)
      AND (:country IS NULL OR ('country', n) IN inside)
),
me AS (SELECT n FROM node WHERE id = :stakeholder AND acts),
common(partner, activity, own, own_role, their, their_role) AS (
    SELECT w.source, w.target, v.e, v.type, w.e, w.type
    FROM me CROSS JOIN told v ON v.source = me.n CROSS JOIN activity x ON x.n = v.target
    CROSS JOIN told w ON w.target = x.n AND w.source <> me.n CROSS JOIN body b ON b.n = w.source
    WHERE +v.type IN (SELECT value FROM json_each(:types))
      AND w.type IN (SELECT value FROM json_each(:types))
    UNION ALL
    SELECT b.n, 0, p.e, p.type, p.e, p.type
    FROM me JOIN told p ON p.type = 'PARTNERS_WITH' AND me.n IN (p.source, p.target)
    JOIN body b ON b.n IN (p.source, p.target) AND b.n <> me.n
    WHERE :roundtable IS NULL AND :topic IS NULL AND :country IS NULL
      AND EXISTS (SELECT 1 FROM json_each(:types) t JOIN json_each(:doing) d USING (value))
),
pair AS MATERIALIZED (
    SELECT partner, activity, json_group_array(DISTINCT own_role) AS own_roles,
           json_group_array(DISTINCT their_role) AS their_roles,
           max(own_role IN (SELECT value FROM json_each(:doing))) AS own_does,
           max(their_role IN (SELECT value FROM json_each(:doing))) AS their_does,
           max(own_role = 'HAS_EXPERTISE_IN') AS own_knows,
           max(their_role = 'HAS_EXPERTISE_IN') AS their_knows,
           max(own_role = 'CONTRIBUTES_TO') AS own_helps,
           max(their_role = 'CONTRIBUTES_TO') AS their_helps,
           max(own_role = 'ACCOUNTABLE_FOR') AS own_answers,
           max(their_role = 'ACCOUNTABLE_FOR') AS their_answers
    FROM common GROUP BY partner, activity
),
said AS MATERIALIZED (
    SELECT DISTINCT partner, activity, v.document, v.locator
    FROM common JOIN evidence v ON v.edge IN (own, their)
    WHERE :document IS NULL OR v.document IN (SELECT n FROM paper)
),
places AS MATERIALIZED (
    SELECT partner, activity, json_group_array(d.id || ' ' || locator) AS list
    FROM said JOIN node d ON d.n = document GROUP BY partner, activity
),
papers AS MATERIALIZED (
    SELECT partner, activity,
           json_group_array(json_array(d.id, coalesce(d.properties ->> '$.file', d.name))) AS list
    FROM (SELECT DISTINCT partner, activity, document FROM said) JOIN node d ON d.n = document
    GROUP BY partner, activity
)
SELECT b.short AS partner, b.id AS partner_id, x.name AS activity, x.id AS activity_id,
       CASE WHEN x.id IS NULL THEN 'partners, as stated'
            WHEN own_does AND their_does THEN 'both in a doing role'
            WHEN own_knows AND their_knows THEN 'both listed with expertise'
            WHEN own_helps AND their_helps THEN 'both support it'
            WHEN (own_does AND their_helps) OR (own_helps AND their_does)
            THEN 'one does it, the other supports it'
            WHEN own_answers OR their_answers THEN 'one is accountable for it'
            ELSE 'in different roles' END AS how,
       own_roles, their_roles,
       (SELECT json_group_array(json_array(t.id, t.name)) FROM told u
        JOIN node t ON t.n = u.target AND t.label = 'Topic'
        WHERE u.source = pair.activity AND u.type = 'UNDER') AS topics,
       papers.list AS documents, places.list AS evidence
FROM pair JOIN node b ON b.n = partner LEFT JOIN node x ON x.n = pair.activity
JOIN places USING (partner, activity) JOIN papers USING (partner, activity)
ORDER BY partner_id, coalesce(activity_id, '')
