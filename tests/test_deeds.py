"""What prose states was done by whom, and what sessions draw and build on."""

import re
from pathlib import Path

import pytest

from partnergraph.document.document import Document
from partnergraph.document.laid import running_lines
from partnergraph.extractors import deeds
from partnergraph.extractors.draft import Draft
from partnergraph.genres import questions, roundtables
from partnergraph.model import Extraction, Node
from partnergraph.names import names
from partnergraph.readers import text as text_reader
from partnergraph.relations.page import Page
from partnergraph.verify import verify

SEEDS = Path(__file__).parent.parent / "seeds"
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
STRUCTURE = {"RECORDED_IN", "PART_OF", "UNDER", "ASKS_ABOUT"}


def read(content: str, name: str = "paper.txt") -> Extraction:
    document = Document(Path(name), "", text_reader.read(content.encode(), Path(name)))
    page = Page(document.laid, Draft(document.text, names()))
    page.leave_out(running_lines(document.laid))
    if roundtables.read_page(page):
        questions.read_page(page)
        deeds.extract(page.draft)
    extraction = page.draft.finish()
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
    return read(f"Roundtable 1: Rights\n\n1.1 Work\n\n{description}\n\n1.2 Home\n\nText.\n")


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
        ("line 1", "no rule reads it"),
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
        "blank lines doubled": seed.replace("\n", "\n\n"),
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


