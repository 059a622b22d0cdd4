"""Footnotes: small lines at the end of a page that begin with a number which stands raised in the text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from sladocs.read.pdf.lines import Line
from sladocs.read.pdf.page import Word
from sladocs.read.pdf.paragraphs import Para

if TYPE_CHECKING:
    from sladocs.read.pdf.flow import Flow

_MARK: Final = re.compile(r"\d{1,3}|[*\u2020\u2021\u00a7]{1,3}|[a-z]")
_SMALLER: Final = 0.7
"""Points by which a note is smaller than the text."""
_RAISED: Final = 0.8
"""How large the raised mark of a note is at most, as a share of the word before it."""


@dataclass
class Notes:
    """The notes of a document by the identities of their marks' words."""

    found: dict[int, list[Para]] = field(default_factory=dict)

    @property
    def marks(self) -> frozenset[int]:
        """The identities of the words that are marks of notes."""
        return frozenset(self.found)

    def of(self, para: Para) -> list[Para]:
        """The notes to a paragraph."""
        if not self.found:
            return []
        return [note for line in para.lines for word in line.words for note in self.found.get(id(word), ())]


def take_notes(flow: Flow) -> Notes:
    """Take the footnotes out of the flow."""
    notes = Notes()
    by_page: dict[int, list[Line]] = {}
    for line in flow.lines:
        by_page.setdefault(line.page, []).append(line)
    taken: set[int] = set()
    for lines in by_page.values():
        start = len(lines)
        while start and lines[start - 1].size <= flow.size - _SMALLER:
            start -= 1
        if start == len(lines) or not start:
            continue
        marks = {word.text: word for word in _raised(lines[:start])}
        for note in _notes(lines[start:], marks):
            notes.found.setdefault(id(marks[note.first.words[0].text]), []).append(note)
            taken.update(map(id, note.lines))
    if taken:
        flow.items = [item for item in flow.items if id(item) not in taken]
    return notes


def _raised(lines: Iterable[Line]) -> Iterable[Word]:
    for line in lines:
        for before, word in zip(line.words, line.words[1:], strict=False):
            if (
                word.bottom - word.top < _RAISED * (before.bottom - before.top)
                and word.bottom < before.bottom - 0.5
                and _MARK.fullmatch(word.text)
            ):
                yield word


def _notes(lines: Iterable[Line], marks: dict[str, Word]) -> list[Para]:
    found: list[Para] = []
    for line in lines:
        if line.words[0].text in marks and len(line.words) > 1:
            found.append(Para([line], line.words[0].text, 1))
        elif found:
            found[-1].lines.append(line)
    return found
