"""Tables as others make them: roles by header words and by content, units in headers, transposed grids, group rows, credits."""

from __future__ import annotations

import importlib.util
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sladocs.extract.promised import promised
from sladocs.extract.source import Source
from sladocs.model.document import Block, Cell, Document, Heading, Paragraph, Table, line

_spec = importlib.util.spec_from_file_location("tables_of", Path(__file__).parent / "tables_of.py")
assert _spec
assert _spec.loader
shapes = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(shapes)

LEVEL = ("metric", "comparator", "value", "unit", "attainment", "statistic", "priority", "service", "window", "threshold")
CREDIT = ("metric", "lower", "upper", "band_unit", "value", "unit", "basis", "per", "priority")


def read(*blocks: Block) -> tuple[list[str], list[str]]:
    """The levels and the credits of a document, each as the texts of its fields that are set."""
    found = promised(Source(Document(body=blocks)))
    levels, owed = found.levels, found.credits
    return (
        [" ".join(str(v) for name in LEVEL if (v := getattr(e.level, name)) is not None) for e in levels],
        [" ".join(str(v) for name in CREDIT if (v := getattr(e.credit, name)) is not None) for e in owed],
    )


def table(*rows: str, headers: int = 1, caption: str = "") -> Table:
    """A table of rows whose cells are parted by bars."""
    cells = [[part.strip() for part in row.split("|")] for row in rows]
    found: Table = shapes.table(cells[0], cells[1:], headers=headers, caption=caption, keep=range(len(cells[0])))
    return found if headers else found.model_copy(update={"rows": (tuple(Cell(lines=(line(text),)) for text in cells[0]), *found.rows)})


LEVELS: list[tuple[Sequence[str], list[str]]] = [
    (("Severity | Response (in Hours) | Workaround", "S1 | 1 | 2 hours", "S2 | 4-6 | Next Business Day"),
     ["response_time <= 1 hour S1", "restoration_time <= 2 hour S1", "response_time <= 6 hour S2", "restoration_time <= 1 business_day S2"]),
    (("Metric | Commitment", "Uptime | 99.9% monthly", "API latency | p95 < 200ms", "First response | 95% within 4 hours"),
     ["availability >= 99.9 percent month", "latency < 200 millisecond p95", "response_time <= 4 hour 95"]),
    (("| P1 | P2", "Response | 1h | 2h", "Resolution | 4h | 8h"),
     ["response_time <= 1 hour P1", "response_time <= 2 hour P2", "resolution_time <= 4 hour P1", "resolution_time <= 8 hour P2"]),
    (("Plan | Uptime | Support response time", "Gold | 99.99 % | 1 hour", "Silver | 99.9 % | 4 business hours"),
     ["availability >= 99.99 percent Gold", "response_time <= 1 hour Gold", "availability >= 99.9 percent Silver", "response_time <= 4 business_hour Silver"]),
    (("Service level | Minimum | Target", "Call answer time | 40 seconds | 20 seconds"),
     ["answer_time <= 40 second minimum", "answer_time <= 20 second"]),
    (("Objective | Target", "RTO (Recovery Time Objective) | 24 hours for production", "RPO (Recovery Point Objective) | 4 hours for production"),
     ["recovery_time <= 24 hour", "recovery_point <= 4 hour"]),
    (("Priority | Reporting", "Critical (P0) | Root cause analysis within 5 business days", "Low (P3) | On request"),
     ["reporting_time <= 5 business_day Critical (P0)"]),
    (("Priority | Description | Updates", "P1 | The service is down for more than 10 minutes. | Every hour"), ["update_interval <= 1 hour P1"]),
]  # fmt: skip


@pytest.mark.parametrize(("rows", "expected"), LEVELS)
def test_levels(rows: Sequence[str], expected: list[str]) -> None:
    assert read(Heading(level=1, content=line("Service levels")), table(*rows)) == (expected, [])


def test_rows_of_key_and_value_without_a_header() -> None:
    found, _ = read(table("Availability | 99.9 %", "Support response time | 2 business hours", headers=0))
    assert found == ["availability >= 99.9 percent", "response_time <= 2 business_hour"]


def test_group_rows_name_the_metric() -> None:
    rows = (
        "Critical | High",
        "*Response Time* | ",
        "Within 4 hours | Within 1 day",
        "*Resolution Time* | ",
        "Within 1 day | Within 5 days",
        "*Escalates* | ",
        "1 day | 2 days",
    )
    found, _ = read(table(*(f"{row} | " for row in rows)))
    assert found == [
        "response_time <= 4 hour Critical",
        "response_time <= 1 day High",
        "resolution_time <= 1 day Critical",
        "resolution_time <= 5 day High",
    ]


def test_two_header_rows() -> None:
    top = (Cell(rows=2), Cell(lines=(line("Response time by severity"),), columns=2))
    below = tuple(Cell(lines=(line(text),)) for text in ("Fatal", "Minor"))
    row = tuple(Cell(lines=(line(text),)) for text in ("Servers", "15 minutes", "60 minutes"))
    found, _ = read(Table(headers=0, rows=(top, below, row)))
    assert found == ["response_time <= 15 minute Fatal Servers", "response_time <= 60 minute Minor Servers"]


