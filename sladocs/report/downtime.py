"""What an availability allows: minutes of downtime in a month, and how long that is in words."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from sladocs.model.agreement import Agreement, Calendar, ServiceLevel, allowed_downtime, month_minutes
from sladocs.model.metrics import Metric, Window

YEAR: Final = Decimal(365 * 24 * 60)
"""Minutes in a year of 365 days."""

WINDOW_DAYS: Final = {Window.DAY: 1, Window.WEEK: 7, Window.MONTH: 30, Window.QUARTER: 90, Window.YEAR: 365}


def is_availability(level: ServiceLevel) -> bool:
    """Whether a level promises a share of time, so that the rest is downtime."""
    return level.metric is Metric.AVAILABILITY and level.unit == "percent" and level.comparator.direction >= 0 and 0 <= level.value <= 100


def exact(minutes: Decimal) -> str:
    """Minutes with all their digits and no noughts behind: "43.2 min", "525.6 min"."""
    return f"{minutes.normalize():f} min"


def spelled(minutes: Decimal) -> str:
    """A length of time as people say it: "3 h 36 min", "43 min", "4 min 19 s", "26 s", "none"; rounded half up."""
    if minutes <= 0:
        return "none"
    if minutes < 10:
        seconds = int((minutes * 60).quantize(Decimal(1), ROUND_HALF_UP))
        whole, rest = divmod(seconds, 60)
        parts = [(whole, "min"), (rest, "s")]
    else:
        total = int(minutes.quantize(Decimal(1), ROUND_HALF_UP))
        hours, rest = divmod(total, 60)
        parts = [(hours, "h"), (rest, "min")]
    return " ".join(f"{value} {unit}" for value, unit in parts if value) or "less than 1 s"


def in_month(level: ServiceLevel, days: int = 30) -> Decimal:
    """Minutes of downtime that an availability allows in a month of `days` days, all hours counted."""
    return allowed_downtime(level.value, month_minutes(days))


def weekly_minutes(calendar: Calendar | None) -> Decimal | None:
    """Agreed minutes in a week; None where the calendar is unknown, names no days, or is round the clock."""
    if calendar is None or calendar.always or any(not hours.days for hours in calendar.hours):
        return None
    total = 0
    for hours in calendar.hours:
        start = hours.start.hour * 60 + hours.start.minute
        end = hours.end.hour * 60 + hours.end.minute
        total += len(hours.days) * ((end - start) % 1440 or 1440)
    return Decimal(total)


def in_agreed_hours(agreement: Agreement, level: ServiceLevel) -> Decimal | None:
    """Minutes of downtime in 30 days where only the level's calendar counts; None where it counts all hours."""
    weekly = weekly_minutes(agreement.calendar(level.calendar))
    return None if weekly is None else allowed_downtime(level.value, weekly * 30 / 7)
