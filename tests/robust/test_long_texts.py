"""Texts that no person writes take no longer than their length allows: they are read without a limit of time."""

from __future__ import annotations

import time

import pytest

from sladocs.read import read

TEXTS = {
    "brackets": "[" * 100_000,
    "brackets and more": "](" * 50_000,
    "pictures": "![" * 50_000,
    "dashes": "- " * 30_000 + "x",
    "rules": "---\n" * 4_000,
    "headings": "x\n===\n" * 1_200,
}


@pytest.mark.parametrize("name", TEXTS)
def test_a_long_text_is_read_soon(name: str) -> None:
    began = time.process_time()
    assert read(TEXTS[name].encode(), name="a.txt").blocks
    assert time.process_time() - began < 4
