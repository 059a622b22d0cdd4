"""Columns that nothing but white space parts: stretches that no line of the table covers."""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sladocs.model.labels import is_bullet
from sladocs.read.pdf.tables.lines import Piece, TextLine


@dataclass(slots=True)
class Gap:
    """A stretch without words between two columns; one of no width is a drawn edge."""

    x0: float
    x1: float

    @property
    def middle(self) -> float:
        """Where the columns are parted."""
        return (self.x0 + self.x1) / 2


_WIDTHS: Final = (9.9, 1.6, 1.0, 0.8, 0.65, 0.55)
"""The least width of a gap, in sizes of the letters, by the number of lines with words on both sides: a few lines may agree by chance."""
_LEAST: Final = 0.45
_ALIGNED: Final = 0.6
"""The least width of a gap before a column that begins at one place."""
_TALLEST_HEAD: Final = 4
"""Lines of a header at most."""
_SIGNS: Final = frozenset("$€£%")


def gaps_of(lines: Sequence[TextLine], *, head: int = 0, ys: Sequence[float] = (), wide: float = 1.0) -> list[Gap]:
    """The gaps between columns of lines.

    Lines that belong to no column may lie across a gap: those of a header, and single pieces, up to a quarter of all. `head` is the number
    of lines that are known to be the header's: its words name the columns. `wide` says how much wider than usual blanks are.
    `ys` are drawn edges between rows: cells of one row may stand on different lines.
    """
    if not lines:
        return []
    size = sorted(line.size for line in lines)[len(lines) // 2] * wide
    free = [k for k, line in enumerate(lines) if len(line.pieces) == 1 or (k < (head or 2) and len(lines) > max(3, head))]
    free.sort(key=lambda k: -len(lines[k].pieces))
    kept: list[Gap] = []
    named = [lines[k] for k in free if k < (head or 2)]
    others = [line for k, line in enumerate(lines) if k not in free or k >= (head or 2)]
    reach = (min(line.x0 for line in others), max(line.x1 for line in others)) if others else (float("-inf"), float("inf"))
    for stretch in _with_named(_stretches(lines, frozenset(free)), named, reach):
        gap, across = stretch, [k for k in free if any(w.x0 < stretch.x1 - 0.5 and w.x1 > stretch.x0 + 0.5 for w in lines[k].words)]
        if across:
            gap, across = _narrowed(gap, lines, across)
        if len(across) <= max(1, head - 1, len(lines) // 4) and gap.x1 - gap.x0 > _LEAST * size:
            kept.append(gap)
    head = head or _bold_lines(lines)
    kept = _supported(kept, lines, size, head, ys)
    kept = sorted([*kept, *_begun(lines, kept)], key=lambda gap: gap.x0)
    return _without_signs(_without_lonely(kept, lines, head), lines)


def _supported(gaps: list[Gap], lines: Sequence[TextLine], size: float, head: int, ys: Sequence[float]) -> list[Gap]:
    """The gaps that are wide enough for the number of lines with words in the columns on both sides; the narrowest unfit one goes first."""
    kept = list(gaps)
    while kept:
        ends = [float("-inf"), *(gap.middle for gap in kept), float("inf")]
        filled = [[any(a < (w.x0 + w.x1) / 2 < b for w in line.words) for a, b in itertools.pairwise(ends)] for line in lines]
        unfit = []
        for k, gap in enumerate(kept):
            both = max(sum(row[k] and row[k + 1] for row in filled), sum(row[k] and row[k + 1] for row in _by_rows(filled, lines, ys)))
            least = _WIDTHS[both] if both < len(_WIDTHS) else _LEAST
            named = any(row[k] for row in filled[:head]) and any(row[k + 1] for row in filled[:head])
            if named or (both > 1 and _aligned(lines, ends[k + 1], ends[k + 2])):
                least = min(least, _ALIGNED)
            if gap.x1 - gap.x0 <= least * size:
                unfit.append(gap)
        if not unfit:
            break
        kept.remove(min(unfit, key=lambda gap: gap.x1 - gap.x0))
    return kept


def _by_rows(filled: Sequence[Sequence[bool]], lines: Sequence[TextLine], ys: Sequence[float]) -> list[list[bool]]:
    """Which columns are filled in each row between drawn edges."""
    if len(ys) < 3:
        return []
    rows: dict[int, list[bool]] = {}
    for line, columns in zip(lines, filled, strict=True):
        row = rows.setdefault(bisect_left(ys, line.foot - line.size / 3), [False] * len(columns))
        rows[bisect_left(ys, line.foot - line.size / 3)] = [a or b for a, b in zip(row, columns, strict=True)]
    return list(rows.values())


def _bold_lines(lines: Sequence[TextLine]) -> int:
    """How many lines at the top are bold, where others are not."""
    count = next((k for k, line in enumerate(lines) if not all(word.bold for word in line.words)), 0)
    return count if count <= _TALLEST_HEAD else 0


def _aligned(lines: Sequence[TextLine], left: float, right: float) -> bool:
    """Whether a column begins at one place in all lines; a blank within a text is followed by words anywhere."""
    firsts = [next((w.x0 for w in line.words if left < (w.x0 + w.x1) / 2 < right), None) for line in lines]
    begun = [x for x in firsts if x is not None]
    return len(begun) > 1 and max(begun) - min(begun) < 1.0


def _stretches(lines: Sequence[TextLine], free: frozenset[int]) -> list[Gap]:
    """The stretches that no word covers but those of the lines `free`."""
    words = sorted(((w.x0, w.x1) for k, line in enumerate(lines) if k not in free for w in line.words))
    gaps: list[Gap] = []
    reach = words[0][1] if words else 0.0
    for x0, x1 in words:
        if x0 > reach + 1.0:
            gaps.append(Gap(reach, x0))
        reach = max(reach, x1)
    return gaps


def _with_named(stretches: list[Gap], head: Sequence[TextLine], reach: tuple[float, float]) -> list[Gap]:
    """The stretches, parted where a header names a column without words, and those beside such columns at the ends.

    In a stretch that is a piece between pieces of the columns on both sides; `reach` is the extent of the other lines.
    """
    made: list[Gap] = []
    for k, gap in enumerate(stretches):
        left = stretches[k - 1].x1 if k else float("-inf")
        right = stretches[k + 1].x0 if k + 1 < len(stretches) else float("inf")
        at = gap.x0
        for line in head:
            if not any(left < w.x1 and w.x0 < gap.x0 for w in line.words) or not any(gap.x1 < w.x1 and w.x0 < right for w in line.words):
                continue
            for piece in line.pieces:
                if piece.x0 > at + 0.5 and piece.x1 < gap.x1 - 0.5 and not _crossed(Gap(max(at, _end(line, piece)), piece.x0), head):
                    made.append(Gap(at, piece.x0))
                    at = piece.x1
        made.append(Gap(at, gap.x1))
    return sorted([*made, *_beyond(head, *reach)], key=lambda gap: gap.x0)


def _beyond(head: Sequence[TextLine], left: float, right: float) -> list[Gap]:
    """The gaps between the columns that only a header names, at the left and right of all other words."""
    gaps: list[Gap] = []
    pieces = sorted((piece.x0, piece.x1) for line in head if len(line.pieces) > 1 for piece in line.pieces)
    for x0, x1 in pieces:
        if x0 > right + 0.5:
            gaps.append(Gap(right, x0))
            right = max(right, x1)
    for x0, x1 in reversed(pieces):
        if x1 < left - 0.5:
            gaps.append(Gap(x1, left))
            left = min(left, x0)
    return gaps


def _end(line: TextLine, piece: Piece) -> float:
    """Where the words before a piece end."""
    return max((word.x1 for word in line.words if word.x0 < piece.x0), default=piece.x0)


def _crossed(gap: Gap, lines: Sequence[TextLine]) -> bool:
    """Whether a word lies in a gap or across it."""
    return any(word.x0 < gap.x1 - 0.5 and word.x1 > gap.x0 + 0.5 for line in lines for word in line.words)


def _narrowed(gap: Gap, lines: Sequence[TextLine], across: list[int]) -> tuple[Gap, list[int]]:
    """The gap as far as lines that only reach into it leave it, and the lines that lie across it."""
    x0, x1 = gap.x0, gap.x1
    still: list[int] = []
    for k in across:
        a, b = _cut(lines[k], Gap(x0, x1), gap)
        if b - a < _WIDTHS[-1] * lines[k].size:
            still.append(k)
        else:
            x0, x1 = a, b
    return Gap(x0, x1), still


def _cut(line: TextLine, gap: Gap, whole: Gap) -> tuple[float, float]:
    """The widest white that a line leaves in a gap; none where a piece stands alone in it, or no white is clearly the widest."""
    if any(piece.x0 > whole.x0 + 0.5 and piece.x1 < whole.x1 - 0.5 for piece in line.pieces):
        return gap.x1, gap.x0
    whites: list[Gap] = []
    at = gap.x0
    for word in line.words:
        if word.x1 > at and word.x0 < gap.x1:
            whites.append(Gap(at, max(word.x0, at)))
            at = word.x1
    whites.append(Gap(at, max(gap.x1, at)))
    whites.sort(key=lambda white: white.x0 - white.x1)
    if len(whites) > 1 and whites[0].x1 - whites[0].x0 < 1.3 * (whites[1].x1 - whites[1].x0):
        return gap.x1, gap.x0
    return whites[0].x0, whites[0].x1


def _begun(lines: Sequence[TextLine], gaps: Sequence[Gap]) -> list[Gap]:
    """Narrow gaps before columns that begin at one place: where a piece of a header begins, words of nearly all lines do."""
    found: list[Gap] = []
    for line in lines[:2]:
        for piece in line.pieces[1:]:
            x = piece.x0
            if any(gap.x0 - 2 < x < gap.x1 + 2 for gap in (*gaps, *found)):
                continue
            beyond = [other for other in lines if other.words[-1].x1 > x + 1]
            begun = sum(any(abs(w.x0 - x) < 0.7 for w in other.words) for other in beyond)
            left = [w.x1 for other in lines for w in other.words if w.x0 < x - 0.7]
            if left and max(left) <= x + 0.3 and begun >= max(2, 0.7 * len(beyond)):
                found.append(Gap(min(max(left), x - 0.5), x))
    return found


def _without_lonely(gaps: list[Gap], lines: Sequence[TextLine], head: int) -> list[Gap]:
    """The gaps without those of columns that one line alone fills, unless it is the header's: its blanks are wide."""
    if len(lines) < 3:
        return gaps
    kept: list[Gap] = []
    for k, gap in enumerate(gaps):
        after = gaps[k + 1].x0 if k + 1 < len(gaps) else float("inf")
        filled = [n for n, line in enumerate(lines) if any(gap.x1 - 1 <= w.x0 < after for w in line.words)]
        if len(filled) > 1 or (filled and filled[0] < max(1, head)):
            kept.append(gap)
    return kept


def _without_signs(gaps: list[Gap], lines: Sequence[TextLine]) -> list[Gap]:
    """The gaps without those after a column of nothing but signs of money or of items: these belong to what follows."""
    edges = [float("-inf"), *(gap.middle for gap in gaps)]
    kept = []
    for left, gap in zip(edges, gaps, strict=False):
        texts = {w.text for line in lines for w in line.words if left < (w.x0 + w.x1) / 2 < gap.middle}
        if not (texts and len(gaps) > 1 and all(is_bullet(t) or t in _SIGNS for t in texts)):
            kept.append(gap)
    return kept
