"""Service levels from tables: what a row's names, its column's header and the table's surroundings say of each target cell."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from sladocs.extract.cells import Row, read_cell
from sladocs.extract.context import Context
from sladocs.extract.en.comparators import comparator_before
from sladocs.extract.en.heads import DESCRIBES, GENERIC, INDICATOR, PERIOD_CELL, VOID, Column
from sladocs.extract.en.metrics import EXACT
from sladocs.extract.en.quantities import find_quantities
from sladocs.extract.en.windows import find_statistic, find_window, share
from sladocs.extract.entries import LevelEntry
from sladocs.extract.figures import read_target
from sladocs.extract.headers import RANKED, Head, Limit, name_metrics, unit_called
from sladocs.extract.mentions import MetricMention, find_metrics, find_priorities
from sladocs.extract.places import CellSpan
from sladocs.extract.promises import fits, read_promises
from sladocs.extract.tables import Form, Line, is_target_word
from sladocs.model.agreement import ServiceLevel
from sladocs.model.metrics import Metric
from sladocs.model.quantity import Comparator, Dimension

_LONGEST_NAME: Final = 80
_LONGEST_LABEL: Final = 120
_LONGEST_WORDS: Final = 45
_TARGETS: Final = (Column.TARGET, Column.MINIMUM, Column.VALUE)
_DESCRIBED: Final = (Column.TEXT, Column.UNKNOWN, Column.SERVICE)


def read_table_levels(form: Form) -> list[LevelEntry]:
    """The service levels that a table states; none for tables of credits and for tables that state other things."""
    promising = any(head.promising and head.column in _TARGETS for head in form.heads)
    credits_only = form.has(Column.CREDIT) and (form.has(Column.BAND) or not form.places(*_TARGETS))
    if form.context.barred or (credits_only and not form.has(Column.TARGET) and not promising):
        return []
    if form.has(Column.REPORT, Column.DUE):
        return [entry for line in form.lines for entry in _due(form, line)]
    if not form.places(*_TARGETS) and not form.has(Column.METRIC):
        return [entry for line in form.lines for entry in _prose(form, line)] if form.has(Column.PRIORITY) else []
    rows = [(line, entry) for line in form.lines for entry in _row(form, line)]
    return _limited(form, rows)


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
    return _words(_cell(line, form.place(column)))


def _words(cell: CellSpan | None) -> str | None:
    return " ".join(cell.span.raw.split()) if cell else None


def _due(form: Form, line: Line) -> Iterator[LevelEntry]:
    """When a report is due."""
    cell = _cell(line, form.place(Column.DUE))
    if cell is None:
        return
    service, target = _name(form, line, Column.REPORT), read_target(cell.span.text)
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
    context, named = _row_context(form, line), _metric_words(form, line)
    if named is None and form.has(Column.METRIC) and not form.context.metrics and not any(h.metric for h in form.heads):
        return
    places = form.places(*_TARGETS) or tuple(p for p in form.places(Column.UNKNOWN, Column.TEXT) if p)
    seen: set[tuple[int, Metric | None]] = set()
    found = False
    for place in places:
        cell, head = _cell(line, place), form.heads[place]
        if cell is None or (cell.span.start, head.metric) in seen:
            continue
        seen.add((cell.span.start, head.metric))
        row = _of_column(form, line, place, context, cell)
        for entry in read_cell(cell, head, row):
            found = True
            yield replace(entry, level=_finished(entry.level, form, line, place), signs=entry.signs | _signs(form, head))
    if not found and not any((c := _cell(line, p)) and VOID.fullmatch(c.span.text) for p in places):
        yield from _of_names(form, line, context, places)


def _of_column(form: Form, line: Line, place: int, context: Context, cell: CellSpan) -> Row:
    """What the column adds to what its row says."""
    head, named = form.heads[place], _metric_words(form, line)
    own = [m.metric for m in name_metrics(named)] if named else []
    if head.metric:
        certain = EXACT.get(head.text.strip().lower())
        context = replace(context, metrics=(head.metric, *(m for m in context.metrics if m is not head.metric)), certain=certain)
        own.insert(0, head.metric)
    elif context.metrics[:1] == (Metric.OTHER,):
        own.append(Metric.OTHER)
    if head.priority:
        context = replace(context, service=_second_class(form, line) or context.service, priorities=(head.priority,))
    if head.service:
        context = replace(context, service=head.service if not context.service else f"{context.service}, {head.service}")
    if form.marked and any(mark in f"{head.text}{cell.span.text}" for mark in form.marked):
        context = replace(context, business=True)
    unit, sign = _name(form, line, Column.UNIT), _name(form, line, Column.SIGN)
    found = comparator_before(f"{sign} ", len(sign) + 1) if sign else None
    return Row(
        context,
        statistic=head.statistic or (find_statistic(named) if named and len(named) < _LONGEST_NAME else None),
        unit=(unit_called(unit) if unit else None) or (None if head.unit else form.unit),
        sign=found[0] if found else None,
        limit=head.limit or _limit(form, line),
        wordy=bool(named and len(named) > _LONGEST_WORDS and not head.metric),
        local=tuple(dict.fromkeys(own)),
    )


def _second_class(form: Form, line: Line) -> str | None:
    """The class of a row whose columns are classes too: what the row is limited to."""
    label = _name(form, line, Column.PRIORITY)
    first = _words(_cell(line, 0)) if form.heads[0].column in (Column.SERVICE, Column.UNKNOWN) else None
    return f"{first} {label}" if label and first else label


def _signs(form: Form, head: Head) -> frozenset[str]:
    """How the column was known for one of targets."""
    found = {"target-head"} if head.column in (Column.TARGET, Column.MINIMUM) else set()
    found |= {"metric-head"} if head.metric else set()
    found |= {"class-head"} if head.priority else set()
    found |= {"unit-head"} if head.unit or form.unit else set()
    found |= {"promising-head"} if head.promising else set()
    return frozenset(found or {"head-unknown"})


def _limit(form: Form, line: Line) -> Limit | None:
    """The time that a row's own names state, of which its target cell says the share of cases."""
    for place in reversed(form.places(Column.METRIC, *_DESCRIBED)):
        if place and form.has(Column.PRIORITY) and form.heads[place].column is not Column.METRIC:
            continue
        cell = _cell(line, place)
        times = (
            [q for q in find_quantities(cell.span.text) if q.quantity.dimension in (Dimension.TIME, Dimension.BUSINESS_TIME)]
            if cell
            else []
        )
        if cell and len(times) == 1:
            return Limit(times[0].quantity, times[0].comparator, cell.span.part(times[0].lead, times[0].end))
    return None


