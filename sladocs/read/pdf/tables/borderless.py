"""Tables that neither lines nor shades mark: lines of words that leave the same gaps, one below the other."""

from __future__ import annotations

from collections.abc import Sequence

from sladocs.read.pdf.page import Word
from sladocs.read.pdf.tables.area import Area
from sladocs.read.pdf.tables.columns import Gap
from sladocs.read.pdf.tables.lines import TextLine, lines_of, pitch_of

_SEED = 1.2
"""Sizes of the letters between two pieces of a line that may begin a table."""


def runs_of(words: Sequence[Word], level: Sequence[float] = ()) -> list[Area]:
    """The areas in which lines leave the same gaps; `level` are drawn edges, which part rows."""
    lines = lines_of(words, gap=_SEED)
    if sum(len(line.pieces) > 1 for line in lines) < 2:
        return []
    pitch = pitch_of(lines)
    areas: list[Area] = []
    at = 0
    while at < len(lines):
        if len(lines[at].pieces) < 2:
            at += 1
            continue
        after = _run(lines, at, pitch)
        block = lines[at:after]
        if sum(len(line.pieces) > 1 for line in block) >= 2:
            areas.append(_area(block, level))
            at = after
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
        if len(line.pieces) > 1 or line.x0 > free[0].x0 or _tight(lines, at - 1, pitch):
            after = at
    return after


def _tight(lines: Sequence[TextLine], at: int, pitch: float) -> bool:
    """Whether a single piece stands right below a line of several, as the second line of a first cell does, and another row follows."""
    return (
        lines[at].foot - lines[at - 1].foot < 1.15 * pitch
        and at + 1 < len(lines)
        and len(lines[at + 1].pieces) > 1
        and lines[at + 1].foot - lines[at].foot < 3 * pitch
    )


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
