"""Sums of money: "USD 10,000", "£500", "$1.5 million", "10k EUR", "US$ 5,000"."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from sladocs.extract.en.tokens import Kind, Tokens
from sladocs.extract.en.units import CURRENCY_SIGNS, ISO_CODES
from sladocs.model.quantity import Quantity

if TYPE_CHECKING:
    from sladocs.extract.en.numbers import NumberMention


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum: its quantity, where it starts and ends, and the place behind it."""

    quantity: Quantity
    start: int
    end: int
    behind: int


_CODES: Final = frozenset(ISO_CODES)
_SIGNS: Final = frozenset("$\u20ac\u00a3\u00a5\u20b9")
_NAMES: Final = {"dollar": "$", "dollars": "$", "euro": "euro", "euros": "euro", "pound": "\u00a3", "pounds": "\u00a3", "rupees": "\u20b9"}
_SCALES: Final = {"k": 3, "thousand": 3, "m": 6, "mn": 6, "million": 6, "millions": 6, "bn": 9, "billion": 9}


def scaled(read: Tokens, number: NumberMention, *, glued: bool) -> tuple[Decimal, int]:
    """The number with the scale behind it ("1.5 million", "10k") and the place behind that.

    A letter counts right behind its figure, or if `glued`.
    """
    word = read.word(number.behind)
    letter = len(word) < 3
    if word not in _SCALES or (letter and not glued and not read.glued(number.behind)):
        return number.value, number.behind
    value = number.value.scaleb(_SCALES[word])
    return (value.quantize(Decimal(1)) if value == value.to_integral_value() else value), number.behind + 1


def money_at(read: Tokens, number: NumberMention, dollar: str) -> Sum | None:
    """The sum whose figure is `number`: the sign or code stands before it, or behind it."""
    lead = _before(read, number.first - 1)
    value, behind = scaled(read, number, glued=True)
    tail = None if lead else _behind(read, behind)
    if lead:
        first, sign = lead
    elif tail:
        first, (behind, sign) = number.first, tail
    else:
        return None
    code = dollar if sign == "$" else CURRENCY_SIGNS.get(sign.lower(), sign)
    return Sum(Quantity(value=value, unit=f"currency:{code}"), read.starts[first], read.ends[behind - 1], behind)


def _code(read: Tokens, place: int) -> str | None:
    """The currency's code at a place; it is written in capitals."""
    if read.kind(place) is not Kind.WORD or len(read.words[place]) != 3:
        return None
    written = read.text[read.starts[place] : read.ends[place]]
    return written if written in _CODES else None


def _before(read: Tokens, place: int) -> tuple[int, str] | None:
    """The sign or code that ends at a place: where it begins, and the sign."""
    word = read.word(place)
    if word in _SIGNS:
        whole = read.word(place - 1) + "$"
        if word == "$" and read.glued(place) and whole in CURRENCY_SIGNS:
            return place - 1, whole
        return place, word
    if word in ("rs", "inr"):
        return place, "\u20b9"
    if word == "." and read.word(place - 1) == "rs":
        return place - 1, "\u20b9"
    code = _code(read, place)
    return (place, code) if code else None


def _behind(read: Tokens, place: int) -> tuple[int, str] | None:
    """The sign, code or name of a currency at a place: the place behind it, and the sign."""
    word = read.word(place)
    if word in _SIGNS:
        return place + 1, word
    if code := _code(read, place):
        return place + 1, code
    if word in ("us", "u.s.", "u.s") and read.word(place + 1) in ("dollar", "dollars"):
        return place + 2, "us$"
    if word in _NAMES:
        return place + (2 if read.word(place + 1) == "sterling" else 1), _NAMES[word]
    return None
