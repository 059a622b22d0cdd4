"""Plain text in the layout of our own writer, whose indentation tells what each block is (see `sladocs.render.text`).

Such a text is read by its layout alone: a paragraph that looks like a heading, a rule or a table is the paragraph that it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from sladocs.model.columns import width
from sladocs.model.document import Block, Document, Figure, Heading, Line, ListItem, Paragraph, words
from sladocs.model.labels import is_bullet, split_label
from sladocs.read.grid import read_grid
from sladocs.read.lines import line_of, part_label, part_sign

_UNDERLINES: Final = "=-~^\"'"
_PARAGRAPH, _TABLE, _CAPTION, _ITEMS, _MARK = 2, 3, 5, (4, 6, 8), 12
_DRAFT: Final = "DRAFT"
_PICTURE: Final = "[Picture: "


def read_layout(text: str) -> Document | None:
    """The Document that a text in our layout holds; None for any other text."""
    groups = [group.split("\n") for group in re.split(r"\n\n+", text.strip("\n")) if group]
    if not groups or "\t" in text:
        return None
    draft = groups[0] == [" " * _MARK + _DRAFT]
    blocks = [_block(group) for group in groups[1 if draft else 0 :]]
    known = [block for block in blocks if block is not None]
    if all(isinstance(block, ListItem) for block in known) and not all(_has_sign(group[0]) for group in groups[1 if draft else 0 :]):
        return None  # a stranger's text, indented throughout
    if len(known) < len(blocks) or not (known or draft):
        return None
    title = next((words(block.content) for block in known if isinstance(block, Paragraph) and block.role == "title"), "")
    return Document(title=title, body=tuple(known), meta={"status": _DRAFT} if draft else {})


def _block(lines: Sequence[str]) -> Block | None:
    indent = _indent(lines[0])
    if any(_indent(line) < indent for line in lines) and indent != _CAPTION:
        return None
    if indent == 0:
        return _heading(lines)
    if indent == _PARAGRAPH:
        label, content = part_label(_line(lines))
        return Paragraph(label=label, content=content)
    if indent in _ITEMS:
        return _item(_line(lines), _ITEMS.index(indent) + 1)
    return _framed(lines) if indent in (_TABLE, _CAPTION) else None


def _heading(lines: Sequence[str]) -> Block | None:
    text, rule = lines[-2] if len(lines) > 1 else "", lines[-1]
    if len(set(rule)) != 1 or rule[0] not in _UNDERLINES or len(rule) != max(width(text), 3):
        return None
    label, content = part_label(line_of(text), heading=True)
    if len(lines) == 2:
        return Heading(level=_UNDERLINES.index(rule[0]) + 1, label=label, content=content)
    return Paragraph(role="title", label=label, content=content) if len(lines) == 3 and lines[0] == rule else None


def _item(content: Line, level: int) -> ListItem:
    sign, rest = part_sign(content)
    if is_bullet(sign):
        return ListItem(level=level, label=sign, content=rest)
    label, left = part_label(content)
    return ListItem(level=level, label=label or "•", content=left)


def _framed(lines: Sequence[str]) -> Block | None:
    """A table with its caption above it, or a picture with its caption below it."""
    caption = _line([line for line in lines if _indent(line) == _CAPTION])
    rest = [line[_TABLE:] for line in lines if _indent(line) == _TABLE]
    if not rest or any(_indent(line) not in (_TABLE, _CAPTION) for line in lines):
        return None
    if (picture := " ".join(rest)).startswith(_PICTURE) and picture.endswith("]") and _indent(lines[0]) == _TABLE:
        return Figure(alternative=picture[len(_PICTURE) : -1].strip(), caption=caption)
    return read_grid(rest, caption)


def _line(lines: Sequence[str]) -> Line:
    return line_of(" ".join(line.strip(" ") for line in lines))


def _has_sign(line: str) -> bool:
    """Whether a line begins as our items do."""
    text = " ".join(line.split())
    return is_bullet(text[:1]) or bool(split_label(f"{text} x")[0])


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
