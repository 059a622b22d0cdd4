"""The blocks of a tagged PDF: headings, paragraphs, items, tables and figures as its structure tree has them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sladocs.model.document import Block, Figure, Heading, Line, ListItem, Paragraph, Run, Table, clean, words
from sladocs.model.labels import is_bullet, is_item_label, split_label
from sladocs.read.pdf.tagged.inline import INLINE, blanks_are_written, line_of, pieces_of
from sladocs.read.pdf.tagged.tables import table_of
from sladocs.read.pdf.tagged.tree import Element, read_structure

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

OUTSIDE: Final = 0.02
"""The share of a file's characters that may stand outside of the structure, or the structure is not that of the document."""
_GROUPS: Final = frozenset(
    ("", "Document", "Part", "Art", "Sect", "Div", "NonStruct", "Private", "BlockQuote", "Aside", "DocumentFragment", "LBody")
)
_LEFT_OUT: Final = frozenset(("TOC", "TOCI", "Artifact", "Index"))
_INSIDE: Final = frozenset(("Figure", "Table", "L", "H1", "H2", "H3", "H4", "H5", "H6", "P", "TOC", "Sect", "Caption"))
"""Kinds that are blocks of their own inside a paragraph."""
_CONTENTS: Final = re.compile(r"(?:table of )?contents", re.IGNORECASE)
_DEEPEST_ITEM: Final = 3
_TABLE_NUMBER: Final = re.compile(r"Table \d{1,3}\s?[:.–—]\s?\S", re.IGNORECASE)
_CLAUSE: Final = re.compile(r"\d{1,3}(?:\.\d{1,3})*")
"""The label of a numbered clause, which writers tag as an item of a list."""


def tagged_blocks(pdf: PdfDocument) -> list[Block] | None:
    """The blocks of a PDF as its structure tree has them, None where it has no tree, or one that leaves words out."""
    structure = read_structure(pdf)
    if structure is None or structure.outside > OUTSIDE * structure.characters:
        return None
    return titled(list(_Blocks(exact=blanks_are_written(structure.root)).read(structure.root)), clean(pdf.get_metadata_value("Title")))


def titled(blocks: list[Block], title: str) -> list[Block]:
    """Blocks in which the first heading, the only one of its level and the file's own title, is a title: as web pages are tagged."""
    first = blocks[0] if blocks else None
    if not isinstance(first, Heading) or first.label or clean(words(first.content)) != title:
        return blocks
    others = [block for block in blocks[1:] if isinstance(block, Heading)]
    if first.level != 1 or not others or any(block.level == 1 for block in others):
        return blocks
    made = [block.model_copy(update={"level": block.level - 1}) if isinstance(block, Heading) else block for block in blocks[1:]]
    return [Paragraph(role="title", content=first.content, page=first.page), *made]


