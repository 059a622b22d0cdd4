"""Arguments and options that several commands share."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import wraps
from pathlib import Path
from typing import Any, TypeVar

import click

F = TypeVar("F", bound=Callable[..., Any])

PATH = click.Path(path_type=Path, readable=False)
"""A file's name as it stands; what is wrong with the file itself is said where it is opened."""

inputs = click.argument("files", nargs=-1, required=True, type=PATH, metavar="FILE...")
one_input = click.argument("file", type=PATH)

library_option = click.option(
    "--library",
    "-L",
    multiple=True,
    type=PATH,
    metavar="DIR",
    help="A folder with your own clauses/ and templates/; it comes before the shipped ones.",
)


def reading_options(command: F) -> F:
    """The options that say how a document is read; the command gets them as `how`."""

    @click.option(
        "--password", metavar="TEXT", envvar="SLADOCS_PASSWORD", help="Opens a protected PDF; the variable SLADOCS_PASSWORD does it unseen."
    )
    @click.option(
        "--as-original/--as-proposed",
        "original",
        default=False,
        help="Of a Word file with tracked changes, read what stood before them, or what stands with all of them accepted, as is usual.",
    )
    @click.option("--careful", is_flag=True, help="Read each page of a PDF that may hold a table by a second, slower way as well.")
    @wraps(command)
    def reading(*args: Any, password: str | None, original: bool, careful: bool, **options: Any) -> Any:
        from sladocs.read.how import How  # what reads documents is loaded only by those commands that do

        return command(*args, how=How(password=password, original=original, careful=careful), **options)

    return reading  # type: ignore[return-value]


def once_from_standard_input(files: Sequence[Path]) -> None:
    """Standard input can be read once. Raises UsageError."""
    if sum(str(path) == "-" for path in files) > 1:
        raise click.UsageError("Standard input (-) can be named once.")


def output_option(*, required: bool = False, help: str = "The file to write; standard output unless said.") -> Callable[[F], F]:  # noqa: A002 click's word
    """The option -o FILE."""
    return click.option("--output", "-o", "output", required=required, type=PATH, metavar="FILE", help=help)
