"""The tables of names: parties, services, priorities, and the place for signatures."""

from __future__ import annotations

from typing import Final

from sladocs.assemble.context import Context
from sladocs.assemble.fill import one_line
from sladocs.assemble.tables.columns import table
from sladocs.model.agreement import Package, Party
from sladocs.model.document import Cell, Table, line

PACKAGES: Final = {
    Package.BASIC: "Basic",
    Package.ENHANCEMENT: "Enhancement",
    Package.OPTIONAL: "Optional",
    Package.OUT_OF_SCOPE: "Out of scope",
}


def role(party: Party) -> str:
    """A party's role as it is printed: "Provider"."""
    return party.role.value.capitalize()


def parties(context: Context) -> Table | None:
    rows = [
        {"Role": role(party), "Name": party.name, "Registered address": party.address, "Address for notices": party.notices}
        for party in context.agreement.parties
    ]
    return table("parties", "Parties", "The parties with their roles and addresses, one row for each.", rows)


def services(context: Context) -> Table | None:
    """The catalogue. Where all services are basic ones, which is what a service is if nothing is said, no column says so."""
    several = any(service.package is not Package.BASIC for service in context.agreement.services)
    rows = [
        {"Service": service.name, "Description": service.description, "Package": PACKAGES[service.package] if several else None}
        for service in context.agreement.services
    ]
    return table("services", "Services", "The services, what each is, and how it belongs to the agreement.", rows)


def priorities(context: Context) -> Table | None:
    rows = [{"Priority": priority.label, "Definition": priority.definition} for priority in context.agreement.priorities]
    return table("priorities", "Priorities", "The priorities of incidents and what falls into each.", rows)


def signatures(context: Context) -> Table | None:
    """A column for each party that signs; the cells to be filled in by hand are empty."""
    signing = context.agreement.parties
    if not signing:
        return None
    header = (
        Cell(lines=(line("Signed for"),)),
        *(Cell(lines=(line(f"the {role(party)}"), line(one_line(party.name)))) for party in signing),
    )
    rows = tuple((Cell(lines=(line(label),)), *(Cell() for _ in signing)) for label in ("Signature", "Name", "Title", "Date"))
    description = "A place for the signature, name, title and date of each party."
    return Table(name="signatures", description=description, headers=1, layout="signatures", rows=(header, *rows))
