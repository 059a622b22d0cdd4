"""The arithmetic of availability: which levels promise a share of time, and of which time."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from sladocs.model.agreement import Agreement, Calendar, ServiceLevel, allowed_downtime
from sladocs.model.metrics import Metric, Window

WINDOW_DAYS: Final[Mapping[Window, int]] = {Window.DAY: 1, Window.WEEK: 7, Window.MONTH: 30, Window.QUARTER: 90, Window.YEAR: 365}
"""The days by which each window is reckoned."""


def is_availability(level: ServiceLevel) -> bool:
    """Whether a level promises a share of time, so that the rest is downtime."""
    return level.metric is Metric.AVAILABILITY and level.unit == "percent" and level.comparator.direction >= 0 and 0 <= level.value <= 100


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


def in_agreed_hours(agreement: Agreement, level: ServiceLevel, days: int = 30) -> Decimal | None:
    """Minutes of downtime in so many days where only the level's calendar counts; None where it counts all hours."""
    weekly = weekly_minutes(agreement.calendar(level.calendar))
    return None if weekly is None else allowed_downtime(level.value, weekly * days / 7)
