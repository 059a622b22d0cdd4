"""Paths into an agreement, and the conditions that ask them."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from sladocs.library.conditions import holds, implied
from sladocs.library.paths import find, find_all, problem, types_at
from sladocs.model.agreement import Agreement, CreditTerms, Maintenance, Party, Report, Role, ServiceLevel, Term
from sladocs.model.clause import Condition
from sladocs.model.metrics import Metric
from sladocs.model.quantity import Comparator, Duration


def level(metric: Metric, value: str, unit: str, **more: Any) -> ServiceLevel:
    return ServiceLevel.model_validate({"metric": metric, "comparator": Comparator.AT_MOST, "value": Decimal(value), "unit": unit, **more})


AGREEMENT = Agreement(
    form="schedule",
    parties=(Party(role=Role.CUSTOMER, name="Oakfield"), Party(role=Role.PROVIDER, name="Northwind")),
    service_levels=(level(Metric.RESPONSE_TIME, "1", "hour", priority="P1"), level(Metric.RECOVERY_TIME, "4", "hour", label="SL-9")),
    reports=(Report(name="Monthly report", frequency="month"),),
    credit_terms=CreditTerms(sole_remedy=False),
    term=Term(initial=Duration(value=Decimal(3), unit="year")),
)

FOUND = [
    ("term.initial", "term/initial"),
    ("parties.provider.name", "parties/1/name"),
    ("parties.0.name", "parties/0/name"),
    ("parties.name", "parties/0/name"),
    ("service_levels.recovery_time", "service_levels/1"),
    ("service_levels.SL-9.value", "service_levels/1/value"),
    ("service_levels.recovery_time.target", "service_levels/1/target"),
    ("service_levels.priority", "service_levels/0/priority"),
    ("reports.monthly_report.frequency", "reports/0/frequency"),
    ("credit_terms.sole_remedy", "credit_terms/sole_remedy"),
]
MISSING = [
    "term.renewal",
    "parties.subcontractor.name",
    "service_levels.availability",
    "maintenance",
    "chronic_failure.text",
    "title",
    "reviews",
]


@pytest.mark.parametrize(("path", "full"), FOUND)
def test_a_path_finds_its_value(path: str, full: str) -> None:
    found = find(AGREEMENT, path)
    assert found is not None
    assert found.path == full


@pytest.mark.parametrize("path", MISSING)
def test_a_path_without_a_value_finds_nothing(path: str) -> None:
    assert find(AGREEMENT, path) is None


def test_a_field_asks_all_entries() -> None:
    assert [found.value for found in find_all(AGREEMENT, "service_levels.metric")] == [Metric.RESPONSE_TIME, Metric.RECOVERY_TIME]


@pytest.mark.parametrize("path", [path for path, _ in FOUND] + MISSING)
def test_paths_that_can_lead_to_something_are_accepted(path: str) -> None:
    assert path == "service_levels.SL-9.value" or problem(path) is None


@pytest.mark.parametrize(
    ("path", "remedy"),
    [
        ("term.intial", "Did you mean initial?"),
        ("terms", "Did you mean term?"),
        ("parties.provder.name", "Did you mean provider?"),
        ("service_levels.availabilty", "Did you mean availability?"),
        ("term.initial.value.x", None),
    ],
)
def test_paths_that_lead_to_nothing(path: str, remedy: str | None) -> None:
    wrong = problem(path)
    assert wrong is not None
    assert wrong[1] == remedy


@pytest.mark.parametrize(
    ("path", "fits"),
    [
        ("term.initial", "duration"), ("term.effective_date", "date"), ("governing_law", "text"), ("credit_terms.cap", "credit"),
        ("chronic_failure", "months"), ("chronic_failure.consecutive", "number"), ("service_levels.recovery_time", "duration"),
        ("services", "list"), ("maintenance.notice", "duration"), ("chronic_failure.below", "percent"),
    ],
)  # fmt: skip
def test_types_at_paths(path: str, fits: str) -> None:
    assert fits in types_at(path)


def test_a_whole_part_cannot_be_printed() -> None:
    assert types_at("term") == set()
    assert types_at("nothing") == set()


def condition(**data: object) -> Condition:
    return Condition.model_validate(data)


YES = [
    {"has": "term.initial"},
    {"is": {"form": ("schedule",)}},
    {"is": {"form": ("standalone", "schedule"), "credit_terms.sole_remedy": ("false",)}},
    {"is": {"service_levels.metric": ("recovery_time",)}},
    {"is": {"service_levels.value": ("4.0",)}},
    {"clause": "term"},
    {"table": "grid"},
    {"table": "levels"},
    {"not": {"has": "term.renewal"}},
    {"all": [{"clause": "term"}, {"has": "parties"}]},
    {"all": []},
    {"any": [{"clause": "x"}, {"has": "parties"}]},
    {"has": "credit_terms.sole_remedy"},
]
NO = [
    {"has": "maintenance.window"},
    {"is": {"form": ("standalone",)}},
    {"is": {"term.renewal": ("x",)}},
    {"is": {"service_levels.value": ("four",)}},
    {"clause": "x"},
    {"table": "credits"},
    {"any": []},
    {"all": [{"clause": "term"}, {"has": "reviews"}]},
    {"any": [{"clause": "x"}, {"has": "reviews"}]},
]


PILOT = Agreement.model_validate(
    {
        "pilot": {
            "period": {"value": "3", "unit": "month"},
            "tests": [level(Metric.LATENCY, "2", "second", label="T1")],
            "off_ramps": [{"label": "R1", "silence": "exit"}, {"label": "R2", "outcome": "proceed", "fees": "None."}],
        },
        "bodies": [{"name": "Service board", "meets": "month"}],
        "volumes": [{"work": "Requests", "expected": "400", "per": "month"}],
        "service_levels": [level(Metric.ACCURACY, "2", "percent"), level(Metric.BACKLOG, "9", "count", indicator=True)],
    }
)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ({"has": "pilot.off_ramps"}, True),
        ({"has": "pilot.off_ramps.silence"}, True),
        ({"has": "pilot.off_ramps.data"}, False),
        ({"has": "pilot.tests.latency"}, True),
        ({"has": "pilot.tests.availability"}, False),
        ({"has": "pilot.extension"}, False),
        ({"is": {"pilot.off_ramps.silence": ("exit",)}}, True),
        ({"is": {"pilot.off_ramps.silence": ("proceed",)}}, False),
        ({"is": {"service_levels.indicator": ("true",)}}, True),
        ({"has": "service_levels.indicator"}, True),
        ({"has": "bodies.escalates_to"}, False),
        ({"has": "volumes.relief_above"}, False),
        ({"table": "bodies"}, True),
        ({"table": "volumes"}, True),
        ({"table": "success-tests"}, True),
        ({"table": "off-ramps"}, True),
        ({"table": "off-ramp-consequences"}, True),
    ],
)
def test_conditions_on_a_pilot(data: dict[str, object], expected: bool) -> None:
    assert holds(condition(**data), PILOT, set()) is expected
    assert not holds(condition(**data), AGREEMENT, set())


@pytest.mark.parametrize(
    ("path", "fits"),
    [
        ("pilot.period", "duration"),
        ("pilot.start", "date"),
        ("pilot.sunk_cost_cap", "money"),
        ("pilot.scope", "text"),
        ("pilot.tests", "list"),
        ("pilot.off_ramps.decide_on", "date"),
        ("volumes.expected", "number"),
    ],
)
def test_types_in_a_pilot(path: str, fits: str) -> None:
    assert problem(path) is None
    assert fits in types_at(path)


@pytest.mark.parametrize("data", YES)
def test_conditions_that_hold(data: dict[str, object]) -> None:
    assert holds(condition(**data), AGREEMENT, {"term"})
    assert not holds(condition(**{"not": data}), AGREEMENT, {"term"})


@pytest.mark.parametrize("data", NO)
def test_conditions_that_do_not_hold(data: dict[str, object]) -> None:
    assert not holds(condition(**data), AGREEMENT, {"term"})


def test_empty_parts_say_nothing() -> None:
    assert find(Agreement(maintenance=Maintenance()), "maintenance") is None
    assert find(Agreement(maintenance=Maintenance(window="Sundays")), "maintenance") is not None


def test_what_a_condition_makes_sure() -> None:
    both = condition(all=[{"has": "a"}, {"is": {"b": ("x",)}}])
    one = condition(any=[{"all": [{"has": "a"}, {"has": "b"}]}, {"has": "a"}])
    assert implied(both) == {"a", "b"}
    assert implied(one) == {"a"}
    assert implied(condition(**{"not": {"has": "a"}})) == set()
