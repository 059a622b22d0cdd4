"""Paragraphs as blocks of a Document: headings with their levels, numbered paragraphs, items of lists, notes, captions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from sladocs.model.document import Block, Heading, ListItem, Paragraph, Run, words
from sladocs.model.labels import is_bullet, is_item_label
from sladocs.read.lines import part_label
from sladocs.read.pdf.headings import CAPTION, levels, title_of
from sladocs.read.pdf.inline import Hyphens, inline, join_cell
from sladocs.read.pdf.lines import Line
from sladocs.read.pdf.notes import Notes
from sladocs.read.pdf.paragraphs import Builder, Para, pitch_of
from sladocs.read.pdf.tables import to_table

if TYPE_CHECKING:
    from sladocs.read.pdf.flow import Flow
    from sladocs.read.pdf.tables import PageTable

_LONGEST_CAPTION: Final = 200


def blocks_of(flow: Flow, notes: Notes) -> list[Block]:
    """The blocks of a document, in reading order."""
    parts = _parts(flow)
    paras = [part for part in parts if isinstance(part, Para)]
    title, subtitle = title_of(paras, flow.size)
    roles: dict[int, Literal["title", "subtitle"]] = dict.fromkeys(map(id, title), "title")
    roles |= dict.fromkeys(map(id, subtitle), "subtitle")
    maker = _Maker(_hyphens(flow), levels([para for para in paras if id(para) not in roles], flow.size), roles, notes)
    for part in parts:
        maker.take(part)
    return maker.blocks


def _hyphens(flow: Flow) -> Hyphens:
    cells = [cell for item in flow.items if not isinstance(item, Line) for row in item.rows for cell in row]
    return Hyphens([*(line.words for line in flow.lines), *(words for cell in cells for words in cell.lines)])


def _parts(flow: Flow) -> list[Para | PageTable]:
    builder = Builder(pitch_of(flow.lines), flow.size)
    parts: list[Para | PageTable] = []
    for item in flow.items:
        ended = builder.add(item) if isinstance(item, Line) else builder.end()
        if ended:
            parts.append(ended)
        if not isinstance(item, Line):
            parts.append(item)
    if ended := builder.end():
        parts.append(ended)
    return parts


class _Maker:
    def __init__(self, hyphens: Hyphens, heads: dict[int, int], roles: dict[int, Literal["title", "subtitle"]], notes: Notes) -> None:
        self.blocks: list[Block] = []
        self._hyphens = hyphens
        self._heads = heads
        self._roles = roles
        self._notes = notes
        self._items: list[float] = []
        """Where the labels of the items begin whose lists are open."""

    def take(self, part: Para | PageTable) -> None:
        if not isinstance(part, Para):
            self._table(part)
            return
        if block := self._block(part):
            self.blocks.append(block)
        for note in self._notes.of(part):
            label = note.lines[0].words[0].text if note.rest else ""
            content = inline(note.lines, note.rest, self._hyphens)
            self.blocks.append(Paragraph(role="note", label=label, content=content, page=note.first.page, source=source_of(note)))

    def _block(self, para: Para) -> Block | None:
        level, role = self._heads.get(id(para)), self._roles.get(id(para))
        page, source = para.first.page, source_of(para)
        if level or role:
            content = inline(para.lines, 0, self._hyphens, self._notes.marks)
            if para.rest and para.label == " ".join(para.text.split(" ")[: para.rest]):
                label, content = para.label, inline(para.lines, para.rest, self._hyphens, self._notes.marks)
            else:
                label, content = part_label(content, heading=True)
            self._items = []
            if role:
                return Paragraph(role=role, label=label, content=content, page=page, source=source)
            assert level is not None
            return Heading(level=level, label=label, content=content, page=page, source=source)
        content = inline(para.lines, para.rest, self._hyphens, self._notes.marks)
        if not content and not para.label:
            return None
        if para.label and (is_bullet(para.label) or is_item_label(para.label)):
            return ListItem(level=self._depth(para), label=para.label, content=content, page=page, source=source) if content else None
        if para.label or para.first.x0 < (self._items[0] if self._items else 0.0) - 1.0:
            self._items = []
        return Paragraph(label=para.label, content=content, page=page, source=source)

    def _depth(self, para: Para) -> int:
        """The level of an item, by where the labels of the items before it begin."""
        at = para.first.x0 - para.first.left
        self._items = [known for known in self._items if known < at - 3.0]
        self._items.append(at)
        return min(len(self._items), 3)

    def _table(self, found: PageTable) -> None:
        for row in found.rows:
            for cell in row:
                if len(cell.lines) > 1:
                    join_cell(cell.lines, self._hyphens, cell.x1)
                    cell.lines = [line for line in cell.lines if line]
        table = to_table(found)
        last = self.blocks[-1] if self.blocks else None
        if isinstance(last, (Paragraph, Heading)) and not table.caption and _is_caption(last):
            self.blocks.pop()
            label = (Run(text=f"{last.label} "),) if last.label else ()
            table = table.model_copy(update={"caption": (*label, *last.content)})
        self._items = []
        self.blocks.append(table)


def _is_caption(block: Paragraph | Heading) -> bool:
    text = f"{block.label} {words(block.content)}".strip()
    return len(text) <= _LONGEST_CAPTION and bool(CAPTION.match(text))


def source_of(para: Para) -> str:
    """The page and the box of a paragraph's lines on its first page, in points from the upper left corner."""
    first = para.first
    x0, top, x1, bottom = first.x0, first.top, first.x1, first.bottom
    for line in para.lines[1:]:
        if line.page == first.page:
            x0, top, x1, bottom = min(x0, line.x0), min(top, line.top), max(x1, line.x1), max(bottom, line.bottom)
    return f"page {first.page}#{x0:.0f},{top:.0f},{x1:.0f},{bottom:.0f}"
