"""What can be wrong with a style."""

from __future__ import annotations


class StyleError(ValueError):
    """A style that cannot be used. The message is one sentence; `part`, `paragraph` (from 1) and `tag` say where, as far as it is known."""

    def __init__(self, message: str, *, part: str | None = None, paragraph: int | None = None, tag: str | None = None) -> None:
        self.part = part
        self.paragraph = paragraph
        self.tag = tag
        places = (part, f"paragraph {paragraph}" if paragraph else None, f"“{tag}”" if tag else None)
        place = ", ".join(p for p in places if p)
        super().__init__(f"style, {place}: {message}" if place else f"style: {message}")
