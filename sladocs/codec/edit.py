"""Changes single values in a person's YAML and leaves every other character as it is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from sladocs.codec import emit, parsing, tree, units
from sladocs.codec.problems import VALUE, Path, refuse
from sladocs.model.quantity import Duration, Quantity


def edit(text: str, changes: Mapping[str, Any], name: str) -> str:
    """The text with each change made. Raises CodecError where it is no YAML, or a path leads through a value that has no parts."""
    for path, value in changes.items():
        text = _change(text, _parts(path), _plain(value), name)
    return text


def _parts(path: str) -> Path:
    return tuple(int(part) if part.isdigit() else part for part in path.split("/"))


def _plain(value: Any) -> Any:
    """A new value as plain data of the short form."""
    match value:
        case Quantity():
            return units.span_text(value) if isinstance(value, Duration) else units.quantity_text(value)
        case dt.date():
            return value.isoformat()
        case Decimal():
            return units.figure_text(value)
        case Mapping():
            return {str(key): _plain(item) for key, item in value.items() if item is not None}
        case str():
            return str(value)
        case Sequence():
            return [_plain(item) for item in value]
        case float():
            raise TypeError(f"{value!r} is a binary float; give figures as text or Decimal")
    return value


def _change(text: str, path: Path, value: Any, name: str) -> str:
    root = parsing.read(text, name)
    node, done = root, 0
    for part in path:
        found = tree.child(node, _key(node, part))
        if found is None:
            break
        node, done = found[0], done + 1
    if done == len(path):
        return _replace(text, node, value) if value is not None else _remove(text, root, path, name)
    if value is None:
        return text
    if not _takes(node, path[done]):
        where = "/".join(map(str, path[:done])) or "the file"
        refuse(name, node.origin.line, f"{where} has no part {path[done]!r}: it is {_named(node)}", code=VALUE)
    for part in reversed(path[done + 1 :]):
        value = [value] if part == 0 else {str(part): value}
    return _insert(text, node, path[done], value)


def _key(node: tree.Node, part: str | int) -> str | int:
    """A key of a map is text, also where it is all digits."""
    return str(part) if isinstance(node, tree.Map) else part


def _end(text: str, node: tree.Node) -> int:
    """Where a value ends: a block collection with its last value, not with the comments behind it."""
    span = node.span
    assert span is not None
    if isinstance(node, tree.Text) or span.flow:
        return span.start + len(text[span.start : span.end].rstrip())
    children = list(node.entries.values()) if isinstance(node, tree.Map) else list(node.items)
    if not children:
        return span.start
    last = max(children, key=lambda child: child.span.start if child.span else 0)
    keys = [key.span.end for key in node.keys.values() if key.span] if isinstance(node, tree.Map) else []
    return max([_end(text, last), *(end + 1 for end in keys)])


def _replace(text: str, node: tree.Node, value: Any) -> str:
    assert node.span is not None
    start, end = node.span.start, _end(text, node)
    new = emit.inline(value)
    if start == end:  # the field is empty: a blank parts its value from the colon
        new = f" {new}" if text[start - 1 : start] not in (" ", "") else new
        return text[:start] + new + text[start:]
    before = text[:start]
    if (
        not isinstance(node, tree.Text) and not node.span.flow
    ):  # a block collection stands below its key; its one-line form stands behind it
        before = before.rstrip() + " "
    return before + new + text[end:]


def _insert(text: str, node: tree.Node, part: str | int, value: Any) -> str:
    """The text with one more entry at the end of a list or map, or in a field that is empty."""
    if isinstance(node, tree.Text):
        return _replace(text, node, [value] if part == 0 else {str(part): value})
    entry = emit.inline(value) if isinstance(node, tree.Seq) else f"{emit.inline(str(part))}: {emit.inline(value)}"
    assert node.span is not None
    end = _end(text, node)
    empty = not (node.items if isinstance(node, tree.Seq) else node.entries)
    if node.span.flow:
        inner = text[: end - 1].rstrip()
        return inner + ("" if empty or inner.endswith(",") else ", ") + entry + text[end - 1 :]
    line_end = text.find("\n", end)
    line_end = len(text) if line_end < 0 else line_end
    stop = line_end - 1 if text[line_end - 1 : line_end + 1] == "\r\n" else line_end
    line_break = "\r\n" if stop < line_end else "\n"
    column = node.span.start - (text.rfind("\n", 0, node.span.start) + 1)
    lead = " " * column + ("- " if isinstance(node, tree.Seq) else "")
    return f"{text[:stop]}{line_break}{lead}{entry}{text[stop:] or line_break}"


def _takes(node: tree.Node, part: str | int) -> bool:
    """Whether a value can get a part of this name or index."""
    match node:
        case tree.Text():
            return node.absent
        case tree.Seq():
            return isinstance(part, int)
    return True


def _named(node: tree.Node) -> str:
    return {tree.Text: "a text", tree.Map: "a map", tree.Seq: "a list"}[type(node)]


def _remove(text: str, root: tree.Node, path: Path, name: str) -> str:
    """The text without one field or entry; the last one of a collection leaves an empty collection."""
    parent = root
    for part in path[:-1]:
        found = tree.child(parent, _key(parent, part))
        assert found is not None
        parent = found[0]
    assert parent.span is not None
    assert not isinstance(parent, tree.Text)
    count = len(parent.items) if isinstance(parent, tree.Seq) else len(parent.entries)
    found = tree.child(parent, _key(parent, path[-1]))
    assert found is not None
    if count == 1:
        return _replace(text, parent, [] if isinstance(parent, tree.Seq) else {})
    start, end = _start(text, parent, path[-1]), _end(text, found[0])
    if parent.span.flow:
        after = text[end:].lstrip()
        return text[:start] + after[1:].lstrip() if after.startswith(",") else text[:start].rstrip().rstrip(",").rstrip() + text[end:]
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", end)
    line_end = len(text) if line_end < 0 else line_end + 1
    if text[line_start:start].strip(" ") not in ("", "-"):
        refuse(name, found[1].line, f"{path[-1]!r} stands on one line with other fields; remove it by hand", code=VALUE)
    if text[line_start:start].strip(" ") == "-" and isinstance(
        parent, tree.Map
    ):  # the first field of a list's entry: the next takes its place
        following = text[line_end:].lstrip(" ")
        return text[:start] + following
    return text[:line_start] + text[line_end:]


def _start(text: str, parent: tree.Node, part: str | int) -> int:
    """Where a field's key begins, or a list's entry: at its dash in a block."""
    if isinstance(parent, tree.Map):
        span = parent.keys[str(part)].span
        assert span is not None
        return span.start
    assert isinstance(parent, tree.Seq)
    assert parent.span is not None
    assert isinstance(part, int)
    span = parent.items[part].span
    assert span is not None
    return span.start if parent.span.flow else text.rfind("-", 0, span.start)
