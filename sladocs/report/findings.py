"""Findings as a table for people and as JSON for programs."""

from __future__ import annotations

import io
import json as json_text
import re
from collections.abc import Sequence

from sladocs.model.finding import Finding
from sladocs.report import columns

_COLOURS = {"error": "bold red", "warning": "yellow", "info": "blue"}
_WORDS = {"error": "error", "warning": "warning", "info": "note"}


def ordered(findings: Sequence[Finding]) -> list[Finding]:
    """The findings by place: file, line, page, path (its numbers as numbers), then code."""
    return sorted(findings, key=_key)


def _key(finding: Finding) -> tuple[object, ...]:
    place = finding.place
    steps = tuple((0, int(part), "") if part.isdigit() else (1, 0, part) for part in re.split(r"[/.]", place.path or ""))
    return (place.file or "", place.line or 0, place.page or 0, place.section or "", steps, finding.code, finding.message)


def table(findings: Sequence[Finding], *, width: int = 98, colour: bool = False) -> str:
    """The findings as a table, sorted by place: for a terminal with `colour`, else as plain text."""
    if not findings:
        return "No findings."
    rows = [(str(f.place) or "-", _WORDS[f.severity.value], f.code, f"{f.message} {f.remedy or ''}".strip()) for f in ordered(findings)]
    if colour:
        return _coloured(rows, [f.severity.value for f in ordered(findings)], width)
    return columns.table(("Place", "Severity", "Code", "Finding"), rows, width=width)


def _coloured(rows: Sequence[Sequence[str]], severities: Sequence[str], width: int) -> str:
    """The same table as a terminal shows it, with escape sequences for colours."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    grid = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    for name in ("Place", "Severity", "Code", "Finding"):
        grid.add_column(name, overflow="fold")
    for row, severity in zip(rows, severities, strict=True):
        style = _COLOURS[severity]
        grid.add_row(*(Text(columns.clean(cell), style=style if i == 1 else "") for i, cell in enumerate(row)))
    stream = io.StringIO()
    Console(file=stream, width=width, force_terminal=True, color_system="standard", highlight=False, legacy_windows=False).print(grid)
    return "\n".join(line.rstrip() for line in stream.getvalue().splitlines())


def json(findings: Sequence[Finding]) -> str:
    """The findings as a JSON list, sorted by place; what a finding does not have is left out."""
    plain = [finding.model_dump(mode="json", exclude_none=True) for finding in ordered(findings)]
    return json_text.dumps(plain, indent=2, ensure_ascii=False)
