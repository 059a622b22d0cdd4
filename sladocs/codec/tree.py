"""A YAML text as a tree whose values are all text, each with the file and line that it comes from.

Nothing is typed here: `no`, `1e3`, `2026-12-01`, `08:00` and `99.90` keep their text, and the schema of the agreement says what they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, NamedTuple

from sladocs.codec.problems import Path


class Origin(NamedTuple):
    """Where a value comes from; `line` counts from 1."""

    file: str
    line: int


class Span(NamedTuple):
    """Where a value stands in its text, as offsets of code points; `flow` says whether a collection is written in brackets."""

    start: int
    end: int
    flow: bool = True


@dataclass(frozen=True, slots=True)
class Text:
    """A scalar. `plain` is false where it was written in quotes or as a block."""

    value: str
    origin: Origin
    plain: bool = True
    span: Span | None = field(default=None, compare=False)

    @property
    def absent(self) -> bool:
        """Whether the field was left empty: nothing, `null` or `~` without quotes."""
        return self.plain and self.value in ("", "~", "null")


@dataclass(frozen=True, slots=True)
class Key:
    """Where the key of an entry stands."""

    origin: Origin
    span: Span | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Map:
    """A mapping in the order of the file."""

    entries: Mapping[str, Node]
    origin: Origin
    keys: Mapping[str, Key] = field(default_factory=dict, compare=False)
    span: Span | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Seq:
    """A list."""

    items: tuple[Node, ...]
    origin: Origin
    span: Span | None = field(default=None, compare=False)


Node = Text | Map | Seq


def from_plain(value: Any, file: str, line: int = 1) -> Node:
    """A tree from plain dicts, lists and scalars, all of one origin. Raises TypeError for a binary float."""
    origin = Origin(file, line)
    if isinstance(value, Mapping):
        keys = {str(key): Key(origin) for key in value}
        return Map({str(key): from_plain(item, file, line) for key, item in value.items()}, origin, keys)
    if isinstance(value, Sequence) and not isinstance(value, str):
        return Seq(tuple(from_plain(item, file, line) for item in value), origin)
    if isinstance(value, float):
        raise TypeError(f"{value!r} is a binary float; give figures as text or Decimal")
    if value is None or isinstance(value, bool):
        return Text({None: "", True: "true", False: "false"}[value], origin)
    return Text(str(value), origin, plain=isinstance(value, int | Decimal))


def plain(node: Node) -> Any:
    """The tree as plain dicts, lists and text; empty fields are None."""
    match node:
        case Text():
            return None if node.absent else node.value
        case Map():
            return {key: plain(item) for key, item in node.entries.items()}
        case Seq():
            return [plain(item) for item in node.items]


def typed(node: Node) -> Any:
    """The tree as JSON would have it: plain numbers are Decimal, plain true and false are truths, empty fields None, all else text."""
    match node:
        case Text(value=value, plain=True) if value in ("true", "false"):
            return value == "true"
        case Text(value=value, plain=True) if _NUMBER.fullmatch(value):
            return Decimal(value)
        case Map():
            return {key: typed(item) for key, item in node.entries.items()}
        case Seq():
            return [typed(item) for item in node.items]
    return plain(node)


_NUMBER = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?")


def child(node: Node, part: str | int) -> tuple[Node, Origin] | None:
    """The value under a key or index, and where its key or it stands."""
    if isinstance(node, Map) and (found := node.entries.get(str(part))) is not None:
        return found, node.keys[str(part)].origin if str(part) in node.keys else found.origin
    if isinstance(node, Seq) and isinstance(part, int) and 0 <= part < len(node.items):
        return node.items[part], node.items[part].origin
    return None


def at(root: Node, path: Path) -> Origin:
    """The origin of the deepest value on the path that exists."""
    node, origin = root, root.origin
    for part in path:
        found = child(node, part)
        if found is None:
            break
        node, origin = found
    return origin


def origins(root: Node, path: str = "") -> Iterator[tuple[str, Origin]]:
    """The origin of each value below a node, by its path."""
    parts: Sequence[str | int] = ()
    if isinstance(root, Map):
        parts = tuple(root.entries)
    elif isinstance(root, Seq):
        parts = range(len(root.items))
    for part in parts:
        if found := child(root, part):
            yield f"{path}{part}", found[1]
            yield from origins(found[0], f"{path}{part}/")
