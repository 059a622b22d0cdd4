"""The words of units in English, and the units of the model that they mean."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from sladocs.extract.en.tokens import Kind, Tokens, tokens

_ONE: Final = Decimal(1)
_TIMES: Final = {
    "millisecond": "millisecond milliseconds msec msecs ms",
    "second": "second seconds sec secs",
    "minute": "minute minutes min mins",
    "hour": "hour hours hr hrs h hourly",
    "day": "day days",
    "week": "week weeks wk wks",
    "month": "month months mth mths",
    "quarter": "quarter quarters",
    "year": "year years yr yrs",
    "business_hour": "bh bhs bhr bhrs b.h. b.h workhour workhours businesshour businesshours workinghours officehours",
    "business_day": "bd bds b.d. b.d wd wds w.d. w.d weekday weekdays workday workdays businessday businessdays"
    " workingday workingdays bday bdays",
}  # fmt: skip
TIME_WORDS: Final = {word: unit for unit, words in _TIMES.items() for word in words.split()}
"""The words of units of time, one token each."""
_GLUED: Final = {"s": "second", "m": "minute", "d": "day"}
"""Letters that are a unit only right behind their figure ("15m")."""
_SHORTENED: Final = frozenset(["sec", "secs", "min", "mins", "hr", "hrs", "wk", "wks", "yr", "yrs", "mth", "mths"])
_PLAIN: Final = frozenset({
    "calendar", "consecutive", "full", "clock", "elapsed", "whole", "complete", "additional", "more", "further", "successive",
    "continuous", "contiguous", "prior", "cumulative", "total", "uninterrupted", "entire", "extra", "actual", "solid", "straight",
})  # fmt: skip
_WORKING: Final = frozenset({
    "business", "working", "office", "support", "supported", "service", "services", "bus", "bus.", "biz", "work", "banking", "trading",
    "core", "operational", "operating", "covered", "coverage", "desk", "helpdesk", "workday", "weekday",
})  # fmt: skip
"""The words that say that a clock runs only in working time."""
_BEFORE_WORKING: Final = frozenset({
    "normal", "regular", "standard", "usual", "agreed", "published", "local", "our", "the", "its", "your", "provider", "supplier",
    "vendor", "customer", "client", "company", "contracted", "technical", "help", "s", "'", ",", "-",
})  # fmt: skip
_ONLY_BEFORE_DAYS: Final = frozenset({"services", "core", "desk", "helpdesk", "coverage"})
"""Words that make hours business hours, but days nothing."""


@dataclass(frozen=True, slots=True)
class UnitMention:
    """A unit: its name, the place behind its last token, the offset behind it, and how many of the unit one of it is."""

    unit: str
    behind: int
    end: int
    factor: Decimal = _ONE


def unit_at(read: Tokens, place: int, *, figure: bool = True) -> UnitMention | None:
    """The unit that begins at a place (after a hyphen), business qualifiers included; `figure` tells that a figure stands before it."""
    at = place + (read.word(place) in ("-", "\u2013"))
    return _percent(read, at) or _time(read, at, figure=figure and at == place) or _rate(read, at)


def _mention(read: Tokens, unit: str, behind: int, factor: Decimal = _ONE) -> UnitMention:
    return UnitMention(unit, behind, read.ends[behind - 1], factor)


_MILLE: Final = Decimal("0.1")
_PER_CENTS: Final = frozenset({"cent", "centum"})
_PER_MILLES: Final = frozenset({"mille", "mil", "mill", "thousand"})


def _percent(read: Tokens, place: int) -> UnitMention | None:
    """A share: "%", "per cent", "percentage points", "per mille"."""
    word, following = read.word(place), read.word(place + 1)
    if word in ("%", "percent", "pct", "percents", "\uff05"):
        return _mention(read, "percent", place + 1)
    if word == "per" and following in _PER_CENTS:
        return _mention(read, "percent", place + 2)
    if word == "percentage" and following in ("point", "points"):
        return _mention(read, "percent", place + 2)
    if word in ("\u2030", "permille", "promille"):
        return _mention(read, "percent", place + 1, _MILLE)
    return _mention(read, "percent", place + 2, _MILLE) if word == "per" and following in _PER_MILLES else None


def _time(read: Tokens, place: int, *, figure: bool) -> UnitMention | None:
    """A length of time, with the words that make it business time before or behind it."""
    if read.word(place) == "milli" and read.word(place + 1) == "-" and read.word(place + 2) in ("second", "seconds"):
        return _mention(read, "millisecond", place + 3)
    if read.word(place) == "s" and figure and read.kind(place + 1) is not Kind.WORD and read.text[read.starts[place]] == "s":
        return _mention(read, "second", place + 1)
    at, working, skipped = place, False, 0
    while skipped < 5:
        word = read.word(at)
        if word in TIME_WORDS or (word in _GLUED and figure and at == place and _is_glued(read, at)):
            break
        if word in _WORKING:
            working = True
        elif word == "." and read.glued(at) and read.word(at - 1) == "bus":
            pass
        elif word not in _PLAIN and word != "-" and not (word in _BEFORE_WORKING and _working_follows(read, at + 1)):
            return _foreign(read, at) if skipped == 0 else None
        at, skipped = at + 1, skipped + 1
    else:
        return None
    return _business(read, at, working=working)


def _is_glued(read: Tokens, place: int) -> bool:
    return read.glued(place) and read.text[read.starts[place]].islower()


def _working_follows(read: Tokens, place: int) -> bool:
    return any(read.word(at) in _WORKING for at in (place, place + 1, place + 2))


def _foreign(read: Tokens, place: int) -> UnitMention | None:
    """Working days of a place: "5 London business days"."""
    if (
        read.kind(place) is Kind.WORD
        and read.word(place + 1) in ("business", "working")
        and read.word(place + 2) in ("days", "day", "hours")
    ):
        unit = TIME_WORDS[read.word(place + 2)]
        return _mention(read, f"business_{unit}", place + 3)
    return None


def _business(read: Tokens, at: int, *, working: bool) -> UnitMention:
    """The unit whose word stands at `at`, with what may follow it: a plural in brackets, a full stop, the words of business time."""
    word = read.words[at]
    unit = TIME_WORDS.get(word) or _GLUED[word]
    factor = _ONE
    behind, end = _ended(read, at)
    if working and unit in ("minute", "hour", "day") and not (unit == "day" and read.word(at - 1) in _ONLY_BEFORE_DAYS):
        unit = f"business_{unit}"
    elif unit in ("minute", "hour", "day") and (after := business_time(read, behind)):
        unit, behind, end = f"business_{unit}", after, read.ends[after - 1]
    return UnitMention(unit, behind, end, factor)


def _ended(read: Tokens, at: int) -> tuple[int, int]:
    """Where a unit ends whose word stands at a place: behind "(s)", an apostrophe, or the full stop of a shortened word."""
    word = read.words[at]
    if read.words[at + 1 : at + 4] == ("(", "s", ")") and read.glued(at + 1):
        return at + 4, read.ends[at + 3]
    if read.word(at + 1) == "'" and read.glued(at + 1):
        return at + 2, read.ends[at + 1]
    if word in _SHORTENED and read.word(at + 1) == "." and read.glued(at + 1):
        return at + 2, read.ends[at + 1]
    return at + 1, read.ends[at]


_PREPOSITIONS: Final = frozenset(["during", "in", "within", "of", "on"])
_MEASURED: Final = frozenset(["as", "measured", "counted", "calculated", "determined"])
_CLOCKS: Final = frozenset(["hours", "hour", "hrs", "time", "window", "windows", "period", "periods"])


def business_time(read: Tokens, place: int) -> int | None:
    """The place behind words that say that the time before them runs in working time only: "during Business Hours", "(8x5)"."""
    at = place
    while read.word(at) in (",", "(", "-", "\u2013") and at - place < 2:
        at += 1
    if read.kind(at) is Kind.COVER:
        return at + 1 + (read.word(at + 1) == ")") if _is_part(read.words[at]) else None
    while read.word(at) in _MEASURED:
        at += 1
    prepared = read.word(at) in _PREPOSITIONS
    at += prepared
    working = at
    while read.word(working) in _BEFORE_WORKING and working - at < 6:
        working += 1
    if read.word(working) not in _WORKING:
        return _hours_of(read, at) if prepared else None
    while read.word(working) in _WORKING or (read.word(working) == "-" and read.word(working + 1) in _CLOCKS):
        working += 1
    if read.word(working) not in _CLOCKS and not (read.word(working) == ")" and read.word(working - 1) in ("business", "working")):
        return None
    behind = working + (read.word(working) != ")")
    behind += read.word(behind) == "only"
    return behind + 1 if read.word(behind) == ")" else behind


def _hours_of(read: Tokens, place: int) -> int | None:
    """The place behind "the hours of operation"."""
    at = place + (read.word(place) in ("the", "our", "its"))
    if (
        read.word(at) in ("hours", "times")
        and read.word(at + 1) == "of"
        and read.word(at + 2) in ("operation", "business", "work", "service")
    ):
        return at + 3
    return None


def _is_part(cover: str) -> bool:
    """Whether hours of cover such as "8x5" are a part of the week."""
    figures = [int(figure) for figure in re.findall(r"\d+", cover)][:2]
    return sorted(figures) not in ([7, 24], [7, 7]) and max(figures) < 24


_LINES: Final = {"k": "kbps", "m": "mbps", "g": "gbps", "t": "tbps"}
_SPELLED: Final = {"kilobit": "kbps", "megabit": "mbps", "gigabit": "gbps", "terabit": "tbps"}
_TALLIES: Final = {
    "tps": "per_second",
    "rps": "per_second",
    "qps": "per_second",
    "pps": "per_second",
    "tpm": "per_minute",
    "rpm": "per_minute",
}
_PERS: Final = {
    "second": "per_second", "sec": "per_second", "s": "per_second", "minute": "per_minute", "min": "per_minute",
    "hour": "per_hour", "hr": "per_hour", "h": "per_hour", "day": "per_day",
}  # fmt: skip
_STOPS: Final = frozenset({
    "a", "an", "the", "of", "in", "on", "at", "by", "for", "to", "from", "or", "and", "per", "each", "every", "is", "are", "be", "was",
    "were", "shall", "will", "must", "may", "not", "within", "during", "after", "before", "with", "which", "that", "if", "as", "any",
    "all", "no", "than",
})  # fmt: skip


def _rate(read: Tokens, place: int) -> UnitMention | None:
    """What passes in a time: "Mbps", "requests per second", "calls/hour"."""
    word = read.word(place)
    if word in _TALLIES:
        return _mention(read, _TALLIES[word], place + 1)
    if line := re.fullmatch(r"([kmgt])(bps|bits?|b)", word):
        if line[2] == "bps":
            return _mention(read, _LINES[line[1]], place + 1)
        if read.word(place + 1) in ("/", "per") and read.word(place + 2) in ("s", "sec", "second"):
            return _mention(read, _LINES[line[1]], place + 3)
    if (
        (spelled := _SPELLED.get(word.removesuffix("s")))
        and read.word(place + 1) in ("per", "/")
        and read.word(place + 2) in ("second", "s")
    ):
        return _mention(read, spelled, place + 3)
    at = place
    while at - place < 3 and read.kind(at) is Kind.WORD and read.word(at) not in _STOPS:
        at += 1
    many = at > place and read.word(at - 1) not in ("times", "time", *TIME_WORDS)
    if read.word(at) in ("per", "/") or (
        read.word(at) in ("a", "an") and many and read.word(at + 1) in ("second", "sec", "minute", "hour")
    ):
        at += 1
        if unit := _PERS.get(read.word(at)):
            return _mention(read, unit, at + 1)
    return None


def unit_named(words: str) -> str | None:
    """The unit whose name a text is and nothing else ("business hours", "%"), None where it is none."""
    read = tokens(words)
    found = unit_at(read, 0, figure=False) if read else None
    return found.unit if found and found.behind == len(read) else None


COMPOUND: Final = {"hour": ("minute", Decimal(60)), "minute": ("second", Decimal(60)), "day": ("hour", Decimal(24))}
"""The smaller unit that stands behind a larger one in one length of time, and how many of it the larger one has."""

CURRENCY_SIGNS: Final = {
    "us$": "USD", "c$": "CAD", "ca$": "CAD", "a$": "AUD", "au$": "AUD", "nz$": "NZD", "hk$": "HKD",
    "s$": "SGD", "\u20ac": "EUR", "euro": "EUR",
    "euros": "EUR", "\u00a3": "GBP", "pound": "GBP", "pounds": "GBP", "\u00a5": "JPY", "\u20b9": "INR", "us": "USD",
}  # fmt: skip

ISO_CODES: Final = (
    "AED", "AFN", "ALL", "AMD", "ANG", "AOA", "ARS", "AUD", "AWG", "AZN", "BAM", "BBD", "BDT", "BGN", "BHD", "BIF", "BMD", "BND",
    "BOB", "BRL", "BSD", "BTN", "BWP", "BYN", "BZD", "CAD", "CDF", "CHF", "CLP", "CNY", "COP", "CRC", "CUP", "CVE", "CZK", "DJF",
    "DKK", "DOP", "DZD", "EGP", "ERN", "ETB", "EUR", "FJD", "FKP", "GBP", "GEL", "GHS", "GIP", "GMD", "GNF", "GTQ", "GYD", "HKD",
    "HNL", "HTG", "HUF", "IDR", "ILS", "INR", "IQD", "IRR", "ISK", "JMD", "JOD", "JPY", "KES", "KGS", "KHR", "KMF", "KPW", "KRW",
    "KWD", "KYD", "KZT", "LAK", "LBP", "LKR", "LRD", "LSL", "LYD", "MAD", "MDL", "MGA", "MKD", "MMK", "MNT", "MOP", "MRU", "MUR",
    "MVR", "MWK", "MXN", "MYR", "MZN", "NAD", "NGN", "NIO", "NOK", "NPR", "NZD", "OMR", "PAB", "PEN", "PGK", "PHP", "PKR", "PLN",
    "PYG", "QAR", "RON", "RSD", "RUB", "RWF", "SAR", "SBD", "SCR", "SDG", "SEK", "SGD", "SHP", "SLE", "SOS", "SRD", "SSP", "STN",
    "SYP", "SZL", "THB", "TJS", "TMT", "TND", "TOP", "TRY", "TTD", "TWD", "TZS", "UAH", "UGX", "USD", "UYU", "UZS", "VES", "VND",
    "VUV", "WST", "XAF", "XCD", "XOF", "XPF", "YER", "ZAR", "ZMW", "ZWL",
)  # fmt: skip
"""The codes of ISO 4217 that are money in circulation."""


def open_unit(words: str, value: Decimal) -> str | None:
    """The unit that is printed as `words` behind `value` ("jobs" is job, "" is count), None where it cannot be one."""
    text = " ".join(words.lower().split())
    if not text:
        return "count"
    singular = text if value == 1 or text.startswith("per ") else _singular(text)
    unit = singular.replace(" ", "_").replace("-", "_")
    if not re.fullmatch(r"[a-z][a-z0-9_]*", unit):
        return None
    return unit


def _singular(text: str) -> str:
    if text.endswith("ies"):
        return text[:-3] + "y"
    return text[:-1] if text.endswith("s") and not text.endswith("ss") else text
