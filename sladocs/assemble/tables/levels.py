"""The tables of service levels: the grid by priority, and the list of all others, which is parted by subject where it is long."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from sladocs.assemble import printed
from sladocs.assemble.context import Context
from sladocs.assemble.tables.columns import Content, table
from sladocs.library.placing import grid_levels, listed_levels
from sladocs.model.agreement import ServiceLevel
from sladocs.model.document import Line, Run, Table, line
from sladocs.model.metrics import PRIORITY_GRID, TAXONOMY, Metric
from sladocs.model.phrases import statistic_words
from sladocs.model.quantity import Comparator

_COMPARATORS: Final[Mapping[Comparator, str]] = {
    Comparator.AT_LEAST: "at least ",
    Comparator.AT_MOST: "at most ",
    Comparator.MORE_THAN: "more than ",
    Comparator.LESS_THAN: "less than ",
    Comparator.EXACTLY: "exactly ",
}
_AMOUNTS: Final = frozenset(
    {Metric.DOWNTIME, Metric.MAINTENANCE_TIME, Metric.RECOVERY_POINT, Metric.BACKUP_FREQUENCY, Metric.LATENCY, Metric.JITTER}
)
"""Metrics whose times are amounts, not time limits: "at most 8 hours" of maintenance."""
TOGETHER: Final = 5
"""So many levels stand in one table; more are parted by subject, so that no column is nearly empty."""
SUBJECTS: Final[Mapping[str, frozenset[Metric]]] = {
    "availability": frozenset({Metric.AVAILABILITY, Metric.DOWNTIME, Metric.MTBF, Metric.DURABILITY}),
    "speed and quality": frozenset(
        {
            Metric.LATENCY,
            Metric.THROUGHPUT,
            Metric.CAPACITY,
            Metric.ERROR_RATE,
            Metric.ACCURACY,
            Metric.PACKET_LOSS,
            Metric.JITTER,
            Metric.TURNAROUND_TIME,
            Metric.ON_TIME_DELIVERY,
        }
    ),
    "recovery": frozenset({Metric.RECOVERY_TIME, Metric.RECOVERY_POINT, Metric.BACKUP_FREQUENCY, Metric.RETENTION}),
    "notification and reporting": frozenset({Metric.NOTIFICATION_TIME, Metric.REPORTING_TIME}),
    "maintenance": frozenset({Metric.MAINTENANCE_TIME, Metric.MAINTENANCE_NOTICE}),
}
"""The subjects of the tables, in their order; all other metrics are about support and further matters."""
FURTHER: Final = "support and further matters"


def target(level: ServiceLevel, path: str) -> Line:
    """What is promised: "at least 99.9 %", "within 4 business hours", "at most 2 %"."""
    within = level.comparator is Comparator.AT_MOST and printed.is_clock(level.unit) and level.metric not in _AMOUNTS
    figure = Run(text=printed.figure(level.value, level.unit), figure=f"{path}/value")
    return line("within " if within else _COMPARATORS[level.comparator], figure)


def attainment(level: ServiceLevel, path: str) -> Line:
    """The share of cases: "95 % of cases"; nothing where every case counts."""
    if level.attainment is None:
        return ()
    return line(Run(text=printed.figure(level.attainment, "percent"), figure=f"{path}/attainment"), " of cases")


def levels(context: Context) -> Table | None:
    """All levels that stand in no other table."""
    return level_table(context, listed_levels(context.agreement), "Service levels")


def level_tables(context: Context) -> list[Table]:
    """The same levels, parted by subject where they are many."""
    listed = listed_levels(context.agreement)
    if len(listed) <= TOGETHER:
        return [whole] if (whole := levels(context)) else []
    parts = {subject: [i for i in listed if _subject(context.agreement.service_levels[i]) == subject] for subject in (*SUBJECTS, FURTHER)}
    if sum(bool(part) for part in parts.values()) == 1:
        return [whole] if (whole := levels(context)) else []
    found = (level_table(context, part, f"Service levels: {subject}") for subject, part in parts.items())
    return [made for made in found if made]


def _subject(level: ServiceLevel) -> str:
    return next((subject for subject, metrics in SUBJECTS.items() if level.metric in metrics), FURTHER)


def level_table(context: Context, indexes: Sequence[int], caption: str) -> Table | None:
    """A table of the levels with these indexes."""
    rows = [row(context.agreement.service_levels[i], f"service_levels/{i}") for i in indexes]
    return table("levels", caption, "The service levels, one row for each promise.", rows, keep=("Target",))


def row(level: ServiceLevel, path: str) -> dict[str, Content]:
    """All that a level says."""
    return {
        "Ref.": level.label,
        "Service level": TAXONOMY[level.metric].name,
        "Service": level.service,
        "Priority": level.priority,
        "Target": target(level, path),
        "Attainment": attainment(level, path),
        "Statistic": statistic_words(level),
        "Measurement period": f"each {level.window.value}" if level.window else None,
        "Kind": _kind(level),
        "Hours": level.calendar,
        "Condition": level.condition,
        "Promised by": "Customer" if level.obliged == "customer" else None,
    }


def _kind(level: ServiceLevel) -> str | None:
    """Whether it is a minimum beside an expected level, or a key indicator, which is measured and has no remedy."""
    kinds = [*(["Key indicator"] if level.indicator else []), *([level.threshold] if level.threshold else [])]
    return ", ".join(kinds) or None


def grid(context: Context) -> Table | None:
    """One row for each priority: declared ones in their order, then those that only the levels name."""
    declared = [priority.label for priority in context.agreement.priorities]
    named = [*declared, *(label for label, _ in grid_levels(context.agreement))]
    return grid_table(context, list(dict.fromkeys(named)), "Support targets")


def grid_table(context: Context, labels: Sequence[str], caption: str) -> Table | None:
    """The rows of the grid for these priorities."""
    found = grid_levels(context.agreement)
    metrics = [metric for metric in PRIORITY_GRID if any(metric is used for label, used in found if label in labels)]
    rows: list[dict[str, Content]] = []
    for label in labels:
        cells = {TAXONOMY[metric].name: _grid_cell(found.get((label, metric)), context) for metric in metrics}
        if any(cells.values()):
            rows.append({"Priority": label, **cells})
    return table("grid", caption, "The support times for each priority, one row for each.", rows)


def _grid_cell(index: int | None, context: Context) -> Line:
    """A figure of the grid: "within 1 hour in 95 % of cases each month"."""
    if index is None:
        return ()
    level, path = context.agreement.service_levels[index], f"service_levels/{index}"
    share = attainment(level, path)
    window = line(f" each {level.window.value}") if level.window else ()
    return (*target(level, path), *(line(" in ") if share else ()), *share, *window)
