"""Contracts that stand on one line: broken again where numbers of clauses count on, and where a heading in capitals ends."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

_LONG: Final = 1500
"""Characters of a line from which it holds more than a paragraph."""
_LABEL: Final = re.compile(
    r"""(?:(?<=[.;:!?"\u201d)\]])|(?<=\sand)|(?<=\sor)|(?<=[a-z0-9A-Z]))\s+(?:
      (?P<part>(?:ARTICLE|SCHEDULE|EXHIBIT|ANNEX|ANNEXURE|APPENDIX|ATTACHMENT|Article|Schedule|Exhibit|Annex|Annexure|Appendix|Attachment)
        \s(?:[A-Z]|\d{1,2}|[IVX]{1,5})(?:\s?[.:\u2013\u2014-])?)(?=\s["\u201c(]?[A-Z])
    | (?:SECTION\s|Section\s)?(?P<number>\d{1,2}(?:\.\d{1,2}){0,3})(?P<dot>[.)]?)(?=\s+["\u201c(]?[A-Z])
    | \((?P<letter>[a-z])\)(?=\s)
    | (?P<sign>[\u2022\u25cf\u25aa\u25e6\u2023\uf0b7])(?=\s)
    )""",
    re.VERBOSE,
)
_ENDED: Final = re.compile(r"""[.;:!?"\u201d)\]]\s*$""")
_CAPITALS: Final = re.compile(
    r"""((?:(?:ARTICLE|SECTION|SCHEDULE|EXHIBIT|ANNEX|APPENDIX)\s\S{1,6}\s|\d{1,2}(?:\.\d{1,2}){0,3}[.)]?\s)?
    [A-Z][A-Z&,/'\u2019\x20-]{1,70}[A-Z])[.:]?\s(?=[A-Z][a-z]|["\u201c(0-9])""",
    re.VERBOSE,
)
_MOST_WORDS: Final = 12


def passages(line: str) -> Iterator[str]:
    """The paragraphs that a line holds; a line of usual length is one. Each word is kept, blanks at the cuts are not."""
    if len(line) < _LONG:
        yield line
        return
    counted = _Counted()
    start = 0
    for found in _LABEL.finditer(line):
        if counted.goes_on(found, line):
            yield from _parted(line[start : found.start()])
            start = found.end() - len(found.group().lstrip())
    yield from _parted(line[start:])


class _Counted:
    """The numbers of clauses so far: only a label that counts on from them begins a paragraph, since others are figures and references."""

    def __init__(self) -> None:
        self._numbers: list[int] = []
        self._letter = ""

    def goes_on(self, found: re.Match[str], line: str) -> bool:
        """Whether a label is the next one."""
        if found["sign"]:
            return True
        if found["part"]:
            if not _ENDED.search(line[max(0, found.start() - 3) : found.start()]) and not found["part"].isupper():
                return False
            self._numbers, self._letter = [], ""
            return True
        if letter := found["letter"]:
            known = letter == "a" or (self._letter != "" and ord(letter) == ord(self._letter) + 1)
            self._letter = letter if known else self._letter
            return known
        numbers = [int(part) for part in found["number"].split(".")]
        ended = bool(_ENDED.search(line[max(0, found.start() - 3) : found.start()]))
        if not self._next(numbers) or (len(numbers) == 1 and not found["dot"]) or not (ended or found["dot"] or len(numbers) > 1):
            return False
        self._numbers, self._letter = numbers, ""
        return True

    def _next(self, numbers: list[int]) -> bool:
        """Whether numbers follow those before: one more at their own depth or above, or the first one below."""
        before = self._numbers
        same = next(
            (at for at, (one, other) in enumerate(zip(numbers, before, strict=False)) if one != other), min(len(numbers), len(before))
        )
        if same == len(numbers):
            return False
        first = not before or same == len(before) or numbers[same] == before[same] + 1
        deeper = numbers[same:] if same == len(before) and before else numbers[same + 1 :]
        return first and all(number <= 1 for number in deeper)


def _parted(text: str) -> Iterator[str]:
    """A paragraph, a heading in capitals that it begins with parted from it."""
    text = text.strip()
    if (found := _CAPITALS.match(text)) and len(found[1].split()) <= _MOST_WORDS:
        yield found[1]
        text = text[found.end() :]
    if text:
        yield text
