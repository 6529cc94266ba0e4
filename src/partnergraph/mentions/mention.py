"""What is named in a text, and what of it belongs together."""

from typing import Literal, NamedTuple

from partnergraph.names import Entity

What = Literal[
    "body", "event", "country", "process", "instrument", "document", "objective", "person", "date",
    "code", "amount",
]  # fmt: skip
How = Literal["table", "defined", "kind", "listed", "shape", "again"]


class Mention(NamedTuple):
    """Something named in a text at `start` to `stop`, the acronym behind it included.

    `entity` is what a table or a definition of the document knows it as, else None and `name` is
    what is printed. `kind` says what its own words make of it (`university`). `how` is why it is
    a name: a table, a definition in this text, a kind word, its place in a list, its shape
    (dates, persons), `again` where the page has a node of it. `generic` marks a body of which
    each country or document has its own (*Ministry of Labour*); `owner` is the country whose it
    is said to be. Of a person `office` is the role as printed and `at` the bodies or countries it
    is held in. `aside` is what else stands in brackets behind a name in a list: its role, an
    amount.
    """

    start: int
    stop: int
    what: What
    name: str
    entity: Entity | None = None
    kind: str = ""
    acronym: str = ""
    how: How = "table"
    generic: bool = False
    owner: Entity | None = None
    office: str = ""
    at: tuple["Mention", ...] = ()
    aside: str = ""


class Cast(NamedTuple):
    """Names that stand together as one: coordinated (`members`), with what is said aside of them.

    `asides` are the names within appositions and brackets (*an observer of the Colombo Process*)
    and those *on behalf of* whom a member is named: no members.
    """

    start: int
    stop: int
    members: tuple[Mention, ...]
    asides: tuple[Mention, ...] = ()
