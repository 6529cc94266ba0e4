"""Shapes of printed words that patterns are made of."""

import re

CAPITAL = "".join(
    chr(code) for code in (*range(0x41, 0x250), *range(0x1E00, 0x1F00)) if chr(code).isupper()
)
"""The capital letters of the Latin script, to stand between brackets in a pattern."""
WORD = rf"[{CAPITAL}](?:\.(?= (?:and |& )?[{CAPITAL}])|[\w&]*(?:[-/–’'.](?!s\b)[\w&]+)*)"
"""A capitalised word of a name, or an initial."""
_ADDRESS = (
    r"(?:(?:His|Her|Their) Excellenc(?:y|ies)|(?:Son|Sa|Su) Exc(?:ellence|elencia)|H\. ?E\.?"
    r"|S\. ?E\.?|H\.?R\.?H\.?|Mr|Ms|Mrs|Miss|Mme|Mlle|Monsieur|Madame|Madam|Mgr|Drs?|Dra|Ing|Lic"
    r"|Professor|Prof|Sra?|Srta|Sir|Dame|Lord|Lady|Baroness|Sheikha?|Ambassador|Amb|Colonel"
    r"|Hon|Honou?rable|Rev|Senator|Archbishop|Bishop|Cardinal|Father|Sister|Imam|Rabbi)\b\.?"
)
_MONSIEUR = r"(?:(?<![\w.] )(?<![\w.])|(?<=E\. )|(?<=par )|(?<= et ))M\."
_IN_CAPITALS = r"\b(?:(?:MR|MRS|MME|MISS)\b\.?|(?:MS|DR|DRA|PROF|SR|SRA|SRTA|AMB|HON|REV)\.)"
HONORIFIC = rf"(?:{_ADDRESS}|{_MONSIEUR}|{_IN_CAPITALS})"
NAME_WORD = rf"(?:[dD][’']|(?:al|el|as|ad|an|ar|az|ben|bin)-)?[{CAPITAL}][\w’'.-]*"
_PARTICLE = (
    r"(?:de|del|della|da|dos|das|van|von|der|den|bin|bint|ben|ibn|abu|ould|al|el|la|las|los|le|di|du"
    r"|zu|y|e)"
)
NAME = rf"{NAME_WORD}(?:(?: {_PARTICLE}\b){{0,3}} {NAME_WORD}){{1,5}}"
INVERTED = re.compile(
    rf"(?<![\w’'.-])(?P<name>{NAME_WORD}(?:,? {NAME_WORD}){{1,6}})"
    r" \((?:Mr|Ms|Mrs|Miss|Dr|Prof|M|Mme|Mlle|Sr|Sra|Srta)\.?\)"
)
"""A name with its form of address behind it, as lists of participants print: `RUIZ, Ana (Ms)`."""
ADDRESSED = re.compile(rf"(?=[A-Z])(?:{HONORIFIC} ?){{1,4}}(?P<name>{NAME})")
