"""Files into Documents: DOCX, Markdown and plain text."""

from sladocs.read.failure import ReadError
from sladocs.read.file import read, read_file, read_isolated

__all__ = ["ReadError", "read", "read_file", "read_isolated"]
