"""How figures, times, dates and hours are printed: "thirty (30) days", "99.9 %", "1 January 2027", "Monday to Friday, 08:00 to 18:00"."""

from __future__ import annotations

import datetime as dt
from collections.abc import Container
from decimal import Decimal
from functools import cache
from typing import Final

from sladocs.model.agreement import AsWritten, Calendar, Day, WeeklyHours
from sladocs.model.hours import clock
from sladocs.model.phrases import figure_words
from sladocs.model.quantity import Duration, Quantity, dimension, unit_words

NBSP: Final = "\u00a0"
ALWAYS: Final = "24 hours a day, 7 days a week"
_WEEK: Final = tuple(Day)
_DAYS: Final = dict(zip(_WEEK, ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"), strict=True))
BUSINESS_TERMS: Final = {"business_day": "Business Day", "business_hour": "Business Hour", "business_minute": "Business Minute"}
"""The terms that stand for business time in prose, where the agreement defines them."""


def figure(value: Decimal, unit: str | None) -> str:
    """A figure in a table, its unit kept on the line: "99.9 %", "4 business hours"; a count stands bare."""
    return figure_words(value, unit).replace(" ", NBSP)


def duration(value: Duration | AsWritten) -> str:
    """A length of time in a table: "30 days"; what was not understood as it was written."""
    return amount(value)


def amount(value: Quantity | AsWritten) -> str:
    """A figure with its unit in a table, money too; what was not understood as it was written."""
    return value.text if isinstance(value, AsWritten) else figure(value.value, value.unit)


def date(value: dt.date | AsWritten) -> str:
    """A date: "1 January 2027"."""
    return value.text if isinstance(value, AsWritten) else f"{value.day}{NBSP}{value:%B} {value.year}"


def in_words(value: Decimal | int) -> str:
    """A number in words before its figure, "thirty (30)"; what is no whole number stands as its figure."""
    number = Decimal(value)
    if number != number.to_integral_value() or number < 0 or number > 9999:
        return f"{number:,f}"
    return f"{_spelt(int(number))} ({number:,f})"


@cache
def _spelt(number: int) -> str:
    from num2words import num2words

    return str(num2words(number))


def quantity_in_words(quantity: Quantity, terms: Container[str] = ()) -> str:
    """A figure in prose: "thirty (30) days", "five (5) Business Days" where `terms` has that term; percent and money stand as figures."""
    if quantity.unit == "percent" or quantity.unit.startswith("currency:"):
        return figure(quantity.value, quantity.unit)
    term = BUSINESS_TERMS.get(quantity.unit)
    unit = unit_words(quantity.unit, plural=quantity.value != 1)
    if term in terms:
        unit = unit.title()
    return in_words(quantity.value) if quantity.unit == "count" else f"{in_words(quantity.value)}{NBSP}{unit}"


def is_clock(unit: str) -> bool:
    """Whether a unit measures time, so that a target is kept "within" it."""
    return dimension(unit).value in ("time", "business time", "calendar months")


def hours_lines(calendar: Calendar) -> list[str]:
    """A calendar's hours, a line for each run of days; the zone stands at the end of the last."""
    lines = [ALWAYS] if calendar.always else [_hours(hours) for hours in calendar.hours]
    if calendar.zone:
        zone = f"{calendar.zone} time" if "/" in calendar.zone else calendar.zone
        lines[-1] = f"{lines[-1]}, {zone}"
    return lines


def _hours(hours: WeeklyHours) -> str:
    span = f"{clock(hours.start)} to {clock(hours.end)}"
    return f"{days(hours.days)}, {span}" if hours.days else span


def days(names: tuple[Day, ...]) -> str:
    """Days in words: "Monday to Friday", "Saturday and Sunday", "Monday, Wednesday and Friday"."""
    run = tuple(_WEEK[(_WEEK.index(names[0]) + i) % 7] for i in range(len(names)))
    if len(names) in range(3, 8) and names == run:
        return f"{_DAYS[names[0]]} to {_DAYS[names[-1]]}"
    return joined([_DAYS[day] for day in names])


def joined(parts: list[str]) -> str:
    """Parts of a list in a sentence: "a, b and c"."""
    return f"{', '.join(parts[:-1])} and {parts[-1]}" if len(parts) > 1 else "".join(parts)
