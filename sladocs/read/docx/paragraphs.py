"""What a paragraph is: a heading, a numbered clause, an item of a list, by its style, its list, and, where these are silent, its words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from sladocs.model.document import Block, Heading, Line, ListItem, Paragraph, words
from sladocs.model.labels import is_bullet, is_item_label
from sladocs.read.docx.names import VAL, W, whole
from sladocs.read.docx.numbering import Numbering
from sladocs.read.docx.styles import BODY_LEVEL, Style, Styles
from sladocs.read.items import typed_level
from sladocs.read.lines import is_bold, part_label, part_sign

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

Role = Literal["body", "title", "subtitle", "definition", "note", "caption"]
Text = Heading | Paragraph | ListItem
_STYLE, _LISTED, _MARK, _OUTLINE = f"{W}pStyle", f"{W}numPr", f"{W}rPr", f"{W}outlineLvl"
_ROLES: Final[Mapping[str, Role]] = {
    "title": "title",
    "subtitle": "subtitle",
    "definition": "definition",
    "definitions": "definition",
    "note": "note",
    "footnote text": "note",
    "endnote text": "note",
    "caption": "caption",
    "caption text": "caption",
    "image caption": "caption",
    "table caption": "caption",
}
ATTACHED: Final = frozenset({"caption", "image caption", "table caption"})
"""Styles of captions that belong to the table or picture below them."""
CONTENTS: Final = ("toc ", "table of figures", "table of authorities", "index ")
"""How the styles of lists of headings begin."""
_LISTS: Final = frozenset({"list", "list 2", "list 3", "list 4", "list 5"})
_PLAIN: Final = ("normal", "list paragraph", "no spacing", "standard", "default", "compact")
"""How the styles begin that say nothing of what a paragraph is, so that its words may."""
_LONGEST_HEADING: Final = 90


@dataclass
class Properties:
    """A paragraph's own properties, and its style. `goes_on` says that its end was deleted, so that it goes on in the next one."""

    style: Style
    outline: int | None = None
    list_id: int | None = None
    list_level: int | None = None
    goes_on: bool = False


def properties_of(paragraph: Element, styles: Styles) -> Properties:
    """The properties of a paragraph."""
    node = paragraph.find(f"{W}pPr")
    if node is None:
        return Properties(styles.get(None))
    found = Properties(styles.get(None))
    for child in node:
        tag = child.tag
        if tag == _STYLE:
            found.style = styles.get(child.get(VAL))
        elif tag == _LISTED:
            for part in child:
                if part.tag == f"{W}numId":
                    found.list_id = whole(part.get(VAL))
                elif part.tag == f"{W}ilvl":
                    found.list_level = whole(part.get(VAL))
        elif tag == _MARK:
            found.goes_on = child.find(f"{W}del") is not None or child.find(f"{W}moveFrom") is not None
        elif tag == _OUTLINE:
            found.outline = whole(child.get(VAL))
    if found.outline is None:
        found.outline = found.style.outline
    return found


def place_in_list(properties: Properties, numbering: Numbering) -> tuple[int, int] | None:
    """The list and level of a paragraph: its own, or its style's; None where it is in none."""
    list_id, level = properties.list_id, properties.list_level
    if list_id is None:
        list_id = properties.style.list_id
        if list_id and level is None:
            linked = numbering.level_of_style(list_id, properties.style.id)
            level = properties.style.list_level if linked is None else linked
    level = level or 0
    return (list_id, level) if list_id and numbering.level(list_id, level) is not None else None


@dataclass(frozen=True)
class Found:
    """Where a block stands in the file, and the bookmark by which others refer to it."""

    source: str
    anchor: str | None


def block_of(
    properties: Properties,
    label: str,
    place: tuple[int, int] | None,
    line: Line,
    *,
    numbering: Numbering,
    before: Sequence[Block],
    found: Found,
) -> Text:
    """The block that a paragraph is. `label` and `place` are those of its list, `before` the blocks before it."""
    style, outline = properties.style, properties.outline
    source, anchor = found.source, found.anchor
    if outline is not None and outline < BODY_LEVEL:
        typed, rest = (label, line) if label else part_label(line, heading=True)
        return Heading(level=min(max(outline, 0) + 1, 6), label=typed, content=rest, source=source, anchor=anchor)
    role = _ROLES.get(style.name, "body")
    if place is not None and label:
        if numbering.is_clause(*place):
            return Paragraph(label=label, content=line, role=role, source=source, anchor=anchor)
        level = min(max(place[1] - numbering.items_from(place[0]) + 1, 1), 3)
        return ListItem(level=level, label=label, content=line, source=source, anchor=anchor)
    typed, rest = part_label(line)
    if style.name in _LISTS or style.name.startswith(("list bullet", "list number")):
        level = int(style.name[-1]) if style.name[-1].isdigit() else 1
        return ListItem(level=min(max(level, 1), 3), label=typed or "•", content=rest, source=source, anchor=anchor)
    if not style.name or (role == "body" and style.name.startswith(_PLAIN)):
        sign, after = part_sign(line)
        if is_bullet(sign) and after:
            return ListItem(level=1, label=sign, content=after, source=source, anchor=anchor)
        if is_item_label(typed):
            return ListItem(level=typed_level(typed, before), label=typed, content=rest, source=source, anchor=anchor)
    return Paragraph(role=role, label=typed, content=rest, source=source, anchor=anchor)


def level_by_look(block: Text, style: Style, place: tuple[int, int] | None) -> int:
    """The level that a paragraph would have as a heading by its look, 0 where it does not look like one."""
    if isinstance(block, Heading) or not style.name.startswith(_PLAIN) or is_bullet(block.label):
        return 0
    text = words(block.content)
    if not 2 < len(text) <= _LONGEST_HEADING or text.endswith((".", ";", ",")):
        return 0
    letters = [ch for ch in text if ch.isalpha()]
    capitals = len(letters) > 3 and text.isupper()
    if not (capitals or (letters and (style.bold or is_bold(block.content)))):
        return 0
    parts = len([part for part in block.label.strip("()").split(".") if part])
    return min(max(parts, (place[1] + 1) if place else 1), 6)
