"""What a document is called: by a heading, a line, a part's label, or the words with which it opens; and lines that are no title."""

from __future__ import annotations

import pytest

from sladocs.extract.source import Source
from sladocs.extract.titles import read_title
from sladocs.model.document import Document, Heading, Paragraph, line

BODY = Paragraph(
    content=line("The provider answers every ticket within one working day of its receipt, and tells the user who looks after it.")
)


def title(*blocks: Heading | Paragraph) -> str | None:
    fact = read_title(Source(Document(body=(*blocks, BODY))))
    return fact.value if fact else None


def head(text: str, level: int = 1, label: str = "") -> Heading:
    return Heading(level=level, label=label, content=line(text))


def para(text: str) -> Paragraph:
    return Paragraph(content=line(text))


TITLES = [
    ("Service Standards", (head("Service Standards"), head("Guaranteed Service Standards", 2), head("Your Good Service Guarantee", 2))),
    ("Performance Guarantees", (head("Performance Guarantees"), para("Administrative Services Agreement, City of Alder, 06/17/2027"))),
    ("Network Service Level Agreements", (head("Network Service Level Agreements", label="Attachment D-1"), para("ALD-TEX-005"))),
    ("Service Level Agreements", (head("Service Level Agreements", label="Appendix F:"),)),
    ("SAMPLE QUALITY PLAN", (para("DRAFT ATTACHMENT RFP 52"), para("Customer Service Contract 50/52"), head("SAMPLE QUALITY PLAN", 2), head("PURPOSE", 3))),
    ("EXHIBIT E SCHEDULE OF SUPPORT SERVICES", (para("REV: 11-21-27 LF"), para("EXHIBIT E SCHEDULE OF SUPPORT SERVICES"))),
    ("Call Center Services", (para("Call Center Services"),)),
    ("Problem Handling Process.", (para("Problem Handling Process."),)),
    ("Availability Guarantee", (para("Availability Guarantee. Northwind agrees to have the network available for 99.9 % of the time in each month."),)),
    ("Measurement Process", (para("Measurement Process: The outage begins when a network alarm is received by the contractor from the switch."),)),
    ("Master Services Agreement", (head("Master Services Agreement"), head("Definitions", 2, "1."))),
    ("Support Guidelines", (para("Support Guidelines"), para("Last modified: 5 July 2027"))),
    ("PRINT MAINTENANCE TERMS", (para("PRINT MAINTENANCE TERMS"), para("Oakfield Ltd"))),
    ("Our customer charter", (head("Our customer charter"), para("Customers told us what they think."))),
    ("IT Help Desk SLA", (head("IT Help Desk SLA"), head("Introduction", 2))),
    (
        "Statement of Work for the Harbour Authority Nationwide Network Maintenance and Relocation Services of all Offices",
        (head("Statement of Work for the Harbour Authority Nationwide Network Maintenance and Relocation Services of all Offices"),),
    ),
]  # fmt: skip


@pytest.mark.parametrize(("expected", "blocks"), TITLES)
def test_titles(expected: str, blocks: tuple[Heading | Paragraph, ...]) -> None:
    assert title(*blocks) == expected


@pytest.mark.parametrize(
    "blocks",
    [
        (para("Last modified: 5 July 2027"),),
        (para("Page 1"), para("Confidential")),
        (head("Support", 2, "1."),),
        (para("we answer mails."),),
    ],
)
def test_lines_that_are_no_title(blocks: tuple[Heading | Paragraph, ...]) -> None:
    assert title(*blocks) is None
