"""Walks through texts: their nodes with the conditions round them, and the terms that they define and use."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from sladocs.model.clause import Bold, Clause, FigureMark, Inline, Passage, TableMark, TextBlock, Use, Variant, When, WhenBlocks


@dataclass(frozen=True)
class Seen:
    """A node of a text, the names of the conditions round it, and its line."""

    node: Inline | TableMark | FigureMark
    under: tuple[str, ...]
    line: int


def in_blocks(blocks: tuple[TextBlock, ...], under: tuple[str, ...] = ()) -> Iterator[Seen]:
    """All nodes of a text in order, conditions before what they hold."""
    for block in blocks:
        match block:
            case Passage():
                yield from in_line(block.content, under, block.line)
            case TableMark() | FigureMark():
                yield Seen(block, under, block.line)
            case WhenBlocks():
                yield Seen(When(condition=block.condition, content=()), under, block.line)
                yield from in_blocks(block.blocks, (*under, block.condition))
            case _:
                pass


def in_line(content: tuple[Inline, ...], under: tuple[str, ...] = (), line: int = 0) -> Iterator[Seen]:
    """All nodes of a line."""
    for node in content:
        yield Seen(node, under, line)
        if isinstance(node, When):
            yield from in_line(node.content, (*under, node.condition), line)
        elif isinstance(node, Bold):
            yield from in_line(node.content, under, line)


def defined_in(variant: Variant) -> list[str]:
    """The terms that a text defines itself, by bold words."""
    return [seen.node.defines for seen in in_blocks(variant.blocks) if isinstance(seen.node, Bold) and seen.node.defines]


def defined_by(clause: Clause) -> set[str]:
    """All terms that a clause can define."""
    return {*clause.defines, *(term for variant in clause.variants.values() for term in defined_in(variant))}


def used_in(content: tuple[Inline, ...]) -> list[str]:
    """The terms that a line uses, in order."""
    return [seen.node.term for seen in in_line(content) if isinstance(seen.node, Use)]


def resolve(term: str, known: Collection[str]) -> str | None:
    """The defined term that is meant: itself, or its singular ("Service Credits", "Remedies"); None where there is none."""
    singulars = (term, term.removesuffix("s"), term.removesuffix("es"), term.removesuffix("ies") + "y" if term.endswith("ies") else term)
    return next((word for word in singulars if word in known), None)
