"""Words into lines, and lines into pieces: words that stand together, parted from the next by more than a blank."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

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
    top = bottom = 0.0
    for word in sorted(words, key=lambda w: w.top + w.bottom):
        middle = (word.top + word.bottom) / 2
        if rows and (top < middle < bottom) and _overlap(word, top, bottom):
            rows[-1].append(word)
            if word.bottom - word.top > bottom - top:
                top, bottom = word.top, word.bottom
        else:
            rows.append([word])
            top, bottom = word.top, word.bottom
    return [_line(row, gap) for row in rows]


def _overlap(word: Word, top: float, bottom: float) -> bool:
    shared = min(word.bottom, bottom) - max(word.top, top)
    return shared >= 0.5 * min(word.bottom - word.top, bottom - top)


def _line(words: list[Word], gap: float) -> TextLine:
    words.sort(key=lambda w: w.x0)
    size = max(word.size for word in words)
    feet = sorted(word.bottom for word in words)
    line = TextLine(words, min(w.top for w in words), feet[-1], size, feet[len(feet) // 2])
    line.pieces = pieces_of(words, gap)
    return line


def pieces_of(words: Sequence[Word], gap: float) -> list[Piece]:
    """The pieces of a line's words, given from left to right."""
    pieces: list[Piece] = []
    for word in words:
        if pieces and word.x0 - pieces[-1].x1 <= gap * max(word.size, 4.0):
            piece = pieces[-1]
            piece.words.append(word)
            piece.x1 = max(piece.x1, word.x1)
        else:
            pieces.append(Piece([word], word.x0, word.x1))
    return pieces


def pitch_of(lines: Sequence[TextLine]) -> float:
    """The usual distance from line to line: the smaller ones count, since paragraphs and rows are set apart."""
    steps = sorted(b.foot - a.foot for a, b in itertools.pairwise(lines) if b.foot - a.foot > 2.0)
    if not steps:
        return 1.3 * max((line.size for line in lines), default=10.0)
    return steps[len(steps) // 4]


def wideness(words: Sequence[Word]) -> float:
    """How much wider than usual the blanks between words are, in the order of the text: 1 for usual ones, 3 at most."""
    blanks = []
    for before, word in itertools.pairwise(words):
        blank = word.x0 - before.x1
        if 0 < blank < 2 * word.size and abs(word.bottom - before.bottom) < 0.5 * word.size:
            blanks.append(blank / max(word.size, 1.0))
    if len(blanks) < 20:
        return 1.0
    return min(max(sorted(blanks)[len(blanks) // 2] / 0.3, 1.0), 3.0)
