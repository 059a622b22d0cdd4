"""Periods, statistics and shares of cases: "each calendar month", "95th percentile", "in 95 % of cases"."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from sladocs.model.metrics import Statistic, Window

_UNIT: Final = r"(?P<unit>day|week|month|quarter|year)"
_PERIOD: Final = re.compile(
    rf"\b(?:(?:per|a|an|each|every|any|one|the|such|given|that|a\s+given|single|in\s+a|relevant|applicable|said)\s+(?:given\s+"
    rf"|single\s+|one\s+)?(?:calendar\s+|contract\s+|billing\s+|full\s+|service\s+|subscription\s+|"
    rf"measurement\s+|fiscal\s+|12[- ]month\s+)?{_UNIT}(?!\s*(?:ly|s\b|'s\s+(?:notice|fee)))\b|calendar\s+(?P<unit2>month|quarter|year)"
    rf"|(?P<adverb>daily|weekly|monthly|quarterly|annual(?:ly)?|yearly)\b|/\s*(?P<unit3>day|week|month|year|mo|yr)\b"
    rf"|per\s+annum\b(?P<annum>)|month[- ]by[- ]month\b(?P<mbm>)|30[- ]day\s+(?:period|rolling)(?P<thirty>)|(?:12[- ]month"
    rf"|twelve[- ]month)\s+(?:rolling\s+)?period(?P<twelve>))",
    re.IGNORECASE,
)
_ADVERBS: Final = {
    "daily": Window.DAY,
    "weekly": Window.WEEK,
    "monthly": Window.MONTH,
    "quarterly": Window.QUARTER,
    "annual": Window.YEAR,
    "annually": Window.YEAR,
    "yearly": Window.YEAR,
}
_SHORT: Final = {"mo": Window.MONTH, "yr": Window.YEAR}

_STATISTICS: Final = (
    (Statistic.P95, r"95(?:\.0)?(?:th|\s*-?\s*th)?[\s-]+(?:percentile|pctl|%ile)|\bp95\b"),
    (Statistic.P99, r"99(?:\.0)?(?:th|\s*-?\s*th)?[\s-]+(?:percentile|pctl|%ile)|\bp99\b"),
    (Statistic.MEDIAN, r"\bmedian\b|\bp50\b|50th[\s-]+percentile"),
    (Statistic.MEAN, r"\bmean\b(?!\s+time)|\baverage[ds]?\b|\bavg\b\.?"),
    (Statistic.MAX, r"^\s*maximum\s*$"),
    (Statistic.MIN, r"^\s*minimum\s*$"),
)
_STATISTIC: Final = tuple((statistic, re.compile(pattern, re.IGNORECASE)) for statistic, pattern in _STATISTICS)

ATTAINMENT: Final = re.compile(
    r"(?P<value>\d{1,3}(?:\.\d+)?)\s*(?P<sign>%|per\s?cent|percent)\s*(?:\)\s*)?(?:of\s+(?:the\s+|all\s+|such\s+|its\s+|our\s+|these\s+"
    r"|any\s+|new\s+|total\s+)*(?P<noun>[a-z][a-z'-]*)|(?:are\s+|be\s+|is\s+)?"
    r"(?P<verb>assigned|triaged|responded|resolved|answered|completed|closed|acknowledged|delivered|processed|within|in\s+(?=\d)|under"
    r"|<)|$)",
    re.IGNORECASE,
)
"""A share of cases, by the word that it is a share of."""

INTERVALS: Final = re.compile(
    r"\b(?:hourly|nightly|daily|weekly)\b|\b(?:every|each|once\s+(?:a|per|every|each))\s+(?P<business>(?:business"
    r"|working)\s+)?(?P<unit>hour|day|week)\b",
    re.IGNORECASE,
)
"""Intervals that are said without a number."""

NOT_CASES: Final = re.compile(
    r"(?:time|month|months|year|quarter|day|days|fee|fees|charge|charges|monthly|annual|invoice|amount|price|cost|value|uptime"
    r"|availability|period|minutes|hours|subscription|payment|service|full|capacity|downtime|bill|contract|credit)",
    re.IGNORECASE,
)
"""What a percentage may be a share of without being a share of cases."""


def find_window(text: str) -> Window | None:
    """The first period that the text names."""
    match = _PERIOD.search(text)
    if not match:
        return None
    if word := match["unit"] or match["unit2"] or match["unit3"]:
        return _SHORT.get(word.lower()) or Window(word.lower())
    if match["adverb"]:
        return _ADVERBS[match["adverb"].lower()]
    return Window.YEAR if match["annum"] is not None or match["twelve"] is not None else Window.MONTH


def find_statistic(text: str) -> Statistic | None:
    """How single measurements become one figure, where the text says so."""
    return next((statistic for statistic, pattern in _STATISTIC if pattern.search(text)), None)


def share(text: str) -> Decimal | None:
    """The percentage that a cell such as "95 % of cases" says."""
    match = re.search(r"(\d{1,3}(?:\.\d+)?)\s*(?:%|per\s?cent|percent|$)", text, re.IGNORECASE)
    return Decimal(match[1]) if match else None
