"""To which service a level is limited, where a document sets different levels for several: by label, subject, lead-in or heading."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from sladocs.extract.context import lead_chains
from sladocs.extract.en.scope_words import BEHIND, LABEL, NO_NAME, OBJECT, PLAIN, SUBJECT
from sladocs.extract.entries import LevelEntry
from sladocs.extract.governing import TIMES
from sladocs.extract.mentions import find_priorities, is_priority
from sladocs.extract.places import block_span
from sladocs.extract.source import Source
from sladocs.model.agreement import ServiceLevel
from sladocs.model.document import ListItem
from sladocs.model.metrics import Metric

_LONGEST: Final = 70


def with_services(source: Source, entries: Sequence[LevelEntry]) -> list[LevelEntry]:
    """The entries; of those that differ in their figure only, each with the service that its words or what stands over it name.

    A level is limited to a service only where there are several: one name, or one figure, limits nothing.
    """
    chains = lead_chains(source.document)
    named = _siblings_alike(source, entries, chains)
    for group in _groups(entries):
        places = {i: _candidates(source, entries[i], chains) for i in group}
        for kind in _KINDS:
            names = {i: found[kind] for i, found in places.items() if kind in found}
            if kind == "heading":
                names = _siblings(source, entries, names)
            if _distinguish(names, entries):
                named |= names
                break
    return [
        replace(entry, level=entry.level.model_copy(update={"service": named[i]}), signs=entry.signs | {"service-inferred"})
        if i in named
        else entry
        for i, entry in enumerate(entries)
    ]


def _siblings_alike(source: Source, entries: Sequence[LevelEntry], chains: Sequence[Sequence[str]]) -> dict[int, str]:
    """The objects of items of one list that promise the same time for different things: each is a promise of its own."""
    lists: defaultdict[tuple[object, ...], dict[int, str]] = defaultdict(dict)
    for i, entry in enumerate(entries):
        block = entry.span.block
        if entry.level.service is None and entry.level.target.dimension in TIMES and isinstance(source.document.blocks[block], ListItem):
            text = block_span(source.document, block)
            done = OBJECT.search(text.text[: max(0, entry.span.start - text.start)])
            if done and (name := service_name(done["name"])):
                lists[(_alike(entry.level), entry.level.target, tuple(source.headings(block)), chains[block])][i] = name
    return {i: name for found in lists.values() if len({n.lower() for n in found.values()}) == len(found) > 1 for i, name in found.items()}


_KINDS: Final = ("label", "behind", "subject", "heading", "lead")
"""Where the name of a service may stand, the surest first."""


def _groups(entries: Sequence[LevelEntry]) -> Iterator[list[int]]:
    """The places of the levels without a service that say the same of different figures."""
    groups: defaultdict[tuple[object, ...], list[int]] = defaultdict(list)
    for i, entry in enumerate(entries):
        if entry.level.service is None and not entry.level.condition and entry.level.metric is not Metric.MAINTENANCE_NOTICE:
            groups[_alike(entry.level)].append(i)
    for group in groups.values():
        if len({entries[i].level.target for i in group}) > 1:
            yield group


def _alike(level: ServiceLevel) -> tuple[object, ...]:
    return (
        level.metric,
        level.priority and level.priority.lower(),
        level.statistic,
        level.threshold,
        level.calendar,
        level.target.dimension,
    )


def _distinguish(names: Mapping[int, str], entries: Sequence[LevelEntry]) -> bool:
    """Whether names tell the figures of a group apart: no name has two figures in one place, and there are two names and figures."""
    figures: defaultdict[str, set[object]] = defaultdict(set)
    for i, name in names.items():
        figures[name.lower()].add((entries[i].level.target, entries[i].level.attainment))
    return (
        len(figures) > 1
        and len({f for found in figures.values() for f in found}) > 1
        and all(len(found) == 1 for found in figures.values())
    )


def _siblings(source: Source, entries: Sequence[LevelEntry], names: Mapping[int, str]) -> dict[int, str]:
    """Of names that are headings, those of the largest set that stand side by side under one heading."""
    sets: defaultdict[tuple[str, ...], dict[int, str]] = defaultdict(dict)
    for i, name in names.items():
        over = source.headings(entries[i].span.block)
        at = next(n for n in range(len(over) - 1, -1, -1) if service_name(over[n]) == name)
        sets[tuple(over[:at])][i] = name
    return max(sets.values(), key=lambda s: len(set(s.values())), default={})


def _candidates(source: Source, entry: LevelEntry, chains: Sequence[Sequence[str]]) -> dict[str, str]:
    """What might name the service of a level, by where it stands."""
    found: dict[str, str] = {}
    block = entry.span.block
    statement = next((s for s in source.statements if s.span.block == block and s.span.start <= entry.span.start < s.span.end), None)
    if statement is not None and not statement.cell:
        before = statement.text[: entry.span.start - statement.span.start]
        after = _REST.split(statement.text[entry.span.end - statement.span.start :], maxsplit=1)[0]
        found |= _first("label", [m["name"] for m in [LABEL.match(statement.text)] if m and m.end() <= len(before) + 1])
        found |= _first(
            "behind", [m["name"] for m in BEHIND.finditer(after) if not (entry.level.target.dimension in TIMES and _CLOCK.match(m[0]))]
        )
        found |= _first("subject", [m["name"] for m in reversed(list(SUBJECT.finditer(before)))])
        own = [h for h in statement.headings if h not in source.headings(block)]
        found |= _first("lead", [*reversed(own), *reversed(chains[block])])
    found |= _first("heading", list(reversed(source.headings(block))))
    return found


_CLOCK: Final = re.compile(r"(?:of|to)\s", re.IGNORECASE)
"""What begins the event from which a time runs, which is no service: "within 8 hours of approval"."""
_REST: Final = re.compile(r"\d[\d.]*\s*(?:%|per\s?cent|hours?|minutes?|days?)|[;.]\s")


def _first(kind: str, texts: Sequence[str]) -> dict[str, str]:
    name = next((named for text in texts if (named := service_name(text))), None)
    return {kind: name} if name else {}


def service_name(text: str) -> str | None:
    """The name of a service in a short text, or None where its words name none, or a class of incidents."""
    text = _OPENING.sub("", " ".join(text.split()).strip(" :.-\u2013\u2014*"))
    words = re.findall(r"[A-Za-z][\w'\u2019-]*", text)
    if not words or len(text) > _LONGEST or not text[0].isalpha() or NO_NAME.search(text) or all(word.lower() in PLAIN for word in words):
        return None
    if is_priority(text) or (find_priorities(text) and len(words) < _FEW):
        return None
    return text


_FEW: Final = 4
_OPENING: Final = re.compile(
    r"^(?:we|it|they|you|[A-Z]\w+)\s+(?:guarantees?|ensures?|commits?|warrants?"
    r"|undertakes?)\s+(?:that\s+)?(?:(?:our|the|its|your)\s+)?",
    re.IGNORECASE,
)
