"""Commands on documents: extract, summary."""

from __future__ import annotations

from pathlib import Path

import click

from sladocs.cli.messages import note
from sladocs.cli.options import inputs, one_input, output_option


@click.command()
@inputs
@click.option(
    "--format", "form", type=click.Choice(["yaml", "json", "csv", "text"]), default="yaml", show_default=True, help="What is printed."
)
@output_option(help="The file to write; with several documents, the folder. Standard output unless said.")
def extract(files: tuple[Path, ...], form: str, output: Path | None) -> None:
    """Read contracts (DOCX, Markdown, text; `-` is standard input) back into data: each figure with its place.

    Exit code 0 whenever the documents were read; what could not be read for certain is listed as findings.
    """
    from sladocs.jobs import extract as job

    texts = {path: job.extract(path, form) for path in files}
    if output is None:
        for text in texts.values():
            click.echo(text, nl=not text.endswith("\n"))
        return
    for written in job.write(texts, form, output):
        note(f"Wrote {written}")


@click.command()
@one_input
def summary(file: Path) -> None:
    """One page on a contract or an agreement: figures, minutes a month, highest credit, what was not read."""
    from sladocs.jobs import extract as job

    click.echo(job.summary(file))


COMMANDS = (extract, summary)
