"""Applies the conditions of a text: what is left are its passages, tables and pictures, without a condition in them."""

from __future__ import annotations

from collections.abc import Container, Iterator

from sladocs.assemble.figures import FIGURES
from sladocs.library.conditions import holds
from sladocs.library.placing import has_rows
from sladocs.model.agreement import Agreement
from sladocs.model.clause import Bold, Clause, DefinitionsMark, FigureMark, Inline, Passage, Plain, TableMark, TextBlock, When, WhenBlocks

Selected = Passage | TableMark | FigureMark | DefinitionsMark


def select(clause: Clause, blocks: tuple[TextBlock, ...], agreement: Agreement, standing: Container[str]) -> list[Selected]:
    """The blocks of a text that stand; an item that has become empty goes with its number and all items below it."""
    return list(_filled(_flat(clause, blocks, agreement, standing)))


def _flat(clause: Clause, blocks: tuple[TextBlock, ...], agreement: Agreement, standing: Container[str]) -> Iterator[Selected]:
    for block in blocks:
        match block:
            case WhenBlocks():
                if holds(clause.conditions[block.condition], agreement, standing):
                    yield from _flat(clause, block.blocks, agreement, standing)
            case Passage():
                yield block.model_copy(update={"content": select_line(clause, block.content, agreement, standing)})
            case TableMark():
                if has_rows(agreement, block.name):
                    yield block
            case FigureMark():
                if FIGURES[block.name](agreement):
                    yield block
            case DefinitionsMark():
                yield block


def _filled(blocks: Iterator[Selected]) -> Iterator[Selected]:
    gone: int | None = None
    for block in blocks:
        if isinstance(block, Passage):
            if gone is not None and block.level is not None and block.level > gone:
                continue
            gone = None
            if not block.content:
                gone = block.level
                continue
        yield block


def select_line(clause: Clause, content: tuple[Inline, ...], agreement: Agreement, standing: Container[str]) -> tuple[Inline, ...]:
    """The nodes of a line that stand, with the blanks that are left over between them taken away; () where nothing is left."""
    return _tidy(list(_nodes(clause, content, agreement, standing)))


def _nodes(clause: Clause, content: tuple[Inline, ...], agreement: Agreement, standing: Container[str]) -> Iterator[Inline]:
    for node in content:
        if isinstance(node, When):
            if holds(clause.conditions[node.condition], agreement, standing):
                yield from _nodes(clause, node.content, agreement, standing)
        elif isinstance(node, Bold):
            yield node.model_copy(update={"content": tuple(_nodes(clause, node.content, agreement, standing))})
        else:
            yield node


def _tidy(nodes: list[Inline]) -> tuple[Inline, ...]:
    out: list[Inline] = []
    for node in nodes:
        if isinstance(node, Plain):
            blank_before = not out or (isinstance(out[-1], Plain) and out[-1].text.endswith(" "))
            text = node.text.lstrip(" ") if blank_before else node.text
            if not text:
                continue
            out.append(Plain(text=text))
        else:
            out.append(node)
    while out and isinstance(last := out[-1], Plain):
        text = last.text.rstrip(" ")
        out = [*out[:-1], Plain(text=text)] if text else out[:-1]
        if text:
            break
    return tuple(out)
