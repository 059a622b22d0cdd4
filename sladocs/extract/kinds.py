"""Which kinds of clause a document has: by its headings first, by cue words of its sentences second."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from sladocs.extract.en.fact_tables import CALENDARS, ESCALATION, PARTIES, RACI, REPORTS, REVIEWS
from sladocs.extract.en.kinds import CUES, HEADINGS
from sladocs.extract.places import Span, block_span
from sladocs.extract.sections import run_in_heading
from sladocs.extract.source import Fact, Source
from sladocs.model.agreement import ClauseChoice
from sladocs.model.document import Heading, ListItem, Paragraph, Table

_FORMS = (
    ("parties", PARTIES),
    ("escalation", ESCALATION),
    ("reporting", REPORTS),
    ("review", REVIEWS),
    ("roles", RACI),
    ("support", CALENDARS),
)


def read_kinds(source: Source) -> Iterator[Fact]:
    """One clause for each kind that is found, in the order in which the kinds first appear."""
    found: dict[str, Fact] = {}
    for heading, span in _headings(source):
        for kind, pattern in HEADINGS.items():
            if kind not in found and pattern.search(heading):
                found[kind] = Fact("clauses", ClauseChoice(kind=kind, heading=heading), span, 0.85)
    for kind, span in (*_by_tables(source), *_by_cues(source)):
        found.setdefault(kind, Fact("clauses", ClauseChoice(kind=kind), span, 0.7))
    yield from sorted(found.values(), key=lambda fact: fact.span.start)


def _headings(source: Source) -> Iterator[tuple[str, Span]]:
    """The headings of sections and those at the start of paragraphs; the document's title is none."""
    title = True
    for section in source.sections:
        span = block_span(source.document, section.first)
        if title and section.level == 1 and not section.label and section.first < 5:
            title = False
            continue
        title = False
        if section.heading:
            yield section.heading, span
    for index, block in enumerate(source.document.blocks):
        if isinstance(block, Paragraph | ListItem) and (lead := run_in_heading(block)):
            yield lead, block_span(source.document, index)
        if isinstance(block, Paragraph | ListItem):
            span = block_span(source.document, index)
            for match in _NUMBERED_INSIDE.finditer(span.text):
                yield match["heading"], span.part(*match.span("heading"))


_NUMBERED_INSIDE: Final = re.compile(
    r"(?:^|\s)\d{1,2}(?:\.\d{1,2}){0,2}\.?\s+(?P<heading>[A-Z][A-Za-z'/&-]+(?:,?\s+(?:[A-Z][A-Za-z'/&-]*|of|and|or|for|to|the|on|in|by)){0,6})\s*[.:]\s"
)
"""A numbered heading inside a paragraph, as text without line breaks has them: "… herein. 9.12 Governing Law: This Agreement …"."""


def _by_tables(source: Source) -> Iterator[tuple[str, Span]]:
    for kind, form in _FORMS:
        for index, _ in source.rows(form):
            yield kind, block_span(source.document, index).stripped()
    for index, block in enumerate(source.document.blocks):
        if isinstance(block, Table) and block.layout == "signatures":
            yield "signatures", block_span(source.document, index).stripped()


def _by_cues(source: Source) -> Iterator[tuple[str, Span]]:
    for index, block in enumerate(source.document.blocks):
        if isinstance(block, Heading):
            continue
        span = block_span(source.document, index)
        for kind, pattern in CUES.items():
            if match := pattern.search(span.text):
                yield kind, span.part(match.start(), match.end())
