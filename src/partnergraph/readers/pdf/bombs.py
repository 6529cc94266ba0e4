"""PDFs that unpack or draw without end, found before PDFium meets them.

PDFium bounds neither what a stream unpacks to below a gigabyte nor how often forms draw each other.
"""

import re
import zlib
from collections.abc import Iterator
from pathlib import Path

from partnergraph.errors import ReadError

MOST_BYTES = 100_000_000  # of one stream; the longest page of text that we know of has 3 million
MOST_FORMS = 100_000  # drawn on one page; a map of many symbols draws a few thousand
_DEEPEST = 40  # forms in forms: where PDFium itself stops
_WORTH = 20_000  # bytes; a shorter stream cannot unpack to much more than 20 million
_SAMPLE = 4_096
_STREAM = re.compile(rb"stream\r?\n")
_OBJECT = re.compile(rb"(?<!\d)(\d{1,8}) \d{1,5} obj\b")
_NAMED = re.compile(rb"/([^\s/<>\[\]()]+)\s+(\d+)\s+\d+\s+R")
_XOBJECTS = re.compile(rb"/XObject\s*<<(.*?)>>", re.S)
_RESOURCES = re.compile(rb"/Resources\s+(\d+)\s+\d+\s+R")
_DRAWN = re.compile(rb"/([^\s/<>\[\]()]+)\s+Do\b")


def check(data: bytes, path: Path) -> None:
    """Raise ReadError for a file whose streams or forms grow beyond any paper's."""
    if any(_unpacked(head, body) > MOST_BYTES for head, body in _streams(data)):
        what = f"a stream in it unpacks to more than {MOST_BYTES:,} bytes"
        raise ReadError(str(path), what, "check where it came from")
    if data.count(b"/Form") and _drawn(_forms(data)) > MOST_FORMS:
        raise ReadError(
            str(path), "its forms draw each other without end", "check where it came from"
        )


def _streams(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The streams that may unpack to much: each with the dictionary before it."""
    for found in _STREAM.finditer(data):
        head = data[max(found.start() - 300, 0) : found.start()]
        head = head[head.rfind(b" obj") :]
        stop = data.find(b"endstream", found.end())
        body = data[found.end() : stop if stop >= 0 else len(data)]
        twice = head.count(b"FlateDecode") > 1
        if twice or (len(body) >= _WORTH and _is_even(body)):
            yield head, body


def _is_even(body: bytes) -> bool:
    """Whether what is packed can be packed again: only what repeats itself without end can."""
    middle = len(body) // 2
    sample = body[middle : middle + _SAMPLE]
    return 2 * len(zlib.compress(sample, 1)) < len(sample)


def _unpacked(head: bytes, body: bytes) -> int:
    """How many bytes a stream unpacks to, counted no further than is needed."""
    if head.count(b"FlateDecode") > 1:
        body = b"".join(_inflated(body, MOST_BYTES // 10))
    many = 0
    for part in _inflated(body, MOST_BYTES + 1):
        many += len(part)
    return many


def _inflated(body: bytes, most: int) -> Iterator[bytes]:
    inflating = zlib.decompressobj()
    left = body
    while left and most > 0:
        try:
            part = inflating.decompress(left, 1_000_000)
        except zlib.error:
            return
        if not part:
            return
        most -= len(part)
        yield part
        left = inflating.unconsumed_tail


Forms = dict[int, list[tuple[int, int]]]
"""Each form's number, with the forms it draws and how often."""


def _forms(data: bytes) -> Forms:
    starts = list(_OBJECT.finditer(data))
    stops = [found.start() for found in starts[1:]] + [len(data)]
    bodies = {int(found[1]): (found.end(), stop) for found, stop in zip(starts, stops, strict=True)}
    forms: Forms = {}
    for number, (start, stop) in bodies.items():
        head, _, content = data[start:stop].partition(b"stream")
        if b"/Form" in head:
            named = _named(head, data, bodies)
            if named:
                forms[number] = list(_calls(content, named))
    return forms


def _named(head: bytes, data: bytes, bodies: dict[int, tuple[int, int]]) -> dict[bytes, int]:
    """The objects that a form may draw, by the names it calls them."""
    elsewhere = _RESOURCES.search(head)
    if elsewhere and int(elsewhere[1]) in bodies:
        start, stop = bodies[int(elsewhere[1])]
        head += data[start:stop]
    found = _XOBJECTS.search(head)
    return {name: int(number) for name, number in _NAMED.findall(found[1])} if found else {}


def _calls(content: bytes, named: dict[bytes, int]) -> Iterator[tuple[int, int]]:
    content = content.lstrip(b"\r\n")
    content = b"".join(_inflated(content, _WORTH * 50)) or content[: _WORTH * 50]
    called = _DRAWN.findall(content)
    for name, number in named.items():
        times = called.count(name)
        if times:
            yield number, times


def _drawn(forms: Forms) -> int:
    """How many forms the richest of some forms draws, those within it included."""
    many = dict.fromkeys(forms, 1)
    for _ in range(_DEEPEST):
        grown = {
            number: 1 + sum(times * many.get(inner, 1) for inner, times in calls)
            for number, calls in forms.items()
        }
        if grown == many or max(grown.values(), default=0) > MOST_FORMS:
            return max(grown.values(), default=0)
        many = grown
    return max(many.values(), default=0)
