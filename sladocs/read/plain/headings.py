"""Which lines of a plain text are headings: it has neither size nor boldness, but capitals, numbers, names of parts and what follows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from sladocs.model.document import Block, Heading, ListItem, Paragraph, block_text
from sladocs.model.labels import is_item_label, split_label
from sladocs.read.lines import line_of, part_label

LONGEST: Final = 90
_NAMED: Final = re.compile(
    r"(?:schedule|annex(?:ure)?|appendix|exhibit|attachment|article|part|chapter|addendum|section)\s+\S{1,8}", re.IGNORECASE
)
_NO_TITLE: Final = re.compile(r"[.,;:!?_$%<>=|@/]|\d\s*(?:[a-z]|$)|\b(?:shall|will|must|is|are|means)\b")


def heading_level(text: str) -> int:
    """The level of the heading that a stranger's line is by its look, 0 where it is none."""
    if len(text) > LONGEST or text.endswith((";", ",")) or "|" in text:
        return 0
    if _NAMED.match(text) and (len(text) <= 40 or text.isupper()) and not text.endswith("."):
        return 1
    label, rest = split_label(text)
    letters = [ch for ch in rest if ch.isalpha()]
    capitals = len(letters) > 2 and all(ch.isupper() for ch in letters)
    if label and not is_item_label(label) and rest[:1].isupper() and (capitals or _is_title(rest)):
        return min(len(re.findall(r"[A-Za-z0-9]+", label.removesuffix(".0"))), 6)
    return 1 if capitals and not label and not text.endswith(".") and not re.search(r"\d{3}|[_:$]", text) else 0


def _is_title(rest: str) -> bool:
    """Whether words after a number are a title rather than a sentence: few, and with a full stop only where all long ones have capitals."""
    found = rest.split()
    if len(rest) > 60 or len(found) > 8 or re.search(r"[.;,] |\b(?:shall|will|must|is|are|means)\b", rest):
        return False
    return not rest.endswith(".") or all(word[0].isupper() for word in found if len(word) > 3)


def is_bare_title(text: str) -> bool:
    """Whether words that stand alone on a line may be a heading without number or capitals: few, no sentence, and no figure."""
    found = text.split()
    if not 3 < len(text) <= 70 or len(found) > 9 or not text[0].isupper() or _NO_TITLE.search(text):
        return False
    long = [word for word in found if len(word) > 3]
    return len(found) <= 5 or sum(word[0].isupper() for word in long) * 2 > len(long)


def headed(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks, those that look like headings being headings."""
    for block in blocks:
        if isinstance(block, (Heading, Paragraph, ListItem)) and (level := heading_level(text := block_text(block))):
            label, content = part_label(line_of(text), heading=True)
            yield Heading(level=level, label=label, content=content, page=block.page)
        else:
            yield block
