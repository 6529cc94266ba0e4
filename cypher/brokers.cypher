// name: brokers
// doc: Agencies that stand between others: how many pairs meet each of them on activities and never each other.
// empty: nobody stands between two who never meet
// parameter: who text = "agency"
// parameter: types list = ["LED", "ORGANISED", "CONDUCTED", "PREPARED", "IMPLEMENTS", "EXTENDS", "CO_FACILITATED", "HOSTED", "CONTRIBUTES_TO", "HAS_EXPERTISE_IN", "ACCOUNTABLE_FOR"]
// parameter: inferred boolean = false
// column: broker stakeholder
// column: pairs integer
// column: meets integer
// :param {who: "agency", types: ["LED", "ORGANISED", "CONDUCTED", "PREPARED", "IMPLEMENTS", "EXTENDS", "CO_FACILITATED", "HOSTED", "CONTRIBUTES_TO", "HAS_EXPERTISE_IN", "ACCOUNTABLE_FOR"], inferred: false}

MATCH (b:Stakeholder:Partnergraph)-[w]->(x:Activity:Partnergraph)
WHERE type(w) IN $types AND ($who = 'any' OR b:Agency OR b:Organisation) AND (w.stated OR $inferred)
WITH x, collect(DISTINCT b) AS crew
UNWIND crew AS b
UNWIND crew AS other
WITH b, other WHERE b <> other
WITH b, collect(DISTINCT other) AS others
UNWIND others AS one
UNWIND others AS other
WITH b, others, one, other
WHERE one.id < other.id AND NOT EXISTS {
  (one)-[w]->(x:Activity:Partnergraph)<-[v]-(other)
  WHERE type(w) IN $types AND type(v) IN $types
    AND (w.stated OR $inferred) AND (v.stated OR $inferred)
}
RETURN coalesce(b.acronym, b.name) AS broker, b.id AS broker_id,
       count(*) AS pairs, size(others) AS meets
ORDER BY pairs DESC, broker_id
