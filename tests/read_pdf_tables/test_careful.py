"""`--careful`: pdfplumber is asked about each drawn table, and a third answer is told."""

from __future__ import annotations

import pytest

from sladocs.read.pdf.page import Page, Rule, Word
from sladocs.read.pdf.tables import find_tables
from sladocs.read.pdf.tables.opinion import Asked

Answer = list[tuple[tuple[float, float, float, float], int]]


def ruled_page() -> Page:
    """A page with a grid of three columns and three rows."""
    page = Page(4, 400.0, 400.0)
    for y in (50.0, 70.0, 90.0, 110.0):
        page.rules.append(Rule(50.0, y, 350.0, y))
    for x in (50.0, 150.0, 250.0, 350.0):
        page.rules.append(Rule(x, 50.0, x, 110.0))
    cells = [("Class", "First", "Repair"), ("P1", "1", "4"), ("P2", "2", "8")]
    for row, texts in enumerate(cells):
        for column, text in enumerate(texts):
            x, y = 60.0 + 100 * column, 56.0 + 20 * row
            page.words.append(Word(text, x, y, x + 6 * len(text), y + 9.7, 10.0, False, len(page.words)))
    return page


@pytest.mark.parametrize(("careful", "columns", "asked", "doubted"), [(False, 5, 0, set()), (True, 3, 1, set()), (True, 5, 1, {4})])
def test_who_is_careful_asks_and_hears_doubt(careful: bool, columns: int, asked: int, doubted: set[int]) -> None:
    before = Asked.count
    Asked.doubted.clear()

    def opinion() -> Answer:
        return [((50.0, 50.0, 350.0, 110.0), columns)]

    (table,) = find_tables(ruled_page(), opinion=opinion, careful=careful)
    assert [len(row) for row in table.rows] == [3, 3, 3]
    assert Asked.count - before == asked
    assert Asked.doubted == doubted
