"""What a row of a table says of its target cells: metric, class, service and group, the limit that a share is of, the unit of figures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from sladocs.extract.acts import find_acts
from sladocs.extract.cells import Row
from sladocs.extract.columns import header_words
from sladocs.extract.context import Context
from sladocs.extract.en.comparators import comparator_before
from sladocs.extract.en.heads import DESCRIBES, GENERIC, HEADS, Column
from sladocs.extract.en.metrics import EXACT
from sladocs.extract.en.quantities import find_quantities
from sladocs.extract.en.windows import find_statistic, find_window
from sladocs.extract.headers import Limit, name_metrics, unit_called
from sladocs.extract.mentions import MetricMention, find_metrics, find_priorities, is_priority
from sladocs.extract.places import CellSpan
from sladocs.extract.promises import fits, read_promises
from sladocs.extract.tables import Form, Line, is_target_word
from sladocs.model.metrics import Metric
from sladocs.model.quantity import Comparator, Dimension

LONGEST_NAME: Final = 80
_LONGEST_LABEL: Final = 120
_LONGEST_WORDS: Final = 45
_DESCRIBED: Final = (Column.TEXT, Column.UNKNOWN, Column.SERVICE)
_OTHER_ROWS: Final = (Column.TEXT, Column.BESIDE, Column.CREDIT, Column.HOURS, Column.OBLIGED)


def cell_of(line: Line, place: int | None) -> CellSpan | None:
    """The cell of a row at a place, None where it says nothing."""
    cell = line.cells[place] if place is not None and place < len(line.cells) else None
    return None if cell is None or cell.empty else cell


def name_of(form: Form, line: Line, column: Column) -> str | None:
    """The words of a row's cell in the first column of a kind."""
    return words_of(cell_of(line, form.place(column)))


def words_of(cell: CellSpan | None) -> str | None:
    """The words of a cell in one line."""
    return " ".join(cell.span.raw.split()) if cell else None


def row_kind(form: Form, line: Line) -> Column:
    """What a row of a transposed table holds, by its first cell: the words that head columns elsewhere ("Definition", "Objective")."""
    if form.heads[0].column not in (Column.SERVICE, Column.METRIC, Column.UNKNOWN, Column.KEY):
        return Column.UNKNOWN
    plain = header_words(words_of(cell_of(line, 0)) or "")
    if name_metrics(plain):
        return Column.UNKNOWN
    return next((column for column, pattern in HEADS if plain and pattern.fullmatch(plain)), Column.UNKNOWN)


def says_nothing(form: Form, line: Line) -> bool:
    """Whether a row by its first cell holds no targets."""
    return row_kind(form, line) in _OTHER_ROWS


def row_context(form: Form, line: Line) -> Context:
    """What a row says of all its figures, by its metric, priority and service cells and the group heading over it."""
    context = _grouped(form, line.groups)
    metric = metric_words(form, line)
    if metric is not None:
        context = _of_metric(metric, form, line, context)
    elif not form.has(Column.PRIORITY) and not any(head.metric for head in form.heads) and (described := _described(form, line)):
        context = replace(context, metrics=tuple(dict.fromkeys(m.metric for m in described)), certain=None)
    elif form.has(Column.KEY):
        key = name_of(form, line, Column.KEY) or ""
        context = replace(context, metrics=tuple(m.metric for m in find_metrics(key) if not m.weak), certain=None)
    if (priority := name_of(form, line, Column.PRIORITY)) is not None:
        context = replace(context, priorities=(_first_line(cell_of(line, form.place(Column.PRIORITY))) or _label(priority),))
    elif form.has(Column.PRIORITY):
        context = replace(context, priorities=())
    if form.has(Column.SERVICE) and row_kind(form, line) is not Column.TARGET:
        context = replace(context, service=name_of(form, line, Column.SERVICE) or context.service)
    return replace(context, promises=True)


