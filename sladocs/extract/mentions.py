"""What a passage mentions: quantities, metrics, priorities, shares of cases, a period, a statistic.

The vocabulary of metrics runs on spaCy's tokenizer and matcher (no trained model), and on sentences only where they pass a cheap
regular expression.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache
from typing import Final

from sladocs.extract.en.comparators import comparator_before
from sladocs.extract.en.metrics import EXACT, NAMES, WEAK
from sladocs.extract.en.priorities import ALONE, DEFAULT, LEADING, NAMED, RANKED, SINGLE
from sladocs.extract.en.quantities import QuantityMention, find_quantities
from sladocs.extract.en.tokens import tokens
from sladocs.extract.en.windows import ATTAINMENT, INTERVALS, NOT_CASES, find_statistic, find_window
from sladocs.extract.places import Span
from sladocs.extract.vocabulary import Vocabulary
from sladocs.model.metrics import Metric, Statistic, Window
from sladocs.model.quantity import Comparator, Dimension, Quantity

GATE: Final = re.compile(
    r"\d\s*\)?[\s-]*(?:%|per\s?cent|[a-z]{1,14}\s+(?:hour|day)|m?s\b|secs?\b|seconds?|m\b|min|h\b|hrs?\b|hour|day|d\b|week|month|year"
    r"|[GMk]b|BD)"
    r"|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|sixty|seventy|ninety"
    r"|hundred)\b[\w\s()-]{0,24}(?:hour|day|minute|second|week|month|year|per\s?cent)"
    r"|\bhalf\s|\b(?:next|following|same)\s+(?:business|working|bus|work)?\.?\s*day|\bNBD\b|\b(?:within|every|in|under"
    r"|than)\s+an?\s+(?:hour|day|week|month|business|working|minute|second)"
    r"|\b(?:hourly|daily|nightly|weekly)\b|\b(?:every|each|per)\s+(?:business\s+|working\s+)?(?:hour|day|week)\b|\b(?:\d+|zero"
    r"|no)\s+(?:[\w-]+\s+){0,2}(?:errors?|defects?)\b",
    re.IGNORECASE,
)
"""A passage without this says nothing that could be a level or a credit."""


_LONGEST_PASSAGE: Final = 3000


@dataclass(frozen=True, slots=True)
class MetricMention:
    """The name of a metric at `text[start:end]`; `weak` where the word alone often means something else."""

    start: int
    end: int
    metric: Metric
    weak: bool = False


@dataclass(frozen=True, slots=True)
class PriorityMention:
    """A class of incidents at `text[start:end]`, by its label as written."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class ShareMention:
    """A percentage of cases at `text[start:end]`."""

    start: int
    end: int
    value: Decimal


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


def passages(span: Span) -> Iterator[Span]:
    """A stretch of text in pieces that are short enough to be compared figure by figure; no sentence of a contract is as long as one."""
    start = 0
    while len(span.text) - start > _LONGEST_PASSAGE:
        cut = span.text.rfind(" ", start + 1, start + _LONGEST_PASSAGE)
        end = cut if cut > 0 else start + _LONGEST_PASSAGE
        yield span.part(start, end)
        start = end
    yield span.part(start, len(span.text)) if start else span


@lru_cache(maxsize=2048)
def read_mentions(text: str) -> Mentions:
    """The mentions of a passage."""
    shares = tuple(find_shares(text))
    quantities = [q for q in find_quantities(text) if all(q.start != s.start for s in shares)]
    quantities = [q for q in quantities if not _HOURS_OF_SERVICE.match(text, q.end) or q.quantity.unit not in ("hour", "day")]
    priorities = tuple(find_priorities(text))
    quantities += [
        q for q in find_counts(text) if all(q.end <= p.start or q.start >= p.end for p in priorities) and not _RANK.search(text, 0, q.start)
    ]
    quantities += [q for q in find_intervals(text) if all(q.end <= o.start or q.start >= o.end for o in quantities)]
    return Mentions(
        text,
        tuple(sorted(quantities, key=lambda q: q.start)),
        tuple(find_metrics(text)),
        priorities,
        shares,
        find_window(text),
        find_statistic(text),
    )


_HOURS_OF_SERVICE: Final = re.compile(r"\s*(?:a|per|each|every|/|x|\*|in\s+a|out\s+of)\s*(?:day|week|year|7\b)", re.IGNORECASE)
"""What follows a time that says when a service is open: "24 hours a day, 7 days a week"."""
_RANK: Final = re.compile(r"\b(?:priority|severity|level|class|category|type)\s*$", re.IGNORECASE)
_COUNTS: Final = re.compile(r"\b(?P<figure>\d+|zero|no)\s+(?:[\w-]+\s+){0,2}?(?:errors?|defects?)\b", re.IGNORECASE)


