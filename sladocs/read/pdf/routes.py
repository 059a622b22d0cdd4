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
"""The share of the words that both readings have in common, from which the structure can be trusted: words are parted at lines' ends."""


def is_true(told: Sequence[Block], pages: Iterable[Page], text: Sequence[Sequence[Sequence[Segment]]]) -> bool:
    """Whether the structure says what things are, beyond paragraphs, and has the words of the pages, no more and no less.

    It may say nothing that the `pages` do not show, and must say all of their `text`, which is what is left of them without running heads,
    numbers of pages and the list of contents. A figure that only one of them has is enough to doubt it.
    """
    if not any(isinstance(block, (Heading, ListItem, Table)) for block in told):
        return False
    said = [block_text(block) for block in told]
    shown = [word.text for page in pages for word in page.words]
    kept = [word.text for page_rows in text for word in _without_margins([part for row in page_rows for part in row])]
    return _covers(shown, said) and _covers(said, kept)


def _without_margins(parts: Sequence[Segment]) -> Iterator[Word]:
    """The words of a page, but those above and below its text that no structure names: heads and feet that stand on this page alone."""
    named = [(part.top, part.bottom) for part in parts if any(word.mark >= 0 for word in part.words)]
    top, bottom = min((part[0] for part in named), default=0.0), max((part[1] for part in named), default=0.0)
    for part in parts:
        for word in part.words:
            if word.mark >= 0 or (word.bottom > top and word.top < bottom):
                yield word


def _covers(more: Iterable[str], less: Iterable[str]) -> bool:
    """Whether some texts have the words of others, but for a few, and all their figures."""
    outer, inner = "\n".join(more).lower(), "\n".join(less).lower()
    if Counter(_DIGITS.findall(inner)) - Counter(_DIGITS.findall(outer)):
        return False
    ours, theirs = Counter(_WORD.findall(outer)), Counter(_WORD.findall(inner))
    return (ours & theirs).total() >= _SAME * theirs.total()