def of_column(form: Form, line: Line, place: int, context: Context, cell: CellSpan) -> Row:
    """What the column adds to what its row says."""
    head, named = form.heads[place], metric_words(form, line)
    own = [m.metric for m in name_metrics(named)] if named else []
    pairs = head.metrics or tuple(m.metric for m in sorted(name_metrics(named or ""), key=lambda m: m.start))
    if head.metric:
        certain = EXACT.get(head.text.strip().lower()) if form.has(Column.PRIORITY) else None
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
    unit, sign = name_of(form, line, Column.UNIT), name_of(form, line, Column.SIGN)
    found = comparator_before(f"{sign} ", len(sign) + 1) if sign else None
    limit = head.limit or _limit(form, line)
    if limit and not set(own) - {Metric.OTHER} and not head.metric:
        own, context = _of_limit(limit, context)
    return Row(
        context,
        statistic=head.statistic or (find_statistic(named) if named and len(named) < LONGEST_NAME else None),
        unit=(unit_called(unit) if unit else None) or (None if head.unit else form.unit),
        sign=found[0] if found else None,
        limit=limit,
        pairs=tuple(dict.fromkeys(pairs)),
        words=f"{named or ''} {head.text} {form.heads[0].text}",
        wordy=bool(named and not head.metric and (len(named) > _LONGEST_WORDS or (not names_metric(named) and rest_of(named)))),
        local=tuple(dict.fromkeys(own)),
    )


def _of_limit(limit: Limit, context: Context) -> tuple[list[Metric], Context]:
    """The metric of a limit whose row names none: what its own sentence promises, else a piece of work that takes its time."""
    named = [metric for metric in context.metrics if metric is not Metric.OTHER and fits(metric, limit.quantity)]
    if named:
        return [], context
    said = read_promises(limit.cell, Context(promises=True))
    found = next(
        (e.level.metric for e in said if e.span.start <= limit.span.end and limit.span.start <= e.span.end), Metric.TURNAROUND_TIME
    )
    return [found], replace(context, metrics=(found,))


def _second_class(form: Form, line: Line) -> str | None:
    """The class of a row whose columns are classes too: what the row is limited to."""
    label = name_of(form, line, Column.PRIORITY)
    first = words_of(cell_of(line, 0)) if form.heads[0].column in (Column.SERVICE, Column.UNKNOWN) else None
    return f"{first} {label}" if label and first else label


def _limit(form: Form, line: Line) -> Limit | None:
    """The time that a row's own names state, of which its target cell says the share: the only one, or that of a "within"."""
    for place in reversed(form.places(Column.METRIC, *_DESCRIBED)):
        if place and form.has(Column.PRIORITY) and form.heads[place].column is not Column.METRIC:
            continue
        cell = cell_of(line, place)
        times = (
            [q for q in find_quantities(cell.span.text) if q.quantity.dimension in (Dimension.TIME, Dimension.BUSINESS_TIME)]
            if cell
            else []
        )
        told = times if len(times) == 1 else [q for q in times if q.comparator in (Comparator.AT_MOST, Comparator.LESS_THAN)]
        if cell and told and not re.match(r"\s*(?:before|prior)\b", cell.span.text[told[0].end :]):
            return Limit(told[0].quantity, told[0].comparator, cell.span.part(told[0].lead, told[0].end), cell.span)
    return None


def _grouped(form: Form, groups: tuple[str, ...]) -> Context:
    """The context under the heading rows of a table: a metric, a class of incidents, or else what the rows are limited to.

    Where other heading rows name metrics, one that names none heads something else than service levels.
    """
    if not groups:
        return form.context
    if names_metric(groups[-1]) or find_priorities(groups[-1]):
        return form.context.under(*groups)
    if form.has(Column.METRIC):
        return form.context
    if any(names_metric(text) for line in form.lines for text in line.groups):
        return replace(form.context, metrics=())
    several = len({line.groups for line in form.lines}) > 1
    return replace(form.context, service=groups[-1]) if several else form.context


def rest_of(words: str) -> str | None:
    """What a metric's name says beside the metric: "Availability of the portal" is limited to "portal"."""
    taken = [(m.start, m.end) for m in find_metrics(words)] + [(p.start, p.end) for p in find_priorities(words)]
    kept = "".join(" " if any(start <= place < end for start, end in taken) else char for place, char in enumerate(words))
    rest = " ".join(re.sub(r"[^\w\s/&+.-]|(?<!\w)[-/&+.\u2013\u2014]+(?!\w)", " ", GENERIC.sub(" ", kept)).split())
    return rest if re.search(r"[A-Za-z]{2}", rest) and not find_quantities(rest) and len(rest) < LONGEST_NAME else None


