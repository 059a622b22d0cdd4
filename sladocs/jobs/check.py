"""Look for what is wrong in agreements and documents."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from sladocs.check import check
from sladocs.jobs.library import open_library
from sladocs.jobs.load import load
from sladocs.jobs.places import in_file, located
from sladocs.library import assemble_ready, choose
from sladocs.model.finding import Finding
from sladocs.read import AS_USUAL, How
from sladocs.report import findings as report


def check_file(path: Path, folders: Sequence[Path], how: How = AS_USUAL) -> list[Finding]:
    """The findings on one file. An agreement is completed from its template first, as `generate` does. Raises Refused."""
    loaded = load(path, how)
    found = list(loaded.extraction.findings) if loaded.extraction else []
    agreement = loaded.agreement
    if loaded.document is None and agreement.template:
        library = open_library(folders, beside=path)
        with in_file(path, loaded.origins):
            template = library.template(agreement.template)
            agreement = assemble_ready(agreement, template, library)
            found += choose(agreement, template, library).findings
    found += check(agreement, loaded.document, loaded.origins)
    return list(located(found, path, loaded.origins))


def as_json(found: Sequence[Finding]) -> str:
    """The findings as JSON."""
    return report.json(found)
