"""Reads one YAML text into a tree, with limits, and says in one sentence what is wrong where it is no YAML."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any, Final

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from sladocs.codec.problems import LIMIT, refuse
from sladocs.codec.tree import Key, Map, Node, Origin, Seq, Span, Text

LARGEST: Final = 5 * 1024 * 1024
"""The longest text that is read, in characters."""
DEEPEST: Final = 40
"""The most levels of maps and lists."""
MOST: Final = 200_000
"""The most values, each alias counted with all that it stands for."""


def read(text: str, name: str) -> Node:
    """Read one YAML document (JSON is YAML too). Raises CodecError with one sentence and the line where that cannot be."""
    if len(text) > LARGEST:
        refuse(name, None, f"the file is longer than {LARGEST // 1024 // 1024} MB; an agreement is a few pages", code=LIMIT)
    if "\0" in text:
        refuse(name, None, "this is a binary file, not YAML; name the agreement's YAML or JSON file")
    events = _events(text, name)
    builder = _Builder(text, name)
    for event in events:
        match type(event).__name__:
            case "DocumentStartEvent" if builder.root is not None:
                refuse(name, event.start_mark.line + 1, "a second document begins after '---'; keep one agreement in one file")
            case "StreamStartEvent" | "StreamEndEvent" | "DocumentStartEvent" | "DocumentEndEvent":
                pass
            case _:
                builder.take(event)
    if builder.root is None:
        refuse(name, None, "the file is empty; write at least the provider and one level")
    return builder.root


def _events(text: str, name: str) -> Iterator[Any]:
    try:
        yield from YAML(typ="safe", pure=True).parse(text)
    except YAMLError as error:
        line, message = _explained(error, text)
        refuse(name, line, message)


def _explained(error: Exception, text: str) -> tuple[int | None, str]:
    """The line of a syntax error and a sentence that says what would be right."""
    mark = getattr(error, "problem_mark", None)
    problem, context = getattr(error, "problem", None) or "", getattr(error, "context", None) or ""
    if mark is None:
        position = getattr(error, "position", None)
        line = text.count("\n", 0, position) + 1 if isinstance(position, int) else None
        return line, "this is not YAML text: it holds a control character; name the agreement's YAML file, saved as UTF-8"
    line = mark.line + 1
    for sign, sentence in _SYNTAX:
        if sign in problem or sign in context:
            return line, sentence
    return line, f"this is not YAML: {problem or context}; look at this line and the one above it"


_SYNTAX: Final = (
    ("'\\t'", "a tab stands where blanks belong; indent with blanks"),
    (
        "mapping values are not allowed",
        "a colon stands inside a value; put the value in quotes, or look for a field above that lacks its colon",
    ),
    ("quoted scalar", 'the quotes or a backslash in this text are not complete; close the quotes, and write \\\\ for a backslash in "…"'),
    ("flow sequence", "a list in [ ] is not complete; look for a missing comma or bracket"),
    ("flow mapping", "a map in { } is not complete; look for a missing comma or bracket"),
    ("'@'", "a value cannot begin with @; put it in quotes"),
    ("'`'", "a value cannot begin with `; put it in quotes"),
    ("'%'", "a value cannot begin with %; put it in quotes"),
    ("block collection", "the indentation does not fit the lines above; keep the fields of one entry in one column"),
    ("block mapping", "the indentation does not fit the lines above; keep the fields of one entry in one column"),
    ("could not find expected ':'", "a field needs a colon and a blank behind its name, as in title: Service levels"),
)


@dataclass
class _Open:
    """A collection whose end has not come."""

    event: Any
    anchor: str | None
    items: list[Node] = field(default_factory=list)
    entries: dict[str, Node] = field(default_factory=dict)
    keys: dict[str, Key] = field(default_factory=dict)
    key: tuple[str, Key] | None = None
    size: int = 1

    @property
    def is_map(self) -> bool:
        return type(self.event).__name__ == "MappingStartEvent"


class _Builder:
    """Builds the tree from events, one at a time, and keeps count of its size and depth."""

    def __init__(self, text: str, name: str) -> None:
        self.text = text
        self.name = name
        self.root: Node | None = None
        self._stack: list[_Open] = []
        self._anchors: dict[str, tuple[Node, int]] = {}
        self._size = 0

    def take(self, event: Any) -> None:
        line = event.start_mark.line + 1
        kind = type(event).__name__
        if getattr(event, "tag", None):
            refuse(self.name, line, f"the tag {event.tag} is not allowed; write plain values")
        if kind == "AliasEvent":
            self._alias(event, line)
        elif kind == "ScalarEvent":
            span = Span(_content_start(event), event.end_mark.index)
            node = Text(self._whole(event.value, line), Origin(self.name, line), plain=event.style in (None, ""), span=span)
            self._add(node, 1, 1, line, event.anchor)
        elif kind in ("MappingStartEvent", "SequenceStartEvent"):
            if len(self._stack) >= DEEPEST:
                refuse(self.name, line, f"maps and lists are nested deeper than {DEEPEST} levels", code=LIMIT)
            self._stack.append(_Open(event, event.anchor))
        else:
            self._close(event)

    def _whole(self, value: str, line: int) -> str:
        """The text with surrogate pairs, which JSON's escapes write, as the characters that they stand for."""
        if value.isascii() or not any("\ud800" <= ch <= "\udfff" for ch in value):
            return value
        try:
            return value.encode("utf-16", "surrogatepass").decode("utf-16")
        except UnicodeDecodeError:
            refuse(self.name, line, "the text holds half of a surrogate pair; write the character itself")

    def _alias(self, event: Any, line: int) -> None:
        if event.anchor not in self._anchors:
            refuse(self.name, line, f"nothing above is marked &{event.anchor[:40]}; a value that begins with * belongs in quotes")
        node, size = self._anchors[event.anchor]
        self._add(node, size, size, line, None)

    def _close(self, event: Any) -> None:
        done = self._stack.pop()
        start = done.event.start_mark
        origin, span = Origin(self.name, start.line + 1), Span(start.index, event.end_mark.index, bool(done.event.flow_style))
        node: Node = Map(done.entries, origin, done.keys, span) if done.is_map else Seq(tuple(done.items), origin, span)
        self._add(node, done.size, 1, start.line + 1, done.anchor)

    def _add(self, node: Node, size: int, cost: int, line: int, anchor: str | None) -> None:
        """Put a finished value where it belongs. `size` is how many values it holds; an alias costs as much as what it stands for."""
        self._size += cost
        if self._size > MOST:
            refuse(self.name, line, f"the file holds more than {MOST} values, counting what aliases repeat", code=LIMIT)
        if anchor:
            self._anchors[anchor] = (node, size)
        if not self._stack:
            self.root = node
            return
        parent = self._stack[-1]
        parent.size += size
        if not parent.is_map:
            parent.items.append(node)
        elif parent.key is None:
            parent.key = self._key(node, parent, line)
        else:
            (key, where), parent.key = parent.key, None
            if isinstance(node, Text) and node.plain and not node.value and where.span:
                node = replace(node, span=self._behind_colon(where.span.end))
            parent.entries[key] = node
            parent.keys[key] = where

    def _behind_colon(self, end_of_key: int) -> Span:
        """Where the value of an empty field belongs; the parser reports the place of what follows it."""
        colon = self.text.find(":", end_of_key)
        index = colon + 1 if colon >= 0 else end_of_key
        return Span(index, index)

    def _key(self, node: Node, parent: _Open, line: int) -> tuple[str, Key]:
        if not isinstance(node, Text):
            refuse(self.name, line, "the name of a field must be plain text, not a list or a map; put names with brackets in quotes")
        if node.value == "<<" and node.plain:
            refuse(self.name, line, "merging with << is not supported; write the fields out")
        if node.value in parent.entries:
            first = parent.keys[node.value].origin.line
            refuse(self.name, line, f"the field {node.value!r} stands twice in one map, first in line {first}; keep one of them")
        return node.value, Key(node.origin, node.span)


def _content_start(event: Any) -> int:
    """Where a scalar itself begins, behind its anchor, if it has one."""
    index: int = event.start_mark.index
    if event.anchor:
        index += len(event.anchor) + 1
        buffer = getattr(event.start_mark, "buffer", None) or ""
        while index < len(buffer) and buffer[index] in " \t":
            index += 1
    return index
