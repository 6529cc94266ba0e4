"""Notes as other secretariats might print them; none of these was there when rules were made."""

from pathlib import Path

import pytest

from partnergraph.document.document import Document
from partnergraph.pipeline.load import extracted
from partnergraph.readers import text
from partnergraph.readers.text import decode
from partnergraph.records.model import Extraction
from partnergraph.verify import verify

Asked = list[tuple[str, str, str, list[str]]]


def read(content: str) -> Extraction:
    path = Path("made.txt")
    document = Document(path, "", text.read(content.encode(), path))
    said = extracted(document, None)[0].finish()
    verify(said, document.text)
    return said


def ends(said: Extraction, type: str, source: str) -> list[str]:
    """The ends of some edges, without label and document."""
    found = [edge.target for edge in said.edges if (edge.type, edge.source) == (type, source)]
    return sorted(end.partition(":")[2].partition("/")[2] or end.partition(":")[2] for end in found)


def asked(said: Extraction) -> Asked:
    """Of each question: its code, its name, what it is under, what it asks about."""
    return [
        (
            str(node.properties["code"]),
            node.name,
            ends(said, "UNDER", node.id)[0],
            ends(said, "ASKS_ABOUT", node.id),
        )
        for node in said.nodes
        if node.label == "Question"
    ]


def discussed(said: Extraction) -> set[str]:
    """The objectives discussed."""
    return {
        edge.target.partition(":")[2]
        for edge in said.edges
        if edge.type == "DISCUSSES" and edge.target.startswith("objective:")
    }


def cited(said: Extraction) -> dict[str, list[str]]:
    """The title of each document cited to who prepared it."""
    named = {node.id: node.name for node in said.nodes if node.label == "Document"}
    papers = [e.target for e in said.edges if e.type == "CITES" and e.target in named]
    return {
        named[paper]: sorted(
            edge.source for edge in said.edges if (edge.type, edge.target) == ("PREPARED", paper)
        )
        for paper in papers
        if paper.startswith("document:")
    }


CARDS = """ Roundtable 3 – Tuesday, 2 March 2021, 14:00 – 16:30
GCM objective 4: Ensure that all
migrants have proof of legal identity
and adequate documentation
GCM objective 8: Save lives and
establish coordinated international
efforts on missing migrants

GCM objective 9:
Strengthen the transnational
response to smuggling of migrants
GCM objective 10: Prevent,
combat and eradicate trafficking
in persons in the context of
international migration

GCM objective 11:
Manage borders in an integrated,
secure and coordinated manner
GCM objective 12: Strengthen certainty and
predictability in migration procedures for
appropriate screening, assessment and referral

GCM objective 13:
Use migration detention only as a
measure of last resort and work towards alternatives
GCM objective 21: Cooperate in facilitating
safe and dignified return and
readmission, as well as sustainable
reintegration

GCM objective 23:
Strengthen international cooperation and global partnerships
for safe, orderly and regular migration

Concept Note

States committed to manage borders.

Questions for discussion

1) How have border closures affected the rights of migrants? (GCM Objectives 11 and 13)
2) What alternatives to detention have proved effective? (Objective 13)
3) How can States cooperate to find missing migrants,
   and their families? (GCM objective 8; GCM objective 23)
4) What next?

Further reading
IOM Report: Fatal Journeys Volume 4
OHCHR and Global Migration Group Guidance: Principles and Guidelines on the Human Rights of Migrants
"""

SIDE_BY_SIDE = """Roundtable 2 - Wednesday 18 November 2020, 10:00 - 12:00

GCM Objective 5: Enhance        GCM Objective 6: Facilitate     GCM Objective 18: Invest in
availability and flexibility    fair and ethical recruitment    skills development and
of pathways for regular         and safeguard conditions        facilitate mutual
migration                       that ensure decent work         recognition of skills,
                                                                qualifications and
                                                                competences

Guiding questions

Q1. Which pathways have been opened since 2018 (objective 5)?
Q2. How do States oversee recruiters? (GCM obj. 6)
Q3. Have skills partnerships delivered? [GCM Objective 18]
   a. for origin countries?
   b. for employers?
"""

