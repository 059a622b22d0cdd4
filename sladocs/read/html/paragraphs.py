"""What a stranger's paragraph is, by its label, its style and its look."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, Literal

from sladocs.model.document import Block, Line, ListItem, Paragraph, words
from sladocs.model.labels import is_bullet, is_item_label
from sladocs.read.html.content import FIGURE
from sladocs.read.html.lists import BULLET
from sladocs.read.items import typed_level
from sladocs.read.lines import is_bold, part_label, part_sign

Role = Literal["body", "title", "subtitle", "definition", "note", "caption"]
ROLES: Final[dict[str, Role]] = {
    "title": "title", "MsoTitle": "title", "subtitle": "subtitle", "MsoSubtitle": "subtitle", "definition": "definition", "note": "note",
    "caption": "caption", "MsoCaption": "caption", "MsoFootnoteText": "note",
}  # fmt: skip
"""Classes that say what a paragraph is: ours, Word's and Google's."""
LONGEST_HEADING: Final = 90
_MSO_LEVEL: Final = re.compile(r"mso-list:[^;]*\blevel(\d)", re.IGNORECASE)


def block_of(content: Line, typed: str, *, role: Role, style: str, before: Sequence[Block], anchor: str | None) -> ListItem | Paragraph:
    """The paragraph or item that words are.

    `typed` is a label that was set off from them, `style` the paragraph's own, `before` are the blocks before it.
    """
    if typed and (deep := _MSO_LEVEL.search(style)):
        if len(typed) == 1 and not typed.isdigit():
            return ListItem(level=min(int(deep[1]), 3), label=BULLET, content=content, anchor=anchor)
        if is_item_label(typed):
            return ListItem(level=typed_level(typed, before), label=typed, content=content, anchor=anchor)
    label, rest = (typed, content) if typed else part_label(content)
    if role == "body":
        sign, after = part_sign(content)
        if not label and is_bullet(sign) and after:
            return ListItem(level=1, label=sign, content=after, anchor=anchor)
        if is_item_label(label):
            return ListItem(level=typed_level(label, before), label=label, content=rest, anchor=anchor)
    return Paragraph(role=role, label=label, content=rest, anchor=anchor)


def labelled_block(label: str, content: Line, before: Sequence[Block]) -> ListItem | Paragraph:
    """The paragraph or item whose label stands in a place of its own."""
    if is_bullet(label):
        return ListItem(level=1, label=label, content=content)
    if is_item_label(label):
        return ListItem(level=typed_level(label, before), label=label, content=content)
    return Paragraph(label=label, content=content)


def item_of(content: Line, typed: str, counted: str, *, level: int, anchor: str | None) -> ListItem:
    """The item of a list. `counted` is the label that browsers print before it; a typed one stands for it, as pages with styles have it."""
    label, rest = (typed, content) if typed else part_label(content)
    if not label and counted in ("", BULLET):
        sign, after = part_sign(content)
        rest = after if is_bullet(sign) and after else content
    return ListItem(level=level, label=label or counted or BULLET, content=rest, anchor=anchor)


def heading_by_look(label: str, content: Line) -> int:
    """The level that a paragraph would have as a heading by its look, 0 where it does not look like one: a figure is none."""
    text = words(content)
    if not 2 < len(text) <= LONGEST_HEADING or text.endswith((".", ";", ",", ":")) or FIGURE.search(text):
        return 0
    letters = [ch for ch in text if ch.isalpha()]
    if not ((len(letters) > 3 and text.isupper()) or (letters and is_bold(content))):
        return 0
    return min(max(len([part for part in label.strip("()").split(".") if part]), 1), 6)
