"""The front page: the key terms, and the service levels that a reader looks for first."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from typing import Final

from sladocs.assemble import printed
from sladocs.assemble.context import Context
from sladocs.assemble.fill import cap
from sladocs.assemble.tables.columns import Content, table
from sladocs.assemble.tables.levels import grid_table, level_table
from sladocs.assemble.tables.names import role
from sladocs.library.placing import grid_levels, listed_levels
from sladocs.model.agreement import Agreement, Pilot
from sladocs.model.document import Run, Table
from sladocs.model.metrics import Metric

ALWAYS = ("effective_date", "expiration_date", "initial", "renewal", "renewal_notice", "termination_notice")
"""The terms that stand on the front page even where a clause says them too."""
_TERMS = {
    "effective_date": "Effective date",
    "expiration_date": "Expiration date",
    "initial": "Initial term",
    "renewal": "Renewal term",
    "renewal_notice": "Non-renewal notice",
    "termination_notice": "Termination notice",
    "cure_period": "Cure period",
}

_SEVERAL: Final = re.compile(r"[.!?]\s")
"""Words of more than one sentence: the sentence of a clause that holds them ends too early for a reader."""

MOST: Final = 5
"""With more availability levels than these the front page only says where they stand."""


def main_promises(context: Context, placed: Container[str]) -> Iterator[Table]:
    """Availability, and the support times of the first priority: rows as the tables of the body have them, where these are `placed`.

    The rows are the same in every cell, so that a reader knows them for one promise that is said twice.
    """
    agreement = context.agreement
    promised = [i for i in listed_levels(agreement) if agreement.service_levels[i].metric is Metric.AVAILABILITY]
    if "levels" in placed and len(promised) <= MOST and (made := level_table(context, promised, "Promised availability")):
        yield made
    first = next((priority.label for priority in agreement.priorities), None)
    if "grid" in placed and first is not None and any(label == first for label, _ in grid_levels(agreement)):
        made = grid_table(context, [first], "Support targets for the highest priority")
        if made:
            yield made


def key_terms(context: Context, printed_paths: Container[str]) -> Table | None:
    """The table of key terms. A fact that no clause prints (`printed_paths` are those that one does) stands here, so that none is lost."""
    rows: list[dict[str, Content]] = [{"Key term": key, "Value": value} for key, value in _rows(context.agreement, printed_paths)]
    if listed := context.tables.get("levels"):
        rows.append({"Key term": "All service levels", "Value": listed.line()})
    return table("key-terms", "Key terms", "The most important facts of this agreement, one row for each.", rows)


def _pilot(pilot: Pilot, elsewhere: Container[str]) -> Iterator[tuple[str, Content]]:
    if pilot.period:
        yield "Pilot period", Run(text=printed.duration(pilot.period), figure="pilot/period")
    if pilot.start:
        yield "Pilot start", Run(text=printed.date(pilot.start), figure="pilot/start")
    if pilot.extension:
        yield "Longest extension", Run(text=printed.duration(pilot.extension), figure="pilot/extension")
    if pilot.first_commitment:
        yield "First commitment", Run(text=printed.date(pilot.first_commitment), figure="pilot/first_commitment")
    if pilot.sunk_cost_cap:
        yield "Sunk-cost cap", Run(text=printed.amount(pilot.sunk_cost_cap), figure="pilot/sunk_cost_cap")
    if pilot.scope and ("pilot/scope" not in elsewhere or _SEVERAL.search(pilot.scope)):
        yield "Pilot scope", pilot.scope


def _rows(agreement: Agreement, elsewhere: Container[str]) -> Iterator[tuple[str, Content]]:
    for party in agreement.parties:
        yield role(party), party.name
    for name, key in _TERMS.items():
        value, path = getattr(agreement.term, name), f"term/{name}"
        if value is not None and (name in ALWAYS or path not in elsewhere):
            text = printed.date(value) if name.endswith("_date") else printed.duration(value)
            yield key, Run(text=text, figure=path)
    yield from _pilot(agreement.pilot or Pilot(), elsewhere)
    if agreement.maintenance.window and "maintenance/window" not in elsewhere:
        yield "Maintenance window", agreement.maintenance.window
    if agreement.maintenance.notice and "maintenance/notice" not in elsewhere:
        yield "Maintenance notice", Run(text=printed.duration(agreement.maintenance.notice), figure="maintenance/notice")
    if agreement.credit_terms.cap:
        yield "Credit cap", tuple(cap(agreement.credit_terms.cap, "credit_terms/cap"))
    if agreement.credit_terms.claim_window:
        yield "Claim window", Run(text=printed.duration(agreement.credit_terms.claim_window), figure="credit_terms/claim_window")
    if agreement.governing_law:
        yield "Governing law", agreement.governing_law
