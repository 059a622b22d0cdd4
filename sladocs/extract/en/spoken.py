"""Quantities said with no number before their unit: "half an hour", "within a day", "next business day", "five nines", "8x5xNBD"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from sladocs.extract.en.numbers import NumberMention, number_at
from sladocs.extract.en.tokens import Kind, Tokens
from sladocs.extract.en.units import UnitMention, unit_at
from sladocs.model.quantity import Comparator, Quantity

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True, slots=True)
class Phrase:
    """A quantity with the place behind its last token and the offset behind it."""

    quantity: Quantity
    behind: int
    end: int
    comparator: Comparator | None = None


def phrase_at(read: Tokens, place: int) -> Phrase | None:
    """The quantity that begins with the token at a place and is said in a way of its own."""
    if place >= len(read):
        return None
    if read.kinds[place] is Kind.COVER:
        return _cover(read, place)
    reader = _READERS.get(read.words[place])
    if reader and (found := reader(read, place)):
        return found
    number = number_at(read, place) if read.kinds[place] in (Kind.DIGITS, Kind.WORD, Kind.FRACTION) else None
    return (
        (_nines(read, number) or _rating(read, number) or _parts(read, place) or _one_in(read, number))
        if number or read.words[place] in _ARTICLES
        else None
    )


def _phrase(read: Tokens, value: Decimal, unit: str, behind: int, comparator: Comparator | None = None) -> Phrase:
    return Phrase(Quantity(value=value, unit=unit), behind, read.ends[behind - 1], comparator)


_ARTICLES: Final = frozenset({"a", "an"})
_SHARES: Final = {"half": Decimal("0.5"), "quarter": Decimal("0.25")}
_BEFORE_ONE: Final = (
    ("less", "than"),
    ("more", "than"),
    ("at", "least"),
    ("at", "most"),
    ("up", "to"),
    ("longer", "than"),
    ("later", "than"),
)
_WITHIN: Final = frozenset(["within", "under", "every", "inside", "over", "exceed", "exceeding", "exceeds"])


def _timed(read: Tokens, place: int) -> UnitMention | None:
    """The unit of time or share at a place."""
    unit = unit_at(read, place, figure=False)
    return unit if unit and not unit.unit.startswith("per_") and unit.unit not in ("mbps", "gbps", "kbps", "tbps") else None


def _share(read: Tokens, place: int) -> Phrase | None:
    """Half or a quarter of one: "half an hour", "half-hour", "a quarter of an hour", "half a business day"."""
    value, at = _SHARES[read.words[place]], place + 1
    joined = read.word(at) == "of"
    at += joined
    at += read.word(at) == "-"
    article = read.word(at) in ("an", "a", "one", "the")
    at += article
    unit = _timed(read, at)
    if unit is None or not (article or joined or unit.unit in ("hour", "day", "minute", "business_day", "business_hour")):
        return None
    return Phrase(Quantity(value=value * unit.factor, unit=unit.unit), unit.behind, unit.end)


def _article(read: Tokens, place: int) -> Phrase | None:
    """One of a unit behind a word that limits it ("within an hour"), and the parts of one ("a quarter of an hour", "a fortnight")."""
    following = read.word(place + 1)
    if following in _SHARES and (part := _share(read, place + 1)):
        return part
    if following == "fortnight" and read.word(place - 1) not in ("per", "once"):
        return _phrase(read, Decimal(2), "week", place + 2)
    before = read.word(place - 1)
    limited = before in _WITHIN or (read.word(place - 2), before) in _BEFORE_ONE
    at = place + 1 + (following == "single")
    unit = _timed(read, at)
    if unit is None or unit.unit == "percent":
        return None
    halved = read.words[unit.behind : unit.behind + 3] == ("and", "a", "half")
    short = unit.unit in ("second", "minute", "hour", "business_hour", "business_day")
    if limited or halved or (before == "in" and short):
        return Phrase(Quantity(value=Decimal(1) * unit.factor, unit=unit.unit), unit.behind, unit.end)
    return None


def _the(read: Tokens, place: int) -> Phrase | None:
    """One said with "the": "within the hour", "the Business Day following"."""
    at = place + 1 + (read.word(place + 1) == "same")
    if read.word(place - 1) == "within" and read.word(at) == "hour" and read.word(at + 1) not in ("of", "s"):
        return _phrase(read, Decimal(1), "hour", at + 1)
    unit = _timed(read, place + 1)
    if (
        unit
        and unit.unit == "business_day"
        and read.word(place + 1) not in _RANKS
        and read.word(unit.behind) in ("following", "after", "thereafter")
    ):
        return _phrase(read, Decimal(1), unit.unit, unit.behind + (read.word(unit.behind) != "after"), Comparator.AT_MOST)
    return None


_RANKS: Final = {
    "next": 1, "following": 1, "same": 1, "first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4,
    "fifth": 5, "5th": 5, "sixth": 6, "6th": 6, "seventh": 7, "7th": 7, "eighth": 8, "8th": 8, "ninth": 9, "9th": 9, "tenth": 10,
    "10th": 10, "fifteenth": 15, "15th": 15,
}  # fmt: skip
_LIMITS: Final = frozenset({"by", "before", "than", "within", "until"})
_ALONE: Final = frozenset({"next", "following", "same"})


def _ranked(read: Tokens, place: int, *, closing: bool = False) -> Phrase | None:
    """A day by its rank: "next business day", "same day", "the third Business Day", "Next Bus. Day + 2"."""
    word = read.words[place]
    if word not in _ALONE and not closing and read.word(place - 1 - (read.word(place - 1) == "the")) not in _LIMITS:
        return None  # "on the third Business Day after it": a date, not a time
    at = place + 1
    if read.word(at) == "(" and read.word(at + 2) == ")":  # "the fifth (5th) Business Day"
        at += 3
    unit = _timed(read, at)
    if unit is None or unit.unit not in ("day", "business_day") or read.ends[unit.behind - 1] - read.starts[at] > 60:
        return None
    dated = read.word(place - 1 - (read.word(place - 1) == "the")) == "on" and not closing  # "takes effect on the next day"
    if unit.unit == "day" and dated:
        return None
    if "days" in read.words[at : unit.behind] or (unit.unit == "day" and (word not in _ALONE or read.word(unit.behind) in _OF_PERIOD)):
        return None
    return _day(read, Quantity(value=Decimal(_RANKS[word]), unit=unit.unit), unit.behind, unit.end, place)


_OF_PERIOD: Final = frozenset({"of", "period"})


_BY: Final = frozenset({"by", "before", "until", "on"})
_OF_CLOCK: Final = frozenset(
    {"the", "of", "a.m.", "p.m.", "am", "pm", "a.m", "p.m", "noon", "midday", "midnight", "o", "'", "clock", "hours", ","}
)
"""What may stand between "by" and a day: "by 7:00 a.m. the"."""


def _day(read: Tokens, day: Quantity, behind: int, end: int, first: int) -> Phrase:
    """A day to come, with the days added to it; it is a limit where a word such as "by" stands before it."""
    behind += read.words[behind : behind + 2] == ("of", "business") and 2
    end = max(end, read.ends[behind - 1])
    if read.word(behind) in ("+", "plus") and (more := number_at(read, behind + 1)):
        extra = _timed(read, more.behind)
        behind = extra.behind if extra and extra.unit in ("day", "business_day") else more.behind
        day, end = Quantity(value=day.value + more.value, unit=day.unit), read.ends[behind - 1]
    at = first - 1
    while at >= 0 and first - at < 7 and (read.kind(at) in (Kind.CLOCK, Kind.DIGITS) or read.word(at) in _OF_CLOCK):
        at -= 1
    limit = Comparator.AT_MOST if read.word(at) in _BY else None
    return Phrase(day, behind, end, limit)


def _abbreviated(read: Tokens, place: int) -> Phrase | None:
    unit = "day" if read.words[place] == "eod" else "business_day"
    behind = place + 1
    if following := _later(read, behind):
        return replace(following, comparator=Comparator.AT_MOST)
    return _day(read, Quantity(value=Decimal(1), unit=unit), behind, read.ends[place], place)


def _later(read: Tokens, place: int) -> Phrase | None:
    """The day that is named behind a time of the day: "close of business on the next Business Day"."""
    at = place
    while read.word(at) in ("on", "of", "the", "local", ","):
        at += 1
    if read.word(at) in _RANKS:
        return _ranked(read, at, closing=True)
    return _abbreviated(read, at) if read.word(at) in ("nbd", "sbd") else None


def _closing(read: Tokens, place: int) -> Phrase | None:
    """The end of a day's work: "close of business", "end of the same business day", "close of play"."""
    if read.word(place + 1) != "of" or (read.word(place - 1) == "the" and read.word(place - 2) == "at"):
        return None
    at = place + 2
    at += read.word(at) in ("the", "that")
    if later := _later(read, at):
        return replace(later, comparator=Comparator.AT_MOST)
    word = read.word(at)
    if word in ("business", "play", "working") or (word == "day" and read.word(place - 1) in ("by", "before", "than", "until")):
        at += 1
        at += word != "day" and read.word(at) in ("day", "hours")
        if later := _later(read, at):
            return replace(later, comparator=Comparator.AT_MOST)
        return _phrase(read, Decimal(1), "day" if word == "day" else "business_day", at, Comparator.AT_MOST)
    return None


