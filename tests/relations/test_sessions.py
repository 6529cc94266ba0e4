"""What prose states was done by whom, and what sessions draw and build on."""

import re
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from partnergraph.pipeline.load import read_document
from partnergraph.records.model import Extraction, Node
from partnergraph.verify import verify

SEEDS = Path(__file__).parent.parent.parent / "seeds"
THEMES = SEEDS / "gfmd-2008-roundtable-themes.txt"
PAPER = "gfmd-2008-roundtable-themes"
ACTIVITIES = {
    "1.1-workshop": ("workshop", "workshop on good recruitment and employment practices"),
    "1.1-study": ("study", "study on the private sector in supporting and protecting migrants"),
    "2.1-compendium": (
        "compendium",
        "compendium of good practices in temporary labour migration",
    ),
    "2.1-workshop": ("workshop", "workshop on circular migration"),
    "2.1-evaluation": (
        "evaluation",
        "evaluations of the UK and the Global Health Workforce Alliance on codes of ethical "
        "international recruitment practices in the health sector",
    ),
    "3-follow-up-action": ("follow-up action", "Brussels follow-up actions"),
    "3.1-working-group": ("working group", "working group"),
    "3.1-experts-meeting": ("experts meeting", "experts meeting"),
    "3.2-survey": ("survey", "follow-up survey of governments"),
}
DEEDS = {
    ("LED", "country:bgd", "1.1-workshop"),
    ("LED", "country:bgd", "1.1-study"),
    ("PREPARED", "country:esp", "2.1-compendium"),
    ("PREPARED", "country:mar", "2.1-compendium"),
    ("ORGANISED", "country:mus", "2.1-workshop"),
    ("ORGANISED", "organisation:european-commission", "2.1-workshop"),
    ("CONDUCTED", "country:gbr", "2.1-evaluation"),
    ("CONDUCTED", "organisation:global-health-workforce-alliance", "2.1-evaluation"),
    ("CONDUCTED", "country:fin", "3-follow-up-action"),
    ("CONDUCTED", "country:swe", "3-follow-up-action"),
    ("ORGANISED", "country:fin", "3.1-working-group"),
    ("ORGANISED", "country:fin", "3.1-experts-meeting"),
    ("CONDUCTED", "country:swe", "3.2-survey"),
}
USES = {
    ("DRAWS_ON", "1.1", "1.1-workshop"),
    ("DRAWS_ON", "1.1", "1.1-study"),
    ("DRAWS_ON", "2.1", "2.1-compendium"),
    ("DRAWS_ON", "2.1", "2.1-workshop"),
    ("DRAWS_ON", "2.1", "2.1-evaluation"),
    ("DRAWS_ON", "3", "3-follow-up-action"),
    ("DRAWS_ON", "3.1", "3.1-working-group"),
    ("DRAWS_ON", "3.1", "3.1-experts-meeting"),
    ("DRAWS_ON", "3.2", "3.2-survey"),
    ("BUILDS_ON", "1", "brussels-rt-1"),
    ("BUILDS_ON", "1", "brussels-rt-2"),
    ("BUILDS_ON", "1.2", "brussels-rt-2"),
    ("BUILDS_ON", "2", "brussels-rt-1"),
    ("BUILDS_ON", "3", "brussels-rt-3"),
    ("BUILDS_ON", "3.1", "brussels-rt-3.1"),
    ("BUILDS_ON", "3.2", "organisation:brussels-meeting"),
    ("BUILDS_ON", "3.3", "brussels-rt-3"),
    ("COMPLEMENTS", "2.2", "2.1"),
    ("DISCUSSES", "2.2", "rcp:bali-process"),
    ("DISCUSSES", "2.2", "rcp:5-plus-5"),
}
STRUCTURE = {"RECORDED_IN", "PART_OF", "UNDER", "ASKS_ABOUT", "CITES", "MENTIONED_IN"}


def read(content: str, name: str = "paper.txt") -> Extraction:
    with TemporaryDirectory() as folder:
        path = Path(folder, name)
        path.write_text(content, encoding="utf-8", newline="")
        document, draft, _ = read_document(path)
    extraction = draft.finish()
    verify(extraction, document.text)
    return extraction


