"""The services and the priorities that a document names in tables."""

from __future__ import annotations

from collections.abc import Iterator

from sladocs.extract.en.fact_tables import PRIORITIES, PRIORITY_NAMES, SERVICES, package_of
from sladocs.extract.source import Fact, Source
from sladocs.model.agreement import Package, Priority, Service


def read_services(source: Source) -> Iterator[Fact]:
    """Each row of each table of services; a table that also holds figures is one of service levels."""
    for _, rows in source.rows(SERVICES):
        for row in rows:
            if name := row.name("name"):
                package = package_of(row.name("package")) or Package.BASIC
                yield Fact("services", Service(name=name, description=row.prose("description"), package=package), row.span)


def read_priorities(source: Source) -> Iterator[Fact]:
    """Each row of each table that defines priorities, whatever further columns it has."""
    seen: set[str] = set()
    for form in (PRIORITIES, PRIORITY_NAMES):
        for _, rows in source.rows(form):
            for row in rows:
                label = row.name("label")
                if label and label not in seen:
                    seen.add(label)
                    yield Fact("priorities", Priority(label=label, definition=row.prose("definition")), row.span)
