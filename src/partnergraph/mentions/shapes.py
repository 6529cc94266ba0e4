"""Shapes of printed words that patterns are made of."""

CAPITAL = "".join(
    chr(code) for code in (*range(0x41, 0x250), *range(0x1E00, 0x1F00)) if chr(code).isupper()
)
"""The capital letters of the Latin script, to stand between brackets in a pattern."""
WORD = rf"[{CAPITAL}](?:\.(?= (?:and |& )?[{CAPITAL}])|[\w&]*(?:[-/–’'.](?!s\b)[\w&]+)*)"
"""A capitalised word of a name, or an initial."""
