"""What the parts of assembly share: the agreement, the clauses that stand, where each of them is found, and the terms."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from sladocs.assemble.printed import NBSP
from sladocs.model.agreement import Agreement
from sladocs.model.document import Line, Run
from sladocs.model.finding import Finding


@dataclass(frozen=True)
class Target:
    """What a reference leads to: the anchor of its heading, and the heading's label and words."""

    anchor: str
    label: str
    heading: str
    schedule: str = ""
    """The label of the schedule that the heading stands in; empty in the body and on schedules themselves."""

    def line(self) -> Line:
        """The words of a reference: "clause 5.2", "Schedule 2", "paragraph 3 of Schedule 1"; the number itself is the reference."""
        number = Run(text=self.label or self.heading, refers=self.anchor)
        if self.schedule:
            return (Run(text=f"paragraph{NBSP}"), number, Run(text=f" of {self.schedule}"))
        if not self.label:
            return (Run(text="the clause \u201c"), number, Run(text="\u201d"))
        return (number,) if self.label.startswith("Schedule") else (Run(text=f"clause{NBSP}"), number)


@dataclass(frozen=True)
class Context:
    """The agreement and all that its texts can name.

    `findings` collects what goes wrong on the way, `printed` the paths of what clauses print.
    """

    agreement: Agreement
    standing: Collection[str]
    clauses: Mapping[str, Target]
    schedules: Mapping[str, Target]
    tables: Mapping[str, Target]
    """Where each table stands that a text can point to."""
    terms: Collection[str]
    mandatory: Collection[str] = ()
    findings: list[Finding] = field(default_factory=list)
    printed: set[str] = field(default_factory=set)

    def missing(self, finding: Finding) -> None:
        """Note a finding once."""
        if finding not in self.findings:
            self.findings.append(finding)
