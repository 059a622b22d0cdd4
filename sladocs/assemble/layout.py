"""The parts of the document in order, with the numbers of their headings: sections, special terms, schedules."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sladocs.assemble.context import Target
from sladocs.assemble.texts import Text
from sladocs.library.choose import Choices
from sladocs.model.agreement import Agreement, SpecialTerm
from sladocs.model.numbering import Counter, Scheme
from sladocs.model.template import Schedule, Section, Template

SPECIAL = "Special terms"


@dataclass(frozen=True)
class Part:
    """A numbered part: its heading, and its clauses. With `many`, each clause has a heading of its own."""

    heading: str
    anchor: str
    clauses: tuple[str, ...]
    many: bool
    schedule: bool = False
    specials: tuple[SpecialTerm, ...] = ()

    @property
    def scheme(self) -> Scheme:
        return Scheme.SCHEDULE if self.schedule else Scheme.BODY


def parts(agreement: Agreement, template: Template, choices: Choices, texts: Mapping[str, Text]) -> list[Part]:
    """The parts that have something to say; clauses for which the template has no place stand as sections of their own."""
    sections = [_part(section, f"section-{i}", choices, texts) for i, section in enumerate(template.sections, 1)]
    further = [Part(texts[name].chosen.clause.title, clause_anchor(name), (name,), many=False) for name in choices.further if name in texts]
    own = tuple(term for term in agreement.special_terms if not term.replaces)
    special = [Part(SPECIAL, "special-terms", (), many=True, specials=own)] if own else []
    schedules = [_part(schedule, f"schedule-{schedule.name}", choices, texts) for schedule in template.schedules]
    return [part for part in (*sections, *further, *special, *schedules) if part.clauses or part.specials]


def _part(section: Section, anchor: str, choices: Choices, texts: Mapping[str, Text]) -> Part:
    names = [choices.instead.get(name, name) for name in section.clauses]
    found = tuple(name for name in names if name in texts)
    many, schedule = len(names) > 1, isinstance(section, Schedule)
    if not many and not schedule and found:
        anchor = clause_anchor(found[0])
    return Part(section.heading, anchor, found, many, schedule)


def clause_anchor(name: str) -> str:
    """The anchor of a clause's heading."""
    return f"clause-{name}"


def targets(all_parts: list[Part], texts: Mapping[str, Text], unnumbered: list[str]) -> tuple[dict[str, Target], dict[str, Target]]:
    """What references to clauses and to schedules lead to, by id and by name."""
    clauses = {name: Target(clause_anchor(name), "", texts[name].chosen.clause.title) for name in unnumbered}
    schedules: dict[str, Target] = {}
    counter = Counter()
    for part in all_parts:
        label = counter.next(part.scheme, 0)
        own = Target(part.anchor, label, part.heading)
        if part.schedule:
            schedules[part.anchor.removeprefix("schedule-")] = own
        for name in part.clauses:
            if part.many:
                title = texts[name].chosen.clause.title
                clauses[name] = Target(clause_anchor(name), counter.next(part.scheme, 1), title, label if part.schedule else "")
            else:
                clauses[name] = own
    return clauses, schedules


def table_places(all_parts: list[Part], texts: Mapping[str, Text], clauses: Mapping[str, Target]) -> Iterator[tuple[str, Target]]:
    """Where each table of the numbered parts stands: the schedule, or the clause."""
    for part in all_parts:
        for name in part.clauses:
            target = clauses[name]
            for table in texts[name].tables():
                yield table, Target(part.anchor, target.schedule, part.heading) if target.schedule else target
