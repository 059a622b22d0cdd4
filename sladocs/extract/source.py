"""A document made ready to be read for facts, and the facts that were read from it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

from sladocs.extract.columns import Row, TableForm, form_rows, is_of_form
from sladocs.extract.en.fact_tables import BOARDS, BODIES, ESCALATION, OF_NAMES, SIGNING, VOLUMES
from sladocs.extract.en.pilot_frames import SAYS_PILOT
from sladocs.extract.en.pilot_tables import CONSEQUENCES, DECISIONS, OFF_RAMPS, RAMP_OUTCOMES
from sladocs.extract.places import Grid, Span, table_grid
from sladocs.extract.sections import Section, headings_over, read_sections, sections_over
from sladocs.extract.statements import Statement, read_statements
from sladocs.model.document import Document, Heading, Paragraph, Table, words
from sladocs.model.finding import Evidence, Finding, Place, Severity

_OPENING: Final = 12
"""How many blocks from the start a title may stand at."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact as one place of the document states it: the path of its field ("term/initial"), its value, its place, how sure it is."""

    path: str
    value: Any
    span: Span
    confidence: float = 0.9


@dataclass(frozen=True)
class Source:
    """A document with its sections, its sentences and its tables.

    `said` is the text that evidence quotes where it differs in its blanks: that of a document whose tables were flattened.
    """

    document: Document
    said: str = ""

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        return read_sections(self.document)

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        return read_statements(self.document, self.sections, self.of_names)

    @cached_property
    def of_names(self) -> frozenset[int]:
        """The places of tables whose cells are names and figures of their columns: no sentence is read in them, whatever the names are."""
        named = {i for i in self.tables if self._holds_signatures(i) or self._is_of(i, OF_NAMES)}
        return frozenset(named | self.without_levels)

    @cached_property
    def without_levels(self) -> frozenset[int]:
        """The places of tables whose figures and dates are no service levels: off-ramps, bodies, volumes, ladders of escalation."""
        apart = (OFF_RAMPS, RAMP_OUTCOMES, CONSEQUENCES, BODIES, BOARDS, VOLUMES)
        dated = {i for i in self.tables if self._is_of(i, (DECISIONS,)) and self.speaks_of_pilot(i)}
        ladders = {i for i in self.tables if self._is_of(i, (ESCALATION,)) and self._speaks_of_escalation(i)}
        return frozenset(dated | ladders | {i for i in self.tables if self._is_of(i, apart)})

    def _speaks_of_escalation(self, index: int) -> bool:
        """Whether a caption or a heading over a table says that it is a ladder of escalation."""
        return any("escalat" in text.lower() for text in (words(self._table(index).caption), *self.headings(index)))

    def _is_of(self, index: int, of: Iterable[TableForm]) -> bool:
        return any(is_of_form(self._table(index), self.grid(index), form) for form in of)

    def _table(self, index: int) -> Table:
        block = self.document.blocks[index]
        assert isinstance(block, Table)
        return block

    @cached_property
    def _grids(self) -> dict[int, Grid]:
        return {}

    def grid(self, index: int) -> Grid:
        """The cells of the table at a place, which are laid out once."""
        if index not in self._grids:
            self._grids[index] = table_grid(self.document, index)
        return self._grids[index]

    @cached_property
    def is_pilot(self) -> bool:
        """Whether the document calls itself an agreement on a pilot."""
        titles = [
            words(b.content)
            for b in self.document.blocks[:_OPENING]
            if isinstance(b, Heading) or (isinstance(b, Paragraph) and b.role == "title")
        ]
        return any(SAYS_PILOT.search(title) for title in (self.document.title, *titles))

    def speaks_of_pilot(self, index: int) -> bool:
        """Whether what stands over a table, or the document's own title, speaks of a pilot."""
        return self.is_pilot or any(SAYS_PILOT.search(text) for text in (words(self._table(index).caption), *self.headings(index)))

    def _holds_signatures(self, index: int) -> bool:
        """Whether the first cells of a table's rows are those of a place to sign."""
        block = self._table(index)
        return sum(bool(row and SIGNING.fullmatch(row[0].text.strip())) for row in block.rows) >= 3

    @cached_property
    def tables(self) -> tuple[int, ...]:
        """The places of all tables but those that hold signatures."""
        return tuple(i for i, b in enumerate(self.document.blocks) if isinstance(b, Table) and b.layout != "signatures")

    def rows(self, form: TableForm) -> Iterator[tuple[int, list[Row]]]:
        """Each table of a form, by its place, with its rows."""
        for index in self.tables:
            if (rows := form_rows(self.document, self._table(index), self.grid(index), form)) is not None:
                yield index, rows

    def headings(self, block: int) -> tuple[str, ...]:
        return headings_over(self.sections, block)

    def section_path(self, block: int) -> str | None:
        """The sections over a block, outermost first: "Schedule 2 Service levels › 1 Levels of the services"."""
        return " › ".join(section.path for section in sections_over(self.sections, block)) or None

    def _quoted(self, span: Span) -> str:
        return (self.said or self.document.text)[span.start : span.end]

    def evidence(self, span: Span, confidence: float = 0.9) -> Evidence:
        """Where a stretch of the text stands, as evidence names it."""
        return Evidence(
            quote=self._quoted(span),
            page=self.document.blocks[span.block].page,
            section=self.section_path(span.block),
            start=span.start,
            end=span.end,
            block=span.block,
            place=self.document.blocks[span.block].source,
            confidence=confidence,
        )

    def finding(self, code: str, message: str, span: Span, path: str | None = None, severity: Severity = Severity.WARNING) -> Finding:
        """A finding about a stretch of the text."""
        place = Place(
            path=path,
            page=self.document.blocks[span.block].page,
            section=self.section_path(span.block),
            quote=self._quoted(span),
        )
        return Finding(code=code, severity=severity, message=message, place=place)
