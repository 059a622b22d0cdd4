"""The off-ramps of a pilot, from their tables, and what the pilot covers."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Final

from sladocs.extract.columns import Row
from sladocs.extract.en.pilot_frames import SCOPE
from sladocs.extract.en.pilot_tables import CONSEQUENCES, DECISIONS, NTH, OFF_RAMPS, RAMP_OUTCOMES, SINCE_START, outcome_of
from sladocs.extract.en.quantities import find_dates, find_quantities
from sladocs.extract.levels_of_escalation import duration_of
from sladocs.extract.places import CellSpan
from sladocs.extract.source import Fact, Source
from sladocs.model.agreement import AsWritten, OffRamp, Outcome
from sladocs.model.finding import Finding
from sladocs.model.quantity import Duration

PATH: Final = "pilot/off_ramps"
_TEXTS: Final = ("fees", "data", "assets")


def read_off_ramps(source: Source) -> Iterator[Fact | Finding]:
    """Each off-ramp, with what a second table says of the one of its label: the first of two that share a label with the first."""
    told = _consequences(source)
    for row in _rows(source):
        label = row.name("label")
        extra = told[label].pop(0) if told[label] else None
        values = {name: row.name(name) or (extra.name(name) if extra else None) for name in _TEXTS}
        outcome, silence = outcome_of(row.name("outcome")), outcome_of(row.name("silence"))
        yield from _not_understood(source, row, {"outcome": outcome, "silence": silence})
        ramp = OffRamp(
            label=label,
            decide_on=decision_date(row.cells.get("date")),
            criterion=row.name("criterion"),
            decider=row.name("decider"),
            outcome=outcome,
            silence=silence,
            **values,
        )
        if ramp.model_copy(update={"label": None}) != OffRamp():
            yield Fact(PATH, ramp, row.span)


def _rows(source: Source) -> Iterator[Row]:
    """The rows of the tables of off-ramps, in the document's order."""
    found: dict[int, list[Row]] = {}
    for form in (OFF_RAMPS, RAMP_OUTCOMES, DECISIONS):
        for index, rows in source.rows(form):
            if form is not DECISIONS or source.speaks_of_pilot(index):
                found.setdefault(index, rows)
    for index in sorted(found):
        yield from found[index]


def _consequences(source: Source) -> Mapping[str | None, list[Row]]:
    """The rows of the tables of consequences by their label."""
    told: defaultdict[str | None, list[Row]] = defaultdict(list)
    for _, rows in source.rows(CONSEQUENCES):
        for row in rows:
            told[row.name("label")].append(row)
    return told


def _not_understood(source: Source, row: Row, outcomes: Mapping[str, Outcome | None]) -> Iterator[Finding]:
    for name, outcome in outcomes.items():
        words = row.name(name)
        if words and outcome is None:
            message = f'The outcome "{words}" of an off-ramp is not one of proceed, extend, renegotiate and exit.'
            yield source.finding("E04", message, row.cells[name].span, PATH)


def decision_date(cell: CellSpan | None) -> dt.date | Duration | AsWritten | None:
    """When an off-ramp is decided: a date, a time since the start, or the words of the cell."""
    if cell is None or cell.empty:
        return None
    text = cell.span.text.strip()
    if len(dates := find_dates(text)) == 1:
        return dates[0].date
    if match := NTH.fullmatch(text):
        return Duration(value=Decimal(match["count"]), unit=match["unit"].lower())
    found = find_quantities(text)
    if len(found) == 1 and not text[: found[0].lead].strip() and SINCE_START.fullmatch(text, found[0].end):
        return duration_of(text) or AsWritten(text=cell.span.raw.strip())
    return AsWritten(text=cell.span.raw.strip())


def read_scope(source: Source) -> Iterator[Fact]:
    """What the pilot covers, where a sentence says only this."""
    for statement in source.statements:
        if not statement.cell and (match := SCOPE.match(statement.text)):
            span = statement.span.part(*match.span("scope"))
            yield Fact("pilot/scope", span.raw, span)
