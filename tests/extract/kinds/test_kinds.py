"""Which kinds of clause a passage shows: by its heading, by its sentences, by the columns of its tables, and by none of them."""

from __future__ import annotations

import pytest

from sladocs.extract.kinds import read_kinds
from sladocs.extract.passages import read_passages
from sladocs.extract.source import Source
from sladocs.model.document import Cell, Document, Heading, ListItem, Paragraph, Table, line


def kinds(*blocks: Heading | Paragraph | ListItem | Table) -> set[str]:
    return {fact.value.kind for fact in read_kinds(Source(Document(body=blocks)))}


def under(heading: str, text: str) -> set[str]:
    title = Heading(level=1, content=line("Managed Hosting Service Level Agreement"))
    return kinds(title, Heading(level=2, label="4", content=line(heading)), Paragraph(content=line(text)))


def plain(text: str) -> set[str]:
    return kinds(Paragraph(content=line(text)))


def table(*rows: tuple[str, ...]) -> Table:
    return Table(headers=1, rows=tuple(tuple(Cell(lines=(line(cell),)) for cell in row) for row in rows))


UNDER = [
    ("parties", "Parties", "Oakfield Ltd supplies the service; Harbourline plc receives it."),
    ("definitions", "Words used here", '"Outage" means a time in which no user can log in.'),
    ("definitions", "Glossary", "Ticket: an entry in the support tool."),
    ("purpose", "Why this paper exists", "The purpose of this agreement is to say what each side can expect of the other."),
    ("purpose", "Introduction", "Northwind and Oakfield wish to put their cooperation in writing."),
    ("scope", "Service Name and Description", "Print queues, scanners and the release stations in all halls."),
    ("scope", "What we look after", "This SLA applies to all production accounts."),
    ("exclusions", "When the guarantee is off", "The guarantee does not apply to faults of your own line."),
    ("exclusions", "Exclusions", "Faults of lines that belong to others."),
    ("roles", "Customer Responsibilities", "Keep the contact list current and answer questions within a day."),
    ("governance", "Steering Committee", "Two members of each party meet every quarter and decide on priorities."),
    ("service_levels", "Uptime", "The portal is available at least 99.5 % of each month."),
    ("measurement", "How it is counted", "Availability is measured monthly by a probe outside the network."),
    ("measurement", "Method of Surveillance", "The inspector draws a random sample of ten jobs."),
    ("reporting", "Service Reporting", "A report goes to the customer in the first week of each month."),
    ("review", "Periodic Review", "The owner of this paper looks at it once a year."),
    ("penalties", "If we miss it", "For each full hour the customer is entitled to a credit of one day."),
    ("penalties", "Liquidated Damages", "Two hundred dollars for each day of delay."),
    ("incentives", "Bonus", "The contractor earns a bonus of one percent for each quarter without a miss."),
    ("escalation", "Escalation Path", "Shift lead, then service manager, then director."),
    ("dispute_resolution", "Arbitration", "A sole arbitrator decides."),
    ("support", "Help Desk", "The help desk is staffed on weekdays and answers by phone and mail."),
    ("maintenance", "Planned Maintenance", "Servers are patched on the second Sunday of the month."),
    ("change_management", "Change Control", "No change is made without an approved change request."),
    ("improvement", "Corrective Action", "The contractor submits a corrective action plan within ten days."),
    ("continuity", "Backup and Recovery", "Full copies are made each night and kept in another city."),
    ("security", "Information Security", "Access needs two factors, logs are kept for a year."),
    ("data_protection", "Personal Data", "The processor acts on instructions of the controller only."),
    ("confidentiality", "Confidential Information", "Each party keeps the papers of the other secret."),
    ("financial", "Fees and Payment", "Invoices are payable within thirty days."),
    ("pilot", "Pilot Phase", "Twenty users try the service for two months without charge."),
    ("off_ramp", "Off-ramps", "At each decision date the customer may stop without further payment."),
    ("term", "Term", "Three years from the date of signature."),
    ("renewal", "Renewal", "Year by year unless one party objects."),
    ("termination", "Termination for Cause", "A breach that is not cured gives the right to end the agreement."),
    ("exit", "Transition Out", "The provider hands over data and keys to the successor."),
    ("amendment", "Changes to this SLA", "A new version is posted on this page."),
    ("liability", "Limitation of Liability", "Neither side answers for lost profits."),
    ("indemnity", "Indemnification", "Each party holds the other harmless from claims of third parties."),
    ("warranty", "Disclaimer of Warranties", "The service is provided as is."),
    ("force_majeure", "Acts of God", "Fire, flood and war free both from their duties."),
    ("governing_law", "Choice of Law", "The laws of Oregon apply."),
    ("assignment", "Assignment", "Not without the consent of the other."),
    ("subcontracting", "Use of Subcontractors", "The provider answers for their work as for its own."),
    ("notices", "Notices", "By registered mail to the addresses above."),
    ("audit", "Audit Rights", "Once a year, on thirty days' notice, the books may be examined."),
    ("intellectual_property", "Ownership of Work Results", "All rights, title and interest stay with the vendor."),
    ("signatures", "Signatures", "Signed for the provider. Signed for the customer."),
]


