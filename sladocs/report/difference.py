"""What differs between two agreements, level by level, credit by credit, term by term."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from sladocs.model.agreement import Agreement, ServiceLevel
from sladocs.model.downtime import is_availability
from sladocs.report import columns
from sladocs.report.downtime import in_month, spelled
from sladocs.report.entries import CHOSEN, PARTS, TITLES, entries
from sladocs.report.facts import Entry, said
from sladocs.report.pairing import pair


@dataclass(frozen=True)
class Change:
    """One thing that differs.

    `part` is where ("service level"), `name` what ("SL-1 Availability, Ledger Platform"), `fact` which of its facts, empty where the whole
    thing was added or removed. `before` and `after` are its words in the first and the second agreement; `note` says what it means.
    """

    kind: Literal["added", "removed", "changed"]
    part: str
    name: str
    fact: str = ""
    before: str | None = None
    after: str | None = None
    note: str | None = None


class Changes(list[Change]):
    """The changes; `equal` says how many entries of each part are the same on both sides."""

    def __init__(self, changes: Iterable[Change] = (), equal: Mapping[str, int] | None = None) -> None:
        super().__init__(changes)
        self.equal: Mapping[str, int] = dict(equal or {})


def levels(a: Agreement, b: Agreement) -> Changes:
    """What changes from `a` to `b`. Another notation of the same figure (99.90 and 99.9, 24 hours and 1 day) is no change.

    Levels are paired by metric, service, priority, condition and statistic, then by label. What only a person chooses (clauses, special
    terms) is compared where both agreements name their template: a document that was read knows nothing of it.
    """
    parts = PARTS + (CHOSEN if a.template and b.template else ())
    found: list[Change] = []
    equal: dict[str, int] = {}
    for part in parts:
        for before, after in pair(list(entries(a, (part,))), list(entries(b, (part,)))):
            changes = list(_compared(before, after, a, b))
            found += changes
            equal[part] = equal.get(part, 0) + (not changes)
    return Changes(found, {part: count for part, count in equal.items() if count})


def _compared(before: Entry | None, after: Entry | None, a: Agreement, b: Agreement) -> Iterable[Change]:
    if before is None or after is None:
        entry = before or after
        assert entry is not None
        yield from _one_sided(entry, added=before is None)
        return
    for name in dict.fromkeys([*before.facts, *after.facts]):
        old, new = before.facts.get(name), after.facts.get(name)
        if old and new and old.same == new.same:
            continue
        kind: Literal["added", "removed", "changed"] = "changed" if old and new else "added" if new else "removed"
        note = _minutes(_level(a, before), _level(b, after)) if name == "target" else None
        yield Change(kind, before.part, after.name or before.name, name, said(old), said(new), note)


def _one_sided(entry: Entry, *, added: bool) -> Iterable[Change]:
    """A whole entry that only one agreement has; the single facts where the part has but one entry."""
    kind: Literal["added", "removed"] = "added" if added else "removed"
    if not entry.name:
        for name, fact in entry.facts.items():
            yield Change(kind, entry.part, "", name, None if added else fact.words, fact.words if added else None)
        return
    words = "; ".join(fact.words.rstrip(".") for name, fact in entry.facts.items() if fact.words not in entry.name)
    yield Change(kind, entry.part, entry.name, "", None if added else words, words if added else None)


def _level(agreement: Agreement, entry: Entry) -> ServiceLevel | None:
    return agreement.service_levels[int(entry.path.rpartition("/")[2])] if entry.part == "service level" else None


def _minutes(before: ServiceLevel | None, after: ServiceLevel | None) -> str | None:
    """What another availability means: "3 h 36 min a month instead of 43 min"."""
    if before is None or after is None or not (is_availability(before) and is_availability(after)):
        return None
    return f"{spelled(in_month(after))} a month instead of {spelled(in_month(before))}"


def text(changes: Changes) -> str:
    """The changes as text, one heading a part, and a last line that counts what is equal."""
    blocks = []
    for part, title in TITLES.items():
        here = [change for change in changes if change.part == part]
        if here:
            blocks.append(columns.titled(title, "\n".join(_lines(here))))
    same = _equal_words(changes.equal)
    if not blocks:
        return "\n".join(columns.wrap(f"No difference. {same}", 96))
    count = f"{len(changes)} difference{'s' if len(changes) != 1 else ''}."
    return "\n\n".join(["\n".join(columns.wrap(f"{count} {same}", 96)), *blocks])


def _lines(changes: list[Change]) -> Iterable[str]:
    named = ""
    for change in changes:
        if change.fact and change.name and change.name != named:
            yield from _wrapped(f"changed: {change.name}", 2)
        named = change.name if change.fact else ""
        yield from _wrapped(_sentence(change), 4 if change.fact and change.name else 2)


def _sentence(change: Change) -> str:
    if not change.fact:
        return f"{change.kind}: {change.name}: {change.after if change.after is not None else change.before}"
    if change.kind == "changed":
        said = f"{change.fact}: {change.after} instead of {change.before}"
    else:
        said = f"{change.fact} {change.kind}: {change.after if change.after is not None else change.before}"
    return f"{said}: {change.note}" if change.note else said


def _wrapped(words: str, indent: int) -> Iterable[str]:
    for number, line in enumerate(columns.wrap(words, 96 - indent)):
        yield f"{' ' * (indent if number == 0 else indent + 4)}{line}"


_PLURALS = {
    "party": "parties",
    "priority": "priorities",
    "responsibility": "responsibilities",
    "body": "bodies",
    "escalation": "escalation steps",
    "credit terms": "credit terms",
    "chronic failure": "chronic failure",
    "term": "term",
    "maintenance": "maintenance",
}


def _equal_words(equal: Mapping[str, int]) -> str:
    """What is the same in both: "Equal: 12 service levels, 4 service credits, the term."."""
    parts = []
    for part, count in equal.items():
        if part in ("agreement", "choice", "credit terms", "chronic failure", "maintenance", "term", "pilot"):
            parts.append({"agreement": "title and law", "choice": "choices"}.get(part, part))
        elif part == "escalation":
            parts.append(f"{count} escalation step{'s' if count != 1 else ''}")
        else:
            parts.append(f"{count} {part if count == 1 else _PLURALS.get(part, part + 's')}")
    return f"Equal: {', '.join(parts)}." if parts else ""
