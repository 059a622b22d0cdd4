"""The list of contents: furniture, since it repeats the headings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from sladocs.read.pdf.furniture import text_of
from sladocs.read.pdf.lines import Segment

Row = list[Segment]

_LEADERS: Final = re.compile(r"(?:\.{3,}|(?:\.\s){3,}|\u2026{2,}|_{4,}|(?:\u00b7\s?){4,})[.\s\u2026]*(?:[A-Z]-)?(?:\d{1,4}|[ivxlc]{1,6})$")
_NUMBER: Final = re.compile(r"(?:[A-Z]-)?(?:\d{1,4}|[ivxlc]{1,6})$")
_LAST: Final = frozenset("0123456789ivxlcIVXLC")
_HEADING: Final = re.compile(r"(?:table of )?contents|index|list of (?:tables|figures|schedules|annexes|appendices)", re.IGNORECASE)
_FEWEST: Final = 3


def without_contents(pages: Sequence[list[Row]]) -> list[list[Row]]:
    """The lines of each page without those of lists of contents and their heading."""
    flat = [(page, row, text_of(row)) for page, rows in enumerate(pages) for row in rows]
    dropped: set[int] = set()
    place = 0
    while place < len(flat):
        end = _entries(flat, place)
        if end:
            dropped.update(range(place, end))
            if place and _HEADING.fullmatch(flat[place - 1][2].strip(" :")):
                dropped.add(place - 1)
            place = end
        else:
            place += 1
    if not dropped:
        return list(pages)
    left: list[list[Row]] = [[] for _ in pages]
    for at, (page, row, _) in enumerate(flat):
        if at not in dropped:
            left[page].append(row)
    return left


def _entries(flat: Sequence[tuple[int, Row, str]], start: int) -> int:
    """Where the list of contents ends that begins at `start`; 0 where none does."""
    headed = bool(start) and bool(_HEADING.fullmatch(flat[start - 1][2].strip(" :")))
    found, place, end = 0, start, start
    while place < len(flat) and place - end < 2:  # an entry may take two lines, the first without a number
        _, row, text = flat[place]
        if (text[-1:] in _LAST and _LEADERS.search(text)) or (headed and _is_entry(row)):
            found += 1
            end = place + 1
        elif not headed and not found:
            return 0
        place += 1
    return end if found >= _FEWEST else 0


def _is_entry(row: Row) -> bool:
    """Whether a line ends with a number that stands apart."""
    return len(row) > 1 and len(row[-1].words) == 1 and bool(_NUMBER.fullmatch(row[-1].words[0].text))
