"""Lists of terms and of what is said of each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from sladocs.model.document import Cell, Table, words
from sladocs.read.html.inline import Inline
from sladocs.read.html.tree import Element
from sladocs.read.lines import Piece, tidy

_SHORT: Final = 80
"""Characters of a term, or of what is said of it, that is no sentence."""


@dataclass
class Pair:
    """A term, and the elements that say something of it."""

    term: list[Piece] = field(default_factory=list)
    said: list[Element] = field(default_factory=list)


def pairs_of(element: Element, inline: Inline) -> list[Pair]:
    """The pairs of a list; several terms of which one thing is said are one."""
    pairs: list[Pair] = []
    for child in _terms(element):
        if not inline.shown(child):
            continue
        if child.tag == "dd":
            if not pairs:
                pairs.append(Pair())
            pairs[-1].said.append(child)
        elif pairs and not pairs[-1].said:
            pairs[-1].term += [Piece(" "), *inline.pieces(child)]
        else:
            pairs.append(Pair(list(inline.pieces(child))))
    return pairs


def _terms(element: Element) -> Iterator[Element]:
    for child in element.elements():
        if child.tag in ("dt", "dd"):
            yield child
        else:
            yield from _terms(child)


def as_table(pairs: Sequence[Pair], inline: Inline) -> Table | None:
    """The table that pairs are where each term is short, and what is said of it is no sentence; else None."""
    rows = []
    for pair in pairs:
        if len(pair.said) != 1 or inline.holds_blocks(pair.said[0]):
            return None
        left, right = tidy(pair.term), tidy(inline.pieces(pair.said[0]))
        if not left or not right or max(len(words(left)), len(words(right))) > _SHORT or words(right).endswith((".", ";")):
            return None
        rows.append((Cell(lines=(left,)), Cell(lines=(right,))))
    return Table(rows=tuple(rows)) if len(rows) > 1 else None
