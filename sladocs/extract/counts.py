"""Counts with their nouns, and intervals in one word: "0 linting errors", "10,000 concurrent users", "hourly"."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from sladocs.extract.en import counts as words
from sladocs.extract.en.comparators import comparator_ending, comparator_starting
from sladocs.extract.en.money import money_at, scaled
from sladocs.extract.en.numbers import NumberMention, number_at, starts_number
from sladocs.extract.en.quantities import QuantityMention
from sladocs.extract.en.tokens import Kind, Tokens, tokens
from sladocs.extract.en.units import TIME_WORDS, unit_at
from sladocs.extract.en.windows import INTERVALS
from sladocs.model.quantity import Comparator, Quantity

_FURTHEST: Final = 5
"""How many tokens lie between a figure and the noun that it counts at most, the noun among them."""
_NOUNS: Final = words.FAULTS | words.LOADS | words.STORAGE


def find_counts(text: str) -> list[QuantityMention]:
    """Numbers of things that a service is measured by, as in "0 linting errors" and "10,000 concurrent users"."""
    read = tokens(text)
    if _NOUNS.isdisjoint(read.words):
        return []
    found, place = [], 0
    while place < len(read):
        number = number_at(read, place) if starts_number(read, place) else None
        counted = _counted(read, number) if number else None
        if counted:
            found.append(counted)
        place = number.behind if number else place + 1
    return found


def _counted(read: Tokens, number: NumberMention) -> QuantityMention | None:
    """The count whose figure is a number, where a counted noun stands within three words behind it."""
    if read.word(number.first - 1) in words.NO_COUNT_BEFORE or money_at(read, number, "USD") or unit_at(read, number.behind):
        return None
    value, place = scaled(read, number, glued=False)
    after = comparator_starting(read, place) if read.word(place) == "or" else None
    place = after[1] if after else place
    for at in range(place, place + _FURTHEST):
        word = read.word(at)
        if word in _NOUNS:
            break
        ranked = read.kind(at) is Kind.CODE or (read.kind(at) is Kind.DIGITS and read.word(at - 1) in words.NO_COUNT_BEFORE)
        if not (read.kind(at) is Kind.WORD or word == "-" or ranked) or word in words.LINKS or word in TIME_WORDS:
            return None
    else:
        return None
    sign = comparator_ending(read, number.first)
    comparator = sign[0] if sign else after[0] if after else _usual(word, value)
    quantity = Quantity(value=value, unit=_UNITS.get(word, "count"))
    return QuantityMention(number.start, read.ends[at], quantity, comparator, sign[1] if sign else number.start, disagrees=number.disagrees)


_UNITS: Final = {
    **dict.fromkeys(("gb", "gigabyte", "gigabytes", "gib"), "gigabyte"),
    **dict.fromkeys(("tb", "terabyte", "terabytes", "tib"), "terabyte"),
    **dict.fromkeys(("mb", "megabyte", "megabytes"), "megabyte"),
    **dict.fromkeys(("pb",), "petabyte"),
}


def _usual(noun: str, value: Decimal) -> Comparator | None:
    """The comparator of a count that says none: where no fault is allowed, exactly none."""
    return Comparator.EXACTLY if noun in words.FAULTS and not value else None


_UNITS_OF: Final = {
    "hourly": ("hour", "1"),
    "nightly": ("day", "1"),
    "daily": ("day", "1"),
    "weekly": ("week", "1"),
    "fortnightly": ("week", "2"),
}


def find_intervals(text: str) -> list[QuantityMention]:
    """Intervals in one word, as in "hourly"."""
    found = []
    for match in INTERVALS.finditer(text):
        word = " ".join(match[0].lower().replace("-", " ").split())
        unit, value = _UNITS_OF.get(word) or ("hour", "0.5")
        if match["unit"]:
            unit, value = ("week", "2") if match["unit"].lower() == "fortnight" else (match["unit"].lower(), "1")
        if match["business"]:
            unit = f"business_{unit}"
        found.append(QuantityMention(match.start(), match.end(), Quantity(value=Decimal(value), unit=unit), None, match.start()))
    return found
