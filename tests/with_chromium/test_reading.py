"""What a person reads first: the opening, names that are whole, quotes that prove themselves."""

import re
from itertools import combinations

import pytest
from playwright.sync_api import expect

NAMED = """(things) => things.map((thing) => [
  thing.dataset.whole ?? null,
  [...thing.querySelectorAll("text:not(.tally)")].map((line) => line.textContent).join(" "),
])"""
PENS = """() => {
  const drawn = { rounds: [], texts: [] };
  const pen = CanvasRenderingContext2D.prototype;
  const [arc, fillText] = [pen.arc, pen.fillText];
  pen.arc = function (x, y, radius, ...rest) {
    drawn.rounds.push([x, y, radius]);
    arc.call(this, x, y, radius, ...rest);
  };
  pen.fillText = function (text, x, y) {
    const wide = this.measureText(text).width;
    drawn.texts.push([text, x - wide / 2, y - 9, wide, 11]);
    fillText.call(this, text, x, y);
  };
  window.drawn = drawn;
}"""


def evidence(page):
    return page.get_by_role("region", name="Evidence")


def opening(page):
    return page.get_by_role("region", name="What this page holds")


def test_the_opening_says_what_there_is_and_leads_to_it(on_seeds, worded):
    page = on_seeds()
    expect(opening(page)).to_contain_text("9 agencies, 45 organisations, 13 countries")
    expect(opening(page)).to_contain_text("gcm-review-2020-roundtable-1.txt (12 November 2020)")
    lists = opening(page).get_by_role("list")
    assert [one.get_by_role("listitem").count() for one in lists.all()] == [3, 3]
    opening(page).get_by_role("link", name="IOM and UNDP are on 28 of the same activities").click()
    page.get_by_role("group", name="The path, step by step").wait_for()
    expect(opening(page)).to_have_count(0)
    page.get_by_role("heading", level=1).get_by_role("link").click()
    opening(page).get_by_role("link", name=re.compile("^All 16: ")).click()
    title = worded("gaps-absent").title
    page.get_by_role("tabpanel", name="Gaps").get_by_role("region", name=title).wait_for()


def test_a_page_that_was_asked_for_something_has_no_opening(visit, rendered):
    page = visit(rendered("UNHCR"))
    page.get_by_role("tabpanel", name="Focus").wait_for()
    expect(opening(page)).to_have_count(0)


def test_names_in_lanes_are_whole_where_the_height_has_room(on_seeds):
    page = on_seeds(
        "#n=topic:gfmd-2007-activities-matrix/1h", viewport={"width": 1400, "height": 900}
    )
    things = page.locator("svg.drawing .thing")
    shown = things.evaluate_all(NAMED)
    assert len(shown) > 15
    assert not [lines for _, lines in shown if lines.endswith("…")]
    drawing = page.locator("svg.drawing").bounding_box()
    assert drawing["y"] + drawing["height"] <= 900


def test_a_name_that_is_cut_is_shown_whole_on_focus_and_under_the_pointer(on_seeds):
    page = on_seeds("#n=agency:iom", viewport={"width": 1000, "height": 800})
    cut = page.locator("svg.drawing .thing[data-whole]").filter(has_text="…").first
    whole = cut.get_attribute("data-whole")
    tip = page.locator(".tip-box")
    expect(tip).to_be_hidden()
    cut.focus()
    expect(tip).to_have_text(whole)
    page.keyboard.press("Escape")
    expect(tip).to_be_hidden()
    cut.hover()
    expect(tip).to_be_visible()
    expect(tip).to_have_text(whole)
    box = tip.bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 1000
    assert page.evaluate("window.violations") == []


def test_the_second_step_is_seen_while_one_of_its_ends_is_pointed_at_or_focused(on_seeds):
    page = on_seeds("#n=agency:iom", viewport={"width": 1400, "height": 900})
    curves = page.locator("svg.drawing .curve.far")
    seen = "(all) => all.filter((one) => getComputedStyle(one).visibility === 'visible').length"
    assert curves.count() > 20
    assert curves.evaluate_all(seen) == 0
    undp = page.get_by_role("link", name="United Nations Development Programme (Agency)")
    own = page.locator(f".curve.far[data-source='{undp.get_attribute('data-node')}']").count()
    undp.hover()
    assert curves.evaluate_all(seen) == own > 0
    page.get_by_role("heading", level=1).hover()
    assert curves.evaluate_all(seen) == 0
    undp.focus()
    assert curves.evaluate_all(seen) == own


def test_a_quote_has_both_names_and_the_cue_marked_and_no_name_twice(on_seeds):
    page = on_seeds("#n=country:esp")
    item = evidence(page).get_by_role("listitem").first
    quote = item.get_by_role("blockquote")
    assert quote.locator("a").text_content() == (
        "compendium of good practices in temporary labour migration"
    )
    assert quote.locator("b").text_content() == "Spanish"
    assert quote.locator("mark").text_content() == "prepared by"
    assert item.text_content().count("compendium of good practices") == 1
    quote.get_by_role("link").click()
    page.get_by_role("heading", name=re.compile("^compendium")).first.wait_for()


def test_a_name_that_a_quote_cuts_is_the_link_to_the_whole(on_seeds):
    page = on_seeds("#n=agency:iom")
    said = evidence(page).get_by_role("listitem").filter(has_text="Facilitate the selection")
    link = said.get_by_role("blockquote").get_by_role("link")
    assert link.text_content() == (
        "Facilitate the selection, preparation/training and movement of workers in countries of"
        " origin"
    )
    assert link.get_attribute("data-whole").startswith(f"{link.text_content()} whose ")
    assert said.locator("b").text_content() == "IOM"
    expect(said.locator("figcaption")).to_contain_text("under “GMG Member(s) with Expertise”")


@pytest.mark.parametrize("width", [700, 1400])
@pytest.mark.parametrize("closer", [0, 5])
def test_names_on_the_map_lie_over_nothing(on_seeds, width, closer):
    page = on_seeds("#view=table", viewport={"width": width, "height": 900})
    page.evaluate(PENS)
    page.get_by_role("tab", name="Map").click()
    drawn = page.locator("canvas[data-drawn=yes]")
    drawn.wait_for()
    for _ in range(closer):
        page.get_by_role("button", name="Zoom in").click()
    page.evaluate("() => { window.drawn.rounds = []; window.drawn.texts = []; }")
    page.get_by_role("button", name="Dark").click()
    page.wait_for_timeout(600)
    drawn.wait_for()
    found = page.evaluate("window.drawn")
    names = list(dict.fromkeys(map(tuple, found["texts"])))
    assert len(names) > (3 if width > 1000 else 0)
    for (one, *a), (other, *b) in combinations(names, 2):
        assert not crossing(a, b), (one, other)
    if not closer:
        discs = [round for round in found["rounds"] if round[2] > 20]
        assert len(discs) > 8
        for name, x, y, wide, high in names:
            for across, down, radius in discs:
                near = max(abs(max(x, min(across, x + wide)) - across), 0)
                tall = max(abs(max(y, min(down, y + high)) - down), 0)
                assert near**2 + tall**2 >= (radius - 1) ** 2, name


def crossing(one, other):
    (a, b, c, d), (x, y, w, h) = one, other
    return a < x + w - 1 and x < a + c - 1 and b < y + h - 1 and y < b + d - 1
