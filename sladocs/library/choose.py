"""Which clauses an agreement has, and in which text: by its template, its position, its own choices, and the facts that it states."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from sladocs.library.collection import Library
from sladocs.library.conditions import holds, same
from sladocs.library.faults import LibraryError, fault, nearest
from sladocs.library.paths import find
from sladocs.model.agreement import Agreement, ClauseChoice, SpecialTerm
from sladocs.model.clause import Clause, Variant
from sladocs.model.finding import Finding
from sladocs.model.template import Template

OMITTED = "omitted"
"""The variant by which a person leaves a clause out."""


@dataclass(frozen=True)
class Chosen:
    """A clause and its text; `special` is the parties' own text that stands instead."""

    clause: Clause
    variant: Variant
    special: SpecialTerm | None = None


@dataclass(frozen=True)
class Choices:
    """The clauses that stand, by id in the order of the template, then those that it has no place for; and what is wrong with the choice.

    `instead` gives for a clause of the template the alternative that takes its place.
    """

    chosen: Mapping[str, Chosen]
    further: tuple[str, ...] = ()
    instead: Mapping[str, str] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()


def choose(agreement: Agreement, template: Template, library: Library) -> Choices:
    """Choose the clauses and texts of an agreement, whose defaults are filled in.

    The agreement's own mistakes are findings; LibraryError is raised where files of the library cannot be read.
    """
    library.clauses()
    findings: list[Finding] = []
    own = {choice.id: (i, choice) for i, choice in enumerate(agreement.clauses) if choice.id}
    ids = [*template.clauses(), *(name for name in own if name not in template.clauses())]
    known = {name: clause for name in ids if (clause := _clause(name, own, library, findings))}
    findings += _unknown_variants(known, own)
    left_out = {name for name, (_, choice) in own.items() if choice.variant == OMITTED}
    findings += _forbidden(left_out, template, own)
    left_out -= set(template.mandatory)
    instead = _alternatives(known, template, left_out)
    standing = [name for name in known if name not in left_out and not _omitted_by_form(name, agreement, template) and name not in instead]
    standing = _under_conditions(standing, agreement, template)
    specials = {term.replaces: term for term in agreement.special_terms if term.replaces}
    findings += _unplaced(specials, agreement, standing, known)
    chosen: dict[str, Chosen] = {}
    for name in standing:
        variant = _variant(known[name], own.get(name), agreement)
        chosen[name] = Chosen(known[name], variant, specials.get(name))
    findings += _relations(chosen, left_out, template)
    further = tuple(name for name in chosen if name not in template.clauses() and name not in instead.values())
    return Choices(chosen, further, instead, tuple(findings))


def _clause(name: str, own: Mapping[str, tuple[int, ClauseChoice]], library: Library, findings: list[Finding]) -> Clause | None:
    i, choice = own.get(name, (None, None))
    try:
        return library.clause(name, choice.version if choice else None)
    except LibraryError as error:
        path = f"clauses/{i}" if i is not None else "template"
        findings += [f.model_copy(update={"place": f.place.model_copy(update={"path": f.place.path or path})}) for f in error.findings]
        return None


def _forbidden(left_out: set[str], template: Template, own: Mapping[str, tuple[int, ClauseChoice]]) -> Iterator[Finding]:
    for name in left_out:
        if name in template.mandatory:
            message = f"The clause {name} cannot be left out of {template.name}."
            yield fault(
                "C18",
                message,
                path=f"clauses/{own[name][0]}",
                remedy="Choose another of its texts, or write a special term that replaces it.",
            )


def _alternatives(known: Mapping[str, Clause], template: Template, left_out: set[str]) -> dict[str, str]:
    """For each clause of the template the alternative that the agreement chose instead."""
    further = [clause for name, clause in known.items() if name not in template.clauses() and name not in left_out]
    return {old: clause.id for clause in further for old in clause.alternative_of if old in template.clauses()}


def _omitted_by_form(name: str, agreement: Agreement, template: Template) -> bool:
    return agreement.form == "schedule" and name in template.schedule_form.omit


def _under_conditions(names: list[str], agreement: Agreement, template: Template) -> list[str]:
    """The clauses whose conditions in the template hold; a condition may ask for another clause, so this is repeated until it is stable."""
    standing = list(names)
    for _ in names:
        kept = [n for n in names if n not in template.conditional or holds(template.conditional[n], agreement, set(standing))]
        if kept == standing:
            break
        standing = kept
    return standing


def _unplaced(
    specials: Mapping[str, SpecialTerm], agreement: Agreement, standing: list[str], known: Mapping[str, Clause]
) -> Iterator[Finding]:
    for i, term in enumerate(agreement.special_terms):
        if term.replaces and term.replaces not in standing:
            message = f"The special term {term.heading!r} replaces the clause {term.replaces!r}, which the agreement does not have."
            yield fault("C18", message, path=f"special_terms/{i}/replaces", remedy=nearest(term.replaces, known))
        elif term.replaces and specials[term.replaces] is not term:
            yield fault(
                "C18", f"Two special terms replace the clause {term.replaces}.", path=f"special_terms/{i}/replaces", remedy="Keep one."
            )


def _unknown_variants(known: Mapping[str, Clause], own: Mapping[str, tuple[int, ClauseChoice]]) -> Iterator[Finding]:
    """Texts that a person chose and that there are not, also of clauses that do not stand now: a change of facts may bring them in."""
    for name, (i, choice) in own.items():
        if name in known and choice.variant and choice.variant not in (OMITTED, *known[name].variants):
            message = f"The clause {name} has no text {choice.variant!r}."
            yield fault("C18", message, path=f"clauses/{i}", remedy=nearest(choice.variant, [*known[name].variants, OMITTED]))


def _variant(clause: Clause, own: tuple[int, ClauseChoice] | None, agreement: Agreement) -> Variant:
    """The text that the person chose, else one that says what the agreement states, else that of the position, else the balanced one."""
    if own and own[1].variant and (variant := clause.variants.get(own[1].variant)):
        return variant
    preferred = [name for name in (agreement.position or "balanced", "balanced", *clause.variants) if name in clause.variants]
    facts = {path for variant in clause.variants.values() for path in variant.states}
    given = {path: found.value for path in facts if (found := find(agreement, path))}
    for name in preferred:
        states = clause.variants[name].states
        if all(path in states and same(value, states[path]) for path, value in given.items()):
            return clause.variants[name]
    for name in preferred:
        states = clause.variants[name].states
        if all(same(value, states[path]) for path, value in given.items() if path in states):
            return clause.variants[name]
    return clause.variants[preferred[0]]


def _relations(chosen: Mapping[str, Chosen], left_out: set[str], template: Template) -> Iterator[Finding]:
    for name, choice in chosen.items():
        for needed in choice.clause.requires:
            if needed not in chosen and (needed in left_out or needed not in template.clauses()):
                message = f"The clause {name} needs the clause {needed}, which the agreement leaves out."
                yield fault("C18", message, path="clauses", remedy=f"Leave out {name} too, or keep {needed}.")
        for other in (*choice.clause.excludes, *choice.clause.alternative_of):
            if other in chosen:
                message = f"The clauses {name} and {other} cannot stand together."
                yield fault("C18", message, path="clauses", remedy=f"Leave out one: without: [{other}].")