def _of_names(form: Form, line: Line, context: Context, targets: Sequence[int]) -> Iterator[LevelEntry]:
    """The levels that a row's own names state, where its target cells hold no figure: "Uptime of at least 99.5 %"."""
    shares = [s for p in targets if (c := _cell(line, p)) and (s := share(c.span.text)) and "%" in c.span.text]
    for place in form.places(Column.METRIC):
        cell = _cell(line, place)
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


def _row_context(form: Form, line: Line) -> Context:
    """What a row says of all its figures, by its metric, priority and service cells and the group heading over it."""
    context = _grouped(form, line.groups)
    metric = _metric_words(form, line)
    if metric is not None:
        context = _of_metric(metric, form, line, context)
    elif not form.has(Column.PRIORITY) and not any(head.metric for head in form.heads) and (described := _described(form, line)):
        context = replace(context, metrics=tuple(dict.fromkeys(m.metric for m in described)), certain=None)
    elif form.has(Column.KEY):
        key = _name(form, line, Column.KEY) or ""
        context = replace(context, metrics=tuple(m.metric for m in find_metrics(key) if not m.weak), certain=None)
    if (priority := _name(form, line, Column.PRIORITY)) is not None:
        context = replace(context, priorities=(_label(priority),))
    elif form.has(Column.PRIORITY):
        context = replace(context, priorities=())
    if form.has(Column.SERVICE):
        context = replace(context, service=_name(form, line, Column.SERVICE) or context.service)
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


def _metric_words(form: Form, line: Line) -> str | None:
    """The words that name a row's metric: of its metric cells the last that names one for certain, else of its description."""
    cells = [text for p in form.places(Column.METRIC) if (text := _words(_cell(line, p)))]
    if not cells:
        return None
    if sure := next((text for text in reversed(cells) if EXACT.get(text.lower()) or _names_metric(text)), None):
        return sure
    return next((text for text in cells if name_metrics(text)), cells[0])


def _of_metric(words: str, form: Form, line: Line, context: Context) -> Context:
    """The context under the words of a metric cell; words that name no metric are another measure, limited to what they say."""
    if is_target_word(words):
        return replace(context, metrics=(*context.metrics, Metric.OTHER))
    found = name_metrics(words)
    if not found and (described := _described(form, line)):
        found = described
    metrics = tuple(dict.fromkeys(m.metric for m in found)) or ((Metric.OTHER,) if _headed(form) else ())
    about = f"{context.about} | {words}"
    context = replace(context, metrics=metrics or context.metrics, certain=EXACT.get(words.lower()), about=about)
    if (name := _measured(form, line, words, named=bool(found))) and not form.has(Column.SERVICE):
        context = replace(context, service=name if len(name) < _LONGEST_NAME else None)
    labels = tuple(p.label for p in find_priorities(words))
    return replace(context, priorities=labels) if labels and not form.has(Column.PRIORITY) and not context.certain else context


def _measured(form: Form, line: Line, words: str, *, named: bool) -> str | None:
    """What a row measures, where its metric's words are another cell's, or name no metric."""
    first = (
        _words(_cell(line, 0))
        if form.heads[0].column in (Column.UNKNOWN, Column.METRIC) and form.place(Column.METRIC) is not None
        else None
    )
    if len(form.places(Column.METRIC)) > 1 and first != words and not (first and _names_metric(first)):
        return first
    return None if named else first or words


