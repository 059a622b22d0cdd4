"""A grid of edges and the words within it, as rows of cells; places that no edge parts are one cell."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sladocs.read.pdf.page import Word
from sladocs.read.pdf.tables.found import PageCell
from sladocs.read.pdf.tables.lines import lines_of


@dataclass(slots=True)
class Place:
    """A cell by its places in the grid: rows `row` up to and without `below`, columns `column` up to and without `after`."""

    row: int
    column: int
    below: int
    after: int
    words: list[Word]


def whole(xs: Sequence[float], ys: Sequence[float]) -> list[Place]:
    """A cell for each place of a grid."""
    return [Place(r, c, r + 1, c + 1, []) for r in range(len(ys) - 1) for c in range(len(xs) - 1)]


def put(places: Sequence[Place], words: Iterable[Word], xs: Sequence[float], ys: Sequence[float]) -> int:
    """Put each word into the cell that its middle lies in; how many words lie across an edge between two cells."""
    by_place = {(r, c): place for place in places for r in range(place.row, place.below) for c in range(place.column, place.after)}
    across = 0
    for word in words:
        r = bisect_right(ys, (word.top + word.bottom) / 2) - 1
        c = bisect_right(xs, (word.x0 + word.x1) / 2) - 1
        place = by_place.get((r, c))
        if place is None:
            continue
        place.words.append(word)
        slack = 0.2 * (word.x1 - word.x0) + 1
        if word.x0 < xs[place.column] - slack or word.x1 > xs[place.after] + slack:
            across += 1
    return across


def without_idle_edges(places: list[Place], xs: list[float], ys: list[float]) -> tuple[list[Place], list[float], list[float]]:
    """The grid without the edges at which no cell begins, and without empty slits between two lines."""
    columns = _kept(xs, {p.column for p in places}, {c for p in places if p.words for c in range(p.column, p.after)})
    rows = _kept(ys, {p.row for p in places}, {r for p in places if p.words for r in range(p.row, p.below)})
    new: list[Place] = []
    for place in places:
        row, below = _moved(rows, place.row), _moved(rows, place.below)
        column, after = _moved(columns, place.column), _moved(columns, place.after)
        if below > row and after > column:
            new.append(Place(row, column, below, after, place.words))
    return new, [xs[k] for k in columns], [ys[k] for k in rows]


_SLIT = 5.0


def _kept(edges: Sequence[float], begun: set[int], filled: set[int]) -> list[int]:
    """The numbers of the edges to keep; a slit goes to the place before it."""
    last = len(edges) - 1
    kept = [k for k in range(1, last) if k in begun and not (k not in filled and edges[k + 1] - edges[k] < _SLIT)]
    first = 0
    if kept and 0 not in filled and edges[kept[0]] - edges[0] < _SLIT:
        kept.pop(0)
    return [first, *kept, last]


def _moved(kept: Sequence[int], edge: int) -> int:
    """The new number of an edge: that of the first kept one at or after it."""
    return next(new for new, old in enumerate(kept) if old >= edge)


def rows_of(places: Iterable[Place], xs: Sequence[float], ys: Sequence[float]) -> list[list[PageCell]]:
    """The cells in rows, each at its first place."""
    rows: list[list[PageCell]] = [[] for _ in range(len(ys) - 1)]
    for place in sorted(places, key=lambda p: (p.row, p.column)):
        lines = [line.words for line in lines_of(place.words)] if place.words else []
        cell = PageCell(
            lines, place.after - place.column, place.below - place.row, xs[place.column], ys[place.row], xs[place.after], ys[place.below]
        )
        rows[place.row].append(cell)
    return rows
