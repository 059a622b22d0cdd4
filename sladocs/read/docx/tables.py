"""Tables: spans in both directions, header rows as marked or as they look, rows and cells as tracked changes leave them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sladocs.model.document import Cell, Line, Table, words
from sladocs.read.docx.names import W, number, switch, value
from sladocs.read.docx.paragraphs import Found
from sladocs.read.docx.styles import Styles
from sladocs.read.lines import is_bold

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_THROUGH: Final = frozenset(W + tag for tag in ("ins", "moveTo", "customXml", "sdtContent", "sdt", "smartTag"))
_UNSHADED: Final = frozenset({None, "auto", "FFFFFF", "ffffff"})
MOST_COLUMNS: Final = 200
"""Word has 63."""
SIGNATURES: Final = "signatures"


@dataclass
class _Place:
    """A cell as it is being read."""

    lines: tuple[Line, ...]
    columns: int
    column: int
    rows: int = 1
    shaded: bool = False
    header: bool = False


def read_table(node: Element, styles: Styles, lines: Callable[[Element], Iterable[Line]], found: Found) -> Table | None:
    """A table, its cells' content read by `lines`; None where it has no cell."""
    rows: list[list[_Place]] = []
    open_cells: dict[int, _Place] = {}
    marked = 0
    for row in _children(node, "tr"):
        properties = row.find(f"{W}trPr")
        if properties is not None and properties.find(f"{W}del") is not None:
            continue
        places = _row(row, properties, open_cells, styles, lines)
        if marked == len(rows) and switch(properties, "tblHeader"):
            marked += 1
        rows.append(places)
    if not any(rows):
        return None
    marks = node.find(f"{W}tblPr")
    caption = value(marks, "tblCaption") or ""
    headers = marked or int(_looks_headed(rows, marks, styles))
    return Table(
        rows=tuple(tuple(Cell(lines=p.lines, columns=p.columns, rows=p.rows) for p in row) for row in rows),
        headers=min(headers, len(rows)),
        description=value(marks, "tblDescription"),
        layout="signatures" if caption.strip().lower() == SIGNATURES else "data",
        source=found.source or None,
        anchor=found.anchor,
    )


def _row(
    row: Element, properties: Element | None, open_cells: dict[int, _Place], styles: Styles, lines: Callable[[Element], Iterable[Line]]
) -> list[_Place]:
    places: list[_Place] = []
    column = min(max(number(properties, "gridBefore") or 0, 0), MOST_COLUMNS)
    if column:
        places.append(_Place((), column, 0))
    for cell in _children(row, "tc"):
        marks = cell.find(f"{W}tcPr")
        if marks is not None and marks.find(f"{W}cellDel") is not None:
            continue
        span = min(max(number(marks, "gridSpan") or 1, 1), MOST_COLUMNS)
        content = tuple(lines(cell))
        merge, across = _merge(marks, "vMerge"), _merge(marks, "hMerge")
        above = open_cells.get(column)
        if merge == "continue" and above is not None:
            if above.column == column:
                above.rows += 1
        elif across == "continue" and places:
            places[-1].columns += span
        else:
            made = _Place(content, span, column, shaded=_is_shaded(marks), header=_has_header_style(cell, styles))
            places.append(made)
            above = made if merge == "restart" else None
        for covered in range(column, column + span):
            if merge is not None and above is not None:
                open_cells[covered] = above
            else:
                open_cells.pop(covered, None)
        column += span
    for beyond in [covered for covered in open_cells if covered >= column]:
        del open_cells[beyond]
    return places


def _merge(marks: Element | None, tag: str) -> str | None:
    found = marks.find(W + tag) if marks is not None else None
    return None if found is None else found.get(f"{W}val") or "continue"


def _children(node: Element, tag: str) -> Iterator[Element]:
    """The rows or cells of a table, also within content controls and the marks of changes."""
    for child in node:
        if child.tag == W + tag:
            yield child
        elif child.tag in _THROUGH:
            yield from _children(child, tag)


def _is_shaded(marks: Element | None) -> bool:
    shade = marks.find(f"{W}shd") if marks is not None else None
    return shade is not None and shade.get(f"{W}fill") not in _UNSHADED


def _has_header_style(cell: Element, styles: Styles) -> bool:
    """Whether the cell's paragraphs have a style for headers of tables."""
    named = [styles.get(value(paragraph.find(f"{W}pPr"), "pStyle")) for paragraph in cell.iterfind(f"{W}p")]
    return bool(named) and all(style.bold or ("table" in style.name and "head" in style.name) for style in named)


def _looks_headed(rows: list[list[_Place]], marks: Element | None, styles: Styles) -> bool:
    """Whether the first row is set off from the others as a header: by the table's style, or by bold or shaded cells."""
    if len(rows) < 2 or not _first_row_counts(marks):
        return False
    first, second = rows[0], rows[1]
    spoken = [place for place in first if any(words(line).strip() for line in place.lines)]
    if len(first) < 2 or not spoken:
        return False
    if styles.get(value(marks, "tblStyle") or "").marks_first_row and marks is not None and marks.find(f"{W}tblLook") is not None:
        return True
    return any(all(test(place) for place in spoken) and not all(test(place) for place in second) for test in (_is_bold, _shaded, _headed))


def _is_bold(place: _Place) -> bool:
    return bool(place.lines) and all(is_bold(line) for line in place.lines)


def _shaded(place: _Place) -> bool:
    return place.shaded


def _headed(place: _Place) -> bool:
    return place.header


def _first_row_counts(marks: Element | None) -> bool:
    """Whether the table's look does not say that its first row is one as all others (ECMA-376 part 1, 17.4.55)."""
    look = marks.find(f"{W}tblLook") if marks is not None else None
    if look is None:
        return True
    first = look.get(f"{W}firstRow")
    if first is not None:
        return first not in ("0", "false", "off")
    try:
        return bool(int(look.get(f"{W}val") or "0020", 16) & 0x20)
    except ValueError:
        return True
