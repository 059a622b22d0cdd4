"""What a parse got wrong, entry by entry, and of which kind each miss is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sladocs.evaluate.pairs import Pairing, full_credit, full_level, in_context, readings, same_service
from sladocs.evaluate.sameness import Entry, number, quantity, same_priority
from sladocs.model.evaluation import Miss


def level_misses(document: str, found: Pairing) -> Iterator[Miss]:
    """The levels that were missed, invented, or paired and not the same in every field."""
    yield from _unpaired(document, "level", found)
    for annotated, parsed in found.pairs:
        if not full_level(annotated, parsed):
            yield Miss(document, "level", f"{_level_field(annotated, parsed)} differs", annotated, parsed)


def credit_misses(document: str, found: Pairing) -> Iterator[Miss]:
    """The credits that were missed, invented, or paired and not the same in every field."""
    yield from _unpaired(document, "credit", found)
    for annotated, parsed in found.pairs:
        if not full_credit(annotated, parsed):
            fields = [f for f in ("metric", "basis", "per") if (annotated.get(f) or None) != (parsed.get(f) or None)]
            yield Miss(document, "credit", f"{fields[0] if fields else 'priority'} differs", annotated, parsed)


def _unpaired(document: str, what: str, found: Pairing) -> Iterator[Miss]:
    """An entry that was missed stands beside the parsed one of the same figure, where there is one left over."""
    left = list(found.invented)
    for annotated in found.missed:
        twin = next((entry for entry in left if _same_figure(annotated, entry)), None)
        if twin is None:
            yield Miss(document, what, "not found", annotated)
            continue
        left.remove(twin)
        yield Miss(document, what, _unlike(what, annotated, twin), annotated, twin)
    for entry in left:
        yield Miss(document, what, "invented", None, entry)


def _unlike(what: str, annotated: Entry, parsed: Entry) -> str:
    """How two entries of one figure differ so far that they are no pair."""
    if what == "credit":
        return "other band"
    return "other metric" if annotated.get("metric") != parsed.get("metric") else "other direction"


def _same_figure(annotated: Entry, parsed: Entry) -> bool:
    figure = quantity(parsed.get("value"), parsed.get("unit"))
    return any(quantity(reading.get("value"), reading.get("unit")) == figure for reading in readings(annotated))


def _level_field(annotated: Mapping[str, object], parsed: Entry) -> str:
    """The first field in which two levels of one core differ."""
    if not in_context(annotated, parsed):
        if not any(same_priority(reading.get("priority"), parsed.get("priority")) for reading in readings(annotated)):
            return "priority"
        return "attainment" if number(annotated.get("attainment")) != number(parsed.get("attainment")) else "statistic"
    if not any(same_service(reading.get("service"), parsed.get("service")) for reading in readings(annotated)):
        return "service"
    return "window" if (annotated.get("window") or None) != (parsed.get("window") or None) else "comparator"
