"""pdfplumber's opinion on a table whose lines and words disagree."""

from __future__ import annotations

import io
from collections.abc import Callable
from functools import cache
from typing import ClassVar

from sladocs.read.pdf.page import Page
from sladocs.read.pdf.tables.area import Area, table_of
from sladocs.read.pdf.tables.found import PageTable

Opinion = Callable[[], list[tuple[tuple[float, float, float, float], int]]]
"""Asks for the tables of one page: the area of each, and how many columns it has."""


class Asked:
    """How often the opinion was asked, for measuring, and on which pages of the last document the answers were a third thing."""

    count = 0
    doubted: ClassVar[set[int]] = set()


def plumber(data: bytes, number: int, password: str | None = None) -> Opinion:
    """A question to pdfplumber about the tables of a page (numbered from 1); the library is loaded when it is asked, once a page."""

    @cache
    def ask() -> list[tuple[tuple[float, float, float, float], int]]:
        import pdfplumber
        from pdfminer.pdfexceptions import PDFException
        from pdfminer.psexceptions import PSException
        from pdfplumber.utils.exceptions import PdfminerException

        refused = (PSException, PDFException, PdfminerException, ArithmeticError, LookupError, TypeError, ValueError, RecursionError)
        try:
            with pdfplumber.open(io.BytesIO(data), pages=[number], password=password or "") as pdf:
                return [(table.bbox, max((len(row.cells) for row in table.rows), default=0)) for table in pdf.pages[0].find_tables()]
        except refused:  # what pdfium reads may be too damaged for pdfminer: then there is no second opinion
            return []

    return ask


def preferred(table: PageTable, page: Page, opinion: Opinion, *, careful: bool = False) -> PageTable:
    """The table as its lines draw it, or as its words stand: pdfplumber decides where these disagree about columns that hold figures.

    A `careful` reader asks about each table, and remembers where pdfplumber has still other columns.
    """
    if not any(ch.isdigit() for word in table.words() for ch in word.text):
        return table
    white = table_of(Area(table.x0, table.top, table.x1, table.bottom, [], [], "white"), page.words, page.number)
    agree = white is None or len(white.columns) == len(table.columns)
    if agree and not careful:
        return table
    Asked.count += 1
    for (x0, top, x1, bottom), columns in opinion():
        if x0 < (table.x0 + table.x1) / 2 < x1 and top < (table.top + table.bottom) / 2 < bottom:
            if white is not None and columns == len(white.columns) - 1:
                return white
            if columns != len(table.columns) - 1:
                Asked.doubted.add(table.page)
            return table
    return table
