// name: brokers
// doc: Agencies that stand between others: how many pairs of agencies meet on activities only through them.
// empty: nobody stands between two who never meet
// parameter: who text = "agency"
// parameter: types list = ["LED", "ORGANISED", "CONDUCTED", "PREPARED", "IMPLEMENTS", "EXTENDS", "HAS_EXPERTISE_IN"]
// parameter: inferred boolean = false
// column: broker stakeholder
// column: pairs integer
// column: meets integer
// :param {who: "agency", types: ["LED", "ORGANISED", "CONDUCTED", "PREPARED", "IMPLEMENTS", "EXTENDS", "HAS_EXPERTISE_IN"], inferred: false}

MATCH (b:Stakeholder:Partnergraph)-[w]->(x:Activity:Partnergraph)
WHERE type(w) IN $types AND ($who = 'any' OR b:Agency OR b:Organisation) AND (w.stated OR $inferred)
WITH x, collect(DISTINCT b) AS crew
UNWIND crew AS b
UNWIND crew AS other
WITH b, other WHERE b <> other
WITH b, collect(DISTINCT other) AS others
WITH collect({is: b, meets: others}) AS known
UNWIND known AS broker
UNWIND broker.meets AS one
UNWIND broker.meets AS other
WITH known, broker, one, other WHERE one.id < other.id
WITH broker, other, [k IN known WHERE k.is = one][0].meets AS near
WITH broker, sum(CASE WHEN other IN near THEN 0 ELSE 1 END) AS pairs
WHERE pairs > 0
WITH broker.is AS b, pairs, size(broker.meets) AS meets
RETURN coalesce(b.acronym, b.name) AS broker, b.id AS broker_id, pairs, meets
ORDER BY pairs DESC, broker_id
