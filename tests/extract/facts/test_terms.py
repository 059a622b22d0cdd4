"""Sentences of many hands that state terms, and sentences whose figures are no terms."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from sladocs.extract.facts import Facts, read_facts
from sladocs.model.agreement import Agreement, AsWritten, Role
from sladocs.model.document import Cell, Document, Heading, ListItem, Paragraph, Table, line


def facts(*texts: str, heading: str | None = None) -> Facts:
    above = [Heading(level=1, label="7", content=line(heading))] if heading else []
    return read_facts(Document(body=(*above, *[Paragraph(content=line(text)) for text in texts])))


def term(agreement: Agreement, path: str) -> Any:
    """A term by its path, a length of time in its ISO form."""
    value: Any = agreement
    for part in path.split("/"):
        value = getattr(value, part) if value is not None else None
    return value.iso if hasattr(value, "iso") else value


STATED = [
    ("term/effective_date", dt.date(1999, 12, 13), 'This License Agreement (the "Agreement") is made and entered into as of December 13, 1999 ("EFFECTIVE DATE") by and between A and B.'),
    ("term/effective_date", dt.date(2000, 7, 31), 'This Outsourcing Agreement ("Agreement") is entered into as of this 31 day of July, 2000 ("Effective Date").'),
    ("term/effective_date", dt.date(2025, 1, 1), "Effective Date: January 1st, 2025"),
    ("term/effective_date", dt.date(2027, 3, 1), "This SLA takes effect on 1 March 2027."),
    ("term/expiration_date", dt.date(2029, 6, 29), "This Agreement shall commence on 1 July 2026 and expire on 29 June 2029."),
    ("term/expiration_date", dt.date(2027, 12, 31), "Expiry date: 31 December 2027"),
    ("term/initial", "P5Y", "This Agreement shall commence on the Effective Date and shall continue in full force and effect for an initial period of five (5) years."),
    ("term/initial", "P3Y", "The initial term of this Agreement is three (3) years."),
    ("term/initial", "P1Y", "This SLA will be in effect for one year."),
    ("term/initial", "P12M", "Term: 12 months (January 1, 2024 - December 31, 2024)"),
    ("term/renewal", "P1Y", "Thereafter, this Agreement shall automatically renew for subsequent one (1) year periods unless either party objects."),
    ("term/renewal", "P12M", "It shall be extended by successive periods of twelve (12) months each."),
    ("term/renewal", "P1Y", "This SLA will renew automatically on a yearly basis unless change or update is requested."),
    ("term/renewal_notice", "P30D", "This Agreement shall renew for one (1) year periods unless either party notifies the other in writing at least thirty (30) days prior to the expiration of the initial term."),
    ("term/renewal_notice", "P60D", "Automatic renewal unless 60-day written notice"),
    ("term/termination_notice", "P60D", "Company may terminate this Agreement, for any reason, upon giving Licensor sixty (60) days written notice."),
    ("term/termination_notice", "P30D", "Either party may terminate this Agreement at any time by giving at least 30 days' prior written notice."),
    ("term/cure_period", "P30D", "If either party materially breaches any term of this Agreement and fails to cure such breach within thirty (30) days after receiving written notice, the other may terminate this Agreement."),
    ("term/cure_period", "P60D", "The defaulting party shall have a period of sixty (60) days after receipt of such notice to correct the default or breach."),
    ("term/cure_period", "P10BD", "A party may end this Agreement where a material breach is not remedied within ten (10) Business Days of notice."),
    ("credit_terms/claim_window", "P30D", "To receive a service credit, Customer must submit a claim by email within thirty (30) days of the last day of the month."),
    ("credit_terms/claim_window", "PT72H", "You must notify us in writing within 72 hours of the incident to be eligible for a Service Credit."),
    ("credit_terms/sole_remedy", True, "Service Credits are Customer's sole and exclusive remedy for any failure to meet the Uptime Commitment."),
    ("credit_terms/sole_remedy", False, "Service Credits are not the Customer's sole remedy."),
    ("governing_law", "the State of New York", "This Agreement shall be governed by, and construed in accordance with, the laws of the State of New York, applicable to contracts executed there."),
    ("governing_law", "Ontario", "This Agreement shall be governed by the laws of the province of Ontario, Canada, without regard to its conflict of laws principles."),
    ("governing_law", "England and Wales", "This Agreement is governed by the law of England and Wales and the courts of England have jurisdiction."),
    ("governing_law", "Swiss", "The Framework Agreement is subject to Swiss law."),
    ("governing_law", "Texas", "This Agreement shall be governed by the laws of the United States of America and Texas."),
    ("maintenance/window", "on weekdays between 9 pm and 6 am Pacific time", "Scheduled Downtime must be scheduled on weekdays between 9 pm and 6 am Pacific time."),
    ("term/initial", "P5Y", "The term of this lease shall be for a period of five years, commencing on the 1st day of April, 2027."),
    ("governing_law", "California", "This Agreement will be governed by California law."),
    ("maintenance/window", "Sundays 02:00-06:00 UTC", "Maintenance window: Sundays 02:00-06:00 UTC"),
    ("maintenance/window", "Weekly on Sundays (02:00 - 04:00 UTC).", "Scheduled Maintenance: Weekly on Sundays (02:00 - 04:00 UTC)."),
    ("credit_terms/claim_window", "PT48H", "To receive service credits you must notify us by email within (48) hours of the incident."),
    ("pilot/period", "P90D", "The pilot shall run for ninety (90) days from the Effective Date."),
    ("chronic_failure/consecutive", 3, "If uptime falls below 99.0% for three (3) consecutive months, the Customer may terminate this Agreement."),
    ("chronic_failure/within", 12, "The Customer may terminate if the Provider misses the same level in any four months within a rolling twelve-month period or 4 months in any 12 months."),
]  # fmt: skip


@pytest.mark.parametrize(("path", "value", "text"), STATED)
def test_a_sentence_states_its_term(path: str, value: Any, text: str) -> None:
    found = facts("Some opening words that are no title at all, since they end with a full stop.", text)
    assert term(found.agreement, path) == value
    evidence = found.evidence[path if path in found.evidence else path.split("/", maxsplit=1)[0]]
    assert evidence.quote in text


NO_TERMS = [
    "Until the move is done, and at most for six (6) months after the end, the Provider shall go on with the Services.",
    "The Customer may retrieve the Customer Data for sixty (60) days after the end, in a common format.",
    "During the first ninety (90) days of the Term the Service Levels are aims. No Service Credit is owed in this time.",
    "This Agreement is a schedule to the Master Services Agreement dated 1 March 2026 between the same parties.",
    "Schedule to the Master Services Agreement dated 1 March 2026",
    "If a Force Majeure Event prevents the supply of a Service for more than two full months in a row, either party may end that Service by written notice.",
    "The Provider shall test the plan at least once in each year.",
    "The Provider shall review the measures at least once in each year.",
    "The confidentiality obligations of this Agreement survive for five (5) years.",
    "Invoices are payable within thirty (30) days.",
    "The Provider warrants the Software for a period of ninety (90) days.",
    "The Provider shall answer each Credit Claim within ten (10) days.",
    "Effective Date means the date on which this Agreement starts, as stated in clause 5.",
    "Provider means the party that the table of parties names as provider.",
    "The total liability of a party for all events in a contract year shall not exceed 100 % of the annual fees.",
    "Neither party shall terminate this Agreement because of a Force Majeure Event that lasts less than thirty (30) days.",
]


@pytest.mark.parametrize("text", NO_TERMS)
def test_figures_of_procedure_are_no_terms(text: str) -> None:
    found = facts("Some opening words that are no title at all, since they end with a full stop.", text).agreement
    empty = Agreement()
    for name in (
        "term",
        "credit_terms",
        "maintenance",
        "pilot",
        "chronic_failure",
        "governing_law",
        "reports",
        "reviews",
        "parties",
        "support_hours",
    ):
        assert getattr(found, name) == getattr(empty, name), name


CAPS = [
    ("Service Credits in any calendar month shall not exceed 25 % of the monthly fee.", "25", "percent", "monthly_fee"),
    (
        "Service Credits are capped at one hundred percent (100%) of the monthly charge for the affected service.",
        "100",
        "percent",
        "affected_fee",
    ),
    ("The total Service Credits of a year are limited to USD 10,000.", "10000", "currency:USD", None),
    ("The maximum credit in a month shall not exceed 1 month of service.", "1", "month", None),
]


@pytest.mark.parametrize(("text", "value", "unit", "basis"), CAPS)
def test_caps(text: str, value: str, unit: str, basis: str | None) -> None:
    cap = facts("Opening words that say nothing at all.", text).agreement.credit_terms.cap
    assert cap is not None
    assert (str(cap.value), cap.unit) == (value, unit)
    assert basis is None or cap.basis == basis


def test_words_and_digits_that_differ_are_kept_as_written_with_a_finding() -> None:
    found = facts("The initial term of this Agreement is thirty (20) days.")
    assert found.agreement.term.initial == AsWritten(text="thirty (20) days")
    assert [f.code for f in found.findings] == ["E03"]
    assert found.findings[0].place.path == "term/initial"


def key_terms(*rows: tuple[str, str]) -> Table:
    return Table(headers=1, rows=tuple(tuple(Cell(lines=(line(text),)) for text in row) for row in (("Key term", "Value"), *rows)))


def test_a_key_term_that_agrees_with_the_body_is_one_fact() -> None:
    document = Document(
        body=(
            key_terms(("Cure period", "30 days")),
            Paragraph(content=line("Either party may terminate if a breach is not cured within thirty (30) days.")),
        )
    )
    found = read_facts(document)
    assert term(found.agreement, "term/cure_period") == "P30D"
    assert found.findings == []


def test_a_key_term_that_differs_from_the_body_is_a_finding_with_both_values() -> None:
    document = Document(
        body=(
            key_terms(("Cure period", "45 days")),
            Paragraph(content=line("Either party may terminate if a breach is not cured within thirty (30) days.")),
        )
    )
    (finding,) = read_facts(document).findings
    assert finding.code == "E02"
    assert "45 days" in finding.message
    assert "thirty (30) days" in finding.message


def test_a_key_term_that_is_not_understood_is_kept_as_written_with_a_finding() -> None:
    found = read_facts(
        Document(
            body=(
                key_terms(
                    ("Effective date", "on signature"),
                ),
            )
        )
    )
    assert found.agreement.term.effective_date == AsWritten(text="on signature")
    assert [f.code for f in found.findings] == ["E04"]


def test_differing_parties_are_an_error() -> None:
    rows = (("Role", "Name"), ("Provider", "Alpha Ltd"), ("Customer", "Beta plc"))
    parties = Table(headers=1, rows=tuple(tuple(Cell(lines=(line(text),)) for text in row) for row in rows))
    found = read_facts(Document(body=(key_terms(("Provider", "Gamma Ltd"), ("Customer", "Beta plc")), parties)))
    assert [(f.code, f.severity) for f in found.findings] == [("E02", "error")]
    assert [p.name for p in found.agreement.parties] == ["Alpha Ltd", "Beta plc"]


PREAMBLES = [
    ('This Agreement is entered into by and between Alpha Cloud, Inc. ("Provider") and Beta Retail plc ("Customer").', "Alpha Cloud, Inc.", "Beta Retail plc"),
    ('This Agreement is made between Beta GmbH, a German company with its seat at Berlin ("Client"), and Alpha LLC, a Delaware corporation ("Vendor").', "Alpha LLC", "Beta GmbH"),
    ("This Service Level Agreement is between Alpha Agency (Supplier) and its clients.", "Alpha Agency", None),
    ("Alpha Hosting commits to a monthly availability of 99.9%.", "Alpha Hosting", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "provider", "customer"), PREAMBLES)
def test_parties_of_opening_words(text: str, provider: str, customer: str | None) -> None:
    agreement = facts(text).agreement
    names = {role: (party.name if (party := agreement.party(role)) else None) for role in (Role.PROVIDER, Role.CUSTOMER)}
    assert names == {Role.PROVIDER: provider, Role.CUSTOMER: customer}


def test_a_lead_in_holds_for_the_items_under_it() -> None:
    blocks = (
        Paragraph(label="4.1", content=line("Either party may terminate this Agreement by notice if the other party:")),
        ListItem(level=1, label="(a)", content=line("commits a material breach that is not remedied within twenty (20) days; or")),
    )
    assert term(read_facts(Document(body=blocks)).agreement, "term/cure_period") == "P20D"


@pytest.mark.parametrize(
    ("value", "unit", "basis", "text"),
    [
        (20, "percent", "monthly_fee", "If the fault lasts more than two days we will credit 5 % of a month's subscription, limited to 20% in any one month."),
        (25, "percent", "monthly_fee", "Credits for any room will not exceed 25% of the MRC for such room."),
        (30, "percent", "monthly_fee", "The total credits shall not exceed 30% of the monthly fee."),
        (10, "percent", "monthly_fee", "Service credits are limited to 10 % per calendar month."),
        (50, "percent", "monthly_fee", "Total service credits will not exceed 50 % in any given billing period."),
        (100, "percent", "monthly_fee", "We will credit your account up to a 100% cumulative of the monthly service charge."),
        (15, "percent", "annual_fee", "The maximum service credits are 15% of the annual fees."),
        (1, "month", "monthly_fee", "In case of outages, all credits are limited to one month's hosting service fees."),
        (10, "percent", None, "Service credits are limited to 10 %."),
    ],
)  # fmt: skip
def test_what_a_cap_is_a_share_of(value: int, unit: str, basis: str | None, text: str) -> None:
    cap = facts(text, heading="Service Credits").agreement.credit_terms.cap
    assert cap is not None
    assert not isinstance(cap, AsWritten)
    assert (cap.value, cap.unit, cap.basis) == (value, unit, basis)


@pytest.mark.parametrize(
    "text",
    [
        "Best efforts are made to schedule maintenance outside of Monday through Friday, 7:00 a.m. to 8:00 p.m.",
        "The contractor is responsible for maintaining the devices at a 95% monthly availability.",
    ],
)
def test_what_is_no_maintenance_window(text: str) -> None:
    assert facts(text).agreement.maintenance.window is None


def test_a_sentence_under_the_heading_is_read_as_one() -> None:
    blocks = (
        Heading(level=1, label="7", content=line("Governing law")),
        Paragraph(content=line("The Framework Agreement is subject to Swiss law.")),
    )
    assert read_facts(Document(body=blocks)).agreement.governing_law == "Swiss"


@pytest.mark.parametrize("head", ["Frequency of Review", "Review frequency", "Review interval"])
def test_the_frequency_of_reviews_stands_in_a_column(head: str) -> None:
    rows = (("Metric", "Target", head), ("Answered mails", "95 %", "Monthly"))
    table = Table(headers=1, rows=tuple(tuple(Cell(lines=(line(cell),)) for cell in row) for row in rows))
    assert [review.frequency for review in read_facts(Document(body=(table,))).agreement.reviews] == ["month"]
