"""Which of two readings of a tagged PDF counts: that by the file's own structure, or that by how its words lie on the page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import Final

from sladocs.model.document import Block, Heading, ListItem, Table, block_text

_WORD: Final = re.compile(r"[^\W_]+")
_SAME: Final = 0.98
"""The share of the words that both readings have in common, from which the structure can be trusted: labels and hyphens differ."""


def agree(told: Iterable[Block], seen: Iterable[Block]) -> bool:
    """Whether the structure says what things are, beyond paragraphs, and has the same words as the page, no more and no less."""
    blocks = list(told)
    if not any(isinstance(block, (Heading, ListItem, Table)) for block in blocks):
        return False
    ours, theirs = _words(seen), _words(blocks)
    common = (ours & theirs).total()
    return common >= _SAME * max(ours.total(), theirs.total())


def _words(blocks: Iterable[Block]) -> Counter[str]:
    return Counter(word.lower() for block in blocks for word in _WORD.findall(block_text(block)))
