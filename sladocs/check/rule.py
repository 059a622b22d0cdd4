"""What a rule is: one function with one code, which looks at a subject and yields findings."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from sladocs.check.bands import Ladder, ladders
from sladocs.model.agreement import Agreement
from sladocs.model.document import Document
from sladocs.model.finding import Finding, Place, Severity


@dataclass(frozen=True)
class Subject:
    """What is looked at: an agreement, and the document that it stands in, where there is one."""

    agreement: Agreement
    document: Document | None = None

    @cached_property
    def ladders(self) -> tuple[Ladder, ...]:
        """The bands of the service credits, those side by side that belong to one promise."""
        return tuple(ladders(self.agreement))


Look = Callable[[Subject], Iterator[Finding]]


@dataclass(frozen=True)
class Rule:
    """A rule: its code and its function, whose docstring is its documentation."""

    code: str
    look: Look

    @property
    def text(self) -> str:
        """The function's docstring, without its indentation."""
        return inspect.getdoc(self.look) or ""


def rule(code: str) -> Callable[[Look], Rule]:
    """Make a rule of a function; the decorator names its code."""
    return lambda look: Rule(code, look)


def finding(code: str, severity: Severity, path: str, message: str, remedy: str) -> Finding:
    """A finding on one path of the agreement."""
    return Finding(code=code, severity=severity, message=message, place=Place(path=path), remedy=remedy)
