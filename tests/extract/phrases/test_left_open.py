"""Figures that a contract leaves blank become findings that name what is missing."""

from __future__ import annotations

import pytest

from sladocs.extract import extract
from sladocs.model.document import Cell, Document, Heading, Paragraph, Run, Table


def line(text: str) -> tuple[Run, ...]:
    return (Run(text=text),)


def table(*rows: tuple[str, ...], page: int | None = None) -> Table:
    return Table(headers=1, rows=tuple(tuple(Cell(lines=(line(text),)) for text in row) for row in rows), page=page)


def messages(*blocks: Paragraph | Table) -> list[str]:
    heading = Heading(level=1, label="2", content=line("Service levels"))
    found = extract(Document(body=(heading, *blocks)))
    return [f.message for f in found.findings if f.code == "E08"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The response time for Severity 3 incidents is [***] hours.", ["A response time for Severity 3 is left blank."]),
        ("Oakfield shall resolve Priority 2 incidents within ____ business days.", ["A resolution time for Priority 2 is left blank."]),
        ("The monthly availability of the service is XX.X %.", ["An availability is left blank."]),
        ("The recovery time objective is TBD.", ["A recovery time objective is left blank."]),
        ("A service credit of [●] % of the monthly fee is due.", ["A service credit is left blank."]),
        ("The monthly fee is USD ____.", []),
        ("Signed: ____________", []),
        ("This Agreement is made on the ____ day of [insert month].", []),
        ("The response time for Severity 3 incidents is 8 hours.", []),
    ],
)
def test_sentence(text: str, expected: list[str]) -> None:
    assert messages(Paragraph(content=line(text))) == expected


def test_table_of_priorities() -> None:
    found = messages(
        table(
            ("Severity", "Response time", "Resolution time"),
            ("Severity 1", "1 hour", "4 hours"),
            ("Severity 3", "[***]", "5 business days"),
            ("Severity 4", "2 business days", "TBD"),
            page=14,
        )
    )
    assert found == ["A response time for Severity 3 is left blank, page 14.", "A resolution time for Severity 4 is left blank, page 14."]


def test_table_of_metrics() -> None:
    found = messages(table(("Service level", "Target"), ("Availability", "____ %"), ("Packet loss", "0.1 %")))
    assert found == ["An availability is left blank."]
