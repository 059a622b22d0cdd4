"""Which dollar a bare "$" is."""

from __future__ import annotations

import pytest

from sladocs.extract import extract
from sladocs.model.document import Cell, Document, Paragraph, Table, line


def contract(note: str, amount: str) -> Document:
    rows = (("Monthly availability", "Service credit"), ("below 99.5 %", amount))
    table = Table(headers=1, rows=tuple(tuple(Cell(lines=(line(text),)) for text in row) for row in rows))
    return Document(body=(Paragraph(content=line(note)), table))


@pytest.mark.parametrize(
    ("note", "amount", "unit", "found"),
    [
        ("Fees are due monthly.", "$100", "currency:USD", True),
        ("All amounts are in Australian dollars.", "$100", "currency:AUD", False),
        ("Prices are quoted in CAD.", "$100", "currency:CAD", False),
        ("Sums are in US dollars.", "$100", "currency:USD", False),
        ("We bill in CAD or AUD.", "$100", "currency:USD", True),
        ("Fees are due monthly.", "US$100", "currency:USD", False),
        ("Fees are due monthly.", "USD 100", "currency:USD", False),
    ],
)
def test_a_bare_dollar_is_the_contract_s_own_or_a_finding(note: str, amount: str, unit: str, found: bool) -> None:
    extraction = extract(contract(note, amount))
    assert [credit.unit for credit in extraction.agreement.service_credits] == [unit]
    assert ("E06" in [finding.code for finding in extraction.findings]) is found
