"""Tables that neither lines nor shades mark: lines of words that leave the same gaps, one below the other."""

from __future__ import annotations

from collections.abc import Sequence

from sladocs.read.pdf.page import Word
from sladocs.read.pdf.tables.area import Area
from sladocs.read.pdf.tables.columns import Gap
from sladocs.read.pdf.tables.lines import TextLine, lines_of, pitch_of
from sladocs.read.pdf.tables.rows import fits

_SEED = 1.2
"""Sizes of the letters between two pieces of a line that may begin a table."""


def runs_of(words: Sequence[Word], level: Sequence[float] = ()) -> list[Area]:
    """The areas in which lines leave the same gaps; `level` are drawn edges, which part rows."""
    lines = lines_of(words, gap=_SEED)
    if sum(len(line.pieces) > 1 for line in lines) < 2:
        return []
    pitch = pitch_of(lines)
    areas: list[Area] = []
    at = done = 0
    while at < len(lines):
        if len(lines[at].pieces) < 2:
            at += 1
            continue
        after = _run(lines, at, pitch)
        block = lines[_begin(lines, at, pitch) if at > done else at : after]
        if sum(len(line.pieces) > 1 for line in block) >= 2:
            areas.append(_area(block, level))
            at = done = after
        else:
            at += 1
    return areas


def _run(lines: Sequence[TextLine], first: int, pitch: float) -> int:
    """The line after the last one that shares a gap with the lines from `first` on."""
    free = _free(lines[first])
    after = at = first + 1
    multiple = 1
    while at < len(lines):
        line = lines[at]
        if line.top - lines[at - 1].bottom > 2.6 * pitch:
            break
        still = _shared(free, line)
        if not still or (multiple > 1 and len(line.pieces) == 1 and len(still) < len(free)):
            break
        multiple += len(line.pieces) > 1
        free = still
        at += 1
        if len(line.pieces) > 1 or line.x0 > free[0].x0 or _wraps(lines, at - 1, first, free[0], pitch):
            after = at
    return after


def _wraps(lines: Sequence[TextLine], at: int, first: int, gap: Gap, pitch: float) -> bool:
    """Whether a piece in the first column stands right below a line of the table, and its first word had no room there."""
    above, line = lines[at - 1], lines[at]
    if line.foot - above.foot > 1.12 * pitch or abs(line.x0 - above.pieces[0].x0) > 2 * line.size:
        return False
    width = max(piece.x1 for other in lines[first:at] for piece in other.pieces if piece.x0 < gap.x0) - above.pieces[0].x0
    return above.pieces[0].x0 < gap.x0 and not fits(above.pieces[0].words, line.words[0], width)


def _begin(lines: Sequence[TextLine], first: int, pitch: float) -> int:
    """The first line of a header whose cells stand at its foot: single pieces, right above, in other columns than the first."""
    free = _free(lines[first])
    while first > 0:
        line, below = lines[first - 1], lines[first]
        if below.foot - line.foot > 1.12 * pitch or line.x0 < free[0].x1 - 1 or len(_shared(free, line)) < len(free):
            break
        first -= 1
    return first


def _free(line: TextLine) -> list[Gap]:
    return [Gap(a.x1, b.x0) for a, b in zip(line.pieces, line.pieces[1:], strict=False)]


def _shared(gaps: Sequence[Gap], line: TextLine) -> list[Gap]:
    """What a line leaves of gaps."""
    least = 0.5 * line.size
    left: list[Gap] = []
    for gap in gaps:
        at = gap.x0
        for word in line.words:
            if word.x1 <= at or word.x0 >= gap.x1:
                continue
            if word.x0 - at >= least:
                left.append(Gap(at, word.x0))
            at = max(at, word.x1)
        if gap.x1 - at >= least:
            left.append(Gap(at, gap.x1))
    return left


def _area(block: Sequence[TextLine], level: Sequence[float]) -> Area:
    x0, x1 = min(line.x0 for line in block), max(line.x1 for line in block)
    top, bottom = min(line.top for line in block) - 0.5, max(line.bottom for line in block) + 0.5
    ys = [top, *sorted(y for y in level if top + 2 < y < bottom - 2), bottom]
    return Area(x0 - 0.5, top, x1 + 0.5, bottom, ys, [], "white")
