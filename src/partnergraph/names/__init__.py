"""Surface forms to known entities, from reference tables; unknown is an answer."""

from partnergraph.names.resolver import Entity, Found, Names, names

__all__ = ["Entity", "Found", "Names", "names"]
