-- name: gaps-outside
-- doc: Countries that are a member of no inter-State consultation mechanism.
-- needs: Country
-- empty: every country is a member of one
-- counts: countries countries
-- from: a list of the members of a consultative process, or a paper that names countries
-- projection: membership in a mechanism, in whatever role and at whatever time
-- filters: country document inferred
-- parameter: country list = null
-- parameter: document list = null
-- parameter: inferred boolean = false
-- column: country stakeholder
-- column: absence text
-- column: why text
-- column: documents nodes

WITH
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
covering AS MATERIALIZED (              -- documents that list who is a member of what
    SELECT document AS n FROM covered WHERE type = 'MEMBER_OF'
),
country AS NOT MATERIALIZED (
    SELECT n, id, short, EXISTS (
        SELECT 1 FROM told WHERE source = n AND type = 'RECORDED_IN' AND target IN covering
    ) AS covered
    FROM node
    WHERE label = 'Country'
      AND (:country IS NULL OR id IN (SELECT value FROM json_each(:country)))
      AND (:document IS NULL OR EXISTS (
          SELECT 1 FROM told WHERE source = n AND type = 'RECORDED_IN'))
)
SELECT o.short AS country, o.id AS country_id,
       CASE WHEN o.covered THEN 'none' ELSE 'not recorded' END AS absence,
       CASE WHEN o.covered THEN 'recorded where members are listed, as a member of none'
            ELSE 'no document that has it lists members' END AS why,
       (SELECT json_group_array(json_array(d.id, coalesce(d.properties ->> '$.file', d.name)))
        FROM told r JOIN node d ON d.n = r.target
        WHERE r.source = o.n AND r.type = 'RECORDED_IN'
          AND (NOT o.covered OR d.n IN covering)) AS documents
FROM country o
WHERE NOT EXISTS (
    SELECT 1 FROM told m JOIN node r ON r.n = m.target AND r.label = 'RCP'
    WHERE m.source = o.n AND m.type = 'MEMBER_OF')
ORDER BY absence, country_id
