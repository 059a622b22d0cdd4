"""Units and figures as people write them in YAML: "4 business hours", "30min", "99.9%", "USD 10,000", "P30D"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Final

from sladocs.codec.exact import scalar
from sladocs.codec.problems import closest, shown
from sladocs.model.quantity import TIME_UNITS, Duration, Quantity, plain

KNOWN: Final = (
    *TIME_UNITS, "percent", "count", "kbps", "mbps", "gbps", "per_second", "per_minute", "per_hour", "per_day", "score", "user", "request",
    "transaction", "incident", "ticket", "occurrence", "gigabyte", "terabyte",
)  # fmt: skip
"""Units that need no second look; any other plain word is a unit too, unless it is a misspelling of one of these."""

_ALIASES: Final[Mapping[str, str]] = {
    "%": "percent", "per_cent": "percent", "pct": "percent", "ms": "millisecond", "msec": "millisecond", "s": "second",
    "sec": "second",
    "min": "minute", "h": "hour", "hr": "hour", "d": "day", "wk": "week", "mo": "month", "yr": "year", "y": "year", "bd": "business_day",
    "business_hr": "business_hour", "business_min": "business_minute", "mbit/s": "mbps", "gbit/s": "gbps", "gb": "gigabyte",
    "tb": "terabyte",
}  # fmt: skip
_CURRENCY_SIGNS: Final[Mapping[str, str]] = {"€": "EUR", "£": "GBP"}
_CURRENCIES: Final = frozenset((
    "AUD", "BRL", "CAD", "CHF", "CNY", "CZK", "DKK", "EUR", "GBP", "HKD", "HUF", "INR", "JPY", "KRW", "MXN", "NOK", "NZD", "PLN", "SEK",
    "SGD", "TRY", "USD", "ZAR",
))  # fmt: skip

NUMBER: Final = r"[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
_MONEY = re.compile(rf"(?P<sign>[A-Z]{{3}}|[€£$])\s*(?P<number>{NUMBER})")
_FIGURE = re.compile(rf"(?P<number>{NUMBER})\s*(?P<unit>\S.*)?", re.DOTALL)
_ISO = re.compile(r"PT?\d.*", re.IGNORECASE)
LONGEST: Final = 30
"""Figures with more digits before or behind the point are written in the exact form."""


def number(text: str) -> Decimal:
    """A bare figure: "99.9", "10,000". Raises ValueError."""
    if not re.fullmatch(NUMBER, text.strip()):
        raise ValueError(f"{shown(text)} is no number{_comma(text)}; write for example 99.9")
    return Decimal(text.strip().replace(",", ""))


def share(text: str) -> Decimal:
    """A percentage: "95 %", "95". Raises ValueError."""
    if re.fullmatch(r"[+-]?\d(?:\.\d+)?E[+-]?\d+", text.strip()):
        return exact_number(text)
    return number(re.sub(r"\s*(?:%|percent|per cent)?(?:\s+of\s+(?:all\s+)?cases)?$", "", text.strip()))


def exact_number(text: str) -> Decimal:
    """A bare figure, also with an exponent ("1E+50"). Raises ValueError."""
    found: Decimal = scalar(Decimal, text.strip())
    return found


def figure(text: str) -> Decimal:
    """A bare figure, with commas between thousands or an exponent: "1,200", "1E+50". Raises ValueError."""
    return exact_number(text) if re.search(r"[eE]", text) else number(text)


def whole(text: str) -> int:
    """A whole number. Raises ValueError."""
    if not re.fullmatch(r"[+-]?\d{1,9}", text.strip()):
        raise ValueError(f"{shown(text)} is no whole number; write for example 3")
    return int(text)


def months(text: str) -> int:
    """A number of months: "12", "12 months". Raises ValueError."""
    return whole(re.sub(r"\s*(?:consecutive\s+)?months?$", "", text.strip()))


def truth(text: str) -> bool:
    """True or false, yes or no. Raises ValueError."""
    found: bool = scalar(bool, text.strip())
    return found


def exact_unit(text: str) -> str:
    """A unit by its exact name. Raises ValueError."""
    return Quantity(value=Decimal(1), unit=text).unit


def quantity(text: str) -> Quantity:
    """A figure with its unit; a bare figure is a count. Raises ValueError with what would be right."""
    words = " ".join(text.split())
    if _ISO.fullmatch(words):
        duration = Duration.from_iso(words)
        return Quantity(value=duration.value, unit=duration.unit)
    if money := _MONEY.fullmatch(words):
        return Quantity(value=number(money["number"]), unit=f"currency:{_currency(money['sign'], words)}")
    figure = _FIGURE.fullmatch(words)
    if figure is None or (figure["unit"] or "")[:1] in (",", "."):
        raise ValueError(f"{shown(text)} is no figure with a unit{_comma(text)}; write for example 99.9 %, 4 business hours or USD 10,000")
    if figure["unit"] in _CURRENCIES:
        return Quantity(value=number(figure["number"]), unit=f"currency:{figure['unit']}")
    return Quantity(value=number(figure["number"]), unit=unit(figure["unit"]) if figure["unit"] else "count")


def duration(text: str) -> Duration:
    """A length of time in one unit: "3 years", "P3Y", "5 business days". Raises ValueError with what would be right."""
    try:
        found = quantity(text)
        return Duration(value=found.value, unit=found.unit)
    except ValueError as error:
        if "did you mean" in str(error):
            raise
        raise ValueError(f"{shown(text)} is no length of time in one unit; write for example 30 days, 3 years or P30D") from None


def _currency(sign: str, text: str) -> str:
    if sign == "$":
        raise ValueError(f"{shown(text)} does not say which dollar; write for example USD 10,000")
    return _CURRENCY_SIGNS.get(sign, sign)


def _comma(text: str) -> str:
    """A hint where a decimal comma seems to be meant."""
    if re.search(r"\d,\d{1,2}(?!\d)|\d,\d{4,}", text):
        return f" (a comma parts thousands; the decimal point is a point: {re.sub(r'(?<=[0-9]),(?=[0-9])', '.', text, count=1)})"
    return ""


def unit(text: str) -> str:
    """A unit by its name, sign or abbreviation, in singular. Raises ValueError where it is misspelt or no plain word."""
    words = re.sub(r"[\s-]+", "_", text.strip().lower())
    words = re.sub(r"^(?:working|office|bus\.?)_", "business_", words).rstrip(".") or words
    for form in (words, words.removesuffix("s")):
        if form in _ALIASES:
            return _ALIASES[form]
        if form in KNOWN:
            return form
    if words == "m":
        raise ValueError("m may be minutes or months; write min or month")
    if near := closest(words, [*KNOWN, *(f"{name}s" for name in KNOWN)], cutoff=0.8):
        raise ValueError(f"{shown(text)} is no unit; did you mean {near.replace('_', ' ')!r}?")
    singular = _singular(words)
    if not re.fullmatch(r"[a-z][a-z0-9_]*", singular):
        raise ValueError(f"{shown(text)} is no unit; write for example %, hours, business days or a plain word")
    return singular


def _singular(words: str) -> str:
    if words.endswith("ies") and len(words) > 4:
        return words[:-3] + "y"
    return words[:-1] if words.endswith("s") and not words.endswith("ss") and len(words) > 2 else words


# --- writing ------------------------------------------------------------------------------------------------------------------


def figure_text(value: Decimal) -> str:
    """The digits of a figure; with an exponent only where there would be very many."""
    exponent = value.as_tuple().exponent
    short = abs(value.adjusted()) <= LONGEST and isinstance(exponent, int) and abs(exponent) <= LONGEST
    return plain(value) if short else str(value)


def quantity_text(what: Quantity) -> Any:
    """The short form of a figure with its unit, or the exact map where the short form would not read back the same."""
    text = figure_text(what.value) if what.unit == "count" else _printed(what)
    return text if text and _reads_back(text, what) else {"value": figure_text(what.value), "unit": what.unit}


def _printed(what: Quantity) -> str:
    """The form that documents print, where the figure is not too long for it."""
    return "" if "E" in figure_text(what.value) else str(what)


def _reads_back(text: str, what: Quantity) -> bool:
    try:
        found = quantity(text)
    except ValueError:
        return False
    return (found.value, found.unit) == (what.value, what.unit)


def span_text(what: Duration) -> Any:
    """The short form of a length of time: "30 days", or the exact map."""
    return quantity_text(what)


def share_text(value: Decimal) -> str:
    """A percentage: "95 %"."""
    return f"{figure_text(value)} %" if "E" not in figure_text(value) else figure_text(value)
