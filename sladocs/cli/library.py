"""Commands on the library: templates, clauses, library."""

from __future__ import annotations

from pathlib import Path

import click

from sladocs.cli.messages import count, note, print_findings, shown
from sladocs.cli.options import PATH, library_option


@click.group()
def templates() -> None:
    """The agreement types."""


@templates.command("list")
@library_option
def list_templates(library: tuple[Path, ...]) -> None:
    """List the agreement types."""
    from sladocs.jobs import library as job

    click.echo(job.list_templates(library))


@click.group()
def clauses() -> None:
    """The clause library."""


@clauses.command("list")
@library_option
def list_clauses(library: tuple[Path, ...]) -> None:
    """List the clauses: id, version, kind, variants, title."""
    from sladocs.jobs import library as job

    click.echo(job.list_clauses(library))


@clauses.command()
@click.argument("clause")
@library_option
def show(clause: str, library: tuple[Path, ...]) -> None:
    """Show a clause: its texts, conditions, parameters and guidance."""
    from sladocs.jobs import library as job

    click.echo(job.show_clause(clause, library))


@clauses.command()
@library_option
@click.pass_context
def lint(ctx: click.Context, library: tuple[Path, ...]) -> None:
    """Check every clause and template. Exit code 0: clean; 1: findings."""
    from sladocs.jobs import library as job

    found = job.lint(library)
    print_findings(found)
    note(count(found))
    ctx.exit(1 if found else 0)


@clauses.command("new")
@click.argument("clause")
@click.option("--kind", required=True, help="The kind of clause, for example penalties or maintenance.")
@click.option("--title", help="The heading that is printed.")
@click.option(
    "--library",
    "-L",
    "folder",
    type=PATH,
    default=Path(),
    metavar="DIR",
    help="The library to write into; this folder unless said.",
)
def new_clause(clause: str, kind: str, title: str | None, folder: Path) -> None:
    """Start a new clause in a library of your own."""
    from sladocs.jobs import library as job

    path = job.new_clause(clause, kind, title, folder)
    note(f"Wrote {shown(str(path))}. Edit it, then: sladocs clauses lint --library {shown(str(folder))}")


@click.group("library")
def library_group() -> None:
    """A library of your own."""


@library_group.command()
@click.argument("folder", type=PATH, metavar="DIR")
def init(folder: Path) -> None:
    """Start a library in DIR: a copy of the shipped clauses and templates, yours to edit."""
    from sladocs.jobs import library as job

    written = job.init(folder)
    note(f"Wrote {written} files. Use them: sladocs generate acme.yaml -o acme.docx --library {shown(str(folder))}")


COMMANDS = (templates, clauses, library_group)
