"""Bodies, volumes and key indicators in the tables of many hands."""

from __future__ import annotations

from decimal import Decimal

import pytest

from sladocs.extract import extract
from sladocs.model.agreement import Agreement, Body, Volume
from sladocs.model.document import Cell, Document, Heading, ListItem, Paragraph, Table, line
from sladocs.model.metrics import Window


def read(*rows: str, heading: str = "Governance") -> Agreement:
    cells = tuple(tuple(Cell(lines=(line(part.strip()),)) for part in row.split("|")) for row in rows)
    return extract(Document(body=(Heading(level=1, content=line(heading)), Table(headers=1, rows=cells)))).agreement


BODIES = [
    (
        ("Body | Members | Meets | Decides | Escalates to", "Service board | two of each side | Monthly | changes | Executive board"),
        Body(name="Service board", members="two of each side", meets="month", decides="changes", escalates_to="Executive board"),
    ),
    (("Body | Members", "Service board | —"), Body(name="Service board")),
    (
        ("Committee | Composition | Frequency | Responsibilities", "Steering committee | CIO, account director | Quarterly | strategy"),
        Body(name="Steering committee", members="CIO, account director", meets="quarter", decides="strategy"),
    ),
    (
        ("Governance body | Purpose | Cadence | Escalation", "Ops call | daily issues | weekly | Service board"),
        Body(name="Ops call", meets="week", decides="daily issues", escalates_to="Service board"),
    ),
]


@pytest.mark.parametrize(("rows", "expected"), BODIES)
def test_bodies(rows: tuple[str, ...], expected: Body) -> None:
    found = read(*rows)
    assert found.bodies == (expected,)
    assert (found.service_levels, found.escalation) == ((), ())


def test_a_meeting_without_decisions_is_a_review() -> None:
    found = read("Forum | Attendees | Frequency", "Service review | all | Monthly")
    assert (len(found.bodies), len(found.reviews)) == (0, 1)


VOLUMES = [
    (
        ("Work | Service | Expected volume | Relief above", "Requests | Ledger | 1,400 each month | 1,600 each month"),
        Volume(work="Requests", service="Ledger", expected=Decimal(1400), per=Window.MONTH, relief_above=Decimal(1600)),
    ),
    (
        ("Type of work | Forecast volume per month", "Invoices | 400"),
        Volume(work="Invoices", expected=Decimal(400), per=Window.MONTH),
    ),
    (
        ("Activity | Expected monthly volume | Ceiling", "Calls | 2,000 | 120 %"),
        Volume(work="Calls", expected=Decimal(2000), per=Window.MONTH, relief_above=Decimal(2400)),
    ),
    (("Item | Volume", "Orders | 90 orders a week"), Volume(work="Orders", expected=Decimal(90), per=Window.WEEK)),
]


@pytest.mark.parametrize(("rows", "expected"), VOLUMES)
def test_volumes(rows: tuple[str, ...], expected: Volume) -> None:
    found = read(*rows, heading="Volumes")
    assert found.volumes == (expected,)
    assert found.service_levels == ()


def test_a_volume_without_a_period_is_told() -> None:
    cells = tuple(tuple(Cell(lines=(line(part),)) for part in row) for row in (("Work", "Expected volume"), ("Requests", "400")))
    found = extract(Document(body=(Table(headers=1, rows=cells),)))
    assert found.agreement.volumes == ()
    assert [finding.code for finding in found.findings] == ["E04"]


KINDS = [
    ("Kind", "Key indicator", True, None),
    ("Kind", "Key indicator, minimum", True, "minimum"),
    ("Kind", "minimum", False, "minimum"),
    ("SLA / KPI", "KPI", True, None),
    ("Kind of measure", "Key performance indicator", True, None),
]


@pytest.mark.parametrize(("head", "cell", "indicator", "threshold"), KINDS)
def test_indicators(head: str, cell: str, indicator: bool, threshold: str | None) -> None:
    found = read(f"Service level | Target | {head}", f"Availability | at least 99 % | {cell}", heading="Service levels").service_levels
    assert [(level.indicator, level.threshold) for level in found] == [(indicator, threshold)]


def test_a_table_of_both_tells_them_apart() -> None:
    rows = ("Measure | Target | Type", "Availability | at least 99 % | SLA", "Backlog | at most 20 tickets | KPI")
    assert [level.indicator for level in read(*rows, heading="Service levels").service_levels] == [False, True]


def sentences(*texts: str) -> Agreement:
    body = (Heading(level=1, content=line("Support")), *(Paragraph(content=line(text)) for text in texts))
    return extract(Document(body=body)).agreement


def test_tiers_of_support_that_are_defined_are_steps() -> None:
    found = sentences(
        "The Reseller provides Level 1 Support and Level 2 Support.",
        "Level 1 Support means the answer to the first call of a customer.",
        "“Level 2 Support” means the analysis of the error.",
        "The Vendor provides “Level 3 Support” for problems that have been escalated.",
    )
    assert [(step.level, step.role) for step in found.escalation] == [
        (1, "Level 1 Support"),
        (2, "Level 2 Support"),
        (3, "Level 3 Support"),
    ]


def test_one_tier_alone_and_tiers_with_a_hole_are_no_ladder() -> None:
    assert sentences("Level 1 Support means the answer to the first call of a customer.").escalation == ()
    assert sentences("Level 1 Support means the first call.", "Level 3 Support means repair.").escalation == ()


def test_the_lead_of_a_list_says_what_its_items_are_about() -> None:
    items = (
        Paragraph(content=line("To claim service credits:")),
        ListItem(level=1, label="(a)", content=line("Submit a ticket within 7 days of it")),
    )
    found = extract(Document(body=items)).agreement
    assert found.credit_terms.claim_window is not None
    assert str(found.credit_terms.claim_window) == "7 days"


def test_work_that_is_scheduled_without_a_time_says_no_window() -> None:
    assert sentences("Scheduled maintenance: we tell customers before it begins").maintenance.window is None