@dataclass
class _Blocks:
    exact: bool
    _level: int = 0

    def read(self, root: Element) -> Iterator[Block]:
        """All blocks, without the contents list and its heading."""
        held: Block | None = None
        for block in self._group(root):
            if block is _LIST_OF_CONTENTS:
                if not isinstance(held, (Heading, Paragraph)) or not _CONTENTS.fullmatch(clean(words(held.content))):
                    yield from () if held is None else (held,)
                held = None
                continue
            if held is not None:
                yield held
            held = block
        if held is not None:
            yield held

    def _group(self, group: Element) -> Iterator[Block]:
        """The blocks of an element that only holds others; words that stand in it directly are paragraphs."""
        made: list[Block] = []
        loose = Element("P", page=group.page)
        caption: Line = ()
        for place, kid in sorted(group.kids.items()):
            if not isinstance(kid, Element) or not self._is_block(kid) or _is_part_of_line(kid):
                loose.kids[place] = kid
                continue
            made += self._paragraph(loose)
            loose = Element("P", page=group.page)
            if kid.kind == "Caption":
                made += self._caption(caption, kid.page)
                caption = self.line(kid)
                if made and (above := _captioned(made[-1], caption)):
                    made[-1], caption = above, ()
                continue
            blocks = list(self._block(kid))
            if blocks and isinstance(blocks[0], Table) and made and (below := _captioned(blocks[0], _caption_words(made[-1]))):
                made.pop()
                blocks[0] = below
            if caption and blocks and (below := _captioned(blocks[0], caption)):
                blocks[0], caption = below, ()
            made += [*self._caption(caption, kid.page), *blocks]
            caption = ()
        yield from (*made, *self._paragraph(loose), *self._caption(caption, group.page))

    def _caption(self, caption: Line, page: int) -> Iterator[Block]:
        if caption:
            yield Paragraph(role="caption", content=caption, page=page)

    def _is_block(self, element: Element) -> bool:
        return element.kind in _GROUPS or element.kind in _LEFT_OUT or element.kind in _INSIDE or element.kind in ("H", "LI", "TR", "Title")

    def _block(self, element: Element) -> Iterator[Block]:
        kind = element.kind
        if kind in _LEFT_OUT:
            if kind == "TOC":
                yield _LIST_OF_CONTENTS
        elif kind in _GROUPS:
            self._level += kind == "Sect"
            yield from self._group(element)
            self._level -= kind == "Sect"
        elif kind == "H" or re.fullmatch("H[1-6]", kind):
            yield from self._heading(element)
        elif kind == "Table":
            yield table_of(element, self.line)
        elif kind == "Figure":
            yield from self._figure(element)
        elif kind == "L":
            yield from self._list(element, 1)
        elif kind == "LI":
            yield from self._item(element, 1, 2)
        elif kind == "Caption":
            yield from self._caption(self.line(element), element.page)
        else:
            yield from self._paragraph(element)

    def line(self, element: Element) -> Line:
        """The words of an element on one line."""
        return line_of(pieces_of(element), exact=self.exact)

    def _heading(self, element: Element) -> Iterator[Block]:
        level = int(element.kind[1:]) if len(element.kind) > 1 else min(6, max(1, self._level))
        content = self.line(element)
        if words(content):
            label, rest = cut(content, heading=True)
            yield Heading(level=level, label=label, content=rest, page=element.page)

    def _paragraph(self, element: Element) -> Iterator[Block]:
        """A paragraph, and the blocks that stand inside it."""
        rest = Element("P", page=element.page)
        for place, kid in sorted(element.kids.items()):
            if isinstance(kid, Element) and kid.kind in _INSIDE:
                yield from self._plain(rest)
                yield from self._block(kid)
                rest = Element("P", page=kid.page)
            else:
                rest.kids[place] = kid
        yield from self._plain(rest)

    def _plain(self, element: Element) -> Iterator[Block]:
        content = self.line(element)
        if words(content):
            label, rest = cut(content)
            yield Paragraph(label=label, content=rest, page=element.page)

    def _figure(self, element: Element) -> Iterator[Block]:
        kids = [kid for _, kid in sorted(element.kids.items()) if isinstance(kid, Element)]
        caption = next((self.line(kid) for kid in kids if kid.kind == "Caption"), ())
        told = list(_alternatives(element))
        if told or caption:
            yield Figure(alternative=clean(told[0] if told else ""), caption=caption, page=element.page)

    def _list(self, element: Element, level: int) -> Iterator[Block]:
        """The items of a list. Lists inside an item that is a numbered clause, as Word's are, begin at the first level again."""
        inner = level + 1
        for _, kid in sorted(element.kids.items()):
            if not isinstance(kid, Element):
                continue
            if kid.kind == "L":
                yield from self._list(kid, inner)
            elif kid.kind == "LI":
                inner = 1 if _CLAUSE.fullmatch(self._item_label(kid)) else level + 1
                yield from self._item(kid, level, inner)
            else:
                yield from self._block(kid)

    def _item_label(self, element: Element) -> str:
        """The label of an item: its own, or the one that its words begin with."""
        found = (kid for _, kid in sorted(element.kids.items()) if isinstance(kid, Element) and kid.kind == "Lbl")
        own = next((clean(words(self.line(kid))) for kid in found), "")
        return own or cut(self.line(element))[0]

    def _item(self, element: Element, level: int, inner: int) -> Iterator[Block]:
        """An item: its label, its first words, and what else stands in it; a list in it has the level `inner`."""
        label, first = "", True
        for kid in _parts(element):
            if kid.kind == "Lbl":
                label = clean(words(self.line(kid)))
            elif kid.kind == "L":
                yield from self._list(kid, inner)
            else:
                for block in self._body(kid, inner):
                    if first and not label and isinstance(block, Paragraph) and (bare := _bare_label(block)):
                        label = bare
                    elif first and isinstance(block, Paragraph):
                        yield _labelled(label, block, level)
                        first = False
                    else:
                        yield block
        if first and label:
            yield ListItem(level=min(level, _DEEPEST_ITEM), label=label, content=(), page=element.page)

    def _body(self, element: Element, level: int) -> Iterator[Block]:
        """The blocks of an item's body; a list in it has this level."""
        rest = Element("P", page=element.page)
        for place, kid in sorted(element.kids.items()):
            if isinstance(kid, Element) and (kid.kind in _INSIDE or (kid.kind in _GROUPS and not _is_part_of_line(kid))):
                yield from self._plain(rest)
                rest = Element("P", page=kid.page)
                yield from self._list(kid, level) if kid.kind == "L" else self._block(kid)
            else:
                rest.kids[place] = kid
        yield from self._plain(rest)


