"""The tables of a contract, by the names that clause texts use."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from sladocs.assemble.context import Context
from sladocs.assemble.tables.credits import credit_tables, service_credits
from sladocs.assemble.tables.governance import escalation, raci, reports, reviews
from sladocs.assemble.tables.levels import grid, level_tables, levels
from sladocs.assemble.tables.names import parties, priorities, services, signatures
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
}
"""All tables but the key terms, which need to know what the clauses print."""

PARTED: Final[Mapping[str, Callable[[Context], Sequence[Table]]]] = {"levels": level_tables, "credits": credit_tables}
"""The tables that are printed in parts where they are long."""
