"""Say in which file and line a finding on an agreement stands."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from sladocs.jobs.files import name_of
from sladocs.model.finding import Finding, Place, Refused

Origins = Mapping[str, tuple[str, int]]
"""File and line of the values of an agreement, by their paths (`service_levels/0/value`)."""


def located(findings: Iterable[Finding], source: Path, origins: Origins) -> tuple[Finding, ...]:
    """The findings, each with a file: its own, else that of its path in the agreement, or of the nearest path above it, else `source`."""
    return tuple(finding if finding.place.file else _placed(finding, source, origins) for finding in findings)


def _placed(finding: Finding, source: Path, origins: Origins) -> Finding:
    path = finding.place.path
    while path and path not in origins:
        path = path.rpartition("/")[0]
    file, line = origins[path] if path else (name_of(source), None)
    return finding.model_copy(update={"place": Place(**{**finding.place.model_dump(), "file": file, "line": line})})


@contextlib.contextmanager
def in_file(source: Path, origins: Origins) -> Iterator[None]:
    """Whatever is refused in here names the agreement's file and line."""
    try:
        yield
    except Refused as error:
        raise Refused(located(error.findings, source, origins)) from None
