"""Ruling lines, filled areas and pictures of a page of PDF, from its page objects."""

import ctypes
import itertools
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from partnergraph.readers.layout.geometry.shapes import Area

_THIN = 2.5  # points; office programs draw borders of up to 2.25 points
_MOST_OBJECTS = 20_000  # a page of a map has more paths than any table
_MOST_SEGMENTS = 400  # of one path; a grid of 50 by 50 in one path has 102 lines
_DEEPEST = 4  # forms in forms; PDF writers nest two or three
_PAPER = 250  # of 255: lighter areas look like the paper


@dataclass(slots=True)
class Drawing:
    """What is drawn on a page, in user space: y upwards. `lines` are thin areas."""

    lines: list[Area] = field(default_factory=list)
    filled: list[Area] = field(default_factory=list)
    pictures: list[Area] = field(default_factory=list)


Matrix = tuple[float, float, float, float, float, float]
_SAME: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


class Drawer:
    """Reads the paths and pictures of one page."""

    def __init__(self, page: Any) -> None:
        import pypdfium2.raw as raw

        self._raw, self._page = raw, page.raw
        self._left = _MOST_OBJECTS
        self.drawing = Drawing()

    def draw(self) -> Drawing:
        """Everything drawn on the page, forms within it included."""
        raw = self._raw
        many = raw.FPDFPage_CountObjects(self._page)
        self._objects((raw.FPDFPage_GetObject(self._page, i) for i in range(many)), _SAME, 0)
        return self.drawing

    def _objects(self, objects: Iterator[Any], matrix: Matrix, depth: int) -> None:
        raw = self._raw
        for one in objects:
            if self._left <= 0:
                return
            kind = raw.FPDFPageObj_GetType(one)
            if kind == raw.FPDF_PAGEOBJ_TEXT:
                continue
            self._left -= 1
            if kind == raw.FPDF_PAGEOBJ_PATH:
                self._path(one, matrix)
            elif kind == raw.FPDF_PAGEOBJ_IMAGE:
                self.drawing.pictures.append(self._bounds(one, matrix))
            elif kind == raw.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
                many = raw.FPDFFormObj_CountObjects(one)
                inner = (raw.FPDFFormObj_GetObject(one, i) for i in range(many))
                self._objects(inner, _times(self._matrix(one), matrix), depth + 1)

    def _path(self, path: Any, matrix: Matrix) -> None:
        raw = self._raw
        fill, stroke = ctypes.c_int(), ctypes.c_int()
        if not raw.FPDFPath_GetDrawMode(path, ctypes.byref(fill), ctypes.byref(stroke)):
            return
        if stroke.value or fill.value:
            self._drawn(path, matrix, bool(fill.value), bool(stroke.value))

    def _drawn(self, path: Any, matrix: Matrix, fill: bool, stroke: bool) -> None:
        bounds = self._bounds(path, matrix)
        thin = min(bounds.x1 - bounds.x0, bounds.y1 - bounds.y0) <= _THIN
        light = self._is_light(path, stroke=stroke and not fill)
        if thin:
            if not light:
                self.drawing.lines.append(bounds)
            return
        if fill and not light:
            self.drawing.filled.append(bounds)
        many = self._raw.FPDFPath_CountSegments(path)
        if not light and (stroke or many > 5) and many <= _MOST_SEGMENTS:
            self._left -= many // 8
            self.drawing.lines.extend(self._edges(path, many, matrix, stroke))

    def _edges(self, path: Any, many: int, matrix: Matrix, stroke: bool) -> Iterator[Area]:
        """The straight sides of a path; of one that is only filled, its thin parts."""
        if stroke:
            yield from self._sides(path, many, matrix)
            return
        for points in self._figures(path, many, matrix):
            xs, ys = [x for x, _ in points], [y for _, y in points]
            area = Area(min(xs), min(ys), max(xs), max(ys))
            if min(area.x1 - area.x0, area.y1 - area.y0) <= _THIN:
                yield area

    def _sides(self, path: Any, many: int, matrix: Matrix) -> Iterator[Area]:
        for points in self._figures(path, many, matrix):
            for (ax, ay), (bx, by) in itertools.pairwise(points):
                if abs(ax - bx) <= 0.5 or abs(ay - by) <= 0.5:
                    yield Area(min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))

    def _figures(self, path: Any, many: int, matrix: Matrix) -> Iterator[list[tuple[float, float]]]:
        """The corners of each part of a path; one with curves has none."""
        raw = self._raw
        matrix = _times(self._matrix(path), matrix)
        points: list[tuple[float, float]] = []
        x, y = ctypes.c_float(), ctypes.c_float()
        for index in range(many):
            segment = raw.FPDFPath_GetPathSegment(path, index)
            kind = raw.FPDFPathSegment_GetType(segment)
            if kind == raw.FPDF_SEGMENT_BEZIERTO:
                points = []
                continue
            raw.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y))
            point = _moved(x.value, y.value, matrix)
            if kind == raw.FPDF_SEGMENT_MOVETO:
                if len(points) > 1:
                    yield points
                points = [point]
            else:
                points.append(point)
            if raw.FPDFPathSegment_GetClose(segment) and points:
                points.append(points[0])
        if len(points) > 1:
            yield points

    def _is_light(self, path: Any, stroke: bool) -> bool:
        """Whether a path is as good as invisible on white paper."""
        raw = self._raw
        colour = [ctypes.c_uint() for _ in range(4)]
        get = raw.FPDFPageObj_GetStrokeColor if stroke else raw.FPDFPageObj_GetFillColor
        if not get(path, *(ctypes.byref(part) for part in colour)):
            return False
        *shades, opaque = (part.value for part in colour)
        return min(shades) >= _PAPER or opaque == 0

    def _bounds(self, one: Any, matrix: Matrix) -> Area:
        sides = [ctypes.c_float() for _ in range(4)]
        self._raw.FPDFPageObj_GetBounds(one, *(ctypes.byref(side) for side in sides))
        x0, y0, x1, y1 = (side.value for side in sides)
        if matrix is _SAME:
            return Area(x0, y0, x1, y1)
        (ax, ay), (bx, by) = _moved(x0, y0, matrix), _moved(x1, y1, matrix)
        return Area(min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))

    def _matrix(self, one: Any) -> Matrix:
        got = self._raw.FS_MATRIX()
        if not self._raw.FPDFPageObj_GetMatrix(one, ctypes.byref(got)):
            return _SAME
        return got.a, got.b, got.c, got.d, got.e, got.f


def _times(first: Matrix, then: Matrix) -> Matrix:
    a, b, c, d, e, f = first
    g, h, i, j, k, m = then
    return (
        a * g + b * i,
        a * h + b * j,
        c * g + d * i,
        c * h + d * j,
        e * g + f * i + k,
        e * h + f * j + m,
    )


def _moved(x: float, y: float, matrix: Matrix) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f
