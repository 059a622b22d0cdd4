"""HTML pages into Documents: our own, and those that others saved."""

from sladocs.read.html.page import read_html
from sladocs.read.html.source import is_page, page_text

__all__ = ["is_page", "page_text", "read_html"]
