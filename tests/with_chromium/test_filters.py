"""The filters: folded, in the order of use, checkboxes with counts, and one alone by one click."""

import re

import pytest
from playwright.sync_api import expect


@pytest.fixture
def opened(on_seeds, filters):
    """`opened(address)`: the page with its filters open, and what finds its checkboxes."""

    def opened(address=""):
        page = filters(on_seeds(address))
        return page, lambda name: page.get_by_role("checkbox", name=name)

    return opened


def test_filters_are_folded_and_the_view_has_their_room(on_seeds, filters):
    page = on_seeds()
    main = page.get_by_role("main")
    assert page.get_by_role("checkbox").count() == 0
    assert main.bounding_box()["x"] == 0
    filters(page)
    assert main.bounding_box()["x"] > 200
    groups = page.get_by_role("complementary", name="Filters").get_by_role("group")
    names = groups.locator("legend").all_text_contents()
    assert names[:4] == ["Who", "What", "Documents", "Who does it"]
    assert names[-2:] == ["Where it is written", "What no text states"]


def test_every_kind_of_thing_and_link_has_its_count(opened, sql):
    page, box = opened()
    labels, types, documents = (
        sql(f"SELECT count(*) FROM {table} GROUP BY {key}")
        for table, key in (
            ("node", "label"),
            ("edge", "type"),
            ("(SELECT DISTINCT document, edge FROM evidence)", "document"),
        )
    )
    ((inferred,),) = sql("SELECT count(*) FROM edge WHERE NOT stated")
    captions = page.get_by_role("checkbox").evaluate_all(
        "(boxes) => boxes.map((box) => box.labels[0].textContent)"
    )
    counts = sorted(int(re.search(r"\((\d+)\)$", caption)[1]) for caption in captions)
    assert counts == sorted(number for (number,) in (*labels, *types, *documents, (inferred,)))
    for name in ("Agencies (9)", "Activities (73)", "is listed with expertise in (131)"):
        assert box(name).is_checked(), (
            "72 activities of the matrix and one of a summary; 131 times an agency"
        )
    assert box(f"Inferred statements ({inferred})").count() == 1


def test_where_something_stands_is_off_until_asked_for(opened, many):
    _, box = opened()
    assert not box(f"is recorded in ({many('edge', type='RECORDED_IN')})").is_checked()
    assert not box(f"is mentioned in ({many('edge', type='MENTIONED_IN')})").is_checked()


def test_a_kind_of_link_is_hidden_from_the_focus(opened):
    page, box = opened("#n=agency:unhcr")
    activities = page.get_by_role("link", name=re.compile(r"\(Activity\)$"))
    expect(activities.first).to_be_visible()
    box(re.compile("^is listed with expertise in")).uncheck()
    expect(activities).to_have_count(0)
    box(re.compile("^is listed with expertise in")).check()
    expect(activities.first).to_be_visible()


def test_a_kind_of_thing_is_hidden_from_the_table_and_from_the_matrix(opened, sql):
    page, box = opened("#view=table")
    box(re.compile("^Agencies")).uncheck()
    ((others,),) = sql("SELECT count(*) FROM node WHERE label != 'Agency'")
    expect(page.get_by_text(f"Rows 1 to 100 of {others}")).to_be_visible()
    page.get_by_role("tab", name="Matrix").click()
    panel = page.get_by_role("tabpanel", name="Matrix")
    expect(panel.get_by_text("No activity of a topic names an agency")).to_be_visible()
    assert panel.get_by_role("button").count() == 0


def test_inferred_links_look_different_and_can_be_hidden(opened, sql):
    ((id,),) = sql("SELECT min(id) FROM node JOIN edge ON source = n WHERE type = 'SAME_AS'")
    page, box = opened(f"#n={id}")
    evidence = page.get_by_role("region", name="Evidence")
    expect(evidence.get_by_text(re.compile("inferred by")).first).to_be_visible()
    same = evidence.get_by_role("heading", name=re.compile("is the same as"))
    assert same.count() == 1
    dashes = page.locator("svg.drawing .line").evaluate_all(
        "(lines) => lines.map((line) => getComputedStyle(line).strokeDasharray !== 'none')"
    )
    assert set(dashes) == {True, False}
    box(re.compile("^Inferred statements")).uncheck()
    expect(same).to_have_count(0)
    expect(evidence.get_by_role("listitem").first).to_be_visible()


def test_one_kind_alone_by_one_click_and_all_again_by_another(opened, sql):
    page, box = opened("#view=table")
    ((left,),) = sql(
        "SELECT count(*) FROM node WHERE label NOT IN ('Organisation', 'Country', 'RCP', 'Person')"
    )
    ((all_,),) = sql("SELECT count(*) FROM node")
    rows = page.get_by_role("tabpanel", name="Table").get_by_role("status")
    page.get_by_role("button", name="only Agencies", exact=True).click()
    expect(rows).to_have_text(f"Rows 1 to 100 of {left}")
    assert not box(re.compile("^Organisations")).is_checked()
    assert box(re.compile("^Activities")).is_checked()
    page.get_by_role("button", name="all, not Agencies alone").click()
    expect(rows).to_have_text(f"Rows 1 to 100 of {all_}")
    box(re.compile("^is cited|^cites")).uncheck()
    expect(page.get_by_text("(1 off)")).to_be_visible()
    page.get_by_role("button", name="Show all again").click()
    assert box(re.compile("^cites")).is_checked()
    assert not box(re.compile("^is recorded in")).is_checked()


def test_one_document_alone_leaves_what_it_says(opened, sql):
    page, _ = opened("#view=table")
    file = "gfmd-2008-roundtable-themes.txt"
    ((things,),) = sql(
        """SELECT count(DISTINCT n.n) FROM evidence v JOIN edge e ON e.e = v.edge
           JOIN node d ON d.n = v.document AND d.properties LIKE '%' || ? || '%'
           JOIN node n ON n.n IN (e.source, e.target)""",
        file,
    )
    page.get_by_role("button", name=f"only {file}").click()
    rows = page.get_by_role("tabpanel", name="Table").get_by_role("status")
    expect(rows).to_contain_text(f"of {things}")
    page.get_by_role("tab", name="Focus").click()
    said = page.get_by_role("region", name="Evidence").get_by_role("figure")
    assert {file in one for one in said.all_text_contents()} <= {True}
