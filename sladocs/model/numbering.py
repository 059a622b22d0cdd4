"""How our documents are numbered: clauses 1, 1.1, 1.1.1, 1.1.1.1, then (a), (i), (A); schedules "Schedule 1", then 1, 1.1, (a).

`assemble` gives each block its label with a `Counter`; a writer finds with `places` which labels automatic numbering produces by itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import Final

from sladocs.model.document import Block, Heading, ListItem, Paragraph

SCHEDULE: Final = "Schedule"
ITEM_LEVEL: Final = 4
"""The numbering level of the outermost list items; levels below it are decimal."""
LEVELS: Final = 7


class Scheme(StrEnum):
    """The two multilevel lists."""

    BODY = "body"
    SCHEDULE = "schedule"


def letters(number: int) -> str:
    """1 is a, 26 is z, 27 is aa, 53 is aaa (ECMA-376 part 1, 17.18.59, lowerLetter)."""
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def roman(number: int) -> str:
    """A number from 1 to 3999 in lower-case Roman figures."""
    parts = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"),
             (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
    out = ""
    for value, sign in parts:
        count, number = divmod(number, value)
        out += sign * count
    return out


def label(scheme: Scheme, counts: Sequence[int]) -> str:
    """The label of a block whose numbering counts are `counts`, one for each level down to its own."""
    level, last = len(counts) - 1, counts[-1]
    if level >= ITEM_LEVEL:
        return (f"({letters(last)})", f"({roman(last)})", f"({letters(last).upper()})")[level - ITEM_LEVEL]
    if scheme is Scheme.SCHEDULE:
        return f"{SCHEDULE} {last}" if level == 0 else ".".join(map(str, counts[1:]))
    return ".".join(map(str, counts))


class Counter:
    """Counts the blocks of both lists as a word processor does: a number at one level starts all deeper levels anew."""

    def __init__(self) -> None:
        self._counts = {scheme: [0] * LEVELS for scheme in Scheme}

    def peek(self, scheme: Scheme, level: int) -> str:
        """The label that the next block at this level would get."""
        counts = self._counts[scheme][: level + 1]
        return label(scheme, [*counts[:-1], counts[-1] + 1])

    def next(self, scheme: Scheme, level: int) -> str:
        """Count one block at this level, and return its label."""
        counts = self._counts[scheme]
        counts[level] += 1
        counts[level + 1 :] = [0] * (LEVELS - level - 1)
        return label(scheme, counts[: level + 1])


def _candidates(block: Block, scheme: Scheme, depth: int) -> Iterable[tuple[Scheme, int]]:
    """The numbering places that a block could have, given the scheme of the part and the depth of the heading above it."""
    match block:
        case Heading(level=1):
            yield (Scheme.SCHEDULE, 0) if re.match(rf"{SCHEDULE} \d+$", block.label) else (Scheme.BODY, 0)
        case Heading(level=level) if level <= 3:
            yield scheme, level - 1
        case Paragraph() if 0 < depth <= 3:
            yield scheme, depth
        case ListItem():
            yield scheme, ITEM_LEVEL + block.level - 1


def places(blocks: Iterable[Block]) -> list[tuple[Scheme, int] | None]:
    """For each block the list and level whose automatic number equals its label, or None where the label must be typed or is empty."""
    counter, scheme, depth, found = Counter(), Scheme.BODY, 0, []
    for block in blocks:
        text = getattr(block, "label", "")
        place = next((p for p in _candidates(block, scheme, depth) if text and counter.peek(*p) == text), None)
        if isinstance(block, Heading):
            depth = block.level if place else 0
            scheme = place[0] if place and block.level == 1 else scheme
        if place:
            counter.next(*place)
        found.append(place)
    return found