SQUEEZED = """Roundtable 1 – Monday, 9 November 2020, 10:30 – 12:10
GCM objective 2: Minimize the GCM objective 7: Address and GCM objective 18: Invest in
adverse drivers and structural reduce vulnerabilities in skills development and facilitate
factors that compel people to migration mutual recognition of skills,
leave their country of origin qualifications and competences

Guiding questions
1. What drives people? (GCM Objective 2)
"""

BARE = """Global Compact for Migration – Regional Review
Roundtable 4
Thursday, 4 March 2021

Objective 1: Collect and utilize accurate      Objective 3: Provide accurate and
and disaggregated data as a basis for          timely information at all stages
evidence-based policies                        of migration
Objective 7: Address and reduce                Objective 17: Eliminate all forms of
vulnerabilities in migration                   discrimination and promote evidence-based
                                               public discourse to shape perceptions of
                                               migration

Guiding questions:
• How is data shared? (Obj. 1)
• Which vulnerabilities remain? (Objectives 7 and 17)
• What else?
"""

FRENCH = """Table ronde 1 – Jeudi 12 novembre 2020, 10h30 – 12h10

Objectif 7 du Pacte mondial : Remédier aux facteurs de vulnérabilité
Objectif 17 du Pacte mondial : Éliminer toutes les formes de discrimination

Questions d’orientation

1. Quelles mesures ont été prises pour réduire les vulnérabilités ? (Objectif 7 du Pacte mondial)
2. Comment associer les autorités locales ? Quels sont les obstacles ?
3. Comment lutter contre la xénophobie dans les médias ? (PMM, objectif 17)

Documents de référence

Note d’orientation du Secrétaire général : Les gens en déplacement
Déclaration du Réseau des Nations Unies sur les migrations : Le virus ne fait pas de différence
"""

DASHES = """Note for Roundtable 4
Partnerships for Skills

The Forum will discuss three priorities: (a) Recognition of prior learning;
(b) Portable micro-credentials; and (c) Financing of training abroad.

This contributes to SDG targets 4.3, 4.4 and 8.5, and to SDG 10.

Questions for the breakout groups:

Question 1 – Who should recognise skills acquired abroad?
 - Are ministries of education or of labour better placed?
 - What can employers add?

Question 2 – How can training be paid for?
 - Which role for banks?
 - How to include refugees?
 - Who audits?

Question 3 – What can the GFMD do?
"""

NESTED = """Discussion paper

Guiding questions:

1. What works?
   (a) In cities?
   (b) In rural areas?
       (i) With roads?
       (ii) Without?
2. What does not?
   a) Why?
   b) For whom?
"""

HEADINGS = """Background note for the thematic session

Guiding questions

Data and evidence

1. Who collects data?
2. Who pays?

Return

1. What makes return sustainable? (SDG target 10.7)
2. Who follows up?
"""

TWO = """Roundtable 1: Jobs

GCM objective 5: Enhance availability and flexibility of pathways for regular migration

Guiding questions
1. Which jobs? (GCM Objective 5)
2. Whose jobs?

Roundtable 2: Homes

GCM objective 15: Provide access to basic services for migrants

Guiding questions
1. Which homes? (GCM Objective 15)
2. Who builds?

Background materials
IOM Handbook: Homes for All
"""

WORDS = """Issues to be addressed

Participants are invited to consider the following:

- How can cities help?
- What do cities need?

Key questions

* Which laws must change?
* Who drafts them?
"""

