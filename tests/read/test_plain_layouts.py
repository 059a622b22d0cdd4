"""Plain text whose lay-out says what it is: columns of blanks, cells one below the other, rows between blank lines, all on one line."""

from __future__ import annotations

import pytest

from sladocs.model.document import Document, Heading, ListItem, Paragraph, Table, words
from sladocs.read import read

COLUMNS = """\
HARBOURLINE HOSTING LIMITED

SERVICE LEVEL SCHEDULE

1. Support

Harbourline answers each request that Oakfield reports to the service desk within the times that the table below shows, counted from the
moment at which the request is logged.

Severity               First answer                      Repair (target)
Blocker (S1)           30 minutes                        4 hours
Severe (S2)            2 hours                           1 business day
Slight (S3)            1 business day                    5 business days

                                         1
\fTimes outside of the service hours do not count. A request that was logged on a holiday is treated as one that was logged on the next
business day, at the beginning of the service hours.

Level of Service                     Credit
                                     (of the monthly fee)
99.9 % or more                       none
99.0 % to 99.9 %                     5 %
less than 99.0 %                     15 %

                                         2
\fReports

Harbourline sends a report each month. It shows the figures of the month before and what was done where a level was missed, and it is
sent to the address in clause 7 within ten days.

                                         3
"""


def read_text(text: str) -> Document:
    return read(text.encode(), name="a.txt")


def tables(document: Document) -> list[list[list[str]]]:
    return [[[cell.text for cell in row] for row in block.rows] for block in document.blocks if isinstance(block, Table)]


def test_columns_of_blanks_are_tables() -> None:
    assert tables(read_text(COLUMNS)) == [
        [
            ["Severity", "First answer", "Repair (target)"],
            ["Blocker (S1)", "30 minutes", "4 hours"],
            ["Severe (S2)", "2 hours", "1 business day"],
            ["Slight (S3)", "1 business day", "5 business days"],
        ],
        [
            ["Level of Service", "Credit (of the monthly fee)"],
            ["99.9 % or more", "none"],
            ["99.0 % to 99.9 %", "5 %"],
            ["less than 99.0 %", "15 %"],
        ],
    ]


def test_form_feeds_part_pages_and_their_numbers_are_furniture() -> None:
    document = read_text(COLUMNS)
    assert [block.page for block in document.blocks if isinstance(block, Table)] == [1, 2]
    assert not any(line.strip() in ("1", "2", "3") for line in document.text.split("\n"))


def test_headings_stand_apart() -> None:
    found = [words(block.content) for block in read_text(COLUMNS).blocks if isinstance(block, Heading)]
    assert found == ["HARBOURLINE HOSTING LIMITED", "SERVICE LEVEL SCHEDULE", "Support", "Reports"]


def test_wrapped_lines_are_one_paragraph() -> None:
    paragraphs = [words(block.content) for block in read_text(COLUMNS).blocks if isinstance(block, Paragraph)]
    assert any(text.startswith("Harbourline answers") and text.endswith("is logged.") for text in paragraphs)


def test_lines_that_name_what_they_say_stay_apart() -> None:
    text = COLUMNS + "\nUrgent faults\nResponse: 2 hours\nRepair: 8 hours\nHours: all days, all hours\n"
    found = [words(block.content) for block in read_text(text).blocks if isinstance(block, Paragraph)]
    assert found[-3:] == ["Response: 2 hours", "Repair: 8 hours", "Hours: all days, all hours"]


def test_typed_signs_of_lists() -> None:
    text = COLUMNS.replace("\fReports", "\f- -   one fault a day, whatever its cause may be\n\n- -   two faults a week\n\nReports")
    assert [words(block.content) for block in read_text(text).blocks if isinstance(block, ListItem)] == [
        "one fault a day, whatever its cause may be",
        "two faults a week",
    ]


