"""Calendar dates in English text."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class DateMention:
    """A calendar date at `text[start:end]`."""

    start: int
    end: int
    date: dt.date


_MONTHS: Final = {name: n for n, names in enumerate((
    "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug", "september sept sep",
    "october oct", "november nov",
    "december dec"), start=1) for name in names.split()}  # fmt: skip
_MONTH: Final = "(?P<month>" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\.?"
_DAY: Final = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR: Final = r"(?P<year>(?:19|20)\d\d)"
_DATES: Final = tuple(re.compile(pattern, re.IGNORECASE) for pattern in (
    rf"\b{_DAY}\s+(?:day\s+of\s+|of\s+)?{_MONTH}\s*,?\s*{_YEAR}\b", rf"\b{_DAY}-{_MONTH}-{_YEAR}\b",
    rf"\b{_MONTH}\s+{_DAY}\s*,?\s+{_YEAR}\b",
    r"\b(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)\b", r"\b(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>(?:19|20)\d\d)\b",
    r"\b(?P<month>\d{1,2})/(?P<day>1[3-9]|2\d|3[01])/(?P<year>(?:19|20)\d\d)\b",
    r"\b(?P<day>1[3-9]|2\d|3[01])/(?P<month>\d{1,2})/(?P<year>(?:19|20)\d\d)\b",
))  # fmt: skip


_HAS_YEAR: Final = re.compile(r"(?:19|20)\d\d")


def find_dates(text: str) -> list[DateMention]:
    """All calendar dates that can be read in one way only; "01/02/2027" is none."""
    found: dict[int, DateMention] = {}
    if not _HAS_YEAR.search(text):
        return []
    for pattern in _DATES:
        for match in pattern.finditer(text):
            month = _MONTHS.get(match["month"].lower()) or int(match["month"])
            try:
                date = dt.date(int(match["year"]), month, int(match["day"]))
            except ValueError:
                continue
            found.setdefault(match.start(), DateMention(match.start(), match.end(), date))
    return [found[start] for start in sorted(found)]
