"""The sentences of a document, each with what stands over it: its headings and the lead-in of its list."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from sladocs.extract.en.shapes import Shape
from sladocs.extract.places import Span, block_span, table_grid
from sladocs.extract.sections import Section, headings_over, run_in_heading
from sladocs.model.document import Document, Figure, Heading, ListItem, Paragraph, Table, words


@dataclass(frozen=True)
class Statement:
    """One sentence. `headings` stand over it, outermost first; `lead` opens its list; `cell` tells that it stands in a table."""

    span: Span
    headings: tuple[str, ...] = ()
    lead: str = ""
    cell: bool = False
    opens: bool = field(default=False)
    """Whether it is the first of its paragraph."""

    @property
    def text(self) -> str:
        return self.span.text

    @cached_property
    def shape(self) -> Shape:
        """The sentence with each figure and date as one sign."""
        return Shape(self.text)

    @cached_property
    def about(self) -> str:
        """The headings and the lead-in, as one text to look for cues in."""
        return " | ".join((*self.headings, self.lead))


_END: Final = re.compile(r"(?<=[.!?])(?:[\"')\]]*)\s+(?=[\"'(\[]?[A-Z\d])")
_ABBREVIATION: Final = re.compile(
    r"(?:\b(?:Inc|Ltd|Co|Corp|LLC|L\.L\.C|No|Nos|St|Mr|Mrs|Ms|Dr|vs|approx|Art|Sec|Sect|cf|al|Fig|Vol|Dept|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)"
    r"|\b(?:e\.g|i\.e|[ap]\.m|U\.S|U\.K|[A-Z])|^\s*\(?\w{1,4}\)?)\.[\"')\]]*\s*$"
)
_NEAR: Final = 40
"""How far back the end of a sentence is looked at, in characters."""
_CLOCK_END: Final = re.compile(r"\b[ap]\.m\.[\"')\]]*\s*$")


_OPENER: Final = re.compile(
    r"(?:The|This|These|That|A|An|If|It|We|You|Our|Your|Any|Each|All|In|Where|When|For|Customers?|Providers?|Support|Outside|During)\b"
)
"""Words that open a sentence: after "a.m." only they do, since "6 a.m. Eastern Time" goes on."""


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """The sentences of one paragraph, by their ends: a full stop before a capital, no abbreviation."""
    start = 0
    for match in _END.finditer(text):
        before = text[start : match.start()] if match.start() - start < _NEAR else "." + text[match.start() - _NEAR : match.start()]
        if _ABBREVIATION.search(before) and not (_CLOCK_END.search(before) and _OPENER.match(text, match.end())):
            continue
        yield start, match.start()
        start = match.end()
    if text[start:].strip():
        yield start, len(text)


def read_statements(document: Document, sections: Sequence[Section], without: Container[int] = ()) -> tuple[Statement, ...]:
    """All sentences of paragraphs, list items and table cells, in reading order; headings are no sentences.

    The blocks at the places `without` are left out: tables whose cells are names, or hold signatures.
    """
    return tuple(_statements(document, sections, without))


def _statements(document: Document, sections: Sequence[Section], without: Container[int]) -> Iterator[Statement]:
    leads: dict[int, str] = {}
    for index, block in enumerate(document.blocks):
        over = headings_over(sections, index)
        if isinstance(block, Table):
            if block.layout != "signatures" and index not in without:
                yield from _of_table(document, index, over)
            continue
        if isinstance(block, Figure | Heading) or (isinstance(block, Paragraph) and block.role in ("title", "subtitle")):
            leads.clear()
            continue
        if _PICTURE.match(words(block.content)):
            continue
        level = block.level if isinstance(block, ListItem) else 0
        own = run_in_heading(block)
        lead = " ".join(leads[n] for n in sorted(leads) if n < level)
        span = block_span(document, index)
        pieces = list(sentences(span.text))
        for number, (start, end) in enumerate(pieces):
            yield Statement(span.part(start, end), (*over, own) if own else over, lead, opens=number == 0)
        leads = {n: text for n, text in leads.items() if n < level}
        if pieces:
            leads[level] = span.text[slice(*pieces[-1])]


_PICTURE: Final = re.compile(r"\s*\[(?:picture|image|figure|diagram|chart|photo)\s*:", re.IGNORECASE)
"""How a text without pictures says what one shows, which is no sentence of the contract."""
_SENTENCE_CELL: Final = 60
"""How long the words of a cell must be to be read as prose in a table of more than two columns."""


def _of_table(document: Document, index: int, headings: tuple[str, ...]) -> Iterator[Statement]:
    """The sentences of a table's cells: of a table of keys and values all cells, of a wider one only what is prose."""
    seen: set[int] = set()
    for row in table_grid(document, index):
        first = row[0].span.text.strip() if row and row[0] else ""
        for column, cell in enumerate(row):
            if cell is None or cell.empty or cell.span.start in seen:
                continue
            seen.add(cell.span.start)
            text = cell.span.text.strip()
            if len(row) > 2 and not (len(text) >= _SENTENCE_CELL and text.endswith(".")):
                continue
            for start, end in sentences(cell.span.text):
                yield Statement(cell.span.part(start, end), headings, first if column else "", cell=True)
