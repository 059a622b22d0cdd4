"""Lines into paragraphs: where one ends and the next begins, on a page and over columns and pages."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from sladocs.model.labels import is_bullet, split_label
from sladocs.read.pdf.lines import Line

_SIZES: Final = 0.6
"""Points by which the sizes of two lines of one paragraph differ at most."""
_INDENT: Final = 4.0
"""Points from which a line stands further in."""
_HEADLINE: Final = 2.5
"""Points by which letters are larger than the text's from which neighbouring lines are one headline: it may be broken anywhere."""
_MANY: Final = 50
"""Lines of a paragraph from which the last two alone tell how far apart its lines are."""
_LONG: Final = 0.6
"""The share of the column that a long line fills."""
_USUAL_PITCH: Final = 1.2
"""The distance from line to line, as a share of the size, where a document has no running text to measure it."""
_ENDS: Final = re.compile(r"[.;:!?][\"'\u201d\u2019)\]]*$")
_GOES_ON: Final = re.compile(r"[a-z(&,;0-9%/\u2013\u2014]")
_JOINS_ON: Final = re.compile(
    r"(?:^|\s)(?:and|or|the|of|to|in|a|an|by|for|with|any|its|this|that|such|at|on|as|from|be|is|are|shall|not|,)$"
)
_STRANGE_BULLETS: Final = frozenset("o\u00d8\u00fc\u00a7qvn\u00fe\u00b7\uf0d8\uf0a8\uf076\uf071\uf06e\ufffd")
"""What the signs of symbol fonts come out as."""

_SURE_BULLETS: Final = frozenset("\u00d8\u00fc\u00ff\u00fe")
"""Those of them that are no word of a text."""


@dataclass
class Para:
    """Lines that are one paragraph. `wide` says that a gap parts its first word from the rest; `tabbed` that gaps stand within it."""

    lines: list[Line]
    label: str = ""
    rest: int = 0
    """How many words the label takes."""
    notes: list[Para] = field(default_factory=list)

    @property
    def first(self) -> Line:
        """The first line."""
        return self.lines[0]

    @property
    def last(self) -> Line:
        """The last line."""
        return self.lines[-1]

    @cached_property
    def text(self) -> str:
        """All words, parted by blanks."""
        return " ".join(line.text for line in self.lines)

    @cached_property
    def bold(self) -> bool:
        """Whether all words behind the label are bold."""
        words = [word for line in self.lines for word in line.words][self.rest :]
        return bool(words) and all(word.bold for word in words)

    @cached_property
    def size(self) -> float:
        """The size of its first line."""
        return self.first.size

    @property
    def body(self) -> float:
        """Where the words behind the label begin."""
        return self.first.words[self.rest].x0 if self.rest < len(self.first.words) else self.first.x0


def label_of(line: Line) -> tuple[str, int]:
    """The label that a line begins with, and how many words it takes; ("", 0) for none."""
    first = line.words[0].text
    wide = bool(line.gaps) and line.gaps[0] == 1
    if len(line.words) > 1:
        if is_bullet(first) and (first not in "*-\u2013\u2014" or wide or line.words[1].text[:1].isupper()):
            return first, 1
        if (wide and first in _STRANGE_BULLETS) or first in _SURE_BULLETS or (len(first) == 1 and "\ue000" <= first <= "\uf8ff"):
            return "\u2022", 1
    elif is_bullet(first) and first not in "-\u2013\u2014*":
        return first, 1
    if not (first[0].isdigit() or first[0] in "(\u00a7\u00b6" or len(first) <= 6 or wide or line.gaps):
        return "", 0
    label, _ = split_label(line.text if len(line.words) > 1 else f"{line.text} X", heading=bool(line.gaps) and line.gaps[0] <= 3)
    if not label and wide and len(first) <= 9 and re.fullmatch(r"\d{1,3}(?:\.\d{1,3}){0,5}\.?|\(?[a-zA-Z0-9]{1,4}[.)]", first):
        label = first
    return label, len(label.split())


