"""Commands on styles: the Word files that decide how contracts look."""

from __future__ import annotations

from pathlib import Path

import click

from sladocs.cli.messages import Each, count, note, print_findings, shown
from sladocs.cli.options import PATH, inputs
from sladocs.model.exits import BAD_INPUT, CLEAN, FINDINGS
from sladocs.render.look import SHIPPED


@click.group()
def style() -> None:
    """How contracts look: a Word file of your own."""


@style.command()
@click.argument("file", type=PATH, metavar="FILE.docx")
@click.option("--from", "base", type=click.Choice(SHIPPED), default=SHIPPED[0], help="The style to start from; plain unless said.")
def new(file: Path, base: str) -> None:
    """Write a Word file to restyle: a guide in it shows each style, and is left out of contracts."""
    from sladocs.jobs import style as job

    job.new_style(file, base)
    note(f"Wrote {shown(str(file))}. Change its styles in Word, then: sladocs style lint {shown(str(file))}")


@style.command()
@inputs
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", help="How findings are printed.")
@click.pass_context
def lint(ctx: click.Context, files: tuple[Path, ...], form: str) -> None:
    """Look for faults in styles: marks, tags, styles, lists, fonts, links, pictures.

    Exit code 0: nothing found; 1: findings; 2: a file could not be read.
    """
    from sladocs.jobs import check
    from sladocs.jobs import style as job

    found = []
    each = Each()
    for path in files:
        with each.file():
            found += job.lint(path)
    if form == "json":
        click.echo(check.as_json(found))
    else:
        print_findings(found)
        if found or not each.refused:
            note(count(found))
    ctx.exit(BAD_INPUT if each.refused else FINDINGS if found else CLEAN)


COMMANDS = (style,)