def facts(extraction: Extraction) -> set[tuple[str, str, str]]:
    """What is stated, the document's own parts by their code."""

    def short(id: str) -> str:
        return id.partition("/")[2] or id

    return {
        (edge.type, short(edge.source), short(edge.target))
        for edge in extraction.edges
        if edge.type not in STRUCTURE
    }


def session(*sentences: str) -> Extraction:
    """The facts of one session that a roundtable's outline holds."""
    description = " ".join(sentences)
    return read(
        f"Roundtable 1: Rights\n\n1.1 Work\n\n{description}\n\n1.2 Home\n\nIt is about return.\n"
    )


def activities(extraction: Extraction) -> dict[str, Node]:
    return {
        node.id.partition("/")[2]: node for node in extraction.nodes if node.label == "Activity"
    }


def doers(extraction: Extraction) -> set[tuple[str, str, str]]:
    """Type, doer and the activity's name."""
    called = {node.id: node.name for node in extraction.nodes}
    return {
        (edge.type, edge.source, called[edge.target])
        for edge in extraction.edges
        if edge.target.startswith("activity:") and edge.type != "DRAWS_ON"
    }


# The themes paper of Manila


@pytest.fixture(scope="module")
def paper() -> Extraction:
    return read(THEMES.read_text(), THEMES.name)


def test_its_activities(paper: Extraction) -> None:
    found = {code: (n.properties["kind"], n.name) for code, n in activities(paper).items()}
    assert found == ACTIVITIES
    assert {n.properties["status"] for n in activities(paper).values()} == {"completed"}


def test_its_deeds_and_uses(paper: Extraction) -> None:
    assert facts(paper) == DEEDS | USES


def test_its_countries_and_processes(paper: Extraction) -> None:
    countries = {node.name for node in paper.nodes if node.label == "Country"}
    assert countries == {
        "Bangladesh",
        "Finland",
        "Mauritius",
        "Morocco",
        "Spain",
        "Sweden",
        "United Kingdom",
    }
    assert {n.id for n in paper.nodes if n.label == "RCP"} == {"rcp:bali-process", "rcp:5-plus-5"}


def test_the_brussels_roundtables_are_named_as_printed(paper: Extraction) -> None:
    named = {
        (n.label, n.name, n.properties["code"], n.properties.get("aliases"))
        for n in paper.nodes
        if "brussels-rt" in n.id
    }
    assert named == {
        ("Roundtable", "Brussels RT 1", "1", ("RT 1 in Brussels",)),
        ("Roundtable", "Brussels RT 2", "2", None),
        ("Roundtable", "Brussels RT 3", "3", None),
        ("Session", "RT3.1 session in Brussels", "3.1", None),
    }
    parts = {edge.source for edge in paper.edges if edge.type == "PART_OF"}
    assert not any("brussels" in id for id in parts)


def test_its_quotes(paper: Extraction) -> None:
    quotes = {(e.type, e.source, e.target): e.evidence[0] for e in paper.edges}
    led = quotes["LED", "country:bgd", f"activity:{PAPER}/1.1-study"]
    assert led.locator == "lines 97, 99-100"
    assert led.quote.startswith("The session will draw on the experiences of participating")
    assert led.quote.endswith("protecting migrants, led by Bangladesh and other partners.")
    built = quotes["BUILDS_ON", f"roundtable:{PAPER}/1", f"roundtable:{PAPER}/brussels-rt-1"]
    assert built.locator == "lines 4, 49-51"
    assert "Human Rights … It will build on the work begun in RT 1 in Brussels" in built.quote


def test_nothing_of_its_prose_is_left_unread(paper: Extraction) -> None:
    assert [(s.locator, s.reason.split(":")[0]) for s in paper.skipped] == [
        ("lines 160, 163", "page furniture"),
    ]