# Deeds of papers nobody has seen


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "The seminar on skills was hosted by Ghana and UNDP and IOM will present it.",
            {
                ("HOSTED", "country:gha", "seminar on skills"),
                ("HOSTED", "agency:undp", "seminar on skills"),
            },
        ),
        (
            "Kenya, Togo and IOM co-organised a regional workshop on skills in Nairobi.",
            {
                ("ORGANISED", "country:ken", "regional workshop on skills in Nairobi"),
                ("ORGANISED", "country:tgo", "regional workshop on skills in Nairobi"),
                ("ORGANISED", "agency:iom", "regional workshop on skills in Nairobi"),
            },
        ),
        (
            "In 2007, Finland conducted a survey of governments and Norway commissioned a study.",
            {
                ("CONDUCTED", "country:fin", "survey of governments"),
                ("ACCOUNTABLE_FOR", "country:nor", "study"),
            },
        ),
        (
            "The mapping commissioned by Denmark and conducted by the Migration Policy Group"
            " found gaps.",
            {
                ("ACCOUNTABLE_FOR", "country:dnk", "mapping"),
                ("CONDUCTED", "organisation:migration-policy-group", "mapping"),
            },
        ),
        (
            "A handbook for consuls was drafted by the Migrant Forum in Asia (MFA), the ILO and"
            " the Philippines, with financial support from Canada.",
            {
                ("PREPARED", "organisation:mfa", "handbook for consuls"),
                ("PREPARED", "agency:ilo", "handbook for consuls"),
                ("PREPARED", "country:phl", "handbook for consuls"),
                ("FUNDS", "country:can", "handbook for consuls"),
            },
        ),
        (
            "The study was co-funded by the EU and Switzerland and implemented by ICMPD.",
            {
                ("FUNDS", "organisation:european-union", "study"),
                ("FUNDS", "country:che", "study"),
                ("IMPLEMENTS", "agency:icmpd", "study"),
            },
        ),
        (
            "The outcomes of the seminar co-hosted by the Governments of Ghana and Togo, and of"
            " the study on skills by IOM, will be considered.",
            {
                ("HOSTED", "country:gha", "seminar"),
                ("HOSTED", "country:tgo", "seminar"),
                ("CONDUCTED", "agency:iom", "study on skills"),
            },
        ),
        (
            "The report on trade, migration and development that was prepared by the OECD is out.",
            {("PREPARED", "agency:oecd", "report on trade, migration and development")},
        ),
        (
            "The handbook entitled “Trade, Rights and Work” (prepared by the University of"
            " Ghana) is used.",
            {
                (
                    "PREPARED",
                    "organisation:university-of-ghana",
                    "handbook entitled “Trade, Rights and Work”",
                )
            },
        ),
        (
            "Hosted by Ghana, the workshop on skills was a success.",
            {("HOSTED", "country:gha", "workshop on skills")},
        ),
        (
            "The meeting of experts was chaired by Peru and facilitated by the World Bank.",
            {
                ("LED", "country:per", "meeting of experts"),
                ("CO_FACILITATED", "agency:world-bank", "meeting of experts"),
            },
        ),
        (
            "The seminar was organised jointly by Mali, in cooperation with UNHCR.",
            {("ORGANISED", "country:mli", "seminar"), ("ORGANISED", "agency:unhcr", "seminar")},
        ),
    ],
)
def test_deeds(sentence: str, expected: set[tuple[str, str, str]]) -> None:
    assert doers(session(sentence)) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "It will consider the handbook on hiring that the ILO and the IFRC published jointly.",
            {
                ("PREPARED", "agency:ilo", "handbook on hiring"),
                ("PREPARED", "organisation:ifrc", "handbook on hiring"),
            },
        ),
        (
            "Sweden, which chaired the working group on data, will report.",
            {("LED", "country:swe", "working group on data")},
        ),
        (
            "The seminar was hosted by the Government of Kenya with the support of the EU and IOM"
            " in Nairobi.",
            {
                ("HOSTED", "country:ken", "seminar"),
                ("CONTRIBUTES_TO", "organisation:european-union", "seminar"),
                ("CONTRIBUTES_TO", "agency:iom", "seminar"),
            },
        ),
        (
            "The seminar was hosted by Austria, in partnership with ICMPD and with the financial"
            " support of the EC.",
            {
                ("HOSTED", "country:aut", "seminar"),
                ("HOSTED", "agency:icmpd", "seminar"),
                ("FUNDS", "organisation:european-commission", "seminar"),
            },
        ),
        (
            "A working group on coherence, data and research, led by Mali, met twice.",
            {("LED", "country:mli", "working group on coherence, data and research")},
        ),
        (
            "The John D. and Catherine T. MacArthur Foundation funded a study on New Mexico.",
            {
                (
                    "FUNDS",
                    "organisation:john-d-and-catherine-t-macarthur-foundation",
                    "study on New Mexico",
                )
            },
        ),
        (
            "A workshop on data was held in Port Louis, jointly organised by Mauritius and the EC,"
            " co-financed by France and attended by Kenya.",
            {
                ("ORGANISED", "country:mus", "workshop on data"),
                ("ORGANISED", "organisation:european-commission", "workshop on data"),
                ("FUNDS", "country:fra", "workshop on data"),
            },
        ),
        (
            "In June 2012 Mauritius hosted the workshop on jobs.",
            {("HOSTED", "country:mus", "workshop on jobs")},
        ),
        (
            "The pilot funded by the EU and run by ICMPD goes on.",
            {
                ("FUNDS", "organisation:european-union", "pilot"),
                ("IMPLEMENTS", "agency:icmpd", "pilot"),
            },
        ),
        (
            "The US Government organised a workshop on visas.",
            {("ORGANISED", "country:usa", "workshop on visas")},
        ),
        (
            "The Nigerien Government hosted a workshop on routes.",
            {("HOSTED", "country:ner", "workshop on routes")},
        ),
    ],
)
def test_clauses_and_supporters(sentence: str, expected: set[tuple[str, str, str]]) -> None:
    assert doers(session(sentence)) == expected


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
            {("ORGANISED", "country:mex", "1.1"), ("ORGANISED", "agency:undp", "1.1")},
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
        ("A workshop on data by Ghana is known.", "unknown"),
    ],
)
def test_the_status_of_deeds(sentence: str, status: str) -> None:
    extraction = session(sentence)
    (activity,) = activities(extraction).values()
    assert activity.properties["status"] == status
    assert {source for _, source, _ in doers(extraction)} == {"country:gha"}


