"""The pipeline: read, extract, verify, store."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from partnergraph import garbage, genres, readers
from partnergraph.document.document import Document
from partnergraph.document.laid import running_lines
from partnergraph.errors import ReadError
from partnergraph.exchange import jsonl
from partnergraph.genres import Recognised
from partnergraph.genres.walk import Walk
from partnergraph.names import names
from partnergraph.pipeline import explained
from partnergraph.pipeline.explained import BlockReport
from partnergraph.pipeline.files import JSONL, File, LeftOut, files
from partnergraph.pipeline.naming import Name, named
from partnergraph.records.model import Skipped
from partnergraph.relations import citing, cover, lost_grid, objectives
from partnergraph.relations.draft import Draft
from partnergraph.relations.page import Page
from partnergraph.store import infer
from partnergraph.store.writer import Writer, writing
from partnergraph.verify import sifted

_OBJECTIVES = "objectives"
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

    place: str
    text: str
    taken: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """How a file would be read: its genres, each line and block, what to do where none fits.

    `failed` says why one cannot be read at all.
    """

    path: str
    genres: tuple[Recognised, ...] = ()
    lines: tuple[LineReport, ...] = ()
    blocks: tuple[BlockReport, ...] = ()
    advice: str = ""
    failed: str = ""


def load(
    paths: Iterable[Path | str | File], db: Path | str, progress: Progress | None = None
) -> list[FileReport]:
    """Read files and folders into the graph at `db`, in one transaction.

    A file that fails is reported and the others are kept; `progress` is told how many of how many
    files are done and which comes next. Raises ReadError for a path that is missing or where
    nothing can be read, StoreError for a graph that cannot be written.
    """
    found = list(files(paths))
    reports = [_left(one) for one in found if isinstance(one, LeftOut)]
    chosen = [file for file in found if isinstance(file, File)]
    with garbage.seldom_searched(), writing(Path(db)) as writer:
        for done, file in enumerate(chosen):
            if progress:
                progress(done, len(chosen), file.shown.name)
            reports.append(_load_one(file, writer))
        infer.renew(writer)
    return sorted(reports, key=lambda report: report.path)


def read_document(
    path: Path, slug: str | None = None
) -> tuple[Document, Draft, tuple[Recognised, ...]]:
    """A file as a document and a draft of all that its genres read in it.

    The Document's id is made of `slug`, else of the file's name. Raises ReadError for a file that
    cannot be read, or on which a rule itself fails.
    """
    document = readers.read(path)
    return (document, *extracted(document, slug))


def extracted(document: Document, slug: str | None) -> tuple[Draft, tuple[Recognised, ...]]:
    """A draft of all that genres read in a document. Raises ReadError where a rule fails."""
    draft = Draft(document.text, names(), slug)
    try:
        genres = tuple(_let_read(document, draft))
        cover.extract(draft, document.reading)
        return draft, genres
    except Exception as error:
        what = f"the rules of the genre {draft.method} failed ({type(error).__name__}: {error})"
        raise ReadError(str(document.path), what, "please report it with the file") from error


def _let_read(document: Document, draft: Draft) -> Iterator[Recognised]:
    """Let all rules read: whole pages, then block by block, then sentences and names."""
    page = Page(document.laid, draft)
    matrix = lost_grid.found(page)
    if matrix:
        draft.method = "matrix"
        lost_grid.read(matrix)
        yield Recognised("matrix", matrix.why)
    else:
        page.leave_out(running_lines(document.laid))
        for name in genres.ORDER:
            yield from _of_page(page, name)
    draft.method = "layout"
    Walk(page, sentences=matrix is None).read()
    if not matrix:
        draft.method = _OBJECTIVES
        named = objectives.read(page)
        yield from (Recognised(_OBJECTIVES, named),) if named else ()
    draft.method = "citing"
    citing.read(page)


def _of_page(page: Page, name: str) -> Iterator[Recognised]:
    """Let a genre of whole pages read its part of one."""
    page.draft.method = name
    why = genres.PAGES[name].read_page(page)
    if why:
        yield Recognised(name, why)


def explain(paths: Iterable[Path | str | File]) -> Iterator[Explanation]:
    """How files, and those of folders, would be read, without loading them."""
    for found in files(paths):
        if isinstance(found, LeftOut) and found.failed:
            yield Explanation(found.path, failed=found.why)
        elif isinstance(found, LeftOut):
            yield Explanation(found.path, advice=f"left out: {found.why}")
        elif found.path.suffix.lower() == JSONL:
            what = "a graph: taken as it is, with its evidence"
            yield Explanation(str(found.shown), advice=what)
        else:
            yield _explained(found)


def _left(found: LeftOut) -> FileReport:
    return FileReport(found.path, "failed" if found.failed else "left out", why=found.why)


def _explained(file: File) -> Explanation:
    path = file.shown
    try:
        document = _read(file)
        draft, genres = extracted(document, None)
    except ReadError as error:
        return Explanation(str(path), failed=str(error))
    text = document.text
    lines = (
        LineReport(str(text.place(line.number)), line.text, draft.taken_for(position))
        for position, line in enumerate(text.lines)
        if not line.blank
    )
    told = tuple(explained.blocks(document.laid, draft))
    advice = _advice(genres) if not draft.linked() else ""
    return Explanation(str(path), genres, tuple(lines), told, advice)


def _advice(genres: Iterable[Recognised]) -> str:
    if {genre.name for genre in genres} - {_OBJECTIVES}:
        return ""
    return (
        "no genre fits: loaded as a Document with the names it holds. A matrix is recognised by "
        "its header cells (activity, objective, agencies), questions and recommendations by the "
        "line that announces their list, roundtables by their headings; docs/extending.md shows "
        "how to add a genre"
    )


def _read(file: File) -> Document:
    """A file as a document that goes by the name that is shown. Raises ReadError."""
    try:
        document = readers.read(file.path)
    except ReadError as error:
        where = error.where.replace(str(file.path), str(file.shown))
        raise ReadError(where, error.what, error.todo) from error
    return document if file.path == file.shown else replace(document, path=file.shown)


def _load_one(file: File, writer: Writer) -> FileReport:
    path = file.shown
    try:
        with writer.all_or_nothing():
            if path.suffix.lower() == JSONL:
                nodes, edges = jsonl.load(file.path, writer)
                return FileReport(str(path), "loaded", nodes=nodes, edges=edges)
            return _load_document(file, writer)
    except OSError as error:
        if error.filename is None:
            raise
        return FileReport(str(path), "failed", why=f"{path}: {error.strerror}; check the file")
    except ReadError as error:
        return FileReport(str(path), "failed", why=str(error))


def _load_document(file: File, writer: Writer) -> FileReport:
    document = _read(file)
    name = named(file, writer)
    if twin := writer.twin(document.text, name.document):
        return _same(file, writer, name, twin)
    draft, genres = extracted(document, name.slug)
    extraction = sifted(draft.finish(), document.text)
    unread = tuple(
        Skipped(draft.document.id, str(place), "", reason)
        for place, reason in document.reading.unread
    )
    extraction = extraction._replace(skipped=(*unread, *extraction.skipped))
    changed = writer.replace(extraction, document.text, [genre.name for genre in genres])
    writer.stands(name.document, name.place)
    return FileReport(
        str(file.shown),
        "loaded" if changed else "unchanged",
        extraction.document.id,
        genres,
        len(extraction.nodes) + 1,
        len(extraction.edges),
        extraction.skipped,
        name.why,
    )


def _same(file: File, writer: Writer, name: Name, twin: tuple[str, str]) -> FileReport:
    """What becomes of a file whose contents a document of another name has."""
    document, other = twin
    if (owner := writer.owner(name.document)) and owner.place in (None, name.place):
        writer.forget(name.document)
    writer.also_called(document, file.known_as(other))
    why = f"the same contents as {other}, which is {document}; counted once"
    return FileReport(str(file.shown), "left out", document, why=why)
