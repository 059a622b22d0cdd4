"""The key terms on the front page: the facts that a reader looks for first."""

from __future__ import annotations

from collections.abc import Container, Iterator

from sladocs.assemble import printed
from sladocs.assemble.context import Context
from sladocs.assemble.fill import cap
from sladocs.assemble.tables.columns import Content, table
from sladocs.assemble.tables.names import role
from sladocs.model.agreement import Agreement
from sladocs.model.document import Run, Table

ALWAYS = ("effective_date", "expiration_date", "initial", "renewal")
"""The terms that stand on the front page even where a clause says them too."""
_TERMS = {
    "effective_date": "Effective date",
    "expiration_date": "Expiration date",
    "initial": "Initial term",
    "renewal": "Renewal term",
    "renewal_notice": "Renewal notice",
    "termination_notice": "Termination notice",
    "cure_period": "Cure period",
}


def key_terms(context: Context, printed_paths: Container[str]) -> Table | None:
    """The table of key terms. A fact that no clause prints (`printed_paths` are those that one does) stands here, so that none is lost."""
    rows: list[dict[str, Content]] = [{"Key term": key, "Value": value} for key, value in _rows(context.agreement, printed_paths)]
    return table("key-terms", "Key terms", "The most important facts of this agreement, one row for each.", rows)


def _rows(agreement: Agreement, elsewhere: Container[str]) -> Iterator[tuple[str, Content]]:
    for party in agreement.parties:
        yield role(party), party.name
    for name, key in _TERMS.items():
        value, path = getattr(agreement.term, name), f"term/{name}"
        if value is not None and (name in ALWAYS or path not in elsewhere):
            text = printed.date(value) if name.endswith("_date") else printed.duration(value)
            yield key, Run(text=text, figure=path)
    if agreement.pilot and agreement.pilot.period and "pilot/period" not in elsewhere:
        yield "Pilot period", Run(text=printed.duration(agreement.pilot.period), figure="pilot/period")
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
