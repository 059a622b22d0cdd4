"""A linear model of the kinds of clause: how much the words of a passage, and of the heading over it, speak for each kind.

The weights lie in `en/clause_kinds.json.gz`; `python training/clause_kinds.py` makes them from texts that were written for the purpose
and from the clause library. Here they are only added up.
"""

from __future__ import annotations

import gzip
import itertools
import json
import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, Final

FILE: Final = "clause_kinds.json.gz"
_WORD: Final = re.compile(r"\d+(?:[.,]\d+)*|[a-z]+(?:['’-][a-z]+)*|%|_{3,}")
_MOST_WORDS: Final = 400
"""How many words of a passage are read."""
_BEGINNING: Final = 5
"""How many letters stand for a family of words: "termi" for "terminate" and "termination"."""
_ENDINGS: Final = ("ies", "y"), ("sses", "ss"), ("ss", "ss"), ("us", "us"), ("is", "is"), ("s", "")


def features(heading: str, body: str) -> Counter[str]:
    """The words and pairs of words of a passage, and the beginnings of long words; those of its heading also marked with "#"."""
    over, own = _plain_words(heading), _plain_words(body)
    counts = Counter((*_grams(over, "#"), *_grams(own, "")))
    counts.update(over)  # a word of the heading counts for what it says, too
    return counts


def _plain_words(text: str) -> list[str]:
    return [_plain(word) for word in _WORD.findall(text.lower())[:_MOST_WORDS]]


def _grams(words: list[str], mark: str) -> Iterator[str]:
    yield from (mark + word for word in words)
    yield from (f"{mark}~{word[:_BEGINNING]}" for word in words if len(word) > _BEGINNING)
    yield from (f"{mark}{one} {two}" for one, two in itertools.pairwise(words))


@cache
def _plain(word: str) -> str:
    """A word without the ending of the plural or the possessive; every figure is the same."""
    if word[0].isdigit():
        return "0"
    word = re.sub(r"['’]s?$", "", word)
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return word[: -len(ending)] + instead
    return word


@dataclass(frozen=True)
class KindModel:
    """The weights: `idf` of each feature, the weight of each feature for each kind, and each kind's bias."""

    idf: Mapping[str, float]
    weights: Mapping[str, Sequence[tuple[int, float]]]
    """By feature, the weights that count, each with its kind's place in `kinds`."""
    kinds: tuple[str, ...]
    bias: tuple[float, ...]
    digest: str
    """Of the texts that the model was made from."""

    def scores(self, heading: str, body: str) -> list[float]:
        """For each of `kinds` how much speaks for a passage under a heading being of it, as log odds."""
        sums = list(self.bias)
        for feature, value in vector(features(heading, body), self.idf).items():
            for place, weight in self.weights[feature]:
                sums[place] += weight * value
        return sums


def vector(counts: Mapping[str, int], idf: Mapping[str, float]) -> dict[str, float]:
    """The TF-IDF of known features, at length one."""
    raw = {
        feature: known if count == 1 else (1 + math.log(count)) * known
        for feature, count in counts.items()
        if (known := idf.get(feature)) is not None
    }
    length = math.sqrt(sum(value * value for value in raw.values())) or 1.0
    return {feature: value / length for feature, value in raw.items()}


@cache
def _data() -> dict[str, Any]:
    return dict(json.loads(gzip.decompress((resources.files("sladocs.extract.en") / FILE).read_bytes())))


@cache
def common_words() -> frozenset[str]:
    """The words that the texts of the training write in small letters: words of contracts, which alone name nobody."""
    return frozenset(str(_data().get("words", "")).split())


@cache
def kind_model() -> KindModel:
    """The model that is shipped."""
    data = _data()
    idf = {feature: entry[0] / 100 for feature, entry in data["features"].items()}
    weights = {
        feature: tuple((place, weight / 100) for place, weight in zip(entry[1::2], entry[2::2], strict=True))
        for feature, entry in data["features"].items()
    }
    return KindModel(idf, weights, tuple(data["kinds"]), tuple(b / 100 for b in data["bias"]), data["digest"])
