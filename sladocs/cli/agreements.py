"""Commands on agreements as data: new, check, generate, convert, diff, schema."""

from __future__ import annotations

from pathlib import Path

import click

from sladocs.cli.messages import count, note, print_findings
from sladocs.cli.options import inputs, library_option, one_input, output_option

FORMATS = ("docx", "md", "txt")


@click.command()
@click.option("--template", "-t", required=True, metavar="NAME", help="The agreement type: see `sladocs templates list`.")
@output_option(required=True, help="The YAML file to write; it must not exist yet.")
@click.option("--yes", "-y", is_flag=True, help="Take the default for every question.")
@click.option(
    "--set", "answers", multiple=True, metavar="KEY=VALUE", help="Answer a question, or set any field, for example term.initial='3 years'."
)
@library_option
def new(template: str, output: Path, yes: bool, answers: tuple[str, ...], library: tuple[Path, ...]) -> None:
    """Write a new agreement: asks what the agreement type needs."""
    from sladocs.jobs import new as job

    given = job.parse_answers(answers)
    questions = job.questions(template, library)
    for question in questions:
        if question.key not in given and not yes:
            if question.explain:
                note(click.style(question.explain, dim=True))
            given[question.key] = click.prompt(question.ask, default=question.default, err=True)
    path = job.write(template, library, given, output)
    note(f"Wrote {path}. Next: sladocs generate {path} -o {path.with_suffix('.docx')}")


@click.command()
@inputs
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", help="How findings are printed.")
@library_option
@click.pass_context
def check(ctx: click.Context, files: tuple[Path, ...], form: str, library: tuple[Path, ...]) -> None:
    """Look for what is wrong or unwise in agreements (YAML, JSON) or documents (DOCX, Markdown, text).

    Exit code 0: nothing found; 1: findings; 2: a file could not be read.
    """
    from sladocs.jobs import check as job

    found = [finding for path in files for finding in job.check_file(path, library)]
    if form == "json":
        click.echo(job.as_json(found))
    else:
        print_findings(found)
        note(count(found))
    ctx.exit(1 if found else 0)


@click.command()
@inputs
@click.option(
    "--output",
    "-o",
    "outputs",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="A file to write; its ending says the format.",
)
@click.option("--out-dir", type=click.Path(path_type=Path), metavar="DIR", help="Write each agreement's files into this folder.")
@click.option("--format", "formats", multiple=True, type=click.Choice(FORMATS), help="With --out-dir: the formats (docx unless said).")
@click.option("--template", "-t", metavar="NAME", help="The agreement type, where the agreement names none.")
@click.option("--style", type=click.Path(path_type=Path), metavar="FILE", help="A Word file whose look is used.")
@click.option("--draft", is_flag=True, help="Write in spite of errors, with DRAFT on each page.")
@click.option("--strict", is_flag=True, help="Refuse when the text does not read back as the same figures.")
@click.option("--no-data", is_flag=True, help="Leave the embedded data out of the Word file.")
@library_option
def generate(  # noqa: PLR0917 click passes options by name
    files: tuple[Path, ...],
    outputs: tuple[Path, ...],
    out_dir: Path | None,
    formats: tuple[str, ...],
    template: str | None,
    style: Path | None,
    draft: bool,
    strict: bool,
    no_data: bool,
    library: tuple[Path, ...],
) -> None:
    """Write the contract of an agreement, and prove that it says the same figures."""
    from sladocs.jobs import generate as job

    if bool(outputs) == bool(out_dir):
        raise click.UsageError("Say where to write: either -o FILE (as often as you like) or --out-dir DIR.")
    if outputs and len(files) > 1:
        raise click.UsageError("Several agreements need --out-dir DIR; -o is for one.")
    options = job.Options(template=template, style=style, draft=draft, strict=strict, data=not no_data, library=library, folder=out_dir)
    for path in files:
        targets = outputs or tuple(job.target(out_dir or Path(), path, form) for form in formats or ("docx",))
        result = job.generate(path, targets, options)
        print_findings(result.findings, err=True)
        for written in result.files:
            note(f"Wrote {written} ({result.figures} figures placed, each found in the file; read back: {result.verdict})")


@click.command()
@one_input
@output_option(required=True, help="The file to write: .yaml or .json.")
def convert(file: Path, output: Path) -> None:
    """Change an agreement between YAML and JSON without loss."""
    from sladocs.jobs import convert as job

    job.convert(file, output)
    note(f"Wrote {output}")


@click.command()
@click.argument("old", type=click.Path(path_type=Path))
@click.argument("new_file", metavar="NEW", type=click.Path(path_type=Path))
@click.pass_context
def diff(ctx: click.Context, old: Path, new_file: Path) -> None:
    """Compare two agreements level by level. Exit code 0: the same; 1: they differ."""
    from sladocs.jobs import diff as job

    text, same = job.diff(old, new_file)
    click.echo(text)
    ctx.exit(0 if same else 1)


@click.command()
def schema() -> None:
    """Print the JSON Schema of the YAML form: with it an editor completes and checks agreements."""
    from sladocs.jobs import convert as job

    click.echo(job.schema())


COMMANDS = (new, check, generate, convert, diff, schema)
