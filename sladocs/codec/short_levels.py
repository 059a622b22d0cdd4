"""Levels, credits and the grid of priorities, read from the short form."""

from __future__ import annotations

from functools import partial
from typing import Any, Final, NamedTuple

from sladocs.codec import phrases, units
from sladocs.codec.draft import Draft, Fields
from sladocs.codec.problems import Path
from sladocs.codec.tree import Map, Node, Text
from sladocs.model.agreement import Priority, ServiceCredit, ServiceLevel
from sladocs.model.metrics import PRIORITY_GRID, Metric
from sladocs.model.quantity import Comparator, Figure, Model, Quantity, UnitName

TARGETS: Final = {
    "target": None, "within": Comparator.AT_MOST, "at_least": Comparator.AT_LEAST, "at_most": Comparator.AT_MOST,
    "less_than": Comparator.LESS_THAN, "more_than": Comparator.MORE_THAN, "exactly": Comparator.EXACTLY,
}  # fmt: skip
"""The fields that say a level's target, and the sign that each stands for."""
LEVEL_KEYS: Final = (
    "metric", *TARGETS, "label", "service", "priority", "attainment", "statistic", "window", "threshold", "calendar", "condition",
    "obliged", "indicator", "credits",
)  # fmt: skip
TEST_KEYS: Final = LEVEL_KEYS[:-1]
"""The fields of a success test: those of a level, which carries no credits here."""
LOWER: Final = {"from": True, "at_least": True, "over": False, "above": False}
"""The fields that give a band's lower end, and whether the end belongs to the band."""
UPPER: Final = {"up_to": True, "at_most": True, "below": False}
EXACT_BAND: Final = ("lower", "upper", "lower_included", "upper_included", "band_unit")
CREDIT_KEYS: Final = ("credit", *LOWER, *UPPER, "metric", "level", "priority", "service", *EXACT_BAND)
GRID: Final = dict(zip(("response", "restore", "resolve", "update"), PRIORITY_GRID, strict=True))
"""The fields of a priority that are levels, in the order of the grid's columns."""


class ExactTarget(Model):
    """A target with each part in its own field, for units that have no short form."""

    comparator: Comparator | None = None
    value: Figure
    unit: UnitName


class ExactAmount(Model):
    """A credit with each part in its own field."""

    value: Figure
    unit: UnitName
    basis: str | None = None
    per: str | None = None


# --- levels -------------------------------------------------------------------------------------------------------------------


def read_levels(draft: Draft, node: Node, path: Path) -> None:
    for item, where in draft.items(node, path, "levels"):
        _read_level(draft, item, where)


def _read_level(draft: Draft, node: Node, path: Path) -> None:
    fields = Fields(draft, node, path, LEVEL_KEYS, "a level")
    metric = metric_of(fields)
    level, keys = level_of(fields, metric)
    if level is not None:
        draft.add("service_levels", level, path, keys)
    credits_node = fields.node("credits")
    if credits_node is not None:
        names = (level.label, level.service, level.priority) if level else (None, None, None)
        _read_credits(draft, credits_node, fields.where("credits"), _Above(metric or Metric.OTHER, *names))


def metric_of(fields: Fields) -> Metric | None:
    """What a level is measured by; that it is missing is an error."""
    if "metric" not in fields:
        fields.missing("metric", "metric: availability")
    return fields.phrase("metric", phrases.metric)


def level_of(fields: Fields, metric: Metric | None) -> tuple[ServiceLevel | None, dict[str, str]]:
    """The level that a map says, None where something is wrong with it; and which key of the map gave which of its fields."""
    target = _target(fields, metric or Metric.OTHER)  # the target is read even where the metric is wrong, so that both errors are told
    values = {name: fields.text(name) for name in ("label", "service", "priority", "calendar", "condition")}
    values["obliged"] = fields.choice("obliged", ("provider", "customer"))
    values["threshold"] = fields.choice("threshold", ("minimum",))
    more = {
        "attainment": fields.phrase("attainment", units.share),
        "statistic": fields.phrase("statistic", phrases.statistic),
        "window": fields.phrase("window", phrases.window),
        "indicator": fields.phrase("indicator", units.truth),
    }
    if not (target and metric and fields.good):
        return None, {}
    figures = {"metric": metric, "comparator": target.comparator, "value": target.quantity.value, "unit": target.quantity.unit}
    key = next(iter(fields.given(*TARGETS)))
    own = {name: key for name, key in fields.keys.items() if name in ServiceLevel.model_fields}
    return fields.draft.build(ServiceLevel, {**figures, **values, **more}, fields.path), {
        "value": key,
        "unit": key,
        "comparator": key,
        **own,
    }


def _target(fields: Fields, metric: Metric) -> phrases.Target | None:
    given = fields.given(*TARGETS)
    if len(given) > 1:
        fields.fail(given[1], f"{' and '.join(given)} both state the target; keep one")
        return None
    if not given:
        fields.missing("target", 'target: ">= 99.9 %"')
        return None
    name = given[0]
    if isinstance(fields.node(name), Map):
        found = fields.model(name, ExactTarget)
        comparator = TARGETS[name] or (found and found.comparator)
        if found and comparator is None:
            fields.fail(name, f'{name}: comparator is missing; write for example comparator: ">="')
        return phrases.Target(comparator, Quantity(value=found.value, unit=found.unit)) if found and comparator else None
    return fields.phrase(name, partial(phrases.target, of=metric, sign=TARGETS[name]))


