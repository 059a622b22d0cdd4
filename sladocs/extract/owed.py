"""The figures of a sentence on remedies by what they are: what is owed, per what, in which band, the most that is owed."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from typing import Final

from sladocs.extract.bands import Band, band_of
from sladocs.extract.en import remedies as words
from sladocs.extract.en.quantities import QuantityMention, find_quantities, number_words
from sladocs.model.metrics import Metric
from sladocs.model.quantity import Comparator, Dimension, Quantity, plain

CREDIT_UNITS: Final = ("percent", "minute", "hour", "day", "week", "month", "year")
_TIMES: Final = (Dimension.TIME, Dimension.BUSINESS_TIME)
_LASTING: Final = re.compile(
    r"\b(?:later|longer|after|beyond|outages?|downtime|down|unavailab\w+|delay\w*|late|last(?:s|ing|ed)?|for|of|between|from|duration)\s+(?:\w+\s+){0,3}?$",
    re.IGNORECASE,
)
_OF_OUTAGE: Final = re.compile(
    r"\s*(?:or\s+\w+\s+)?(?:of\s+)?(?:\w+\s+){0,2}?(?:outages?|downtime|unavailab\w+|delay\w*|late|interruption)\b", re.IGNORECASE
)
_WHEN: Final = re.compile(
    r"\s*(?:of|after|from|following|before|prior|period|notice|rolling|consecutive|in\s+advance|billing|term)\b", re.IGNORECASE
)
"""What follows a time that says when something is done, and not how bad a failure is."""
_MEASURED: Final = re.compile(
    r"\b(?:in|during|within|over)\s+(?:any|a|an|each|the|that|such|one)?\s*(?:given\s+|single\s+|rolling\s+)*$", re.IGNORECASE
)
_EQUALS: Final = re.compile(r"\bcredit\s*(?:=|\()\s*$", re.IGNORECASE)
_JOINED: Final = re.compile(r"\s*(?:[-\u2013\u2014~]|to|and|up\s+to|through)\s*$", re.IGNORECASE)


class Role(StrEnum):
    """What a figure of a remedy says."""

    OWED = "owed"
    STEP = "step"
    BAND = "band"
    LIMIT = "limit"
    ASIDE = "aside"


@dataclass(frozen=True, slots=True)
class Part:
    """A figure with what it says."""

    role: Role
    mention: QuantityMention


@dataclass(frozen=True, slots=True)
class Owed:
    """One amount of a sentence with the figures of its band and the words that belong to it: `before` and `after` it."""

    mention: QuantityMention
    band: Sequence[QuantityMention]
    before: str
    after: str
    alone: bool
    """Whether it is the only amount of its sentence."""


def parts(text: str, *, remedy: bool) -> list[Part]:
    """The figures of a sentence or cell in order. `remedy` tells that credits are spoken of over it, so that a lone share is one."""
    figures = [*_special(text)]
    figures += [q for q in find_quantities(text) if all(q.end <= o.start or q.start >= o.end for o in figures)]
    figures = [_bounded(text, q) for q in sorted(figures, key=lambda q: q.start)]
    found = [Part(_role(text, q, figures[i - 1].end if i else 0), q) for i, q in enumerate(figures)]
    found = _coordinated(text, found)
    return _by_exclusion(text, found) if remedy and not any(p.role is Role.OWED for p in found) else found


def _coordinated(text: str, found: list[Part]) -> list[Part]:
    """The parts, a further amount of the same unit that "and" joins to the one before it being owed as well."""
    units = {p.mention.quantity.unit for p in found if p.role is Role.OWED}
    return [
        replace(p, role=Role.OWED)
        if p.role in (Role.ASIDE, Role.BAND)
        and p.mention.quantity.unit in units
        and p.mention.quantity.dimension in (Dimension.MONEY, Dimension.PERCENT)
        and p.mention.comparator is None
        and words.ALSO.search(text, 0, p.mention.start)
        and words.FOR_WHAT.match(text, p.mention.end)
        else p
        for p in found
    ]


def _bounded(text: str, q: QuantityMention) -> QuantityMention:
    """A figure with the comparator that "for the first" or "in excess of that" say."""
    if q.comparator is None and words.FIRST.search(text, 0, q.start):
        return replace(q, comparator=Comparator.LESS_THAN)
    return replace(q, comparator=Comparator.MORE_THAN) if q.comparator is None and words.BEYOND.search(text, 0, q.start) else q


def _special(text: str) -> Iterator[QuantityMention]:
    """Amounts that are said without a figure: a full refund, a day's share, a free month; and how often a level is missed."""
    for match in words.WHOLE.finditer(text):
        group = "figure" if match["figure"] else "figure2"
        yield QuantityMention(*match.span(group), Quantity(value=Decimal(100), unit="percent"), lead=match.start(group))
    for match in words.FRACTION.finditer(text):
        yield QuantityMention(*match.span("figure"), Quantity(value=Decimal(1), unit="day"), lead=match.start())
    for match in words.ONE_TIME.finditer(text):
        yield QuantityMention(*match.span("figure"), Quantity(value=Decimal(1), unit=match["unit"].lower()), lead=match.start())
    for match in words.AFTER_FIRST.finditer(text):
        quantity = Quantity(value=Decimal(1), unit=match["unit"].lower())
        yield QuantityMention(*match.span("figure"), quantity, Comparator.MORE_THAN, match.start())
    for match in words.REPEATS.finditer(text):
        value = (
            Decimal(2) if match["twice"] else number_words(match["number"]) if not match["number"].isdigit() else Decimal(match["number"])
        )
        if value is not None and not words.EACH_BEFORE.search(text, 0, match.start()):
            yield QuantityMention(*match.span("figure"), Quantity(value=value, unit="count"), Comparator.AT_LEAST, match.start())


