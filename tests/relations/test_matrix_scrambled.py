"""Matrices made from known rows and scrambled as the extraction of a PDF scrambles them."""

import random
import textwrap
from dataclasses import dataclass, field

import pytest

import reading

LISTED = ("HAS_EXPERTISE_IN", "IMPLEMENTS", "LED", "CONTRIBUTES_TO")
"""What the header over a column of agencies may say of them."""

VERBS = ("Develop", "Promote", "Support", "Organize", "Establish", "Train", "Monitor", "Review")
THINGS = (
    "seasonal work schemes in the fishing sector",
    "a mobile clinic network along the southern corridor",
    "teacher exchanges between border provinces",
    "a register of recruiters and their sanctions",
    "legal aid desks at consulates",
    "savings clubs in villages of origin",
    "flood insurance for returnee farmers",
    "bridging courses for newly arrived children",
    "standards for portable pensions",
    "diaspora bonds for rural electrification",
    "a survey of climate displacement",
    "language labs in municipal libraries",
)
PLACES = (
    "in coastal districts",
    "at national and local levels, in close contact with trade unions and employers",
    "with a focus on women and young people",
    "across the region, taking into account the needs of newcomers and of host communities",
    "in pilot municipalities and their surrounding communities, with a yearly review",
)
AIMS = ("Increase", "Reduce", "Strengthen", "Improve", "Protect", "Ensure", "Foster", "Widen")
GOALS = (
    "access of workers to decent seasonal jobs",
    "the health of people on the move",
    "learning outcomes of children in border areas, in particular of those left behind",
    "legal protection of migrants abroad through better cooperation between countries",
    "household savings and local investment",
    "resilience of farming families",
    "social security for those who move between countries, and for their families",
    "fair settlement of disputes over land, through better cooperation",
)
ITEMS = (
    "setting up a steering committee",
    "mapping who does what in each district and publishing the results twice a year",
    "translating the materials into local languages",
    "training two hundred staff",
)
BODIES = ("IOM", "UNDP", "UNHCR", "UNFPA", "UNODC", "UN-DESA", "ILO", "UNICEF", "WHO", "FAO")


@dataclass(frozen=True)
class Row:
    activity: str
    objectives: tuple[str, ...]
    agencies: tuple[str, ...]
    details: tuple[str, ...] = ()


def a_row(chance: random.Random) -> Row:
    activity = f"{chance.choice(VERBS)} {chance.choice(THINGS)} {chance.choice(PLACES)}"
    kind = chance.random()
    details: tuple[str, ...] = ()
    if kind < 0.3:
        first, second, third = chance.sample(ITEMS, 3)
        details = (f"- {first};", f"- {second}; and", f"- {third}.")
    elif kind < 0.5:
        details = ("For example, local councils could host the first two pilots and report.",)
    return Row(
        activity + (", including by:" if kind < 0.3 else "."),
        tuple(
            f"{verb} {goal}."
            for verb, goal in zip(
                chance.sample(AIMS, 3),
                chance.sample(GOALS, chance.choice((1, 1, 1, 2, 3))),
                strict=False,
            )
        ),
        tuple(chance.sample(BODIES, chance.choice((1, 1, 2, 3)))),
        details,
    )


@dataclass
class Sheet:
    """Prints cells as blocks of lines; now and then two blocks of a column stick together."""

    chance: random.Random
    widths: tuple[int, int, int]
    lines: list[str] = field(default_factory=list)
    column: str = ""
    new_page: bool = False

    def wrap(self, text: str, width: int) -> list[str]:
        lines, line, limit = [], "", width + self.chance.randint(-3, 3)
        for word in text.split():
            if line and len(line) + 1 + len(word) > limit:
                lines.append(line)
                line, limit = "", width + self.chance.randint(-3, 3)
            line = f"{line} {word}".strip()
        return [*lines, line]

    def put(self, column: str, lines: list[str], glue: float = 0.0) -> None:
        if self.new_page:
            lines = [f" {lines[0]}", *lines[1:]]
        elif self.lines and not (column == self.column and self.chance.random() < glue):
            self.lines.append("")
        self.new_page, self.column = False, column
        self.lines += lines

    def heads(self) -> None:
        for line in ("Activity", "Objective", "GMG Member(s)\nwith Expertise"):
            self.put("header", line.split("\n"))

    def lead(self, row: Row, glue: float = 0.8) -> None:
        self.put("activity", self.wrap(row.activity, self.widths[0]), glue)

    def rest(self, row: Row) -> None:
        if row.details:
            lines = [line for text in row.details for line in self.wrap(text, self.widths[0])]
            self.put("activity", lines, 0.7)

    def aims(self, row: Row) -> None:
        """The first objective, the agencies beside it, then the other objectives."""
        first, *more = (self.wrap(text, self.widths[1]) for text in row.objectives)
        beside = more and self.chance.random() < 0.3
        self.put(
            "objective", [*first, *(line for text in more for line in text)] if beside else first
        )
        listed = textwrap.wrap(", ".join(row.agencies), self.widths[2], break_on_hyphens=False)
        self.put("agencies", listed)
        for lines in [] if beside else more:
            self.put("objective", lines, 0.1)

    def scrambled(self, rows: list[Row]) -> None:
        how = self.chance.choice(("by row", "details last", "activities last"))
        if how == "activities last":
            self.lead(rows[0])
            for row in rows:
                self.aims(row)
            self.rest(rows[0])
            for row in rows[1:]:
                self.lead(row, 0.9)
                self.rest(row)
            return
        for row in rows:
            self.lead(row)
            self.aims(row)
            if how == "by row":
                self.rest(row)
        for row in rows if how == "details last" else []:
            self.rest(row)

    def in_order(self, rows: list[Row]) -> None:
        for row in rows:
            cell = [row.activity, *row.details]
            self.put(
                "activity", [line for text in cell for line in self.wrap(text, self.widths[0])]
            )
            texts = [self.wrap(text, self.widths[1]) for text in row.objectives]
            self.put("objective", [line for text in texts for line in text])
            self.put("agencies", [", ".join(row.agencies)])


