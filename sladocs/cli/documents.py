"""Commands on documents: extract, summary."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from sladocs.cli.messages import Each, note, shown
from sladocs.cli.options import PATH, inputs, once_from_standard_input, one_input, output_option, reading_options
from sladocs.model.exits import BAD_INPUT, CLEAN

if TYPE_CHECKING:
    from sladocs.read.how import How


@click.command()
@inputs
@click.option(
    "--format", "form", type=click.Choice(["yaml", "json", "csv", "text"]), default="yaml", show_default=True, help="What is printed."
)
@output_option(help="The file to write; with several documents, the folder. Standard output unless said.")
@click.option(
    "--explain",
    "page",
    type=PATH,
    metavar="FILE.html",
    help="Write a page that shows one contract with each entry's passage marked; nothing is printed then unless -o says where.",
)
@reading_options
@click.pass_context
def extract(ctx: click.Context, files: tuple[Path, ...], *, form: str, output: Path | None, page: Path | None, how: How) -> None:
    """Read contracts (DOCX, PDF, HTML, Markdown, text; `-` is standard input) back into data: each figure with its place.

    Exit code 0 whenever the documents were read; what could not be read for certain is listed as findings. 2: one could not be read.
    """
    from sladocs.jobs import extract as job

    once_from_standard_input(files)
    if page is not None:
        if len(files) != 1:
            raise click.UsageError("--explain shows one document; name one.")
        count = job.explain(files[0], page, how)
        note(f"Wrote {shown(str(page))}: {count} entries")
        if output is None:
            ctx.exit(CLEAN)
    targets = job.targets(files, form, output) if output is not None and str(output) != "-" else {}
    each = Each()
    for index, path in enumerate(dict.fromkeys(files)):
        with each.file():
            text = job.extract(path, form, follows=index > 0 and not targets, how=how)
            if path in targets:
                job.write(text, targets[path])
                note(f"Wrote {shown(str(targets[path]))}")
            else:
                click.echo(text, nl=not text.endswith("\n"))
    ctx.exit(BAD_INPUT if each.refused else CLEAN)


@click.command()
@one_input
@reading_options
def summary(file: Path, how: How) -> None:
    """One page on a contract or an agreement: figures, minutes a month, highest credit, what was not read."""
    from sladocs.jobs import extract as job

    click.echo(job.summary(file, how))


COMMANDS = (extract, summary)
