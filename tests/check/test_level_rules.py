"""L06 to L08, L34 and L37, and the order of priorities."""

import pytest

from sladocs.check import check
from sladocs.check.urgency import more_urgent
from sladocs.model.agreement import Agreement


def t(metric: str, value: str, unit: str, priority: str | None = "P1", comparator: str = "<=", **more: object) -> dict[str, object]:
    short = {"response": "response_time", "resolve": "resolution_time", "restore": "restoration_time", "update": "update_interval"}
    return {"metric": short.get(metric, metric), "comparator": comparator, "value": value, "unit": unit, "priority": priority, **more}


def pct(value: str, metric: str = "availability", comparator: str = ">=", **more: object) -> dict[str, object]:
    return t(metric, value, "percent", None, comparator, **more)


def levels(*given: dict[str, object]) -> dict[str, object]:
    return {"service_levels": given}


def term(**fields: object) -> dict[str, object]:
    return {"term": fields}


def d(value: str, unit: str) -> dict[str, str]:
    return {"value": value, "unit": unit}


def step(level: int, role: str = "Manager", after: dict[str, str] | None = None, **more: object) -> dict[str, object]:
    return {"level": level, "role": role, "after": after, **more}


def ladder(*steps: dict[str, object], **more: object) -> dict[str, object]:
    return {"escalation": steps, **more}


CREDIT = {"metric": "availability", "upper": "99", "band_unit": "percent", "value": "5", "unit": "percent"}
FULL = [
    t(metric, value, "hour", priority)
    for priority, f in (("P1", 1), ("P2", 2), ("P3", 3))
    for metric, value in (("response", f"{f}"), ("resolve", f"{f * 9}"))
]

FIRES = {
    "L06": [
        (levels(t("response", "2", "hour"), t("resolve", "1", "hour")), ["error"]),
        (levels(t("response", "2", "hour"), t("resolve", "90", "minute")), ["error"]),
        (levels(t("response", "2", "business_hour"), t("restore", "60", "business_minute")), ["error"]),
        (levels(t("update", "1", "day"), t("resolve", "8", "hour")), ["error"]),
        (levels(t("response", "2", "hour", None), t("resolve", "1", "hour", None)), ["error"]),
        (levels(t("response", "2", "business_day"), t("resolve", "1", "business_day")), ["error"]),
        (levels(t("response", "2", "hour", attainment="95.0"), t("resolve", "1", "hour", attainment="95")), ["error"]),
    ],
    "L07": [
        (levels(t("response", "4", "hour", "P1"), t("response", "1", "hour", "P2")), ["error"]),
        (levels(t("response", "4", "hour", "Critical"), t("response", "1", "hour", "Low")), ["error"]),
        (levels(t("resolve", "2", "day", "Severity 1"), t("resolve", "24", "hour", "Severity 2")), ["error"]),
        (levels(t("response", "4", "hour", "Critical (P1)"), t("response", "1", "hour", "High (P2)")), ["error"]),
        (levels(t("update", "4", "hour", "Priority One"), t("update", "1", "hour", "Priority Two")), ["error"]),
        (levels(*[x for x in FULL if (x["priority"], x["metric"]) != ("P2", "resolution_time")]), ["warning"]),
        (levels(*[x for x in FULL if (x["priority"], x["metric"]) != ("P1", "response_time")]), ["warning"]),
        ({"template": "saas-customer", "priorities": [{"label": "P4 (Low)"}, {"label": "P1 (Critical)"}]}, ["error"]),
    ],
    "L08": [
        (levels(pct("101")), ["error"]),
        (levels(pct("100")), ["warning"]),
        (levels(pct("0")), ["error"]),
        (levels(pct("101", "error_rate", "<=")), ["error"]),
        (levels(pct("100", "error_rate", "<=")), ["warning"]),
        (levels(pct("-1", "packet_loss", "<=")), ["error"]),
        (levels(pct("120", "capacity")), ["warning"]),
        (levels(t("response", "1", "hour", attainment="101")), ["error"]),
        (levels(t("response", "1", "hour", attainment="0")), ["error"]),
        (levels(t("response", "1", "hour", attainment="100")), ["warning"]),
        ({"service_credits": [{**CREDIT, "upper": "101"}]}, ["error"]),
        ({"service_credits": [{**CREDIT, "value": "110", "basis": "monthly_fee"}]}, ["error"]),
        ({"credit_terms": {"cap": {"value": "0", "unit": "percent"}}}, ["error"]),
        ({"chronic_failure": {"consecutive": 2, "below": "101"}}, ["error"]),
        ({"pilot": {"sunk_cost_cap": {"value": "-5", "unit": "currency:GBP"}}}, ["error"]),
        ({"pilot": {"period": d("0", "month")}}, ["error"]),
        ({"pilot": {"period": d("999999999999", "year")}}, ["error"]),
        ({"volumes": [{"work": "Calls", "expected": "-1", "per": "month", "relief_above": "-2"}]}, ["error", "error"]),
    ],
    "L34": [
        (term(effective_date="2027-01-01", expiration_date="2026-12-31"), ["error"]),
        (term(initial=d("1", "year"), renewal_notice=d("18", "month")), ["error"]),
        (term(initial=d("30", "day"), termination_notice=d("2", "month")), ["error"]),
        (term(initial=d("1", "year"), termination_notice=d("400", "day")), ["error"]),
        (term(effective_date="2027-01-01", expiration_date="2027-03-31", termination_notice=d("6", "month")), ["error"]),
        ({**term(initial=d("6", "month")), "reviews": [{"name": "Service review", "frequency": "year"}]}, ["warning"]),
        (term(initial=d("1", "month"), renewal_notice=d("5", "week"), termination_notice=d("40", "day")), ["error", "error"]),
    ],
    "L37": [
        (ladder(step(1, after=d("4", "hour")), step(2, after=d("2", "hour"))), ["error"]),
        (ladder(step(1, after=d("4", "hour")), step(2, after=d("4", "hour"))), ["warning"]),
        (ladder(step(1), step(3)), ["error"]),
        (ladder(step(2), step(3)), ["warning"]),
        (ladder(step(1, after=d("1", "day")), step(2, after=d("8", "hour"))), ["error"]),
        (ladder(step(1, "Service desk lead"), step(2, "Second-line engineer")), ["warning"]),
        (ladder(step(1, after=d("8", "hour"), priority="P1"), **levels(t("resolve", "4", "hour"))), ["warning"]),
        (
            ladder(
                step(1, after=d("1", "hour"), priority="P1"),
                step(2, after=d("9", "hour"), priority="P1"),
                **levels(t("resolve", "4", "hour")),
            ),
            ["info"],
        ),
    ],
}