# --- the grid of priorities -----------------------------------------------------------------------------------------------------


def read_priorities(draft: Draft, node: Node, path: Path) -> None:
    """A map from label to definition or fields, or a list of maps with a label."""
    if isinstance(node, Map):
        for label, entry in node.entries.items():
            _read_priority(draft, label, entry, (*path, label))
        return
    for item, where in draft.items(node, path, "priorities"):
        _read_priority(draft, None, item, where)


def _read_priority(draft: Draft, label: str | None, node: Node, path: Path) -> None:
    if isinstance(node, Text) and label is not None:
        draft.entry("priorities", Priority, {"label": label, "definition": None if node.absent else node.value}, path)
        return
    known = ("definition", *GRID) if label is not None else ("label", "definition", *GRID)
    fields = Fields(draft, node, path, known, "a priority")
    name = label if label is not None else fields.text("label")
    if name is None:
        fields.missing("label", "label: P1 (Critical)")
        return
    priority = draft.build(Priority, {"label": name, "definition": fields.text("definition")}, path)
    if priority is None:
        return
    draft.add("priorities", priority, path, {key: key for key in fields.given("label", "definition")})
    for key in fields.given(*GRID):
        metric = GRID[key]
        cell = fields.phrase(key, partial(phrases.cell, of=metric))
        if cell:
            comparator, figure = cell.target
            level = {"metric": metric, "comparator": comparator, "value": figure.value, "unit": figure.unit, "priority": priority.label}
            draft.entry("service_levels", ServiceLevel, {**level, "attainment": cell.attainment, "window": cell.window}, fields.where(key))


# --- credits --------------------------------------------------------------------------------------------------------------------


class _Above(NamedTuple):
    """The level under which a credit stands."""

    metric: Metric
    label: str | None
    service: str | None
    priority: str | None


def read_credits(draft: Draft, node: Node, path: Path) -> None:
    _read_credits(draft, node, path, None)


def _read_credits(draft: Draft, node: Node, path: Path, above: _Above | None) -> None:
    for item, where in draft.items(node, path, "credits"):
        _read_credit(draft, item, where, above)


def _read_credit(draft: Draft, node: Node, path: Path, above: _Above | None) -> None:
    fields = Fields(draft, node, path, CREDIT_KEYS, "a credit")
    metric = fields.phrase("metric", phrases.metric) or (above.metric if above else None)
    if metric is None and "metric" not in fields:
        fields.missing("metric", "metric: availability")
    if "credit" not in fields:
        fields.missing("credit", "credit: 10 % of monthly fee")
    amount = fields.either("credit", phrases.amount, ExactAmount)
    if isinstance(amount, ExactAmount):
        amount = phrases.Amount(Quantity(value=amount.value, unit=amount.unit), amount.basis, amount.per)
    band = _band(fields, metric or Metric.OTHER)
    values = {name: fields.text(name) for name in ("level", "priority", "service")}
    if above and above.label is not None:
        values["level"] = values["level"] if values["level"] is not None else above.label
    elif above:  # a level without a label is found by its metric, service and priority
        values["service"] = values["service"] if values["service"] is not None else above.service
        values["priority"] = values["priority"] if values["priority"] is not None else above.priority
    if fields.good and amount and metric:
        figures = {"metric": metric, "value": amount.quantity.value, "unit": amount.quantity.unit, "basis": amount.basis, "per": amount.per}
        credit = draft.build(ServiceCredit, {**figures, **band, **values}, path)
        if credit is not None:
            keys = {name: key for name, key in fields.keys.items() if name in ServiceCredit.model_fields}
            draft.add("service_credits", credit, path, {"value": fields.keys["credit"], **keys})


def _band(fields: Fields, metric: Metric) -> dict[str, Any]:
    """The band's ends and unit. `from` and `up_to` belong to the band, `over` and `below` do not."""
    band: dict[str, Any] = {}
    for name in ("lower", "upper"):
        band[name] = fields.phrase(name, units.exact_number)
    for name in ("lower_included", "upper_included"):
        band[name] = fields.phrase(name, units.truth)
    band["band_unit"] = fields.phrase("band_unit", units.exact_unit)
    for end, names in (("lower", LOWER), ("upper", UPPER)):
        given = fields.given(*names, *([end] if end in fields else []))
        if len(given) > 1:
            fields.fail(given[1], f"{' and '.join(given)} both give the {end} end of the band; keep one")
        elif given and given[0] in names:
            band |= _end(fields, given[0], end, included=names[given[0]], band=band, metric=metric)
    return band


def _end(fields: Fields, name: str, end: str, *, included: bool, band: dict[str, Any], metric: Metric) -> dict[str, Any]:
    found = fields.phrase(name, lambda text: phrases.band_end(text, metric))
    if found is None:
        return {}
    unit = found.unit
    if band["band_unit"] not in (None, unit):
        fields.fail(name, f"{name}: the two ends of a band have one unit, here {band['band_unit']} and {unit}")
    return {end: found.value, f"{end}_included": included, "band_unit": unit}
