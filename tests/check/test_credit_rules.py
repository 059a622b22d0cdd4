"""L01 to L05 and L19: each case is the credits (and the level) and the codes that must be found."""

import pytest

from sladocs.check import check
from sladocs.model.agreement import Agreement, ServiceCredit, ServiceLevel

UP = {"metric": "availability", "comparator": ">=", "value": "99.9", "unit": "percent"}
DOWN = {"metric": "resolution_time", "comparator": "<=", "value": "4", "unit": "hour"}


def up(lower: str | None, upper: str | None, pays: str, **more: object) -> ServiceCredit:
    return ServiceCredit.model_validate(
        {"metric": "availability", "lower": lower, "upper": upper, "band_unit": "percent", "value": pays, "unit": "percent", **more}
    )


def down(lower: str | None, upper: str | None, pays: str, **more: object) -> ServiceCredit:
    ends = {"lower_included": False, "upper_included": True}
    return up(lower, upper, pays, **{"metric": "resolution_time", "band_unit": "hour", **ends, **more})


def made(*steps: ServiceCredit, level: dict[str, object] | None = UP, **more: object) -> Agreement:
    levels = [] if level is None else [ServiceLevel.model_validate(level)]
    return Agreement.model_validate({"service_levels": levels, "service_credits": steps, **more})


def codes(agreement: Agreement, code: str) -> list[str]:
    return [f.severity.value for f in check(agreement) if f.code == code]


CLOSED = {"upper_included": True}
COUNT = {"band_unit": "count", "upper_included": True}

FIRES = {
    "L01": [
        (made(up("99.5", "99.9", "5"), up("95.0", "99.0", "15")), ["error"]),
        (made(up("99.0", "99.9", "5", lower_included=False), up(None, "99.0", "15")), ["error"]),  # 99.0 itself
        (made(up("99.50", "99.90", "5"), up("99.00", "99.49", "15", **CLOSED)), ["info"]),
        (made(up("95", "99", "5"), up("90", "94", "15", **CLOSED)), ["warning"]),
        (made(down("4", "8", "5"), down("10", None, "15"), level=DOWN), ["error"]),
        (made(up("3", "5", "5", **COUNT), up("7", None, "9", **COUNT)), ["error"]),
        (made(up("99.9", "99.0", "5")), ["error"]),  # turned round
        (made(up("99.0", "99.0", "5")), ["error"]),  # half-open at one figure
        (made(down("60", "120", "5", band_unit="minute"), down("3", None, "9"), level=DOWN), ["error"]),
        (made(up("99.0", "99.9", "5"), up("95", "98", "9"), up("98", "98.5", "7"), level=None), ["error"]),
    ],
    "L02": [
        (made(up("99.0", "99.5", "5"), up("95.0", "99.0", "15", **CLOSED)), ["error"]),
        (made(up("98", "99.9", "5"), up("95", "99", "15")), ["error"]),
        (made(up(None, "99.9", "10"), up(None, "99", "25"), up(None, "95", "50")), ["warning", "warning"]),
        (made(up("99", "99.9", "10"), up("99", "99.9", "10")), ["warning"]),
        (made(up("3", "5", "5", **COUNT), up("5", None, "9", **COUNT)), ["error"]),
        (made(down("4", "8", "5"), down("7", None, "15"), level=DOWN), ["error"]),
        (made(down("4", None, "1", per="hour"), down("8", None, "2", per="hour"), level=DOWN), ["warning"]),
        (made(down("240", "480", "5", band_unit="minute"), down("6", None, "15"), level=DOWN), ["error"]),
    ],
    "L03": [
        (made(up("99.0", "99.9", "15"), up(None, "99.0", "5")), ["error"]),
        (made(down("4", "8", "15"), down("8", None, "5"), level=DOWN), ["error"]),
        (made(up("99", "99.9", "5"), up("95", "99", "20"), up(None, "95", "10")), ["error"]),
        (made(up(None, "99.9", "15"), up(None, "99", "5"), level=None), ["error"]),
        (made(up("99", "99.9", "200", unit="currency:USD"), up(None, "99", "100", unit="currency:USD")), ["error"]),
        (made(up("1", "3", "15", **COUNT), up("4", None, "5", **COUNT)), ["error"]),
        (made(down("4", "8", "3", per="hour"), down("8", None, "1", per="hour"), level=DOWN), ["warning"]),
        (made(up("99", "99.9", "2", unit="week"), up(None, "99", "3", unit="day")), ["error"]),
    ],
    "L04": [
        (made(up("99.9", None, "10")), ["error"]),
        (made(up("99.95", "100", "10")), ["error"]),
        (made(down(None, "4", "10"), level=DOWN), ["error"]),
        (made(down("1", "3", "10"), level=DOWN), ["error"]),
        (made(up("99", None, "10"), level=None), ["error"]),
        (made(down(None, "8", "10"), level=None), ["error"]),
    ],
    "L05": [
        (made(up(None, "99.5", "10")), ["warning"]),
        (made(up(None, "99.95", "10")), ["error"]),
        (made(up("99", "99.9", "10", **CLOSED)), ["warning"]),  # exactly 99.9 keeps the promise
        (made(down("5", None, "10"), level=DOWN), ["warning"]),
        (made(down("3", "6", "10"), level=DOWN), ["error"]),
        (made(down("4", None, "10", lower_included=True), level=DOWN), ["warning"]),
        (made(up(None, "99.9", "10"), level={**UP, "comparator": ">"}), ["warning"]),  # exactly 99.9 misses it
        (made(up("90", "94", "5", metric="response_time"), level={**DOWN, "metric": "response_time", "attainment": "95"}), ["warning"]),
        (made(down("180", None, "10", band_unit="minute"), level=DOWN), ["error"]),
    ],
    "L19": [
        (made(up(None, "99.9", "10"), credit_terms={"cap": {"value": "5", "unit": "percent"}}), ["error"]),
        (made(up("99", "99.9", "10"), up(None, "99", "20"), credit_terms={"cap": {"value": "10", "unit": "percent"}}), ["warning", "info"]),
        (made(up("99", "99.9", "5"), up(None, "99", "20"), credit_terms={"cap": {"value": "10", "unit": "percent"}}), ["info"]),
        (made(up(None, "99.9", "9", unit="currency:USD"), credit_terms={"cap": {"value": "5", "unit": "currency:USD"}}), ["error"]),
        (made(down("4", None, "9", per="hour"), level=DOWN, credit_terms={"cap": {"value": "5", "unit": "percent"}}), ["error"]),
        (
            made(
                up(None, "99.9", "10", basis="monthly_fee"), credit_terms={"cap": {"value": "5", "unit": "percent", "basis": "monthly_fee"}}
            ),
            ["error"],
        ),
    ],
}