def _cover(read: Tokens, place: int) -> Phrase | None:
    """Hours of cover with a time of response: "24x7x4" is four hours, "8x5xNBD" the next business day."""
    parts = re.split(r"\s?[x\u00d7*/]\s?", read.words[place])
    if len(parts) < 3:
        return None
    hours, days, answer = parts
    if answer in ("nbd", "sbd", "nd", "sd"):
        day = Quantity(value=Decimal(1), unit="business_day" if "b" in answer else "day")
        return _day(read, day, place + 1, read.ends[place], place)
    if int(answer) > 48:
        return None
    behind = place + 1 + (read.word(place + 1) == "-")
    unit = unit_at(read, behind)
    behind, end = (unit.behind, unit.end) if unit and unit.unit in ("hour", "day") else (place + 1, read.ends[place])
    name = unit.unit if unit and unit.unit == "day" else "hour"
    whole = {hours, days} == {"24", "7"} or hours == "24"
    return Phrase(Quantity(value=Decimal(answer), unit=name if whole else f"business_{name}"), behind, end)


def _nines(read: Tokens, number: NumberMention | None) -> Phrase | None:
    """An availability by its nines: "five nines" is 99.999 %, "three and a half nines" 99.95 %."""
    if number is None:
        return None
    at = number.behind + (read.word(number.behind) in ("-", "\u2013"))
    if read.word(at) not in ("nines", "9s") or not 2 <= number.value <= 12:
        return None
    whole = int(number.value)
    written = "9" * whole + ("5" if number.value != whole else "")
    at += 1
    if read.word(at) == "five":
        written, at = written + "5", at + 1
    return _phrase(read, Decimal(f"{written[:2]}.{written[2:]}" if len(written) > 2 else written), "percent", at)


