"""The Agreement: what the parties promise each other, as pure data.

A person writes it as short YAML, programs exchange it as JSON (see `sladocs.codec`). One fact has one field. Every field is
optional, since real contracts leave out what they like; the model refuses only what has no meaning, and `sladocs.check`
reports what is unwise.
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from enum import StrEnum
from typing import Literal, Self

from pydantic import Field, model_validator

from sladocs.model.metrics import Metric, Statistic, Window
from sladocs.model.quantity import Comparator, Duration, Figure, Model, Quantity, UnitName

Frequency = Literal["day", "week", "month", "quarter", "half_year", "year"]
AgreementKind = Literal["sla", "msa", "hosting", "outsourcing", "maintenance", "support", "policy", "other"]
Position = Literal["balanced", "provider", "customer"]
Form = Literal["standalone", "schedule"]


class AsWritten(Model):
    """What stands in a contract but was not understood: kept, and printed, as its text."""

    text: str = Field(min_length=1)


class Role(StrEnum):
    """What a party is in the agreement."""

    PROVIDER = "provider"
    CUSTOMER = "customer"
    BENEFICIARY = "beneficiary"
    SUBCONTRACTOR = "subcontractor"


class Party(Model):
    """One party. `name` is the legal name, `address` the registered address, `notices` where notices go (an e-mail address)."""

    role: Role
    name: str = Field(min_length=1)
    address: str | None = None
    notices: str | None = None


class Package(StrEnum):
    """How a service belongs to the agreement."""

    BASIC = "basic"
    ENHANCEMENT = "enhancement"
    OPTIONAL = "optional"
    OUT_OF_SCOPE = "out_of_scope"


class Service(Model):
    """One line of the service catalogue; levels are limited to it by its name."""

    name: str = Field(min_length=1)
    description: str | None = None
    package: Package = Package.BASIC


class Priority(Model):
    """A class of incident, by the label that the document prints ("P1 (Critical)") and what falls into it."""

    label: str = Field(min_length=1)
    definition: str | None = None


class Day(StrEnum):
    """A day of the week."""

    MON = "mon"
    TUE = "tue"
    WED = "wed"
    THU = "thu"
    FRI = "fri"
    SAT = "sat"
    SUN = "sun"


class WeeklyHours(Model):
    """Hours that repeat each week, as clock times of the calendar's zone; `days` empty where the contract names none."""

    days: tuple[Day, ...] = ()
    start: dt.time
    end: dt.time
    """The end of the day is 00:00."""


class Calendar(Model):
    """When time counts: round the clock (`always`), or weekly hours in a zone, less public holidays.

    `zone` is an IANA name (`Europe/Berlin`) or, where the contract has none, its own words ("CET"). `holidays` are written out;
    `holiday_source` says where they come from.
    """

    name: str = Field(min_length=1)
    always: bool = False
    hours: tuple[WeeklyHours, ...] = ()
    zone: str | None = None
    holidays: tuple[dt.date, ...] = ()
    holiday_source: str | None = None

    @model_validator(mode="after")
    def _says_when(self) -> Self:
        if self.always == bool(self.hours):
            raise ValueError(f"calendar {self.name!r} needs either weekly hours (Mon-Fri 08:00-18:00) or 24x7")
        return self


class ServiceLevel(Model):
    """A figure that one party promises to reach or keep to.

    `attainment` is the share of cases that must meet it, in percent. `priority`, `service` and `calendar` name what it is limited
    to, as the document prints them; `condition` is any further limit in the document's words. `obliged` is the party that promises. An
    `indicator` (a key performance indicator) is measured and reported, and carries no remedy.
    """

    label: str | None = None
    metric: Metric
    comparator: Comparator
    value: Figure
    unit: UnitName
    attainment: Figure | None = None
    statistic: Statistic | None = None
    priority: str | None = None
    service: str | None = None
    window: Window | None = None
    threshold: Literal["minimum"] | None = None
    calendar: str | None = None
    condition: str | None = None
    obliged: Literal["provider", "customer"] = "provider"
    indicator: bool = False

    @property
    def target(self) -> Quantity:
        return Quantity(value=self.value, unit=self.unit)