def find_counts(text: str) -> list[QuantityMention]:
    """Numbers of faults, as in "0 linting errors"."""
    found = []
    for match in _COUNTS.finditer(text):
        value = Decimal(match["figure"]) if match["figure"].isdigit() else Decimal(0)
        sign = comparator_before(text, match.start())
        usual = Comparator.EXACTLY if not value else Comparator.AT_MOST
        if match["figure"].lower() != "no":
            lead = sign[1] if sign else match.start()
            found.append(QuantityMention(match.start(), match.end(), Quantity(value=value, unit="count"), sign[0] if sign else usual, lead))
    return found


def find_intervals(text: str) -> list[QuantityMention]:
    """Intervals in one word, as in "hourly"."""
    found = []
    for match in INTERVALS.finditer(text):
        unit = {"hourly": "hour", "daily": "day", "nightly": "day", "weekly": "week", "monthly": "month"}.get(match[0].lower()) or match[
            "unit"
        ].lower()
        if match["business"]:
            unit = f"business_{unit}"
        found.append(QuantityMention(match.start(), match.end(), Quantity(value=Decimal(1), unit=unit), Comparator.AT_MOST, match.start()))
    return found


def find_shares(text: str) -> list[ShareMention]:
    """Percentages that are shares of cases beside a time, as in "95 % of calls within 20 seconds" and "4 hours in 95 % of cases"."""
    times = [q for q in find_quantities(text) if q.quantity.dimension in (Dimension.TIME, Dimension.BUSINESS_TIME)]
    found = []
    for match in ATTAINMENT.finditer(text):
        if (
            match["noun"]
            and NOT_CASES.fullmatch(match["noun"])
            and not (times and re.search(r"\bin\s*$|[,;(]\s*$", text[: match.start()]) and match["noun"].lower() == "time")
        ):
            continue
        if not match["noun"] and not match["verb"] and not re.search(r"\b(?:in|for)\s*$|[,(]\s*$", text[: match.start()]):
            continue
        if any(_together(text, match, q) for q in times):
            found.append(ShareMention(match.start(), match.end("sign"), Decimal(match["value"])))
    return found


def _together(text: str, share: re.Match[str], time: QuantityMention) -> bool:
    """Whether a share and a time stand in one clause."""
    between = text[share.end() : time.start] if time.start >= share.start() else text[time.end : share.start()]
    return len(between) < 120 and not re.search(r"[;:]|\.\s|\bavailab|\buptime", between)


@cache
def _metrics() -> Vocabulary:
    """All phrases that name a metric."""
    return Vocabulary({metric.value: phrases for metric, phrases in NAMES.items()})


_ORDER: Final = {metric.value: place for place, metric in enumerate(NAMES)}


@lru_cache(maxsize=4096)
def find_metrics(text: str) -> tuple[MetricMention, ...]:
    """The metrics that a text names: the longest phrase at each place, and of equal ones the first in the order of metrics."""
    if exact := EXACT.get(" ".join(text.lower().split())):
        return (MetricMention(0, len(text), exact),)
    read = tokens(text)
    found = sorted(_metrics().find(read), key=lambda m: (m[0] - m[1], m[0], _ORDER[m[2]]))
    taken: set[int] = set()
    kept = []
    for first, behind, name in found:
        if taken.isdisjoint(range(first, behind)):
            taken.update(range(first, behind))
            start, end = read.starts[first], read.ends[behind - 1]
            kept.append(MetricMention(start, end, Metric(name), text[start:end].lower() in WEAK))
    return tuple(sorted(kept, key=lambda m: m.start))


def find_priorities(text: str) -> list[PriorityMention]:
    """The classes of incidents that a text names, as written; neighbours joined by "/" or "and" are one each."""
    matches = sorted((m for pattern in (RANKED, NAMED) for m in pattern.finditer(text)), key=lambda m: (m.start() - m.end(), m.start()))
    found: list[PriorityMention] = []
    for match in matches:
        if all(match.end() <= p.start or match.start() >= p.end for p in found):
            found.append(PriorityMention(match.start(), match.end(), _label(match[0])))
    if not found and (only := LEADING.match(text) or SINGLE.fullmatch(text)):
        found.append(PriorityMention(only.start("label"), only.end(), _label(text[only.start("label") : only.end()])))
    if rest := DEFAULT.search(text):
        found = [p for p in found if p.end <= rest.start() or p.start >= rest.end()]
    return sorted(found, key=lambda p: p.start)


def is_priority(text: str) -> bool:
    """Whether a short text is nothing but a class of incidents."""
    return bool(ALONE.fullmatch(text.strip())) or any(
        p.start <= 1 and p.end >= len(text.strip()) - 1 for p in find_priorities(text.strip())
    )


def _label(text: str) -> str:
    return text.strip(" \t-–—:,;/")