SOUND = made(up("99.0", "99.9", "5"), up("95.0", "99.0", "15"), up(None, "95.0", "25"))
CALM = {
    "L01": [
        SOUND,
        made(up("1", "1", "5", **COUNT), up("2", "3", "9", **COUNT), up("4", None, "15", band_unit="count")),
        made(up("99.5", "99.9", "5", service="A"), up("95", "99", "15", service="B")),
        made(up("99.5", "99.9", "5", level="SL-1"), up("95", "99", "15", level="SL-2")),
        made(down("4", "8", "5"), down("8", None, "15"), level=DOWN),
        made(down("240", "480", "5", band_unit="minute"), down("8", None, "15"), level=DOWN),
        made(up("99", "99.9", "5"), up("60", "120", "5", band_unit="minute")),
        made(up(None, "99.9", "1", per="0.1 percent")),
        made(up(None, None, "5", per="hour")),
        made(up("99", "99.9", "1", unit="day"), up(None, "99", "50")),
    ],
    "L02": [
        SOUND,
        made(up("99.0", "99.9", "5", lower_included=False), up(None, "99.0", "15", **CLOSED)),
        made(up(None, "99.9", "5"), up(None, "99.9", "1", per="0.1 percent")),  # a sum and a rate beside it
        made(up(None, "99.9", "5", priority="P1"), up(None, "99.9", "2", priority="P2")),
        made(up("1", "2", "5", **COUNT), up("3", None, "9", **COUNT)),
        made(down("4", "8", "5"), down("8", None, "15"), level=DOWN),
        made(down("4", None, "5"), down("4", None, "15", band_unit="business_hour"), level=DOWN),
        made(up(None, "99.9", "5", basis="monthly_fee"), up(None, "99.9", "1", basis="annual_fee")),
    ],
    "L03": [
        SOUND,
        made(down("4", "8", "5"), down("8", None, "15"), level=DOWN),
        made(up("99", "99.9", "5"), up(None, "99", "5")),
        made(up("99", "99.9", "5"), up(None, "99", "1", per="0.1 percent")),
        made(up("99", "99.9", "50"), up(None, "99", "1", unit="month")),
        made(up("1", "3", "5", **COUNT), up("4", None, "15", **COUNT)),
        made(up("99.0", "99.9", "15"), up(None, "99.0", "5"), level={**UP, "comparator": "="}),
        made(up("99", "99.9", "50", basis="daily_fee"), up(None, "99", "10", basis="monthly_fee")),
    ],
    "L04": [
        SOUND,
        made(up("99.9", None, "0"), up(None, "99.9", "10")),
        made(down("4", None, "5"), level=DOWN),
        made(up(None, "3", "5", **COUNT)),  # up to three failures
        made(up(None, "60", "5", band_unit="minute"), up("60", None, "9", band_unit="minute")),
        made(up("3", None, "5", band_unit="count"), level=DOWN | {"metric": "availability"}),
    ],
    "L05": [
        SOUND,
        made(up("99.5", "99.9", "0"), up(None, "99.5", "10")),
        made(down("4", "8", "5"), down("8", None, "9"), level=DOWN),
        made(down("240", None, "5", band_unit="minute"), level=DOWN),
        made(down("4", None, "5", band_unit="business_hour"), level=DOWN),
        made(up(None, "99.5", "10"), up(None, None, "2", per="occurrence")),
        made(up("1", "3", "5", **COUNT), up("4", None, "15", **COUNT)),
        made(up(None, "99.5", "10"), level={**UP, "service": "A"}, service_credits=[up(None, "99.5", "5", service="B")]),
        made(
            up("6", None, "5", metric="backlog", band_unit="count"),
            level={**UP, "metric": "backlog", "comparator": "<=", "value": "5", "unit": "count"},
        ),
    ],
    "L19": [
        SOUND,
        made(up(None, "99.9", "10"), credit_terms={"cap": {"value": "30", "unit": "percent"}}),
        made(up(None, "99.9", "100"), credit_terms={"cap": {"value": "100", "unit": "percent"}}),
        made(up(None, "99.9", "10", basis="daily_fee"), credit_terms={"cap": {"value": "5", "unit": "percent", "basis": "annual_fee"}}),
        made(up(None, "99.9", "900", unit="currency:USD"), credit_terms={"cap": {"value": "5", "unit": "percent"}}),
        made(up("99", "99.9", "0"), up(None, "99", "20"), credit_terms={"cap": {"value": "20", "unit": "percent"}}),
    ],
}


