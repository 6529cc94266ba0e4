"""The partners of one on a screen: who does things with it first, a part for each."""

from collections.abc import Sequence
from itertools import groupby
from operator import itemgetter
from typing import TextIO

from partnergraph.questions import listing
from partnergraph.questions.answer import Answer
from partnergraph.questions.together import TOGETHER
from partnergraph.records.vocabulary import vocabulary
from partnergraph.screen import table
from partnergraph.screen.answers import Screen
from partnergraph.screen.cells import ordered
from partnergraph.screen.output import Row
from partnergraph.screen.words import counted, wording

_HEADING = itemgetter("partner_id", "how")
_STATED = "partners, as stated"
_FIRST = (_STATED, TOGETHER)


def write_partners(screen: Screen, answer: Answer, limit: int, out: TextIO) -> None:
    """Write for each partner how it is one, on how many activities, and the first of them."""
    words = wording(listing.question(answer.name))
    groups = [list(group) for _, group in groupby(sorted(answer.rows, key=_HEADING), _HEADING)]
    groups.sort(key=_telling)
    screen.title(screen.filled(words.title) + screen.where())
    for group in groups:
        first = group[0]
        known = [row for row in group if row["activity_id"]]
        many = f": {counted(len(known), *_things(known))}" if known else ""
        table.say(f"{first['partner']}, {first['how']}{many}", out, "bold")
        rows = ordered(known, ["activity_id"])[: limit or None]
        screen.rows(words, rows, rows[:1])
        if len(rows) < len(known):
            out.write(f"and {len(known) - len(rows)} more\n")
        out.write("\n")
    partners = len({row["partner_id"] for row in answer.rows})
    shown = [row for group in groups for row in group[: limit or None]]
    if answer.rows:
        every = "; --limit 0 shows every activity" if len(shown) < answer.total else ""
        table.say(f"{counted(partners, 'partner', 'partners')}{every}.", out)
    screen.about(answer, shown)
    screen.next(words.next, [group[0] for group in groups])


def _telling(group: Sequence[Row]) -> tuple[bool, bool, int, str]:
    how = group[0]["how"]
    return how not in _FIRST, how.startswith("both listed"), -len(group), group[0]["partner"]


def _things(rows: Sequence[Row]) -> tuple[str, str]:
    alike = all(row["activity_id"].startswith("activity:") for row in rows)
    return ("activity", "activities") if alike else ("thing", "things")


def _roles(row: Row) -> str:
    types = vocabulary().types
    own, theirs = (", ".join(types[t].phrase for t in row[k]) for k in ("own_roles", "their_roles"))
    return own if own == theirs else f"{own} / {theirs}"