# Read by eye: the questions, the objectives discussed, the documents cited and their issuers.
EXPECTED: dict[str, tuple[str, Asked, set[str], dict[str, list[str]]]] = {
    "nine objectives in cards, questions with several tags or none": (
        CARDS,
        [
            (
                "1",
                "How have border closures affected the rights of migrants?",
                "3",
                ["gcm-11", "gcm-13"],
            ),
            ("2", "What alternatives to detention have proved effective?", "3", ["gcm-13"]),
            (
                "3",
                "How can States cooperate to find missing migrants, and their families?",
                "3",
                ["gcm-23", "gcm-8"],
            ),
            ("4", "What next?", "3", []),
        ],
        {"gcm-10", "gcm-11", "gcm-12", "gcm-13", "gcm-21", "gcm-23", "gcm-4", "gcm-8", "gcm-9"},
        {
            "Fatal Journeys Volume 4": ["agency:iom"],
            "Principles and Guidelines on the Human Rights of Migrants": [
                "agency:ohchr",
                "organisation:gmg",
            ],
        },
    ),
    "cards side by side, tags of other forms, lettered parts": (
        SIDE_BY_SIDE,
        [
            ("1", "Which pathways have been opened since 2018 (objective 5)?", "2", ["gcm-5"]),
            ("2", "How do States oversee recruiters?", "2", ["gcm-6"]),
            ("3", "Have skills partnerships delivered?", "2", ["gcm-18"]),
            ("3.a", "for origin countries?", "3", []),
            ("3.b", "for employers?", "3", []),
        ],
        {"gcm-5", "gcm-18", "gcm-6"},
        {},
    ),
    "three columns run into one another": (
        SQUEEZED,
        [("1", "What drives people?", "1", ["gcm-2"])],
        {"gcm-7", "gcm-18", "gcm-2"},
        {},
    ),
    "cards and tags without the name of the compact": (
        BARE,
        [
            ("4-1", "How is data shared?", "4", ["gcm-1"]),
            ("4-2", "Which vulnerabilities remain?", "4", ["gcm-17", "gcm-7"]),
            ("4-3", "What else?", "4", []),
        ],
        {"gcm-7", "gcm-3", "gcm-17", "gcm-1"},
        {},
    ),
    "a note in French": (
        FRENCH,
        [
            (
                "1",
                "Quelles mesures ont été prises pour réduire les vulnérabilités ?",
                "1",
                ["gcm-7"],
            ),
            ("2", "Comment associer les autorités locales ?", "1", []),
            ("3", "Comment lutter contre la xénophobie dans les médias ?", "1", ["gcm-17"]),
        ],
        {"gcm-7", "gcm-17"},
        {
            "Le virus ne fait pas de différence": ["organisation:un-network-on-migration"],
            "Note d’orientation du Secrétaire général : Les gens en déplacement": [],
        },
    ),
    "labelled questions with dashes below": (
        DASHES,
        [
            ("1", "Who should recognise skills acquired abroad?", "made", []),
            ("1.1", "Are ministries of education or of labour better placed?", "1", []),
            ("1.2", "What can employers add?", "1", []),
            ("2", "How can training be paid for?", "made", []),
            ("2.1", "Which role for banks?", "2", []),
            ("2.2", "How to include refugees?", "2", []),
            ("2.3", "Who audits?", "2", []),
            ("3", "What can the GFMD do?", "made", []),
        ],
        {"sdg-10", "sdg-4.3", "sdg-4.4", "sdg-8.5"},
        {},
    ),
    "letters and numerals below numbers": (
        NESTED,
        [
            ("1", "What works?", "made", []),
            ("1.a", "In cities?", "1", []),
            ("1.b", "In rural areas?", "1", []),
            ("1.b.i", "With roads?", "1.b", []),
            ("1.b.ii", "Without?", "1.b", []),
            ("2", "What does not?", "made", []),
            ("2.a", "Why?", "2", []),
            ("2.b", "For whom?", "2", []),
        ],
        set(),
        {},
    ),
    "a list under each of two headings": (
        HEADINGS,
        [
            ("1", "Who collects data?", "made", []),
            ("2", "Who pays?", "made", []),
            ("1", "What makes return sustainable?", "made", ["sdg-10.7"]),
            ("2", "Who follows up?", "made", []),
        ],
        set(),
        {},
    ),
    "two roundtables in one note": (
        TWO,
        [
            ("1", "Which jobs?", "1", ["gcm-5"]),
            ("2", "Whose jobs?", "1", []),
            ("1", "Which homes?", "2", ["gcm-15"]),
            ("2", "Who builds?", "2", []),
        ],
        {"gcm-5", "gcm-15"},
        {"Homes for All": ["agency:iom"]},
    ),
    "questions announced by what they are": (
        WORDS,
        [
            ("1", "How can cities help?", "made", []),
            ("2", "What do cities need?", "made", []),
            ("3", "Which laws must change?", "made", []),
            ("4", "Who drafts them?", "made", []),
        ],
        set(),
        {},
    ),
}


