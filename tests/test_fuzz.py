"""Inputs that nobody chose: no traceback, no hang, no hunger, for whatever bytes and words come.

300 inputs each here; 10,000 with `pytest tests/test_fuzz.py --hypothesis-profile nightly`. Each
may take 5 s of the processor for 100 KB and 1 GB of memory more than the tests had before. What
fails must fail as a PartnergraphError that is no fault of ours. A new reader is a line of SAMPLES.
"""

import io
import json
import resource
import signal
import zipfile
from contextlib import contextmanager
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from partnergraph.document.words import Text
from partnergraph.errors import PartnergraphError, UsageError
from partnergraph.exchange import jsonl
from partnergraph.names import names
from partnergraph.neo4j.cypher import parameters, script
from partnergraph.neo4j.statements import statements
from partnergraph.pipeline.load import load, read_document
from partnergraph.questions import in_cypher, listing
from partnergraph.questions.answer import ask
from partnergraph.questions.resolve import resolve
from partnergraph.readers import FORMATS
from partnergraph.readers.formats import recognised
from partnergraph.store.sqlite import SqliteStore
from partnergraph.verify import verify

ROOT = Path(__file__).parent.parent
SECONDS = 5
LARGEST = 100_000
MORE_MEMORY = 1_000_000  # KB
NIGHTLY = 10_000
FUZZ = settings(
    max_examples=NIGHTLY if settings.get_current_profile_name() == "nightly" else 300,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)


