"""Calendars and support hours in the short form."""

from __future__ import annotations

from typing import Any

from sladocs.codec import exact
from sladocs.model import hours
from sladocs.model.agreement import Agreement, Calendar, WeeklyHours


def calendar(what: Calendar) -> Any:
    """A calendar's fields, or its hours alone where there is no more to say."""
    lines: list[Any] = [hours.ALWAYS] if what.always else [_line(span) for span in what.hours]
    written: dict[str, Any] = {"hours": lines[0] if len(lines) == 1 and isinstance(lines[0], str) else lines}
    if what.zone is not None:
        written["zone"] = what.zone
    if what.holidays:
        written["holidays"] = [day.isoformat() for day in what.holidays]
    if what.holiday_source is not None:
        written["holiday_source"] = what.holiday_source
    return written["hours"] if list(written) == ["hours"] and isinstance(written["hours"], str) else written


def _line(span: WeeklyHours) -> Any:
    """One span of weekly hours: "Mon-Fri 08:00-18:00", or its exact form."""
    text = hours.spell(span)
    try:
        if hours.read(text) == ((span,), None):
            return text
    except ValueError:
        pass
    return exact.encode(span)


def support_hours(agreement: Agreement) -> Any:
    """The name of the calendar; in a map where the name alone would be read as hours."""
    name = agreement.support_hours
    if name is None or agreement.calendar(name):
        return name
    try:
        hours.read(name)
    except ValueError:
        return {"calendar": name} if hours.is_always(name) else name
    return {"calendar": name}
