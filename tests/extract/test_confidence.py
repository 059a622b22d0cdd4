"""How sure a reading is: by the signs by which an entry was found."""

from __future__ import annotations

import json
from importlib.resources import files

import pytest

from sladocs.extract import extract
from sladocs.extract.confidence import confidence, fact_signs
from sladocs.read import read

WEIGHTS = json.loads(files("sladocs.extract").joinpath("confidence.json").read_text("utf-8"))


@pytest.mark.parametrize("kind", ["level", "credit", "fact"])
def test_a_sign_for_raises_and_a_sign_against_lowers(kind: str) -> None:
    weights = {sign: weight for sign, weight in WEIGHTS[kind].items() if sign != "bias"}
    assert weights
    plain = confidence(kind, ())
    for sign, weight in weights.items():
        moved = confidence(kind, (sign,))
        assert (moved >= plain) if weight > 0 else (moved <= plain)


def test_a_sign_counts_once_and_an_unknown_one_not_at_all() -> None:
    assert confidence("level", ("whole-cell", "whole-cell", "no such sign", "bias")) == confidence("level", ("whole-cell",))


def test_it_is_a_share_whatever_the_signs() -> None:
    for kind, weights in WEIGHTS.items():
        assert 0 <= confidence(kind, weights) <= 1


def test_the_number_of_an_entry_is_no_sign() -> None:
    assert fact_signs("escalation/3", 0.9) == fact_signs("escalation/11", 0.9)


def test_every_entry_of_a_document_has_its_confidence() -> None:
    text = b"# Support\n\n| Priority | Response time |\n| --- | --- |\n| P1 | 1 hour |\n\nThe service is available 99.9 % of each month.\n"
    found = extract(read(text, name="x.md"))
    assert len(found.agreement.service_levels) == 2
    assert all(0 < place.confidence < 1 for place in found.evidence.values())
