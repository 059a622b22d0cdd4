"""Tables: a caption, a head that repeats on paper, headers of columns and rows, and a form for narrow screens."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from sladocs.model.document import Cell, Table, words
from sladocs.render.grid import EMPTY, figure_columns
from sladocs.render.html.inline import Inline, attributes, escape
from sladocs.render.look import Look
from sladocs.render.widths import column_widths

NORMAL: Final = 18
COMPACT: Final = 16
"""Half-points of table text, and of that in tables which would break words otherwise, as on paper."""
TOGETHER: Final = 6
"""Tables of so many rows or fewer stay on one page."""
MOST_PLAIN: Final = 3
"""A table with more columns than this has another form on a narrow screen."""
LONGEST_HEAD: Final = 60
"""Characters of a row's first cell that is the header of its row."""
WHOLE: Final = 12
"""Characters of a row's header that stand on one line."""
TWIPS_PER_MM: Final = 1440 / 25.4


@dataclass
class Tables:
    """Writes tables, their columns as wide as on a page of the look."""

    inline: Inline
    look: Look

    def write(self, table: Table, place: str | None, number: int) -> str:
        """The table's HTML. `place` is its id, `number` counts the tables."""
        signing = table.layout == "signatures"
        caption = self.inline.line(table.caption, emphasis=False)
        columns, fit = self._columns(table)
        classes = ["signatures" if signing else "data", *fit, *(["short"] if len(table.rows) <= TOGETHER else [])]
        stacked = not signing and _can_be_stacked(table)
        many = not signing and ("turned" in fit or (not stacked and len(columns) > MOST_PLAIN))
        classes += [name for name, holds in (("stacked", stacked), ("many", many and not stacked)) if holds]
        described = f"about-table-{number}" if table.description else None
        named = f"table-{number}" if words(table.caption).strip() else None
        marks = attributes(id=place, class_=" ".join(classes), role="table" if stacked else None, aria_describedby=described)
        head = f"\n<caption{attributes(id=named)}>{caption}</caption>" if caption.strip() else ""
        group = "".join(f'<col style="width:{share}%">' for share in columns)
        about = f'\n<p id="{described}" class="about" hidden>{escape(table.description or "")}</p>' if described else ""
        made = f"<table{marks}>{head}\n<colgroup>{group}</colgroup>\n{self._rows(table, stacked=stacked)}\n</table>{about}"
        if stacked and not many:
            return made
        label = attributes(aria_labelledby=named) if named else attributes(aria_label=table.name or "Table")
        region = f' role="region" tabindex="0"{label}' if many else ""
        return f'<div class="scroll"{region}>\n{made}\n</div>'

    def _columns(self, table: Table) -> tuple[list[str], list[str]]:
        """Each column's share of the width in percent, and the classes that say whether the table needs small letters or a turned page."""
        top, right, bottom, left = self.look.margins
        upright = int((self.look.page_width - left - right) * TWIPS_PER_MM)
        turned = int((self.look.page_height - top - bottom) * TWIPS_PER_MM)
        widths: list[int] = []
        classes: list[str] = []
        for available, turning in ((upright, []), (turned, ["turned"])):
            for size, small in ((NORMAL, []), (COMPACT, ["compact"])):
                widths, fits = column_widths(table, available, size)
                classes = [*turning, *small]
                if fits:
                    return _shares(widths), classes
        return _shares(widths), classes

    def _rows(self, table: Table, *, stacked: bool) -> str:
        headers = min(table.headers, len(table.rows))
        apart = headers > 0 and not _spans_beyond(table, headers)
        figures = figure_columns(table)
        titled = _has_row_headers(table)
        heads = _head_words(table) if stacked else []
        rows = []
        starts = _starts(table)
        for r, row in enumerate(table.rows):
            cells = [
                self._cell(cell, r < headers, starts[r][c], figure=starts[r][c] in figures, titled=titled, heads=heads)
                for c, cell in enumerate(row)
            ]
            rows.append(f"<tr{_role(stacked, 'row')}>{''.join(cells)}</tr>")
        if not apart:
            return "<tbody>\n" + "\n".join(rows) + "\n</tbody>" if rows else ""
        group = _role(stacked, "rowgroup")
        body = f"\n<tbody{group}>\n" + "\n".join(rows[headers:]) + "\n</tbody>" if rows[headers:] else ""
        return f"<thead{group}>\n" + "\n".join(rows[:headers]) + f"\n</thead>{body}"

    def _cell(self, cell: Cell, header: bool, column: int, *, figure: bool, titled: bool, heads: list[str]) -> str:
        content = "<br>".join(self.inline.line(part, emphasis=not header) for part in cell.lines)
        span = attributes(colspan=cell.columns if cell.columns > 1 else None, rowspan=cell.rows if cell.rows > 1 else None)
        kind = "number" if figure and cell.columns == 1 else "none" if cell.text.strip() in EMPTY and not header else None
        numeric = attributes(class_=kind)
        stacked = bool(heads)
        if header:
            scope = "colgroup" if cell.columns > 1 else "col"
            return f'<th scope="{scope}"{span}{numeric}{_role(stacked, "columnheader")}>{content}</th>'
        if titled and column == 0:
            whole = attributes(class_="whole") if len(cell.text) <= WHOLE else ""
            return f'<th scope="row"{span}{whole}{_role(stacked, "rowheader")}>{content}</th>'
        head = attributes(data_head=heads[column]) if stacked and heads[column] else ""
        return f"<td{span}{numeric}{head}{_role(stacked, 'cell')}>{content}</td>"


def _shares(widths: list[int]) -> list[str]:
    total = sum(widths) or 1
    return [f"{100 * width / total:.2f}" for width in widths]


def _role(stacked: bool, role: str) -> str:
    """What a part of a table is, said where its form on a narrow screen would take it away."""
    return f' role="{role}"' if stacked else ""


def _starts(table: Table) -> list[list[int]]:
    """The column in which each cell of each row begins."""
    taken: set[tuple[int, int]] = set()
    starts: list[list[int]] = []
    for r, row in enumerate(table.rows):
        found, c = [], 0
        for cell in row:
            while (r, c) in taken:
                c += 1
            found.append(c)
            if cell.rows > 1:
                taken |= {(r + down, c + right) for down in range(1, cell.rows) for right in range(cell.columns)}
            c += cell.columns
        starts.append(found)
    return starts


def _spans_beyond(table: Table, headers: int) -> bool:
    """Whether a header goes on into the rows below the head, which no `thead` can hold."""
    return any(r + cell.rows > headers for r, row in enumerate(table.rows[:headers]) for cell in row)


def _is_plain(table: Table) -> bool:
    return len({len(row) for row in table.rows}) == 1 and all(cell.columns == cell.rows == 1 for row in table.rows for cell in row)


def _has_row_headers(table: Table) -> bool:
    """Whether the first cell of each row names the row."""
    body = table.rows[table.headers :]
    if table.layout == "signatures" or not body or not _is_plain(table) or len(body[0]) < 2:
        return False
    return all(0 < len(row[0].text.strip()) <= LONGEST_HEAD for row in body)


def _can_be_stacked(table: Table) -> bool:
    """Whether each row can stand by itself on a narrow screen, its cells under each other behind the words of their headers."""
    return table.headers == 1 and len(table.rows) > 1 and _is_plain(table) and len(table.rows[0]) > MOST_PLAIN


def _head_words(table: Table) -> list[str]:
    return [" ".join(cell.text.split()) for cell in table.rows[0]]
