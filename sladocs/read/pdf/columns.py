"""The order in which the lines of a page are read: columns and blocks that stand side by side, one after the other.

Lines are read across unless a gap runs down through several of them with text on both sides that is no label of a list and no key
with its value.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from sladocs.model.labels import is_bullet, split_label
from sladocs.read.pdf.lines import Line, Segment, line_of

Row = list[Segment]

_GUTTER: Final = 9.0
"""Points that a gap between columns has at least."""
_FEWEST: Final = 3
"""Lines with text on both sides of a gap from which there are columns."""
_FULL: Final = 0.7
"""The share of a column's width that most lines of running text fill."""
_DEEPEST: Final = 3
_TWINS: Final = frozenset(
    {"by", "name", "title", "date", "signature", "signed", "place", "position", "its", "attn", "email", "address", "print"}
)


def ordered(rows: Sequence[Row], page: int) -> list[Line]:
    """The lines of a page in reading order. Those of columns have the number of their column, from 1, and its edges; the others 0."""
    lines: list[Line] = []
    flows = 0
    for part, is_column in _parts(rows, 0):
        found = [line_of(row, page) for row in part]
        if is_column:
            flows += 1
            left, right = min(line.x0 for line in found), max(line.x1 for line in found)
            for line in found:
                line.left, line.right, line.flow = left, right, flows
        lines += found
    return lines


def _parts(rows: Sequence[Row], depth: int) -> Iterator[tuple[list[Row], bool]]:
    """The columns of some lines, and the lines between that run across; with each whether it is a column."""
    if depth >= _DEEPEST or sum(len(row) > 1 for row in rows) < _FEWEST:
        if rows:
            yield list(rows), depth > 0
        return
    waiting: list[Row] = []
    place = 0
    while place < len(rows):
        found = _band(rows, place) if len(rows[place]) > 1 else None
        if found is None:
            waiting.append(rows[place])
            place += 1
            continue
        end, gap = found
        if waiting:
            yield waiting, depth > 0
            waiting = []
        for side in _sides(rows[place:end], gap):
            yield from _parts(side, depth + 1)
        place = end
    if waiting:
        yield waiting, depth > 0


def _band(rows: Sequence[Row], start: int) -> tuple[int, tuple[float, float]] | None:
    """The longest run of lines from `start` with columns left and right of one gap: its end and the gap."""
    best: tuple[int, tuple[float, float]] | None = None
    for one, other in zip(rows[start], rows[start][1:], strict=False):
        gap = (one.x1, other.x0)
        end = start + 1
        for row in rows[start + 1 :]:
            narrowed = _narrowed(row, gap)
            if narrowed is None:
                break
            gap, end = narrowed, end + 1
        while end > start and not _both(rows[end - 1], gap) and len(rows) > end and _far(rows[end - 2], rows[end - 1]):
            end -= 1
        if (best is None or end > best[0]) and _is_columns(rows[start:end], gap):
            best = end, gap
    return best


def _narrowed(row: Row, gap: tuple[float, float]) -> tuple[float, float] | None:
    """The gap as far as it runs through one more line; None where the line crosses it."""
    left, right = gap
    for part in row:
        middle = (part.x0 + part.x1) / 2
        if middle < (left + right) / 2:
            left = max(left, part.x1)
        else:
            right = min(right, part.x0)
    return (left, right) if right - left >= _GUTTER else None


def _far(above: Row, below: Row) -> bool:
    """Whether a line stands apart from the one above it."""
    height = below[0].bottom - below[0].top
    return min(part.top for part in below) - max(part.bottom for part in above) > 0.9 * height


def _both(row: Row, gap: tuple[float, float]) -> bool:
    return row[0].x1 <= gap[0] + 0.01 and row[-1].x0 >= gap[1] - 0.01


def _sides(rows: Sequence[Row], gap: tuple[float, float]) -> tuple[list[Row], list[Row]]:
    middle = (gap[0] + gap[1]) / 2
    left = [side for row in rows if (side := [part for part in row if part.x1 <= middle])]
    right = [side for row in rows if (side := [part for part in row if part.x0 >= middle])]
    return left, right


def _is_columns(rows: Sequence[Row], gap: tuple[float, float]) -> bool:
    """Whether what stands left and right of a gap is read one after the other."""
    pairs = sum(_both(row, gap) for row in rows)
    if pairs < _FEWEST:
        return False
    left, right = _sides(rows, gap)
    firsts = [_words(side[:1]) for side in left]
    if sum(_is_label(text) for text in firsts) * 2 >= len(firsts) and all(len(side) == 1 for side in left):
        return False
    if _are_twins(left, right):
        return True
    return _is_running(left) and _is_running(right)


def _is_running(side: Sequence[Row]) -> bool:
    """Whether lines are those of running text: most fill their column, and hold more than a word or two."""
    x0, x1 = min(row[0].x0 for row in side), max(row[-1].x1 for row in side)
    full = sum(row[-1].x1 - row[0].x0 >= _FULL * (x1 - x0) for row in side)
    words = sum(len(part.words) for row in side for part in row)
    return full * 2 >= len(side) and words >= 3 * len(side) and len(side) >= _FEWEST


def _are_twins(left: Sequence[Row], right: Sequence[Row]) -> bool:
    """Whether both sides ask for the same things, as two blocks of signatures do."""
    asked = [{part.words[0].text.strip(":_.").lower() for row in side for part in row[:1]} & _TWINS for side in (left, right)]
    return len(asked[0] & asked[1]) >= 2


def _is_label(text: str) -> bool:
    return is_bullet(text) or len(text) <= 2 or bool(split_label(f"{text} X", heading=True)[0] == text)


def _words(row: Sequence[Segment]) -> str:
    return " ".join([part.text for part in row])
