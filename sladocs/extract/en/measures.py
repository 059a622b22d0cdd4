"""Measures that have no name of their own, by how English forms such names: "dock to stock time", "fill rate", "97 % of visits"."""

from __future__ import annotations

import re
from typing import Final

from sladocs.extract.en.acts import OBJECTS
from sladocs.model.metrics import Metric

_WORDS: Final = r"(?:[A-Za-z][\w/-]*\s+){1,4}?"
_SOME: Final = r"(?:of|for)\s+(?:[\w'\u2019-]+\s+){1,8}?"

_TIMED: Final = ("report", "update", "relief", "repair", "reply", "substitute")
"""What is acted upon, where "correction period" names a measure."""

OPEN: Final = tuple(
    (re.compile(pattern, re.IGNORECASE), metric)
    for pattern, metric in (
        *((rf"{OBJECTS[name][0].pattern}\s+(?:times?|periods?|intervals?|deadlines?|windows?)\b", OBJECTS[name][1]) for name in _TIMED),
        (
            (
                r"\bof\s+(?:(?:the|each|every|any|all|a|such|given|full|calendar|scheduled|agreed|service|support|duty|business"
                r"|operating|trading"
                r"|opening|covered|contracted)\s+)*(?:time|months?|quarters?|years?|hours|minutes)\b(?!['\u2019])"
            ),
            Metric.AVAILABILITY,
        ),
        (r"\bolder\s+than\b|\bof\s+(?:lost\s+)?data\b(?=[.,;)]|$|\s+(?:may|will|can|is|are|at|lost|loss|being))", Metric.RECOVERY_POINT),
        (r"\bof\s+(?:the\s+|all\s+)?packets\b", Metric.PACKET_LOSS),
        (r"\bof\s+(?:the\s+|all\s+)?(?:callers?|calls)\s+(?:hang|give|are\s+(?:given|lost))\s*(?:up)?\b", Metric.ABANDONMENT_RATE),
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
                rf"\b{_SOME}(?:accurate(?:ly)?|correct(?:ly)?|without\s+(?:an?\s+|any\s+)?(?:errors?|defects?)|error[\s-]free|right"
                rf"|not\s+contain\b.{{0,40}}\berrors?)\b"
            ),
            Metric.ACCURACY,
        ),
        (
            rf"\b{_WORDS}(?<!\bof )(?<!\bthe )(?<!\bany )(?<!\bthis )(?<!\bthat )(?<!\bsame )(?<!\beach )(?<!\bin )(?<!\bat )times?\b",
            Metric.TURNAROUND_TIME,
        ),
        (r"\bof\s+(?:all\s+|the\s+|its\s+)*(?:[\w'\u2019-]+\s+){1,6}?(?:shall|will|must|are|is|to\s+be|being|have|has)\b", Metric.OTHER),
        (rf"\b{_WORDS}(?:rate|ratio|percentage|score|index|compliance|coverage|utili[sz]ation|adherence|success)\b", Metric.OTHER),
    )
)
"""Ways of forming the name of a measure, and the metric that it then is, if none is named."""
SURE: Final = (*(OBJECTS[name][1] for name in _TIMED), Metric.RECOVERY_POINT, Metric.PACKET_LOSS, Metric.ABANDONMENT_RATE)
"""Measures that such words name for certain."""
UP: Final = re.compile(
    r"\b(?:up|reachable|operational|accessible|usable|working|running|online|operates?|functions?|functioning|responds?|in\s+service"
    r"|succeeds?|be\s+(?:read|used))\b",
    re.IGNORECASE,
)
"""Words that say that a service is there."""
BY_PHONE: Final = re.compile(r"\b(?:calls?|callers?|phones?|telephones?|chats?|queue|hold|ring\w*)\b", re.IGNORECASE)
"""Words of those who answer calls."""
