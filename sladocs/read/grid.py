"""Grid tables in plain text: rules of `+---+` between rows, cells between bars, `+===+` under the rows of headers."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from typing import Final

from sladocs.model.columns import place, width
from sladocs.model.document import Cell, Line, Table
from sladocs.read.lines import line_of

RULE: Final = re.compile(r"\+(?:[-=]+\+)+")
_HANG: Final = "  "


def read_grid(lines: Sequence[str], caption: Line = ()) -> Table | None:
    """The table that lines without indentation draw; None where they draw none.

    A line of a cell that hangs by two blanks continues the line above it.
    """
    if not lines or not RULE.fullmatch(lines[0].rstrip()):
        return None
    edges = [at for at, ch in enumerate(lines[0].rstrip()) if ch == "+"]
    rows: list[tuple[Cell, ...]] = []
    headers = 0
    texts: list[list[str]] = []
    for raw in lines[1:]:
        line = raw.rstrip()
        if RULE.fullmatch(line):
            if texts:
                rows.append(tuple(_cell(column) for column in zip(*texts, strict=True)))
            if "=" in line:
                headers = len(rows)
            texts = []
        elif line.startswith("|") and width(line) >= edges[-1]:
            texts.append(_slices(line, edges))
        else:
            return None
    if texts:
        rows.append(tuple(_cell(column) for column in zip(*texts, strict=True)))
    return Table(rows=tuple(rows), headers=headers, caption=caption) if rows else None


def _slices(line: str, edges: Sequence[int]) -> list[str]:
    """A line's cells: between the columns of the rule where bars stand there, else between as many bars."""
    cuts = [place(line, edge) for edge in edges]
    if all(cut < len(line) and line[cut] == "|" for cut in cuts):
        return [line[a + 1 : b] for a, b in itertools.pairwise(cuts)]
    parts = line.strip("|").split("|")
    return [*parts, *[""] * len(edges)][: len(edges) - 1]


def _cell(texts: Sequence[str]) -> Cell:
    lines: list[str] = []
    for padded in texts:
        text = padded.removeprefix(" ").rstrip(" ")
        if text.startswith(_HANG) and lines:
            lines[-1] += f" {text.strip(' ')}"
        elif text.strip(" "):
            lines.append(text.strip(" "))
    return Cell(lines=tuple(line for text in lines if (line := line_of(text))))
