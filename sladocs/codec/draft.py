"""An agreement while it is read from the short form: what is known so far, where it came from, and what is wrong."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import StrEnum
from functools import partial
from typing import Any, Final, TypeVar

from pydantic import BaseModel

from sladocs.codec import exact
from sladocs.codec.problems import MISSING, VALUE, Path, Problems, shown, suggestion
from sladocs.codec.tree import Map, Node, Seq, Text, at, plain

T = TypeVar("T")
LONGEST_PHRASE: Final = 300
"""The most characters of a value that is more than text: a figure, a target, a credit."""


class Draft:
    """Collects fields, entries of lists, origins (path in the agreement to file and line) and errors."""

    def __init__(self, root: Node, name: str) -> None:
        self.root = root
        self.problems = Problems(name, lambda path: at(root, path))
        self.values: dict[str, Any] = {}
        self.lists: dict[str, list[Any]] = {}
        self.origins: dict[str, tuple[str, int]] = {}

    def add(self, name: str, entry: Any, path: Path, fields: Mapping[str, str] | None = None) -> None:
        """One more entry of a list; `fields` says which key of the file gave which field."""
        index = len(self.lists.setdefault(name, []))
        self.lists[name].append(entry)
        self.note(f"{name}/{index}", path)
        for field, key in (fields or {}).items():
            self.note(f"{name}/{index}/{field}", (*path, key))

    def put(self, name: str, value: Any, path: Path, fields: Mapping[str, str] | None = None) -> None:
        """A field that is no list."""
        self.values[name] = value
        self.note(name, path)
        for field, key in (fields or {}).items():
            self.note(f"{name}/{field}", (*path, key))

    def note(self, target: str, path: Path) -> None:
        """Remember where a value of the agreement stands in the file."""
        origin = at(self.root, path)
        self.origins[target] = (origin.file, origin.line)

    def items(self, node: Node, path: Path, what: str) -> Iterator[tuple[Node, Path]]:
        """The entries of a list; anything else is an error."""
        if not isinstance(node, Seq):
            self.problems.add(path, f"{what}: write a list, each entry on a line that begins with '- '")
            return
        for index, item in enumerate(node.items):
            yield item, (*path, index)

    def build(self, model: type[BaseModel], values: Mapping[str, Any], path: Path) -> Any:
        """The model, or None with its objections collected."""
        found = exact.build(model, {key: value for key, value in values.items() if value is not None}, path, self.problems)
        return None if found is exact.FAILED else found

    def entry(self, name: str, model: type[BaseModel], values: Mapping[str, Any], path: Path) -> None:
        """Build one more entry of a list."""
        found = self.build(model, values, path)
        if found is not None:
            self.add(name, found, path)

    def text(self, node: Node, path: Path, what: str) -> str | None:
        """A text as it stands, or None with the error collected."""
        if isinstance(node, Text):
            return node.value
        self.problems.add(path, f"{what}: write text here, not {'a map' if isinstance(node, Map) else 'a list'}")
        return None

    def phrase(self, node: Node, path: Path, read: Callable[[str], T], what: str) -> T | None:
        """A value that `read` understands, or None; its ValueError becomes an error of the file."""
        text = self.text(node, path, what)
        if text is None:
            return None
        if len(text) > LONGEST_PHRASE:
            self.problems.add(path, f"{what}: {shown(text)} is much too long for a value of this field")
            return None
        try:
            return read(text)
        except ValueError as error:
            self.problems.add(path, f"{what}: {error}")
            return None

    def exactly(self, model: type[BaseModel], node: Node, path: Path) -> Any:
        """A model from its exact form, or None with the errors collected."""
        found = exact.decode(model, plain(node), path, self.problems)
        return None if found is exact.FAILED else found


class Fields:
    """The fields of one map. Each is taken once by its name; what nobody took is an unknown field."""

    def __init__(self, draft: Draft, node: Node, path: Path, known: Iterable[str], what: str) -> None:
        """`known` are the names in the order in which an error lists them; "at least" and "at_least" are one name."""
        self.draft, self.path = draft, path
        self.known = tuple(known)
        self.good = isinstance(node, Map)
        self.keys: dict[str, str] = {}
        self._nodes: dict[str, Node] = {}
        if not isinstance(node, Map):
            draft.problems.add(path, f"{what}: write a map with fields such as {', '.join(self.known[:5])}")
            return
        for key, value in node.entries.items():
            name = re.sub(r"[\s-]+", "_", key.strip())
            if name not in self.known:
                self.fail(key, f"unknown field {shown(key)}{suggestion(key, self.known)}", code="F02")
            elif name in self._nodes:
                self.fail(key, f"the field {name} stands twice; keep one of them")
            elif not (isinstance(value, Text) and value.absent):
                self._nodes[name], self.keys[name] = value, key

    def __contains__(self, name: str) -> bool:
        return name in self._nodes

    def where(self, name: str) -> Path:
        return (*self.path, self.keys.get(name, name))

    def fail(self, name: str, message: str, *, code: str = VALUE) -> None:
        self.good = False
        self.draft.problems.add(self.where(name), message, code=code)

    def missing(self, name: str, example: str) -> None:
        """A field that must be there."""
        if self.good:
            self.good = False
            self.draft.problems.add(self.path, f"{name} is missing; write for example {example}", code=MISSING)

    def node(self, name: str) -> Node | None:
        return self._nodes.get(name)

    def given(self, *names: str) -> list[str]:
        """Those of the names that stand in the map, in its order."""
        return [name for name in self._nodes if name in names]

    def text(self, name: str) -> str | None:
        """A text as it stands."""
        node = self._nodes.get(name)
        found = self.draft.text(node, self.where(name), name) if node is not None else None
        self.good = self.good and (node is None or found is not None)
        return found

    def phrase(self, name: str, read: Callable[[str], T]) -> T | None:
        """A text that `read` understands; its ValueError becomes an error of the file."""
        node = self._nodes.get(name)
        if node is None:
            return None
        found = self.draft.phrase(node, self.where(name), read, name)
        self.good = self.good and found is not None
        return found

    def choice(self, name: str, allowed: type[StrEnum] | tuple[str, ...]) -> str | None:
        """One of a few words."""
        options = allowed if isinstance(allowed, tuple) else tuple(map(str, allowed))
        return self.phrase(name, partial(one_of, options))

    def model(self, name: str, kind: type[BaseModel]) -> Any:
        """A value in its exact form, as a map."""
        node = self._nodes.get(name)
        found = self.draft.exactly(kind, node, self.where(name)) if node is not None else None
        self.good = self.good and not (node is not None and found is None)
        return found

    def either(self, name: str, read: Callable[[str], Any], kind: type[BaseModel]) -> Any:
        """A phrase, or the exact form as a map."""
        return self.model(name, kind) if isinstance(self._nodes.get(name), Map) else self.phrase(name, read)

    def put(self, name: str, model: type[BaseModel], values: Mapping[str, Any]) -> None:
        """The map as a field of the agreement, if all of it was good."""
        found = self.draft.build(model, values, self.path) if self.good else None
        if found is not None:
            self.draft.put(name, found, self.path, self.keys)

    def entry(self, name: str, model: type[BaseModel], typed: Mapping[str, Any]) -> None:
        """The map as one more entry of a list. Fields that are not in `typed` are text; one that must be there and is not is an error."""
        texts = {field: self.text(field) for field in self.given(*model.model_fields) if field not in typed}
        values = {**texts, **typed}
        for field, info in model.model_fields.items():
            if info.is_required() and values.get(field) is None and field not in self:
                self.missing(field, f"{field}: …")
        found = self.draft.build(model, values, self.path) if self.good else None
        if found is not None:
            self.draft.add(name, found, self.path, {field: key for field, key in self.keys.items() if field in model.model_fields})


def one_of(options: tuple[str, ...], text: str) -> str:
    """The option that the text names, whatever its case and blanks. Raises ValueError."""
    folded = re.sub(r"[\s-]+", "_", text.strip().lower())
    if folded not in options:
        raise ValueError(f"{shown(text)} is not known here{suggestion(text, options)}")
    return folded
