"""Day and night, narrow screens, right-to-left names, calm motion."""

import re
import xml.etree.ElementTree as ElementTree

import pytest
from playwright.sync_api import expect

PLACES = [
    "#n=agency:unhcr",
    "#view=focus&n=agency:unodc&to=agency:un-desa",
    "#view=matrix",
    "#view=map",
    "#view=table",
    "#view=gaps",
    "#view=overlaps",
]
GROUND = "getComputedStyle(document.documentElement).backgroundColor"
ARABIC = "المنظمة الدولية للهجرة"
NAMES = [
    ("organisation:ar", "Organisation", ARABIC),
    ("organisation:fr", "Organisation", "Société d’échange de données « Été »"),
    ("organisation:es", "Organisation", "Niños, niñas y jóvenes: ¿qué hacer?"),
    ("organisation:he", "Organisation", "ארגון (IOM) להגירה 2020"),
    ("activity:ar", "Activity", "جمع البيانات عن هجرة العودة وتبادلها بين الدول"),
    ("topic:ar", "Topic", "أطر الشراكات"),
]
SAID = [
    *(
        ("HAS_EXPERTISE_IN", id, "activity:ar", f"{NAMES[4][2]} … {name}")
        for id, _, name in NAMES[:4]
    ),
    ("UNDER", "activity:ar", "topic:ar", "أطر الشراكات"),
]


def brightness(page):
    return sum(int(part) for part in re.findall(r"\d+", page.evaluate(GROUND))[:3]) / 3


def test_the_ground_follows_the_system_and_the_button(on_seeds):
    page = on_seeds(color_scheme="dark")
    assert brightness(page) < 60
    page.emulate_media(color_scheme="light")
    page.locator("html[data-theme=light]").wait_for(state="attached")
    assert brightness(page) > 200
    button = page.get_by_role("button", name="Dark")
    button.click()
    assert brightness(page) < 60
    assert button.get_attribute("aria-pressed") == "true"
    button.click()
    assert brightness(page) > 200


