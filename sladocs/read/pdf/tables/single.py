"""Tables of one column: a header set off from the rows below it, each between drawn lines. A box without such a header is a paragraph."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from sladocs.read.pdf.page import Box, Page, Word
from sladocs.read.pdf.tables.found import PageCell, PageTable
from sladocs.read.pdf.tables.lines import lines_of

_MARGIN = 16.0
"""Points between a line and the words of a row at most."""
_MOST_LINES = 6


def single_columns(x0: float, x1: float, ys: Sequence[float], page: Page, words: Sequence[Word]) -> list[PageTable]:
    """The tables of one column that free words of a page make between level lines of one length at the places `ys`."""
    strips = [_strip(x0, x1, top, bottom, words) for top, bottom in itertools.pairwise(ys)]
    tables: list[PageTable] = []
    at = 0
    while at < len(strips) - 1:
        head = strips[at]
        if head is None or not _is_shaded(head, page.boxes):
            at += 1
            continue
        after = at + 1
        while after < len(strips) and (strip := strips[after]) is not None and not _is_shaded(strip, page.boxes):
            after += 1
        rows = [[cell] for cell in strips[at:after] if cell is not None]
        if len(rows) > 1:
            tables.append(PageTable(page.number, x0, ys[at], x1, ys[after], rows, headers=1, columns=[x0, x1], route="single"))
        at = after
    return tables


def _strip(x0: float, x1: float, top: float, bottom: float, words: Sequence[Word]) -> PageCell | None:
    """The cell between two lines; None where it is empty, or as loose or long as text between two lines is."""
    inside = [w for w in words if top < (w.top + w.bottom) / 2 < bottom and x0 - 1 < (w.x0 + w.x1) / 2 < x1 + 1]
    lines = lines_of(inside)
    if not lines or len(lines) > _MOST_LINES or lines[0].top - top > _MARGIN or bottom - lines[-1].bottom > _MARGIN:
        return None
    return PageCell([line.words for line in lines], 1, 1, x0, top, x1, bottom)


def _is_shaded(cell: PageCell, boxes: Sequence[Box]) -> bool:
    """Whether a ground colour fills a cell from line to line."""
    return any(
        abs(box.x0 - cell.x0) < 4 and abs(box.x1 - cell.x1) < 4 and abs(box.top - cell.top) < 4 and abs(box.bottom - cell.bottom) < 4
        for box in boxes
    )
