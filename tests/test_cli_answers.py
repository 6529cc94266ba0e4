"""Totals before any cut, three kinds of empty answers, options given twice, weak paths."""

import json
import os
import subprocess
import sys

import click
import pytest
from click.testing import CliRunner

from partnergraph.cli.app import COMMANDS, app

COMMAND = [sys.executable, "-m", "partnergraph"]
MATRIX = "gfmd-2007-activities-matrix"
NOTE = "gfmd-2020-partnerships-note"
SESSION = "session:gcm-2017-thematic-session-4-summary/1"


@pytest.fixture
def cli(seeds_db):
    def run(*words):
        return subprocess.run(
            [*COMMAND, *words, "--db", str(seeds_db)],
            env={**os.environ, "COLUMNS": "120"},
            text=True,
            capture_output=True,
            timeout=120,
            check=False,
        )

    return run


def rows(result):
    assert result.returncode == 0, result.stderr
    return json.loads(result.stdout)


def test_a_limit_cuts_rows_of_each_partner_and_no_count(cli):
    cut = cli("partners", "IOM", "--limit", "2")
    assert "UNFPA, both listed with expertise: 11 activities, the first 2" in cut.stdout
    assert "UNHCR, both listed with expertise: 19 activities, the first 2" in cut.stdout
    assert "UNODC, both listed with expertise: 6 activities, the first 2" in cut.stdout
    assert "11 of 68 rows" in cut.stderr
    left = "left out by --limit 2: 26 of UNDP, 17 of UNHCR, 9 of UNFPA, 4 of UNODC, 1 of UN-DESA"
    assert left in cut.stderr
    assert "partnergraph partners IOM --db" in cut.stderr
    whole = cli("partners", "IOM", "--limit", "0")
    assert "UNFPA, both listed with expertise: 11 activities\n" in whole.stdout
    assert "left out" not in whole.stderr


def test_machines_get_the_first_rows_of_each_partner_too(cli):
    found = rows(cli("partners", "IOM", "--limit", "1", "--format", "json"))
    assert [row["partner"] for row in found] == [
        "UN-DESA",
        "UNDP",
        "UNDP",
        "UNFPA",
        "UNHCR",
        "UNODC",
    ]


def test_partners_of_a_country_are_countries_too(cli):
    found = rows(cli("partners", "Spain", "--format", "json"))
    assert [(row["partner"], row["how"]) for row in found] == [("Morocco", "both in a doing role")]


def test_a_programme_of_two_agencies_is_among_their_partners(cli):
    found = rows(cli("partners", "IOM", "--format", "json"))
    programme = [row for row in found if row["activity_id"].startswith("organisation:")]
    assert [(row["partner"], row["how"]) for row in programme] == [("UNDP", "both support it")]


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (
            ("--kind", "outside", "--document", MATRIX),
            f"nothing to count: no countries in {MATRIX}.txt; it takes a list of the members",
        ),
        (
            ("--kind", "unanswered", "--document", MATRIX),
            f"nothing to count: no recommendations or questions in {MATRIX}.txt; it takes",
        ),
        (("--kind", "apart", "--agency", "Spain"), "no rows: Spain (country) is not counted"),
        (
            ("--kind", "absent", "--projection", "doing"),
            "nothing to count: no topics of documents that list who is on activities",
        ),
        (
            ("--kind", "no-agency", "--document", MATRIX),
            "somebody is recorded on every activity (counted: 63 activities in",
        ),
    ],
)
def test_an_empty_answer_says_which_empty_it_is(cli, words, says):
    result = cli("gaps", *words)
    assert result.returncode == 0
    assert result.stdout == ""
    assert says in result.stderr


def test_the_command_that_shows_what_is_left_out_shows_it(cli):
    result = cli("gaps", "--kind", "absent", "--projection", "doing")
    (line,) = [line for line in result.stderr.splitlines() if " rows with: partnergraph " in line]
    count, _, command = line.partition(" rows with: partnergraph ")
    words = command.split(" ")
    at = words.index("--db")
    shown = cli(*words[:at], *words[at + 2 :], "--format", "json")
    assert len(rows(shown)) == int(count)


def test_without_a_kind_what_there_is_comes_first(cli):
    result = cli("gaps", "--document", NOTE)
    heads = [line.partition(" (")[0] for line in result.stdout.splitlines() if "):" in line]
    assert heads == ["unanswered", "unserved"]
    told = [line.partition(": ") for line in result.stderr.splitlines()]
    kinds = [(kind, said.startswith("no rows: ")) for kind, _, said in told if kind in KINDS]
    assert sorted(kind for kind, _ in kinds) == sorted(KINDS)
    assert [empty for _, empty in kinds] == sorted(empty for _, empty in kinds)


KINDS = ("absent", "apart", "no-agency", "outside", "single-agency", "unanswered", "unserved")


@pytest.mark.parametrize(
    ("words", "option"),
    [
        (("gaps", "--agency", "IOM", "--agency", "UNDP"), "--agency"),
        (("gaps", "--limit", "1", "--limit", "2"), "--limit"),
        (("partners", "IOM", "--who", "any", "--who", "agency"), "--who"),
        (("info", "--format", "json", "--format", "csv"), "--format"),
        (("render", "--title", "a", "--title", "b"), "--title"),
    ],
)
def test_an_option_that_takes_one_says_so(cli, words, option):
    result = cli(*words)
    assert result.returncode == 2
    assert len(result.stderr.splitlines()) == 1
    assert f"{option} takes one value and was given 2: ask once for each" in result.stderr