@pytest.mark.parametrize("address", PLACES)
@pytest.mark.parametrize("width", [320, 375, 768])
def test_a_narrow_page_never_scrolls_sideways(on_seeds, address, width):
    page = on_seeds(address, viewport={"width": width, "height": 700})
    expect(page.get_by_role("region", name="Evidence").get_by_role("heading").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    for tab in page.get_by_role("tab").all():
        box = tab.bounding_box()
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width
        assert box["height"] >= 24


@pytest.mark.parametrize("address", PLACES)
def test_text_at_double_size_stays_inside(on_seeds, address):
    page = on_seeds(address, viewport={"width": 640, "height": 400})
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert page.evaluate("document.documentElement.scrollWidth") <= 640


@pytest.fixture(scope="module")
def names_page(rendered, load):
    return rendered("--title", ARABIC, db=load(NAMES, SAID))


def test_right_to_left_names_read_from_the_right_where_they_stand(visit, names_page):
    page = visit(names_page, "#n=activity:ar")
    evidence = page.get_by_role("region", name="Evidence")
    heading = page.get_by_role("tabpanel", name="Focus").get_by_role("heading")
    for text in (
        page.get_by_role("heading", level=1),
        heading.get_by_text(NAMES[4][2]),
        evidence.get_by_role("blockquote").first,
        evidence.get_by_role("link").get_by_text(ARABIC).first,
    ):
        assert text.evaluate("(one) => getComputedStyle(one).direction") == "rtl"


def test_right_to_left_labels_stay_in_their_column_of_the_drawing(visit, names_page):
    page = visit(names_page, "#n=activity:ar")
    drawing = page.locator("svg.drawing")
    outside = drawing.evaluate(
        """(drawing) => {
          const room = drawing.getBoundingClientRect();
          return [...drawing.querySelectorAll("text")]
            .map((text) => [text.textContent, text.getBoundingClientRect()])
            .filter(([, { left, right }]) => left < room.left - 1 || right > room.right + 1)
            .map(([text]) => text);
        }"""
    )
    assert outside == []
    for _, _, name in NAMES[:4]:
        link = page.get_by_role("tabpanel", name="Focus").get_by_role("link", name=name)
        assert link.count() == 1
        overlap = link.evaluate(
            """(link) => {
              const mark = link.querySelector(".mark").getBoundingClientRect();
              return [...link.querySelectorAll("text")].some((text) => {
                const { left, right } = text.getBoundingClientRect();
                return left < mark.right - 1 && right > mark.left + 1;
              });
            }"""
        )
        assert not overlap, name


@pytest.mark.parametrize("width", [420, 1000, 1400])
@pytest.mark.parametrize("address", ["#n=activity:ar", "#n=organisation:ar&to=topic:ar"])
def test_a_right_to_left_label_stands_beside_its_mark(visit, names_page, address, width):
    page = visit(names_page, address, viewport={"width": width, "height": 800})
    gaps = page.locator("svg.drawing .thing").evaluate_all(
        """(all) => all.map((one) => {
          const mark = one.querySelector(".mark").getBoundingClientRect();
          const texts = [...one.querySelectorAll("text")];
          const left = Math.min(...texts.map((text) => text.getBoundingClientRect().left));
          return left - mark.right;
        })"""
    )
    assert len(gaps) >= 3
    assert all(0 < gap < 16 for gap in gaps)


def test_the_rows_of_a_right_to_left_name_begin_at_the_right(visit, names_page):
    for address in ("#view=matrix", "#view=table", "#view=overlaps"):
        head = visit(names_page, address).get_by_role("rowheader", name=re.compile("[ء-ي]")).first
        assert head.evaluate("(one) => getComputedStyle(one).direction") == "rtl"


def test_the_runs_of_a_quote_keep_their_own_direction(visit, names_page):
    page = visit(names_page, "#n=activity:ar")
    quote = page.get_by_role("blockquote").filter(has_text="Niños").first
    assert quote.evaluate("(one) => getComputedStyle(one).direction") == "rtl"
    run = quote.get_by_text("Niños, niñas y jóvenes: ¿qué hacer?", exact=True)
    assert run.evaluate("(one) => getComputedStyle(one).direction") == "ltr"
    figure = page.get_by_role("figure").filter(has=quote)
    assert figure.evaluate("(one) => parseFloat(getComputedStyle(one).borderRightWidth)") > 0


@pytest.mark.parametrize("address", ["#view=map", "#view=matrix"])
def test_saved_right_to_left_labels_are_whole_and_say_so(visit, names_page, address):
    page = visit(names_page, address)
    page.get_by_role("region", name="Evidence").get_by_role("heading").first.wait_for()
    with page.expect_download() as download:
        page.get_by_role("button", name="Save SVG").click()
    texts = list(ElementTree.parse(download.value.path()).iter("{http://www.w3.org/2000/svg}text"))
    for name in (ARABIC, NAMES[3][2], "أطر الشراكات"):
        found = [one for one in texts if one.text == name]
        assert found, name
        assert {one.get("direction") for one in found} == {"rtl"}


@pytest.mark.parametrize("width", [375, 420, 480])
def test_the_tabs_of_a_telephone_stand_in_one_row(on_seeds, width):
    page = on_seeds(viewport={"width": width, "height": 700})
    assert len({tab.bounding_box()["y"] for tab in page.get_by_role("tab").all()}) == 1


@pytest.mark.parametrize("address", ["#view=matrix", "#view=table", "#view=overlaps"])
def test_names_of_all_scripts_stand_in_every_view(visit, names_page, address):
    panel = visit(names_page, address).get_by_role("tabpanel")
    for _, _, name in NAMES[:4]:
        expect(panel).to_contain_text(name[:20])


def test_nothing_moves_for_those_who_asked_for_calm(on_seeds):
    page = on_seeds("#view=map", reduced_motion="reduce")
    page.get_by_role("tab", name="Focus").click()
    assert page.evaluate("document.getAnimations().length") == 0
    moving = page.evaluate(
        """() => [...document.querySelectorAll("*")].filter((one) =>
          getComputedStyle(one).transitionDuration.split(", ").some((time) => parseFloat(time) > 0)
        ).length"""
    )
    assert moving == 0


def test_colours_that_the_system_forces_leave_all_to_be_seen(on_seeds):
    page = on_seeds("#view=matrix", forced_colors="active")
    cells = page.get_by_role("tabpanel", name="Matrix").get_by_role("table").get_by_role("button")
    expect(cells.first).to_be_visible()
    assert (
        page.get_by_role("tab", selected=True).evaluate(
            "(one) => getComputedStyle(one).outlineStyle"
        )
        != "none"
    )
