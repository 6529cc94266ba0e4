"""Take the pictures of docs/pictures anew: the page of the seeds, view by view.

    python scripts/take_pictures.py

It needs a Chromium, named in PARTNERGRAPH_CHROMIUM or on PATH. The one of Neo4j Browser is taken by
hand.
"""

import os
import shutil
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from partnergraph.picture import Request, page
from partnergraph.pipeline import load as pipeline
from partnergraph.store.sqlite import SqliteStore

ROOT = Path(__file__).parent.parent
VIEWS = ("focus", "matrix", "map", "gaps")
SIZE = {"width": 1440, "height": 860}


def written(folder: Path) -> Path:
    """The page of the seeds, as a file."""
    db, file = folder / "seeds.db", folder / "seeds.html"
    pipeline.load([ROOT / "seeds"], db)
    with SqliteStore(db) as store:
        file.write_text(page(store, Request()), encoding="utf-8")
    return file


def main() -> None:
    """Write a picture of each view."""
    named = (os.environ.get("PARTNERGRAPH_CHROMIUM", ""), "chromium", "google-chrome")
    browser_path = next(filter(None, map(shutil.which, filter(None, named))), None)
    if browser_path is None:
        sys.exit("no Chromium: install one, or name it in PARTNERGRAPH_CHROMIUM")
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        file = written(Path(name))
        browser = playwright.chromium.launch(executable_path=browser_path, args=["--no-sandbox"])
        for view in VIEWS:
            shown = browser.new_page(viewport=SIZE)
            address = "" if view == "focus" else f"#view={view}"
            shown.goto(file.as_uri() + address)
            shown.locator("html[data-ready]").wait_for(state="attached")
            shown.wait_for_timeout(2_000)
            shown.screenshot(path=ROOT / "docs" / "pictures" / f"{view}.png")
        browser.close()


if __name__ == "__main__":
    main()