@pytest.mark.parametrize(
    "rows",
    [
        ("Key term | Value", "Initial term | 3 years", "Claim window | 30 days", "Credit cap | 30 % of the monthly fee"),
        ("Service | Description | Package", "Ledger | Answers within 4 hours | Basic"),
        ("Priority | Definition", "P1 | Nobody can work for 10 minutes"),
        ("Level | Role | Party | After | Priority", "1 | Service desk lead | Provider | 2 hours | P1"),
        ("Calendar | Hours | Used for", "Office | 24 hours a day, 7 days a week | Support hours"),
        ("Activity | Responsible | Accountable | Consulted | Informed", "Report incidents | Customer | Customer | Provider | —"),
        ("Item | Price", "Set-up | USD 10,000", "Yearly increase | 3 %"),
    ],
)
def test_other_tables_state_no_level(rows: Sequence[str]) -> None:
    assert read(Heading(level=1, content=line("Schedule 1")), table(*rows)) == ([], [])


CREDITS: list[tuple[Sequence[str], list[str]]] = [
    (("Monthly Uptime Percentage | Service Credit", "Less than 99.9% but equal to or greater than 99.0% | 10%", "95.0% or less | 100%"),
     ["availability 99.0 99.9 percent 10 percent", "availability 95.0 percent 100 percent"]),
    (("Uptime | Credit (% of monthly fee)", "99.0 % – 99.9 % | 5", "99.0% ≤ uptime < 99.5% | 10", "< 99.0 % | 25", "≥ 99.9 % | 0"),
     ["availability 99.0 99.9 percent 5 percent monthly_fee", "availability 99.0 99.5 percent 10 percent monthly_fee", "availability 99.0 percent 25 percent monthly_fee"]),
    (("Cumulative downtime | Refund", "4 to 8 hours | 1 day of service", "more than 8 hours | USD 500"),
     ["downtime 4 8 hour 1 day", "downtime 8 hour 500 currency:USD"]),
]  # fmt: skip


@pytest.mark.parametrize(("rows", "expected"), CREDITS)
def test_credit_tables(rows: Sequence[str], expected: list[str]) -> None:
    assert read(Heading(level=1, content=line("Service credits")), table(*rows)) == ([], expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("99.0% to 99.99% availability: 5% service credit", ["availability 99.0 99.99 percent 5 percent"]),
        ("Uptime below 98.0%: 20% credit of the monthly fee", ["availability 98.0 percent 20 percent monthly_fee"]),
        (
            "If availability falls below 99.5 %, the Customer receives a service credit of 10 % of the monthly fee.",
            ["availability 99.5 percent 10 percent monthly_fee"],
        ),
        ("The Provider credits 5% of the monthly fee for every 30 minutes of downtime.", ["downtime 5 percent monthly_fee 30 minute"]),
        ("Response later than 2 hours: $100 credit per incident", ["response_time 2 hour 100 currency:USD occurrence"]),
        ("Service Credits shall not exceed 30 % of the monthly fee.", []),
        ("The Customer shall claim a Service Credit within 30 days.", []),
        ("For example, a credit of 10 % is owed for 50 minutes of downtime.", []),
        ("The total of the credits is limited to a maximum of 50 % of the annual fee.", []),
    ],
)
def test_credits_in_sentences(text: str, expected: list[str]) -> None:
    assert read(Heading(level=1, content=line("Service credits")), Paragraph(content=line(text)))[1] == expected


WORDS = (
    "99.9 %", "availability", "within 4 hours", "P1", "Severity 2 (High)", "response", "Service Credit", "10 % of the monthly fee", "below 95 %", "thirty (30) days",
    "each month", "—", "“quoted”", "maintenance", "95 % of cases", "notice", "[***]", "1", "USD 10,000", "shall", ".", ":", "Target", "Priority", "\u00a0", "uptime",
)  # fmt: skip
texts = st.lists(st.sampled_from(WORDS), max_size=7).map(" ".join)
blocks = st.one_of(
    st.builds(lambda text: Paragraph(content=line(text)), texts),
    st.builds(lambda text: Heading(level=2, content=line(text)), texts),
    st.builds(
        lambda rows, headers: Table(
            headers=min(headers, len(rows)), rows=tuple(tuple(Cell(lines=(line(text),)) for text in row) for row in rows)
        ),
        st.lists(st.lists(texts, min_size=1, max_size=4), min_size=1, max_size=4),
        st.integers(0, 2),
    ),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(blocks, max_size=8))
def test_each_entry_stands_where_its_evidence_says(found: list[Block]) -> None:
    document = Document(body=tuple(found))
    found = promised(Source(document))
    levels, owed = found.levels, found.credits
    for entry in (*levels, *owed):
        assert document.text[entry.span.start : entry.span.end] == entry.span.text
        assert entry.span.text.strip()
        assert 0 < entry.confidence <= 1
