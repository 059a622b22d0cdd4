"""What a fact is: one thing that an agreement says, in words and as a value that compares."""

from __future__ import annotations

import datetime as dt
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from sladocs.model.agreement import AsWritten
from sladocs.model.phrases import figure_words
from sladocs.model.quantity import Quantity


@dataclass(frozen=True)
class Fact:
    """One fact in words.

    `same` is equal for all notations of one fact (24 hours, 1 day), `exact` only for one unit; `figure` says that it is a figure or a date
    rather than a name or a sentence; `field` is its path below the entry's.
    """

    words: str
    same: Hashable
    exact: Hashable
    figure: bool
    field: str


@dataclass(frozen=True)
class Entry:
    """One thing that an agreement has, such as a level: its part, what it is called, its path, its facts by name, its keys for pairing."""

    part: str
    name: str
    path: str
    facts: Mapping[str, Fact]
    keys: tuple[Hashable, ...] = ()


def date_words(day: dt.date) -> str:
    """For example "1 January 2027"."""
    months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]
    return f"{day.day} {months[day.month - 1]} {day.year}"


def words_of(value: object) -> str:
    """Any value of the model in words."""
    match value:
        case AsWritten(text=text):
            return text
        case dt.date():
            return date_words(value)
        case bool():
            return "yes" if value else "no"
        case Decimal():
            return figure_words(value, None)
        case tuple():
            return ", ".join(words_of(part) for part in value)
        case _:
            return str(value)


def fact(value: object, field: str, words: str | None = None, *, figure: bool | None = None) -> Fact:
    """A fact from a value of the model; quantities are the same where they are as long or as much."""
    said = words_of(value) if words is None else words
    if isinstance(value, Quantity):
        exact: Hashable = (value.unit, value.value)
        size = value.size()
        same: Hashable = exact if size is None else (value.dimension, value.unit if value.unit.startswith("currency:") else "", size)
    elif isinstance(value, str | AsWritten):
        exact = said
        same = " ".join(said.split())
    else:
        exact = same = _hashable(value)
    is_figure = isinstance(value, Quantity | Decimal | int | dt.date | tuple) and not isinstance(value, bool)
    return Fact(said, same, exact, is_figure if figure is None else figure, field)


def said(fact: Fact | None) -> str | None:
    """The words of a fact, where there is one."""
    return None if fact is None else fact.words


def _hashable(value: object) -> Hashable:
    if isinstance(value, Hashable):
        return value
    raise TypeError(f"{value!r} cannot be compared")


def facts(*given: tuple[str, object, str]) -> dict[str, Fact]:
    """Facts by name from (name, value, field); what has no value is left out."""
    stated = ((name, value, field) for name, value, field in given if value is not None and value != ())
    return {name: value if isinstance(value, Fact) else fact(value, field) for name, value, field in stated}
