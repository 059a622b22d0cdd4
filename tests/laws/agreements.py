"""Agreements made at random from a worked example: other figures, names, priorities, calendars and services."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any, TypeVar

from hypothesis import strategies as st

from sladocs.library.paths import is_empty
from sladocs.model.agreement import (
    Agreement,
    AsWritten,
    Body,
    Calendar,
    ChronicFailure,
    CreditCap,
    CreditTerms,
    Day,
    EscalationStep,
    Maintenance,
    OffRamp,
    Party,
    Pilot,
    Priority,
    Report,
    Review,
    Role,
    Service,
    ServiceCredit,
    ServiceLevel,
    Term,
    Volume,
    WeeklyHours,
)
from sladocs.model.metrics import PRIORITY_GRID, Metric, Statistic, Window
from sladocs.model.quantity import Comparator, Duration, Quantity

T = TypeVar("T")
HOSTILE = (
    "Smith & Co <x> {{ y }} [[z]] # w \\| v",
    "Müller “Söhne” GmbH & Co. KG",
    "O'Neil, Park and Partners LLP",
    "A*B_C [D](e) `f`",
    "1. First (a) Ltd",
)
WORDS = ("Ledger", "Harbour", "Atlas", "Beacon", "Copper", "Delta", "Ember", "Fjord", "Granite", "Juniper")
FREQUENCIES = ("day", "week", "month", "quarter", "half_year", "year")

names = st.one_of(st.sampled_from(HOSTILE), st.lists(st.sampled_from(WORDS), min_size=1, max_size=3, unique=True).map(" ".join))
plain_names = st.lists(st.sampled_from(WORDS), min_size=1, max_size=3, unique=True).map(" ".join)
dates = st.dates(dt.date(2024, 1, 1), dt.date(2035, 12, 31))


def durations(*units: str, most: int = 90) -> st.SearchStrategy[Duration]:
    """Durations of whole units."""
    return st.builds(lambda n, unit: Duration(value=Decimal(n), unit=unit), st.integers(1, most), st.sampled_from(units))


def percents(low: str = "50", high: str = "99.999") -> st.SearchStrategy[Decimal]:
    """Percentages with up to three digits behind the point, as a person writes them."""
    return st.decimals(Decimal(low), Decimal(high), places=3).map(lambda d: Decimal(f"{d.normalize():f}"))


@st.composite
def calendars(draw: st.DrawFn, name: str) -> Calendar:
    """Round the clock, or weekly hours with or without public holidays."""
    if draw(st.booleans()):
        return Calendar(name=name, always=True)
    days = draw(
        st.sampled_from(
            [tuple(Day)[:5], tuple(Day)[:6], tuple(Day), (Day.SUN, Day.MON, Day.TUE, Day.WED, Day.THU), (Day.MON, Day.WED, Day.FRI)]
        )
    )
    start = dt.time(draw(st.integers(5, 10)), draw(st.sampled_from([0, 15, 30])))
    end = dt.time(draw(st.integers(15, 23)), draw(st.sampled_from([0, 30, 45])))
    hours = [WeeklyHours(days=days, start=start, end=end)]
    if Day.SAT not in days and draw(st.booleans()):
        hours.append(WeeklyHours(days=(Day.SAT,), start=dt.time(9), end=dt.time(12)))
    holidays = tuple(sorted(draw(st.sets(dates, max_size=4))))
    return Calendar(
        name=name,
        hours=tuple(hours),
        zone=draw(st.sampled_from(["Europe/Berlin", "America/New_York", "UTC", "Asia/Kolkata", "America/Argentina/Buenos_Aires"])),
        holidays=holidays,
        holiday_source=draw(st.sampled_from([None, "bank holidays of England and Wales"])) if holidays else None,
    )


@st.composite
def levels(draw: st.DrawFn, services: tuple[Service, ...], priorities: tuple[Priority, ...]) -> tuple[ServiceLevel, ...]:
    """A grid by priority and some further levels of any metric."""
    found = []
    metrics = draw(st.lists(st.sampled_from(PRIORITY_GRID), unique=True, max_size=4))
    attainment = draw(st.one_of(st.none(), st.just(Decimal(95)), percents("80", "99.9")))
    for metric in metrics:
        for priority in priorities:
            if draw(st.integers(0, 9)):
                target = draw(durations("minute", "hour", "day", "business_hour", "business_day", "business_minute"))
                found.append(
                    ServiceLevel(
                        metric=metric,
                        comparator=draw(st.sampled_from([Comparator.AT_MOST, Comparator.AT_MOST, Comparator.LESS_THAN])),
                        value=target.value,
                        unit=target.unit,
                        priority=priority.label,
                        attainment=attainment,
                        window=Window.MONTH if attainment and draw(st.booleans()) else None,
                    )
                )
    used = draw(st.lists(st.sampled_from(services), unique=True, min_size=1))
    for number, service in enumerate(used, 1):
        found.append(
            ServiceLevel(
                label=f"SL-{number}" if draw(st.booleans()) else None,
                metric=Metric.AVAILABILITY,
                comparator=Comparator.AT_LEAST,
                value=draw(percents("95")),
                unit="percent",
                service=service.name,
                window=draw(st.sampled_from([Window.MONTH, Window.QUARTER, Window.YEAR])),
            )
        )
    further = st.sampled_from(
        [
            (Metric.LATENCY, Comparator.AT_MOST, "millisecond", Statistic.P95, Window.MONTH),
            (Metric.ERROR_RATE, Comparator.LESS_THAN, "percent", None, Window.MONTH),
            (Metric.RECOVERY_TIME, Comparator.AT_MOST, "hour", None, None),
            (Metric.RECOVERY_POINT, Comparator.AT_MOST, "minute", None, None),
            (Metric.MAINTENANCE_NOTICE, Comparator.AT_LEAST, "business_day", None, None),
            (Metric.BACKLOG, Comparator.AT_MOST, "count", None, Window.WEEK),
            (Metric.NOTIFICATION_TIME, Comparator.AT_MOST, "hour", None, None),
            (Metric.CUSTOMER_SATISFACTION, Comparator.AT_LEAST, "score", Statistic.MEAN, Window.QUARTER),
            (Metric.OTHER, Comparator.EXACTLY, "count", None, None),
        ]
    )
    for metric, comparator, unit, statistic, window in draw(st.lists(further, unique_by=lambda x: x[0])):
        value = Decimal(draw(st.integers(1, 99)))
        found.append(
            ServiceLevel(
                metric=metric,
                comparator=comparator,
                value=value,
                unit=unit,
                statistic=statistic,
                window=window,
                obliged=draw(st.sampled_from(["provider", "provider", "customer"])),
                indicator=draw(st.sampled_from([False, False, True])),
            )
        )
    return tuple(found)


@st.composite
def credits_of(draw: st.DrawFn, found: tuple[ServiceLevel, ...]) -> tuple[ServiceCredit, ...]:
    """Bands that fall from each availability target, and a rate."""
    found_credits: list[ServiceCredit] = []
    basis = draw(st.sampled_from(["monthly_fee", "affected_fee", "annual_fee", "invoice"]))
    for level in (level for level in found if level.metric is Metric.AVAILABILITY):
        upper, value = level.value, Decimal(5)
        for step in range(draw(st.integers(0, 3))):
            lower = upper - Decimal(draw(st.integers(1, 40))) / 10
            last = step == 2
            found_credits.append(
                ServiceCredit(
                    level=level.label,
                    metric=level.metric,
                    lower=None if last else lower,
                    upper=upper,
                    band_unit="percent",
                    value=value,
                    unit="percent",
                    basis=basis,
                    service=level.service,
                )
            )
            upper, value = lower, value + draw(st.integers(1, 20))
    return tuple(found_credits)


def maybe(strategy: st.SearchStrategy[T]) -> st.SearchStrategy[T | None]:
    return st.one_of(st.none(), strategy)


TESTED = (
    (Metric.AVAILABILITY, Comparator.AT_LEAST, "percent", None, Window.MONTH),
    (Metric.LATENCY, Comparator.AT_MOST, "second", Statistic.P95, Window.WEEK),
    (Metric.ERROR_RATE, Comparator.LESS_THAN, "percent", None, None),
    (Metric.RESTORATION_TIME, Comparator.AT_MOST, "business_hour", None, Window.MONTH),
    (Metric.CUSTOMER_SATISFACTION, Comparator.AT_LEAST, "score", Statistic.MEAN, None),
    (Metric.ON_TIME_DELIVERY, Comparator.AT_LEAST, "percent", None, Window.MONTH),
)


@st.composite
def pilots(draw: st.DrawFn, services: tuple[Service, ...]) -> Pilot:
    """A trial with success tests and off-ramps, whose texts may be any names."""
    texts = maybe(names)
    tests = []
    for number, (metric, comparator, unit, statistic, window) in enumerate(
        draw(st.lists(st.sampled_from(TESTED), min_size=1, max_size=4, unique=True)), 1
    ):
        tests.append(
            ServiceLevel(
                label=draw(st.sampled_from([f"T{number}", None])),
                metric=metric,
                comparator=comparator,
                value=draw(percents()) if unit == "percent" else Decimal(draw(st.integers(1, 99))),
                unit=unit,
                attainment=draw(st.sampled_from([None, Decimal(90)])) if metric is Metric.RESTORATION_TIME else None,
                statistic=statistic,
                window=window,
                service=draw(st.sampled_from([None, *(service.name for service in services)])),
                calendar=draw(st.sampled_from([None, "Support Hours"])),
                condition=draw(st.sampled_from([None, "in the stores of the pilot"])),
            )
        )
    outcomes = st.sampled_from(["proceed", "extend", "renegotiate", "exit"])
    ramps = [
        OffRamp(
            label=draw(st.sampled_from([f"R{number}", f"R{number}", None])),
            decide_on=draw(maybe(st.one_of(dates, durations("day", "week", "month"), st.just(AsWritten(text="at mid-term"))))),
            criterion=draw(texts),
            decider=draw(texts),
            outcome=draw(outcomes),
            silence=draw(maybe(outcomes)),
            fees=draw(texts),
            data=draw(texts),
            assets=draw(texts),
        )
        for number in range(1, draw(st.integers(1, 4)) + 1)
    ]
    return Pilot(
        period=draw(durations("day", "week", "month", most=24)),
        start=draw(dates),
        extension=draw(maybe(durations("day", "week", "month", most=12))),
        scope=draw(
            maybe(
                st.sampled_from(["the stores of the northern region", "two sites and 40 users", "Ledger & Co <x>", "All stores. No others"])
            )
        ),
        tests=tuple(tests),
        off_ramps=tuple(ramps),
        first_commitment=draw(maybe(dates)),
        sunk_cost_cap=draw(maybe(st.builds(_money, st.integers(1, 999_999), st.sampled_from(["GBP", "EUR", "USD"])))),
    )


def _money(value: int, code: str) -> Quantity:
    return Quantity(value=Decimal(value), unit=f"currency:{code}")


@st.composite
def bodies(draw: st.DrawFn) -> tuple[Body, ...]:
    """Bodies with any names."""
    texts = maybe(names)
    found = draw(st.lists(names, min_size=1, max_size=3, unique=True))
    return tuple(
        Body(
            name=name,
            members=draw(texts),
            meets=draw(maybe(st.sampled_from(FREQUENCIES))),
            decides=draw(texts),
            escalates_to=draw(st.sampled_from([None, *found])),
        )
        for name in found
    )


@st.composite
def volumes(draw: st.DrawFn, services: tuple[Service, ...]) -> tuple[Volume, ...]:
    """Amounts of work with or without relief."""
    amounts = st.integers(1, 99_999).map(Decimal)
    return tuple(
        Volume(
            work=work,
            service=draw(st.sampled_from([None, *(service.name for service in services)])),
            expected=draw(amounts),
            per=draw(st.sampled_from(Window)),
            relief_above=draw(maybe(amounts)),
        )
        for work in draw(st.lists(names, min_size=1, max_size=3, unique=True))
    )


@st.composite
def varied(draw: st.DrawFn, example: Agreement) -> Agreement:
    """The example with other figures, names, priorities, calendars and services; of what it does not have it gets nothing."""
    provider, customer = draw(st.lists(names, min_size=2, max_size=2, unique=True))
    services = tuple(
        Service(
            name=name,
            description=draw(st.sampled_from([None, "The hosted application, its interfaces and its help pages."])),
            package=draw(st.sampled_from(["basic", "enhancement", "optional"])),
        )
        for name in draw(st.lists(names, min_size=1, max_size=3, unique=True))
    )
    form = draw(st.sampled_from(["P{n}", "P{n} ({word})", "Severity {n}", "{word}"]))
    labels = [form.format(n=n, word=word) for n, word in enumerate(("Critical", "High", "Medium", "Low"), 1)][: draw(st.integers(1, 4))]
    priorities = tuple(Priority(label=label, definition=draw(st.sampled_from([None, "No user can work."]))) for label in labels)
    support = draw(calendars("Support Hours"))
    others = (draw(calendars("Extended Hours")),) if draw(st.booleans()) else ()
    found = draw(levels(services, priorities))
    reports = tuple(
        Report(
            name=name,
            frequency=draw(st.sampled_from(FREQUENCIES)),
            owner="Service manager",
            recipients=draw(st.sampled_from([None, "Contract manager"])),
        )
        for name in draw(st.lists(plain_names, max_size=2, unique=True))
    )
    due = tuple(
        ServiceLevel(
            metric=Metric.REPORTING_TIME,
            comparator=Comparator.AT_MOST,
            value=Decimal(draw(st.integers(1, 20))),
            unit="business_day",
            service=report.name,
        )
        for report in reports
        if draw(st.booleans())
    )
    term = Term(
        effective_date=draw(dates),
        initial=draw(durations("month", "year", most=36)),
        renewal=draw(durations("month", "year", most=24)),
        renewal_notice=draw(durations("day", "month")),
        termination_notice=draw(durations("day", "month")),
        cure_period=draw(durations("day", "business_day")),
    )
    update: dict[str, Any] = {
        "title": draw(st.sampled_from(["Service Level Agreement", "Cloud Service Level Agreement", "Hosting & Support <Agreement>"])),
        "position": draw(st.sampled_from(["balanced", "provider", "customer"])),
        "parties": (
            Party(
                role=Role.PROVIDER,
                name=provider,
                address=draw(st.sampled_from([None, "1 Harbour Street, London EC1A 1AA"])),
                notices="legal@provider.example",
            ),
            Party(role=Role.CUSTOMER, name=customer, address="Am Markt 4, 10178 Berlin"),
        ),
        "services": services,
        "priorities": priorities,
        "calendars": (support, *others),
        "support_hours": "Support Hours",
        "service_levels": (*found, *due),
        "service_credits": draw(credits_of(found)),
        "credit_terms": CreditTerms(
            claim_window=draw(durations("day", "business_day", "month", most=60)),
            cap=CreditCap(value=Decimal(draw(st.integers(10, 100))), unit="percent", basis="monthly_fee"),
        ),
        "chronic_failure": draw(
            st.sampled_from(
                [
                    ChronicFailure(consecutive=2),
                    ChronicFailure(failures=3, within=12),
                    ChronicFailure(consecutive=3, failures=4, within=6, below=Decimal(95)),
                ]
            )
        ),
        "escalation": tuple(
            EscalationStep(
                level=n,
                role=role,
                side=draw(st.sampled_from(["provider", "customer"])),
                after=Duration(value=Decimal(2 * n), unit=draw(st.sampled_from(["hour", "business_hour", "day"]))),
            )
            for n, role in enumerate(("Service desk lead", "Service manager", "Head of operations")[: draw(st.integers(1, 3))], 1)
        ),
        "reports": reports,
        "reviews": tuple(
            Review(name=name, frequency=draw(st.sampled_from(FREQUENCIES)), participants="Service manager and contract manager")
            for name in draw(st.lists(plain_names, max_size=2, unique=True))
        ),
        "maintenance": Maintenance(
            window=draw(st.sampled_from(["Sundays, 02:00 to 06:00 Europe/London time", "every second Tuesday from 22:00 to 23:30 UTC"]))
        ),
        "term": Term(**{name: value for name, value in term if getattr(example.term, name) is not None}),
        "governing_law": draw(st.sampled_from(["England and Wales", "New York", "Germany", "Scotland", "New Zealand"])),
        "bodies": draw(bodies()),
        "volumes": draw(volumes(services)),
        "pilot": draw(pilots(services)),
    }
    return example.model_copy(update={name: value for name, value in update.items() if not is_empty(getattr(example, name))})
