"""Why a file cannot be read, in one sentence."""

from __future__ import annotations


class ReadError(Exception):
    """A file that cannot be read. The message is one sentence: what, where, and what would mend it."""