def made(seed: int, widths: tuple[int, int, int], scrambled: bool) -> tuple[str, list[Row]]:
    """A matrix of three roundtables and its rows."""
    chance = random.Random(seed)
    sheet = Sheet(chance, widths, ["Matrix of activities"], "title")
    every: list[Row] = []
    for roundtable in (1, 2, 3):
        for letter in "abc"[: chance.choice((2, 3))]:
            if letter == "a":
                sheet.put("label", [f"ROUNDTABLE {roundtable}:"])
            sheet.put("label", [f"{letter}."])
            if letter == "a":
                sheet.put("title", [f"THE SUBJECT OF ROUNDTABLE {roundtable}"])
            sheet.put("title", [f"The Many Things of Section {letter.upper()}"])
            sheet.heads()
            rows = [a_row(chance) for _ in range(chance.randint(2, 7))]
            every += rows
            while rows:
                count = chance.choice((1, 2, 3)) if scrambled else 1
                (sheet.scrambled if scrambled else sheet.in_order)(rows[:count])
                rows = rows[count:]
                if rows and chance.random() < 0.5:
                    sheet.new_page = chance.random() < 0.8
                    if chance.random() < 0.6:
                        sheet.heads()
    return "\n".join(sheet.lines) + "\n", every


def measure(content: str, rows: list[Row]) -> tuple[int, int]:
    """How many rows are right, and how many links say what no row says."""
    _, said, _ = reading.read(content)
    named = {node.id: node for node in said.nodes}
    read: dict[str, tuple[str, set[str], set[str]]] = {
        node.id: (node.name, set(), set()) for node in said.nodes if node.label == "Activity"
    }
    for edge in said.edges:
        if edge.type == "PURSUES":
            read[edge.source][1].add(named[edge.target].name)
        elif edge.type in LISTED:
            read[edge.target][2].add(str(named[edge.source].properties["acronym"]))
    true: dict[str, tuple[set[str], set[str]]] = {}
    for row in rows:
        objectives, agencies = true.setdefault(row.activity, (set(), set()))
        objectives.update(row.objectives)
        agencies.update(row.agencies)
    cells = [(row.activity, set(row.objectives), set(row.agencies)) for row in rows]
    wrong = sum(
        len(objectives - true.get(activity, (set(), set()))[0])
        + len(agencies - true.get(activity, (set(), set()))[1])
        + (activity not in true)
        for activity, objectives, agencies in read.values()
    )
    return sum(cell in read.values() for cell in cells), wrong


def total(widths: tuple[int, int, int], scrambled: bool) -> tuple[float, float]:
    """The share of rows right, and of wrong links, over several matrices."""
    right = wrong = rows = 0
    for seed in range(4):
        content, expected = made(seed, widths, scrambled)
        good, bad = measure(content, expected)
        right, wrong, rows = right + good, wrong + bad, rows + len(expected)
    return right / rows, wrong / rows


@pytest.mark.parametrize("widths", [(74, 42, 16), (60, 30, 14), (90, 50, 20)], ids=str)
def test_scrambled_columns_of_two_widths(widths: tuple[int, int, int]):
    right, wrong = total(widths, scrambled=True)
    assert right >= 0.95
    assert wrong == 0


@pytest.mark.parametrize("widths", [(74, 42, 16), (70, 70, 70), (999, 999, 999)], ids=str)
def test_cells_in_order_whatever_their_widths(widths: tuple[int, int, int]):
    right, wrong = total(widths, scrambled=False)
    assert right >= 0.95
    assert wrong == 0


def test_what_tells_nothing_is_left_alone():
    """Scrambled cells of one width: all rows are given up rather than guessed."""
    assert total((60, 60, 60), scrambled=True) == (0, 0)
