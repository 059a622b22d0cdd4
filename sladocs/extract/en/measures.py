"""Measures that have no name of their own, by how English forms such names: "dock to stock time", "fill rate", "97 % of visits"."""

from __future__ import annotations

import re
from typing import Final

from sladocs.model.metrics import Metric

_WORDS: Final = r"(?:[A-Za-z][\w/-]*\s+){1,4}?"
_SOME: Final = r"(?:of|for)\s+(?:[\w'\u2019-]+\s+){1,8}?"

OPEN: Final = tuple(
    (re.compile(pattern, re.IGNORECASE), metric)
    for pattern, metric in (
        (r"\bof\s+(?:the|all)?\s*time\b", Metric.AVAILABILITY),
        (rf"\b{_SOME}(?:answered|abandoned|fail(?:s|ed)?|rejected|in\s+error|lost|dropped)\b", Metric.ERROR_RATE),
        (
            (
                rf"\b{_SOME}(?:on\s+time|timely|on\s+schedule|by\s+(?:the|their)\s+due\s+dates?|as\s+(?:per"
                rf"|scheduled))\b"
            ),
            Metric.ON_TIME_DELIVERY,
        ),
        (
            (
                rf"\b{_SOME}(?:accurate(?:ly)?|correct(?:ly)?|without\s+(?:an?\s+)?(?:errors?|defects?)|error[\s-]free"
                rf"|not\s+contain\b.{{0,40}}\berrors?)\b"
            ),
            Metric.ACCURACY,
        ),
        (rf"\b{_WORDS}times?\b", Metric.TURNAROUND_TIME),
        (rf"\b{_WORDS}(?:rate|ratio|percentage|score|index|compliance|coverage|utili[sz]ation|adherence|success)\b", Metric.OTHER),
    )
)
"""Ways of forming the name of a measure, and the metric that it then is, if none is named."""