def wrapped(seed: str, width: int) -> str:
    """The paper with its paragraphs broken anew, its headings and bullets left as they are."""
    fixed = (
        r"(?:Roundtable \d:|\d\.\d |\d\. |•|Sessions:|Separate|FINAL|\d+$|ROUND|The session will a)"
    )
    joined: list[str] = []
    for line in (line.strip() for line in seed.split("\n")):
        last = joined[-1] if joined else ""
        if line and last and not re.match(fixed, line) and not re.match(fixed, last):
            joined[-1] += f" {line}"
        else:
            joined.append(line)
    breaks = rf"(.{{1,{width}}})(?:\s+|$)"
    return "\n".join(
        re.sub(breaks, r"\1\n", line) if len(line) > width else line for line in joined
    )


def mutations() -> dict[str, str]:
    seed = THEMES.read_text()
    return {
        "windows": seed.replace("\n", "\r\n"),
        "no-break spaces": seed.replace(" ", "\u00a0"),
        "form feeds": seed.replace("\n \n", "\n\f\n"),
        "indented": re.sub("^", "\t  ", seed, flags=re.M),
        "narrow": wrapped(seed, 50),
        "wide": wrapped(seed, 140),
    }


@pytest.mark.parametrize("how", mutations())
def test_the_layout_changes_nothing(how: str) -> None:
    extraction = read(mutations()[how], THEMES.name)
    assert facts(extraction) == DEEDS | USES
    assert {code: n.name for code, n in activities(extraction).items()} == {
        code: name for code, (_, name) in ACTIVITIES.items()
    }


def test_other_names_give_other_facts() -> None:
    content = THEMES.read_text()
    for old, new in {
        "Bangladesh": "Kenya",
        "Spanish and Moroccan governments": "Ghanaian, Senegalese and Swiss governments",
        "Mauritian Government and the EC": "Government of Côte d’Ivoire and ICMPD",
        "organized by Finland": "hosted by the Republic of Korea",
        "undertaken by Sweden": "carried out by the Netherlands",
        "Brussels": "Puerto Vallarta",
        "Bali Process": "Colombo Process",
    }.items():
        assert old in content
        content = content.replace(old, new)
    extraction = read(content, THEMES.name)
    found = facts(extraction)
    assert {
        ("LED", "country:ken", "1.1-study"),
        ("PREPARED", "country:gha", "2.1-compendium"),
        ("PREPARED", "country:sen", "2.1-compendium"),
        ("PREPARED", "country:che", "2.1-compendium"),
        ("ORGANISED", "country:civ", "2.1-workshop"),
        ("ORGANISED", "agency:icmpd", "2.1-workshop"),
        ("HOSTED", "country:kor", "3.1-experts-meeting"),
        ("CONDUCTED", "country:nld", "3.2-survey"),
        ("BUILDS_ON", "1", "puerto-vallarta-rt-1"),
        ("BUILDS_ON", "3.1", "puerto-vallarta-rt-3.1"),
        ("DISCUSSES", "2.2", "rcp:colombo-process"),
    } <= found
    gone = {"country:bgd", "country:esp", "country:mar", "country:mus", "rcp:bali-process"}
    assert not gone & {node.id for node in extraction.nodes}
    assert len(found) == len(DEEDS | USES) + 1


