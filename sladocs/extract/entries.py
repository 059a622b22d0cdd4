"""Levels and credits with the place where the document says them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from sladocs.extract.places import Span
from sladocs.model.agreement import ServiceCredit, ServiceLevel
from sladocs.model.finding import Finding, Place, Severity

OF_A_DUTY: Final = "duty"
"""The sign of a sum that is owed for one duty of a list: an equal sum for another duty is another credit."""


@dataclass(frozen=True, slots=True)
class LevelEntry:
    """A service level, the shortest run of words that carries its figure, and how sure the reading is; `signs` name how it was found."""

    level: ServiceLevel
    span: Span
    confidence: float
    disagrees: bool = False
    signs: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class CreditEntry:
    """A service credit, the run of words that carries its amount, and how sure the reading is; `signs` name how it was found."""

    credit: ServiceCredit
    span: Span
    confidence: float
    disagrees: bool = False
    signs: frozenset[str] = frozenset()


def word_findings(entries: Iterable[LevelEntry | CreditEntry], section: str | None = None) -> list[Finding]:
    """A finding for each figure whose words and digits differ."""
    return [
        Finding(
            code="E03",
            severity=Severity.WARNING,
            message=f'The figure "{entry.span.text}" says one thing in words and another in digits; the words were taken.',
            place=Place(section=section, quote=entry.span.text),
            remedy="Write the same figure in words and in digits.",
        )
        for entry in entries
        if entry.disagrees
    ]