@pytest.mark.parametrize(("kind", "heading", "text"), UNDER)
def test_a_section_shows_its_kind(kind: str, heading: str, text: str) -> None:
    assert kind in under(heading, text)


SENTENCES = [
    ("parties", "This agreement is entered into by and between Oakfield Ltd and Harbourline plc."),
    ("definitions", 'In this part "Core Hours" means nine to five on weekdays.'),
    ("definitions", "Response time is defined as the time until an analyst calls back."),
    ("purpose", "This guide describes what the campus print service promises."),
    ("measurement", "The figure is calculated monthly as the number of parcels on time divided by the total number of parcels."),
    ("measurement", "Uptime shall be measured by the supplier's probes."),
    ("reporting", "Northwind will publish a quarterly summary and send monthly performance reports to the council."),
    ("penalties", "Should we break this promise we will credit a full week's cost to your account."),
    ("penalties", "The agency may reduce the contract price to reflect the value of the work received."),
    ("force_majeure", "Not counted are failures caused by floods, war, strikes and the like."),
    ("force_majeure", "Neither party answers for a failure that is due to causes beyond its reasonable control."),
    ("maintenance", "Planned maintenance takes place on Sunday nights and is announced a week ahead."),
    ("support", "Telephone support is available from eight to six."),
    ("renewal", "It shall be automatically renewed for one year at a time."),
    ("amendment", "No amendment is valid unless it is in writing and signed."),
    ("governing_law", "This contract is governed by the laws of Norway."),
    ("signatures", "IN WITNESS WHEREOF the parties have signed on the day written above."),
]


@pytest.mark.parametrize(("kind", "text"), SENTENCES)
def test_a_sentence_shows_its_kind_without_a_heading(kind: str, text: str) -> None:
    assert kind in plain(text)


NOT = [
    ("maintenance", "The network is available 99.9 % of each month, excluding scheduled maintenance."),
    ("maintenance", "Uptime is 99.5 %, except for planned maintenance windows."),
    ("financial", "Our office is in the old harbour, next to the ferry."),
    ("force_majeure", "This excludes events outside our control (e.g., force majeure, carrier faults)."),
    ("parties", "Unpack the archive and run the installer."),
    ("termination", "Model A has a pump and a steel tank."),
]


@pytest.mark.parametrize(("kind", "text"), NOT)
def test_a_passing_mention_is_no_clause(kind: str, text: str) -> None:
    assert kind not in plain(text)


@pytest.mark.parametrize(
    ("kind", "column"),
    [
        ("measurement", "Method of Surveillance"),
        ("measurement", "How measured"),
        ("penalties", "Service Credit"),
        ("penalties", "Amount at Risk"),
        ("service_levels", "Acceptable Quality Level"),
        ("service_levels", "Response Time"),
        ("review", "Frequency of Review"),
    ],
)
def test_the_column_of_a_table_shows_its_kind(kind: str, column: str) -> None:
    assert kind in kinds(table(("Item", column), ("Parcels", "as agreed")))


def test_a_label_before_a_short_line_is_no_clause() -> None:
    blocks = [ListItem(level=1, label="•", content=line(text)) for text in ("Security: see the handbook.", "Backups: your own task.")]
    assert not {"security", "continuity"} & kinds(Heading(level=1, label="2", content=line("Customer Responsibilities")), *blocks)


def test_a_numbered_heading_inside_a_paragraph_opens_a_passage() -> None:
    text = (
        "9.11 Assignment: Neither party may assign this Agreement without consent of the other. "
        "9.12 Governing Law: This Agreement is governed by the laws of Norway."
    )
    assert [p.heading for p in read_passages(Source(Document(body=(Paragraph(content=line(text)),))))] == ["Assignment", "Governing Law"]


def test_the_title_is_no_clause() -> None:
    title = Heading(level=1, content=line("Support and Maintenance Agreement"))
    assert kinds(title, Heading(level=2, label="1", content=line("Fees")), Paragraph(content=line("Fees are due monthly."))) >= {
        "financial"
    }
    assert "maintenance" not in kinds(
        title, Heading(level=2, label="1", content=line("Fees")), Paragraph(content=line("Fees are due monthly."))
    )
