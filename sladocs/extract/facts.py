"""All facts of a document but its levels and credits, each with where it stands."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from sladocs.extract.bodies import read_bodies, read_volumes
from sladocs.extract.calendars import read_calendars
from sladocs.extract.caps import read_whole_caps
from sladocs.extract.chronic import read_chronic_failure
from sladocs.extract.en.calendars import parse_hours
from sladocs.extract.escalation import read_escalation
from sladocs.extract.keyvalues import KeyValue, read_keyvalues
from sladocs.extract.kinds import read_kinds
from sladocs.extract.maintenance import read_maintenance_window
from sladocs.extract.parties import party_of, read_parties
from sladocs.extract.pilots import read_off_ramps, read_scope
from sladocs.extract.reports import read_reports, read_responsibilities, read_reviews
from sladocs.extract.services import read_priorities, read_services
from sladocs.extract.source import Fact, Source
from sladocs.extract.terms import of_keyvalue, read_sole_remedy, read_terms
from sladocs.extract.titles import read_title
from sladocs.model.agreement import Agreement, AsWritten, CreditTerms, Maintenance, Party, Pilot, Term
from sladocs.model.document import Document
from sladocs.model.finding import Evidence, Finding, Severity

_LISTS: Final = (
    "parties",
    "services",
    "priorities",
    "calendars",
    "escalation",
    "reports",
    "reviews",
    "bodies",
    "volumes",
    "responsibilities",
    "pilot/off_ramps",
    "clauses",
)


@dataclass(frozen=True)
class Facts:
    """What a document says besides levels and credits: the agreement, where each entry stands ("term/initial", "parties/0"), findings."""

    agreement: Agreement
    evidence: dict[str, Evidence]
    findings: list[Finding]


def read_facts(document: Document, source: Source | None = None) -> Facts:
    """Read every fact that is no level and no credit. What is not understood is a finding, or is kept as written.

    `source` is the document made ready, where it already is.
    """
    source = source or Source(document)
    facts: list[Fact] = []
    findings: list[Finding] = []
    for entry in _all(source):
        (findings if isinstance(entry, Finding) else facts).append(entry)  # type: ignore[arg-type]
    evidence: dict[str, Evidence] = {}
    values: dict[str, Any] = {}
    for name in _LISTS:
        entries = [fact for fact in facts if fact.path == name]
        values[name] = tuple(fact.value for fact in entries)
        evidence |= {f"{name}/{i}": source.evidence(fact.span, fact.confidence) for i, fact in enumerate(entries)}
    for path in dict.fromkeys(fact.path for fact in facts if fact.path not in _LISTS):
        best = _settled(source, [fact for fact in facts if fact.path == path], findings)
        values[path] = best.value
        evidence[path] = source.evidence(best.span, best.confidence)
    return Facts(_agreement(values), evidence, findings)


def _all(source: Source) -> Iterator[Fact | Finding]:
    """Everything that is read, in the order in which one place gives way to another."""
    if title := read_title(source):
        yield title
    entries = list(read_keyvalues(source))
    parties = list(read_parties(source))
    yield from parties
    yield from _parties_of_keys(source, entries, [p.value for p in parties if isinstance(p, Fact)])
    yield from read_services(source)
    yield from read_priorities(source)
    calendars = list(read_calendars(source))
    yield from calendars
    names = {f.value.name for f in calendars if isinstance(f, Fact) and f.path == "calendars"}
    lists = {"reports": list(read_reports(source)), "reviews": list(read_reviews(source))}
    for entry in entries:
        if entry.path == "parties" or (lists.get(entry.path)):
            continue
        if entry.path == "support_hours" and not _names_a_calendar(entry, names):
            continue
        yield from of_keyvalue(source, entry)
    for found in lists.values():
        yield from found
    yield from read_responsibilities(source)
    yield from read_bodies(source)
    yield from read_volumes(source)
    yield from read_off_ramps(source)
    said = [entry.value.raw.strip() for entry in entries if entry.path == "pilot/scope"]
    yield from (fact for fact in read_scope(source) if not any(_begins(fact.value, scope) for scope in said))
    yield from read_escalation(source)
    yield from read_terms(source)
    yield from read_whole_caps(source)
    yield from read_sole_remedy(source)
    yield from read_chronic_failure(source)
    yield from read_maintenance_window(source)
    yield from read_kinds(source)


def _names_a_calendar(entry: KeyValue, names: Container[str]) -> bool:
    """Whether a value under "Support hours" is the name of a calendar rather than hours or prose."""
    words = entry.value.raw.strip()
    return words in names or (entry.front and parse_hours(words) is None)


def _parties_of_keys(source: Source, entries: Iterable[KeyValue], known: list[Party]) -> Iterator[Fact | Finding]:
    """The parties that key terms name and nothing else does; where both do and differ, a finding."""
    for entry in entries:
        if entry.path != "parties" or entry.role is None:
            continue
        party = party_of(entry)
        same = [p for p in known if p.role is entry.role]
        if party is None or any(p.name == party.name for p in same):
            continue
        if not same:
            known.append(party)
            yield Fact("parties", party, entry.value, 0.9)
        elif entry.front:
            message = f'The {entry.role.value} is "{party.name}" in the key terms and "{same[0].name}" in the parties.'
            yield source.finding("E02", message, entry.value, "parties", Severity.ERROR)


def _settled(source: Source, facts: list[Fact], findings: list[Finding]) -> Fact:
    """The fact that counts among several of one path: the surest, the first of equals. Those that differ are findings."""
    best = max(facts, key=lambda fact: (not isinstance(fact.value, AsWritten), fact.confidence))
    for fact in facts:
        if fact is not best and not _same(fact.value, best.value):
            message = f'{_name(best.path)} is "{best.span.text.strip()}" in one place and "{fact.span.text.strip()}" in another.'
            sure = min(fact.confidence, best.confidence) >= 0.9
            findings.append(source.finding("E02", message, fact.span, best.path, Severity.WARNING if sure else Severity.INFO))
    return best


def _same(one: Any, other: Any) -> bool:
    if isinstance(one, str) and isinstance(other, str):
        return _plain(one) == _plain(other)
    return bool(one == other)


def _begins(one: str, other: str) -> bool:
    """Whether one text begins with the other: a sentence that ends at a full stop inside a name says no other thing."""
    return one.startswith(other) or other.startswith(one)


def _plain(text: str) -> str:
    return " ".join(text.lower().removeprefix("the ").rstrip(".").split())


def _name(path: str) -> str:
    return path.replace("/", ", ").replace("_", " ").capitalize()


def _agreement(values: dict[str, Any]) -> Agreement:
    """The agreement of the values by path."""
    term = {name: values.get(f"term/{name}") for name in Term.model_fields}
    credit = {name: values.get(f"credit_terms/{name}") for name in CreditTerms.model_fields}
    pilot = {name: found for name in Pilot.model_fields if (found := values.get(f"pilot/{name}"))}
    lists = {name: values[name] for name in _LISTS if "/" not in name}
    return Agreement(
        title=values.get("title"),
        support_hours=values.get("support_hours"),
        governing_law=values.get("governing_law"),
        chronic_failure=values.get("chronic_failure"),
        term=Term(**term),
        credit_terms=CreditTerms(**credit),
        maintenance=Maintenance(window=values.get("maintenance/window"), notice=values.get("maintenance/notice")),
        pilot=Pilot(**pilot) if pilot else None,
        **lists,
    )
