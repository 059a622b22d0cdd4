"""Document to Extraction: what a document states, where it says it, and what could not be read for certain."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sladocs.model.document import Document
from sladocs.model.finding import Evidence, Extraction, Finding

if TYPE_CHECKING:
    from sladocs.extract.entries import CreditEntry, LevelEntry
    from sladocs.extract.source import Source


def extract(document: Document) -> Extraction:
    """What a document states as figures, names and dates, each with its place; what was not understood is a finding."""
    from sladocs.extract.facts import read_facts
    from sladocs.extract.source import Source

    facts = read_facts(document)
    source = Source(document)
    levels, credits, findings = promised(source)
    agreement = facts.agreement.model_copy(
        update={"service_levels": tuple(e.level for e in levels), "service_credits": tuple(e.credit for e in credits)}
    )
    evidence = {**facts.evidence, **_evidence(source, "service_levels", levels), **_evidence(source, "service_credits", credits)}
    return Extraction(agreement=agreement, evidence=evidence, findings=(*facts.findings, *findings))


def promised(source: Source) -> tuple[list[LevelEntry], list[CreditEntry], list[Finding]]:
    """The service levels and service credits of a document in reading order, and what is to be said of them."""
    from sladocs.extract.credits import read_table_credits
    from sladocs.extract.entries import CreditEntry, LevelEntry, word_findings
    from sladocs.extract.levels import read_table_levels
    from sladocs.extract.merge import differing, merge_credits, merge_levels
    from sladocs.extract.prose import read_prose
    from sladocs.extract.tables import forms

    tables = list(forms(source))
    found = [entry for form in tables for entry in (*read_table_levels(form), *read_table_credits(form))]
    found += read_prose(source, tables)
    found.sort(key=lambda e: e.span.start)
    levels = merge_levels([e for e in found if isinstance(e, LevelEntry)])
    credits = merge_credits([e for e in found if isinstance(e, CreditEntry)])
    return levels, credits, [*differing(source, levels), *word_findings((*levels, *credits))]


def _evidence(source: Source, name: str, entries: Sequence[LevelEntry | CreditEntry]) -> dict[str, Evidence]:
    return {f"{name}/{place}": source.evidence(entry.span, entry.confidence) for place, entry in enumerate(entries)}
