"""Which entries of an agreement stand in which table. Each level stands in one: the grid by priority, the reports, or the levels."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from sladocs.model.agreement import Agreement, Calendar, OffRamp, ServiceLevel
from sladocs.model.metrics import PRIORITY_GRID, Metric
from sladocs.model.quantity import Comparator


def grid_levels(agreement: Agreement) -> dict[tuple[str, Metric], int]:
    """The index of each level of the grid, by priority and metric: those with no limit that the grid cannot show."""
    found: dict[tuple[str, Metric], int] = {}
    for i, level in enumerate(agreement.service_levels):
        if level.priority is not None and level.metric in PRIORITY_GRID and _bare(level):
            found.setdefault((level.priority, level.metric), i)
    return found


def _bare(level: ServiceLevel) -> bool:
    limits = (level.label, level.service, level.condition, level.calendar, level.threshold, level.statistic)
    return level.obliged == "provider" and not level.indicator and all(limit is None for limit in limits)


def report_levels(agreement: Agreement) -> dict[int, int]:
    """For each report (by index) the level that says when it is due, where that is all that the level says."""
    found: dict[int, int] = {}
    for r, report in enumerate(agreement.reports):
        for i, level in enumerate(agreement.service_levels):
            if report.name is not None and i not in found.values() and _is_due(level, report.name):
                found[r] = i
                break
    return found


def _is_due(level: ServiceLevel, report: str) -> bool:
    plain = ServiceLevel(metric=Metric.REPORTING_TIME, comparator=Comparator.AT_MOST, value=level.value, unit=level.unit, service=report)
    return level == plain


def listed_levels(agreement: Agreement) -> list[int]:
    """The indexes of the levels that stand in the table of levels: all that stand in no other table."""
    elsewhere = {*grid_levels(agreement).values(), *report_levels(agreement).values()}
    return [i for i in range(len(agreement.service_levels)) if i not in elsewhere]


def with_holidays(agreement: Agreement) -> list[Calendar]:
    """The calendars that leave out public holidays."""
    return [calendar for calendar in agreement.calendars if calendar.holidays or calendar.holiday_source]


def has_consequences(ramp: OffRamp) -> bool:
    """Whether an off-ramp says what becomes of fees, data or assets."""
    return any(text is not None for text in (ramp.fees, ramp.data, ramp.assets))


_ROWS: Final[Mapping[str, Callable[[Agreement], object]]] = {
    "parties": lambda a: a.parties,
    "key-terms": lambda a: a.parties,
    "services": lambda a: a.services,
    "priorities": lambda a: a.priorities,
    "calendars": lambda a: a.calendars,
    "holidays": with_holidays,
    "levels": listed_levels,
    "grid": grid_levels,
    "credits": lambda a: a.service_credits,
    "escalation": lambda a: a.escalation,
    "reports": lambda a: a.reports,
    "reviews": lambda a: a.reviews,
    "raci": lambda a: a.responsibilities,
    "signatures": lambda a: a.parties,
    "success-tests": lambda a: a.pilot and a.pilot.tests,
    "off-ramps": lambda a: a.pilot and a.pilot.off_ramps,
    "off-ramp-consequences": lambda a: a.pilot and any(map(has_consequences, a.pilot.off_ramps)),
    "bodies": lambda a: a.bodies,
    "volumes": lambda a: a.volumes,
}


def has_rows(agreement: Agreement, table: str) -> bool:
    """Whether the table of that name would have rows."""
    return bool(_ROWS[table](agreement))
