"""How wide text is, and from that how wide the columns of a table are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from sladocs.model.document import Table, words

# Advance widths of Arial (and its metric equals Helvetica and Liberation Sans) in thousandths of the size, U+0020 to U+007E.
_ADVANCES: Final = (
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556, 556,
    556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778,
    722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222,
    500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
)  # fmt: skip
_BREAK: Final = re.compile(r"(?<!\d) |(?<=\d) (?!%)|[\t\n]")
"""Blanks at which a line may break: not between a figure and its sign."""
_LONG: Final = 28
_JOINT: Final = re.compile(r"(?<=[@/_.-])")
"""Where a word of more than `_LONG` characters, such as an address for e-mail, may be broken."""
SHORT: Final = 2350
"""Twips of a line in text of 9 points that should stand unbroken: "within 10 business days"."""
PADDING: Final = 220
"""Twips that a cell's margins and rounding take from its width."""


def text_width(text: str, half_points: int, *, bold: bool = False) -> int:
    """The width of a line of text in twips; characters beyond ASCII count as an average letter, wide scripts as a full square."""
    text = text.replace("\u00a0", " ")
    total = sum(_ADVANCES[ord(c) - 32] if " " <= c <= "~" else 1000 if ord(c) > 0x2E7F else 0 if ord(c) < 32 else 580 for c in text)
    return total * half_points * (110 if bold else 100) // 10_000


def column_widths(table: Table, available: int, half_points: int) -> tuple[list[int], bool]:
    """The width of each column in twips, `available` together, and whether no word has to be broken.

    Each column gets its longest word; what is left goes first to the columns that need least to hold their lines unbroken.
    """
    least, natural = _needs(table, half_points)
    if not least:
        return [], True
    if sum(least) > available:
        least, _ = _needs(table, half_points, joints=True)
    if sum(least) > available:
        return _scaled(least, available), False
    if easy := easy_widths(table, available, half_points):
        return easy, True
    widths, left = list(least), available - sum(least)
    wanting = sorted(range(len(widths)), key=lambda c: natural[c] - least[c])
    while wanting and left > 0:
        weights = [max(natural[c], 1) ** 0.5 for c in wanting]
        share = int(left * weights[0] / sum(weights))
        column = wanting.pop(0)
        given = min(natural[column] - widths[column], share) if wanting else min(natural[column] - widths[column], left)
        widths[column] += given
        left -= given
    return _scaled([w + left * n // sum(natural) for w, n in zip(widths, natural, strict=True)], available), True


def easy_widths(table: Table, available: int, half_points: int) -> list[int] | None:
    """Widths that keep all short lines unbroken and share the rest among the columns of longer lines; None where there is no room.

    Headers take two lines where they must.
    """
    for headers_wrap in (False, True):
        least, natural = _needs(table, half_points, headers_wrap=headers_wrap)
        if least and (widths := _easy(least, natural, available, SHORT * half_points // 18)):
            return widths
    return None


def _easy(least: Sequence[int], natural: Sequence[int], available: int, short: int) -> list[int] | None:
    wanted = [max(word, min(line, short)) for word, line in zip(least, natural, strict=True)]
    left = available - sum(wanted)
    if left < 0:
        return None
    long = sorted((c for c in range(len(wanted)) if natural[c] > wanted[c]), key=lambda c: natural[c] - wanted[c])
    while long:
        shares = [natural[c] ** 0.5 for c in long]
        column = long.pop(0)
        given = min(natural[column] - wanted[column], int(left * shares[0] / sum(shares)))
        wanted[column] += given
        left -= given
    return _scaled([w + left * n // sum(natural) for w, n in zip(wanted, natural, strict=True)], available)


def _needs(table: Table, half_points: int, *, joints: bool = False, headers_wrap: bool = False) -> tuple[list[int], list[int]]:
    """For each column the width of its longest word, and of its longest line.

    With `joints` long words count by their pieces, with `headers_wrap` headers by their words.
    """
    grid = table.grid()
    columns = len(grid[0]) if grid else 0
    least, natural = [PADDING + 200] * columns, [PADDING + 200] * columns
    for r, row in enumerate(grid):
        for c, cell in enumerate(row):
            if cell is None or cell.columns > 1:
                continue
            for content in cell.lines:
                text = words(content)
                bold = r < table.headers
                longest = max((text_width(word, half_points, bold=bold) for word in _words(text, joints)), default=0)
                least[c] = max(least[c], longest + PADDING)
                if not (bold and headers_wrap):
                    natural[c] = max(natural[c], text_width(text, half_points, bold=bold) + PADDING)
    return least, natural


def _words(text: str, joints: bool) -> Iterator[str]:
    """The pieces of a text that should not be broken."""
    for word in _BREAK.split(text):
        yield from _JOINT.split(word) if joints and len(word) > _LONG else (word,)


def _scaled(widths: Sequence[int], total: int) -> list[int]:
    """Widths in the same proportion whose sum is `total` exactly."""
    whole = sum(widths)
    edges = [0]
    for width in widths:
        edges.append(edges[-1] + width)
    places = [edge * total // whole for edge in edges]
    return [end - start for start, end in pairwise(places)]
