"""The words of service credits: what is owed, of what, per what, and what is no credit."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final, Literal

_FEE: Final = r"(?:fees?|charges?|subscription|price|payments?|amounts?|bill(?:ing)?|cost|rent|revenue|spend|tariff)"
_FILL: Final = r"(?:\s+[\w'’$-]+){0,4}?\s+"

Basis = Literal["monthly_fee", "annual_fee", "affected_fee", "invoice", "daily_fee", "other"]
_BASIS_WORDS: Final[Mapping[Basis, str]] = {
    "daily_fee": rf"\b(?:daily|day's|per[- ]day)\b{_FILL}?{_FEE}|\bdaily\s+{_FEE}|(?:one|1)\s+day'?s?\s+{_FEE}",
    "affected_fee": (
        r"\b(?:fees?|charges?)\s+(?:paid\s+|payable\s+|due\s+)?"
        r"(?:for|of|attributable\s+to|in\s+respect\s+of|associated\s+with|applicable\s+to)\s+(?:the\s+|that\s+|such\s+|any\s+|each\s+)?(?:\w+\s+)?"
        r"(?:affected|impacted|relevant|unavailable|failed|non-?compliant|particular|applicable)\b"
        rf"|\b(?:affected|impacted)\s+(?:\w+\s+){{0,2}}?(?:{_FEE}|services?|month|product|component)"
    ),
    "annual_fee": rf"\b(?:annual|yearly|annualised|annualized)\s+(?:\w+\s+){{0,3}}?{_FEE}",
    "monthly_fee": (
        rf"\bmonthly\s+(?:[\w-]+\s+){{0,4}}?{_FEE}"
        rf"|\b{_FEE}\s+(?:\w+\s+){{0,5}}?(?:for|in|of|during|per)\s+(?:the|that|such|a|each|this|any|said|one)?\s*(?:\w+\s+){{0,2}}?month\b"
        rf"|\bmonth'?s\s+(?:\w+\s+){{0,2}}?{_FEE}|\b(?:mrc|mrr|monthly\s+recurring)\b"
    ),
    "invoice": r"\bof\s+(?:[\w'-]+\s+){0,5}?(?:invoices?|bill)\b",
    "other": r"\b(?:charge|charges|fee|fees)\s+concerned\b",
}
BASES: Final = tuple((basis, re.compile(pattern, re.IGNORECASE)) for basis, pattern in _BASIS_WORDS.items())
"""Of what a percentage is a share; the first in the text counts."""


def basis_of(text: str) -> Basis | None:
    """Of what the text says that a percentage is a share; the first that it names."""
    found = [(match.start(), name) for name, pattern in BASES if (match := pattern.search(text))]
    return min(found)[1] if found else None


RATE: Final = re.compile(
    r"\b(?:for|per)\s+(?:each|every|any)?\s*(?:additional\s+|full\s+|further\s+|complete\s+|consecutive\s+|started\s+|whole\s+"
    r"|such\s+)*(?P<what>\d[\d.,]*\s*[- ]?(?:%|[a-z]+(?:\s+[a-z]+)?)|"
    r"(?:one|two|three|four|five|ten|fifteen|thirty|half)\b[\s\w()-]{0,24}?(?:minutes?|hours?|days?|percent|per\s?cent|%)"
    r"|(?:business\s+)?(?:minute|hour|day|week|occurrence|incident|failure|breach|instance|event|case|unit|occasion|miss)s?\b)",
    re.IGNORECASE,
)


RATE_AT_END: Final = re.compile(r"\bfor\s+each\s+(?P<what>[a-z]+)\s*\.?\s*$", re.IGNORECASE)
"""A rate per anything, where the words end with it: "for each month", "for each unit"."""

OPEN_AMOUNT: Final = re.compile(
    r"\s*(?P<value>\d[\d,]*(?:\.\d+)?)\s+(?P<unit>[a-z]+(?:\s[a-z]+)?)(?=\s+(?:of|for|per)\b|\s*$)", re.IGNORECASE
)
"""What is owed in a unit of the contract's own, as a whole cell: "5 points", "2 service points for each occurrence"."""


