"""`partnergraph load`: documents into the graph, with a report of each file."""

import shutil
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, TextIO

import click

from partnergraph.characters import cut, plain
from partnergraph.cli.options import asking, file_of
from partnergraph.errors import UsageError
from partnergraph.pipeline.files import File
from partnergraph.records.model import Skipped
from partnergraph.screen.output import PAGES, Row, Section, as_json, write, write_sections
from partnergraph.screen.terminal import note, styled
from partnergraph.screen.words import counted

if TYPE_CHECKING:
    from partnergraph.pipeline.explained import BlockReport
    from partnergraph.pipeline.load import Explanation, FileReport, LineReport

_MACHINE = (
    *("file", "status", "document", "genres", "nodes", "relationships"),
    *("skipped_places", "skipped", "why"),
)
_TABLE = ("file", "status", "genres", "nodes", "relationships", "skipped_places", "why")
_SKIPPED = ("file", "reason", "places", "where", "first")
_CALLED = {"nodes": "things", "relationships": "statements"}
_BLOCKS = ("place", "belongs to", "read as", "words")
_PLACES = 6
_LONGEST = 80


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--explain", is_flag=True, help="Show how files would be read; load nothing.")
@click.option("--name", metavar="NAME", help="What the file is called that `-` reads.")
@asking
def load(db: str, form: str, paths: tuple[str, ...], explain: bool, name: str | None) -> None:
    """Read files and folders into the graph and report on each; `-` is standard input.

    The report has the genres found, the things and statements made, and what was skipped with
    its lines and the reason. Loading a file again changes nothing; a changed file replaces what
    it said before; contents that another file has are counted once. A folder read in part keeps
    what was read and exits 1.
    """
    with TemporaryDirectory(prefix="partnergraph-") as folder:
        _load(db, form, list(_given(paths, name, Path(folder))), explain)


def _given(paths: Sequence[str], name: str | None, folder: Path) -> Iterator[str | File]:
    """What to load; standard input as a file of the name that was given."""
    if name is not None and "-" not in paths:
        raise UsageError("load --name", "it names what `-` reads", "load - or leave it out")
    if paths.count("-") > 1:
        raise UsageError("load -", "standard input is read once", "name it once")
    for path in paths:
        yield _standard_input(name, folder) if path == "-" else path


def _standard_input(name: str | None, folder: Path) -> File:
    called = Path(name or "").name
    if not called:
        todo = "give it one with its ending: load - --name note.txt"
        raise UsageError("load -", "what standard input holds needs a name", todo)
    path = folder / called
    with path.open("wb") as file:
        shutil.copyfileobj(sys.stdin.buffer, file)
    return File(path, Path(called), Path(called), stays=False)


def _load(db: str, form: str, paths: Sequence[str | File], explain: bool) -> None:
    from partnergraph.pipeline import load as pipeline  # reading: not for a help page

    if explain:
        explanations = list(pipeline.explain(paths))
        _explain(form, explanations)
        if any(item.failed for item in explanations):
            raise click.exceptions.Exit(1)
        return
    start = time.monotonic()
    with Progress(sys.stderr) as progress:
        reports = pipeline.load(paths, file_of(db), progress.tell)
    report_of(form, reports, sys.stdout)
    note(_summary(reports, time.monotonic() - start, db))
    failed = [report for report in reports if report.status == "failed"]
    for report in failed:
        note(f"partnergraph: {report.why}")
    if failed:
        raise click.exceptions.Exit(1)


class Progress:
    """A line on a terminal that says how far a load is, once it has taken more than a second."""

    def __init__(self, stream: TextIO, patience: float = 1.0) -> None:
        self._stream = stream
        self._begin = time.monotonic() + patience
        self._shown = False

    def __enter__(self) -> "Progress":
        return self

    def __exit__(self, *_: object) -> None:
        if self._shown:
            self._stream.write("\r\x1b[K")
            self._stream.flush()

    def tell(self, done: int, total: int, name: str) -> None:
        """So many of so many files are done, and this one comes next."""
        if self._stream.isatty() and time.monotonic() > self._begin:
            self._shown = True
            full = 20 * done // total
            bar = "#" * full + "-" * (20 - full)
            self._stream.write(f"\r\x1b[K[{bar}] {done} of {total}: {plain(name)}")
            self._stream.flush()