def _headed(form: Form) -> bool:
    """Whether the metric column is one by its header's words, not only by what its cells say."""
    return form.headed and bool(form.heads[form.place(Column.METRIC) or 0].text)


def _described(form: Form, line: Line) -> list[MetricMention]:
    """The metrics that a row's description names for certain."""
    for place in form.places(Column.TEXT, Column.UNKNOWN):
        cell = _cell(line, place) if DESCRIBES.search(form.heads[place].text) else None
        if cell and (found := [m for m in name_metrics(cell.span.text) if not m.weak]):
            return found
    return []


def _label(text: str) -> str:
    """The label of a priority cell: its words, but of a cell that goes on to describe the class only the class."""
    found = find_priorities(text)
    return found[0].label if len(text) > _LONGEST_LABEL and found and found[0].start < 3 else text


_PLACED: Final = (
    Metric.AVAILABILITY, Metric.DOWNTIME, Metric.LATENCY, Metric.THROUGHPUT, Metric.RECOVERY_TIME,
    Metric.RECOVERY_POINT, Metric.PACKET_LOSS, Metric.JITTER, Metric.MTTR, Metric.TURNAROUND_TIME, Metric.RETENTION,
    Metric.BACKUP_FREQUENCY, Metric.RESPONSE_TIME, Metric.ERROR_RATE,
)  # fmt: skip
"""Metrics that a table may give several times, for each component of the service."""


def _limited(form: Form, rows: Sequence[tuple[Line, LevelEntry]]) -> list[LevelEntry]:
    """The levels, those of one metric that differ only by the words of their row limited to what these words say."""
    groups: defaultdict[object, set[str]] = defaultdict(set)
    for line, entry in rows:
        groups[_axis(entry)].add(_metric_words(form, line) or "")
    return [_placed(entry, _metric_words(form, line)) if len(groups[_axis(entry)]) > 1 else entry for line, entry in rows]


def _placed(entry: LevelEntry, words: str | None) -> LevelEntry:
    """The level limited to what the words of its row say beside the metric."""
    if not words or entry.level.service or EXACT.get(words.lower()) or not (rest := _rest(words)):
        return entry
    return replace(entry, level=entry.level.model_copy(update={"service": rest}), signs=entry.signs | {"service-inferred"})


def _axis(entry: LevelEntry) -> object:
    level = entry.level
    return (
        level.metric if level.metric in _PLACED else entry.span.start,
        level.priority,
        level.threshold,
        level.statistic,
        level.condition,
    )


def _rest(words: str) -> str | None:
    """What a metric's name says beside the metric: "Availability of the portal" is limited to "portal"."""
    taken = [(m.start, m.end) for m in find_metrics(words)] + [(p.start, p.end) for p in find_priorities(words)]
    kept = "".join(" " if any(start <= place < end for start, end in taken) else char for place, char in enumerate(words))
    rest = " ".join(re.sub(r"[^\w\s/&+.-]|(?<!\w)[-/&+.\u2013\u2014]+(?!\w)", " ", GENERIC.sub(" ", kept)).split())
    return rest if re.search(r"[A-Za-z]{2}", rest) and not find_quantities(rest) and len(rest) < _LONGEST_NAME else None


def _finished(level: ServiceLevel, form: Form, line: Line, place: int) -> ServiceLevel:
    """The level with what the row's further columns say."""
    head = form.heads[place]
    update: dict[str, object] = {}
    if attainment := _attainment(form, line, place):
        update["attainment"] = share(attainment.span.text) or level.attainment
    if statistic := _cell(line, form.place(Column.STATISTIC)):
        update["statistic"] = find_statistic(statistic.span.text) or level.statistic
    if window := _cell(line, form.place(Column.WINDOW)):
        text = window.span.text
        update["window"] = find_window(f"per {text}" if PERIOD_CELL.fullmatch(text) else text) or level.window
    kind = _cell(line, form.place(Column.KIND))
    if head.column is Column.MINIMUM or (kind and re.search(r"\bmin", kind.span.text, re.IGNORECASE)):
        update["threshold"] = "minimum"
    if kind and INDICATOR.fullmatch(kind.span.text):
        update["indicator"] = True
    if obliged := _cell(line, form.place(Column.OBLIGED)):
        update["obliged"] = "customer" if re.match(r"\s*customer", obliged.span.text, re.IGNORECASE) else "provider"
    if head.condition:
        update["condition"] = head.condition
    if level.service and level.metric not in RANKED and not _says_priority(form):
        update["priority"] = None
    for column, name in ((Column.LABEL, "label"), (Column.HOURS, "calendar"), (Column.CONDITION, "condition")):
        if (words := _name(form, line, column)) is not None:
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
        return _cell(line, next(iter(places), None))
    targets = form.places(*_TARGETS)
    following = next((t for t in targets if t > place), len(line.cells))
    return _cell(line, next((p for p in places if place < p < following), None))
