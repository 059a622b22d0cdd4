"""Rows of tables whose cells a single blank parts, and their header's words."""

from __future__ import annotations

import pytest

from sladocs.model.document import Table
from sladocs.read import read

CASES = {
    "names of two words": (
        "Priority Response Time Resolution Time\nP1 (Urgent) <4 hours <24 hours\nP2 (High) <8 hours <48 hours",
        [["Priority", "Response Time", "Resolution Time"], ["P1 (Urgent)", "<4 hours", "<24 hours"], ["P2 (High)", "<8 hours", "<48 hours"]],
    ),
    "plans": (
        "Priority Basic Plus Premium\nUrgent 24h 4h 1h\nHigh 48h 8h 2h\nLow 5 business days 48h 24h",
        [["Priority", "Basic", "Plus", "Premium"], ["Urgent", "24h", "4h", "1h"], ["High", "48h", "8h", "2h"], ["Low", "5 business days", "48h", "24h"]],
    ),
    "bands": (
        "Monthly Uptime Percentage Percentage of Monthly Fee Credited\n99.9% or higher None\n98.0% to 99.89% 10%\nunder 98.0% 20%",
        [["Monthly Uptime Percentage", "Percentage of Monthly Fee Credited"], ["99.9% or higher", "None"], ["98.0% to 99.89%", "10%"], ["under 98.0%", "20%"]],
    ),
    "a header over two lines": (
        "Class of Fault Response\nTime\nMinor 8 business hours\nMajor 2 hours\nFatal next business day",
        [["Class of Fault", "Response Time"], ["Minor", "8 business hours"], ["Major", "2 hours"], ["Fatal", "next business day"]],
    ),
    "numbered keys": (
        "Level Answer Repair\nSeverity 1 1 hour 4 hours\nSeverity 2 2 hours 8 hours\nSeverity 3 1 day 9 days",
        [["Level", "Answer", "Repair"], ["Severity 1", "1 hour", "4 hours"], ["Severity 2", "2 hours", "8 hours"], ["Severity 3", "1 day", "9 days"]],
    ),
}  # fmt: skip


def tables(text: str) -> list[list[list[str]]]:
    blocks = read(text.encode(), name="a.txt").blocks
    return [[[cell.text for cell in row] for row in block.rows] for block in blocks if isinstance(block, Table)]


@pytest.mark.parametrize("case", CASES)
def test_rows_of_joined_cells_are_a_table(case: str) -> None:
    lines, rows = CASES[case]
    assert tables(f"Northwind keeps the following levels.\n\n{lines}\n\nThey are reviewed each year.\n") == [rows]


@pytest.mark.parametrize(
    "text",
    [
        "Fees and Charges\nThe fee is due within 30 days.\nInterest is charged after 60 days.\n",  # sentences
        "Oakfield Ltd\n12 Quay Street 7\nPortsmouth 9\n",  # two lines of an address, one figure each, names that are no names
        "1. Term 12 months\n2. Notice 30 days\n3. Cure 10 days\n",  # clauses
        "Signed on the dates below\nBy: Ann Smith 2026\nBy: Ben Jones 2026\n",
    ],
)
def test_lines_that_end_with_figures_are_no_table(text: str) -> None:
    assert tables(f"Preamble of this agreement.\n\n{text}") == []
