"""Tables of plain text: aligned columns, long cells wrapped, no sign that would disturb a terminal."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

GAP = 2
"""Blanks between two columns."""


def clean(text: str) -> str:
    """The text on one line, without control characters."""
    return " ".join("".join(" " if unicodedata.category(ch).startswith("C") else ch for ch in text).split())


def width_of(text: str) -> int:
    """The number of places that a text takes on a screen: none for accents that combine, two for wide signs."""
    return sum(0 if unicodedata.combining(ch) else 2 if unicodedata.east_asian_width(ch) in "WF" else 1 for ch in text)


def pad(text: str, width: int) -> str:
    return text + " " * (width - width_of(text))


def wrap(text: str, width: int) -> list[str]:
    """The text in lines of at most `width` places, broken at blanks but not before %; a longer word is cut."""
    lines: list[str] = []
    line = ""
    for word in re.sub(r"(?<=\d) (?=%)", "\0", clean(text)).split(" "):
        rest = word.replace("\0", " ")
        if line and width_of(line) + 1 + width_of(rest) <= width:
            line = f"{line} {rest}"
            continue
        if line:
            lines.append(line)
        while width_of(rest) > width:
            cut = _fitting(rest, width)
            lines.append(rest[:cut])
            rest = rest[cut:]
        line = rest
    return [*lines, line]


def _fitting(word: str, width: int) -> int:
    cut = len(word)
    while cut > 1 and width_of(word[:cut]) > width:
        cut -= 1
    return cut


def table(headers: Sequence[str], rows: Sequence[Sequence[str]], *, width: int = 98, indent: int = 0) -> str:
    """A table with a line under its headers, at most `width` places wide where its words allow it.

    Columns that are empty in every row are left out. No line ends with blanks.
    """
    used = [i for i in range(len(headers)) if any(clean(row[i]) for row in rows)]
    cells = [[clean(row[i]) for i in used] for row in rows]
    heads = [headers[i] for i in used]
    if not used:
        return ""
    widths = _widths(heads, cells, width - indent)
    lead = " " * indent
    rule = (" " * GAP).join("-" * w for w in widths)
    out = [*_row(heads, widths), rule, *(line for row in cells for line in _row(row, widths))]
    return "\n".join((lead + line).rstrip() for line in out)


def _widths(heads: Sequence[str], cells: Sequence[Sequence[str]], total: int) -> list[int]:
    """The width of each column: as wide as its longest cell, the widest narrowed until all fit."""
    widths = [max(width_of(row[i]) for row in [heads, *cells]) for i in range(len(heads))]
    least = [max(min(width_of(head), 12), 4) for head in heads]
    while sum(widths) + GAP * (len(widths) - 1) > total:
        widest = max(range(len(widths)), key=lambda i: (widths[i] - least[i], -i))
        if widths[widest] <= least[widest]:
            break
        widths[widest] -= 1
    return widths


def _row(cells: Sequence[str], widths: Sequence[int]) -> list[str]:
    parts = [wrap(cell, width) for cell, width in zip(cells, widths, strict=True)]
    height = max(map(len, parts))
    filled = [part + [""] * (height - len(part)) for part in parts]
    return [(" " * GAP).join(pad(part[i], width) for part, width in zip(filled, widths, strict=True)) for i in range(height)]


def pairs(items: Sequence[tuple[str, str]], *, width: int = 98, indent: int = 2) -> str:
    """Names and values side by side, a value's further lines under its first."""
    items = [(clean(name), value) for name, value in items if clean(value)]
    if not items:
        return ""
    left = max(width_of(name) for name, _ in items)
    out: list[str] = []
    for name, value in items:
        lines = wrap(value, max(20, width - indent - left - GAP))
        out += [f"{' ' * indent}{pad(name if i == 0 else '', left + GAP)}{line}".rstrip() for i, line in enumerate(lines)]
    return "\n".join(out)


def titled(title: str, body: str) -> str:
    """A body under its underlined title; nothing where the body is empty."""
    return f"{title}\n{'-' * width_of(title)}\n{body}" if body else ""
