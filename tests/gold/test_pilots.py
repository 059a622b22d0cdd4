"""Pilots in one order, filled from defaults, and as an annotation: success tests are no levels, key indicators are."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

from sladocs.model.agreement import Agreement, OffRamp, Pilot, ServiceLevel
from sladocs.model.gold import from_gold, to_gold
from sladocs.model.quantity import Duration
from sladocs.model.stated import canonical, complete, differences

MONTHS = Duration(value=Decimal(3), unit="month")
FIRST = OffRamp(label="R1", decide_on=dt.date(2027, 3, 15), outcome="exit")
SECOND = OffRamp(label="R2", decide_on=Duration(value=Decimal(60), unit="day"), outcome="proceed")


def level(value: str, **more: Any) -> ServiceLevel:
    return ServiceLevel.model_validate({"metric": "availability", "comparator": ">=", "value": value, "unit": "percent", **more})


def pilot(**fields: Any) -> Agreement:
    return Agreement(pilot=Pilot(**fields))


def test_the_order_of_tests_and_off_ramps_does_not_matter() -> None:
    one = pilot(tests=(level("99"), level("98.50")), off_ramps=(FIRST, SECOND))
    two = pilot(tests=(level("98.5"), level("99")), off_ramps=(SECOND, FIRST))
    assert canonical(one) == canonical(two)
    assert differences(one, pilot(tests=one.pilot.tests if one.pilot else (), off_ramps=(FIRST,))).keys() == {"pilot"}


def test_a_pilot_that_says_nothing_is_none() -> None:
    assert differences(pilot(), Agreement()) == {}


def test_each_field_that_is_left_open_comes_from_the_defaults() -> None:
    defaults = pilot(period=MONTHS, scope="all sites", off_ramps=(FIRST,))
    assert complete(Agreement(), defaults).pilot == defaults.pilot
    own = complete(pilot(scope="one site", off_ramps=(SECOND,)), defaults).pilot
    assert own == Pilot(period=MONTHS, scope="one site", off_ramps=(SECOND,))


def test_success_tests_are_no_levels_and_indicators_are() -> None:
    agreement = pilot(period=MONTHS, tests=(level("99"),)).model_copy(update={"service_levels": (level("98", indicator=True),)})
    gold = to_gold(agreement)
    assert gold["terms"] == {"pilot_period": "P3M"}
    assert [entry["value"] for entry in gold["service_levels"]] == [Decimal(98)]
    assert "indicator" not in gold["service_levels"][0]
    assert from_gold(gold).agreement == Agreement(pilot=Pilot(period=MONTHS), service_levels=(level("98"),))
