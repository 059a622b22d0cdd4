"""Where a typed label ends and the text begins: "4.2 Fees", "(a) each month", "Schedule 3 Service levels", "ARTICLE IV TERM".

Readers of formats without numbering fields use it. It only ever parts a text at a blank, so that label, blank and text give the words
as they were printed, and a wrong guess loses nothing.
"""

from __future__ import annotations

import re
from typing import Final

BULLETS: Final = frozenset("•◦▪▫■□●○‣⁃∙·–—*✓✔➢➤►▶❖◆◇\uf0b7\uf0a7\uf0d8\uf0fc-")  # noqa: RUF001
"""Characters that stand before an item of a list and number nothing."""

_UNITS = (
    r"seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?|yrs?|quarters?|business|working|calendar|percent|per|of|x|times?|points?|"
    r"million|billion|thousand|hundred|dollars?|euros?|pounds?|usd|eur|gbp|nines|"
    r"january|february|march|april|may|june|july|august|september|october|november|december|"
    r"jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|am|pm|a\.m|p\.m|o'clock|and|or|to|st|nd|rd|th|gb|mb|kb|tb|ms|kbps|mbps|gbps|ghz|mhz|hz|kva|kw"
)
_SIGN = r"[%°/\u00d7+=<>\u2013\u2014-]"
_NOT_A_UNIT = rf"(?!(?:{_UNITS})\b|{_SIGN})"
_NOT_A_SMALL_UNIT = rf"(?!(?-i:{_UNITS})\b|{_SIGN})"
"""A clause may well begin "4.2 Business Hours are"; a figure is rarely followed by a capital."""

_DECIMAL = r"\d{1,3}(?:\.\d{1,3}){1,6}"
_ENCLOSED = r"(?:\d{1,3}|[A-Za-z]{1,2}|[ivxlc]{1,7}|[IVXLC]{1,7})"
_PARAGRAPH = re.compile(
    rf"""(?P<label>
      {_DECIMAL}[.)]                                   # 4.2.1.
    | \({_ENCLOSED}\)                                   # (a) (iv) (12)
    | {_DECIMAL}(?:\([a-z0-9]{{1,4}}\))*(?=\s{_NOT_A_SMALL_UNIT})    # 4.2 and 4.2(a), not "4.2 hours"
    | (?:\d{{1,3}}|[A-Za-z]|[ivxl]{{1,7}}|[IVXL]{{1,7}})[.)]   # 1. 1) a. IV.
    | [§¶]\s?\d[\d.]*                                   # § 4
    | \d{{1,2}}(?=\s{_NOT_A_UNIT}["\u201c\u2018']?\w)               # 4 The
    )(?=\s\S)""",
    re.VERBOSE | re.IGNORECASE,
)
_NUMBER = r"(?:\d{1,3}(?:[.-]\d{1,3})*[A-Z]?|[A-Z](?:[.-]?\d{1,3})?|[IVXLC]{1,7})(?:\([a-z0-9]{1,4}\))*"
_NAMED = re.compile(
    r"(?P<label>(?:schedule|annex|annexure|appendix|exhibit|attachment|article|section|clause|part|chapter|addendum|volume)"
    rf"\s{_NUMBER}[.:)]?(?:\s[\u2013\u2014:-])?)(?=\s\S|$)",
    re.IGNORECASE,
)
_CASED = re.compile(r"\d{1,2}\s+[\"\u201c\u2018']?[a-z]")


def split_label(text: str, *, heading: bool = False) -> tuple[str, str]:
    """The typed label at the start of a text, and the rest; ("", text) where it has none.

    Only a heading takes a label with a name ("Schedule 3"): a sentence may well begin "Section 4 applies". In other texts a bare number
    is a label only before a capital letter, and no figure with its unit ("30 Days", "99.9 %", "1 January 2027") is one.
    """
    if heading and (named := _NAMED.match(text)):
        return text[: named.end()], text[named.end() :].lstrip()
    found = _PARAGRAPH.match(text)
    if not found or (not heading and found["label"].isdigit() and _CASED.match(text)):
        return "", text
    return text[: found.end()], text[found.end() :].lstrip()


def is_item_label(label: str) -> bool:
    """Whether a label counts items of a list, "(a)", "iv)", "b.", rather than clauses, "4.2", "1."."""
    return bool(re.fullmatch(r"\((?:[a-zA-Z]{1,2}|[ivxlc]+|[IVXLC]+|\d{1,3})\)|(?:[a-zA-Z]|[ivx]{1,5})[.)]", label)) and label not in (
        "I.",
        "V.",
        "X.",
    )


def is_bullet(text: str) -> bool:
    """Whether a text is nothing but the sign of an unnumbered item."""
    return len(text) == 1 and text in BULLETS
