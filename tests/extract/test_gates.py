"""Patterns with a gate find what they find without one; the words that they need are worked out from them."""

from __future__ import annotations

import re

import pytest

from sladocs.extract.en.credit_frames import SOLE
from sladocs.extract.en.kind_cues import CUES
from sladocs.extract.en.terms import FRAMES
from sladocs.extract.gates import Gated, needs

NEEDED = [
    (r"\bterminat\w+", ("terminat",)),
    (r"renew(?:s|al)?|extend", ("extend", "renew")),
    (r"(?:within|under)\s+\d+\s+hours", ("hours",)),
    (r"\b[CE]OB\b", ("cob", "eob")),
    (r"\d+\s?%", ("\\d",)),
    (r"[\u00bc\u00bd]", ("\u00bc", "\u00bd")),
    (r"(?:credits?){1,3}x?", ("credit",)),
    (r"(?:credits?)?\s\w+", ("",)),
    (r"credits?|\w+", ("",)),
    (r"(?=notice)\w+", ("",)),
    (r"[^abc]\w", ("",)),
]
TEXTS = [
    "Oakfield may terminate this Agreement on thirty (30) days' written notice.",
    "THE INITIAL TERM IS THREE YEARS AND RENEWS FOR FURTHER PERIODS OF ONE YEAR EACH.",
    "Service credits are the sole and exclusive remedy of Northwind, and shall not exceed 15 % of the monthly fees.",
    "Harbourline will bill\u017f its fees; the \u212aelvin sign and the dotless \u0131 stand in this sentence.",
    "This Agreement is governed by the laws of England; notices are given in writing.",
    "",
]


@pytest.mark.parametrize(("pattern", "words"), NEEDED)
def test_the_words_that_a_pattern_needs(pattern: str, words: tuple[str, ...]) -> None:
    assert needs(re.compile(pattern, re.IGNORECASE)) == words


@pytest.mark.parametrize("pattern", [*(frame.pattern for frame in FRAMES), *CUES.values(), SOLE], ids=lambda p: p.pattern[:30])
def test_a_gate_keeps_nothing_out(pattern: re.Pattern[str]) -> None:
    gated = Gated(pattern)
    for text in TEXTS:
        assert [m.span() for m in gated.finditer(text)] == [m.span() for m in pattern.finditer(text)]
        assert (gated.search(text) is None) == (pattern.search(text) is None)
        assert (gated.match(text) is None) == (pattern.match(text) is None)


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        (r"fees?\b", "fee\u017f"),
        (r"\u212aelvin|kelvin", "\u212aelvin"),
        (r"limit", "l\u0131m\u0131t"),
        (r"limit", "L\u0130M\u0130T"),
        (r"hours", "HOURS"),
    ],
)
def test_letters_that_are_equal_but_for_their_case_open_a_gate(pattern: str, text: str) -> None:
    tried = re.compile(pattern, re.IGNORECASE)
    assert tried.search(text) is not None
    assert Gated(tried).search(text) is not None


def test_a_gate_looks_only_where_it_is_told() -> None:
    gated = Gated(re.compile("credit"))
    assert gated.search("a credit, a credit", 5) is not None
    assert gated.search("a credit", 0, 5) is None
