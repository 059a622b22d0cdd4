"""When two values of an annotation mean the same: 24 hours and 1 day, "Severity 1 (Critical)" and "P1", "Acme Inc." and "ACME".

The figures are those by which parsers of contracts are compared: business time never equals calendar time, a bare name of a class equals
the number that it usually bears, names agree by the words that they have in common.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from typing import Any, Final

Entry = Mapping[str, Any]
"""One entry of an annotation as plain data."""

_SECONDS: Final = {
    "millisecond": Decimal("0.001"), "second": Decimal(1), "minute": Decimal(60), "hour": Decimal(3600), "day": Decimal(86400),
    "week": Decimal(604800),
}  # fmt: skip
_BUSINESS: Final = {"business_minute": Decimal(1), "business_hour": Decimal(60)}
_MONTHS: Final = {"month": Decimal(1), "quarter": Decimal(3), "year": Decimal(12)}
_SCALES: Final = ((_SECONDS, "second"), (_BUSINESS, "business_minute"), (_MONTHS, "month"))
_USUAL_RANK: Final = {
    "critical": 1, "urgent": 1, "emergency": 1, "blocker": 1, "fatal": 1, "highest": 1,
    "high": 2, "major": 2, "serious": 2, "severe": 2,
    "medium": 3, "moderate": 3, "normal": 3, "standard": 3, "minor": 3,
    "low": 4, "cosmetic": 4, "lowest": 5, "informational": 5, "planning": 5,
}  # fmt: skip
_ORDINALS: Final = {
    name: n
    for n, names in enumerate(("one first i", "two second ii", "three third iii", "four fourth iv", "five fifth v"), start=1)
    for name in names.split()
}
_SMALL: Final = frozenset(["the", "of", "and", "a", "an", "for", "to", "in"])
_FORMS: Final = frozenset(["inc", "ltd", "llc", "corp", "co", "limited", "corporation", "company", "incorporated", "gmbh", "plc", "pty"])
_PLAIN: Final = (
    "severity sev priority prio level class tier p s incident incidents issue issues error errors request requests problem problems "
    "case cases fault faults call calls impact the a of"
)
_CLASS_WORDS: Final = frozenset(_PLAIN.split())
_OPPOSITES: Final = frozenset(["non", "less", "very", "not", "semi"])
_DURATION: Final = re.compile(
    r"P(?:(?P<years>[\d.]+)Y)?(?:(?P<months>[\d.]+)M)?(?:(?P<weeks>[\d.]+)W)?(?:(?P<days>[\d.]+)(?P<kind>BD|D))?"
    r"(?:T(?:(?P<hours>[\d.]+)H)?(?:(?P<minutes>[\d.]+)M)?(?:(?P<seconds>[\d.]+)S)?)?"
)
_NAMES: Final = ("title", "provider", "customer", "maintenance_window", "chronic_failure")
_STATE_WORDS: Final = re.compile(r"\b(the|state|laws?|commonwealth|republic|of)\b|[^a-z ]")


def number(value: object) -> Decimal | str | None:
    """A figure to six places, None where there is none; what is no figure as its words."""
    if value is None or value == "":
        return None
    try:
        return round(Decimal(str(value).replace(",", "")), 6)
    except InvalidOperation:
        return str(value).strip().lower()


def quantity(value: object, unit: str | None) -> tuple[Decimal | str | None, str]:
    """A figure and its unit in one unit a kind: 24 hours are 86,400 seconds, as 1 day is; a business day stays one."""
    figure, name = number(value), (unit or "").strip().lower()
    if name.endswith("s") and name not in ("mbps", "gbps") and not name.startswith("currency"):
        name = name[:-1]
    if isinstance(figure, Decimal):
        for scale, smallest in _SCALES:
            if name in scale:
                return round(figure * scale[name], 6), smallest
    return figure, "percent" if name in ("%", "percentage", "per_cent") else name


def direction(comparator: str | None) -> int:
    """1 where the actual figure must not be lower, -1 where it must not be higher, 0 where it must be equal."""
    return {">=": 1, ">": 1, "<=": -1, "<": -1}.get(comparator or "", 0)


def alike(a: object, b: object, least: float = 0.3) -> bool:
    """Whether two names mean the same: the words of one within the other's (at least the share `least` of them), or most in common."""
    one, two = _words(a), _words(b)
    if not one or not two:
        return str(a or "").strip().lower() == str(b or "").strip().lower()
    common = len(one & two) / len(one | two)
    return ((one <= two or two <= one) and common >= least) or common >= 0.6


