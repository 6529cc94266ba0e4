"""A real Chromium, without network, that fails a test for what a page must never do.

It is found on PATH or by PARTNERGRAPH_CHROMIUM; `make test` sets one up. Where there is none these
tests skip, or, where CI is set, fail.
"""

import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
from contextlib import ExitStack, closing

import pytest
from playwright.sync_api import sync_playwright

from partnergraph.questions import listing
from partnergraph.screen.words import wording

NAMES = ("chromium", "chromium-browser", "google-chrome")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
NOTE_VIOLATIONS = """
window.violations = [];
document.addEventListener("securitypolicyviolation", (event) => {
  window.violations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
});
"""


@pytest.fixture(scope="session")
def launch():
    """`launch(NAME=value)` starts a browser with more in its environment."""
    named = os.environ.get("PARTNERGRAPH_CHROMIUM")
    found = next(filter(None, map(shutil.which, filter(None, (named, *NAMES)))), None)
    if found is None:
        missing = "no Chromium: install one, or name it in PARTNERGRAPH_CHROMIUM"
        (pytest.fail if os.environ.get("CI") else pytest.skip)(missing)
    with sync_playwright() as playwright, ExitStack() as after:

        def started(**more):
            environment = {**os.environ, **more}
            browser = playwright.chromium.launch(executable_path=found, args=FLAGS, env=environment)
            after.callback(browser.close)
            return browser

        yield started


@pytest.fixture(scope="session")
def browser(launch):
    return launch()


@pytest.fixture(scope="session")
def context(browser):
    """`context(**options)`: a place for pages, without network, one for each set of options."""
    made = {}

    def context(**options):
        key = repr(sorted(options.items()))
        if key not in made:
            made[key] = browser.new_context(offline=True, **options)
            made[key].set_default_timeout(20_000)
            made[key].add_init_script(NOTE_VIOLATIONS)
        return made[key]

    return context


@pytest.fixture
def visit(context):
    """`visit(file, "#view=map", **options)` opens a page and waits until it is usable.

    When the test ends, no page may have asked for anything, broken its policy, failed, or run
    what a text holds (which would set `window.ran`).
    """
    with ExitStack() as after:

        def visit(file, address="", ready="html[data-ready]", **options):
            page = context(**{"viewport": {"width": 1280, "height": 800}, **options}).new_page()
            after.callback(page.close)
            page.route("**/*", lambda route: _only_own(route, file.as_uri()))
            after.callback(_was_good, page, _watched(page, file.as_uri()))
            page.goto(file.as_uri() + address)
            page.locator(ready).wait_for(state="attached")
            return page

        yield visit


def _only_own(route, own):
    if route.request.url.partition("#")[0] == own:
        route.continue_()
    else:
        route.abort()


def _watched(page, own):
    seen = []
    page.on("pageerror", lambda error: seen.append(f"error: {error}"))
    page.on("dialog", lambda dialog: (seen.append(f"dialog: {dialog.message}"), dialog.dismiss()))
    page.on("popup", lambda popup: seen.append(f"popup: {popup.url}"))
    page.on("request", lambda request: seen.extend(_asked(request.url, own)))
    page.on(
        "console",
        lambda said: seen.append(f"{said.type}: {said.text}") if said.type == "error" else None,
    )
    return seen


def _asked(url, own):
    plain = url.partition("#")[0]
    if plain != own and not plain.startswith(("data:", "blob:", "about:")):
        yield f"request: {url[:200]}"


def _was_good(page, seen):
    assert page.evaluate("window.violations") == []
    assert page.evaluate("typeof window.ran") == "undefined"
    assert seen == []


@pytest.fixture(scope="session")
def command(tmp_path_factory):
    """`command(*words)` runs partnergraph in a folder of its own; its standard error."""
    folder = tmp_path_factory.mktemp("command")

    def run(*words):
        done = subprocess.run(
            [sys.executable, "-m", "partnergraph", *words],
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=120,
            cwd=folder,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done

    return run


@pytest.fixture(scope="session")
def rendered(command, seeds_db, tmp_path_factory):
    """`rendered(*words)`: the page that `partnergraph render` writes of the seeds' graph."""
    folder = tmp_path_factory.mktemp("rendered")
    files = {}

    def render(*words, db=seeds_db):
        if (words, db) not in files:
            files[words, db] = folder / f"{len(files)}.html"
            command("render", *words, "--db", db, "-o", files[words, db])
        return files[words, db]

    return render


@pytest.fixture(scope="session")
def seeds_page(rendered):
    return rendered()


@pytest.fixture
def on_seeds(visit, seeds_page):
    """`on_seeds("#view=matrix")`: the page of the seeds' graph."""

    def opened(address="", **options):
        return visit(seeds_page, address, **options)

    return opened


@pytest.fixture(scope="session")
def worded():
    """`worded("gaps-apart")`: what a person calls a kind, in short and in full."""
    return lambda name: wording(listing.question(name))


@pytest.fixture(scope="session")
def filters():
    """`filters(page)` opens the filters, which are folded, with all that is folded in them."""

    def opened(page):
        page.get_by_text("Filters", exact=True).click()
        page.get_by_role("group", name="Documents").wait_for()
        page.get_by_text(re.compile("^How they are linked")).click()
        return page

    return opened


@pytest.fixture
def sql(seeds_db):
    """`sql(text, *values)`: the rows that the seeds' graph has, for facts told independently."""
    with closing(sqlite3.connect(seeds_db)) as connection:
        yield lambda text, *values: connection.execute(text, values).fetchall()


@pytest.fixture
def many(sql):
    """`many("node", label="Agency")`: how many there are, with thousands as they are shown."""

    def many(table, **known):
        where = " AND ".join(f"{key} = ?" for key in known) or "true"
        ((count,),) = sql(f"SELECT count(*) FROM {table} WHERE {where}", *known.values())
        return f"{count:,}"

    return many


@pytest.fixture(scope="session")
def load(command, tmp_path_factory):
    """`load([(id, label, name), …], [(type, source, target, quote), …])`: a graph in a file."""
    folder = tmp_path_factory.mktemp("loaded")

    def load(things, edges=(), document=None):
        source = {"id": "document:d", "label": "Document", "name": "d", "file": "d.txt"} | (
            document or {}
        )
        nodes = [source, *({"id": id, "label": label, "name": name} for id, label, name in things)]
        said = [("RECORDED_IN", node["id"], "document:d", node["name"]) for node in nodes[1:]]
        path = folder / f"{len(list(folder.iterdir()))}.jsonl"
        with path.open("w", encoding="utf-8") as file:
            for record in (*({"node": node} for node in nodes), *map(_edge, (*said, *edges))):
                file.write(json.dumps(record, ensure_ascii=False) + "\n")
        command("load", path, "--db", path.with_suffix(".db"))
        return path.with_suffix(".db")

    return load


def _edge(said):
    type, source, target, quote = said
    evidence = {"document": "document:d", "locator": "line 1", "quote": quote, "method": "made"}
    ends = {"type": type, "source": source, "target": target}
    return {"edge": {**ends, "evidence": [{**evidence, "basis": "stated"}]}}
