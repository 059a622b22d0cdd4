"""What commands say besides their result: findings and notes, on standard error."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

import click

if TYPE_CHECKING:
    from sladocs.model.finding import Finding

COLOURS: Final = {"error": "red", "warning": "yellow", "info": "blue"}
WORDS: Final = {"error": ("error", "errors"), "warning": ("warning", "warnings"), "info": ("note", "notes")}
LONGEST: Final = 1000
"""The most characters of a message that are shown."""


def print_findings(findings: Sequence[Finding], *, err: bool = False) -> None:
    """One finding a paragraph: place, severity, code, message, remedy."""
    for finding in findings:
        place, message = shown(str(finding.place)), shown(finding.message)
        severity = click.style(WORDS[finding.severity.value][0], fg=COLOURS[finding.severity.value])
        code = "" if finding.code == "E00" else f" {finding.code}"
        lead = f"{place}: " if place and not message.startswith(place) else ""
        click.echo(f"{lead}{severity}{code}: {message}", err=err)
        if finding.remedy:
            click.echo(f"    {shown(finding.remedy)}", err=err)


def shown(text: str) -> str:
    """A text on one line, not too long, with signs that a terminal obeys spelled out."""
    if len(text) > LONGEST:
        text = f"{text[: LONGEST // 2]} … {text[-LONGEST // 2 :]}"
    return "".join(ch if ch.isprintable() else " " if ch.isspace() else ch.encode("unicode_escape").decode() for ch in text)


def count(findings: Sequence[Finding]) -> str:
    """How many there are, in words: "2 errors, 1 warning"; "no findings"."""
    counts = {severity: sum(f.severity.value == severity for f in findings) for severity in COLOURS}
    parts = [f"{n} {WORDS[severity][n != 1]}" for severity, n in counts.items() if n]
    return ", ".join(parts) or "no findings"


def note(text: str) -> None:
    """A line for the person, not for the pipe."""
    click.echo(text, err=True)


class Each:
    """Does a job for each of several files: a file that is refused is told, and the others are done all the same."""

    def __init__(self) -> None:
        self.refused = False

    @contextlib.contextmanager
    def file(self) -> Iterator[None]:
        """What is done for one file."""
        from sladocs.model.finding import Refused

        try:
            yield
        except Refused as error:
            print_findings(error.findings, err=True)
            self.refused = True
