"""The structure tree of a tagged PDF, put together from what pdfium shows of it page by page.

pdfium shows of each element only the kids that a page holds, but counts them all. So an element's places among the kids of its parents,
from the root down, are the same on each page, and an element that goes on over pages comes back as one.
"""

from __future__ import annotations

import ctypes
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from sladocs.read.pdf.tagged.marks import Piece, read_marks

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

DEEPEST: Final = 64
MOST_KIDS: Final = 200_000
"""All kids of one page's tree together; a tree with more is a damaged or hostile one."""


@dataclass
class Element:
    """An element: `kids` by their places, of `count` in all (what stands on no page has no kid); a kid is an element or pieces of text.

    `columns`, `rows` and `head` are the attributes of a table's cell.
    """

    kind: str
    kids: dict[int, Element | list[Piece]] = field(default_factory=dict)
    count: int = 0
    alternative: str | None = None
    page: int = 0
    columns: int = 1
    rows: int = 1


@dataclass
class Structure:
    """The tree under a root without a kind, and how many characters stand outside of it and are no artifacts."""

    root: Element
    characters: int = 0
    outside: int = 0


def read_structure(pdf: PdfDocument) -> Structure | None:
    """The structure of a PDF, None where it is not tagged, or where its tree cannot be used."""
    import pypdfium2.raw as pdfium

    if not pdfium.FPDFCatalog_IsTagged(pdf.raw):
        return None
    reader = _Reader(pdfium)
    found = Structure(Element(""))
    for index in range(len(pdf)):
        page = pdfium.FPDF_LoadPage(pdf.raw, index)
        if not page:
            continue
        try:
            marks = read_marks(page, index + 1)
            used = reader.page(page, index + 1, marks.pieces, found.root)
        finally:
            pdfium.FPDF_ClosePage(page)
        if used is None:
            return None
        inside = sum(len(piece.text) for mark in used for piece in marks.pieces.get(mark, ()))
        found.characters += marks.characters
        found.outside += marks.characters - inside
    return found if found.root.kids else None


class _Reader:
    """Reads the elements of pages into one tree."""

    def __init__(self, pdfium: Any) -> None:
        self._raw = pdfium
        self._kids = 0
        self._page = 0
        self._pieces: dict[int, list[Piece]] = {}
        self._used: set[int] = set()

    def page(self, page: Any, number: int, pieces: dict[int, list[Piece]], root: Element) -> set[int] | None:
        """Read the elements of a page into `root`. Returns the marks that they hold, None where the tree is not to be used."""
        raw = self._raw
        tree = raw.FPDF_StructTree_GetForPage(page)
        self._used = set()
        if not tree:
            return self._used
        self._page, self._pieces, self._kids = number, pieces, 0
        try:
            root.count = max(root.count, raw.FPDF_StructTree_CountChildren(tree))
            for place in range(root.count):
                child = raw.FPDF_StructTree_GetChildAtIndex(tree, place)
                if child and not self._read(child, root, place, 0):
                    return None
        finally:
            raw.FPDF_StructTree_Close(tree)
        return self._used

    def _read(self, handle: Any, parent: Element, place: int, depth: int) -> bool:
        raw = self._raw
        element = parent.kids.get(place)
        if not isinstance(element, Element):
            element = parent.kids[place] = self._element(handle)
        count = raw.FPDF_StructElement_CountChildren(handle)
        element.count = max(element.count, count)
        self._kids += max(count, 0)
        if depth > DEEPEST or self._kids > MOST_KIDS:
            return False
        for kid in range(count):
            child = raw.FPDF_StructElement_GetChildAtIndex(handle, kid)
            if child:
                if not self._read(child, element, kid, depth + 1):
                    return False
            elif (mark := raw.FPDF_StructElement_GetChildMarkedContentID(handle, kid)) >= 0:
                self._used.add(mark)
                held = element.kids.setdefault(kid, [])
                if isinstance(held, list):
                    held += self._pieces.get(mark, ())
        return True

    def _element(self, handle: Any) -> Element:
        raw = self._raw
        kind = _text(raw.FPDF_StructElement_GetType, handle)
        made = Element(kind, page=self._page)
        if kind in ("Figure", "Formula"):
            made.alternative = _text(raw.FPDF_StructElement_GetAltText, handle) or None
        elif kind in ("TD", "TH"):
            made.columns, made.rows = self._spans(handle)
        return made

    def _spans(self, handle: Any) -> tuple[int, int]:
        """The attributes ColSpan and RowSpan (ISO 32000-1, table 349)."""
        raw, found = self._raw, {b"ColSpan": 1, b"RowSpan": 1}
        for index in range(max(0, raw.FPDF_StructElement_GetAttributeCount(handle))):
            attributes = raw.FPDF_StructElement_GetAttributeAtIndex(handle, index)
            for name in found if attributes else ():
                value = raw.FPDF_StructElement_Attr_GetValue(attributes, name)
                number = ctypes.c_float()
                if value and raw.FPDF_StructElement_Attr_GetNumberValue(value, ctypes.byref(number)) and 1 <= number.value <= 1000:
                    found[name] = int(number.value)
        return found[b"ColSpan"], found[b"RowSpan"]


def _text(function: Any, handle: Any) -> str:
    """What a function of pdfium writes into a buffer as UTF-16."""
    length = function(handle, None, 0)
    if length <= 2:
        return ""
    buffer = ctypes.create_string_buffer(length)
    function(handle, buffer, length)
    return buffer.raw[: length - 2].decode("utf-16-le", "replace")
