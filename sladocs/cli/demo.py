"""`python -m sladocs.cli.demo FOLDER`, which `make demo` runs."""

from __future__ import annotations

from pathlib import Path

import click


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
def demo(folder: Path) -> None:
    """Write a sample contract into FOLDER and read it back."""
    from sladocs.jobs.demo import demo as job

    click.echo(job(folder))


if __name__ == "__main__":
    demo()
