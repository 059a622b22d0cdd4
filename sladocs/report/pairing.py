"""Which entry of one agreement answers to which of another: the same one first, then by ever fewer marks."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence

from sladocs.report.facts import Entry

Pair = tuple[Entry | None, Entry | None]


def pair(first: Sequence[Entry], second: Sequence[Entry]) -> list[Pair]:
    """The entries of one part side by side, in the order of the first agreement, then what only the second has.

    Entries whose facts are all equal belong together; after them those that share a key, the most telling key first, each in order.
    """
    partner: dict[int, int] = {}
    stages = max((len(entry.keys) for entry in (*first, *second)), default=0)
    keys: list[Callable[[Entry], Hashable]] = [_all_facts, _same_facts, *(_key(stage) for stage in range(stages))]
    for key in keys:
        taken = set(partner.values())
        waiting: dict[Hashable, list[int]] = {}
        for j, entry in enumerate(second):
            if j not in taken and key(entry) is not None:
                waiting.setdefault(key(entry), []).append(j)
        for i, entry in enumerate(first):
            if i not in partner and (found := waiting.get(key(entry))):
                partner[i] = found.pop(0)
    both: list[Pair] = [(entry, second[partner[i]] if i in partner else None) for i, entry in enumerate(first)]
    left = set(range(len(second))) - set(partner.values())
    return [*both, *((None, second[j]) for j in sorted(left))]


def _all_facts(entry: Entry) -> Hashable:
    return frozenset((name, fact.exact) for name, fact in entry.facts.items())


def _same_facts(entry: Entry) -> Hashable:
    return frozenset((name, fact.same) for name, fact in entry.facts.items())


def _key(stage: int) -> Callable[[Entry], Hashable]:
    return lambda entry: entry.keys[stage] if stage < len(entry.keys) else None
