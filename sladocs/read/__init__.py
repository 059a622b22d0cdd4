"""Files into Documents: Word files, PDF, HTML, Markdown and plain text."""

from sladocs.read.failure import ReadError
from sladocs.read.file import read, read_file, read_isolated
from sladocs.read.how import AS_USUAL, How

__all__ = ["AS_USUAL", "How", "ReadError", "read", "read_file", "read_isolated"]
