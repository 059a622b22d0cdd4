"""Service levels from tables: what a row's names, its column's header and the table's surroundings say of each target cell."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from sladocs.extract.axes import is_conversion, is_ladder
from sladocs.extract.cells import read_cell
from sladocs.extract.context import Context
from sladocs.extract.en.heads import ANSWERS, INDICATOR, PERIOD_CELL, VOID, Column
from sladocs.extract.en.metrics import EXACT
from sladocs.extract.en.quantities import find_quantities
from sladocs.extract.en.windows import find_statistic, find_window, share
from sladocs.extract.entries import LevelEntry
from sladocs.extract.figures import read_target
from sladocs.extract.headers import RANKED, Head
from sladocs.extract.places import CellSpan
from sladocs.extract.promises import fits, read_promises
from sladocs.extract.rows import cell_of, metric_words, name_of, of_column, rest_of, row_context, says_nothing
from sladocs.extract.tables import Form, Line
from sladocs.model.agreement import ServiceLevel
from sladocs.model.metrics import Metric
from sladocs.model.quantity import Comparator, Dimension

_TIMES: Final = (Dimension.TIME, Dimension.BUSINESS_TIME)
_TARGETS: Final = (Column.TARGET, Column.MINIMUM, Column.VALUE)


def read_table_levels(form: Form) -> list[LevelEntry]:
    """The service levels that a table states; none for tables of credits and for tables that state other things."""
    columns = [[cell.span.text for line in form.lines if (cell := cell_of(line, p))] for p in range(len(form.heads))]
    if form.context.barred or _of_ladder(form) or _of_credits(form) or is_conversion(form.heads, columns):
        return []
    if form.has(Column.REPORT, Column.DUE):
        return [entry for line in form.lines for entry in _due(form, line)]
    if not form.places(*_TARGETS) and not form.has(Column.METRIC):
        return [entry for line in form.lines for entry in _prose(form, line)] if form.has(Column.PRIORITY) else []
    rows = [(line, entry) for line in form.lines if not says_nothing(form, line) for entry in _row(form, line)]
    return _limited(form, rows)


def _of_ladder(form: Form) -> bool:
    """Whether the times of a table say when a matter goes to the next level."""
    named = form.has(Column.METRIC) or form.has(Column.REPORT, Column.DUE) or any(head.metric for head in form.heads)
    return not named and bool(re.search(r"\bescalat", form.context.about, re.IGNORECASE))


def _of_credits(form: Form) -> bool:
    """Whether the figures of a table are the bands of a remedy."""
    named = form.places(Column.METRIC, Column.SERVICE, Column.PRIORITY)
    columns = [
        [cell.span.text for line in form.lines if (cell := cell_of(line, p))] for p in form.places(Column.VALUE) if form.heads[p].metric
    ]
    if not named and any(is_ladder(cells) for cells in columns):
        return True
    if not form.has(Column.CREDIT) or form.has(Column.TARGET) or any(head.promising and head.column in _TARGETS for head in form.heads):
        return False
    if not form.has(Column.BAND) and not form.places(*_TARGETS) and form.has(Column.METRIC):
        return not any(find_quantities(cell.span.text) for line in form.lines if (cell := cell_of(line, form.place(Column.METRIC))))
    return form.has(Column.BAND) or not form.places(*_TARGETS)


def _prose(form: Form, line: Line) -> Iterator[LevelEntry]:
    """The levels of a row of a class of incidents and sentences about it, as its own words name their metrics."""
    context = row_context(form, line)
    for place in form.places(Column.UNKNOWN, Column.TEXT):
        if form.heads[place].column is Column.TEXT and not ANSWERS.match(form.heads[place].text.strip()):
            continue
        if cell := cell_of(line, place):
            for span in cell.lines:
                yield from read_promises(span.stripped(), replace(context, metrics=()))


def _due(form: Form, line: Line) -> Iterator[LevelEntry]:
    """When a report is due."""
    cell = cell_of(line, form.place(Column.DUE))
    if cell is None:
        return
    service, target = name_of(form, line, Column.REPORT), read_target(cell.span.text)
    if target is None:
        context = replace(form.context, metrics=(Metric.REPORTING_TIME,), service=service, promises=True)
        yield from (e for e in read_promises(cell.span.stripped(), context, cell=True) if e.level.metric is Metric.REPORTING_TIME)
        return
    if not fits(Metric.REPORTING_TIME, target.quantity):
        return
    level = ServiceLevel(
        metric=Metric.REPORTING_TIME,
        comparator=target.comparator or Comparator.AT_MOST,
        value=target.quantity.value,
        unit=target.quantity.unit,
        service=service,
    )
    yield LevelEntry(level, cell.span.stripped(), 0.95, target.disagrees, frozenset({"cell", "whole-cell", "metric-head"}))


def _row(form: Form, line: Line) -> Iterator[LevelEntry]:
    """The levels of one row: one for each figure in a target column, else in the columns that are headed by nothing known."""
    context = row_context(form, line)
    unnamed = form.has(Column.METRIC) and metric_words(form, line) is None
    if unnamed and not form.context.metrics and not any(head.metric for head in form.heads):
        return
    places = form.places(*_TARGETS) or tuple(p for p in form.places(Column.UNKNOWN, Column.TEXT) if p)
    seen: set[tuple[int, Metric | None]] = set()
    found = False
    for place in places:
        cell, head = cell_of(line, place), form.heads[place]
        if cell is None or (cell.span.start, head.metric) in seen:
            continue
        seen.add((cell.span.start, head.metric))
        for entry in read_cell(cell, head, of_column(form, line, place, context, cell)):
            found = True
            yield replace(entry, level=_finished(entry.level, form, line, place), signs=entry.signs | _signs(form, head))
    for place in () if found else form.places(Column.ATTAINMENT):
        if cell := cell_of(line, place):
            row = of_column(form, line, place, context, cell)
            yield from read_cell(cell, form.heads[place], row) if row.local and not row.limit else ()
    if not found and not any((c := cell_of(line, p)) and VOID.fullmatch(c.span.text) for p in places):
        yield from _of_names(form, line, context, places)


def _signs(form: Form, head: Head) -> frozenset[str]:
    """How the column was known for one of targets."""
    found = {"target-head"} if head.column in (Column.TARGET, Column.MINIMUM) else set()
    found |= {"metric-head"} if head.metric else set()
    found |= {"class-head"} if head.priority else set()
    found |= {"unit-head"} if head.unit or form.unit else set()
    found |= {"promising-head"} if head.promising else set()
    return frozenset(found or {"head-unknown"})


def _of_names(form: Form, line: Line, context: Context, targets: Sequence[int]) -> Iterator[LevelEntry]:
    """The levels that a row's own names state, where its target cells hold no figure: "Uptime of at least 99.5 %"."""
    shares = [s for p in targets if (c := cell_of(line, p)) and (s := share(c.span.text)) and "%" in c.span.text]
    for place in form.places(Column.METRIC):
        cell = cell_of(line, place)
        if cell is None or (len(form.places(Column.METRIC)) > 1 and not place):
            continue
        for span in cell.lines:
            for entry in read_promises(span.stripped(), replace(context, certain=None), cell=True):
                level = entry.level
                if level.metric is Metric.OTHER:
                    continue
                if shares and level.unit != "percent" and level.attainment is None:
                    level = level.model_copy(update={"attainment": shares[0]})
                yield replace(entry, level=_finished(level, form, line, place), signs=entry.signs | {"cell", "metric-cell"})


