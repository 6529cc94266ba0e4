-- name: gaps-unanswered
-- doc: Recommendations and questions that no activity addresses.
-- needs: Recommendation|Question
-- empty: an activity addresses every recommendation and question
-- counts: items recommendations or questions
-- from: a summary with recommendations or a note with guiding questions
-- projection: an activity that addresses it
-- filters: roundtable topic country document inferred
-- parameter: roundtable list = null
-- parameter: topic list = null
-- parameter: country list = null
-- parameter: document list = null
-- parameter: inferred boolean = false
-- column: item node
-- column: kind text
-- column: code text
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
inside(whole, n) AS (                   -- what stands within the roundtable or topic asked for
    SELECT 'roundtable', n FROM node WHERE id IN (SELECT value FROM json_each(:roundtable))
    UNION ALL
    SELECT 'topic', n FROM node WHERE id IN (SELECT value FROM json_each(:topic))
    UNION
    SELECT whole, source FROM inside JOIN sure ON target = n AND type IN ('UNDER', 'PART_OF')
),
covering AS MATERIALIZED (              -- documents that list what their activities address
    SELECT document AS n FROM covered WHERE type = 'ADDRESSES'
),
item AS NOT MATERIALIZED (
    SELECT n, id, name, label, properties ->> '$.code' AS code, EXISTS (
        SELECT 1 FROM told WHERE source = n AND type = 'RECORDED_IN' AND target IN covering
    ) AS covered
    FROM node
    WHERE label IN ('Recommendation', 'Question')
      AND (:document IS NULL OR EXISTS (
          SELECT 1 FROM told WHERE source = n AND type = 'RECORDED_IN'))
      AND (:roundtable IS NULL OR ('roundtable', n) IN inside)
      AND (:topic IS NULL OR ('topic', n) IN inside)
      AND (:country IS NULL OR EXISTS (
          SELECT 1 FROM sure JOIN node c ON c.n = target
          WHERE source = node.n AND type = 'DIRECTED_TO'
            AND c.id IN (SELECT value FROM json_each(:country))))
)
SELECT o.name AS item, o.id AS item_id, o.label AS kind, o.code,
       CASE WHEN o.covered THEN 'none' ELSE 'not recorded' END AS absence,
       CASE WHEN o.covered THEN 'listed with what activities address, and none addresses it'
            ELSE 'no document that has it lists what activities address' END AS why,
       (SELECT json_group_array(json_array(d.id, coalesce(d.properties ->> '$.file', d.name)))
        FROM told r JOIN node d ON d.n = r.target
        WHERE r.source = o.n AND r.type = 'RECORDED_IN'
          AND (NOT o.covered OR d.n IN covering)) AS documents
FROM item o
WHERE NOT EXISTS (SELECT 1 FROM told t WHERE t.target = o.n AND t.type = 'ADDRESSES')
ORDER BY absence, item_id
