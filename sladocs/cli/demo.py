"""`python -m sladocs.cli.demo FOLDER`, which `make demo` runs."""

from __future__ import annotations

from pathlib import Path

import click


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
def demo(folder: Path) -> None:
    """Write a sample contract into FOLDER and read it back."""
    from sladocs.jobs.demo import demo as job

    try:
        click.echo(job(folder))
    except OSError as error:
        raise click.ClickException(f"{error.filename or folder} cannot be used: {error.strerror}.") from error


if __name__ == "__main__":
    demo()
