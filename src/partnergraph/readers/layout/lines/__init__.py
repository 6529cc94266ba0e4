"""Lines of text to blocks: what stands where on the page, by columns of characters alone.

`line` numbers and parts the lines, `furniture` finds what every page repeats, `sides` puts columns
of prose in reading order, `drawn` and `gaps` find tables, `flow` reads the rest; `reading` runs
them in this order. The same rules serve a typed text, a mail, and what `pdftotext -layout` prints.
"""

from partnergraph.readers.layout.lines.reading import blocks_of

__all__ = ["blocks_of"]
