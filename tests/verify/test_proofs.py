"""The three proofs, one by one, and what becomes of a fact that fails one."""

import ast
from pathlib import Path

import pytest

import partnergraph.verify
from partnergraph.document.words import Text
from partnergraph.errors import EvidenceError
from partnergraph.names import names
from partnergraph.records.model import Edge, Evidence, Extraction, Node
from partnergraph.relations.draft import Draft
from partnergraph.verify import doubt, names_end, sifted, verify

PAGE = """\
Plan of the task force

Activity: Train inspectors of ports
Led by: ILO
Partners: Network of Ports, Equatorial Guinea

Fiji will host the meeting on fees; Tonga hosted the meeting on visas.
"""
TEXT = Text.of(PAGE, "plan.txt")
ILO = Node("agency:ilo", "Agency", "International Labour Organization", {"aliases": ("ILO",)})
FIJI = Node("country:fji", "Country", "Fiji")
TONGA = Node("country:ton", "Country", "Tonga")
PORTS = Node("organisation:network-of-ports", "Organisation", "Network of Ports")
TRAINING = Node("activity:plan/1", "Activity", "Train inspectors of ports")
FEES = Node("activity:plan/2", "Activity", "meeting on fees")
VISAS = Node("activity:plan/3", "Activity", "meeting on visas")
SENTENCE = "Fiji will host the meeting on fees; Tonga hosted the meeting on visas."


def said(type, source, target, cue, quote=SENTENCE, locator="line 7", place="", **known):
    """What keeps a claim from being proved; empty where nothing does."""
    evidence = Evidence("document:plan", locator, quote, "made", "stated", cue, place)
    edge = Edge(type, source.id, target.id, (evidence,), known)
    found = doubt(edge, evidence, source, target, TEXT)
    return (found.refuted, found.reason) if found else ()


LED = {"quote": "Train inspectors of ports … ILO", "locator": "lines 3-4"}


@pytest.mark.parametrize(
    "proved",
    [
        said("LED", ILO, TRAINING, "Led by", **LED),
        said("HOSTED", FIJI, FEES, "will host", status="planned"),
        said("HOSTED", FIJI, FEES, "will … host", status="planned"),
        said("HOSTED", TONGA, VISAS, "hosted"),
        said("MENTIONED_IN", TONGA, Node("document:plan", "Document", "Plan"), ""),
    ],
)
def test_what_is_so_is_proved(proved):
    assert proved == ()


@pytest.mark.parametrize(
    ("found", "refuted", "reason"),
    [
        (said("HOSTED", FIJI, FEES, "will host"), True, "“will host” does not say HOSTED"),
        (said("FUNDS", TONGA, VISAS, "hosted"), True, "“hosted” does not say FUNDS"),
        (
            said("HOSTED", TONGA, VISAS, "hosted", status="planned"),
            True,
            "“hosted” does not say HOSTED (planned)",
        ),
        (
            said("HOSTED", TONGA, VISAS, "hosted", locator="line 3"),
            True,
            "its quote does not stand at line 3",
        ),
        (
            said("LED", ILO, TRAINING, "Led by", **LED | {"place": "line 5"}),
            True,
            "the cue “Led by” does not stand at line 5",
        ),
        (
            said("HOSTED", FIJI, TRAINING, "will host", status="planned"),
            True,
            f"the quote “{SENTENCE}” does not name activity:plan/1",
        ),
        (
            said("HOSTED", FIJI, FEES, "host", quote=SENTENCE[:34]),
            True,
            "“will host” does not say HOSTED",
        ),
        (said("HOSTED", TONGA, VISAS, ""), False, "no cue says that it is HOSTED"),
        (
            said("HOSTED", TONGA, VISAS, "visas"),
            False,
            "the lexicon does not know “visas” as words for HOSTED",
        ),
        (
            said(
                "IMPLEMENTS",
                PORTS,
                TRAINING,
                "Network",
                quote="Train inspectors of ports … Network of Ports",
                locator="lines 3-5",
            ),
            True,
            "“Network” is a part of what organisation:network-of-ports is called",
        ),
    ],
)
def test_what_is_not_so_is_not_proved(found, refuted, reason):
    assert found == (refuted, reason)


