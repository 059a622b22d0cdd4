"""What is drawn on a page beside its text: lines, shaded areas, pictures."""

from __future__ import annotations

import ctypes
import itertools
from typing import Any, Final

from sladocs.read.pdf.calls import called
from sladocs.read.pdf.frame import Frame
from sladocs.read.pdf.page import Box, Page, Rule

THIN: Final = 3.0
"""Points up to which a filled area is a line."""
_SHORT: Final = 3.0
"""Points below which a line rules nothing."""
_LEVEL: Final = 0.7
"""Points by which the ends of a level line may differ."""
_WHITE: Final = 250
_MOST: Final = 400
"""Segments of a path from which it is a drawing rather than lines of a table."""
_MOST_PATHS: Final = 6000
_DEEPEST: Final = 4
_PATH, _IMAGE, _FORM = 2, 3, 5
_LINE_TO, _BEZIER_TO, _MOVE_TO = 0, 1, 2

Matrix = tuple[float, float, float, float, float, float]
_SAME: Final[Matrix] = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def read_drawing(handle: Any, frame: Frame, page: Page) -> None:
    """Add the lines, shaded areas and pictures of a loaded page to `page`."""
    import pypdfium2.raw as pdfium

    count = pdfium.FPDFPage_CountObjects(handle)
    if count > 0:
        _Drawing(pdfium, frame, page).take(called("FPDFPage_GetObject", ctypes.c_void_p), ctypes.byref(handle.contents), count, _SAME, 0)


