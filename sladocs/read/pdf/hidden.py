"""What a PDF says beside what its pages draw, and what lies under letters that cannot be seen on white paper.

Texts that replace those drawn are not believed; what fields and notes show on the page belongs to it.
"""

from __future__ import annotations

import ctypes
from collections import Counter
from collections.abc import Iterator
from typing import Any, Final

Bounds = tuple[float, float, float, float]
"""Left, bottom, right, top, in the page's own coordinates."""

_TEXT, _PATH, _IMAGE, _SHADING, _FORM = 1, 2, 3, 4, 5
_DEEPEST: Final = 4
_SHORT: Final = 3
"""Characters of a replacement that spells a ligature or a hyphen, which is what they are for."""
_WHITE: Final = 247
_ACTUAL: Final = b"ActualText"
_SHOWING: Final = frozenset({3, 13, 20})
"""The kinds of annotations that show words: free texts, stamps, fields (pdfium's numbers)."""


def load(raw: Any, pdf: Any, index: int) -> Any:
    """A page with what its fields, free texts and stamps show as part of it; nothing where it cannot be loaded."""
    page = raw.FPDF_LoadPage(pdf, index)
    if page and _shows_more(raw, page) and raw.FPDFPage_Flatten(page, raw.FLAT_NORMALDISPLAY) == raw.FLATTEN_SUCCESS:
        raw.FPDF_ClosePage(page)
        page = raw.FPDF_LoadPage(pdf, index)
    return page


def _shows_more(raw: Any, page: Any) -> bool:
    for index in range(raw.FPDFPage_GetAnnotCount(page)):
        note = raw.FPDFPage_GetAnnot(page, index)
        kind = raw.FPDFAnnot_GetSubtype(note)
        raw.FPDFPage_CloseAnnot(note)
        if kind in _SHOWING:
            return True
    return False


def is_misleading(raw: Any, item: int) -> bool:
    """Whether a text object stands in marked content with a replacement (ISO 32000-1, 14.9.4) that may say something else than is drawn."""
    return next(_misleading(raw, ctypes.cast(item, raw.FPDF_PAGEOBJECT)), None) is not None


def same_figures(one: str, other: str) -> bool:
    """Whether two readings of a page have the same digits: then its replacements spell what is drawn, as for letters that are joined."""
    return Counter(filter(str.isdigit, one)) == Counter(filter(str.isdigit, other))


def distrust(raw: Any, page: Any) -> bool:
    """Take all such replacements from a loaded page, so that its text is what is drawn. Returns whether there were any."""
    found = False
    for item, _ in _objects(raw, page):
        if raw.FPDFPageObj_GetType(item) == _TEXT:
            for mark in list(_misleading(raw, item)):
                raw.FPDFPageObj_RemoveMark(item, mark)
                found = True
    return found


def _misleading(raw: Any, item: Any) -> Iterator[Any]:
    length = ctypes.c_ulong()
    for index in range(max(0, raw.FPDFPageObj_CountMarks(item))):
        mark = raw.FPDFPageObj_GetMark(item, index)
        if mark and raw.FPDFPageObjMark_GetParamStringValue(mark, _ACTUAL, None, 0, ctypes.byref(length)):
            held = (ctypes.c_ushort * (length.value // 2 + 1))()
            raw.FPDFPageObjMark_GetParamStringValue(mark, _ACTUAL, held, length.value, ctypes.byref(length))
            text = bytes(held).decode("utf-16-le", "replace").rstrip("\0")
            if len(text) > _SHORT or any(ch.isnumeric() for ch in text):
                yield mark


def grounds_of(raw: Any, page: Any) -> list[Bounds]:
    """Where a loaded page has pictures, shades or colours: white letters are seen there, and invisible ones may spell what is pictured."""
    return [bounds for item, outer in _objects(raw, page) if _colours(raw, item) and (bounds := _bounds(raw, item, outer))]


def _objects(raw: Any, page: Any) -> Iterator[tuple[Any, list[Any]]]:
    """The objects of a page and of the forms in it, each with the matrices of the forms around it, inmost first."""
    waiting = [(raw.FPDFPage_GetObject(page, at), list[Any]()) for at in range(max(0, raw.FPDFPage_CountObjects(page)))]
    while waiting:
        item, outer = waiting.pop()
        if not item:
            continue
        if raw.FPDFPageObj_GetType(item) != _FORM:
            yield item, outer
        elif len(outer) < _DEEPEST:
            matrix = raw.FS_MATRIX()
            raw.FPDFPageObj_GetMatrix(item, ctypes.byref(matrix))
            waiting += [(raw.FPDFFormObj_GetObject(item, at), [matrix, *outer]) for at in range(max(0, raw.FPDFFormObj_CountObjects(item)))]


def _colours(raw: Any, item: Any) -> bool:
    """Whether an object may lay something else than white on the page."""
    kind = raw.FPDFPageObj_GetType(item)
    if kind != _PATH:
        return bool(kind in (_IMAGE, _SHADING))
    mode, stroked = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(item, ctypes.byref(mode), ctypes.byref(stroked))
    colour = [ctypes.c_uint() for _ in range(4)]
    if not mode.value or not raw.FPDFPageObj_GetFillColor(item, *map(ctypes.byref, colour)):
        return bool(mode.value)
    return bool(colour[3].value) and min(part.value for part in colour[:3]) < _WHITE


def _bounds(raw: Any, item: Any, outer: list[Any]) -> Bounds | None:
    sides = [ctypes.c_float() for _ in range(4)]
    if not raw.FPDFPageObj_GetBounds(item, *map(ctypes.byref, sides)):
        return None
    left, bottom, right, top = (side.value for side in sides)
    corners = [(x, y) for x in (left, right) for y in (bottom, top)]
    for m in outer:
        corners = [(m.a * x + m.c * y + m.e, m.b * x + m.d * y + m.f) for x, y in corners]
    xs, ys = zip(*corners, strict=True)
    return min(xs), min(ys), max(xs), max(ys)
