"""Plain text to a Document: our own layout by its indentation, a stranger's by what lines look like.

A stranger's headings are lines with a rule under them, lines in capitals, named parts ("ARTICLE IV", "Schedule 3") and short numbered
lines; wrapped lines are joined, labels start a new block, and lines in columns, between bars or between tabs are tables.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from typing import Final

from sladocs.model.document import Block, Document, Heading, ListItem, Paragraph, Table, words
from sladocs.model.labels import is_bullet, is_item_label, split_label
from sladocs.read.cells import column_table, rough_table
from sladocs.read.grid import RULE, read_grid
from sladocs.read.layout import read_layout
from sladocs.read.lines import line_of, part_label, part_sign
from sladocs.read.plain import is_typed, passages, row_table, typed_blocks, unstacked, with_joined_rows
from sladocs.read.plain.headings import LONGEST, headed, heading_level

_UNDERLINE: Final = re.compile(r"([=~^#*_-])\1{2,}")
_ORNAMENT: Final = re.compile(r"[\s=~^#*_.+-]*")
_LATE_LABEL: Final = re.compile(r"(?<=[.;:])[ \t]{2,}(?=(?:\([a-z0-9]{1,4}\)|\d{1,3}(?:\.\d{1,3})*\.?)\s)", re.IGNORECASE)
_MOST_RULED: Final = 50
"""Headings with rules below them, one after the other without a blank line, behind which no table is looked for any more."""
_MOST_ROWS: Final = 60
"""Lines between blank lines of which one table is made at most."""
_WRAPPED: Final = 110
"""No line of a hard-wrapped text is longer."""
_PASSAGE: Final = 1000
"""What is longer is no line, but a passage that has been joined."""


def read_text(text: str) -> Document:
    """The Document that a plain text holds."""
    if document := read_layout(text):
        return document
    typed = is_typed(text)
    blocks: list[Block] = []
    pages = 0
    for part in itertools.chain.from_iterable([one] if isinstance(one, Table) else with_joined_rows(one) for one in unstacked(text)):
        if isinstance(part, Table):
            blocks.append(part)
        else:
            blocks += headed(typed_blocks(part, pages)) if typed else _grouped(part)
            pages += part.count("\f")
    return _titled(blocks)


def _grouped(text: str) -> list[Block]:
    """The blocks of a text by its blank lines."""
    reader = _Reader()
    groups = [_lines(group) for group in re.split(r"\n[ \t]*\n(?:[ \t]*\n)*|\f", text)]
    at = 0
    while at < len(groups):
        rows = list(itertools.takewhile(lambda lines: len(lines) == 1, groups[at : at + _MOST_ROWS]))
        found = row_table([row[0] for row in rows]) if len(rows) > 1 else None
        if found:
            reader.end_list()
            reader.blocks.append(found[0])
            at += found[1]
        else:
            reader.take(groups[at])
            at += 1
    return reader.blocks


def _lines(group: str) -> list[str]:
    return [line.rstrip() for line in group.split("\n") if line.strip()]


def _titled(blocks: Sequence[Block]) -> Document:
    """A document of these blocks, its title being its first words where they are short."""
    title = words(next((block.content for block in blocks if isinstance(block, (Heading, Paragraph))), ()))
    return Document(title=title if len(title) <= LONGEST else "", body=tuple(blocks))


class _Reader:
    """Gathers blocks; remembers which rules and which indentations stand for which level."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._rules: list[str] = []
        self._items: list[int] = []

    def end_list(self) -> None:
        """What follows begins lists of its own."""
        self._items = []

    def take(self, lines: Sequence[str]) -> None:
        """One group of lines between blank lines."""
        for count in itertools.count():
            if not lines:
                return
            if count < _MOST_RULED and (table := _drawn_table(lines)):
                self._items = []
                self.blocks.append(table)
                return
            first = lines[1].strip() if len(lines) > 1 else ""
            if not _UNDERLINE.fullmatch(first) or len(lines[0].strip()) > LONGEST:
                break
            self._ruled(lines[0], first[0])
            lines = lines[2:]
        for segment in _segments(lines):
            self._segment(segment)

    def _ruled(self, line: str, sign: str) -> None:
        if sign not in self._rules:
            self._rules.append(sign)
        label, content = part_label(line_of(line), heading=True)
        self._items = []
        self.blocks.append(Heading(level=min(self._rules.index(sign) + 1, 6), label=label, content=content))

    def _segment(self, segment: str) -> None:
        indent = len(segment) - len(segment.lstrip())
        content = line_of(segment)
        text = words(content)
        if not content or _ORNAMENT.fullmatch(text):
            return
        sign, rest = part_sign(content)
        if is_bullet(sign) and rest:
            self.blocks.append(ListItem(level=self._depth(indent), label=sign, content=rest))
            return
        if level := heading_level(text):
            label, left = part_label(content, heading=True)
            self._items = []
            self.blocks.append(Heading(level=level, label=label, content=left))
            return
        label, left = part_label(content)
        if is_item_label(label):
            self.blocks.append(ListItem(level=self._depth(indent), label=label, content=left))
        else:
            self._items = [] if label else self._items
            self.blocks.append(Paragraph(label=label, content=left))

    def _depth(self, indent: int) -> int:
        """The level of an item, from the indentations of the items before it."""
        self._items = [known for known in self._items if known < indent]
        self._items.append(indent)
        return min(len(self._items), 3)


def _drawn_table(lines: Sequence[str]) -> Table | None:
    indent = min(len(line) - len(line.lstrip()) for line in lines)
    level = [line[indent:] for line in lines]
    start = next((place for place, line in enumerate(level) if RULE.fullmatch(line.strip())), None)
    if start is not None and start <= 2:
        caption = line_of(" ".join(level[:start]))
        drawn = [line.strip() for line in level[start:]]
        if table := read_grid(drawn, caption):
            return table
    return rough_table("\n".join(lines)) or column_table(level)


def _segments(lines: Sequence[str]) -> Iterator[str]:
    """The blocks' texts in a group of lines: wrapped lines joined, a label, a sign or a heading starting a new one."""
    longest = max(map(len, lines))
    current = ""
    for line in lines:
        for part in itertools.chain.from_iterable(map(_LATE_LABEL.split, passages(line))):
            if not current:
                current = part
            elif longest > _WRAPPED or _starts(part) or _closed(current, longest):
                yield current
                current = part
            else:
                current = f"{current} {part.strip()}"
    if current:
        yield current


def _starts(line: str) -> bool:
    """Whether a line begins a block of its own."""
    text = " ".join(line.split())
    sign, _, rest = text.partition(" ")
    return bool(rest and is_bullet(sign)) or bool(split_label(text)[0]) or heading_level(text) > 0


def _closed(before: str, longest: int) -> bool:
    """Whether the line before, much shorter than the wrapped ones, ends what it says."""
    last = before.rsplit("\n", 1)[-1]
    if len(last) > _PASSAGE:
        return False
    text = " ".join(last.split())
    return heading_level(text) > 0 or (len(text) < longest * 0.7 and len(text) < 60 and text.endswith((".", ":", ";")))
