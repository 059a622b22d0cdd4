"""All figures that stand in a document, each with the path of the agreement that it prints."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sladocs.model.document import Block, Cell, Document, Figure, Line, Run, Table


@dataclass(frozen=True)
class PlacedFigure:
    """A figure as it is printed. `block` is the index in `Document.blocks`; `row` and `column` are its cell's, None outside tables."""

    path: str
    text: str
    block: int
    row: int | None = None
    column: int | None = None


def figures(document: Document) -> list[PlacedFigure]:
    """The figures in reading order."""
    return [
        PlacedFigure(run.figure, run.text, index, row, column)
        for index, block in enumerate(document.blocks)
        for run, row, column in runs(block)
        if run.figure is not None
    ]


def runs(block: Block) -> Iterator[tuple[Run, int | None, int | None]]:
    """The runs of a block, each with the row and column of its cell."""
    if isinstance(block, Table):
        for r, row in enumerate(block.rows):
            for c, cell in enumerate(row):
                yield from ((run, r, c) for content in _lines(cell) for run in content)
    elif not isinstance(block, Figure):
        yield from ((run, None, None) for run in block.content)


def _lines(cell: Cell) -> tuple[Line, ...]:
    return cell.lines
