"""Text whose lines are broken and whose columns are parted by blanks, read as pages of a typewriter.

Each character is as wide as any other, so that the words have places: what the PDF reader knows of lines, columns, tables without drawn
lines, running heads, numbers of pages and lists of contents holds here too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from sladocs.model.document import Block
from sladocs.read.pdf.blocks import blocks_of
from sladocs.read.pdf.contents import without_contents
from sladocs.read.pdf.flow import flow_of, text_of_pages
from sladocs.read.pdf.lines import rows, segments
from sladocs.read.pdf.notes import Notes
from sladocs.read.pdf.numbers import without_numbers
from sladocs.read.pdf.page import Page, Word
from sladocs.read.pdf.words import ASCENT, DESCENT

_ACROSS: Final = 6.0
_DOWN: Final = 12.0
_SIZE: Final = 10.0
_MARGIN: Final = 36.0
"""A typewriter's measures in points: ten characters an inch, six lines an inch, half an inch of paper around."""
_SENTENCE_END: Final = re.compile(r"(?<=[.:;?!\"\u201d)]) {2}(?=\S)")
"""Typists put two blanks after a sentence, which are no gap between columns."""
_WORD: Final = re.compile(r"\S+")
_PAGE: Final = re.compile(r"\f|^[ \t]*<PAGE>[ \t]*(?:\d+[ \t]*)?$", re.MULTILINE | re.IGNORECASE)
_MARK: Final = re.compile(r"^[ \t]*(?:</?(?:TABLE|CAPTION)>|(?:<[SC]>[ \t]*)+)[ \t]*$", re.MULTILINE | re.IGNORECASE)
"""The marks of tables and pages in the text form of filings to the SEC."""
_FEWEST: Final = 12
"""Lines from which a text shows how it was broken."""
_WIDE: Final = 200
"""Characters that the lines of broken text hold at most, but for one in twenty."""
_WIDEST: Final = 1000
_LONGEST_PAGE: Final = 300
"""Lines after which a text without page breaks is cut at a blank line: what is searched for in a page stays small."""


def is_typed(text: str) -> bool:
    """Whether the lines of a text are broken where they fill a page, rather than one a paragraph."""
    lengths = sorted(len(line.rstrip()) for line in text.split("\n") if line.strip())
    return len(lengths) >= _FEWEST and lengths[-1 - len(lengths) // 20] <= _WIDE and lengths[-1] <= _WIDEST


def typed_blocks(text: str) -> list[Block]:
    """The blocks of such a text, in reading order; those of one with page breaks say on which page they stand."""
    parts = _PAGE.split(_MARK.sub("", text))
    paged = len(parts) > 1
    pages = [page for part in (parts if paged else _cut(text)) if (page := _page(part)) is not None]
    for number, page in enumerate(pages, 1):
        page.number = number
    if paged:
        kept = text_of_pages(pages)
    else:
        kept = without_numbers(without_contents([rows(segments(page.words)) for page in pages]))
    flow = flow_of(pages, kept)
    blocks = blocks_of(flow, Notes())
    return [block.model_copy(update={"source": None, "page": block.page if paged else None}) for block in blocks]


def _cut(text: str) -> Iterator[str]:
    """A text without page breaks in parts that are searched one by one."""
    waiting: list[str] = []
    for line in text.split("\n"):
        waiting.append(line)
        if len(waiting) >= _LONGEST_PAGE and (not line.strip() or len(waiting) >= 2 * _LONGEST_PAGE):
            yield "\n".join(waiting)
            waiting = []
    yield "\n".join(waiting)


def _page(text: str) -> Page | None:
    """A page with its words where the blanks put them; None where it has no words."""
    lines = text.expandtabs(8).rstrip().split("\n")
    words: list[Word] = []
    for row, line in enumerate(lines):
        base = _MARGIN + _DOWN * (row + 1)
        wide = {found.start() for found in _SENTENCE_END.finditer(line)}
        for found in _WORD.finditer(line):
            end = found.end() + (found.end() in wide)
            x0, x1 = _MARGIN + _ACROSS * found.start(), _MARGIN + _ACROSS * end
            words.append(Word(found.group(), x0, base - ASCENT * _SIZE, x1, base + DESCENT * _SIZE, _SIZE, False, len(words)))
    if not words:
        return None
    return Page(0, 2 * _MARGIN + _ACROSS * max(map(len, lines)), 2 * _MARGIN + _DOWN * len(lines), words)
