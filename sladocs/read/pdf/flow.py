"""The pages of a PDF as one flow of lines and tables, without what stands beside the text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from sladocs.read.pdf.columns import ordered
from sladocs.read.pdf.contents import without_contents
from sladocs.read.pdf.furniture import text_of, without_furniture, without_underlines
from sladocs.read.pdf.headings import CAPTION
from sladocs.read.pdf.lines import Line, Segment, line_of, rows, segments
from sladocs.read.pdf.numbers import without_numbers
from sladocs.read.pdf.page import Box, Page, Rule, Word
from sladocs.read.pdf.paragraphs import label_of
from sladocs.read.pdf.tables import find_tables, join

if TYPE_CHECKING:
    from sladocs.read.pdf.tables import PageTable
    from sladocs.read.pdf.tables.opinion import Opinion

Row = list[Segment]

_FEWEST: Final = 2
"""Lines with gaps from which there may be a table without drawn lines."""
_NEAR_END: Final = 30.0
"""Points from its end to the last line of a page within which a table may go on over the page."""


@dataclass
class Flow:
    """Lines and tables in reading order. `size` is that of most of the text."""

    items: list[Line | PageTable] = field(default_factory=list)
    size: float = 10.0

    @property
    def lines(self) -> list[Line]:
        """The lines alone."""
        return [item for item in self.items if isinstance(item, Line)]


def text_of_pages(pages: Sequence[Page]) -> list[list[Row]]:
    """The lines of each page without what stands beside the text: running heads and feet, numbers of pages, the list of contents."""
    return without_numbers(without_contents(without_furniture(pages, [rows(segments(page.words)) for page in pages])))


def flow_of(
    pages: Sequence[Page], kept: Sequence[list[Row]], opinion: Callable[[int], Opinion] | None = None, *, careful: bool = False
) -> Flow:
    """The flow of a whole document, whose lines of text are `kept`.

    `opinion` gives for a page's number the question that is asked where its tables are in doubt, or, for the `careful`, about each of them.
    """
    flow = Flow()
    size = _usual_size(part for page_rows in kept for row in page_rows for part in row)
    above: PageTable | None = None
    for page, page_rows in zip(pages, kept, strict=True):
        page.words = [word for row in page_rows for part in row for word in part.words]
        page.rules = without_underlines(page, page_rows, size)
        tables = _tables(page, page_rows, above, opinion(page.number) if opinion else None, careful=careful)
        above = tables[-1] if tables and page_rows[-1][0].bottom < tables[-1].bottom + _NEAR_END else None
        flow.items += _page_items(page, page_rows, tables)
        page.rules, page.boxes = [], []
    flow.items = _joined(flow.items)
    flow.size = _usual_size(flow.lines) if flow.lines else size
    _set_edges(pages, flow.lines)
    return flow


def _tables(page: Page, page_rows: Sequence[Row], above: PageTable | None, opinion: Opinion | None, *, careful: bool) -> list[PageTable]:
    """The tables of a page. A caption ends a table that stands over it: what lies below it is looked at by itself."""
    if not page_rows or (above is None and not page.rules and not page.boxes and not _has_columns(page_rows)):
        return []
    cuts = [row[0].top - 1 for row in page_rows if len(row) == 1 and CAPTION.match(text_of(row)) and not _in_grid(page, row[0])]
    edges = [-1.0, *cuts, page.height + 1]
    found: list[PageTable] = []
    for top, bottom in pairwise(edges):
        part = page if not cuts else _band(page, top, bottom)
        if part.words:
            found += find_tables(part, above=above if top < 0 else None, opinion=opinion, careful=careful)
    return found


def _has_columns(page_rows: Sequence[Row]) -> bool:
    """Whether some lines have wide gaps that are not those behind labels."""
    return sum(len(row) > 2 or (len(row) == 2 and not label_of(line_of(row, 0))[0]) for row in page_rows if len(row) > 1) >= _FEWEST


def _in_grid(page: Page, part: Segment) -> bool:
    """Whether an upright line passes a line of words, as in a cell."""
    middle = (part.top + part.bottom) / 2
    return any(rule.top < middle < rule.bottom and rule.bottom - rule.top > rule.x1 - rule.x0 for rule in page.rules)


def _band(page: Page, top: float, bottom: float) -> Page:
    """What stands between two heights of a page."""

    def within(thing: Word | Rule | Box) -> bool:
        return top <= (thing.top + thing.bottom) / 2 < bottom

    words, rules, boxes = filter(within, page.words), filter(within, page.rules), filter(within, page.boxes)
    return Page(page.number, page.width, page.height, [*words], [*rules], [*boxes], page.images)


def _page_items(page: Page, page_rows: list[Row], tables: Sequence[PageTable]) -> list[Line | PageTable]:
    if not tables:
        return [*ordered(page_rows, page.number)]
    taken = {id(word) for table in tables for word in table.words()}
    left = rows(segments(word for word in page.words if id(word) not in taken))
    items: list[Line | PageTable] = []
    for table in tables:
        above = [row for row in left if (row[0].top + row[0].bottom) / 2 < table.top]
        items += ordered(above, page.number)
        items.append(table)
        left = left[len(above) :]
    return [*items, *ordered(left, page.number)]


def _joined(items: list[Line | PageTable]) -> list[Line | PageTable]:
    """The items, tables that go on over the end of a page being one."""
    joined: list[Line | PageTable] = []
    for item in items:
        last = joined[-1] if joined else None
        longer = (
            join(last, item)
            if last is not None and not isinstance(last, Line) and not isinstance(item, Line) and _follows(last, item)
            else None
        )
        if longer is not None:
            joined[-1] = longer
            continue
        joined.append(item)
    return joined


def _follows(above: PageTable, below: PageTable) -> bool:
    return below.page == (above.last or above.page) + 1


def _usual_size(parts: Iterable[Segment | Line]) -> float:
    """The size of most letters."""
    counted: dict[float, int] = {}
    for part in parts:
        size = part.words[0].size
        counted[size] = counted.get(size, 0) + len(part.words)
    return round(float(max(counted, key=lambda size: counted[size])), 1) if counted else 10.0


def _set_edges(pages: Sequence[Page], lines: Sequence[Line]) -> None:
    """Give the lines outside columns the edges of the text of pages of that width."""
    widths = {page.number: round(page.width) for page in pages}
    lefts: dict[int, float] = {}
    rights: dict[int, float] = {}
    for line in lines:
        if not line.flow:
            lefts[line.page] = min(lefts.get(line.page, line.x0), line.x0)
            rights[line.page] = max(rights.get(line.page, line.x1), line.x1)
    by_width: dict[int, list[float]] = {}
    for number, right in rights.items():
        by_width.setdefault(widths[number], []).append(right)
    usual = {width: sorted(found)[-1 - len(found) // 4] for width, found in by_width.items()}
    for line in lines:
        if not line.flow:
            line.left, line.right = lefts[line.page], usual[widths[line.page]]
