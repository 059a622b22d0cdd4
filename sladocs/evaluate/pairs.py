"""Which entry of a parse stands for which entry of the annotation, and how far the two agree."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from sladocs.evaluate.sameness import Entry, alike, direction, number, quantity, same_priority

Core = Callable[[Entry], Hashable]
Test = Callable[[Entry, Entry], bool]


@dataclass(frozen=True, slots=True)
class Pairing:
    """The pairs (annotated, parsed), what was annotated and not found, and what was found and not annotated."""

    pairs: tuple[tuple[Entry, Entry], ...]
    missed: tuple[Entry, ...]
    invented: tuple[Entry, ...]


def readings(entry: Entry) -> Iterator[Entry]:
    """The entry, and each reading that its `also` allows."""
    also = entry.get("also") or {}
    fields = [[(field, value) for value in (entry.get(field), *values)] for field, values in also.items()]
    for choice in itertools.product(*fields):
        yield {**entry, **dict(choice)}


def pair_levels(annotation: Mapping[str, object], parsed: Sequence[Entry]) -> Pairing:
    """The service levels of a document, paired by metric, direction, value and unit; those first that agree further."""
    return _pair(annotation, "service_levels", parsed, level_core, (full_level, in_context))


def pair_credits(annotation: Mapping[str, object], parsed: Sequence[Entry]) -> Pairing:
    """The service credits of a document, paired by band and amount; those first that agree in all fields."""
    return _pair(annotation, "service_credits", parsed, credit_core, (full_credit,))


def level_core(entry: Entry) -> Hashable:
    """Metric, direction of the comparator, value and unit."""
    return (str(entry.get("metric", "")).lower(), direction(entry.get("comparator")), *quantity(entry.get("value"), entry.get("unit")))


def in_context(annotated: Entry, parsed: Entry) -> bool:
    """Whether two levels of one core have the same priority, attainment and statistic too."""
    return any(
        same_priority(reading.get("priority"), parsed.get("priority"))
        and number(reading.get("attainment")) == number(parsed.get("attainment"))
        and (reading.get("statistic") or None) == (parsed.get("statistic") or None)
        for reading in readings(annotated)
    )


def full_level(annotated: Entry, parsed: Entry) -> bool:
    """Whether two levels agree in context, window, comparator and service."""
    return in_context(annotated, parsed) and any(
        (reading.get("window") or None) == (parsed.get("window") or None)
        and reading.get("comparator") == parsed.get("comparator")
        and same_service(reading.get("service"), parsed.get("service"))
        for reading in readings(annotated)
    )


def same_service(a: object, b: object) -> bool:
    """Whether two levels are limited to the same service, or both to none."""
    return alike(a, b) if a and b else not a and not b


def credit_core(entry: Entry) -> Hashable:
    """Band, value and unit; an end that no percentage can pass is open."""
    unit = entry.get("band_unit") or "percent"
    lower, upper = quantity(entry.get("lower"), unit)[0], quantity(entry.get("upper"), unit)[0]
    if unit == "percent":
        lower, upper = None if lower == Decimal(0) else lower, None if upper == Decimal(100) else upper
    return (lower, upper, *quantity(entry.get("value"), entry.get("unit")))


def full_credit(annotated: Entry, parsed: Entry) -> bool:
    """Whether two credits of one core agree in metric, basis, rate and priority."""
    return any(
        reading.get("metric") == parsed.get("metric")
        and (reading.get("basis") or None) == (parsed.get("basis") or None)
        and _joined(reading.get("per")) == _joined(parsed.get("per"))
        and same_priority(reading.get("priority"), parsed.get("priority"))
        for reading in readings(annotated)
    )


def _joined(text: object) -> str:
    return str(text or "").replace(" ", "")


def _pair(annotation: Mapping[str, object], name: str, parsed: Sequence[Entry], core: Core, stricter: tuple[Test, ...]) -> Pairing:
    found = annotation.get(name)
    annotated: list[Entry] = list(found) if isinstance(found, list) else []
    buckets: dict[Hashable, list[Entry]] = defaultdict(list)
    for entry in parsed:
        buckets[core(entry)].append(entry)
    pairs: list[tuple[Entry, Entry]] = []
    left = annotated
    for test in (*stricter, lambda _annotated, _parsed: True):
        rest = []
        for entry in left:
            hit = _first(entry, buckets, core, test)
            if hit is None:
                rest.append(entry)
            else:
                pairs.append((entry, hit))
        left = rest
    tolerated = _tolerated(annotation)
    extra = [entry for bucket in buckets.values() for entry in bucket if not _is_tolerated(entry, tolerated)]
    return Pairing(tuple(pairs), tuple(left), tuple(extra))


def _first(entry: Entry, buckets: Mapping[Hashable, list[Entry]], core: Core, test: Test) -> Entry | None:
    """The first parsed entry of the same core that passes the test; it is taken out."""
    for key in dict.fromkeys(core(reading) for reading in readings(entry)):
        bucket = buckets.get(key, [])
        for place, parsed in enumerate(bucket):
            if test(entry, parsed):
                return bucket.pop(place)
    return None


def _tolerated(annotation: Mapping[str, object]) -> set[tuple[object, ...]]:
    """The figures that the annotation neither asks for nor minds: metric, value and unit."""
    found = annotation.get("tolerated")
    return {
        (metric, *quantity(entry.get("value"), entry.get("unit")))
        for entry in (found if isinstance(found, list) else ())
        for metric in (entry.get("metric"), *((entry.get("also") or {}).get("metric") or ()))
    }


def _is_tolerated(entry: Entry, tolerated: set[tuple[object, ...]]) -> bool:
    figure = quantity(entry.get("value"), entry.get("unit"))
    return any((metric, *figure) in tolerated for metric in (entry.get("metric"), "other", None))
