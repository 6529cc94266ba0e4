"""The page where it is not alone: in frames, without scripts, in a browser that lacks something."""

import html
import json

import pytest
from playwright.sync_api import expect

DRAWS = "This page draws itself with a script"
LACKS = "This browser has no DecompressionStream. Nothing has been drawn yet."
FRAMES = {
    "srcdoc": '<iframe srcdoc="{quoted}"></iframe>',
    "sandbox": '<iframe sandbox="allow-scripts" srcdoc="{quoted}"></iframe>',
    "blob": """<iframe></iframe><script>document.querySelector("iframe").src =
        URL.createObjectURL(new Blob([{json}], {{type: "text/html"}}))</script>""",
    "data": """<iframe></iframe><script>document.querySelector("iframe").src =
        "data:text/html;charset=utf-8," + encodeURIComponent({json})</script>""",
}


@pytest.fixture
def framed(context, seeds_page, tmp_path):
    """`framed(kind)`: the frame that holds the page, and the page around it."""
    text = seeds_page.read_text("utf-8")
    pages = []

    def opened(frame):
        literal = json.dumps(text).replace("<", "\\u003c")
        body = frame.format(quoted=html.escape(text, quote=True), json=literal)
        style = "<style>iframe { width: 1200px; height: 700px }</style>"
        file = tmp_path / "around.html"
        file.write_text(f"<!doctype html><title>around</title>{style}{body}", "utf-8")
        around = context().new_page()
        pages.append(around)
        around.goto(file.as_uri())
        return around.frame_locator("iframe"), around

    yield opened
    for page in pages:
        page.close()


@pytest.mark.parametrize("kind", FRAMES)
def test_links_in_a_frame_lead_to_places_of_the_page(framed, kind):
    frame, around = framed(FRAMES[kind])
    frame.locator("html[data-ready]").wait_for(state="attached")
    frame.get_by_role("tab", name="Table").click()
    link = frame.locator("#view-table table").get_by_role("link").first
    name = link.text_content()
    link.click()
    expect(frame.get_by_role("tabpanel", name="Focus").get_by_role("heading")).to_have_text(name)
    frame.get_by_role("tab", name="Gaps").click()
    frame.get_by_role("tabpanel", name="Gaps").get_by_role("table").first.wait_for()
    assert around.title() == "around"
    assert around.url.endswith("around.html")


def test_a_frame_goes_back_as_a_page_does(framed):
    frame, around = framed(FRAMES["srcdoc"])
    frame.get_by_role("tab", name="Table").click()
    frame.locator("#view-table table").get_by_role("link").first.click()
    frame.get_by_role("tabpanel", name="Focus").wait_for()
    around.frames[1].evaluate("history.back()")
    frame.get_by_role("tabpanel", name="Table").wait_for()


def test_a_frame_without_scripts_says_what_it_needs(framed):
    frame, _ = framed('<iframe sandbox srcdoc="{quoted}"></iframe>')
    frame.locator("main").wait_for()
    assert DRAWS in frame.locator("main").inner_text()


def test_a_frame_whose_policy_forbids_scripts_says_so_after_a_while(framed):
    policy = '<meta http-equiv="Content-Security-Policy" content="script-src \'none\'">'
    frame, _ = framed(policy + '<iframe srcdoc="{quoted}"></iframe>')
    said = frame.get_by_text("Nothing has been drawn yet.")
    expect(said).to_be_hidden()
    expect(said).to_be_visible(timeout=10_000)


@pytest.fixture
def alone(browser, seeds_page):
    """`alone(script, text)`: the page with a text in the place of its own, in such a browser."""
    contexts = []

    def opened(script="", change=lambda text: text, folder=None):
        contexts.append(browser.new_context(offline=True))
        contexts[-1].add_init_script(script)
        page = contexts[-1].new_page()
        file = seeds_page
        if folder:
            file = folder / "changed.html"
            file.write_text(change(seeds_page.read_text("utf-8")), "utf-8")
        page.goto(file.as_uri())
        return page

    yield opened
    for context in contexts:
        context.close()


def test_a_browser_without_decompression_is_told_so(alone):
    page = alone("delete window.DecompressionStream")
    expect(page.locator("#unable")).to_be_visible()
    expect(page.locator("#unable")).to_contain_text(LACKS)


def test_a_browser_that_does_not_understand_the_script_is_told_so(alone, tmp_path):
    ours = '"use strict";\n(() => {'
    page = alone("", lambda text: text.replace(ours, "(() => {{{", 1), tmp_path)
    expect(page.locator("#unable")).to_contain_text("does not run the script of this page")
    expect(page.locator("#unable")).to_be_visible()


def test_damaged_data_is_told_of(alone, tmp_path):
    page = alone("", lambda text: text.replace('"graph":"', '"graph":"AAAA', 1), tmp_path)
    expect(page.locator("#unable")).to_be_visible()


def test_a_page_that_is_drawn_says_nothing_of_it(on_seeds):
    expect(on_seeds().locator("#unable")).to_be_hidden()
