"""Periods, statistics, and intervals in one word: "each calendar month", "rolling 30 days", "95th percentile", "every hour"."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from sladocs.extract.gates import Gated
from sladocs.model.metrics import Statistic, Window

_KINDS_OF: Final = (
    r"(?:(?:calendar|contract|billing|full|service|subscription|measurement|fiscal|financial|whole|complete|entire|rolling|operating|reporting"
    r"|invoice|accounting)[\s-]{1,2}){0,2}"
)
_SOME: Final = r"(?:per|an?|each|every|any|one|the|such|given|that|single|relevant|applicable|said|this|same|particular)"
_PERIOD: Final = re.compile(
    rf"\b{_SOME}\s{{1,3}}(?:(?:given|single|one|relevant|12[- ]month)\s{{1,3}})?{_KINDS_OF}(?P<unit>day|week|month|quarter|year)"
    rf"(?!\s?ly|s\b|'s\s{{1,3}}(?:notice|fee))\b"
    rf"|\b(?:calendar|billing|contract|service|measurement|fiscal)[\s-]{{1,2}}(?P<unit2>month|quarter|year)\b"
    rf"|\b(?P<adverb>daily|weekly|monthly|quarterly|annual(?:ly|ised|ized)?|yearly)\b|(?:/|\ba\s)\s?(?P<unit3>day|week|month|year|mo|yr)\b"
    rf"|\b(?:per\s{{1,3}}annum|p\.\s?a\.|pa\b)(?P<annum>)|\bmonth(?:[- ]by[- ]|[- ]on[- ]|[- ]to[- ])month\b(?P<mbm>)"
    rf"|\b(?:billing|invoice|invoicing)\s{{1,3}}(?:cycle|period)(?P<billing>)",
    re.IGNORECASE,
)
_ROLLING: Final = re.compile(
    r"\b(?:(?:rolling|trailing|moving|sliding|any|last|previous|preceding|consecutive|successive|over\s(?:an?|the|any))\s{1,3}){1,3}"
    r"(?P<words>[a-z]{2,9}(?:-[a-z]{3,5})?\s{0,2})?\(?(?P<figure>\d{1,3})?\)?[\s-]{0,2}(?:rolling\s|consecutive\s|calendar\s|day\s(?=days))?"
    r"(?P<unit>hours?|days?|weeks?|months?|quarters?|years?)\b"
    r"|\b(?:any|each|every|per|over\san?|during\san?|in\sany|rolling)\s(?P<words2>[a-z]{2,9}(?:-[a-z]{3,5})?\s{0,2})?"
    r"\(?(?P<figure2>\d{1,3})?\)?[\s-]{1,2}(?P<unit2>hour|day|week|month|year)s?[\s-]{1,2}"
    r"(?:(?:rolling|moving|measurement|reporting|observation|reference|trailing|calendar)\s{1,3}){0,2}"
    r"(?:period|window|average|cycle|rolling|basis|interval)\b"
    r"|\b(?P<words3>[a-z]{2,9}(?:-[a-z]{3,5})?\s{0,2})?\(?(?P<figure3>\d{1,3})?\)?[\s-]{1,2}(?P<unit3>hour|day|week|month|year)s?[\s-]{1,2}"
    r"(?:rolling|moving|measurement|reporting|observation|reference|trailing)\b",
    re.IGNORECASE,
)
_LASTING: Final = Gated(re.compile(r"\b(?P<figure>\d{1,3}|[a-z]{3,9})[\s-]{1,2}(?P<unit>day|month|year)\s{1,2}period\b", re.IGNORECASE))
"""A period by its length, which may also be a time limit: "a 30-day period"."""
_LENGTHS: Final = {
    **dict.fromkeys([("hour", 24), ("day", 1)], Window.DAY),
    **dict.fromkeys([("day", 7), ("week", 1)], Window.WEEK),
    **dict.fromkeys([("day", 28), ("day", 30), ("day", 31), ("week", 4), ("month", 1)], Window.MONTH),
    **dict.fromkeys([("day", 90), ("day", 91), ("day", 92), ("week", 13), ("month", 3), ("quarter", 1)], Window.QUARTER),
    **dict.fromkeys([("day", 360), ("day", 365), ("week", 52), ("month", 12), ("quarter", 4), ("year", 1)], Window.YEAR),
}
"""The periods that lengths of time stand for."""
_COUNTS: Final = {"one": 1, "three": 3, "four": 4, "seven": 7, "twelve": 12, "thirteen": 13, "twenty-four": 24, "thirty": 30, "ninety": 90}
_ADVERBS: Final = {
    "daily": Window.DAY, "weekly": Window.WEEK, "monthly": Window.MONTH, "quarterly": Window.QUARTER, "annual": Window.YEAR,
    "annually": Window.YEAR, "annualised": Window.YEAR, "annualized": Window.YEAR, "yearly": Window.YEAR,
}  # fmt: skip
_SHORT: Final = {"mo": Window.MONTH, "yr": Window.YEAR}

_NINETY: Final = r"(?:\bninety[\s-]fi(?:ve|fth)(?:\s?\(95(?:th)?\))?|\b95(?:\.0)?\s?-?(?:th)?)"
_NINETY_NINE: Final = r"(?:\bninety[\s-]nin(?:e|th)(?:\s?\(99(?:th)?\))?|\b99(?:\.0)?\s?-?(?:th)?)"
_STATISTICS: Final = (
    (Statistic.P95, rf"{_NINETY}[\s-]{{0,3}}(?:percentile|pctl|%-?ile)|\bp[\s-]?95\b|\bpercentile\s(?:of\s)?95\b"),
    (Statistic.P99, rf"{_NINETY_NINE}[\s-]{{0,3}}(?:percentile|pctl|%-?ile)|\bp[\s-]?99\b|\bpercentile\s(?:of\s)?99\b"),
    (Statistic.MEDIAN, r"\bmedian\b|\bp[\s-]?50\b|\b(?:50th|fiftieth)[\s-]{1,3}percentile"),
    (Statistic.MEAN, r"\bmean\b(?!\s+(?:time|repair|restor|recover))|\baverag(?:e[ds]?|ing)\b|\bavg\b\.?|(?<!\w)(?:\u00f8|\u2300)(?!\w)"),
    (Statistic.MAX, r"^\s*maximum\s*$"),
    (Statistic.MIN, r"^\s*minimum\s*$"),
)
_STATISTIC: Final = tuple((statistic, Gated(re.compile(pattern, re.IGNORECASE))) for statistic, pattern in _STATISTICS)

INTERVALS: Final = re.compile(
    r"\b(?:hourly|nightly|daily|weekly|fortnightly|half[\s-]hourly)\b"
    r"|(?<!\bon )\b(?:every|each|once\s+(?:an?|per|every|each|in\s+every))\s+(?:full\s+)?"
    r"(?P<business>(?:business|working)\s+)?(?P<unit>hour|day|week|fortnight)\b(?!\s*-)",
    re.IGNORECASE,
)
"""Intervals that are said without a number."""


def rolling_windows(text: str) -> list[tuple[int, int, Window | None]]:
    """The periods that the text gives by their length ("rolling 30 days"): where each starts and ends, and which period it is if any."""
    found = []
    for match in _ROLLING.finditer(text):
        unit = (match["unit"] or match["unit2"] or match["unit3"]).lower().removesuffix("s")
        written = match["figure"] or match["figure2"] or match["figure3"]
        spelled = (match["words"] or match["words2"] or match["words3"] or "").strip().lower()
        count = int(written) if written else _COUNTS.get(spelled)
        if count is not None:
            found.append((match.start(), match.end(), _LENGTHS.get((unit, count))))
    return found


def find_window(text: str) -> Window | None:
    """The first period that the text names."""
    match = _PERIOD.search(text)
    lengths = [(start, window) for start, _, window in rolling_windows(text) if window]
    if lengths and (match is None or lengths[0][0] <= match.start()):
        return lengths[0][1]
    if not match:
        lasting = _LASTING.search(text)
        count = lasting and (int(lasting["figure"]) if lasting["figure"].isdigit() else _COUNTS.get(lasting["figure"].lower()))
        return _LENGTHS.get((lasting["unit"].lower(), count)) if lasting and count else None
    if word := match["unit"] or match["unit2"] or match["unit3"]:
        return _SHORT.get(word.lower()) or Window(word.lower())
    if match["adverb"]:
        return _ADVERBS[match["adverb"].lower()]
    return Window.YEAR if match["annum"] is not None else Window.MONTH


def find_statistic(text: str) -> Statistic | None:
    """How single measurements become one figure, where the text says so."""
    return next((statistic for statistic, pattern in _STATISTIC if pattern.search(text)), None)


def share(text: str) -> Decimal | None:
    """The percentage that a cell such as "95 % of cases" says."""
    match = re.search(r"(\d{1,3}(?:\.\d+)?)\s{0,3}(?:%|per\s?cent|$)", text, re.IGNORECASE)
    return Decimal(match[1]) if match else None