def pitch_of(lines: Sequence[Line]) -> float:
    """How far apart the lines of a document's running text are, as a share of their size."""
    found: Counter[float] = Counter()
    for above, below in itertools.pairwise(lines):
        if above.page != below.page or above.flow != below.flow or abs(above.size - below.size) > _SIZES:
            continue
        if below.words[0].text[:1].islower() and not _ENDS.search(above.words[-1].text) and above.x1 > above.right - 60:
            pitch = (below.bottom - above.bottom) / max(above.size, 1.0)
            if 0.8 < pitch < 3:
                found[round(pitch, 2)] += 1
    return _middle(found) if found else _USUAL_PITCH


def _middle(counted: Counter[float]) -> float:
    half, seen = counted.total() / 2, 0
    for value in sorted(counted):
        seen += counted[value]
        if seen >= half:
            return value
    return _USUAL_PITCH


class Builder:
    """Puts lines into paragraphs, one after the other. `pitch` is that of the document's text, as a share of its `size`."""

    def __init__(self, pitch: float, size: float) -> None:
        self._pitch = pitch
        self._size = size
        self.open: Para | None = None

    def add(self, line: Line) -> Para | None:
        """Take a line; gives the paragraph that ends before it, if one does."""
        label, taken = label_of(line)
        if self.open is not None and self._continues(self.open, line, label):
            self.open.lines.append(line)
            return None
        ended, self.open = self.open, Para([line], label, taken)
        return ended

    def end(self) -> Para | None:
        """The paragraph that is open, which ends here."""
        ended, self.open = self.open, None
        return ended

    def _continues(self, para: Para, line: Line, label: str) -> bool:
        """Whether a line goes on with the paragraph before it."""
        last = para.last
        if abs(last.size - line.size) > _SIZES and not (len(line.words) == 1 and last.page == line.page):
            return False
        if len(para.lines) == 1 and para.rest >= len(para.first.words):  # a label with nothing behind it yet
            return last.page == line.page and not label and abs(last.bottom - line.bottom) < 2.2 * line.size
        if last.page != line.page or last.flow != line.flow:
            return self._continues_over(para, line, label)
        pitch = line.bottom - last.bottom
        if pitch < 0.4 * line.size or self._is_apart(para, pitch, line.size):
            return False
        if line.gaps and not label and not self._justified(line):
            return False
        if last.gaps and len(para.lines) == 1 and not para.label and not self._justified(last):
            return False
        full = not self._fits(last, line)
        ended = bool(_ENDS.search(last.words[-1].text))
        if label:
            return self._label_is_text(para, line, label, full=full, ended=ended)
        if self._bold(para) != self._begins_bold(line) and (para.bold or line.bold) and (not full or ended or para.bold):
            return False
        begins = line.words[0].text
        goes_on = not ended and bool(_GOES_ON.match(begins))
        if not self._stands_so(para, line, full=full or goes_on):
            return False
        if full or self._is_in_item(para, line) or (line.size >= self._size + _HEADLINE and line.bold == last.bold and not ended):
            return True
        return goes_on or (not ended and self._is_long(last) and not (last.bold or line.bold))

    def _continues_over(self, para: Para, line: Line, label: str) -> bool:
        """Whether a line at the top of a column goes on with the paragraph at the end of the one before."""
        last = para.last
        if para.bold != line.bold and (para.bold or line.bold):
            return False
        word = last.words[-1].text
        if _ENDS.search(word) and not self._hangs(para, line):
            return False
        full = not self._fits(last, line)
        begins = line.words[0].text
        if label:
            return bool(_JOINS_ON.search(last.text)) and full and not line.gaps and not is_bullet(label)
        if word.endswith(("\u00ad", "-")) and begins[:1].islower():
            return True
        if para.bold and begins[:1].isupper():
            return False
        return begins[:1].islower() or bool(_JOINS_ON.search(last.text)) or (full and not line.gaps and not para.bold)

    def _hangs(self, para: Para, line: Line) -> bool:
        """Whether a line stands where the wrapped lines of a labelled paragraph stand: a sentence may end in the middle of one."""
        if not para.label or self._fits(para.last, line) or line.gaps:
            return False
        hanging = para.lines[1].x0 if len(para.lines) > 1 else para.body
        offset = line.left - para.last.left
        return hanging - para.first.x0 > _INDENT and abs(line.x0 - offset - hanging) < _INDENT

    def _is_long(self, line: Line) -> bool:
        """Whether a line is too long for a heading or a part of an address: some files break the lines of their text as typewriters did."""
        return line.x1 - line.left > _LONG * (line.right - line.left) and not line.text.isupper()

    def _is_in_item(self, para: Para, line: Line) -> bool:
        """Whether a line stands below the words of an item, not below its label: a line break within the item."""
        return bool(para.label) and para.body - para.first.x0 > _INDENT and abs(line.x0 - para.body) < 1.0

    def _is_apart(self, para: Para, pitch: float, size: float) -> bool:
        """Whether a line is set further from the one above it than the lines of a paragraph are."""
        last = para.last
        pairs = zip(reversed(para.lines[:-1]), reversed(para.lines), strict=False) if len(para.lines) < _MANY else [para.lines[-2:]]
        known = next((b.bottom - a.bottom for a, b in pairs if a.page == b.page and a.flow == b.flow), None)
        if known is None:
            return pitch - self._pitch * max(size, last.size) > max(2.0, 0.2 * size)
        return pitch - known > max(1.6, 0.16 * size)

    def _fits(self, above: Line, below: Line) -> bool:
        """Whether the first word of a line would have found room on the line above, so that the line was broken on purpose."""
        first = below.words[0]
        need = first.x1 - first.x0 + 0.25 * first.size
        return above.right - above.x1 > need + 0.6 * first.size

    def _label_is_text(self, para: Para, line: Line, label: str, *, full: bool, ended: bool) -> bool:
        """Whether what looks like a label at the start of a line is a wrapped line's own words ("clause / 4.2 of this Agreement")."""
        if ended or not full or line.gaps or is_bullet(label):
            return False
        if len(para.lines) > 1 and para.label and abs(line.x0 - para.last.x0) < 1.0 and line.x0 > para.first.x0 + _INDENT:
            return True
        if abs(line.x0 - para.last.x0) > 1.0:
            return para.label != "" and abs(line.x0 - para.body) < 1.0
        return (
            para.label == ""
            or bool(_JOINS_ON.search(para.last.text))
            or line.words[min(len(label.split()), len(line.words) - 1)].text[0].islower()
        )

    def _stands_so(self, para: Para, line: Line, *, full: bool) -> bool:
        """Whether the indentation of a line allows that it goes on with the paragraph."""
        last = para.last
        shift = line.x0 - last.x0
        if abs(shift) <= _INDENT:
            return True
        if self._centred(last) and self._centred(line):
            return True
        if len(para.lines) == 1:
            if para.label:
                return abs(line.x0 - para.body) <= 3 * _INDENT or (full and line.x0 < para.body + _INDENT)
            return full
        return False

    def _centred(self, line: Line) -> bool:
        right = line.right
        middle = (line.left + right) / 2
        return line.x0 - line.left > _INDENT and abs((line.x0 + line.x1) / 2 - middle) < 0.04 * (right - line.left)

    def _justified(self, line: Line) -> bool:
        """Whether the gaps of a line are those of justified text: many, or a single narrow one in a full line."""
        if line.x1 < line.right - 2:
            return False
        gaps = [line.words[at].x0 - line.words[at - 1].x1 for at in line.gaps]
        return max(gaps) < 2.5 * line.size

    def _bold(self, para: Para) -> bool:
        return para.last.words[-1].bold

    def _begins_bold(self, line: Line) -> bool:
        return line.words[0].bold
