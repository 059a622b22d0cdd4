"""Service levels and service credits that stand in sentences and list items."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from sladocs.extract.bands import read_band
from sladocs.extract.context import Context, context_of, lead_chains
from sladocs.extract.credits import read_credits
from sladocs.extract.damages import read_damages
from sladocs.extract.en import remedies
from sladocs.extract.en.heads import Column
from sladocs.extract.entries import CreditEntry, LevelEntry
from sladocs.extract.gates import Gated
from sladocs.extract.mentions import may_promise
from sladocs.extract.places import block_span
from sladocs.extract.promises import read_promises
from sladocs.extract.source import Source
from sladocs.extract.statements import Statement
from sladocs.extract.tables import Form
from sladocs.model.document import Paragraph, Table, words
from sladocs.model.metrics import Metric


def read_prose(source: Source, forms: Sequence[Form]) -> Iterator[LevelEntry | CreditEntry]:
    """The levels and credits of all sentences, and of cells that hold prose in tables whose columns say nothing."""
    found = list(_read(source, forms, assured=False))
    levels = sum(1 for entry in found if isinstance(entry, LevelEntry) and entry.confidence >= _SURE)
    if any(levels >= several and levels * dense > len(source.statements) for several, dense in _FULL):
        found = list(_read(source, forms, assured=True))
    yield from found


_CREDIT: Final = Gated(remedies.CREDIT)
_SURE: Final = 0.8
_FULL: Final = ((3, 12), (4, 30))
"""How many levels a document on service levels has, at least, and in how many sentences there is one."""


def _read(source: Source, forms: Sequence[Form], *, assured: bool) -> Iterator[LevelEntry | CreditEntry]:
    """The levels and credits of all sentences; `assured` tells that the whole document is about levels, whatever its headings say."""
    prose = {form.index for form in forms if all(head.column is Column.UNKNOWN for head in form.heads)}
    chains = lead_chains(source.document)
    title = _title(source)
    before: Statement | None = None
    siblings = _Siblings()
    fined: tuple[str, ...] | None = None
    for statement in source.statements:
        last, before = before, statement
        if statement.cell and statement.span.block not in prose:
            continue
        near, listed = _near(last, statement), fined == statement.headings
        if damages := read_damages(statement.span, context_of(statement.headings), near, listed=listed):
            fined = statement.headings
            yield damages
            continue
        if not (_CREDIT.search(statement.text) or may_promise(statement.text)):
            continue
        over = (*chains[statement.span.block], statement.lead if statement.cell else "")
        context = context_of(statement.headings, *over).titled(title)
        context = replace(context, promises=context.promises or (assured and not context.barred))
        if not statement.opens and not statement.cell:
            context = context.of_class(block_span(source.document, statement.span.block).text)
        found = [_banded(entry, source) for entry in read_credits(statement.span, context, _near(last, statement))]
        yield from found
        if not found:
            levels = read_promises(statement.span, siblings.context(statement, context))
            siblings.note(statement, levels)
            yield from levels


def _near(last: Statement | None, statement: Statement) -> str:
    """The words of the sentence before, where it stands in the same paragraph or right over it under the same headings."""
    if last is None or last.cell or last.headings != statement.headings or statement.span.block - last.span.block > 1:
        return ""
    return last.text


def _title(source: Source) -> str:
    """The document's title."""
    return next((words(b.content) for b in source.document.blocks if isinstance(b, Paragraph) and b.role == "title"), "")


class _Siblings:
    """What one item of a list says for those behind it: "Response to critical issues: 1 hour", then "High priority: 4 hours"."""

    def __init__(self) -> None:
        self._last: Statement | None = None
        self._metrics: tuple[Metric, ...] = ()

    def context(self, statement: Statement, context: Context) -> Context:
        """The context of an item, last of all with the metrics of the item right before it."""
        last = self._last
        if last is None or not self._metrics or last.headings != statement.headings or not 0 < statement.span.block - last.span.block <= 1:
            return context
        if len(statement.text) > _ITEM or len(last.text) > _ITEM:
            return context
        return replace(context, metrics=(*context.metrics, *(m for m in self._metrics if m not in context.metrics)))

    def note(self, statement: Statement, levels: Sequence[LevelEntry]) -> None:
        """Keep what an item says for the next one."""
        self._last, self._metrics = statement, tuple(dict.fromkeys(entry.level.metric for entry in levels))


_ITEM: Final = 120
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
    return replace(entry, credit=credit.model_copy(update=band.fields))
