"""The tables of a contract, by the names that clause texts use."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from sladocs.assemble.context import Context
from sladocs.assemble.tables.credits import credit_tables, service_credits
from sladocs.assemble.tables.governance import bodies, escalation, raci, reports, reviews, volumes
from sladocs.assemble.tables.levels import grid, level_tables, levels
from sladocs.assemble.tables.names import parties, priorities, services, signatures
from sladocs.assemble.tables.pilot import off_ramp_consequences, off_ramps, success_tests
from sladocs.assemble.tables.times import calendars, holidays
from sladocs.model.document import Table

BUILDERS: Final[Mapping[str, Callable[[Context], Table | None]]] = {
    "parties": parties,
    "services": services,
    "priorities": priorities,
    "calendars": calendars,
    "holidays": holidays,
    "levels": levels,
    "grid": grid,
    "credits": service_credits,
    "escalation": escalation,
    "reports": reports,
    "reviews": reviews,
    "raci": raci,
    "signatures": signatures,
    "success-tests": success_tests,
    "off-ramps": off_ramps,
    "off-ramp-consequences": off_ramp_consequences,
    "bodies": bodies,
    "volumes": volumes,
}
"""All tables but the key terms, which need to know what the clauses print."""

PARTED: Final[Mapping[str, Callable[[Context], Sequence[Table]]]] = {"levels": level_tables, "credits": credit_tables}
"""The tables that are printed in parts where they are long."""