# What is said of a session


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "This session is co-chaired by Bangladesh and Switzerland.",
            {("LED", "country:bgd", "1.1"), ("LED", "country:che", "1.1")},
        ),
        (
            "Kenya and the Philippines will co-chair this session.",
            {("LED", "country:ken", "1.1"), ("LED", "country:phl", "1.1")},
        ),
        (
            "Mexico organised the session in cooperation with UNDP.",
            {("ORGANISED", "country:mex", "1.1"), ("CONTRIBUTES_TO", "agency:undp", "1.1")},
        ),
        ("This Roundtable was prepared by Mexico.", {("PREPARED", "country:mex", "1")}),
        (
            "Co-chaired by Fiji and Greece, this session will look at work.",
            {("LED", "country:fji", "1.1"), ("LED", "country:grc", "1.1")},
        ),
        ("Chile is expected to co-chair this session.", {("LED", "country:chl", "1.1")}),
        ("The session was not hosted by Georgia.", set()),
        ("The session could be led by Peru.", set()),
        ("The session will be led by its moderators.", set()),
        (
            "The session will discuss the effectiveness of the GFMD and the role of the GMG.",
            {
                ("DISCUSSES", "1.1", "organisation:gfmd"),
                ("DISCUSSES", "1.1", "organisation:gmg"),
            },
        ),
        ("The session will discuss studies that the IOM made.", set()),
        ("The session may discuss the GFMD.", set()),
    ],
)
def test_what_is_said_of_a_session_itself(
    sentence: str, expected: set[tuple[str, str, str]]
) -> None:
    assert facts(session(sentence)) == expected


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("A workshop on data will be organised by Ghana.", "planned"),
        ("Ghana will host a workshop on data.", "planned"),
        ("The workshop on data to be hosted by Ghana will come first.", "planned"),
        ("Ghana is preparing a handbook on data.", "ongoing"),
        ("The study on data is being conducted by Ghana.", "ongoing"),
        ("Ghana has undertaken a survey of employers.", "completed"),
        ("The survey of employers has been conducted by Ghana.", "completed"),
        ("The session will look at the outcomes of the workshop on data by Ghana.", "completed"),
        ("A workshop on data by Ghana is known.", None),
        ("The project on data was run by Ghana.", None),
    ],
)
def test_the_status_of_deeds(sentence: str, status: str | None) -> None:
    extraction = session(sentence)
    (activity,) = activities(extraction).values()
    assert activity.properties.get("status") == status
    assert {source for _, source, _ in doers(extraction)} == {"country:gha"}


@pytest.mark.parametrize(
    "sentence",
    ["The survey was conducted by Manila.", "The study on shelters funded by Spain was read."],
)
def test_what_is_not_clear_is_reported(sentence: str) -> None:
    skipped = next(each for each in session(sentence).skipped if each.locator == "line 5")
    assert skipped.text == sentence
    assert skipped.reason.startswith("who did what is not clear")


def test_this_paper_is_the_document() -> None:
    extraction = session(
        "This paper was prepared by the Government team of El Salvador (Chair), Norway and the"
        " United Arab Emirates, with the support of the ILO."
    )
    prepared = {(e.source, e.target) for e in extraction.edges if e.type == "PREPARED"}
    assert prepared == {
        ("country:slv", "document:paper"),
        ("country:nor", "document:paper"),
        ("country:are", "document:paper"),
    }
    assert activities(extraction) == {}


def test_the_session_of_a_roundtable_without_sessions_is_the_roundtable() -> None:
    content = "Roundtable 1: Rights\n\nThe session builds on the work of Athens RT 2.\n"
    assert facts(read(content)) == {("BUILDS_ON", "1", "athens-rt-2")}


def test_the_same_words_are_the_same_activity() -> None:
    extraction = session(
        "The workshop on data was hosted by Ghana.",
        "The session will draw on the workshop on data.",
        "A seminar was led by Peru.",
    )
    assert set(activities(extraction)) == {"1.1-workshop", "1.1-seminar"}
    assert ("DRAWS_ON", "1.1", "1.1-workshop") in facts(extraction)
    content = (
        "Roundtable 1: Rights\n\n1.1 Work\n\nA seminar was led by Peru.\n\n"
        "1.2 Home\n\nA seminar was led by Chad.\n"
    )
    assert set(activities(read(content))) == {"1.1-seminar", "1.2-seminar"}


# Uses


