"""Sums of money as papers print them: `USD 4.2 million`, `3 millions d’euros`."""

import re

_MONEY = (
    r"(?:USD|EUR|GBP|CHF|CAD|AUD|JPY|NOK|SEK|DKK|XOF|XAF|ZAR|KES|US\$|C\$|A\$|CA\$|AU\$|[$€£¥])"
)
_NUMBER = r"\d{1,3}(?:[,. ’']\d{3}){1,4}(?:[.,]\d{1,2})?|\d{1,12}(?:[.,]\d{1,3})?"
_SCALE = r"(?:\s?(?:million|millions|billion|thousand|millones|mil|milliards|mio|bn|m|k)\b)?"
AMOUNT = re.compile(
    rf"(?:{_MONEY}\s?(?:{_NUMBER}){_SCALE}"
    rf"|(?<![\d.,])(?:{_NUMBER}){_SCALE}"
    rf"\s?(?:d[e’']\s?)?(?:{_MONEY}(?!\w)|(?:(?:US|Canadian|Australian|American) )?dollars?\b"
    rf"|euros?\b|d[oó]lares\b"
    rf"|francs?(?: CFA)?\b|FCFA\b|yen\b|pounds\b|pesos\b|kron(?:er|or)\b))",
    re.IGNORECASE,
)
WORD = "money"
"""What a sum reads as where a verb is looked up with it: gave EUR 40,000, *give money*."""


def said(text: str) -> str:
    """A text with each sum of money as one word.

    >>> said("contributed … USD 2 million")
    'contributed … money'
    """
    return AMOUNT.sub(WORD, text)