CALM = {
    "L06": [
        levels(t("response", "2", "hour"), t("resolve", "4", "hour")),
        levels(t("response", "2", "hour"), t("resolve", "2", "hour")),
        levels(t("response", "2", "hour"), t("resolve", "1", "business_hour")),
        levels(t("response", "2", "hour"), t("resolve", "1", "hour", "P2")),
        levels(t("response", "2", "hour", service="A"), t("resolve", "1", "hour", service="B")),
        levels(t("response", "2", "hour", calendar="Support Hours"), t("resolve", "1", "hour")),
        levels(t("response", "2", "hour", attainment="99"), t("resolve", "1", "hour", attainment="50")),
        levels(t("response", "2", "business_day"), t("resolve", "4", "business_hour")),
        levels(t("response", "2", "hour"), t("resolve", "1", "hour", comparator=">=")),
        levels(t("response", "2", "hour"), t("resolve", "1", "month")),
        levels(t("response", "2", "hour", condition="out of hours"), t("resolve", "1", "hour", condition="in hours")),
    ],
    "L07": [
        levels(*FULL),
        {"template": "saas-customer", "priorities": [{"label": "P1 (Critical)"}, {"label": "P4 (Low)"}]},
        {"template": "saas-customer", "priorities": [{"label": "Gold"}, {"label": "Silver"}]},
        {"priorities": [{"label": "P4 (Low)"}, {"label": "P1 (Critical)"}]},  # a stranger's list says nothing of the order
        levels(t("response", "4", "hour", "P1"), t("response", "1", "business_hour", "P2")),
        levels(t("response", "4", "hour", "Gold"), t("response", "1", "hour", "Silver")),
        levels(t("response", "4", "hour", "Urgent"), t("response", "1", "hour", "Low")),
        levels(t("response", "1", "hour", "P1"), t("response", "1", "hour", "P2")),
        levels(t("response", "4", "hour", "Level 1 (Low)"), t("response", "1", "hour", "Level 2 (High)")),
        levels(t("response", "4", "hour", "P1", service="A"), t("response", "1", "hour", "P2", service="B")),
        levels(t("on_time_delivery", "99", "percent", "P1", ">="), t("on_time_delivery", "95", "percent", "P2", ">=")),
        levels(*FULL[:-1]),  # the least urgent row may lack a figure
        levels(*FULL[:3], t("resolve", "9", "hour", None)),
        levels(t("response", "4", "hour", "critical or high"), t("response", "1", "hour", "low")),
        levels(t("response", "4", "hour", "P1", attainment="99"), t("response", "1", "hour", "P2", attainment="50")),
    ],
    "L08": [
        levels(pct("99.99")),
        levels(pct("0", "packet_loss", "<=")),
        levels(t("response", "1", "hour", attainment="99.5")),
        levels(t("latency", "500", "millisecond", None)),
        levels(t("throughput", "120", "per_second", None, ">=")),
        {"service_credits": [{**CREDIT, "lower": "0", "upper": "100", "value": "100", "basis": "monthly_fee"}]},
        {"service_credits": [{**CREDIT, "value": "200", "basis": "daily_fee"}]},
        {"service_credits": [{**CREDIT, "value": "500", "unit": "currency:USD"}]},
        {"credit_terms": {"cap": {"value": "100", "unit": "percent"}}},
        {"pilot": {"sunk_cost_cap": {"value": "0", "unit": "currency:GBP"}, "period": d("3", "month")}},
        {"volumes": [{"work": "Calls", "expected": "0", "per": "month"}]},
    ],
    "L34": [
        term(effective_date="2027-01-01", expiration_date="2027-12-31", initial=d("1", "year"), renewal_notice=d("90", "day")),
        term(effective_date="2027-01-01", expiration_date="2027-01-01"),
        term(initial=d("1", "year"), termination_notice=d("365", "day")),
        term(initial=d("1", "month"), renewal_notice=d("30", "day")),
        term(initial=d("1", "month"), renewal_notice=d("40", "business_day")),
        term(initial={"text": "as long as the order runs"}, renewal_notice=d("5", "year")),
        {**term(initial=d("6", "month"), renewal=d("6", "month")), "reviews": [{"frequency": "year"}]},
        {**term(initial=d("1", "year")), "reviews": [{"frequency": "year"}]},
        term(renewal_notice=d("5", "year")),
    ],
    "L37": [
        ladder(step(1, after=d("2", "hour")), step(2, after=d("8", "hour")), step(3, after=d("1", "day"))),
        ladder(step(1, after=d("4", "business_hour")), step(2, after=d("2", "hour"))),
        ladder(
            step(1, side="provider", after=d("4", "hour")), step(1, side="customer", after=d("2", "hour")), step(2, after=d("9", "hour"))
        ),
        ladder(step(1, priority="P1", after=d("1", "hour")), step(1, priority="P2", after=d("1", "hour"))),
        ladder(step(1), step(2, priority="P1")),
        ladder(step(1, "Service desk")),
        ladder(step(1, "Service desk"), step(2, "Support team manager")),
        ladder(step(1, after=d("8", "hour"), priority="P1"), **levels(t("resolve", "4", "business_hour"))),
        ladder(step(1, after=d("8", "hour"), priority="P2"), **levels(t("resolve", "4", "hour"))),
        ladder(step(1, after=d("8", "hour")), **levels(t("resolve", "4", "hour"))),
    ],
}


