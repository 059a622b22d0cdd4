"""Bands of the actual figure, in every wording: "99.0 % – 99.9 %", "below 95 %", "less than 99.9 % but equal to or greater than 99.0 %"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any, Final

from sladocs.extract.en.comparators import comparator_after, comparator_before
from sladocs.extract.en.quantities import QuantityMention, find_numbers, find_quantities
from sladocs.extract.en.units import open_unit
from sladocs.model.metrics import TAXONOMY, Metric
from sladocs.model.quantity import Comparator, Quantity


@dataclass(frozen=True, slots=True)
class Band:
    """The actual figures for which a credit is owed; an open end is None."""

    lower: Decimal | None = None
    upper: Decimal | None = None
    lower_included: bool = True
    upper_included: bool = False
    unit: str | None = None

    @property
    def fields(self) -> dict[str, Any]:
        """The band as the fields of a service credit."""
        return {
            "lower": self.lower,
            "upper": self.upper,
            "lower_included": self.lower_included,
            "upper_included": self.upper_included,
            "band_unit": self.unit,
        }


_BEHIND: Final = re.compile(r"\s*(?P<sign><=|>=|<|>|\u2264|\u2265)\s*(?=[A-Za-z(])")
"""A sign behind a figure, before the name of what is measured: "99.0 % ≤ availability < 99.9 %"."""
_TURNED: Final = {
    "<=": Comparator.AT_LEAST,
    "\u2264": Comparator.AT_LEAST,
    "<": Comparator.MORE_THAN,
    ">=": Comparator.AT_MOST,
    "\u2265": Comparator.AT_MOST,
    ">": Comparator.LESS_THAN,
}
_JOIN: Final = re.compile(r"\s*(?:%|percent)?\s*(?:[-\u2013\u2014~]|to|and|but|through|up\s+to)\s*", re.IGNORECASE)
_EACH: Final = re.compile(r"\s*(?:each|every|any)\s+(?:failure|breach|miss|occurrence|instance|case|incident)\w*\s*", re.IGNORECASE)
_ASIDE: Final = re.compile(r"\([^()]*\d[^()]*\)")
_MISSED: Final = re.compile(
    r"\b(?:not|never|fail(?:s|ed|ure)?|miss(?:es|ed)?|without|neither|unable|n't)\b[^.;]{0,80}$"
    r"|\b(?:not|fail(?:s|ed|ure)?\s+to)\s+(?:\w+\s+){0,6}$",
    re.IGNORECASE,
)
"""Words before "within 4 hours" that say that it was not: the band begins there."""
_HIGHEST_SHARE: Final = Decimal(100)
_LOWEST_SHARE: Final = Decimal(50)


def read_band(text: str, metric: Metric | None = None, unit: str | None = None) -> Band | None:
    """The band that a cell or clause says, None where it says none. `unit` is that of bare figures (a header's), else they are counts."""
    if _EACH.fullmatch(text):
        return Band()
    if nth := _nth(text):
        return nth
    text = _ENTRY.sub(lambda match: " " * len(match[0]), text)
    figures = _clocks(text) or find_quantities(text) or _bare(text, unit, metric)
    if len(figures) > 2 or len({q.quantity.dimension for q in figures}) > 1:
        figures = _foremost(text, figures)
    if not figures or len(figures) > 2:
        return None
    return band_of(figures, text, metric)


_ORDINALS: Final = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_MISS: Final = (
    r"(?:failures?|breach(?:es)?|miss(?:es)?|occurrences?|instances?|incidents?|violations?|offen[cs]es?|defaults?|infractions?"
    r"|times?|occasions?)"
)
_NTH: Final = re.compile(
    rf"\W*(?:the\s+|upon\s+|for\s+the\s+)?(?:(?P<word>{'|'.join(_ORDINALS)})|(?P<figure>\d{{1,2}})(?:st|nd|rd|th))"
    rf"(?P<more>\s*\+|\s+(?:and|or)\s+(?:each\s+|every\s+|any\s+|all\s+)?(?:subsequent|further|additional|more|later|following|succeeding|thereafter))?"
    rf"\s+(?:(?:missed|successive|consecutive|such)\s+)*{_MISS}(?P<after>\s+(?:or\s+more|and\s+(?:beyond|thereafter|above)))?\W*",
    re.IGNORECASE,
)
"""How often a level was missed, by an ordinal: "2nd failure", "third and each further occurrence"."""


def _nth(text: str) -> Band | None:
    match = _NTH.fullmatch(text)
    if match is None:
        return None
    number = Decimal(match["figure"] or _ORDINALS.index(match["word"].lower()) + 1)
    return Band(number, None if match["more"] or match["after"] else number + 1, unit="count")


FURTHER: Final = re.compile(
    rf"\W*(?:each|every|any|all)\s+(?:additional|further|subsequent|other)\s+{_MISS}(?:\s+thereafter)?\W*", re.IGNORECASE
)
"""Every failure after the ones named before it."""


def is_nth(text: str) -> bool:
    """Whether a cell says the how-manyth failure it is."""
    return _NTH.fullmatch(text) is not None


_ENTRY: Final = re.compile(r"^\s*(?:\d{1,2}[.)]|\(\d{1,2}\))\s+(?=[A-Za-z])")
"""The number of a row before its words."""
_CLOCK: Final = re.compile(r"(?<![\d:])(?P<hours>\d{1,3}):(?P<minutes>[0-5]\d):(?P<seconds>[0-5]\d)(?![\d:])")
_NEXT_STEP: Final = 1
"""A band that begins a second after the last one ended begins where it ended; one that ends a second before, where the next begins."""


def _clocks(text: str) -> list[QuantityMention]:
    """Lengths of time that are written as on a clock, in minutes: "00:10:01 - 00:45:00"."""
    found = []
    for match in _CLOCK.finditer(text):
        seconds = int(match["seconds"])
        odd = seconds - 60 if seconds >= 60 - _NEXT_STEP else seconds if seconds <= _NEXT_STEP else 0
        minutes = Decimal(int(match["hours"]) * 60 + int(match["minutes"])) + Decimal(seconds - odd) / 60
        lead, trail = comparator_before(text, match.start()), comparator_after(text, match.end())
        sign = lead or trail
        quantity = Quantity(value=minutes, unit="minute")
        found.append(QuantityMention(match.start(), match.end(), quantity, sign[0] if sign else None, lead[1] if lead else match.start()))
    return found


def band_of(figures: Sequence[QuantityMention], text: str, metric: Metric | None = None) -> Band | None:
    """The band that one or two figures of a text set."""
    return _single(figures[0], text, metric) if len(figures) == 1 else _pair(figures[0], figures[1], text)


def _foremost(text: str, figures: Sequence[QuantityMention]) -> list[QuantityMention]:
    """The figures without those in brackets, which say the same in another unit, and of the first one's kind."""
    asides = [match.span() for match in _ASIDE.finditer(text)]
    outside = [q for q in figures if not any(start < q.start < end for start, end in asides)] or list(figures)
    return [q for q in outside if q.quantity.dimension is outside[0].quantity.dimension]


def _bare(text: str, unit: str | None, metric: Metric | None) -> list[QuantityMention]:
    """Figures with no unit of their own: of the header's unit, of the word behind them, shares of the time, or counts."""
    numbers = find_numbers(text)
    shares = unit is None and metric in _SHARES and all(_LOWEST_SHARE <= n.value <= _HIGHEST_SHARE for n in numbers)
    mentions = []
    for place, number in enumerate(numbers):
        lead, trail = comparator_before(text, number.start), comparator_after(text, number.end)
        stop = numbers[place + 1].start if place + 1 < len(numbers) else len(text)
        tail = re.split(r"\b(?:and|but|to)\b|[-\u2013]", text[trail[1] if trail else number.end : stop], maxsplit=1)[0]
        name = unit or ("percent" if shares and not re.search(r"\w", tail) else _counted(tail, number.value))
        sign = lead or trail
        mentions.append(
            QuantityMention(
                number.start,
                number.end,
                Quantity(value=number.value, unit=name),
                sign[0] if sign else None,
                lead[1] if lead else number.start,
            )
        )
    return mentions


_TIMES_MISSED: Final = re.compile(r"(?:times?|occasions?|instances?|(?:missed|late|failed|further|separate)\b.*)", re.IGNORECASE)


def _counted(words: str, value: Decimal) -> str:
    """The unit of a bare figure by the words behind it: what is counted, or plainly a count."""
    text = words.strip()
    return "count" if _TIMES_MISSED.fullmatch(text) or len(text.split()) > 3 else open_unit(text, value) or "count"


_SHARES: Final = frozenset({Metric.AVAILABILITY, Metric.ACCURACY, Metric.ON_TIME_DELIVERY})


def _comparator(mention: QuantityMention, text: str) -> Comparator | None:
    behind = _BEHIND.match(text, mention.end)
    return mention.comparator or (_TURNED[behind["sign"]] if behind else None)


def _single(mention: QuantityMention, text: str, metric: Metric | None) -> Band | None:
    value, unit, sign = mention.quantity.value, mention.quantity.unit, _comparator(mention, text)
    if mention.low is not None:
        low = _in_unit(mention.low, mention.quantity)
        return Band(low, value, unit=unit) if low is not None else None
    if sign is Comparator.AT_MOST and _MISSED.search(text, 0, mention.lead):
        sign = Comparator.MORE_THAN
    elif sign is Comparator.AT_LEAST and unit == "percent" and _MISSED.search(text, 0, mention.lead):
        sign = Comparator.LESS_THAN
    if sign is None:
        kinds = TAXONOMY[metric].dimensions if metric else ()
        known = metric and (not kinds or mention.quantity.dimension in kinds or unit != "percent")
        up = TAXONOMY[metric].comparator.direction > 0 if metric and known else unit == "percent"
        return Band(upper=value, unit=unit) if up else Band(lower=value, unit=unit)
    return _end(Band(unit=unit), sign, value)


def _end(band: Band, sign: Comparator, value: Decimal) -> Band:
    """The band with one more end set."""
    if sign.direction > 0:
        return Band(value, band.upper, sign is Comparator.AT_LEAST, band.upper_included, band.unit)
    if sign.direction < 0:
        return Band(band.lower, value, band.lower_included, sign is Comparator.AT_MOST, band.unit)
    return Band(value, value, True, True, band.unit)


def _pair(first: QuantityMention, second: QuantityMention, text: str) -> Band | None:
    """Two figures: each with its own comparator, or the two ends of a range."""
    start = _in_unit(first.quantity, second.quantity)
    if start is None:
        return None
    first = replace(first, quantity=Quantity(value=start, unit=second.quantity.unit))
    one, two = _comparator(first, text), _comparator(second, text)
    low, high = sorted((first.quantity.value, second.quantity.value))
    if one is None and two is None:
        return Band(low, high, unit=first.quantity.unit) if _JOIN.search(text, first.end, second.start) else None
    band = Band(unit=first.quantity.unit)
    for sign, mention in ((one, first), (two, second)):
        value = mention.quantity.value
        band = _end(band, sign or (Comparator.AT_LEAST if value == low else Comparator.LESS_THAN), value)
    return band if band.lower is not None and band.upper is not None else None


def _in_unit(quantity: Quantity, other: Quantity) -> Decimal | None:
    """A figure in the unit of another: "30 minutes to 4 hours" begins at half an hour; None where they do not compare."""
    if quantity.unit == other.unit:
        return quantity.value
    mine, size = quantity.size(), Quantity(value=Decimal(1), unit=other.unit).size()
    return mine / size if mine is not None and size and quantity.dimension is other.dimension else None
