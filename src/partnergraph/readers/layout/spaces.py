"""White space and what is not seen: a cell's or a paragraph's text as runs, one for each line."""

import re

from partnergraph.document.blocks import Run, Runs
from partnergraph.document.places import Place

_LINE_ENDS = re.compile(r"[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_UNSEEN = re.compile("[\u00ad\u200b\u2060\ufeff\x00-\x08\x0e-\x1b]")


def squeezed(text: str) -> str:
    r"""A text on one line: single spaces, without soft hyphens, zero-width spaces and controls.

    >>> squeezed(" Co\u00adordina\u200btion  of\n returns")
    'Coordination of returns'
    """
    return " ".join(_UNSEEN.sub("", text).split())


def runs_of(text: str, place: Place) -> Runs:
    r"""The lines of a text that are not empty, each as a run at a place.

    >>> [run.text for run in runs_of("UNHCR\nUNICEF ", Place("row", 2))]
    ['UNHCR', 'UNICEF']
    """
    lines = map(squeezed, _LINE_ENDS.split(text)) if text else ()
    return tuple(Run(line, place) for line in lines if line)
