"""The graph in a Neo4j: how it stands there, asked, pushed, pruned; and a server to run."""
