"""What a passage mentions: quantities, metrics, priorities, shares of cases, blanks, a period, a statistic.

Passages are read by a spaCy pipeline of our own (`sladocs.extract.pipeline`), and only where they pass a cheap regular expression.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from sladocs.extract.blanks import BlankMention, find_blanks
from sladocs.extract.counts import find_counts, find_intervals
from sladocs.extract.en.quantities import QuantityMention
from sladocs.extract.gates import Gated
from sladocs.extract.named import MetricMention, PriorityMention, find_metrics, find_priorities, is_priority
from sladocs.extract.pipeline import language
from sladocs.extract.places import Span
from sladocs.extract.shares import ShareMention, find_shares
from sladocs.model.metrics import Statistic, Window

__all__ = [
    "GATE", "BlankMention", "Mentions", "MetricMention", "PriorityMention", "ShareMention", "find_blanks", "find_counts", "find_intervals",
    "find_metrics", "find_priorities", "find_shares", "is_priority", "passages", "read_mentions",
]  # fmt: skip

_NOUNS: Final = (
    r"(?:errors?|defects?|failures?|outages?|incidents?|complaints?|breach(?:es)?|faults?|users?|sessions?|connections?|licen[cs]es?|seats?"
    r"|mailboxes|devices?|lines|agents?|transactions?|requests?|quer(?:y|ies)|calls?|messages?|occurrences|staff|operators|engineers|records?|tickets?|[gtm]b\b)"
)
_NUMBERS: Final = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred)"
)
_UNITS: Final = (
    r"(?:%|\u2030|per\s?cent|per\s?mil|pct|m?s\b|milli|msec|secs?\b|seconds?|m\b|min|h\b|hrs?\b|hour|day|d\b|wks?\b|week|fortnight|mth|month|quarter"
    r"|yr|year|nines|[GMkT]b|BD|WD|B\.D|W\.D|BH|[tqr]ps|h\d|(?:work|week)day|[a-z]{1,14}/(?:s|min|h|day)"
    r"|(?:[a-z]{1,14}\.?[\s-]{1,3}){1,3}(?:(?:hours?|hrs?|days?|mins?|minutes?)\b|(?:per|an?)\s(?:sec|min|hour)))"
)
_BY_FIGURE: Final = rf"\d(?:[\s)\]+-]{{0,4}}{_UNITS}|[\s-]{{0,3}}(?:in|out\s+of)\s+(?:every\s+)?\d|(?:x|\s?x\s?)[57]\s?x|/(?:5|10)\b)"
_BY_WORD: Final = (
    r"\b\d\d/\d\d\b|[\u00bc\u00bd\u00be]"
    rf"|\b{_NUMBERS}\b[\w\s()./-]{{0,24}}(?:hour|day|minute|second|we?e?ks?\b|month|year|per\s?cent|%|nines|\bh(?:r|rs)?\b|min)"
    rf"|\b{_NUMBERS}\s+(?:out\s+of|in)\s+(?:every\s+)?(?:{_NUMBERS}|a\s+hundred|thousand)"
    r"|\bhalf\b|\((?:in\s)?(?:%|hours|hrs|minutes|mins|seconds|secs|ms|days)\)[\s:=-]{1,3}\d|\bquarter[\s-](?:of|hour)"
    r"|\b(?:next|following|same)[\s-]+(?:[\w.]+[\s-]+){0,2}?day|\b[NS]BD\b|\b[CE]O[BD]\b|\bbusiness\s+day\s+(?:following|after)"
    r"|\b(?:within|every|in|under|than|least|most)\s+(?:the\s+(?:same\s+)?|an?\s+)(?:single\s+)?(?:hour|day|week|month|business|working|minute|second|year)"
    r"|\bfortnight|\b(?:close|end)\s+of\s+(?:the\s+)?(?:\w+\s+){0,2}?(?:business|play|day|working)"
    r"|\b(?:first|second|third|fourth|fifth|tenth|\d{1,2}(?:st|nd|rd|th))\s+(?:\(\w+\)\s+)?(?:business|working)\s+day"
    r"|\b(?:hourly|daily|nightly|weekly)\b|\b(?:every|each|per|twice\s+a)\s+(?:full\s+|other\s+)?(?:business\s+|working\s+)?(?:hour|day|week)\b"
    r"|\bout\s+of\s+(?:five|5|ten|10)\b"
    rf"|\b(?:\d[\d.,]{{0,12}}\s?(?:k|million|thousand)?|zero|no|{_NUMBERS})\s+(?:\(\w+\)\s+)?(?:[\w-]+\s+){{0,3}}{_NOUNS}\b"
)
GATE: Final = re.compile(f"{_BY_FIGURE}|{_BY_WORD}", re.IGNORECASE)
"""A passage without this says nothing that could be a level or a credit."""
_GATES: Final = re.compile(_BY_FIGURE, re.IGNORECASE), Gated(re.compile(_BY_WORD, re.IGNORECASE))
"""Its two halves: where a figure begins is found far faster alone."""


@lru_cache(maxsize=8192)
def may_promise(text: str) -> bool:
    """Whether a passage has a figure that could be a level or a credit: `GATE`, asked once for each passage."""
    return any(gate.search(text) for gate in _GATES)


_LONGEST_PASSAGE: Final = 3000
_FIGURE: Final = re.compile(r"\d++")
_MOST_FIGURES: Final = 80
"""How many runs of digits a passage has at most: each figure is compared with each other and with each name beside it."""


@dataclass(frozen=True, slots=True)
class Mentions:
    """All that one passage mentions, each list in the order of the text."""

    text: str
    quantities: tuple[QuantityMention, ...]
    metrics: tuple[MetricMention, ...]
    priorities: tuple[PriorityMention, ...]
    shares: tuple[ShareMention, ...]
    window: Window | None
    statistic: Statistic | None
    blanks: tuple[BlankMention, ...] = ()


def passages(span: Span) -> Iterator[Span]:
    """A stretch of text in pieces that are short enough to be compared figure by figure; no sentence of a contract is as long as one."""
    start, figures = 0, [match.start() for match in _FIGURE.finditer(span.text)]
    while (reach := min(_LONGEST_PASSAGE, _crowded(figures, start))) < len(span.text) - start:
        cut = span.text.rfind(" ", start + 1, start + reach)
        end = cut if cut > 0 else start + reach
        yield span.part(start, end)
        start = end
    yield span.part(start, len(span.text)) if start else span


def _crowded(figures: Sequence[int], start: int) -> int:
    """How far from an offset on a text holds as many figures as a passage may have at most."""
    place = bisect_left(figures, start) + _MOST_FIGURES
    return max(figures[place] - start, 2) if place < len(figures) else _LONGEST_PASSAGE


@lru_cache(maxsize=2048)
def read_mentions(text: str) -> Mentions:
    """The mentions of a passage."""
    read = language()(text).user_data
    return Mentions(
        text, read["quantities"], read["metrics"], read["priorities"], read["shares"], read["window"], read["statistic"], read["blanks"]
    )
