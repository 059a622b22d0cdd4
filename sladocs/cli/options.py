"""Arguments and options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

F = TypeVar("F", bound=Callable[..., Any])

PATH = click.Path(path_type=Path, allow_dash=True)

inputs = click.argument("files", nargs=-1, required=True, type=PATH, metavar="FILE...")
one_input = click.argument("file", type=PATH)

library_option = click.option(
    "--library",
    "-L",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="A folder with your own clauses/ and templates/; it comes before the shipped ones.",
)


def output_option(*, required: bool = False, help: str = "The file to write; standard output unless said.") -> Callable[[F], F]:  # noqa: A002 click's word
    """The option -o FILE."""
    return click.option("--output", "-o", "output", required=required, type=click.Path(path_type=Path), metavar="FILE", help=help)