def _parts(read: Tokens, place: int) -> Phrase | None:
    """A part of a unit in words: "three quarters of an hour", "one-half hour", "one tenth of one percent"."""
    at = place + 1 if read.words[place] in _ARTICLES else None
    number = number_at(read, place) if at is None else None
    value = number.value if number else Decimal(1)
    at = number.behind if number else place + 1
    at += read.word(at) == "-"
    below = {
        "half": 2, "quarter": 4, "quarters": 4, "third": 3, "thirds": 3, "tenth": 10, "tenths": 10, "hundredth": 100, "hundredths": 100,
        "thousandth": 1000,
    }.get(read.word(at))  # fmt: skip
    if below is None or value >= below or value != value.to_integral_value():
        return None
    at += 1
    joined = read.word(at) == "of"
    at += joined
    at += joined and read.word(at) in ("an", "a", "one", "the", "1")
    unit = _timed(read, at)
    if unit is None or (read.word(at - 1) in ("third", "quarter") and not joined):
        return None
    return Phrase(Quantity(value=value / below * unit.factor, unit=unit.unit), unit.behind, unit.end)


_NO_PROPORTION: Final = frozenset({
    "priority", "severity", "level", "class", "category", "tier", "section", "clause", "schedule", "annex", "appendix", "table", "part",
    "phase", "year", "day", "week", "month", "stage", "step", "item", "sev", "prio", "article", "exhibit", "version",
})  # fmt: skip


