"""The words of a page from pdfium's text page: few calls a word, since each costs about as much as the word itself."""

from __future__ import annotations

import ctypes
import math
import re
import struct
from collections import Counter
from typing import Any, Final

from sladocs.read.pdf.frame import Frame
from sladocs.read.pdf.hidden import distrust, grounds_of, is_misleading, same_figures
from sladocs.read.pdf.page import Word

_WORD: Final = re.compile("[^\\s\x02\ufffe]+[\x02\ufffe]?|[\x02\ufffe]")
"""pdfium leaves out the line's end behind a hyphen, so that the hyphen is where a word ends."""
_LIGATURES: Final = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}
_HYPHENS: Final = dict.fromkeys((0x02, 0xFFFE), "\u00ad")
"""How pdfium gives the hyphen of a word that goes on in the next line."""
_NOTHING: Final = dict.fromkeys((0x0, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, *range(0x202A, 0x202F)))
_CLEAN: Final[dict[int, str | None]] = {**_LIGATURES, **_HYPHENS, **_NOTHING}
_ODD: Final = re.compile("[\x00\x02\ufffe\ufb00-\ufb06\u200b-\u200d\u2060\ufeff\u202a-\u202e]")
_BOLD_NAME: Final = re.compile(r"bold|black|heavy|(?:semi|demi)b?|[-,]bd\b", re.IGNORECASE)
_BOLD_WEIGHT: Final = 600
_FORCE_BOLD: Final = 1 << 18
"""The font descriptor's flag (ISO 32000-1, table 123)."""
_FILL_AND_STROKE: Final = 2
_UNDRAWN: Final = frozenset({3, 7})
_STROKED: Final = frozenset({1, 2, 5, 6})
"""Modes of text (ISO 32000-1, table 106)."""
_WHITE: Final = 247
_CLEAR: Final = 8
"""Shades of 255 from which letters cannot be told from white paper."""
_TINY: Final = 1.5
"""Points below which nobody can read letters."""
_MANY: Final = 10
"""Words from which a page may be meant to be read turned."""
_TURNED: Final = 0.1
"""The sine from which a text runs aslant or upwards, as a stamp at the margin or a mark over the page does."""

ASCENT: Final = 0.75
DESCENT: Final = 0.22
"""How far a word's box reaches above and below its base line, as a share of its size: the same for all words of a line, whatever their
letters and fonts, so that lines can be told by it."""

_Look = tuple[float, bool, int, float, int, bool]


