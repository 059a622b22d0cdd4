"""The body of a document, block by block: what each paragraph is, and the tables between them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Literal

from sladocs.model.document import Block, Figure, Heading, Line, ListItem, Paragraph, Run, Table, words
from sladocs.model.labels import is_bullet, is_item_label
from sladocs.read.docx.inline import Content, Inline
from sladocs.read.docx.names import MC, W, number, value
from sladocs.read.docx.numbering import Numbering
from sladocs.read.docx.styles import BODY_LEVEL, Style, Styles
from sladocs.read.docx.tables import read_table
from sladocs.read.lines import is_bold, part_label, tidy, without

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

Role = Literal["body", "title", "subtitle", "definition", "note", "caption"]
_ROLES: Final[Mapping[str, Role]] = {
    "title": "title", "subtitle": "subtitle", "definition": "definition", "definitions": "definition", "note": "note", "footnote text": "note",
    "endnote text": "note", "caption": "caption", "caption text": "caption", "image caption": "caption", "table caption": "caption",
}  # fmt: skip
_ATTACHED: Final = frozenset({"caption", "image caption", "table caption"})
"""Styles of captions that belong to the table or picture next to them."""
_CONTENTS: Final = ("toc ", "table of figures", "table of authorities", "index ")
_PLAIN: Final = ("normal", "list paragraph", "no spacing", "standard", "default", "compact")
"""Styles that say nothing of what a paragraph is, so that its words may."""
_LONGEST_HEADING: Final = 90
_THROUGH: Final = frozenset(W + tag for tag in ("ins", "moveTo", "customXml", "sdtContent", "smartTag"))


@dataclass
class Walk:
    """One pass over the body. `notes` holds the text of each note by its kind and id, `part` names the part in each block's source."""

    styles: Styles
    numbering: Numbering
    inline: Inline
    notes: Mapping[tuple[str, str], Element]
    part: str
    blocks: list[Block] = field(default_factory=list)
    captions: set[int] = field(default_factory=set)
    """The places in `blocks` of captions that belong to a neighbour."""
    looks: dict[int, int] = field(default_factory=dict)
    """The places in `blocks` of paragraphs that look like headings, with the level that they would have."""
    _index: int = -1
    _carried: list[Content] = field(default_factory=list)
    _notes_read: dict[tuple[str, str], int] = field(default_factory=dict)

    def body(self, children: Iterable[Element]) -> None:
        """Read block-level elements."""
        for node in children:
            tag = node.tag
            if tag == f"{W}p":
                self._paragraph(node)
            elif tag == f"{W}tbl":
                self._table(node)
            elif tag == f"{W}sdt":
                if not _is_contents(node):
                    self.body(node.iterfind(f"{W}sdtContent/*"))
            elif tag in _THROUGH:
                self.body(node)
            elif tag == f"{MC}AlternateContent":
                chosen = node.find(f"{MC}Choice")
                self.body(chosen if chosen is not None else node.iterfind(f"{MC}Fallback/*"))

    def _table(self, node: Element) -> None:
        self._index += 1
        waiting: list[Content] = []
        table = read_table(node, self.styles, lambda child: self._cell_lines(child, waiting))
        if table is not None:
            self.blocks.append(table.model_copy(update={"source": f"{self.part}#{self._index}", "anchor": self._anchor(node)}))
        for content in waiting:
            self._beside(content)

    def _cell_lines(self, cell: Element, waiting: list[Content]) -> Iterator[Line]:
        """The lines of a cell: a paragraph each, and a row of a table in it each."""
        for node in cell:
            tag = node.tag
            if tag == f"{W}p":
                read = self._read(node)
                if read is None:
                    continue
                content, label, _, line = read
                waiting.append(content)
                shown = (Run(text=f"{label} "), *line) if label and line else (Run(text=label),) if label and not is_bullet(label) else line
                if shown:
                    yield shown
                for box in content.boxes:
                    yield from self._cell_lines(box, waiting)
                content.boxes.clear()
            elif tag == f"{W}tbl":
                inner = read_table(node, self.styles, lambda child: self._cell_lines(child, waiting))
                for row in inner.rows if inner is not None else ():
                    lines = [run for cell_ in row for line in cell_.lines for run in (*line, Run(text=" "))]
                    if joined := tidy(lines):
                        yield joined
            elif tag in _THROUGH:
                yield from self._cell_lines(node, waiting)
            elif tag == f"{W}sdt":
                for inside in node.iterfind(f"{W}sdtContent"):
                    yield from self._cell_lines(inside, waiting)

    def _paragraph(self, node: Element) -> None:
        self._index += 1
        read = self._read(node)
        if read is None:
            return
        content, label, found, line = read
        properties = node.find(f"{W}pPr")
        style = self.styles.get(value(properties, "pStyle"))
        source, anchor = f"{self.part}#{self._index}", self._anchor(node)
        if line or (label and not is_bullet(label)):
            block = self._block(style, _outline(properties, style), label, found, line)
            self.blocks.append(block.model_copy(update={"source": source, "anchor": anchor}))
            if isinstance(block, Paragraph) and style.name in _ATTACHED:
                self.captions.add(len(self.blocks) - 1)
            elif (level := _look(block, style, found, bold=style.bold)) and not content.pictures:
                self.looks[len(self.blocks) - 1] = level
        self._beside(content)

    def _read(self, node: Element) -> tuple[Content, str, tuple[int, int] | None, Line] | None:
        """A paragraph's content, its automatic label, its place in a list, and its line; None where it goes on in the next or is no text."""
        properties = node.find(f"{W}pPr")
        style = self.styles.get(value(properties, "pStyle"))
        content = self._carried.pop() if self._carried else Content()
        contents = self.inline.in_contents
        self.inline.read(node, content, hidden=style.hidden)
        marks = properties.find(f"{W}rPr") if properties is not None else None
        if marks is not None and (marks.find(f"{W}del") is not None or marks.find(f"{W}moveFrom") is not None):
            self.inline.changes += 1
            self._carried.append(content)
            return None
        if style.name.startswith(_CONTENTS) or contents and self.inline.in_contents:
            return None
        place = self._place(properties, style)
        label = self.numbering.next(*place) if place is not None else ""
        return content, label, place, tidy(content.runs)

    def _place(self, properties: Element | None, style: Style) -> tuple[int, int] | None:
        """The list and level of a paragraph: its own, or its style's."""
        listed = properties.find(f"{W}numPr") if properties is not None else None
        list_id, level = number(listed, "numId"), number(listed, "ilvl")
        if list_id is None:
            list_id = style.list_id
            level = style.list_level if level is None else level
            if list_id and (linked := self.numbering.level_of_style(list_id, style.id)) is not None and number(listed, "ilvl") is None:
                level = linked
        level = level or 0
        return (list_id, level) if list_id and self.numbering.level(list_id, level) is not None else None

    def _block(
        self, style: Style, outline: int | None, label: str, place: tuple[int, int] | None, line: Line
    ) -> Heading | Paragraph | ListItem:
        if outline is not None and outline < BODY_LEVEL:
            typed, rest = part_label(line, heading=True) if not label else (label, line)
            return Heading(level=min(outline + 1, 6), label=typed, content=rest)
        if place is not None and label:
            if self.numbering.is_clause(*place):
                return Paragraph(label=label, content=line, role=_ROLES.get(style.name, "body"))
            level = place[1] - self.numbering.items_from(place[0]) + 1
            return ListItem(level=min(max(level, 1), 3), label=label, content=line)
        typed, rest = part_label(line)
        if style.name.startswith(("list bullet", "list number")) or style.name in ("list", "list 2", "list 3", "list 4", "list 5"):
            level = int(style.name[-1]) if style.name[-1].isdigit() else 1
            return ListItem(level=min(level, 3), label=typed or "•", content=rest)
        role = _ROLES.get(style.name, "body")
        sign, _, after = words(line).partition(" ")
        if role == "body" and style.name.startswith(_PLAIN) or not style.name:
            if is_bullet(sign) and after:
                return ListItem(level=1, label=sign, content=tidy(without(line, 1)))
            if is_item_label(typed):
                return ListItem(level=_typed_level(typed, self.blocks), label=typed, content=rest)
        return Paragraph(role=role, label=typed, content=rest)

    def _beside(self, content: Content) -> None:
        """What stands in a paragraph beside its text: boxes, pictures, notes."""
        for box in content.boxes:
            self.body(box)
        self.blocks.extend(Figure(alternative=alternative) for alternative in content.pictures)
        for key in content.notes:
            note = self.notes.get(key)
            if note is None or key in self._notes_read:
                continue
            self._notes_read[key] = 1 + sum(kind == key[0] for kind, _ in self._notes_read)
            for at, paragraph in enumerate(note.iter(f"{W}p")):
                inner = Content()
                self.inline.read(paragraph, inner, hidden=False)
                if line := tidy(inner.runs):
                    self.blocks.append(Paragraph(role="note", label="" if at else str(self._notes_read[key]), content=line))

    def _anchor(self, node: Element) -> str | None:
        for mark in node.iter(f"{W}bookmarkStart"):
            if found := self.inline.anchors.get(mark.get(f"{W}name") or ""):
                return found
        return None


