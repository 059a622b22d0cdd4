"""The words of a page from pdfium's text page: few calls a word, since each costs about as much as the word itself."""

from __future__ import annotations

import ctypes
import itertools
import math
import re
import struct
from collections import Counter, deque
from collections.abc import Iterator, Sequence
from typing import Any, Final

from sladocs.read.pdf.calls import called
from sladocs.read.pdf.frame import Frame
from sladocs.read.pdf.hidden import distrust, grounds_of, is_misleading, same_figures
from sladocs.read.pdf.page import Word

_WORD: Final = re.compile("[^\\s\x02\ufffe]+[\x02\ufffe]?|[\x02\ufffe]")
"""pdfium leaves out the line's end behind a hyphen, so that the hyphen is where a word ends."""
_PLAIN_WORD: Final = re.compile(r"\S+")
"""The same where no such hyphen stands on the page, found twice as fast."""
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

_BOX: Final = 16
"""Bytes of a box: four numbers."""
_ROOM: Final = 4000

_Look = tuple[float, bool, int, float, int, bool, float, float]
"""Of a text object: size, boldness, marked content, base line, turns that put it upright (-1: none), faintness, top and bottom of words."""


class Texts:
    """Reads the words of pages. Holds the buffers and the functions that are called for each word."""

    def __init__(self) -> None:
        import pypdfium2.raw as pdfium

        self._raw = pdfium
        self._object = called("FPDFText_GetTextObject", ctypes.c_void_p)
        self._box = called("FPDFText_GetLooseCharBox")
        self._font = called("FPDFTextObj_GetFont", ctypes.c_void_p)
        self._matrix = called("FPDFText_GetMatrix")
        self._size = called("FPDFText_GetFontSize", ctypes.c_double)
        self._mark = called("FPDFPageObj_GetMarkedContentID")
        self._mode = called("FPDFTextObj_GetTextRenderMode")
        self._paint = called("FPDFPageObj_GetFillColor")
        self._marks = called("FPDFPageObj_CountMarks")
        self._colour = (ctypes.c_uint * 4)()
        self._colours = [ctypes.byref(self._colour, 4 * at) for at in range(4)]
        self._matrix_held = (ctypes.c_float * 6)()
        self._matrix_at = ctypes.byref(self._matrix_held)
        self._faint: set[int] = set()
        self._turned: Counter[int] = Counter()
        self._misread = False
        self._said = ""
        self._boxes = ctypes.create_string_buffer(0)
        self._spots: list[Any] = []

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
        odd = bool(_ODD.search(text))
        spans = [match.span() for match in (_WORD if odd else _PLAIN_WORD).finditer(text)]
        if not spans:
            return []
        at_page = ctypes.byref(handle.contents)
        middles = [(start + end - 1) // 2 for start, end in spans]
        if places:
            middles = [places[at] for at in middles]
        keys = map(self._object, itertools.repeat(at_page), middles)
        looks: dict[int, _Look] = {}
        fonts: dict[int, bool] = {}
        words: list[Word] = []
        left, above, turns, add = frame.left, frame.top, frame.turns, words.append
        order, known = -1, looks.get
        for (start, end), middle, key, rect in zip(spans, middles, keys, self._rects(at_page, spans, places), strict=True):
            order += 1
            word = text[start:end]
            look = known(key)
            if look is None:
                look = looks[key] = self._look(at_page, key or 0, middle, frame, fonts)
            size, bold, mark, base, turned, faint, top, bottom = look
            if turned:
                self._turned[turned] += 1
                continue
            if size < _TINY:
                continue
            if faint:
                self._faint.add(order)
            if odd and not (word := word.translate(_CLEAN)):
                continue
            x0, high, right, low, begin, end_high, x1, end_low = rect
            if turns or not low - 1 < above - base < high or not 0.5 * size < high - low < 2 * size:
                x0, top, x1, bottom = frame.seen(min(x0, begin), min(low, end_low), max(right, x1), max(high, end_high))
                if 0.5 * size < bottom - top < 2 * size and top < base < bottom + 1:
                    top, bottom = look[-2:]
                add(Word(word, x0, top, x1, bottom, size, bold, order, mark))
                continue
            whole = Word(word, x0 - left, top, x1 - left, bottom, size, bold, order, mark)
            if end_low > low and 0 < end_high - end_low < 0.8 * (high - low) and word[-1].isdigit() and not word[0].isdigit():
                words += self._raised(handle, frame, end - 1, places, whole)
            else:
                add(whole)
        return words

    def _rects(
        self, at_page: Any, spans: Sequence[tuple[int, int]], places: Sequence[int] | None
    ) -> Iterator[tuple[float, float, float, float, float, float, float, float]]:
        """The boxes of the first and the last character of each word: left, top, right, bottom of both."""
        ends = [place for start, end in spans for place in (start, end - 1)]
        if places:
            ends = [places[at] for at in ends]
        self._reserve(len(ends))
        deque(map(self._box, itertools.repeat(at_page), ends, self._spots), 0)
        return struct.iter_unpack("8f", memoryview(self._boxes)[: _BOX * len(ends)])

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

    def _look(self, at_page: Any, key: int, place: int, frame: Frame, fonts: dict[int, bool]) -> _Look:
        """How the text object of a character looks."""
        size, base = self._size(at_page, place), math.inf
        turned = 0
        if self._matrix(at_page, place, self._matrix_at):
            a, b, c, d, e, f = self._matrix_held
            if b == c == 0.0 < min(a, d) and not frame.turns:
                size, base = size * d, frame.top - f
            else:
                size *= math.hypot(c, d) or 1.0
                base = frame.seen(e, f, e, f)[1]
                turned = _turned(a, b, c, d, frame.turns)
        top, bottom = base - ASCENT * size, base + DESCENT * size
        if not key:
            return size, False, -1, base, turned, False, top, bottom
        item = ctypes.c_void_p(key)
        font = self._font(item) or 0
        if font not in fonts:
            fonts[font] = self._is_bold(font)
        marked = self._marks(item) > 0
        if marked and is_misleading(self._raw, key):
            self._misread = True
        mode = self._mode(item)
        bold, mark = fonts[font] or mode == _FILL_AND_STROKE, self._mark(item) if marked else -1
        return size, bold, mark, base, turned, self._is_faint(item, mode), top, bottom

    def _is_faint(self, item: Any, mode: int) -> bool:
        """Whether a text object cannot be seen on white paper: drawn in no colour, or filled white or clear."""
        if mode in _UNDRAWN:
            return True
        if mode in _STROKED or not self._paint(item, *self._colours):
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

    def _reserve(self, count: int) -> None:
        """Room for so many boxes, all zero: one that pdfium does not know stays so."""
        if count > len(self._spots):
            self._boxes = ctypes.create_string_buffer(_BOX * max(count, _ROOM))
            self._spots = [ctypes.byref(self._boxes, at) for at in range(0, len(self._boxes), _BOX)]
        else:
            ctypes.memset(self._boxes, 0, _BOX * count)


def _turned(a: float, b: float, c: float, d: float, turns: int) -> int:
    """By how many quarters letters of a matrix must be turned on a page that is shown turned: 0 where they run across, -1 if aslant."""
    upright = a * d - b * c > 0
    for _ in range(turns):
        a, b = b, -a
    length = math.hypot(a, b)
    if length > 0 and (abs(b) > _TURNED * length or a < 0):
        return _turns(a / length, b / length) if upright else -1
    return 0


def _turns(across: float, up: float) -> int:
    """By how many quarters a text must be turned clockwise to be read; -1 for one that runs aslant."""
    if abs(across) < _TURNED:
        return 1 if up > 0 else 3
    return 2 if across < 0 and abs(up) < _TURNED else -1


def _stands_on(word: Word, grounds: list[tuple[float, float, float, float]]) -> bool:
    """Whether the middle of a word lies on one of some areas."""
    x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
    return any(x0 <= x <= x1 and top <= y <= bottom for x0, top, x1, bottom in grounds)
