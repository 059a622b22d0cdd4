"""Checks: what is wrong or unwise in an agreement, and in the document that it stands in."""

from __future__ import annotations

from collections.abc import Mapping

from sladocs.check.rule import Subject
from sladocs.check.rules import RULES
from sladocs.model.agreement import Agreement
from sladocs.model.document import Document
from sladocs.model.finding import Finding

Origins = Mapping[str, tuple[str, int]]

__all__ = ["RULES", "check"]


def check(agreement: Agreement, document: Document | None = None, origins: Origins | None = None) -> list[Finding]:
    """The findings of all rules, in the order of their codes.

    `origins` says for paths of the agreement (`service_levels/2`, `term/initial`) in which file and line they were
    written; each finding then names file and line of its path, or of the nearest path above it.
    """
    subject = Subject(agreement, document)
    return [_placed(finding, origins or {}) for rule in RULES for finding in rule.look(subject)]


def _placed(finding: Finding, origins: Origins) -> Finding:
    path = finding.place.path
    while path and path not in origins:
        path = path.rpartition("/")[0]
    if not path:
        return finding
    file, line = origins[path]
    return finding.model_copy(update={"place": finding.place.model_copy(update={"file": file, "line": line})})
