"""Everything is reached and operated by keyboard, and where the focus stands is seen."""

import re
from itertools import pairwise

import pytest
from playwright.sync_api import expect

STOP = """() => {
  const element = document.activeElement;
  const styles = [element, ...element.querySelectorAll(":scope > rect")].map((one) => {
    const { outlineStyle, outlineWidth, stroke, strokeWidth } = getComputedStyle(one);
    if (one.localName === "rect") return stroke !== "none" && parseFloat(strokeWidth) >= 2;
    return outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
  });
  const name = element.ariaLabel ?? element.textContent.trim();
  return [element.role ?? element.localName, name, styles.some(Boolean)];
}"""


def seen(page):
    return page.evaluate(STOP)[2]


def tabbed(page, presses):
    """The roles and names that the Tab key stops at, each seen to be focused."""
    for _ in range(presses):
        page.keyboard.press("Tab")
        role, name, is_seen = page.evaluate(STOP)
        if role == "body":
            return
        assert is_seen, (role, name)
        yield role, name


@pytest.mark.parametrize("view", ["focus", "matrix", "map", "table", "gaps", "overlaps"])
def test_tab_stops_at_search_views_actions_filters_the_view_and_its_words(on_seeds, filters, view):
    page = filters(on_seeds(f"#view={view}"))
    expect(page.get_by_role("region", name="Evidence").get_by_role("heading").first).to_be_visible()
    page.evaluate("document.activeElement.blur()")
    page.get_by_role("heading", level=1).get_by_role("link").focus()
    tab_stops = page.locator("a[href], button:not([tabindex='-1']), input, [tabindex='0']")
    stops = list(tabbed(page, tab_stops.count() + 5))
    roles = [role for role, _ in stops]
    assert roles[0] in ("combobox", "input")
    assert roles[1] == "tab"
    assert [name for _, name in stops[2:6]] == ["Save PNG", "Save SVG", "Print", "Dark"]
    assert stops[6] == ("summary", "Filters")
    assert roles.index("tabpanel") < len(roles) - 1 - roles[::-1].index("section")
    assert roles.count("input") > 30


def test_views_are_changed_by_arrows_by_ends_and_by_their_numbers(on_seeds):
    page = on_seeds()
    names = ["Focus", "Matrix", "Map", "Table", "Gaps", "Overlaps"]
    page.get_by_role("tab", name="Focus").focus()
    for key, name in [
        *(("ArrowRight", name) for name in (*names[1:], "Focus")),
        ("ArrowLeft", "Overlaps"),
        ("Home", "Focus"),
        ("End", "Overlaps"),
    ]:
        page.keyboard.press(key)
        expect(page.get_by_role("tab", name=name)).to_be_focused()
        expect(page.get_by_role("tabpanel", name=name)).to_be_visible()
    for number, name in enumerate(names, start=1):
        page.keyboard.press(str(number))
        expect(page.get_by_role("tabpanel", name=name)).to_be_visible()


def test_a_number_or_a_slash_typed_into_the_search_is_text(on_seeds):
    page = on_seeds()
    page.keyboard.press("/")
    page.keyboard.type("2/1")
    expect(page.get_by_role("combobox", name="Find")).to_have_value("2/1")
    expect(page.get_by_role("tabpanel", name="Focus")).to_be_visible()


def test_focus_moves_with_enter_and_keeps_its_place_for_the_next_key(on_seeds):
    page = on_seeds("#n=agency:unodc")
    link = page.get_by_role("link", name=re.compile("^Build the capacity of less-resourced"))
    link.first.focus()
    page.keyboard.press("Enter")
    heading = page.get_by_role("tabpanel", name="Focus").get_by_role("heading")
    expect(heading).to_contain_text("Build the capacity of less-resourced")
    assert page.evaluate("document.activeElement !== document.body")


def test_a_long_lane_is_opened_by_keyboard(on_seeds):
    page = on_seeds("#n=agency:iom")
    more = page.get_by_role("button", name=re.compile(r"^Show \d+ more$")).first
    count = int(re.search(r"\d+", more.text_content())[0])
    links = page.get_by_role("tabpanel", name="Focus").get_by_role(
        "link", name=re.compile(r"\(Activity\)$")
    )
    before = links.count()
    more.focus()
    page.keyboard.press("Enter")
    expect(links).to_have_count(before + count)


def test_the_matrix_is_one_stop_that_arrows_walk_and_enter_opens(on_seeds):
    page = on_seeds("#view=matrix")
    cells = page.get_by_role("tabpanel", name="Matrix").get_by_role("table").get_by_role("button")
    expect(cells.first).to_be_visible()
    assert page.locator("button.cell[tabindex='0']").count() == 1
    cells.first.focus()
    for key, place in (
        ("ArrowRight", 1),
        ("ArrowDown", 7),
        ("ArrowLeft", 6),
        ("ArrowLeft", 6),
        ("End", 11),
        ("ArrowRight", 11),
        ("Home", 6),
        ("ArrowUp", 0),
        ("ArrowUp", 0),
    ):
        page.keyboard.press(key)
        expect(cells.nth(place)).to_be_focused()
    assert seen(page)
    name = cells.first.get_attribute("aria-label")
    page.keyboard.press("Enter")
    heading = page.get_by_role("region", name="Evidence").get_by_role("heading").first
    expect(heading).to_have_text(name.rpartition(": ")[0])
    expect(page.get_by_role("button", name=name)).to_be_focused()


def test_the_map_is_moved_zoomed_and_picked_from_by_keyboard(on_seeds):
    page = on_seeds("#view=map")
    canvas = page.get_by_role("application", name=re.compile("^Map"))
    canvas.focus()
    assert seen(page)
    pictures = [canvas.screenshot()]
    for key in ("ArrowRight", "+", "-", "0"):
        page.keyboard.press(key)
        page.wait_for_timeout(400)
        pictures.append(canvas.screenshot())
    assert all(before != after for before, after in pairwise(pictures))
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("#view=map&n="))


def test_the_table_is_sorted_paged_and_followed_by_keyboard(on_seeds):
    page = on_seeds("#view=table")
    panel = page.get_by_role("tabpanel", name="Table")
    panel.get_by_role("button", name="Statements").focus()
    page.keyboard.press("Enter")
    head = panel.get_by_role("columnheader", name="Statements")
    expect(head).to_have_attribute("aria-sort", "ascending")
    expect(head.get_by_role("button")).to_be_focused()
    page.keyboard.press("Enter")
    expect(head).to_have_attribute("aria-sort", "descending")
    further = panel.get_by_role("button", name="Further rows")
    further.focus()
    page.keyboard.press("Enter")
    expect(panel.get_by_text("Rows 101 to 200")).to_be_visible()
    expect(panel.get_by_role("button", name="Further rows")).to_be_focused()
    panel.get_by_role("row").nth(1).get_by_role("link").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("tabpanel", name="Focus")).to_be_visible()


def test_a_filter_is_switched_by_space_and_keeps_the_focus(on_seeds, filters):
    page = on_seeds("#view=table")
    filters(page)
    box = page.get_by_role("checkbox", name=re.compile("^Agencies"))
    rows = page.get_by_role("tabpanel", name="Table").get_by_role("row", name=re.compile("Agency"))
    expect(rows.first).to_be_visible()
    box.focus()
    page.keyboard.press("Space")
    expect(rows).to_have_count(0)
    expect(box).to_be_focused()
