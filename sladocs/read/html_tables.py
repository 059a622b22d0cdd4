"""Tables written in HTML, as they stand in Markdown."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import Final

from sladocs.model.document import Cell, Table
from sladocs.read.lines import Piece, tidy

TABLE: Final = re.compile(r"(?<!\\)<table\b.*?</table\s*>", re.IGNORECASE | re.DOTALL)
_BREAKS: Final = frozenset({"br", "p", "div", "li", "ul", "ol", "blockquote", "tr"})
_BOLD: Final = frozenset({"b", "strong", "th"})
_WIDEST: Final = 200


def read_html_table(source: str) -> Table | None:
    """The table that HTML draws; None where it has no words. A table within a cell gives lines of the cell."""
    parser = _Parser()
    parser.feed(source)
    parser.close()
    return parser.table()


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._rows: list[list[Cell]] = []
        self._heads: list[bool] = []
        self._lines: list[list[Piece]] | None = None
        self._spans = (1, 1)
        self._depth = 0
        self._bold = 0
        self._silent = 0
        self._caption: list[Piece] | None = None
        self._captions: list[Piece] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "table":
            self._depth += 1
        elif tag in ("script", "style"):
            self._silent += 1
        elif tag == "caption":
            self._caption = self._captions
        elif tag == "tr" and self._depth == 1:
            self._end_cell()
            self._rows.append([])
            self._heads.append(True)
        elif tag in ("td", "th") and self._depth == 1:
            self._end_cell()
            if not self._rows:
                self._rows.append([])
                self._heads.append(True)
            given = dict(attrs)
            self._spans = (_count(given.get("colspan")), _count(given.get("rowspan")))
            self._heads[-1] = self._heads[-1] and tag == "th"
            self._lines = [[]]
            self._bold = 0
        elif tag in _BREAKS:
            self._break()
        elif tag in _BOLD:
            self._bold += 1

    def handle_endtag(self, tag: str) -> None:
        if tag == "table":
            self._depth -= 1
            if not self._depth:
                self._end_cell()
        elif tag in ("script", "style"):
            self._silent = max(self._silent - 1, 0)
        elif tag == "caption":
            self._caption = None
        elif tag in ("td", "th") and self._depth == 1:
            self._end_cell()
        elif tag in _BREAKS:
            self._break()
        elif tag in _BOLD:
            self._bold = max(self._bold - 1, 0)

    def handle_data(self, data: str) -> None:
        if self._silent:
            return
        if self._caption is not None:
            self._caption.append(Piece(data))
        elif self._lines is not None:
            self._lines[-1].append(Piece(data, self._bold > 0))

    def _break(self) -> None:
        if self._lines is not None:
            self._lines.append([])

    def _end_cell(self) -> None:
        if self._lines is not None:
            lines = tuple(line for line in map(tidy, self._lines) if line)
            self._rows[-1].append(Cell(lines=lines, columns=self._spans[0], rows=self._spans[1]))
        self._lines = None

    def table(self) -> Table | None:
        rows = [(row, head) for row, head in zip(self._rows, self._heads, strict=True) if row]
        if not any(cell.lines for row, _ in rows for cell in row):
            return None
        headers = next((place for place, (_, head) in enumerate(rows) if not head), len(rows))
        last = len(rows)
        kept = tuple(tuple(c.model_copy(update={"rows": min(c.rows, last - at)}) for c in row) for at, (row, _) in enumerate(rows))
        return Table(rows=kept, headers=headers, caption=tidy(self._captions))


def _count(text: str | None) -> int:
    return min(max(int(text), 1), _WIDEST) if text and text.isascii() and text.isdigit() else 1
