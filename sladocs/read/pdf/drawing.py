"""What is drawn on a page beside its text: lines, shaded areas, pictures."""

from __future__ import annotations

import ctypes
import itertools
from typing import Any, Final

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

    drawing = _Drawing(pdfium, frame, page)
    count = pdfium.FPDFPage_CountObjects(handle)
    drawing.take((pdfium.FPDFPage_GetObject(handle, at) for at in range(count)), _SAME, 0)


class _Drawing:
    def __init__(self, pdfium: Any, frame: Frame, page: Page) -> None:
        self._raw = pdfium
        self._frame = frame
        self._page = page
        self._paths = 0
        self._seen_before: set[tuple[int, ...]] = set()
        self._largest = 0.9 * frame.width * frame.height

    def take(self, objects: Any, outer: Matrix, depth: int) -> None:
        raw = self._raw
        kind = raw.FPDFPageObj_GetType
        for item in objects:
            match kind(item):
                case 2:
                    self._paths += 1
                    if self._paths <= _MOST_PATHS:
                        self._path(item, outer)
                case 3:
                    self._image(item, outer)
                case 5 if depth < _DEEPEST:
                    inner = _product(self._matrix(item), outer)
                    count = raw.FPDFFormObj_CountObjects(item)
                    self.take((raw.FPDFFormObj_GetObject(item, at) for at in range(max(count, 0))), inner, depth + 1)

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
        raw = self._raw
        count = raw.FPDFPath_CountSegments(item)
        if not 2 <= count <= _MOST:
            return
        mode, stroke = ctypes.c_int(), ctypes.c_int()
        if not raw.FPDFPath_GetDrawMode(item, ctypes.byref(mode), ctypes.byref(stroke)):
            return
        fill = self._colour(raw.FPDFPageObj_GetFillColor, item) if mode.value else None
        stroked = bool(stroke.value) and self._colour(raw.FPDFPageObj_GetStrokeColor, item) is not None
        if fill is None and not stroked:
            return
        for points, closed, curved in self._parts(item, count, _product(self._matrix(item), outer)):
            if fill is not None and not curved and len(points) >= 3:
                self._area(points, fill)
            if stroked and len(points) >= 2:
                ends = [*points, points[0]] if closed else points
                for one, other in itertools.pairwise(ends):
                    self._line(one, other)

    def _parts(self, item: Any, count: int, matrix: Matrix) -> list[tuple[list[tuple[float, float]], bool, bool]]:
        """The parts of a path: the points of each, whether it is closed, and whether it has curves."""
        raw = self._raw
        x, y = ctypes.c_float(), ctypes.c_float()
        to_x, to_y = ctypes.byref(x), ctypes.byref(y)
        parts: list[tuple[list[tuple[float, float]], bool, bool]] = []
        points: list[tuple[float, float]] = []
        closed = curved = False
        for at in range(count):
            segment = raw.FPDFPath_GetPathSegment(item, at)
            kind = raw.FPDFPathSegment_GetType(segment)
            raw.FPDFPathSegment_GetPoint(segment, to_x, to_y)
            if kind == _MOVE_TO:
                if points:
                    parts.append((points, closed, curved))
                points, closed, curved = [], False, False
            curved = curved or kind == _BEZIER_TO
            points.append(_moved(matrix, x.value, y.value))
            closed = closed or bool(raw.FPDFPathSegment_GetClose(segment))
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
        red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
        if not getter(item, *map(ctypes.byref, (red, green, blue, alpha))):
            return 0, 0, 0
        return (red.value, green.value, blue.value) if alpha.value else None

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
