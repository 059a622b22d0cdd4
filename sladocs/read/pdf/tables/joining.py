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
    pairs = _pairs(above, rest[0]) if rest and rows else []
    if pairs and _goes_on(above, pairs):
        longer = {id(last): _joined(last, first) for last, first in pairs}
        rows = [[longer.get(id(cell), cell) for cell in row] for row in rows]
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
    if below.headers and above.headers and not below.guessed:
        return None
    return below.rows


def _texts(rows: Sequence[Sequence[PageCell]]) -> list[list[str]]:
    return [["".join(cell.text.split()) for cell in row] for row in rows]


def _pairs(above: PageTable, first: Sequence[PageCell]) -> list[tuple[PageCell, PageCell]]:
    """The cells that end at the foot of a table with those of a row that stand below them; none where their columns differ."""
    last: list[PageCell] = []
    for cell in above.grid()[-1]:
        if cell is None:
            return []
        if not last or last[-1] is not cell:
            last.append(cell)
    if [cell.columns for cell in last] != [cell.columns for cell in first]:
        return []
    return list(zip(last, first, strict=True))


def _goes_on(above: PageTable, pairs: Sequence[tuple[PageCell, PageCell]]) -> bool:
    """Whether the first row of a page goes on with the last one of the page before.

    Its key cell is empty where rows have keys, and either other cells are empty as well, or its cells go on with a sentence. A row with a
    key goes on where most cells are in the middle of a sentence, or one is while cells are empty that rows usually fill.
    """
    filled = [k for k, (_, first) in enumerate(pairs) if first.lines]
    if not filled or not any(last.lines for last, _ in pairs):
        return False
    runs_on = [k for k in filled if pairs[k][0].lines and _runs_on(*pairs[k])]
    usual = _usual(above) if len(pairs) == len(above.columns) - 1 else []
    key = next(iter(usual), None)
    if pairs[key or 0][1].lines:
        owed = any(not first.lines and column in usual for column, (_, first) in enumerate(pairs))
        return (len(runs_on) * 2 > len(filled) or (bool(runs_on) and owed)) and not any(_ends(*pairs[k]) for k in filled)
    if key is None or not pairs[key][0].lines:
        return len(runs_on) == len(filled)
    return len(filled) < len(pairs) - 1 or len(filled) == 1 or len(runs_on) * 2 >= len(filled)


def _usual(table: PageTable) -> list[int]:
    """The columns that are filled in most rows; the first of them names the rows."""
    rows = table.grid()[table.headers :]
    counts = [sum(bool(cell and cell.lines) for cell in column) for column in zip(*rows, strict=True)]
    return [c for c, count in enumerate(counts) if count >= 0.75 * len(rows)]


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
    return replace(above, lines=[*above.lines, *below.lines], rows=above.rows + below.rows - 1)
