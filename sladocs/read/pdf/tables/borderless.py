"""Tables that neither lines nor shades mark: lines of words that leave the same gaps, one below the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sladocs.read.pdf.page import Word
from sladocs.read.pdf.tables.area import Area
from sladocs.read.pdf.tables.columns import Gap
from sladocs.read.pdf.tables.lines import TextLine, is_typed_rule, lines_of, pitch_of
from sladocs.read.pdf.tables.rows import fits

_SEED = 1.2
"""Sizes of the letters between two pieces of a line that may begin a table."""


_FAR = 1e4


@dataclass
class Gaps:
    """What lines leave free: before, between and after their pieces."""

    free: list[Gap]

    @classmethod
    def of(cls, line: TextLine) -> Gaps:
        """What one line leaves free."""
        ends = [-_FAR, *(piece.x1 for piece in line.pieces)]
        begins = [*(piece.x0 for piece in line.pieces), _FAR]
        return cls([Gap(a, b) for a, b in zip(ends, begins, strict=True)])

    @property
    def inner(self) -> list[Gap]:
        """The gaps between words."""
        return [gap for gap in self.free if gap.x0 > -_FAR and gap.x1 < _FAR]

    def left_by(self, line: TextLine) -> Gaps | None:
        """What another line leaves of the gaps; None where it leaves none between words."""
        least = 0.5 * line.size
        left: list[Gap] = []
        for gap in self.free:
            at = gap.x0
            for word in line.words:
                if word.x1 <= at or word.x0 >= gap.x1:
                    continue
                if word.x0 - at >= least:
                    left.append(Gap(at, word.x0))
                at = max(at, word.x1)
            if gap.x1 - at >= least:
                left.append(Gap(at, gap.x1))
        still = Gaps(left)
        return still if still.inner else None

    def lost_from(self, before: Gaps, line: TextLine) -> bool:
        """Whether most gaps that lie within a line's reach are no more: its words run across them, not within one column."""
        reached = [gap for gap in before.inner if gap.x0 < line.x1 and gap.x1 > line.x0]
        lost = sum(not any(gap.x0 <= left.x0 and left.x1 <= gap.x1 for left in self.free) for gap in reached)
        return lost > 0.5 * len(reached)


def runs_of(words: Sequence[Word], level: Sequence[float] = (), *, wide: float = 1.0) -> list[Area]:
    """The areas in which lines leave the same gaps; `level` are drawn edges, which part rows; `wide`: as `gaps_of` has it."""
    lines = [line for line in lines_of(words, gap=_SEED * wide) if not is_typed_rule(line)]
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
        block = lines[_begin(lines, at, after, pitch, level) if at > done else at : after]
        if sum(len(line.pieces) > 1 for line in block) >= 2:
            areas.append(_area(block, level))
            at = done = after
        else:
            at += 1
    return areas


def _run(lines: Sequence[TextLine], first: int, pitch: float) -> int:
    """The line after the last one that shares a gap with the lines from `first` on."""
    gaps = Gaps.of(lines[first])
    after = at = first + 1
    multiple = 1
    while at < len(lines):
        line = lines[at]
        if line.top - lines[at - 1].bottom > 2.6 * pitch:
            break
        still = gaps.left_by(line)
        if still is None or (multiple > 1 and len(line.pieces) == 1 and still.lost_from(gaps, line)):
            break
        multiple += len(line.pieces) > 1
        gaps = still
        at += 1
        if len(line.pieces) > 1 or line.x0 > gaps.inner[0].x0 or _wraps(lines, at - 1, first, gaps.inner[0], pitch):
            after = at
    return after


def _wraps(lines: Sequence[TextLine], at: int, first: int, gap: Gap, pitch: float) -> bool:
    """Whether a piece in the first column stands right below a line of the table, and its first word had no room there."""
    above, line = lines[at - 1], lines[at]
    if line.foot - above.foot > 1.12 * pitch or abs(line.x0 - above.pieces[0].x0) > 2 * line.size:
        return False
    width = max(piece.x1 for other in lines[first:at] for piece in other.pieces if piece.x0 < gap.x0) - above.pieces[0].x0
    return above.pieces[0].x0 < gap.x0 and not fits(above.pieces[0].words, line.words[0], width)


def _begin(lines: Sequence[TextLine], first: int, after: int, pitch: float, level: Sequence[float]) -> int:
    """The first line of a header above the first line of several pieces.

    Cells that stand at the header's foot leave single pieces above it, in other columns than the first; words of a header that stand close
    together begin where the columns do.
    """
    gaps = Gaps.of(lines[first])
    starts = _starts(lines[first:after])
    while first > 0:
        line, below = lines[first - 1], lines[first]
        still = gaps.left_by(line)
        kept = still is not None and not still.lost_from(gaps, line)
        inside = kept and line.x0 > gaps.inner[0].x1 - 1 and below.foot - line.foot < 1.12 * pitch
        ruled = any(line.foot - 1 < y < below.top + 3 for y in level)
        if not inside and not (len(starts) > (0 if ruled else 1) and below.foot - line.foot < 2 * pitch and _begins_at(line, starts)):
            break
        first -= 1
    return first


def _starts(lines: Sequence[TextLine]) -> list[float]:
    """Where the pieces after the first begin in most lines."""
    several = [line for line in lines if len(line.pieces) > 1]
    least = max(2, 0.7 * len(several))
    return [
        piece.x0
        for piece in several[0].pieces[1:]
        if sum(any(abs(other.x0 - piece.x0) < 1 for other in line.pieces[1:]) for line in several) >= least
    ]


def _begins_at(line: TextLine, starts: Sequence[float]) -> bool:
    """Whether words of a line begin at all of some places, and none lies across one."""
    return all(any(abs(w.x0 - x) < 1 for w in line.words) and not any(w.x0 < x - 1 and w.x1 > x for w in line.words) for x in starts)


def _area(block: Sequence[TextLine], level: Sequence[float]) -> Area:
    x0, x1 = min(line.x0 for line in block), max(line.x1 for line in block)
    top, bottom = min(line.top for line in block) - 0.5, max(line.bottom for line in block) + 0.5
    ys = [top, *sorted(y for y in level if top + 2 < y < bottom - 2), bottom]
    return Area(x0 - 0.5, top, x1 + 0.5, bottom, ys, [], "white")
