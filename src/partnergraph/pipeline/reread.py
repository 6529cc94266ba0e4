"""Documents read again, without a graph, for claims to be held against."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from partnergraph.document.words import Text
from partnergraph.pipeline.files import File, files
from partnergraph.pipeline.load import read_document
from partnergraph.records.ids import make_id
from partnergraph.records.model import Extraction
from partnergraph.verify import sifted
from partnergraph.verify.sources import Reader, Source


def sources(paths: Iterable[Path]) -> list[Source]:
    """The documents among files and folders; each is read when a claim asks for it.

    Raises ReadError for a path that is missing, or a folder where nothing can be read.
    """
    chosen = (file for file in files(paths) if isinstance(file, File))
    return [_source(file) for file in chosen if file.is_document]


def _source(file: File) -> Source:
    digest = hashlib.sha256(file.path.read_bytes()).hexdigest()
    slugs = tuple(dict.fromkeys((*file.slugs(), *File.at(file.path).slugs())))
    return Source(file.path, digest, {make_id("Document", slug) for slug in slugs}, _reader(file))


def _reader(file: File) -> Reader:
    def read() -> tuple[Text, Extraction]:
        document, draft, _ = read_document(file.path, next(file.slugs()))
        return document.text, sifted(draft.finish(), document.text)

    return read
