"""The numbered sections of a document: labels, headings, and what lies under what."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from sladocs.model.document import Document, Heading, ListItem, Paragraph, Run, words

LABEL: Final = re.compile(
    r"^\s*(?P<label>(?:article|section|clause|part|schedule|appendix|annex|annexure"
    r"|exhibit|attachment)\s+(?:\d+(?:\.\d+)*|[A-Z]|[IVXLC]+)(?![\w])"
    r"|\d+(?:\.\d+)+\.?|\d+[.)]|[A-Z][.)](?=\s)|[IVXLC]+\.(?=\s)|\((?:[a-z]{1,3}|\d{1,2}|[A-Z])\)(?=\s))\s*[-:–—.]?\s*",
    re.IGNORECASE,
)
"""A number before a heading's or paragraph's words: "4.2", "ARTICLE IV", "Schedule 1", "(a)"."""

LONGEST_HEADING: Final = 90


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a document under one heading: the blocks from `first` (the heading) up to, without, `last`.

    `level` counts from 1, the outermost; `parent` is the place of the section above in the list, None for an outermost one.
    """

    label: str
    heading: str
    level: int
    first: int
    last: int
    parent: int | None = None

    @property
    def path(self) -> str:
        """The label and the heading, as evidence names it: "4.2 Credits"."""
        return f"{self.label} {self.heading}".strip()


def read_sections(document: Document) -> tuple[Section, ...]:
    """All sections in reading order. Paragraphs that only look like headings (numbered and short, or in capitals) count as headings."""
    heads = list(_heads(document))
    ends = [len(document.blocks)] * len(heads)
    parents: list[int | None] = [None] * len(heads)
    open_ones: list[int] = []
    for i, (first, level, _, _) in enumerate(heads):
        while open_ones and heads[open_ones[-1]][1] >= level:
            ends[open_ones.pop()] = first
        parents[i] = open_ones[-1] if open_ones else None
        open_ones.append(i)
    return tuple(
        Section(label, heading, level, first, last, parent)
        for (first, level, label, heading), last, parent in zip(heads, ends, parents, strict=True)
    )


def section_of(sections: Sequence[Section], block: int) -> Section | None:
    """The innermost section in which a block stands."""
    above = bisect.bisect_right(sections, block, key=lambda s: s.first)
    return next((sections[i] for i in range(above - 1, -1, -1) if block < sections[i].last), None)


def sections_over(sections: Sequence[Section], block: int) -> tuple[Section, ...]:
    """The sections in which a block stands, outermost first."""
    found: list[Section] = []
    section = section_of(sections, block)
    while section is not None:
        found.append(section)
        section = sections[section.parent] if section.parent is not None else None
    return tuple(reversed(found))


def headings_over(sections: Sequence[Section], block: int) -> tuple[str, ...]:
    """The headings over a block, outermost first."""
    return tuple(section.heading for section in sections_over(sections, block))


def split_label(text: str) -> tuple[str, str]:
    """A label that was typed before the words, and the words: "4.2 Credits" is ("4.2", "Credits")."""
    match = LABEL.match(text)
    return (match["label"].rstrip("."), text[match.end() :].strip()) if match else ("", text.strip())


def run_in_heading(block: Paragraph | ListItem) -> str:
    """The heading that a paragraph carries at its start ("Term. This Agreement …", or bold words), empty where it has none."""
    lead = ""
    for run in block.content:
        if not run.bold and run.text.strip():
            break
        lead += run.text
    _, lead = split_label(lead)
    if 2 < len(lead) <= LONGEST_HEADING and not lead.endswith(","):
        return lead.rstrip(" .:-–—")
    _, rest = split_label(words(block.content))
    match = _RUN_IN.match(rest)
    return match["heading"].strip() if match else ""


_RUN_IN: Final = re.compile(
    r"(?P<heading>[A-Z][A-Za-z'’/&,()-]*(?:\s+(?:[A-Z][A-Za-z'’/&,()-]*|of|and|or"
    r"|for|to|the|on|in|by|with|without|as|upon)){0,8})\s*(?:[.:]|\s[-–—])\s+(?=\S)"
)
"""Words in title case before a full stop, colon or dash at the start of a paragraph."""


def _heads(document: Document) -> Iterator[tuple[int, int, str, str]]:
    """Each block that heads a section: its place, level, label and words."""
    above = 0
    for index, block in enumerate(document.blocks):
        if isinstance(block, Heading):
            typed, text = split_label(words(block.content)) if not block.label else ("", words(block.content).strip())
            above = block.level
            yield index, block.level, block.label or typed, text
        elif isinstance(block, Paragraph) and block.role == "body" and (found := _looks_like_heading(block)):
            label, text = found
            level = label.count(".") + 1 if label[:1].isdigit() else 1 if label else above + 1
            yield index, min(level, 6), label, text


def _looks_like_heading(block: Paragraph) -> tuple[str, str] | None:
    """The label and words of a paragraph that is a heading by its looks, or None."""
    text = words(block.content).strip()
    if not text or len(text) > LONGEST_HEADING or text[-1] in ".;," or (block.label and text[-1] == ":"):
        return None
    label, rest = (block.label, text) if block.label else split_label(text)
    if not rest or not re.search(r"[A-Za-z]{3}", rest) or ":" in rest[:-1]:
        return None
    if _all_bold(block.content) or _capitals(rest):
        return label, rest.rstrip(":")
    return (label, rest.rstrip(":")) if label and not label.startswith("(") and _title_case(rest) else None


def _all_bold(content: Sequence[Run]) -> bool:
    return all(run.bold or not run.text.strip() for run in content)


def _capitals(text: str) -> bool:
    letters = [ch for ch in text if ch.isalpha()]
    return len(letters) > 3 and all(ch.isupper() for ch in letters)


@cache
def _title_case(text: str) -> bool:
    """Whether the words of a short text begin with capitals, small words apart, or are one plain phrase of at most five words."""
    found = re.findall(r"[A-Za-z][\w'’-]*", text)
    small = {"of", "and", "or", "for", "to", "the", "on", "in", "by", "with", "a", "an"}
    return bool(found) and found[0][0].isupper() and (all(w[0].isupper() or w in small for w in found) or len(found) <= 5)