STACKED = {
    "below a header": (
        "Class\nAnswer\nRepair\nGold\n1 hour\n4 hours\nSilver\n2 hours\n8 hours\nBronze\nNext business day\nn/a\n",
        [["Class", "Answer", "Repair"], ["Gold", "1 hour", "4 hours"], ["Silver", "2 hours", "8 hours"], ["Bronze", "Next business day", "n/a"]],
    ),
    "between blank lines": (
        "Plan\n\nUptime\n\nBasic\n\n99 %\n\nPlus\n\n99.5 %\n\nPro\n\n99.9 %\n",
        [["Plan", "Uptime"], ["Basic", "99 %"], ["Plus", "99.5 %"], ["Pro", "99.9 %"]],
    ),
    "with the name before each figure": (
        "Critical\nResponse\n< 15 min\nRepair\n< 4 hours\nHigh\nResponse\n< 1 hour\nRepair\n< 8 hours\nLow\nResponse\n< 1 day\nRepair\n< 9 days\n",
        [["", "Response", "Repair"], ["Critical", "< 15 min", "< 4 hours"], ["High", "< 1 hour", "< 8 hours"], ["Low", "< 1 day", "< 9 days"]],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", STACKED)
def test_cells_below_one_another_are_a_table(name: str) -> None:
    text, rows = STACKED[name]
    assert tables(read_text(f"Northwind answers as follows, for each class of fault.\n\n{text}\n\nThis is reviewed each year.\n")) == [rows]


@pytest.mark.parametrize(
    "text",
    [
        "Definitions\n1\nTerm\n4\nFees\n9\nNotices\n12\n",  # a list of contents
        "Northwind Ltd\n12 Quay Street\nPortsmouth\nOakfield Ltd\n7 Mill Lane\nLeeds\n",
        "- 3 hours\n- 4 hours\n- 5 hours\n- 6 hours\n",
    ],
)
def test_lines_that_are_no_cells(text: str) -> None:
    assert tables(read_text(f"Preamble of this agreement.\n\n{text}")) == []


ROWS = {
    "cells parted by blanks": (
        ["Fault           Answer              Repair -----------     --------          ------", "Serious         Within 1 hour       Within 8 hours",
         "Minor           Within 4 hours      Within 3 days"],
        [["Fault", "Answer", "Repair"], ["Serious", "Within 1 hour", "Within 8 hours"], ["Minor", "Within 4 hours", "Within 3 days"]],
    ),
    "figures behind a key": (
        ["Priority  Level  First Answer (in Hours)  Escalation to Director (in  Hours)", "P1 1 2", "P2 4 8", "P3 Next Business Day"],
        [["Priority Level", "First Answer (in Hours)", "Escalation to Director (in Hours)"], ["P1", "1", "2"], ["P2", "4", "8"],
         ["P3", "Next Business Day", ""]],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", ROWS)
def test_rows_between_blank_lines_are_a_table(name: str) -> None:
    lines, rows = ROWS[name]
    around = "The supplier answers each fault that the customer reports, and mends it, within the times below. " * 4
    assert tables(read_text("\n\n".join([around, *lines, around]))) == [rows]


def test_a_block_of_signatures_is_no_table_of_figures() -> None:
    assert tables(read_text("Signed by the parties.\n\nBy: ________      By: ________\n\nDate: 1 May 2026      Date: 2 May 2026\n")) == []


def test_a_contract_on_one_line() -> None:
    filler = "The parties keep records of what they do under this clause and show them on request. " * 4
    text = (
        f"SERVICE AGREEMENT between Oakfield and Northwind. 1. DEFINITIONS In this Agreement 3.5 Fixes are counted. {filler}"
        f"1.1 Fault means a failure. {filler} 1.2 Hours are hours of the day. {filler} 2. Service Levels. Northwind shall: (a) answer "
        f"within 2 hours; (b) mend within 8 hours, subject to clause 1.2 Of this Agreement. {filler} SCHEDULE 1 FEES The fee is fixed. {filler}"
    )
    assert "\n" not in text
    document = read_text(text)
    labels = [block.label for block in document.blocks if not isinstance(block, Table)]
    assert [label for label in labels if label] == ["1.", "1.1", "1.2", "2.", "(a)", "(b)", "SCHEDULE 1"]
    assert [words(block.content) for block in document.blocks if isinstance(block, Heading)] == ["DEFINITIONS", "FEES"]
