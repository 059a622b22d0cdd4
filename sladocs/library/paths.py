"""Paths into an agreement, as clause heads write them: `term.initial`, `parties.provider.name`, `service_levels.recovery_time`.

In a list the next step chooses an entry: a party by its role, a level or credit by its metric or label, anything else by its name or index.
A field's name there asks all entries: `service_levels.metric` is each level's metric.
"""

from __future__ import annotations

import datetime as dt
import types
import typing
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from typing import Any, Final

from pydantic import BaseModel

from sladocs.library.faults import nearest
from sladocs.model.agreement import Agreement, AsWritten, ChronicFailure, CreditCap, Party, Role, ServiceCredit, ServiceLevel
from sladocs.model.metrics import Metric
from sladocs.model.quantity import Duration, Quantity

_KEYS: Final = ("role", "metric", "label", "name", "id", "activity", "heading")
"""The fields by which an entry of a list is chosen, the surest first."""


@dataclass(frozen=True)
class Found:
    """A value of an agreement and its full path ("service_levels/0")."""

    value: Any
    path: str


def is_empty(value: object) -> bool:
    """Whether a value says nothing: None, no text, no entries, or a part of an agreement whose fields are all empty."""
    if value is None or value in ("", ()):
        return True
    return isinstance(value, BaseModel) and all(is_empty(part) for _, part in value)


def find(agreement: Agreement, path: str) -> Found | None:
    """The first value that is not empty at the path."""
    return next(find_all(agreement, path), None)


def find_all(agreement: Agreement, path: str) -> Iterator[Found]:
    """All values that are not empty at the path, in the agreement's order."""
    return _walk(agreement, path.split("."), ())


def _walk(value: Any, steps: list[str], done: tuple[str, ...]) -> Iterator[Found]:
    if not steps:
        if not is_empty(value):
            yield Found(value, "/".join(done))
    elif isinstance(value, tuple):
        for i, item in enumerate(value):
            rest = steps if isinstance(item, BaseModel) and steps[0] in type(item).model_fields else steps[1:]
            if rest is steps or _chosen(item, i, steps[0]):
                yield from _walk(item, rest, (*done, str(i)))
    elif isinstance(value, BaseModel) and (steps[0] in type(value).model_fields or hasattr(type(value), steps[0])):
        yield from _walk(getattr(value, steps[0]), steps[1:], (*done, steps[0]))


def _chosen(item: Any, index: int, step: str) -> bool:
    if step.isdigit():
        return index == int(step)
    names = [str(getattr(item, key)) for key in _KEYS if getattr(item, key, None) is not None]
    return any(_slug(step) == _slug(name) for name in names)


def _slug(text: str) -> str:
    return "_".join(text.casefold().replace("-", " ").replace("_", " ").split())


def is_mark(path: str) -> bool:
    """Whether the path leads to a field that is false unless somebody sets it, such as `service_levels.indicator`."""
    parent, _, step = path.rpartition(".")
    kinds = _kinds_at(parent) if parent else (Agreement,)
    models = [typing.get_args(kind)[0] if typing.get_origin(kind) is tuple else kind for kind in kinds]
    return any(step in getattr(model, "model_fields", {}) and model.model_fields[step].default is False for model in models)


def problem(path: str) -> tuple[str, str | None] | None:
    """What is wrong with a path, and how to mend it; None where it can lead to something."""
    wrong = _kinds_at(path)
    return wrong if isinstance(wrong, _Wrong) else None


class _Wrong(tuple[str, str | None]):
    """What is wrong with a path, and how to mend it."""

    __slots__ = ()


def _kinds_at(path: str) -> tuple[Any, ...] | _Wrong:
    """The types that a value at the path may have."""
    kinds: tuple[Any, ...] = (Agreement,)
    for step in path.split("."):
        if entries := [typing.get_args(kind)[0] for kind in kinds if typing.get_origin(kind) is tuple]:
            kinds = tuple(entries)
            if step not in getattr(entries[0], "model_fields", {}):
                if remedy := _no_entry(entries[0], step):
                    return _Wrong((f"The path {path} chooses no entry by {step!r}.", remedy))
                continue
        models = [kind for kind in kinds if isinstance(kind, type) and issubclass(kind, BaseModel)]
        kinds = tuple(part for model in models for part in _field_kinds(model, step))
        if not kinds:
            fields = {name for model in models for name in model.model_fields}
            return _Wrong((f"The path {path} leads to nothing: there is no {step!r}.", nearest(step, fields)))
    return kinds


def _no_entry(entry: Any, step: str) -> str | None:
    """The remedy where a step cannot choose an entry of a list of such entries."""
    if step.isdigit():
        return None
    if entry is Party:
        return None if step in set(Role) else nearest(step, [role.value for role in Role])
    known = {metric.value for metric in Metric}
    if entry in (ServiceLevel, ServiceCredit) and step == _slug(step) and step not in known:
        return nearest(step, known) or "Write a metric such as availability."
    return None


def _field_kinds(model: type[BaseModel], step: str) -> tuple[Any, ...]:
    if step in model.model_fields:
        return _members(model.model_fields[step].annotation)
    if isinstance(getattr(model, step, None), property) and step in ("target", "amount"):
        return (Quantity,)
    return ()


def _members(annotation: Any) -> tuple[Any, ...]:
    """The types that a value of this annotation may have, None and AsWritten apart."""
    if isinstance(annotation, types.UnionType) or typing.get_origin(annotation) is typing.Union:
        return tuple(kind for part in typing.get_args(annotation) for kind in _members(part) if kind not in (type(None), AsWritten))
    return (annotation,)


def types_at(path: str) -> set[str]:
    """The parameter types that fit what the path leads to; empty where it leads to nothing that can be printed."""
    kinds = _kinds_at(path)
    return set() if isinstance(kinds, _Wrong) else {name for kind in kinds for name in _fitting(kind)}


def _fitting(kind: Any) -> tuple[str, ...]:
    if typing.get_origin(kind) is tuple:
        return ("list",)
    if typing.get_origin(kind) in (typing.Literal, typing.Annotated) or not isinstance(kind, type):
        return ("text", "number", "percent")
    table: tuple[tuple[type, tuple[str, ...]], ...] = (
        (Duration, ("duration", "quantity")),
        (CreditCap, ("credit", "quantity")),
        (ChronicFailure, ("months",)),
        (ServiceLevel, ("quantity", "duration", "percent", "money")),
        (ServiceCredit, ("quantity", "percent", "money")),
        (Quantity, ("quantity", "duration", "percent", "money")),
        (dt.date, ("date",)),
        (Enum, ("text",)),
        (str, ("text",)),
        (int, ("number", "text")),
        (Decimal, ("number", "percent", "text")),
    )
    return next((fits for base, fits in table if issubclass(kind, base)), ())
