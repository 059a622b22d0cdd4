"""Writes clauses as blocks: headings, numbered paragraphs, list items, tables, pictures, with the labels of automatic numbering."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sladocs.assemble.context import Context
from sladocs.assemble.fill import fill, one_line
from sladocs.assemble.layout import Part, clause_anchor
from sladocs.assemble.texts import Text
from sladocs.model.agreement import SpecialTerm
from sladocs.model.clause import DefinitionsMark, FigureMark, Passage, TableMark
from sladocs.model.document import Block, Figure, Heading, ListItem, Paragraph, Table, line
from sladocs.model.numbering import ITEM_LEVEL, Counter, Scheme


@dataclass(frozen=True)
class Writer:
    """Writes the clauses of one document.

    `tables` builds a table by name, in parts where it is long; `figures` the pictures of a name; `definitions` the list that stands in
    the clause `defining`.
    """

    context: Context
    texts: Mapping[str, Text]
    tables: Callable[[str], Sequence[Table]]
    figures: Callable[[str], Sequence[Figure]]
    definitions: Callable[[], Iterator[Paragraph]]
    defining: str | None
    counter: Counter

    def part(self, part: Part) -> Iterator[Block]:
        """The blocks of a numbered part."""
        yield Heading(level=1, label=self.counter.next(part.scheme, 0), content=line(part.heading), anchor=part.anchor)
        for name in part.clauses:
            if part.many:
                title = self.texts[name].chosen.clause.title
                yield Heading(level=2, label=self.counter.next(part.scheme, 1), content=line(title), anchor=clause_anchor(name))
            yield from self.clause(name, part.scheme, 2 if part.many else 1)
        for i, special in enumerate(part.specials, 1):
            heading = line(one_line(special.heading))
            yield Heading(level=2, label=self.counter.next(part.scheme, 1), content=heading, anchor=f"special-{i}")
            yield from self._special(special, part.scheme, 2)

    def unnumbered(self, name: str) -> Iterator[Block]:
        """A clause on the front page or at the end, whose heading and paragraphs have no number."""
        yield Heading(level=1, content=line(self.texts[name].chosen.clause.title), anchor=clause_anchor(name))
        yield from self.clause(name, Scheme.BODY, None)

    def clause(self, name: str, scheme: Scheme, depth: int | None) -> Iterator[Block]:
        """The blocks of one clause whose numbered paragraphs count at level `depth`; None for a clause without numbers."""
        text = self.texts[name]
        if special := text.chosen.special:
            where = f"Special term: {one_line(special.heading)}. It stands in place of the clause \u201c{text.chosen.clause.title}\u201d."
            yield Paragraph(role="note", content=line(where))
            yield from self._special(special, scheme, depth)
            return
        items = self.counter
        for block in text.blocks:
            match block:
                case Passage(level=0) if depth is None:
                    items = Counter()
                    yield self._passage(block, "", name)
                case Passage(level=None):
                    yield self._passage(block, "", name)
                case Passage(level=0):
                    yield self._passage(block, self.counter.next(scheme, depth or 0), name)
                case Passage(level=level):
                    yield self._item(block, level or 1, items.next(scheme, ITEM_LEVEL + (level or 1) - 1), name)
                case TableMark():
                    yield from self.tables(block.name)
                case FigureMark():
                    yield from self.figures(block.name)
                case DefinitionsMark():
                    yield from self.definitions()
        if name == self.defining and not any(isinstance(block, DefinitionsMark) for block in text.blocks):
            yield from self.definitions()

    def _passage(self, passage: Passage, label: str, name: str) -> Paragraph:
        content = fill(self.texts[name].chosen.clause, passage.content, self.context)
        defines = not label and content and (content[0].defines or (content[0].text == "\u201c" and content[1].defines))
        return Paragraph(role="definition" if defines else "body", label=label, content=content)

    def _item(self, passage: Passage, level: int, label: str, name: str) -> ListItem:
        return ListItem(level=level, label=label, content=fill(self.texts[name].chosen.clause, passage.content, self.context))

    def _special(self, special: SpecialTerm, scheme: Scheme, depth: int | None) -> Iterator[Block]:
        """The parties' own text, a paragraph for each of its lines, to the letter."""
        for row in special.text.splitlines():
            if row.strip():
                label = "" if depth is None else self.counter.next(scheme, depth)
                yield Paragraph(label=label, content=line(row.strip()))
