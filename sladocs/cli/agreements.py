"""Commands on agreements as data: new, check, generate, convert, diff, schema."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sladocs.cli.messages import Each, count, note, print_findings, shown
from sladocs.cli.options import PATH, inputs, library_option, once_from_standard_input, one_input, output_option, reading_options
from sladocs.model.exits import BAD_INPUT, CLEAN, FINDINGS

if TYPE_CHECKING:
    from sladocs.model.finding import Finding
    from sladocs.model.template import Question
    from sladocs.read.how import How

FORMATS = ("docx", "pdf", "html", "md", "txt")


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

    job.check_output(output)
    given = job.parse_answers(answers)
    for question in () if yes else job.open_questions(template, library, given):
        if question.explain:
            note(click.style(question.explain, dim=True))
        _ask(question, template, library, given)
    path = job.write(template, library, given, output)
    note(f"Wrote {shown(str(path))}. Next: sladocs generate {shown(str(path))} -o {shown(str(path.with_suffix('.docx')))}")


def _ask(question: Question, template: str, library: tuple[Path, ...], given: dict[str, str]) -> None:
    """Ask one question until its answer can be used; answers that come from a pipe are taken once."""
    from sladocs.jobs import new as job
    from sladocs.model.finding import Refused

    while True:
        try:
            answer = click.prompt(question.ask, default=question.default, err=True)
        except click.Abort:
            if sys.stdin is not None and sys.stdin.isatty():
                raise
            note("")
            ways = f"Give it with --set {question.key}=…, or take all defaults with --yes."
            raise Refused.because(f"There is no answer to the question {question.ask!r}.", remedy=ways) from None
        each = Each()
        with each.file():
            job.try_answer(template, library, question.key, answer)
        if not each.refused:
            given[question.key] = answer
            return
        if not sys.stdin.isatty():
            raise click.exceptions.Exit(BAD_INPUT)


@click.command()
@inputs
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", help="How findings are printed.")
@library_option
@reading_options
@click.pass_context
def check(ctx: click.Context, files: tuple[Path, ...], form: str, library: tuple[Path, ...], how: How) -> None:
    """Look for what is wrong or unwise in agreements (YAML, JSON) or documents (DOCX, PDF, HTML, Markdown, text).

    Exit code 0: nothing found; 1: findings; 2: a file could not be read.
    """
    from sladocs.jobs import check as job

    once_from_standard_input(files)
    found: list[Finding] = []
    each = Each()
    for path in without_locks(files):
        with each.file():
            found += job.check_file(path, library, how)
    if form == "json":
        click.echo(job.as_json(found))
    else:
        print_findings(found)
        if found or not each.refused:
            note(count(found))
    ctx.exit(BAD_INPUT if each.refused else FINDINGS if found else CLEAN)


def without_locks(files: tuple[Path, ...]) -> tuple[Path, ...]:
    """The files without the lock files that `*.yaml` names too. A lock file that is named alone stays, and is refused."""
    from sladocs.jobs.load import is_lock

    return tuple(path for path in files if not is_lock(path)) or files


@click.command()
@inputs
@click.option(
    "--output",
    "-o",
    "outputs",
    multiple=True,
    type=PATH,
    metavar="FILE",
    help="A file to write; its ending says the format.",
)
@click.option("--out-dir", type=PATH, metavar="DIR", help="Write each agreement's files into this folder.")
@click.option("--format", "formats", multiple=True, type=click.Choice(FORMATS), help="With --out-dir: the formats (docx unless said).")
@click.option("--template", "-t", metavar="NAME", help="The agreement type, where the agreement names none.")
@click.option("--style", metavar="NAME|FILE", help="The look: plain, designed, or a Word file of your own (`sladocs style new`).")
@click.option("--font", "fonts", multiple=True, type=PATH, metavar="FILE", help="A font file for characters that ours lack in a PDF.")
@click.option("--pdf-from", type=click.Choice(["docx"]), help="Print the PDF from the Word file by LibreOffice.")
@click.option("--draft", is_flag=True, help="Write in spite of errors, with DRAFT on each page.")
@click.option("--strict", is_flag=True, help="Refuse when the text does not read back as the same figures.")
@click.option("--no-data", is_flag=True, help="Leave the embedded data out of the Word file.")
@library_option
@click.pass_context
def generate(  # noqa: PLR0917 click passes options by name
    ctx: click.Context,
    files: tuple[Path, ...],
    outputs: tuple[Path, ...],
    out_dir: Path | None,
    formats: tuple[str, ...],
    template: str | None,
    style: str | None,
    fonts: tuple[Path, ...],
    pdf_from: str | None,
    draft: bool,
    strict: bool,
    no_data: bool,
    library: tuple[Path, ...],
) -> None:
    """Write the contract of an agreement, and prove that it says the same figures."""
    from sladocs.jobs import generate as job
    from sladocs.jobs import writers

    if bool(outputs) == bool(out_dir):
        raise click.UsageError("Say where to write: either -o FILE (as often as you like) or --out-dir DIR.")
    files = without_locks(files)
    if outputs and len(files) > 1:
        raise click.UsageError("Several agreements need --out-dir DIR; -o is for one.")
    if formats and not out_dir:
        raise click.UsageError("--format goes with --out-dir DIR; with -o FILE the file's ending says the format.")
    once_from_standard_input(files)
    look = writers.Appearance(writers.style_named(style), fonts, pdf_from_docx=pdf_from == "docx", draft=draft, data=not no_data)
    options = job.Options(template, look, strict, library, out_dir)
    targets = {path: outputs or tuple(job.target(out_dir or Path(), path, form) for form in formats or ("docx",)) for path in files}
    job.refuse_same_targets(targets)
    each = Each()
    for path, wanted in targets.items():
        with each.file():
            result = job.generate(path, wanted, options)
            print_findings(result.findings, err=True)
            for written in result.files:
                note(f"Wrote {shown(str(written))} ({result.figures} figures placed, each found in the file; read back: {result.verdict})")
    ctx.exit(BAD_INPUT if each.refused else CLEAN)


@click.command()
@one_input
@output_option(required=True, help="The file to write: .yaml or .json.")
def convert(file: Path, output: Path) -> None:
    """Change an agreement between YAML and JSON without loss."""
    from sladocs.jobs import convert as job

    job.convert(file, output)
    note(f"Wrote {shown(str(output))}")


@click.command()
@click.argument("old", type=PATH)
@click.argument("new_file", metavar="NEW", type=PATH)
@reading_options
@click.pass_context
def diff(ctx: click.Context, old: Path, new_file: Path, how: How) -> None:
    """Compare two agreements level by level. Exit code 0: the same; 1: they differ; 2: a file could not be read."""
    from sladocs.jobs import diff as job

    once_from_standard_input([old, new_file])
    text, same = job.diff(old, new_file, how)
    click.echo(text)
    ctx.exit(CLEAN if same else FINDINGS)


@click.command()
def schema() -> None:
    """Print the JSON Schema of the YAML form: with it an editor completes and checks agreements."""
    from sladocs.jobs import convert as job

    click.echo(job.schema())


COMMANDS = (new, check, generate, convert, diff, schema)
