"""Tables of credits whose cells stand as lines of their own: a band and below it what is owed, or all bands and then all amounts."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from sladocs.extract.bands import Band, read_band
from sladocs.extract.context import Context, context_of
from sladocs.extract.credit_cells import Amount, read_amount
from sladocs.extract.credit_tables import BY_CONTENT
from sladocs.extract.credits import trigger_metric
from sladocs.extract.en import remedies as words
from sladocs.extract.en.quantities import find_quantities
from sladocs.extract.entries import CreditEntry
from sladocs.extract.places import Span, block_span
from sladocs.extract.source import Source
from sladocs.model.agreement import ServiceCredit
from sladocs.model.document import Table
from sladocs.model.metrics import Metric
from sladocs.model.quantity import Comparator

_LONGEST_LINE: Final = 60
_REACH: Final = 12
"""How many blocks above the first line the sentence may stand that says that credits are owed."""


@dataclass(frozen=True, slots=True)
class _Cell:
    """One line: the band or the amount that it says, or neither; `none` where it says that nothing is owed."""

    span: Span
    band: Band | None = None
    amount: Amount | None = None
    none: bool = False

    @property
    def pays(self) -> bool:
        return self.amount is not None or self.none


def read_stacks(source: Source) -> tuple[list[CreditEntry], frozenset[int]]:
    """The credits of all runs of short lines that are the cells of a table, and the blocks of these lines."""
    found = [pair for run in _runs(source) for pair in _of_run(source, run)]
    return [entry for entry, _ in found], frozenset(block for entry, band in found for block in (entry.span.block, band))


def _runs(source: Source) -> Iterator[list[_Cell]]:
    """The runs of short lines outside tables."""
    run: list[_Cell] = []
    for index, block in enumerate(source.document.blocks):
        span = block_span(source.document, index).stripped() if not isinstance(block, Table) else None
        if span is None or len(span.text) > _LONGEST_LINE:
            if len(run) > 3:
                yield run
            run = []
        elif span.text:
            run.append(_cell(span))
    if len(run) > 3:
        yield run


def _cell(span: Span) -> _Cell:
    text = span.text
    if words.NO_AMOUNT.fullmatch(text):
        return _Cell(span, none=True)
    figures = find_quantities(text)
    if any(q.comparator not in (None, Comparator.EXACTLY) or q.low is not None for q in figures):
        return _Cell(span, band=None if words.CREDIT.search(text) else read_band(text, Metric.AVAILABILITY))
    if len(figures) != 1 or len(text) > figures[0].end - figures[0].start + 30:
        return _Cell(span)
    return _Cell(span, amount=read_amount(text))


def _of_run(source: Source, run: Sequence[_Cell]) -> Iterator[tuple[CreditEntry, int]]:
    first = run[0].span.block
    over = [block_span(source.document, index).text for index in range(max(0, first - _REACH), first)]
    last = max((place for place, cell in enumerate(run) if cell.pays), default=0)
    near = [*over, *(cell.span.text for cell in run[:last] if not cell.pays and cell.band is None)]
    if not any(words.CREDIT.search(text) for text in near):
        return
    context = context_of(source.headings(first), *near)
    for band, paid in _alternating(run) or _in_columns(run):
        if paid.amount is not None and band.band is not None:
            yield _entry(context, band.band, paid), band.span.block


def _alternating(run: Sequence[_Cell]) -> list[tuple[_Cell, _Cell]]:
    """The pairs of lines of which the first says a band and the second an amount, where there are at least two."""
    pairs = [(one, two) for one, two in itertools.pairwise(run) if one.band is not None and two.pays]
    return pairs if len(pairs) > 1 else []


def _in_columns(run: Sequence[_Cell]) -> list[tuple[_Cell, _Cell]]:
    """The bands that stand under one another, each with the amount at its place among those that stand behind them."""
    bands = [cell for cell in run if cell.band is not None]
    paid = [cell for cell in run if cell.pays]
    owed = [cell for cell in paid if not cell.none]
    if len(bands) < 2 or len(owed) != len(bands) or owed[0].span.start < bands[-1].span.start:
        return []
    return list(zip(bands, owed, strict=True))


def _entry(context: Context, band: Band, paid: _Cell) -> CreditEntry:
    assert paid.amount is not None
    quantity = paid.amount.mention.quantity
    metric, sign = trigger_metric("", context, band)
    credit = ServiceCredit(
        metric=metric,
        **band.fields,
        value=quantity.value,
        unit=quantity.unit,
        basis=paid.amount.basis or (words.basis_of(context.about) if quantity.unit == "percent" else None),
        per=paid.amount.per,
    )
    return CreditEntry(credit, paid.span, 0.7, paid.amount.mention.disagrees, frozenset({"stack", BY_CONTENT, "band", sign}))
