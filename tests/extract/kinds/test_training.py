"""The model of the kinds of clause: it is made from the texts that are there, there are enough of them, and it is good enough."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from sladocs.extract.kind_model import kind_model

ROOT = Path(__file__).resolve().parents[3]
LEAST_TEXTS = 15
LEAST_RIGHT = 0.95
"""The share of the texts it was made from that the model must know; a wrong or damaged file falls far below."""


@pytest.fixture(scope="module")
def training() -> ModuleType:
    spec = importlib.util.spec_from_file_location("clause_kinds", ROOT / "training" / "clause_kinds.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["clause_kinds"] = module
    spec.loader.exec_module(module)
    return module


def test_the_shipped_file_is_of_these_texts(training: ModuleType) -> None:
    assert kind_model().digest == training.digest(training.read_texts()), "run python training/clause_kinds.py"


def test_each_kind_has_texts_of_its_own(training: ModuleType) -> None:
    own = {path.stem: list(training._of_file(path)) for path in training.TEXTS.glob("*.txt")}
    assert set(own) - {"none"} == set(kind_model().kinds)
    assert {kind: len(texts) for kind, texts in own.items() if len(texts) < LEAST_TEXTS} == {}


def test_no_text_stands_twice(training: ModuleType) -> None:
    bodies = [text.body for path in training.TEXTS.glob("*.txt") for text in training._of_file(path)]
    assert len(bodies) == len(set(bodies))


def best_kind(heading: str, body: str) -> str:
    scores = kind_model().scores(heading, body)
    return kind_model().kinds[max(range(len(scores)), key=scores.__getitem__)]


def test_the_model_knows_its_texts(training: ModuleType) -> None:
    texts = [text for text in training.read_texts() if text.kinds]
    right = sum(best_kind(text.heading, text.body) in text.kinds for text in texts)
    assert right / len(texts) >= LEAST_RIGHT


@pytest.mark.slow
def test_training_makes_the_shipped_file(training: ModuleType) -> None:
    pytest.importorskip("sklearn")
    texts = training.read_texts()
    made = training.Fitted(texts)
    looks = [training._looks(text)[0] for text in texts]
    differ = sum(best_kind(*look) != made.kinds[row.argmax()] for look, row in zip(looks, made.scores(looks), strict=True))
    assert differ / len(texts) < 0.01  # what rounding and leaving out small weights may cost
