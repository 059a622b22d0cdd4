"""How wide text is, and from that how wide the columns of a table are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Final

from sladocs.model.document import Table, words
from sladocs.render.grid import figure_columns

USUAL: Final = "Liberation Sans"
"""The family by which widths are told where none is named; as wide as Arial and Helvetica."""
_ADVANCES: Final = {
    USUAL: (
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556, 556,
        556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778,
        722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222,
        500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
    ),
    "Carlito": (
        226, 326, 401, 498, 507, 715, 682, 221, 303, 303, 498, 498, 250, 306, 252, 386, 507, 507, 507, 507, 507, 507, 507, 507, 507,
        507, 268, 268, 498, 498, 498, 463, 894, 579, 544, 533, 615, 488, 459, 631, 623, 252, 319, 520, 420, 855, 646, 662, 517, 673,
        543, 459, 487, 642, 567, 890, 519, 487, 468, 307, 386, 307, 498, 498, 291, 479, 525, 423, 525, 498, 305, 471, 525, 229, 239,
        455, 229, 799, 525, 527, 525, 525, 349, 391, 335, 525, 452, 715, 433, 453, 395, 314, 460, 314, 498,
    ),
    "Caladea": (
        220, 286, 393, 619, 506, 890, 687, 237, 382, 382, 427, 554, 205, 329, 206, 490, 517, 362, 472, 461, 492, 475, 470, 470, 485,
        478, 264, 264, 554, 554, 554, 422, 885, 599, 579, 519, 625, 540, 509, 539, 696, 343, 304, 630, 501, 888, 693, 599, 533, 599,
        613, 453, 557, 687, 598, 889, 571, 557, 507, 350, 490, 350, 554, 371, 151, 470, 520, 421, 520, 441, 313, 459, 554, 277, 255,
        525, 271, 813, 558, 480, 520, 501, 396, 392, 325, 546, 470, 720, 483, 482, 428, 387, 316, 387, 712,
    ),
}  # fmt: skip
"""Advance widths of our families in thousandths of the size, U+0020 to U+007E."""


class _Widths(dict[str, int]):
    """The width of each character: beyond ASCII that of an average letter, in wide scripts a full square, of signs without a width 0."""

    def __init__(self, advances: Sequence[int]) -> None:
        super().__init__(zip(map(chr, range(0x20, 0x7F)), advances, strict=True))
        self["\u00a0"] = advances[0]

    def __missing__(self, character: str) -> int:
        return 1000 if character > "\u2e7f" else 0 if character < " " else 580


_WIDTHS: Final = {family: _Widths(advances) for family, advances in _ADVANCES.items()}
_BREAK: Final = re.compile(r"(?<!\d) |(?<=\d) (?!%)|[\t\n]")
"""Blanks at which a line may break: not between a figure and its sign."""
_LONG: Final = 28
_JOINT: Final = re.compile(r"(?<=[@/_.-])")
"""Where a word of more than `_LONG` characters, such as an address for e-mail, may be broken."""
SHORT: Final = 2350
"""Twips of a line in text of 9 points that should stand unbroken: "within 10 business days"."""
PADDING: Final = 220
"""Twips that a cell's margins and rounding take from its width."""
WHOLE: Final = 10
"""Tenths of lines of a text that is not broken."""
FEW_LINES: Final = 22
"""Tenths of lines that a text may take where that keeps the lines of other columns whole."""
NO_ROOM: Final = 1 << 30
FIGURE_GAP: Final = 120
"""Twips more between figures, which end at the right, and the column behind them."""


def text_width(text: str, half_points: int, *, bold: bool = False, family: str = USUAL) -> int:
    """The width of a line of text in twips, in one of our families."""
    return _units(text, family) * half_points * (110 if bold else 100) // 10_000


@lru_cache(maxsize=1 << 16)
def _units(text: str, family: str) -> int:
    """The width of a text in thousandths of its size. Words come again and again."""
    return sum(map(_WIDTHS[family].__getitem__, text))


def column_widths(table: Table, available: int, half_points: int) -> tuple[list[int], bool]:
    """The width of each column in twips, `available` together, and whether no word has to be broken (see `Columns.widths`)."""
    return Columns(table).widths(available, half_points)


def easy_widths(table: Table, available: int, half_points: int) -> list[int] | None:
    """Widths that keep all short lines unbroken (see `Columns.easy`)."""
    return Columns(table).easy(available, half_points)


@dataclass
class _Column:
    """What a column needs: room beside its text in twips, and the widths of its longest pieces in hundred-thousandths of the size."""

    beside: int
    word: int = 0
    part: int = 0
    """The longest piece where long words are broken at their joints."""
    line: int = 0
    line_two: int = 0
    """The longest line where headers take two."""
    line_below: int = 0
    """The longest line below the headers, which may take several."""


