"""The tables of a contract, cell by cell."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sladocs.assemble.context import Context, Target
from sladocs.assemble.placed import runs
from sladocs.assemble.tables import BUILDERS, PARTED
from sladocs.assemble.tables.levels import TOGETHER
from sladocs.library.placing import grid_levels, has_rows, listed_levels, report_levels
from sladocs.model.agreement import Agreement, Calendar, Day, Priority, Report, ServiceCredit, ServiceLevel, WeeklyHours
from sladocs.model.document import Table
from sladocs.model.metrics import Metric
from sladocs.model.quantity import Comparator

DAY = WeeklyHours(days=(Day.MON,), start=dt.time(8), end=dt.time(18))


def level(target: str, metric: str = "availability", **more: Any) -> ServiceLevel:
    comparator, value, unit = target.split()
    return ServiceLevel.model_validate({"metric": metric, "comparator": comparator, "value": value, "unit": unit, **more})


def credit(value: str = "10 percent", **more: Any) -> ServiceCredit:
    figure, unit = value.split()
    return ServiceCredit.model_validate({"metric": "availability", "value": figure, "unit": unit, **more})


def built(name: str, **data: Any) -> Table | None:
    places = {"holidays": Target("schedule-hours", "Schedule 3", "Hours")}
    return BUILDERS[name](Context(Agreement(**data), (), {}, {}, places, ()))


def rows(name: str, **data: Any) -> list[str]:
    table = built(name, **data)
    assert table is not None
    assert table.headers == 1
    return [" | ".join(cell.text for cell in row).replace("\u00a0", " ") for row in table.rows]


TARGETS = [
    (">= 99.9 percent", "at least 99.9 %"),
    ("<= 4 business_hour", "within 4 business hours"),
    ("<= 1 month", "within 1 month"),
    ("<= 2 percent", "at most 2 %"),
    ("< 200 millisecond", "less than 200 milliseconds"),
    ("> 5 per_second", "more than 5 per second"),
    ("= 0 count", "exactly 0"),
    ("<= 5 count", "at most 5"),
    (">= 10000 currency:USD", "at least USD 10,000"),
]


@pytest.mark.parametrize(("target", "expected"), TARGETS)
def test_targets(target: str, expected: str) -> None:
    assert rows("levels", service_levels=(level(target),)) == ["Service level | Target", f"Availability | {expected}"]


def test_a_level_with_everything() -> None:
    everything = level(
        "<= 4 hour", "restoration_time", label="SL-1", service="Ledger", priority="P1", attainment=Decimal(95), statistic="p95", window="month",
        threshold="minimum", calendar="Support Hours", condition="at night", obliged="customer",
    )  # fmt: skip
    assert rows("levels", service_levels=(everything, level(">= 99 percent"))) == [
        "Ref. | Service level | Service | Priority | Target | Attainment | Statistic | Measurement period | Kind | Hours | Condition | Promised by",
        "SL-1 | Restoration time | Ledger | P1 | within 4 hours | 95 % of cases | 95th percentile | each month | minimum | Support Hours | at night | Customer",
        "— | Availability | — | — | at least 99 % | — | — | — | — | — | — | —",
    ]


def test_the_grid_holds_what_it_can_show_and_the_list_all_else() -> None:
    levels = (
        level("<= 1 hour", "response_time", priority="P1", attainment=Decimal(95), window="month"),
        level("<= 2 hour", "response_time", priority="P2"),
        level("< 4 hour", "restoration_time", priority="P2"),
        level("<= 3 hour", "response_time", priority="P2"),
        level("<= 9 hour", "response_time", priority="P3", label="SL-9"),
        level("<= 9 hour", "onsite_time", priority="P1"),
        level("<= 9 hour", "response_time"),
    )
    data: dict[str, Any] = {"service_levels": levels, "priorities": (Priority(label="P2"), Priority(label="P0"))}
    assert rows("grid", **data) == [
        "Priority | Response time | Restoration time",
        "P2 | within 2 hours | less than 4 hours",
        "P1 | within 1 hour in 95 % of cases each month | —",
    ]
    assert len(rows("levels", **data)) == 1 + 4


def test_each_figure_carries_its_path() -> None:
    table = built(
        "grid", service_levels=(level(">= 1 percent"), level("<= 1 hour", "response_time", priority="P1", attainment=Decimal(95)))
    )
    assert table is not None
    marks = [(run.figure, run.text, row, column) for run, row, column in runs(table) if run.figure]
    assert marks == [("service_levels/1/value", "1\u00a0hour", 1, 1), ("service_levels/1/attainment", "95\u00a0%", 1, 1)]


BANDS = [
    ({"lower": "99.0", "upper": "99.9", "band_unit": "percent"}, "at least 99.0 % and below 99.9 %"),
    ({"upper": "95", "band_unit": "percent"}, "below 95 %"),
    ({"upper": "95", "band_unit": "percent", "upper_included": True}, "at most 95 %"),
    ({"lower": "4", "band_unit": "hour", "lower_included": False}, "more than 4 hours"),
    ({"lower": "3", "upper": "5", "band_unit": "count", "lower_included": False, "upper_included": True}, "more than 3 and at most 5"),
    ({}, "each failure"),
]


@pytest.mark.parametrize(("band", "expected"), BANDS)
def test_bands(band: dict[str, Any], expected: str) -> None:
    assert rows("credits", service_credits=(credit(**band),))[1] == f"Availability | {expected} | 10 %"


CREDITS = [
    ({"basis": "monthly_fee"}, "10 % of the monthly fee"),
    ({"basis": "affected_fee"}, "10 % of the fee for the affected service"),
    ({"basis": "other"}, "10 % of the charge concerned"),
    ({"basis": "annual_fee", "per": "hour"}, "10 % of the annual fee for each hour"),
    ({"per": "occurrence"}, "10 % for each occurrence"),
    ({"per": "0.5 percent"}, "10 % for each 0.5 %"),
    ({"per": "30 minute"}, "10 % for each 30 minutes"),
]


@pytest.mark.parametrize(("data", "expected"), CREDITS)
def test_credits(data: dict[str, Any], expected: str) -> None:
    assert rows("credits", service_credits=(credit(**data),))[1].endswith(f"| {expected}")


OTHER = [
    (
        "parties", {"parties": ({"role": "provider", "name": "N", "address": "A"}, {"role": "subcontractor", "name": "S"})},
        ["Role | Name | Registered address", "Provider | N | A", "Subcontractor | S | —"],
    ),
    (
        "services", {"services": ({"name": "A", "description": "two\nlines"}, {"name": "B", "package": "out_of_scope"})},
        ["Service | Description | Package", "A | two lines | Basic", "B | — | Out of scope"],
    ),
    ("priorities", {"priorities": ({"label": "P1"}, {"label": "P2"})}, ["Priority", "P1", "P2"]),
    (
        "calendars", {"calendars": (Calendar(name="C", always=True), Calendar(name="D", hours=(DAY,), zone="CET", holidays=(dt.date(2026, 12, 25),)))},
        ["Calendar | Hours", "C | 24 hours a day, 7 days a week", "D | Monday, 08:00 to 18:00, CET, except the public holidays listed in Schedule 3"],
    ),
    (
        "calendars", {"calendars": (Calendar(name="C", always=True),), "support_hours": "D"},
        ["Calendar | Hours | Used for", "C | 24 hours a day, 7 days a week | —"],
    ),
    (
        "holidays",
        {"calendars": (
            Calendar(name="D", hours=(DAY,), holidays=(dt.date(2026, 12, 25), dt.date(2026, 12, 28))),
            Calendar(name="E", hours=(DAY,), holiday_source="Norway"),
            Calendar(name="F", always=True),
        )},
        ["Calendar | Public holiday | Source", "D | 25 December 2026 | —", "D | 28 December 2026 | —", "E | — | Norway"],
    ),
    (
        "escalation", {"escalation": ({"level": 1, "role": "Lead", "side": "provider", "after": {"value": "2", "unit": "hour"}}, {"level": 2, "role": "Head"})},
        ["Level | Role | Party | After", "1 | Lead | Provider | 2 hours", "2 | Head | — | —"],
    ),
    (
        "reports", {"reports": (Report(name="R", frequency="half_year"), Report(name="S")),
                    "service_levels": (level("<= 10 business_day", "reporting_time", service="S"), level("<= 9 day", "reporting_time", service="S"))},
        ["Report | Frequency | Due", "R | Half-yearly | —", "S | — | within 10 business days"],
    ),
    ("reviews", {"reviews": ({"frequency": "quarter"},)}, ["Review | Frequency", "— | Quarterly"]),
    (
        "raci", {"responsibilities": ({"activity": "A", "responsible": "P", "accountable": "C", "informed": "I"},)},
        ["Activity | Responsible | Accountable | Informed", "A | P | C | I"],
    ),
    (
        "signatures", {"parties": ({"role": "provider", "name": "N"},)},
        ["Signed for | the Provider N", "Signature | ", "Name | ", "Title | ", "Date | "],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("name", "data", "expected"), OTHER)
def test_other_tables(name: str, data: dict[str, Any], expected: list[str]) -> None:
    assert rows(name, **data) == expected


def test_the_holidays_are_referred_to_where_they_stand() -> None:
    table = built("calendars", calendars=(Calendar(name="D", hours=(DAY,), holiday_source="Norway"),))
    assert table is not None
    assert [run.text for run, _, _ in runs(table) if run.refers == "schedule-hours"] == ["Schedule 3"]


@pytest.mark.parametrize("name", BUILDERS)
def test_a_table_without_rows_is_none(name: str) -> None:
    assert built(name) is None
    assert not has_rows(Agreement(), name)


LEVELS = st.lists(
    st.builds(
        ServiceLevel,
        metric=st.sampled_from([Metric.RESPONSE_TIME, Metric.RESTORATION_TIME, Metric.AVAILABILITY, Metric.REPORTING_TIME]),
        comparator=st.sampled_from(Comparator),
        value=st.integers(0, 99).map(Decimal),
        unit=st.sampled_from(["hour", "percent"]),
        priority=st.sampled_from([None, "P1", "P2"]),
        service=st.sampled_from([None, "R1", "R2"]),
        label=st.sampled_from([None, "SL"]),
        obliged=st.sampled_from(["provider", "customer"]),
    ),
    max_size=12,
)


@given(LEVELS)
def test_every_level_stands_in_exactly_one_table(levels: list[ServiceLevel]) -> None:
    agreement = Agreement(service_levels=tuple(levels), reports=(Report(name="R1"), Report(name="R2"), Report(name="R1")))
    places = [*grid_levels(agreement).values(), *report_levels(agreement).values(), *listed_levels(agreement)]
    assert sorted(places) == list(range(len(levels)))
    context = Context(agreement, (), {}, {}, {}, ())
    tables = [table for name in ("grid", "reports", "levels") if (table := BUILDERS[name](context))]
    printed = sorted(run.figure for table in tables for run, _, _ in runs(table) if run.figure)
    assert printed == sorted(f"service_levels/{i}/value" for i in range(len(levels)))


@given(st.lists(st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\n"), min_size=1), min_size=1, max_size=3))
def test_names_stand_to_the_letter(names: list[str]) -> None:
    agreement = Agreement.model_validate({"services": [{"name": f"N{name}N"} for name in names]})
    table = BUILDERS["services"](Context(agreement, (), {}, {}, {}, ()))
    assert table is not None
    assert [row[0].text for row in table.rows[1:]] == [service.name for service in agreement.services]


def parted(name: str, **data: Any) -> list[Table]:
    return list(PARTED[name](Context(Agreement(**data), (), {}, {}, {}, ())))


@given(st.lists(st.tuples(st.sampled_from(Metric), st.booleans(), st.booleans()), max_size=20))
def test_long_tables_of_levels_are_parted_and_lose_nothing(drawn: list[tuple[Metric, bool, bool]]) -> None:
    levels = tuple(
        level(f">= {n} percent", metric.value, label=f"SL-{n}" if labelled else None, window="month" if windowed else None)
        for n, (metric, labelled, windowed) in enumerate(drawn, 1)
    )
    tables = parted("levels", service_levels=levels)
    placed = sorted(run.figure for table in tables for run, _, _ in runs(table) if run.figure)
    assert placed == sorted(f"service_levels/{i}/value" for i in range(len(levels)))
    assert len(tables) <= 1 or len(levels) > TOGETHER


def test_the_parts_have_no_column_that_another_subject_needs() -> None:
    levels = (
        level(">= 99 percent", service="Ledger", window="month"),
        level("<= 1 second", "latency", statistic="p95"),
        level("<= 4 hour", "recovery_time", service="Ledger"),
        level("<= 1 hour", "recovery_point", service="Ledger"),
        level("<= 1 hour", "notification_time", condition="a Security Incident"),
        level("<= 8 hour", "maintenance_time", window="month"),
        level("<= 9 hour", "onsite_time"),
    )
    heads = [" | ".join(cell.text for cell in table.rows[0]) for table in parted("levels", service_levels=levels)]
    assert heads == [
        "Service level | Service | Target | Measurement period",
        "Service level | Target | Statistic",
        "Service level | Service | Target",
        "Service level | Target | Condition",
        "Service level | Target | Measurement period",
        "Service level | Target",
    ]


def test_an_amount_of_time_is_at_most_and_a_time_limit_is_within() -> None:
    levels = (level("<= 8 hour", "maintenance_time"), level("<= 1 hour", "recovery_point"), level("<= 4 hour", "recovery_time"))
    assert [row.split(" | ")[1] for row in rows("levels", service_levels=levels)] == [
        "Target",
        "at most 8 hours",
        "at most 1 hour",
        "within 4 hours",
    ]


def test_credits_of_single_priorities_stand_apart() -> None:
    general, single = credit(upper="99", band_unit="percent"), credit("2 percent", metric="restoration_time", priority="P1")
    tables = parted("credits", service_credits=(single, general))
    assert [[" | ".join(cell.text for cell in row).replace("\u00a0", " ") for row in table.rows] for table in tables] == [
        ["Service level | Actual figure | Service credit", "Availability | below 99 % | 10 %"],
        ["Service level | Priority | Actual figure | Service credit", "Restoration time | P1 | each failure | 2 %"],
    ]
    assert len(parted("credits", service_credits=(single,))) == len(parted("credits", service_credits=(general,))) == 1


def test_services_that_are_all_basic_have_no_package() -> None:
    basic = {"name": "Ledger", "description": "It keeps the ledger."}
    assert rows("services", services=(basic,))[0] == "Service | Description"
    assert rows("services", services=(basic, {"name": "Copy", "package": "optional"})) == [
        "Service | Description | Package",
        "Ledger | It keeps the ledger. | Basic",
        "Copy | — | Optional",
    ]


def ramp(**more: Any) -> dict[str, Any]:
    return {"label": "R1", "decide_on": dt.date(2027, 3, 15), "outcome": "exit", **more}


def test_success_tests_print_as_levels_under_their_own_heads() -> None:
    needed = level(">= 99.5 percent", label="T1", service="Ledger", window="month", condition="at night")
    quick = level("<= 2 second", "latency", statistic="p95", attainment=Decimal(90))
    assert rows("success-tests", pilot={"tests": (needed, quick)}) == [
        "Test | Measure | Service | Value needed | Attainment | Statistic | Measurement period | Condition",
        "T1 | Availability | Ledger | at least 99.5 % | — | — | each month | at night",
        "— | Latency | — | at most 2 seconds | 90 % of cases | 95th percentile | — | —",
    ]


def test_off_ramps() -> None:
    ramps = (
        ramp(criterion="T1 is missed", decider="Pilot board", silence="proceed"),
        ramp(label="R2", decide_on={"value": Decimal(30), "unit": "day"}, outcome="renegotiate"),
        ramp(label=None, decide_on={"text": "mid-term"}),
    )
    assert rows("off-ramps", pilot={"off_ramps": ramps}) == [
        "Off-ramp | Decision date | Criterion | Decided by | Outcome | If nobody decides",
        "R1 | 15 March 2027 | T1 is missed | Pilot board | Exit | Proceed",
        "R2 | 30 days after the start | — | — | Renegotiate | —",
        "— | mid-term | — | — | Exit | —",
    ]
    assert built("off-ramp-consequences", pilot={"off_ramps": ramps}) is None


def test_consequences_have_a_row_for_each_off_ramp() -> None:
    ramps = (ramp(fees="None is owed.", data="It is returned."), ramp(label="R2"))
    assert rows("off-ramp-consequences", pilot={"off_ramps": ramps}) == [
        "Off-ramp | Fees | Data",
        "R1 | None is owed. | It is returned.",
        "R2 | — | —",
    ]


def test_bodies_and_volumes() -> None:
    body = {"name": "Service board", "members": "two of each side", "meets": "month", "escalates_to": "Executive board"}
    assert rows("bodies", bodies=(body,)) == [
        "Body | Members | Meets | Escalates to",
        "Service board | two of each side | Monthly | Executive board",
    ]
    requests = {"work": "Support requests", "expected": Decimal(1400), "per": "month", "relief_above": Decimal(1600)}
    orders = {"work": "Orders", "service": "Shop", "expected": Decimal(30), "per": "week"}
    assert rows("volumes", volumes=(requests, orders)) == [
        "Work | Service | Expected volume | Relief above",
        "Support requests | — | 1,400 each month | 1,600 each month",
        "Orders | Shop | 30 each week | —",
    ]


def test_an_indicator_is_told_beside_a_minimum_and_stands_in_no_grid() -> None:
    indicator = level("<= 1 hour", "response_time", priority="P1", indicator=True)
    both = level(">= 4 score", "customer_satisfaction", indicator=True, threshold="minimum")
    agreement = Agreement(service_levels=(indicator, both))
    assert grid_levels(agreement) == {}
    assert rows("levels", service_levels=(indicator, both)) == [
        "Service level | Priority | Target | Kind",
        "Response time | P1 | within 1 hour | Key indicator",
        "Customer satisfaction | — | at least 4 scores | Key indicator, minimum",
    ]