def test_a_name_within_the_name_of_another_thing_names_nothing():
    guinea = Node("country:gin", "Country", "Guinea")
    assert not names_end(guinea, "Partners: Network of Ports, Equatorial Guinea")
    assert names_end(guinea, "Guinea and Equatorial Guinea")
    assert names_end(FIJI, "the Fijian government")


def test_a_header_may_be_spelled_as_the_agency_below_it():
    text = Text.of("Activity | WHO\nTrain nurses | WHO", "plan.txt")
    who = Node("agency:who", "Agency", "World Health Organization", {"aliases": ("WHO",)})
    nurses = Node("activity:plan/1", "Activity", "Train nurses")
    for place in ("line 1", ""):
        locator = "line 2" if place else "lines 1-2"
        evidence = Evidence("d", locator, "Train nurses … WHO", "made", "stated", "WHO", place)
        edge = Edge("IMPLEMENTS", who.id, nurses.id, (evidence,))
        assert doubt(edge, evidence, who, nurses, text) is None


@pytest.mark.parametrize(
    ("page", "proved"),
    [
        ("Ports are inspected. (ILO, IOM)", True),
        ("Ports are inspected, as the ILO asked for.", False),
    ],
)
def test_brackets_behind_an_output_say_who_does_it(page, proved):
    text = Text.of(page, "plan.txt")
    output = Node("activity:plan/1", "Activity", "Ports are inspected.")
    evidence = Evidence("document:plan", "line 1", page, "made", "stated")
    edge = Edge("IMPLEMENTS", ILO.id, output.id, (evidence,))
    assert (doubt(edge, evidence, ILO, output, text) is None) == proved


def made() -> tuple[Extraction, Text]:
    """A document of which two facts are right and one, of a thing of its own, is wrong."""
    draft = Draft(TEXT, names())
    line = TEXT.passage(6)
    fees, visas = line[15:34], line[49:69]
    fiji, tonga = (
        draft.shared(found.entity, found.words) for found in names().find(line, "Country")
    )
    cues = line.match("will host"), line.match("hosted")
    draft.link(
        "HOSTED",
        fiji,
        draft.part("Activity", "1", fees),
        within=line,
        cue=line.cut(cues[0]),
        status="planned",
    )
    visas_meeting = draft.part("Activity", "2", visas)
    draft.link("HOSTED", tonga, visas_meeting, within=line, cue=line.cut(cues[1]))
    draft.link("FUNDS", tonga, visas_meeting, within=line, cue=line.cut(cues[1]))
    return draft.finish(), TEXT


def test_one_wrong_fact_does_not_cost_the_others():
    extraction, text = made()
    with pytest.raises(EvidenceError, match="FUNDS"):
        verify(extraction, text)
    kept = sifted(extraction, text)
    verify(kept, text)
    assert {edge.type for edge in extraction.edges} - {edge.type for edge in kept.edges} == {
        "FUNDS"
    }
    assert kept.nodes == extraction.nodes
    (dropped,) = set(kept.skipped) - set(extraction.skipped)
    assert (dropped.locator, dropped.text) == ("line 7", SENTENCE)
    assert dropped.reason == (
        "not stored: country:ton FUNDS activity:plan/2: “hosted” does not say FUNDS"
    )


def test_a_thing_of_which_nothing_is_proved_is_not_stored():
    extraction, text = made()
    lone = Node("agency:iom", "Agency", "IOM")
    evidence = Evidence("document:plan", "line 7", "IOM", "made", "stated")
    edge = Edge("RECORDED_IN", lone.id, extraction.document.id, (evidence,))
    wrong = extraction._replace(nodes=(*extraction.nodes, lone), edges=(*extraction.edges, edge))
    assert lone not in sifted(wrong, text).nodes


def test_the_gate_shares_nothing_with_what_reads():
    """But words, tables and the lexicon: no mentions, relations, genres or readers."""
    allowed = {"document", "errors", "lexicon", "names", "records", "verify"}
    package = Path(partnergraph.verify.__file__).parent
    for path in package.glob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        imported = [node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
        ours = {name.split(".")[1] for name in imported if name.startswith("partnergraph.")}
        assert ours <= allowed, path.name
