"""Tables in many layouts: what each states is read whole, and nothing else."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import pytest

from sladocs.extract.promised import promised
from sladocs.extract.source import Source
from sladocs.model.agreement import ServiceLevel
from sladocs.model.document import Block, Cell, Document, Heading, Paragraph, Table, line

_spec = importlib.util.spec_from_file_location("layouts", Path(__file__).parent / "layouts.py")
assert _spec
assert _spec.loader
layouts = importlib.util.module_from_spec(_spec)
sys.modules["layouts"] = layouts
_spec.loader.exec_module(layouts)


def cells(rows: tuple[str, ...]) -> tuple[tuple[Cell, ...], ...]:
    """The rows of a table whose merged cells are written as signs."""
    grid = [[part.strip() for part in row.split("|")] for row in rows]
    placed = []
    for r, row in enumerate(grid):
        kept = []
        for c, text in enumerate(row):
            if text in ("<", "^"):
                continue
            across = 1
            while c + across < len(row) and row[c + across] == "<":
                across += 1
            down = 1
            while r + down < len(grid) and grid[r + down][c] == "^":
                down += 1
            kept.append(Cell(lines=tuple(line(part.strip()) for part in text.split("//")), rows=down, columns=across))
        placed.append(tuple(kept))
    return tuple(placed)


def said(level: ServiceLevel) -> str:
    """A level as the cases write it."""
    parts = [f"{level.metric.value} {level.comparator.value} {level.value:f} {level.unit}"]
    parts += [f"%{level.attainment:f}"] if level.attainment is not None else []
    parts += [f"~{level.statistic.value}"] if level.statistic else []
    parts += [f"!{level.priority}"] if level.priority else []
    parts += [f"@{level.service}"] if level.service else []
    parts += [f"/{level.window.value}"] if level.window else []
    parts += [level.threshold] if level.threshold else []
    return " ".join(parts)


def read(layout: layouts.Layout) -> list[str]:  # type: ignore[name-defined]
    """The levels that are read from a table in its surroundings."""
    body: list[Block] = [Heading(level=1, content=line(layout.heading))]
    body += [Paragraph(content=line(layout.lead))] if layout.lead else []
    body += [Table(headers=layout.headers, caption=line(layout.caption) if layout.caption else (), rows=cells(layout.rows))]
    body += [Paragraph(content=line(layout.note))] if layout.note else []
    return [said(entry.level) for entry in promised(Source(Document(body=tuple(body)))).levels]


@pytest.mark.parametrize("layout", layouts.LAYOUTS, ids=lambda layout: layout.name)
def test_layout(layout: layouts.Layout) -> None:  # type: ignore[name-defined]
    assert sorted(read(layout)) == sorted(layout.levels)
