"""The passages of a document: a heading with the words that stand directly under it, in pieces short enough to speak of one thing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from sladocs.extract.places import Span, block_span
from sladocs.extract.sections import run_in_heading
from sladocs.extract.source import Source
from sladocs.extract.statements import sentences
from sladocs.model.document import ListItem, Paragraph, Table

_LONGEST: Final = 120
"""How many words a passage may have before the next block opens another."""
_LONG_BLOCK: Final = 200
"""How many words a block may have before it is cut at the ends of its sentences."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of text under a heading. `lead` tells that the heading runs into the text ("Term. This Agreement …")."""

    heading: str
    text: str
    span: Span
    lead: bool = False

    @property
    def length(self) -> int:
        return len(self.text.split())


def read_passages(source: Source) -> tuple[Passage, ...]:
    """All passages in reading order; a heading with nothing under it is one without text."""
    return tuple(_joined(_pieces(source)))


@dataclass(slots=True)
class _Piece:
    heading: str | None
    """The heading that this piece opens with; None where it goes on under the last."""
    text: str
    span: Span
    lead: bool = False


def _pieces(source: Source) -> Iterator[_Piece]:
    headed = {section.first: section.heading for section in source.sections}
    for index, block in enumerate(source.document.blocks):
        span = block_span(source.document, index)
        if index in headed:
            yield _Piece(headed[index], "", span)
        elif isinstance(block, Paragraph | ListItem):
            yield from _of_block(block, span)
        elif isinstance(block, Table):
            yield _Piece(None, span.text, span)


def _of_block(block: Paragraph | ListItem, span: Span) -> Iterator[_Piece]:
    """A block, cut where a numbered heading stands inside it, and at sentences where it is long."""
    cuts = [(m.start(), m["heading"]) for m in NUMBERED_INSIDE.finditer(span.text)]
    lead = run_in_heading(block)
    opening = not cuts or cuts[0][0] > 0
    starts = [(0, lead or None)] if opening else []
    starts += [*cuts]
    for (start, heading), end in zip(starts, [at for at, _ in starts[1:]] + [len(span.text)], strict=True):
        part = span.part(start, end)
        for number, (low, high) in enumerate(_short(part.text)):
            own = part.part(low, high)
            yield _Piece(heading if number == 0 else None, own.text, own, lead=bool(heading) and number == 0)


def _short(text: str) -> Iterator[tuple[int, int]]:
    """A text whole, or in stretches of whole sentences where it is long."""
    if len(text.split()) <= _LONG_BLOCK:
        yield 0, len(text)
        return
    start, count = 0, 0
    for low, high in sentences(text):
        count += len(text[low:high].split())
        if count >= _LONGEST:
            yield start, high
            start, count = high, 0
    if text[start:].strip():
        yield start, len(text)


def _joined(pieces: Iterator[_Piece]) -> Iterator[Passage]:
    """Pieces under one heading, put together while they are short."""
    heading, lead, text, span, count = "", False, "", None, 0
    for piece in pieces:
        words = len(piece.text.split())
        if span is not None and (piece.heading is not None or (text and count + words > _LONGEST)):
            yield Passage(heading, text.strip(), span, lead)
            text, span, count = "", None, 0
        if piece.heading is not None:
            heading, lead = piece.heading, piece.lead
        span = span or piece.span
        text, count = f"{text}\n{piece.text}", count + words
    if span is not None:
        yield Passage(heading, text.strip(), span, lead)


NUMBERED_INSIDE: Final = re.compile(
    r"(?:^|\s)\d{1,2}(?:\.\d{1,2}){0,2}\.?\s+(?P<heading>[A-Z][A-Za-z'/&-]+(?:,?\s+(?:[A-Z][A-Za-z'/&-]*|of|and|or|for|to|the|on|in|by)){0,6})\s*[.:]\s"
)
"""A numbered heading inside a paragraph, as text without line breaks has them: "… herein. 9.12 Governing Law: This Agreement …"."""
