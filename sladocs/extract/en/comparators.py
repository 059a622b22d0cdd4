"""How English says which side of a figure is good: "at least", "within", "no more than", "or better"."""

from __future__ import annotations

from functools import cache
from typing import Final

from sladocs.extract.en.numbers import starts_number
from sladocs.extract.en.tokens import Kind, Tokens, tokens
from sladocs.extract.en.vocabulary import Vocabulary
from sladocs.model.quantity import Comparator

_LESS: Final = "less|fewer|lower|shorter|smaller"
_MORE: Final = "more|greater|higher|longer|larger"
_NOT: Final = "not|no|never|nor"
_BEFORE: Final = {
    Comparator.AT_LEAST: (
        "at least", "at the least", "at the very least", f"{_NOT} be? {_LESS}|earlier|sooner than",
        "not|never be|fall|drop|go|dip? below|under",
        f"{_MORE}|better than or equal to?", f"{_MORE}|better or equal to?", f"equal to? or is? {_MORE}|better|above than?",
        "equal|equals|equalling to? or exceed|exceeds|exceeding", "meet|meets or exceed|exceeds", "at or above", "minimum",
        "a|the|of? minimum of",
        "minimum of? :?", "a minimum average of", "min .? :?", "> =", ">=", "=>", "\u2265", "\u2a7e", "on or above",
    ),
    Comparator.AT_MOST: (
        "within", "inside", "at most", "at the most", f"{_NOT} be? {_MORE}|later than", "not|never be? above|over|beyond",
        "not to? be? exceed|exceeding",
        "does|do|will|shall|must|may|should|can not|never exceed", "never exceed|exceeds", "without exceeding", "up to",
        "up to and including",
        f"{_LESS} than or equal to?", f"{_LESS} or equal to?", f"equal to? or is? {_LESS}|below than?", "maximum", "a|the|of? maximum of",
        "maximum of? :?", "max .? :?", "< =", "<=", "=<", "\u2264", "\u2a7d", "limited to", "capped at", "at or below|under",
        "no later than",
        "by no|not later than", "by at the latest", "on or below", "within at most", "within a maximum of", "within up to",
    ),
    Comparator.MORE_THAN: (
        f"{_MORE}|better than", "above", "over", "exceed|exceeds|exceeding|exceeded", "in excess of", "beyond", "upwards|upward of", ">",
        "\uff1e",
    ),
    Comparator.LESS_THAN: (f"{_LESS}|faster|sooner|quicker than", "below", "under", "<", "\uff1c"),
    Comparator.EXACTLY: ("exactly", "equal to", "equals", "="),
}  # fmt: skip
_AFTER: Final = {
    Comparator.AT_LEAST: (
        f"or|and {_MORE}|above|better|over|fuller|up|upwards", "at? minimum", "at|as a minimum", "min .?", "+", "or? at least",
        "at the least",
    ),
    Comparator.AT_MOST: (
        f"or|and {_LESS}|below|under|sooner|faster|earlier|quicker", "at? maximum", "at|as a maximum", "max .?", "or? at most",
        "at the? latest",
        "at the most",
    ),
}  # fmt: skip
_FILLERS: Final = frozenset({
    "a", "an", "the", "of", "about", "approximately", "approx", "approx.", "around", "roughly", "circa", "ca", "c.", "any", "total",
    "next", "first", "following", "period", "average", "further", "only", "just", "(", ":", "~", "≈", "agreed", "specified", "stated",
    "target", "targeted",
})  # fmt: skip
"""Words that may stand between a comparator and its figure: "within the next 4 hours", "at least an average of 95 %"."""
_MOST_FILLERS: Final = 4
_JOINING: Final = frozenset({"or", "and", "+"})
_LONGEST: Final = 7
"""How many tokens the words of a comparator have at most."""


@cache
def _leading() -> Vocabulary:
    return Vocabulary({comparator.value: phrases for comparator, phrases in _BEFORE.items()})


@cache
def _trailing() -> Vocabulary:
    return Vocabulary({comparator.value: phrases for comparator, phrases in _AFTER.items()})


def comparator_ending(read: Tokens, place: int) -> tuple[Comparator, int] | None:
    """The comparator whose words end before the token at `place`, fillers apart, and the offset at which they begin."""
    if far := _far(read, place):
        return far
    for end in range(place, max(place - _MOST_FILLERS, 0) - 1, -1):
        for start in range(max(0, end - _LONGEST), end):
            for behind, name in _leading().at(read, start):
                if behind == end and not (read.words[start] == "=" and start and behind == start + 1):  # "uptime = 99.9 %"
                    return Comparator(name), read.starts[start]
        if read.word(end - 1) not in _FILLERS:
            return None
    return None


_EXTREMES: Final = {
    **dict.fromkeys(("maximum", "max"), Comparator.AT_MOST),
    **dict.fromkeys(("minimum", "min"), Comparator.AT_LEAST),
}
_IS: Final = frozenset(["of", "is", ":", "=", "be"])


def _far(read: Tokens, place: int) -> tuple[Comparator, int] | None:
    """The comparator of "maximum" or "minimum" before the name of what is measured: "a maximum wait time of 120 seconds"."""
    if read.word(place - 1) not in _IS:
        return None
    for at in range(place - 3, max(place - 7, -1), -1):
        if read.word(at) in _EXTREMES:
            return _EXTREMES[read.words[at]], read.starts[place]
        if read.kind(at) is not Kind.WORD or read.word(at) in _IS:
            return None
    return None


def comparator_starting(read: Tokens, place: int) -> tuple[Comparator, int] | None:
    """The comparator whose words begin at the token at `place`, a bracket apart, and the place behind them."""
    at = place + (read.word(place) == "(")
    found = max(_trailing().at(read, at), default=None)
    if found is None or (read.word(at) not in _JOINING and starts_number(read, found[0])):  # "4 hours, minimum 95 %"
        return None
    behind, name = found
    closed = at > place and read.word(place) == "(" and read.word(behind) == ")"
    return Comparator(name), behind + closed


def comparator_before(text: str, position: int) -> tuple[Comparator, int] | None:
    """The comparator whose words end right before `position`, and the offset at which they begin."""
    read = tokens(text)
    return comparator_ending(read, read.place(position))


def comparator_after(text: str, position: int) -> tuple[Comparator, int] | None:
    """The comparator whose words begin right after `position` ("or more", "minimum"), and the offset at which they end."""
    read = tokens(text)
    found = comparator_starting(read, read.place(position))
    return (found[0], read.ends[found[1] - 1]) if found else None
