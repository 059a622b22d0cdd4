"""The title of a document: its title paragraph, else its first heading, else a short first line."""

from __future__ import annotations

from sladocs.extract.places import Span, block_span
from sladocs.extract.sections import LONGEST_HEADING
from sladocs.extract.source import Fact, Source
from sladocs.model.document import Heading, Paragraph

_OPENING = 12
"""How many blocks from the start a title may stand at."""


def read_title(source: Source) -> Fact | None:
    """The title, with where it stands; None for a document that opens with plain text."""
    span = _place(source)
    return Fact("title", span.raw.strip(), span.stripped(), 0.9) if span and span.text.strip() else None


def _place(source: Source) -> Span | None:
    blocks = source.document.blocks
    for index, block in enumerate(blocks):
        if isinstance(block, Paragraph) and block.role == "title":
            return block_span(source.document, index)
    for index, block in enumerate(blocks[:_OPENING]):
        if isinstance(block, Heading) and not block.label:
            return block_span(source.document, index)
    sections = [s.first for s in source.sections if s.first < _OPENING and not s.label]
    if sections:
        return block_span(source.document, sections[0])
    if blocks and isinstance(blocks[0], Paragraph):
        span = block_span(source.document, 0)
        if len(span.text) <= LONGEST_HEADING and not span.text.rstrip().endswith((".", ";", ",", ":")):
            return span
    return None
