"""What the columns of a table hold, by their header words and by their content, and its rows cell by cell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Final

from sladocs.extract.columns import header_words
from sladocs.extract.context import Context, context_of
from sladocs.extract.en.heads import HEADS, INDICATOR, PROMISE, UNIT, Column
from sladocs.extract.en.quantities import find_quantities
from sladocs.extract.en.units import UNITS
from sladocs.extract.mentions import find_metrics, find_priorities, is_priority
from sladocs.extract.places import CellSpan
from sladocs.extract.source import Source
from sladocs.model.document import Table, words
from sladocs.model.metrics import Metric

_LONGEST_HEAD: Final = 80


@dataclass(frozen=True, slots=True)
class Head:
    """A column: what it holds, its header's words, and what they say of all its cells."""

    column: Column
    text: str = ""
    metric: Metric | None = None
    priority: str | None = None
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A data row: its cells by place, None where there is none, and the group headings that stand over it inside the table."""

    cells: tuple[CellSpan | None, ...]
    groups: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Form:
    """A table made ready: its columns, its data rows, and the context that holds for all."""

    index: int
    heads: tuple[Head, ...]
    lines: tuple[Line, ...]
    context: Context
    headed: bool = field(default=True)
    lead: str = ""
    """The paragraph right before the table, where it introduces it."""

    def places(self, *columns: Column) -> tuple[int, ...]:
        return tuple(place for place, head in enumerate(self.heads) if head.column in columns)

    def place(self, column: Column) -> int | None:
        return next(iter(self.places(column)), None)

    def has(self, *columns: Column) -> bool:
        return all(self.place(column) is not None for column in columns)


def forms(source: Source) -> Iterator[Form]:
    """All data tables of a document that may hold service levels or credits."""
    for index in source.tables:
        if index not in source.without_levels and (form := read_form(source, index)):
            yield form


def read_form(source: Source, index: int) -> Form | None:
    """The table at `index` with its columns named; None where it has no rows."""
    table = source.document.blocks[index]
    assert isinstance(table, Table)
    grid = source.grid(index)
    if not grid or not grid[0]:
        return None
    count = _header_rows(table, grid)
    columns = [[row[c] for row in grid[:count]] for c in range(len(grid[0]))]
    lines = tuple(_lines(grid[count:]))
    heads = _named([_deep_head(cells) for cells in columns], lines)
    lead = _lead_in(source, index)
    return Form(index, tuple(heads), lines, context_of(source.headings(index), lead, words(table.caption)), headed=count > 0, lead=lead)


def _lead_in(source: Source, index: int) -> str:
    """The paragraph right before the table, where it introduces it."""
    statements = [s for s in source.statements if s.span.block == index - 1 and not s.cell]
    text = statements[-1].text if statements else ""
    return text if text.endswith(":") or len(text) < _LONGEST_HEAD else ""


def _header_rows(table: Table, grid: Sequence[Sequence[CellSpan | None]]) -> int:
    """How many rows are headers: as the reader says, else the first row where it holds no figure and the rows below do."""
    if table.headers:
        return min(table.headers, len(grid))
    first = [cell for cell in grid[0] if cell is not None]
    if any(find_quantities(cell.span.text) or len(cell.span.text) > _LONGEST_HEAD for cell in first):
        return 0
    deep = max((cell.rows for cell in table.rows[0]), default=1)
    if 1 < deep < len(grid) and not any(_has_figure(cell.span.text) for row in grid[:deep] for cell in row if cell is not None):
        return deep
    known = sum(1 for cell in first if _head(cell.span.text).column is not Column.UNKNOWN)
    return 1 if len(grid) > 1 and len(first) > 1 and (known * 2 >= len(first) or (len(first) > 2 and known)) else 0


def _header_text(cells: Sequence[CellSpan | None]) -> str:
    return " ".join(dict.fromkeys(" ".join(cell.span.text.split()) for cell in cells if cell is not None and not cell.empty))


def _deep_head(cells: Sequence[CellSpan | None]) -> Head:
    """A column by its header cells, of which the lowest says most where the column has several."""
    head = _head(_header_text(cells))
    last = cells[-1] if cells else None
    if (
        head.column in (Column.UNKNOWN, Column.VALUE)
        and not head.priority
        and last is not None
        and not last.empty
        and is_priority(last.span.text)
    ):
        return Head(Column.VALUE, head.text, head.metric, " ".join(last.span.raw.split()), head.unit)
    return head


def _head(text: str) -> Head:
    """A column by its header words."""
    plain = header_words(UNIT.sub(" ", text) if not text.strip().startswith("(") else text)
    plain = " ".join(re.sub(r"[*\u2020\u2021]|\s*\(s\)|(?<=[a-z][a-z][a-z])\d$", "", plain).split())
    unit = _unit_of(text)
    if len(text) > _LONGEST_HEAD:
        return Head(Column.TEXT, text)
    found = next((column for column, pattern in HEADS if pattern.fullmatch(plain)), Column.UNKNOWN)
    metrics = [
        m
        for m in find_metrics(plain)
        if found in (Column.UNKNOWN, Column.TARGET, Column.MINIMUM, Column.BAND, Column.WINDOW) or (not m.weak and found is Column.TEXT)
    ]
    if found is Column.BAND or (found in (Column.UNKNOWN, Column.TARGET, Column.WINDOW) and metrics):
        best = next((m for m in metrics if not m.weak), metrics[0] if metrics else None)
        return Head(found if found is Column.BAND else Column.VALUE, text, best.metric if best else None, unit=unit)
    if found is Column.UNKNOWN and plain and is_priority(text):
        return Head(Column.VALUE, text, priority=text.strip(), unit=unit)
    return Head(found, text, unit=unit)


def _unit_of(text: str) -> str | None:
    """The unit that a header names for its cells."""
    for match in UNIT.finditer(text):
        name = (match["unit"] or match["unit2"]).strip().split(" of ")[0]
        if found := next((p.unit for p in UNITS if not p.glued and p.regex.fullmatch(name)), None):
            return found
    return None


def _lines(grid: Sequence[Sequence[CellSpan | None]]) -> Iterator[Line]:
    """The data rows; a row that is one text across the table is a heading for those below."""
    group: tuple[str, ...] = ()
    for row in grid:
        distinct = {cell.span.start: cell for cell in row if cell is not None and re.search(r"\w", cell.span.text)}
        if len(distinct) == 1 and len(row) > 1:
            (cell,) = distinct.values()
            whole = sum(1 for c in row if c is cell) == len(row) or (len(row) > 2 and row[0] is cell)
            if whole and len(cell.span.text) < 120 and not find_quantities(cell.span.text):
                group = (cell.span.text,)
                continue
        yield Line(tuple(row), group)


def _named(heads: list[Head], lines: Sequence[Line]) -> list[Head]:
    """The columns, those with unknown headers by their content: classes of incidents, metrics."""
    named = list(heads)
    for place, head in enumerate(heads):
        cells = [cell.span.text for line in lines if place < len(line.cells) and (cell := line.cells[place]) is not None and not cell.empty]
        if not cells:
            continue
        if (
            head.column in (Column.UNKNOWN, Column.SERVICE, Column.METRIC, Column.TARGET)
            and place < 2
            and _most(cells, _is_class)
            and not any(h.column is Column.PRIORITY for h in named)
        ):
            named[place] = Head(Column.PRIORITY, head.text)
        elif (
            head.column in (Column.UNKNOWN, Column.TARGET, Column.SERVICE)
            and place == 0
            and not any(h.column is Column.METRIC for h in heads)
            and _most(cells, lambda text: len(text) < _LONGEST_HEAD and any(not m.weak or len(text) < 40 for m in find_metrics(text)))
        ):
            named[place] = Head(Column.METRIC, head.text)
        elif head.column is Column.KIND and _most(cells, _has_figure):
            named[place] = Head(Column.TARGET, head.text, unit=head.unit)
        elif head.column is Column.UNKNOWN and all(INDICATOR.fullmatch(text) or PROMISE.fullmatch(text) for text in cells):
            named[place] = Head(Column.KIND, head.text)
        elif head.column is Column.METRIC and place and any(h.column is Column.METRIC for h in named[:place]) and _most(cells, _has_figure):
            named[place] = Head(Column.TARGET, head.text, unit=head.unit)
        elif (
            place == 0
            and head.column is Column.UNKNOWN
            and any(h.metric for h in heads[1:])
            and all(len(text) < _LONGEST_HEAD and not _has_figure(text) for text in cells)
        ):
            named[place] = Head(Column.SERVICE, head.text)
    return _banded(named, lines)


def _banded(heads: list[Head], lines: Sequence[Line]) -> list[Head]:
    """The column of bands: in a table of credits without a target column the first column of figures; elsewhere there is none."""
    present = {head.column for head in heads}
    if Column.CREDIT not in present:
        return [replace(head, column=Column.VALUE) if head.column is Column.BAND and head.metric else head for head in heads]
    if present & {Column.BAND, Column.TARGET, Column.PRIORITY, Column.METRIC}:
        return heads
    place = next(
        (
            p
            for p, head in enumerate(heads)
            if head.column in (Column.VALUE, Column.UNKNOWN, Column.SERVICE, Column.TEXT) and _figures(p, lines)
        ),
        None,
    )
    return [Head(Column.BAND, h.text, h.metric, unit=h.unit) if p == place else h for p, h in enumerate(heads)]


def _figures(place: int, lines: Sequence[Line]) -> bool:
    cells = [cell.span.text for line in lines if place < len(line.cells) and (cell := line.cells[place]) is not None and not cell.empty]
    return bool(cells) and _most(cells, _has_figure)


def _has_figure(text: str) -> bool:
    return bool(find_quantities(text)) or bare_figure(text) is not None


def _is_class(text: str) -> bool:
    return is_priority(text) or any(p.start <= 2 for p in find_priorities(text))


def _most(cells: Sequence[str], test: object) -> bool:
    assert callable(test)
    return sum(1 for text in cells if test(text)) * 3 >= len(cells) * 2


def is_target_word(text: str) -> bool:
    """Whether a row's first cell says no more than that a target follows ("Acceptable quality level")."""
    words = header_words(text)
    return next((column for column, pattern in HEADS if pattern.fullmatch(words)), None) is Column.TARGET and not find_metrics(words)


def bare_figure(text: str) -> Decimal | None:
    """The number of a cell that holds nothing else."""
    match = re.fullmatch(r"\s*(?:<=?|>=?|\u2264|\u2265)?\s*(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)\s*", text)
    return Decimal(match[1].replace(",", "")) if match else None
