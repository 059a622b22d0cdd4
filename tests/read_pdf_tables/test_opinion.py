"""pdfplumber is asked only where drawn lines and words disagree about columns that hold figures, and then decides."""

from __future__ import annotations

import pytest

from sladocs.read.pdf.page import Page, Rule, Word
from sladocs.read.pdf.tables import find_tables, plumber

ROWS = [("Service", "Target", "Credit"), ("Shop", "99.9 %", "5 %"), ("Mail", "99.5 %", "4 %"), ("Archive", "95 %", "none")]
LEFT, TOP, STEP = 50.0, 100.0, 20.0
STARTS = (55.0, 130.0, 205.0)


def drawn(at: float) -> Page:
    """Three columns of words in a frame with rules between the rows and one upright line at `at`."""
    words = []
    for r, row in enumerate(ROWS):
        for x, text in zip(STARTS, row, strict=True):
            reach = x
            for word in text.split():
                words.append(Word(word, reach, TOP + r * STEP + 5, reach + 5.0 * len(word), TOP + r * STEP + 15, 10.0, False, len(words)))
                reach += 5.0 * len(word) + 2.5
    bottom = TOP + len(ROWS) * STEP
    rules = [Rule(LEFT, TOP + r * STEP, 280.0, TOP + r * STEP) for r in range(len(ROWS) + 1)]
    rules += [Rule(x, TOP, x, bottom) for x in (LEFT, at, 280.0)]
    return Page(1, 595.0, 842.0, words, rules)


@pytest.mark.parametrize(("columns", "expected"), [(3, 3), (2, 2)])
def test_the_opinion_decides(columns: int, expected: int) -> None:
    asked = []

    def opinion() -> list[tuple[tuple[float, float, float, float], int]]:
        asked.append(1)
        return [((LEFT, TOP, 280.0, 180.0), columns)]

    [table] = find_tables(drawn(140.0), opinion=opinion)  # the line runs through the words of the second column
    assert (len(table.columns) - 1, asked) == (expected, [1])


def test_it_is_not_asked_where_lines_part_words() -> None:
    [table] = find_tables(drawn(125.0), opinion=lambda: pytest.fail("asked"))
    assert len(table.rows) == len(ROWS)


@pytest.mark.parametrize(
    "data", [b"", b"%PDF-1.7\n%%EOF\n", b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF\n"]
)
def test_a_file_that_pdfplumber_refuses_has_no_second_opinion(data: bytes) -> None:
    assert plumber(data, 1)() == []