def _role(text: str, q: QuantityMention, since: int) -> Role:
    """What one figure says, by the words at its sides; `since` is where the figure before it ends."""
    if words.EACH_BEFORE.search(text, since, q.start) and q.comparator is not Comparator.AT_LEAST:
        return Role.ASIDE if re.search(r"\bany\s+(?:[\w-]+\s+){0,3}$", text[since : q.start], re.IGNORECASE) else Role.STEP
    if is_owed(text, q):
        return Role.LIMIT if words.CAP.search(text, max(since, q.lead - 60), q.end) else Role.OWED
    if q.quantity.dimension in (*_TIMES, Dimension.MONTHS):
        return Role.BAND if _is_time_band(text, q) else Role.ASIDE
    return Role.ASIDE if q.quantity.dimension is Dimension.MONEY else Role.BAND


def _is_time_band(text: str, q: QuantityMention) -> bool:
    """Whether a time says how long a failure lasts or how late something is."""
    if (
        _OF_OUTAGE.match(text, q.end)
        or words.FIRST.search(text, 0, q.start)
        or words.BEYOND.search(text, 0, q.start)
        or re.match(r"after\s", text[q.lead : q.start], re.IGNORECASE)
    ):
        return True
    if _WHEN.match(text, q.end) or _EQUALS.search(text, 0, q.start) or _MEASURED.search(text, 0, q.lead):
        return q.comparator is Comparator.AT_MOST and not _WHEN.match(text, q.end) and q.quantity.dimension in _TIMES
    if q.quantity.dimension is Dimension.MONTHS:
        return False
    return q.comparator is not None or q.low is not None or bool(_LASTING.search(text, 0, q.lead) or _JOINED.search(text, 0, q.lead))


def is_owed(text: str, q: QuantityMention) -> bool:
    """Whether a figure is an amount, by the words at its sides."""
    if q.low is not None:
        return bool(words.AMOUNT_BEHIND.match(text, q.end))
    if q.quantity.unit == "percent" or q.quantity.dimension is Dimension.MONEY:
        before = text[max(0, q.lead - 60) : q.lead]
        return bool(
            (text[q.start : q.start + 1].isalpha() and words.WHOLE.search(text, max(0, q.start - 40), q.end + 1))
            or words.AMOUNT_BEHIND.match(text, q.end)
            or words.AMOUNT_BEFORE.search(before)
            or words.SUM_CREDITED.search(before)
        )
    if q.quantity.unit not in CREDIT_UNITS or q.comparator not in (None, Comparator.EXACTLY):
        return False
    return bool(
        words.TIME_CREDITED.search(text, 0, q.start)
        or (words.TIME_OWED.match(text, q.end) and not _OF_OUTAGE.match(text, q.end))
        or (words.FRACTION.search(text, max(0, q.start - 1), q.end + 4))
    )


