"""Words into lines, and lines into pieces: words that stand together, parted from the next by more than a blank."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from operator import attrgetter

from sladocs.read.pdf.page import Word


@dataclass(slots=True)
class Piece:
    """Words of one line with nothing but blanks between them."""

    words: list[Word]
    x0: float
    x1: float

    @property
    def text(self) -> str:
        """The words, parted by blanks."""
        return " ".join(word.text for word in self.words)


@dataclass(slots=True)
class TextLine:
    """A line of words from left to right, over the whole width looked at. `foot` is about its base line."""

    words: list[Word]
    top: float
    bottom: float
    size: float
    foot: float
    pieces: list[Piece] = field(default_factory=list)

    @property
    def x0(self) -> float:
        """The left end."""
        return self.words[0].x0

    @property
    def x1(self) -> float:
        """The right end."""
        return max(word.x1 for word in self.words)


def lines_of(words: Iterable[Word], *, gap: float = 1.0) -> list[TextLine]:
    """The lines that words stand in, from top to bottom; pieces are parted by more than `gap` times the size of the letters."""
    rows: list[list[Word]] = []
    row: list[Word] = []
    top = bottom = 0.0
    for word in sorted(words, key=_height):
        upper, lower = word.top, word.bottom
        if row and top < (upper + lower) / 2 < bottom:  # then they share half their height
            row.append(word)
            if lower - upper > bottom - top:
                top, bottom = upper, lower
        else:
            row = [word]
            rows.append(row)
            top, bottom = upper, lower
    return [_line(row, gap) for row in rows]


def _height(word: Word) -> float:
    return word.top + word.bottom


def _line(words: list[Word], gap: float) -> TextLine:
    words.sort(key=_LEFT)
    feet = sorted([word.bottom for word in words])
    size = max([word.size for word in words])
    line = TextLine(words, min([word.top for word in words]), feet[-1], size, feet[len(feet) // 2])
    line.pieces = pieces_of(words, gap)
    return line


_LEFT = attrgetter("x0")


def pieces_of(words: Sequence[Word], gap: float) -> list[Piece]:
    """The pieces of a line's words, given from left to right."""
    pieces: list[Piece] = []
    piece: Piece | None = None
    for word in words:
        if piece is not None and word.x0 - piece.x1 <= gap * word.size:
            piece.words.append(word)
            if word.x1 > piece.x1:  # noqa: PLR1730 - a call for each word costs
                piece.x1 = word.x1
        else:
            piece = Piece([word], word.x0, word.x1)
            pieces.append(piece)
    return pieces


def is_typed_rule(line: TextLine) -> bool:
    """Whether a line is nothing but dashes, which rule a table on a typewriter."""
    return line.words[0].text[0] in _DASHES and len(text := "".join(word.text for word in line.words)) > 4 and not text.strip(_DASHES)


_DASHES = "-_=\u2014\u2013"


def pitch_of(lines: Sequence[TextLine]) -> float:
    """The usual distance from line to line: the smaller ones count, since paragraphs and rows are set apart."""
    steps = sorted(b.foot - a.foot for a, b in itertools.pairwise(lines) if b.foot - a.foot > 2.0)
    if not steps:
        return 1.3 * max((line.size for line in lines), default=10.0)
    return steps[len(steps) // 4]


def may_part(words: Sequence[Word], gap: float) -> bool:
    """Whether two lines or more may have several pieces, judged in the order of the text without building lines.

    Within a line a piece is parted by more than `gap`; a line may also be come back to after others, as cells written by columns do.
    """
    parted = 0
    feet: set[int] = set()
    reach = foot = -1.0
    for word in words:
        size, bottom = word.size, word.bottom
        if -0.4 * size < bottom - foot < 0.4 * size:
            if not -size < word.x0 - reach <= gap * size:
                parted += 1
        else:
            place = int(bottom / 3)
            if place in feet or place - 1 in feet or place + 1 in feet:
                parted += 1
            feet.add(place)
        if parted > 1:
            return True
        reach, foot = word.x1, bottom
    return False


_SAMPLE = 250
"""Words that tell how wide the blanks of a page are."""


def wideness(words: Sequence[Word], *, least: int = 20, widest: float = 2.0) -> float:
    """How much wider than usual the blanks between words are, in the order of the text: 1 for usual ones, 3 at most.

    Fewer than `least` blanks tell nothing; whites of `widest` sizes of the letters are no blanks.
    """
    blanks = []
    for before, word in itertools.pairwise(words[:_SAMPLE]):
        blank = word.x0 - before.x1
        if 0 < blank < widest * word.size and abs(word.bottom - before.bottom) < 0.5 * word.size:
            blanks.append(blank / max(word.size, 1.0))
    if len(blanks) < least:
        return 1.0
    return min(max(sorted(blanks)[len(blanks) // 2] / 0.3, 1.0), 3.0)
