"""HTML pages into Documents: our own, and those that others saved."""

from sladocs.read.html.page import first_table, read_html
from sladocs.read.html.source import is_page, page_text

__all__ = ["first_table", "is_page", "page_text", "read_html"]
