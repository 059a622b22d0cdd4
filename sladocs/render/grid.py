"""A table's grid as the formats with spans want it, and which of its columns hold figures."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from typing import Final

from sladocs.model.document import Cell, Table, words

_LEAD: Final = r"(?:at least|at most|more than|less than|exactly|within|above|below|up to|no more than|no less than)"
_UNIT: Final = r"(?:%|[A-Za-z]+(?: (?:hours?|days?|minutes?|second|month|year))?)"
_SHARE: Final = r"(?: in \d[\d.]* % of cases)?(?: each (?:day|week|month|quarter|year))?"
FIGURE: Final = re.compile(rf"(?:(?i:{_LEAD}) )?(?:[A-Z]{{3}} |[$€£] ?)?[-\u2212]?\d[\d.,]*(?: ?{_UNIT})?{_SHARE}")
"""A cell that is a figure: "99.9 %", "within 4 business hours", "within 1 hour in 95 % of cases", "USD 10,000", "12"."""
EMPTY: Final = frozenset({"", "\u2014", "\u2013", "-"})


@dataclass(frozen=True)
class Place:
    """What stands at a place of the grid: a cell at its first place or further down, or nothing (`cell` None) over `columns` places."""

    cell: Cell | None
    column: int
    columns: int
    first: bool = True


def layout(table: Table) -> list[list[Place]]:
    """The rows place by place: each spanning cell once a row, with a continuation in each row that it covers."""
    origins: dict[tuple[int, int], tuple[int, int, Cell]] = {}
    for r, row in enumerate(table.rows):
        c = 0
        for cell in row:
            while (r, c) in origins:
                c += 1
            for dr, dc in itertools.product(range(cell.rows), range(cell.columns)):
                origins.setdefault((r + dr, c + dc), (r, c, cell))
            c += cell.columns
    width = max((c for _, c in origins), default=-1) + 1
    rows: list[list[Place]] = []
    for r in range(len(table.rows)):
        places, c = [], 0
        while c < width:
            origin = origins.get((r, c))
            span = next((n for n in range(1, width - c) if origins.get((r, c + n)) != origin), width - c)
            if origin is None:
                places.append(Place(None, c, span))
            else:
                top, left, cell = origin
                span = min(span, left + cell.columns - c)
                places.append(Place(cell, c, span, first=top == r))
            c += span
        rows.append(places)
    return rows


def figure_columns(table: Table) -> frozenset[int]:
    """The columns, other than the first, whose cells below the header rows are all figures.

    None where a cell goes on to a share of cases: these read as phrases of several lines, which stand to the left in the whole table.
    """
    grid = table.grid()[table.headers :]
    found = set()
    if any(cell is not None and "of cases" in cell.text for row in grid for cell in row):
        return frozenset()
    for c in range(1, len(grid[0]) if grid else 0):
        cells = [cell for row in grid if (cell := row[c]) is not None and cell.columns == 1 and cell.text.strip() not in EMPTY]
        if cells and all(FIGURE.fullmatch(words(content).replace("\u00a0", " ").strip()) for cell in cells for content in cell.lines):
            found.add(c)
    return frozenset(found)
