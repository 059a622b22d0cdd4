"""Look for what is wrong in agreements and documents."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from sladocs.check import check
from sladocs.jobs.library import open_library
from sladocs.jobs.load import load
from sladocs.library import assemble_ready
from sladocs.model.finding import Finding, Place
from sladocs.report import findings as report


def check_file(path: Path, folders: Sequence[Path]) -> list[Finding]:
    """The findings on one file. An agreement is completed from its template first, as `generate` does. Raises Refused."""
    loaded = load(path)
    found = list(loaded.extraction.findings) if loaded.extraction else []
    agreement = loaded.agreement
    if loaded.document is None and agreement.template:
        library = open_library(folders, beside=path)
        agreement = assemble_ready(agreement, library.template(agreement.template), library)
    found += check(agreement, loaded.document, loaded.origins)
    return [_in_file(finding, path) for finding in found]


def as_json(found: Sequence[Finding]) -> str:
    """The findings as JSON."""
    return report.json(found)


def _in_file(finding: Finding, path: Path) -> Finding:
    if finding.place.file:
        return finding
    return finding.model_copy(update={"place": Place(**{**finding.place.model_dump(), "file": str(path)})})
