"""Why a file cannot be read, in one sentence."""

from __future__ import annotations

from sladocs.model.finding import Finding, Place, Refused, Severity

CODE = "R01"


class ReadError(Refused):
    """A file that cannot be read. The message is one sentence: what, where, and what would mend it."""


def unreadable(message: str, file: str) -> ReadError:
    """The error with this message."""
    return ReadError((Finding(code=CODE, severity=Severity.ERROR, message=message, place=Place(file=file)),))
