"""The tables of a page: drawn grids first, then what lines and shades mark, then white space; a second opinion where these disagree."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Final

from sladocs.read.pdf.page import Page, Word
from sladocs.read.pdf.tables.area import Area, table_of
from sladocs.read.pdf.tables.borderless import runs_of
from sladocs.read.pdf.tables.cells import rows_of
from sladocs.read.pdf.tables.chains import banded, bands_of, families, parted_at_heads, ruled_across, ruled_down, shaded_columns
from sladocs.read.pdf.tables.found import PageTable
from sladocs.read.pdf.tables.growth import grown
from sladocs.read.pdf.tables.headers import count_headers, with_header_joined
from sladocs.read.pdf.tables.joining import same_columns
from sladocs.read.pdf.tables.lines import may_part, wideness
from sladocs.read.pdf.tables.opinion import Opinion, preferred
from sladocs.read.pdf.tables.refusals import refused
from sladocs.read.pdf.tables.rest import rest_of
from sladocs.read.pdf.tables.ruled import Grid, grid_of
from sladocs.read.pdf.tables.single import single_columns
from sladocs.read.pdf.tables.strokes import Stroke, Strokes, figures, places, strokes_of

_LARGE: Final = 0.6
"""The share of a page from which a frame is the page's own."""


def find_tables(page: Page, *, above: PageTable | None = None, opinion: Opinion | None = None, careful: bool = False) -> list[PageTable]:
    """The tables of a page, from top to bottom; no word is in two of them.

    `above` is the last table of the page before: what is left of its last row is found by its columns. `opinion` asks pdfplumber (see
    `plumber`); it is called only where the drawn lines and the words disagree about columns that hold figures; for the `careful`, always.
    """
    finder = _Finder(page, above, opinion, careful=careful)
    if page.rules or page.boxes:
        finder.drawn()
    finder.bare()
    tables = [with_header_joined(table) for table in finder.tables]
    free = max((word.top for word in finder.free), default=0.0)
    for table in tables:
        table.headers = table.headers if table.route == "single" else count_headers(table, page.boxes)
        table.closes = free < table.bottom and all(other.top < table.bottom for other in tables)
    return sorted(tables, key=lambda t: (t.top, t.x0))


