"""The entries of a pilot: its terms, and where it may be left."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final

from sladocs.model.agreement import Agreement, OffRamp
from sladocs.model.quantity import Duration
from sladocs.report.facts import Entry, Fact, fact, facts, words_of

PILOT_NAMES: Final = {
    "period": "pilot period",
    "start": "pilot start",
    "extension": "longest extension",
    "scope": "pilot scope",
    "first_commitment": "first commitment",
    "sunk_cost_cap": "sunk-cost cap",
}
"""The terms of a pilot, as comparisons and pages call them."""


def pilot(a: Agreement) -> Iterator[Entry]:
    """The terms of the pilot."""
    if a.pilot and (found := facts(*((words, getattr(a.pilot, name), name) for name, words in PILOT_NAMES.items()))):
        yield Entry("pilot", "", "pilot", found, ("pilot",))


def off_ramps(a: Agreement) -> Iterator[Entry]:
    """The off-ramps, each paired by its label, its date, or what it asks."""
    for i, x in enumerate(a.pilot.off_ramps if a.pilot else ()):
        found = facts(
            ("decision date", _when(x), "decide_on"),
            ("criterion", x.criterion, "criterion"),
            ("decided by", x.decider, "decider"),
            ("outcome", x.outcome, "outcome"),
            ("if nobody decides", x.silence, "silence"),
            ("fees", x.fees, "fees"),
            ("data", x.data, "data"),
            ("assets", x.assets, "assets"),
            ("reference", x.label, "label"),
        )
        label = None if x.label is None else ("label", x.label)
        date = None if x.decide_on is None else ("date", x.decide_on)
        yield Entry("off-ramp", ramp_name(x, i), f"pilot/off_ramps/{i}", found, (label, date, x.criterion))


def ramp_name(ramp: OffRamp, index: int) -> str:
    """What an off-ramp is called: its label, else its date, else its number."""
    return ramp.label or when(ramp) or str(index + 1)


def when(ramp: OffRamp) -> str | None:
    """When an off-ramp is decided: "15 March 2027", "30 days after the start"."""
    if isinstance(ramp.decide_on, Duration):
        return f"{ramp.decide_on} after the start"
    return None if ramp.decide_on is None else words_of(ramp.decide_on)


def _when(ramp: OffRamp) -> Fact | None:
    return (
        None
        if ramp.decide_on is None
        else fact(ramp.decide_on, "decide_on", when(ramp), figure=isinstance(ramp.decide_on, Duration | dt.date))
    )
