"""The list of definitions: just the terms that the document uses, and those that their definitions use in turn."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sladocs.assemble.context import Context
from sladocs.assemble.faults import fault
from sladocs.assemble.fill import fill
from sladocs.assemble.printed import BUSINESS_TERMS
from sladocs.assemble.select import select_line
from sladocs.assemble.texts import Text
from sladocs.library.terms import resolve, used_in
from sladocs.model.agreement import Agreement
from sladocs.model.clause import Bold, Clause, Inline, Passage
from sladocs.model.document import Line, Paragraph, Run, line, words


@dataclass(frozen=True)
class Definition:
    """A term with the words that define it, and the clause that gives them."""

    term: str
    clause: Clause
    content: tuple[Inline, ...]


@dataclass(frozen=True)
class Definitions:
    """All terms of the document's clauses: those for the list, and those that a text defines in its place."""

    listed: Mapping[str, Definition]
    in_place: frozenset[str]


def available(agreement: Agreement, texts: Mapping[str, Text]) -> Definitions:
    """The terms that the clauses of the document define."""
    in_place = {
        node.defines
        for text in texts.values()
        for block in text.blocks
        if isinstance(block, Passage)
        for node in block.content
        if isinstance(node, Bold) and node.defines
    }
    listed: dict[str, Definition] = {}
    for text in texts.values():
        for term, content in text.chosen.clause.defines.items():
            left = select_line(text.chosen.clause, content, agreement, set(texts))
            if left and term not in in_place:
                listed.setdefault(term, Definition(term, text.chosen.clause, left))
    return Definitions(listed, frozenset(in_place))


def twice(definitions: Definitions, texts: Mapping[str, Text], context: Context) -> None:
    """Note each term that two clauses of the document define in different words."""
    for definition in definitions.listed.values():
        for text in texts.values():
            other = text.chosen.clause
            if definition.term in other.defines and other.defines[definition.term] != definition.clause.defines[definition.term]:
                message = f"The clauses {definition.clause.id} and {other.id} both define {definition.term!r}."
                context.missing(fault("A04", message, file=other.file, remedy="Leave one of them out."))


def used(definitions: Definitions, texts: Mapping[str, Text], agreement: Agreement) -> list[Definition]:
    """The definitions to be listed, in the order of the alphabet."""
    todo = [*_business_terms(agreement)]
    for text in texts.values():
        todo += [term for block in text.blocks if isinstance(block, Passage) for term in used_in(block.content)]
    found: dict[str, Definition] = {}
    while todo:
        term = resolve(todo.pop(), definitions.listed)
        if term and term not in found:
            found[term] = definitions.listed[term]
            todo += used_in(found[term].content)
    return [found[term] for term in sorted(found, key=str.casefold)]


def _business_terms(agreement: Agreement) -> Iterator[str]:
    """The terms of business time that the agreement's figures use."""
    data = agreement.model_dump_json()
    return (term for unit, term in BUSINESS_TERMS.items() if f'"unit":"{unit}"' in data)


def paragraphs(definitions: list[Definition], context: Context) -> Iterator[Paragraph]:
    """A paragraph for each definition: “Availability” means …."""
    for definition in definitions:
        meaning = fill(definition.clause, definition.content, context)
        start = words(meaning)
        verb = "\u201d " if start.startswith(("means ", "has the meaning", "has the same meaning")) else "\u201d means "
        end: Line = () if start.endswith((".", ".\u201d")) else line(".")
        term = Run(text=definition.term, bold=True, defines=definition.term)
        yield Paragraph(role="definition", content=(*line("\u201c", term, verb), *meaning, *end))
