"""The text of a page by its marked content: which words belong to which number that the structure names."""

from __future__ import annotations

import ctypes
import re
from dataclasses import dataclass, field
from typing import Any, Final

from sladocs.read.pdf.hidden import distrust, same_figures

LINE_END: Final = "\n"
_ENDS: Final = re.compile("\r\n?")
_HYPHENS: Final = str.maketrans({"\x02": "-", "\ufffe": "-", "\x00": None})
"""pdfium's signs for a hyphen at the end of a line."""
_BOLD_NAME: Final = re.compile(r"bold|black|heavy|(?:semi|demi)b?|[-,]bd\b", re.IGNORECASE)
_BOLD_WEIGHT: Final = 600


@dataclass(frozen=True)
class Piece:
    """A piece of text in one font; a line feed stands where a line of the page ends."""

    text: str
    bold: bool
    page: int


@dataclass
class Marks:
    """A page's text by the numbers of its marked content; `characters` counts all but those of artifacts."""

    pieces: dict[int, list[Piece]] = field(default_factory=dict)
    characters: int = 0


def read_marks(page: Any, number: int) -> Marks:
    """The text of a loaded page."""
    import pypdfium2.raw as pdfium

    marks = _read(pdfium, page, number)
    if distrust(pdfium, page):
        drawn = _read(pdfium, page, number)
        if not same_figures(_said(marks), _said(drawn)):
            return drawn
    return marks


def _read(pdfium: Any, page: Any, number: int) -> Marks:
    handle = pdfium.FPDFText_LoadPage(page)
    if not handle:
        return Marks()
    try:
        return _Text(pdfium, handle, number).read()
    finally:
        pdfium.FPDFText_ClosePage(handle)


def _said(marks: Marks) -> str:
    return "".join(piece.text for pieces in marks.pieces.values() for piece in pieces)