_PLACED: Final = (
    Metric.AVAILABILITY, Metric.DOWNTIME, Metric.LATENCY, Metric.THROUGHPUT, Metric.RECOVERY_TIME, Metric.RECOVERY_POINT,
    Metric.PACKET_LOSS, Metric.JITTER, Metric.MTTR, Metric.TURNAROUND_TIME, Metric.RETENTION, Metric.BACKUP_FREQUENCY,
    Metric.RESPONSE_TIME, Metric.ERROR_RATE,
)  # fmt: skip
"""Metrics that a table may give several times, for each component of the service."""


def _limited(form: Form, rows: Sequence[tuple[Line, LevelEntry]]) -> list[LevelEntry]:
    """The levels, those of one metric that differ only by the words of their row limited to what these words say."""
    if form.has(Column.SERVICE):
        return [entry for _, entry in rows]
    groups: defaultdict[object, set[str]] = defaultdict(set)
    for line, entry in rows:
        groups[_axis(entry)].add(metric_words(form, line) or "")
    return [_placed(entry, metric_words(form, line), several=len(groups[_axis(entry)]) > 1) for line, entry in rows]


def _placed(entry: LevelEntry, words: str | None, *, several: bool) -> LevelEntry:
    """The level limited to what the words of its row say beside the metric, where several rows say the same metric."""
    level = entry.level
    if words and level.service == words and not several and level.metric is not Metric.OTHER:
        return replace(entry, level=level.model_copy(update={"service": None}))
    several = several and level.metric in _PLACED
    if not several or not words or level.service or EXACT.get(words.lower()) or not (rest := rest_of(words)):
        return entry
    return replace(entry, level=level.model_copy(update={"service": rest}), signs=entry.signs | {"service-inferred"})