def codes(data: dict[str, object], code: str) -> list[str]:
    return [f.severity.value for f in check(Agreement.model_validate(data)) if f.code == code]


@pytest.mark.parametrize(("code", "data", "severities"), [(code, *case) for code, cases in FIRES.items() for case in cases])
def test_fires(code: str, data: dict[str, object], severities: list[str]) -> None:
    assert codes(data, code) == severities


@pytest.mark.parametrize(("code", "data"), [(code, case) for code, cases in CALM.items() for case in cases])
def test_does_not_fire(code: str, data: dict[str, object]) -> None:
    assert codes(data, code) == []


@pytest.mark.parametrize(
    ("one", "other", "known"),
    [
        ("P1", "P2", True), ("P0", "P1", True), ("P2", "P1", False), ("Severity 1 (Critical)", "Severity 2 (Major)", True),
        ("SEVERITY 1 [P1] CRITICAL", "SEVERITY 2 [P2] HIGH IMPACT", True), ("S1", "S3", True),
        ("Priority level 1", "Priority level 3", True),
        ("Critical", "High", True), ("high", "LOW", True), ("Critical Issues (Service Down)", "Low Priority (General Inquiries)", True),
        ("Non-Critical", "Low", False), ("Urgent", "Normal", False), ("1", "2", True), ("P1", "S2", False), ("P1", "P1", False),
        ("Level 1 (Low)", "Level 2 (High)", False), ("Class A", "Class B", True), ("Service is affected", "Service is unavailable", False),
        ("Emergency", "Routine", False), ("Major", "Minor", True),
    ],
)  # fmt: skip
def test_which_label_is_more_urgent(one: str, other: str, known: bool) -> None:
    assert more_urgent(one, other) is known
    assert not (known and more_urgent(other, one))


def test_origins_place_a_finding_at_the_nearest_line() -> None:
    agreement = Agreement.model_validate(levels(pct("99"), pct("101")))
    place = check(agreement, origins={"service_levels/1": ("acme.yaml", 12), "service_levels": ("acme.yaml", 9)})[0].place
    assert (place.file, place.line, place.path) == ("acme.yaml", 12, "service_levels/1/value")
    above = check(agreement, origins={"service_levels": ("acme.yaml", 9)})[0].place
    assert (above.file, above.line) == ("acme.yaml", 9)
    assert check(agreement, origins={"term": ("acme.yaml", 1)})[0].place.file is None
