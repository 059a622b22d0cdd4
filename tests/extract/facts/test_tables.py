"""Tables of other people's documents: hours, escalation, priorities, services, and what is no such table."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from sladocs.extract.en.calendars import parse_hours
from sladocs.extract.facts import read_facts
from sladocs.extract.sections import read_sections
from sladocs.model.agreement import Agreement
from sladocs.model.document import Block, Cell, Document, Heading, Paragraph, Run, Table, line
from sladocs.model.hours import in_words

HOURS = [
    ("Mon-Fri 9am-5pm EST", "Mon-Fri 09:00-17:00 EST"),
    ("24/7", "24x7"),
    ("twenty-four (24) hours per day, seven (7) days per week", "24x7"),
    ("8:00 a.m. to 6:00 p.m. Central Time, Monday through Friday, excluding holidays", "Mon-Fri 08:00-18:00 Central Time"),
    ("7 a.m. to 7 p.m. PST Monday through Friday", "Mon-Fri 07:00-19:00 PST"),
    ("Sunday to Thursday (9:00 AM - 5:00 PM)", "Sun-Thu 09:00-17:00"),
    ("between the hours of 09:00 and 17:30 Mon – Fri", "Mon-Fri 09:00-17:30"),
    ("on weekdays 9am to 5pm ET, except for federal holidays in the U.S.", "Mon-Fri 09:00-17:00 ET"),
    ("Mon-Thu 08:00-18:00 and Fri 08:00-15:00 Europe/Berlin", "Mon-Thu 08:00-18:00, Fri 08:00-15:00 Europe/Berlin"),
    ("24 hours a day, Monday to Friday", "Mon-Fri 00:00-00:00"),
    ("8 to 5 pm on business days", "Mon-Fri 08:00-17:00"),
    ("Saturdays, 1 to 5 pm", "Sat 13:00-17:00"),
    ("Sunday 0900-1700 hrs", "Sun 09:00-17:00"),
]


def table(*rows: Sequence[str], headers: int = 1) -> Table:
    return Table(headers=headers, rows=tuple(tuple(Cell(lines=(line(text),)) for text in row) for row in rows))


def read(*blocks: Block) -> Agreement:
    return read_facts(Document(body=blocks)).agreement


@pytest.mark.parametrize(("text", "hours"), HOURS)
def test_hours_of_a_sentence(text: str, hours: str) -> None:
    agreement = read(Paragraph(content=line("Opening words that say nothing.")), Paragraph(content=line(f"Support hours are {text}.")))
    calendar = agreement.calendar(agreement.support_hours)
    assert calendar is not None
    assert in_words(calendar) == hours


@pytest.mark.parametrize("text", ["within 4-6 hours", "between 95 and 99 %", "sections 4 to 6", "1 January to 3 March", "Monday"])
def test_no_hours(text: str) -> None:
    assert parse_hours(text) is None


def test_maintenance_windows_are_no_support_hours() -> None:
    agreement = read(Paragraph(content=line("Scheduled maintenance takes place on Sundays from 02:00 to 06:00 UTC.")))
    assert agreement.calendars == ()
    assert agreement.maintenance.window is not None


ESCALATIONS = [
    ("Escalation", table(("Escalation level", "Contact", "Timeframe"), ("Level 1", "Service desk", "2 hours"), ("Level 2", "Service manager", "1 business day"))),
    ("Contacts", table(("Escalation Level", "Operations contact"), ("1st", "Service desk"), ("2nd", "Service manager"))),
    ("Escalation path", table(("Tier", "Title", "Escalate after"), ("First", "Service desk", "30 minutes"), ("Second", "Service manager", "—"))),
]  # fmt: skip


@pytest.mark.parametrize(("heading", "ladder"), ESCALATIONS)
def test_ladders_of_other_hands(heading: str, ladder: Table) -> None:
    agreement = read(Heading(level=1, content=line("Agreement")), Heading(level=2, content=line(heading)), ladder)
    assert [(step.level, step.role) for step in agreement.escalation] == [(1, "Service desk"), (2, "Service manager")]


def test_a_time_that_is_not_understood_is_a_finding() -> None:
    found = read_facts(Document(body=(table(("Level", "Role", "After"), ("1", "Service desk", "as soon as possible")),)))
    assert found.agreement.escalation[0].after is None
    assert [f.code for f in found.findings] == ["E04"]


def test_a_ladder_in_headings() -> None:
    blocks = [Heading(level=1, content=line("Agreement")), Heading(level=2, content=line("Escalation procedures"))]
    blocks += [Heading(level=3, content=line(text)) for text in ("Level 1: Technician", "Level 2: Supervisor")]
    assert [(step.level, step.role) for step in read(*blocks).escalation] == [(1, "Technician"), (2, "Supervisor")]


def test_severities_with_their_targets_are_priorities() -> None:
    agreement = read(
        table(
            ("Severity level", "Description", "Response time"),
            ("Severity 1", "Service down", "1 hour"),
            ("Severity 2", "Degraded", "4 hours"),
        )
    )
    assert [(p.label, p.definition) for p in agreement.priorities] == [("Severity 1", "Service down"), ("Severity 2", "Degraded")]
    assert agreement.escalation == ()


def test_a_table_of_services_with_figures_is_one_of_levels() -> None:
    assert read(table(("Service", "Uptime"), ("Ledger", "99.9 %"))).services == ()
    assert [s.name for s in read(table(("Service name", "Service description"), ("Ledger", "Accounts"))).services] == ["Ledger"]


def test_a_table_of_roles_of_persons_names_no_parties() -> None:
    assert read(table(("Role", "Name"), ("Service manager", "J. Jones"), ("Account manager", "A. Smith"))).parties == ()


def test_signatures_are_not_read() -> None:
    block = table(
        ("Signed for", "the Provider Effective Date: 1 May 2030"),
        ("Signature", ""),
        ("Name", ""),
        ("Title", "Chief of Law"),
        ("Date", "2 May 2030"),
    )
    assert read(Paragraph(content=line("Nothing is said here.")), block).term.effective_date is None


def test_sections_form_a_tree_with_labels() -> None:
    blocks = (
        Heading(level=1, label="4", content=line("Remedies")),
        Heading(level=2, label="4.2", content=line("Credits")),
        Paragraph(content=line("Text.")),
        Paragraph(content=(Run(text="5. CHANGES", bold=True),)),
        Paragraph(content=line("More text.")),
    )
    sections = read_sections(Document(body=blocks))
    assert [(s.path, s.level, s.first, s.last, s.parent) for s in sections] == [
        ("4 Remedies", 1, 0, 3, None),
        ("4.2 Credits", 2, 1, 3, 0),
        ("5 CHANGES", 1, 3, 5, None),
    ]
    assert read_facts(Document(body=blocks)).agreement.clauses[0].kind == "penalties"