def _is_contents(control: Element) -> bool:
    gallery = control.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery")
    return gallery is not None and (gallery.get(f"{W}val") or "") in ("Table of Contents", "Table of Figures", "Bibliographies")


def _outline(properties: Element | None, style: Style) -> int | None:
    own = number(properties, "outlineLvl")
    return style.outline if own is None else own


def _look(block: Block, style: Style, place: tuple[int, int] | None, *, bold: bool) -> int:
    """The level that a paragraph would have as a heading by its look, 0 where it does not look like one."""
    if isinstance(block, Heading) or not style.name.startswith(_PLAIN) or isinstance(block, (Table, Figure)):
        return 0
    text = words(block.content)
    letters = [ch for ch in text if ch.isalpha()]
    capitals = len(letters) > 3 and all(ch.isupper() for ch in letters)
    if (
        not 2 < len(text) <= _LONGEST_HEADING
        or text.endswith((".", ";", ","))
        or is_bullet(block.label)
        or not (capitals or bold or is_bold(block.content))
    ):
        return 0
    parts = len([part for part in block.label.strip("()").split(".") if part])
    return min(max(parts, (place[1] + 1) if place else 1), 6)


def _typed_level(label: str, before: list[Block]) -> int:
    """The level of an item with a typed label: letters, then Roman figures, then capitals, as contracts have them."""
    core = label.strip("().")
    last = next((block for block in reversed(before) if isinstance(block, ListItem)), None)
    previous = last.label.strip("().") if last else ""
    if core.isupper() and not core.isdigit():
        return min(last.level + 1, 3) if last and core == "A" else last.level if last and previous.isupper() else 1
    if core in ("i", "v", "x") or (len(core) > 1 and set(core) <= set("ivxl")):
        follows = len(core) == 1 and len(previous) == 1 and ord(core) == ord(previous) + 1
        return last.level if follows and last else 2
    return 1