def _axis(entry: LevelEntry) -> object:
    level = entry.level
    return (level.metric, level.priority, level.threshold, level.statistic, level.condition)


def _finished(level: ServiceLevel, form: Form, line: Line, place: int) -> ServiceLevel:
    """The level with what the row's further columns say."""
    head = form.heads[place]
    update: dict[str, object] = {}
    if attainment := _attainment(form, line, place):
        update["attainment"] = share(attainment.span.text) or level.attainment
    elif form.share and level.attainment is None and level.target.dimension in _TIMES and level.metric in RANKED:
        update["attainment"] = form.share
    if statistic := cell_of(line, form.place(Column.STATISTIC)):
        update["statistic"] = find_statistic(statistic.span.text) or level.statistic
    if window := cell_of(line, form.place(Column.WINDOW)):
        text = window.span.text
        update["window"] = find_window(f"per {text}" if PERIOD_CELL.fullmatch(text) else text) or level.window
    kind = cell_of(line, form.place(Column.KIND))
    if head.column is Column.MINIMUM or (kind and re.search(r"\bmin", kind.span.text, re.IGNORECASE)):
        update["threshold"] = "minimum"
    if kind and INDICATOR.fullmatch(kind.span.text):
        update["indicator"] = True
    if obliged := cell_of(line, form.place(Column.OBLIGED)):
        update["obliged"] = "customer" if re.match(r"\s*customer", obliged.span.text, re.IGNORECASE) else "provider"
    if head.condition:
        update["condition"] = head.condition
    if level.service and level.metric not in RANKED and not _says_priority(form):
        update["priority"] = None
    for column, name in ((Column.LABEL, "label"), (Column.HOURS, "calendar"), (Column.CONDITION, "condition")):
        if (words := name_of(form, line, column)) is not None:
            update[name] = words
    return level.model_copy(update=update)


def _says_priority(form: Form) -> bool:
    """Whether the column of classes is headed as one of incidents, not as how much a service matters."""
    place = form.place(Column.PRIORITY)
    return place is None or not re.search(r"\bcriticality|\bimpact|\bclass|\brating|\bimportance", form.heads[place].text, re.IGNORECASE)


def _attainment(form: Form, line: Line, place: int) -> CellSpan | None:
    """The share of cases of a row: of several columns of shares the one next behind the target's."""
    places = form.places(Column.ATTAINMENT)
    if len(places) < 2:
        return cell_of(line, next(iter(places), None))
    targets = form.places(*_TARGETS)
    following = next((t for t in targets if t > place), len(line.cells))
    return cell_of(line, next((p for p in places if place < p < following), None))