def report_of(form: str, reports: "Sequence[FileReport]", out: TextIO) -> None:
    """Write what became of each file, and of the lines that were skipped."""
    rows = [_row(report) for report in reports]
    if form not in PAGES:
        write(form, _MACHINE, rows, out)
        return
    names = [{**row, "genres": [genre["name"] for genre in row["genres"]]} for row in rows]
    columns = [column for column in _TABLE if column != "why" or any(r[column] for r in rows)]
    if form == "screen":
        columns = [_CALLED.get(column, column) for column in columns if column != "genres"]
        names = [{_CALLED.get(key, key): value for key, value in row.items()} for row in names]
    skipped = [row for report in reports for row in _skipped(report)]
    if form == "screen":
        skipped = [{**row, "first": cut(row["first"], _LONGEST)} for row in skipped]
    write_sections(
        form, [Section("files", columns, names), Section("skipped", _SKIPPED, skipped)], out
    )


def _row(report: "FileReport") -> Row:
    return {
        "file": report.path,
        "status": report.status,
        "document": report.document or None,
        "genres": [{"name": genre.name, "why": genre.why} for genre in report.genres],
        "nodes": report.nodes,
        "relationships": report.edges,
        "skipped_places": len(report.skipped),
        "skipped": [_skip(item) for item in report.skipped],
        "why": report.why or None,
    }


def _skip(item: Skipped) -> dict[str, str]:
    return {"locator": item.locator, "text": item.text, "reason": item.reason}


def _skipped(report: "FileReport") -> Iterator[Row]:
    by_reason = sorted(report.skipped, key=lambda item: item.reason)
    for reason, group in groupby(by_reason, key=lambda item: item.reason):
        items = list(group)
        places = [item.locator.partition(" ")[2] for item in items]
        more = ["…"] if len(places) > _PLACES else []
        yield {
            "file": Path(report.path).name,
            "reason": reason,
            "places": len(items),
            "where": ", ".join(places[:_PLACES] + more),
            "first": items[0].text,
        }


def _summary(reports: "Sequence[FileReport]", seconds: float, db: str) -> str:
    counts = dict.fromkeys(("loaded", "unchanged", "failed", "left out"), 0)
    for report in reports:
        counts[report.status] += 1
    said = ", ".join(f"{count} {status}" for status, count in counts.items() if count)
    files = counted(len(reports), "file", "files")
    return f"{files} ({said}) in {seconds:.1f} s; the graph is {db}"


def _explain(form: str, explanations: "Sequence[Explanation]") -> None:
    for item in explanations:
        if item.failed:
            note(f"partnergraph: {item.failed}")
    if form == "json":
        sys.stdout.write(as_json([_explained(item) for item in explanations], indent=2) + "\n")
        return
    columns = ("file", "line", "taken", "text")
    if form not in PAGES:
        write(form, columns, (row for item in explanations for row in _lines(item)), sys.stdout)
    for item in explanations:
        for genre in item.genres:
            _heading(form, f"{item.path}: {genre.name}, because {genre.why}")
        if item.advice:
            _heading(form, f"{item.path}: {item.advice}")
        if form in PAGES and item.blocks:
            write(form, _BLOCKS, _blocks(item), sys.stdout)
            for todo in dict.fromkeys(block.todo for block in item.blocks if block.todo):
                _heading(form, _advised(item, todo))


def _blocks(item: "Explanation") -> Iterator[Row]:
    """The blocks of a file as a person reads them."""
    for block in item.blocks:
        yield {
            "place": block.place,
            "belongs to": cut(block.owner, _LONGEST),
            "read as": block.taken if block.by in ("", block.taken) else _by(block),
            "words": cut(" ".join(block.text.split()), _LONGEST),
        }


def _by(block: "BlockReport") -> str:
    return f"{block.taken} ({block.by})"


def _advised(item: "Explanation", todo: str) -> str:
    """What to do about blocks that were not understood, with where they stand."""
    places = [block.place for block in item.blocks if block.todo == todo]
    more = ", …" if len(places) > _PLACES else ""
    return f"{', '.join(places[:_PLACES])}{more}: {todo}"


def _heading(form: str, line: str) -> None:
    if form in PAGES:
        sys.stdout.write(styled(plain(line), "bold", sys.stdout) + "\n")
    else:
        note(line)


def _lines(item: "Explanation") -> Iterator[Row]:
    for line in item.lines:
        text = " ".join(line.text.split())
        yield {"file": item.path, "line": _place(line), "taken": line.taken, "text": text}


def _place(line: "LineReport") -> int | str:
    """The number of a line of text; elsewhere its place."""
    number = line.place.removeprefix("line ")
    return int(number) if number.isdigit() else line.place


def _explained(item: "Explanation") -> Row:
    return {
        "file": item.path,
        "genres": [{"name": genre.name, "why": genre.why} for genre in item.genres],
        "lines": [
            {"line": _place(line), "taken": line.taken, "text": line.text} for line in item.lines
        ],
        "blocks": [asdict(block) for block in item.blocks],
        "advice": item.advice or None,
        "failed": item.failed or None,
    }
