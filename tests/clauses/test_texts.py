"""What holds for every text of the shipped library, whatever it says: no figure of performance in prose, plain words, no loose ends."""

from __future__ import annotations

import re
import statistics
from collections.abc import Iterator
from pathlib import Path

import pytest

from sladocs.library import Library
from sladocs.library.terms import in_blocks, resolve, used_in
from sladocs.model.clause import Clause, Fill, Inline, Passage, Plain, Refer, Use, Variant, When, WhenBlocks

LIBRARY = Library(folders=(Path(__file__).parents[2],))
CLAUSES = LIBRARY.clauses()
TEXTS = [pytest.param(clause, variant, id=f"{clause.id}-{variant.name}") for clause in CLAUSES for variant in clause.variants.values()]

IN_THREE_POSITIONS = (
    "amendment", "availability", "burden-of-proof", "burn-in", "chronic-failure", "clock-rules", "commitment",
    "cost-recovery", "credit-cap", "credit-claims", "credit-nature", "customer-duties", "dispute-resolution",
    "emergency-maintenance", "escalation", "failure-notices", "governance-bodies", "improvement-plan",
    "incident-updates", "internal-ending", "internal-services", "key-indicators", "measurement",
    "measurement-exclusions", "measures-change", "off-ramp-consequences", "off-ramps", "out-of-scope", "payment",
    "performance", "performance-reports", "pilot-data", "pilot-ending", "pilot-fees", "pilot-liability",
    "pilot-licence", "pilot-services", "planned-maintenance", "precedence", "priorities", "purpose", "quality",
    "recovery", "root-cause-reports", "rounding", "service-credits", "service-description", "service-hours",
    "service-reviews", "success-tests", "support-targets", "suspension", "term", "volumes",
)  # fmt: skip
ARCHAISMS = re.compile(
    r"\b(?:hereby|herein\w*|hereto|hereunder|hereof|thereof|therein|thereto|thereunder|notwithstanding|whereas|aforesaid|witnesseth|"
    r"heretofore|whatsoever|forthwith|pursuant to|in witness)\b",
    re.IGNORECASE,
)
BARE_FIGURE = re.compile(r"\d")
FIGURE_IN_WORDS = re.compile(r"\b[a-z]+(?:-[a-z]+)? \(\d+\) (?:Business Day|day|month|year)s?\b")
PROMISED_TIME = re.compile(r"\bwithin [a-z-]+ \(\d+\)|\bat (?:least|most) \d|\bper ?cent\b|%", re.IGNORECASE)


def passages(variant: Variant) -> Iterator[Passage]:
    """All paragraphs of a text, those under conditions too."""
    todo = list(variant.blocks)
    while todo:
        block = todo.pop(0)
        if isinstance(block, Passage):
            yield block
        elif isinstance(block, WhenBlocks):
            todo[:0] = block.blocks


def words(content: tuple[Inline, ...], *, filled: str = "") -> str:
    """The words of a passage; `filled` stands for parameters and references."""
    out = ""
    for node in content:
        match node:
            case Plain(text=text):
                out += text
            case Use(shown=shown):
                out += shown
            case Fill() | Refer():
                out += filled
            case _:
                out += words(node.content, filled=filled)
    return out


@pytest.mark.parametrize(("clause", "variant"), TEXTS)
def test_no_figure_of_performance_stands_in_prose(clause: Clause, variant: Variant) -> None:
    text = " ".join(words(passage.content) for passage in passages(variant))
    assert not PROMISED_TIME.search(text)
    assert not BARE_FIGURE.search(FIGURE_IN_WORDS.sub("", text)), "a figure of procedure is written in words with its digits"


@pytest.mark.parametrize(("clause", "variant"), TEXTS)
def test_words_are_plain(clause: Clause, variant: Variant) -> None:
    text = " ".join(words(passage.content, filled="x") for passage in passages(variant))
    assert not ARCHAISMS.search(text)
    for sentence in re.split(r"(?<=[.;:])\s+", text):
        assert len(sentence.split()) <= 45, sentence


