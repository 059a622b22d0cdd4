"""Times that stand by a label under the class that they are for, and updates told to the customer."""

from __future__ import annotations

import pytest

from sladocs.extract.promised import promised
from sladocs.extract.source import Source
from sladocs.model.document import Block, Document, Heading, ListItem, Paragraph, line


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


@pytest.mark.parametrize(
    ("lead", "items", "services"),
    [
        ("We will aim to:", ("Respond to letters within 5 days", "Respond to e-mails within 5 days"), {"letters", "e-mails"}),
        (
            "We shall:",
            ("reply to web forms within 2 working days;", "reply to postal mail within 2 working days;"),
            {"web forms", "postal mail"},
        ),
        ("Oakfield will:", ("repair street lamps within 3 days", "repair park benches within 3 days"), {"street lamps", "park benches"}),
        ("We promise to:", ("Answer letters within 10 days", "Answer petitions within 10 days"), {"letters", "petitions"}),
        (
            "Our staff will:",
            ("process new passports within 6 weeks", "process lost passports within 6 weeks"),
            {"new passports", "lost passports"},
        ),
    ],
)
def test_items_that_promise_one_time_for_several_things_are_several_levels(lead: str, items: tuple[str, ...], services: set[str]) -> None:
    listed = (ListItem(level=1, label="•", content=line(text)) for text in items)
    body = (Heading(level=1, content=line("Service standards")), Paragraph(content=line(lead)), *listed)
    assert {entry.level.service for entry in promised(Source(Document(body=body))).levels} == services


@pytest.mark.parametrize(
    "words", ["All other requests:", "Other incidents:", "Everything else:", "The remaining cases:", "Any other fault:"]
)
def test_a_line_for_all_others_ends_the_class_before_it(words: str) -> None:
    lines = (
        Paragraph(content=line("Urgent requests:")),
        ListItem(level=1, label="1.", content=line("Engineers respond within 15 minutes.")),
    )
    others = (Paragraph(content=line(words)), ListItem(level=1, label="1.", content=line("Engineers respond within 4 hours.")))
    assert levels(Heading(level=1, content=line("Support")), *lines, *others) == [
        "response_time <= 15 minute Urgent",
        "response_time <= 4 hour",
    ]
