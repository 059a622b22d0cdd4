"""All service levels and service credits of a document, each promise once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from sladocs.extract.credit_stacks import read_stacks
from sladocs.extract.credit_tables import BY_CONTENT, read_table_credits
from sladocs.extract.credits import with_open_basis
from sladocs.extract.currency import settle_dollars
from sladocs.extract.defaults import completed, spelled
from sladocs.extract.en.heads import Column
from sladocs.extract.entries import CreditEntry, LevelEntry, word_findings
from sladocs.extract.left_open import left_open
from sladocs.extract.levels import read_table_levels
from sladocs.extract.merge import differing, merge_credits, merge_levels
from sladocs.extract.places import block_span
from sladocs.extract.prose import read_prose
from sladocs.extract.scopes import with_services
from sladocs.extract.source import Source
from sladocs.extract.success import read_tests, test_passages, test_tables, within
from sladocs.extract.tables import Form, forms
from sladocs.model.document import ListItem, Paragraph
from sladocs.model.finding import Finding


@dataclass(frozen=True)
class Promised:
    """The service levels and service credits of a document, the success tests of its pilot, and what is to be said of them."""

    levels: list[LevelEntry]
    credits: list[CreditEntry]
    tests: list[LevelEntry]
    findings: list[Finding]


def promised(source: Source) -> Promised:
    """All figures that are promised, or that a pilot must reach, in reading order."""
    every = list(forms(source))
    trials = test_tables(source, every)
    apart = {form.index for form in trials}
    tables = [form for form in every if form.index not in apart]
    stated = [entry for form in tables if spelled(form) for entry in _of_table(source, form)]
    others = [entry for form in tables if not spelled(form) for entry in _of_table(source, form)]
    stacked, lines = read_stacks(source)
    prose = [*stacked, *(e for e in read_prose(source, tables) if e.span.block not in lines)]
    passages = test_passages(source)
    prose = [e for e in prose if not (isinstance(e, LevelEntry) and e.confidence < _LIKELY)]
    said = [e for e in prose if isinstance(e, LevelEntry) and within(passages, e, apart)]
    tests = merge_levels(source, sorted([*(e for form in trials for e in read_tests(form)), *said], key=lambda e: e.span.start))
    prose = [e for e in prose if e not in said]
    found = sorted([*stated, *completed([*others, *prose], source)], key=lambda e: e.span.start)
    levels = merge_levels(source, with_services(source, [e for e in found if isinstance(e, LevelEntry)]))
    claims = with_open_basis(source, [e for e in found if isinstance(e, CreditEntry)])
    owed, unsettled = settle_dollars(source, merge_credits(source, claims))
    return Promised(
        levels, owed, tests, [*differing(source, levels), *word_findings((*levels, *owed, *tests)), *unsettled, *left_open(source, every)]
    )


_LIKELY: Final = 0.5
"""The least confidence of a level that is reported."""


def _of_table(source: Source, form: Form) -> list[LevelEntry | CreditEntry]:
    above = source.document.blocks[form.index - 1] if form.index else None
    over = block_span(source.document, form.index - 1).text if isinstance(above, Paragraph | ListItem) else ""
    owed = read_table_credits(form, over)
    only = owed and (all(BY_CONTENT in entry.signs for entry in owed) or not form.places(Column.CREDIT, Column.TARGET))
    return [*owed] if only else [*read_table_levels(form), *owed]