class _Finder:
    """The tables found so far, and the words that they have not taken."""

    def __init__(self, page: Page, above: PageTable | None, opinion: Opinion | None, *, careful: bool) -> None:
        self._page = page
        self._above = above
        self._opinion = opinion
        self._careful = careful
        self.free: list[Word] = page.words
        self._level: list[Stroke] = []
        self.tables: list[PageTable] = []

    @cached_property
    def _wide(self) -> float:
        return wideness(self._page.words)

    def drawn(self) -> None:
        """Take the tables that lines or shades mark."""
        strokes = strokes_of(self._page.rules, self._page.words)
        areas: list[Area] = []
        loose = Strokes()
        for figure in figures(strokes):
            if not figure.level or not figure.upright:
                loose.level += figure.level
                loose.upright += figure.upright
                continue
            grid = grid_of(figure, self.free)
            if grid is None:
                continue
            area = Area(grid.xs[0], grid.ys[0], grid.xs[-1], grid.ys[-1], grid.ys, grid.xs)
            if grid.columns > 1 and grid.rows > 2:
                self._take_grid(grid)
            elif grid.columns > 1:
                self._take_short(grid, area)
            elif not self._is_frame(area) or grid.rows > 2:
                area.route = "frame"
                areas.append(area)
        areas += [area for area in ruled_down(loose.upright) if not self._is_frame(area)]
        boxes = [box for box in self._page.boxes if not self._covered(box.x0, box.top, box.x1, box.bottom)]
        bands = bands_of(boxes)
        for chain in ruled_across(loose.level, self.free):
            for area in parted_at_heads(chain, bands, self.free):
                area.xs = shaded_columns(area, bands, self.free)
                areas.append(area)
        areas += banded(bands, self.free)
        self._level = loose.level
        for area in sorted(areas, key=_by_edges):
            self._take_area(area)
        edges = [(area.x0, area.x1, area.ys) for area in areas if area.route == "frame"]
        edges += [
            (min(s.start for s in lines), max(s.end for s in lines), places([s.at for s in lines])) for lines in families(loose.level)
        ]
        for x0, x1, ys in edges:
            for table in single_columns(x0, x1, ys, self._page, self.free):
                self._take(table)

    def bare(self) -> None:
        """Take the tables that only white space marks."""
        if may_part(self.free, 1.0):
            for area in runs_of(self.free, [s.at for s in self._level], wide=self._wide):
                self._take_area(area)
        if self._above is not None and self.free and self._tops():
            rest = rest_of(self._above, self.free, self._page.number)
            if rest is not None:
                self._take(rest)

    def _tops(self) -> bool:
        """Whether no table found so far stands above the free words."""
        first = min(word.top for word in self.free)
        return all(table.top > first for table in self.tables)

    def _take_grid(self, grid: Grid) -> None:
        filled = {c for cell in grid.cells if cell.words for c in range(cell.column, cell.after)}
        spoken = sum(bool(cell.words) for cell in grid.cells)
        table = PageTable(
            self._page.number, grid.xs[0], grid.ys[0], grid.xs[-1], grid.ys[-1], rows_of(grid.cells, grid.xs, grid.ys), columns=grid.xs
        )
        if (spoken < 2 or len(filled) < 2) and not (spoken and self._goes_on(table)):
            return  # a box, unless it is the rest of a row
        if self._opinion is not None and (self._careful or grid.across or grid.odd):
            table = preferred(table, self._page, self._opinion, careful=self._careful)
        self._take(table)

    def _goes_on(self, table: PageTable) -> bool:
        """Whether a grid at the top may go on with the table that ended the page before."""
        return self._above is not None and self._above.closes and not self.tables and same_columns(self._above, table)

    def _take_short(self, grid: Grid, area: Area) -> None:
        """A grid of one or two rows: a frame may hold rows that only white space parts."""
        plain = all(cell.after - cell.column == 1 and cell.below - cell.row == 1 for cell in grid.cells)
        table = table_of(area, self.free, self._page.number, wide=self._wide) if plain else None
        if table is not None and len(table.rows) > grid.rows and has_figures(table):
            self._take(table)
        else:
            self._take_grid(grid)

    def _take_area(self, area: Area) -> None:
        free = area.words(self.free)
        if len(free) < 4 or (self.tables and len(free) < 0.9 * len(area.words(self._page.words))):
            return
        if area.route in ("bands", "band", "rules"):
            area = grown(area, self.free, wide=self._wide)
            free = area.words(self.free)
        table = table_of(area, free, self._page.number, wide=self._wide)
        if table is None:
            return
        table = with_header_joined(table)
        table.headers = count_headers(table, self._page.boxes)
        if not (refused(table) if area.route != "upright" else False) and sound(table):
            self._take(table)

    def _take(self, table: PageTable) -> None:
        taken = {id(word) for word in table.words()}
        self.free = [word for word in self.free if id(word) not in taken]
        self.tables.append(table)

    def _is_frame(self, area: Area) -> bool:
        return (area.x1 - area.x0) * (area.bottom - area.top) > _LARGE * self._page.width * self._page.height

    def _covered(self, x0: float, top: float, x1: float, bottom: float) -> bool:
        """Whether the middle of an area lies in a table found before."""
        x, y = (x0 + x1) / 2, (top + bottom) / 2
        return any(t.x0 <= x <= t.x1 and t.top <= y <= t.bottom for t in self.tables)


def _by_edges(area: Area) -> tuple[int, float]:
    """Areas with the most edges between rows first: a header's shade lies within the rules of its table; frames last, small ones first."""
    edges = len(area.ys) if area.route in ("rules", "bands", "band") else 0
    return -edges, (area.bottom - area.top) * (area.x1 - area.x0)


def sound(table: PageTable) -> bool:
    """Whether rows and columns are filled as a table's are: two rows with two cells at least, three where there are but two columns."""
    width = len(table.columns) - 1
    full = sum(sum(bool(cell.lines) for cell in row) > 1 for row in table.rows)
    if table.route == "white" and full < (3 if width == 2 and not table.headers and not table.ruled else 2):
        return False
    used = _used(table)
    return full >= 2 and len(used) == width and sum(used.values()) >= 0.4 * width * len(table.rows)


def _used(table: PageTable) -> dict[int, int]:
    """How many cells of each column hold words."""
    counts: dict[int, int] = {}
    for row in table.grid():
        for column, cell in enumerate(row):
            if cell is not None and cell.lines:
                counts[column] = counts.get(column, 0) + 1
    return counts


def has_figures(table: PageTable) -> bool:
    """Whether a column after the first holds figures in most rows."""
    for column in range(1, len(table.columns) - 1):
        texts = [cell.text for row in table.grid()[1:] if (cell := row[column]) is not None and cell.lines]
        if len(texts) > 1 and sum(any(ch.isdigit() for ch in text) for text in texts) >= 0.6 * len(texts):
            return True
    return False


def words_of(tables: Iterable[PageTable]) -> set[int]:
    """The identities of the words that tables took."""
    return {id(word) for table in tables for word in table.words()}


def overlap(tables: Sequence[PageTable]) -> bool:
    """Whether a word stands in two tables."""
    return len(words_of(tables)) < sum(len(table.words()) for table in tables)
