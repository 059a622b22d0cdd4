"""Words for pictures: names of the agreement in one line, and sentences that say what a picture shows."""

from __future__ import annotations

from collections.abc import Sequence

from sladocs.assemble import printed


def plain(text: str) -> str:
    """A text of the agreement as one line without runs of blanks."""
    return " ".join(text.split())


def named(names: Sequence[str]) -> str:
    """Names in a sentence: "a, b and c"."""
    return printed.joined(list(names))


def sentence(text: str) -> str:
    """Words as a sentence with one full stop."""
    return f"{text.rstrip(' .')}."
