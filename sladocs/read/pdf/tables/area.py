"""A part of a page that holds a table, with the edges that are known; what is not known is found by white space."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, field

from sladocs.read.pdf.page import Word
from sladocs.read.pdf.tables.columns import Gap, gaps_of
from sladocs.read.pdf.tables.found import PageCell, PageTable
from sladocs.read.pdf.tables.lines import TextLine, is_typed_rule, lines_of, wideness
from sladocs.read.pdf.tables.rows import Laid, Span, laid_over, may_wrap, rows_in, starts_of


@dataclass
class Area:
    """An area with the edges of rows `ys` and of columns `xs` that are drawn, its own edges among them."""

    x0: float
    top: float
    x1: float
    bottom: float
    ys: list[float] = field(default_factory=list)
    xs: list[float] = field(default_factory=list)
    route: str = "lines"

    def words(self, words: Sequence[Word]) -> list[Word]:
        """The words within the area."""
        return [w for w in words if self.x0 < (w.x0 + w.x1) / 2 < self.x1 and self.top < (w.top + w.bottom) / 2 < self.bottom]


def table_of(area: Area, words: Sequence[Word], page: int, *, wide: float = 1.0) -> PageTable | None:
    """The table in an area; None where its words stand in one column or in one row. `wide`: as `gaps_of` has it."""
    inside = area.words(words)
    wide = max(wide, wideness(inside, least=8, widest=0.9))
    lines, typed = _without_typed_rules(lines_of(inside, gap=wide))
    if not lines:
        return None
    inner = area.xs[1:-1]
    gaps = [Gap(x, x) for x in inner] if inner else gaps_of(lines, head=_head(lines, area.ys), ys=area.ys, wide=wide)
    if not gaps:
        return None
    columns = len(gaps) + 1
    starts = [] if inner else starts_of(lines, gaps)
    laid = [laid_over(line, gaps, starts) for line in lines]
    drawn = sorted([*area.ys, *(line.foot for line in typed if area.ys and area.ys[0] < line.foot < area.ys[-1])])
    groups = _groups(laid, drawn, columns, _room(laid, area.xs) if inner else [])
    if len(groups) < 2:
        return None
    table = _table(area, groups, gaps, page)
    table.ruled, table.topped = len(area.ys) > 2 or (len(drawn) > 2 and len(groups) > 2), _topped(groups, drawn)
    table.spare = [w for line in typed for w in line.words]
    return table


def rows_between(area: Area, lines: Sequence[TextLine], page: int) -> PageTable:
    """The table that lines make between the known edges of columns; it may be of one row."""
    gaps = [Gap(x, x) for x in area.xs[1:-1]]
    laid = [laid_over(line, gaps) for line in lines]
    return _table(area, [laid[a:b] for a, b in rows_in(laid, len(gaps) + 1)], gaps, page)


def _table(area: Area, groups: Sequence[Sequence[Laid]], gaps: Sequence[Gap], page: int) -> PageTable:
    xs = [area.x0, *(gap.middle for gap in gaps), area.x1]
    ys = [area.top, *((a[-1].line.bottom + b[0].line.top) / 2 for a, b in itertools.pairwise(groups)), area.bottom]
    rows = [_row(group, xs, ys[r], ys[r + 1]) for r, group in enumerate(groups)]
    return PageTable(page, area.x0, area.top, area.x1, area.bottom, rows, columns=xs, route=area.route, ruled=False)


def _head(lines: Sequence[TextLine], ys: Sequence[float]) -> int:
    """How many lines stand above the first drawn edge between rows."""
    count = sum((line.top + line.bottom) / 2 < ys[1] for line in lines) if len(ys) > 2 else 0
    return count if count <= _TALLEST_HEAD else 0


_TALLEST_HEAD = 4


def _without_typed_rules(lines: Sequence[TextLine]) -> tuple[list[TextLine], list[TextLine]]:
    """The lines with words, and those of nothing but dashes, which rule a table on a typewriter."""
    rules = [line for line in lines if is_typed_rule(line)]
    return [line for line in lines if not is_typed_rule(line)], rules


def _topped(groups: Sequence[Sequence[Laid]], ys: Sequence[float]) -> bool:
    """Whether the first drawn edge stands below the first row, and edges part few of the others."""
    inner = ys[1:-1]
    return 0 < len(inner) < max(2, 0.34 * len(groups)) and groups[0][-1].line.foot - 2 < inner[0] < groups[1][0].line.foot


def _groups(laid: Sequence[Laid], ys: Sequence[float], columns: int, room: Sequence[float]) -> list[list[Laid]]:
    """The rows: the lines between two drawn edges, parted further where they hold several rows. `room`: for words, where it is drawn."""
    parts: list[list[Laid]] = []
    for row in laid:
        middle = (row.line.top + row.line.bottom) / 2
        number = sum(1 for y in ys[1:-1] if y < middle)
        while len(parts) <= number:
            parts.append([])
        parts[number].append(row)
    parts = [part for part in parts if part]
    groups: list[list[Laid]] = []
    for number, part in enumerate(parts):
        rows = [part[a:b] for a, b in rows_in(part, columns)]
        if room and len(rows) > 1 and _is_one_row(part, max(y for y in ys if y < part[0].line.foot), room):
            groups.append(part)
        elif len(rows) > 1 and ((len(parts) < 3 and not (number == 0 and len(parts) == 2)) or _surely_rows(rows, columns)):
            groups += rows
        else:
            groups.append(part)
    return groups


def _room(laid: Sequence[Laid], xs: Sequence[float]) -> list[float]:
    """The room for words in each column between drawn edges."""
    margins = [span.words[0].x0 - xs[span.first] for row in laid for span in row.spans]
    margin = max(min(margins, default=0.0), 0.0)
    return [b - a - 2 * margin for a, b in itertools.pairwise(xs)]


def _is_one_row(part: Sequence[Laid], edge: float, room: Sequence[float]) -> bool:
    """Whether lines are one row: much less white between them than rows have, twice that above the first; or less, and no room above."""
    margin = part[0].line.top - edge
    white = max(b.line.top - a.line.bottom for a, b in itertools.pairwise(part))
    if margin < _LEAST_MARGIN or white > 1.4 * margin:
        return False
    return white < 1.3 * margin or all(may_wrap(a, b, room) for a, b in itertools.pairwise(part))


_LEAST_MARGIN = 2.5
"""Points above a row from which the white between lines tells rows from lines."""


def _surely_rows(rows: Sequence[Sequence[Laid]], columns: int) -> bool:
    """Whether rows between two drawn edges are more than the lines of one.

    Three or more are, with nearly all cells filled in each; or two with figures in several columns, which no cell holds one over the other.
    """
    full = sum(len({c for line in row for c in line.filled}) * 4 >= 3 * columns for row in rows)
    if len(rows) >= 3 and full >= 0.8 * len(rows):
        return True
    counted = sum(sum(_is_figure(span) for span in row[0].spans if span.first > 0) > 1 for row in rows)
    return counted > 1 and all(0 in row[0].filled for row in rows)


def _is_figure(span: Span) -> bool:
    return span.words[0].text.lstrip("$€£(-")[:1].isdigit() or span.words[0].text in "$€£"


def _row(group: Sequence[Laid], xs: Sequence[float], top: float, bottom: float) -> list[PageCell]:
    """One row of cells; words that lie across a gap make a cell over the columns on both sides."""
    columns = len(xs) - 1
    joined = {c for line in group for span in line.spans for c in range(span.first, span.last)}
    cells: list[PageCell] = []
    first = 0
    while first < columns:
        after = first + 1
        while after < columns and after - 1 in joined:
            after += 1
        lines = [words for line in group if (words := [w for span in line.spans if first <= span.first < after for w in span.words])]
        cells.append(PageCell(lines, after - first, 1, xs[first], top, xs[after], bottom))
        first = after
    return cells


def lines_in(area: Area, words: Sequence[Word]) -> list[TextLine]:
    """The lines of the words within an area."""
    return lines_of(area.words(words))
