"""What is done within a time, by verb and object."""

from __future__ import annotations

import pytest

from sladocs.extract.acts import find_acts

DEEDS = [
    ("Northwind shall respond within an hour.", [("respond", "response_time")]),
    ("The Supplier shall answer 80 % of calls within 20 seconds.", [("answer", "answer_time")]),
    ("E-mails are answered within one business day.", [("answered", "response_time")]),
    ("Northwind will notify you of any outage within 30 minutes.", [("notify", "notification_time")]),
    ("We'll let you know within two days.", [("let you know", "notification_time")]),
    ("Northwind shall provide a workaround within 12 hours.", [("provide", "restoration_time")]),
    ("Northwind shall provide a permanent fix within five days.", [("provide", "resolution_time")]),
    ("A root cause analysis of the outage will be provided within 5 days.", [("provided", "reporting_time")]),
    ("An engineer's report shall be sent within 12 hours.", [("sent", "reporting_time")]),
    ("Northwind shall begin work on the error within an hour.", [("begin", "response_time")]),
    ("An engineer arrives within 4 hours.", [("arrives", "onsite_time")]),
    ("Orders are shipped within two days.", [("shipped", "turnaround_time")]),
    ("We get things working again within 4 hours.", [("get things working", "restoration_time")]),
    ("The Customer shall provide a report within 2 days.", [("provide", "reporting_time")]),
    ("Critical issues within 30 days", []),
    ("The report is long.", []),
]


@pytest.mark.parametrize(("text", "expected"), DEEDS)
def test_deeds(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(text[a.start : a.end], a.metric.value) for a in find_acts(text) if a.metric] == expected


@pytest.mark.parametrize(
    ("text", "customers"),
    [("The Customer shall provide a report.", True), ("You must notify us.", True), ("Northwind shall notify the Customer.", False)],
)
def test_who_does_it(text: str, customers: bool) -> None:
    assert [a.customers for a in find_acts(text)] == [customers]


def test_deeds_that_are_no_service_are_barred() -> None:
    assert [a.barred for a in find_acts("Tickets are escalated within an hour.")] == [True]
