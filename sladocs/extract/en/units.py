"""The words of units in English, and the units of the model that they mean."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

WORKING: Final = (
    r"(?:business|working|office|support(?:ed)?|service|bus\.?|work|banking|trading|core|operational|operating|normal\s+working|normal\s+business"
    r"|standard\s+business|regular\s+business|covered)"
)
"""The words that say that a clock runs only in working time."""


@dataclass(frozen=True, slots=True)
class UnitPattern:
    """A unit and how it is written; `glued` where it counts only right behind its figure ("15m")."""

    unit: str
    regex: re.Pattern[str]
    glued: bool = False


def _unit(unit: str, words: str, glued: bool = False, case: bool = False) -> UnitPattern:
    return UnitPattern(unit, re.compile(rf"(?:{words})(?!\w)", 0 if case else re.IGNORECASE), glued)


_PLAIN = (
    r"(?:calendar|consecutive|full|clock|elapsed|whole|complete|additional|more|further|successive|continuous|contiguous"
    r"|prior|cumulative|total)?[\s-]*"
)
_S = r"(?:\(s\)|s)?"
UNITS: Final = (
    _unit("percent", r"percentage\s+points?|percent|per\s?cent|pct\.?|%"),
    UnitPattern("percent", re.compile(r"%")),
    _unit("business_minute", rf"{WORKING}[\s-]*(?:minutes?|mins?)'?"),
    _unit("business_hour", rf"(?:consecutive\s+)?{WORKING}[\s-]*(?:hour{_S}|hrs?\.?)'?"),
    _unit("business_day", rf"(?:consecutive\s+|full\s+)?{WORKING}[\s-]*(?:day{_S}|d)'?|weekdays?|workdays?|BDs?"),
    _unit("millisecond", rf"{_PLAIN}(?:milli-?second{_S}|msecs?|ms)"),
    _unit("second", rf"{_PLAIN}(?:second{_S}|secs?\.?)"),
    _unit("second", r"s", glued=True, case=True),
    _unit("minute", rf"{_PLAIN}(?:minute{_S}|mins?\.?)'?"),
    _unit("minute", r"m", glued=True, case=True),
    _unit("hour", rf"{_PLAIN}(?:hour{_S}|hrs?\.?|h)'?"),
    _unit("day", rf"{_PLAIN}(?:day{_S})'?"),
    _unit("day", r"d", glued=True, case=True),
    _unit("week", rf"{_PLAIN}(?:week{_S}|wks?\.?)'?"),
    _unit("month", rf"{_PLAIN}(?:month{_S})'?"),
    _unit("quarter", rf"{_PLAIN}(?:quarter{_S})'?"),
    _unit("year", rf"{_PLAIN}(?:year{_S}|yrs?\.?)'?"),
    _unit("mbps", r"Mbps|Mbit/s|Mb/s|megabits?\s+per\s+second"),
    _unit("gbps", r"Gbps|Gbit/s|Gb/s|gigabits?\s+per\s+second"),
    _unit("kbps", r"kbps|kbit/s|kb/s|kilobits?\s+per\s+second"),
    _unit("per_second", r"(?:(?:[a-z]+\s+){0,2}(?:per|a)\s+sec(?:ond)?|[a-z]+/s(?:ec(?:ond)?)?|[tqr]ps)"),
    _unit("per_minute", r"(?:(?:[a-z]+\s+){0,2}per\s+min(?:ute)?|[a-z]+/min(?:ute)?)"),
    _unit("per_hour", r"(?:(?:[a-z]+\s+){0,2}per\s+hour|[a-z]+/h(?:r|our)?)"),
    _unit("per_day", r"(?:(?:[a-z]+\s+){0,2}per\s+day|[a-z]+/day)"),
)  # fmt: skip
"""In the order in which they are tried."""

BUSINESS_TIME: Final = re.compile(
    rf"\s*,?\s*\(?\s*(?:(?:as\s+)?(?:measured\s+|counted\s+|calculated\s+)?(?:during|in|within|of)\s+(?:our\s+|the\s+|its\s+|normal\s+|regular\s+|standard\s+)*)?"
    rf"{WORKING}[\s-]+(?:hours?|time|hrs)(?:\s+only)?\s*\)?"
    r"|\s*,?\s*\(?\s*during\s+(?:[\w-]+\s+){0,3}(?:desk|help\s?desk)\s+hours\s*\)?",
    re.IGNORECASE,
)
"""Words behind a unit that make it business time."""

COMPOUND: Final = {"hour": ("minute", Decimal(60)), "minute": ("second", Decimal(60)), "day": ("hour", Decimal(24))}

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
