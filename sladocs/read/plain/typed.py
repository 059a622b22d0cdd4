"""Text whose lines are broken and whose columns are parted by blanks, read as pages of a typewriter.

Each character is as wide as any other, so that the words have places: what the PDF reader knows of lines, columns, tables without drawn
lines, running heads, numbers of pages and lists of contents holds here too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from sladocs.model.document import Block
from sladocs.read.pdf.blocks import blocks_of
from sladocs.read.pdf.contents import without_contents
from sladocs.read.pdf.flow import flow_of
from sladocs.read.pdf.furniture import without_furniture
from sladocs.read.pdf.lines import Line, rows, segments
from sladocs.read.pdf.notes import Notes
from sladocs.read.pdf.numbers import without_numbers
from sladocs.read.pdf.page import Page, Word
from sladocs.read.pdf.paragraphs import label_of
from sladocs.read.pdf.words import ASCENT, DESCENT
from sladocs.read.plain.headings import heading_level, is_bare_title

if TYPE_CHECKING:
    from sladocs.read.pdf.flow import Flow
    from sladocs.read.pdf.tables import PageTable

_SIZE: Final = 10.0
_ACROSS: Final = 9.2
_DOWN: Final = 12.0
_REACH: Final = 0.67
"""In points, and as a share of a character's width: letters that leave a third of their size between words, as printed ones do, so that
two blanks are the narrowest gap between columns."""
_MARGIN: Final = 2.0
_RAGGED: Final = 0.85
"""The share of its width that a line fills at least which is broken because it is full."""
_TEXT: Final = 40 * _ACROSS
_ENOUGH: Final = 4
"""How wide lines of running text are at least, and how many of them tell the width of a page."""
_LONGER: Final = 1.5
"""How much longer than a heading the line is that begins the text below it."""
_SENTENCE_END: Final = re.compile(r"(?<=[.:;?!\"\u201d)]) {2}(?=\S)")
"""Typists put two blanks after a sentence, which are no gap between columns."""
_WORD: Final = re.compile(r"\S+")
_ENDS: Final = 3
_MOST_WHITE: Final = 10
"""Blank lines that end a table, and the most that count."""
_KEY: Final = re.compile(r" *[A-Z][^.:;!?]{1,40}:(?: \S|$)(?!.*\S {2,}\S)")
"""A line that names what it says: such lines, one below the other, are no paragraph."""
_STRANGE_BULLET: Final = re.compile(r"^( *)(- -|--|\(bullet\)|\ufffd)(?= +\S)")
_PAGE: Final = re.compile(r"\f|^[ \t]*<PAGE>[ \t]*(?:\d+[ \t]*)?$", re.MULTILINE | re.IGNORECASE)
_MARK: Final = re.compile(r"^[ \t]*(?:</?(?:TABLE|CAPTION)>|(?:<[SC]>[ \t]*)+)[ \t]*$", re.MULTILINE | re.IGNORECASE)
"""The marks of tables and pages in the text form of filings to the SEC."""
_MOST: Final = 1_000_000
"""Characters of a text that is read so; longer ones are no contract."""
_FEWEST: Final = 12
"""Lines from which a text shows how it was broken."""
_WIDE: Final = 200
"""Characters that the lines of broken text hold at most, but for one in twenty."""
_WIDEST: Final = 1000
_LONGEST_PAGE: Final = 300
"""Lines after which a text without page breaks is cut at a blank line: what is searched for in a page stays small."""


def is_typed(text: str) -> bool:
    """Whether the lines of a text are broken where they fill a page, rather than one a paragraph."""
    if len(text) > _MOST:
        return False
    lengths = sorted(len(line.rstrip()) for line in text.split("\n") if line.strip())
    return len(lengths) >= _FEWEST and lengths[-1 - len(lengths) // 20] <= _WIDE and lengths[-1] <= _WIDEST


def typed_blocks(text: str, before: int = 0) -> list[Block]:
    """The blocks of such a text, in reading order; those of one with page breaks say on which page they stand.

    `before` is how many pages end before the text begins.
    """
    parts = _PAGE.split(_MARK.sub("", text))
    paged = len(parts) > 1 or before > 0
    pages = [page for part in (parts if paged else _cut(text)) if (page := _page(part)) is not None]
    for number, page in enumerate(pages, before + 1):
        page.number = number
    lines = [rows(segments(page.words)) for page in pages]
    kept = without_numbers(without_contents(without_furniture(pages, lines) if paged else lines))
    flow = flow_of(pages, kept)
    _set_margins(flow.lines)
    _mark_titles(flow)
    blocks = blocks_of(flow, Notes())
    return [block.model_copy(update={"source": None, "page": block.page if paged else None}) for block in blocks]


def _set_margins(lines: Sequence[Line]) -> None:
    """Let lines end where a long word may have gone to the next: letters of many widths fill lines of unlike numbers of characters.

    The widest lines of a page tell where that is, a few of them being wider than the rest.
    """
    by_page: dict[int, list[Line]] = {}
    for line in lines:
        by_page.setdefault(line.page, []).append(line)
    for found in by_page.values():
        ends = sorted(line.x1 for line in found if not line.gaps and line.x1 - line.x0 > _TEXT)
        usual = ends[len(ends) * 9 // 10] if ends else 0.0
        for line in found:
            right = min(line.right, usual) if len(ends) > _ENOUGH else line.right
            line.right = line.left + _RAGGED * (right - line.left)


def _mark_titles(flow: Flow) -> None:
    """Make lines bold that stand as headings do: a typewriter has no bold letters, and what follows knows headings by them."""
    before, *items = None, *flow.items
    for at, item in enumerate(items):
        after = items[at + 1] if at + 1 < len(items) else None
        if isinstance(item, Line) and _is_title(item, before, after):
            for word in item.words:
                word.bold = True
        before = item


def _is_title(line: Line, before: Line | PageTable | None, after: Line | PageTable | None) -> bool:
    text = line.text
    if line.x1 > line.right or (line.gaps and line.gaps[0] != 1) or len(line.gaps) > 1 or not (_is_apart(before, line) or _is_bold(before)):
        return False
    if isinstance(after, Line) and after.page == line.page and after.words[0].text[:1].islower():
        return False
    return heading_level(text) > 0 or (is_bare_title(text) and _stands_over(line, after))


def _is_bold(line: Line | PageTable | None) -> bool:
    return isinstance(line, Line) and line.bold


def _stands_over(line: Line, after: Line | PageTable | None) -> bool:
    """Whether what follows a line is what a heading stands over: a table, an item of a list, or a line of more words."""
    if after is None or isinstance(after, Line):
        return after is not None and (
            bool(label_of(after)[0]) or bool(_KEY.match(after.text)) or after.x1 - after.x0 > _LONGER * (line.x1 - line.x0)
        )
    return True


def _is_apart(above: Line | PageTable | None, below: Line | PageTable | None) -> bool:
    """Whether a blank line, a page's end or a table's edge stands between two lines."""
    if not isinstance(above, Line) or not isinstance(below, Line) or above.page != below.page:
        return True
    return below.top - above.top > 1.5 * _DOWN


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
    lines = [_STRANGE_BULLET.sub(_bullet, line) for line in text.expandtabs(8).rstrip().split("\n")]
    words: list[Word] = []
    base, above, blank = _MARGIN, "", 0
    for line in lines:
        if not line.strip():
            blank += 1
            continue
        base += _DOWN * (1 + _apart(blank) + 0.5 * bool(not blank and _KEY.match(line) and _KEY.match(above)))
        above, blank = line, 0
        wide = {found.start() for found in _SENTENCE_END.finditer(line)}
        for found in _WORD.finditer(line):
            end = found.end() + _REACH + (found.end() in wide)
            x0, x1 = _MARGIN + _ACROSS * found.start(), _MARGIN + _ACROSS * end
            words.append(Word(found.group(), x0, base - ASCENT * _SIZE, x1, base + DESCENT * _SIZE, _SIZE, False, len(words)))
    if not words:
        return None
    return Page(0, 2 * _MARGIN + _ACROSS * max(map(len, lines)), _MARGIN + base, words)


def _apart(blank: int) -> int:
    """How many lines of white blank lines make: several end what stands above them."""
    return min(blank if blank < _ENDS else 2 * blank, _MOST_WHITE)


def _bullet(found: re.Match[str]) -> str:
    """The sign of an item of a list, as wide as what stood for it."""
    return found[1] + "\u2022".ljust(len(found[2]))
