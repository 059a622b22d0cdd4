"""All that is wrong in one file, collected so that the user hears of everything at once."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable
from typing import Final, NoReturn

from sladocs.model.finding import Finding, Place, Refused, Severity

SYNTAX, UNKNOWN, VALUE, MISSING, CONTRADICTION, LIMIT = "F01", "F02", "F03", "F04", "F05", "F06"
"""Codes: the text is no YAML or JSON; an unknown field; a value without meaning; a field that is missing; two fields that contradict
each other; a file that is too large or too deep."""

MOST: Final = 100
"""The most errors that are told at once."""

Path = tuple[str | int, ...]
"""The keys and indexes that lead to a value of a file."""


class CodecError(Refused):
    """A YAML or JSON file that cannot be loaded: all its errors at once, each with file, line, and what would be right."""

    def __str__(self) -> str:
        return "\n".join(f"{finding.place}: {finding.message}".lstrip(": ") for finding in self.findings)


class Problems:
    """Collects errors. `origin` gives file and line of a path, or None where they are not known."""

    def __init__(self, name: str, origin: Callable[[Path], tuple[str, int] | None]) -> None:
        self.name = name
        self._origin = origin
        self._findings: list[Finding] = []

    def __bool__(self) -> bool:
        return bool(self._findings)

    def add(self, path: Path, message: str, *, code: str = VALUE, remedy: str | None = None) -> None:
        """One error at a path. `message` is a sentence that says what is wrong and what would be right."""
        file, line = self._origin(path) or (self.name, None)
        place = Place(file=file, line=line, path=_whole("/".join(map(str, path))) or None)
        self._findings.append(Finding(code=code, severity=Severity.ERROR, message=_whole(message), place=place, remedy=remedy))

    def unknown(self, path: Path, key: str, known: Iterable[str]) -> None:
        """A field that does not exist."""
        self.add(path, f"unknown field {shown(key)}{suggestion(key, known)}", code=UNKNOWN)

    def finish(self) -> None:
        """Raise CodecError if anything was wrong, in the order of the lines."""
        if not self._findings:
            return
        found = sorted(self._findings, key=lambda finding: finding.place.line or 0)
        if len(found) > MOST:
            rest = f"there are {len(found) - MOST} further errors; mend these first"
            found = [*found[:MOST], Finding(code=VALUE, severity=Severity.ERROR, message=rest, place=Place(file=self.name))]
        raise CodecError(tuple(found))


def refuse(name: str, line: int | None, message: str, *, code: str = SYNTAX, remedy: str | None = None) -> NoReturn:
    """Refuse a file for one reason. Raises CodecError."""
    place = Place(file=name, line=line)
    raise CodecError((Finding(code=code, severity=Severity.ERROR, message=_whole(message), place=place, remedy=remedy),))


LONGEST = 600
"""A message quotes what a file says, and a damaged file can say anything; more characters than this nobody reads."""


def _whole(text: str) -> str:
    """The text with a question mark for each half of a surrogate pair, which no file can hold, cut where it is too long to read."""
    whole = text.encode("utf-8", "replace").decode("utf-8")
    return whole if len(whole) <= LONGEST else f"{whole[: LONGEST - 3]}..."


def closest(word: str, known: Iterable[str], cutoff: float = 0.6) -> str | None:
    """The known word that is most like this one."""
    folded = {name.lower().replace("_", " "): name for name in known}
    found = difflib.get_close_matches(word.lower().replace("_", " "), folded, n=1, cutoff=cutoff)
    return folded[found[0]] if found else None


def shown(text: str) -> str:
    """A value in quotes, cut where it is long."""
    return repr(text if len(text) <= 80 else f"{text[:77]}...")


def suggestion(word: str, known: Iterable[str]) -> str:
    """The second half of an error sentence: "; did you mean 'metric'?", or the words that are allowed."""
    names = list(known)
    if near := closest(word, names):
        return f"; did you mean {near!r}?"
    listed = ", ".join(names[:40])
    return f"; write one of: {listed}" if names else ""
