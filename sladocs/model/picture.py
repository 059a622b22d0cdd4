"""Pictures as data: what is shown, in figures and in words that are already printed. How it is drawn is another's matter.

Figures only place things along an axis; what a person reads in a picture stands here in words.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from sladocs.model.quantity import Figure, Model


class Mark(Model):
    """A place on an axis and the words that stand at it."""

    at: Figure
    words: str


class CreditStep(Model):
    """The credit while the actual figure lies between `lower` and `upper` (None: no end), and whether each end belongs to it."""

    lower: Figure | None = None
    upper: Figure | None = None
    lower_included: bool = True
    upper_included: bool = False
    credit: Figure
    words: str


class CreditSteps(Model):
    """The credit that is owed, against the actual figure: a staircase. `of` are the promises whose steps these are.

    `measure` names the figure ("Availability"), `basis` what a credit is a share of ("of the monthly fee"), empty where nothing is said.
    `better` is the direction in which the figure is better. `target` and all ends have their words in `marks`.
    """

    type: Literal["credit-steps"] = "credit-steps"
    of: tuple[str, ...]
    measure: str
    basis: str = ""
    better: Literal["more", "less"]
    target: Mark | None = None
    steps: tuple[CreditStep, ...] = Field(min_length=1)
    marks: tuple[Mark, ...] = ()
    limit: Mark | None = None
    """Where the axis ends on the better side: 100 % for a share."""


class Rung(Model):
    """A rung of a ladder: who is called after how long. `after` is in minutes of its own kind of time, None where no time is stated."""

    level: str
    after: Figure | None = None
    time: Literal["calendar", "business"] = "calendar"
    words: str = ""
    provider: tuple[str, ...] = ()
    customer: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    """Those of whom no party is said."""


class EscalationLadder(Model):
    """Who of each party is called after how long. `of` is the priority for which the ladder stands, empty where it stands for all."""

    type: Literal["escalation-ladder"] = "escalation-ladder"
    of: str = ""
    rungs: tuple[Rung, ...] = Field(min_length=1)


class Ramp(Model):
    """A point at which a pilot may be left; `at` in days since the start, None where its date is not known as one."""

    label: str
    at: Figure | None = None
    date: str = ""
    outcome: str = ""


class PilotTimeline(Model):
    """A pilot from its start: its end, its longest extension, its off-ramps, and the day from which a party is bound beyond it.

    All places are in days since the start; `ticks` are the axis.
    """

    type: Literal["pilot-timeline"] = "pilot-timeline"
    start: str
    ticks: tuple[Mark, ...] = ()
    period: Mark | None = None
    """The end of the pilot, and its length in words."""
    extension: Mark | None = None
    """The end of the longest extension, and its length in words."""
    ramps: tuple[Ramp, ...] = ()
    commitment: Mark | None = None


class Downtime(Model):
    """What one availability promise allows: `minutes` within a window, their words, and the hours that count where not all do.

    `of` are the services that share the promise, empty where it is said of none.
    """

    of: tuple[str, ...] = ()
    target: str
    minutes: Figure
    words: str
    window: str
    hours: str = ""


class AllowedDowntime(Model):
    """The downtime that each availability promise allows: a bar each."""

    type: Literal["allowed-downtime"] = "allowed-downtime"
    bars: tuple[Downtime, ...] = Field(min_length=1)


Picture = Annotated[CreditSteps | EscalationLadder | PilotTimeline | AllowedDowntime, Field(discriminator="type")]
