"""Commands that measure the parser: evaluate, annotate."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sladocs.cli.messages import note, print_findings, shown
from sladocs.cli.options import PATH, one_input, output_option, reading_options
from sladocs.model.exits import BAD_INPUT, CLEAN

if TYPE_CHECKING:
    from sladocs.read.how import How


@click.command()
@click.argument("folder", type=PATH)
@click.option("--format", "form", metavar="ENDING", help="Only contracts of this format, such as pdf.")
@click.option("--documents", is_flag=True, help="The F1 of each document too.")
@click.option("--misses", is_flag=True, help="Every miss too: what the person wrote, what was read.")
@click.option("--json", "as_json", is_flag=True, help="All of it as JSON.")
@click.pass_context
def evaluate(ctx: click.Context, folder: Path, form: str | None, *, documents: bool, misses: bool, as_json: bool) -> None:
    """How well contracts are read: FOLDER holds contracts, and beside each NAME.pdf or NAME.docx a NAME.gold.json that a person wrote.

    Precision is the share of what was read that is right, recall the share of what is there that was read, F1 their mean.
    Exit code 2 where a contract could not be read.
    """
    from sladocs.jobs import evaluate as job
    from sladocs.model.finding import Refused
    from sladocs.report import evaluation as report

    refused: list[object] = []

    def tell(error: Refused) -> None:
        refused.append(error)
        print_findings(error.findings, err=True)

    found = job.evaluate(folder, form, tell, _progress())
    if as_json:
        click.echo(report.json(found), nl=False)
        ctx.exit(BAD_INPUT if refused else CLEAN)
    for ending, evaluation in found.items():
        click.echo(f"{ending}: {len(evaluation.documents)} documents\n")
        click.echo(report.table(evaluation) + "\n")
        if documents:
            click.echo(report.documents(evaluation) + "\n")
        click.echo((report.listed(evaluation.misses) if misses else report.kinds(evaluation.misses)) + "\n")
    ctx.exit(BAD_INPUT if refused else CLEAN)


def _progress() -> Callable[[str], None]:
    """Tells the file that is being read on one line of a terminal; nothing where nobody looks on."""

    def told(name: str) -> None:
        if sys.stderr.isatty():
            click.echo(f"\r\033[KReading {shown(name)}", nl=False, err=True)

    return told


@click.command()
@one_input
@output_option(help="The annotation to write; NAME.gold.json beside the contract unless said.")
@reading_options
def annotate(file: Path, output: Path | None, how: How) -> None:
    """Write down what is read from a contract, in the form that `evaluate` compares with, for a person to correct.

    A file that exists is never written over: it may hold somebody's corrections.
    """
    from sladocs.jobs import evaluate as job

    target = output or job.annotation_of(file)
    count = job.annotate(file, target, how)
    note(f"Wrote {shown(str(target))}: {count} entries, each to be checked against the contract")


COMMANDS = (evaluate, annotate)
