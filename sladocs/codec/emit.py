"""YAML text from plain maps, lists and texts, laid out for people; every text comes back as it was."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

WIDTH: Final = 110
"""Maps and lists that fit in this many columns stand on one line."""

_TYPED = re.compile(
    r"[-+]?(?:\d[\d_]*(?:\.[\d_]*)?|\.\d+)(?:e[-+]?\d+)?|0x[\da-f]+|0o[0-7]+|[-+]?\.inf|\.nan|~|null|true|false|yes|no|on|off|y|n|\d+(?::\d+)+",
    re.IGNORECASE,
)
"""What YAML readers take for a number, a truth or nothing: a text like that stands in quotes."""
_INSIDE: Final = frozenset(" _./%+()&'€£–-;=@$")
_FIRST: Final = frozenset("(€£/.")


def emit(fields: dict[str, Any], comments: tuple[str, ...] = ()) -> str:
    """The YAML text of a map, under comment lines."""
    head = [f"# {line}".rstrip() for comment in comments for line in _comment_lines(comment)]
    return "\n".join([*head, *(_block_map(fields, 0) if fields else ["{}"])]) + "\n"


def _comment_lines(comment: str) -> list[str]:
    return ["".join(ch if ch.isprintable() else " " for ch in line) for line in comment.splitlines()]


def inline(value: Any) -> str:
    """A value on one line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{scalar(key, flow=True)}: {inline(item)}".rstrip() for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(inline(item) for item in value) + "]"
    return "null" if value is None else scalar(value, flow=True)


def _block_map(fields: dict[str, Any], indent: int) -> Iterator[str]:
    lead = " " * indent
    for key, value in fields.items():
        name = f"{lead}{scalar(key)}:"
        if value is None:
            yield name
        elif isinstance(value, str) and _is_long(value):
            yield f"{name} |-"
            yield from (f"{lead}  {line}".rstrip() for line in value.split("\n"))
        elif not isinstance(value, dict | list):
            yield f"{name} {scalar(value)}"
        elif _fits(value, len(name)) and indent:
            yield f"{name} {inline(value)}"
        elif isinstance(value, dict):
            yield f"{name} {{}}" if not value else name
            yield from _block_map(value, indent + 2)
        else:
            yield f"{name} []" if not value else name
            yield from _block_list(value, indent + 2)


def _block_list(items: list[Any], indent: int) -> Iterator[str]:
    lead = " " * indent
    for item in items:
        if not isinstance(item, dict) or not item or (_fits(item, indent + 2) and not _has_collections(item)):
            yield f"{lead}- {inline(item)}"
        else:
            lines = list(_block_map(item, indent + 2))
            yield f"{lead}- {lines[0].lstrip(' ')}"
            yield from lines[1:]


def _has_collections(item: dict[str, Any]) -> bool:
    return any(isinstance(value, list) for value in item.values())


def _fits(value: Any, used: int) -> bool:
    if isinstance(value, dict | list) and any(isinstance(item, str) and _is_long(item) for item in _leaves(value)):
        return False
    if isinstance(value, list) and any(isinstance(item, dict) for item in value):
        return False
    return used + 1 + len(inline(value)) <= WIDTH


def _leaves(value: Any) -> Iterator[Any]:
    for item in value.values() if isinstance(value, dict) else value:
        if isinstance(item, dict | list):
            yield from _leaves(item)
        else:
            yield item


def _is_long(text: str) -> bool:
    """Whether a text has several lines and can stand as a block: all printable, no blanks at the ends of its lines or before the first."""
    lines = text.split("\n")
    return (
        len(lines) > 1
        and text[:1] not in (" ", "\n")
        and all(line.isprintable() and line == line.rstrip() for line in lines)
        and bool(lines[-1])
    )


def scalar(value: Any, *, flow: bool = False) -> str:
    """One scalar: plain where every reader takes it for this text, else in quotes."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    text = str(value)
    return text if _is_plain(text, flow=flow) else _quoted(text)


def _is_plain(text: str, *, flow: bool) -> bool:
    if not text or _TYPED.fullmatch(text) or text != text.strip() or not (text[0].isalnum() or text[0] in _FIRST):
        return False
    allowed = _INSIDE if flow else _INSIDE | {","}
    return all(_is_letter(ch) or ch in allowed or (ch == ":" and not flow and text[i + 1 : i + 2].isalnum()) for i, ch in enumerate(text))


def _is_letter(ch: str) -> bool:
    return ch.isalnum() and ch.isprintable() and (ch.isascii() or "\u00c0" <= ch <= "\ud7ff")


def _quoted(text: str) -> str:
    """In double quotes, with escapes for all that is not printable."""
    short = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}
    return '"' + "".join(short.get(ch) or (ch if ch.isprintable() and ord(ch) < 0x10000 else _escaped(ch)) for ch in text) + '"'


def _escaped(ch: str) -> str:
    code = ord(ch)
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