def _one_in(read: Tokens, number: NumberMention | None) -> Phrase | None:
    """A proportion: "1 in 100,000", "one in every thousand", "one out of 1,000"."""
    if number is None or read.word(number.first - 1) in _NO_PROPORTION:
        return None
    at = number.behind
    if read.word(at + 1) == "in" and read.kind(at) is Kind.WORD and number.value == 1 and unit_at(read, at) is None:
        at += 1  # "one request in 100,000"
    if read.word(at) == "in":
        at += 1
    elif read.words[at : at + 2] in (("out", "of"), ("of", "every")):
        at += 2
    else:
        return None
    if read.word(at - 2) == "out" and (score := _score(read, number, at)):
        return score
    every = read.word(at) in ("every", "each", "a") or read.word(at - 1) == "every"
    at += read.word(at) in ("every", "each", "a")
    total = _round_number(read, at) or number_at(read, at)
    if total is None or total.value <= number.value or unit_at(read, total.behind) or number.value != number.value.to_integral_value():
        return None
    if total.value % 10 and not every:
        return None
    value = (number.value * 100 / total.value).normalize()
    return Phrase(Quantity(value=Decimal(f"{value:f}"), unit="percent"), total.behind, total.end)


_RATED: Final = frozenset({
    "score", "scores", "scored", "rating", "rated", "ratings", "points", "stars", "satisfaction", "csat", "average",
})  # fmt: skip


def _score(read: Tokens, number: NumberMention, place: int) -> Phrase | None:
    """A score: "4.2 out of 5"; of ten only beside a word that says so."""
    best = number_at(read, place)
    if best is None or number.value > best.value or best.value not in (5, 7, 10, 100) or read.kind(best.behind) is Kind.WORD:
        return None
    said = number.value != number.value.to_integral_value() or not _RATED.isdisjoint(read.words[max(0, number.first - 6) : place])
    return _phrase(read, number.value, "score", best.behind) if said or best.value in (5, 7) else None


def _rating(read: Tokens, number: NumberMention | None) -> Phrase | None:
    """A score with its scale: "4.5/5", "four points out of five"."""
    if number is None:
        return None
    at = number.behind
    if (
        read.word(at) == "/"
        and number.value != number.value.to_integral_value()
        and read.word(at + 1).removesuffix(".0") in ("5", "7", "10")
    ):
        return _phrase(read, number.value, "score", at + 2)
    if read.word(at) in _RATED and read.words[at + 1 : at + 3] == ("out", "of"):
        return _score(read, number, at + 3)
    return None


def _periodic(read: Tokens, place: int) -> Phrase | None:
    """An interval: "every other day" is two days, "twice daily" twelve hours."""
    if read.words[place] == "every" and read.word(place + 1) in ("other", "second"):
        unit = _timed(read, place + 2)
        return Phrase(Quantity(value=Decimal(2), unit=unit.unit), unit.behind, unit.end) if unit else None
    behind = place + 1
    behind += read.word(behind) in ("a", "per", "each", "every", "/")
    lengths = {"daily": ("hour", "12"), "day": ("hour", "12"), "weekly": ("day", "3.5"), "week": ("day", "3.5")}
    if read.words[place] == "twice" and (length := lengths.get(read.word(behind))):
        return _phrase(read, Decimal(length[1]), length[0], behind + 1)
    return None


_ROUND: Final = {"hundred": 100, "thousand": 1000, "million": 1_000_000}


def _round_number(read: Tokens, place: int) -> NumberMention | None:
    """A round number with no figure before it: "every thousand"."""
    value = _ROUND.get(read.word(place))
    if value is None:
        return None
    return NumberMention(read.starts[place], read.ends[place], Decimal(value), first=place, behind=place + 1)


_READERS: Final[dict[str, Callable[[Tokens, int], Phrase | None]]] = {
    **dict.fromkeys(_SHARES, _share),
    **dict.fromkeys(_ARTICLES, _article),
    **dict.fromkeys(_RANKS, _ranked),
    "every": _periodic,
    "twice": _periodic,
    "the": _the,
    "close": _closing,
    "end": _closing,
    **dict.fromkeys(("nbd", "n.b.d.", "n.b.d", "sbd", "cob", "eob", "eod", "c.o.b.", "e.o.d."), _abbreviated),
}
OPENINGS: Final = frozenset(_READERS)
"""The words that a quantity with a way of its own begins with."""
