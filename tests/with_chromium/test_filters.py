"""The legend is the filter: checkboxes with counts, for things, links and what is inferred."""

import re

import pytest
from playwright.sync_api import expect


@pytest.fixture
def filters(on_seeds):
    """`filters(address)`: the page, and what finds its checkboxes."""

    def opened(address=""):
        page = on_seeds(address)
        return page, lambda name: page.get_by_role("checkbox", name=name)

    return opened


def test_every_kind_of_thing_and_link_has_its_count(filters, sql):
    page, box = filters()
    labels, types = (
        sql(f"SELECT count(*) FROM {table} GROUP BY {key}")
        for table, key in (("node", "label"), ("edge", "type"))
    )
    ((inferred,),) = sql("SELECT count(*) FROM edge WHERE NOT stated")
    captions = page.get_by_role("checkbox").evaluate_all(
        "(boxes) => boxes.map((box) => box.labels[0].textContent)"
    )
    counts = sorted(int(re.search(r"\((\d+)\)$", caption)[1]) for caption in captions)
    assert counts == sorted(number for (number,) in (*labels, *types, (inferred,)))
    for name in ("Agencies (9)", "Activities (72)", "is listed with expertise in (131)"):
        assert box(name).is_checked(), "the matrix lists 72 activities and 131 times an agency"
    assert box(f"Inferred links ({inferred})").count() == 1


def test_where_something_stands_is_off_until_asked_for(filters, many):
    _, box = filters()
    assert not box(f"is recorded in ({many('edge', type='RECORDED_IN')})").is_checked()
    assert not box(f"is mentioned in ({many('edge', type='MENTIONED_IN')})").is_checked()


def test_a_kind_of_link_is_hidden_from_the_focus(filters):
    page, box = filters("#n=agency:unhcr")
    activities = page.get_by_role("link", name=re.compile(r"\(Activity\)$"))
    expect(activities.first).to_be_visible()
    box(re.compile("^is listed with expertise in")).uncheck()
    expect(activities).to_have_count(0)
    box(re.compile("^is listed with expertise in")).check()
    expect(activities.first).to_be_visible()


def test_a_kind_of_thing_is_hidden_from_the_table_and_from_the_matrix(filters, sql):
    page, box = filters("#view=table")
    box(re.compile("^Agencies")).uncheck()
    ((others,),) = sql("SELECT count(*) FROM node WHERE label != 'Agency'")
    expect(page.get_by_text(f"Rows 1 to 100 of {others}")).to_be_visible()
    page.get_by_role("tab", name="Matrix").click()
    panel = page.get_by_role("tabpanel", name="Matrix")
    expect(panel.get_by_text("No activity of a topic names an agency")).to_be_visible()
    assert panel.get_by_role("button").count() == 0


def test_inferred_links_look_different_and_can_be_hidden(filters, sql):
    ((id,),) = sql("SELECT min(id) FROM node JOIN edge ON source = n WHERE type = 'SAME_AS'")
    page, box = filters(f"#n={id}")
    evidence = page.get_by_role("region", name="Evidence")
    expect(evidence.get_by_text(re.compile("inferred by")).first).to_be_visible()
    same = evidence.get_by_role("heading", name=re.compile("is the same as"))
    assert same.count() == 1
    dashes = page.locator("svg.drawing .line").evaluate_all(
        "(lines) => lines.map((line) => getComputedStyle(line).strokeDasharray !== 'none')"
    )
    assert set(dashes) == {True, False}
    box(re.compile("^Inferred links")).uncheck()
    expect(same).to_have_count(0)
    expect(evidence.get_by_role("listitem").first).to_be_visible()
