"""The pipeline: read, extract, verify, store."""

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from partnergraph import extractors, infer, jsonl, readers
from partnergraph.errors import PartnergraphError, ReadError
from partnergraph.extractors import Recognised
from partnergraph.extractors.draft import Draft
from partnergraph.model import Extraction, Skipped
from partnergraph.names import names
from partnergraph.passage import Text
from partnergraph.store.writer import Writer, writing
from partnergraph.verify import verify

JSONL = ".jsonl"
Progress = Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True)
class FileReport:
    """What became of one file: `status` is loaded, unchanged, failed or left out.

    `why` says what failed, or why a file of a folder was left out.
    """

    path: str
    status: str
    document: str = ""
    genres: tuple[Recognised, ...] = ()
    nodes: int = 0
    edges: int = 0
    skipped: tuple[Skipped, ...] = ()
    why: str = ""


@dataclass(frozen=True, slots=True)
class LineReport:
    """One line of a text and what it was taken for; `skipped: …` where it was not understood."""

    number: int
    text: str
    taken: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """How a file would be read: its genres, each line, and what to do where none fits."""

    path: str
    genres: tuple[Recognised, ...]
    lines: tuple[LineReport, ...]
    advice: str


def load(
    paths: Iterable[Path | str], db: Path | str, progress: Progress | None = None
) -> list[FileReport]:
    """Read files and folders into the graph at `db`, in one transaction.

    A file that fails is reported and the others are kept; `progress` is told how many of how many
    files are done and which comes next. Raises ReadError for a path that is missing or where
    nothing can be read, StoreError for a graph that cannot be written.
    """
    chosen = list(_files([Path(path) for path in paths]))
    reports = [report for report in chosen if isinstance(report, FileReport)]
    files = [path for path in chosen if isinstance(path, Path)]
    with writing(Path(db)) as writer:
        owners: dict[str, str] = {}
        for done, path in enumerate(files):
            if progress:
                progress(done, len(files), path.name)
            reports.append(_load_one(path, writer, owners))
        infer.renew(writer)
    return sorted(reports, key=lambda report: report.path)


def read_document(path: Path) -> tuple[Text, Draft, tuple[Recognised, ...]]:
    """A file as a text and a draft of all that its genres read in it.

    Raises ReadError for a file that cannot be read, or on which a rule itself fails.
    """
    text = readers.read(path)
    draft = Draft(text, names())
    try:
        return text, draft, tuple(extractors.extract(draft))
    except Exception as error:
        what = f"the rules of the genre {draft.method} failed ({type(error).__name__}: {error})"
        raise ReadError(str(path), what, "please report it with the file") from error


def explain(paths: Iterable[Path | str]) -> Iterator[Explanation]:
    """How files, and those of folders, would be read, without loading them.

    Raises ReadError for one that cannot be read.
    """
    for found in _files([Path(path) for path in paths]):
        if isinstance(found, FileReport):
            yield Explanation(found.path, (), (), f"{found.status}: {found.why}")
        elif found.suffix.lower() == JSONL:
            yield Explanation(str(found), (), (), "a graph: taken as it is, with its evidence")
        else:
            yield _explained(found)


def _explained(path: Path) -> Explanation:
    text, draft, genres = read_document(path)
    lines = (
        LineReport(line.number, line.text, draft.taken_for(position))
        for position, line in enumerate(text.lines)
        if not line.blank
    )
    return Explanation(str(path), genres, tuple(lines), _advice(genres))


def _advice(genres: Iterable[Recognised]) -> str:
    if {genre.name for genre in genres} - {*extractors.ANYWHERE, *extractors.FALLBACK}:
        return ""
    return (
        "no genre fits: loaded as a Document with the names it holds. A matrix is recognised by "
        "its header cells (activity, objective, agencies), questions and recommendations by the "
        "line that announces their list, roundtables by their headings; docs/extending.md shows "
        "how to add a genre"
    )


def _files(paths: list[Path]) -> Iterator[Path | FileReport]:
    for path in paths:
        if not _existing(path).is_dir():
            yield path
            continue
        found = sorted(_walk(path))
        if not any(_readable(file) for file in found):
            raise ReadError(
                str(path), "nothing in this folder can be read", f"put in {_endings()} files"
            )
        for file in found:
            yield (
                file
                if _readable(file)
                else FileReport(
                    str(file),
                    "left out",
                    why=f"no reader takes {file.suffix or 'its missing ending'}",
                )
            )


def _walk(folder: Path) -> Iterator[Path]:
    for root, folders, found in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(root) / name for name in found if not name.startswith("."))


def _existing(path: Path) -> Path:
    if not path.exists():
        raise ReadError(str(path), "there is no such file or folder", "check the path")
    return path


def _readable(path: Path) -> bool:
    return path.suffix.lower() in {*readers.READERS, JSONL}


def _endings() -> str:
    return ", ".join([*readers.READERS, JSONL])


def _load_one(path: Path, writer: Writer, owners: dict[str, str]) -> FileReport:
    try:
        with writer.all_or_nothing():
            if path.suffix.lower() == JSONL:
                nodes, edges = jsonl.load(path, writer)
                return FileReport(str(path), "loaded", nodes=nodes, edges=edges)
            return _load_text(path, writer, owners)
    except OSError as error:
        if error.filename is None:
            raise
        return FileReport(str(path), "failed", why=f"{path}: {error.strerror}; check the file")
    except ReadError as error:
        return FileReport(str(path), "failed", why=str(error))


def _load_text(path: Path, writer: Writer, owners: dict[str, str]) -> FileReport:
    text, draft, genres = read_document(path)
    extraction = draft.finish()
    document = extraction.document.id
    _claim(document, path, writer, owners)
    try:
        verify(extraction, text)
    except PartnergraphError as error:
        return FileReport(str(path), "failed", document, genres, why=str(error))
    changed = writer.replace(extraction, text, [genre.name for genre in genres])
    return _report(path, extraction, genres, "loaded" if changed else "unchanged")


def _claim(document: str, path: Path, writer: Writer, owners: dict[str, str]) -> None:
    other = owners.get(document) or writer.owner(document)
    if other and (document in owners or other != path.name):
        raise ReadError(str(path), f"{other} is {document} already", "rename one of the two files")
    owners[document] = str(path)


def _report(
    path: Path, extraction: Extraction, genres: tuple[Recognised, ...], status: str
) -> FileReport:
    return FileReport(
        str(path),
        status,
        extraction.document.id,
        genres,
        len(extraction.nodes) + 1,
        len(extraction.edges),
        extraction.skipped,
    )