def _by_exclusion(text: str, found: Sequence[Part]) -> list[Part]:
    """The parts, where nothing is said to be owed: a lone share or sum beside a band is ("below 98 %, twenty percent (20 %)")."""
    banded = [p for p in found if p.role is Role.BAND and (p.mention.comparator or p.mention.low is not None)]
    stepped = any(p.role is Role.STEP for p in found)
    lone = [
        p
        for p in found
        if (p.mention.quantity.unit == "percent" or p.mention.quantity.dimension is Dimension.MONEY)
        and p.role in (Role.BAND, Role.ASIDE)
        and p.mention.comparator in (None, Comparator.EXACTLY)
        and p.mention.low is None
        and not _JOINED.search(text, 0, p.mention.lead)
        and not _JOINED_TO_NEXT.match(text, p.mention.end)
        and not words.CAP.search(text, max(0, p.mention.lead - 60), p.mention.end)
    ]
    followed = {id(after) for before, after in itertools.pairwise(found) if before in banded}
    lone = [p for p in lone if id(p) in followed] if len(lone) > 1 else lone
    if not (banded or stepped):
        return list(found)
    return [replace(p, role=Role.OWED) if p in lone else p for p in found]


_JOINED_TO_NEXT: Final = re.compile(r"\s*(?:[-\u2013\u2014~]|to|up\s+to|through)\s*(?:<|less\s+than\s+|below\s+)?\d", re.IGNORECASE)


def amounts(text: str, *, remedy: bool) -> list[Owed]:
    """All amounts that a sentence says, each with the figures of its band: those before it where a band comes first, else those behind."""
    found = parts(text, remedy=remedy)
    owed = [p.mention for p in found if p.role is Role.OWED]
    bands = [p.mention for p in found if p.role is Role.BAND]
    leading = bool(bands and owed) and bands[0].start < owed[0].start
    result = []
    for place, q in enumerate(owed):
        start = owed[place - 1].end if place else 0
        start = max(start, text.rfind(";", start, q.lead) + 1) if leading and len(owed) > 1 else start
        end = owed[place + 1].lead if place + 1 < len(owed) else len(text)
        mine = [b for b in bands if (start <= b.start < q.start if leading else q.end <= b.start < end)]
        if not mine and len(owed) == 1:
            mine = bands
        alone = len(owed) == 1
        if leading and not alone:
            end = min((b.lead for b in bands if q.end <= b.start < end), default=end)
        before = text[start : q.lead] if leading or not place else ""
        result.append(Owed(q, mine, before, text[q.end : end], alone))
    return result


def band_in(text: str, figures: Sequence[QuantityMention], metric: Metric | None) -> Band | None:
    """The band that figures set together: of one kind, those with a comparator before others."""
    if not figures:
        return None
    signed = [q for q in figures if q.comparator is not None or q.low is not None] or list(figures)
    kind = signed[0].quantity.dimension
    same = [q for q in figures if q.quantity.dimension is kind]
    if len(same) == 2:
        return band_of(same, text, metric) or band_of(signed[:1], text, metric)
    return band_of(signed[:1], text, metric)


_OR_MORE: Final = re.compile(r"\d[\d.,]*\s*or\s+more\b", re.IGNORECASE)
"""A step that has no fixed length: each such time is one case."""


def read_rate(text: str, start: int = 0) -> str | None:
    """Per what a credit is owed: "hour", "occurrence", "30 minute"; a step of a share keeps its figure: "0.5 percent", "1 percent"."""
    match = words.RATE.search(text, start)
    missed = words.RATE_OF_MISSED.search(text, start)
    if missed and not (match and match.start() < missed.start()):
        return "occurrence"
    match = match or words.RATE_AT_END.search(text, start)
    if not match:
        return None
    if _OR_MORE.match(text, match.start("what")):
        return "occurrence"
    found = find_quantities(text[match.start("what") :])
    if found and found[0].start <= 1:
        quantity = found[0].quantity
        return quantity.unit if quantity.value == 1 and quantity.unit != "percent" else f"{plain(quantity.value)} {quantity.unit}"
    return words.rate_word(match["what"])
