"""Tables that a text only hints at: rows of cells between bars or tabs."""

from __future__ import annotations

import re
from typing import Final

from sladocs.model.document import Cell, Table
from sladocs.model.labels import is_bullet, split_label
from sladocs.read.lines import line_of

_RULE: Final = re.compile(r"(?=[^-]*+-)[\s|:+=-]*+")
_BAR: Final = re.compile(r"(?<!\\)\|")
_DIGIT: Final = re.compile(r"\d")
_PIECE: Final = re.compile(r"\S+(?: \S+)*")


def rough_table(text: str) -> Table | None:
    """The table that a paragraph of several lines holds where each of them is a row of two or more cells, else None."""
    lines = [line.strip(" ") for line in text.split("\n") if line.strip()]
    if len(lines) < 2:
        return None
    if all(_BAR.search(line.strip("|")) or _RULE.fullmatch(line) for line in lines):
        headers = 1 if len(lines) > 1 and (_RULE.fullmatch(lines[1]) or _names_columns(lines)) else 0
        return _table([_BAR.split(line.strip("|").strip()) for line in lines if not _RULE.fullmatch(line)], headers)
    if all("\t" in line.strip("\t") for line in lines):
        return _table([re.split(r"\t+", line.strip("\t")) for line in lines], 0)
    return None


def _table(rows: list[list[str]], headers: int) -> Table | None:
    if len(rows) < 2 or max(map(len, rows)) < 2:
        return None
    width = max(map(len, rows))
    return Table(rows=tuple(tuple(cell(text) for text in [*row, *[""] * (width - len(row))]) for row in rows), headers=headers)


def _names_columns(lines: list[str]) -> bool:
    """Whether the first row is words, and all others state figures."""
    return not _DIGIT.search(lines[0]) and all(_DIGIT.search(line) for line in lines[1:])


def cell(*texts: str) -> Cell:
    """A cell of lines, empty ones left out."""
    return Cell(lines=tuple(line for text in texts if (line := line_of(text.replace("\\|", "|")))))


def column_table(lines: list[str]) -> Table | None:
    """The table that lines in aligned columns hold, at least two blanks between columns, else None.

    Each line must begin its cells where the columns of the widest line begin; a line without a first cell goes on with the row above it.
    """
    rows = [[(found.start(), found.group()) for found in _PIECE.finditer(line)] for line in lines if not _RULE.fullmatch(line)]
    starts = [at for at, _ in max(rows, key=len, default=[])]
    if len(rows) < 2 or len(starts) < 2 or sum(len(row) > 1 for row in rows) < max(2, 0.6 * len(rows)):
        return None
    if all(split_label(f"{row[0][1]} The")[0] or is_bullet(row[0][1]) for row in rows):
        return None  # labels before wrapped text
    grid: list[list[list[str]]] = []
    for row in rows:
        cells: list[list[str]] = [[] for _ in starts]
        for at, text in row:
            column = next((c for c, start in enumerate(starts) if abs(start - at) <= 2), None)
            if column is None:
                return None
            cells[column].append(text)
        if not cells[0] and grid:
            grid[-1] = [above + below for above, below in zip(grid[-1], cells, strict=True)]
        else:
            grid.append(cells)
    headers = 1 if len(lines) > 1 and _RULE.fullmatch(lines[1]) else 0
    return Table(rows=tuple(tuple(cell(" ".join(texts)) for texts in row) for row in grid), headers=headers) if len(grid) > 1 else None
