"""Blanks: figures that a contract leaves open, and the finding that names what is missing."""

from __future__ import annotations

from dataclasses import dataclass

from sladocs.extract.en.blanks import BLANK
from sladocs.extract.en.tokens import tokens
from sladocs.extract.en.units import unit_at


@dataclass(frozen=True, slots=True)
class BlankMention:
    """A place left open at `text[start:end]`, with the unit that stands behind it, if any."""

    start: int
    end: int
    unit: str | None = None


def find_blanks(text: str) -> list[BlankMention]:
    """The places of a text that were left open for a figure."""
    found = []
    for match in BLANK.finditer(text):
        read = tokens(text)
        place = read.place(match.end())
        place += read.word(place) in (")", "]")
        unit = unit_at(read, place, figure=False) if place < len(read) else None
        found.append(BlankMention(match.start(), unit.end if unit else match.end(), unit.unit if unit else None))
    return found
