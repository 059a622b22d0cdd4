"""Tables on PDF pages: from words, drawn lines and shades to tables of the document."""

from sladocs.read.pdf.tables.choice import find_tables
from sladocs.read.pdf.tables.content import to_table
from sladocs.read.pdf.tables.found import PageCell, PageTable
from sladocs.read.pdf.tables.joining import join
from sladocs.read.pdf.tables.opinion import plumber

__all__ = ["PageCell", "PageTable", "find_tables", "join", "plumber", "to_table"]
