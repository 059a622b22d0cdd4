"""A table of words as a table of the document: lines that only the width of a cell broke are one again."""

from __future__ import annotations

from collections.abc import Sequence

from sladocs.model.document import Cell, Line, Run, Table
from sladocs.model.labels import is_bullet
from sladocs.read.pdf.page import Word
from sladocs.read.pdf.tables.found import PageCell, PageTable
from sladocs.read.pdf.tables.rows import fits


def to_table(table: PageTable) -> Table:
    """The table of the document, with its page."""
    rows = tuple(
        tuple(Cell(lines=tuple(map(_line, paragraphs(cell))), columns=cell.columns, rows=cell.rows) for cell in row) for row in table.rows
    )
    return Table(rows=rows, headers=min(table.headers, len(rows)), page=table.page)


def paragraphs(cell: PageCell) -> list[list[Word]]:
    """The words of a cell by paragraphs: a line goes on with the one above if its first word would not have fitted there."""
    if not cell.lines:
        return []
    margin = max(min(line[0].x0 for line in cell.lines) - cell.x0, 1.0)
    right = max(cell.x1 - min(margin, 8.0), *(line[-1].x1 for line in cell.lines))
    groups: list[list[Word]] = []
    before: list[Word] = []
    for line in cell.lines:
        if groups and not is_bullet(line[0].text) and not fits(before, line[0], right - before[0].x0):
            groups[-1] += line
        else:
            groups.append(list(line))
        before = line
    return groups


def _line(words: Sequence[Word]) -> Line:
    """Words as a line of text, runs of bold words marked."""
    runs: list[Run] = []
    text = ""
    for at, word in enumerate(words):
        if at and word.bold != words[at - 1].bold:
            runs.append(Run(text=text, bold=words[at - 1].bold))
            text = ""
        if at and not _is_parted(words[at - 1], word):
            text += " "
        text += word.text.replace("\u00ad", "-")
    runs.append(Run(text=text, bold=words[-1].bold))
    return tuple(runs)


def _is_parted(before: Word, word: Word) -> bool:
    """Whether two words are halves of one that a line's end parts at a hyphen."""
    text = before.text
    return len(text) > 1 and text[-1] in "-\u00ad" and text[-2].isalpha() and before.x0 > word.x0
