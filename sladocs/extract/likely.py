"""The entries that are likely right, each with how sure its reading is; the others are told as findings, never dropped in silence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final, Generic, TypeVar

from sladocs.extract.confidence import LEAST, confidence, signs_of
from sladocs.extract.entries import CreditEntry, LevelEntry
from sladocs.extract.source import Source
from sladocs.model.finding import Finding, Severity

E = TypeVar("E", LevelEntry, CreditEntry)
_WHAT: Final = {"level": ("a service level", "service_levels"), "credit": ("a service credit", "service_credits")}


@dataclass(frozen=True)
class Likely(Generic[E]):
    """The entries that are listed, and what is to be said of those that are not."""

    entries: list[E]
    findings: list[Finding]


def likely(source: Source, kind: str, found: Sequence[E]) -> Likely[E]:
    """Entries of one kind (`level`, `credit`) with their confidence, parted at the least that counts."""
    sure = [replace(entry, confidence=confidence(kind, signs_of(entry, len(found)))) for entry in found]
    return Likely([e for e in sure if e.confidence >= LEAST], [_finding(source, kind, e) for e in sure if e.confidence < LEAST])


def _finding(source: Source, kind: str, entry: LevelEntry | CreditEntry) -> Finding:
    what, path = _WHAT[kind]
    message = f'"{entry.span.text.strip()}" may be {what}, but what stands round it speaks against it; it was not taken.'
    return source.finding("E07", message, entry.span, path, Severity.INFO)