class _Drawing:
    def __init__(self, pdfium: Any, frame: Frame, page: Page) -> None:
        self._raw = pdfium
        self._frame = frame
        self._page = page
        self._paths = 0
        self._seen_before: set[tuple[int, ...]] = set()
        self._largest = 0.9 * frame.width * frame.height
        self._kind = called("FPDFPageObj_GetType")
        self._segments = called("FPDFPath_CountSegments")
        self._segment = called("FPDFPath_GetPathSegment", ctypes.c_void_p)
        self._segment_kind = called("FPDFPathSegment_GetType")
        self._closes = called("FPDFPathSegment_GetClose")
        self._point = called("FPDFPathSegment_GetPoint")
        self._draw_mode = called("FPDFPath_GetDrawMode")
        self._fill = called("FPDFPageObj_GetFillColor")
        self._stroke = called("FPDFPageObj_GetStrokeColor")
        self._numbers = (ctypes.c_float * 2)()
        self._modes = (ctypes.c_int * 2)()
        self._shades = (ctypes.c_uint * 4)()
        self._numbers_at = [ctypes.byref(self._numbers, 4 * at) for at in range(2)]
        self._modes_at = [ctypes.byref(self._modes, 4 * at) for at in range(2)]
        self._shades_at = [ctypes.byref(self._shades, 4 * at) for at in range(4)]

    def take(self, getter: Any, holder: Any, count: int, outer: Matrix, depth: int) -> None:
        """Take the objects of a page or form: `count` that `getter` gets of the `holder`."""
        pointer, kind = ctypes.c_void_p, self._kind
        for address in map(getter, itertools.repeat(holder), range(count)):
            item = pointer(address)
            match kind(item):
                case 2:
                    self._paths += 1
                    if self._paths <= _MOST_PATHS:
                        self._path(item, outer)
                case 3:
                    self._image(ctypes.cast(item, self._raw.FPDF_PAGEOBJECT), outer)
                case 5 if depth < _DEEPEST:
                    form = ctypes.cast(item, self._raw.FPDF_PAGEOBJECT)
                    inner = _product(self._matrix(form), outer)
                    count = self._raw.FPDFFormObj_CountObjects(form)
                    self.take(called("FPDFFormObj_GetObject", ctypes.c_void_p), item, max(count, 0), inner, depth + 1)

    def _matrix(self, item: Any) -> Matrix:
        matrix = self._raw.FS_MATRIX()
        if not self._raw.FPDFPageObj_GetMatrix(item, ctypes.byref(matrix)):
            return _SAME
        return matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f

    def _image(self, item: Any, outer: Matrix) -> None:
        left, bottom, right, top = (ctypes.c_float() for _ in range(4))
        if self._raw.FPDFPageObj_GetBounds(item, *map(ctypes.byref, (left, bottom, right, top))):
            corners = [_moved(outer, x, y) for x in (left.value, right.value) for y in (bottom.value, top.value)]
            self._page.images.append(self._seen(corners))

    def _path(self, item: Any, outer: Matrix) -> None:
        count = self._segments(item)
        if not 2 <= count <= _MOST or not self._draw_mode(item, *self._modes_at):
            return
        filled, strokes = self._modes
        fill = self._colour(self._fill, item) if filled else None
        stroked = bool(strokes) and self._colour(self._stroke, item) is not None
        if fill is None and not stroked:
            return
        matrix = _product(self._matrix(ctypes.cast(item, self._raw.FPDF_PAGEOBJECT)), outer)
        for points, closed, curved in self._parts(item, count, matrix):
            if fill is not None and not curved and len(points) >= 3:
                self._area(points, fill)
            if stroked and len(points) >= 2:
                ends = [*points, points[0]] if closed else points
                for one, other in itertools.pairwise(ends):
                    self._line(one, other)

    def _parts(self, item: Any, count: int, matrix: Matrix) -> list[tuple[list[tuple[float, float]], bool, bool]]:
        """The parts of a path: the points of each, whether it is closed, and whether it has curves."""
        numbers, (to_x, to_y) = self._numbers, self._numbers_at
        parts: list[tuple[list[tuple[float, float]], bool, bool]] = []
        points: list[tuple[float, float]] = []
        closed = curved = False
        for address in map(self._segment, itertools.repeat(item), range(count)):
            segment = ctypes.c_void_p(address)
            kind = self._segment_kind(segment)
            self._point(segment, to_x, to_y)
            if kind == _MOVE_TO:
                if points:
                    parts.append((points, closed, curved))
                points, closed, curved = [], False, False
            curved = curved or kind == _BEZIER_TO
            points.append(_moved(matrix, *numbers))
            closed = closed or bool(self._closes(segment))
        if points:
            parts.append((points, closed, curved))
        return parts

    def _area(self, points: list[tuple[float, float]], fill: tuple[int, int, int]) -> None:
        x0, top, x1, bottom = self._seen(points)
        width, height = x1 - x0, bottom - top
        if min(fill) >= _WHITE:
            return
        if self._is_known(x0, top, x1, bottom, *fill):
            return
        if min(width, height) <= THIN:
            if max(width, height) > _SHORT:
                self._page.rules.append(Rule(x0, top, x1, bottom))
        elif len(points) > 5 and _covered(points) < 0.4 * width * height:  # the frame of a cell, drawn as an area: its edges are lines
            for one, other in itertools.pairwise([*points, points[0]]):
                self._line(one, other)
        elif width * height < self._largest:
            self._page.boxes.append(Box(x0, top, x1, bottom, fill))

    def _line(self, one: tuple[float, float], other: tuple[float, float]) -> None:
        x0, top, x1, bottom = self._seen([one, other])
        if min(x1 - x0, bottom - top) <= _LEVEL and max(x1 - x0, bottom - top) > _SHORT and not self._is_known(x0, top, x1, bottom):
            self._page.rules.append(Rule(x0, top, x1, bottom))

    def _is_known(self, *shape: float) -> bool:
        """Whether the same was drawn before: some writers draw each line once for every cell, or twice."""
        key = tuple(round(4 * value) for value in shape)
        if key in self._seen_before:
            return True
        self._seen_before.add(key)
        return False

    def _colour(self, getter: Any, item: Any) -> tuple[int, int, int] | None:
        """The colour of an object, None for a transparent one."""
        if not getter(item, *self._shades_at):
            return 0, 0, 0
        red, green, blue, alpha = self._shades
        return (red, green, blue) if alpha else None

    def _seen(self, points: list[tuple[float, float]]) -> tuple[float, float, float, float]:
        xs, ys = [x for x, _ in points], [y for _, y in points]
        return self._frame.seen(min(xs), min(ys), max(xs), max(ys))


def _covered(points: list[tuple[float, float]]) -> float:
    """The area within a line of points."""
    return abs(sum(a * d - c * b for (a, b), (c, d) in itertools.pairwise([*points, points[0]]))) / 2


def _product(one: Matrix, other: Matrix) -> Matrix:
    """First `one`, then `other`."""
    if other is _SAME:
        return one
    a, b, c, d, e, f = one
    p, q, r, s, t, u = other
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u


def _moved(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f
