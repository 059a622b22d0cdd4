"""Figures with their units in English text: "thirty (30) days", "99.5 per cent", "half an hour", "4-6 hours", "USD 10,000".

Figures stay decimal from text to value. A quantity is a number with a unit; two of them make a range or a length of time in two units;
what is said with no number ("next business day", "five nines") stands in `spoken`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from typing import Final

from sladocs.extract.en import spoken
from sladocs.extract.en.comparators import comparator_ending, comparator_starting
from sladocs.extract.en.dates import DateMention, find_dates
from sladocs.extract.en.money import money_at
from sladocs.extract.en.numbers import SMALL, NumberMention, find_numbers, number_at, number_words, starts_number
from sladocs.extract.en.tokens import Kind, Tokens, tokens
from sladocs.extract.en.units import COMPOUND, TIME_WORDS, UnitMention, unit_at
from sladocs.model.quantity import Comparator, Dimension, Quantity

__all__ = ["DateMention", "NumberMention", "QuantityMention", "find_dates", "find_numbers", "find_quantities", "number_words"]


@dataclass(frozen=True, slots=True)
class QuantityMention:
    """A figure with its unit at `text[start:end]`.

    `lead` is where the words of the comparator begin (`start` where there are none before the figure). `low` is the lower end of a range,
    of which `quantity` is the outer end. `disagrees` tells that the words and the digits of the figure differ.
    """

    start: int
    end: int
    quantity: Quantity
    comparator: Comparator | None = None
    lead: int = 0
    low: Quantity | None = None
    disagrees: bool = False


@dataclass(frozen=True, slots=True)
class _Read:
    """A quantity as it is put together: its tokens run from `first` to before `behind`, its text ends at `end`."""

    first: int
    behind: int
    end: int
    quantity: Quantity
    low: Quantity | None = None
    disagrees: bool = False
    comparator: Comparator | None = None


def find_quantities(text: str, dollar: str = "USD") -> list[QuantityMention]:
    """All figures that carry a unit, in order; `dollar` is the currency that a bare `$` stands for."""
    return list(_quantities(text, dollar))


_FIGURES: Final = frozenset({Kind.DIGITS, Kind.FRACTION, Kind.CLOCK, Kind.COVER})
_OPENINGS: Final = spoken.OPENINGS | frozenset(SMALL)
"""The words that a quantity can begin with."""


@lru_cache(maxsize=2048)
def _quantities(text: str, dollar: str) -> tuple[QuantityMention, ...]:
    read, found, place = tokens(text), [], 0
    while place < len(read):
        quantity = _at(read, place, dollar) if read.kinds[place] in _FIGURES or read.words[place] in _OPENINGS else None
        if quantity:
            found.append(_mention(read, quantity))
        place = quantity.behind if quantity else place + 1
    return tuple(found)


def _at(read: Tokens, place: int, dollar: str) -> _Read | None:
    """The quantity whose first token stands at a place."""
    if read.kind(place) is Kind.CLOCK and (length := _clocked(read, place)):
        return length
    if phrase := spoken.phrase_at(read, place):
        return _widened(read, _repeated(read, _Read(place, phrase.behind, phrase.end, phrase.quantity, comparator=phrase.comparator)))
    if not (starts_number(read, place) or _after_label(read, place)):
        return None
    number = number_at(read, place)
    return _of_number(read, number, dollar) if number else None


_AT: Final = frozenset(["at", "from", "to", "until", "till", "by", "before", "after", "between", "and", "-", "–"])


def _clocked(read: Tokens, place: int) -> _Read | None:
    """A length of time in hours and minutes ("within 01:30 hrs"), which is no time of the day ("from 08:00 hours")."""
    parts = read.words[place].split(":")
    unit = unit_at(read, place + 1)
    if len(parts) != 2 or unit is None or not unit.unit.endswith("hour") or len(parts[0]) > 2 or len(parts[1]) != 2 or int(parts[1]) > 59:
        return None
    if read.word(place - 1) in _AT or read.word(unit.behind) in _AT:
        return None
    minutes = Decimal(int(parts[0]) * 60 + int(parts[1]))
    return _Read(place, unit.behind, unit.end, Quantity(value=minutes, unit=unit.unit.replace("hour", "minute")))


def _after_label(read: Tokens, place: int) -> bool:
    """Whether digits right behind a word and a sign have a unit of their own: "Response:4 hours"."""
    if read.kind(place) is not Kind.DIGITS or read.word(place - 1) not in (":", "-", "/"):
        return False
    if read.word(place - 1) != ":" and len(read.word(place - 2)) < 4:
        return False
    unit = unit_at(read, place + 1)
    return read.kind(place - 2) is Kind.WORD and unit is not None


def _of_number(read: Tokens, number: NumberMention, dollar: str) -> _Read | None:
    """The quantity of a number: money by what stands before or behind it, else by the unit behind it, else the range that it opens."""
    if money := money_at(read, number, dollar):
        return _paid_again(
            read, _Read(read.place(money.start), money.behind, money.end, money.quantity, disagrees=number.disagrees), dollar
        )
    bracketed = read.word(number.first - 1) == "(" and read.word(number.behind) == ")"  # "within (48) hours"
    first, behind = (number.first - 1, number.behind + 1) if bracketed else (number.first, number.behind)
    if unit := _unit(read, number, behind):
        simple = _Read(first, unit.behind, unit.end, _quantity(number.value, unit), disagrees=number.disagrees)
        return _widened(read, _repeated(read, simple))
    if read.word(number.behind) == "+" and (unit := _unit(read, number, number.behind + 1)):  # "99.9+ %"
        return _Read(first, unit.behind, unit.end, _quantity(number.value, unit), comparator=Comparator.AT_LEAST)
    return _inside(read, number) or _range_of_numbers(read, number) or _headed(read, number)


def _headed(read: Tokens, number: NumberMention) -> _Read | None:
    """A number whose unit stands in brackets before it: "uptime (%): 99.9", "Response time (in hours) = 4"."""
    at = number.first - 1
    at -= read.word(at) in (":", "=", "-", "\u2013")
    if read.word(at) != ")" or read.kind(number.behind) in (Kind.WORD, Kind.CODE):
        return None
    for opening in range(at - 1, max(at - 5, -1), -1):
        if read.word(opening) == "(":
            unit = unit_at(read, opening + 1 + (read.word(opening + 1) == "in"), figure=False)
            if unit is None or unit.behind != at:
                return None
            return _Read(number.first, number.behind, number.end, _quantity(number.value, unit), disagrees=number.disagrees)
    return None


def _paid_again(read: Tokens, found: _Read, dollar: str) -> _Read:
    """The same sum said again in brackets: "one hundred dollars ($100)"."""
    if read.word(found.behind) != "(":
        return found
    for place in range(found.behind + 2, found.behind + 5):
        number = number_at(read, place) if starts_number(read, place) or read.kind(place) is Kind.DIGITS else None
        money = money_at(read, number, dollar) if number else None
        if money and read.word(money.behind) == ")" and money.quantity.unit == found.quantity.unit:
            differs = money.quantity.value != found.quantity.value
            return replace(found, behind=money.behind + 1, end=read.ends[money.behind], disagrees=found.disagrees or differs)
    return found


def _unit(read: Tokens, number: NumberMention, place: int) -> UnitMention | None:
    """The unit of a number, but for figures that are a time of the day ("0800 hrs")."""
    unit = unit_at(read, place)
    written = read.word(number.first)
    clock = (
        unit is not None
        and unit.unit.endswith("hour")
        and len(written) == 4
        and written.isdigit()
        and written[0] in "012"
        and written[3] == "0"
    )
    return None if clock and (written[0] == "0" or written[2:] in ("00", "30")) else unit


def _quantity(value: Decimal, unit: UnitMention) -> Quantity:
    if unit.unit == "percent" and 99500 <= value < 100000 and value == value.to_integral_value():  # "99,999 %" on the Continent
        value = value.scaleb(-3)
    return Quantity(value=value if unit.factor == 1 else value * unit.factor, unit=unit.unit)


def _inside(read: Tokens, number: NumberMention) -> _Read | None:
    """A number with the same number and its unit in brackets behind it: "thirty (30 days)", "ninety-nine (99%)"."""
    if read.word(number.behind) not in ("(", "["):
        return None
    other = number_at(read, number.behind + 1)
    unit = unit_at(read, other.behind) if other else None
    if other is None or unit is None or other.value != number.value or read.word(unit.behind) not in (")", "]"):
        return None
    return _Read(number.first, unit.behind + 1, read.ends[unit.behind], _quantity(number.value, unit))


def _repeated(read: Tokens, found: _Read) -> _Read:
    """The same quantity said again in brackets: "ninety-nine point nine percent (99.9%)", "two weeks (14 days)"."""
    if read.word(found.behind) not in ("(", "["):
        return found
    other = number_at(read, found.behind + 1)
    if other is None:
        return found
    quantity, behind = Quantity(value=other.value, unit=found.quantity.unit), other.behind
    unit = unit_at(read, other.behind)
    if phrase := spoken.phrase_at(read, found.behind + 1):
        quantity, behind = phrase.quantity, phrase.behind
    elif unit:
        quantity, behind = _quantity(other.value, unit), unit.behind
    if read.word(behind) not in (")", "]"):
        return found
    shares = quantity.unit == "percent" and found.quantity.unit == "percent"
    if not shares and not ((unit or phrase) and _same(found.quantity, quantity)):
        return found
    return replace(found, behind=behind + 1, end=read.ends[behind], disagrees=found.disagrees or not _same(found.quantity, quantity))


def _same(one: Quantity, other: Quantity) -> bool:
    return one.comparable(other) and not one.less(other) and not other.less(one)


_DASHES: Final = frozenset({"-", "\u2013", "\u2014", "~", "\u2010", "\u2011"})
_TO: Final = frozenset(["to", "through", "until"])
_BELOW: Final = (("<",), ("less", "than"), ("below",), ("under",), ("up", "to"))


def _joined(read: Tokens, first: int, place: int, *, either: bool) -> int | None:
    """The place behind the words that join the two ends of a range whose first token stands at `first`."""
    word, between = read.word(place), read.word(first - 1) == "between"
    if word == "up" and read.word(place + 1) == "to" and read.word(first - 1) == "from":
        return place + 2
    if not (word in _DASHES or word in _TO or (between and word == "and") or (either and word == "or")):
        return None
    for words in _BELOW:
        if read.words[place + 1 : place + 1 + len(words)] == words:
            return place + 1 + len(words)
    return place + 1


def _range_of_numbers(read: Tokens, number: NumberMention) -> _Read | None:
    """Two numbers, as in "4-6 hours" and "between 95 and 99 %", that share the unit behind the second."""
    place = _joined(read, number.first, number.behind, either=True)
    second = number_at(read, place) if place is not None else None
    unit = _unit(read, second, _ranged_again(read, second.behind)) if second else None
    if second is None or unit is None:
        return None
    low, high = sorted((_quantity(number.value, unit), _quantity(second.value, unit)), key=lambda q: q.value)
    return _Read(number.first, unit.behind, unit.end, high, low, number.disagrees or second.disagrees)


def _ranged_again(read: Tokens, place: int) -> int:
    """The place behind a range that is said again in brackets: "thirty to forty-five (30-45) minutes"."""
    if read.word(place) == "(" and (low := number_at(read, place + 1)) and read.word(low.behind) in _DASHES | _TO:
        high = number_at(read, low.behind + 1)
        if high and read.word(high.behind) == ")":
            return high.behind + 1
    return place


def _widened(read: Tokens, first: _Read) -> _Read:
    """A quantity with what goes on behind it: the other end of its range, or the rest of a length of time."""
    place = _joined(read, first.first, first.behind, either=False)
    if place is not None and first.quantity.dimension is not Dimension.MONEY and (ranged := _range(read, first, place)):
        return ranged
    return _compound(read, first) or first


def _range(read: Tokens, first: _Read, place: int) -> _Read | None:
    """The range whose second end begins at a place, as in "99.0 % to 99.9 %"."""
    number = number_at(read, place)
    unit = _unit(read, number, number.behind) if number else None
    high: _Read | None = None
    if number and unit:
        high = _Read(first.first, unit.behind, unit.end, _quantity(number.value, unit), disagrees=number.disagrees or first.disagrees)
    elif phrase := spoken.phrase_at(read, place):
        high = _Read(first.first, phrase.behind, phrase.end, phrase.quantity, disagrees=first.disagrees)
    if high is None or not high.quantity.comparable(first.quantity):
        return None
    if high.quantity.less(first.quantity):
        return replace(high, quantity=first.quantity, low=high.quantity)
    return replace(high, low=first.quantity)


def _compound(read: Tokens, first: _Read) -> _Read | None:
    """One length of time in the smaller unit ("1 hour 30 minutes", "1h30"), or in halves of its own ("an hour and a half")."""
    unit, place = first.quantity.unit, first.behind
    if read.words[place : place + 3] in (("and", "a", "half"), ("and", "one", "half")) and read.word(place + 3) not in TIME_WORDS:
        value = first.quantity.value + Decimal("0.5")
        return replace(first, behind=place + 3, end=read.ends[place + 2], quantity=Quantity(value=value, unit=unit))
    if (pair := COMPOUND.get(unit)) is None:
        return None
    glued = read.glued(place)
    place += read.word(place) == ","
    place += read.word(place) == "and"
    number = number_at(read, place)
    if number is None:
        return None
    behind, end, smaller = number.behind, number.end, pair[0]
    if found := unit_at(read, number.behind):
        if found.unit != smaller:
            return None
        behind, end = found.behind, found.end
    elif not (glued and number.behind == place + 1 and len(read.word(place)) == 2):
        return None
    if number.value >= pair[1]:
        return None
    total = first.quantity.value * pair[1] + number.value
    return _Read(first.first, behind, end, Quantity(value=total, unit=smaller))


def _mention(read: Tokens, found: _Read) -> QuantityMention:
    """The mention with the comparator that stands before it, or else behind it."""
    start, comparator, end = read.starts[found.first], found.comparator, found.end
    lead = start
    if before := comparator_ending(read, found.first):
        comparator, lead = before
    elif (after := comparator_starting(read, found.behind)) and not (comparator and after[0] is not comparator):
        comparator, end = after[0], read.ends[after[1] - 1]
    if comparator and found.quantity.dimension in (Dimension.TIME, Dimension.BUSINESS_TIME) and "better" in read.text[lead:end].lower():
        comparator = _TURNED.get(comparator, comparator)  # of a time the better one is the shorter
    return QuantityMention(start, end, found.quantity, comparator, lead, found.low, found.disagrees)


_TURNED: Final = {Comparator.AT_LEAST: Comparator.AT_MOST, Comparator.MORE_THAN: Comparator.LESS_THAN}