@pytest.mark.parametrize(("code", "agreement", "severities"), [(code, *case) for code, cases in FIRES.items() for case in cases])
def test_fires(code: str, agreement: Agreement, severities: list[str]) -> None:
    assert codes(agreement, code) == severities


@pytest.mark.parametrize(("code", "agreement"), [(code, case) for code, cases in CALM.items() for case in cases])
def test_does_not_fire(code: str, agreement: Agreement) -> None:
    assert codes(agreement, code) == []


def test_a_sound_ladder_has_no_finding_at_all() -> None:
    assert check(SOUND) == []


def test_the_message_has_the_very_figures() -> None:
    found = check(made(up("99.0", "99.5", "5"), up("95.0", "99.0", "15", **CLOSED), level=None))
    assert [f.message for f in found] == [
        "99.0 % belongs to two bands of Availability: 99.0\u201399.5 % pays 5 %, 95.0\u201399.0 % pays 15 %."
    ]
    assert found[0].place.path == "service_credits/0"


def test_the_label_decides_which_target_a_credit_remedies() -> None:
    levels = [{**UP, "label": "SL-1"}, {**UP, "label": "SL-2", "value": "99.5"}]
    fits = Agreement.model_validate({"service_levels": levels, "service_credits": [up(None, "99.5", "5", level="SL-2")]})
    assert check(fits) == []
    misses = Agreement.model_validate({"service_levels": levels, "service_credits": [up(None, "99.5", "5", level="SL-1")]})
    assert codes(misses, "L05") == ["warning"]