@pytest.mark.parametrize(("clause", "variant"), TEXTS)
def test_each_term_in_capitals_is_marked(clause: Clause, variant: Variant) -> None:
    """A word with a capital inside a sentence is a defined term, or the name of a body or a law."""
    names = re.compile(
        r"United Nations Convention on Contracts for the International Sale of Goods|International (?:Centre for ADR|Chamber of Commerce)"
    )
    for passage in passages(variant):
        text = names.sub("x", _unmarked(passage.content))
        assert not re.search(r"(?<=[a-z,] )[A-Z][a-z]+", text), text


def _unmarked(content: tuple[Inline, ...]) -> str:
    out = ""
    for node in content:
        if isinstance(node, Plain):
            out += node.text
        elif isinstance(node, When):
            out += _unmarked(node.content)
        else:
            out += "x"
    return out


@pytest.mark.parametrize("clause", CLAUSES, ids=lambda clause: clause.id)
def test_a_figure_of_the_agreement_stands_once_in_a_text(clause: Clause) -> None:
    """A parameter is printed once, or in sentences of which only one can stand: each under its own condition."""
    for variant in clause.variants.values():
        for name in clause.parameters:
            seen = [seen.under for seen in in_blocks(variant.blocks) if isinstance(seen.node, Fill) and seen.node.parameter == name]
            assert len(seen) == 1 or (len(set(seen)) == len(seen) and all(seen)), name


@pytest.mark.parametrize("clause", CLAUSES, ids=lambda clause: clause.id)
def test_each_clause_advises_and_names_its_sources(clause: Clause) -> None:
    assert clause.guidance.drafter
    assert clause.guidance.negotiator
    assert clause.sources
    assert next(iter(clause.variants)) == "balanced"
    assert all(variant.trigger for name, variant in clause.variants.items() if name != "balanced")


def test_where_the_parties_differ_there_are_three_texts() -> None:
    three = {clause.id for clause in CLAUSES if {"balanced", "provider", "customer"} <= clause.variants.keys()}
    assert three == set(IN_THREE_POSITIONS)
    for clause in CLAUSES:
        sources = [variant.source for variant in clause.variants.values()]
        assert len(set(sources)) == len(sources), f"two texts of {clause.id} are the same"


def test_only_the_effect_of_credits_says_whether_they_are_the_only_remedy() -> None:
    states = {(clause.id, name): dict(v.states) for clause in CLAUSES for name, v in clause.variants.items() if v.states}
    assert {key for key in states if "credit_terms.sole_remedy" in states[key]} == {
        ("credit-nature", name) for name in ("balanced", "provider", "customer")
    }


def test_terms_are_defined_once_and_used() -> None:
    owners: dict[str, str] = {}
    for clause in CLAUSES:
        for term in clause.defines:
            assert owners.setdefault(term, clause.id) == clause.id
    used = {
        resolve(seen.node.term, owners)
        for c in CLAUSES
        for v in c.variants.values()
        for seen in in_blocks(v.blocks)
        if isinstance(seen.node, Use)
    }
    used |= {resolve(term, owners) for clause in CLAUSES for content in clause.defines.values() for term in used_in(content)}
    assert set(owners) <= used


def test_a_manager_can_read_them() -> None:
    """The median of Flesch's reading ease over the texts is at least 45 (plain English begins at about 50)."""
    eases = [ease(variant) for clause in CLAUSES for variant in clause.variants.values()]
    assert statistics.median(eases) >= 45


def ease(variant: Variant) -> float:
    """Flesch's reading ease of a text; an item of a list belongs to the sentence of its lead-in."""
    text = " ".join(words(passage.content, filled="thirty days") for passage in passages(variant))
    sentences = [s for s in re.split(r"[.!?](?:\s|$)", text) if s.strip()]
    found = re.findall(r"[A-Za-z\u2019]+", text)
    return 206.835 - 1.015 * len(found) / len(sentences) - 84.6 * sum(map(_syllables, found)) / len(found)


def _syllables(word: str) -> int:
    plain = re.sub(r"(?:[^laeiouy]es|[^td]ed|[^laeiouy]e)$", "", re.sub(r"[^a-z]", "", word.lower()))
    return max(1, len(re.findall(r"[aeiouy]{1,2}", plain)))


def test_the_library_has_no_finding() -> None:
    assert [f"{finding.place}: {finding.message}" for finding in LIBRARY.lint()] == []
