"""Tables drawn in many styles: every cell at its place; and what only looks like a table is none."""

from __future__ import annotations

import re
import sys
from functools import cache
from pathlib import Path

import pypdfium2
import pytest
import typst

from sladocs.model.document import Table, spread
from sladocs.read.pdf.pages import pages
from sladocs.read.pdf.tables import PageTable, find_tables, join, to_table

sys.path.insert(0, str(Path(__file__).parent))
from drawn import NONE, SETUP, TABLES, Drawn


@cache
def printed(source: str) -> bytes:
    return bytes(typst.compile((SETUP + source).encode(), ignore_system_fonts=True))


def tables_in(data: bytes) -> list[Table]:
    held: list[PageTable] = []
    with pypdfium2.PdfDocument(data) as pdf:
        for page in pages(pdf):
            found = find_tables(page, above=held[-1] if held else None)
            taken = [id(word) for table in found for word in table.words()]
            assert len(taken) == len(set(taken)), "a word stands in two tables"
            for place, table in enumerate(found):
                first = place == 0 and not any(w.top < table.top and id(w) not in set(taken) for w in page.words)
                joined = join(held[-1], table) if held and first and held[-1].page < page.number else None
                if joined is None:
                    held.append(table)
                else:
                    held[-1] = joined
    return [to_table(table) for table in held]


def texts(table: Table) -> list[list[str]]:
    return [[plain(cell.text) for cell in row] for row in spread(table)]


def plain(text: str) -> str:
    return re.sub(r"\s+", "", text).replace("’", "'").replace("‣", "•")


@pytest.mark.parametrize("name", TABLES)
def test_every_cell_stands_at_its_place(name: str) -> None:
    drawn: Drawn = TABLES[name]
    found = tables_in(printed(drawn.source))
    assert [texts(table) for table in found] == [[[plain(text) for text in row] for row in rows] for rows in drawn.tables]
    if drawn.headers is not None:
        assert found[0].headers == drawn.headers


@pytest.mark.parametrize("name", NONE)
def test_what_only_looks_like_a_table_is_none(name: str) -> None:
    found = tables_in(printed(NONE[name].source))
    assert [texts(table) for table in found] == []
