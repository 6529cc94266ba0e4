// name: agencies-by-topic
// doc: How many activities each agency has under each topic, and in which roles.
// empty: nobody is recorded on an activity under a topic
// parameter: who text = "agency"
// parameter: types list = ["LED", "ORGANISED", "CONDUCTED", "PREPARED", "IMPLEMENTS", "EXTENDS", "CO_FACILITATED", "HOSTED", "CONTRIBUTES_TO", "HAS_EXPERTISE_IN", "ACCOUNTABLE_FOR"]
// parameter: inferred boolean = false
// column: agency stakeholder
// column: topic node
// column: activities integer
// column: roles list
// :param {who: "agency", types: ["LED", "ORGANISED", "CONDUCTED", "PREPARED", "IMPLEMENTS", "EXTENDS", "CO_FACILITATED", "HOSTED", "CONTRIBUTES_TO", "HAS_EXPERTISE_IN", "ACCOUNTABLE_FOR"], inferred: false}

MATCH (b:Stakeholder:Partnergraph)-[w]->(x:Activity:Partnergraph)-[u:UNDER]->(t:Topic:Partnergraph)
WHERE type(w) IN $types AND ($who = 'any' OR b:Agency OR b:Organisation)
  AND (w.stated OR $inferred) AND (u.stated OR $inferred)
RETURN coalesce(b.acronym, b.name) AS agency, b.id AS agency_id, t.name AS topic, t.id AS topic_id,
       count(DISTINCT x) AS activities, collect(DISTINCT type(w)) AS roles
ORDER BY agency_id, activities DESC, topic_id