@pytest.mark.parametrize(
    ("description", "expected"),
    [
        (
            "This session will take forward the debates of Dhaka Roundtables 1 and 2, as well as"
            " Athens RT 3.",
            {
                ("BUILDS_ON", "1.1", "dhaka-rt-1"),
                ("BUILDS_ON", "1.1", "dhaka-rt-2"),
                ("BUILDS_ON", "1.1", "athens-rt-3"),
            },
        ),
        (
            "The session builds on Istanbul RT 1.2 and complements session 1.2.",
            {("BUILDS_ON", "1.1", "istanbul-rt-1.2"), ("COMPLEMENTS", "1.1", "1.2")},
        ),
        (
            "Building on the work of Athens RT 1, this session will look ahead.",
            {("BUILDS_ON", "1.1", "athens-rt-1")},
        ),
        ("Session 1.2 will build on Athens RT 1.", {("BUILDS_ON", "1.2", "athens-rt-1")}),
        ("This Roundtable will build on Athens RT 1.", {("BUILDS_ON", "1", "athens-rt-1")}),
        (
            "The session is long. It will consider rights. It will build on Athens RT 1.",
            {("BUILDS_ON", "1.1", "athens-rt-1")},
        ),
        (
            "The session will build on the work of the Puerto Vallarta meeting and on Athens RT 2.",
            {
                ("BUILDS_ON", "1.1", "organisation:puerto-vallarta-meeting"),
                ("BUILDS_ON", "1.1", "athens-rt-2"),
            },
        ),
        ("The session could build on Athens RT 1.", set()),
        ("The session will not build on Athens RT 1.", set()),
        ("Governments attending this session will build on Athens RT 1.", set()),
        ("The session will examine how governments build on Athens RT 1.", set()),
        ("The session will link to session 1.2 and Athens RT 1.", set()),
        ("The session will build on Roundtable 9.", set()),
        ("The session will build on session 1.1.", set()),
        (
            "The session will draw on the study on data.",
            {("DRAWS_ON", "1.1", "1.1-study")},
        ),
        (
            "The session will draw on the findings of the survey conducted by Chad.",
            {("DRAWS_ON", "1.1", "1.1-survey"), ("CONDUCTED", "country:tcd", "1.1-survey")},
        ),
        ("The session will draw on studies and on experience.", set()),
        ("The session will discuss the study on data.", set()),
        (
            "The session will hear of work in the context of the “Prague Process”.",
            {("DISCUSSES", "1.1", "rcp:prague-process")},
        ),
    ],
)
def test_uses(description: str, expected: set[tuple[str, str, str]]) -> None:
    assert facts(session(description)) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "La séance s’appuiera sur les résultats de l’enquête menée par le Maroc.",
            {("CONDUCTED", "country:mar", "1.1-survey"), ("DRAWS_ON", "1.1", "1.1-survey")},
        ),
        (
            "Cette table ronde s’appuiera sur les travaux de la table ronde 3 de Manille.",
            {("BUILDS_ON", "1", "manille-rt-3")},
        ),
        ("La séance complétera la séance 1.2.", {("COMPLEMENTS", "1.1", "1.2")}),
    ],
)
def test_uses_in_french(sentence: str, expected: set[tuple[str, str, str]]) -> None:
    head = "Table ronde 1 : Droits\n\nSéance 1.1 : Travail"
    content = f"{head}\n\n{sentence}\n\nSéance 1.2 : Retour\n\nElle porte sur le retour.\n"
    assert facts(read(content)) == expected


def test_a_paper_and_a_project_draw_on_others_too() -> None:
    content = (
        "# Skills in the harbour\n\n"
        "This paper draws on the study on skills conducted by the ILO. The project on visas builds"
        " on the outcomes of the workshop on consuls hosted by Peru.\n"
    )
    extraction = read(content)
    called = {node.id: node.name for node in extraction.nodes}
    drawn = {
        (called.get(e.source, e.source), called[e.target])
        for e in extraction.edges
        if e.type == "DRAWS_ON"
    }
    assert drawn == {
        ("document:paper", "study on skills"),
        ("project on visas", "workshop on consuls"),
    }


def test_bullets_and_questions_are_no_descriptions() -> None:
    extraction = session(
        "Text.\n\nThe session will address the questions:\n"
        "• How can the workshop organised by Ghana help?\n"
        "• The seminar hosted by Kenya"
    )
    assert facts(extraction) == set()


@pytest.mark.parametrize(
    "content",
    [
        "workshop by Ghana " * 20_000,
        "the study on data, led by Ghana and the workshop on skills by Spain " * 700 + ".",
        "Ghana, " * 10_000 + "organised a workshop",
        "GHANA AND " * 10_000,
        "“" * 50_000,
        "The session will build on " * 2000,
        "It will build on RT 1 and 2, " * 3000,
        "A " * 50_000 + "workshop organised by " + "B " * 20_000,
        "\u202eThe workshop organised by \U0001f600.",
    ],
)
def test_hostile_texts_are_left_alone(content: str) -> None:
    extraction = read(f"Roundtable 1: Rights\n\n1.1 Work\n\n{content}\n")
    assert not [node for node in extraction.nodes if node.label == "Organisation"]
