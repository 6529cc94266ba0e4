"""Lines to blocks: each kind of layout, exactly."""

import pytest

from partnergraph.document.blocks import Block, Run, said
from partnergraph.document.places import Place
from partnergraph.readers.layout.labels import of_lines
from partnergraph.readers.layout.lines import blocks_of


def read(text: str) -> list[Block]:
    return blocks_of(text.strip("\n").split("\n"))


def told(text: str) -> list[tuple[str, str]]:
    """Kind (with level or mark) and words of each block; of a label both parts."""
    return [(_kind(block), _words(block)) for block in read(text)]


def _kind(block: Block) -> str:
    if block.kind == "item":
        return f"{block.level} {block.mark}"
    return f"{block.kind} {block.level}" if block.level else block.kind


def _words(block: Block) -> str:
    if block.label:
        return f"{said(block.label)} = {said(block.runs)}"
    return said(block.runs)


def grid(block: Block) -> list[list[str]]:
    return [[said(cell) for cell in row.cells] for row in block.rows]


def test_headings_by_capitals_numbers_and_white_space():
    assert told(
        """
REPORT ON FERRIES AND THEIR CREWS

1. Background

The crews of the ferries were asked for the first time what they earn, and what
they pay for their papers in the ports of the region.

1.1 Method

All crews were asked.

2. Findings

Wages
Most earn less than before.
"""
    ) == [
        ("heading 1", "REPORT ON FERRIES AND THEIR CREWS"),
        ("heading 2", "1. Background"),
        (
            "paragraph",
            "The crews of the ferries were asked for the first time what they earn, and what they"
            " pay for their papers in the ports of the region.",
        ),
        ("heading 3", "1.1 Method"),
        ("paragraph", "All crews were asked."),
        ("heading 2", "2. Findings"),
        ("heading 3", "Wages"),
        ("paragraph", "Most earn less than before."),
    ]


def test_headings_drawn_below_and_counted_ones():
    assert told(
        "The plan\n========\n\nSession 1: Wages\nChair: Amity\n\nSession 2: Papers\nChair: QRT"
    ) == [
        ("heading 1", "The plan"),
        ("heading 2", "Session 1: Wages"),
        ("label", "Chair = Amity"),
        ("heading 2", "Session 2: Papers"),
        ("label", "Chair = QRT"),
    ]


def test_a_dateline_is_no_heading():
    assert told(
        "Third Consultation of the Delta\nBruges, 4-5 May 2021\n\nLIST OF PARTICIPANTS\n\n"
        "BELGIUM\n  Ms. A"
    ) == [
        ("heading 1", "Third Consultation of the Delta"),
        ("paragraph", "Bruges, 4-5 May 2021"),
        ("heading 2", "LIST OF PARTICIPANTS"),
        ("heading 3", "BELGIUM"),
        ("paragraph", "Ms. A"),
    ]


def test_lists_nest_by_mark_and_by_indentation():
    assert told(
        """
The meeting agreed:
1. Amity will lead a group, in which the Delta Watch and the Harbour League of the
   coast take part;
   (a) on wages;
   (b) on papers;
2. QRT will print
   the guide.
   - in French
     - and in Dutch
   - in English
3. The end.
"""
    ) == [
        ("paragraph", "The meeting agreed:"),
        (
            "1 1.",
            "Amity will lead a group, in which the Delta Watch and the Harbour League of the"
            " coast take part;",
        ),
        ("2 (a)", "on wages;"),
        ("2 (b)", "on papers;"),
        ("1 2.", "QRT will print the guide."),
        ("2 -", "in French"),
        ("3 -", "and in Dutch"),
        ("2 -", "in English"),
        ("1 3.", "The end."),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Participants stressed that good programmes (1) know their audience and that the towns\n"
        "(2) pay for what they order.",
        "The school was rebuilt in the years 2011\n- 2014 and opened again.",
        "Nobody could say who had signed for the papers of the crews, and so it was left to\n"
        "a. Roth to find out.",
    ],
    ids=["numbers inside a sentence", "a range", "an initial"],
)
def test_what_only_looks_like_a_list(text):
    assert [kind for kind, _ in told(text)] == ["paragraph"]