def _words(text: object) -> set[str]:
    found = re.findall(r"[a-z0-9]+", str(text).lower())
    singular = {w[:-1] if len(w) > 3 and w.endswith("s") and not w.endswith("ss") else w for w in found}
    return singular - _SMALL - _FORMS


def same_priority(a: object, b: object) -> bool:
    """Whether two classes of incidents are one: the same number, else the same words; a bare name equals the number it usually bears."""
    if not a or not b:
        return not a and not b
    (number_a, words_a), (number_b, words_b) = _rank(a), _rank(b)
    if number_a is not None and number_b is not None:
        return number_a == number_b
    if number_a is None and number_b is None:
        nested = bool(words_a & words_b) and (words_a <= words_b or words_b <= words_a)
        return words_a == words_b or (nested and not (words_a ^ words_b) & _OPPOSITES)
    rank, names = (number_a, words_b) if number_a is not None else (number_b, words_a)
    return bool(words_a & words_b) or (len(names) == 1 and _USUAL_RANK.get(next(iter(names))) == rank)


def _rank(priority: object) -> tuple[int | None, frozenset[str]]:
    """A class as its number and its words: "Severity One (Critical)" is (1, {critical}), "P2" is (2, {})."""
    text = re.sub(r"\b([ps])(\d)\b", r"\1 \2", str(priority or "").lower())
    found = re.findall(r"[a-z]+|\d+", re.sub(r"\bsev(\d)", r"sev \1", text))
    numbers = [int(w) if w.isdigit() else _ORDINALS[w] for w in found if w.isdigit() or w in _ORDINALS]
    letters = {w for w in found if len(w) == 1 and (w not in ("p", "s", "i", "v", "a") or (w == "a" and found[-1] == "a"))}
    names = {w for w in found if not w.isdigit() and w not in _CLASS_WORDS and w not in _ORDINALS}
    return (numbers[0] if numbers else None), frozenset(names | {w for w in letters if not w.isdigit()})


def same_term(key: str, a: object, b: object) -> bool:
    """Whether two values of one term agree: names by their words, hours by days and clock times, laws by the place, the rest by value."""
    if key in _NAMES:
        return alike(a, b, 0.5)
    if key == "support_hours":
        return _hours(a) == _hours(b)
    if key == "governing_law":
        return _STATE_WORDS.sub("", str(a).lower()).split() == _STATE_WORDS.sub("", str(b).lower()).split()
    return _plain(a) == _plain(b)


def _hours(text: object) -> object:
    plain = str(text).lower()
    for variant in ("24/7", "7x24", "24 x 7"):
        plain = plain.replace(variant, "24x7")
    if "24x7" in plain:
        return "24x7"
    clock = re.findall(r"\b(\d{1,2})(?::(\d\d))?\s*([ap])?m?\b", plain)
    times = tuple(f"{int(h) % 12 + 12 * (half == 'p') if half else int(h):02d}:{m or '00'}" for h, m, half in clock)
    return frozenset(re.findall(r"\b(mon|tue|wed|thu|fri|sat|sun)", plain)), times


def _plain(value: object) -> object:
    if isinstance(value, Mapping):
        pairs = ((k, number(v) if k == "value" else str(v).lower()) for k, v in value.items() if v is not None)
        return tuple(sorted(pairs, key=lambda pair: pair[0]))
    if isinstance(value, bool):
        return value
    text = str(value).strip()
    if text.startswith("P") and (match := _DURATION.fullmatch(text)):
        return _duration(match)
    return re.sub(r"\s+", " ", text.lower())


def _duration(match: re.Match[str]) -> tuple[Decimal, Decimal, Decimal]:
    """A duration as months, seconds and business days."""
    part = {name: Decimal(text) if name != "kind" and text else Decimal(0) for name, text in match.groupdict().items()}
    business = match["kind"] == "BD"
    seconds = 604800 * part["weeks"] + 3600 * part["hours"] + 60 * part["minutes"] + part["seconds"]
    return (
        12 * part["years"] + part["months"],
        seconds + (Decimal(0) if business else 86400 * part["days"]),
        part["days"] if business else Decimal(0),
    )
