"""What pictures show of an agreement, and what they leave out because it could not be shown truly."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from sladocs.assemble.figures import FIGURES
from sladocs.assemble.figures.downtime import length_words
from sladocs.model.agreement import Agreement, Calendar, Day, EscalationStep, OffRamp, Pilot, ServiceCredit, ServiceLevel, WeeklyHours
from sladocs.model.document import Figure
from sladocs.model.picture import AllowedDowntime, CreditSteps, EscalationLadder, PilotTimeline
from sladocs.model.quantity import Duration


def shown(name: str, agreement: Agreement) -> Any:
    """The only picture of that name."""
    found = FIGURES[name](agreement)
    assert len(found) == 1
    return found[0].picture


def credits_of(*bands: tuple[str | None, str | None, str], **more: Any) -> Agreement:
    fields = {"metric": "availability", "band_unit": "percent", "unit": "percent", "basis": "monthly_fee", **more}
    made = [ServiceCredit.model_validate({**fields, "lower": low, "upper": high, "value": value}) for low, high, value in bands]
    return Agreement(service_credits=tuple(made))


def after(value: str, unit: str) -> Duration:
    return Duration(value=Decimal(value), unit=unit)


def test_an_agreement_with_nothing_to_show_has_no_picture(figures: Callable[[Agreement], list[Figure]]) -> None:
    assert figures(Agreement()) == []
    assert figures(Agreement(pilot=Pilot(), escalation=(EscalationStep(level=1, role="Head"),))) == []


def test_services_with_the_same_steps_share_a_picture(example: Agreement) -> None:
    first, second = (figure.picture for figure in FIGURES["credit-steps"](example))
    assert isinstance(first, CreditSteps)
    assert isinstance(second, CreditSteps)
    assert (first.of, second.of) == (("Ledger Platform", "Ledger API"), ("Reporting Workspace",))
    assert [step.words.replace("\u00a0", " ") for step in first.steps] == ["30 %", "20 %", "10 %", "5 %"]
    assert first.target is not None
    assert (first.target.at, first.better, first.basis) == (Decimal("99.9"), "more", "of the fee for the affected service")


@pytest.mark.parametrize(
    ("agreement", "why"),
    [
        (credits_of(("99", "99.9", "5"), ("98", "99.5", "10")), "bands overlap"),
        (credits_of(("99", "99.9", "5"), per="0.1 percent"), "a rate"),
        (credits_of((None, None, "5")), "no band"),
        (credits_of(("99", "99", "5")), "an empty band"),
        (credits_of(("1E+20", None, "5")), "beyond any axis"),
        (credits_of(("99", "99.9", "0")), "nothing is owed"),
        (
            Agreement(
                service_credits=(
                    *credits_of(("99", "99.9", "5")).service_credits,
                    *credits_of((None, "99", "500"), unit="currency:USD", basis=None).service_credits,
                )
            ),
            "shares and money",
        ),
    ],
)
def test_steps_that_a_staircase_cannot_show_are_left_out(agreement: Agreement, why: str) -> None:
    assert FIGURES["credit-steps"](agreement) == [], why


def test_less_is_better_where_credits_grow_with_the_figure() -> None:
    picture = shown("credit-steps", credits_of(("2", "3", "5"), ("3", None, "10"), metric="error_rate"))
    assert (picture.better, picture.limit.words.replace("\u00a0", " ")) == ("less", "0 %")


def test_parties_that_are_called_together_share_a_rung(example: Agreement) -> None:
    picture = shown("escalation-ladder", example)
    assert isinstance(picture, EscalationLadder)
    first = picture.rungs[0]
    assert (first.level, first.after) == ("1", Decimal(120))
    assert (first.provider, first.customer) == (("Service desk lead",), ("Finance systems manager",))


def test_business_days_beside_business_hours_have_no_place_on_an_axis() -> None:
    steps = (
        EscalationStep(level=1, role="A", after=after("4", "business_hour")),
        EscalationStep(level=2, role="B", after=after("2", "business_day")),
    )
    picture = shown("escalation-ladder", Agreement(escalation=steps))
    assert [(rung.after, rung.time) for rung in picture.rungs] == [(None, "business"), (None, "business")]


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        ("43.2", "43 min 12 s"),
        ("0", "none"),
        ("0.432", "about 26 s"),
        ("525.6", "8 h 45 min 36 s"),
        ("0.001", "less than 1 s"),
        ("60", "1 h"),
    ],
)
def test_lengths_of_time_are_exact_to_the_second(minutes: str, words: str) -> None:
    assert length_words(Decimal(minutes)).replace("\u00a0", " ") == words


def test_downtime_counts_within_the_promise_s_window_and_hours() -> None:
    office = Calendar(name="Office", hours=(WeeklyHours(days=tuple(Day)[:5], start=dt.time(8), end=dt.time(18)),))
    base = {"metric": "availability", "comparator": ">=", "value": "99.5", "unit": "percent"}
    levels = [{"window": "year"}, {"window": "month", "calendar": "Office"}, {"obliged": "customer"}, {"comparator": "<="}]
    agreement = Agreement(calendars=(office,), service_levels=tuple(ServiceLevel.model_validate({**base, **level}) for level in levels))
    picture = shown("allowed-downtime", agreement)
    assert isinstance(picture, AllowedDowntime)
    assert [(bar.window, bar.hours) for bar in picture.bars] == [("a year of 365 days", ""), ("a month of 30 days", "Office")]
    assert [bar.minutes for bar in picture.bars] == [Decimal(2628), Decimal(50 * 60) * 30 / 7 * Decimal("0.005")]


def pilot(**fields: Any) -> Agreement:
    return Agreement(pilot=Pilot.model_validate(fields))


def test_a_pilot_s_ends_are_days_since_its_start() -> None:
    ramps = ({"decide_on": dt.date(2027, 2, 10)}, {"decide_on": after("1", "month")}, {"decide_on": after("5", "business_day")})
    picture = shown(
        "pilot-timeline",
        pilot(
            period=after("1", "month"),
            extension=after("2", "week"),
            start=dt.date(2027, 1, 31),
            first_commitment=dt.date(2027, 4, 1),
            off_ramps=ramps,
        ),
    )
    assert isinstance(picture, PilotTimeline)
    assert picture.period is not None
    assert picture.extension is not None
    assert picture.commitment is not None
    assert (picture.period.at, picture.extension.at, picture.commitment.at) == (28, 42, 60)
    assert [ramp.at for ramp in picture.ramps] == [10, 28, None]
    assert [(tick.at, tick.words) for tick in picture.ticks] == [(1, "Feb 2027"), (29, "Mar"), (60, "Apr")]


@pytest.mark.parametrize(
    ("fields", "drawn"),
    [
        ({"period": after("3", "month"), "start": dt.date(9999, 12, 1)}, True),
        ({"period": after("9000", "year"), "start": dt.date(2027, 1, 1)}, False),
        ({"period": after("1E+30", "day")}, False),
        ({"period": after("10", "business_day"), "start": dt.date(2027, 1, 1)}, False),
        (
            {"start": dt.date(2027, 1, 1), "first_commitment": dt.date(9000, 1, 1), "off_ramps": (OffRamp(decide_on=after("1", "week")),)},
            True,
        ),
        ({"start": dt.date(2027, 1, 1), "off_ramps": (OffRamp(decide_on=dt.date(2026, 12, 1)),)}, True),
    ],
)
def test_times_out_of_reach_are_not_drawn(fields: dict[str, Any], drawn: bool) -> None:
    assert bool(FIGURES["pilot-timeline"](pilot(**fields))) is drawn