class ServiceCredit(Model):
    """One step of a remedy: owed while the actual figure lies in the band.

    The band lies between `lower` and `upper` in `band_unit`, the metric's own; an open end is None, and each end says whether it
    belongs to the band. `level` is the label of the level that triggers it, where it has one. `per` makes it a rate: `hour`,
    `occurrence`, or a step such as `0.5 percent`.
    """

    level: str | None = None
    metric: Metric
    lower: Figure | None = None
    upper: Figure | None = None
    lower_included: bool = True
    upper_included: bool = False
    band_unit: UnitName | None = None
    value: Figure
    unit: UnitName
    basis: Literal["monthly_fee", "annual_fee", "affected_fee", "invoice", "daily_fee", "other"] | None = None
    per: str | None = None
    priority: str | None = None
    service: str | None = None

    @property
    def amount(self) -> Quantity:
        return Quantity(value=self.value, unit=self.unit)


class CreditCap(Model):
    """The most that credits can come to in one measurement period, for example 30 percent of the monthly fee."""

    value: Figure
    unit: UnitName
    basis: str | None = None

    @property
    def amount(self) -> Quantity:
        return Quantity(value=self.value, unit=self.unit)


class CreditTerms(Model):
    """What holds for all credits together.

    `sole_remedy` is true where credits are said to be the only remedy; it follows from the clause that was chosen.
    """

    claim_window: Duration | AsWritten | None = None
    cap: CreditCap | None = None
    sole_remedy: bool | None = None


class ChronicFailure(Model):
    """Repeated failure that gives a right to terminate.

    `consecutive` months in a row, or `failures` months out of any `within` consecutive months; `below` (percent) where only a figure
    under that counts. `text` keeps a contract's own words where they do not fit.
    """

    consecutive: int | None = Field(default=None, ge=1)
    failures: int | None = Field(default=None, ge=1)
    within: int | None = Field(default=None, ge=1)
    below: Figure | None = None
    text: str | None = None

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if self.consecutive is None and self.failures is None and not self.text:
            raise ValueError("chronic failure needs consecutive months, or failures within a number of months")
        if (self.failures is None) != (self.within is None):
            raise ValueError("chronic failure: failures and within go together (failures: 3, within: 12)")
        return self


class EscalationStep(Model):
    """One step of the ladder. `after` counts from the start or from the last step; `side` is whose role it is."""

    level: int = Field(ge=1)
    role: str = Field(min_length=1)
    side: Literal["provider", "customer"] | None = None
    after: Duration | None = None
    priority: str | None = None


class Report(Model):
    """A report that is sent regularly. When it is due is a level with the metric `reporting_time` and this name as its service."""

    name: str | None = None
    frequency: Frequency | None = None
    owner: str | None = None
    recipients: str | None = None


class Review(Model):
    """A meeting that looks at the service regularly."""

    name: str | None = None
    frequency: Frequency | None = None
    participants: str | None = None


class Responsibility(Model):
    """One line of the RACI table: who is responsible, accountable, consulted and informed."""

    activity: str = Field(min_length=1)
    responsible: str
    accountable: str
    consulted: str | None = None
    informed: str | None = None


class Maintenance(Model):
    """Planned work.

    The notice that is owed is a level with the metric `maintenance_notice`; `notice` stands only where the terms differ from it.
    """

    window: str | None = None
    notice: Duration | AsWritten | None = None


class Term(Model):
    """When the agreement starts, how long it runs, how it ends."""

    effective_date: dt.date | AsWritten | None = None
    expiration_date: dt.date | AsWritten | None = None
    initial: Duration | AsWritten | None = None
    renewal: Duration | AsWritten | None = None
    renewal_notice: Duration | AsWritten | None = None
    termination_notice: Duration | AsWritten | None = None
    cure_period: Duration | AsWritten | None = None


class Volume(Model):
    """How much work the parties expect: `expected` items `per` period. Above `relief_above` items the levels are not owed in full."""

    work: str = Field(min_length=1)
    expected: Figure
    per: Window
    relief_above: Figure | None = None
    service: str | None = None


class Body(Model):
    """A committee or other body that decides: who sits in it, how often it meets, what it decides, and where it turns when it cannot."""

    name: str = Field(min_length=1)
    members: str | None = None
    meets: Frequency | None = None
    decides: str | None = None
    escalates_to: str | None = None


