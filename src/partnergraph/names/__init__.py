"""Surface forms to known entities, from reference tables; unknown is an answer."""

from partnergraph.names.entity import Entity, Found
from partnergraph.names.resolver import Names, names

__all__ = ["Entity", "Found", "Names", "names"]
