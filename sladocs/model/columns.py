"""How many columns a text takes where each character has the width of a typewriter's: what aligns tables in plain text."""

from __future__ import annotations

import unicodedata


def width(text: str) -> int:
    """The columns that a text takes: none for combining marks and format characters, two for wide characters of East Asia."""
    return len(text) if text.isascii() else sum(map(_columns, text))


def pad(text: str, size: int) -> str:
    """The text with blanks after it up to `size` columns."""
    return text + " " * (size - width(text))


def place(text: str, column: int) -> int:
    """The index in `text` of the character that begins at a column or behind it; a mark belongs to the character before it."""
    if text.isascii():
        return min(column, len(text))
    at = 0
    for index, ch in enumerate(text):
        wide = _columns(ch)
        if at >= column and wide:
            return index
        at += wide
    return len(text)


def _columns(ch: str) -> int:
    if unicodedata.category(ch) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(ch) in "WF" else 1
