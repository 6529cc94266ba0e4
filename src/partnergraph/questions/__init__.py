"""Questions a graph can be asked: gaps, overlaps, partners, each in SQL and in Cypher."""

from partnergraph.questions.answer import Answer, Source, ask
from partnergraph.questions.listing import catalogue, in_cypher, kinds, question

__all__ = ["Answer", "Source", "ask", "catalogue", "in_cypher", "kinds", "question"]
