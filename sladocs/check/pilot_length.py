"""Rule L36: a pilot too short to prove its tests."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import ROUND_CEILING, Decimal
from typing import Final

from sladocs.check.dates import days
from sladocs.check.rule import Subject, finding, rule
from sladocs.model.agreement import ServiceLevel, Volume
from sladocs.model.finding import Finding, Severity
from sladocs.model.metrics import Metric, Window
from sladocs.model.phrases import level_name
from sladocs.model.quantity import Duration, grouped

WARNING = Severity.WARNING
BOUND: Final = Decimal(3)
"""With no failure in n cases the share of failures lies below 3/n with a confidence of 95 % (the rule of three)."""
_OF_CASES: Final = frozenset({
    Metric.ACCURACY, Metric.ON_TIME_DELIVERY, Metric.FIRST_CONTACT_RESOLUTION, Metric.ERROR_RATE, Metric.ABANDONMENT_RATE,
})  # fmt: skip
"""Metrics whose percentage is a share of cases."""
_FEWEST_DAYS: Final[Mapping[Window, int]] = {Window.DAY: 1, Window.WEEK: 7, Window.MONTH: 28, Window.QUARTER: 84, Window.YEAR: 365}


@rule("L36")
def pilot_too_short(subject: Subject) -> Iterator[Finding]:
    """A pilot that is shorter than one measurement period of a success test, or has too few cases to prove it.

    Formula: the days of the pilot >= the days of the test's measurement period; for a test on a share of cases, the
    cases that are expected (volume x length of the pilot / period of the volume) >= 3 / (share that may fail), since
    without a single failure in n cases the share of failures is below 3/n with a confidence of 95 %. Months count the
    days that favour the pilot. The cases are those of the volume for the test's service, or of the only volume
    that no other service limits.

    Severity: warning.

    Remedy: let the pilot last longer, widen its scope, or test a figure that so few cases can prove.

    Source: the rule of three of statistics (zero failures in n trials).

    Fires:
        pilot:
          period: 2 weeks
          sunk_cost_cap: GBP 5,000
          off_ramps: [{label: R1, decider: Board, outcome: exit, silence: exit, fees: None., data: It is deleted.}]
          tests: [{metric: availability, target: ">= 99.5 %", window: month}]

    Does not fire:
        pilot:
          period: 3 months
          sunk_cost_cap: GBP 5,000
          off_ramps: [{label: R1, decider: Board, outcome: exit, silence: exit, fees: None., data: It is deleted.}]
          tests: [{metric: accuracy, target: ">= 95 %", window: month}]
        volumes: [{work: Invoices, expected: 400, per: month}]
    """
    pilot = subject.agreement.pilot
    span = days(pilot.period) if pilot and isinstance(pilot.period, Duration) else None
    if pilot is None or span is None:
        return
    for index, test in enumerate(pilot.tests):
        path, name = f"pilot/tests/{index}", level_name(test)
        if test.window is not None and span[1] < _FEWEST_DAYS[test.window]:
            message = f"The pilot of {pilot.period} is shorter than the {test.window} over which {name} is measured."
            yield finding("L36", WARNING, path, message, "Let the pilot last longer, or measure the test over a shorter period.")
            continue
        needed, expected = _needed(test), _expected(test, subject.agreement.volumes, span[1])
        if needed is not None and expected is not None and expected < needed:
            message = (
                f"{name} can hardly be proved: even without a failure it takes {grouped(needed)} cases, and the pilot of {pilot.period} "
                f"has about {grouped(expected)}."
            )
            yield finding("L36", WARNING, path, message, "Let the pilot last longer, widen its scope, or test a lower figure.")


def _needed(test: ServiceLevel) -> Decimal | None:
    """The cases that it takes to prove a share: 3 divided by the share that may fail; None where that cannot be told."""
    share = test.attainment if test.attainment is not None else test.value if test.metric in _OF_CASES and test.unit == "percent" else None
    if share is None:
        return None
    failing = share if test.attainment is None and test.comparator.direction < 0 else 100 - share
    return (BOUND * 100 / failing).to_integral_value(ROUND_CEILING) if 0 < failing < 100 else None


def _expected(test: ServiceLevel, volumes: tuple[Volume, ...], length: Decimal) -> Decimal | None:
    """The cases that come up in a pilot of so many days."""
    own = [volume for volume in volumes if volume.service is not None and volume.service == test.service]
    known = own or [volume for volume in volumes if volume.service is None or test.service is None]
    if len(known) != 1:
        return None
    return (known[0].expected * length / _FEWEST_DAYS[known[0].per]).to_integral_value(ROUND_CEILING)
