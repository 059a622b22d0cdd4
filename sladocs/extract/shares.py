"""Shares of cases: "95 % of calls within 20 seconds", "4 hours in ninety percent of cases", "nine out of ten", "80/20"."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from sladocs.extract.en import shares as words
from sladocs.extract.en.quantities import QuantityMention, find_quantities
from sladocs.extract.en.tokens import Kind, Tokens, tokens
from sladocs.model.quantity import Dimension, Quantity

if TYPE_CHECKING:
    from collections.abc import Sequence

_TIMES: Final = (Dimension.TIME, Dimension.BUSINESS_TIME)
_REACH: Final = 120
_NEAR: Final = 40


@dataclass(frozen=True, slots=True)
class ShareMention:
    """A percentage of cases at `text[start:end]`."""

    start: int
    end: int
    value: Decimal


def find_shares(text: str) -> list[ShareMention]:
    """Percentages that are shares of cases beside a time, as in "95 % of calls within 20 seconds" and "4 hours in 95 % of cases"."""
    found = find_quantities(text)
    times = [q for q in found if q.quantity.dimension in _TIMES]
    shares = [
        ShareMention(q.start, q.end, q.quantity.value)
        for q in found
        if q.quantity.unit == "percent" and q.low is None and any(_is_share(text, q, time) for time in times)
    ]
    return sorted([*shares, *(share for share, _ in find_pairs(text))], key=lambda s: s.start)


def _is_share(text: str, share: QuantityMention, time: QuantityMention) -> bool:
    """Whether a percentage is the share of cases that a time is kept in."""
    before = time.start >= share.end
    between = text[share.end : time.lead] if before else text[time.end : share.lead]
    if len(between) > _REACH or words.PARTED.search(between) or (":" in between and len(between) > _NEAR):
        return False
    read = tokens(text)
    place = read.place(share.end)
    if (said := _said_behind(read, place, share, after_time=not before)) is not None:
        return said
    if words.LEADING.search(text, max(0, share.lead - 12), share.lead):
        return words.ENDS.match(text, share.end) is not None
    if share.quantity.value < words.LEAST:
        return False
    return bool(words.BEHIND_TIME.fullmatch(between)) if not before else bool(words.BEFORE_TIME.fullmatch(between))


def _said_behind(read: Tokens, place: int, share: QuantityMention, *, after_time: bool) -> bool | None:
    """Whether the words behind a percentage say that it is a share of cases, None where they say neither."""
    place += read.word(place) in (")", ",")
    word = read.word(place)
    proportion = not words.PERCENT.search(read.text, share.start, share.end)
    if word == "of" or proportion:
        at = place + (word == "of")
        while read.word(at) in words.DETERMINERS:
            at += 1
        noun = read.word(at)
        if read.kind(at) not in (Kind.WORD, Kind.CODE):
            return proportion or None
        if noun in {"time", "occasions"}:
            return after_time and not words.OF_SERVICE.search(read.text)
        return noun not in words.NOT_CASES
    while read.word(place) in words.BE:
        place += 1
    word = read.word(place)
    if word in words.WITHIN or word in words.MET:
        return True
    return True if word.endswith("ed") and word not in words.NOT_DONE else None


def find_pairs(text: str) -> list[tuple[ShareMention, QuantityMention]]:
    """Targets of call centres in one sign: "80/20" is 80 % within 20 seconds."""
    read = tokens(text)
    found = []
    for place, kind in enumerate(read.kinds):
        if kind is not Kind.FRACTION or "/" not in read.words[place]:
            continue
        share, _, time = read.words[place].partition("/")
        start, end = read.starts[place], read.ends[place]
        if not (share.isdigit() and 50 <= int(share) <= 100 and len(time) < 4 and 5 <= int(time) <= 120 and int(time) % 5 == 0):
            continue
        if words.NO_PAIR.match(text, end) or words.NO_PAIR_BEFORE.search(text, max(0, start - 20), start):
            continue
        named = read.word(place + 1)
        behind = place + 1 + (named in ("seconds", "sec", "secs", "s"))
        quantity = Quantity(value=Decimal(time), unit="second")
        middle = start + len(share) + 1
        found.append(
            (
                ShareMention(start, middle - 1, Decimal(share)),
                QuantityMention(middle, read.ends[behind - 1], quantity, None, middle),
            )
        )
    return found


def without_shares(quantities: Sequence[QuantityMention], shares: Sequence[ShareMention]) -> list[QuantityMention]:
    """The quantities that are no shares of cases."""
    return [q for q in quantities if all(q.start != s.start for s in shares)]
