"""Document to Extraction: what a document states, where it says it, and what could not be read for certain."""

from __future__ import annotations

from collections.abc import Sequence

from sladocs.extract.confidence import confidence, fact_signs
from sladocs.extract.entries import CreditEntry, LevelEntry
from sladocs.extract.facts import read_facts
from sladocs.extract.flattened import unflattened
from sladocs.extract.kinds import kinds_of_entries
from sladocs.extract.likely import likely
from sladocs.extract.notice import settle_notice
from sladocs.extract.promised import promised
from sladocs.extract.source import Source
from sladocs.model.agreement import Pilot
from sladocs.model.document import Document
from sladocs.model.finding import Evidence, Extraction

__all__ = ["extract", "opened"]


def extract(document: Document) -> Extraction:
    """What a document states as figures, names and dates, each with its place; what was not understood is a finding."""
    source = opened(document)
    facts = read_facts(source.document, source)
    found = promised(source)
    known, settled = settle_notice(facts, found.levels)
    levels, owed = likely(source, "level", settled), likely(source, "credit", found.credits)
    update: dict[str, object] = {
        "service_levels": tuple(e.level for e in levels.entries),
        "service_credits": tuple(e.credit for e in owed.entries),
    }
    more = kinds_of_entries(
        known.clauses,
        service_levels=levels.entries[0].span if levels.entries else None,
        penalties=owed.entries[0].span if owed.entries else None,
    )
    update["clauses"] = (*known.clauses, *(choice for choice, _ in more))
    if found.tests:
        update["pilot"] = (known.pilot or Pilot()).model_copy(update={"tests": tuple(e.level for e in found.tests)})
    lists: dict[str, Sequence[LevelEntry | CreditEntry]] = {
        "service_levels": levels.entries,
        "service_credits": owed.entries,
        "pilot/tests": found.tests,
    }
    evidence = {f"clauses/{i}": source.evidence(span, 0.7) for i, (_, span) in enumerate(more, len(known.clauses))}
    evidence |= {path: place for name, entries in lists.items() for path, place in _evidence(source, name, entries).items()}
    believed = {
        path: place.model_copy(update={"confidence": confidence("fact", fact_signs(path, place.confidence))})
        for path, place in facts.evidence.items()
    }
    return Extraction(
        agreement=known.model_copy(update=update),
        evidence={**believed, **evidence},
        findings=(*facts.findings, *found.findings, *levels.findings, *owed.findings),
    )


def opened(document: Document) -> Source:
    """A document made ready to be read for facts, tables that a text has flattened put together again."""
    return Source(unflattened(document), document.text)


def _evidence(source: Source, name: str, entries: Sequence[LevelEntry | CreditEntry]) -> dict[str, Evidence]:
    return {f"{name}/{place}": source.evidence(entry.span, entry.confidence) for place, entry in enumerate(entries)}