@pytest.mark.parametrize("what", EXPECTED)
def test_the_note_is_read(what: str) -> None:
    note, questions, objectives, papers = EXPECTED[what]
    said = read(note)
    assert asked(said) == questions
    assert discussed(said) == objectives
    assert cited(said) == papers
    assert not any(node.label == "Country" for node in said.nodes)


@pytest.mark.parametrize("what", EXPECTED)
def test_the_make_up_of_the_page_changes_nothing(what: str) -> None:
    note, questions, objectives, papers = EXPECTED[what]
    lines = [f"   {line}".replace(" ", "\u00a0") if line else "" for line in note.split("\n")]
    printed = "\ufeff" + "\r\n".join(lines).replace("\r\n\r\n", "\r\n\f\r\n", 3)
    said = read(decode(printed.encode(), Path("made.txt")))
    assert (asked(said), discussed(said), cited(said)) == (questions, objectives, papers)


def test_themes_counted_up_by_letters_are_topics() -> None:
    said = read(DASHES)
    topics = {n.properties["code"]: n.name for n in said.nodes if n.label == "Topic"}
    assert topics == {
        "a": "Recognition of prior learning",
        "b": "Portable micro-credentials",
        "c": "Financing of training abroad",
    }


NO_NOTES = {
    "source code": (
        "def ask():\n    # Questions:\n    # 1. why?\n    # 2. how?\n    return 'IOM'\n"
        "# Guiding questions\n# 1. why?\n# 2. how?\n"
    ),
    "a poem": "What is migration?\nA bird, a road,\na question: why?\n\nTheme of my heart\n",
    "a table of contents": "Contents\n\nGuiding questions ... 11\nBackground materials  12\n",
    "answers": "Frequently asked questions\n\n1. What?\nAn agency.\n\n2. Where?\nHere.\n",
    "a curriculum": "Objective\n\nTo work for peace\n\nReferences\n\nAvailable on request\n",
    "a title that is another's": "Objective 7: Reduce the cost of visas\n\nObjective 8: Sell\n",
}


@pytest.mark.parametrize("what", NO_NOTES)
def test_what_is_no_note(what: str) -> None:
    said = read(NO_NOTES[what])
    assert asked(said) == []
    assert discussed(said) == set()
    assert cited(said) == {}


TAGS = {
    "(Objective 5 and 7)": ["gcm-5", "gcm-7"],
    "(GCM Objective 5 and 7)": ["gcm-5", "gcm-7"],
    "(GCM obj. 23)": ["gcm-23"],
    "(GCM Objective 5/7)": ["gcm-5", "gcm-7"],
    "(obj. 5 & 7)": ["gcm-5", "gcm-7"],
    "(GCM Objectives 5-7)": ["gcm-5", "gcm-6", "gcm-7"],
    "[Obj 5]": ["gcm-5"],
    "(GCM Obj. 5; SDG 10.7)": ["gcm-5", "sdg-10.7"],
    "(Objective 16 of the GCM)": ["gcm-16"],
    "(cf. objectif 7)": ["gcm-7"],
    "(Objectives 16 & 19, SDG target 10.c)": ["gcm-16", "gcm-19", "sdg-10.c"],
    "– GCM Objective 5": ["gcm-5"],
    "": [],
}


@pytest.mark.parametrize("tag", TAGS)
def test_a_tag_is_no_part_of_the_question(tag: str) -> None:
    said = read(
        "Roundtable 1\nGCM objective 5: Enhance availability and flexibility of pathways for "
        f"regular migration\n\nGuiding questions\n\n1. How to open them? {tag}\n2. Who else?\n"
    )
    assert asked(said)[0] == ("1", "How to open them?", "1", TAGS[tag])
    assert not any("details" in n.properties for n in said.nodes if n.label == "Question")


def test_what_a_bracket_says_besides_stays() -> None:
    said = read("Guiding questions\n\n1. How? (in SDG 10 and 16 countries)\n2. Who?\n")
    assert asked(said)[0] == ("1", "How?", "made", ["sdg-10"])
    details = [n.properties.get("details") for n in said.nodes if n.label == "Question"]
    assert details == ["(in SDG 10 and 16 countries)", None]
