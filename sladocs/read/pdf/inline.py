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
_ADDRESS: Final = re.compile(r"\w@(?:[\w-]+\.)?$")
"""The part of an address that cannot end there: behind its "@" a name with a dot in it stands."""
_SUSPENDED: Final = frozenset({"and", "or", "to"})
"""Words before which a hyphen stands for the end of a later word: "short- and long-term"."""

_POINTS: Final = ",.;:()[]\"'\u201c\u201d\u2018\u2019"
_FULL: Final = 1.5
"""The room, as a share of the size, that is left in a cell behind a word that goes on below: its margin, and less than a letter."""


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

    @cached_property
    def _written(self) -> set[str]:
        """The words of the document as they are written, but for those at lines' ends."""
        return {_bare(word.text) for words in self._lines for word in words[:-1]}

    def is_broken(self, part: str, whole: str) -> bool:
        """Whether the document writes a whole word elsewhere, and never its first part alone."""
        return _bare(whole) in self._written and _bare(part) not in self._written

    def joined(self, before: str, after: str) -> str | None:
        """What stands for a word's first part at a line's end: without the hyphen, with it, or None where no word is parted."""
        if before[-1] in "@." and _ADDRESS.search(before):
            return before if after[0].islower() or after[0].isdigit() else None
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


def _bare(word: str) -> str:
    return word.strip(_POINTS).lower()


def join_cell(lines: Sequence[list[Word]], hyphens: Hyphens, right: float) -> None:
    """Join the words of a cell, whose right edge is `right`, that are parted at the ends of its lines; a line may be left without words."""
    above: list[Word] = []
    for line in lines:
        if above and line and (joined := hyphens.joined(above[-1].text, line[0].text)) is not None:
            above[-1].text = joined + line.pop(0).text
        above = line or above
    for at, line in enumerate(lines[:-1]):
        if len(line) == 1 and right - line[0].x1 < _FULL * line[0].size:
            _join_broken(lines[at:], hyphens)


def _join_broken(lines: Sequence[list[Word]], hyphens: Hyphens) -> None:
    """Join a word that is too long for a cell, and so stands alone in its first lines, if the document has it whole elsewhere."""
    first = lines[0][0]
    whole = first.text
    for count, line in enumerate(lines[1:], 2):
        whole += line[0].text if line else ""
        if hyphens.is_broken(first.text, whole):
            first.text = whole
            for used in lines[1:count]:
                del used[:1]
        if len(line) != 1 or first.text == whole:
            return


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
