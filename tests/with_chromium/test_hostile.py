"""What a text must never do: every view shows it as text, and nothing of it runs.

`visit` fails each test for any request, any violation of the page's policy, any error, any dialog,
and for `window.ran`, which every text here tries to set.
"""

import re
import sys
import xml.etree.ElementTree as ElementTree

import pytest
from playwright.sync_api import expect

from partnergraph.picture.network import Network, to_pyvis
from partnergraph.records.model import Node
from partnergraph.store.sqlite import SqliteStore

RUN = "window.ran=1"
TEXTS = {
    "a script's end": f"</script><script>{RUN}</script>",
    "a style's end": f"</style><script>{RUN}</script>",
    "a title's end": f"</title><script>{RUN}</script>",
    "an image": f'<img src=x onerror="{RUN}">',
    "a drawing": f"<svg onload='{RUN}'><a href='javascript:{RUN}'>",
    "an attribute's end": f'"\' autofocus onfocus={RUN} x="',
    "a reference": f'href <a href="javascript:{RUN}">here</a>',
    "an address": f"javascript:{RUN}",
    "a frame": '<iframe src="http://127.0.0.1:9/"></iframe>',
    "a style sheet": "<link rel=stylesheet href=//127.0.0.1:9><style>@import '//127.0.0.1:9'",
    "a comment": "<!-- <script> -->",
    "a template": "{{ 7*7 }} ${7*7} {% raw %}",
    "the end of CDATA": "]]> &lt;b&gt; &amp; &#60;",
    "line separators": "one\u2028two\u2029three",
    "names of objects": "__proto__ constructor toString",
}
BIDI = "ends \u202egnorw\u202c here \u2066x\u2069"
OVERRIDES = re.compile("[\u202a-\u202e\u2066-\u2069]")
LONG = "word " * 100_000 + "<b>" + "x" * 500_000
DRAWN = {"svg", "g", "a", "path", "rect", "text", "tspan", "title", "line", "circle", "defs"}
DRAWN |= {"clipPath", "pattern"}
KINDS = ("Activity", "Topic", "Objective", "Recommendation")


def graph(*texts, slug="h"):
    """Things of many kinds named so, linked so that every view has something to show."""
    things, edges = [], []
    for place, text in enumerate(texts):
        own = {kind: f"{kind.lower()}:{slug}{place}" for kind in KINDS}
        agencies = f"organisation:{slug}{place}", f"organisation:{slug}{place}-2"
        things += [(id, kind, text) for kind, id in own.items()]
        things += [(agencies[0], "Organisation", text), (agencies[1], "Organisation", f"{text} 2")]
        edges += [("HAS_EXPERTISE_IN", agency, own["Activity"], text) for agency in agencies]
        edges.append(("UNDER", own["Activity"], own["Topic"], text))
        edges.append(("PURSUES", own["Activity"], own["Objective"], text))
    name = " ".join(texts)
    document = {"name": name, "title": name, "file": name, "covers": ["HAS_EXPERTISE_IN"]}
    return things, edges, document


def shown_of(text):
    """How a text is shown: on one line."""
    return " ".join(text.split())


def see_all(page, *shown):
    """Go through every view; each shows every text."""
    for name in ("Focus", "Matrix", "Map", "Table", "Gaps", "Overlaps"):
        page.get_by_role("tab", name=name).click()
        panel = page.get_by_role("tabpanel", name=name)
        if name == "Map":
            page.get_by_role("application").press("Enter")
        elif name != "Focus":
            kind = {"Gaps": "not taken up", "Overlaps": "agencies"}.get(name)
            if kind:
                panel.get_by_role("link", name=re.compile(rf"^{kind} \(")).click()
            for text in shown:
                expect(panel).to_contain_text(text[:30])


def saved(page, name):
    with page.expect_download() as download:
        page.get_by_role("button", name=name).click()
    return download.value


def is_only_a_drawing(path):
    """The root of an SVG file in which nothing can run."""
    root = ElementTree.parse(path).getroot()
    for element in root.iter():
        assert element.tag.removeprefix("{http://www.w3.org/2000/svg}") in DRAWN
        assert not any(name.lower().startswith("on") for name in element.attrib)
        links = [value for name, value in element.attrib.items() if name.endswith("href")]
        assert all(link.startswith("#") for link in links)
    return root


def test_every_view_shows_every_text_as_text(visit, rendered, load):
    page = visit(rendered(db=load(*graph(*TEXTS.values()))))
    see_all(page, *map(shown_of, TEXTS.values()))


@pytest.fixture(scope="module")
def hostile_page(rendered, load):
    return rendered(db=load(*graph(*TEXTS.values())))


@pytest.mark.parametrize("place", range(len(TEXTS)), ids=list(TEXTS))
def test_a_text_in_the_middle_its_tooltip_its_words_and_its_saved_drawing(
    visit, hostile_page, place
):
    shown = shown_of(list(TEXTS.values())[place])
    page = visit(hostile_page, f"#n=organisation:h{place}")
    evidence = page.get_by_role("region", name="Evidence")
    assert evidence.get_by_role("figure").first.get_by_role("blockquote").text_content() == shown
    assert evidence.get_by_role("heading").first.text_content() == shown
    panel = page.get_by_role("tabpanel", name="Focus")
    assert panel.get_by_role("heading").text_content() == shown
    tooltips = panel.locator("title").all_text_contents()
    assert any(shown in tooltip for tooltip in tooltips)
    assert page.title().startswith(shown[:60])
    root = is_only_a_drawing(saved(page, "Save SVG").path())
    assert shown[:8] in " ".join(root.itertext())