def test_what_stands_before_the_command_is_given_once(cli, seeds_db):
    words = [*COMMAND, "--db", str(seeds_db), "--db", str(seeds_db), "info"]
    result = subprocess.run(words, capture_output=True, text=True, check=False)
    assert (result.returncode, result.stdout) == (2, "")
    assert "--db takes one value and was given 2" in result.stderr


def test_a_graph_is_named_before_the_command_or_after_it(cli, seeds_db):
    words = [*COMMAND, "--db", str(seeds_db), "info", "--db", "other.db"]
    result = subprocess.run(words, capture_output=True, text=True, check=False)
    assert (result.returncode, result.stdout) == (2, "")
    assert "--db takes one value and was given before the command, too" in result.stderr


def singles():
    """Each command with each of its options that takes one value."""
    for name in COMMANDS:
        command = app.get_command(click.Context(app), name)
        for option in command.params:
            if isinstance(option, click.Option) and not (option.multiple or option.is_flag):
                yield name, option.opts[-1]


@pytest.mark.parametrize(("command", "option"), list(singles()))
def test_no_command_keeps_the_last_of_two(command, option):
    result = CliRunner().invoke(app, [command, option, "0", option, "1"])
    assert result.exit_code == 2
    assert f"{option} takes one value and was given 2" in result.output


@pytest.mark.parametrize("words", ["overlaps", "gaps --kind absent --kind single-agency"])
def test_on_a_screen_a_limit_cuts_each_kind_and_no_count(cli, words):
    def lines(*more):
        result = cli(*words.split(), *more, "--format", "screen")
        assert result.returncode == 0, result.stderr
        return [line for line in result.stdout.split("\n") if line.strip()]

    one, three, every = lines("--limit", "1"), lines(), lines("--limit", "0")
    assert len(one) < len(three) < len(every)
    counts = [line for line in every if line.endswith(")") and line[:1].isupper()]
    assert counts
    assert set(counts) <= set(one)
    assert any(line.startswith("All of them: ") for line in one)
    assert not any(line.startswith("All of them: ") for line in every)


def test_what_a_limit_leaves_out_of_a_thing_is_said(cli):
    result = cli("show", "UNDP", "--limit", "1")
    assert "UNDP is listed with expertise in: 29" in result.stdout
    assert "and 28 more" in result.stdout
    assert "29 left out, to be shown with: partnergraph show UNDP --db" in result.stderr


def test_documents_and_kinds_take_several(cli):
    def ids(*documents):
        words = [word for name in documents for word in ("--document", name)]
        found = rows(cli("gaps", "--kind", "unserved", *words, "--format", "json"))
        return {row["objective_id"] for row in found}

    both = ids(NOTE, "gcm-review-2020-roundtable-1")
    assert both == ids(NOTE) | ids("gcm-review-2020-roundtable-1")
    two = rows(cli("gaps", "--kind", "apart", "--kind", "absent", "--format", "json"))
    assert sorted(row["kind"] for row in two) == ["absent", "apart"]


def test_what_both_cite_connects_two_papers_only_when_asked(cli):
    ends = ("roundtable:gcm-review-2020-roundtable-1/1", SESSION)
    default = rows(cli("path", *ends, "--format", "json"))
    assert "CITES" not in default["follows"]
    asked = cli("path", *ends, "--weak")
    assert "(which connects little)" in asked.stdout
    assert "what both cite or discuss, too" in asked.stderr


PLACED = """Organisation,Activity,Sector,Country
IOM,Cash for returnees,Reintegration,Niger
UNHCR,Shelter for returnees,Reintegration,Niger
UNDP,Training of consular staff,Protection,Morocco
UNICEF,Schools for children on the move,Education,Mali
"""


@pytest.mark.parametrize("typed", ["Maroc", "MAR", "morocco", "country:mar"])
def test_a_country_is_named_in_all_forms_that_other_filters_take(tmp_path, typed):
    (tmp_path / "3w.csv").write_text(PLACED)
    db = ["--db", str(tmp_path / "graph.db")]

    def call(*words):
        command = [*COMMAND, *words, *db]
        return subprocess.run(command, text=True, capture_output=True, timeout=120, check=False)

    assert call("load", str(tmp_path / "3w.csv")).returncode == 0
    json_rows = ("--format", "json")
    found = rows(call("portfolio", "UNDP", "--country", typed, *json_rows))
    assert [row["activity"] for row in found] == ["Training of consular staff"]
    assert rows(call("portfolio", "UNDP", "--country", "Niger", *json_rows)) == []
    both = rows(call("matrix", "--country", typed, "--country", "Mali", *json_rows))
    assert {row["agency"] for row in both} == {"UNDP", "UNICEF"}
    wrong = call("gaps", "--country", "Marocco")
    assert (wrong.returncode, "did you mean Morocco (country)" in wrong.stderr) == (2, True)
