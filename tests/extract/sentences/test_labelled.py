"""Times that stand by a label under the class that they are for, and updates told to the customer."""

from __future__ import annotations

import pytest

from sladocs.extract.promised import promised
from sladocs.extract.source import Source
from sladocs.model.document import Block, Document, Heading, Paragraph, line


def levels(*blocks: Block) -> list[str]:
    found = promised(Source(Document(body=blocks))).levels
    fields = ("metric", "comparator", "value", "unit", "priority")
    return [" ".join(str(value) for name in fields if (value := getattr(entry.level, name)) is not None) for entry in found]


@pytest.mark.parametrize(
    ("label", "figure"),
    [
        ("Target: within 24 hours", "24 hour"),
        ("Timescale: 3 working days", "3 business_day"),
        ("Our standard: within 2 days", "2 day"),
        ("Deadline - 6 hours", "6 hour"),
        ("SLA target: no later than 90 minutes", "90 minute"),
    ],
)
def test_a_labelled_time_belongs_to_the_class_over_it(label: str, figure: str) -> None:
    under = (Heading(level=1, content=line("Service standards")), Heading(level=2, content=line("Urgent faults")))
    assert levels(*under, Paragraph(content=line(label))) == [f"response_time <= {figure} Urgent"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Engineers will investigate the fault and update the status every 30 minutes.", "update_interval <= 30 minute"),
        ("Northwind will update the client every 2 hours.", "update_interval <= 2 hour"),
        ("The service desk updates all users hourly until the incident is over.", "update_interval <= 1 hour"),
        ("Northwind shall brief stakeholders every 4 hours.", "update_interval <= 4 hour"),
        ("The desk will update the ticket at least every 60 minutes.", "update_interval <= 60 minute"),
    ],
)
def test_updates_are_told_at_intervals(text: str, expected: str) -> None:
    assert levels(Heading(level=1, content=line("Service levels")), Paragraph(content=line(text))) == [expected]


@pytest.mark.parametrize(
    "text", ["Northwind will resolve Low severity incidents within three months.", "Low: Northwind shall fix such faults within 2 months."]
)
def test_the_slowest_class_may_take_months(text: str) -> None:
    found = levels(Heading(level=1, content=line("Service levels")), Paragraph(content=line(text)))
    assert [level.split()[0] for level in found] == ["resolution_time"]
