"""Drawn lines made ready: pieces of one line joined, underlines and doubled lines left out, lines that touch gathered into figures."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from sladocs.read.pdf.page import Rule, Word

NEAR: Final = 3.0
"""Points within which two edges count as one: double lines, and the lines of cells that are drawn each for itself."""
_BREAK: Final = 4.0
"""Points by which a line may be interrupted."""
MOST: Final = 3000
"""Lines on a page from which it is a drawing."""


@dataclass(slots=True)
class Stroke:
    """A level (`across`) or upright line at the place `at`, from `start` to `end`."""

    at: float
    start: float
    end: float


@dataclass(slots=True)
class Strokes:
    """The level and the upright lines of a page or of a part of it."""

    level: list[Stroke] = field(default_factory=list)
    upright: list[Stroke] = field(default_factory=list)

    def bounds(self) -> tuple[float, float, float, float]:
        """The area that the lines span: x0, top, x1, bottom."""
        xs = [x for s in self.level for x in (s.start, s.end)] + [s.at for s in self.upright]
        ys = [y for s in self.upright for y in (s.start, s.end)] + [s.at for s in self.level]
        return min(xs), min(ys), max(xs), max(ys)


def strokes_of(rules: Sequence[Rule], words: Sequence[Word]) -> Strokes:
    """The lines that may rule tables: joined where they go on, without those under words."""
    if not rules or len(rules) > MOST:
        return Strokes()
    level: list[Stroke] = []
    upright: list[Stroke] = []
    for rule in rules:
        if rule.x1 - rule.x0 >= rule.bottom - rule.top:
            level.append(Stroke((rule.top + rule.bottom) / 2, rule.x0, rule.x1))
        else:
            upright.append(Stroke((rule.x0 + rule.x1) / 2, rule.top, rule.bottom))
    upright = _joined(upright)
    return Strokes(_without_underlines(_joined(level), upright, words), upright)


def _joined(strokes: list[Stroke]) -> list[Stroke]:
    """Lines at one place that touch or overlap, as one."""
    strokes.sort(key=lambda s: (s.at, s.start))
    done: list[Stroke] = []
    for group in _levels(strokes):
        group.sort(key=lambda s: s.start)
        made: list[Stroke] = []
        for stroke in group:
            if made and stroke.start <= made[-1].end + _BREAK:
                made[-1].end = max(made[-1].end, stroke.end)
            else:
                made.append(stroke)
        done += made
    return done


def _levels(strokes: list[Stroke]) -> Iterable[list[Stroke]]:
    """Lines at about the same place; they are given in the order of their places."""
    group: list[Stroke] = []
    for stroke in strokes:
        if group and stroke.at - group[0].at > 1.5:
            yield group
            group = []
        group.append(Stroke(group[0].at if group else stroke.at, stroke.start, stroke.end))
    if group:
        yield group


def _without_underlines(level: list[Stroke], upright: Sequence[Stroke], words: Sequence[Word]) -> list[Stroke]:
    """The level lines that are not drawn under words: those reach from where a word begins to where one ends, and touch no upright."""
    if not level:
        return level
    feet = sorted(words, key=lambda w: w.bottom)
    places = [word.bottom for word in feet]
    return [
        s for s in level if _touches(s, upright) or not _underlines(s, feet[bisect_left(places, s.at - 4) : bisect_right(places, s.at + 3)])
    ]


def _underlines(stroke: Stroke, words: Sequence[Word]) -> bool:
    over = [w for w in words if w.x1 > stroke.start + 0.5 and w.x0 < stroke.end - 0.5]
    if not over:
        return False
    left, right = min(w.x0 for w in over), max(w.x1 for w in over)
    return abs(left - stroke.start) < 2.5 and abs(right - stroke.end) < 2.5


def _touches(stroke: Stroke, upright: Sequence[Stroke]) -> bool:
    return any(
        stroke.start - NEAR <= other.at <= stroke.end + NEAR and other.start - NEAR <= stroke.at <= other.end + NEAR for other in upright
    )


def figures(strokes: Strokes) -> list[Strokes]:
    """Lines that touch each other, gathered; from top to bottom."""
    count = len(strokes.level)
    sets = _Sets(count + len(strokes.upright))
    for i, level in enumerate(strokes.level):
        low, high, at = level.start - NEAR, level.end + NEAR, level.at
        for j, upright in enumerate(strokes.upright, count):
            if low <= upright.at <= high and upright.start - NEAR <= at <= upright.end + NEAR:
                sets.join(i, j)
    _join_doubles(strokes.level, 0, sets)
    _join_doubles(strokes.upright, count, sets)
    groups: dict[int, Strokes] = {}
    for at, stroke in enumerate((*strokes.level, *strokes.upright)):
        group = groups.setdefault(sets.root(at), Strokes())
        (group.level if at < count else group.upright).append(stroke)
    return sorted(groups.values(), key=lambda g: (g.bounds()[1], g.bounds()[0]))


def _join_doubles(strokes: Sequence[Stroke], offset: int, sets: _Sets) -> None:
    """Lines drawn twice side by side, as the facing edges of two cells are, hold their figures together."""
    order = sorted(range(len(strokes)), key=lambda at: strokes[at].at)
    for place, a in enumerate(order):
        one = strokes[a]
        for b in order[place + 1 :]:
            other = strokes[b]
            if other.at - one.at > NEAR:
                break
            if one.start < other.end and other.start < one.end:
                sets.join(offset + a, offset + b)


class _Sets:
    """Things that belong together."""

    def __init__(self, count: int) -> None:
        self._over = list(range(count))

    def root(self, at: int) -> int:
        over = self._over
        while over[at] != at:
            over[at] = over[over[at]]
            at = over[at]
        return at

    def join(self, one: int, other: int) -> None:
        self._over[self.root(one)] = self.root(other)


def places(values: Iterable[float], near: float = NEAR) -> list[float]:
    """Values that lie close together, as one each: their middle."""
    groups: list[list[float]] = []
    for value in sorted(values):
        if groups and value - groups[-1][-1] <= near:
            groups[-1].append(value)
        else:
            groups.append([value])
    return [(group[0] + group[-1]) / 2 for group in groups]
