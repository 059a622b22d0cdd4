"""The short form as a whole: which field is read by what, and the agreement that comes of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, Final, get_args

from sladocs.codec import exact, phrases
from sladocs.codec.draft import Draft, one_of
from sladocs.codec.problems import UNKNOWN, Path, shown, suggestion
from sladocs.codec.short_levels import read_credits, read_levels, read_priorities
from sladocs.codec.short_parts import party_of, read_calendars, read_parties, read_services, read_support_hours
from sladocs.codec.short_pilot import read_bodies, read_pilot, read_volumes
from sladocs.codec.short_terms import (
    entries,
    read_chronic_failure,
    read_clauses,
    read_credit_terms,
    read_escalation,
    read_maintenance,
    read_reports,
    read_reviews,
    read_term,
)
from sladocs.codec.tree import Map, Node, Text
from sladocs.model.agreement import Agreement, AgreementKind, Form, Position, Responsibility, Role, SpecialTerm


def read(root: Node, name: str) -> Draft:
    """The draft of an agreement in the short form, with all errors collected. `draft.values` is complete where there are none."""
    draft = Draft(root, name)
    if not isinstance(root, Map):
        draft.problems.add((), "an agreement is a map of fields; begin with lines such as title: … and provider: …")
        return draft
    for key, node in root.entries.items():
        if key not in READERS:
            draft.problems.add((key,), f"unknown field {shown(key)}{suggestion(key, READERS)}", code=UNKNOWN)
        elif not (isinstance(node, Text) and node.absent):
            READERS[key](draft, node, (key,))
    return draft


def agreement(draft: Draft) -> Agreement:
    """The agreement. Raises CodecError with all errors."""
    values = {**draft.values, **{name: tuple(entries) for name, entries in draft.lists.items()}}
    found = exact.build(Agreement, values, (), draft.problems)
    draft.problems.finish()
    result: Agreement = found
    return result


def _text(draft: Draft, node: Node, path: Path) -> None:
    value = draft.text(node, path, str(path[-1]))
    if value is not None:
        draft.put(str(path[-1]), value, path)


def _phrase(read_text: Callable[[str], Any]) -> Callable[[Draft, Node, Path], None]:
    def read_phrase(draft: Draft, node: Node, path: Path) -> None:
        value = draft.phrase(node, path, read_text, str(path[-1]))
        if value is not None:
            draft.put(str(path[-1]), value, path)

    return read_phrase


def _choice(options: tuple[str, ...]) -> Callable[[Draft, Node, Path], None]:
    return _phrase(partial(one_of, options))


READERS: Final[Mapping[str, Callable[[Draft, Node, Path], None]]] = {
    "template": _text, "title": _text, "kind": _choice(get_args(AgreementKind)), "version": _text, "version_date": _phrase(phrases.date),
    "language": _text, "position": _choice(get_args(Position)), "form": _choice(get_args(Form)), "master_agreement": _text,
    "provider": party_of(Role.PROVIDER), "customer": party_of(Role.CUSTOMER), "parties": read_parties, "services": read_services,
    "priorities": read_priorities, "calendars": read_calendars, "support_hours": read_support_hours, "levels": read_levels,
    "credits": read_credits, "credit_terms": read_credit_terms, "chronic_failure": read_chronic_failure, "escalation": read_escalation,
    "reports": read_reports, "reviews": read_reviews, "bodies": read_bodies, "volumes": read_volumes,
    "responsibilities": entries("responsibilities", Responsibility, "a responsibility"),
    "maintenance": read_maintenance, "term": read_term, "governing_law": _text, "pilot": read_pilot, "clauses": read_clauses,
    "special_terms": entries("special_terms", SpecialTerm, "a special term"),
}  # fmt: skip
"""The fields of the short form in the order in which they are written, and what reads each."""
