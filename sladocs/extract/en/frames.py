"""Frames: ways of saying one term, and the phrases that they are made of.

Patterns see a sentence's shape, in which each length of time, date and amount is one sign (`sladocs.extract.en.shapes`). In a pattern a
blank stands for any run of blanks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from sladocs.extract.en.shapes import AMOUNT, DATE, TIME


@dataclass(frozen=True, slots=True)
class Frame:
    """A way of saying the term at `path`: `pattern` captures the sign as `value`.

    `about` must be found in the sentence or in what stands over it; `barred` must not be found in the sentence.
    """

    path: str
    pattern: re.Pattern[str]
    about: re.Pattern[str] | None = None
    barred: re.Pattern[str] | None = None
    confidence: float = 0.9


def phrase(pattern: str) -> re.Pattern[str]:
    """A pattern in which a blank stands for any run of blanks; capitals do not matter."""
    return re.compile(pattern.replace(" ", r"\s+"), re.IGNORECASE)


def gap(longest: int, without: str = ".;") -> str:
    """Up to `longest` characters that hold no figure and no end of a clause."""
    return rf"[^{SIGNS}{without}]{{0,{longest}}}?"


SIGNS: Final = "\ue000-\uebff"
"""The signs, for gaps that must not hold one."""
A_TIME: Final = f"(?P<value>{TIME})"
A_DATE: Final = f"(?P<value>{DATE})"
A_FIGURE: Final = f"(?P<value>{AMOUNT}|{TIME})"

AGREEMENT: Final = r"(?:agreement|sla|contract|lease|licen[cs]e|schedule|addendum|order|arrangement|document|policy|annex|appendix)"
THIS: Final = rf"(?:(?:this|the|such|said) (?:[\w-]+ ){{0,4}}?{AGREEMENT}|\b(?:agreement|sla|contract)\b|\bit\b)"
LEAST: Final = r"(?:(?:at least|(?:not?|nor) (?:less|fewer|later|more) than|a minimum of|minimum) )?"
A_PERIOD_OF: Final = r"(?:(?:an?|the|its) )?(?:[\w-]+ )?(?:(?:period|term|duration) of )?(?:an? )?"
PERIOD: Final = r"(?:term|period|duration|time|phase)s?"
BE: Final = r"(?:is|are|shall be|will be|means|lasts|runs for|:|-|\u2013|\u2014|\()"
NOTICE: Final = (
    r"'?\s*(?:(?:prior|written|advance|formal|previous|express|signed|calendar|in writing|of|,|and) ){0,5}(?:notice|notification|notif\w+)"
)
RENEWS: Final = r"(?:renew\w*|extend(?:s|ed)?|extension|prolong\w*|rolls? over|self-renew\w*)"
ENDS: Final = r"(?:terminat\w+|cancel\w*|end(?:s|ed)?|discontinu\w+|withdraw\w*)"
CURES: Final = r"(?:cure[sd]?|curing|remed(?:y|ied|ies|ying)|rectif\w+|correct(?:s|ed|ing)?|put (?:it )?right|mend(?:s|ed)?)"
