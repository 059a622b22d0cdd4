"""Findings: what a reader, a check or a reviewer has to say about a document or an agreement."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from pydantic import Field

from sladocs.model.agreement import Agreement
from sladocs.model.quantity import Model


class Severity(StrEnum):
    """How much a finding matters: an error stops `generate`, a warning asks for a look, information only tells."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Place(Model):
    """Where a finding is: a file and line of YAML, a path in the agreement, or a section and quote of a document."""

    file: str | None = None
    line: int | None = None
    path: str | None = None
    page: int | None = None
    section: str | None = None
    quote: str | None = None

    def __str__(self) -> str:
        head = self.file or ""
        parts = [
            f"line {self.line}" if self.line else None,
            f"page {self.page}" if self.page else None,
            self.section and f"section {self.section}",
            self.path,
        ]
        return ", ".join(p for p in (head, *parts) if p)


class Finding(Model):
    """One thing found. `code` is stable (L01 …); `message` is one plain sentence; `remedy` says how to mend it."""

    code: str
    severity: Severity
    message: str
    place: Place = Place()
    remedy: str | None = None


class Evidence(Model):
    """Where a document says something.

    `start` and `end` are code points of `Document.text`, and `text[start:end] == quote`; `section` names the headings above,
    outermost first; `page` is known where the format has pages; `place` is the part and paragraph of the file. `confidence` lies
    between 0 and 1: of the entries at 0.9, nine in ten are right. `also` holds other readings of single fields that a careful
    reader could defend. `recognised` says that the words were read from a picture by text recognition (OCR).
    """

    quote: str
    page: int | None = None
    section: str | None = None
    start: int | None = None
    end: int | None = None
    block: int | None = None
    place: str | None = None
    confidence: float = Field(default=1.0, ge=0, le=1)
    also: Mapping[str, tuple[object, ...]] = Field(default_factory=dict)
    recognised: bool | None = None


class Extraction(Model):
    """What was read from a document: the agreement, where each entry stands (`service_levels/0`, `term/initial`), and findings."""

    agreement: Agreement
    evidence: Mapping[str, Evidence] = Field(default_factory=dict)
    findings: tuple[Finding, ...] = ()


class Refused(Exception):  # noqa: N818 the word says what happened to the user's input
    """Input that cannot be used. Every refusal of sladocs is one of these, and ends a command with exit code 2.

    Refused
    ├── CodecError    a YAML or JSON file, all its errors at once
    ├── LibraryError  a clause or a template
    ├── ReadError     a document
    └── StyleError    a Word style
    """

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__(" ".join(finding.message for finding in findings))
        self.findings = findings

    @classmethod
    def because(cls, message: str, *, place: Place | None = None, remedy: str | None = None, code: str = "E00") -> Refused:
        """A refusal for one reason."""
        return cls((Finding(code=code, severity=Severity.ERROR, message=message, place=place or Place(), remedy=remedy),))