def test_labels_and_their_hanging_values():
    assert told(
        """
Moderator:  Mr. Jun Takeda
Panel:      Sahel Press
            Fondo Sur
Lead: Food and Agriculture Organization of the United
Nations (FAO) Partners: QRT
Output: Seed banks for families who came home this year
"""
    ) == [
        ("label", "Moderator = Mr. Jun Takeda"),
        ("label", "Panel = Sahel Press Fondo Sur"),
        (
            "label",
            "Lead = Food and Agriculture Organization of the United Nations (FAO) Partners: QRT",
        ),
        ("label", "Output = Seed banks for families who came home this year"),
    ]


def test_an_agenda():
    assert told(
        """
09:00    Opening
         Welcome by Ms. Abad, Mayor

09:30    Session 1. Wages at sea
         Moderator:  QRT
         Panel:      Amity
                     Delta Watch

10:45    Coffee
"""
    ) == [
        ("1 09:00", "Opening"),
        ("paragraph", "Welcome by Ms. Abad, Mayor"),
        ("heading 1", "09:30 Session 1. Wages at sea"),
        ("label", "Moderator = QRT"),
        ("label", "Panel = Amity Delta Watch"),
        ("1 10:45", "Coffee"),
    ]


def test_words_under_each_other_stay_apart():
    words = ["Area of work", "Agencies", "Cash", "QRT", "to be confirmed", "Shelter"]
    assert [said(block.runs) for block in read("\n".join(words))] == words


def test_running_heads_and_page_numbers_are_apart_and_sentences_go_on():
    found = told(
        "Harbour League, Progress Note\n\n\n"
        "The year was busy in all ports, and the office wrote more\n"
        "than before. The handbook for crews was prepared\n\n\npage 1\f"
        "Harbour League, Progress Note\n\n\n"
        "by the Delta Watch and is used in all ports.\n\n\npage 2"
    )
    assert found == [
        ("running", "Harbour League, Progress Note"),
        (
            "paragraph",
            "The year was busy in all ports, and the office wrote more than before. The handbook"
            " for crews was prepared by the Delta Watch and is used in all ports.",
        ),
        ("running", "page 1"),
        ("running", "Harbour League, Progress Note"),
        ("running", "page 2"),
    ]


def test_running_heads_without_form_feeds():
    head = "NETWORK OF PORTS                                  Workplan 2022"
    found = told(
        f"{head}\n\nA. Wages\nThe text.\n\n{head}\n               2\n"
        f"B. Papers\nThe text.\n\n{head}\n               3\n"
    )
    assert [words for kind, words in found if kind == "running"] == [
        "NETWORK OF PORTS Workplan 2022",
        "NETWORK OF PORTS Workplan 2022",
        "2",
        "NETWORK OF PORTS Workplan 2022",
        "3",
    ]
    assert [words for kind, words in found if kind.startswith("heading")] == [
        "A. Wages",
        "B. Papers",
    ]


def test_columns_of_prose_come_one_after_the_other():
    found = told(
        """
Highlights of the year

The guide on fair hiring was             A survey of households on return
prepared by the League in 2021. It       was funded by the Fondo Sur. It
is in four languages. The fair in        covered eleven districts and was
Tirana was held by Amity.                published in the autumn.
"""
    )
    assert found == [
        ("heading 1", "Highlights of the year"),
        (
            "paragraph",
            "The guide on fair hiring was prepared by the League in 2021. It is in four languages."
            " The fair in Tirana was held by Amity.",
        ),
        (
            "paragraph",
            "A survey of households on return was funded by the Fondo Sur. It covered eleven"
            " districts and was published in the autumn.",
        ),
    ]


