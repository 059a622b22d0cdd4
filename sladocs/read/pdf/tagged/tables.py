"""A table of the structure tree: rows, header rows, cells with their spans and lines."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from sladocs.model.document import Cell, Line, Table, words
from sladocs.read.pdf.tagged.tree import Element

BLOCKS = frozenset(("P", "L", "LI", "Div", "Sect", "H", "H1", "H2", "H3", "H4", "H5", "H6", "Table", "Caption", "BlockQuote", "LBody"))
"""Kinds of elements that stand on lines of their own inside a cell."""

Lining = Callable[[Element], Line]


def table_of(element: Element, line: Lining) -> Table:
    """A table; `line` makes the line of an element."""
    caption: Line = ()
    rows: list[tuple[Cell, ...]] = []
    headers = 0
    for kid in _elements(element):
        match kid.kind:
            case "Caption":
                caption = line(kid)
            case "THead":
                found = [_row(row, line) for row in _elements(kid) if row.kind == "TR"]
                headers += len(found) if headers == len(rows) else 0
                rows += found
            case "TBody" | "TFoot":
                rows += [_row(row, line) for row in _elements(kid) if row.kind == "TR"]
            case "TR":
                headers += headers == len(rows) and _is_header(kid)
                rows.append(_row(kid, line))
    return Table(rows=tuple(rows), headers=headers, caption=caption, page=element.page or None)


def _elements(element: Element) -> list[Element]:
    return [kid for _, kid in sorted(element.kids.items()) if isinstance(kid, Element)]


def _is_header(row: Element) -> bool:
    cells = _elements(row)
    return bool(cells) and all(cell.kind == "TH" for cell in cells) and len(cells) == row.count


def _row(row: Element, line: Lining) -> tuple[Cell, ...]:
    """The cells of a row; one of which no page shows anything is an empty one."""
    kids = [row.kids.get(place) for place in range(row.count)]
    return tuple(_cell(kid, line) if isinstance(kid, Element) else Cell() for kid in kids)


def _cell(cell: Element, line: Lining) -> Cell:
    lines = tuple(found for found in _lines(cell, line) if words(found).strip())
    return Cell(lines=lines, columns=cell.columns, rows=cell.rows)


def _lines(element: Element, line: Lining) -> Iterator[Line]:
    """The lines of a cell: each block in it, and what stands between blocks."""
    loose = Element("Span")
    for place, kid in sorted(element.kids.items()):
        if isinstance(kid, Element) and kid.kind in BLOCKS:
            if loose.kids:
                yield line(loose)
                loose = Element("Span")
            yield from (
                _lines(kid, line)
                if kid.kind != "P" or any(isinstance(k, Element) and k.kind in BLOCKS for k in kid.kids.values())
                else (line(kid),)
            )
        else:
            loose.kids[place] = kid
    if loose.kids:
        yield line(loose)
