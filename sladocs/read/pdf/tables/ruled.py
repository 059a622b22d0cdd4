"""Tables whose cells are parted by drawn lines: what no line parts is one cell."""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from sladocs.read.pdf.page import Word
from sladocs.read.pdf.tables.cells import Place, put, without_idle_edges
from sladocs.read.pdf.tables.lines import lines_of
from sladocs.read.pdf.tables.strokes import NEAR, Stroke, Strokes, places


@dataclass
class Grid:
    """A grid with its cells; `across` is the number of words that lie across its lines, `odd` of places whose lines make no rectangle."""

    xs: list[float]
    ys: list[float]
    cells: list[Place]
    across: int = 0
    odd: int = 0

    @property
    def columns(self) -> int:
        """The number of columns."""
        return len(self.xs) - 1

    @property
    def rows(self) -> int:
        """The number of rows."""
        return len(self.ys) - 1


_MOST_PLACES = 20_000


def grid_of(figure: Strokes, words: Sequence[Word]) -> Grid | None:
    """The grid that lines which touch each other draw, with the words within it; None where they enclose nothing."""
    x0, top, x1, bottom = figure.bounds()
    xs = _edges([s.at for s in figure.upright] + [x0, x1], [x for s in figure.level for x in (s.start, s.end)])
    ys = _edges([s.at for s in figure.level] + [top, bottom], [y for s in figure.upright for y in (s.start, s.end)])
    if len(xs) < 2 or len(ys) < 2 or len(xs) * len(ys) > _MOST_PLACES:
        return None
    parted_across = [_parts(figure.upright, xs[c], ys) for c in range(len(xs))]
    parted_down = [_parts(figure.level, ys[r], xs) for r in range(len(ys))]
    cells, odd = _cells(xs, ys, parted_across, parted_down)
    inside = [w for w in words if x0 < (w.x0 + w.x1) / 2 < x1 and top < (w.top + w.bottom) / 2 < bottom]
    across = put(cells, inside, xs, ys)
    cells = [part for cell in cells for part in _split(cell, xs)]
    cells, xs, ys = without_idle_edges(cells, xs, ys)
    return Grid(xs, ys, cells, across, odd)


def _edges(drawn: Sequence[float], ends: Sequence[float]) -> list[float]:
    """The edges that lines draw, and those at which lines of the other direction begin or end well away from them."""
    edges = places(drawn)
    return sorted([*edges, *places(end for end in ends if all(abs(end - edge) > 2 * NEAR for edge in edges))])


def _parts(strokes: Sequence[Stroke], at: float, edges: Sequence[float]) -> list[bool]:
    """For each stretch between two edges, whether lines at a place cover more than half of it."""
    covered = [0.0] * (len(edges) - 1)
    for stroke in strokes:
        if abs(stroke.at - at) > NEAR:
            continue
        first = max(bisect_left(edges, stroke.start) - 1, 0)
        for k in range(first, len(covered)):
            if edges[k] >= stroke.end:
                break
            covered[k] += max(min(stroke.end, edges[k + 1]) - max(stroke.start, edges[k]), 0.0)
    return [covered[k] > 0.5 * (edges[k + 1] - edges[k]) for k in range(len(covered))]


def _cells(xs: Sequence[float], ys: Sequence[float], across: list[list[bool]], down: list[list[bool]]) -> tuple[list[Place], int]:
    """The rectangles of places that no line parts, and how many places did not fit into one."""
    rows, columns = len(ys) - 1, len(xs) - 1
    taken = [[False] * columns for _ in range(rows)]
    cells: list[Place] = []
    odd = 0
    for r in range(rows):
        for c in range(columns):
            if taken[r][c]:
                continue
            after = c + 1
            while after < columns and not across[after][r] and not taken[r][after] and _depth(down, r, after) == _depth(down, r, c):
                after += 1
            below = r + 1
            while below < rows and not any(down[below][k] for k in range(c, after)):
                if any(across[k][below] for k in range(c + 1, after)) or any(taken[below][k] for k in range(c, after)):
                    odd += 1
                    break
                below += 1
            for k in range(r, below):
                taken[k][c:after] = [True] * (after - c)
            cells.append(Place(r, c, below, after, []))
    return cells, odd


def _depth(down: list[list[bool]], row: int, column: int) -> int:
    """The edge of rows below which a line parts what stands in a column, counted from a row."""
    return next((below for below in range(row + 1, len(down)) if down[below][column]), len(down))


def _split(cell: Place, xs: Sequence[float]) -> list[Place]:
    """A cell over several columns, parted at the edges where its words leave a wide gap on each line with words on both sides."""
    if cell.after - cell.column < 2 or len(cell.words) < 2:
        return [cell]
    lines = lines_of(cell.words, gap=0.9)
    cuts = []
    for edge in range(cell.column + 1, cell.after):
        x = xs[edge]
        sides = [(any(p.x1 <= x + 2 for p in line.pieces), any(p.x0 >= x - 2 for p in line.pieces)) for line in lines]
        crossed = any(p.x0 < x - 2 and p.x1 > x + 2 for line in lines for p in line.pieces)
        if not crossed and any(left and right for left, right in sides):
            cuts.append(edge)
    if not cuts:
        return [cell]
    edges = [cell.column, *cuts, cell.after]
    parts = [Place(cell.row, a, cell.below, b, []) for a, b in itertools.pairwise(edges)]
    for word in cell.words:
        middle = (word.x0 + word.x1) / 2
        next(p for p in reversed(parts) if xs[p.column] <= middle or p is parts[0]).words.append(word)
    return parts
