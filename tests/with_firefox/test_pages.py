"""The page in Firefox: every view shows its facts, also in the frame of a notebook or a mail."""

import html
import json
import sqlite3
from contextlib import closing

import pytest

from partnergraph.questions.path import paths

READY = "document.documentElement.dataset.ready"
TITLE = "document.title"
FRAMES = {
    "srcdoc": "<iframe id=f srcdoc='{quoted}'></iframe>",
    "sandbox": "<iframe id=f sandbox='allow-scripts allow-same-origin' srcdoc='{quoted}'></iframe>",
    "blob": """<iframe id=f></iframe><script>document.getElementById("f").src =
        URL.createObjectURL(new Blob([{json}], {{type: "text/html"}}))</script>""",
}


@pytest.fixture
def sql(seeds_db):
    with closing(sqlite3.connect(seeds_db)) as connection:
        yield lambda text, *values: connection.execute(text, values).fetchall()


@pytest.fixture
def page(tab, seeds_page):
    """`page("#view=map")`: the page of the seeds' graph, ready."""

    def opened(address=""):
        tab.go("about:blank")
        tab.go(seeds_page.as_uri() + address)
        tab.until(READY)
        return tab

    return opened


def count(selector):
    return f"document.querySelectorAll({json.dumps(selector)}).length"


def text(selector):
    return f"document.querySelector({json.dumps(selector)})?.textContent"


def test_the_page_opens_on_the_stakeholder_with_the_most_links(page):
    tab = page()
    assert tab.evaluate(TITLE).startswith("IOM – ")
    assert tab.until(count("#view-focus svg.drawing a.near")) > 10
    shown = "getComputedStyle(document.getElementById('unable')).display"
    assert tab.evaluate(shown) == "none"


def test_every_tab_opens_its_view_and_no_other(page):
    tab = page()
    for view in ("matrix", "map", "table", "gaps", "overlaps", "focus"):
        tab.evaluate(f"document.getElementById('tab-{view}').click()")
        tab.until(f"!document.getElementById('view-{view}').hidden")
        tab.until(count(f"#view-{view} :is(table, canvas, svg)"))
        assert tab.evaluate(count("main > section:not([hidden])")) == 1


def test_the_matrix_has_a_cell_for_each_agency_and_topic(page):
    tab = page("#view=matrix")
    assert tab.until(count("#view-matrix table button")) == 6 * 16
    labels = "[...document.querySelectorAll('#view-matrix table button')].map((b) => b.ariaLabel)"
    assert "UNHCR, Frameworks for Partnerships: 2 activities" in tab.evaluate(labels)


def test_the_map_is_drawn(page):
    tab = page("#view=map")
    tab.until(count("#view-map canvas"))
    tab.until("""(() => {
        const canvas = document.querySelector("#view-map canvas");
        const pixels = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
        return new Set(new Uint32Array(pixels.data.buffer)).size > 10;
    })()""")


def test_the_table_says_how_many_things_there_are(page, sql):
    tab = page("#view=table")
    ((things,),) = sql("SELECT count(*) FROM node")
    tab.until(count("#view-table table tr"))
    assert f"Things ({things})" in tab.evaluate(text("#view-table"))


def test_gaps_and_overlaps_have_their_kinds_and_rows(page):
    tab = page("#view=gaps&kind=gaps-apart")
    tab.until(count("#view-gaps table tr"))
    assert "UN-DESA" in tab.evaluate(text("#view-gaps table"))
    tab = page("#view=overlaps&kind=overlaps-agencies")
    tab.until(count("#view-overlaps table tr"))
    assert "IOM" in tab.evaluate(text("#view-overlaps table"))


def test_a_path_and_its_words(page, seeds):
    found = next(iter(paths(seeds, "agency:unodc", "agency:un-desa")))
    tab = page("#view=focus&n=agency:unodc&to=agency:un-desa")
    assert tab.until(count("[aria-label='The path in sentences'] > li")) == found.length
    assert "is listed with expertise in" in tab.evaluate(text("#view-focus"))
    tab.until(count("#evidence blockquote"))


def test_a_view_is_saved_as_a_drawing(page):
    tab = page("#view=matrix")
    tab.until(count("#view-matrix table button"))
    tab.evaluate("""new Promise((done) => {
        window.saved = [];
        const make = URL.createObjectURL;
        URL.createObjectURL = (blob) => { window.saved.push(blob); return make(blob); };
        HTMLAnchorElement.prototype.click = () => {};
        document.getElementById("save-svg").click();
        done();
    })""")
    tab.until("window.saved.length")
    drawn = tab.evaluate("window.saved[0].text()")
    assert drawn.startswith("<svg")
    assert "UNHCR" in drawn


@pytest.mark.parametrize("frame", FRAMES)
def test_in_a_frame_links_lead_to_places_of_the_page(tab, seeds_page, tmp_path, frame):
    source = seeds_page.read_text("utf-8")
    quoted = html.escape(source, quote=True)
    literal = json.dumps(source).replace("<", "\\u003c")
    outer = tmp_path / f"{frame}.html"
    body = FRAMES[frame].format(quoted=quoted, json=literal)
    outer.write_text(f"<!doctype html><meta charset=utf-8><title>around</title>{body}", "utf-8")
    tab.go(outer.as_uri())
    inside = "document.getElementById('f').contentDocument"
    tab.until(f"{inside}?.documentElement?.dataset.ready")
    tab.evaluate(f"{inside}.getElementById('tab-table').click()")
    tab.until(f"!!{inside}.querySelector('#view-table table a')")
    name = tab.evaluate(f"{inside}.querySelector('#view-table table a').textContent")
    tab.evaluate(f"{inside}.querySelector('#view-table table a').click()")
    tab.until(f"!{inside}.getElementById('view-focus').hidden")
    assert name in tab.until(f"{inside}.querySelector('#view-focus h2')?.textContent")
    assert tab.evaluate(TITLE) == "around"
