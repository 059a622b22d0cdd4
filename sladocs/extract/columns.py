"""Tables by the words of their header row: which columns a table has, and its rows by column."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sladocs.extract.places import CellSpan, Grid, Span
from sladocs.model.document import Document, Table


@dataclass(frozen=True, slots=True)
class TableForm:
    """A shape of table: its columns with the header words of each, those it must have, and header words that it must not have.

    The first column that matches takes a header cell; `closed` refuses tables with a column that no pattern knows.
    """

    columns: Mapping[str, re.Pattern[str]]
    required: tuple[str, ...]
    barred: re.Pattern[str] | None = None
    closed: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table: its cells by column name, and the whole stretch of text."""

    cells: Mapping[str, CellSpan]
    span: Span

    def name(self, column: str) -> str | None:
        """The cell's words in one line, None where the column or the words are missing."""
        cell = self.cells.get(column)
        return cell.name if cell else None

    def prose(self, column: str) -> str | None:
        """The cell's words with their lines kept apart."""
        cell = self.cells.get(column)
        return cell.prose if cell else None


def header_words(text: str) -> str:
    """A header cell's words in lower case, without marks at the ends."""
    return " ".join(text.lower().split()).strip(" :.*#")


def match_columns(headers: Sequence[str], form: TableForm) -> dict[str, int] | None:
    """The column places of a table with these header words, None where it is not of this form."""
    found: dict[str, int] = {}
    for place, text in enumerate(map(header_words, headers)):
        if form.barred and form.barred.search(text):
            return None
        name = next((name for name, pattern in form.columns.items() if name not in found and pattern.fullmatch(text)), None)
        if name:
            found[name] = place
        elif form.closed:
            return None
    return found if all(name in found for name in form.required) else None


def is_of_form(table: Table, grid: Grid, form: TableForm) -> bool:
    """Whether a table, whose cells are `grid`, is of this form."""
    return _places(table, grid, form) is not None


def form_rows(document: Document, table: Table, grid: Grid, form: TableForm) -> list[Row] | None:
    """The data rows of a table of the document, whose cells are `grid`; None where it is not of this form."""
    places = _places(table, grid, form)
    if places is None:
        return None
    head = max(table.headers, 1)
    rows = []
    for line in grid[head:]:
        cells = {name: cell for name, place in places.items() if (cell := line[place]) is not None}
        present = [cell.span for cell in line if cell is not None]
        if present:
            rows.append(Row(cells, _row_span(document, present)))
    return rows


def _places(table: Table, grid: Grid, form: TableForm) -> dict[str, int] | None:
    head = max(table.headers, 1)
    if table.layout == "signatures" or len(grid) < head:
        return None
    return match_columns([cell.span.text if cell else "" for cell in grid[head - 1]], form)


def _row_span(document: Document, cells: Sequence[Span]) -> Span:
    start, end = min(c.start for c in cells), max(c.end for c in cells)
    text = document.text[start:end]
    return Span(cells[0].block, start, text, text).stripped()
