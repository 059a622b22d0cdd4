"""One pass over a page: its headings, paragraphs, lists, tables and pictures as blocks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from sladocs.model.document import Block, Figure, Heading, Line, ListItem, Paragraph, Run, clean, words
from sladocs.model.labels import is_bullet, split_label
from sladocs.read.html.definitions import as_table, pairs_of
from sladocs.read.html.inline import BREAK, PLAIN, VERBATIM, Inline, Marks
from sladocs.read.html.lists import BULLET, LISTS, OpenList, open_list
from sladocs.read.html.paragraphs import LONGEST_HEADING, ROLES, Role, block_of, heading_by_look, item_of, labelled_block
from sladocs.read.html.tables import Tables, labelled, only_places
from sladocs.read.html.tree import Element, is_table
from sladocs.read.lines import Piece, line_of, part_label, tidy
from sladocs.read.text import read_text

_OUTLINE: Final = re.compile(r"h[1-6]")
_UNFOLDS: Final = "unfolds"
"""Marks a heading that heads what a click unfolds: the next of its kind stands beside it."""


class Walk:
    """Gathers the blocks of a page. `looks` are the places of paragraphs that look like headings, with the level that they would have."""

    def __init__(self, inline: Inline) -> None:
        self.blocks: list[Block] = []
        self.looks: dict[int, int] = {}
        self._inline = inline
        self._tables = Tables(inline)
        self._pieces: list[Piece] = []
        self._lists: list[OpenList] = []
        self._item: str | None = None  # the label of an item whose words have not come yet
        self._role: Role = "body"
        self._style = ""
        self._anchor: str | None = None

    def read(self, element: Element) -> None:
        """Read what is in an element."""
        self._flow(element.children, PLAIN)
        self._flush()

    def _flow(self, children: Iterable[Element | str], marks: Marks) -> None:
        row: list[Element | str] = []
        for child in children:
            if isinstance(child, Element) and self._is_block(child):
                self._words(row, marks)
                row = []
                self._block(child, marks)
            else:
                row.append(child)
        self._words(row, marks)

    def _words(self, row: list[Element | str], marks: Marks) -> None:
        self._pieces += self._inline.among(row, marks)

    def _is_block(self, element: Element) -> bool:
        return self._inline.begins_block(element) or self._inline.holds_blocks(element)

    def _block(self, element: Element, marks: Marks) -> None:
        inline = self._inline
        if inline.styles.struck(element) or not inline.shown(element):
            return
        tag = element.tag
        if not inline.begins_block(element):
            self._flow(element.children, inline.marks(element, marks))
            return
        self._flush()
        if not element.get("id").startswith("term-"):
            self._anchor = element.get("id") or self._anchor
        if (tab := inline.shown.tab_of(element)) and not (self.blocks and words(getattr(self.blocks[-1], "content", ())) == tab):
            self._head(line_of(tab))
        if _OUTLINE.fullmatch(tag) or element.role == "heading":
            self._heading(element)
        elif is_table(element):
            self._table(element, marks)
        elif tag == "figure":
            self._figure(element, marks)
        elif tag in LISTS:
            self._list(element, marks)
        elif tag == "li":
            self._list_item(element, marks)
        elif tag == "dl":
            self._definitions(element)
        elif tag == "summary":
            self._summary(element)
        elif tag in VERBATIM:
            self._verbatim(element)
        elif tag == "p" and element.role == "img":
            inline.picture(element)
        else:
            self._paragraph(element, marks)
        self._flush()

    def _paragraph(self, element: Element, marks: Marks) -> None:
        outer = self._role, self._style
        self._role = next((ROLES[name] for name in element.classes if name in ROLES), "body") if element.tag == "p" else self._role
        if self._role == "title" and not self._inline.ours and self.blocks and "MsoTitle" not in element.classes:
            self._role = "body"
        self._style = element.get("style") if element.tag == "p" else self._style
        self._flow(element.children, self._inline.marks(element, marks))
        self._flush()
        self._role, self._style = outer

    # what has been gathered

    def _flush(self) -> None:
        """Make blocks of the words that have been gathered."""
        pieces, self._pieces = self._pieces, []
        label, self._inline.label = self._inline.label, ""
        for line in self._split(pieces):
            self._add(line, label)
            label = ""
        if label:
            self._add((), label)
        pictures, self._inline.pictures = self._inline.pictures, []
        self.blocks += [Figure(alternative=text) for text in pictures]

    def _split(self, pieces: list[Piece]) -> Iterator[Line]:
        """The lines of a paragraph: broken where a break is doubled, or before what is labelled as a paragraph of its own."""
        waiting: list[Piece] = []
        broken = 0
        for part in _parts(pieces):
            line = tidy(part)
            if not clean(words(line)):
                broken += 1
                continue
            if waiting and (broken or self._begins(line)):
                yield tidy(waiting)
                waiting = []
            waiting += [*([Piece(" ")] if waiting else []), *part]
            broken = 0
        if waiting:
            yield tidy(waiting)

    def _begins(self, line: Line) -> bool:
        text = words(line)
        return not self._inline.ours and (bool(split_label(text)[0]) or (is_bullet(text[:1]) and text[1:2].isspace()))

    def _add(self, content: Line, typed: str) -> None:
        anchor, self._anchor = self._anchor, None
        if self._item is not None:
            self._add_item(content, typed, anchor)
        elif self._inline.ours:
            self.blocks.append(Paragraph(role=self._role, label=typed, content=content, anchor=anchor))
        elif content or typed:
            block = block_of(content, typed, role=self._role, style=self._style, before=self.blocks, anchor=anchor)
            if isinstance(block, Paragraph) and block.role == "body" and (level := heading_by_look(block.label, block.content)):
                self.looks[len(self.blocks)] = level
            self.blocks.append(block)

    def _add_item(self, content: Line, typed: str, anchor: str | None) -> None:
        counted, self._item = self._item or "", None
        level = self._level
        if self._inline.ours:
            self.blocks.append(ListItem(level=level, label=typed or counted, content=content, anchor=anchor))
            return
        self.blocks.append(item_of(content, typed, counted, level=level, anchor=anchor))

    @property
    def _level(self) -> int:
        deepest = max(len(self._lists), self._lists[-1].depth) if self._lists else 1
        return min(max(deepest, 1), 3)

    # blocks of their own kind

    def _heading(self, element: Element) -> None:
        inline = self._inline
        level = int(element.tag[1]) if _OUTLINE.fullmatch(element.tag) else 2
        given = element.get("aria-level")
        level = int(given) if given.isascii() and given.isdigit() and 0 < int(given) < 10 else level
        content = tidy(inline.pieces(element))
        label, inline.label = inline.label, ""
        if not label and not inline.ours:
            label, content = part_label(content, heading=True)
            if not label and self._item not in (None, "", BULLET):
                label = self._item or ""
        self._item = None
        anchor, self._anchor = self._anchor, None
        if clean(f"{label} {words(content)}"):
            self.blocks.append(
                Heading(level=min(level, 6), label=label, content=content, anchor=anchor) if level < 7 else _deepest(label, content, anchor)
            )

    def _table(self, element: Element, marks: Marks, caption: Line = ()) -> None:
        anchor, self._anchor = self._anchor, None
        grid = self._tables.grid(element)
        pictures, self._inline.pictures = self._inline.pictures, []
        grid.caption = grid.caption or caption
        if not self._inline.ours:
            numbered = None if grid.nested else labelled(grid)
            placing = numbered is None and only_places(element, grid)
            if (numbered is not None or placing) and grid.caption:
                self.blocks.append(Paragraph(role="caption", content=grid.caption))
            for label, place in numbered or ():
                self._labelled(label, place.element, marks)
            for place in (place for row in grid.rows for place in row) if placing else ():
                self._flow(place.element.children, marks)
                self._flush()
            if numbered is not None or placing:
                return
        if table := self._tables.table(grid, element):
            self.blocks.append(table.model_copy(update={"anchor": table.anchor or anchor}))
        self.blocks += [Figure(alternative=text) for text in pictures]

    def _labelled(self, label: str, cell: Element, marks: Marks) -> None:
        """A paragraph whose label stands in a cell before it."""
        first = len(self.blocks)
        self._flow(cell.children, marks)
        self._flush()
        if len(self.blocks) > first and isinstance(self.blocks[first], (Paragraph, ListItem)):
            block = self.blocks[first]
            assert isinstance(block, (Paragraph, ListItem))
            whole = (Run(text=f"{block.label} "), *block.content) if block.label and not is_bullet(block.label) else block.content
            self.blocks[first] = labelled_block(label, whole, self.blocks[:first])
            self.looks.pop(first, None)

    def _figure(self, element: Element, marks: Marks) -> None:
        captions = [child for child in element.all() if child.tag == "figcaption"]
        caption = tidy(piece for child in captions for piece in self._inline.pieces(child))
        self._inline.label = ""
        tables = [child for child in element.all() if is_table(child)]
        images = [child for child in element.all() if child.tag == "img" or child.role == "img"]
        if tables:
            self._table(tables[0], marks, caption)
            for table in tables[1:]:
                self._table(table, marks)
        elif images:
            alternative = images[0].get("alt") or images[0].get("aria-label")
            anchor, self._anchor = self._anchor, None
            if alternative.strip() or caption or self._inline.ours:
                self.blocks.append(Figure(alternative=alternative, caption=caption, anchor=anchor))
        else:
            self._flow(element.children, marks)

    def _list(self, element: Element, marks: Marks) -> None:
        self._end_item()
        self._lists.append(open_list(element, self._inline.styles))
        self._flow(element.children, marks)
        self._flush()
        self._lists.pop()

    def _list_item(self, element: Element, marks: Marks) -> None:
        if not self._lists:
            self._lists.append(OpenList("disc", 1, 1))
            self._list_item(element, marks)
            self._lists.pop()
            return
        counted = self._lists[-1].label(element, self._inline.styles)
        self._item = BULLET if self._inline.ours else counted
        self._flow(element.children, self._inline.marks(element, marks))
        self._flush()
        self._end_item()

    def _end_item(self) -> None:
        """An item without words of its own: only the sign of a list that is not numbered is dropped."""
        if self._item not in (None, "", BULLET) and not self._inline.ours:
            self.blocks.append(ListItem(level=self._level, label=self._item or "", content=()))
        self._item = None

    def _definitions(self, element: Element) -> None:
        """A list of terms: a table of two columns where all that is said is short, else a paragraph for each."""
        pairs = pairs_of(element, self._inline)
        if table := as_table(pairs, self._inline):
            self.blocks.append(table)
            return
        for pair in pairs:
            said = list(pair.said)
            self._pieces = [piece._replace(bold=True) for piece in pair.term]
            if said and not self._inline.holds_blocks(said[0]):
                self._pieces += [Piece(" "), *self._inline.pieces(said.pop(0))]
                self._role = "definition"
            self._flush()
            self._role = "body"
            for rest in said:
                self._flow(rest.children, PLAIN)
                self._flush()

    def _summary(self, element: Element) -> None:
        """What unfolds a part of the page heads that part."""
        if self._inline.holds_blocks(element):
            self._flow(element.children, PLAIN)
            return
        content = tidy(self._inline.pieces(element))
        text = words(content)
        if len(text) > LONGEST_HEADING or text.endswith((".", ";")):
            self._add(content, "")
        elif text:
            self._head(content)

    def _head(self, content: Line) -> None:
        """Head what follows, one level below the heading above it."""
        above = next((block.level for block in reversed(self.blocks) if isinstance(block, Heading) and block.source != _UNFOLDS), 1)
        label, rest = part_label(content, heading=True)
        self.blocks.append(Heading(level=min(above + 1, 6), label=label, content=rest, source=_UNFOLDS))

    def _verbatim(self, element: Element) -> None:
        text = element.text().replace("\r\n", "\n")
        if element.tag == "textarea" and len(text) < LONGEST_HEADING:
            return
        self.blocks += [
            block.model_copy(update={"role": "body"}) if isinstance(block, Paragraph) else block for block in read_text(text).body
        ]


def _parts(pieces: list[Piece]) -> Iterator[list[Piece]]:
    part: list[Piece] = []
    for piece in pieces:
        if piece is BREAK:
            yield part
            part = []
        else:
            part.append(piece)
    yield part


def _deepest(label: str, content: Line, anchor: str | None) -> Heading:
    """A heading below the sixth level of HTML: with the title as the first, the sixth of ours."""
    return Heading(level=6, label=label, content=content, anchor=anchor, source="h7")