class Columns:
    """The columns of a table, measured once, so that widths can be tried for several sizes and pages."""

    def __init__(self, table: Table, family: str = USUAL, padding: int = PADDING) -> None:
        grid = table.grid()
        self.figures = figure_columns(table)
        self._family = family
        self._columns = [_Column(padding + (FIGURE_GAP if c in self.figures else 0)) for c in range(len(grid[0]) if grid else 0)]
        for r, row in enumerate(grid):
            factor = 110 if r < table.headers else 100
            for cell, column in zip(row, self._columns, strict=True):
                for content in cell.lines if cell is not None and cell.columns == 1 else ():
                    self._measure(words(content), column, factor)

    def _measure(self, text: str, column: _Column, factor: int) -> None:
        whole = _units(text, self._family) * factor
        pieces = _BREAK.split(text)
        column.line = max(column.line, whole)
        column.line_two = max(column.line_two, whole if factor == 100 else self._in_two(pieces) * factor)
        if factor == 100:
            column.line_below = max(column.line_below, whole)
        for word in pieces:
            column.word = max(column.word, _units(word, self._family) * factor)
            for part in _JOINT.split(word) if len(word) > _LONG else (word,):
                column.part = max(column.part, _units(part, self._family) * factor)

    def _in_two(self, pieces: Sequence[str]) -> int:
        """The width at which words take two lines."""
        splits = ((" ".join(pieces[:at]), " ".join(pieces[at:])) for at in range(len(pieces)))
        return min(max(_units(first, self._family), _units(second, self._family)) for first, second in splits)

    def widths(self, available: int, half_points: int) -> tuple[list[int], bool]:
        """The width of each column in twips, `available` together, and whether no word has to be broken.

        Each column gets its longest word. As many columns of short lines as there is room for keep these whole; the others share the rest
        so that their texts take equally many lines.
        """
        least, natural = self._needs("word", half_points), self._needs("line", half_points)
        if not least:
            return [], True
        if sum(least) > available:
            least = self._needs("part", half_points)
        if sum(least) > available:
            return _scaled(least, available), False
        if easy := self.easy(available, half_points):
            return easy, True
        widths, _ = self._shared(least, natural, available, half_points)
        left = available - sum(widths)
        return _scaled([w + left * n // sum(natural) for w, n in zip(widths, natural, strict=True)], available), True

    def reads_easier(self, available: int, smaller: int, usual: int) -> bool:
        """Whether lines that have to be broken in letters of the usual size stand unbroken in smaller ones, or take fewer lines."""
        few, many = self._crowded(available, smaller), self._crowded(available, usual)
        return (many > WHOLE and few == WHOLE) or (many >= 2 * WHOLE and many - few >= WHOLE // 2)

    def _crowded(self, available: int, half_points: int) -> int:
        """How many tenths of lines the longest texts take; `WHOLE` where all short lines stay whole."""
        least = self._needs("word", half_points)
        if not least or self.easy(available, half_points):
            return WHOLE
        return self._shared(least, self._needs("line", half_points), available, half_points)[1]

    def _shared(self, least: Sequence[int], natural: Sequence[int], available: int, half_points: int) -> tuple[list[int], int]:
        """Widths that keep as many columns whole as there is room for, and the tenths of lines that the other texts take."""
        short = SHORT * half_points // 18
        order = sorted(
            range(len(least)), key=lambda c: 0 if c == 0 and natural[c] < short else natural[c] - least[c]
        )  # what rows are called
        return min((self._kept_whole(order[:whole], least, natural, available) for whole in range(len(order), -1, -1)), key=_by_lines)

    def _kept_whole(self, kept: Sequence[int], least: Sequence[int], natural: Sequence[int], available: int) -> tuple[list[int], int]:
        """Widths that keep the lines of some columns whole, and how many tenths of lines the texts of the others take then."""
        base = [natural[c] if c in kept else word for c, word in enumerate(least)]
        if sum(base) > available:
            return base, NO_ROOM
        tenths = WHOLE
        while sum(widths := self._in_lines(base, natural, tenths)) > available:
            tenths += 1 + tenths // 20
        return widths, tenths

    def _in_lines(self, least: Sequence[int], natural: Sequence[int], tenths: int) -> list[int]:
        """Widths at which no text takes more lines than so many tenths, as far as its words allow."""
        needs = zip(self._columns, least, natural, strict=True)
        return [max(word, column.beside + (line - column.beside) * WHOLE // tenths) for column, word, line in needs]

    def easy(self, available: int, half_points: int) -> list[int] | None:
        """Widths that keep all short lines unbroken and share the rest among the columns of longer lines; None where there is no room.

        Headers take two lines where they must, and more where that is not enough.
        """
        least = self._needs("word", half_points)
        for line in ("line", "line_two", "line_below"):
            if least and (widths := _easy(least, self._needs(line, half_points), available, SHORT * half_points // 18)):
                return widths
        return None

    def _needs(self, piece: str, half_points: int) -> list[int]:
        """What each column needs for its longest pieces of a kind, in twips."""
        return [column.beside + max(200, getattr(column, piece) * half_points // 10_000) for column in self._columns]


def _by_lines(tried: tuple[list[int], int]) -> int:
    """The order of what was tried: whatever takes few lines is equal, so that the first of these is taken, which keeps most lines whole."""
    return max(tried[1], FEW_LINES)


def _easy(least: Sequence[int], natural: Sequence[int], available: int, short: int) -> list[int] | None:
    wanted = [max(word, min(line, short)) for word, line in zip(least, natural, strict=True)]
    left = available - sum(wanted)
    if left < 0:
        return None
    long = sorted((c for c in range(len(wanted)) if natural[c] > wanted[c]), key=lambda c: natural[c] - wanted[c])
    while long:
        shares = [natural[c] ** 0.5 for c in long]
        column = long.pop(0)
        given = min(natural[column] - wanted[column], int(left * shares[0] / sum(shares)))
        wanted[column] += given
        left -= given
    return _scaled([w + left * n // sum(natural) for w, n in zip(wanted, natural, strict=True)], available)


def _scaled(widths: Sequence[int], total: int) -> list[int]:
    """Widths in the same proportion whose sum is `total` exactly."""
    whole = sum(widths)
    edges = [0]
    for width in widths:
        edges.append(edges[-1] + width)
    places = [edge * total // whole for edge in edges]
    return [end - start for start, end in pairwise(places)]
