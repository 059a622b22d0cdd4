"""Tables of chance in each style: those with drawn edges always come out right, the others nearly always."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
from scattered import STYLES, scattered
from test_drawn import plain, printed, tables_in, texts

DRAWN = ("grid", "cells", "inner")


def wrong(style: str, seeds: range) -> list[int]:
    """The seeds whose table is not read cell for cell."""
    missed = []
    for seed in seeds:
        source, rows = scattered(f"{style} {seed}", style)
        if [texts(table) for table in tables_in(printed(source))] != [[[plain(text) for text in row] for row in rows]]:
            missed.append(seed)
    return missed


@pytest.mark.parametrize("style", STYLES)
def test_a_few_tables_of_chance_are_right(style: str) -> None:
    assert len(wrong(style, range(6))) <= (0 if style in DRAWN else 1)


@pytest.mark.slow
@pytest.mark.parametrize("style", STYLES)
def test_tables_of_chance_are_right(style: str) -> None:
    missed = wrong(style, range(100))
    assert len(missed) <= (0 if style in DRAWN else 5), missed
