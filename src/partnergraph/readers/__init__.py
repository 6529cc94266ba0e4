"""Files to documents: one module for each format, found by first bytes, the ending second.

A format is an entry of FORMATS: what it is called, its endings, how it is recognised, and the
function that reads it, imported when a file needs it. Readers know no names and no relationships.
"""

from partnergraph.readers.formats import FORMATS, Format, endings, is_readable, read

__all__ = ["FORMATS", "Format", "endings", "is_readable", "read"]
