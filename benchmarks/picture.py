"""How fast the picture opens, moves and is written, in a real Chromium, beside pyvis' stock page.

    python benchmarks/picture.py [--nodes 1000,20000,100000] [--rounds 5] [--stock 1000] [--wait 60]

Each page of a round opens in a new context without network, in turn, so that a slow moment of the
machine slows all alike; printed are medians. Usable is when the page takes input: ours marks its
document as ready; pyvis' own template has ended its loading bar (`stock`) or, with its physics
switched off, has drawn once (`still`). `--stock` says up to how many nodes those two are opened;
one that is not usable after `--wait` seconds is tried no more. Frames are the times between two
drawings of the map while it is dragged and zoomed.
"""

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright
from playwright.sync_api import TimeoutError as TooLong

from partnergraph.pipeline import load as pipeline
from random_graph import records

GOALS = {1_000: (0.4, 750), 20_000: (0.8, 1_000), 100_000: (1.5, 4_000)}
FRAMES_AT, FRAME_GOAL = 20_000, 17.0
WRITING_AT, WRITING_GOAL = 100_000, 10.0
FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
MARK_OURS = """
new MutationObserver((_, watching) => {
  if (!document.documentElement?.dataset.ready) return;
  document.documentElement.dataset.usable = performance.now();
  watching.disconnect();
}).observe(document, { attributes: true, childList: true, subtree: true });
"""
MARK_STOCK = """
let made;
Object.defineProperty(window, "network", {
  get: () => made,
  set: (network) => {
    made = network;
    network?.once("EVENT", () => {
      document.documentElement.dataset.usable = performance.now();
    });
  },
});
"""
MARKS = {
    "ours": MARK_OURS,
    "stock": MARK_STOCK.replace("EVENT", "stabilizationIterationsDone"),
    "still": MARK_STOCK.replace("EVENT", "afterDrawing"),
}
RECORD_FRAMES = """
window.frames_at = [];
(function next(at) {
  window.frames_at.push(at);
  requestAnimationFrame(next);
})(performance.now());
"""
Row = tuple[str, str, float | None, dict[str, float]]


def chromium() -> str:
    """The browser's path. Raises SystemExit where there is none."""
    names = (os.environ.get("PARTNERGRAPH_CHROMIUM"), "chromium", "chromium-browser")
    for name in filter(None, (*names, "google-chrome")):
        if found := shutil.which(name):
            return found
    sys.exit("no Chromium: install one, or name it in PARTNERGRAPH_CHROMIUM")


def write_graph(folder: Path, nodes: int) -> Path:
    """The random graph as a database."""
    lines, db = folder / f"{nodes}.jsonl", folder / f"{nodes}.db"
    with lines.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(record) + "\n" for record in records(nodes))
    pipeline.load([lines], db)
    return db


def write_ours(db: Path) -> tuple[Path, float]:
    """The page of a graph, and the seconds its command takes."""
    file = db.with_suffix(".html")
    command = [sys.executable, "-m", "partnergraph", "render", "--db", str(db), "-o", str(file)]
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return file, time.perf_counter() - start


def write_stock(nodes: int, file: Path, moving: bool) -> Path:
    """The same graph by pyvis' own template; its lists are filled, as its `add_edge` is slow."""
    import pyvis.network

    stock = pyvis.network.Network(cdn_resources="in_line", directed=True)
    for record in records(nodes):
        if node := record.get("node"):
            stock.add_node(node["id"], label=node["name"], group=node["label"])
        else:
            edge = record["edge"]
            stock.edges.append({"from": edge["source"], "to": edge["target"]})
    stock.toggle_physics(moving)
    file.write_text(stock.generate_html(), encoding="utf-8")
    return file


@contextmanager
def opened(browser: Browser, file: Path, mark: str, wait: float, hash: str = "") -> Iterator[Page]:
    """A page in a new context without network, at the moment it is usable."""
    context = browser.new_context(offline=True, viewport={"width": 1400, "height": 900})
    context.set_default_timeout(wait * 1000)
    context.add_init_script(mark)
    page = context.new_page()
    try:
        page.goto(file.as_uri() + hash, wait_until="commit")
        page.locator("html[data-usable]").wait_for(state="attached")
        yield page
    finally:
        context.close()


