"""Tables: widths by content, header rows that repeat, rows that do not split, figures to the right, a title and a description."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from sladocs.model.document import Cell, Table, words
from sladocs.render.docx.inline import Inline
from sladocs.render.docx.measures import Measures
from sladocs.render.docx.source import element, paragraph, value
from sladocs.render.docx.style import Styling
from sladocs.render.grid import Place, layout
from sladocs.render.widths import Columns

ROUNDING: Final = 20
"""Twips of a cell that no text may use."""
TOGETHER: Final = 6
"""Tables of so many rows or fewer stay on one page."""
END: Final = 2
"""So many rows of a table go with the signatures onto their page."""
TURNED: Final = "turned"
SIGNATURE_HEIGHT: Final = 680
"""Twips of height (12 mm) that each line to be filled in by hand has at least."""


@dataclass
class Tables:
    """Writes tables into a text column of `width` twips, or, where words would break, of `turned_width`, if a page may lie across.

    A table that wants a page that lies across has the attribute TURNED, which is no part of the format.
    """

    styling: Styling
    inline: Inline
    measures: Measures
    width: int
    turned_width: int = 0

    def data(self, table: Table, bookmark: str, *, keep_end: bool = False) -> str:
        """A table of data. `bookmark` is put into its first cell; with `keep_end` its last rows go with what follows onto one page."""
        columns = self._columns(table)
        smaller = columns.reads_easier(self.width, self._size(compact=True), self._size())
        tries = ((self.width, False), (self.width, True), (self.turned_width, False), (self.turned_width, True))
        for width, compact in tries:
            widths, fits = columns.widths(width or self.width, self._size(compact=compact))
            if fits and (compact or width != self.width or not smaller):
                break
        figures, last = columns.figures, len(table.rows) - 1
        rows: list[str] = []
        for r, places in enumerate(layout(table)):
            header = r < table.headers
            keep = (len(table.rows) <= TOGETHER and r < last) or (keep_end and r > last - END)
            cells: list[str] = []
            for place in places:
                if place.cell is None:
                    continue
                style = _text_style(header=header, figure=place.column in figures and place.columns == 1, compact=compact)
                content = self._lines(place.cell if place.first else Cell(), style, keep=keep and not header, emphasis=not header)
                cells.append(self._cell(place, widths, content, shaded=header and r > 0))
            rows.append(_row(places, cells, header=header))
        rows[0] = rows[0].replace("</w:pPr>", f"</w:pPr>{bookmark}", 1)
        turned = width == self.turned_width > self.width
        return self._whole(table, "ContractTable", widths, words(table.caption) or table.name or "", rows, turned=turned)

    def _columns(self, table: Table) -> Columns:
        """The columns of a table in the letters of the style."""
        return Columns(table, self.measures.style(self.styling["TableText"]).family, self.styling.cell_margins + ROUNDING)

    def _size(self, *, compact: bool = False) -> int:
        """Half-points of table text, or of that in tables which would break words otherwise."""
        return self.measures.style(self.styling["TableTextCompact" if compact else "TableText"]).size

    def signatures(self, table: Table, bookmark: str) -> str:
        """The table of signatures: all rows with the next, so that it is never torn apart."""
        columns = max((len(places) for places in layout(table)), default=0)
        widths, _ = self._columns(table).widths(self.width, self._size())
        if columns > 1 and max(widths) > 2 * min(widths):
            first = self.width // 5
            rest = (self.width - first) // (columns - 1)
            widths = [self.width - rest * (columns - 1), *[rest] * (columns - 1)] if columns > 2 else widths
        rows: list[str] = []
        last = len(table.rows) - 1
        for r, places in enumerate(layout(table)):
            header = r < table.headers
            cells: list[str] = []
            for place in places:
                if place.cell is None:
                    continue
                content = self._lines(
                    place.cell if place.first else Cell(),
                    "TableHeader" if header else "SignatureText",
                    keep=r < last and not header,
                    emphasis=not header,
                )
                cells.append(self._cell(place, widths, content, shaded=header and r > 0, low=not header))
            rows.append(
                _row(
                    places,
                    cells,
                    header=header,
                    height=SIGNATURE_HEIGHT
                    if any(p.cell is not None and not p.cell.text.strip() for p in places[1:]) and not header
                    else 0,
                )
            )
        rows[0] = rows[0].replace("</w:pPr>", f"</w:pPr>{bookmark}", 1)
        return self._whole(table, "SignatureTable", widths, "Signatures", rows)

    def _whole(self, table: Table, style: str, widths: list[int], caption: str, rows: list[str], *, turned: bool = False) -> str:
        """The table with its rows."""
        headed = int(table.headers > 0)
        parts = {"w:firstRow": headed, "w:lastRow": 0, "w:firstColumn": 0, "w:lastColumn": 0, "w:noHBand": 1, "w:noVBand": 1}
        look = {"w:val": "0620" if headed else "0600", **parts}
        properties = element(
            "w:tblPr",
            None,
            value("w:tblStyle", self.styling[style]),
            element("w:tblW", {"w:w": sum(widths), "w:type": "dxa"}),
            element("w:tblLayout", {"w:type": "fixed"}),
            element("w:tblLook", look),
            value("w:tblCaption", caption) if caption else None,
            value("w:tblDescription", table.description or caption) if table.description or caption else None,
        )
        grid = element("w:tblGrid", None, *(element("w:gridCol", {"w:w": w}) for w in widths))
        return element("w:tbl", {TURNED: 1} if turned else None, properties, grid, *rows)

    def _cell(self, place: Place, widths: list[int], content: list[str], *, shaded: bool, low: bool = False) -> str:
        assert place.cell is not None
        merged = element("w:vMerge", {"w:val": "restart"} if place.first else None) if place.cell.rows > 1 else None
        properties = element(
            "w:tcPr",
            None,
            element("w:tcW", {"w:w": sum(widths[place.column : place.column + place.columns]), "w:type": "dxa"}),
            value("w:gridSpan", place.columns) if place.columns > 1 else None,
            merged,
            self.styling.head_shade if shaded else None,
            value("w:vAlign", "bottom") if low else None,
        )
        return element("w:tc", None, properties, *content)

    def _lines(self, cell: Cell, style: str, *, keep: bool, emphasis: bool) -> list[str]:
        properties = ("<w:keepNext/>",) if keep else ()
        lines = cell.lines or ((),)
        return [paragraph(self.styling[style], *self.inline.line(content, emphasis=emphasis), properties=properties) for content in lines]


def _text_style(*, header: bool, figure: bool, compact: bool) -> str:
    kind = "TableHeaderFigure" if header and figure else "TableHeader" if header else "TableFigure" if figure else "TableText"
    return f"{kind}Compact" if compact else kind


def _row(places: list[Place], cells: list[str], *, header: bool, height: int = 0) -> str:
    """A row that does not split; places without a cell before and after the cells are left out of the grid."""
    before = next((i for i, p in enumerate(places) if p.cell is not None), len(places))
    after = len(places) - 1 - next((i for i, p in reversed(list(enumerate(places))) if p.cell is not None), -1)
    skipped = sum(p.columns for p in places[:before])
    trailing = sum(p.columns for p in places[len(places) - after :]) if skipped < sum(p.columns for p in places) else 0
    properties = element(
        "w:trPr",
        None,
        value("w:gridBefore", skipped) if skipped and cells else None,
        value("w:gridAfter", trailing) if trailing and cells else None,
        element("w:cantSplit"),
        element("w:trHeight", {"w:val": height, "w:hRule": "atLeast"}) if height else None,
        element("w:tblHeader") if header else None,
    )
    return element("w:tr", None, properties, *(cells or [element("w:tc", None, element("w:p"))]))