@pytest.mark.parametrize(
    "sentence",
    [
        "The workshop on data was not organised by Ghana.",
        "No workshop was organised by Ghana.",
        "The study should be led by Kenya.",
        "A workshop could be hosted by Kenya.",
        "Was the workshop organised by Ghana?",
        "The workshop was organised by governments and their partners.",
        "The seminar was hosted by other member States.",
        "The survey was conducted by Manila.",
        "The survey was conducted by Mexico City.",
        "The survey was conducted by the Spanish.",
        "The survey was conducted by the Ghanaian diaspora.",
        "The survey was conducted by UK NGOs.",
        "The paper was prepared by Peter Sutherland.",
        "The paper was prepared by the Secretary-General.",
        "The study on shelters funded by Spain was read.",
        "The survey of refugees hosted by Kenya was read.",
        "The evaluation of the survey conducted by Kenya was read.",
        "The report on the study prepared by Kenya was read.",
        "The study on ratification of the Convention by Mexico was read.",
        "The session will look at practices undertaken by Ghana.",
        "The study on data in Ghana and Kenya was discussed.",
        "The programme, bilateral partnerships, as well as two dashboards (of towns) developed by"
        " the UN were cited.",
    ],
)
def test_what_is_not_stated_or_not_clear_makes_nothing(sentence: str) -> None:
    extraction = session(sentence)
    assert facts(extraction) == set()
    assert not [n for n in extraction.nodes if n.label in ("Country", "Organisation", "Agency")]


@pytest.mark.parametrize(
    "sentence",
    ["The survey was conducted by Manila.", "The study on shelters funded by Spain was read."],
)
def test_what_is_not_clear_is_reported(sentence: str) -> None:
    (skipped,) = session(sentence).skipped
    assert (skipped.locator, skipped.text) == ("line 5", sentence)
    assert skipped.reason.startswith("who did what is not clear")


def test_a_participle_goes_with_one_thing_or_with_all() -> None:
    shared = "The seminar on trade and the study on data, led by Peru, are known."
    assert doers(session(shared)) == {
        ("LED", "country:per", "seminar on trade"),
        ("LED", "country:per", "study on data"),
    }
    own = "The seminar on trade and the study on data led by Peru are known."
    assert doers(session(own)) == {("LED", "country:per", "study on data")}
    each = (
        "The seminar hosted by Ghana and UNDP, and the mapping of agencies led by Peru, are known."
    )
    assert doers(session(each)) == {
        ("HOSTED", "country:gha", "seminar"),
        ("HOSTED", "agency:undp", "seminar"),
        ("LED", "country:per", "mapping of agencies"),
    }
    inner = "The report of the workshop organised by Peru is known."
    assert doers(session(inner)) == {("ORGANISED", "country:per", "workshop")}
    nested = "The report on the project, prepared by Peru, is known."
    assert doers(session(nested)) == set()


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
    content = "Roundtable 1: Rights\n\nThe session builds on Athens RT 2.\n"
    assert facts(read(content)) == {("BUILDS_ON", "1", "athens-rt-2")}


def test_the_same_words_are_the_same_activity() -> None:
    extraction = session(
        "The workshop on data was hosted by Ghana.",
        "The session will draw on the workshop on data.",
        "A working group was led by Peru.",
    )
    assert set(activities(extraction)) == {"1.1-workshop", "1.1-working-group"}
    assert ("DRAWS_ON", "1.1", "1.1-workshop") in facts(extraction)
    content = (
        "Roundtable 1: Rights\n\n1.1 Work\n\nA working group was led by Peru.\n\n"
        "1.2 Home\n\nA working group was led by Chad.\n"
    )
    assert set(activities(read(content))) == {"1.1-working-group", "1.2-working-group"}


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
        ("The session is long. Work is hard. It will build on Athens RT 1.", set()),
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
        "\u202eThe workshop organised by \ufffd\U0001f600.",
    ],
)
def test_hostile_texts_are_left_alone(content: str) -> None:
    extraction = read(f"Roundtable 1: Rights\n\n1.1 Work\n\n{content}\n")
    assert not [node for node in extraction.nodes if node.label == "Organisation"]
