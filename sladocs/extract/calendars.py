"""Calendars and support hours: from the tables of hours and holidays, else from sentences."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from sladocs.extract.columns import Row
from sladocs.extract.en.calendars import AMBIGUOUS_ZONES, HoursPhrase, parse_lines
from sladocs.extract.en.fact_tables import CALENDARS, HOLIDAYS
from sladocs.extract.en.quantities import find_dates
from sladocs.extract.places import Span
from sladocs.extract.source import Fact, Source
from sladocs.extract.support_hours import find_support_hours
from sladocs.model.agreement import Calendar
from sladocs.model.finding import Finding, Severity

SUPPORT_HOURS: Final = "Support hours"
"""What the calendar is called that only a sentence states, and what the "Used for" column says of the calendar of business time."""


@dataclass
class _Holidays:
    dates: list[dt.date] = field(default_factory=list)
    source: str | None = None


def read_calendars(source: Source) -> Iterator[Fact | Finding]:
    """Each calendar of the tables, with its holidays, and which one holds the support hours; without a table, the hours of a sentence."""
    holidays: dict[str, _Holidays] = {}
    for _, rows in source.rows(HOLIDAYS):
        for row in rows:
            yield from _holiday(source, row, holidays)
    named: set[str] = set()
    for _, rows in source.rows(CALENDARS):
        for row in rows:
            yield from _calendar(source, row, holidays, named)
    if not named:
        yield from _from_sentence(source)
    for name in holidays.keys() - named:
        yield Finding(
            code="E04", severity=Severity.WARNING, message=f"Holidays are listed for the calendar {name}, whose hours were not found."
        )


def _holiday(source: Source, row: Row, holidays: dict[str, _Holidays]) -> Iterator[Finding]:
    name = row.name("name")
    if name is None:
        return
    entry = holidays.setdefault(name, _Holidays())
    entry.source = entry.source or row.name("source")
    words = row.cells.get("date")
    if words is None or words.empty:
        return
    dates = find_dates(words.span.text)
    entry.dates += [mention.date for mention in dates]
    if not dates:
        yield source.finding(
            "E04", f'The public holiday "{words.span.text}" is no date that can be read in one way only.', words.span, "calendars"
        )


def _calendar(source: Source, row: Row, holidays: dict[str, _Holidays], named: set[str]) -> Iterator[Fact | Finding]:
    name, hours = row.name("name"), row.cells.get("hours")
    if name is None or hours is None or name in named:
        return
    phrase = parse_lines([line.text for line in hours.lines])
    if phrase is None:
        yield source.finding("E04", f'The hours "{hours.span.text}" of the calendar {name} were not understood.', hours.span, "calendars")
        return
    named.add(name)
    own = holidays.get(name, _Holidays())
    yield Fact("calendars", _made(name, phrase, own), row.span)
    yield from _zone_finding(source, phrase, row.span)
    if (use := row.name("use")) and SUPPORT_HOURS.lower() in use.lower():
        yield Fact("support_hours", name, row.cells["name"].span.stripped())


def _made(name: str, phrase: HoursPhrase, own: _Holidays) -> Calendar:
    """The calendar; a phrase that itself says which holidays are left out is their source where no table gives one."""
    said = None if phrase.holidays is None or re.search(r"\blisted\b|\bset out\b", phrase.holidays) else phrase.holidays
    return Calendar(
        name=name, always=phrase.always, hours=phrase.hours, zone=phrase.zone, holidays=tuple(own.dates), holiday_source=own.source or said
    )


def _zone_finding(source: Source, phrase: HoursPhrase, span: Span) -> Iterator[Finding]:
    if phrase.zone in AMBIGUOUS_ZONES:
        yield source.finding(
            "E05", f"{phrase.zone} is the name of several time zones; it is kept as written.", span, "calendars", Severity.INFO
        )


def _from_sentence(source: Source) -> Iterator[Fact | Finding]:
    """The hours of the words that speak most plainly of support."""
    if found := find_support_hours(source):
        span, phrase = found
        yield Fact("calendars", _made(SUPPORT_HOURS, phrase, _Holidays()), span, 0.75)
        yield Fact("support_hours", SUPPORT_HOURS, span, 0.75)
        yield from _zone_finding(source, phrase, span)
