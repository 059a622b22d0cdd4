"""Numbers of pages that stand in the text: a page that was printed, saved and printed anew carries those of its first print."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from sladocs.read.pdf.furniture import Row, text_of

_ALONE: Final = re.compile(r"[-\u2013\u2014\s]*(\d{1,3})[-\u2013\u2014\s]*")
_NAMED: Final = re.compile(r"(.{0,80}\b)?page\s*(\d{1,3})(?:\s*of\s*\d{1,3})?", re.IGNORECASE)
_FEWEST: Final = 3
"""Numbers that follow one another from which they count pages."""
_OFF: Final = 0.08
"""How far from the middle of the page's text a lone number may stand, as a share of the text's width."""

Place = tuple[int, int]
"""The number of a page and of a line on it."""


def without_numbers(rows: Sequence[list[Row]]) -> list[list[Row]]:
    """The lines of each page without the numbers of pages in their midst: lines alone, in the middle, that count 1, 2, 3 and so on."""
    dropped = {place for kind in (False, True) for place in _counting(list(_numbers(rows, named=kind)))}
    if not dropped:
        return list(rows)
    return [[row for at, row in enumerate(page_rows) if (page, at) not in dropped] for page, page_rows in enumerate(rows)]


def _numbers(rows: Sequence[list[Row]], *, named: bool) -> Iterator[tuple[Place, int]]:
    for page, page_rows in enumerate(rows):
        left, right = min((row[0].x0 for row in page_rows), default=0.0), max((row[-1].x1 for row in page_rows), default=0.0)
        for at, row in enumerate(page_rows):
            text = text_of(row) if len(row[-1].words[-1].text) <= 4 else ""
            found = (_NAMED if named else _ALONE).fullmatch(text) if text else None
            if found is None:
                continue
            middle = (row[0].x0 + row[-1].x1) / 2
            if named or abs(middle - (left + right) / 2) < _OFF * (right - left):
                yield (page, at), int(found[2 if named else 1])


def _counting(numbers: Sequence[tuple[Place, int]]) -> list[Place]:
    """The places of the numbers that follow one another, each one more than the one before."""
    best: list[Place] = []
    run: list[Place] = []
    expected = 0
    for place, number in numbers:
        if run and number == expected:
            run.append(place)
        elif run and number == expected - 1:
            continue
        else:
            best, run = max(best, run, key=len), [place]
        expected = number + 1
    best = max(best, run, key=len)
    return best if len(best) >= _FEWEST else []
