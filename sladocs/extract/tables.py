"""Tables made ready to be read: header rows, columns by what they hold, data rows, and what is said once for all cells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Final

from sladocs.extract.axes import has_figure, name_columns
from sladocs.extract.columns import header_words
from sladocs.extract.context import Context, context_of
from sladocs.extract.en.heads import ABOUT_TIMES, HEADS, NOTE, SAME, SHARE_OF_CASES, UNIT_SAID, Column
from sladocs.extract.en.quantities import find_quantities
from sladocs.extract.en.windows import find_statistic
from sladocs.extract.figures import read_target
from sladocs.extract.headers import LONGEST_HEAD, Head, name_metrics, read_head, unit_called
from sladocs.extract.mentions import find_metrics, is_priority
from sladocs.extract.places import CellSpan, Span
from sladocs.extract.source import Source
from sladocs.model.document import Heading, Paragraph, Table, block_text, words
from sladocs.model.metrics import Metric

__all__ = ["Form", "Head", "Line", "forms", "read_form"]

_LONGEST_NOTE: Final = 250
_NOTES: Final = 3
_INTERVALS: Final = (Metric.BACKUP_FREQUENCY, Metric.UPDATE_INTERVAL)
_VALUES: Final = (Column.TARGET, Column.MINIMUM, Column.VALUE, Column.ATTAINMENT, Column.WINDOW)
_NAMES: Final = (Column.PRIORITY, Column.METRIC, Column.SERVICE)
Row = Sequence[CellSpan | None]


@dataclass(frozen=True, slots=True)
class Line:
    """A data row: its cells by place, None where there is none, and the group headings that stand over it inside the table."""

    cells: tuple[CellSpan | None, ...]
    groups: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Form:
    """A table made ready: its columns, its data rows, and the context that holds for all. `unit` is that of its bare figures."""

    index: int
    heads: tuple[Head, ...]
    lines: tuple[Line, ...]
    context: Context
    headed: bool = field(default=True)
    lead: str = ""
    """The paragraph right before the table, where it introduces it."""
    unit: str | None = None
    share: Decimal | None = None
    """The share of cases that its lead-in or a note says for all its times, in per cent."""
    marked: str = ""
    """The marks of notes below the table that say that the clock runs in working hours only."""

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
    blank = next((r for r, row in enumerate(grid) if not all(_blank(cell) for cell in row)), 0)
    titles, rows = _titles(grid[blank:])
    count = _header_rows(max(table.headers - blank - len(titles), 0) if len(rows) > 1 else 0, rows, 1 if titles else 0)
    lines = tuple(_lines(rows[count:]))
    heads = [read_head([row[c] for row in rows[:count]], [_spans(row, c) for row in rows[:count]]) for c in range(len(grid[0]))]
    heads = [_spelled_out(head, source) for head in heads]
    named = name_columns(heads, [_texts(lines, c) for c in range(len(grid[0]))])
    lines = tuple(_continued(_filled(lines, named), named))
    lead, notes = _lead_in(source, index), list(_notes(source, index))
    context = context_of(source.headings(index), lead, words(table.caption), *titles)
    if not context.metrics:
        over = [*source.headings(index)[-1:], lead, words(table.caption)]
        context = replace(
            context, metrics=tuple(dict.fromkeys(m.metric for text in over for m in name_metrics(text) if len(text) < LONGEST_HEAD))
        )
    if not context.statistic:
        context = replace(
            context, statistic=next((s for text in (words(table.caption), lead, *titles) if (s := find_statistic(text))), None)
        )
    if any(not mark and context.under(note).business for mark, note in notes):
        context = replace(context, business=True)
    marked = "".join(mark for mark, note in notes if mark and Context().under(note).business)
    said = [words(table.caption), *titles, *(note for _, note in notes), lead, *source.headings(index)[-1:]]
    named = list(_told(named, [words(table.caption), lead, *titles, *reversed(source.headings(index)[-1:])]))
    unit = next((unit for text in said if (unit := _unit_said(text))), None)
    shares = [
        m for text in (_block_before(source, index), words(table.caption), *(n for _, n in notes)) if (m := SHARE_OF_CASES.search(text))
    ]
    share = Decimal(shares[0]["value"]) if shares else None
    return Form(index, tuple(named), lines, context, headed=count > 0, lead=lead, unit=unit, share=share, marked=marked)


_SHORT_NAME: Final = re.compile(r"\b[A-Z]{2,4}\b")


def _spelled_out(head: Head, source: Source) -> Head:
    """A column headed by letters that the document's text explains ("Response Time (RT)"), read by the words that they stand for."""
    letters = _SHORT_NAME.search(head.text) if head.metric is None and len(head.text) < LONGEST_HEAD / 2 else None
    if letters is None:
        return head
    long = re.compile(
        r"\b" + r"[\s-]+(?:of\s+|to\s+|the\s+)?".join(rf"(?i:{letter})[a-z]+" for letter in letters[0]) + rf"\s*\(\W?{letters[0]}\W?\)"
    )
    found = long.search(source.document.text)
    if found is None:
        return head
    text = f"{head.text[: letters.start()]}{found[0].partition('(')[0].strip()}{head.text[letters.end() :]}"
    span = Span(0, 0, text, text)
    told = read_head([CellSpan(span, (span,))], [False])
    return told if told.metric else head