def rate_word(text: str) -> str | None:
    """The rate that a word names: a unit of time, an occurrence, or another thing counted."""
    word = text.lower().strip().removesuffix("s")
    if word in ("incident", "failure", "breach", "breache", "instance", "event", "case", "occasion", "mis", "occurrence"):
        return "occurrence"
    return word.replace("business ", "business_") or None


CREDIT: Final = re.compile(
    r"\b(?:credit(?:s|ed)?|rebates?|refund(?:s|ed)?|compensat\w+|penalt(?:y|ies)|liquidated\s+damages|discount|deduct\w*|reduc(?:ed"
    r"|tion)\s+(?:of|in|by))\b",
    re.IGNORECASE,
)
SERVICE_CREDIT: Final = re.compile(
    r"\b(?:service\s+(?:level\s+)?credits?|sla\s+credits?|uptime\s+credits?|account\s+credits?)\b", re.IGNORECASE
)
TIME_OWED: Final = re.compile(
    r"\s*(?:'s?\s+)?(?:of\s+)?(?:free\s+|additional\s+|extra\s+)?(?:service\b|subscription|hosting|credit|the\s+(?:monthly|annual|daily"
    r"|charge|fee|invoice))",
    re.IGNORECASE,
)
"""What follows a time of which service is owed."""
TIME_CREDITED: Final = re.compile(
    r"\bcredit(?:ed)?\s+(?:(?:an?|the|your\s+account|customer|you|with|of|equal\s+to|full|additional)\s+){0,4}$|\b(?:amount"
    r"|credit)\s+equal(?:ing)?\s+to\s+(?:an?\s+|the\s+)?$",
    re.IGNORECASE,
)
CAP: Final = re.compile(
    r"\b(?:not\s+(?:to\s+)?exceed|exceed|cap(?:ped)?|maximum|in\s+no\s+(?:event|case)|up\s+to(?:\s+a\s+maximum)?|limited\s+to"
    r"|no\s+more\s+than|at\s+most|aggregate|total\s+(?:amount\s+of\s+)?(?:service\s+)?credits?)\b",
    re.IGNORECASE,
)
NONE: Final = re.compile(
    r"\b(?:no\s+(?:service\s+)?credits?\s+(?:is|are|shall|will)|for\s+example|e\.g\.|example|not\s+(?:be\s+)?entitled"
    r"|shall\s+not\s+receive|means\b)",
    re.IGNORECASE,
)
OWED: Final = re.compile(
    r"\b(?:shall|will|must|is|are|be|receive|entitled|issue|apply|provide|credit(?:ed)?|get|may\s+request|eligible)\b", re.IGNORECASE
)
AMOUNT_BEHIND: Final = re.compile(
    rf"\s*\)?\s*(?:\(?\s*(?:service\s+|account\s+)?(?:credits?|refunds?|rebates?|discounts?|penalty|compensation|deduction)\b|(?:of|off"
    rf"|from|on)\s+(?:[\w'’$-]+\s+){{0,6}}?(?:{_FEE}|invoice|mrc|mrr|month|service|credits?)\b"
    rf"|(?:of\s+)?(?:monthly|annual|daily|total)\s+(?:\w+\s+){{0,3}}?{_FEE}|(?:fee\s+)?(?:reduction|service\s+credit))",
    re.IGNORECASE,
)
AMOUNT_BEFORE: Final = re.compile(
    r"\b(?:credit(?:ed)?|refund(?:ed)?|rebate|compensation|penalty|discount|deduction|reduction|reduced)(?:\s+\w+){0,6}?\s*(?::|of"
    r"|equal(?:ing|s)?\s+to|is|by|with|amounting\s+to|-|–|=)\s*(?:an?\s+|the\s+|additional\s+|amount\s+)*$",
    re.IGNORECASE,
)
