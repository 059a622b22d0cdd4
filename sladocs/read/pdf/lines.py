"""Lines of a page: words that stand on one baseline, and what of them belongs together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from sladocs.read.pdf.page import Word

WIDE: Final = 1.15
"""The gap, as a share of the letters' size, from which words are no longer parted by a blank."""
_TOUCHES: Final = 0.05
"""A gap below this share of the size is none: the words were parted by the file, not by a blank."""


@dataclass(slots=True)
class Segment:
    """Words of one line without a wide gap between them."""

    words: list[Word]
    x0: float
    top: float
    x1: float
    bottom: float
    said: str | None = None

    @property
    def text(self) -> str:
        """The words, parted by blanks; asked only once the segment is whole."""
        if self.said is None:
            self.said = " ".join([word.text for word in self.words])
        return self.said


@dataclass(slots=True)
class Line:
    """A line as it is read.

    `left` and `right` are the edges of the column in which it stands, `flow` the number of that column on its page, 0 for the page itself.
    """

    words: list[Word]
    page: int
    x0: float
    top: float
    x1: float
    bottom: float
    left: float = 0.0
    right: float = 0.0
    flow: int = 0
    gaps: tuple[int, ...] = field(default=())
    """Places of the words before which a wide gap stands."""

    _text: str | None = None
    _size: float = 0.0

    @property
    def text(self) -> str:
        """The words, parted by blanks."""
        if self._text is None:
            self._text = " ".join([word.text for word in self.words]).replace("\u00ad", "-")
        return self._text

    @property
    def size(self) -> float:
        """The size of most of its letters, in points."""
        if not self._size:
            self._size = self._usual_size()
        return self._size

    @property
    def bold(self) -> bool:
        """Whether all words are bold."""
        return all(word.bold for word in self.words)

    def _usual_size(self) -> float:
        if len({word.size for word in self.words}) == 1:
            return round(self.words[0].size, 1)
        sizes: dict[float, int] = {}
        for word in self.words:
            size = round(word.size, 1)
            sizes[size] = sizes.get(size, 0) + len(word.text)
        return max(sizes, key=lambda size: sizes[size])


def segments(words: Iterable[Word]) -> list[Segment]:
    """Words in the order of the file as segments."""
    found: list[Segment] = []
    kept: list[Word] = []
    x0 = top = x1 = bottom = 0.0
    for word in words:
        size = word.size
        if kept and -0.5 * size < word.x0 - x1 < WIDE * size and abs(word.bottom - bottom) < 0.4 * size and word.top < bottom:
            kept.append(word)
            x1 = max(x1, word.x1)
            if word.top != top or word.bottom != bottom:
                top, bottom = min(top, word.top), max(bottom, word.bottom)
            continue
        if kept:
            found.append(Segment(kept, x0, top, x1, bottom))
        kept, x0, top, x1, bottom = [word], word.x0, word.top, word.x1, word.bottom
    if kept:
        found.append(Segment(kept, x0, top, x1, bottom))
    return found


def rows(parts: Sequence[Segment]) -> list[list[Segment]]:
    """Segments by the line of the page that they stand on, from top to bottom, each line from left to right."""
    found: list[list[Segment]] = []
    edges: list[tuple[float, float]] = []
    for part in sorted(parts, key=lambda s: s.top + s.bottom):
        for place in range(len(found) - 1, max(len(found) - 4, -1), -1):
            top, bottom = edges[place]
            shared = min(bottom, part.bottom) - max(top, part.top)
            if shared > 0.5 * min(bottom - top, part.bottom - part.top):
                found[place].append(part)
                break
        else:
            found.append([part])
            edges.append((part.top, part.bottom))
    for row in found:
        row.sort(key=lambda s: s.x0)
    return [_closed(row) for row in found]


def _closed(row: list[Segment]) -> list[Segment]:
    """A line's segments, neighbours without a wide gap joined: a file may write them in any order."""
    if len(row) < 2:
        return row
    joined = [row[0]]
    for part in row[1:]:
        last = joined[-1]
        if part.x0 - last.x1 < WIDE * part.words[0].size:
            words = [*last.words, *part.words]
            if part.x0 < last.x1:
                words.sort(key=lambda word: word.x0)
            joined[-1] = Segment(words, last.x0, min(last.top, part.top), max(last.x1, part.x1), max(last.bottom, part.bottom))
        else:
            joined.append(part)
    return joined


def line_of(row: Sequence[Segment], page: int) -> Line:
    """A line of the page from its segments."""
    first = row[0]
    if len(row) == 1:
        return Line(first.words, page, first.x0, first.top, first.x1, first.bottom)
    words: list[Word] = []
    gaps: list[int] = []
    for part in row:
        if words:
            gaps.append(len(words))
        words += part.words
    return Line(
        words=words,
        page=page,
        x0=first.x0,
        top=min([part.top for part in row]),
        x1=max([part.x1 for part in row]),
        bottom=max([part.bottom for part in row]),
        gaps=tuple(gaps),
    )


def touches(one: Word, other: Word) -> bool:
    """Whether no blank parts two words of a line."""
    return other.x0 - one.x1 < _TOUCHES * other.size
