import datetime as dt

import pytest

from sladocs.model.agreement import (
    Agreement,
    Calendar,
    ChronicFailure,
    CreditCap,
    CreditTerms,
    Day,
    EscalationStep,
    Maintenance,
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
    WeeklyHours,
)  # fmt: skip
from sladocs.model.quantity import Duration


def level(**fields: object) -> ServiceLevel:
    return ServiceLevel.model_validate({"metric": "availability", "comparator": ">=", "value": "99.9", "unit": "percent", **fields})


def within(metric: str, value: str, unit: str, priority: str | None = None, **fields: object) -> ServiceLevel:
    return level(metric=metric, comparator="<=", value=value, unit=unit, priority=priority, **fields)


def credit(lower: str | None, upper: str | None, value: str, **fields: object) -> ServiceCredit:
    given = {"metric": "availability", "lower": lower, "upper": upper, "band_unit": "percent", "value": value, "unit": "percent", **fields}
    return ServiceCredit.model_validate(given)


def duration(value: str, unit: str) -> Duration:
    return Duration.model_validate({"value": value, "unit": unit})


@pytest.fixture
def agreement() -> Agreement:
    """A small but whole agreement."""
    weekdays = tuple(Day)[:5]
    return Agreement(
        title="Harbour Ledger Service Level Agreement",
        version="1.0",
        version_date=dt.date(2026, 11, 16),
        parties=(
            Party(role=Role.PROVIDER, name="Harbourline Software Ltd", address="14 Custom House Quay, Bristol BS1 6HF"),
            Party(role=Role.CUSTOMER, name="Oakfield Retail plc"),
        ),
        services=(Service(name="Ledger Platform", description="The hosted accounting application."), Service(name="Ledger API")),
        priorities=(
            Priority(label="P1 (Critical)", definition="No user can work."), Priority(label="P2 (High)", definition="A function fails."),
        ),
        calendars=(
            Calendar(
                name="Support Hours", hours=(WeeklyHours(days=weekdays, start=dt.time(8), end=dt.time(18)),), zone="Europe/London",
                holidays=(dt.date(2027, 12, 27),),
            ),
            Calendar(name="Round the Clock", always=True),
        ),
        support_hours="Support Hours",
        service_levels=(
            level(label="SL-1", service="Ledger Platform", window="month"),
            level(label="SL-2", service="Ledger API", value="99.5", window="month", calendar="Support Hours"),
            level(label="SL-3", metric="latency", comparator="<=", value="500", unit="millisecond", statistic="p95", window="month"),
            within("response_time", "30", "minute", "P1 (Critical)"),
            within("resolution_time", "2", "day", "P1 (Critical)"),
            within("response_time", "2", "business_hour", "P2 (High)", attainment="95"),
        ),
        service_credits=(
            credit("99.0", "99.9", "10", level="SL-1", service="Ledger Platform", basis="monthly_fee"),
            credit(None, "99.0", "25", level="SL-1", service="Ledger Platform", basis="monthly_fee"),
        ),
        credit_terms=CreditTerms(
            claim_window=duration("30", "day"), cap=CreditCap.model_validate({"value": "25", "unit": "percent", "basis": "monthly_fee"}),
        ),
        chronic_failure=ChronicFailure(consecutive=2, failures=3, within=12),
        escalation=(
            EscalationStep(level=1, role="Service desk lead", side="provider", after=duration("2", "hour")),
            EscalationStep(level=2, role="Head of operations", side="provider", after=duration("8", "hour")),
        ),
        reports=(Report(name="Service performance report", frequency="month", owner="Service manager", recipients="Contract manager"),),
        reviews=(Review(name="Service review", frequency="quarter", participants="Service manager and contract manager"),),
        term=Term(
            effective_date=dt.date(2027, 1, 1), initial=duration("3", "year"), renewal_notice=duration("90", "day"),
            cure_period=duration("30", "day"),
        ),
        governing_law="England and Wales",
        maintenance=Maintenance(window="Sundays, 02:00 to 06:00", notice=duration("5", "business_day")),
        pilot=Pilot(period=duration("60", "day")),
    )  # fmt: skip
