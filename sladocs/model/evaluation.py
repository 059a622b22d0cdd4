"""How well contracts were read: figures and misses as data."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

FIGURES: Final = ("levels.core", "levels.context", "levels.full", "credits.core", "credits.full", "terms", "escalation", "clauses")
"""What is counted: see `sladocs.evaluate`."""


@dataclass(slots=True)
class Tally:
    """How many entries were annotated, parsed, and both."""

    hits: int = 0
    annotated: int = 0
    parsed: int = 0

    def add(self, hits: int, annotated: int, parsed: int) -> None:
        self.hits += hits
        self.annotated += annotated
        self.parsed += parsed

    @property
    def empty(self) -> bool:
        """Whether there was nothing to find and nothing was found."""
        return not self.annotated and not self.parsed

    @property
    def precision(self) -> float:
        """The share of what was parsed that is right, as a ratio; 0 where nothing was parsed."""
        return self.hits / self.parsed if self.parsed else 0.0

    @property
    def recall(self) -> float:
        """The share of what was annotated that was found, as a ratio; 0 where nothing was annotated."""
        return self.hits / self.annotated if self.annotated else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall, as a ratio."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


@dataclass(frozen=True, slots=True)
class Miss:
    """One difference between an annotation and a parse.

    `what` is `level`, `credit`, `term`, `escalation` or `clause`; `kind` says how it went wrong ("not found", "invented", "other metric",
    "priority differs"); either side is None where there is nothing.
    """

    document: str
    what: str
    kind: str
    annotated: object | None = None
    parsed: object | None = None


@dataclass
class Evaluation:
    """The figures over all documents, those of each document, the quotes that hold their figure, and every miss."""

    figures: dict[str, Tally] = field(default_factory=lambda: {name: Tally() for name in FIGURES})
    documents: dict[str, dict[str, Tally]] = field(default_factory=dict)
    provenance: Tally = field(default_factory=Tally)
    misses: list[Miss] = field(default_factory=list)

    def count(self, document: str, name: str, hits: int, annotated: int, parsed: int) -> None:
        """Add what one document has of one figure."""
        self.figures[name].add(hits, annotated, parsed)
        self.documents[document][name].add(hits, annotated, parsed)
