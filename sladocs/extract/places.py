"""Where words stand: stretches of the plain text with their offsets, for blocks and for the cells of tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sladocs.model.document import ONE_TO_ONE, Document, Figure, Table, words

EMPTY_CELL = frozenset({"", "—", "–", "-"})
"""What stands in a cell that says nothing."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the plain text: `text` equals `Document.text[start:end]`; `raw` has the document's own characters, as many."""

    block: int
    start: int
    text: str
    raw: str

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    def part(self, start: int, end: int) -> Span:
        """The stretch from `start` to `end`, counted inside this one, without blanks at its ends."""
        piece = self.text[start:end]
        start += len(piece) - len(piece.lstrip())
        end = start + len(piece.strip())
        return Span(self.block, self.start + start, self.text[start:end], self.raw[start:end])

    def stripped(self) -> Span:
        return self.part(0, len(self.text))


@dataclass(frozen=True, slots=True)
class CellSpan:
    """A cell of a table, with its lines; a cell that spans several places stands in each of them."""

    span: Span
    lines: tuple[Span, ...]

    @property
    def empty(self) -> bool:
        return self.span.text.strip() in EMPTY_CELL

    @property
    def name(self) -> str | None:
        """The cell's words in one line, just as they stand, or None where it says nothing."""
        return None if self.empty else self.span.raw.strip()

    @property
    def prose(self) -> str | None:
        """The cell's words with its lines kept apart, or None where it says nothing."""
        return None if self.empty else "\n".join(line.raw for line in self.lines).strip()


Grid = Sequence[Sequence[CellSpan | None]]
"""The cells of a table as a rectangle."""


def block_span(document: Document, index: int) -> Span:
    """The words of a block without its label; for a table, all its rows."""
    block = document.blocks[index]
    text, start = document.texts[index], document.starts[index]
    raw = text if isinstance(block, Table) else words(block.caption if isinstance(block, Figure) else block.content)
    lead = len(text) - len(raw)
    return Span(index, start + lead, text[lead:], raw)


def table_grid(document: Document, index: int) -> list[list[CellSpan | None]]:
    """The cells of the table at `index` as a rectangle (as `Table.grid`), each with its offsets."""
    table = document.blocks[index]
    assert isinstance(table, Table)
    offset = document.starts[index] + (len(words(table.caption)) + 1 if table.caption else 0)
    filled: dict[tuple[int, int], CellSpan] = {}
    for r, row in enumerate(table.rows):
        column = 0
        for cell in row:
            while (r, column) in filled:
                column += 1
            placed = _cell(index, offset, [words(content) for content in cell.lines])
            filled.update({(r + dr, column + dc): placed for dr in range(cell.rows) for dc in range(cell.columns)})
            column += cell.columns
            offset = placed.span.end + 1
        offset += 0 if row else 1
    width = max((c for _, c in filled), default=-1) + 1
    return [[filled.get((r, c)) for c in range(width)] for r in range(len(table.rows))]


def _cell(block: int, offset: int, lines: Sequence[str]) -> CellSpan:
    spans, at = [], offset
    for raw in lines:
        spans.append(Span(block, at, raw.translate(ONE_TO_ONE), raw))
        at += len(raw) + 1
    whole = " ".join(lines)
    return CellSpan(Span(block, offset, whole.translate(ONE_TO_ONE), whole), tuple(spans))
