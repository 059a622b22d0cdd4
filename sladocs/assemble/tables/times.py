"""The tables of service hours and public holidays."""

from __future__ import annotations

from sladocs.assemble import printed
from sladocs.assemble.context import Context
from sladocs.assemble.tables.columns import table
from sladocs.library.placing import with_holidays
from sladocs.model.agreement import Calendar
from sladocs.model.document import Line, Run, Table, line


def calendars(context: Context) -> Table | None:
    agreement = context.agreement
    support = agreement.support_hours
    rows = [
        {
            "Calendar": calendar.name,
            "Hours": _hours(calendar, context),
            "Used for": "Support hours" if support is not None and calendar.name == support else None,
        }
        for calendar in agreement.calendars
    ]
    keep = ("Used for",) if support is not None else ()
    return table("calendars", "Service hours", "The hours during which time counts, one row for each calendar.", rows, keep=keep)


def _hours(calendar: Calendar, context: Context) -> tuple[Line, ...]:
    """The hours of a calendar, with the exception of its public holidays at the end."""
    lines = [line(text) for text in printed.hours_lines(calendar)]
    if calendar in with_holidays(context.agreement):
        listed = context.tables.get("holidays")
        where = (Run(text=" listed in "), *listed.line()) if listed else ()
        lines[-1] = (*lines[-1], Run(text=", except the public holidays"), *where)
    return tuple(lines)


def holidays(context: Context) -> Table | None:
    rows = [
        {"Calendar": calendar.name, "Public holiday": printed.date(date) if date else None, "Source": calendar.holiday_source}
        for calendar in with_holidays(context.agreement)
        for date in (calendar.holidays or (None,))
    ]
    return table(
        "holidays",
        "Public holidays",
        "The public holidays that each calendar leaves out, one row for each date.",
        rows,
        keep=("Public holiday",),
    )