def seconds_to_open(browser: Browser, file: Path, mark: str, wait: float) -> float:
    """From the start of the navigation to usable; infinite where that takes longer than `wait`."""
    try:
        with opened(browser, file, mark, wait) as page:
            return float(page.evaluate("document.documentElement.dataset.usable")) / 1000
    except TooLong:
        return float("inf")


def open_all(
    browser: Browser, files: dict[str, Path], chosen: argparse.Namespace
) -> dict[str, float]:
    """The median seconds of each page; the first opening of each does not count."""
    times: dict[str, list[float]] = {name: [] for name in files}
    for _ in range(chosen.rounds + 1):
        for name, file in files.items():
            if float("inf") not in times[name]:
                times[name].append(seconds_to_open(browser, file, MARKS[name], chosen.wait))
    return {name: statistics.median(took[1:] or took) for name, took in times.items()}


def frames(browser: Browser, file: Path, wait: float) -> list[float]:
    """The milliseconds between drawings while the map is dragged, then zoomed."""
    with opened(browser, file, MARK_OURS, wait, "#view=map") as page:
        page.wait_for_timeout(1000)
        box = page.get_by_role("tabpanel", name="Map").bounding_box()
        assert box
        x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
        page.mouse.move(x, y)
        page.evaluate(RECORD_FRAMES)
        page.mouse.down()
        for step in range(90):
            page.mouse.move(x + 3 * (step % 45), y + 2 * (step % 30))
        page.mouse.up()
        for step in range(90):
            page.mouse.wheel(0, -60 if step % 60 < 30 else 60)
        at: list[float] = page.evaluate("window.frames_at")
    return [after - before for before, after in pairwise(at[1:])]


def p95(times: list[float]) -> float:
    """What 95 of 100 do not exceed."""
    return statistics.quantiles(times, n=20)[-1]


def measure(browser: Browser, folder: Path, chosen: argparse.Namespace) -> Iterator[Row]:
    """What is measured, its unit, its goal, and the figure of each page."""
    for nodes in chosen.nodes:
        ours, writing = write_ours(write_graph(folder, nodes))
        files = {"ours": ours}
        if nodes <= chosen.stock:
            for name in ("stock", "still"):
                files[name] = write_stock(nodes, folder / f"{name}.html", name == "stock")
        opening, size = GOALS.get(nodes, (None, None))
        yield f"{nodes:,} nodes, open", "s", opening, open_all(browser, files, chosen)
        sizes = {name: file.stat().st_size / 1000 for name, file in files.items()}
        yield f"{nodes:,} nodes, size", "KB", size, sizes
        goal = WRITING_GOAL if nodes == WRITING_AT else None
        yield f"{nodes:,} nodes, write", "s", goal, {"ours": writing}
        if nodes == FRAMES_AT:
            drawn = statistics.median(p95(frames(browser, ours, chosen.wait)) for _ in range(3))
            yield f"{nodes:,} nodes, frame p95", "ms", FRAME_GOAL, {"ours": drawn}


def report(rows: Iterator[Row]) -> list[str]:
    """Print each measure beside its goal as it comes; what of ours misses its goal."""
    missed = []
    print(f"{'':<30}{'goal':>8}" + "".join(f"{name:>12}" for name in MARKS))
    for what, unit, goal, found in rows:
        shown = "".join(f"{_shown(found.get(name)):>12}" for name in MARKS)
        print(f"{f'{what}, {unit}':<30}{goal or '':>8}{shown}", flush=True)
        if goal and found["ours"] > goal:
            missed.append(what)
    print("missed: " + "; ".join(missed) if missed else "every goal is met")
    return missed


def _shown(figure: float | None) -> str:
    if figure is None:
        return ""
    return "never" if figure == float("inf") else f"{figure:,.2f}"


def main() -> None:
    """Print the table; exit 1 where a goal is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--nodes", type=lambda text: [int(part) for part in text.split(",")], default=list(GOALS)
    )
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--stock", type=int, default=1_000)
    parser.add_argument("--wait", type=float, default=60)
    chosen: Any = parser.parse_args()
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        missed = report(measure(browser, Path(name), chosen))
        browser.close()
    sys.exit(1 if missed else 0)


if __name__ == "__main__":
    main()
