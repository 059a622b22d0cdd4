"""Which columns of a table hold credits, and which the bands that they are owed for, by their headers and by their cells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sladocs.extract.bands import is_nth, read_band
from sladocs.extract.credit_cells import read_amount
from sladocs.extract.en import remedies as words
from sladocs.extract.en.heads import Column
from sladocs.extract.en.quantities import find_quantities
from sladocs.extract.places import CellSpan
from sladocs.extract.tables import Form, Head, Line
from sladocs.model.quantity import Comparator, Dimension

LONGEST_CELL: Final = 3000
_NAMES: Final = (Column.LABEL, Column.METRIC, Column.PRIORITY, Column.OBLIGED, Column.WINDOW, Column.HOURS)


@dataclass(frozen=True, slots=True)
class Axes:
    """Where a table holds what: the columns of amounts, and those of bands; `named` tells that a header says that credits are owed."""

    credits: tuple[int, ...]
    bands: tuple[int, ...]
    named: bool = True


def cell_of(line: Line, place: int | None) -> CellSpan | None:
    """The cell of a row at a place, None where there is none or it says nothing."""
    cell = line.cells[place] if place is not None and place < len(line.cells) else None
    return None if cell is None or cell.empty else cell


def axes_of(form: Form) -> Axes | None:
    """The columns of amounts and of bands; None where the table states no credits."""
    named = tuple(p for p, head in enumerate(form.heads) if _says_credit(head) and _holds(form, p, _is_amount))
    if named:
        return Axes(named, _bands(form, named))
    if not (form.context.remedy or words.CREDIT.search(f"{form.lead} {form.context.about}")):
        return None
    bands = _bands(form, ())
    owed = tuple(p for p in range(1, len(form.heads)) if p not in bands and not form.heads[p].metric and _holds(form, p, _is_plain_amount))
    rated = bands or all(_holds(form, p, _is_rated) for p in owed)
    return Axes(owed, tuple(p for p in bands if p not in owed), named=False) if owed and rated else None


def _says_credit(head: Head) -> bool:
    if words.AT_RISK.search(head.text):
        return False
    return head.column is Column.CREDIT or (
        head.column not in (Column.LABEL, Column.METRIC, Column.OBLIGED)
        and bool(words.CREDIT_HEAD.search(head.text))
        and not words.CAP.search(head.text)
    )


def _holds(form: Form, place: int, test: object) -> bool:
    """Whether the cells of a column pass a test, two in three of those that say something."""
    assert callable(test)
    cells = [cell.span.text for line in form.lines if (cell := cell_of(line, place))]
    return bool(cells) and sum(bool(test(text, form.heads[place])) for text in cells) * 3 >= len(cells) * 2


def _is_amount(text: str, head: Head) -> bool:
    """Whether a cell says an amount, or that there is none."""
    if words.NO_AMOUNT.fullmatch(text):
        return True
    amount = read_amount(text[:LONGEST_CELL], head.text, head.unit, head.text)
    return amount is not None and amount.mention.comparator in (None, Comparator.EXACTLY) and amount.mention.low is None


def _is_plain_amount(text: str, head: Head) -> bool:
    """Whether a cell says an amount by itself, under a header that does not say that credits are owed: no lone time."""
    amount = read_amount(text[:LONGEST_CELL], head.text, head.unit, head.text)
    owed = amount is not None and amount.mention.quantity.dimension in (Dimension.PERCENT, Dimension.MONEY)
    return _is_amount(text, head) and (owed or amount is None or bool(words.CREDIT.search(text) or words.TIME_OWED.search(text)))


def _is_rated(text: str, head: Head) -> bool:
    """Whether a cell says an amount and per what it is owed."""
    amount = read_amount(text[:LONGEST_CELL], head.text, head.unit, head.text)
    return amount is not None and amount.per is not None and amount.mention.quantity.dimension in (Dimension.PERCENT, Dimension.MONEY)


def is_band(text: str, head: Head) -> bool:
    """Whether a cell says a band: an end with its sign, or a range."""
    return (
        any(q.comparator is not None or q.low is not None for q in find_quantities(text))
        or is_nth(text)
        or (bool(head.metric) and read_band(text, head.metric, head.unit) is not None)
    )


def _bands(form: Form, owed: Sequence[int]) -> tuple[int, ...]:
    """The columns of bands: those headed so, else of the others each whose cells say bands."""
    known = tuple(p for p in form.places(Column.BAND) if p not in owed)
    others = tuple(
        p for p in range(len(form.heads)) if p not in (*known, *owed) and form.heads[p].column not in _NAMES and (_holds(form, p, is_band))
    )
    if known or others:
        return _of_one_kind(form, (*known, *others))
    return _first_band(form, owed) if owed else ()


def _first_band(form: Form, owed: Sequence[int]) -> tuple[int, ...]:
    """The first column in which a cell says a band, where no column does as a whole."""
    order = (Column.VALUE, Column.TARGET, Column.MINIMUM, Column.UNKNOWN, Column.SERVICE, Column.METRIC, Column.TEXT)
    for place in (p for column in order for p in form.places(column) if p not in owed):
        if any(
            (cell := cell_of(line, place)) and _may_be_band(cell.span.text) and read_band(cell.span.text, None, form.heads[place].unit)
            for line in form.lines
        ):
            return (place,)
    return ()


def _may_be_band(text: str) -> bool:
    """Whether a cell holds a figure with its unit, or begins with one."""
    return bool(find_quantities(text)) or bool(re.match(r"\W*\d", text)) or is_nth(text)


def _of_one_kind(form: Form, places: Sequence[int]) -> tuple[int, ...]:
    """Of columns that say the same band in several units the first one in percent, else the first; of those of one unit all."""
    kinds = {p: _kind(form, p) for p in places}
    if len(set(kinds.values())) == 1 and not any(form.heads[p].column is Column.TARGET for p in places):
        return tuple(sorted(places)) if len({form.heads[p].text for p in places}) == len(places) else tuple(places[:1])
    return tuple(p for p in places if kinds[p] == "percent")[:1] or tuple(places[:1])


def _kind(form: Form, place: int) -> str | None:
    cells = (cell.span.text for line in form.lines if (cell := cell_of(line, place)))
    found = (read_band(text, form.heads[place].metric, form.heads[place].unit) for text in cells)
    return next((band.unit for band in found if band and band.unit), None)
