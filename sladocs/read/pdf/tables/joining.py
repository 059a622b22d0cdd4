"""Tables that go on over a page: the repeated header dropped, a row that the page's end broke joined."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from sladocs.model.labels import is_bullet
from sladocs.read.pdf.tables.found import PageCell, PageTable
from sladocs.read.pdf.tables.rows import OPEN

_NEAR: Final = 5.0
"""Points by which drawn edges of columns may differ from page to page."""


def join(above: PageTable, below: PageTable) -> PageTable | None:
    """The table that two make when the second, on the next page, is the next thing after the first; None where they are two tables."""
    if not same_columns(above, below):
        return None
    rest = _without_header(above, below)
    if rest is None:
        return None
    rows = list(above.rows)
    if rest and rows and not _spans_down(rows) and _goes_on(above, rest[0]):
        rows[-1] = [_joined(a, b) for a, b in zip(rows[-1], rest[0], strict=True)]
        rest = rest[1:]
    return replace(above, rows=[*rows, *rest], last=below.last or below.page)


def same_columns(above: PageTable, below: PageTable) -> bool:
    """Whether two tables have the same columns: their edges, or no word across an edge of the other's where white space parts them."""
    if len(above.columns) != len(below.columns):
        return False
    if above.columns and abs((above.x1 - above.x0) - (below.x1 - below.x0)) <= _NEAR:
        pairs = zip(_from_left(above), _from_left(below), strict=True)
        if all(abs(a - b) <= _NEAR for a, b in pairs):
            return True
    return "white" in (above.route, below.route) and _clear(above, below) and _clear(below, above)


def _from_left(table: PageTable) -> list[float]:
    """Edges counted from the table's left edge: margins of left and right pages differ."""
    return [x - table.x0 for x in table.columns]


def _clear(one: PageTable, other: PageTable) -> bool:
    """Whether the inner edges of one table cross no word of the other but a few."""
    words = other.words()
    crossed = sum(1 for w in words for x in one.columns[1:-1] if w.x0 + 1 < x < w.x1 - 1)
    return crossed <= 0.02 * len(words)


def _without_header(above: PageTable, below: PageTable) -> list[list[PageCell]] | None:
    """The rows of the second table without a header that repeats the first one's; None where it has another header."""
    count = above.headers or 1
    head, again = _texts(above.rows[:count]), _texts(below.rows[:count])
    if head == again and len(below.rows) >= count and any(any(row) for row in head):
        return below.rows[count:]
    if below.headers and above.headers:
        return None
    return below.rows


def _texts(rows: Sequence[Sequence[PageCell]]) -> list[list[str]]:
    return [["".join(cell.text.split()) for cell in row] for row in rows]


def _spans_down(rows: Sequence[Sequence[PageCell]]) -> bool:
    """Whether a cell reaches from an earlier row into the last one: which cell is which is not told then."""
    return any(
        cell.rows > len(rows) - r or (r < len(rows) - 1 and cell.rows >= len(rows) - r) for r, row in enumerate(rows) for cell in row
    )


def _goes_on(above: PageTable, first: Sequence[PageCell]) -> bool:
    """Whether the first row of a page goes on with the last one of the page before.

    Its key cell is empty where rows have keys, and either other cells are empty as well, or all its cells go on with a sentence.
    """
    last = above.rows[-1]
    if len(first) != len(last) or [c.columns for c in first] != [c.columns for c in last]:
        return False
    if any(not b.lines for b in first) and not any(a.lines for a in last):
        return False
    filled = [k for k, cell in enumerate(first) if cell.lines]
    if not filled:
        return False
    runs_on = [k for k in filled if last[k].lines and _runs_on(last[k], first[k])]
    key = _key(above)
    if first[key or 0].lines:
        owed = any(not cell.lines and column in _usual(above) for column, cell in enumerate(first))
        return (len(runs_on) * 2 > len(filled) or (bool(runs_on) and owed)) and not any(_ends(last[k], first[k]) for k in filled)
    if key is None or not last[key].lines:
        return len(runs_on) == len(filled)
    return len(filled) < len(first) - 1 or len(filled) == 1 or len(runs_on) * 2 >= len(filled)


def _usual(table: PageTable) -> list[int]:
    """The columns that are filled in most rows."""
    rows = [row for row in table.rows[table.headers :] if len(row) == len(table.columns) - 1]
    return [c for c in range(len(table.columns) - 1) if rows and sum(bool(row[c].lines) for row in rows) >= 0.75 * len(rows)]


def _key(table: PageTable) -> int | None:
    """The first column that is filled in most rows: it names them."""
    return next(iter(_usual(table)), None)


def _runs_on(above: PageCell, below: PageCell) -> bool:
    """Whether the words of a cell go on with those of another as a sentence does."""
    last, first = above.lines[-1][-1].text, below.lines[0][0].text
    return not last.endswith((".", ";", ":", "!", "?")) and (
        first[:1].islower() or last.lower() in OPEN or last.endswith((",", "-", "\u00ad"))
    )


def _ends(above: PageCell, below: PageCell) -> bool:
    """Whether the words of a cell end with a sentence, or those of the other begin with a figure or sign."""
    first = below.lines[0][0].text
    return not above.lines or above.lines[-1][-1].text.endswith((".", ";", "!", "?")) or is_bullet(first)


def _joined(above: PageCell, below: PageCell) -> PageCell:
    return replace(above, lines=[*above.lines, *below.lines])
