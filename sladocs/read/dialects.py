"""Tables that dialects of Markdown write otherwise, brought into the form that the parser knows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from sladocs.read.html_tables import TABLE
from sladocs.read.pipes import with_whole_tables

_COLUMNS: Final = re.compile(r" {0,3}-{3,}(?: +-{3,})+ *")
_RULE: Final = re.compile(r" {0,3}-{10,} *")
_OPEN_HEADING: Final = re.compile(r"^(#{2,6})(?=[A-Za-z0-9*])", re.MULTILINE)
"""The signs of a heading without the blank behind them, as many people type it."""


def common_form(source: str) -> str:
    """Markdown whose tables are whole tables between bars, pandoc's with columns under dashes too, or one block of HTML each."""
    source = with_whole_tables(_OPEN_HEADING.sub(r"\1 ", source))
    if "<table" in source.lower():
        source = TABLE.sub(lambda found: "\n\n" + re.sub(r"\n\s*", "\n", found.group()) + "\n\n", source)
    lines = source.split("\n")
    if not any(_COLUMNS.fullmatch(line) for line in lines):
        return source
    out: list[str] = []
    place = 0
    while place < len(lines):
        head = _head(out) if _COLUMNS.fullmatch(lines[place]) else None
        if head is None:
            out.append(lines[place])
            place += 1
            continue
        ruled = _RULE.fullmatch(head[0]) is not None
        del out[len(out) - len(head) :]
        end = _end(lines, place + 1, ruled=ruled)
        rows = _rows(lines[place + 1 : end], ruled=ruled)
        out += ["", *_piped([head[1:] if ruled else head, *rows], lines[place]), ""]
        place = end + ruled
    return "\n".join(out)


def _head(out: Sequence[str]) -> list[str] | None:
    """The lines over the dashes: one line of headers, or several below a rule; None where there are none."""
    start = next((place + 1 for place in range(len(out) - 1, -1, -1) if not out[place].strip()), 0)
    lines = list(out[start:])
    if len(lines) > 1 and _RULE.fullmatch(lines[0]):
        return lines
    return lines if len(lines) == 1 else None


def _end(lines: Sequence[str], start: int, *, ruled: bool) -> int:
    """The line behind the rows: a table that began with a rule ends with one, another with a blank line."""
    ends = (place for place in range(start, len(lines)) if (_RULE.fullmatch(lines[place]) if ruled else not lines[place].strip()))
    return next(ends, len(lines))


def _rows(lines: Sequence[str], *, ruled: bool) -> list[list[str]]:
    """The lines of each row: one, or those between blank lines."""
    if not ruled:
        return [[line] for line in lines if not _COLUMNS.fullmatch(line)]
    return [group.split("\n") for group in re.split(r"\n\s*\n", "\n".join(lines)) if group.strip()]


def _piped(rows: Sequence[Sequence[str]], dashes: str) -> list[str]:
    """Rows cut where the dashes begin, as lines of a pipe table."""
    starts = [found.start() for found in re.finditer(r"-+", dashes)]
    ends = [*starts[1:], None]
    made = []
    for row in rows:
        cells = [" ".join(line[start:end].strip() for line in row).strip() for start, end in zip(starts, ends, strict=True)]
        made.append("| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |")
    return [made[0], "|" + " --- |" * len(starts), *made[1:]]
