"""Where links within a page lead: the id of each block that is named, of each heading, and of each definition."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from sladocs.model.document import Block, Heading, Line, Table, words

RESERVED: Final = ("agreement", "contents")
"""Ids of the page itself."""
CONTENTS_LEVEL: Final = 2
"""The deepest level of heading that the contents list."""
_SAFE: Final = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")


@dataclass
class Addresses:
    """The ids of a document's blocks by their place, and of its definitions by their terms; each id stands once."""

    blocks: Sequence[Block]
    ids: dict[int, str] = field(init=False, default_factory=dict)
    anchors: dict[str, str] = field(init=False, default_factory=dict)
    terms: dict[str, str] = field(init=False, default_factory=dict)
    _taken: set[str] = field(init=False, default_factory=set)

    def __post_init__(self) -> None:
        self._taken = {*RESERVED, *(block.anchor for block in self.blocks if block.anchor and _SAFE.fullmatch(block.anchor))}
        for index, block in enumerate(self.blocks):
            if block.anchor:
                if block.anchor in self.anchors:
                    continue
                plain = _SAFE.fullmatch(block.anchor) and block.anchor not in RESERVED
                self.ids[index] = self.anchors[block.anchor] = block.anchor if plain else self._free(slug(block.anchor))
        for index, block in enumerate(self.blocks):
            if index not in self.ids and isinstance(block, Heading) and block.level <= CONTENTS_LEVEL:
                self.ids[index] = self._free(slug(f"{block.label} {words(block.content)}"))
            for term in _defined(block):
                if term not in self.terms:
                    self.terms[term] = self._free(f"term-{slug(term)}")

    def _free(self, wanted: str) -> str:
        found, count = wanted, 1
        while found in self._taken:
            count += 1
            found = f"{wanted}-{count}"
        self._taken.add(found)
        return found


def slug(text: str) -> str:
    """Words as an id: small letters and figures with hyphens between them."""
    found = re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")[:60].rstrip("-")
    return found if found[:1].isalpha() else f"s-{found}" if found else "s"


def lines_of(block: Block) -> Iterator[Line]:
    """All lines of a block."""
    if isinstance(block, Table):
        yield block.caption
        yield from (content for row in block.rows for cell in row for content in cell.lines)
    else:
        yield getattr(block, "content", ())
        yield getattr(block, "caption", ())


def _defined(block: Block) -> Iterator[str]:
    return (run.defines for content in lines_of(block) for run in content if run.defines)
