"""The words of lines as inline text: bold words, words that were parted at the end of a line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from sladocs.model.document import Line as Inline
from sladocs.read.lines import Piece, tidy
from sladocs.read.pdf.lines import Line, touches
from sladocs.read.pdf.page import Word

_HYPHEN: Final = "\u00ad"
_PARTED: Final = re.compile(r"(\w{2,})[\u00ad-]$")
_LETTERS: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


class Hyphens:
    """Decides whether a hyphen at the end of a line belongs to the word, by how the document writes the word elsewhere."""

    def __init__(self, lines: Iterable[Line]) -> None:
        self._known: set[str] = set()
        kept = list(lines)
        if any(line.words[-1].text.endswith((_HYPHEN, "-")) for line in kept):
            self._known = {found.lower() for line in kept for word in line.words[:-1] for found in _LETTERS.findall(word.text)}

    def joined(self, before: str, after: str) -> str | None:
        """What stands for a word's two halves at a line's end: without the hyphen, with it, or None where no word is parted."""
        found = _PARTED.search(before)
        start = _LETTERS.match(after)
        if not found or not start or not after[0].islower():
            return None
        first, second = found[1].lower(), start.group().lower()
        plain, hyphened = first + second, f"{first}-{second}"
        keeps = hyphened in self._known or (plain not in self._known and first in self._known and second in self._known)
        return before[:-1] + ("-" if keeps else "")


def inline(lines: Sequence[Line], skip: int, hyphens: Hyphens, notes: frozenset[int] = frozenset()) -> Inline:
    """The inline text of lines without their first `skip` words, and without the words of `notes` (by identity: marks of notes)."""
    pieces: list[Piece] = []
    for number, line in enumerate(lines):
        words = line.words[skip:] if number == 0 else line.words
        before: Word | None = None
        for word in words:
            if id(word) in notes:
                continue
            blank = "" if (before is not None and touches(before, word) and _is_split(before, word)) or not pieces else " "
            if before is None and pieces:
                last = pieces[-1]
                joined = hyphens.joined(last.text, word.text)
                if joined is not None:
                    pieces[-1] = last._replace(text=joined)
                    blank = ""
            if blank and pieces and pieces[-1].bold and word.bold:
                pieces[-1] = pieces[-1]._replace(text=pieces[-1].text + blank)
            elif blank and pieces:
                pieces.append(Piece(blank))
            pieces.append(Piece(word.text, word.bold))
            before = word
        skip = max(skip - len(line.words), 0) if number == 0 else 0
    return tidy(piece._replace(text=piece.text.replace(_HYPHEN, "-")) for piece in pieces)


def _is_split(one: Word, other: Word) -> bool:
    """Whether two words that touch are one: a raised number, or the halves of a word whose marks differ."""
    return other.order == one.order or other.order == one.order + 1
