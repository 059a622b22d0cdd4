"""The title of a document: its title paragraph, else its first heading, else a short first line."""

from __future__ import annotations

import re
from typing import Final

from sladocs.extract.places import Span, block_span
from sladocs.extract.sections import LONGEST_HEADING, run_in_heading
from sladocs.extract.source import Fact, Source
from sladocs.model.document import Heading, ListItem, Paragraph

_OPENING: Final = 12
"""How many blocks from the start a title may stand at."""
_KIND: Final = re.compile(
    r"\b(?:agreement|slas?|service levels?|service level terms|contract|addendum"
    r"|policy|plan|terms|requirements|request for quote|objectives|statement of work"
    r"|guarantees?|commitments?|schedule|charter|metrics|standards|proposal|catalogue|guidelines|handbook)\b",
    re.IGNORECASE,
)
"""What documents of this field are called."""
_NO_TITLE: Final = re.compile(
    r"(?:exhibit|annex|appendix|attachment|schedule)\s+[\w.-]+|confidential.*|draft.*"
    r"|(?:last )?(?:updated|modified|revised|reviewed|effective|version).*|page\b.*|\d+|legal|contents"
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
    """Where the title stands: what is marked as one, unless a better line stands before it; else the best of the opening lines."""
    blocks = source.document.blocks
    marked = next((i for i, b in enumerate(blocks) if isinstance(b, Paragraph) and b.role == "title" and not b.label), None)
    if marked is not None:
        return block_span(source.document, marked)
    lines = {index: _worth(source, index) for index in _short_lines(source)}
    best = max(lines, key=lambda index: lines[index], default=None)
    if best is not None and lines[best] >= _LEAST:
        return block_span(source.document, best)
    first = blocks[0] if blocks else None
    if isinstance(first, Paragraph | ListItem):
        span = block_span(source.document, 0)
        if match := _RUN_IN.match(span.text):
            return span.part(*match.span("title"))
        if (lead := run_in_heading(first)) and (at := span.text.find(lead)) >= 0:
            return span.part(at, at + len(lead))
    return next((block_span(source.document, i) for i, b in enumerate(blocks) if isinstance(b, Paragraph) and b.role == "title"), None)


def _worth(source: Source, index: int) -> float:
    """How much speaks for a line as the title: its rank, what it is called, how early it stands."""
    blocks = source.document.blocks
    block, text = blocks[index], block_span(source.document, index).text
    heading = isinstance(block, Heading)
    first = all(not isinstance(b, Heading) for b in blocks[:index])
    worth = (3.0 if isinstance(block, Heading) and block.level == 1 else 2.0 if heading else 1.0) + 1.0 * (heading and first)
    worth += 1.5 if _KIND.search(text) else 0.0
    worth += 1.0 if text.isupper() and not heading else 0.0
    worth += 2.0 if source.document.title and source.document.title.strip() == text.strip() else 0.0
    worth += 1.0 if index == 0 and not heading and _NAME_LIKE.fullmatch(text) else 0.0
    return worth - 0.15 * index - (2.5 if _SECTION.fullmatch(text) else 0.0)


def _short_lines(source: Source) -> list[int]:
    """The opening blocks that could be a title: short, without a number, no sentence."""
    found = []
    for index, block in enumerate(source.document.blocks[:_OPENING]):
        if not isinstance(block, Heading | Paragraph) or (block.label and not _PART.match(block.label)):
            continue
        text = block_span(source.document, index).text.strip()
        longest = _LONGEST if isinstance(block, Heading) else LONGEST_HEADING
        if text and len(text) <= longest and (text[-1] not in ".;,:" or _NAME_LIKE.fullmatch(text)) and not _NO_TITLE.fullmatch(text):
            found.append(index)
    return found


_NAME_LIKE: Final = re.compile(r"[A-Z][\w&'-]*(?: (?:[A-Z][\w&'-]*|of|and|for|the|to|in|on)){1,7}\.?")
"""A few words in title case."""
_SECTION: Final = re.compile(
    r"(?:introduction|purpose|background|overview|scope|definitions|general|exclusions|support|availability|table of contents|preamble)\W*",
    re.IGNORECASE,
)
"""What first sections are called."""
_PART: Final = re.compile(r"(?:appendix|attachment|exhibit|schedule|annex|annexure|addendum)\b", re.IGNORECASE)
"""Labels that a title may bear; a numbered heading is one of a section."""
_LONGEST: Final = 160
"""How long a heading may be that is a title."""
_LEAST: Final = 2.0
"""How much must speak for a line."""