def test_cards_side_by_side():
    found = told(
        """
Activity: Broker places in shipyards      Activity: Mediate over grazing land
Lead agency: Amity                        Lead agency: Delta Watch
"""
    )
    assert found == [
        ("label", "Activity = Broker places in shipyards"),
        ("label", "Lead agency = Amity"),
        ("label", "Activity = Mediate over grazing land"),
        ("label", "Lead agency = Delta Watch"),
    ]


def test_notes_and_their_marks():
    found = told(
        "The fee was set in a law¹ of 2019 and never paid.\n\nIt was asked for again.\n\n"
        "¹ Law on Ports, article 4."
    )
    assert found == [
        ("paragraph", "The fee was set in a law of 2019 and never paid."),
        ("paragraph", "It was asked for again."),
        ("note", "Law on Ports, article 4."),
    ]


TABLE = [
    ["Activity", "Lead agency", "Supporting partners"],
    ["Train consular staff", "Amity", "Delta Watch"],
    ["Open a clinic for seasonal workers", "", "QRT, Fondo Sur"],
]


@pytest.mark.parametrize(
    "text",
    [
        """
                                   Lead        Supporting
Activity                           agency      partners

Train consular staff               Amity       Delta Watch

Open a clinic for seasonal                     QRT, Fondo Sur
workers
""",
        """
Activity                      Lead agency   Supporting partners
---------------------------------------------------------------
Train consular staff          Amity         Delta Watch
Open a clinic for seasonal                  QRT, Fondo Sur
workers
""",
        """
+----------------------+-------------+---------------------+
| Activity             | Lead agency | Supporting partners |
+======================+=============+=====================+
| Train consular staff | Amity       | Delta Watch         |
+----------------------+-------------+---------------------+
| Open a clinic for    |             | QRT, Fondo Sur      |
| seasonal workers     |             |                     |
+----------------------+-------------+---------------------+
""",
        """
| Activity | Lead agency | Supporting partners |
|---|:--|---|
| Train consular staff | Amity | Delta Watch |
| Open a clinic for seasonal workers |  | QRT, Fondo Sur |
""",
        "Activity\tLead agency\tSupporting partners\nTrain consular staff\tAmity\tDelta Watch\n"
        "Open a clinic for seasonal workers\t\tQRT, Fondo Sur",
    ],
    ids=["blank lines", "a rule", "drawn", "pipes", "tabs"],
)
def test_one_table_in_many_dresses(text):
    (table,) = read(text)
    assert grid(table) == TABLE
    assert table.header == 1


def test_a_table_over_the_page_drops_the_header_printed_again():
    (heading, table, foot, other) = read(
        "Plan of work\n\nActivity           Lead agency   Partners\n"
        "Map landings       Amity         QRT\n"
        "Train crews        Fondo Sur     League\n\n\nNetwork, page 1\f"
        "Activity           Lead agency   Partners\n"
        "Print guides       Red Acacia    Amity\n\n\nNetwork, page 2"
    )
    assert [heading.kind, table.kind, foot.kind, other.kind] == [
        "heading",
        "table",
        "running",
        "running",
    ]
    assert [row[0] for row in grid(table)] == [
        "Activity",
        "Map landings",
        "Train crews",
        "Print guides",
    ]
    assert [place.number for row in table.rows for place in row.places] == [3, 4, 5, 9]


def test_numbers_at_the_right_of_their_column():
    (table,) = read(
        "Country          Budget    Staff\nBenin             1,200       14\n"
        "Togo                 90        3\nCabo Verde       12,000      140\n"
    )
    assert grid(table)[1:] == [
        ["Benin", "1,200", "14"],
        ["Togo", "90", "3"],
        ["Cabo Verde", "12,000", "140"],
    ]


def test_prose_with_two_spaces_behind_full_stops_is_no_table():
    text = (
        "The host country pays.  Aside from that, the towns take on the work that others shun,\n"
        "and they do it well.  In some ports the crews are housed by the league, in others not.\n"
        "Nobody has counted.  The survey of next year is to close the gap, if it is paid for.\n"
    )
    assert [kind for kind, _ in told(text)] == ["paragraph"]


