"""Pilots, bodies and volumes on the page of a summary and in comparisons."""

from __future__ import annotations

from sladocs.codec import yaml_form
from sladocs.model.agreement import Agreement
from sladocs.report import difference
from sladocs.report.summary import summary

TEXT = """\
title: Pilot Agreement
pilot:
  period: 3 months
  start: 2027-02-01
  sunk_cost_cap: GBP 50,000
  tests:
    - {metric: availability, label: T1, target: ">= 99.5 %", window: month}
  off_ramps:
    - {label: R1, decide_on: 2027-03-15, criterion: T1 is missed, decider: Pilot board, outcome: exit, silence: exit, fees: None is owed.}
    - {decide_on: 60 days, outcome: proceed}
levels:
  - {metric: response_time, priority: P1, within: 1 hour, indicator: true}
bodies:
  - {name: Service board, meets: month, decides: changes}
volumes:
  - {work: Requests, expected: "1,400", per: month, relief_above: 1600}
"""


def agreement(text: str = TEXT) -> Agreement:
    return yaml_form.load(text).agreement


def lines(text: str) -> list[str]:
    return [" ".join(line.split()) for line in text.splitlines()]


def test_the_summary_shows_a_pilot() -> None:
    found = lines(summary(agreement()))
    for expected in (
        "Pilot period 3 months",
        "Pilot start 1 February 2027",
        "Sunk-cost cap GBP 50,000",
        "T1 Availability at least 99.5 % each month",
        "R1 15 March 2027 T1 is missed Pilot board exit exit",
        "60 days after the start proceed",
        "R1, fees None is owed.",
        "Service board each month changes",
        "Requests 1,400 each month 1,600 each month",
        "Response time P1, key indicator within 1 hour",
    ):
        assert expected in found, expected


def test_an_agreement_without_a_pilot_has_no_such_sections() -> None:
    text = summary(Agreement(title="Plain"))
    assert not any(word in text for word in ("Off-ramps", "Success", "Bodies", "Volumes", "Pilot"))


def changed(old: str, new: str) -> list[tuple[str, str, str, str, str | None, str | None]]:
    assert old in TEXT
    found = difference.levels(agreement(), agreement(TEXT.replace(old, new)))
    return [(c.kind, c.part, c.name, c.fact, c.before, c.after) for c in found]


def test_two_pilots_are_compared_entry_by_entry() -> None:
    assert changed("2027-03-15", "2027-03-22") == [("changed", "off-ramp", "R1", "decision date", "15 March 2027", "22 March 2027")]
    assert changed("outcome: proceed", "outcome: extend") == [
        ("changed", "off-ramp", "60 days after the start", "outcome", "proceed", "extend")
    ]
    assert changed(">= 99.5 %", ">= 99.9 %") == [
        ("changed", "success test", "T1 Availability", "target", "at least 99.5 %", "at least 99.9 %")
    ]
    assert changed("GBP 50,000", "GBP 60,000") == [("changed", "pilot", "", "sunk-cost cap", "GBP 50,000", "GBP 60,000")]
    assert changed("meets: month", "meets: quarter") == [("changed", "body", "Service board", "meets", "each month", "each quarter")]
    assert changed('"1,400", per: month', '"1,400", per: week')[0][1:4] == ("volume", "Requests", "expected volume")
    assert changed(", indicator: true", "") == [("removed", "service level", "Response time, P1", "key indicator", "yes", None)]


def test_equal_pilots_do_not_differ() -> None:
    changes = difference.levels(agreement(), agreement(TEXT.replace("60 days", "60 days after the start")))
    assert not changes
    words = " ".join(difference.text(changes).split())
    assert "2 off-ramps" in words
    assert "1 body" in words
