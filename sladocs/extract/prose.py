"""Service levels and service credits that stand in sentences and list items."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from sladocs.extract.bands import read_band
from sladocs.extract.context import context_of, lead_chains
from sladocs.extract.credits import read_credits
from sladocs.extract.en import remedies
from sladocs.extract.en.heads import Column
from sladocs.extract.entries import CreditEntry, LevelEntry
from sladocs.extract.mentions import GATE
from sladocs.extract.places import block_span
from sladocs.extract.promises import read_promises
from sladocs.extract.source import Source
from sladocs.extract.statements import Statement
from sladocs.extract.tables import Form
from sladocs.model.document import Table


def read_prose(source: Source, forms: Sequence[Form]) -> Iterator[LevelEntry | CreditEntry]:
    """The levels and credits of all sentences, and of cells that hold prose in tables whose columns say nothing."""
    prose = {form.index for form in forms if all(head.column is Column.UNKNOWN for head in form.heads)}
    chains = lead_chains(source.document)
    before: Statement | None = None
    for statement in source.statements:
        last, before = before, statement
        if not (GATE.search(statement.text) or remedies.CREDIT.search(statement.text)) or (
            statement.cell and statement.span.block not in prose
        ):
            continue
        context = context_of(statement.headings, *chains[statement.span.block])
        if not statement.opens and not statement.cell:
            context = context.of_class(block_span(source.document, statement.span.block).text)
        found = [_banded(entry, source) for entry in read_credits(statement.span, context, _near(last, statement))]
        yield from found
        if not found:
            yield from read_promises(statement.span, context)


def _near(last: Statement | None, statement: Statement) -> str:
    """The words of the sentence before, where it stands in the same paragraph or right over it under the same headings."""
    if last is None or last.cell or last.headings != statement.headings or statement.span.block - last.span.block > 1:
        return ""
    return last.text


_CARD: Final = 60


def _banded(entry: CreditEntry, source: Source) -> CreditEntry:
    """A credit that names no band, with the one that the short line over it says ("99.0% - 99.9% uptime", then "25% service credit")."""
    credit, index = entry.credit, entry.span.block
    if credit.band_unit or credit.per or not index or isinstance(source.document.blocks[index], Table):
        return entry
    over = block_span(source.document, index - 1).text
    band = read_band(over, credit.metric) if len(over) < _CARD and not remedies.CREDIT.search(over) else None
    if band is None or not band.unit:
        return entry
    update = {
        "lower": band.lower,
        "upper": band.upper,
        "lower_included": band.lower_included,
        "upper_included": band.upper_included,
        "band_unit": band.unit,
    }
    return replace(entry, credit=credit.model_copy(update=update))
