"""What a line says of the list below it: recommendations, questions, themes, or something else."""

import re
from functools import cache

from partnergraph.lexicon.data import LANGUAGES, listed, read
from partnergraph.records.ids import fold

_SHORT = 12  # words; a line that announces actions by that word alone is hardly longer
_LONGEST = 1000  # characters of a line that announces something


def says(name: str, text: str) -> bool:
    """Whether a phrase of a class stands in some words.

    >>> says("recommendations", "It was proposed to:"), says("themes", "Priority areas:")
    (True, True)
    """
    return bool(_pattern(name).search(fold(text[-_LONGEST:])))


def begins(name: str, text: str) -> bool:
    """Whether some words begin with a phrase of a class.

    >>> begins("addressed", "To Governments:"), begins("addressed", "Governments:")
    (True, False)
    """
    return bool(_pattern(name).match(fold(text[:_LONGEST])))


def ends(name: str, text: str) -> bool:
    """Whether some words end in a phrase of a class.

    >>> ends("about", "to build trust on:"), ends("about", "on trust:")
    (True, False)
    """
    folded = fold(text[-_LONGEST:])
    return any(match.end() == len(folded) for match in _pattern(name).finditer(folded))


def recommendations(text: str) -> bool:
    """Whether words announce recommendations, proposals or actions to come.

    >>> recommendations("The following recommendations were made:"), recommendations("Way forward")
    (True, True)
    >>> recommendations("Challenges:"), recommendations("Recommendations of previous sessions:")
    (False, False)
    >>> recommendations("Actions:"), recommendations(f"It tells {'much ' * 9}of actions in areas:")
    (True, False)
    """
    short = len(text.split()) <= _SHORT and says("actions", text)
    if not short and not says("recommendations", text):
        return False
    asked = says("questions", text) and not re.search(r"question.*\brecom", fold(text))
    return not asked and not _of_others(text)


def something_else(text: str) -> bool:
    """Whether a heading says what is below it, and it is no recommendation, proposal or action.

    >>> something_else("Challenges identified"), something_else("States"), something_else("Health")
    (True, False, False)
    """
    return says("others", text) or _of_others(text)


def others_follow(text: str) -> bool:
    """Whether a lead-in says so of the list behind it, which may be one of people.

    >>> others_follow("The speakers were:"), others_follow("These were:")
    (True, False)
    """
    return something_else(text) or says("people", text)


def questions(text: str) -> bool:
    """Whether a heading is the word for questions and what goes with it.

    >>> questions("Guiding questions"), questions("Preguntas orientadoras:")
    (True, True)
    >>> questions("Frequently asked questions"), questions("A question of trust")
    (False, False)
    """
    words = fold(text)
    rest = _pattern("questions").sub(" | ", words, count=1)
    before, found, behind = (part.strip() for part in rest.partition("|"))
    if not found or says("answered", text):
        return False
    return all(not part or _only("asking", part) for part in (before, behind))


def questions_follow(text: str) -> bool:
    """Whether a sentence that ends in a colon says that questions follow.

    >>> questions_follow("The session will address the questions:")
    True
    >>> questions_follow("The following questions were asked:")
    False
    """
    return says("questions", text) and not says("answered", text)


def themes(text: str) -> bool:
    """Whether the words before an enumeration say that it is one of themes.

    >>> themes("The Summit has three themes:"), themes("The aim of the Forum is to build trust on:")
    (True, True)
    >>> themes("The objective of this workshop is to:"), themes("It identified:")
    (False, False)
    """
    for_what = says("purpose", text) and says("meeting", text) and ends("about", text)
    return says("themes", text) or for_what


def _of_others(text: str) -> bool:
    kept = _pattern("undone").sub(" ", fold(text[-_LONGEST:]))
    return bool(_pattern("besides").search(kept))


def _only(name: str, words: str) -> bool:
    """Whether words are nothing but phrases of a class."""
    while words:
        found = _pattern(name).match(words)
        if not found or not found.end():
            return False
        words = words[found.end() :].strip()
    return True


@cache
def _pattern(name: str) -> re.Pattern[str]:
    table = read("announced")[name]
    phrases = [each for one in LANGUAGES for each in listed(table.get(one, ""))]
    forms = "|".join(map(_form, sorted(phrases, key=len, reverse=True)))
    return re.compile(rf"(?<!\w)(?:{forms})(?!\w)")


def _form(phrase: str) -> str:
    """A phrase as a pattern.

    >>> re.fullmatch(_form("these _? states/countries"), "these three states") is not None
    True
    """
    made = ""
    for slot in phrase.split():
        if slot == "_?":
            made += r"(?: \w+)?"
            continue
        either = "|".join(
            re.escape(fold(word)) + r"\w*" * word.endswith("*") for word in slot.split("/")
        )
        made += (" " if made else "") + (f"(?:{either})" if "/" in slot else either)
    return made
