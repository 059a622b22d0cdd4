"""A document made ready to be read for facts, and the facts that were read from it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from sladocs.extract.columns import Row, TableForm, form_rows
from sladocs.extract.en.fact_tables import OF_NAMES, SIGNING
from sladocs.extract.places import Span
from sladocs.extract.sections import Section, headings_over, read_sections, sections_over
from sladocs.extract.statements import Statement, read_statements
from sladocs.model.document import Document, Table
from sladocs.model.finding import Evidence, Finding, Place, Severity


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact as one place of the document states it: the path of its field ("term/initial"), its value, its place, how sure it is."""

    path: str
    value: Any
    span: Span
    confidence: float = 0.9


@dataclass(frozen=True)
class Source:
    """A document with its sections, its sentences and its tables."""

    document: Document

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        return read_sections(self.document)

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        return read_statements(self.document, self.sections, self.of_names)

    @cached_property
    def of_names(self) -> frozenset[int]:
        """The places of tables whose cells are names and figures of their columns: no sentence is read in them, whatever the names are."""
        return frozenset(
            i for i in self.tables if self._holds_signatures(i) or any(form_rows(self.document, i, form) is not None for form in OF_NAMES)
        )

    def _holds_signatures(self, index: int) -> bool:
        """Whether the first cells of a table's rows are those of a place to sign."""
        block = self.document.blocks[index]
        assert isinstance(block, Table)
        return sum(bool(row and SIGNING.fullmatch(row[0].text.strip())) for row in block.rows) >= 3

    @cached_property
    def tables(self) -> tuple[int, ...]:
        """The places of all tables but those that hold signatures."""
        return tuple(i for i, b in enumerate(self.document.blocks) if isinstance(b, Table) and b.layout != "signatures")

    def rows(self, form: TableForm) -> Iterator[tuple[int, list[Row]]]:
        """Each table of a form, by its place, with its rows."""
        for index in self.tables:
            if (rows := form_rows(self.document, index, form)) is not None:
                yield index, rows

    def headings(self, block: int) -> tuple[str, ...]:
        return headings_over(self.sections, block)

    def section_path(self, block: int) -> str | None:
        """The sections over a block, outermost first: "Schedule 2 Service levels › 1 Levels of the services"."""
        return " › ".join(section.path for section in sections_over(self.sections, block)) or None

    def evidence(self, span: Span, confidence: float = 0.9) -> Evidence:
        """Where a stretch of the text stands, as evidence names it."""
        return Evidence(
            quote=self.document.text[span.start : span.end],
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
            quote=self.document.text[span.start : span.end],
        )
        return Finding(code=code, severity=severity, message=message, place=place)
