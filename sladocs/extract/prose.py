"""Service levels and service credits that stand in sentences and list items."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sladocs.extract.context import context_of, lead_chains
from sladocs.extract.credits import read_credits
from sladocs.extract.en.heads import Column
from sladocs.extract.entries import CreditEntry, LevelEntry
from sladocs.extract.mentions import GATE
from sladocs.extract.places import block_span
from sladocs.extract.promises import read_promises
from sladocs.extract.source import Source
from sladocs.extract.tables import Form


def read_prose(source: Source, forms: Sequence[Form]) -> Iterator[LevelEntry | CreditEntry]:
    """The levels and credits of all sentences, and of cells that hold prose in tables whose columns say nothing."""
    prose = {form.index for form in forms if all(head.column is Column.UNKNOWN for head in form.heads)}
    chains = lead_chains(source.document)
    for statement in source.statements:
        if not GATE.search(statement.text) or (statement.cell and statement.span.block not in prose):
            continue
        context = context_of(statement.headings, *chains[statement.span.block])
        if not statement.opens and not statement.cell:
            context = context.of_class(block_span(source.document, statement.span.block).text)
        found = read_credits(statement.span, context)
        yield from found
        if not found:
            yield from read_promises(statement.span, context)
