-- name: evidence
-- doc: The words that one relationship rests on.
-- empty: the graph has no such relationship
-- parameter: source text
-- parameter: type text
-- parameter: target text
-- column: document node
-- column: locator text
-- column: quote text
-- column: method text
-- column: basis text
-- column: cue text
-- column: cue_locator text

SELECT coalesce(d.properties ->> '$.file', d.name) AS document, d.id AS document_id,
       v.locator, v.quote, v.method, v.basis, v.cue, v.cue_locator
FROM edge e JOIN evidence v ON v.edge = e.e JOIN node d ON d.n = v.document
WHERE e.source = (SELECT n FROM node WHERE id = :source)
  AND e.target = (SELECT n FROM node WHERE id = :target) AND e.type = :type
ORDER BY document_id, v.locator, v.quote
