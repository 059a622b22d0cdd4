"""The entries of an extraction as rows of a table: what each says, where it stands, how sure the reading is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from sladocs.model.finding import Evidence, Extraction
from sladocs.report.entries import entries

DOUBTFUL: Final = 0.7
"""Below this confidence an entry is to be looked at."""
SURE: Final = 0.9
_KINDS: Final[Mapping[str, str]] = {
    "title": "Title", "parties": "Party", "services": "Service", "priorities": "Priority", "calendars": "Calendar",
    "service_levels": "Service level", "service_credits": "Service credit", "credit_terms": "Credit terms",
    "chronic_failure": "Chronic failure", "escalation": "Escalation", "reports": "Report", "reviews": "Review", "bodies": "Body",
    "volumes": "Volume", "maintenance": "Maintenance", "term": "Term", "pilot": "Pilot", "clauses": "Kind of clause",
    "governing_law": "Governing law", "support_hours": "Support hours",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Row:
    """One entry: its path, its number on the page (from 1), its kind, its words, and its evidence."""

    path: str
    number: int
    kind: str
    words: str
    evidence: Evidence

    @property
    def sureness(self) -> str:
        """`sure`, `likely` or `doubtful`, by the confidence."""
        if self.evidence.confidence >= SURE:
            return "sure"
        return "likely" if self.evidence.confidence >= DOUBTFUL else "doubtful"


def rows(extraction: Extraction) -> list[Row]:
    """All entries that have a place in the document, the least certain first; their numbers follow the document."""
    said = dict(_words(extraction))
    placed = sorted(extraction.evidence.items(), key=lambda item: (item[1].start if item[1].start is not None else -1, item[0]))
    found = [
        Row(path, number, _kind(path), said.get(path) or evidence.quote, evidence)
        for number, (path, evidence) in enumerate(placed, start=1)
    ]
    return sorted(found, key=lambda row: (row.evidence.confidence, row.number))


def _kind(path: str) -> str:
    if path.startswith("pilot/tests"):
        return "Success test"
    return _KINDS.get(path.split("/", maxsplit=1)[0], path.split("/", maxsplit=1)[0].replace("_", " ").capitalize())


def _words(extraction: Extraction) -> Iterator[tuple[str, str]]:
    """What stands at each path, in words."""
    for entry in entries(extraction.agreement):
        facts = [f"{name}: {fact.words}" for name, fact in entry.facts.items() if fact.words and fact.words not in entry.name]
        yield entry.path, "; ".join(facts) if not entry.name else f"{entry.name} ({'; '.join(facts)})" if facts else entry.name
        for name, fact in entry.facts.items():
            if fact.field:
                yield f"{entry.path}/{fact.field}".strip("/"), f"{name}: {fact.words}"
    for index, clause in enumerate(extraction.agreement.clauses):
        yield f"clauses/{index}", (clause.kind or clause.id or "").replace("_", " ")
