"""Where references go: for each block that is named, its bookmark and what Word computes as its number."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from sladocs.model.document import Block, Heading, ListItem, Paragraph, Table, words
from sladocs.model.numbering import ITEM_LEVEL, Scheme, places

CONTENTS_LEVEL: Final = 2
"""The deepest level of heading that the table of contents lists."""


def stable_number(text: str, taken: set[int], digits: int = 9) -> int:
    """A number that follows from the text alone, but for the rare case that it is taken: then the next one that is free."""
    largest = int("9" * digits)
    number = int(hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(), 16) % largest + 1
    while number in taken:
        number = number % largest + 1
    taken.add(number)
    return number


@dataclass(frozen=True)
class Target:
    """Block `index` of the document, which references name by its bookmark.

    `automatic` says that Word computes its label. `above` are the numbered blocks whose labels stand before its own in full: for (i) of
    clause 4.2(a) the clause 4.2 and its item (a).
    """

    index: int
    bookmark: str
    label: str
    automatic: bool
    text: str
    above: tuple[Target, ...] = ()

    @property
    def chain(self) -> tuple[Target, ...]:
        """The targets whose labels make up the full one."""
        return (*self.above, self)


@dataclass
class Targets:
    """The places of all blocks of a document in its numbering, and the bookmarks that references and the table of contents need.

    `references` are the targets by anchor, `bookmarks` the names of the bookmarks for references by the block that has them.
    """

    blocks: Sequence[Block]
    places: list[tuple[Scheme, int] | None] = field(init=False)
    references: dict[str, Target] = field(init=False, default_factory=dict)
    bookmarks: dict[int, str] = field(init=False, default_factory=dict)
    contents: dict[int, str] = field(init=False, default_factory=dict)
    _taken: set[int] = field(init=False, default_factory=set)

    def __post_init__(self) -> None:
        self.places = places(self.blocks)
        used, above = set(_referred(self.blocks)), _above(self.places)
        for index, block in enumerate(self.blocks):
            if block.anchor in used and block.anchor not in self.references:
                self.references[block.anchor] = self._target(index, above[index])
        taken: set[int] = set()
        for index, block in enumerate(self.blocks):
            if isinstance(block, Heading) and block.level <= CONTENTS_LEVEL and words(block.content).strip():
                self.contents[index] = f"_Toc{stable_number(f'{block.label} {words(block.content)}', taken):09d}"

    def _target(self, index: int, above: Sequence[int]) -> Target:
        block = self.blocks[index]
        text = words(block.content) if isinstance(block, (Heading, Paragraph, ListItem)) else ""
        label = getattr(block, "label", "")
        if index not in self.bookmarks:
            self.bookmarks[index] = f"_Ref{stable_number(block.anchor or f'{label} {text}', self._taken):09d}"
        parents = tuple(self._target(parent, ()) for parent in above)
        return Target(index, self.bookmarks[index], label, self.places[index] is not None, text, parents)


def _referred(blocks: Iterable[Block]) -> Iterable[str]:
    for block in blocks:
        lines = [cell_line for row in block.rows for cell in row for cell_line in cell.lines] if isinstance(block, Table) else []
        lines += [getattr(block, "content", ()), getattr(block, "caption", ())]
        yield from (run.refers for content in lines for run in content if run.refers)


def _above(found: Sequence[tuple[Scheme, int] | None]) -> list[list[int]]:
    """For each block the numbered blocks whose labels stand before its own in full: for an item its clause and the items round it."""
    open_: dict[int, int] = {}
    above: list[list[int]] = []
    for index, place in enumerate(found):
        if place is None:
            above.append([])
            continue
        level = place[1]
        open_ = {depth: at for depth, at in open_.items() if depth < level}
        clause = max((depth for depth in open_ if depth < ITEM_LEVEL), default=None)
        above.append([at for depth, at in sorted(open_.items()) if depth == clause or depth >= ITEM_LEVEL] if level >= ITEM_LEVEL else [])
        open_[level] = index
    return above
