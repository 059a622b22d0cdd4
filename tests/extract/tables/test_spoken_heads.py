"""Tables whose headers are spoken ("How do we respond?"), whose classes are described in their own cell, and whose rows are tasks."""

from __future__ import annotations

import pytest

from sladocs.extract.promised import promised
from sladocs.extract.source import Source
from sladocs.model.document import Block, Cell, Document, Heading, Paragraph, Table, line


def levels(heading: str, lead: str, *rows: str) -> list[str]:
    """The levels of a table under a heading and a sentence; `|` parts its cells, `//` the lines of one."""
    grid = tuple(tuple(Cell(lines=tuple(line(part.strip()) for part in cell.split("//"))) for cell in row.split("|")) for row in rows)
    body: tuple[Block, ...] = (Heading(level=1, content=line(heading)), Paragraph(content=line(lead)), Table(headers=1, rows=grid))
    fields = ("metric", "comparator", "value", "unit", "priority", "service")
    found = promised(Source(Document(body=body))).levels
    return [" ".join(str(value) for name in fields if (value := getattr(entry.level, name)) is not None) for entry in found]


_LONG = "a fault that stops all work at every site of the client at once and for which no detour is known to anybody at the desk"

CLASSES = [
    ("Priority / Description", "Urgent", "Low"),
    ("Severity and definition", "Severity 1", "Severity 3"),
    ("Priority - examples", "P1", "P4"),
    ("Incident class / Meaning", "Critical", "Minor"),
    ("Impact level - description", "High", "Low"),
]


@pytest.mark.parametrize(("head", "first", "second"), CLASSES)
def test_the_class_is_the_first_line_of_a_cell_that_goes_on_to_describe_it(head: str, first: str, second: str) -> None:
    rows = (f"{head} | Response time", f"{first} // {_LONG} | 1 hour", f"{second} // {_LONG} | 2 business days")
    assert levels("Support", "We answer as follows.", *rows) == [
        f"response_time <= 1 hour {first}",
        f"response_time <= 2 business_day {second}",
    ]


@pytest.mark.parametrize(
    ("head", "cell", "expected"),
    [
        ("How do we respond?", "Acknowledgement: thirty (30) minutes from the report.", "response_time <= 30 minute P1"),
        ("How do we react to it?", "We respond within 2 hours.", "response_time <= 2 hour P1"),
        ("How will it be handled?", "A workaround is provided within 6 hours.", "restoration_time <= 6 hour P1"),
        ("Our obligations", "Northwind shall resolve the incident within 3 days.", "resolution_time <= 3 day P1"),
        ("Responsibilities of Northwind", "Northwind shall keep the client informed every 4 hours.", "update_interval <= 4 hour P1"),
    ],
)
def test_a_column_of_sentences_on_what_is_done_is_read(head: str, cell: str, expected: str) -> None:
    assert levels("Incidents", "Northwind attends to all incidents.", f"Priority | What is it? | {head}", f"P1 | An outage | {cell}") == [
        expected
    ]


@pytest.mark.parametrize(
    ("heads", "task", "time", "expected"),
    [
        ("Area | Oakfield will | Within a timeframe of", "Unlock an account", "4 hours", "turnaround_time <= 4 hour"),
        ("Area | We will | Timescale", "Hang up the notice", "3 working days", "turnaround_time <= 3 business_day"),
        ("Area | Task | How soon", "Weigh the parcels", "2 days", "turnaround_time <= 2 day"),
        ("Area | What we do | Time limit", "Respond to a letter", "5 working days", "response_time <= 5 business_day"),
        ("Area | Action | Within", "Trim the hedge", "2 weeks", "turnaround_time <= 2 week"),
    ],
)
def test_a_row_that_is_a_task_is_done_in_its_time(heads: str, task: str, time: str, expected: str) -> None:
    found = levels("Service levels", "These levels apply.", heads, f"Desk | {task} | {time}")
    assert [text.removesuffix(" Desk").removesuffix(f" {task}") for text in found] == [expected]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("RTO | < 4 hours for a full restoration", "recovery_time < 4 hour"),
        ("Recovery Time Objective | 8 hours until the service is restored", "recovery_time <= 8 hour"),
        ("RPO | 15 minutes before restoration begins", "recovery_point <= 15 minute"),
        ("Recovery Point Objective (RPO) | 1 hour of data to restore", "recovery_point <= 1 hour"),
        ("Recovery Time Objective (RTO) | within 2 hours, workarounds included", "recovery_time <= 2 hour"),
    ],
)
def test_an_objective_named_by_its_row_is_not_renamed_by_its_cell(row: str, expected: str) -> None:
    assert levels("Disasters", "The targets are these.", "Metric | Target", row) == [expected]


@pytest.mark.parametrize(
    ("long", "head", "cell", "expected"),
    [
        ("Response Time (RT) is counted from the call.", "Max RT", "2 hours", "response_time <= 2 hour"),
        ("Waiting time (WT) ends when somebody answers.", "Maximum WT", "1 WD", "response_time <= 1 business_day"),
        ('The Time to Repair ("TR") ends with the repair.', "TR", "8 hours", "resolution_time <= 8 hour"),
        ("Resolution target (RT) means the time to mend.", "RT", "3 days", "resolution_time <= 3 day"),
        ("The on-site arrival time (OAT) is counted in hours.", "OAT", "6 hours", "onsite_time <= 6 hour"),
    ],
)
def test_letters_that_the_text_explains_head_a_column(long: str, head: str, cell: str, expected: str) -> None:
    (found,) = levels("Support", long, f"Contract | {head}", f"Small | {cell}")
    assert found.removesuffix(" Small") == expected


def test_letters_that_nothing_explains_stay_unknown() -> None:
    assert levels("Members", "Oakfield lists them.", "Name | ZQ", "Small | 12 pt") == []
