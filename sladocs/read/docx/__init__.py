"""DOCX to a Document: the parts' XML is walked itself, since libraries that read paragraphs lose what stands in controls, boxes and changes."""

from sladocs.read.docx.document import read_docx

__all__ = ["read_docx"]
