"""Keys and values: tables of key terms, and lines such as "Effective Date: 1 January 2027"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from sladocs.extract.columns import header_words
from sladocs.extract.en.fact_tables import KEY_TERMS, PARTY_KEYS
from sladocs.extract.en.keys import KEYS
from sladocs.extract.places import Span, block_span
from sladocs.extract.source import Source
from sladocs.model.agreement import Role
from sladocs.model.document import Figure, Heading, ListItem, Paragraph, Table


@dataclass(frozen=True, slots=True)
class KeyValue:
    """A value under a known key: `path` is that of the fact, or "parties" with the party's role; `front` tells a key-terms table."""

    path: str
    key: Span
    value: Span
    role: Role | None = None
    front: bool = False


_LONGEST_KEY: Final = 40
_LONGEST_VALUE: Final = 200
_LINE: Final = re.compile(rf"^\W{{0,3}}(?P<key>[A-Za-z][\w /'’()-]{{2,{_LONGEST_KEY}}}?)\s*(?::|\s[-–—]\s|\bmeans\b)\s*(?P<value>\S.*)$")


def path_of(key: str) -> tuple[str, Role | None] | None:
    """The path that a key stands for, and the role where it names a party."""
    words = header_words(key)
    for role, pattern in PARTY_KEYS:
        if pattern.fullmatch(words):
            return "parties", role
    return next(((path, None) for path, pattern in KEYS if pattern.fullmatch(words)), None)


def read_keyvalues(source: Source) -> Iterator[KeyValue]:
    """All values under known keys, in reading order."""
    for index, block in enumerate(source.document.blocks):
        if isinstance(block, Table):
            if block.layout != "signatures" and index not in source.of_names:
                yield from _of_table(source, index, block)
        elif isinstance(block, Paragraph) and block.role == "title":
            continue
        elif isinstance(block, Paragraph | ListItem):
            yield from _of_line(block_span(source.document, index))
        elif isinstance(block, Heading):
            yield from _under_heading(source, index)


def _of_table(source: Source, index: int, block: Table) -> Iterator[KeyValue]:
    """A table of two columns whose first holds keys: ours by its header, a stranger's by two keys that are known."""
    grid = source.grid(index)
    if not grid or any(len(row) != 2 for row in grid):
        return
    first, second = (header_words(cell.span.text) if cell else "" for cell in grid[0])
    ours = bool(KEY_TERMS.columns["key"].fullmatch(first) and KEY_TERMS.columns["value"].fullmatch(second))
    rows = grid[max(block.headers, 1) :] if ours else grid
    pairs = [(known, key, value) for key, value in rows if key and value and not value.empty and (known := path_of(key.span.text))]
    if ours or len(pairs) >= 2:
        for (path, role), key, value in pairs:
            yield KeyValue(path, key.span, value.span.stripped(), role, front=True)


def _of_line(span: Span) -> Iterator[KeyValue]:
    match = _LINE.match(span.text)
    if match and len(match["value"]) <= _LONGEST_VALUE and (known := path_of(match["key"])):
        yield KeyValue(known[0], span.part(*match.span("key")), span.part(*match.span("value")), known[1])


def _under_heading(source: Source, index: int) -> Iterator[KeyValue]:
    """A heading that is itself a line ("Provider: Northwind Ltd"), or a known key over one short line."""
    span = block_span(source.document, index)
    yield from _of_line(span)
    blocks = source.document.blocks
    if index + 1 < len(blocks) and isinstance(blocks[index + 1], Paragraph | ListItem):
        last = index + 2 >= len(blocks) or isinstance(blocks[index + 2], Heading | Table | Figure)
        value = block_span(source.document, index + 1)
        if last and len(value.text) <= _LONGEST_VALUE / 2 and (known := path_of(span.text)):
            yield KeyValue(known[0], span, value.stripped(), known[1])
