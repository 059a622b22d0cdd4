"""Rules on service levels: L06 order of times, L07 order of priorities, L08 percentages."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from decimal import Decimal

from sladocs.check.negatives import negatives
from sladocs.check.rule import Subject, finding, rule
from sladocs.check.urgency import more_urgent
from sladocs.model.agreement import ServiceCredit, ServiceLevel
from sladocs.model.finding import Finding, Severity
from sladocs.model.metrics import PRIORITY_GRID, TAXONOMY, Metric
from sladocs.model.phrases import cap_words, credit_name, credit_words, figure_words, level_name, target_words
from sladocs.model.quantity import Dimension

ERROR, WARNING = Severity.ERROR, Severity.WARNING
Numbered = tuple[int, ServiceLevel]

_NOT_BEFORE = (
    (Metric.RESOLUTION_TIME, Metric.RESPONSE_TIME, "would be resolved before anybody responds"),
    (Metric.RESTORATION_TIME, Metric.RESPONSE_TIME, "would be restored before anybody responds"),
    (Metric.RESOLUTION_TIME, Metric.UPDATE_INTERVAL, "would be resolved before the first update is due"),
)
"""Pairs of times of which the first may not be the shorter, and what it would mean."""

_MAY_EXCEED = (Metric.THROUGHPUT, Metric.CAPACITY, Metric.STAFFING, Metric.OTHER, Metric.BACKLOG)
"""Metrics whose percentage may be one of a plan or a forecast, and so exceed 100."""


@rule("L06")
def times_out_of_order(subject: Subject) -> Iterator[Finding]:
    """A resolution or restoration time shorter than the response time, or an update interval longer than the resolution time.

    Formula: resolution < response, restoration < response, update interval > resolution, for the same priority,
    service, calendar, condition, share of cases, statistic and obliged party. Business time and calendar time are
    never compared, nor are levels of the wrong direction.

    Severity: error.

    Remedy: correct the shorter time.

    Source: the clock of an incident runs from receipt over acknowledgement to workaround and fix (ITIL incident
    management).

    Fires:
        priorities:
          P1: {response: 2 hours, resolve: 1 hour}

    Does not fire:
        priorities:
          P1: {response: 2 hours, resolve: 1 business day}
    """
    numbered = [(i, level) for i, level in enumerate(subject.agreement.service_levels) if level.comparator.direction == -1]
    for group in _grouped(numbered, lambda level: (level.priority, *_scope(level))):
        for (index, late), (_, early) in itertools.permutations(group, 2):
            meaning = next((words for a, b, words in _NOT_BEFORE if (a, b) == (late.metric, early.metric)), None)
            if meaning and late.target.comparable(early.target) and late.target.less(early.target):
                first, second = _metric(late), _metric(early).lower()
                message = f"{_of(late)} {meaning}: {first.lower()} {target_words(late)}, but {second} {target_words(early)}."
                yield finding("L06", ERROR, f"service_levels/{index}", message, f"Correct the {first.lower()} or the {second}.")


def _of(level: ServiceLevel) -> str:
    parts = [part for part in (level.priority, level.service, level.condition) if part]
    return f"An incident ({', '.join(parts)})" if parts else "An incident"


def _metric(level: ServiceLevel) -> str:
    return TAXONOMY[level.metric].name


def _scope(level: ServiceLevel) -> tuple[str | None, ...]:
    """All that two levels must share, priority and metric apart, before their figures can be put in order."""
    attainment = None if level.attainment is None else f"{level.attainment.normalize():f}"
    return (level.service, level.calendar, level.condition, level.statistic, attainment, level.threshold, level.obliged)


def _grouped(numbered: list[Numbered], key: Callable[[ServiceLevel], tuple[str | None, ...]]) -> Iterator[list[Numbered]]:
    groups: dict[tuple[str | None, ...], list[Numbered]] = {}
    for index, level in numbered:
        groups.setdefault(key(level), []).append((index, level))
    yield from groups.values()


@rule("L07")
def priorities_out_of_order(subject: Subject) -> Iterator[Finding]:
    """A more urgent priority with a longer time or a later row than a less urgent one, and a cell missing in a full grid.

    Formula: P1 value > P2 value for the same metric, service, calendar, condition, share of cases, statistic and
    obliged party, where less is better. Labels are ordered by their number (P1, Severity 2, Critical (P1)) or their
    usual name (critical, high, medium, low); other labels are not ordered, and labels whose number and name
    contradict each other neither. A missing cell is reported where the grid of priorities and times has at least
    three rows and two columns and lacks exactly one; not in the least urgent row, which often has no fixed time on
    purpose. The order of the rows counts in agreements that name a template, since their contract takes the first row as
    the highest priority.

    Severity: error; warning for a missing cell.

    Remedy: exchange the times; fill the cell, or say that there is no target.

    Source: priority follows from impact and urgency (ITIL incident management).

    Fires:
        priorities:
          P1: {response: 4 hours}
          P2: {response: 1 hour}

    Does not fire:
        priorities:
          P1: {response: 30 minutes}
          P2: {response: 4 business hours}
          P3: {response: 1 business day}
    """
    levels = list(enumerate(subject.agreement.service_levels))
    ordered = [(i, level) for i, level in levels if level.priority and level.comparator.direction == -1]
    for group in _grouped(ordered, lambda level: (level.metric.value, *_scope(level))):
        yield from _slower_than_less_urgent(group)
    grid = [(i, level) for i, level in levels if level.metric in PRIORITY_GRID]
    for group in _grouped([pair for pair in grid if pair[1].priority], lambda level: (level.service,)):
        common = {level.metric for _, level in grid if level.priority is None}
        yield from _missing_cell(subject, group, common)
    yield from _not_first(subject)


def _not_first(subject: Subject) -> Iterator[Finding]:
    labels = [priority.label for priority in subject.agreement.priorities]
    later = next((label for label in labels[1:] if more_urgent(label, labels[0])), None)
    if later and subject.agreement.template:
        first = labels[0]
        message = f"{later} is more urgent than {first}, but {first} stands first, and the contract takes the first as the highest."
        yield finding("L07", ERROR, "priorities/0", message, "List the priorities with the most urgent first.")


def _slower_than_less_urgent(group: list[Numbered]) -> Iterator[Finding]:
    for index, urgent in group:
        slower = [level for _, level in group if _overtakes(urgent, level)]
        if slower:
            other = min(
                slower, key=lambda level: sum(_overtakes(urgent, x) and more_urgent(x.priority or "", level.priority or "") for x in slower)
            )
            message = (
                f"{urgent.priority} is more urgent than {other.priority}, but its {_metric(urgent).lower()} is longer: "
                f"{target_words(urgent)} for {urgent.priority}, {target_words(other)} for {other.priority}."
            )
            yield finding("L07", ERROR, f"service_levels/{index}", message, "Give the more urgent priority the shorter time.")


def _overtakes(urgent: ServiceLevel, other: ServiceLevel) -> bool:
    """Whether `other` is less urgent than `urgent` and still has the shorter time."""
    return (
        more_urgent(urgent.priority or "", other.priority or "")
        and urgent.target.comparable(other.target)
        and other.target.less(urgent.target)
    )


def _missing_cell(subject: Subject, group: list[Numbered], common: set[Metric]) -> Iterator[Finding]:
    levels = [level for _, level in group]
    rows = list(dict.fromkeys(level.priority or "" for level in levels))
    columns = [metric for metric in PRIORITY_GRID if any(level.metric == metric for level in levels)]
    filled = {(level.priority, level.metric) for level in levels}
    missing = [(row, metric) for row in rows for metric in columns if (row, metric) not in filled]
    if len(rows) < 3 or len(columns) < 2 or len(missing) != 1:
        return
    row, metric = missing[0]
    last = row == rows[-1] or not any(more_urgent(row, other) for other in rows)
    if metric in common or last:
        return
    message = f"{row} has no {TAXONOMY[metric].name.lower()}, while every other cell of the grid of priorities is filled."
    rows_of = [f"priorities/{i}" for i, priority in enumerate(subject.agreement.priorities) if priority.label == row]
    path = [*rows_of, *(f"service_levels/{i}" for i, level in group if level.priority == row)][0]
    yield finding("L07", WARNING, path, message, "Fill the cell, or say that there is no target.")


@rule("L08")
def impossible_figure(subject: Subject) -> Iterator[Finding]:
    """A figure that cannot be: a percentage above 100 %, or of 0 % where more is better; a negative time or amount; a term of no time.

    Formula: share of cases and percent targets lie in (0, 100]; a target of 0 % is sound where less is better
    ("packet loss at most 0 %"). Ends of percent bands lie in [0, 100], credits in [0, 100] unless they are shares of
    a daily fee or of another charge. Percentages of a plan or forecast (staffing, capacity, throughput) may exceed
    100 and get a warning only, as does a cap. Times, amounts and numbers are not below zero; the initial and the
    renewal term lie above zero and are not longer than a thousand years.

    Severity: error; warning at exactly 100 % where more is better, since it leaves no single failure, at 100 % or
    more where it is possible but unusual, and for a time of zero within which somebody must act.

    Remedy: correct the figure. Instead of 100 % promise what can be measured, such as 99.99 %.

    Source: a share cannot exceed the whole; OpenSLO v1 allows a target below 100 percent only, since 100 leaves no
    error budget.

    Fires:
        levels: [{metric: availability, target: ">= 101 %"}]

    Does not fire:
        levels: [{metric: availability, target: ">= 99.99 %"}]
    """
    for index, level in enumerate(subject.agreement.service_levels):
        yield from _level_percent(f"service_levels/{index}", level)
    for index, credit in enumerate(subject.agreement.service_credits):
        yield from _credit_percent(f"service_credits/{index}", credit)
    cap = subject.agreement.credit_terms.cap
    if cap is not None and cap.amount.dimension is Dimension.PERCENT and not 0 < cap.value <= 100:
        message = f"The cap of {cap_words(cap)} lies outside the range above 0 % and up to 100 %."
        severity = WARNING if cap.value > 100 else ERROR
        yield finding("L08", severity, "credit_terms/cap", message, "Correct the cap.")
    chronic = subject.agreement.chronic_failure
    if chronic is not None and chronic.below is not None and not 0 < chronic.below <= 100:
        message = (
            f"The bound of {figure_words(chronic.below, 'percent')} for chronic failure lies outside the range above 0 % and up to 100 %."
        )
        yield finding("L08", ERROR, "chronic_failure/below", message, "Correct the bound.")
    yield from negatives(subject.agreement)


def _level_percent(path: str, level: ServiceLevel) -> Iterator[Finding]:
    name = level_name(level)
    if level.unit == "percent":
        yield from _target_percent(f"{path}/value", level)
    share = level.attainment
    if share is None:
        return
    words = figure_words(share, "percent")
    if not 0 < share <= 100:
        message = f"{name} is promised in {words} of cases; a share lies above 0 % and at most at 100 %."
        yield finding("L08", ERROR, f"{path}/attainment", message, "Correct the share of cases.")
    elif share == 100:
        message = f"{name} is promised in {words} of cases, so that one single case out of time breaks the promise."
        yield finding(
            "L08", WARNING, f"{path}/attainment", message, "Promise a share that allows for single misses, or leave the share out."
        )


def _target_percent(path: str, level: ServiceLevel) -> Iterator[Finding]:
    value, up = level.value, level.comparator.direction >= 0
    what = f"{level_name(level)}: the target {target_words(level)}"
    if value > 100 and level.metric in _MAY_EXCEED:
        yield finding("L08", WARNING, path, f"{what} exceeds 100 %.", "Say of what plan or forecast it is a percentage, or correct it.")
    elif value > 100 or value < 0 or (value == 0 and level.comparator.direction == 1):
        yield finding("L08", ERROR, path, f"{what} cannot be: a percentage lies above 0 % and at most at 100 %.", "Correct the figure.")
    elif value == 100 and up:
        message = f"{what} leaves no room for a single failure."
        yield finding("L08", WARNING, path, message, "Promise what can be kept and measured, such as 99.99 %.")
    elif value == 100:
        yield finding("L08", WARNING, path, f"{what} promises nothing, since no figure can exceed it.", "Correct the figure.")


def _credit_percent(path: str, credit: ServiceCredit) -> Iterator[Finding]:
    if credit.band_unit == "percent" and credit.metric not in _MAY_EXCEED:
        for name, end in (("lower", credit.lower), ("upper", credit.upper)):
            if end is not None and not 0 <= end <= 100:
                message = f"The {name} end of a band of {credit_name(credit)} is {figure_words(end, 'percent')}; no figure can lie there."
                yield finding("L08", ERROR, f"{path}/{name}", message, "Correct the band.")
    most = Decimal(100) if credit.basis not in ("daily_fee", "other") else Decimal("Infinity")
    if credit.unit == "percent" and not 0 <= credit.value <= most:
        message = f"The credit of {credit_words(credit)} for {credit_name(credit)} lies outside the range from 0 % to 100 %."
        yield finding("L08", ERROR, f"{path}/value", message, "Correct the credit.")
