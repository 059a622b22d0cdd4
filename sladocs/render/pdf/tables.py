"""Tables as data: a grid without gaps, widths by content, which rows must not split, and whether the page must lie across."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from sladocs.model.document import Cell, Line, Table, words
from sladocs.render.fonts import family
from sladocs.render.look import Look
from sladocs.render.widths import Columns, text_width

NORMAL: Final = 0.86
COMPACT: Final = 0.76
"""The size of table text as a share of the text's, and of that in tables which would break words otherwise."""
TOGETHER: Final = 6
"""Tables of so many rows or fewer stay on one page."""
TALLEST: Final = 0.45
"""Rows, and header rows together, that are higher than this share of the page may split, or are not repeated."""
PADDING: Final = 220
"""Twips that a cell's margins and rounding take from its width."""
TWIPS_PER_MM: Final = 1440 / 25.4
TWIPS_PER_POINT: Final = 20
ROW_MARGINS: Final = 7.5
"""Points that a row is higher than its text."""
MOST: Final = 70
"""Letters of a word that may have to be broken, also where there is room."""
LINE: Final = 1.22
LETTER: Final = 0.52
"""Height of a line and width of a letter, in sizes."""


@dataclass(frozen=True)
class Placed:
    """A cell at its place in a grid without gaps and overlaps."""

    cell: Cell
    column: int
    columns: int
    rows: int


def gapless(table: Table) -> list[list[Placed]]:
    """The cells row by row: each stands in a rectangle of its own inside the table; where there is none, an empty cell stands."""
    taken: dict[tuple[int, int], bool] = {}
    found: list[list[Placed]] = []
    for r, row in enumerate(table.rows):
        c, placed = 0, []
        for cell in row:
            while (r, c) in taken:
                c += 1
            columns = next((n for n in range(1, cell.columns) if (r, c + n) in taken), cell.columns)
            rows = min(cell.rows, len(table.rows) - r)
            taken |= dict.fromkeys(((r + dr, c + dc) for dr in range(rows) for dc in range(columns)), True)
            placed.append(Placed(cell, c, columns, rows))
            c += columns
        found.append(placed)
    width = max((c for _, c in taken), default=-1) + 1
    for r, placed in enumerate(found):
        placed += [Placed(Cell(), c, 1, 1) for c in range(width) if (r, c) not in taken]
        placed.sort(key=lambda place: place.column)
    return found


def _as_placed(table: Table, rows: list[list[Placed]]) -> Table:
    """The table with its cells as they are placed, which for most tables is the table itself."""
    if all(len(row) == len(placed) for row, placed in zip(table.rows, rows, strict=True)) and all(
        (place.columns, place.rows) == (place.cell.columns, place.cell.rows) for placed in rows for place in placed
    ):
        return table
    cells = [tuple(p.cell.model_copy(update={"columns": p.columns, "rows": p.rows}) for p in placed) for placed in rows]
    return table.model_copy(update={"rows": tuple(cells)})


def header_rows(rows: list[list[Placed]], headers: int) -> int:
    """How many rows the header has: none of its cells may reach out of it."""
    count = min(headers, len(rows))
    r = 0
    while r < count:
        count = max([count, *(r + place.rows for place in rows[r])])
        r += 1
    return count


