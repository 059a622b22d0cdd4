"""The command `sladocs`: its groups, and the one place where a refusal becomes a message and an exit code."""

from __future__ import annotations

import sys

import click

from sladocs import __version__
from sladocs.cli import agreements, documents, library
from sladocs.cli.messages import print_findings
from sladocs.model.exits import BAD_INPUT, INTERRUPTED


class Sentences(click.Group):
    """A group whose commands end a refusal with plain sentences and exit code 2, never with a traceback."""

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except KeyboardInterrupt:
            click.echo("Interrupted; nothing was half written.", err=True)
            ctx.exit(INTERRUPTED)
        except BrokenPipeError:
            ctx.exit(0)
        except Exception as error:
            from sladocs.model.finding import Refused

            if not isinstance(error, Refused):
                raise
            print_findings(error.findings, err=True)
            ctx.exit(BAD_INPUT)


@click.group(cls=Sentences, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="sladocs")
def main() -> None:
    """Service level agreements as data: written from a short YAML file, read back from any contract.

    \b
    sladocs new --template saas-customer -o acme.yaml
    sladocs generate acme.yaml -o acme.docx
    sladocs extract acme.docx --format yaml

    Nothing leaves this machine. sladocs gives no legal advice.
    """  # noqa: D301 click reads the backspace as "keep these lines"


for command in (*agreements.COMMANDS, *documents.COMMANDS, *library.COMMANDS):
    main.add_command(command)


if __name__ == "__main__":
    sys.exit(main())
