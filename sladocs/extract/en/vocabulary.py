"""A vocabulary of phrases, found in a text by one walk over its tokens."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sladocs.extract.en.tokens import Kind, Tokens

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

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
                for behind, meaning in _walk(tokens, place + 1, first[word]):
                    yield place, behind, meaning

    def at(self, tokens: Tokens, place: int) -> Iterator[tuple[int, str]]:
        """Every phrase that begins with the token at a place: the place behind its last, and its meaning."""
        if node := self._root.following.get(tokens.word(place)):
            yield from _walk(tokens, place + 1, node)


def _walk(tokens: Tokens, place: int, node: _Node) -> Iterator[tuple[int, str]]:
    """The ends of the phrases that go on from a node with the token at a place."""
    for meaning in node.meanings:
        yield place, meaning
    word = tokens.word(place)
    if word in _HYPHENS:
        place += 1
        word = tokens.word(place)
    if not node.following or not word:
        return
    if word in node.following:
        yield from _walk(tokens, place + 1, node.following[word])
    if "*" in node.following:
        skip = 2 if tokens.kind(place) is Kind.DIGITS and tokens.word(place + 1) == "%" else 1
        yield from _walk(tokens, place + skip, node.following["*"])
