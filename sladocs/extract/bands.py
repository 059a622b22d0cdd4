"""Bands of the actual figure, in every wording: "99.0 % – 99.9 %", "below 95 %", "less than 99.9 % but equal to or greater than 99.0 %"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from sladocs.extract.en.comparators import comparator_before
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


def read_band(text: str, metric: Metric | None = None, unit: str | None = None) -> Band | None:
    """The band that a cell or clause says, None where it says none. `unit` is that of bare figures (a header's), else they are counts."""
    if _EACH.fullmatch(text):
        return Band()
    found = find_quantities(text)
    figures = found or _bare(text, unit)
    if not figures or len(figures) > 2:
        return None
    if len(figures) == 1:
        return _single(figures[0], text, metric)
    return _pair(figures[0], figures[1], text)


def _bare(text: str, unit: str | None) -> list[QuantityMention]:
    """Figures with no unit of their own: of the header's unit, of the word behind them, or counts."""
    numbers = find_numbers(text)
    mentions = []
    for place, number in enumerate(numbers):
        lead = comparator_before(text, number.start)
        stop = numbers[place + 1].start if place + 1 < len(numbers) else len(text)
        tail = re.split(r"\b(?:and|but|to)\b|[-\u2013]", text[number.end : stop], maxsplit=1)[0]
        name = unit or (open_unit(tail, number.value) if len(tail.split()) < 4 else None) or "count"
        mentions.append(
            QuantityMention(
                number.start,
                number.end,
                Quantity(value=number.value, unit=name),
                lead[0] if lead else None,
                lead[1] if lead else number.start,
            )
        )
    return mentions


def _comparator(mention: QuantityMention, text: str) -> Comparator | None:
    behind = _BEHIND.match(text, mention.end)
    return mention.comparator or (_TURNED[behind["sign"]] if behind else None)


def _single(mention: QuantityMention, text: str, metric: Metric | None) -> Band:
    value, unit, sign = mention.quantity.value, mention.quantity.unit, _comparator(mention, text)
    if mention.low is not None:
        return Band(mention.low.value, value, unit=unit, upper_included=False)
    if sign is None:
        up = TAXONOMY[metric].comparator.direction > 0 if metric else unit == "percent"
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
    if first.quantity.unit != second.quantity.unit:
        return None
    one, two = _comparator(first, text), _comparator(second, text)
    low, high = sorted((first.quantity.value, second.quantity.value))
    if one is None and two is None:
        return Band(low, high, unit=first.quantity.unit) if _JOIN.search(text, first.end, second.start) else None
    band = Band(unit=first.quantity.unit)
    for sign, mention in ((one, first), (two, second)):
        value = mention.quantity.value
        band = _end(band, sign or (Comparator.AT_LEAST if value == low else Comparator.LESS_THAN), value)
    return band if band.lower is not None and band.upper is not None else None
