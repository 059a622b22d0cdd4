"""Rows at the edge of an area that no line or shade marks: the last of banded rows, the header above the first rule."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sladocs.read.pdf.page import Word
from sladocs.read.pdf.tables.area import Area
from sladocs.read.pdf.tables.borderless import Gaps
from sladocs.read.pdf.tables.lines import TextLine, lines_of, pitch_of

_MOST_LINES = 3
"""Lines of a single band from which it holds a whole table."""


def grown(area: Area, words: Sequence[Word], *, wide: float = 1.0) -> Area:
    """The area with the rows below it, and the row above its first rule, that stand in its columns and as close as its own rows do."""
    near = [w for w in words if area.x0 - 2 < (w.x0 + w.x1) / 2 < area.x1 + 2]
    lines = lines_of(near, gap=1.2 * wide)
    inside = [line for line in lines if area.top < (line.top + line.bottom) / 2 < area.bottom]
    if not inside or (area.route == "band" and len(inside) > _MOST_LINES):
        return area
    gaps = Gaps.of(inside[0])
    for line in inside[1:]:
        gaps = gaps.left_by(line) or gaps
    if not gaps.inner:
        return area
    above, below = lines[: lines.index(inside[0])], lines[lines.index(inside[-1]) + 1 :]
    margin = max(inside[0].top - area.top, area.bottom - inside[-1].bottom, 2.0)
    after = _taken(inside, below, gaps, area.bottom, margin)
    made = area
    if after:
        bottom = below[after - 1].bottom + min(margin, 3.0)
        made = replace(made, bottom=bottom, ys=[*made.ys, bottom])
    if area.route == "rules":
        taken = _taken_above(above, gaps, area.top, margin)
        if taken:
            top = above[-taken].top - min(margin, 3.0)
            made = replace(made, top=top, ys=[top, *made.ys])
    return made


def _taken(inside: Sequence[TextLine], below: Sequence[TextLine], gaps: Gaps, edge: float, margin: float) -> int:
    """How many lines below an area go on with its rows."""
    pitch = pitch_of([*inside, *below[:20]])
    bottom = edge
    count = 0
    for at, line in enumerate(below):
        limit = margin + 3.0 if at == 0 else max(2 * margin + 3.0, 0.7 * pitch)
        still = gaps.left_by(line)
        if line.top - bottom > limit or still is None or (len(line.pieces) == 1 and still.lost_from(gaps, line)):
            break
        gaps, bottom = still, line.bottom
        if len(line.pieces) > 1 or line.x0 > gaps.inner[0].x0:
            count = at + 1
        elif at and line.foot - below[at - 1].foot > 1.12 * pitch:
            break
    return count if any(len(line.pieces) > 1 for line in below[:count]) else 0


def _taken_above(above: Sequence[TextLine], gaps: Gaps, edge: float, margin: float) -> int:
    """How many lines right above an area are the header of its columns."""
    count = 0
    top = edge
    for line in reversed(above[-3:]):
        still = gaps.left_by(line)
        if top - line.bottom > margin + 3.0 or still is None or still.lost_from(gaps, line):
            break
        count, top, margin = count + 1, line.top, 3.0
    return count if count and any(len(line.pieces) > 1 for line in above[-count:]) else 0
