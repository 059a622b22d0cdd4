"""What can be wrong in a library: the codes of its findings, and the exception that carries them."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from typing import Final

from sladocs.model.finding import Finding, Place, Refused, Severity

CODES: Final[Mapping[str, str]] = {
    "C01": "A file of the library cannot be read: no such file, too large, not UTF-8, no YAML, an alias bomb.",
    "C02": "A head has an unknown or missing field, or a value that does not fit.",
    "C03": "A text breaks the grammar of clause texts.",
    "C04": "A path leads to nothing in an agreement.",
    "C05": "A text prints a parameter that the head does not have.",
    "C06": "A filter is unknown, or does not fit the parameter's type.",
    "C07": "A text or a template names a condition that the head does not have, or a condition is unused.",
    "C08": "A parameter is unused.",
    "C09": "An optional parameter is printed where nothing says that it is there.",
    "C10": "A term is used that no clause defines, or is marked the wrong way round.",
    "C11": "A clause is named that the library does not have.",
    "C12": "A text refers to a clause that its head does not require.",
    "C13": "A table is named that does not exist, or a schedule that no template has.",
    "C14": "A clause has no text, or a variant is empty.",
    "C15": "A kind of clause is unknown.",
    "C16": "A template leaves out what it must have: a mandatory clause, a clause that another one requires.",
    "C17": "Two clauses define one term in different words.",
    "C18": "An agreement chooses a clause, text, version or template that there is not, or leaves out what must stand.",
}
"""The codes of the library's findings, each with what it means."""


class LibraryError(Refused):
    """Raised when clauses or templates cannot be used as asked; it carries all findings at once."""


def fault(
    code: str,
    message: str,
    *,
    file: str = "",
    line: int | None = None,
    path: str | None = None,
    remedy: str | None = None,
    warning: bool = False,
) -> Finding:
    """A finding of the library, an error unless it is a warning."""
    severity = Severity.WARNING if warning else Severity.ERROR
    return Finding(
        code=code, severity=severity, message=message, place=Place(file=file or None, line=line or None, path=path), remedy=remedy
    )


def nearest(word: str, known: Iterable[str]) -> str | None:
    """A remedy for a word that is not among those known: the nearest one, or the list where it is short."""
    options = sorted(set(known))
    if close := difflib.get_close_matches(word, options, n=1, cutoff=0.6):
        return f"Did you mean {close[0]}?"
    return f"Write one of {', '.join(options)}." if 0 < len(options) <= 20 else None
