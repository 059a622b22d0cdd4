"""One entry for one promise: the same said twice is kept once, and two places that differ are a finding."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Container, Hashable, Mapping, Sequence
from typing import Final

from sladocs.extract.entries import OF_A_DUTY, CreditEntry, LevelEntry
from sladocs.extract.source import Source
from sladocs.model.agreement import ServiceCredit, ServiceLevel
from sladocs.model.finding import Finding, Place, Severity
from sladocs.model.metrics import TAXONOMY, Metric
from sladocs.model.quantity import Quantity

_NARROWING = ("label", "attainment", "statistic", "priority", "service", "window", "calendar", "condition")


def merge_levels(source: Source, entries: Sequence[LevelEntry]) -> list[LevelEntry]:
    """The levels, each promise once: of two that agree the one that says more, at the place of the first.

    Rows of one table are separate promises, and rows of two tables are unless they are equal in every field.
    """
    tables = set(source.tables)
    kept: list[LevelEntry] = []
    alike: defaultdict[Hashable, list[int]] = defaultdict(list)
    for entry in entries:
        in_table = entry.span.block in tables
        figure = _figure(entry.level)
        # Of two rows of tables only equal ones can be one promise: so a long table is not compared with itself row by row.
        rivals = sorted({*alike[entry.level], *alike[figure, False]} if in_table else {*alike[figure, False], *alike[figure, True]})
        place = next((i for i in rivals if _same_promise(entry, kept[i], tables)), None)
        if place is None:
            for key in ((figure, in_table), entry.level):
                alike[key].append(len(kept))
            kept.append(entry)
        elif _weight(entry) > _weight(kept[place]):
            kept[place] = entry
            alike[entry.level].append(place)
    return kept


def _figure(level: ServiceLevel) -> tuple[object, ...]:
    """What two statements of one promise must share: the metric, who promises, and the figure in its smallest unit."""
    size = level.target.size()
    return (
        level.metric,
        level.obliged,
        level.threshold,
        level.target.dimension if size is not None else level.unit,
        size if size is not None else level.value,
    )


def _weight(entry: LevelEntry) -> tuple[int, float]:
    return sum(getattr(entry.level, name) is not None for name in _NARROWING), entry.confidence


def _same_promise(one: LevelEntry, two: LevelEntry, tables: Container[int]) -> bool:
    """Whether two entries state one promise: the same figure, and no field in which both say something and differ."""
    a, b = one.level, two.level
    if a == b:
        return one.span.block != two.span.block or one.span.block not in tables
    if one.span.block == two.span.block or (one.span.block in tables and two.span.block in tables):
        return False
    if a.comparator.direction != b.comparator.direction or not _equal(a.target, b.target):
        return False
    pairs = [(getattr(a, name), getattr(b, name)) for name in _NARROWING]
    return all(x is None or y is None or _alike(x, y) for x, y in pairs) and _one_sided(pairs)


def _one_sided(pairs: Sequence[tuple[object, object]]) -> bool:
    """Whether only one of the two says more than the other."""
    return not (any(x is None and y is not None for x, y in pairs) and any(y is None and x is not None for x, y in pairs))


def _alike(x: object, y: object) -> bool:
    return x == y or (isinstance(x, str) and isinstance(y, str) and x.lower() == y.lower())


def _equal(a: Quantity, b: Quantity) -> bool:
    return a.comparable(b) and not a.less(b) and not b.less(a)


def merge_credits(source: Source, entries: Sequence[CreditEntry]) -> list[CreditEntry]:
    """The credits, each step once. Steps of two tables are the same only where the whole tables are: else they are of two services."""
    blocks: defaultdict[int, list[ServiceCredit]] = defaultdict(list)
    for entry in entries:
        blocks[entry.span.block].append(entry.credit)
    kept: list[CreditEntry] = []
    alike: defaultdict[ServiceCredit, set[int]] = defaultdict(set)
    for entry in entries:
        others = alike[entry.credit] - {entry.span.block} if OF_A_DUTY not in entry.signs else set()
        if not any(_one_place(source, blocks, entry.span.block, other) for other in others):
            kept.append(entry)
            alike[entry.credit].add(entry.span.block)
    return kept


def _one_place(source: Source, blocks: Mapping[int, Sequence[ServiceCredit]], one: int, two: int) -> bool:
    """Whether two places say the same steps: unless they are tables that differ."""
    tables = set(source.tables)
    return not (one in tables and two in tables) or all(step in blocks[two] for step in blocks[one])


def differing(source: Source, entries: Sequence[LevelEntry]) -> list[Finding]:
    """A finding for each availability that two places state differently for the same service and priority."""
    groups: defaultdict[Hashable, list[LevelEntry]] = defaultdict(list)
    for entry in entries:
        if entry.level.metric is not Metric.OTHER:
            groups[tuple(getattr(entry.level, name) for name in _LIMITED)].append(entry)
    found = []
    for group in groups.values():
        figures = {(entry.span.block, entry.level.comparator, entry.level.target): entry for entry in reversed(group)}
        pairs = itertools.combinations(reversed(figures.values()), 2)
        found += [(one, two) for one, two in pairs if one.span.block != two.span.block and _contradicts(one.level, two.level)]
    order = {id(entry): place for place, entry in enumerate(entries)}
    return [_difference(source, *pair) for pair in sorted(found, key=lambda pair: (order[id(pair[0])], order[id(pair[1])]))]


_LIMITED: Final = (
    "metric", "priority", "service", "window", "attainment", "statistic", "calendar", "condition", "threshold", "obliged", "indicator",
)  # fmt: skip
"""What two levels must share to limit the same thing in the same way."""


def _contradicts(a: ServiceLevel, b: ServiceLevel) -> bool:
    """Whether two levels that limit the same thing say another figure."""
    return a.comparator.direction == b.comparator.direction and a.target.dimension == b.target.dimension and not _equal_or_apart(a, b)


def _equal_or_apart(a: ServiceLevel, b: ServiceLevel) -> bool:
    return not a.target.comparable(b.target) or _equal(a.target, b.target)


def _difference(source: Source, one: LevelEntry, two: LevelEntry) -> Finding:
    places = [f'"{e.span.text}" ({source.section_path(e.span.block) or "before the first heading"})' for e in (one, two)]
    return Finding(
        code="E01",
        severity=Severity.WARNING,
        message=f"{TAXONOMY[one.level.metric].name} is stated twice and differs: {places[0]} and {places[1]}.",
        place=Place(section=source.section_path(two.span.block), quote=two.span.text),
        remedy="State the figure in one place, or let both places agree.",
    )
