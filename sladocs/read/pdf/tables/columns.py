"""Columns that nothing but white space parts: stretches that no line of the table covers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sladocs.model.labels import is_bullet
from sladocs.read.pdf.tables.lines import TextLine


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
_SIGNS: Final = frozenset("$€£%")


def gaps_of(lines: Sequence[TextLine], *, headed: bool = True) -> list[Gap]:
    """The gaps between columns of lines.

    Lines that belong to no column may lie across a gap: the two lines of a header (`headed`), and single pieces, up to a quarter of all.
    """
    if not lines:
        return []
    size = sorted(line.size for line in lines)[len(lines) // 2]
    free = [k for k, line in enumerate(lines) if len(line.pieces) == 1 or (headed and k < 2 and len(lines) > 3)]
    found = _stretches(lines, frozenset(free))
    kept: list[Gap] = []
    for gap in found:
        across = [k for k in free if any(w.x0 < gap.x1 - 0.5 and w.x1 > gap.x0 + 0.5 for w in lines[k].words)]
        if across:
            gap, across = _narrowed(gap, lines, across)
        if len(across) > max(1, len(lines) // 4):
            continue
        both = sum(1 for line in lines if line.words[0].x1 <= gap.x0 + 0.5 and line.words[-1].x0 >= gap.x1 - 0.5)
        least = _WIDTHS[both] if both < len(_WIDTHS) else _LEAST
        if gap.x1 - gap.x0 >= least * size and both > len(across):
            kept.append(gap)
    return _without_signs(kept, lines)


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


def _narrowed(gap: Gap, lines: Sequence[TextLine], across: list[int]) -> tuple[Gap, list[int]]:
    """The gap as far as lines that only reach into it leave it, and the lines that lie across it."""
    size = max(lines[k].size for k in across)
    x0, x1 = gap.x0, gap.x1
    still: list[int] = []
    for k in across:
        a = max((w.x1 for w in lines[k].words if w.x0 < gap.x0 + 0.5 and w.x1 < gap.x1), default=gap.x0)
        b = min((w.x0 for w in lines[k].words if w.x1 > gap.x1 - 0.5 and w.x0 > gap.x0), default=gap.x1)
        inner = any(w.x0 >= gap.x0 + 0.5 and w.x1 <= gap.x1 - 0.5 for w in lines[k].words)
        through = any(w.x0 < gap.x0 + 0.5 and w.x1 > gap.x1 - 0.5 for w in lines[k].words)
        if through or inner or min(x1, b) - max(x0, a) < _WIDTHS[-1] * size:
            still.append(k)
        else:
            x0, x1 = max(x0, a), min(x1, b)
    return Gap(x0, x1), still


def _without_signs(gaps: list[Gap], lines: Sequence[TextLine]) -> list[Gap]:
    """The gaps without those after a column of nothing but signs of money or of items: these belong to what follows."""
    edges = [float("-inf"), *(gap.middle for gap in gaps)]
    kept = []
    for left, gap in zip(edges, gaps, strict=False):
        texts = {w.text for line in lines for w in line.words if left < (w.x0 + w.x1) / 2 < gap.middle}
        if not (texts and len(gaps) > 1 and all(is_bullet(t) or t in _SIGNS for t in texts)):
            kept.append(gap)
    return kept
