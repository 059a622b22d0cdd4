"""Which of two readings of a tagged PDF counts: that by the file's own structure, or that by how its words lie on the page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from sladocs.model.document import Block, Heading, ListItem, Table, block_text
from sladocs.read.pdf.lines import Segment
from sladocs.read.pdf.page import Page, Word

_WORD: Final = re.compile(r"[^\W_]+")
_DIGITS: Final = re.compile(r"\d+")
_SAME: Final = 0.98
"""The share of the words that both readings have in common, from which the structure can be trusted: blanks may differ."""
_START: Final = 2
_PIECES: Final = 30
"""The most parts of a word that is looked for: one that is broken in each line of a narrow cell."""


def is_true(told: Sequence[Block], pages: Iterable[Page], text: Sequence[Sequence[Sequence[Segment]]], *, accessible: bool = False) -> bool:
    """Whether the structure says what things are, and has the words of the pages, no more and no less.

    It must say more than paragraphs, as careless programs tag each line, unless the file claims to be `accessible` (PDF/UA, ISO 14289-1).

    It may say nothing that the `pages` do not show, and must say all of their `text`, which is what is left of them without running heads,
    numbers of pages and the list of contents. A figure that only one of them has is enough to doubt it.
    """
    if not accessible and not any(isinstance(block, (Heading, ListItem, Table)) for block in told):
        return False
    said = _words("\n".join([block_text(block) for block in told]))
    shown = _words("\n".join([word.text for page in pages for word in page.words]))
    kept = _words("\n".join([word.text for page_rows in text for word in _without_margins([part for row in page_rows for part in row])]))
    wanted = Counter(said) - Counter(shown)
    return _covers(_mended(shown, wanted), said) and _covers(said, _mended(kept, wanted))


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


def _mended(pieces: Sequence[str], wanted: Counter[str]) -> list[str]:
    """Words whose parts, parted by a line's end, are one again where that is one of those `wanted`."""
    if not wanted:
        return list(pieces)
    starts = {word[:_START] for word in wanted}
    mended: list[str] = []
    at = 0
    while at < len(pieces):
        end = _end(pieces, at, wanted) if pieces[at][:_START] in starts or len(pieces[at]) < _START else at + 1
        mended.append("".join(pieces[at:end]))
        at = end
    return mended


def _end(pieces: Sequence[str], at: int, wanted: Counter[str]) -> int:
    """Where the parts of a wanted word end that begin at a place; only the piece there where they are none."""
    whole = ""
    for end in range(at, min(at + _PIECES, len(pieces))):
        whole += pieces[end]
        if end > at and whole in wanted:
            return end + 1
    return at + 1


def _without_margins(parts: Sequence[Segment]) -> Iterator[Word]:
    """The words of a page, but those above and below its text that no structure names: heads and feet that stand on this page alone."""
    named = [(part.top, part.bottom) for part in parts if any(word.mark >= 0 for word in part.words)]
    top, bottom = min((part[0] for part in named), default=0.0), max((part[1] for part in named), default=0.0)
    for part in parts:
        for word in part.words:
            if word.mark >= 0 or (word.bottom > top and word.top < bottom):
                yield word


def _covers(more: Sequence[str], less: Sequence[str]) -> bool:
    """Whether some words have those of others among them, but for a few, and all their figures."""
    if Counter(_DIGITS.findall(" ".join(less))) - Counter(_DIGITS.findall(" ".join(more))):
        return False
    return (Counter(more) & Counter(less)).total() >= _SAME * len(less)
