"""Agreements that have something to show: the shipped examples, and odd ones that are hard to draw."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest

from sladocs.assemble.figures import FIGURES
from sladocs.jobs.load import load_agreement
from sladocs.library import Library
from sladocs.model.agreement import Agreement, AsWritten, EscalationStep, OffRamp, Pilot, ServiceCredit, ServiceLevel
from sladocs.model.document import Figure
from sladocs.model.quantity import Duration

LONG = "International Consolidated Ledger Platform for Subsidiaries and Branches Overseas"
HOSTILE = "<x>&\"' #let $y$ *z* [[w]] {{ v }} \\u{41} //no `raw` \u202e株式会社 \U0001f600 " + "W" * 90
OUTCOMES = ("exit", "renegotiate", "extend", "proceed", None)


def level(value: str, **more: Any) -> ServiceLevel:
    fields = {"metric": "availability", "comparator": ">=", "value": value, "unit": "percent", "window": "month"}
    return ServiceLevel.model_validate({**fields, **more})


def credit(lower: str | None, upper: str | None, value: str, **more: Any) -> ServiceCredit:
    fields = {"metric": "availability", "lower": lower, "upper": upper, "band_unit": "percent", "value": value, "unit": "percent"}
    return ServiceCredit.model_validate({**fields, "basis": "monthly_fee", **more})


def time(value: str, unit: str) -> Duration:
    return Duration(value=Decimal(value), unit=unit)


def step(number: int, role: str, side: str | None, after: Duration | None, **more: Any) -> EscalationStep:
    return EscalationStep.model_validate({"level": number, "role": role, "side": side, "after": after, **more})


_ENDS = ("99.99", "99.95", "99.9", "99.5", "99.0", "98.5", "98", "97", "95", "90")
ODD = {
    "ten bands": Agreement(
        service_levels=(level("99.99", service=LONG),),
        service_credits=tuple(credit(_ENDS[i + 1] if i < 9 else None, _ENDS[i], str(5 * (i + 1)), service=LONG) for i in range(len(_ENDS))),
    ),
    "one band": Agreement(service_credits=(credit(None, "99.9", "10"),)),
    "gaps, and a bound bottom": Agreement(
        service_levels=(level("99.9"),), service_credits=(credit("99.0", "99.5", "10"), credit("95", "98", "20"))
    ),
    "money by time": Agreement(
        service_levels=(level("4", metric="restoration_time", comparator="<=", unit="hour", window=None, priority="P1"),),
        service_credits=tuple(
            credit(low, high, value, metric="restoration_time", band_unit="hour", unit="currency:USD", basis=None, priority="P1")
            for low, high, value in (("4", "8", "1000"), ("8", "24", "25000"), ("24", None, "1250000"))
        ),
    ),
    "fifteen services": Agreement(
        service_levels=tuple(level(f"99.{i:02}", service=f"Service {i} {LONG if i % 5 == 0 else ''}") for i in range(15)),
        service_credits=tuple(credit("98", "99", "5", service=f"Service {i}") for i in range(15)),
    ),
    "windows": Agreement(service_levels=(level("99.9", window="year"), level("99.999"), level("100", service="B", window=None))),
    "twelve rungs": Agreement(
        escalation=tuple(
            step(i // 2 + 1, LONG if i in (3, 9) else f"Role {i}", ("provider", "customer")[i % 2], time(str(2 ** (i // 2)), "hour"))
            for i in range(24)
        )
    ),
    "mixed times": Agreement(
        escalation=(
            step(1, "Desk", "provider", time("30", "minute")),
            step(2, "Head", "provider", time("4", "business_hour")),
            step(3, "Chief", None, time("2", "business_day")),
            step(4, "Board", "customer", None),
        )
    ),
    "twelve off-ramps": Agreement(
        pilot=Pilot(
            period=time("12", "month"),
            start=dt.date(2027, 1, 15),
            extension=time("2", "week"),
            first_commitment=dt.date(2028, 3, 1),
            off_ramps=tuple(
                OffRamp(label=f"R{i}", decide_on=dt.date(2027, 1, 15) + dt.timedelta(days=28 * i), outcome=OUTCOMES[i % 5])
                for i in range(1, 13)
            ),
        )
    ),
    "no date": Agreement(
        pilot=Pilot(
            period=time("90", "day"),
            off_ramps=(
                OffRamp(label=LONG, decide_on=time("60", "day"), outcome="extend"),
                OffRamp(decide_on=AsWritten(text="two weeks before go-live"), outcome="exit"),
                OffRamp(),
            ),
        )
    ),
    "hostile": Agreement(
        service_levels=(level("99.9", service=HOSTILE),),
        service_credits=(credit(None, "99.9", "10", service=HOSTILE),),
        escalation=(step(1, HOSTILE, "provider", time("1", "hour"), priority=HOSTILE),),
        pilot=Pilot(period=time("1", "month"), off_ramps=(OffRamp(label=HOSTILE, decide_on=time("2", "week")),)),
    ),
}


def figures_of(agreement: Agreement) -> list[Figure]:
    """All pictures of an agreement."""
    return [figure for build in FIGURES.values() for figure in build(agreement)]


@pytest.fixture(scope="session")
def example() -> Agreement:
    """The shipped example of a hosted service, with the pilot of another."""
    templates = Library.shipped()["templates"]
    hosted = load_agreement(templates / "saas-customer" / "example.yaml").agreement
    pilot = load_agreement(templates / "pilot-agreement" / "example.yaml").agreement.pilot
    return hosted.model_copy(update={"pilot": pilot})


@pytest.fixture(params=ODD, scope="session")
def odd(request: pytest.FixtureRequest) -> Agreement:
    return ODD[request.param]


@pytest.fixture(scope="session")
def odd_figures() -> list[Figure]:
    """The pictures of all odd agreements."""
    return [figure for agreement in ODD.values() for figure in figures_of(agreement)]


@pytest.fixture(scope="session")
def figures() -> Any:
    return figures_of
