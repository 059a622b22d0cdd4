"""What can go wrong when an agreement is put into words: the codes of the findings, and the exception that carries them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from sladocs.model.document import Document
from sladocs.model.finding import Finding, Place, Refused, Severity

CODES: Final[Mapping[str, str]] = {
    "A01": "A clause prints a fact that the agreement does not give.",
    "A02": "A text refers to a clause or schedule that the document does not have.",
    "A03": "A term is used that no clause of the document defines.",
    "A04": "Two clauses of the document define one term.",
    "A05": "A mandatory clause has nothing to say.",
    "A06": "The agreement has facts that no clause of the document prints.",
}
"""The codes of assembly's findings, each with what it means."""


class AssemblyError(Refused):
    """Raised where an agreement cannot be put into words whole; `document` is what could be written, for a draft."""

    def __init__(self, findings: tuple[Finding, ...], document: Document | None = None) -> None:
        super().__init__(findings)
        self.document = document


def fault(
    code: str, message: str, *, path: str | None = None, section: str | None = None, file: str = "", remedy: str | None = None
) -> Finding:
    """An error of assembly."""
    place = Place(file=file or None, path=path, section=section)
    return Finding(code=code, severity=Severity.ERROR, message=message, place=place, remedy=remedy)
