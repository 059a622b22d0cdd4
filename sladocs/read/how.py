"""How a file is to be read: what a user may say of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class How:
    """What a user may say of how a file is read.

    `password` opens a protected PDF; `original` reads a Word file as it was before its tracked changes; `careful` asks pdfplumber about
    each drawn table of a PDF. With `scans` a PDF of nothing but pictures of pages comes back as an empty document that names them, rather
    than as an error: a way to recognise their text is known.
    """

    password: str | None = None
    original: bool = False
    careful: bool = False
    scans: bool = False


AS_USUAL: Final = How()
