"""Levels in prose, in the many ways in which contracts say them; each text is the only one under its heading."""

from __future__ import annotations

import pytest

from sladocs.extract.promised import promised
from sladocs.extract.source import Source
from sladocs.model.document import Block, Document, Heading, ListItem, Paragraph, line

FIELDS = ("metric", "comparator", "value", "unit", "attainment", "statistic", "priority", "service", "window")


def levels(*blocks: Block) -> list[str]:
    """The levels of a document, each as the texts of its fields that are set."""
    found = promised(Source(Document(body=blocks))).levels
    return [" ".join(str(value) for name in FIELDS if (value := getattr(entry.level, name)) is not None) for entry in found]


def under(heading: str, *texts: str) -> tuple[Block, ...]:
    return (Heading(level=1, content=line(heading)), *(Paragraph(content=line(text)) for text in texts))


def items(*texts: str) -> tuple[Block, ...]:
    return tuple(ListItem(level=1, label="•", content=line(text)) for text in texts)


SAID = [
    # the verb decides, and what it is done to
    ("Northwind will notify you of any unplanned outage within 30 minutes.", ["notification_time <= 30 minute"]),
    ("Northwind allocates resources to correct the fault within two hours.", ["response_time <= 2 hour"]),
    ("A substitute device is installed within one business day.", ["replacement_time <= 1 business_day"]),
    ("Within four hours of the call, an engineer shall arrive.", ["onsite_time <= 4 hour"]),
    ("New users are set up within 2 business days of a complete request.", ["turnaround_time <= 2 business_day"]),
    (
        "Host will provide a Workaround for Priority 1 Incidents within twelve (12) hours, and a permanent fix within five (5) days.",
        ["restoration_time <= 12 hour Priority 1", "resolution_time <= 5 day Priority 1"],
    ),
    (
        "Northwind reacts to a critical incident within one hour; to a minor incident within four hours.",
        ["response_time <= 1 hour critical", "response_time <= 4 hour minor"],
    ),
    # a measure before or behind its figure
    ("Northwind has a 4 hour mean time to repair.", ["mttr <= 4 hour"]),
    ("Restoration takes place in 4 hours; the first response: 1 hour.", ["restoration_time <= 4 hour", "response_time <= 1 hour"]),
    ("The portal is up 99.7 % of each month.", ["availability >= 99.7 percent month"]),
    ("The network functions 100 % of the time.", ["availability >= 100 percent"]),
    ("Round trip latency shall not be greater than 60 milliseconds.", ["latency <= 60 millisecond"]),
    ("No more than 1 % of packets are lost in a month.", ["packet_loss <= 1 percent month"]),
    ("The average response time of the pages is 2 seconds.", ["latency <= 2 second mean"]),
    ("The database is restored after a disaster within 12 hours.", ["recovery_time <= 12 hour"]),
    # a report that a meeting discusses is one all the same
    ("The Provider shall submit the performance report within five Business Days after month end, for the next service review meeting.",
     ["reporting_time <= 5 business_day"]),
    # the period that stands with the figure
    ("Open 24 hours a day, seven days a week, the service is available 99.9 % of the time each month.", ["availability >= 99.9 percent month"]),
    # notice and length of planned work
    ("Scheduled maintenance is announced 48 hours before and does not exceed four hours a month.",
     ["maintenance_notice >= 48 hour", "maintenance_time <= 4 hour month"]),
    # definitions that promise
    ('"Correction Period" means two (2) hours for a Severity 1 Error.', ["resolution_time <= 2 hour Severity 1"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SAID)
def test_said(text: str, expected: list[str]) -> None:
    found = levels(*under("Service levels", text))
    assert [level.replace(" Error", "") for level in found] == expected


NOT_SAID = [
    ("Support", "If a ticket cannot be resolved within 15 minutes, you will be told."),
    ("Support", "A ticket that is not solved within 2 hours is escalated to the manager within 4 hours."),
    ("Support", "We offer 24 hour telephone support."),
    ("Support", "Outages must be reported to the provider within 5 days."),
    ("Support", "Antivirus definitions are updated daily."),
    ("Support", "For every 15 minutes beyond that, a day is added."),
    ("Availability", "The carrier guarantees 99.9 % uptime as per their SLA."),
    ("Support", "Data is returned within 30 days after the end of the Agreement."),
    ("Support", "During the first thirty (30) days Northwind responds to all questions."),
    ("Bodies", "The Provider shall write the minutes and shall send them to all members within three Business Days of the meeting."),
    ("Meetings", "The chair shall circulate the agenda within three Business Days."),
    ("Bodies", "The Provider shall circulate a note within two Business Days after each meeting."),
    ("Escrow", "The parties shall negotiate for ten (10) business days to resolve the dispute."),
    ("Trademarks", "A failure to respond within three (3) business days shall be deemed an approval."),
    ("Training", "Northwind holds training sessions of up to sixteen (16) hours with an engineer on site."),
]


@pytest.mark.parametrize(("heading", "text"), NOT_SAID)
def test_not_said(heading: str, text: str) -> None:
    assert levels(*under(heading, text)) == []


def test_an_item_takes_the_metric_of_the_one_before() -> None:
    found = levels(*under("Support"), *items("Response to critical issues: 1 hour", "High priority: 4 hours", "Low priority: 2 days"))
    assert found == ["response_time <= 1 hour critical", "response_time <= 4 hour High priority", "response_time <= 2 day Low priority"]


def test_a_document_full_of_levels_is_believed_throughout() -> None:
    promises = (
        "Availability is at least 99.9 %.",
        "We respond within an hour.",
        "Backups are kept for 30 days.",
        "We resolve faults in 8 hours.",
    )
    assert "turnaround_time <= 2 day" in levels(*under("Our word", *promises), *under("Forms", "A form is returned within two days."))
    assert levels(*under("Forms", "A form is returned within two days.")) == []


SCOPED = [
    ("Network: 100 % uptime.", "Power: 99.99 % uptime.", ["Network", "Power"]),
    ("We guarantee 99.9 % uptime for virtual servers.", "We guarantee 99.99 % uptime for dedicated servers.", ["virtual servers", "dedicated servers"]),
    ("The control panel is available 99 % of the time.", "The web servers are available 99.9 % of the time.", ["control panel", "web servers"]),
]  # fmt: skip


@pytest.mark.parametrize(("one", "two", "services"), SCOPED)
def test_a_service_is_named_where_there_are_two(one: str, two: str, services: list[str]) -> None:
    found = promised(Source(Document(body=under("Availability", one, two)))).levels
    assert [entry.level.service for entry in found] == services
    (alone,) = promised(Source(Document(body=under("Availability", one)))).levels
    assert alone.level.service is None


def test_sibling_headings_name_the_services() -> None:
    blocks = (
        Heading(level=1, content=line("Support plans")),
        *(Heading(level=2, content=line("Basic")), Paragraph(content=line("We respond within 24 hours."))),
        *(Heading(level=2, content=line("Business")), Paragraph(content=line("We respond within 4 hours."))),
    )
    found = promised(Source(Document(body=blocks))).levels
    assert [entry.level.service for entry in found] == ["Basic", "Business"]


def test_signs_tell_how_a_level_was_found() -> None:
    (entry,) = promised(Source(Document(body=under("Support", "Northwind shall respond to P1 incidents within an hour.")))).levels
    assert {"sentence", "metric-local", "comparator", "modal", "promising-section", "act", "class-local"} <= entry.signs


MORE_SAID = [
    ("Dock to stock takes less than 48 hours (2 business days).", 1),
    ("Our staff will get back to you within 24 hours.", 1),
    ("We'll aim to get things working again within 4 hours.", 1),
    ("If a disk fails, we replace it within 60 minutes.", 1),
    ("Support answers within ten minutes at any hour.", 1),
    ("Northwind shall, within 24 hours of becoming aware of it, notify the Customer of a breach.", 1),
]


@pytest.mark.parametrize(("text", "number"), MORE_SAID)
def test_how_many_are_said(text: str, number: int) -> None:
    assert len(levels(*under("Our promises to you", text))) == number


TRADES = [
    ("Requests for work", "Emergency request - same day", ["turnaround_time <= 1 day Emergency"]),
    ("Requests for work", "Routine - 15 days", ["turnaround_time <= 15 day Routine"]),
    ("Incidents", "Urgent: 24 hours", ["response_time <= 24 hour Urgent"]),
    ("Service levels", "Spillages are attended to within 15 minutes.", ["response_time <= 15 minute"]),
    ("Service levels", "At least 75 % of enquiries shall be resolved at first contact.", ["first_contact_resolution >= 75 percent"]),
    ("Service levels", "Not less than 90 % of the posts shall be covered.", ["other >= 90 percent"]),
    ("Service levels", "The crew confirms receipt within 5 minutes, provides a workaround within 2 hours and a permanent correction within 5 days.",
     ["response_time <= 5 minute", "restoration_time <= 2 hour", "resolution_time <= 5 day"]),
    ("Service levels", "Planned work is limited to 4 hours a quarter.", ["maintenance_time <= 4 hour quarter"]),
    ("Service levels", "In a disaster the second site takes over with no more than 15 minutes of data lost.", ["recovery_point <= 15 minute"]),
    ("Service levels", "Northwind will retain each copy for fourteen (14) days.", ["retention >= 14 day"]),
    ("Service levels", "Discovery phase: 4 weeks.", []),
]  # fmt: skip


@pytest.mark.parametrize(("heading", "text", "expected"), TRADES)
def test_said_in_other_trades(heading: str, text: str, expected: list[str]) -> None:
    assert levels(*under(heading, text)) == expected
