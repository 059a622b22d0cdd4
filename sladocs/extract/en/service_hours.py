"""Times that say when a service is open, not how soon it answers: "24 hours a day, 7 days a week"."""

from __future__ import annotations

import re
from typing import Final

_PER: Final = r"\s{0,2}(?:a|per|each|every|/|in\s+a|out\s+of|of\s+(?:the|each|every)|through)\s{0,2}"
_PER_DAY: Final = re.compile(rf"{_PER}(?:day|week|24\b)", re.IGNORECASE)
_PER_WEEK: Final = re.compile(rf"{_PER}(?:week|year|annum|7\b|365\b)", re.IGNORECASE)
_BEHIND: Final = re.compile(
    r"\s{0,2}(?:x|\*|\u00d7|/)\s{0,2}(?:7|24|365)\b"
    r"|\s{0,2}[,x\u00d7/&*]?\s{0,2}(?:(?:and|by)\s+)?(?:7|seven|365|five|5)\s{0,2}(?:\(\d+\)\s{0,2})?[x*]?\s{0,2}days?\b"
    r"|\s{0,2}[,x\u00d7/&*]\s{0,2}(?:24|twenty[- ]four)\s{0,2}(?:\(24\)\s{0,2})?hours?\b",
    re.IGNORECASE,
)
_HOURS_BEFORE: Final = re.compile(
    r"(?:24|twenty[- ]four)\s{0,2}(?:\(24\)\s{0,2})?(?:hours?|hrs?)[\s,x\u00d7/&*-]{1,4}(?:(?:and|by|a\s+day)\W{1,3}){0,2}$", re.IGNORECASE
)
_DAYS_BEFORE: Final = re.compile(
    r"(?:7|seven|365)\s{0,2}(?:\(\d+\)\s{0,2})?days?[\s,x\u00d7/&*-]{1,4}(?:(?:a|per)\s+(?:week|year)\W{1,3})?(?:and\s+)?$", re.IGNORECASE
)
_TIME: Final = re.compile(r"(?:hours?|hrs?|days?|h)\W{0,2}$", re.IGNORECASE)


def hours_of_service(text: str, start: int, end: int, *, limited: bool = False) -> bool:
    """Whether the time at `text[start:end]` says when a service is open; `limited` tells that a comparator stands before it."""
    unit = _TIME.search(text, max(start, end - 8), end)
    if not unit:
        return False
    if (_PER_DAY if unit[0][0] in "hH" else _PER_WEEK).match(text, end):
        return True
    if limited:
        return False
    before = text[max(0, start - 40) : start]
    return bool(_BEHIND.match(text, end) or _HOURS_BEFORE.search(before) or _DAYS_BEFORE.search(before))
