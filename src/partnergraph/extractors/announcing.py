"""Whether a heading or a lead-in announces recommendations, proposals or actions to come.

In goes its text, out comes yes or no. What announces something else in the same words (who
proposed, what was done, what was refused, further reading) is a no.
"""

import re

from partnergraph.lexicon import lexicon

_ANNOUNCING = re.compile(
    r"\b(?:recommend\w*|recomm?[ae]nd\w*|recomiend\w*|propos(?:e[sd]?|als?|ing|itions?|ent|er|ée?s?)"
    r"|propuestas?|propus\w+|propon\w+|propose[zr]?|suggest\w*|suggér\w*|sugir\w*|suger\w*"
    r"|urg(?:e[sd]?|ing)|call(?:ed|s|ing)?\s+(?:up)?on|call(?:ed|s|ing)?\s+for"
    r"|actions?\s+points?|actions|acciones|ways?\s+forward|next\s+steps|suites\s+à\s+donner"
    r"|prochaines\s+étapes|próximos\s+pasos|voie\s+à\s+suivre|camino\s+a\s+seguir)\b",
    re.IGNORECASE,
)
_SOMETHING_ELSE = re.compile(
    r"""\b(?:
      not | never | rejected | withdrawn | rejetées? | rechazadas?
    | previous(?:ly)? | earlier | past | last\s+year\S*
    | (?<!to\sbe\s)(?:completed | implemented | carried\s+out | undertaken)
    | actions\s+(?:already\s+)?taken | follow-up\s+to
    | (?:proposed|recommended|suggested)\s+(?:agenda|programme|program|schedule|timetable|speakers?
        |participants|reading|literature|sources|documents|date|venue)
    | questions?\b(?!.*\brecommend)
    | (?:members?|composition|list)\s+of\s+the
    | (?:following|these)\s+(?:\w+\s+)?(?:member\s+states|states|countries|delegations
        |organi[sz]ations|stakeholders|speakers|participants)\s+(?:\w+\s+)?(?:made|presented|proposed
        |recommended|suggested|supported|submitted)
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)
_ANOTHER_LIST = re.compile(
    r"\b(?:challenges|practices?|examples?|questions?|gaps|barriers|obstacles|states|countries"
    r"|participants|speakers|documents|sources|principles|findings|observations|conclusions|lessons"
    r"|définis|défis|pratiques|exemples|desafíos|prácticas|ejemplos)\b",
    re.IGNORECASE,
)


def announces(words: str) -> bool:
    """Whether these words announce recommendations, proposals or actions.

    >>> announces("The following recommendations were made:"), announces("Way forward")
    (True, True)
    >>> announces("Challenges identified:"), announces("Recommendations of previous sessions:")
    (False, False)
    """
    told = lexicon().heading(words)
    if told and told.kind == "material":
        return False
    return bool(_ANNOUNCING.search(words)) and not _SOMETHING_ELSE.search(words)


def announces_another(words: str) -> bool:
    """Whether a lead-in says what follows, and it is no recommendation, proposal or action.

    >>> announces_another("Challenges identified:"), announces_another("These were:")
    (True, False)
    """
    return bool(_ANOTHER_LIST.search(words) or _SOMETHING_ELSE.search(words))