class _Text:
    """Reads one text page."""

    def __init__(self, pdfium: Any, handle: Any, number: int) -> None:
        self._raw, self._handle, self._number = pdfium, handle, number
        self._address = ctypes.cast(handle, ctypes.c_void_p).value or 0
        pointer = ctypes.c_void_p
        self._object = _plain(pdfium.FPDFText_GetTextObject, pointer, pointer, ctypes.c_int)
        self._mark = _plain(pdfium.FPDFPageObj_GetMarkedContentID, ctypes.c_int, pointer)
        self._font = _plain(pdfium.FPDFTextObj_GetFont, pointer, pointer)
        self._fonts: dict[int, bool] = {}

    def read(self) -> Marks:
        made = Marks()
        count = self._raw.FPDFText_CountChars(self._handle)
        if count <= 0:
            return made
        text, places = self._characters(count)
        last: int | None = None
        for start, end, item in self._objects(text, places):
            part = _ENDS.sub(LINE_END, text[start:end]).translate(_HYPHENS)
            if not part:
                continue
            if not item:
                # What pdfium adds, a blank for a gap or the end of a line, belongs to the text before.
                if last is not None and (part := self._between(part, start - 1, end, len(text), places)):
                    self._add(made, last, part, bold=made.pieces[last][-1].bold)
                continue
            mark = self._mark(item)
            if mark < 0:
                last = None
                made.characters += len(part) if not self._is_artifact(item) else 0
                continue
            made.characters += len(part)
            self._add(made, mark, part, bold=self._is_bold(item))
            last = mark
        return made

    def _between(self, part: str, before: int, after: int, count: int, places: list[int] | None) -> str:
        """What stands between two characters where pdfium adds a blank or the end of a line: nothing where they touch on one line."""
        if before < 0 or after >= count:
            return part
        boxes = [self._box(places[at] if places else at) for at in (before, after)]
        (_, right, base, top), (left, _, next_base, _) = boxes
        high = top - base
        if abs(base - next_base) < 0.02 * high and abs(left - right) < 0.05 * high:
            return ""
        return LINE_END if part == " " and base - next_base > 0.6 * high and left < right else part

    def _box(self, place: int) -> tuple[float, float, float, float]:
        """Left, right, bottom and top of a character's box, which reaches from the font's descent to its ascent."""
        box = self._raw.FS_RECTF()
        self._raw.FPDFText_GetLooseCharBox(self._handle, place, ctypes.byref(box))
        return box.left, box.right, box.bottom, box.top

    def _add(self, made: Marks, mark: int, text: str, *, bold: bool) -> None:
        made.pieces.setdefault(mark, []).append(Piece(text, bold, self._number))

    def _characters(self, count: int) -> tuple[str, list[int] | None]:
        """The characters, and the number that pdfium gives each where it differs from its place."""
        buffer = (ctypes.c_ushort * (2 * count + 2))()
        written = self._raw.FPDFText_GetText(self._handle, 0, count, buffer)
        text = bytes(buffer)[: 2 * max(written - 1, 0)].decode("utf-16-le", "replace")
        if len(text) == count:
            return text, None
        codes = [self._raw.FPDFText_GetUnicode(self._handle, place) for place in range(count)]
        held = [(chr(code), place) for place, code in enumerate(codes) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000]
        return "".join(character for character, _ in held), [place for _, place in held]

    def _objects(self, text: str, places: list[int] | None) -> list[tuple[int, int, int]]:
        """Stretches of characters of one text object each (0: of none): start, end, object."""
        at = dict(enumerate(places)) if places else None
        found: list[tuple[int, int, int]] = []

        def item(place: int) -> int:
            return self._object(self._address, at[place] if at else place) or 0

        def part(start: int, first: int, end: int, last: int) -> None:
            """A text object's characters follow each other: where both ends belong to one, so does all between."""
            if first == last and (first or end - start <= 2):
                if found and found[-1][2] == first and found[-1][1] == start:
                    found[-1] = (found[-1][0], end, first)
                else:
                    found.append((start, end, first))
                return
            if end - start == 1:
                found.append((start, end, first))
                return
            middle = (start + end) // 2
            part(start, first, middle, item(middle - 1))
            part(middle, item(middle), end, last)

        if text:
            part(0, item(0), len(text), item(len(text) - 1))
        return found

    def _is_bold(self, item: int) -> bool:
        font = self._font(item) or 0
        if font not in self._fonts:
            self._fonts[font] = bool(font) and self._has_bold_face(font)
        return self._fonts[font]

    def _has_bold_face(self, font: int) -> bool:
        handle = ctypes.cast(font, self._raw.FPDF_FONT)
        length = self._raw.FPDFFont_GetBaseFontName(handle, None, 0)
        name = ctypes.create_string_buffer(max(length, 1))
        self._raw.FPDFFont_GetBaseFontName(handle, name, length)
        return bool(_BOLD_NAME.search(name.value.decode("utf-8", "replace")) or self._raw.FPDFFont_GetWeight(handle) >= _BOLD_WEIGHT)

    def _is_artifact(self, item: int) -> bool:
        handle = ctypes.cast(item, self._raw.FPDF_PAGEOBJECT)
        for index in range(max(0, self._raw.FPDFPageObj_CountMarks(handle))):
            mark = self._raw.FPDFPageObj_GetMark(handle, index)
            length = ctypes.c_ulong()
            self._raw.FPDFPageObjMark_GetName(mark, None, 0, ctypes.byref(length))
            name = (ctypes.c_ushort * (length.value // 2 + 1))()
            self._raw.FPDFPageObjMark_GetName(mark, name, length.value, ctypes.byref(length))
            if bytes(name).decode("utf-16-le").strip("\x00") == "Artifact":
                return True
        return False


def _plain(function: Any, result: Any, *arguments: Any) -> Any:
    """A function of pdfium with plain numbers for pointers, which cost less than its own types."""
    return ctypes.CFUNCTYPE(result, *arguments)(ctypes.cast(function, ctypes.c_void_p).value or 0)