_LIST_OF_CONTENTS: Final = Table(rows=())
"""Stands for the contents list while the blocks are read."""


def _alternatives(element: Element) -> Iterator[str]:
    """The alternative texts of an element and those inside it."""
    if element.alternative is not None:
        yield element.alternative
    for _, kid in sorted(element.kids.items()):
        if isinstance(kid, Element):
            yield from _alternatives(kid)


def _parts(item: Element) -> Iterator[Element]:
    """Label, bodies and lists of an item; what stands in it directly is a body too."""
    rest = Element("LBody", page=item.page)
    for place, kid in sorted(item.kids.items()):
        if isinstance(kid, Element) and kid.kind in ("Lbl", "LBody", "L"):
            if rest.kids:
                yield rest
                rest = Element("LBody", page=kid.page)
            yield kid
        else:
            rest.kids[place] = kid
    if rest.kids:
        yield rest


def _is_part_of_line(element: Element) -> bool:
    """Whether an element without a meaning of its own holds nothing but words of a line."""
    kids = (kid for kid in element.kids.values() if isinstance(kid, Element))
    return element.kind in ("NonStruct", "Private") and all(kid.kind in INLINE or _is_part_of_line(kid) for kid in kids)


def _bare_label(block: Paragraph) -> str:
    """The label that a paragraph consists of, where the item's words stand apart from it."""
    text = clean(f"{block.label} {words(block.content)}")
    return text if is_item_label(text) or is_bullet(text) or _CLAUSE.fullmatch(text) else ""


def _labelled(label: str, block: Paragraph, level: int) -> Paragraph | ListItem:
    """A paragraph as an item of a list, unless its label is a clause's number; the words may begin with the label."""
    if _CLAUSE.fullmatch(label):
        return block.model_copy(update={"label": label, "content": _whole(block)})
    if not label and _CLAUSE.fullmatch(block.label):
        return block
    if not label:
        return ListItem(level=min(level, _DEEPEST_ITEM), label=block.label, content=block.content, page=block.page)
    return ListItem(level=min(level, _DEEPEST_ITEM), label=label, content=_whole(block), page=block.page)


def _whole(block: Paragraph) -> Line:
    return (Run(text=f"{block.label} "), *block.content) if block.label else block.content


def _caption_words(block: Block) -> Line:
    """The words of a paragraph that is a table's caption by its words, as most writers tag captions."""
    found = isinstance(block, Paragraph) and block.role in ("body", "caption") and _TABLE_NUMBER.match(words(block.content))
    return block.content if found and isinstance(block, Paragraph) else ()


def _captioned(block: Block, caption: Line) -> Block | None:
    """A table or figure with its caption, None where it has one, or is none."""
    if caption and isinstance(block, (Table, Figure)) and not block.caption and block is not _LIST_OF_CONTENTS:
        return block.model_copy(update={"caption": caption})
    return None


def cut(content: Line, *, heading: bool = False) -> tuple[str, Line]:
    """The typed label at the start of a line, and the rest of the line."""
    label, rest = split_label(words(content).replace("\u00a0", " "), heading=heading)
    if not label:
        return "", content
    left = len(words(content)) - len(rest)
    runs = []
    for run in content:
        if left < len(run.text):
            runs.append(run.model_copy(update={"text": run.text[left:]}))
        left = max(0, left - len(run.text))
    return label, tuple(runs)
