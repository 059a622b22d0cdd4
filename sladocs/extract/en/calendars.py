"""How English says when a service is on duty: "Monday to Friday, 08:00 to 18:00, Europe/Berlin time", "24/7", "9am-5pm EST"."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from sladocs.model.agreement import Day, WeeklyHours


@dataclass(frozen=True, slots=True)
class HoursPhrase:
    """What a phrase about hours says; `holidays` are the words that say which days are left out."""

    always: bool = False
    hours: tuple[WeeklyHours, ...] = ()
    zone: str | None = None
    holidays: str | None = None
    found: tuple[int, int] = field(default=(0, 0))
    """Where the phrase begins and ends in the text."""


_ORDER: Final = tuple(Day)
_DAY: Final = r"(?:mon|tue|wed|thu|fri|sat|sun)(?:day|s(?=day)|sday|nesday|rsday|urday|ur|rs|s|nes)?(?:day)?s?\.?"
_TO: Final = r"\s*(?:to|through|thru|until|till|til|[-–—])\s*"
_GROUPS: Final = {
    r"M\s?[-–]\s?F|weekdays|(?:all\s+|each\s+|every\s+|on\s+)?(?:business|working|week)[\s-]?days?|normal\s+business\s+days": _ORDER[:5],
    r"weekends?": _ORDER[5:],
    r"daily|every\s+day|each\s+day|all\s+days|(?:seven\s*(?:\(7\)\s*)?|7\s*)days\s+(?:a|per|of\s+the)\s+week|7\s+days": _ORDER,
}
_DAYS: Final = re.compile(
    rf"\b(?P<first>{_DAY}){_TO}(?:and\s+including\s+)?(?P<last>{_DAY})(?![\w])|\b(?P<single>{_DAY})(?![\w])"
    + "".join(rf"|\b(?P<g{i}>{words})\b" for i, words in enumerate(_GROUPS)),
    re.IGNORECASE,
)
_CLOCK: Final = (
    r"(?:\d{1,2}(?:[:.h]\d{2}){1,2}|\d{4}(?=\s*(?:h\b|hrs|hours|[-–—to]))(?:\s*(?:hrs"
    r"|hours|h)\b)?|\d{1,2})(?:\s*(?:a\.?\s?m\b\.?|p\.?\s?m\b\.?))?|noon|midnight"
)
_ZONE_INSIDE: Final = r"(?:\s*\(?(?:[A-Z]{2,5}|[A-Z][a-z]+\s+[Tt]ime)\)?)?"
_SPAN: Final = re.compile(
    rf"(?<![\w.:/])(?P<start>{_CLOCK})(?-i:{_ZONE_INSIDE})(?:{_TO}|\s+and\s+)(?P<end>{_CLOCK})(?![\w:/%])",
    re.IGNORECASE,
)
_ALWAYS: Final = re.compile(
    r"(?<![\w])(?:24\s?[x/×\*-]\s?7(?:\s?[x/×]\s?3\d\d)?|7\s?[x/×]\s?24|(?:24|twenty[\s-]?four(?:\s*\(24\))?)[\s-]*(?:hours?|hrs?)"
    r"(?=\s*(?:(?:a|per|each|/)\s*day|daily|[,;/]|and\s|(?:7|seven|every|365)\b))(?:\s*(?:a|per|each|/)\s*day|\s+daily"
    r"|(?=[\s,;/]*(?:and\s+)?(?:7|seven|every\s+day|365)\b))(?P<days>[\s,;/]*(?:and\s+)?(?:(?:7"
    r"|seven(?:\s*\(7\))?)[\s-]*days?(?:\s*(?:a|per|each|/|of\s+the)\s*week)?|every\s+day"
    r"|"
    r"365\s+days))?(?P<year>[\s,;/]*(?:and\s+)?(?:365|366)(?:\s*/\s*366)?\s*days?\s*(?:a"
    r"|per|each|/|of\s+the|every)\s*year)?|(?:a)?round[\s-]the[\s-]clock)(?![\w])",
    re.IGNORECASE,
)
_FAR: Final = 60
"""How far apart the clock times of one phrase may stand in a sentence."""
_TIME_OF_DAY: Final = re.compile(
    r"(?P<hour>\d{1,2})(?:[:.h]?(?P<minute>\d{2}))?(?:[:.](?P<second>\d{2}))?(?:\s*(?:hrs|hours|h)\b)?\s*(?P<half>[ap])?", re.IGNORECASE
)
ABBREVIATIONS: Final = (
    "UTC|GMT|CET|CEST|EST|EDT|ET|CST|CDT|CT|MST|MDT|MT|PST|PDT|PT|BST|IST|AEST"
    "|AEDT|ACST|AWST|JST|KST|SGT|HKT|CAT|EAT|WAT|SAST|EET|EEST|WET|MSK|NZST|NZDT"
    "|AKST|HST"
)
_IANA: Final = r"[A-Z][A-Za-z]+(?:/[A-Z][A-Za-z0-9_+-]+)+"
_ZONE: Final = re.compile(
    rf"\b(?P<named>{_IANA})\b(?:\s+time\b)?|\b(?P<short>(?:{ABBREVIATIONS})(?:\s?[+-]\s?\d{{1,2}}(?::\d\d)?)?)(?![\w/])"
    r"|\b(?P<long>(?:(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)[A-Z][a-z]+\s+){1,3}[Tt]ime)\b"
)
_LAST_ZONE: Final = re.compile(
    r",\s*(?P<zone>(?!except|exclu|exclusive|other\s+than|but\s|not\s)(?![^,]*\b(?:\d"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|days?|week|holidays?|hours)\b)[A-Za-z][^,;]{0,60}?)\s*"
    r"(?=,\s*(?:except|exclud)\w*\b|$)",
    re.IGNORECASE,
)
"""In a cell, the zone is what stands last, or before the exceptions, whatever its words."""
_EXCEPT: Final = re.compile(
    r"[\s,(]*\b(?:except(?:ing)?(?:\s+(?:for|on))?|excluding|exclusive\s+of|excl\.?"
    r"|other\s+than|but\s+not|not\s+including|less)\s+(?P<which>[^;)]*?holidays?\b.*?)(?=\.(?:\s"
    r"|$)|[;)]|$)",
    re.IGNORECASE,
)
AMBIGUOUS_ZONES: Final = frozenset({"CST", "IST", "BST", "AST", "WST", "ECT", "GST"})
"""Abbreviations that several parts of the world use for different times."""


def parse_hours(text: str, *, cell: bool = False) -> HoursPhrase | None:
    """The hours that a phrase states; None where it states none, or clock times that cannot be told apart.

    In a `cell` the last words are the zone, whatever they are; in a sentence only words that name a zone are one.
    """
    spans = [(m, hours) for m in _SPAN.finditer(text) if (hours := _clock_pair(m["start"], m["end"])) is not None]
    always = _ALWAYS.search(text)
    days = [(m.start(), m.end(), _days(m)) for m in _DAYS.finditer(text)]
    holidays = _EXCEPT.search(text)
    if always and (not spans or always.start() < spans[0][0].start()):
        return _round_the_clock(text, always, days, holidays, cell=cell)
    if not spans:
        return None
    if not cell:
        spans = _close_together(spans)
    weekly = _weekly([(m.start(), m.end(), hours) for m, hours in spans], days)
    first = min([spans[0][0].start(), *(start for start, _, _ in days)])
    last = max([spans[-1][0].end(), *(end for _, end, _ in days)])
    zone = _zone(text, spans[0][0].start(), max(spans[-1][0].end(), *(end for _, end, _ in days), 0) if cell else None)
    end = max(last, zone[1] if zone else 0, holidays.end() if holidays else 0)
    return HoursPhrase(
        hours=weekly, zone=zone[0] if zone else None, holidays=holidays["which"].strip() if holidays else None, found=(first, end)
    )


def parse_days(text: str) -> tuple[Day, ...]:
    """The days of the week that a phrase names, in its order."""
    return _in_order(_days(m) for m in _DAYS.finditer(text))


def parse_lines(lines: Sequence[str]) -> HoursPhrase | None:
    """The hours of a cell, each line by itself; zone and exceptions may stand on any. Where one says nothing, all are one phrase."""
    phrases = [parse_hours(line, cell=True) for line in lines if line.strip()]
    read = [phrase for phrase in phrases if phrase is not None and phrase.hours]
    if len(read) < 2 or len(read) < len(phrases):
        return parse_hours(" ".join(lines), cell=True)
    zone = next((phrase.zone for phrase in reversed(read) if phrase.zone), None)
    holidays = next((phrase.holidays for phrase in read if phrase.holidays), None)
    return HoursPhrase(hours=tuple(hours for phrase in read for hours in phrase.hours), zone=zone, holidays=holidays)


def _close_together(spans: list[tuple[re.Match[str], tuple[dt.time, dt.time]]]) -> list[tuple[re.Match[str], tuple[dt.time, dt.time]]]:
    """The clock times up to the first that stands far behind the one before it: what follows speaks of something else."""
    for number in range(1, len(spans)):
        if spans[number][0].start() - spans[number - 1][0].end() > _FAR:
            return spans[:number]
    return spans


def _round_the_clock(
    text: str, always: re.Match[str], days: list[tuple[int, int, tuple[Day, ...]]], holidays: re.Match[str] | None, *, cell: bool
) -> HoursPhrase:
    """The phrase "24/7" is always; "24 hours a day, Monday to Friday" is five whole days."""
    zone = _zone(text, always.end(), always.end() if cell else None)
    named = _in_order(group for start, _, group in days if start >= always.end() and start - always.end() < 30)
    left_out = holidays["which"].strip() if holidays else None
    if not named or len(named) == 7 or always["days"]:
        return HoursPhrase(always=True, zone=zone[0] if zone else None, holidays=left_out, found=always.span())
    whole = WeeklyHours(days=named, start=dt.time(0), end=dt.time(0))
    end = max(end for start, end, _ in days if start >= always.end())
    return HoursPhrase(hours=(whole,), zone=zone[0] if zone else None, holidays=left_out, found=(always.start(), end))


def _weekly(spans: list[tuple[int, int, tuple[dt.time, dt.time]]], days: list[tuple[int, int, tuple[Day, ...]]]) -> tuple[WeeklyHours, ...]:
    """Each pair of clock times with its days: those before it, or, where the phrase opens with a time, those behind it."""
    before = not days or days[0][0] < spans[0][0]
    found: list[WeeklyHours] = []
    last: tuple[Day, ...] = ()
    for number, (start, end, (opens, closes)) in enumerate(spans):
        if before:
            low, high = (spans[number - 1][1] if number else 0), start
        else:
            low, high = end, (spans[number + 1][0] if number + 1 < len(spans) else 1 << 30)
        own = _in_order(group for at, _, group in days if low <= at < high)
        if before and number == len(spans) - 1 and not own and not last:
            own = _in_order(group for at, _, group in days if at >= end)
        last = own or last
        found.append(WeeklyHours(days=last, start=opens, end=closes))
    return tuple(found)


def _in_order(groups: Iterable[tuple[Day, ...]]) -> tuple[Day, ...]:
    """The days of all groups in the order in which the text names them."""
    return tuple(dict.fromkeys(day for group in groups for day in group))


def _days(match: re.Match[str]) -> tuple[Day, ...]:
    if match["single"]:
        return (Day(match["single"][:3].lower()),)
    if match["first"]:
        first, last = (_ORDER.index(Day(match[name][:3].lower())) for name in ("first", "last"))
        return _ORDER[first : last + 1] if first <= last else (*_ORDER[first:], *_ORDER[: last + 1])
    return next(group for i, group in enumerate(_GROUPS.values()) if match[f"g{i}"])


def _clock_pair(start: str, end: str) -> tuple[dt.time, dt.time] | None:
    """Two clock times, None where they are bare numbers ("4-6"), which are more likely something else."""
    if not re.search(r"[:.h]\d\d|[ap]\.?\s?m|noon|midnight|\d{4}|hrs|hours", f"{start} {end}", re.IGNORECASE):
        return None
    opens, closes = _clock(start), _clock(end)
    if opens is None or closes is None:
        return None
    if not _half(start) and _half(end) == "p" and opens.hour < 12 and opens.hour + 12 < closes.hour:
        opens = opens.replace(hour=opens.hour + 12)  # "1 to 5 pm" begins after noon, "8 to 5 pm" before it
    return opens, closes


def _half(text: str) -> str | None:
    match = re.search(r"([ap])\.?\s?m\b", text, re.IGNORECASE)
    return match[1].lower() if match else None


def _clock(text: str) -> dt.time | None:
    low = text.lower()
    if low in ("noon", "midnight"):
        return dt.time(12 if low == "noon" else 0)
    match = _TIME_OF_DAY.match(text)
    if match is None:
        return None
    digits = re.match(r"\d{4}", text)
    hour, minute = (int(text[:2]), int(text[2:4])) if digits else (int(match["hour"]), int(match["minute"] or 0))
    second = int(match["second"] or 0)
    if part := _half(text):
        hour = hour % 12 + (12 if part == "p" else 0)
    if hour == 24 and minute == 0:
        return dt.time(0)
    return dt.time(hour, minute, second) if hour < 24 and minute < 60 and second < 60 else None


def _zone(text: str, start: int, last: int | None) -> tuple[str, int] | None:
    """The zone behind `start`, as its IANA name or in the text's own words, and where it ends; in a cell also any words behind `last`."""
    match = _ZONE.search(text, start)
    if last is not None and (words := _LAST_ZONE.search(text, last)) and not (match and match["named"]):
        return words["zone"].strip(), words.end()
    if match is None:
        return None
    return (match["named"] or match["short"] or match["long"]).strip(), match.end()