def names_metric(text: str) -> bool:
    """Whether a text names a metric for certain."""
    return any(not m.weak for m in find_metrics(text))


def metric_words(form: Form, line: Line) -> str | None:
    """The words that name a row's metric: of its metric cells the last that names one for certain, else the first that names any."""
    cells = [text for p in form.places(Column.METRIC) if (text := words_of(cell_of(line, p)))]
    if not cells:
        return None
    if sure := next((text for text in reversed(cells) if EXACT.get(text.lower()) or names_metric(text)), None):
        return sure
    return next((text for text in cells if name_metrics(text)), cells[0])


def _of_metric(words: str, form: Form, line: Line, context: Context) -> Context:
    """The context under the words of a metric cell; words that name no metric are another measure, limited to what they say."""
    if is_target_word(words):
        return replace(context, metrics=(*context.metrics, Metric.OTHER))
    found: Sequence[MetricMention] = name_metrics(words) or [
        MetricMention(act.start, act.end, act.metric) for act in find_acts(words)[:1] if act.metric and not act.start
    ]
    if not found and (described := _described(form, line)):
        found = described
    metrics = tuple(dict.fromkeys(m.metric for m in found)) or ((Metric.OTHER,) if _headed(form) else ())
    about = f"{context.about} | {words}"
    context = replace(context, metrics=metrics or context.metrics, certain=EXACT.get(words.lower()), about=about)
    name = _measured(form, line, words, named=bool(found))
    if window := find_window(words):
        context = replace(context, window=window)
    if name and not form.has(Column.SERVICE) and not is_priority(name) and not find_quantities(name):
        context = replace(context, service=name if len(name) < LONGEST_NAME else None)
    last = words.rpartition(",")[2].strip()
    labels = tuple(p.label for p in find_priorities(words)) or ((last,) if is_priority(last) and not last.isdigit() else ())
    return replace(context, priorities=labels) if labels and not form.has(Column.PRIORITY) and not context.certain else context


def _measured(form: Form, line: Line, words: str, *, named: bool) -> str | None:
    """What a row measures, where its metric's words are another cell's, or name no metric."""
    known = form.heads[0].column in (Column.UNKNOWN, Column.METRIC) and form.place(Column.METRIC) is not None
    first = words_of(cell_of(line, 0)) if known else None
    if len(form.places(Column.METRIC)) > 1 and first != words and not (first and names_metric(first)):
        return first
    return None if named else first or words


def _headed(form: Form) -> bool:
    """Whether the metric column is one by its header's words, not only by what its cells say."""
    return form.headed and bool(form.heads[form.place(Column.METRIC) or 0].text)


def _described(form: Form, line: Line) -> Sequence[MetricMention]:
    """The metrics that a row's description names for certain."""
    for place in form.places(Column.TEXT, Column.UNKNOWN):
        cell = cell_of(line, place) if DESCRIBES.search(form.heads[place].text) else None
        if cell and (found := [m for m in name_metrics(cell.span.text) if not m.weak]):
            return found
    return []


def _first_line(cell: CellSpan | None) -> str | None:
    """The class that stands alone on the first line of a cell whose further lines describe it."""
    if cell is None or len(cell.lines) < 2:
        return None
    first, rest = cell.lines[0].text.strip(" :.-\u2013\u2014"), " ".join(line.text for line in cell.lines[1:])
    return first if is_priority(first) and len(rest) > _LONGEST_WORDS else None


def _label(text: str) -> str:
    """The label of a priority cell: its words, but of a cell that goes on to describe the class only the class."""
    found = find_priorities(text)
    if len(text) <= _LONGEST_LABEL:
        return text
    if found and found[0].start < 3:
        return found[0].label
    lead = re.match(r"\s*([A-Za-z][\w ]{1,30}?)\s*[-:.\u2013\u2014(]", text)
    return lead[1] if lead else text
