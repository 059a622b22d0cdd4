"""The words of lines as inline text: bold words, words that were parted at the end of a line."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Final

from sladocs.model.document import Line as Inline
from sladocs.model.document import Run
from sladocs.read.pdf.lines import Line, touches
from sladocs.read.pdf.page import Word

_HYPHEN: Final = "\u00ad"
_PARTED: Final = re.compile(r"(\w{2,})[\u00ad-]$")
_LETTERS: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_SIGNS: Final = frozenset("/\u00ad\u2010\u2013\u2014-")
_GOES_ON: Final = re.compile(r"[\w)\]][/\u00ad\u2010\u2013\u2014-]$")
"""A word's part after which a line may end without a blank: "America/", "Kingston-", "09:00–" (Unicode Annex 14: SY, HY, BA)."""
_SUSPENDED: Final = frozenset({"and", "or", "to"})
"""Words before which a hyphen stands for the end of a later word: "short- and long-term"."""


class Hyphens:
    """Decides whether a sign at the end of a line belongs to the word, and the word goes on, by how the document writes elsewhere."""

    def __init__(self, lines: Iterable[Sequence[Word]]) -> None:
        self._lines = list(lines)

    @cached_property
    def _known(self) -> set[str]:
        """The words of the document, but for those at lines' ends."""
        return {found.lower() for words in self._lines for word in words[:-1] for found in _LETTERS.findall(word.text)}

    @cached_property
    def _apart(self) -> set[str]:
        """The signs behind which the document writes a blank in the midst of a line."""
        return {
            one.text[-1]
            for words in self._lines
            for one, other in itertools.pairwise(words)
            if one.text[-1] in _SIGNS and _GOES_ON.search(one.text) and not touches(one, other) and other.text.lower() not in _SUSPENDED
        }

    def joined(self, before: str, after: str) -> str | None:
        """What stands for a word's first part at a line's end: without the hyphen, with it, or None where no word is parted."""
        if (
            before[-1] not in _SIGNS
            or not _GOES_ON.search(before)
            or not (after[0].isalnum() or after[0] in "([")
            or after.lower() in _SUSPENDED
        ):
            return None
        found, start = _PARTED.search(before), _LETTERS.match(after)
        if not found or not start or not after[0].islower():
            return None if before[-1] in self._apart else before
        first, second = found[1].lower(), start.group().lower()
        plain, hyphened = first + second, f"{first}-{second}"
        keeps = hyphened in self._known or (plain not in self._known and first in self._known and second in self._known)
        return before[:-1] + ("-" if keeps else "")


def join_cell(lines: Sequence[list[Word]], hyphens: Hyphens) -> None:
    """Join the words of a cell that are parted at the ends of its lines; a line may be left without words."""
    for above, below in itertools.pairwise(lines):
        if above and below and (joined := hyphens.joined(above[-1].text, below[0].text)) is not None:
            above[-1].text = joined + below.pop(0).text


def inline(lines: Sequence[Line], skip: int, hyphens: Hyphens, notes: frozenset[int] = frozenset()) -> Inline:
    """The inline text of lines without their first `skip` words, and without the words of `notes` (by identity: marks of notes)."""
    texts: list[list[str]] = []
    marks: list[bool] = []
    last: Word | None = None
    for number, line in enumerate(lines):
        begins = True
        for word in line.words[skip:] if number == 0 else line.words:
            if notes and id(word) in notes:
                continue
            blank = " "
            if last is None:
                blank = ""
            elif begins:
                joined = hyphens.joined(texts[-1][-1], word.text)
                if joined is not None:
                    texts[-1][-1], blank = joined, ""
            elif touches(last, word) and word.order - last.order in (0, 1):
                blank = ""
            if not marks or marks[-1] != word.bold:
                if blank and marks and not marks[-1]:
                    texts[-1].append(blank)
                    blank = ""
                marks.append(word.bold)
                texts.append([blank, word.text] if blank else [word.text])
            else:
                texts[-1].append(f"{blank}{word.text}")
            last, begins = word, False
    return _runs(texts, marks)


def _runs(texts: Sequence[Sequence[str]], marks: Sequence[bool]) -> Inline:
    found = ["".join(text).replace(_HYPHEN, "-") for text in texts]
    return tuple(Run(text=text, bold=bold) for text, bold in zip(found, marks, strict=True) if text)
