"""L35 and L36: pilots that cannot be left, or that prove nothing."""

from __future__ import annotations

from typing import Any

import pytest

from sladocs.check import check
from sladocs.codec import yaml_form

RAMP: dict[str, Any] = {
    "label": "R1", "decide_on": "2027-04-15", "decider": "Board", "outcome": "exit", "silence": "exit", "fees": "None.", "data": "It is deleted.",
}  # fmt: skip
PILOT: dict[str, Any] = {
    "period": "3 months", "start": "2027-02-01", "first_commitment": "2027-06-01", "sunk_cost_cap": "GBP 50,000", "off_ramps": [RAMP],
}  # fmt: skip


def pilot(**changes: Any) -> dict[str, Any]:
    return {"pilot": {**PILOT, **changes}}


def ramps(*changed: dict[str, Any], **more: Any) -> dict[str, Any]:
    return pilot(off_ramps=[{**RAMP, **changes} for changes in changed], **more)


def a_test(**fields: Any) -> dict[str, Any]:
    return {"metric": "availability", "target": ">= 99.5 %", "window": "month", **fields}


def found(code: str, fields: dict[str, Any]) -> list[tuple[str, str]]:
    agreement = yaml_form.load_plain(fields).agreement
    return [(str(f.severity), f.message) for f in check(agreement) if f.code == code]


CASES = tuple({"work": "Invoices", "expected": str(n), "per": "month"} for n in (10, 400))

LATE = [
    (ramps({"decide_on": "2027-05-15"}), "error", "R1 is decided after the pilot has ended"),
    (ramps({"decide_on": "100 days"}), "error", "R1 is decided after the pilot has ended"),
    (ramps({"decide_on": "100 days", "label": None}), "error", "Off-ramp 1 is decided after the pilot has ended"),
    (ramps({"decide_on": "2027-01-31"}), "error", "before the pilot starts"),
    (ramps({}, first_commitment="2027-04-15"), "error", "bound already, from 15 April 2027"),
    (ramps({"decide_on": "8 weeks"}, first_commitment="2027-03-01"), "error", "bound already"),
    (ramps({}, {"decide_on": "2027-04-29"}, first_commitment="2027-04-20"), "error", "bound already"),
    (ramps({"outcome": "proceed", "silence": "extend"}), "error", "No off-ramp of the pilot leads to an exit"),
    (pilot(off_ramps=[]), "error", "The pilot has no off-ramp"),
    ({"pilot": {"tests": [a_test()], "sunk_cost_cap": "GBP 1"}}, "error", "The pilot has no off-ramp"),
    (ramps({"decider": None}), "error", "does not say who decides"),
    (ramps({"fees": None}), "error", "what becomes of fees."),
    (ramps({"fees": None, "data": None}), "error", "what becomes of fees and data."),
    (ramps({"silence": None}), "warning", "where nobody decides"),
    (pilot(sunk_cost_cap=None), "warning", "may have spent at most"),
    (pilot(tests=[a_test(window=None)]), "error", "over which period the success test Availability is measured"),
]


@pytest.mark.parametrize(("fields", "severity", "words"), LATE)
def test_a_pilot_that_cannot_be_left_or_told(fields: dict[str, Any], severity: str, words: str) -> None:
    ((level, message),) = found("L35", fields)
    assert level == severity
    assert words in message


FINE = [
    pilot(),
    {"pilot": "3 months"},
    {"pilot": {"period": "90 days", "start": "2027-02-01"}},
    ramps({"decide_on": "2027-05-15"}, extension="1 month"),
    ramps({"decide_on": "3 months"}),
    ramps({"decide_on": "12 weeks"}),
    ramps({"decide_on": {"as_written": "mid-term"}}),
    ramps({"decide_on": "2027-05-15"}, period={"as_written": "a season"}),
    ramps({"decide_on": "2027-05-15"}, period="60 business days"),
    ramps({}, first_commitment={"as_written": "at go-live"}),
    ramps({"outcome": "proceed", "fees": None, "data": None, "silence": "extend"}, {}),
    pilot(tests=[a_test()]),
    pilot(tests=[a_test(metric="restoration_time", target="<= 4 hours", window=None)]),
    {**pilot(tests=[a_test(window=None)]), "levels": [{"metric": "availability", "target": ">= 99 %", "window": "month"}]},
    {},
]


@pytest.mark.parametrize("fields", FINE)
def test_a_pilot_that_can_be_left(fields: dict[str, Any]) -> None:
    assert found("L35", fields) == []


SHORT = [
    (pilot(period="2 weeks", tests=[a_test()]), "The pilot of 2 weeks is shorter than the month over which Availability is measured."),
    (pilot(period="2 months", tests=[a_test(window="quarter")]), "shorter than the quarter"),
    ({**pilot(tests=[a_test(metric="accuracy", target=">= 95 %")]), "volumes": [CASES[0]]}, "it takes 60 cases, and the pilot of 3 months has about 34"),
    ({**pilot(tests=[a_test(metric="accuracy", target=">= 99.9 %")]), "volumes": [CASES[1]]}, "it takes 3,000 cases"),
    ({**pilot(tests=[a_test(metric="error_rate", target="<= 0.1 %")]), "volumes": [CASES[1]]}, "it takes 3,000 cases"),
    (
        {**pilot(tests=[a_test(metric="restoration_time", target="<= 4 hours", attainment="95 %")]), "volumes": [CASES[0]]},
        "it takes 60 cases",
    ),
    (
        {
            **pilot(tests=[a_test(metric="accuracy", target=">= 95 %", service="Scan")]),
            "services": ["Scan", "Post"],
            "volumes": [{**CASES[0], "service": "Scan"}, {**CASES[1], "service": "Post"}],
        },
        "it takes 60 cases",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("fields", "words"), SHORT)
def test_a_pilot_too_short_to_prove_its_test(fields: dict[str, Any], words: str) -> None:
    ((severity, message),) = found("L36", fields)
    assert severity == "warning"
    assert words in message


LONG = [
    pilot(tests=[a_test()]),
    pilot(period="1 month", tests=[a_test()]),
    pilot(period="4 weeks", tests=[a_test()]),
    pilot(period="3 months", tests=[a_test(window="quarter")]),
    {
        **pilot(tests=[a_test(metric="accuracy", target=">= 95 %", service="Scan")]),
        "services": ["Scan", "Post"],
        "volumes": [{**CASES[0], "service": "Post"}],
    },
    pilot(tests=[a_test(metric="accuracy", target=">= 99.9 %")]),
    {**pilot(tests=[a_test(metric="accuracy", target=">= 95 %")]), "volumes": [CASES[1]]},
    {**pilot(tests=[a_test(metric="accuracy", target=">= 100 %")]), "volumes": [CASES[0]]},
    {**pilot(tests=[a_test(metric="accuracy", target=">= 95 %")]), "volumes": [CASES[0], CASES[1]]},
    {**pilot(tests=[a_test()]), "volumes": [CASES[0]]},
    pilot(period="10 business days", tests=[a_test()]),
]


@pytest.mark.parametrize("fields", LONG)
def test_a_pilot_long_enough(fields: dict[str, Any]) -> None:
    assert found("L36", fields) == []
