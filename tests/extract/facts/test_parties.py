"""Who provides and who buys: introduced between the two, under a role, or known only by what each does."""

from __future__ import annotations

import pytest

from sladocs.extract.parties import read_parties
from sladocs.extract.source import Fact, Source
from sladocs.model.agreement import Role
from sladocs.model.document import Document, Heading, Paragraph, line


def parties(*texts: str | Heading) -> dict[str, str]:
    body = tuple(text if isinstance(text, Heading) else Paragraph(content=line(text)) for text in texts)
    found = (fact.value for fact in read_parties(Source(Document(body=body))) if isinstance(fact, Fact))
    return {party.role.value: party.name for party in found if party.role in (Role.PROVIDER, Role.CUSTOMER)}


def heading(text: str, level: int = 1) -> Heading:
    return Heading(level=level, content=line(text))


INTRODUCED = [
    ({"provider": "Oakfield Hosting Ltd", "customer": "Harbourline plc"}, 'This Agreement is made between Oakfield Hosting Ltd ("Provider") and Harbourline plc ("Customer").'),
    ({"provider": "Northwind Networks, Inc.", "customer": "Ferndale LLC"}, 'This Agreement is entered into by and between Northwind Networks, Inc., a Delaware corporation ("Supplier"), and Ferndale LLC ("Client").'),
    ({"provider": "Larkspur Reliability Team", "customer": "Larkspur Bank"}, "This is a Service Level Agreement (SLA) between Larkspur Bank (Customer) and Larkspur Reliability Team (Provider)."),
    ({"provider": "Kestrel Telecom", "customer": "Rowan Clinics"}, "This agreement between Kestrel Telecom and Rowan Clinics tells what to expect. Kestrel Telecom will answer calls. Kestrel Telecom shall provide a line."),
    ({"provider": "Kestrel Telecom", "customer": "Rowan Clinics"}, "This agreement between Rowan Clinics and Kestrel Telecom tells what to expect. Kestrel Telecom will provide a line."),
    ({"provider": "Pinecrest LTD."}, "This is a Service Level Agreement (SLA) between [CLIENT NAME] and Pinecrest LTD.. This document names the services."),
    ({"provider": "Grid Operations"}, "This SLA is an agreement between Grid Operations and the Grid Users on the ticketing tool."),
]  # fmt: skip


@pytest.mark.parametrize(("named", "text"), INTRODUCED)
def test_the_opening_words_introduce_the_parties(named: dict[str, str], text: str) -> None:
    assert parties(text) == named


ACTING = [
    ("Northwind", "Northwind will use commercially reasonable efforts to keep the gateway available. Faults that are not within Northwind's control do not count."),
    ("Oakfield.net", "Under this guarantee Oakfield.net strives to maintain full network uptime. Oakfield.net stocks spare disks."),
    ("Harbourline", "If Harbourline fails to reach the level above, the customer may claim a credit."),
    ("7Tern", "7Tern commits to a monthly uptime of 99.9 %. Uptime means that the 7Tern API answers."),
    ("Alder Systems", "This paper covers all services provided by Alder Systems: mail, files and print."),
    ("Larkspur", "The agreement is a guarantee by Larkspur for the speed of the interface."),
    ("MWFX", "MWFX's network is designed to be always on. MWFX will notify the customer after MWFX determines that the line is down."),
    ("Oakfield Cloud", "Oakfield Cloud is committed to a reliable service. Oakfield Cloud guarantees an uptime of 99.9 %."),
    ("Harbour Data Service (HDS)", "The Harbour Data Service (HDS) keeps the registers. HDS will answer requests in a day. HDS is responsible for backups."),
    ("Facilities Department", "This page defines the Facilities Department's commitment to timely repairs."),
    ("B&K", "If the level is missed, B&K will provide a credit. B&K shall inform all sites."),
    ("Quay Street Labs", "Quay Street Labs reserves the right to patch at night. Contact Quay Street Labs for help."),
    ("TernDB Cloud", "TernDB Cloud offers a credit. The exclusions of TernDB Cloud stand below. TernDB Cloud will review each claim."),
    ("Rowan360", "Rowan360 will set up and maintain an organisation that answers calls."),
    ("Linden", "© 2027 Linden. All rights reserved. The page tells how fast tickets are answered."),
]  # fmt: skip


@pytest.mark.parametrize(("name", "text"), ACTING)
def test_a_page_without_introduction_is_by_whom_it_lets_act(name: str, text: str) -> None:
    assert parties(text) == {"provider": name}


BUYING = [
    ("Alder County Administration", "The contractor shall clean the halls. Alder County Administration will inspect the work. The contractor shall report to Alder County Administration. The vendor answers. The contractor pays. The contractor leaves. Services are delivered to Alder County Administration."),
    ("HQXA", "Applicable for the HQXA support order. Standards are agreed upon between the Contractor and HQXA. Metrics are agreed upon between the Contractor and HQXA. The Contractor answers. The Contractor reports. The Contractor leaves."),
]  # fmt: skip


@pytest.mark.parametrize(("name", "text"), BUYING)
def test_a_buyers_paper_names_the_buyer_and_calls_the_other_contractor(name: str, text: str) -> None:
    assert parties(text) == {"customer": name}


NOBODY = [
    "The Provider will answer within an hour. The Provider shall report monthly.",
    "Customer will pay. Customer shall report faults. Service Credits will be given.",
    "Company Name will keep the site available. Company Name shall report.",
    "[PROVIDER] shall answer within an hour, and [PROVIDER] will report.",
    "Support will answer. Monitoring will run. Maintenance shall be announced.",
    "Critical Priority shall be answered first. Low Priority may wait until Monday.",
    "The Root Cause Analysis (RCA) will follow. RCA will be sent within five days.",
    "Between 9 AM and 5 PM staff will answer the phone.",
]


@pytest.mark.parametrize("text", NOBODY)
def test_common_words_in_capitals_name_nobody(text: str) -> None:
    assert parties(text) == {}


def test_a_company_under_the_heading_of_a_role_is_of_that_role() -> None:
    assert parties(
        heading("Boiler Service Level Agreement"),
        heading("Service Provider", 2),
        "Company: Superior Boiler Works Contact: desk@example.com",
    ) == {"provider": "Superior Boiler Works"}


def test_a_name_that_is_still_to_be_written_is_none() -> None:
    assert parties('IT Customer(s): Customer ("Customer")', 'IT Service Provider(s): Company name. ("Provider")') == {}
