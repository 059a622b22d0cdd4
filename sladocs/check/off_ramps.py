"""Rule L35: a pilot that nobody can leave in time, or whose success nobody can tell."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal

from sladocs.check.dates import days
from sladocs.check.rule import Subject, finding, rule
from sladocs.model.agreement import Agreement, OffRamp, Pilot
from sladocs.model.finding import Finding, Severity
from sladocs.model.metrics import TAXONOMY
from sladocs.model.phrases import level_name
from sladocs.model.quantity import Duration

ERROR, WARNING = Severity.ERROR, Severity.WARNING


@rule("L35")
def off_ramps_lead_out(subject: Subject) -> Iterator[Finding]:
    """A pilot that cannot be left in time: off-ramps too late, or without exit, decider or consequences; tests that nothing measures.

    Formula: where a pilot has success tests, off-ramps or a first commitment: each off-ramp is decided within the pilot,
    its longest extension included, and before the first commitment; one of them leads to an exit; each has somebody who
    decides; an exit says what becomes of fees and of data; each says what silence means; a sum caps what is lost; each
    success test has a measurement period, its own or that of a level with its metric, where its metric needs one.
    Months count 28 to 31 days, so that only what is late in every case is reported.

    Severity: error; warning where it is not said what silence means, or what may be spent at most.

    Remedy: put the last off-ramp before the end and before the first commitment, and say who decides and what follows.

    Source: real options: a pilot is worth its price only while it can be left before the commitment.

    Fires:
        pilot:
          period: 3 months
          start: 2027-02-01
          first_commitment: 2027-04-01
          sunk_cost_cap: GBP 50,000
          off_ramps:
            - {label: R1, decide_on: 2027-04-15, decider: Board, outcome: exit, silence: exit, fees: None., data: It is deleted.}

    Does not fire:
        pilot:
          period: 3 months
          start: 2027-02-01
          first_commitment: 2027-06-01
          sunk_cost_cap: GBP 50,000
          off_ramps:
            - {label: R1, decide_on: 2027-04-15, decider: Board, outcome: exit, silence: exit, fees: None., data: It is deleted.}
    """
    pilot = subject.agreement.pilot
    if pilot is None or not (pilot.tests or pilot.off_ramps or pilot.first_commitment):
        return
    if not any("exit" in (ramp.outcome, ramp.silence) for ramp in pilot.off_ramps):
        message = "No off-ramp of the pilot leads to an exit." if pilot.off_ramps else "The pilot has no off-ramp."
        yield finding("L35", ERROR, "pilot/off_ramps", message, "Add an off-ramp with the outcome exit, before the first commitment.")
    for index, ramp in enumerate(pilot.off_ramps):
        path, name = f"pilot/off_ramps/{index}", _name(ramp, index)
        yield from _too_late(pilot, ramp, f"{path}/decide_on", name)
        yield from _open(ramp, path, name)
    if pilot.sunk_cost_cap is None:
        message = "Nothing says what a party may have spent at most when the pilot is left."
        yield finding("L35", WARNING, "pilot", message, "Give a sunk-cost cap.")
    yield from _not_measured(subject.agreement, pilot)


def _name(ramp: OffRamp, index: int) -> str:
    return f"The off-ramp {ramp.label}" if ramp.label else f"Off-ramp {index + 1}"


def _too_late(pilot: Pilot, ramp: OffRamp, path: str, name: str) -> Iterator[Finding]:
    """An off-ramp before the start, after the end, or not before the first commitment; for lengths of time their shortest reading."""
    start = pilot.start if isinstance(pilot.start, dt.date) else None
    on = _fewest_days(ramp, start)
    longest = _longest(pilot)
    if on is not None and on < 0:
        yield finding("L35", ERROR, path, f"{name} is decided before the pilot starts.", "Correct the date.")
    elif on is not None and longest is not None and on > longest:
        message = f"{name} is decided after the pilot has ended."
        yield finding("L35", ERROR, path, message, "Decide before the end, or let the pilot last longer.")
    bound = pilot.first_commitment
    if isinstance(bound, dt.date) and (earliest := _earliest(ramp, start)) and earliest >= bound:
        message = f"{name} is decided when the parties are bound already, from {_date(bound)}."
        yield finding("L35", ERROR, path, message, "Put the last off-ramp before the first commitment.")


def _fewest_days(ramp: OffRamp, start: dt.date | None) -> Decimal | None:
    """The fewest days from the start to the decision."""
    if isinstance(ramp.decide_on, Duration):
        span = days(ramp.decide_on)
        return span[0] if span else None
    if isinstance(ramp.decide_on, dt.date) and start is not None:
        return Decimal((ramp.decide_on - start).days)
    return None


def _longest(pilot: Pilot) -> Decimal | None:
    """The most days that the pilot can last, with its extension."""
    spans = [days(length) for length in (pilot.period, pilot.extension) if isinstance(length, Duration)]
    known = [span[1] for span in spans if span is not None]
    return sum(known, Decimal(0)) if isinstance(pilot.period, Duration) and len(known) == len(spans) else None


def _earliest(ramp: OffRamp, start: dt.date | None) -> dt.date | None:
    """The earliest day on which the decision can fall."""
    if isinstance(ramp.decide_on, dt.date):
        return ramp.decide_on
    fewest = _fewest_days(ramp, start)
    if fewest is None or start is None or not 0 <= fewest < 100_000:
        return None
    return start + dt.timedelta(days=int(fewest))


def _open(ramp: OffRamp, path: str, name: str) -> Iterator[Finding]:
    """What an off-ramp leaves open."""
    if ramp.decider is None:
        yield finding("L35", ERROR, path, f"{name} does not say who decides.", "Name the person or body that decides.")
    missing = [what for what, text in (("fees", ramp.fees), ("data", ramp.data)) if text is None]
    if "exit" in (ramp.outcome, ramp.silence) and missing:
        message = f"{name} may lead to an exit, but does not say what becomes of {' and '.join(missing)}."
        yield finding("L35", ERROR, path, message, "Say which fees are owed, and what happens to the data.")
    if ramp.silence is None:
        message = f"{name} does not say what follows where nobody decides."
        yield finding("L35", WARNING, path, message, "Say what silence means: proceed, extend, renegotiate or exit.")


def _not_measured(agreement: Agreement, pilot: Pilot) -> Iterator[Finding]:
    measured = {level.metric for level in agreement.service_levels if level.window is not None}
    for index, test in enumerate(pilot.tests):
        if test.window is None and TAXONOMY[test.metric].window is not None and test.metric not in measured:
            message = f"Nothing says over which period the success test {level_name(test)} is measured."
            yield finding("L35", ERROR, f"pilot/tests/{index}", message, "Give the test a measurement period.")


def _date(day: dt.date) -> str:
    return f"{day.day} {day:%B %Y}"