def _told(heads: Sequence[Head], over: Sequence[str]) -> Iterator[Head]:
    """The columns with the metrics that the words over the table name: in their order, or for a frequency."""
    bare = [p for p, head in enumerate(heads) if head.column is Column.VALUE and not head.text]
    orders = [[m.metric for m in find_metrics(text)] for text in over if text]
    order = next((found for found in orders if len(found) == len(bare) > 1 and len(set(found)) == len(found)), [])
    interval = next((m for found in orders for m in found if m in _INTERVALS), None)
    free = not any(head.column in (Column.TARGET, Column.MINIMUM) for head in heads)
    for place, head in enumerate(heads):
        if place in bare and order:
            yield replace(head, metric=order[bare.index(place)])
        elif (
            interval
            and free
            and head.column is Column.WINDOW
            and re.search(r"\bfrequency|\binterval|\bhow\s+often", head.text, re.IGNORECASE)
        ):
            yield replace(head, column=Column.VALUE, metric=interval)
        else:
            yield head


def _titles(grid: Sequence[Row]) -> tuple[list[str], Sequence[Row]]:
    """The rows at the top that are one text across the table, and the rows below them."""
    count = 0
    while count + 2 < len(grid) and (cell := _alone(grid[count])) and not find_quantities(cell.span.text) and len(grid[0]) > 1:
        if sum(1 for c in grid[count] if c is cell) < len(grid[count]):
            break
        if find_metrics(cell.span.text) and not any(c is not None and is_header(c.span.text) for c in grid[count + 1]):
            break
        count += 1
    return [cell.span.text for row in grid[:count] if (cell := _alone(row))], grid[count:]


def _alone(row: Row) -> CellSpan | None:
    """The only cell of a row that says something."""
    distinct = {cell.span.start: cell for cell in row if cell is not None and re.search(r"\w", cell.span.text)}
    return next(iter(distinct.values())) if len(distinct) == 1 else None


def is_header(text: str) -> bool:
    """Whether the words of a cell are such as head a column."""
    plain = header_words(text)
    return any(pattern.fullmatch(plain) for _, pattern in HEADS) or is_priority(text)


def is_target_word(text: str) -> bool:
    """Whether a row's first cell says no more than that a target follows ("Acceptable quality level")."""
    plain = header_words(text)
    return next((column for column, pattern in HEADS if pattern.fullmatch(plain)), None) is Column.TARGET and not find_metrics(plain)


def _header_rows(said: int, grid: Sequence[Row], least: int) -> int:
    """How many rows are headers: as the reader says, where the rows bear it out, else by their words."""
    count = min(said, len(grid)) if not (said == 1 and _is_data(grid)) else 0
    if not said and not _is_data(grid):
        count = _guessed(grid)
    count = max(count, min(least, len(grid) - 1)) if not _is_data(grid) else count
    while count and count + 1 < len(grid) and _divided(grid[count - 1]) and _heads_only(grid[count]):
        count += 1
    return count


def _is_data(grid: Sequence[Row]) -> bool:
    """Whether the first row is one of data: it names a metric or a class first, and then says a whole target."""
    first = [cell for cell in grid[0] if cell is not None]
    if len(first) < 2 or len(grid) < 2 or any(is_header(cell.span.text) and not is_priority(cell.span.text) for cell in first[:1]):
        return False
    target = any(read_target(cell.span.text) for cell in first[1:] if has_figure(cell.span.text) and cell.span.text.strip())
    return target and bool(is_priority(first[0].span.text) or any(not m.weak for m in find_metrics(first[0].span.text)))


