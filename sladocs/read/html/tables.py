"""Tables: those that hold data, and those that only place things on the page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from sladocs.model.document import Cell, Line, Table, words
from sladocs.model.labels import is_bullet, split_label
from sladocs.read.html.inline import BREAK, Inline, Marks
from sladocs.read.html.tree import Element
from sladocs.read.lines import Piece, is_bold, tidy

WIDEST: Final = 200
TALLEST: Final = 1000
"""The most columns and rows that a cell may span."""
_HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_CELL_ROLES: Final = frozenset({"cell", "gridcell", "columnheader", "rowheader"})
_LONG: Final = 200
_LONGER: Final = 400


@dataclass
class Place:
    """A cell as it stands in the file, with what it says. `head` says that it heads a column."""

    element: Element
    lines: tuple[Line, ...]
    columns: int
    rows: int
    head: bool
    start: int = 0


@dataclass
class Grid:
    """A table as it stands in the file: rows of cells, of which the first `heads` are marked as the head."""

    rows: list[list[Place]] = field(default_factory=list)
    heads: int = 0
    caption: Line = ()
    nested: bool = False
    """Whether tables lie in its cells and it has no headers of its own, so that it only places them; its lines are not read then."""


class Tables:
    """Reads tables; their words are gathered by `inline`."""

    def __init__(self, inline: Inline) -> None:
        self._inline = inline

    def grid(self, element: Element, *, whole: bool = False) -> Grid:
        """The cells of a table; `whole` where it is one, whatever lies in its cells."""
        made = Grid()
        found = list(self._rows(element, made, in_head=False))
        spoken = [([cell for cell in _cells(row) if self._inline.shown(cell)], in_head) for row, in_head in found]
        made.nested = not whole and not self._inline.ours and _only_holds_tables(spoken)
        for at, (row, in_head) in enumerate(spoken):
            cells = [self._place(cell, in_head=in_head, below=len(found) - at, said=not made.nested) for cell in row]
            made.rows.append(cells)
            if in_head and made.heads == at:
                made.heads = at + 1
        if not self._inline.ours and not made.nested:
            _without_empty(made)
        return made

    def _rows(self, element: Element, made: Grid, *, in_head: bool) -> Iterator[tuple[Element, bool]]:
        for child in element.elements():
            if not self._inline.shown(child):
                continue
            if child.tag == "caption":
                made.caption = made.caption or tidy(self._inline.pieces(child))
            elif child.tag == "tr" or child.role == "row":
                yield child, in_head
            elif child.tag not in ("td", "th", "table"):
                yield from self._rows(child, made, in_head=in_head or child.tag == "thead")

    def _place(self, cell: Element, *, in_head: bool, below: int, said: bool) -> Place:
        head = in_head or (
            (cell.tag == "th" or cell.role == "columnheader") and not cell.get("scope").startswith("row") and cell.role != "rowheader"
        )
        columns = _count(cell.get("colspan") or cell.get("aria-colspan"), WIDEST)
        rows = below if cell.get("rowspan").strip() == "0" else _count(cell.get("rowspan"), min(below, TALLEST))
        return Place(cell, tuple(self.lines(cell)) if said else (), columns, rows, head)

    def lines(self, cell: Element) -> Iterator[Line]:
        """The lines of a cell."""
        waiting: list[Piece] = []
        for piece in (*self._inline.pieces(cell, self._inline.marks(cell, Marks())), BREAK):
            if piece is not BREAK:
                waiting.append(piece)
                continue
            if self._inline.label:
                waiting.insert(0, Piece(f"{self._inline.label} "))
                self._inline.label = ""
            if line := tidy(waiting):
                yield line
            waiting = []

    def table(self, grid: Grid, element: Element) -> Table | None:
        """The table of a grid, None where it says nothing."""
        rows = tuple(tuple(Cell(lines=p.lines, columns=p.columns, rows=p.rows) for p in row) for row in grid.rows)
        if not rows and not grid.caption:
            return None
        if not grid.caption and not any(cell.lines for row in rows for cell in row):
            return None
        heads = grid.heads or _leading_heads(grid.rows)
        if not self._inline.ours:
            heads = heads if heads < len(rows) else _leading_heads(grid.rows)
            heads = heads or int(_looks_headed(grid.rows))
        layout = "signatures" if self._inline.ours and "signatures" in element.classes else "data"
        return Table(rows=rows, headers=heads, caption=grid.caption, layout=layout, anchor=element.get("id") or None)


def _only_holds_tables(rows: list[tuple[list[Element], bool]]) -> bool:
    if any(in_head or cell.tag == "th" for row, in_head in rows for cell in row):
        return False
    return any(_has(cell, frozenset({"table"})) for row, _ in rows for cell in row)


def _cells(row: Element) -> Iterator[Element]:
    for child in row.elements():
        if child.tag in ("td", "th") or child.role in _CELL_ROLES:
            yield child
        elif child.tag not in ("table", "tr"):
            yield from _cells(child)


def _count(text: str, most: int) -> int:
    text = text.strip()
    return max(min(int(text), most), 1) if text.isascii() and text.isdigit() and len(text) < 9 else 1


def _leading_heads(rows: list[list[Place]]) -> int:
    """How many rows at the top have nothing but headers of columns."""
    return next((at for at, row in enumerate(rows) if not row or not all(place.head for place in row)), len(rows))


def _looks_headed(rows: list[list[Place]]) -> bool:
    """Whether the first row is set off from the others by bold words or by a ground of its own."""
    if len(rows) < 2 or len(rows[0]) < 2 or not all(place.lines for place in rows[0]):
        return False
    bold = [all(is_bold(line) for place in row for line in place.lines) for row in rows[:2]]
    ground = [all(_ground(place.element) for place in row) for row in rows[:2]]
    return (bold[0] and not bold[1]) or (ground[0] and not ground[1])


def _ground(cell: Element) -> bool:
    colour = cell.get("bgcolor").lower()
    return bool(colour and colour not in ("white", "#ffffff", "#fff")) or "background" in cell.get("style").lower().replace(
        "background:white", ""
    )


def _without_empty(grid: Grid) -> None:
    """Take out rows and columns that say nothing; what spans them spans less."""
    starts: set[int] = set()
    taken: set[tuple[int, int]] = set()
    for r, row in enumerate(grid.rows):
        c = 0
        for place in row:
            while (r, c) in taken:
                c += 1
            place.start = c
            if place.lines:
                starts.add(c)
            if place.rows > 1:
                taken |= {(r + down, c + right) for down in range(1, place.rows) for right in range(place.columns)}
            c += place.columns
    if len(starts) < 2:
        starts |= {0}
    for row in grid.rows:
        for place in row:
            place.columns = sum(c in starts for c in range(place.start, place.start + place.columns))
        row[:] = [place for place in row if place.columns]
    covered = {r + down for r, row in enumerate(grid.rows) for place in row if place.lines for down in range(1, place.rows)}
    empty = {r for r, row in enumerate(grid.rows) if not any(place.lines for place in row) and r not in covered}
    for r, row in enumerate(grid.rows):
        for place in row:
            place.rows -= sum(below in empty for below in range(r + 1, r + place.rows))
    grid.heads -= sum(r < grid.heads for r in empty)
    grid.rows[:] = [row for r, row in enumerate(grid.rows) if r not in empty]


def only_places(element: Element, grid: Grid) -> bool:
    """Whether a table only places things on the page, so that its cells are read one after another."""
    if grid.nested or element.role in ("presentation", "none"):
        return True
    headed = grid.heads > 0 or any(place.head for row in grid.rows for place in row)
    if max(map(len, grid.rows), default=0) <= 1 and not (headed and len(grid.rows) > 1):
        return True
    if headed:
        return False
    titled = any(_has(place.element, _HEADINGS) for row in grid.rows for place in row)
    longest = max((sum(len(words(line)) for line in place.lines) for row in grid.rows for place in row), default=0)
    return (
        (titled and (len(grid.rows) == 1 or longest > _LONGER))
        or (len(grid.rows) == 1 and longest > _LONGER)
        or (len(grid.rows) == 1 and longest > _LONG and any(_has(place.element, frozenset({"ul", "ol", "p"})) for place in grid.rows[0]))
    )


def _has(element: Element, tags: frozenset[str]) -> bool:
    return any(within.tag in tags for within in element.all() if within is not element)


def labelled(grid: Grid) -> list[tuple[str, Place]] | None:
    """The labels and texts of a table that sets numbered paragraphs or items, None where it is none."""
    found: list[tuple[str, Place]] = []
    for row in grid.rows:
        said = [place for place in row if place.lines]
        if len(said) != 2 or said[0].head:
            return None
        label = " ".join(words(line) for line in said[0].lines).strip()
        if not (is_bullet(label) or split_label(f"{label} The")[0] == label) or (label.isdigit() and len(grid.rows) > 1):
            return None
        found.append((label, said[1]))
    return found or None
