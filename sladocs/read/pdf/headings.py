"""Which paragraphs are headings, and of which level, by size, boldness, capitals and numbers: a PDF does not say."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sladocs.model.labels import is_bullet, is_item_label
from sladocs.read.pdf.paragraphs import Para

_LARGER: Final = 0.9
"""Points by which the letters of a heading are larger than those of the text."""
_LONGEST: Final = 150
_MOST_LINES: Final = 3
_SENTENCE: Final = re.compile(r"[,;]$|[a-z]{3}[.]$")
_BLANKS: Final = re.compile(r"_{3,}|\.{4,}|\t|\$\s?\d|^\W*\d[\d.,/%\s]*\W*$")
_NAMED: Final = re.compile(r"(?:schedule|annex(?:ure)?|appendix|exhibit|attachment|article|part|chapter|addendum)\s+\S{1,6}", re.IGNORECASE)

CAPTION: Final = re.compile(r"(?:table|figure|exhibit|chart)\s+(?:\d+|[A-Z])(?:[.-]\d+)*\s*(?:[.:\u2013\u2014-]\s*\S|$)", re.IGNORECASE)


@dataclass(frozen=True, order=True)
class Look:
    """What sets headings of a kind off, the strongest first: larger letters, capitals, boldness."""

    size: float
    capitals: bool
    bold: bool


def look_of(para: Para, size: float) -> Look | None:
    """The look of a paragraph as a heading, None where it does not look like one. `size` is that of the text."""
    text = para.text
    if len(text) > _LONGEST or len(para.lines) > _MOST_LINES or is_bullet(para.label) or is_item_label(para.label):
        return None
    rest = text.split(" ", para.rest)[-1] if para.rest else text
    letters = [ch for ch in rest if ch.isalpha()]
    if len(letters) < 2 and not _NAMED.fullmatch(text):
        return None
    if _BLANKS.search(text) or CAPTION.match(text):
        return None
    larger = para.size >= size + _LARGER
    capitals = len(letters) > 3 and rest.isupper()
    if not larger and _SENTENCE.search(text) and not (capitals and para.label):
        return None
    if not (larger or para.bold or capitals) and not (_NAMED.fullmatch(text) and len(para.lines) == 1):
        return None
    if capitals and not (larger or para.bold or para.label) and re.search(r"\d{3}|[:$]", rest):
        return None
    return Look(round(para.size * 2) / 2 if larger else 0.0, capitals, para.bold)


def levels(paras: Sequence[Para], size: float) -> dict[int, int]:
    """The level of each paragraph that is a heading, by its identity. A title is not among them.

    The strongest look is the first level. Where headings of one look are numbered below one another (1, 1.1), the numbers tell.
    """
    looks = {id(para): look for para in paras if (look := look_of(para, size))}
    ranks = {look: place + 1 for place, look in enumerate(sorted(set(looks.values()), reverse=True))}
    found: dict[int, int] = {}
    above: dict[Look, set[str]] = {}
    for para in paras:
        if (look := looks.get(id(para))) is None:
            continue
        above = {one: labels for one, labels in above.items() if one >= look}
        label = para.label.rstrip(".").removesuffix(".0")
        parents = {".".join(label.split(".")[:count]) for count in range(1, depth_of(label))}
        found[id(para)] = min(ranks[look] + len(parents & above.get(look, set())), 6)
        above.setdefault(look, set()).add(label)
    return found


def depth_of(label: str) -> int:
    """How many numbers a label has: 2 for "4.2"; 0 for one that is no decimal number."""
    return len(re.findall(r"\d+", label.removesuffix(".0"))) if re.fullmatch(r"\d+(?:\.\d+)*\.?", label) else 0


def title_of(paras: Sequence[Para], size: float) -> tuple[list[Para], list[Para]]:
    """The paragraphs that are the document's title, and those of its subtitle: the largest at its beginning, and in it."""
    opening = [para for para in paras[:8] if para.first.page == paras[0].first.page] if paras else []
    largest = max((para.size for para in opening), default=0.0)
    if largest < size + 2 or any(para.size > largest - 1 for para in paras if para not in opening):
        return [], []
    title = [para for para in opening if para.size > largest - 1]
    if len(title) > 2 or sum(len(para.text) for para in title) > _LONGEST or any(para.label for para in title):
        return [], []
    last = max(opening.index(para) for para in title)
    below = opening[last + 1 : last + 2]
    after = [para for para in paras if para not in opening]
    subtitle = [
        para
        for para in below
        if para.size >= size + _LARGER
        and not para.label
        and not any(abs(one.size - para.size) < 0.4 and one.bold == para.bold for one in after)
    ]
    return title, subtitle
