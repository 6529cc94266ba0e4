"""What everything is made of: nodes, relationships, evidence, their ids and the vocabulary."""
