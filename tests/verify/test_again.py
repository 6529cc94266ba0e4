"""What reading a claim's places again yields: it, its opposite, or neither."""

import pytest

from partnergraph.pipeline import reread
from partnergraph.records.model import Edge, Evidence
from partnergraph.verify.claims import Claim, Claims
from partnergraph.verify.judge import judged

PAGE = """\
# Workplan of the beekeepers' network

Kenya hosted the seminar on honey and Togo hosted the survey of hives.

The handbook was prepared by FAO, and Malawi was thanked for its patience.

IOM organised the fair on wax in partnership with UNESCO.

| Activity | Lead agency | Partners |
|---|---|---|
| Train wardens of hives | ILO | UNHCR |
| Map the flowering months | WHO | UNDP, Ghana |
| Count the swarms | | Peru |
"""
ROWS = "lines 11-12"


@pytest.fixture(scope="module")
def source(tmp_path_factory):
    path = tmp_path_factory.mktemp("page") / "bees.md"
    path.write_text(PAGE, encoding="utf-8")
    (source,) = reread.sources([path])
    return source


def row(source, type, doer, thing, quote, locator, cue, place="", **known):
    """The verdict on a claim, and why."""
    evidence = Evidence("bees.md", locator, quote, "made", "stated", cue, place)
    edge = Edge(type, doer, thing, (evidence,), known)
    (judgement,) = judged(Claims([Claim(1, edge, evidence)], {}), [source])
    return judgement.verdict, judgement.reason


HONEY = "Kenya hosted the seminar on honey and Togo hosted the survey of hives."
HANDBOOK = "The handbook was prepared by FAO, and Malawi was thanked for its patience."
WAX = "IOM organised the fair on wax in partnership with UNESCO."


@pytest.mark.parametrize(
    ("claim", "verdict", "reason"),
    [
        (("HOSTED", "Kenya", "seminar on honey", HONEY, "line 3", "hosted"), "stands", ""),
        (("HOSTED", "Togo", "seminar on honey", HONEY, "line 3", "hosted"), "rejected", "ken "),
        (("HOSTED", "Kenya", "survey of hives", HONEY, "line 3", "hosted"), "rejected", "tgo"),
        (("PREPARED", "FAO", "handbook", HANDBOOK, "line 5", "was prepared by"), "stands", ""),
        (("PREPARED", "Malawi", "handbook", HANDBOOK, "line 5", "was prepared by"), "rejected", ""),
        (("PARTNERS_WITH", "UNESCO", "IOM", WAX, "line 7", "in partnership with"), "unclear", ""),
    ],
)
def test_of_a_sentence_each_clause_says_its_own(source, claim, verdict, reason):
    found, why = row(source, *claim)
    assert (found, reason in why) == (verdict, True), why


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        (("LED", "WHO", "Map the flowering months", "line 12", "Lead agency"), "stands"),
        (("LED", "ILO", "Train wardens of hives", "lines 11-12", "Lead agency"), "stands"),
        (("LED", "UNDP", "Map the flowering months", "line 12", "Lead agency"), "rejected"),
        (("CONTRIBUTES_TO", "WHO", "Map the flowering months", "line 12", "Partners"), "rejected"),
        (("LED", "WHO", "Train wardens of hives", "lines 11-12", "Lead agency"), "rejected"),
        (("LED", "Peru", "Count the swarms", "line 13", "Lead agency"), "rejected"),
        (("LED", "Ghana", "Map the flowering months", "line 12", "Lead agency"), "rejected"),
    ],
)
def test_of_a_table_each_row_and_column_says_its_own(source, claim, verdict):
    type, doer, thing, locator, cue = claim
    found, why = row(source, type, doer, thing, f"{thing} … {doer}", locator, cue, "line 9")
    assert found == verdict, why


def test_another_cue_that_says_the_same_is_as_good_but_no_word_of_a_name(tmp_path):
    page = tmp_path / "bees.md"
    page.write_text(
        "# Plan\n\n| Activity | Responsible | Team |\n|---|---|---|\n"
        "| Train wardens | Hive Central Team | |\n"
    )
    (source,) = reread.sources([page])
    claim = "IMPLEMENTS", "Hive Central Team", "Train wardens", "Train wardens … Hive Central Team"
    assert row(source, *claim, "line 5", "Responsible", "line 3")[0] == "stands"
    assert row(source, *claim, "lines 3-5", "Team")[0] == "rejected"


def test_of_whom_reading_knows_nothing_it_says_no_opposite(source):
    """A name that reading missed may stand in the list that it read."""
    found, why = row(
        source,
        "HOSTED",
        "the Apiary Guild",
        "seminar on honey",
        HONEY,
        "line 3",
        "hosted",
    )
    assert found in ("unclear", "rejected"), why
    assert "instead" not in why
