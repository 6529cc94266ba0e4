"""axe-core finds nothing serious in any view, on a light and on a dark ground."""

from importlib.resources import files

import pytest

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
PLACES = {
    "focus": "#n=agency:unhcr",
    "path": "#view=focus&n=agency:unodc&to=agency:un-desa",
    "matrix": "#view=matrix",
    "cell": "#view=matrix&by=topic&n=topic:gfmd-2007-activities-matrix/1h&to=agency:unhcr",
    "map": "#view=map",
    "table": "#view=table",
    "gaps": "#view=gaps",
    "one gap": "#view=gaps&kind=gaps-unserved",
    "overlaps": "#view=overlaps",
}
SERIOUS = """async () => {
  const { violations } = await axe.run(document, { resultTypes: ["violations"] });
  return violations
    .filter(({ impact }) => ["serious", "critical"].includes(impact))
    .flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) =>
      `${id}: ${html.slice(0, 200)} ${failureSummary.slice(0, 300)}`));
}"""


TALL = {"viewport": {"width": 1280, "height": 3000}}
NARROW = {"viewport": {"width": 375, "height": 3000}}


def serious(page):
    """What axe finds; the page is as tall as needed, for axe leaves out what is scrolled away."""
    page.get_by_role("region", name="Evidence").get_by_role("heading").first.wait_for()
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    return page.evaluate(SERIOUS)


def dark(page):
    page.emulate_media(color_scheme="dark")
    page.locator("html[data-theme=dark]").wait_for(state="attached")
    page.evaluate("Promise.all(document.getAnimations().map((one) => one.finished))")
    return page


@pytest.mark.parametrize("place", PLACES)
def test_nothing_serious_on_light_and_on_dark(on_seeds, place):
    page = on_seeds(PLACES[place], **TALL)
    assert serious(page) == []
    assert serious(dark(page)) == []


@pytest.mark.parametrize("place", ["focus", "matrix", "one gap"])
def test_nothing_serious_on_a_narrow_screen(on_seeds, place):
    assert serious(on_seeds(PLACES[place], **NARROW)) == []


def test_nothing_serious_in_the_list_of_what_is_found(on_seeds):
    page = on_seeds(**TALL)
    page.get_by_role("combobox", name="Find").fill("migration")
    page.get_by_role("option").first.wait_for()
    assert serious(page) == []


def test_nothing_serious_in_the_links_of_the_table(on_seeds):
    page = on_seeds("#view=table", **TALL)
    page.get_by_role("radio", name="Statements").check()
    page.get_by_role("table", name="Statements").wait_for()
    assert serious(page) == []


CONTRASTS = """() => {
  const channels = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const light = (colour) => {
    const [r, g, b] = channels(colour).map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ratio = (one, other) => {
    const [low, high] = [light(one), light(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };
  const ground = getComputedStyle(document.documentElement).backgroundColor;
  const found = {};
  for (const element of document.querySelectorAll("svg text, svg .mark, svg .line")) {
    const { fill, stroke } = getComputedStyle(element);
    const seen = element.matches("text") ? [fill] : [fill, stroke];
    const best = Math.max(...seen.filter((c) => /^rgb\\(/.test(c)).map((c) => ratio(c, ground)));
    const kind = element.matches("text") ? "text" : element.matches(".mark") ? "mark" : "line";
    found[kind] = Math.min(found[kind] ?? 99, best);
  }
  return found;
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_drawings_have_contrast_which_axe_does_not_look_at(on_seeds, scheme):
    page = on_seeds("#n=agency:iom", color_scheme=scheme)
    found = page.evaluate(CONTRASTS)
    assert found["text"] >= 4.5
    assert found["mark"] >= 3
    assert found["line"] >= 3