class Texts:
    """Reads the words of pages. Holds the buffers and the functions that are called for each word."""

    def __init__(self) -> None:
        import pypdfium2.raw as pdfium

        self._raw = pdfium
        pointer, whole = ctypes.c_void_p, ctypes.c_int
        self._object = _plain(pdfium.FPDFText_GetTextObject, pointer, pointer, whole)
        self._box = _plain(pdfium.FPDFText_GetLooseCharBox, whole, pointer, whole, pointer)
        self._font = _plain(pdfium.FPDFTextObj_GetFont, pointer, pointer)
        self._matrix = _plain(pdfium.FPDFText_GetMatrix, whole, pointer, whole, pointer)
        self._size = _plain(pdfium.FPDFText_GetFontSize, ctypes.c_double, pointer, whole)
        self._mark = _plain(pdfium.FPDFPageObj_GetMarkedContentID, whole, pointer)
        self._mode = _plain(pdfium.FPDFTextObj_GetTextRenderMode, whole, pointer)
        self._paint = _plain(pdfium.FPDFPageObj_GetFillColor, whole, pointer, pointer, pointer, pointer, pointer)
        self._marks = _plain(pdfium.FPDFPageObj_CountMarks, whole, pointer)
        self._colour = (ctypes.c_uint * 4)()
        self._colours = [ctypes.addressof(self._colour) + 4 * at for at in range(4)]
        self._matrix_held = (ctypes.c_float * 6)()
        self._matrix_at = ctypes.addressof(self._matrix_held)
        self._faint: set[int] = set()
        self._turned: Counter[int] = Counter()
        self._misread = False
        self._said = ""
        self._rooms = 0
        self._boxes = ctypes.create_string_buffer(0)

    def read(self, page: Any, frame: Frame) -> list[Word]:
        """The words of a loaded page that can be seen, in the order of its content.

        Where most of them run upwards, downwards or upside down, as in a broad table on an upright page, `frame` is turned.
        """
        words = self._read(page, frame)
        if self._misread:
            replaced, faint, turned = self._said, self._faint, self._turned
            distrust(self._raw, page)
            drawn = self._read(page, frame)
            if same_figures(replaced, self._said):
                self._faint, self._turned = faint, turned
            else:
                words = drawn
        turns, count = max(self._turned.items(), key=lambda item: item[1], default=(0, 0))
        if count >= _MANY and count > 2 * len(words):
            frame.turns = (frame.turns + turns) % 4
            words = self._read(page, frame)
        if self._faint:
            grounds = [frame.seen(*box) for box in grounds_of(self._raw, page)]
            words = [word for word in words if word.order not in self._faint or _stands_on(word, grounds)]
        return words

    def _read(self, page: Any, frame: Frame) -> list[Word]:
        self._faint, self._turned, self._misread = set(), Counter(), False
        handle = self._raw.FPDFText_LoadPage(page)
        if not handle:
            return []
        try:
            return self._words(handle, frame)
        finally:
            self._raw.FPDFText_ClosePage(handle)

    def _words(self, handle: Any, frame: Frame) -> list[Word]:
        text, places = self._text(handle)
        self._said = text
        found = [(match.group(), match.start(), match.end() - 1) for match in _WORD.finditer(text)]
        if not found:
            return []
        address = ctypes.cast(handle, ctypes.c_void_p).value
        self._reserve(2 * len(found))
        box, spot = self._box, ctypes.addressof(self._boxes)
        for _, first, last in found:
            box(address, places[first] if places else first, spot)
            box(address, places[last] if places else last, spot + 16)
            spot += 32
        rects = struct.iter_unpack("8f", self._boxes.raw[: 32 * len(found)])
        looks: dict[int, _Look] = {}
        fonts: dict[int, bool] = {}
        words: list[Word] = []
        left, above, turns, add = frame.left, frame.top, frame.turns, words.append
        item, odd, order = self._object, bool(_ODD.search(text)), -1
        for (word, first, last), rect in zip(found, rects, strict=True):
            order += 1
            middle = (first + last) // 2
            key = item(address, places[middle] if places else middle) or 0
            look = looks.get(key)
            if look is None:
                look = looks[key] = self._look(address, key, places[middle] if places else middle, frame, fonts)
            size, bold, mark, base, turned, faint = look
            if turned:
                self._turned[turned] += 1
                continue
            if size < _TINY:
                continue
            if faint:
                self._faint.add(order)
            if odd and not (word := word.translate(_CLEAN)):
                continue
            if turns or not rect[3] - 1 < above - base < rect[1] or not 0.5 * size < rect[1] - rect[3] < 2 * size:
                x0, y0, x1, y1 = frame.seen(min(rect[0], rect[4]), min(rect[3], rect[7]), max(rect[2], rect[6]), max(rect[1], rect[5]))
                if 0.5 * size < y1 - y0 < 2 * size and y0 < base < y1 + 1:
                    y0, y1 = base - ASCENT * size, base + DESCENT * size
                add(Word(word, x0, y0, x1, y1, size, bold, order, mark))
                continue
            whole = Word(word, rect[0] - left, base - ASCENT * size, rect[6] - left, base + DESCENT * size, size, bold, order, mark)
            if word[-1].isdigit() and 0 < rect[5] - rect[7] < 0.8 * (rect[1] - rect[3]) and rect[7] > rect[3] and not word[0].isdigit():
                words += self._raised(handle, frame, last, places, whole)
            else:
                add(whole)
        return words

    def _raised(self, handle: Any, frame: Frame, last: int, places: list[int] | None, whole: Word) -> list[Word]:
        """A word and the small raised number at its end, as the marks of notes are, as two words. `last` is its last character."""
        word = whole.text
        digits = len(word) - len(word.rstrip("0123456789"))
        box, start = self._raw.FS_RECTF(), last - digits + 1
        self._raw.FPDFText_GetLooseCharBox(handle, places[start] if places else start, ctypes.byref(box))
        x0, top, _, bottom = frame.seen(box.left, box.bottom, box.right, box.top)
        note = Word(word[-digits:], x0, top, whole.x1, bottom, bottom - top, whole.bold, whole.order, whole.mark)
        whole.text, whole.x1 = word[:-digits], x0
        return [whole, note]

    def _text(self, handle: Any) -> tuple[str, list[int] | None]:
        """A page's characters, and the number that pdfium gives each where it differs from its place."""
        count = self._raw.FPDFText_CountChars(handle)
        if count <= 0:
            return "", None
        buffer = (ctypes.c_ushort * (2 * count + 2))()
        written = self._raw.FPDFText_GetText(handle, 0, count, buffer)
        text = bytes(buffer)[: 2 * max(written - 1, 0)].decode("utf-16-le", "replace")
        if len(text) == count:
            return text, None
        codes = [self._raw.FPDFText_GetUnicode(handle, place) for place in range(count)]
        held = [(chr(code), place) for place, code in enumerate(codes) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000]
        return "".join(ch for ch, _ in held), [place for _, place in held]

    def _look(self, address: int | None, key: int, place: int, frame: Frame, fonts: dict[int, bool]) -> _Look:
        """Of a character's text object: size, boldness, marked content, base line, turns that put it upright (-1: none), faintness."""
        size, base = float(self._size(address, place)), math.inf
        turned = 0
        if self._matrix(address, place, self._matrix_at):
            a, b, c, d, e, f = matrix = tuple(self._matrix_held)
            size *= math.hypot(c, d) or 1.0
            base = frame.seen(e, f, e, f)[1]
            for _ in range(frame.turns):
                a, b = b, -a
            length = math.hypot(a, b)
            if length > 0 and (abs(b) > _TURNED * length or a < 0):
                turned = _turns(a / length, b / length) if matrix[0] * d - matrix[1] * c > 0 else -1
        if not key:
            return size, False, -1, base, turned, False
        font = self._font(key) or 0
        if font not in fonts:
            fonts[font] = self._is_bold(font)
        if self._marks(key) and is_misleading(self._raw, key):
            self._misread = True
        mode = self._mode(key)
        return size, fonts[font] or mode == _FILL_AND_STROKE, self._mark(key), base, turned, self._is_faint(key, mode)

    def _is_faint(self, key: int, mode: int) -> bool:
        """Whether a text object cannot be seen on white paper: drawn in no colour, or filled white or clear."""
        if mode in _UNDRAWN:
            return True
        if mode in _STROKED or not self._paint(key, *self._colours):
            return False
        red, green, blue, alpha = self._colour
        return alpha < _CLEAR or (red >= _WHITE and green >= _WHITE and blue >= _WHITE)

    def _is_bold(self, font: int) -> bool:
        if not font:
            return False
        handle = ctypes.cast(font, self._raw.FPDF_FONT)
        length = self._raw.FPDFFont_GetBaseFontName(handle, None, 0)
        name = ctypes.create_string_buffer(max(length, 1))
        self._raw.FPDFFont_GetBaseFontName(handle, name, length)
        if _BOLD_NAME.search(name.value.decode("utf-8", "replace")):
            return True
        return bool(self._raw.FPDFFont_GetWeight(handle) >= _BOLD_WEIGHT or self._raw.FPDFFont_GetFlags(handle) & _FORCE_BOLD)

    def _reserve(self, rooms: int) -> None:
        if rooms > self._rooms:
            self._rooms = max(rooms, 4000)
            self._boxes = ctypes.create_string_buffer(16 * self._rooms)
        else:
            ctypes.memset(self._boxes, 0, 16 * rooms)


def _turns(across: float, up: float) -> int:
    """By how many quarters a text must be turned clockwise to be read; -1 for one that runs aslant."""
    if abs(across) < _TURNED:
        return 1 if up > 0 else 3
    return 2 if across < 0 and abs(up) < _TURNED else -1


def _stands_on(word: Word, grounds: list[tuple[float, float, float, float]]) -> bool:
    """Whether the middle of a word lies on one of some areas."""
    x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
    return any(x0 <= x <= x1 and top <= y <= bottom for x0, top, x1, bottom in grounds)


def _plain(function: Any, result: Any, *arguments: Any) -> Any:
    """A function of pdfium with plain numbers for pointers: binding structures to each call would cost more than the call."""
    return ctypes.CFUNCTYPE(result, *arguments)(ctypes.cast(function, ctypes.c_void_p).value or 0)
