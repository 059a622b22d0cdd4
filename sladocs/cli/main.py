"""The command `sladocs`: its groups, and the one place where a refusal becomes a message and an exit code."""

from __future__ import annotations

import contextlib
import io
import os
import signal
import sys
import traceback
from collections.abc import Iterator
from types import FrameType
from typing import Any, Final, NoReturn

import click

from sladocs import __version__
from sladocs.cli import agreements, documents, evaluation, library, style
from sladocs.cli.messages import note, print_findings, shown
from sladocs.model.exits import BAD_INPUT, CLEAN, FAULT, INTERRUPTED, STOPPED

TRACEBACK: Final = "SLADOCS_TRACEBACK"
"""The environment variable with which a fault of the program shows where it happened."""


class Sentences(click.Group):
    """A group whose commands end a refusal with plain sentences and exit code 2, never with a traceback."""

    def main(self, *args: Any, **extra: Any) -> Any:
        """As click's; a polite request to stop lets temporary files be removed first."""
        with _stopped_politely():
            try:
                return super().main(*args, **extra)
            except OSError as error:  # also of --help, and of standard error itself
                sys.exit(_unusable(error))

    def invoke(self, ctx: click.Context) -> object:
        _write_utf8()
        try:
            try:
                return super().invoke(ctx)
            finally:
                if sys.stdout is not None:
                    sys.stdout.flush()
        except (click.ClickException, click.exceptions.Exit):
            raise
        except (KeyboardInterrupt, click.Abort):
            note("\nInterrupted; nothing was half written.")
            ctx.exit(INTERRUPTED)
        except BrokenPipeError:
            _drop_output()
            ctx.exit(CLEAN)
        except OSError:
            raise
        except MemoryError:
            note("error: There is not enough memory for this; close other programs, or split the file.")
            ctx.exit(BAD_INPUT)
        except Exception as error:
            from sladocs.model.finding import Refused

            if isinstance(error, Refused):
                print_findings(error.findings, err=True)
                ctx.exit(BAD_INPUT)
            if os.environ.get(TRACEBACK):
                raise
            note(_fault(error))
            ctx.exit(FAULT)


def _write_utf8() -> None:
    """What goes into files and pipes is UTF-8, whatever the terminal speaks; what a terminal cannot show is spelled out."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="backslashreplace")


def _drop_output() -> None:
    """Send what is still to be printed nowhere: nobody reads it any more."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _unusable(error: OSError) -> int:
    """Say that a file or standard output cannot be used, if anybody can hear it. Returns the exit code."""
    _drop_output()
    what = f"{shown(str(error.filename))} cannot be used" if error.filename else "Standard output cannot be written"
    with contextlib.suppress(OSError):
        note(f"error: {what}: {error.strerror or error}.")
    return BAD_INPUT


def _fault(error: Exception) -> str:
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if f"{os.sep}sladocs{os.sep}" in frame.filename]
    place = f" ({os.path.basename(frames[-1].filename)}, line {frames[-1].lineno})" if frames else ""  # noqa: PTH119 no file is meant
    return (
        f"error: This is a fault of sladocs, not of your file: {type(error).__name__}{place}: {shown(str(error))[:300]}\n"
        f"    Nothing was half written. Please report it; {TRACEBACK}=1 before the command shows more."
    )


@contextlib.contextmanager
def _stopped_politely() -> Iterator[None]:
    """While a command runs, SIGTERM and SIGHUP end it as Ctrl-C does: what is half done is taken back."""
    kept: dict[int, Any] = {}
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        with contextlib.suppress(ValueError):  # only the main thread may ask
            if number is not None and signal.getsignal(number) is signal.SIG_DFL:
                kept[number] = signal.signal(number, _stop)
    try:
        yield
    finally:
        for number, handler in kept.items():
            signal.signal(number, handler)


def _stop(number: int, _: FrameType | None) -> NoReturn:
    raise SystemExit(STOPPED + number)


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


for command in (*agreements.COMMANDS, *documents.COMMANDS, *evaluation.COMMANDS, *library.COMMANDS, *style.COMMANDS):
    main.add_command(command)


if __name__ == "__main__":
    sys.exit(main())
