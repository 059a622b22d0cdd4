"""Words for pictures: names of the agreement in one line, and sentences that say what a picture shows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from sladocs.assemble import printed
from sladocs.model.document import clean

_TURNS: Final = re.compile("[\u202a-\u202e\u2066-\u2069]")
MOST: Final = Decimal(10) ** 12
"""Figures beyond this are not drawn: no axis could tell them apart."""


def plain(text: str) -> str:
    """A text of the agreement as one line of characters that every file can hold, without signs that turn the direction of writing."""
    return clean(_TURNS.sub("", text))


def named(names: Sequence[str]) -> str:
    """Names in a sentence: "a, b and c"."""
    return printed.joined(list(names))


def sentence(text: str) -> str:
    """Words as a sentence with one full stop."""
    return f"{text.rstrip(' .')}."
