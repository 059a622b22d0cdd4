"""Tables between bars in Markdown as people type them, brought into the form that the parser takes without loss.

The parser drops the cells that a header does not name, and knows no table whose rows blank lines part, that is set in like code, that
has no line of dashes, or that follows a line of text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from sladocs.model.document import Cell, words
from sladocs.read.grid import RULE, read_grid

_ROW: Final = re.compile(r"\s*\|.*(?<!\\)\|\s*$")
_BAR: Final = re.compile(r"(?<!\\)\|")
_DASHES: Final = re.compile(r"\s*\|(?:\s*:?-+:?\s*\|)+\s*$")
_FENCE: Final = re.compile(r"\s*(?:```|~~~)")
_CODE: Final = 4
"""Blanks from which a line is set in like code."""


def with_whole_tables(source: str) -> str:
    """Markdown whose tables between bars have a header as wide as their rows, and stand by themselves."""
    if "|" not in source:
        return source
    lines = source.split("\n")
    out: list[str] = []
    place = 0
    fenced = False
    while place < len(lines):
        line = lines[place]
        fenced ^= bool(_FENCE.match(line))
        taken, table = (0, []) if fenced else _table(lines, place)
        if not taken:
            out.append(line)
            place += 1
            continue
        out += table
        place += taken
    return "\n".join(out)


def _table(lines: Sequence[str], start: int) -> tuple[int, list[str]]:
    """How many lines a table takes that begins at `start`, and the lines that stand for it; 0 where there is none."""
    if RULE.fullmatch(lines[start].strip()):
        return _grid(lines, start)
    if not _ROW.match(lines[start]):
        return 0, []
    end, rows = _rows(lines, start)
    if len(rows) < 2:
        return 0, []
    indent = len(rows[0]) - len(rows[0].lstrip())
    loose = end - start > len(rows)
    ruled = [at for at, row in enumerate(rows) if _DASHES.match(row)]
    width = max(len(_BAR.findall(row)) for row in rows) - 1
    ragged = ruled[:1] == [1] and any(len(_BAR.findall(rows[at])) - 1 < width for at in (0, 1))
    code = indent >= _CODE and not _in_list(lines, start)
    follows = not ruled and start > 0 and lines[start - 1].strip() != ""
    if not (loose or ragged or code or follows):
        return end - start, list(lines[start:end])
    blanks = "" if code else " " * indent
    made = [blanks + row.strip() for row in rows]
    if ruled[:1] == [1]:
        made[0] += " |" * (width - len(_BAR.findall(made[0])) + 1)
        made[1] += " --- |" * (width - len(_BAR.findall(made[1])) + 1)
    return end - start, ["", *made, ""]


def _rows(lines: Sequence[str], start: int) -> tuple[int, list[str]]:
    """The rows of a table, and the line behind them; one blank line may part any two."""
    rows = [lines[start]]
    at = start + 1
    while at < len(lines):
        step = 0 if _ROW.match(lines[at]) else 1 if not lines[at].strip() and at + 1 < len(lines) and _ROW.match(lines[at + 1]) else None
        if step is None or (step and len(rows) > 1 and not _is_loose(lines, start)):
            break
        rows.append(lines[at + step])
        at += step + 1
    return at, rows


def _is_loose(lines: Sequence[str], start: int) -> bool:
    """Whether a blank line parts the first row from the second: two tables may well follow one another."""
    return not lines[start + 1].strip()


def _in_list(lines: Sequence[str], start: int) -> bool:
    """Whether the text above a line that is set in is an item's, or set in less: then it belongs to it."""
    above = next((line for line in reversed(lines[:start]) if line.strip() and not _ROW.match(line)), "")
    return bool(re.match(r"\s*(?:[-*+]|\d{1,9}[.)])\s", above)) or above.startswith(" ")


def _grid(lines: Sequence[str], start: int) -> tuple[int, list[str]]:
    """A table drawn with `+---+`."""
    end = start
    while end < len(lines) and lines[end].strip().startswith(("+", "|")):
        end += 1
    table = read_grid([line.strip() for line in lines[start:end]])
    if table is None or not table.rows:
        return 0, []
    width = max(len(row) for row in table.rows)
    rows = [_piped([*_texts(row), *[""] * (width - len(row))]) for row in table.rows]
    head = rows[0] if table.headers else _piped([""] * width)
    return end - start, ["", head, "|" + " --- |" * width, *(rows[1:] if table.headers else rows), ""]


def _texts(row: Sequence[Cell]) -> Iterator[str]:
    for cell in row:
        yield "<br>".join(words(line).replace("|", "\\|") for line in cell.lines)


def _piped(texts: Sequence[str]) -> str:
    return "| " + " | ".join(texts) + " |"
