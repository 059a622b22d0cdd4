"""What is wrong in clauses and templates that could be read: names that lead to nothing, and words that could not be printed."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sladocs.library.conditions import implied
from sladocs.library.faults import fault, nearest
from sladocs.library.heads import version_key
from sladocs.library.paths import problem, types_at
from sladocs.library.terms import Seen, defined_by, in_blocks, in_line, resolve
from sladocs.model.clause import (
    FIGURES,
    FILTERS,
    KINDS,
    TABLES,
    Clause,
    Condition,
    FigureMark,
    Fill,
    Inline,
    Passage,
    Plain,
    Refer,
    TableMark,
    TextBlock,
    Use,
    When,
    WhenBlocks,
)
from sladocs.model.finding import Finding
from sladocs.model.template import Template

_SENTENCE_END = re.compile(r"[.;:!?\u201d)]\s*$")


@dataclass(frozen=True)
class _Known:
    """What the names in texts may lead to."""

    clauses: Mapping[str, Clause]
    terms: Collection[str]
    schedules: Collection[str] | None


def lint(clauses: Sequence[Clause], templates: Sequence[Template]) -> list[Finding]:
    """The findings on clauses (all versions) and templates of one library, file by file."""
    newest: dict[str, Clause] = {}
    for clause in clauses:
        newest.setdefault(clause.id, clause)
    known = _Known(
        newest,
        {term for clause in clauses for term in defined_by(clause)},
        {schedule.name for template in templates for schedule in template.schedules} if templates else None,
    )
    findings = [finding for clause in clauses for finding in _clause(clause, known)]
    findings += _defined_twice(sorted(newest.values(), key=lambda clause: (clause.id, version_key(clause.version))))
    return findings + [finding for template in templates for finding in _template(template, newest)]


def _clause(clause: Clause, known: _Known) -> Iterator[Finding]:
    if clause.kind not in KINDS:
        yield fault("C15", f"The kind {clause.kind!r} is unknown.", file=clause.file, path="kind", remedy=nearest(clause.kind, KINDS))
    for head, names in (("requires", clause.requires), ("excludes", clause.excludes), ("alternative_of", clause.alternative_of)):
        for name in names:
            if name not in known.clauses:
                yield fault("C11", f"There is no clause {name!r}.", file=clause.file, path=head, remedy=nearest(name, known.clauses))
    yield from _parameters(clause)
    for name, condition in clause.conditions.items():
        yield from _condition(condition, known.clauses, clause.file, f"conditions.{name}")
    for variant in clause.variants.values():
        for path in variant.states:
            yield from _path(path, clause.file, f"variants.{variant.name}.states")
        if not variant.blocks:
            yield fault("C14", f"The variant {variant.name} has no text.", file=clause.file, line=variant.line)
        yield from _sentences(variant.blocks, clause.file)
    for seen in _all_nodes(clause):
        yield from _node(seen, clause, known)
    yield from _unused(clause)


def _all_nodes(clause: Clause) -> Iterator[Seen]:
    for variant in clause.variants.values():
        yield from in_blocks(variant.blocks)
    for definition in clause.defines.values():
        yield from in_line(definition)


def _parameters(clause: Clause) -> Iterator[Finding]:
    for name, parameter in clause.parameters.items():
        at = f"parameters.{name}"
        if wrong := list(_path(parameter.path, clause.file, at)):
            yield from wrong
        elif parameter.type not in (fits := types_at(parameter.path)):
            message = f"{parameter.path} is no {parameter.type}."
            remedy = f"Its type is {' or '.join(sorted(fits))}." if fits else "Name one field of it."
            yield fault("C04", message, file=clause.file, path=at, remedy=remedy)


def _path(path: str, file: str, at: str) -> Iterator[Finding]:
    if wrong := problem(path):
        yield fault("C04", wrong[0], file=file, path=at, remedy=wrong[1])


def _condition(condition: Condition, clauses: Collection[str], file: str, at: str) -> Iterator[Finding]:
    for part in condition.parts():
        for path in (*((part.has,) if part.has is not None else ()), *(part.equals or ())):
            yield from _path(path, file, at)
        if part.clause is not None and part.clause not in clauses:
            yield fault("C11", f"There is no clause {part.clause!r}.", file=file, path=at, remedy=nearest(part.clause, clauses))
        if part.table is not None and part.table not in TABLES:
            yield fault("C13", f"There is no table {part.table!r}.", file=file, path=at, remedy=nearest(part.table, TABLES))


def _node(seen: Seen, clause: Clause, known: _Known) -> Iterator[Finding]:
    file, line = clause.file, seen.line
    match seen.node:
        case Fill():
            yield from _fill(seen.node, seen, clause)
        case Use(term=term, shown=shown):
            found = resolve(term, known.terms)
            if found is None:
                yield fault("C10", f"No clause defines the term {term!r}.", file=file, line=line, remedy=nearest(term, known.terms))
            elif found != term and shown == found:
                message = f"[[{shown}|{term}]] stands the wrong way round."
                yield fault("C10", message, file=file, line=line, remedy=f"Write the words shown first: [[{term}|{found}]].")
        case Refer(to="schedule", name=name) if known.schedules is not None and name not in known.schedules:
            yield fault("C13", f"No template has a schedule {name!r}.", file=file, line=line, remedy=nearest(name, known.schedules))
        case Refer(to="clause", name=name):
            yield from _reference(name, seen, clause, known)
        case When(condition=name) if name not in clause.conditions:
            yield fault("C07", f"The head has no condition {name!r}.", file=file, line=line, remedy=nearest(name, clause.conditions))
        case TableMark(name=name) if name not in TABLES:
            yield fault("C13", f"There is no table {name!r}.", file=file, line=line, remedy=nearest(name, TABLES))
        case FigureMark(name=name) if name not in FIGURES:
            yield fault("C13", f"There is no picture {name!r}.", file=file, line=line, remedy=nearest(name, FIGURES))
        case _:
            pass


def _fill(node: Fill, seen: Seen, clause: Clause) -> Iterator[Finding]:
    parameter = clause.parameters.get(node.parameter)
    if parameter is None:
        remedy = nearest(node.parameter, clause.parameters)
        yield fault("C05", f"The head has no parameter {node.parameter!r}.", file=clause.file, line=seen.line, remedy=remedy)
        return
    if node.filter not in FILTERS:
        yield fault("C06", f"There is no filter {node.filter!r}.", file=clause.file, line=seen.line, remedy=nearest(node.filter, FILTERS))
    elif parameter.type not in FILTERS[node.filter]:
        fitting = [name for name, types in FILTERS.items() if parameter.type in types]
        message = f"The filter {node.filter} does not print {parameter.type}."
        yield fault("C06", message, file=clause.file, line=seen.line, remedy=f"Write {' or '.join(fitting)}.")
    sure = {path for name in seen.under if name in clause.conditions for path in implied(clause.conditions[name])}
    if not parameter.required and not any(_reaches(path, parameter.path) for path in sure):
        message = f"{{{{ {node.parameter} }}}} may be missing, and no condition asks for it."
        remedy = f"Put the sentence under a condition with has: {parameter.path}, or make the parameter required."
        yield fault("C09", message, file=clause.file, line=seen.line, remedy=remedy)


def _reaches(sure: str, path: str) -> bool:
    return sure == path or path.startswith(f"{sure}.") or sure.startswith(f"{path}.")


def _reference(name: str, seen: Seen, clause: Clause, known: _Known) -> Iterator[Finding]:
    if name not in known.clauses:
        yield fault("C11", f"There is no clause {name!r}.", file=clause.file, line=seen.line, remedy=nearest(name, known.clauses))
        return
    guarded = any(part.clause == name for under in seen.under if under in clause.conditions for part in clause.conditions[under].parts())
    if name not in clause.requires and name != clause.id and not guarded:
        message = f"The text refers to the clause {name}, which the head does not require."
        remedy = f"Add it to requires, or put the sentence under a condition with clause: {name}."
        yield fault("C12", message, file=clause.file, line=seen.line, remedy=remedy)


def _sentences(blocks: tuple[TextBlock, ...], file: str) -> Iterator[Finding]:
    """Conditions inside a paragraph stand round whole sentences, so that what is left is one."""
    for block in blocks:
        if isinstance(block, Passage):
            yield from (
                fault("C03", "The condition does not stand round whole sentences.", file=file, line=block.line, warning=True)
                for i, node in enumerate(block.content)
                if isinstance(node, When) and not (_ends(block.content[:i]) and _ends(node.content))
            )
        elif isinstance(block, WhenBlocks):
            yield from _sentences(block.blocks, file)


def _ends(content: tuple[Inline, ...]) -> bool:
    """Whether words end a sentence or an item, so that another may follow."""
    last = next((node for node in reversed(content) if not isinstance(node, Plain) or node.text.strip()), None)
    if last is None:
        return True
    if isinstance(last, When):
        return _ends(last.content)
    return isinstance(last, Plain) and bool(_SENTENCE_END.search(last.text) or re.search(r"; (?:and|or)$", last.text))


def _unused(clause: Clause) -> Iterator[Finding]:
    nodes = [seen.node for seen in _all_nodes(clause)]
    printed = {node.parameter for node in nodes if isinstance(node, Fill)}
    asked = {node.condition for node in nodes if isinstance(node, When)}
    for name in clause.parameters.keys() - printed:
        yield fault(
            "C08", f"No text prints the parameter {name!r}.", file=clause.file, path=f"parameters.{name}", remedy="Remove it.", warning=True
        )
    for name in clause.conditions.keys() - asked:
        yield fault(
            "C07",
            f"No text asks for the condition {name!r}.",
            file=clause.file,
            path=f"conditions.{name}",
            remedy="Remove it.",
            warning=True,
        )


def _defined_twice(clauses: Sequence[Clause]) -> Iterator[Finding]:
    first: dict[str, Clause] = {}
    for clause in clauses:
        for term, words in clause.defines.items():
            other = first.setdefault(term, clause)
            apart = clause.id in other.excludes + other.alternative_of or other.id in clause.excludes + clause.alternative_of
            if other is not clause and not apart and other.defines[term] != words:
                message = f"{other.id} and {clause.id} define {term!r} in different words."
                yield fault("C17", message, file=clause.file, path=f"defines.{term}", remedy="Define it in one of them.", warning=True)


def _template(template: Template, clauses: Mapping[str, Clause]) -> Iterator[Finding]:
    names = template.clauses()
    for name in dict.fromkeys(names):
        if name not in clauses:
            yield fault("C11", f"There is no clause {name!r}.", file=template.file, remedy=nearest(name, clauses))
            continue
        for needed in clauses[name].requires:
            if needed not in names:
                message = f"The clause {name} needs the clause {needed}, which the template does not have."
                yield fault("C16", message, file=template.file, remedy=f"Add {needed}, or leave out {name}.")
    for name in sorted({name for name in names if names.count(name) > 1}):
        yield fault("C16", f"The clause {name} stands twice.", file=template.file, remedy="Keep one.")
    for head, given in (
        ("mandatory", template.mandatory),
        ("conditional", template.conditional),
        ("schedule_form", template.schedule_form.omit),
    ):
        for name in given:
            if name not in names:
                yield fault("C16", f"The template has no clause {name!r}.", file=template.file, path=head, remedy=nearest(name, names))
    for name in {*template.mandatory} & {*template.conditional, *template.schedule_form.omit}:
        yield fault(
            "C16", f"The clause {name} is mandatory, but may be left out.", file=template.file, path="mandatory", remedy="Choose one."
        )
    for name, condition in template.conditional.items():
        yield from _condition(condition, clauses, template.file, f"conditional.{name}")
    for section in (*template.sections, *template.schedules):
        if not section.clauses:
            yield fault("C16", f"The part {section.heading!r} has no clauses.", file=template.file, remedy="Remove it.")
