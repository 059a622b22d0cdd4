"""pdfplumber's opinion on a table whose lines and words disagree."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sladocs.read.pdf.page import Page
from sladocs.read.pdf.tables.area import Area, table_of
from sladocs.read.pdf.tables.found import PageTable


class Asked:
    """How often the opinion was asked, for measuring."""

    count = 0


def preferred(table: PageTable, page: Page, opinion: Callable[[], Any]) -> PageTable:
    """The table as its lines draw it, or as its words stand: pdfplumber decides where these disagree about figures."""
    if not any(ch.isdigit() for word in table.words() for ch in word.text):
        return table
    white = table_of(Area(table.x0, table.top, table.x1, table.bottom, [], [], "white"), page.words, page.number)
    if white is None or len(white.columns) == len(table.columns):
        return table
    Asked.count += 1
    for found in opinion().find_tables():
        x0, top, x1, bottom = found.bbox
        if x0 < (table.x0 + table.x1) / 2 < x1 and top < (table.top + table.bottom) / 2 < bottom:
            columns = max((len(row.cells) for row in found.rows), default=0)
            return white if columns == len(white.columns) - 1 else table
    return table
