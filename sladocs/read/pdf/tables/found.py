"""What the table engine finds on a page: tables of cells that hold lines of words, and where they lie."""

from __future__ import annotations

from dataclasses import dataclass, field

from sladocs.read.pdf.page import Word


@dataclass(slots=True)
class PageCell:
    """A cell: its lines of words as they stand, how many grid places it spans, and its area."""

    lines: list[list[Word]]
    columns: int = 1
    rows: int = 1
    x0: float = 0.0
    top: float = 0.0
    x1: float = 0.0
    bottom: float = 0.0

    @property
    def text(self) -> str:
        """The words, parted by blanks."""
        return " ".join(word.text for line in self.lines for word in line)

    @property
    def bold(self) -> bool:
        """Whether all words are bold, and there are some."""
        return bool(self.lines) and all(word.bold for line in self.lines for word in line)


@dataclass
class PageTable:
    """A table on a page: rows of cells, each cell once, at its first place; `headers` is the number of header rows.

    `columns` are the edges of the columns from the left edge to the right one. `route` says how the table was found.
    """

    page: int
    x0: float
    top: float
    x1: float
    bottom: float
    rows: list[list[PageCell]]
    headers: int = 0
    columns: list[float] = field(default_factory=list)
    route: str = "ruled"
    ruled: bool = True
    """Whether a drawn edge parts rows."""
    guessed: bool = False
    """Whether nothing but words above figures marks the header."""
    topped: bool = False
    """Whether a drawn edge parts the first row from the others, and none these from each other."""
    closes: bool = False
    """Whether nothing stands below the table on its page."""
    spare: list[Word] = field(default_factory=list)
    """Words that are part of the drawing: rules of typed dashes."""
    last: int = 0
    """The page on which the table ends, 0 where that is `page`."""

    def words(self) -> list[Word]:
        """All words that the table took."""
        return [*(word for row in self.rows for cell in row for line in cell.lines for word in line), *self.spare]

    def grid(self) -> list[list[PageCell | None]]:
        """The table as a rectangle; a spanning cell stands in each place that it covers."""
        width = len(self.columns) - 1
        filled: list[list[PageCell | None]] = [[None] * width for _ in self.rows]
        for r, row in enumerate(self.rows):
            c = 0
            for cell in row:
                while c < width and filled[r][c] is not None:
                    c += 1
                for dr in range(r, min(r + cell.rows, len(self.rows))):
                    for dc in range(c, min(c + cell.columns, width)):
                        filled[dr][dc] = cell
                c += cell.columns
        return filled