def zipped(**parts: str) -> bytes:
    """An archive of these parts; `__` in a name stands for a slash, `_x` for `.xml`."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name.replace("__", "/").replace("_x", ".xml"), text)
    return out.getvalue()


def xml(tag: str, space: str, inside: str) -> str:
    return f'<?xml version="1.0"?><{tag} {space}>{inside}</{tag}>'


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
X = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
P = f'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" {A}'
O = " ".join(  # noqa: E741
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{short}:1.0"'
    for short in ("office", "text", "table")
)
SAID = "IOM and UNHCR organised a workshop on remittances in Kenya."
CELL = f"<w:tc><w:p><w:r><w:t>{SAID}</w:t></w:r></w:p></w:tc>"
SAMPLES = {
    "txt": (ROOT / "seeds" / "gcm-review-2020-roundtable-1.txt").read_bytes(),
    "md": f"# Recommendations\n\n- {SAID}\n\n| Activity | Lead |\n|---|---|\n| a | IOM |".encode(),
    "csv": f'Activity,Lead,Partner\n"{SAID}",IOM,UNHCR\nb,UNDP,\n'.encode(),
    "html": f"<!doctype html><h1>A</h1><p>{SAID}<table><tr><th>a<td>IOM</table><ul>".encode(),
    "docx": zipped(
        word__document_x=xml(
            "w:document", W, f"<w:body><w:tbl><w:tr>{CELL}{CELL}</w:tr></w:tbl></w:body>"
        )
    ),
    "odt": zipped(
        mimetype="application/vnd.oasis.opendocument.text",
        content_x=xml(
            "office:document-content",
            O,
            f"<office:body><office:text><text:p>{SAID}</text:p></office:text></office:body>",
        ),
    ),
    "pptx": zipped(
        ppt__presentation_x=xml("p:presentation", P, "<p:sldIdLst/>"),
        ppt__slides__slide1_x=xml(
            "p:sld", P, f"<p:txBody><a:p><a:r><a:t>{SAID}</a:t></a:r></a:p></p:txBody>"
        ),
    ),
    "xlsx": zipped(
        xl__workbook_x=xml("workbook", X, '<sheets><sheet name="A" sheetId="1"/></sheets>'),
        xl__worksheets__sheet1_x=xml(
            "worksheet", X, f'<sheetData><row><c t="inlineStr"><is><t>{SAID}</t></is></c></row>'
        ),
    ),
    "pdf": b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>endobj\n"
    b"4 0 obj<</Length 30>>stream\nBT /F1 9 Tf (IOM led it.) Tj ET\nendstream endobj\n"
    b"trailer<</Root 1 0 R>>\n%%EOF\n",
}
THERE = [name for name, form in FORMATS.items() if find_spec(form.reads.partition(":")[0])]
BITS = st.one_of(
    st.binary(max_size=40),
    st.sampled_from([b"\x00", b"\xff", b"\xef\xbb\xbf", b"\r", b"<", b"&x;", b"|", b"(" * 50]),
)


class TooLong(BaseException):
    """An input took more of the processor than it may."""


@contextmanager
def bounded():
    """No traceback but for PartnergraphError, in little time and memory."""

    def stop(*_):
        raise TooLong

    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    kept = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, SECONDS)
    said = ""
    try:
        yield
    except PartnergraphError as error:
        said = str(error)
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, kept)
    assert "please report" not in said, said
    assert len(said.splitlines()) <= 1
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < MORE_MEMORY


@st.composite
def damaged(draw, sample: bytes) -> bytes:
    """A sample whose bytes, or those of a part of its archive, were cut, turned and repeated."""
    if sample.startswith(b"PK") and draw(st.booleans()):
        return _repacked(draw, sample)
    data = bytearray(sample)
    for _ in range(draw(st.integers(1, 5))):
        start = draw(st.integers(0, len(data)))
        end = min(len(data), start + draw(st.integers(0, 200)))
        part = bytes(data[start:end])
        data[start:end] = draw(
            st.one_of(BITS, st.integers(0, 20).map(lambda n, part=part: part * n))
        )
    return bytes(data[:LARGEST])


def _repacked(draw, sample: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(sample)) as old, zipfile.ZipFile(out, "w") as new:
        chosen = draw(st.sampled_from(old.namelist()))
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, draw(damaged(part)) if name == chosen else part)
    return out.getvalue()


def inputs(sample: bytes):
    return st.one_of(damaged(sample), damaged(sample), st.binary(max_size=2000))


# What papers are made of, in any order.
PHRASES = (
    "IOM UNHCR|Kenya|the Republic of Korea|World Bank|led by|organised|will host|in Nairobi|"
    "objective 16|GCM|2019|Roundtable 1|Recommendations|Guiding questions|1.|(a)|•|-|:|;|.|,|"
    "\n|\n\n|\t|and|of the|not|who|Ms|http://x.org|«|»|(|)|co-\n|الأردن|國|e\u0301|\u200b|\ufeff|"
    "\u2028|\x0c|\x85|\r|\x00|\ud7ff|\U0001f30d|________|....|##|**|<p>|&nbsp;"
)
WORDS = st.one_of(st.sampled_from(PHRASES.split("|")), st.text(max_size=12))
PROSE = st.lists(WORDS, max_size=120).map(" ".join)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("fuzz")


def test_every_reader_that_is_there_is_fuzzed():
    assert set(SAMPLES) == set(FORMATS)
    assert {"txt", "md"} <= set(THERE)


@pytest.mark.parametrize("name", THERE)
def test_whatever_stands_in_a_file(folder, name):
    path = folder / f"file{FORMATS[name].endings[0]}"

    @FUZZ
    @given(inputs(SAMPLES[name]))
    def check(data):
        path.write_bytes(data)
        with bounded():
            read(path)

    check()


@FUZZ
@given(PROSE)
@example("Recommendations\n\n- " + "IOM and " * 2000)
@example("(" * 5000)
def test_whatever_a_paper_says(folder, text):
    path = folder / "paper.txt"
    path.write_text(text, encoding="utf-8", errors="replace", newline="")
    with bounded():
        read(path)


def read(path):
    """A file read by all genres; what they say is proved, and says no more than it should."""
    if recognised(path.read_bytes(), path) not in THERE:
        return
    document, draft, _ = read_document(path)
    verify(draft.finish(), document.text)


@FUZZ
@given(PROSE)
def test_whatever_text_is_split_its_words_stand_where_they_say(text):
    with bounded():
        read = Text.of(text)
        assert "".join("".join(line.text.split()) for line in read.lines) == "".join(text.split())


@FUZZ
@given(PROSE, st.sampled_from([(), ("Country",), ("Agency", "RCP")]))
def test_whatever_stands_for_a_name(text, labels):
    with bounded():
        for found in names().find(Text.of(text).whole, *labels):
            assert not labels or found.entity.label in labels
        entity = names().resolve(text, *labels)
        assert entity is None or not labels or entity.label in labels


@FUZZ
@given(st.one_of(PROSE, st.text(max_size=300)))
def test_whatever_is_asked_for_by_name(seeds_db, text):
    with bounded(), SqliteStore(seeds_db) as store:
        assert resolve(store, text).id


@FUZZ
@given(
    st.sampled_from(sorted(listing.catalogue())),
    st.dictionaries(
        st.sampled_from(["agency", "topic", "document", "roundtable", "who", "projection", "x"]),
        st.one_of(st.none(), st.text(max_size=20), st.sampled_from(["agency:iom", "any", "work"])),
        max_size=3,
    ),
    st.integers(-3, 5),
)
def test_whatever_a_question_is_asked_with(seeds_db, name, filters, limit):
    with bounded(), SqliteStore(seeds_db) as store:
        answer = ask(store, name, limit, **filters)
        assert len(answer.rows) <= answer.total


@FUZZ
@given(
    st.sampled_from(sorted(in_cypher())),
    st.dictionaries(
        st.one_of(st.sampled_from(["agency", "limit", "types", "inferred"]), st.text(max_size=9)),
        st.one_of(st.text(max_size=40), st.sampled_from(["[", "[1]", "null", "1e999", "nan"])),
        max_size=4,
    ),
)
def test_whatever_parameters_cypher_is_given(name, given):
    from partnergraph.neo4j.cypher import named

    with bounded():
        parameters(named(name), given)


@FUZZ
@given(st.lists(st.sampled_from([*"';\"`/*\n\\ ${}", "//", "/*", "*/", "RETURN 1", "é"])))
def test_whatever_cypher_is_typed(parts):
    text = "".join(parts)
    with bounded():
        list(statements(text))
        assert parameters(script(text, "-e"), {"a": text}).keys() == {"a"}


@cache
def graph() -> bytes:
    """A graph as lines, small enough to be damaged where it matters."""
    said = {"document": "document:d", "locator": "line 1", "quote": "q", "method": "m"}
    evidence = [{**said, "basis": "stated", "cue": "led"}]
    nodes = [("document:d", "Document"), ("agency:a", "Agency"), ("activity:b", "Activity")]
    records = [{"node": {"id": id, "label": label, "name": "N"}} for id, label in nodes]
    ends = [("LED", "agency:a", "activity:b"), ("RECORDED_IN", "agency:a", "document:d")]
    for type, source, target in [*ends, ("RECORDED_IN", "activity:b", "document:d")]:
        edge = {"type": type, "source": source, "target": target, "evidence": evidence}
        records.append({"edge": edge})
    return "".join(json.dumps(record) + "\n" for record in records).encode()


JUNK = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=9)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=6,
)


@st.composite
def changed(draw) -> bytes:
    """The graph with a value somewhere replaced by anything that JSON can say."""
    lines = [json.loads(line) for line in graph().splitlines()]
    record = next(iter(draw(st.sampled_from(lines)).values()))
    if "evidence" in record and draw(st.booleans()):
        record = record["evidence"][0]
    record[draw(st.one_of(st.sampled_from(sorted(record)), st.text(max_size=6)))] = draw(JUNK)
    return "".join(json.dumps(line) + "\n" for line in lines).encode()


@FUZZ
@given(st.one_of(inputs(graph()), changed(), changed()))
def test_whatever_lines_claim_to_be_a_graph(folder, data):
    path, db = folder / "graph.jsonl", folder / "graph.db"
    path.write_bytes(data)
    db.unlink(missing_ok=True)
    with bounded():
        (report,) = load([path], db)
        assert report.status in ("loaded", "failed")
        assert "please report" not in report.why
        with SqliteStore(db) as store:
            assert len(list(jsonl.lines(store))) == report.nodes + report.edges


def test_the_bounds_are_held():
    def never():
        with bounded():
            while True:
                pass

    with pytest.raises(TooLong):
        never()
    with bounded():
        raise UsageError("a", "b", "c")
    with pytest.raises(AssertionError), bounded():
        raise UsageError("a", "b", "please report it")
