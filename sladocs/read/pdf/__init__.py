"""PDF to a Document: words and lines as they lie on the page, put in order; the file's own structure where it can be trusted."""

from sladocs.read.pdf.document import read_pdf

__all__ = ["read_pdf"]
