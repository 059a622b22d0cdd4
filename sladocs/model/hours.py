"""Service hours in one line: "24x7", "Mon-Fri 08:00-18:00 CET", "Mon-Thu 08:00-18:00, Fri 08:00-15:00 Europe/Berlin"."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from typing import Final

from sladocs.model.agreement import Calendar, Day, WeeklyHours

ALWAYS: Final = "24x7"

_ALWAYS = re.compile(r"24\s*[x×/]\s*7(?:\s*[x×/]\s*365)?", re.IGNORECASE)
_WEEK: Final = tuple(Day)
_DAY = r"(?:mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:rs?(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)s?"
_LINK = r"\s*(?:-|–|to|,|and|&|,\s*and)\s*"
_SPAN = re.compile(
    rf"(?:(?P<days>{_DAY}(?:{_LINK}{_DAY})*)[\s,:]+)?"
    r"(?P<start>\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)\s*(?:-|–|to)\s*(?P<end>\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)",
    re.IGNORECASE,
)
_NEXT = re.compile(r"\s*[,;]\s*(?=[a-z]{3,9}\b[^;]*\d|\d)", re.IGNORECASE)


def is_always(text: str) -> bool:
    """Whether the text says round the clock: "24x7", "24/7"."""
    return _ALWAYS.fullmatch(text.strip()) is not None


def spell(hours: WeeklyHours) -> str:
    """Weekly hours in short: "Mon-Fri 08:00-18:00", "Mon, Wed 08:00-12:00", "08:00-18:00" where no day is known."""
    return f"{_spell_days(hours.days)} {clock(hours.start)}-{clock(hours.end)}".lstrip()


def in_words(calendar: Calendar) -> str:
    """A calendar's hours and zone in one line; holidays are left out."""
    if calendar.always:
        return ALWAYS
    line = ", ".join(spell(hours) for hours in calendar.hours)
    return f"{line} {calendar.zone}" if calendar.zone else line


def clock(time: dt.time) -> str:
    """A clock time: "08:00", with seconds only where there are any."""
    return time.isoformat("minutes") if time == time.replace(second=0, microsecond=0) else time.isoformat()


def read(text: str) -> tuple[tuple[WeeklyHours, ...], str | None]:
    """Weekly hours and the zone from one line. Raises ValueError, with what would be right, where the line is no hours."""
    found, position, line = [], 0, text.strip()
    while match := _SPAN.match(line, position):
        found.append(WeeklyHours(days=_read_days(match["days"] or ""), start=_read_clock(match["start"]), end=_read_clock(match["end"])))
        position = match.end()
        if following := _NEXT.match(line, position):
            position = following.end()
    zone = line[position:].strip(" ,;")
    if not found or (line[position:] and line[position] not in " ,;") or re.search(r"\d:\d", zone):
        raise ValueError(f"{text!r} are no hours: write for example Mon-Fri 08:00-18:00 or 24x7")
    return tuple(found), zone or None


def _spell_days(days: Sequence[Day]) -> str:
    names = [day.value.capitalize() for day in days]
    run = [_WEEK[(_WEEK.index(days[0]) + i) % 7] for i in range(len(days))] if days else []
    return f"{names[0]}-{names[-1]}" if 3 <= len(days) <= 7 and list(days) == run else ", ".join(names)


def _read_days(text: str) -> tuple[Day, ...]:
    """The days of "Mon-Fri", "Mon, Wed and Fri", "Sun-Thu"; a run goes forward through the week."""
    found: list[Day] = []
    names = list(re.finditer(_DAY, text, re.IGNORECASE))
    for before, name in zip([None, *names], names, strict=False):
        day = Day(name.group()[:3].lower())
        link = text[before.end() : name.start()].strip().lower() if before else ""
        if link in ("-", "–", "to"):
            steps = (_WEEK.index(day) - _WEEK.index(found[-1])) % 7
            start = _WEEK.index(found[-1])
            found += [_WEEK[(start + i) % 7] for i in range(1, steps + 1)]
        else:
            found.append(day)
    return tuple(found)


def _read_clock(text: str) -> dt.time:
    hour, _, rest = text.partition(":")
    if hour == "24" and not rest.strip("0:."):
        return dt.time(0)
    try:
        return dt.time.fromisoformat(f"{hour:0>2}:{rest}")
    except ValueError:
        raise ValueError(f"{text!r} is no clock time: write for example 08:00 or 17:30") from None
