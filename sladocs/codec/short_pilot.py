"""Pilots, and the bodies and volumes beside the levels, read from the short form."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any, Final, get_args

from sladocs.codec import phrases, units
from sladocs.codec.draft import Draft, Fields
from sladocs.codec.problems import Path, shown
from sladocs.codec.short_levels import TEST_KEYS, level_of, metric_of
from sladocs.codec.short_terms import day, span
from sladocs.codec.tree import Map, Node, Text
from sladocs.model.agreement import AsWritten, Body, OffRamp, Outcome, Pilot, ServiceLevel, Volume
from sladocs.model.quantity import Duration, Quantity

OUTCOMES: Final = get_args(Outcome)


def read_pilot(draft: Draft, node: Node, path: Path) -> None:
    """`pilot: 3 months` is its period; a map gives each part."""
    if isinstance(node, Text):
        node = Map({"period": node}, node.origin)
    fields = Fields(draft, node, path, Pilot.model_fields, "pilot")
    tests, off_ramps = _tests(fields), _off_ramps(fields)
    typed = {
        "period": span(fields, "period"),
        "start": day(fields, "start"),
        "extension": span(fields, "extension"),
        "scope": fields.text("scope"),
        "first_commitment": day(fields, "first_commitment"),
        "sunk_cost_cap": _money(fields, "sunk_cost_cap"),
    }
    fields.put("pilot", Pilot, {**typed, "tests": tests, "off_ramps": off_ramps})


def _tests(fields: Fields) -> tuple[ServiceLevel, ...]:
    draft = fields.draft
    found: list[ServiceLevel] = []
    for item, where in _items(fields, "tests"):
        entry = Fields(draft, item, where, TEST_KEYS, "a success test")
        test, keys = level_of(entry, metric_of(entry))
        fields.good = fields.good and test is not None
        if test is not None:
            _note(draft, f"pilot/tests/{len(found)}", where, keys)
            found.append(test)
    return tuple(found)


def _off_ramps(fields: Fields) -> tuple[OffRamp, ...]:
    draft = fields.draft
    found: list[OffRamp] = []
    for item, where in _items(fields, "off_ramps"):
        entry = Fields(draft, item, where, OffRamp.model_fields, "an off-ramp")
        texts = {name: entry.text(name) for name in ("label", "criterion", "decider", "fees", "data", "assets")}
        typed = {"decide_on": _decision_date(entry), **{name: entry.choice(name, OUTCOMES) for name in ("outcome", "silence")}}
        ramp = draft.build(OffRamp, {**texts, **typed}, where) if entry.good else None
        fields.good = fields.good and ramp is not None
        if ramp is not None:
            _note(draft, f"pilot/off_ramps/{len(found)}", where, entry.keys)
            found.append(ramp)
    return tuple(found)


def _items(fields: Fields, name: str) -> list[tuple[Node, Path]]:
    node = fields.node(name)
    return list(fields.draft.items(node, fields.where(name), name)) if node is not None else []


def _note(draft: Draft, target: str, path: Path, keys: dict[str, str]) -> None:
    draft.note(target, path)
    for field, key in keys.items():
        draft.note(f"{target}/{field}", (*path, key))


def _decision_date(fields: Fields) -> Any:
    node = fields.node("decide_on")
    exact = AsWritten if isinstance(node, Map) and "as_written" in node.entries else Duration
    return fields.either("decide_on", date_or_span, exact)


def date_or_span(text: str) -> dt.date | Duration:
    """A date, or the time since the start: "2027-03-15", "30 days", "30 days after the start". Raises ValueError."""
    try:
        return phrases.date(text)
    except ValueError:
        pass
    try:
        return units.duration(re.sub(r"\s+after\s+the\s+(?:pilot'?s?\s+)?start$", "", text.strip()))
    except ValueError:
        message = f"{shown(text)} is neither a date nor a time since the start; write for example 2027-03-15 or 30 days"
        raise ValueError(message) from None


def _money(fields: Fields, name: str) -> Any:
    node = fields.node(name)
    return fields.either(name, units.quantity, AsWritten if isinstance(node, Map) and "as_written" in node.entries else Quantity)


def read_bodies(draft: Draft, node: Node, path: Path) -> None:
    for item, where in draft.items(node, path, "bodies"):
        fields = Fields(draft, item, where, Body.model_fields, "a body")
        fields.entry("bodies", Body, {"meets": fields.phrase("meets", phrases.frequency)})


def read_volumes(draft: Draft, node: Node, path: Path) -> None:
    for item, where in draft.items(node, path, "volumes"):
        fields = Fields(draft, item, where, Volume.model_fields, "a volume")
        typed = {name: fields.phrase(name, units.figure) for name in ("expected", "relief_above")}
        fields.entry("volumes", Volume, {**typed, "per": fields.phrase("per", phrases.window)})