@pytest.fixture(scope="module")
def safe_db(load):
    return load(*graph("Safe"))


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_a_title_is_text(visit, rendered, safe_db, text):
    page = visit(rendered("--title", text, db=safe_db))
    assert page.get_by_role("heading", level=1).text_content() == shown_of(text)
    assert page.title().endswith(f" – {shown_of(text)}")


def test_bidi_controls_are_made_visible_everywhere(visit, rendered, load):
    page = visit(rendered("--title", BIDI, db=load(*graph(BIDI))))
    see_all(page, "ends ")
    assert not OVERRIDES.search(page.title())
    assert not OVERRIDES.search(page.content())
    assert r"\u202e" in page.get_by_role("heading", level=1).text_content()


def test_an_id_is_text_in_the_address_and_finds_its_thing_again(visit, rendered, load):
    slug = f"a&b=c#d%20e/f\"'<img src=x onerror={RUN}>?é"
    page = visit(rendered(db=load(*graph("Safe", slug=slug))))
    page.get_by_role("tab", name="Table").click()
    page.get_by_role("row", name=re.compile("^Safe 2")).get_by_role("link").click()
    heading = page.get_by_role("tabpanel", name="Focus").get_by_role("heading", name="Safe 2")
    heading.wait_for()
    page.reload()
    heading.wait_for()


def test_a_lone_surrogate_and_control_characters_are_shown(visit, command, load, tmp_path):
    db = load(*graph("a\x00b\x07c\x1b[31md\ufffe\uffff"))
    file = tmp_path / "page.html"
    title = "x\udcffy" if sys.platform != "win32" else "xy"
    command("render", "--db", db, "--title", title, "-o", file)
    page = visit(file)
    assert page.title().endswith("y")
    see_all(page, r"a\x00b\x07c")
    is_only_a_drawing(saved(page, "Save SVG").path())


def test_a_megabyte_of_text_is_cut_where_it_is_drawn_and_whole_where_it_is_read(
    visit, rendered, load
):
    things = [("organisation:h", "Organisation", LONG), ("activity:h", "Activity", "Act")]
    things += [("topic:h", "Topic", "Top"), ("question:h", "Question", LONG)]
    edges = [("HAS_EXPERTISE_IN", "organisation:h", "activity:h", LONG)]
    edges += [("UNDER", "activity:h", "topic:h", "Act"), ("UNDER", "question:h", "topic:h", LONG)]
    page = visit(rendered(db=load(things, edges)), "#n=organisation:h")
    evidence = page.get_by_role("region", name="Evidence")
    quote = evidence.get_by_role("blockquote").first
    quote.get_by_role("button", name=re.compile(r"^Show all [\d,]+ characters$")).click()
    expect(quote).to_have_text(LONG)
    svg = saved(page, "Save SVG").path().read_text(encoding="utf-8")
    assert "word word" in svg
    assert len(svg) < 100_000
    saved(page, "Save PNG")
    for name in ("Matrix", "Table", "Gaps", "Focus"):
        page.get_by_role("tab", name=name).click()
        expect(page.get_by_role("tabpanel", name=name)).to_contain_text("word word word")
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.get_by_role("combobox", name="Find").fill("word word")
    expect(page.get_by_role("option").first).to_contain_text("word word word")
    assert len(page.title()) < 300


def test_file_names_and_options_are_text(visit, command, tmp_path):
    folder = tmp_path / "<img src=x onerror=window.ran=1>"
    folder.mkdir()
    source = folder / "</script><script>window.ran=1</script>.txt".replace("/", "∕")
    source.write_text("Guiding questions\n\n1. How can IOM cooperate with UNHCR?\n", "utf-8")
    db, file = folder / '"onload=window.ran=1 <b>.db', folder / "a#b?c %41 <i>.html"
    command("load", source, "--db", db)
    command("render", "--db", db, "-o", file)
    page = visit(file)
    heading = page.get_by_role("heading", level=1).text_content()
    assert heading == "Who does what with whom in Guiding questions"
    page.get_by_role("tab", name="Table").click()
    page.get_by_role("row", name=re.compile("^How can IOM")).get_by_role("link").click()
    expect(page.get_by_role("region", name="Evidence")).to_contain_text("<script>window.ran=1<")


def test_an_address_cannot_put_anything_into_the_page(on_seeds):
    for address in (
        "#n=<img src=x onerror=window.ran=1>",
        "#view=gaps&kind=<img src=x onerror=window.ran=1>",
        "#view=matrix&by=__proto__",
        "#view=constructor",
        "#view=gaps&kind=__proto__",
        "#view=focus&n=agency:iom&to=agency:iom",
    ):
        page = on_seeds(address)
        page.get_by_role("tabpanel").wait_for()
        assert page.get_by_role("img", name="x").count() == 0


def test_the_page_of_pyvis_shows_texts_as_text(visit, load, tmp_path):
    with SqliteStore(load(*graph(TEXTS["an image"]))) as store:
        network = to_pyvis(store)
    network.heading = TEXTS["a script's end"]
    network.set_options('{"nodes": {"title": "</script><script>window.ran=1</script>"}}')
    network.write_html(str(tmp_path / "network.html"))
    page = visit(tmp_path / "network.html", ready="#network canvas")
    assert page.title() == TEXTS["a script's end"]
    box = page.locator("canvas").bounding_box()
    for x in range(0, int(box["width"]), 40):
        page.mouse.move(box["x"] + x, box["y"] + box["height"] / 2)
    assert page.locator("img").count() == 0


def test_the_page_of_pyvis_takes_what_no_encoding_has(visit, tmp_path):
    network = Network([Node("topic:\ud800", "Topic", "a\ud800b\u202e" + LONG)], [], "t\udfff")
    network.write_html(str(tmp_path / "network.html"))
    page = visit(tmp_path / "network.html", ready="#network canvas")
    assert page.title().startswith("t")
