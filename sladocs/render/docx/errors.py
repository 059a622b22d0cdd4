"""What can be wrong with a style."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

WORDS: int = 6
"""So many words of a paragraph name it."""


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong in a style, or worth knowing of it.

    `code` is one of S01 … (docs/findings.md); an error refuses the style, a warning is mended in what is written, information only tells.
    `part` is the part of the file, `paragraph` its paragraph from 1, `opening` the paragraph's first words, `tag` the tag's text.
    """

    code: str
    message: str
    severity: Literal["error", "warning", "info"] = "error"
    part: str | None = None
    paragraph: int | None = None
    opening: str = ""
    tag: str | None = None
    remedy: str | None = None


def opening_of(text: str) -> str:
    """The first words of a paragraph."""
    found = text.split()
    return " ".join(found[:WORDS]) + (" …" if len(found) > WORDS else "")


class StyleError(ValueError):
    """A style that cannot be used. The message is one sentence; `part`, `paragraph` (from 1) and `tag` say where, as far as it is known."""

    def __init__(
        self, message: str, *, part: str | None = None, paragraph: int | None = None, tag: str | None = None, code: str = "S01"
    ) -> None:
        self.part = part
        self.paragraph = paragraph
        self.tag = tag
        self.fault = Fault(code, message, part=part, paragraph=paragraph, tag=tag)
        places = (part, f"paragraph {paragraph}" if paragraph else None, f"“{tag}”" if tag else None)
        place = ", ".join(p for p in places if p)
        super().__init__(f"style, {place}: {message}" if place else f"style: {message}")

    @classmethod
    def of(cls, fault: Fault) -> StyleError:
        """The refusal of a style for a fault."""
        made = cls(fault.message, part=fault.part, paragraph=fault.paragraph, tag=fault.tag, code=fault.code)
        made.fault = fault
        return made
