"""What commands say besides their result: findings and notes, on standard error."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from sladocs.model.finding import Finding

COLOURS = {"error": "red", "warning": "yellow", "info": "blue"}


def print_findings(findings: Sequence[Finding], *, err: bool = False) -> None:
    """One finding a paragraph: place, severity, code, message, remedy."""
    for finding in findings:
        place = str(finding.place)
        severity = click.style(finding.severity.value, fg=COLOURS[finding.severity.value])
        code = "" if finding.code == "E00" else f" {finding.code}"
        lead = f"{place}: " if place and not finding.message.startswith(place) else ""
        click.echo(f"{lead}{severity}{code}: {finding.message}", err=err)
        if finding.remedy:
            click.echo(f"    {finding.remedy}", err=err)


def count(findings: Sequence[Finding]) -> str:
    """How many there are, in words: "2 errors, 1 warning"; "no findings"."""
    counts = {severity: sum(f.severity.value == severity for f in findings) for severity in COLOURS}
    words = {"error": ("error", "errors"), "warning": ("warning", "warnings"), "info": ("note", "notes")}
    parts = [f"{n} {words[severity][n != 1]}" for severity, n in counts.items() if n]
    return ", ".join(parts) or "no findings"


def note(text: str) -> None:
    """A line for the person, not for the pipe."""
    click.echo(text, err=True)