@dataclass
class Tables:
    """Lays out tables for a look; `runs` turns a line into data, with the letters after which a word may be broken."""

    look: Look
    runs: Callable[[Line, int], list[Any]]

    def data(self, table: Table) -> dict[str, Any] | None:
        """The table's data, None where it has no cells."""
        rows = gapless(table)
        if not any(rows):
            return None
        signing = table.layout == "signatures"
        columns = Columns(_as_placed(table, rows), self._family, PADDING)
        widths, size, turned = self._signature_widths(columns) if signing else self._widths(columns)
        headers = header_rows(rows, table.headers)
        heights = [max((self._height(place, widths, size) for place in row if place.rows == 1), default=0.0) + ROW_MARGINS for row in rows]
        page = self._page_height(turned=turned)
        return {
            "kind": "table",
            "style": table.layout,
            "caption": self.runs(table.caption, MOST),
            "headers": headers,
            "height": len(rows),
            "columns": [width / TWIPS_PER_POINT for width in widths],
            "size": size,
            "rows": [
                [
                    self._cell(place, widths, size, figure=not signing and place.column in columns.figures, header=r < headers)
                    for place in row
                ]
                for r, row in enumerate(rows)
            ],
            "whole": [height < TALLEST * page for height in heights],
            "repeats": sum(heights[:headers]) < TALLEST * page,
            "together": (signing or len(rows) <= TOGETHER) and sum(heights) < 0.7 * page,
            "across": turned,
            "heights": heights,
            "keep": False,
        }

    def _cell(self, place: Placed, widths: list[int], size: float, *, figure: bool, header: bool) -> dict[str, Any]:
        room = sum(widths[place.column : place.column + place.columns]) - PADDING
        most = max(4, int(room / (size * LETTER * TWIPS_PER_POINT)) // 2)
        if not any(
            self._is_too_wide(word, room, size, bold=header)
            for text in map(words, place.cell.lines)
            for word in text.split()
            if len(word) > most
        ):
            most = MOST
        lines = (made for content in place.cell.lines if (made := self.runs(content, most)))
        return {
            "columns": place.columns,
            "rows": place.rows,
            "figure": figure and place.columns == 1,
            "lines": [_unlinked(made) if header else made for made in lines],
        }

    def _is_too_wide(self, word: str, room: int, size: float, *, bold: bool) -> bool:
        return text_width(word, int(size * 2), bold=bold, family=self._family) * 20 > room * 21

    @property
    def _family(self) -> str:
        return family(self.look.body_font)

    def _widths(self, columns: Columns) -> tuple[list[int], float, bool]:
        """Widths in twips, the size of the text, and whether the page lies across."""
        normal, compact = _half(self.look.size * NORMAL), _half(self.look.size * COMPACT)
        upright, turned = self._text_width(turned=False), self._text_width(turned=True)
        smaller = columns.reads_easier(upright, int(compact * 2), int(normal * 2))
        for available, size in ((upright, normal), (upright, compact), (turned, normal), (turned, compact)):
            widths, fits = columns.widths(available, int(size * 2))
            if fits and (size != normal or available != upright or not smaller):
                break
        return widths, size, available > upright

    def _signature_widths(self, columns: Columns) -> tuple[list[int], float, bool]:
        size, width = _half(self.look.size * 0.95), self._text_width(turned=False)
        widths, _ = columns.widths(width, int(size * 2))
        count = len(widths)
        if count > 2 and max(widths) > 2 * min(widths):
            rest = (width - width // 5) // (count - 1)
            widths = [width - rest * (count - 1), *[rest] * (count - 1)]
        return widths, size, False

    def _text_width(self, *, turned: bool) -> int:
        wide, high = self.look.page_width, self.look.page_height
        length = max(wide, high) if turned else wide
        return max(1440, int((length - self.look.margins[1] - self.look.margins[3]) * TWIPS_PER_MM))

    def _page_height(self, *, turned: bool) -> float:
        length = min(self.look.page_width, self.look.page_height) if turned else self.look.page_height
        return (length - self.look.margins[0] - self.look.margins[2]) * 72 / 25.4

    def _height(self, place: Placed, widths: list[int], size: float) -> float:
        """About how many points a cell's text takes."""
        room = max(200, sum(widths[place.column : place.column + place.columns]) - PADDING)
        lines = sum(1 + int(len(words(content)) * size * LETTER * TWIPS_PER_POINT) // room for content in place.cell.lines)
        return max(1, lines) * size * LINE


def _unlinked(runs: list[Any]) -> list[Any]:
    """A line without links: header rows are repeated, and what is repeated must have none."""
    return [run if isinstance(run, str) else [run[0], run[1], None] for run in runs]


def _half(size: float) -> float:
    """A size in whole half-points."""
    return round(size * 2) / 2
