"""Levels in sentences: what a sentence promises under its headings, and what looks like a level but is none."""

from __future__ import annotations

import pytest

from sladocs.extract.promised import promised
from sladocs.extract.source import Source
from sladocs.model.document import Block, Document, Heading, ListItem, Paragraph, line

FIELDS = ("metric", "comparator", "value", "unit", "attainment", "statistic", "priority", "window")


def levels(*blocks: Block) -> list[str]:
    """The levels of a document, each as the texts of its fields that are set."""
    found = promised(Source(Document(body=blocks))).levels
    return [" ".join(str(value) for name in FIELDS if (value := getattr(entry.level, name)) is not None) for entry in found]


def under(heading: str, *texts: str) -> tuple[Block, ...]:
    return (Heading(level=1, label="3", content=line(heading)), *(Paragraph(content=line(text)) for text in texts))


PROMISES = [
    ("The Service shall be available at least 99.9 % of each calendar month.", ["availability >= 99.9 percent month"]),
    ("We guarantee 99.99% uptime.", ["availability >= 99.99 percent"]),
    ("The Platform is available 99.8% of the time in any given calendar month.", ["availability >= 99.8 percent month"]),
    ("Monthly uptime shall be not less than ninety-nine point five percent (99.5%).", ["availability >= 99.5 percent month"]),
    ("Provider shall respond to Severity 1 incidents within 30 minutes.", ["response_time <= 30 minute Severity 1"]),
    ("Provider shall acknowledge each request within one (1) Business Day.", ["response_time <= 1 business_day"]),
    ("95 % of calls are answered within 20 seconds.", ["answer_time <= 20 second 95"]),
    ("95% of critical priority requests are solved in 2h.", ["resolution_time <= 2 hour 95 critical priority"]),
    ("There shall be no more than 4 hours of planned maintenance a month.", ["maintenance_time <= 4 hour month"]),
    ("Provider gives at least 48 hours' prior notice of scheduled maintenance.", ["maintenance_notice >= 48 hour"]),
    ("Planned outages are announced at least 72 hours in advance.", ["maintenance_notice >= 72 hour"]),
    ("The 95th percentile of API latency is less than 200 ms.", ["latency < 200 millisecond p95"]),
    ("The average page load time is under 2 seconds.", ["latency < 2 second mean"]),
    ("The Recovery Time Objective is 4 hours and the Recovery Point Objective is 15 minutes.", ["recovery_time <= 4 hour", "recovery_point <= 15 minute"]),
    ("Provider sends a root cause analysis within 5 business days.", ["reporting_time <= 5 business_day"]),
    ("Provider updates the Customer every 30 minutes on P1 and P2 incidents.", ["update_interval <= 30 minute P1", "update_interval <= 30 minute P2"]),
    ("Backups are made at least daily and retained for 30 days.", ["backup_frequency <= 1 day", "retention >= 30 day"]),
    ("Provider notifies the Customer of each security breach within 72 hours.", ["notification_time <= 72 hour"]),
    ("Faulty hardware is replaced within five hours.", ["replacement_time <= 5 hour"]),
    ("Response Time: 4 hours Resolution Time: 24 hours", ["response_time <= 4 hour", "resolution_time <= 24 hour"]),
    ("P1: response in 15 minutes; P2: response in 2 hours; P3: response in 1 day.",
     ["response_time <= 15 minute P1", "response_time <= 2 hour P2", "response_time <= 1 day P3"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), PROMISES)
def test_promise(text: str, expected: list[str]) -> None:
    assert levels(*under("Service levels", text)) == expected


NO_PROMISES = [
    ("Fees", "Invoices are payable within thirty (30) days of receipt."),
    ("Fees", "The monthly fee rises by at most 3 % a year."),
    ("Term", "This Agreement runs for three (3) years and renews for one (1) year."),
    ("Termination", "Either party may terminate on ninety (90) days' written notice."),
    ("Termination", "A breach that is not remedied within 30 days entitles the other party to terminate."),
    ("Support", "The invoice is due within 30 days."),
    ("Support", "Support is available 24 hours a day, 7 days a week."),
    ("Support", "Customer shall respond to questions of the Provider within 2 days."),
    ("Support", "You must provide the requested information within 24 hours."),
    ("Service levels", "For example, a month with 43 minutes of downtime has 99.9 % availability."),
    ("Service levels", '"Downtime" means a period of more than five consecutive minutes.'),
    ("Service levels", "Response time within [***] hours: TBD."),
    ("Service levels", "The non-binding target is a response within 4 hours."),
    ("Service levels", "If availability falls below 99 % the Provider writes a plan."),
    ("Service levels", "If availability is below 95 % in three consecutive months, the Customer may terminate."),
    ("Service credits", "The Customer shall claim a Service Credit within 30 days after the end of the month."),
    ("Liability", "The liability is limited to 100 % of the fees of twelve months."),
    ("Definitions", "Availability of 99.9 % is measured in a period of 30 days."),
    ("Experience", "The staff has five years of experience with response to incidents."),
]


@pytest.mark.parametrize(("heading", "text"), NO_PROMISES)
def test_no_promise(heading: str, text: str) -> None:
    assert levels(*under(heading, text)) == []


def test_an_equivalent_in_minutes_is_not_a_second_level() -> None:
    assert levels(*under("Service levels", "Availability is 99.9 % (that is 43 minutes of downtime) each month.")) == [
        "availability >= 99.9 percent month"
    ]


def test_heading_gives_the_priority() -> None:
    blocks = (
        *under("Response times"),
        Heading(level=2, content=line("Priority 1 (Critical)")),
        Paragraph(content=line("First response: within 1 hour.")),
    )
    assert levels(*blocks) == ["response_time <= 1 hour Priority 1 (Critical)"]


def test_item_over_nested_items_gives_the_priority() -> None:
    blocks = (
        *under("Support", "The Provider responds to incidents as follows:"),
        ListItem(level=1, label="•", content=line("P1 (Critical): nobody can work.")),
        ListItem(level=2, label="–", content=line("Initial response: within one (1) hour.")),
        ListItem(level=1, label="•", content=line("P2 (High): many cannot work, and there is no way round it.")),
        ListItem(level=2, label="–", content=line("Initial response: within four (4) Business Hours.")),
    )
    assert levels(*blocks) == ["response_time <= 1 hour P1 (Critical)", "response_time <= 4 business_hour P2 (High)"]


def test_lead_in_gives_the_metric() -> None:
    blocks = (
        *under("Support", "The Provider will respond to incidents within the following times:"),
        Paragraph(content=line("2 hours for issues classified as High priority.")),
        Paragraph(content=line("Within 5 working days for issues classified as Low priority.")),
    )
    assert levels(*blocks) == ["response_time <= 2 hour High priority", "response_time <= 5 business_day Low priority"]


def test_period_said_once_holds_for_the_section() -> None:
    found = levels(*under("Availability", "The service is available 99.9 % of the time.", "Availability is measured by calendar month."))
    assert found == ["availability >= 99.9 percent month"]


def test_the_same_promise_twice_is_one_level() -> None:
    blocks = (
        *under("Overview", "We guarantee 99.9 % uptime."),
        *under("Service levels", "Availability is at least 99.9 % in each calendar month."),
    )
    assert levels(*blocks) == ["availability >= 99.9 percent month"]


def test_two_places_that_differ_are_a_finding() -> None:
    blocks = (
        *under("Overview", "We guarantee 99.9 % uptime each month."),
        *under("Service levels", "Availability is at least 99.5 % in each month."),
    )
    findings = promised(Source(Document(body=blocks))).findings
    (finding,) = findings
    assert finding.code == "E01"
    assert "99.9 %" in finding.message
    assert "99.5 %" in finding.message
    assert finding.place.section == "3 Service levels"


def test_words_and_digits_that_differ_are_a_finding() -> None:
    findings = promised(Source(Document(body=under("Support", "Provider responds within four (5) hours.")))).findings
    assert [f.code for f in findings] == ["E03"]
