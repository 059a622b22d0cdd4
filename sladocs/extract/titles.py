"""The title of a document: its title paragraph, else its first heading, else a short first line."""

from __future__ import annotations

import re
from typing import Final

from sladocs.extract.places import Span, block_span
from sladocs.extract.sections import LONGEST_HEADING
from sladocs.extract.source import Fact, Source
from sladocs.model.document import Heading, Paragraph

_OPENING: Final = 12
"""How many blocks from the start a title may stand at."""
_KIND: Final = re.compile(
    r"\b(?:agreement|slas?|service levels?|service level terms|contract|addendum"
    r"|policy|plan|terms|requirements|request for quote|objectives|statement of work"
    r"|guarantee|commitments?|schedule|charter)\b",
    re.IGNORECASE,
)
"""What documents of this field are called."""
_NO_TITLE: Final = re.compile(
    r"(?:exhibit|annex|appendix|attachment|schedule)\s+[\w.-]+|confidential.*|draft.*"
    r"|(?:last )?(?:updated|revised|effective|version).*|page\b.*|\d+|legal|contents"
    r"|table of contents|.*:\s*[\w-]*\d+",
    re.IGNORECASE,
)
_RUN_IN: Final = re.compile(r"^(?:(?:Exhibit|EXHIBIT)\s+[\d.]+\s+)?(?P<title>(?:[A-Z][A-Z&,'/()-]+\s+){0,6}(?:AGREEMENT|PLAN|POLICY))\b")
"""A title in capitals that runs into the first paragraph."""


def read_title(source: Source) -> Fact | None:
    """The title, with where it stands; None for a document that opens with plain text."""
    span = _place(source)
    return Fact("title", span.raw.strip(), span.stripped(), 0.9) if span and span.text.strip() else None


def _place(source: Source) -> Span | None:
    blocks = source.document.blocks
    marked = next((i for i, b in enumerate(blocks) if isinstance(b, Paragraph) and b.role == "title" and not b.label), None)
    short = [i for i in _short_lines(source) if marked is None or i < marked]
    if marked is not None:
        return block_span(source.document, marked)
    named = next((i for i in short if _KIND.search(block_span(source.document, i).text)), None)
    if named is not None:
        return block_span(source.document, named)
    if blocks and isinstance(blocks[0], Paragraph) and (match := _RUN_IN.match((span := block_span(source.document, 0)).text)):
        return span.part(*match.span("title"))
    heading = next((i for i in short if isinstance(blocks[i], Heading)), None)
    if heading is not None:
        return block_span(source.document, heading)
    return next((block_span(source.document, i) for i, b in enumerate(blocks) if isinstance(b, Paragraph) and b.role == "title"), None)


def _short_lines(source: Source) -> list[int]:
    """The opening blocks that could be a title: short, without a number, no sentence."""
    found = []
    for index, block in enumerate(source.document.blocks[:_OPENING]):
        if not isinstance(block, Heading | Paragraph) or block.label:
            continue
        text = block_span(source.document, index).text.strip()
        if text and len(text) <= LONGEST_HEADING and text[-1] not in ".;,:" and not _NO_TITLE.fullmatch(text):
            found.append(index)
    return found