def test_nothing_is_lost():
    text = "A  B\n\n  - c   d\n\n| e | f |\nG:\n\n1. h\n==\n~ i ~   j\n"
    words = [
        w for b in read(text) for w in (b.mark, said(b.label), said(b.runs), *map(str, grid(b)))
    ]
    for letter in "ABcdefGhij":
        assert letter in " ".join(words)


def test_a_caption_stands_with_its_table():
    (table,) = read(
        "Table 2: Staff and budget\n\nCountry   Budget   Staff\nBenin     1,200    14\n"
    )
    assert said(table.runs) == "Table 2: Staff and budget"
    assert grid(table) == [["Country", "Budget", "Staff"], ["Benin", "1,200", "14"]]


def test_a_header_whose_words_stand_over_several_columns():
    (table,) = read(
        """
Country              Members     Budget (EUR)       Remarks
                                 2019     2020
Belgium              12          1,200    1,300     paid
Benin                3             400      410
"""
    )
    assert table.header == 2
    assert grid(table) == [
        ["Country", "Members", "Budget (EUR)", "Budget (EUR)", "Remarks"],
        ["", "", "2019", "2020", ""],
        ["Belgium", "12", "1,200", "1,300", "paid"],
        ["Benin", "3", "400", "410", ""],
    ]


def test_tags_left_in_a_text_are_no_words():
    (table,) = read(
        "Time\tConcept\n09.00\t<p>Opening</p> <ul> ▪ Ms. A ▪ Mr. <b>B</b></ul>\n\n"
        "\t<p>Moderator: QRT</p>\n10.00\tLunch\n"
    )
    assert [[run.text for run in row.cells[1]] for row in table.rows] == [
        ["Concept"],
        ["Opening", "▪ Ms. A", "▪ Mr. B"],
        ["Moderator: QRT"],
        ["Lunch"],
    ]
    assert table.header == 1
    assert told("<p>Amity leads.</p> <p>QRT helps.</p>") == [
        ("paragraph", "Amity leads."),
        ("paragraph", "QRT helps."),
    ]


def test_a_number_right_below_a_line_is_an_item_of_it():
    listed = """
MEMBERS

Kenya
{0}1. Ms. A. Said, Director
{0}2. Mr. B. Ouko, Adviser

Uganda
{0}3. Ms. C. Nalule, Director
"""
    for indent in ("", "  "):
        kinds = [kind for kind, _ in told(listed.format(indent))]
        assert kinds == ["heading 1", "heading 2", "1 1.", "1 2.", "heading 2", "1 3."]


def test_a_line_over_a_heading_in_capitals_is_the_title():
    assert told("Coastal Dialogue on Crews\n\nMEMBERS\n\nBenin\nTogo\n")[0] == (
        "heading 1",
        "Coastal Dialogue on Crews",
    )


def test_labels_that_end_in_a_small_word_are_rows_of_their_own():
    (table,) = read(
        """
Title of the project     Warm Rooms for Drivers
Funded by                Austria
In partnership with      IRU; Highway Chaplains
Managed by               UNOPS
Hosted by                Ministry of Roads of
                         the Federation
"""
    )
    assert [row[0] for row in grid(table)] == [
        "Title of the project",
        "Funded by",
        "In partnership with",
        "Managed by",
        "Hosted by",
    ]


def test_abbreviated_labels_and_labels_that_wait():
    lines = [(Run(text, Place("line", n)),) for n, text in enumerate(WAITING, start=1)]
    blocks = list(of_lines(lines))
    assert [(block.kind, _words(block)) for block in blocks] == [
        ("label", "Chair = to be confirmed"),
        ("label", "Tel = +233"),
        ("label", "Members = Benin, Togo"),
        ("paragraph", "Observers:"),
    ]


WAITING = ("Chair: to be confirmed", "Tel.: +233", "Members:", "Benin, Togo", "Observers:")
