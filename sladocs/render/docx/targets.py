"""Where references go: for each block that is named, its bookmark and what Word computes as its number."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from sladocs.model.document import Block, Heading, Table, words
from sladocs.model.numbering import ITEM_LEVEL, Scheme, places

CONTENTS_LEVEL: Final = 2
"""The deepest level of heading that the table of contents lists."""


def stable_number(text: str, taken: set[int], digits: int = 9) -> int:
    """A number that follows from the text alone, but for the rare case that it is taken: then the next one that is free."""
    number = int(hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(), 16) % (10**digits - 1) + 1
    while number in taken:
        number = number % (10**digits - 1) + 1
    taken.add(number)
    return number


@dataclass(frozen=True)
class Target:
    """Block `index` of the document, which references name. `automatic` says that Word computes its label; `full` is the label with those of the clauses round it."""

    index: int
    bookmark: str
    label: str
    full: str
    automatic: bool
    text: str


@dataclass
class Targets:
    """The places of all blocks of a document in its numbering, and the bookmarks that references and the table of contents need."""

    blocks: Sequence[Block]
    places: list[tuple[Scheme, int] | None] = field(init=False)
    references: dict[str, Target] = field(init=False, default_factory=dict)
    contents: dict[int, str] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self.places = places(self.blocks)
        used, taken = set(_referred(self.blocks)), set[int]()
        full = _full_labels(self.blocks, self.places)
        for index, block in enumerate(self.blocks):
            if block.anchor in used and block.anchor not in self.references:
                text = words(block.content) if not isinstance(block, Table) and hasattr(block, "content") else ""
                bookmark = f"_Ref{stable_number(block.anchor, taken):09d}"
                label = getattr(block, "label", "")
                self.references[block.anchor] = Target(index, bookmark, label, full[index], self.places[index] is not None, text)
        taken = set()
        for index, block in enumerate(self.blocks):
            if isinstance(block, Heading) and block.level <= CONTENTS_LEVEL and words(block.content).strip():
                self.contents[index] = f"_Toc{stable_number(f'{block.label} {words(block.content)}', taken):09d}"


def _referred(blocks: Iterable[Block]) -> Iterable[str]:
    for block in blocks:
        lines = [cell_line for row in block.rows for cell in row for cell_line in cell.lines] if isinstance(block, Table) else []
        lines += [getattr(block, "content", ()), getattr(block, "caption", ())]
        yield from (run.refers for content in lines for run in content if run.refers)


def _full_labels(blocks: Sequence[Block], found: Sequence[tuple[Scheme, int] | None]) -> list[str]:
    """For each block its label as Word's full context gives it: an item (a) below 4.2 is "4.2(a)"."""
    above: dict[int, str] = {}
    full: list[str] = []
    for block, place in zip(blocks, found, strict=True):
        label = getattr(block, "label", "")
        if place is None:
            full.append(label)
            continue
        level = place[1]
        above = {depth: text for depth, text in above.items() if depth < level}
        decimal = next((above[depth] for depth in range(ITEM_LEVEL - 1, -1, -1) if depth in above), "")
        items = "".join(above[depth] for depth in sorted(above) if depth >= ITEM_LEVEL)
        full.append(f"{decimal}{items}{label}" if level >= ITEM_LEVEL else label)
        above[level] = label
    return full
