"""All service levels and service credits of a document, each promise once."""

from __future__ import annotations

from sladocs.extract.credits import read_table_credits
from sladocs.extract.currency import settle_dollars
from sladocs.extract.defaults import completed, spelled
from sladocs.extract.entries import CreditEntry, LevelEntry, word_findings
from sladocs.extract.levels import read_table_levels
from sladocs.extract.merge import differing, merge_credits, merge_levels
from sladocs.extract.prose import read_prose
from sladocs.extract.source import Source
from sladocs.extract.tables import Form, forms
from sladocs.model.finding import Finding


def promised(source: Source) -> tuple[list[LevelEntry], list[CreditEntry], list[Finding]]:
    """The service levels and service credits of a document in reading order, and what is to be said of them."""
    tables = list(forms(source))
    stated = [entry for form in tables if spelled(form) for entry in _of_table(form)]
    others = [entry for form in tables if not spelled(form) for entry in _of_table(form)]
    found = sorted([*stated, *completed([*others, *read_prose(source, tables)], source)], key=lambda e: e.span.start)
    levels = merge_levels(source, [e for e in found if isinstance(e, LevelEntry)])
    owed, unsettled = settle_dollars(source, merge_credits([e for e in found if isinstance(e, CreditEntry)]))
    return levels, owed, [*differing(source, levels), *word_findings((*levels, *owed)), *unsettled]


def _of_table(form: Form) -> list[LevelEntry | CreditEntry]:
    return [*read_table_levels(form), *read_table_credits(form)]
