"""Rows of a table that stand alone between blank lines, as a program leaves them that joins the lines of each paragraph.

Their cells are parted by runs of blanks; or, where only figures follow a key, by single ones ("S1 1 2 4").
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from typing import Final

from sladocs.model.document import Table
from sladocs.read.cells import cell
from sladocs.read.plain.stacked import FIGURE

_PARTED: Final = re.compile(r"\s{2,}|\t+")
_DASHES: Final = re.compile(r"(?:^|\s+)[-=_\u2014]{3,}(?:\s+[-=_\u2014]{3,})*\s*$")
_LONGEST: Final = 80
"""Characters of a cell."""
_FIGURES: Final = re.compile(r"(\S+(?: \S+){0,3}?)((?: [<>\u2264\u2265]?[$\u20ac\u00a3]?\d[\d.,]*%?){2,})")
_SHAPE: Final = re.compile(r"\d+")
_SIGNED: Final = re.compile(r"_{3,}|^(?:by|name|title|date)\s*:|/s/", re.IGNORECASE)
_LEADER: Final = re.compile(r"\.{4,}|(?:\. ){3,}")
_LABEL: Final = re.compile(r"(?:\(?[a-z0-9]{1,4}[.)]|\d+(?:\.\d+)+\.?|[^\w<>]|(?:section|article)\s+\S+)$", re.IGNORECASE)


def row_table(lines: Sequence[str]) -> tuple[Table, int] | None:
    """The table that lines make from the first of them on, and how many it takes; None where they make none.

    Each of `lines` stands between blank lines.
    """
    return _parted_rows(lines) or _figure_rows(lines)


def _parted_rows(lines: Sequence[str]) -> tuple[Table, int] | None:
    """Rows with as many cells, parted by runs of blanks, of which one states a figure."""
    head = _cells(lines[0])
    if len(head) < 2:
        return None
    rows = [head]
    for line in lines[1:]:
        row = _cells(line)
        if len(row) != len(head):
            break
        rows.append(row)
    stated = [text for row in rows[1:] for text in row[1:]]
    if len(rows) < 2 or not any(FIGURE.match(text) for text in stated):
        return None
    headed = not any(ch.isdigit() for text in head[1:] for ch in text)
    return _table(rows, headed=headed), len(rows)


def _cells(line: str) -> list[str]:
    """The cells of a line, dashes that rule a header left out; none for a line that is no row of a table."""
    if _SIGNED.search(line) or _LEADER.search(line):
        return []
    texts = _PARTED.split(_DASHES.sub("", line.strip()).strip())
    if _LABEL.fullmatch(texts[0]) or any(len(text) > _LONGEST or text.endswith((".", ";", ",")) for text in texts):
        return []
    return texts


def _figure_rows(lines: Sequence[str]) -> tuple[Table, int] | None:
    """Rows of a key and as many figures below the names of their columns; a row whose key is of their kind may state words."""
    found = [_FIGURES.fullmatch(line.strip()) for line in lines[1:]]
    first = found[0] if found else None
    if first is None:
        return None
    width = len(first[2].split()) + 1
    head = _names(lines[0], width)
    if head is None:
        return None
    rows = [head]
    shape = _SHAPE.sub("#", first[1])
    for line, match in zip(lines[1:], found, strict=True):
        key, _, rest = line.strip().partition(" ")
        if match is not None and len(match[2].split()) == width - 1:
            rows.append([match[1], *match[2].split()])
        elif _SHAPE.sub("#", key) == shape and rest and len(rest) < _LONGEST:
            rows.append([key, rest, *[""] * (width - 2)])
        else:
            break
    return (_table(rows, headed=True), len(rows)) if len(rows) > 2 else None


def _names(line: str, width: int) -> list[str] | None:
    """The names of columns in a line: as many as there are, or those that end with a bracket behind the name of the keys."""
    parts = _joined(_PARTED.split(line.strip()))
    if any(ch.isdigit() for ch in line) or len(line) > _LONGEST * width or parts[0].endswith((".", ";")):
        return None
    if len(parts) == width:
        return parts
    if sum(part.endswith(")") for part in parts) != width - 1 or not parts[-1].endswith(")"):
        return None
    names: list[list[str]] = [[]]
    for part in parts:
        names[-1].append(part)
        if part.endswith(")"):
            names.append([])
    keys = list(itertools.takewhile(lambda part: " " not in part, names[0][:-1])) or names[0][:1]
    first = names[0][len(keys) :]
    return [" ".join(name) for name in (keys, first, *names[1:-1])] if first else None


def _joined(parts: Sequence[str]) -> list[str]:
    """Parts of a line, those within one bracket joined."""
    made: list[str] = []
    for part in parts:
        if made and made[-1].count("(") > made[-1].count(")"):
            made[-1] += f" {part}"
        else:
            made.append(part)
    return made


def _table(rows: Sequence[Sequence[str]], *, headed: bool) -> Table:
    return Table(rows=tuple(tuple(cell(text) for text in row) for row in rows), headers=int(headed))
