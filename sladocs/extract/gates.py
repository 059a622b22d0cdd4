"""Patterns that are tried only where they can match: on texts that hold one of the words without which they do not.

To look for a word in a sentence takes a fiftieth of the time that a pattern of many alternatives takes to fail on it, and nearly all
patterns fail on nearly all sentences. Which words a pattern needs is worked out from the pattern itself, so that nothing can be forgotten.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from re import _constants as code  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any, Final

_SHORTEST: Final = 2
"""Letters of a needed word from which it tells anything."""
_BRANCHES: Final = 8
"""So many ways of writing a word are told apart."""
_MOST: Final = 120
"""Needed words from which trying the pattern itself costs no more."""
_FIGURE: Final = "\\d"
"""What stands among the needed words for a digit."""
_FIGURES: Final = re.compile(r"\d")
_FOLDED: Final = re.compile("[\u017f\u0130\u0131]")
"""Letters that equal an s or an i where case is ignored, and whose small letters do not."""


class Gated:
    """A pattern, and the words one of which each text has that it matches."""

    __slots__ = ("_figure", "_needs", "pattern")

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self.pattern = pattern
        self._needs: tuple[str, ...] | None = None
        self._figure = False

    @property
    def needs(self) -> tuple[str, ...]:
        """The words in small letters, worked out when they are first asked for; "", which each text has, where there are none."""
        if self._needs is None:
            found = needs(self.pattern)
            self._figure = _FIGURE in found
            self._needs = tuple(word for word in found if word != _FIGURE)
        return self._needs

    def may(self, text: str) -> bool:
        """Whether the pattern can match within a text."""
        lowered = _lowered(text)
        if lowered is None:
            return True
        for word in self.needs:
            if word in lowered:
                return True
        return self._figure and _FIGURES.search(text) is not None

    def search(self, text: str, *place: int) -> re.Match[str] | None:
        """As `re.Pattern.search`."""
        return self.pattern.search(text, *place) if self.may(text) else None

    def match(self, text: str) -> re.Match[str] | None:
        """As `re.Pattern.match`."""
        return self.pattern.match(text) if self.may(text) else None

    def finditer(self, text: str, *place: int) -> Iterator[re.Match[str]]:
        """As `re.Pattern.finditer`."""
        return self.pattern.finditer(text, *place) if self.may(text) else iter(())


@lru_cache(maxsize=256)
def _lowered(text: str) -> str | None:
    """A text in small letters; None where these do not tell what a pattern finds in it."""
    if text.isascii() or not _FOLDED.search(text):
        return text.lower()
    return None


def needs(pattern: re.Pattern[str]) -> tuple[str, ...]:
    """Words in small letters, one of which each text has that a pattern matches, `_FIGURE` being any digit; ("",) for no such words."""
    found = _of_sequence(parser.parse(pattern.pattern, pattern.flags))
    if found is None or len(found) > _MOST:
        return ("",)
    return tuple(sorted(word for word in found if not any(other in word for other in found if other != word)))


_Words = frozenset[str]


def _of_sequence(items: Sequence[tuple[Any, Any]]) -> _Words | None:
    """The words of the part of a sequence that tells most."""
    best: _Words | None = None
    runs = [""]
    for kind, value in (*items, (None, None)):
        letters = _letters(kind, value)
        if letters and len(letters) * len(runs) <= _BRANCHES:
            runs = [run + letter for run in runs for letter in letters]
            continue
        for found in (_told(runs), frozenset(letters) if letters and _told(letters) else _of_item(kind, value)):
            if found is not None and (best is None or _often(found) < _often(best)):
                best = found
        runs = [""]
    return best


def _letters(kind: Any, value: Any) -> list[str]:
    """The letters one of which stands at one place, in small letters; none where that is not told by a few."""
    found = [value] if kind is code.LITERAL else [one for name, one in value if name is code.LITERAL] if kind is code.IN else []
    if kind is code.IN and len(found) < len(value):
        return []
    letters = list(dict.fromkeys(chr(one).lower() for one in found))
    return letters if all(letter < "\x80" or letter == letter.upper() for letter in letters) else []


def _told(runs: Sequence[str]) -> _Words | None:
    """Runs of letters that are long enough to tell anything, or signs that are rare."""
    return frozenset(runs) if all(len(run) >= _SHORTEST or run > "\x7f" for run in runs) else None


def _of_item(kind: Any, value: Any) -> _Words | None:
    """The words of one item of a pattern that is no letter."""
    if kind is code.SUBPATTERN:
        return _of_sequence(value[-1])
    if kind is code.ATOMIC_GROUP:
        return _of_sequence(value)
    if kind in (code.MAX_REPEAT, code.MIN_REPEAT, code.POSSESSIVE_REPEAT) and value[0] > 0:
        return _of_sequence(value[2])
    if kind is code.IN and value == [(code.CATEGORY, code.CATEGORY_DIGIT)]:
        return frozenset((_FIGURE,))
    if kind is code.BRANCH:
        found: set[str] = set()
        for branch in value[1]:
            words = _of_sequence(branch)
            if words is None:
                return None
            found |= words
        return frozenset(found)
    return None


def _often(words: _Words) -> float:
    """About how often texts have one of some words."""
    return sum(0.02 if word == _FIGURE else 8.0 ** -min(len(word), 6) for word in words)
