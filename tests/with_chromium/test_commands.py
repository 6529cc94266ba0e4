"""The commands that write a page open it on their answer."""

import re

import pytest
from playwright.sync_api import expect

from partnergraph.questions import ask
from partnergraph.questions.path import paths
from partnergraph.records.vocabulary import vocabulary

TRAFFICKING = "Addressing Trafficking in Persons and Smuggling of Migrants"


@pytest.fixture
def written(visit, command, seeds_db, tmp_path):
    """`written("gaps", …)`: the page that a command with `--html` writes."""

    def opened(*words):
        file = tmp_path / "answer.html"
        command(*words, "--db", seeds_db, "--html", file)
        return visit(file)

    return opened


@pytest.mark.parametrize(
    ("family", "kind"), [("gaps", "unserved"), ("gaps", "apart"), ("overlaps", "objectives")]
)
def test_a_kind_opens_on_its_rows(written, seeds, worded, family, kind):
    answer = ask(seeds, f"{family}-{kind}", 0)
    title = worded(f"{family}-{kind}").title
    page = written(family, "--kind", kind)
    assert page.title().startswith(f"{title} – ")
    panel = page.get_by_role("tabpanel", name=family.capitalize())
    rows = panel.get_by_role("region", name=title, exact=True).get_by_role("row")
    expect(rows).to_have_count(1 + answer.total)


def test_filters_of_the_command_are_those_of_the_page(written, worded):
    page = written("gaps", "--kind", "absent", "--topic", TRAFFICKING)
    rows = page.get_by_role("region", name=worded("gaps-absent").title).get_by_role("row")
    expect(rows).to_have_count(2)
    expect(rows.last).to_contain_text(TRAFFICKING)


@pytest.mark.parametrize("family", ["gaps", "overlaps"])
def test_without_a_kind_it_opens_on_all(written, family):
    page = written(family)
    panel = page.get_by_role("tabpanel", name=family.capitalize())
    expect(panel.get_by_role("link", name="all", exact=True)).to_have_attribute(
        "aria-current", "true"
    )


def test_a_path_opens_as_a_lane(written, seeds):
    found = next(iter(paths(seeds, "agency:unodc", "agency:un-desa")))
    short = {node.id: str(node.properties.get("acronym", node.name)) for node in seeds.nodes()}
    page = written("path", "UNODC", "UN-DESA")
    assert page.title().startswith("UNODC to UN-DESA – ")
    steps = page.get_by_role("list", name="The path in sentences").get_by_role("listitem")
    shown = [step.text_content()[:80] for step in steps.all()]
    phrases = {hop.type: vocabulary().types[hop.type].phrase for hop in found.hops}
    assert shown == [
        f"{short[hop.source]} {phrases[hop.type]} {short[hop.target]}"[:80] for hop in found.hops
    ]


def test_a_path_follows_on_the_page_what_the_command_followed(written):
    page = written("path", "UNODC", "UN-DESA", "--only", "CITES,PART_OF,UNDER")
    panel = page.get_by_role("tabpanel", name="Focus")
    expect(panel).to_contain_text("on this page connect the two")
    expect(panel).to_contain_text("What would")


@pytest.mark.parametrize(
    ("words", "view", "title"),
    [
        (["UNHCR"], "Focus", "UNHCR – "),
        (["--view", "matrix"], "Matrix", "matrix"),
        (["--view", "map", "--title", "Our map"], "Map", "map – Our map"),
        (["--gap", "unserved"], "Gaps", "Objectives that nobody"),
        (["--overlap", "agencies"], "Overlaps", "Agencies that are on the same"),
        (["--topic", TRAFFICKING, "--view", "table"], "Table", "table – "),
        (["UNHCR", "--hops", "1", "--view", "table"], "Table", "table – "),
    ],
)
def test_render_opens_where_its_options_say(visit, rendered, words, view, title):
    page = visit(rendered(*words))
    expect(page.get_by_role("tabpanel", name=view)).to_be_visible()
    assert page.title().startswith(title)


def test_one_hop_holds_the_neighbours_alone_and_says_so(visit, rendered, sql):
    page = visit(rendered("UNODC", "--hops", "1", "--view", "table"))
    ((count,),) = sql(
        """SELECT count(DISTINCT o.n) FROM node x JOIN edge e ON x.n IN (e.source, e.target)
           JOIN node o ON o.n IN (e.source, e.target)
           WHERE x.id = 'agency:unodc' AND e.type NOT IN ('RECORDED_IN', 'MENTIONED_IN')"""
    )
    expect(page.get_by_text("This page holds")).to_contain_text("1 step")
    things = page.get_by_role("radio", name=re.compile("^Things"))
    shown = things.evaluate("(box) => box.labels[0].textContent")
    assert shown == f"Things ({count + 1})"


def test_a_document_holds_what_it_says(visit, rendered):
    page = visit(rendered("--document", "gcm-review-2020-roundtable-1.txt", "--view", "table"))
    page.get_by_role("radio", name=re.compile("^Statements")).check()
    first = page.get_by_role("row").nth(1)
    first.get_by_role("button").click()
    evidence = page.get_by_role("region", name="Evidence")
    expect(evidence.get_by_role("figure").first).to_contain_text("gcm-review-2020-roundtable-1.txt")
