"""The words of the contract: each block in its style, with automatic numbers where the lists produce them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final, Literal

from sladocs.model.document import Block, Figure, Heading, ListItem, Paragraph, Table, words
from sladocs.model.labels import is_bullet
from sladocs.model.numbering import SCHEDULE, Scheme
from sladocs.render.docx.inline import Inline
from sladocs.render.docx.markup import legal
from sladocs.render.docx.pictures import Pictures
from sladocs.render.docx.source import element, flat, paragraph, run, tab, value
from sladocs.render.docx.style import Styling
from sladocs.render.docx.tables import Tables
from sladocs.render.docx.targets import Targets

Part = Literal["front", "body", "signatures"]
ROLES: Final = {"title": "Title", "subtitle": "Subtitle", "definition": "Definition", "note": "Note", "caption": "CaptionText"}
LEADING: Final = (
    "Caption", "ScheduleHeading", "ScheduleHeadingPlain", "ScheduleHeading2", "ScheduleHeading3",
    *(f"Heading{level}" for level in range(1, 7)), *(f"Heading{level}Plain" for level in range(1, 4)),
)  # fmt: skip
"""The styles that are kept with what follows."""
AFTER_TABLE: Final = 200
"""Twips between a table and text that follows it."""


def style_of(block: Heading | Paragraph | ListItem, place: tuple[Scheme, int] | None, part: Part, *, inside: bool) -> str:
    """Our style for a block at its place in the numbering; `inside` says whether a numbered heading stands over it."""
    schedule = place is not None and place[0] is Scheme.SCHEDULE
    match block:
        case Heading(level=level) if level > 3:
            return f"Heading{level}"
        case Heading(level=level):
            if place is not None:
                return f"Heading{level}" if not schedule else "ScheduleHeading" if level == 1 else f"ScheduleHeading{level}"
            return "ScheduleHeadingPlain" if opens_page(block) else f"Heading{level}Plain"
        case ListItem(level=level):
            if place is not None:
                return f"{'Schedule' if schedule else ''}ListLevel{level}"
            return ("ListBullet" if is_bullet(block.label) else "List") + (str(level) if level > 1 else "")
        case Paragraph(role=role) if role != "body":
            return ROLES[role]
        case _:
            if place is not None:
                return f"{'Schedule' if schedule else 'Clause'}Level{place[1] + 1}"
            return "ClauseTyped" if block.label else "CoverText" if part == "front" else "ClauseText" if inside else "BodyText"


@dataclass
class Blocks:
    """Writes the blocks of a document, part by part and in their order."""

    styling: Styling
    targets: Targets
    inline: Inline
    tables: Tables
    pictures: Pictures
    _bookmarks: int = 0
    _inside: bool = field(default=False)

    def write(self, blocks: Sequence[Block], first: int, part: Part, *, before_signatures: bool = False) -> list[str]:
        """The elements of a part whose first block is block `first` of the document.

        With `before_signatures` the end of the part goes with the signatures onto their page, so that these never stand alone.
        """
        keep = _kept_with_next(blocks, part) | ({len(blocks) - 1} if before_signatures else frozenset())
        made: list[str] = []
        for offset, block in enumerate(blocks):
            index = first + offset
            match block:
                case Table():
                    made += self._table(block, index, after=made[-1:], keep=offset in keep)
                case Figure():
                    made += self._figure(block, index)
                case _:
                    text = self._text(block, index, part, keep=offset in keep, after_table=_is_table(made[-1:]))
                    made += [text] if text is not None else []
        return made

    def _text(self, block: Heading | Paragraph | ListItem, index: int, part: Part, *, keep: bool, after_table: bool) -> str | None:
        place = self.targets.places[index]
        style = style_of(block, place, part, inside=self._inside)
        if isinstance(block, Heading):
            self._inside = place is not None and place != (Scheme.SCHEDULE, 0)
        if isinstance(block, Paragraph) and place is None and not block.label and not legal(words(block.content)).strip():
            return None
        content = self.inline.line(block.content, emphasis=not isinstance(block, Heading))
        if isinstance(block, Heading):
            direct: list[str | None] = []
        else:
            keep = keep or words(block.content).rstrip().endswith(":")
            plain = style not in ("Title", "Subtitle", "Note", "CaptionText")
            direct = [
                element("w:keepNext") if keep else None,
                self._numbering(block, place),
                element("w:spacing", {"w:before": AFTER_TABLE}) if after_table and plain else None,
            ]
        label = self._label(block, index, automatic=place is not None)
        marks = self._bookmark(self.targets.contents.get(index)), self._reference(block, index)
        opened = [mark[0] for mark in marks if mark]
        closed = [mark[1] for mark in marks if mark]
        return paragraph(self.styling[style], *opened, *label, *content, *closed, properties=[d for d in direct if d is not None])

    def _numbering(self, block: Paragraph | ListItem, place: tuple[Scheme, int] | None) -> str | None:
        """The list and level of a numbered paragraph: its style says it too, but a level has one style, and 1.1 may be a heading."""
        if place is not None:
            number, level = self.styling.lists[place[0].value], place[1]
        elif isinstance(block, ListItem) and is_bullet(block.label):
            number, level = self.styling.lists["bullets"], block.level - 1
        else:
            return None
        return element("w:numPr", None, value("w:ilvl", level), value("w:numId", number))

    def _label(self, block: Heading | Paragraph | ListItem, index: int, *, automatic: bool) -> list[str]:
        """A label that no list produces: typed, with a tab behind it. A reference to it repeats what its bookmark holds."""
        if automatic or not block.label or (isinstance(block, ListItem) and is_bullet(block.label)):
            return []
        marks = self._bookmark(self.targets.bookmarks.get(index))
        return [*(marks[:1] if marks else ()), run(block.label), *(marks[1:] if marks else ()), tab()]

    def _reference(self, block: Block, index: int) -> tuple[str, str] | None:
        """The bookmark of a block that references name, round its text; a typed label has the bookmark for itself (see `_label`)."""
        typed = self.targets.places[index] is None and isinstance(block, (Heading, Paragraph, ListItem)) and block.label
        return None if typed else self._bookmark(self.targets.bookmarks.get(index))

    def _bookmark(self, name: str | None) -> tuple[str, str] | None:
        return self._marks(name) if name else None

    def _marks(self, bookmark: str) -> tuple[str, str]:
        self._bookmarks += 1
        started = element("w:bookmarkStart", {"w:id": self._bookmarks, "w:name": bookmark})
        return started, element("w:bookmarkEnd", {"w:id": self._bookmarks})

    def _table(self, block: Table, index: int, *, after: list[str], keep: bool) -> list[str]:
        marks = list(self._reference(block, index) or ())
        caption = [self._caption(block.caption, marks)] if legal(words(block.caption)).strip() else []
        # Word would join two tables that nothing parts.
        apart = [paragraph(self.styling["TableEnd"])] if _is_table(after) and not caption else []
        if not any(row for row in block.rows):
            return caption
        bookmark = "" if caption else "".join(marks)
        signing = block.layout == "signatures"
        made = self.tables.signatures(block, bookmark) if signing else self.tables.data(block, bookmark, keep_end=keep)
        return [*apart, *caption, made]

    def _caption(self, content: tuple[object, ...], marks: list[str]) -> str:
        runs = self.inline.line(content, emphasis=False)  # type: ignore[arg-type]
        return paragraph(self.styling["Caption"], *marks[:1], *runs, *marks[1:])

    def _figure(self, block: Figure, index: int) -> list[str]:
        marks = list(self._reference(block, index) or ())
        caption = [self._caption(block.caption, [])] if legal(words(block.caption)).strip() else []
        return [*caption, paragraph(self.styling["Picture"], *marks[:1], flat(self.pictures.drawing(block)), *marks[1:])]


def opens_page(block: Heading) -> bool:
    """Whether a heading is that of a schedule, which starts a page."""
    return block.level == 1 and re.match(rf"{SCHEDULE} \d+$", block.label) is not None


def _is_table(last: list[str]) -> bool:
    return bool(last) and last[0].startswith(("<w:tbl>", "<w:tbl "))


def _kept_with_next(blocks: Sequence[Block], part: Part) -> frozenset[int]:
    """What is kept with the block behind it, so that neither signatures nor the last paragraph of a schedule stand alone on a page.

    These are all blocks between a heading and the signatures below it, all in the part of the signatures, and that before the paragraph.
    """
    kept: set[int] = set(range(len(blocks))) if part == "signatures" else set()
    for index, block in enumerate(blocks):
        if isinstance(block, Table) and block.layout == "signatures":
            start = next((i for i in range(index - 1, -1, -1) if isinstance(blocks[i], (Heading, Table))), 0)
            kept |= set(range(start, index))
        if isinstance(block, Heading) and opens_page(block) and index > 1 and isinstance(blocks[index - 1], Paragraph):
            kept.add(index - 2)
    return frozenset(kept)