Outcome = Literal["proceed", "extend", "renegotiate", "exit"]


class OffRamp(Model):
    """A point at which a pilot may be left: who decides when, by which criterion, with what outcome.

    `silence` is the outcome where nobody decides. `fees`, `data` and `assets` say in the document's words what becomes of them.
    """

    label: str | None = None
    decide_on: dt.date | Duration | AsWritten | None = None
    """A date, or the time since the pilot's start."""
    criterion: str | None = None
    decider: str | None = None
    outcome: Outcome | None = None
    silence: Outcome | None = None
    fees: str | None = None
    data: str | None = None
    assets: str | None = None


class Pilot(Model):
    """A trial before the commitment.

    `tests` are figures that the trial must reach to be a success; they promise nothing. `extension` is the longest by which the trial may
    be prolonged. `first_commitment` is the day from which a party is bound beyond the trial; `sunk_cost_cap` the most that a party may
    have spent by then (an amount of money).
    """

    period: Duration | AsWritten | None = None
    start: dt.date | AsWritten | None = None
    extension: Duration | AsWritten | None = None
    scope: str | None = None
    tests: tuple[ServiceLevel, ...] = ()
    off_ramps: tuple[OffRamp, ...] = ()
    first_commitment: dt.date | AsWritten | None = None
    sunk_cost_cap: Quantity | AsWritten | None = None


class ClauseChoice(Model):
    """A clause that the agreement has: its kind, and, where it comes from a library, which text of which version.

    A choice by a person names `id` and `variant`; `variant` "omitted" leaves the clause out. A reader knows only `kind` and `heading`.
    """

    kind: str | None = None
    id: str | None = None
    variant: str | None = None
    version: str | None = None
    heading: str | None = None


class SpecialTerm(Model):
    """The parties' own text: a further clause, or, with `replaces`, instead of a library clause. Always shown as special."""

    heading: str = Field(min_length=1)
    text: str = Field(min_length=1)
    replaces: str | None = None


class Agreement(Model):
    """A service level agreement. `title` is the document's own heading; `version_date` is the only date that files carry inside.

    `support_hours` names the calendar in which business time counts.
    """

    kind: AgreementKind | None = None
    title: str | None = None
    version: str | None = None
    version_date: dt.date | None = None
    language: str | None = None
    template: str | None = None
    form: Form | None = None
    position: Position | None = None
    master_agreement: str | None = None
    parties: tuple[Party, ...] = ()
    services: tuple[Service, ...] = ()
    priorities: tuple[Priority, ...] = ()
    calendars: tuple[Calendar, ...] = ()
    support_hours: str | None = None
    service_levels: tuple[ServiceLevel, ...] = ()
    service_credits: tuple[ServiceCredit, ...] = ()
    credit_terms: CreditTerms = CreditTerms()
    chronic_failure: ChronicFailure | None = None
    escalation: tuple[EscalationStep, ...] = ()
    reports: tuple[Report, ...] = ()
    reviews: tuple[Review, ...] = ()
    bodies: tuple[Body, ...] = ()
    volumes: tuple[Volume, ...] = ()
    responsibilities: tuple[Responsibility, ...] = ()
    maintenance: Maintenance = Maintenance()
    term: Term = Term()
    governing_law: str | None = None
    pilot: Pilot | None = None
    clauses: tuple[ClauseChoice, ...] = ()
    special_terms: tuple[SpecialTerm, ...] = ()

    def party(self, role: Role) -> Party | None:
        """The first party with the role."""
        return next((p for p in self.parties if p.role is role), None)

    def calendar(self, name: str | None) -> Calendar | None:
        """The calendar of that name."""
        return next((c for c in self.calendars if c.name == name), None)


def month_minutes(days: int = 30) -> Decimal:
    """Minutes in a month of `days` days."""
    return Decimal(days * 24 * 60)


def allowed_downtime(availability: Decimal, minutes: Decimal) -> Decimal:
    """Minutes of downtime that an availability (in percent) allows within a window of `minutes`: (1 - a) x window."""
    return (100 - availability) * minutes / 100
