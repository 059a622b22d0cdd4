"""The body of a document, block by block: its paragraphs, the tables between them, and what stands beside the text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from sladocs.model.document import Block, Figure, Line, Paragraph, Run
from sladocs.model.labels import is_bullet
from sladocs.read.docx.inline import Content, Inline
from sladocs.read.docx.names import MC, VAL, W
from sladocs.read.docx.numbering import Numbering
from sladocs.read.docx.paragraphs import ATTACHED, CONTENTS, Found, Properties, block_of, level_by_look, place_in_list, properties_of
from sladocs.read.docx.styles import Styles
from sladocs.read.docx.tables import read_table
from sladocs.read.lines import Piece, tidy

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_PARAGRAPH, _TABLE, _CONTROL, _BOOKMARK = f"{W}p", f"{W}tbl", f"{W}sdt", f"{W}bookmarkStart"
_THROUGH: Final = frozenset(W + tag for tag in ("ins", "moveTo", "customXml", "sdtContent", "smartTag"))
_GALLERIES: Final = frozenset({"Table of Contents", "Table of Figures", "Bibliographies"})


@dataclass
class _Read:
    """A paragraph as it was read: its properties, its content, its label and place in a list, its line."""

    properties: Properties
    content: Content
    label: str
    place: tuple[int, int] | None
    line: Line

    @property
    def says_something(self) -> bool:
        return bool(self.line) or (bool(self.label) and not is_bullet(self.label))


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
    _noted: dict[tuple[str, str], int] = field(default_factory=dict)

    def body(self, children: Iterable[Element]) -> None:
        """Read block-level elements."""
        for node in children:
            tag = node.tag
            if tag == _PARAGRAPH:
                self._paragraph(node)
            elif tag == _TABLE:
                self._table(node)
            elif tag == _CONTROL:
                if not _is_contents(node):
                    self.body(node.iterfind(f"{W}sdtContent/*"))
            elif tag in _THROUGH:
                self.inline.changes += tag in (f"{W}ins", f"{W}moveTo")
                self.body(node)
            elif tag == f"{MC}AlternateContent":
                chosen = node.find(f"{MC}Choice")
                self.body(chosen if chosen is not None else node.iterfind(f"{MC}Fallback/*"))

    def _paragraph(self, node: Element) -> None:
        self._index += 1
        read = self._read(node)
        if read is None:
            return
        if read.says_something:
            found = Found(f"{self.part}#{self._index}", self._anchor(node))
            block = block_of(read.properties, read.label, read.place, read.line, numbering=self.numbering, before=self.blocks, found=found)
            if isinstance(block, Paragraph) and read.properties.style.name in ATTACHED:
                self.captions.add(len(self.blocks))
            elif level := level_by_look(block, read.properties.style, read.place):
                self.looks[len(self.blocks)] = level
            self.blocks.append(block)
        self._beside(read.content)

    def _read(self, node: Element) -> _Read | None:
        """A paragraph; None where it goes on in the next one, or belongs to a table of contents."""
        properties = properties_of(node, self.styles)
        content = self._carried.pop() if self._carried else Content()
        contents = self.inline.in_contents
        self.inline.read(node, content, hidden=properties.style.hidden)
        if properties.goes_on:
            self.inline.changes += 1
            self._carried.append(content)
            return None
        if properties.style.name.startswith(CONTENTS) or (contents and self.inline.in_contents):
            return None
        place = place_in_list(properties, self.numbering)
        label = self.numbering.next(*place) if place is not None else ""
        return _Read(properties, content, label, place, tidy(content.pieces))

    def _table(self, node: Element) -> None:
        self._index += 1
        waiting: list[Content] = []
        found = Found(f"{self.part}#{self._index}", self._anchor(node))
        table = read_table(node, self.styles, lambda cell: self._cell_lines(cell, waiting), found)
        if table is not None:
            self.blocks.append(table)
        for content in waiting:
            self._beside(content)

    def _cell_lines(self, cell: Element, waiting: list[Content]) -> Iterator[Line]:
        """The lines of a cell: one for each paragraph, and one for each row of a table in it."""
        for node in cell:
            tag = node.tag
            if tag == _PARAGRAPH:
                read = self._read(node)
                if read is None:
                    continue
                waiting.append(read.content)
                if read.says_something:
                    yield (Run(text=f"{read.label} " if read.line else read.label), *read.line) if read.label else read.line
                for box in read.content.boxes:
                    yield from self._cell_lines(box, waiting)
                read.content.boxes.clear()
            elif tag == _TABLE:
                inner = read_table(node, self.styles, lambda child: self._cell_lines(child, waiting), Found("", None))
                for row in inner.rows if inner is not None else ():
                    runs = [run for part in row for line in part.lines for run in (*line, Run(text=" "))]
                    if joined := tidy(Piece(run.text, run.bold, run.refers, run.figure) for run in runs):
                        yield joined
            elif tag in _THROUGH:
                yield from self._cell_lines(node, waiting)
            elif tag == _CONTROL:
                for inside in node.iterfind(f"{W}sdtContent"):
                    yield from self._cell_lines(inside, waiting)

    def _beside(self, content: Content) -> None:
        """What stands in a paragraph beside its text: boxes, pictures, notes."""
        for box in content.boxes:
            self.body(box)
        for alternative in content.pictures:
            self.blocks.append(Figure(alternative=alternative, source=f"{self.part}#{self._index}"))
        for key in content.notes:
            if key not in self._noted and key in self.notes:
                self._noted[key] = 1 + sum(kind == key[0] for kind, _ in self._noted)
                self._note(self.notes[key], str(self._noted[key]))

    def _note(self, note: Element, label: str) -> None:
        for at, paragraph in enumerate(note.iter(_PARAGRAPH)):
            content = Content()
            self.inline.read(paragraph, content, hidden=False)
            if line := tidy(content.pieces):
                self.blocks.append(Paragraph(role="note", label="" if at else label, content=line))

    def _anchor(self, node: Element) -> str | None:
        if not self.inline.anchors:
            return None
        marks = (self.inline.anchors.get(mark.get(f"{W}name") or "") for mark in node.iter(_BOOKMARK))
        return next(filter(None, marks), None)


def _is_contents(control: Element) -> bool:
    gallery = control.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery")
    return gallery is not None and gallery.get(VAL) in _GALLERIES