def _guessed(grid: Sequence[Row]) -> int:
    """The number of header rows of a table whose reader knows of none."""
    first = [cell for cell in grid[0] if cell is not None]
    if any(find_quantities(cell.span.text) or len(cell.span.text) > LONGEST_HEAD for cell in first):
        return 0
    deep = 1
    while deep < len(grid) and any(a is b and a is not None for a, b in zip(grid[deep - 1], grid[deep], strict=True)):
        deep += 1
    if 1 < deep < len(grid) and not any(has_figure(cell.span.text) for row in grid[:deep] for cell in row if cell is not None):
        return deep
    known = sum(1 for cell in first if _known(cell))
    if len(grid) < 2 or len(first) < 2:
        return 0
    if _blank(grid[0][0]) and len(first) > 2 and not any(has_figure(c.span.text) for c in first) and _alone(grid[0]) is None:
        return 1
    return 1 if known * 2 >= len(first) or (len(first) > 2 and known) else 0


def _known(cell: CellSpan) -> bool:
    return read_head([cell], [False]).column is not Column.UNKNOWN


def _divided(row: Row) -> bool:
    """Whether a header row has a cell over several columns, beside others."""
    return any(_spans(row, place) for place in range(len(row))) and _alone(row) is None


def _spans(row: Row, place: int) -> bool:
    return row[place] is not None and (
        row[place] is (row[place - 1] if place else None) or row[place] is (row[place + 1] if place + 1 < len(row) else None)
    )


def _heads_only(row: Row) -> bool:
    """Whether a row is the lower part of a header: short cells without figures."""
    return all(cell is None or (len(cell.span.text) < LONGEST_HEAD / 2 and not has_figure(cell.span.text)) for cell in row)


def _lines(grid: Sequence[Row]) -> Iterator[Line]:
    """The data rows; a row that is one text across the table is a heading for those below."""
    group: tuple[str, ...] = ()
    for row in grid:
        cell = _alone(row)
        if cell is not None and len(row) > 1 and not any(c is not None and c.empty and not _blank(c) for c in row):
            whole = sum(1 for c in row if c is cell) == len(row) or (row[0] is cell and row[1] is not None)
            if whole and len(cell.span.text) < 120 and not find_quantities(cell.span.text):
                group = (cell.span.text,)
                continue
        yield Line(tuple(row), group)


def _filled(lines: Sequence[Line], heads: Sequence[Head]) -> Iterator[Line]:
    """The rows with the cell above in place of each that says "as above"."""
    above: tuple[CellSpan | None, ...] = ()
    for line in lines:
        cells = tuple(
            above[p] if above and cell is not None and heads[p].column in _VALUES and SAME.fullmatch(cell.span.text) else cell
            for p, cell in enumerate(line.cells)
        )
        above = cells
        yield replace(line, cells=cells)


def _continued(lines: Iterable[Line], heads: Sequence[Head]) -> Iterator[Line]:
    """The rows with the name of the row above where a later row of one class, metric or service leaves it blank."""
    above: Line | None = None
    for row in lines:
        line = row
        if above is not None and above.groups == row.groups:
            cells = list(row.cells)
            for place, head in enumerate(heads):
                if not _blank(cells[place]):
                    break
                if head.column in _NAMES and any(c is not None and not c.empty for c in cells[place + 1 :]):
                    cells[place] = above.cells[place]
            line = replace(row, cells=tuple(cells))
        above = line
        yield line


def _blank(cell: CellSpan | None) -> bool:
    return cell is None or not cell.span.text.strip()


def _texts(lines: Sequence[Line], place: int) -> list[str]:
    """The texts of a column, each merged cell once, without those that are empty."""
    found = {cell.span.start: cell.span.text for line in lines if (cell := line.cells[place]) is not None and not cell.empty}
    return list(found.values())


def _lead_in(source: Source, index: int) -> str:
    """The paragraph right before the table, where it introduces it."""
    statements = [s for s in source.statements if s.span.block == index - 1 and not s.cell]
    text = statements[-1].text if statements else ""
    return text if text.endswith(":") or len(text) < LONGEST_HEAD else ""


def _block_before(source: Source, index: int) -> str:
    """The whole paragraph right before the table."""
    return " ".join(s.text for s in source.statements if s.span.block == index - 1 and not s.cell)


def _notes(source: Source, index: int) -> Iterator[tuple[str, str]]:
    """The short paragraphs right below a table that speak of its figures, each with the mark that it opens with."""
    for block in source.document.blocks[index + 1 : index + 1 + _NOTES]:
        if isinstance(block, Heading | Table) or not isinstance(block, Paragraph):
            return
        text = block_text(block).strip()
        match = NOTE.match(text)
        if len(text) > _LONGEST_NOTE or not (match or ABOUT_TIMES.search(text)):
            return
        yield (match["mark"] if match else "", text[match.end() :] if match else text)


def _unit_said(text: str) -> str | None:
    match = UNIT_SAID.search(text)
    return unit_called(match["unit"] or match["unit2"] or match["unit3"]) if match else None
