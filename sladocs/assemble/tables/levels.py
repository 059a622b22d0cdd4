"""The tables of service levels: the grid by priority, and the list of all others."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from sladocs.assemble import printed
from sladocs.assemble.context import Context
from sladocs.assemble.tables.columns import Content, table
from sladocs.library.placing import grid_levels, listed_levels
from sladocs.model.agreement import ServiceLevel
from sladocs.model.document import Line, Run, Table, line
from sladocs.model.metrics import PRIORITY_GRID, TAXONOMY
from sladocs.model.phrases import statistic_words
from sladocs.model.quantity import Comparator

_COMPARATORS: Final[Mapping[Comparator, str]] = {
    Comparator.AT_LEAST: "at least ",
    Comparator.AT_MOST: "at most ",
    Comparator.MORE_THAN: "more than ",
    Comparator.LESS_THAN: "less than ",
    Comparator.EXACTLY: "exactly ",
}


def target(level: ServiceLevel, path: str) -> Line:
    """What is promised: "at least 99.9 %", "within 4 business hours", "at most 2 %"."""
    within = level.comparator is Comparator.AT_MOST and printed.is_clock(level.unit)
    figure = Run(text=printed.figure(level.value, level.unit), figure=f"{path}/value")
    return line("within " if within else _COMPARATORS[level.comparator], figure)


def attainment(level: ServiceLevel, path: str) -> Line:
    """The share of cases: "95 % of cases"; nothing where every case counts."""
    if level.attainment is None:
        return ()
    return line(Run(text=printed.figure(level.attainment, "percent"), figure=f"{path}/attainment"), " of cases")


def levels(context: Context) -> Table | None:
    rows = [_row(context.agreement.service_levels[i], f"service_levels/{i}") for i in listed_levels(context.agreement)]
    return table("levels", "Service levels", "The service levels, one row for each promise.", rows, keep=("Target",))


def _row(level: ServiceLevel, path: str) -> dict[str, Content]:
    return {
        "Ref.": level.label,
        "Service level": TAXONOMY[level.metric].name,
        "Service": level.service,
        "Priority": level.priority,
        "Target": target(level, path),
        "Attainment": attainment(level, path),
        "Statistic": statistic_words(level),
        "Measurement period": f"each {level.window.value}" if level.window else None,
        "Kind": level.threshold,
        "Hours": level.calendar,
        "Condition": level.condition,
        "Promised by": "Customer" if level.obliged == "customer" else None,
    }


def grid(context: Context) -> Table | None:
    """One row for each priority: declared ones in their order, then those that only the levels name."""
    found = grid_levels(context.agreement)
    declared = [priority.label for priority in context.agreement.priorities]
    named = [*declared, *(label for label, _ in found)]
    metrics = [metric for metric in PRIORITY_GRID if any(metric is used for _, used in found)]
    rows: list[dict[str, Content]] = []
    for label in dict.fromkeys(named):
        cells = {TAXONOMY[metric].name: _grid_cell(found.get((label, metric)), context) for metric in metrics}
        if any(cells.values()):
            rows.append({"Priority": label, **cells})
    return table("grid", "Support targets", "The support times for each priority, one row for each.", rows)


def _grid_cell(index: int | None, context: Context) -> Line:
    """A figure of the grid: "within 1 hour in 95 % of cases each month"."""
    if index is None:
        return ()
    level, path = context.agreement.service_levels[index], f"service_levels/{index}"
    share = attainment(level, path)
    window = line(f" each {level.window.value}") if level.window else ()
    return (*target(level, path), *(line(" in ") if share else ()), *share, *window)
