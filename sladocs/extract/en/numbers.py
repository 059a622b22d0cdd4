"""Numbers in English text: "10,000", "99,95", "ninety-nine and seven tenths", "two and a half", "thirty (30)", "1 1/2".

Where words and digits of one number disagree the words count, as courts have it, and the number says so.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Final

from sladocs.extract.en.tokens import Kind, Tokens, tokens


@dataclass(frozen=True, slots=True)
class NumberMention:
    """A bare number at `text[start:end]`, in digits, in words or in both; `first` and `behind` are the places of its tokens."""

    start: int
    end: int
    value: Decimal
    disagrees: bool = False
    first: int = 0
    behind: int = 0


_ONES: Final = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
)
_TENS: Final = "twenty thirty forty fifty sixty seventy eighty ninety"
SMALL: Final = {
    **{word: n for n, word in enumerate(_ONES.split())},
    **{word: 10 * n for n, word in enumerate(_TENS.split(), start=2)},
    "fourty": 40,
    "dozen": 12,
}
"""The words of the numbers below a hundred."""
_SCALES: Final = {"thousand": 1000, "million": 1_000_000, "billion": 1_000_000_000}
_PARTS: Final = {
    "half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fifth": 5, "fifths": 5, "eighth": 8, "eighths": 8,
    "tenth": 10, "tenths": 10, "hundredth": 100, "hundredths": 100, "thousandth": 1000, "thousandths": 1000,
}  # fmt: skip
"""What a part of a whole is called, by how many make one."""
_SIGNS: Final = {"\u00bd": Decimal("0.5"), "\u00bc": Decimal("0.25"), "\u00be": Decimal("0.75")}
_GROUPED: Final = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_CONTINENTAL: Final = re.compile(r"\d{1,3}(?:\.\d{3})+,\d+|\d+,\d{1,2}|\d+,\d{4,}|0,\d+")
_OPENING: Final = frozenset("([")
_CLOSING: Final = frozenset(")]")
_LONGEST: Final = 40
"""How many digits a figure may have."""


def digits(written: str) -> Decimal | None:
    """The value of a number in digits, None where its commas and points make no sense."""
    plain = written.replace("'", "")
    if len(plain) > _LONGEST:
        return None
    if _GROUPED.fullmatch(plain):
        return Decimal(plain.replace(",", ""))
    if _CONTINENTAL.fullmatch(plain):
        return Decimal(plain.replace(".", "").replace(",", "."))
    return Decimal(plain) if "," not in plain and plain.count(".") <= 1 else None


def _counted(read: Tokens, place: int) -> tuple[int, int] | None:
    """A whole number in words from a place on: its value, and the place behind it."""
    total, current, last, at, end = 0, 0, "", place, place
    while at < len(read):
        word = read.words[at]
        if word in SMALL:
            value = SMALL[word]
            if last == "small" or (last == "ten" and not 0 < value < 10):
                break
            current += value
            last = "ten" if value >= 20 and value % 10 == 0 else "small"
        elif word == "hundred" and last in ("small", "ten"):
            current, last = current * 100, "hundred"
        elif word in _SCALES and last in ("small", "ten", "hundred"):
            total, current, last = total + current * _SCALES[word], 0, "scale"
        elif (word == "-" and last == "ten") or (word == "and" and last in ("hundred", "scale")) or (word == "-" and last == "hundred"):
            at += 1
            if read.word(at) in SMALL:
                continue
            break
        else:
            break
        at += 1
        end = at
        if end - place > _LONGEST:
            return None
    return (total + current, end) if last else None


def _places(read: Tokens, place: int) -> tuple[str, int]:
    """The decimals said behind "point", digit by digit or as one number, and the place behind them."""
    written = ""
    while (found := _counted(read, place)) and len(written) < _LONGEST:
        written, place = written + str(found[0]), found[1]
        if read.word(place) == "-" and read.word(place + 1) in SMALL:
            place += 1
    return written, place


def _part(read: Tokens, place: int) -> tuple[Decimal, int] | None:
    """A part of one from a place on: "a half", "seven tenths", "one-half", "three quarters", "1/2", "½"."""
    word = read.word(place)
    if read.kind(place) is Kind.FRACTION:
        if word in _SIGNS:
            return _SIGNS[word], place + 1
        upper, _, lower = re.split(r"([/\u2044])", word, maxsplit=1)
        if len(lower) < 3 and len(upper) < 3 and int(lower) in (2, 3, 4, 5, 8, 10) and 0 < int(upper) < int(lower):
            return Decimal(upper) / Decimal(lower), place + 1
        return None
    counted = (1, place + 1) if word in ("a", "an") else _counted(read, place)
    if counted is None:
        return None
    value, at = counted
    at += read.word(at) == "-"
    parts = _PARTS.get(read.word(at))
    return (Decimal(value) / parts, at + 1) if parts and value < parts else None


def _unrepeated(read: Tokens, place: int) -> tuple[Decimal, int] | None:
    """One number in digits or in words, with the part of a whole behind it, and the place behind it."""
    if read.kind(place) is Kind.DIGITS:
        value = digits(read.words[place])
        if value is None:
            return None
        if read.kind(place + 1) is Kind.FRACTION and (part := _part(read, place + 1)) and value == value.to_integral_value():
            return value + part[0], part[1]
        return _with_part(read, value, place + 1)
    if read.kind(place) is Kind.FRACTION:
        return _part(read, place)
    counted = _counted(read, place)
    if counted is None:
        return None
    whole, at = counted
    if read.word(at) == "point":
        written, behind = _places(read, at + 1)
        if written:
            return Decimal(f"{whole}.{written}"), behind
    return _with_part(read, Decimal(whole), at)


def _with_part(read: Tokens, value: Decimal, place: int) -> tuple[Decimal, int]:
    """A whole number with "and a half" or "and seven tenths" behind it."""
    at = place + (read.word(place) == "-")
    if read.word(at) == "and" and (part := _part(read, at + 1 + (read.word(at + 1) == "-"))):
        return value + part[0], part[1]
    return value, place


def number_at(read: Tokens, place: int) -> NumberMention | None:
    """The number whose first token stands at a place, with the same number behind it in brackets."""
    found = _unrepeated(read, place)
    if found is None:
        return None
    value, behind = found
    again = _again(read, behind)
    in_digits = read.kind(place) in (Kind.DIGITS, Kind.FRACTION)
    if again is None or (again[2] and in_digits and again[0] != value):
        return NumberMention(read.starts[place], read.ends[behind - 1], value, False, place, behind)
    spoken = again[0] if in_digits else value
    return NumberMention(read.starts[place], read.ends[again[1] - 1], spoken, again[0] != value, place, again[1])


def _again(read: Tokens, place: int) -> tuple[Decimal, int, bool] | None:
    """A number in brackets at a place: its value, the place behind the bracket, whether it is in digits."""
    if read.word(place) not in _OPENING:
        return None
    inner = _unrepeated(read, place + 1)
    if inner is None or read.word(inner[1]) not in _CLOSING:
        return None
    return inner[0], inner[1] + 1, read.kind(place + 1) in (Kind.DIGITS, Kind.FRACTION)


_OPENS_WORDS: Final = frozenset({*SMALL})


def starts_number(read: Tokens, place: int) -> bool:
    """Whether a number can start at a place: digits that are no part of a label ("SL-1", "No.4"), or words."""
    kind = read.kind(place)
    if kind is Kind.WORD:
        return read.words[place] in _OPENS_WORDS
    if kind not in (Kind.DIGITS, Kind.FRACTION):
        return False
    if not read.glued(place):
        return True
    before = read.word(place - 1)
    if before == "-":
        return not read.glued(place - 1)
    return before not in (".", ",", "/", ":") and (read.kind(place - 1) is not Kind.WORD or read.kind(place - 2) is not Kind.DIGITS)


def find_numbers(text: str) -> list[NumberMention]:
    """All bare numbers, with what stands in brackets behind them: "thirty (30)" is one."""
    read, found, place = tokens(text), [], 0
    while place < len(read):
        number = number_at(read, place) if starts_number(read, place) and read.kind(place) is not Kind.FRACTION else None
        if number:
            found.append(number)
        place = number.behind if number else place + 1
    return found


@lru_cache(maxsize=4096)
def number_words(text: str) -> Decimal | None:
    """The value of a number in words ("ninety-nine point nine"), None where it is none."""
    read = tokens(text)
    found = _unrepeated(read, 0) if read and read.kind(0) is Kind.WORD else None
    return found[0] if found and found[1] == len(read) else None
