"""Which rows of a table are its header: by letters, ground colour, spans, or words over figures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from sladocs.read.pdf.page import Box
from sladocs.read.pdf.tables.found import PageCell, PageTable

_FIGURE: Final = re.compile(r"\d")
_MOST: Final = 4


def count_headers(table: PageTable, boxes: Sequence[Box]) -> int:
    """The number of header rows; at least one row is none."""
    rows = table.rows
    if len(rows) < 2:
        return 0
    most = min(_MOST, len(rows) - 1)
    count = _leading_bold(rows, most) or _leading_shaded(table, boxes, most)
    if not count and table.topped:
        count = 1
    if not count and _words_over_figures(table):
        count, table.guessed = 1, True
    if (
        not count
        and len(rows[0]) > 1
        and any(cell.columns > 1 for cell in rows[0])
        and all(cell.lines or cell.rows > 1 for cell in rows[0])
    ):
        count = min(2, most)  # a group over the columns that the second row names
    if count:
        while count < most and any(cell.rows > count - r for r, row in enumerate(rows[:count]) for cell in row):
            count += 1
    return count


def _leading_bold(rows: Sequence[Sequence[PageCell]], most: int) -> int:
    """How many rows at the top are bold while the rest is not; 0 where all are."""
    count = 0
    while count < len(rows) and _is_bold(rows[count]):
        count += 1
    if count > most or (any(_is_bold(row) and len([c for c in row if c.lines]) > 1 for row in rows[count + 1 :]) and count > 1):
        return 1 if count and not _is_bold(rows[-1]) and count <= most else 0
    return count


def _is_bold(row: Sequence[PageCell]) -> bool:
    filled = [cell for cell in row if cell.lines]
    return len(filled) > 0 and all(cell.bold for cell in filled)


def _leading_shaded(table: PageTable, boxes: Sequence[Box], most: int) -> int:
    """How many rows at the top have a ground colour that the row after them, and the last one, have not."""
    if not boxes:
        return 0
    fills = [_fill(row, boxes) for row in table.rows]
    count = 0
    while count < len(fills) and fills[count] is not None and fills[count] == fills[0]:
        count += 1
    return count if 0 < count <= most and fills[0] not in fills[count:] else 0


def _fill(row: Sequence[PageCell], boxes: Sequence[Box]) -> tuple[int, int, int] | None:
    """The ground colour of a row: that of its first cell with words."""
    for cell in row:
        if cell.lines:
            word = cell.lines[0][0]
            x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
            under = [box for box in boxes if box.x0 <= x <= box.x1 and box.top <= y <= box.bottom]
            return under[-1].fill if under else None
    return None


def _words_over_figures(table: PageTable) -> bool:
    """Whether the first row is words in every column, and some column holds figures in most rows below."""
    first = table.rows[0]
    if len(first) != len(table.columns) - 1 or any(cell.columns > 1 for cell in first) or len(table.rows) < 3:
        return False
    if sum(bool(cell.lines) for cell in first) < len(first) - 1 or any(_FIGURE.search(cell.text) for cell in first):
        return False
    grid = table.grid()[1:]
    for c in range(len(first)):
        column = [cell.text for row in grid if (cell := row[c]) is not None and cell.lines]
        if first[c].lines and len(column) >= 0.5 * len(grid) and sum(bool(_FIGURE.search(t)) for t in column) >= 0.7 * len(column):
            return True
    return False


def with_header_joined(table: PageTable) -> PageTable:
    """The table, a header that was taken for two rows made one: its cells stand at the foot, so that its first line leaves some empty."""
    rows = table.rows
    if table.route == "ruled" or len(rows) < 3 or len(rows[0]) != len(rows[1]) or any(cell.columns > 1 for cell in (*rows[0], *rows[1])):
        return table
    first, second, third = rows[0], rows[1], rows[2]
    gap = second[0].top
    bold = (_is_bold(first) and _is_bold(second) and not _is_bold(third)) or _names_below(table)
    empty = [k for k, cell in enumerate(first) if not cell.lines]
    if bold and empty and all(second[k].lines for k in empty) and gap:
        made = [PageCell([*a.lines, *b.lines], 1, 1, a.x0, a.top, a.x1, b.bottom) for a, b in zip(first, second, strict=True)]
        table.rows = [made, *rows[2:]]
    return table


def _names_below(table: PageTable) -> bool:
    """Whether the first row goes on in the second with names of columns: empty over the rows' keys, and figures only further down.

    A group over several columns has the same names below it more than once.
    """
    first, second = table.rows[0], table.rows[1]
    names = [cell.text for cell in second]
    if first[0].lines or len(set(names)) < len(names) or any(_FIGURE.search(cell.text) for cell in (*first, *second)):
        return False
    below = [cell.text for row in table.rows[2:] for cell in row[1:] if cell.lines]
    return sum(bool(_FIGURE.search(text)) for text in below) * 3 >= len(below) > 0
