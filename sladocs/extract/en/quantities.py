"""Figures with their units in English text: "thirty (30) days", "99.5 per cent", "half an hour", "4-6 hours", "USD 10,000".

Figures stay decimal from text to value. Where words and digits disagree the words count, as courts have it, and the mention says so.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from typing import Final

from sladocs.extract.en.comparators import comparator_after, comparator_before
from sladocs.extract.en.units import BUSINESS_TIME, COMPOUND, CURRENCY_SIGNS, ISO_CODES, UNITS, UnitPattern
from sladocs.model.quantity import Comparator, Quantity


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
class NumberMention:
    """A bare number at `text[start:end]`, in digits, in words or in both."""

    start: int
    end: int
    value: Decimal
    disagrees: bool = False


@dataclass(frozen=True, slots=True)
class DateMention:
    """A calendar date at `text[start:end]`."""

    start: int
    end: int
    date: dt.date


_DIGITS: Final = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?|\.\d+"
_ONES: Final = "zero|one|two|three|four|five|six|seven|eight|nine"
_TEENS: Final = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_TENS: Final = "twenty|thirty|forty|fourty|fifty|sixty|seventy|eighty|ninety"
_ATOM: Final = f"(?:{_ONES}|{_TEENS}|{_TENS}|hundred|thousand|million)"
_WORDS: Final = rf"{_ATOM}(?:(?:\s*-\s*|\s+|\s+and\s+|\s+point\s+){_ATOM}\b)*(?P<half>\s+and\s+(?:a|one)[\s-]half)?"
_NUMBER: Final = re.compile(rf"(?<![\w.,/:-])(?P<digits>{_DIGITS})(?![\w]*,\d)|\b(?P<words>{_WORDS})\b", re.IGNORECASE)
"""A number: digits that are no part of a label, a date or a clock time, or words."""
_NUMBER_AFTER_DASH: Final = re.compile(rf"(?P<digits>{_DIGITS})|\b(?P<words>{_WORDS})\b", re.IGNORECASE)
_REPEAT: Final = re.compile(
    rf"\s*[(\[]\s*(?:(?P<digits>{_DIGITS})|(?P<words>{_WORDS.replace('half', 'half2')}))\s*(?P<percent>%|per\s?cent)?\s*[)\]]",
    re.IGNORECASE,
)
_RANGE: Final = re.compile(
    r"\s*(?:[-\u2013\u2014~\u2010\u2011]|to|through|until|or)\s*(?:(?:<|less\s+than|below|under|up\s+to)\s*)?", re.IGNORECASE
)
_AND: Final = re.compile(r"\s*and\s*", re.IGNORECASE)
_BETWEEN: Final = re.compile(r"\bbetween\s+$", re.IGNORECASE)
_GAP: Final = re.compile(r"[\s\u2010\u2011-]{0,2}")
_MONEY_LEAD: Final = re.compile(rf"(?P<sign>(?:US|CA?|AU?|NZ|HK|S)?\$|[\u20ac\u00a3\u00a5\u20b9]|\b(?:{'|'.join(ISO_CODES)})\b)\s?$")
_MONEY_TAIL: Final = re.compile(
    rf"\s?(?P<sign>\b(?:{'|'.join(ISO_CODES)})\b|\u20ac|\u00a3|\$|(?:US\s+)?dollars?\b|euros?\b|pounds?\b(?:\s+sterling)?)", re.IGNORECASE
)
_SCALE: Final = re.compile(r"\s?(?P<scale>k|m|thousand|million|mn|bn|billion)\b", re.IGNORECASE)
_SCALES: Final = {"k": 3, "thousand": 3, "m": 6, "mn": 6, "million": 6, "bn": 9, "billion": 9}
_HALF: Final = re.compile(
    r"\b(?P<part>(?:one[\s-])?half|(?:one[\s-])?quarter)(?:\s+of)?\s+(?:an?|one|the)\s+(?P<unit>minute|hour|day|business\s+day|working\s+day|week|month|year)\b"
    r"|\b(?P<part2>half)[\s-](?P<unit2>hour|day)\b",
    re.IGNORECASE,
)
_ARTICLE: Final = re.compile(
    r"\b(?P<lead>within|under|less\s+than|at\s+least|no\s+more\s+than|at\s+most|every)\s+(?P<figure>an?\s+(?:single\s+)?"
    r"(?P<unit>(?:business|working|calendar)?\s*(?:minute|hour|day|week|month|year|second)))\b",
    re.IGNORECASE,
)
_NEXT: Final = re.compile(
    r"\b(?:by\s+|on\s+|within\s+|before\s+)?(?P<lead2>(?:the\s+)?(?:close|end)\s+of\s+(?:business\s+(?:on|of)\s+)?)?(?:the\s+)?(?P<figure>(?:next|following|same|1st|first)\s+"
    r"(?P<unit>(?:business|working|bus\.?|work|calendar)?\s*day)(?:\s+of\s+business)?|NBD)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=4096)
def number_words(text: str) -> Decimal | None:
    """The value of a number in words ("ninety-nine point nine"), None where it is none."""
    from text_to_num import text2num

    plain = re.sub(r"\s*-\s*", "-", " ".join(text.lower().split())).replace("fourty", "forty")
    whole, point, places = plain.partition(" point ")
    half = re.search(r"\s+and\s+(?:a|one)[\s-]half$", whole)
    whole = whole[: half.start()] if half else whole
    try:
        value = Decimal(str(text2num(whole, "en")))
        digits = "".join(str(text2num(word, "en")) for word in places.split()) if point else ""
    except ValueError:
        return None
    if half:
        return value + Decimal("0.5")
    return Decimal(f"{value}.{digits}") if digits.isdigit() else value


def find_numbers(text: str) -> list[NumberMention]:
    """All bare numbers, with what stands in brackets behind them: "thirty (30)" is one."""
    return [number for match in _NUMBER.finditer(text) if (number := _number(match, text)) is not None]


def find_quantities(text: str, dollar: str = "USD") -> list[QuantityMention]:
    """All figures that carry a unit, in order; `dollar` is the currency that a bare `$` stands for."""
    spoken = sorted(_spoken(text), key=lambda m: m.start)
    found: list[QuantityMention] = []
    position = 0
    while match := _NUMBER.search(text, position):
        mention = _from_number(match, text, dollar)
        position = mention.end if mention else match.end()
        if mention and not any(s.start <= mention.start and mention.end <= s.end for s in spoken):
            found.append(mention)
    taken = [(m.start, m.end) for m in found]
    found += [m for m in spoken if all(m.end <= s or m.start >= e for s, e in taken)]
    return sorted((_compared(m, text) for m in found), key=lambda m: m.start)


def _number(match: re.Match[str], text: str) -> NumberMention | None:
    value = Decimal(match["digits"].replace(",", "")) if match["digits"] else number_words(match["words"])
    if value is None:
        return None
    repeat = _REPEAT.match(text, match.end())
    if not repeat or repeat["percent"]:
        return NumberMention(match.start(), match.end(), value)
    other = Decimal(repeat["digits"].replace(",", "")) if repeat["digits"] else number_words(repeat["words"])
    if other is None or bool(repeat["digits"]) == bool(match["digits"]):
        return NumberMention(match.start(), match.end(), value)
    spoken = value if match["words"] else other
    return NumberMention(match.start(), repeat.end(), spoken, other != value)


def _from_number(match: re.Match[str], text: str, dollar: str) -> QuantityMention | None:
    """The quantity whose figure the match is: money by what stands before or behind, else by the unit behind it, else nothing."""
    number = _number(match, text)
    if number is None:
        return None
    if money := _money(number, text, dollar):
        return money
    if text[: number.start].endswith("(") and text.startswith(")", number.end):  # "within (48) hours"
        number = replace(number, start=number.start - 1, end=number.end + 1)
    unit = _unit_at(text, number.end)
    if unit:
        first = _repeated(_mention(number, unit), text)
        return _range_of_units(first, text) or _compound(first, text) or first
    return _range_of_numbers(number, text)


def _mention(number: NumberMention, unit: tuple[str, int]) -> QuantityMention:
    return QuantityMention(number.start, unit[1], Quantity(value=number.value, unit=unit[0]), disagrees=number.disagrees)


def _unit_at(text: str, position: int) -> tuple[str, int] | None:
    """The unit that begins at `position` (after a blank or a hyphen) and where it ends, business qualifiers included."""
    gap = _GAP.match(text, position)
    start = gap.end() if gap else position
    for pattern in UNITS:
        if (match := pattern.regex.match(text, start)) and not (pattern.glued and start > position):
            return _in_business_time(pattern, text, match.end())
    return None


def _in_business_time(pattern: UnitPattern, text: str, end: int) -> tuple[str, int]:
    """A unit of time that is said to run in working hours only ("2 hours during Business Hours") is a business unit."""
    if pattern.unit in ("minute", "hour", "day") and (match := BUSINESS_TIME.match(text, end)):
        return f"business_{pattern.unit}", match.end()
    return pattern.unit, end


def _repeated(mention: QuantityMention, text: str) -> QuantityMention:
    """The same quantity said again in brackets: "ninety-nine point nine percent (99.9%)"."""
    repeat = _REPEAT.match(text, mention.end)
    if not repeat or mention.quantity.unit != "percent":
        return mention
    value = Decimal(repeat["digits"].replace(",", "")) if repeat["digits"] else number_words(repeat["words"])
    if value is None:
        return mention
    return replace(mention, end=repeat.end(), disagrees=mention.disagrees or value != mention.quantity.value)


def _range_of_numbers(number: NumberMention, text: str) -> QuantityMention | None:
    """Two numbers, as in "4-6 hours" and "between 95 and 99 %", that share the unit behind the second."""
    between = _BETWEEN.search(text, max(0, number.start - 12), number.start)
    join = _AND.match(text, number.end) if between else _RANGE.match(text, number.end)
    match = _NUMBER_AFTER_DASH.match(text, join.end()) if join else None
    second = _number(match, text) if match else None
    unit = _unit_at(text, second.end) if second else None
    if second is None or unit is None:
        return None
    low, high = sorted((number.value, second.value))
    unit_name = unit[0]
    return QuantityMention(
        number.start,
        unit[1],
        Quantity(value=high, unit=unit_name),
        low=Quantity(value=low, unit=unit_name),
        disagrees=number.disagrees or second.disagrees,
    )


def _range_of_units(first: QuantityMention, text: str) -> QuantityMention | None:
    """Two quantities of one dimension, as in "99.0 % to 99.9 %"."""
    between = _BETWEEN.search(text, max(0, first.start - 12), first.start)
    join = (_AND.match(text, first.end) if between else None) or _RANGE.match(text, first.end)
    if not join or "or" in join.group().lower().split():
        return None
    match = _NUMBER_AFTER_DASH.match(text, join.end())
    number = _number(match, text) if match else None
    unit = _unit_at(text, number.end) if number else None
    if number is None or unit is None:
        return None
    high = _mention(number, unit)
    if not high.quantity.comparable(first.quantity):
        return None
    low = first.quantity
    if high.quantity.less(low):
        return replace(high, start=first.start, quantity=low, low=high.quantity)
    return replace(high, start=first.start, low=low)


def _compound(first: QuantityMention, text: str) -> QuantityMention | None:
    """One length of time in the smaller unit, as in "1 hour 30 minutes" and "2 hours and 30 minutes"."""
    pair = COMPOUND.get(first.quantity.unit)
    if pair is None or not (join := re.compile(r"\s*,?\s*(?:and\s+)?", re.IGNORECASE).match(text, first.end)):
        return None
    match = _NUMBER_AFTER_DASH.match(text, join.end())
    number = _number(match, text) if match else None
    unit = _unit_at(text, number.end) if number else None
    if number is None or unit is None or unit[0] != pair[0]:
        return None
    total = first.quantity.value * pair[1] + number.value
    return QuantityMention(first.start, unit[1], Quantity(value=total, unit=unit[0]))


def _money(number: NumberMention, text: str, dollar: str) -> QuantityMention | None:
    """A sum: the sign or code before the figure, or behind it."""
    lead = _MONEY_LEAD.search(text, max(0, number.start - 5), number.start)
    scale = _SCALE.match(text, number.end) if lead else None
    end = scale.end() if scale else number.end
    tail = None if lead else _MONEY_TAIL.match(text, number.end)
    if not (sign := lead or tail):
        return None
    code = CURRENCY_SIGNS.get(
        sign["sign"].lower().split()[0], dollar if "$" in sign["sign"] or "dollar" in sign["sign"].lower() else sign["sign"].upper()
    )
    value = number.value.scaleb(_SCALES[scale["scale"].lower()]) if scale else number.value
    if scale and value == value.to_integral_value():
        value = value.quantize(Decimal(1))
    return QuantityMention(
        lead.start() if lead else number.start,
        tail.end() if tail else end,
        Quantity(value=value, unit=f"currency:{code}"),
        disagrees=number.disagrees,
    )


def _spoken(text: str) -> Iterator[QuantityMention]:
    """Quantities with no number word: "half an hour", "within an hour", "next business day"."""
    for match in _HALF.finditer(text):
        part = (match["part"] or match["part2"]).lower()
        value = Decimal("0.25") if "quarter" in part else Decimal("0.5")
        yield QuantityMention(match.start(), match.end(), Quantity(value=value, unit=_unit_word(match["unit"] or match["unit2"])))
    for match in _ARTICLE.finditer(text):
        yield QuantityMention(match.start("figure"), match.end("figure"), Quantity(value=Decimal(1), unit=_unit_word(match["unit"])))
    for match in _NEXT.finditer(text):
        unit = _unit_word(match["unit"]) if match["unit"] else "business_day"
        yield QuantityMention(match.start("figure"), match.end("figure"), Quantity(value=Decimal(1), unit=unit), Comparator.AT_MOST)


def _unit_word(text: str) -> str:
    words = text.lower().replace(".", "").split()
    if len(words) == 2:
        return words[1] if words[0] == "calendar" else f"business_{words[1]}"
    return words[0]


def _compared(mention: QuantityMention, text: str) -> QuantityMention:
    """The mention with the comparator that stands before it, or else behind it."""
    before = comparator_before(text, mention.start)
    if before:
        return replace(mention, comparator=before[0], lead=before[1])
    after = comparator_after(text, mention.end)
    if after and not (mention.comparator and after[0] is not mention.comparator):
        return replace(mention, comparator=after[0], lead=mention.start, end=after[1])
    return replace(mention, lead=mention.start)


_MONTHS: Final = {name: n for n, names in enumerate((
    "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug", "september sept sep",
    "october oct", "november nov",
    "december dec"), start=1) for name in names.split()}  # fmt: skip
_MONTH: Final = "(?P<month>" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\.?"
_DAY: Final = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR: Final = r"(?P<year>(?:19|20)\d\d)"
_DATES: Final = tuple(re.compile(pattern, re.IGNORECASE) for pattern in (
    rf"\b{_DAY}\s+(?:day\s+of\s+|of\s+)?{_MONTH}\s*,?\s*{_YEAR}\b", rf"\b{_DAY}-{_MONTH}-{_YEAR}\b",
    rf"\b{_MONTH}\s+{_DAY}\s*,?\s+{_YEAR}\b",
    r"\b(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)\b", r"\b(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>(?:19|20)\d\d)\b",
    r"\b(?P<month>\d{1,2})/(?P<day>1[3-9]|2\d|3[01])/(?P<year>(?:19|20)\d\d)\b",
    r"\b(?P<day>1[3-9]|2\d|3[01])/(?P<month>\d{1,2})/(?P<year>(?:19|20)\d\d)\b",
))  # fmt: skip


def find_dates(text: str) -> list[DateMention]:
    """All calendar dates that can be read in one way only; "01/02/2027" is none."""
    found: dict[int, DateMention] = {}
    for pattern in _DATES:
        for match in pattern.finditer(text):
            month = _MONTHS.get(match["month"].lower()) or int(match["month"])
            try:
                date = dt.date(int(match["year"]), month, int(match["day"]))
            except ValueError:
                continue
            found.setdefault(match.start(), DateMention(match.start(), match.end(), date))
    return [found[start] for start in sorted(found)]
