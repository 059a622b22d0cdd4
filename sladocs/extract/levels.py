"""Service levels from tables: a row a level, a grid by priority, rows of key and value, reports that are due."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from sladocs.extract.context import Context
from sladocs.extract.en.heads import INDICATOR, Column
from sladocs.extract.en.metrics import EXACT
from sladocs.extract.en.windows import find_statistic, find_window, share
from sladocs.extract.entries import LevelEntry
from sladocs.extract.figures import Target, read_target
from sladocs.extract.mentions import find_metrics, find_priorities
from sladocs.extract.places import CellSpan, Span
from sladocs.extract.promises import fits, read_promises
from sladocs.extract.tables import Form, Head, Line, bare_figure, is_target_word
from sladocs.model.agreement import ServiceLevel
from sladocs.model.metrics import TAXONOMY, Metric
from sladocs.model.quantity import Comparator, Quantity

_LONGEST_NAME: Final = 80
_LONGEST_LABEL: Final = 120
_TARGETS: Final = (Column.TARGET, Column.MINIMUM, Column.VALUE)


def read_table_levels(form: Form) -> list[LevelEntry]:
    """The service levels that a table states; none for tables of credits and for tables that state other things."""
    credits_only = form.has(Column.CREDIT) and (form.has(Column.BAND) or not form.places(Column.TARGET, Column.VALUE, Column.MINIMUM))
    if form.context.barred or (credits_only and not form.has(Column.TARGET)):
        return []
    if form.has(Column.REPORT, Column.DUE):
        return [entry for line in form.lines for entry in _due(form, line)]
    if not form.places(*_TARGETS) and not form.has(Column.METRIC):
        return [entry for line in form.lines for entry in _prose(form, line)] if form.has(Column.PRIORITY) else []
    return [entry for line in form.lines for entry in _row(form, line)]


def _prose(form: Form, line: Line) -> Iterator[LevelEntry]:
    """The levels of a row of a class of incidents and sentences about it, as its own words name their metrics."""
    context = _row_context(form, line)
    for place in form.places(Column.UNKNOWN):
        if cell := _cell(line, place):
            for span in cell.lines:
                yield from read_promises(span.stripped(), replace(context, metrics=()))


def _cell(line: Line, place: int | None) -> CellSpan | None:
    cell = line.cells[place] if place is not None and place < len(line.cells) else None
    return None if cell is None or cell.empty else cell


def _name(form: Form, line: Line, column: Column) -> str | None:
    cell = _cell(line, form.place(column))
    return " ".join(cell.span.raw.split()) if cell else None


def _due(form: Form, line: Line) -> Iterator[LevelEntry]:
    """When a report is due."""
    cell = _cell(line, form.place(Column.DUE))
    target = read_target(cell.span.text) if cell else None
    if cell is None or target is None or not fits(Metric.REPORTING_TIME, target.quantity):
        return
    level = ServiceLevel(
        metric=Metric.REPORTING_TIME,
        comparator=target.comparator or Comparator.AT_MOST,
        value=target.quantity.value,
        unit=target.quantity.unit,
        service=_name(form, line, Column.REPORT),
    )
    yield LevelEntry(level, cell.span.stripped(), 0.95, target.disagrees)


def _row(form: Form, line: Line) -> Iterator[LevelEntry]:
    """The levels of one row: one for each figure in a target column, else in the columns that are headed by nothing known."""
    context = _row_context(form, line)
    places = form.places(*_TARGETS) or tuple(p for p in form.places(Column.UNKNOWN, Column.TEXT) if p)
    seen: set[int] = set()
    for place in places:
        cell = _cell(line, place)
        if cell is None or cell.span.start in seen:
            continue
        seen.add(cell.span.start)
        for entry in _of_cell(cell, form.heads[place], context):
            yield replace(entry, level=_finished(entry.level, form, line, form.heads[place]))


def _row_context(form: Form, line: Line) -> Context:
    """What a row says of all its figures, by its metric, priority and service cells and the group heading over it."""
    context = _grouped(form, line.groups)
    metric = _name(form, line, Column.METRIC)
    if metric is not None:
        context = _of_metric(metric, form, line, context)
    elif form.has(Column.KEY):
        key = _name(form, line, Column.KEY) or ""
        context = replace(context, metrics=tuple(m.metric for m in find_metrics(key) if not m.weak), certain=None)
    if (priority := _name(form, line, Column.PRIORITY)) is not None:
        context = replace(context, priorities=(_label(priority),))
    elif form.has(Column.PRIORITY):
        context = replace(context, priorities=())
    if form.has(Column.SERVICE):
        context = replace(context, service=_name(form, line, Column.SERVICE))
    return replace(context, promises=True)


def _grouped(form: Form, groups: tuple[str, ...]) -> Context:
    """The context under the heading rows of a table: a metric, a class of incidents, or else what the rows are limited to.

    Where other heading rows name metrics, one that names none heads something else than service levels.
    """
    if not groups:
        return form.context
    if _names_metric(groups[-1]) or find_priorities(groups[-1]):
        return form.context.under(*groups)
    if any(_names_metric(text) for line in form.lines for text in line.groups):
        return replace(form.context, metrics=())
    return replace(form.context, service=groups[-1])


def _names_metric(text: str) -> bool:
    return any(not m.weak for m in find_metrics(text))


def _of_metric(words: str, form: Form, line: Line, context: Context) -> Context:
    """The context under the words of a metric cell; words that name no metric are another measure, limited to what they say."""
    if is_target_word(words):
        return replace(context, metrics=(*context.metrics, Metric.OTHER))
    found = sorted(find_metrics(words), key=lambda m: m.weak)
    metrics = tuple(dict.fromkeys(m.metric for m in found)) or (Metric.OTHER,)
    context = replace(context, metrics=metrics, certain=EXACT.get(words.lower()), about=f"{context.about} | {words}")
    if not found and not form.has(Column.SERVICE):
        first = _cell(line, 0) if form.place(Column.METRIC) and form.heads[0].column is Column.UNKNOWN else None
        name = " ".join(first.span.raw.split()) if first else words
        context = replace(context, service=name if len(name) < _LONGEST_NAME else None)
    labels = tuple(p.label for p in find_priorities(words))
    return replace(context, priorities=labels) if labels and not form.has(Column.PRIORITY) and not context.certain else context


def _label(text: str) -> str:
    """The label of a priority cell: its words, but of a cell that goes on to describe the class only the class."""
    found = find_priorities(text)
    return found[0].label if len(text) > _LONGEST_LABEL and found and found[0].start < 3 else text


def _of_cell(cell: CellSpan, head: Head, context: Context) -> list[LevelEntry]:
    """The levels of one target cell: read as a whole where it says one target, else line by line as a sentence is."""
    if head.metric:
        certain = EXACT.get(head.text.strip().lower())
        context = replace(context, metrics=(head.metric, *(m for m in context.metrics if m is not head.metric)), certain=certain)
    if head.priority:
        context = replace(context, priorities=(head.priority,))
    whole = cell.span.stripped()
    target = _with_unit(whole.text, head) or read_target(whole.text)
    if target is not None:
        return _plain(target, whole, context)
    spans = [line.stripped() for line in cell.lines if line.text.strip()]
    return [entry for span in spans for entry in read_promises(span, context, cell=True)]


def _with_unit(text: str, head: Head) -> Target | None:
    """A bare figure under a header that names the unit."""
    figures = [bare_figure(part) for part in re.split(r"\s*[-\u2013]\s*", text, maxsplit=1)] if head.unit else []
    values = [value for value in figures if value is not None]
    if head.unit is None or not values or len(values) < len(figures):
        return None
    return Target(Quantity(value=max(values), unit=head.unit), None, 0, len(text))


def _plain(target: Target, span: Span, context: Context) -> list[LevelEntry]:
    """The level of a cell that says one target, for each priority of its context."""
    quantity = target.quantity
    metric = context.certain or next((m for m in context.metrics if fits(m, quantity)), None)
    if metric is None or (quantity.unit == "count" and target.comparator is None):
        return []
    if context.business and quantity.unit in ("minute", "hour", "day"):
        quantity = Quantity(value=quantity.value, unit=f"business_{quantity.unit}")
    return [
        LevelEntry(
            ServiceLevel(
                metric=metric,
                comparator=target.comparator or TAXONOMY[metric].comparator,
                value=quantity.value,
                unit=quantity.unit,
                attainment=target.attainment,
                priority=priority,
                service=context.service,
                window=target.window or (context.window if TAXONOMY[metric].window else None),
            ),
            span,
            0.95,
            target.disagrees,
        )
        for priority in context.priorities or (None,)
    ]


def _finished(level: ServiceLevel, form: Form, line: Line, head: Head) -> ServiceLevel:
    """The level with what the row's further columns say."""
    update: dict[str, object] = {}
    if attainment := _cell(line, form.place(Column.ATTAINMENT)):
        update["attainment"] = share(attainment.span.text) or level.attainment
    if statistic := _cell(line, form.place(Column.STATISTIC)):
        update["statistic"] = find_statistic(statistic.span.text) or level.statistic
    if window := _cell(line, form.place(Column.WINDOW)):
        update["window"] = find_window(window.span.text) or level.window
    kind = _cell(line, form.place(Column.KIND))
    if head.column is Column.MINIMUM or (kind and re.search(r"\bmin", kind.span.text, re.IGNORECASE)):
        update["threshold"] = "minimum"
    if kind and INDICATOR.fullmatch(kind.span.text):
        update["indicator"] = True
    if obliged := _cell(line, form.place(Column.OBLIGED)):
        update["obliged"] = "customer" if re.match(r"\s*customer", obliged.span.text, re.IGNORECASE) else "provider"
    for column, name in ((Column.LABEL, "label"), (Column.HOURS, "calendar"), (Column.CONDITION, "condition")):
        if (text := _name(form, line, column)) is not None:
            update[name] = text
    return level.model_copy(update=update)
