// What the graph needs in Neo4j: our nodes are unique by id, stakeholders are found by acronym.
// `partnergraph push` runs this first; running it again changes nothing.

CREATE CONSTRAINT partnergraph_id IF NOT EXISTS FOR (n:Partnergraph) REQUIRE n.id IS UNIQUE;

CREATE TEXT INDEX partnergraph_acronym IF NOT EXISTS FOR (n:Stakeholder) ON (n.acronym);

CALL db.awaitIndexes(300);
