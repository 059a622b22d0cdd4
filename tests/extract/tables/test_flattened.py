"""Tables that a text has flattened to lines are tables again, and every offset still counts."""

from __future__ import annotations

import pytest

from sladocs.extract import extract
from sladocs.extract.flattened import unflattened
from sladocs.model.document import Document, Heading, Paragraph, Table, block_text, line


def document(*lines: str) -> Document:
    return Document(body=(Heading(level=1, content=line("Service levels")), *(Paragraph(content=line(text)) for text in lines)))


def tables(made: Document) -> list[list[str]]:
    return [block_text(block).split("\n") for block in made.blocks if isinstance(block, Table)]


CASES = [
    (
        ("Service Priority Response Time Resolution Time", "Ledger P1 (Critical) <1 hour <4 hours", "Ledger P2 (High) <2 hours <8 hours"),
        ["Ledger\tP1 (Critical)\t<1 hour\t<4 hours", "Ledger\tP2 (High)\t<2 hours\t<8 hours"],
    ),
    (
        ("Metric Target Measurement", "Data accuracy ≥99% Quality audit", "First contact resolution 75% Monthly"),
        ["Data accuracy\t≥99%\tQuality audit", "First contact resolution\t75%\tMonthly"],
    ),
    (
        ("Priority Response Time", "Critical 15 minutes", "High N/A", "Low next business day"),
        ["Critical\t15 minutes", "High\tN/A", "Low\tnext business day"],
    ),
    (
        (
            "Priority Description Guaranteed",
            "Response Time",
            "Target Response",
            "Time",
            "Critical No user can work (all sites) 1 hour 15 minutes",
            "High Many users are hindered, or a function of the",
            "business is lost 2 hours 1 hour",
            "Low One user is hindered 8 hours 4 hours",
        ),
        [
            "Critical\tNo user can work (all sites)\t1 hour\t15 minutes",
            "High\tMany users are hindered, or a function of the business is lost\t2 hours\t1 hour",
            "Low\tOne user is hindered\t8 hours\t4 hours",
        ],
    ),
    (
        ("Severity Response Restoration", "Severity 1 30 minutes 4 hours Severity 2 2 hours 8 hours", "Severity 3 1 day 5 days"),
        ["Severity 1\t30 minutes\t4 hours", "Severity 2\t2 hours\t8 hours", "Severity 3\t1 day\t5 days"],
    ),
]


@pytest.mark.parametrize(("lines", "rows"), CASES)
def test_rows_are_cut_where_the_heads_say(lines: tuple[str, ...], rows: list[str]) -> None:
    flat = document(*lines)
    made = unflattened(flat)
    (table,) = tables(made)
    assert table[1:] == rows
    assert len(made.text) == len(flat.text)
    assert made.text.split() == flat.text.split()


@pytest.mark.parametrize(
    "lines",
    [
        ("Response times", "Northwind shall respond within 4 hours.", "Northwind shall restore within 8 hours."),
        ("Priority Response Time", "P1 1 hour"),
        ("The priority and the response time", "are agreed for 3 years", "and end after 2 years"),
        ("Service Fee", "Ledger USD 100", "Mail USD 50"),
    ],
)
def test_what_is_no_table_stays_as_it_is(lines: tuple[str, ...]) -> None:
    flat = document(*lines)
    assert unflattened(flat) is flat


def test_quotes_are_those_of_the_document() -> None:
    flat = document(*CASES[0][0])
    found = extract(flat)
    assert len(found.agreement.service_levels) == 4
    assert all(flat.text[place.start : place.end] == place.quote for place in found.evidence.values())
