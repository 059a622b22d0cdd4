"""DOCX to a Document. The parts' XML is walked itself: libraries that read paragraphs lose what stands in controls, boxes and changes."""

from sladocs.read.docx.document import read_docx

__all__ = ["read_docx"]
