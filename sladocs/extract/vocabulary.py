"""A vocabulary of phrases, found in a text by one walk over its tokens."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from sladocs.extract.en.tokens import Kind, Tokens

_HYPHENS = frozenset({"-", "\u2013"})


@dataclass(slots=True)
class _Node:
    """The phrases that begin alike: what may come next, and what the phrases mean that end here."""

    following: dict[str, _Node] = field(default_factory=dict)
    meanings: list[str] = field(default_factory=list)


class Vocabulary:
    """Phrases with their meanings.

    A phrase is written word by word: `a|b` are alternatives, `word?` may be missing, `*` stands for any one word. A hyphen may stand
    between its words.
    """

    def __init__(self, phrases: Mapping[str, Iterable[str]]) -> None:
        self._root = _Node()
        for meaning, written in phrases.items():
            for phrase in written:
                self._add(phrase.split(), meaning)

    def _add(self, parts: list[str], meaning: str) -> None:
        nodes = [self._root]
        for part in parts:
            words = part.removesuffix("?").split("|")
            after = [node.following.setdefault(word, _Node()) for node in nodes for word in words]
            nodes = after + nodes if part.endswith("?") else after
        for node in nodes:
            if meaning not in node.meanings and node is not self._root:
                node.meanings.append(meaning)

    def find(self, tokens: Tokens) -> Iterator[tuple[int, int, str]]:
        """Every phrase of the text: the places of its first token and behind its last, and its meaning."""
        first = self._root.following
        for place, word in enumerate(tokens.words):
            if word in first:
                yield from self._from(tokens, place, place + 1, first[word])

    def _from(self, tokens: Tokens, start: int, place: int, node: _Node) -> Iterator[tuple[int, int, str]]:
        for meaning in node.meanings:
            yield start, place, meaning
        word = tokens.word(place)
        if word in _HYPHENS:
            place += 1
            word = tokens.word(place)
        if not node.following or not word:
            return
        if word in node.following:
            yield from self._from(tokens, start, place + 1, node.following[word])
        if "*" in node.following:
            skip = 2 if tokens.kind(place) is Kind.DIGITS and tokens.word(place + 1) == "%" else 1
            yield from self._from(tokens, start, place + skip, node.following["*"])
