"""Service credits that tables state: a row a band, a column a plan, bands in the header, a target and what its miss costs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from sladocs.extract.bands import FURTHER, Band, is_nth, read_band
from sladocs.extract.context import Context
from sladocs.extract.credit_axes import LONGEST_CELL, Axes, axes_of, cell_of, is_band
from sladocs.extract.credit_cells import LONGEST_QUOTE, read_amount
from sladocs.extract.credits import Trigger, read_credits, read_trigger, trigger_metric
from sladocs.extract.defaults import spelled
from sladocs.extract.en import remedies as words
from sladocs.extract.en.heads import Column
from sladocs.extract.en.metrics import EXACT
from sladocs.extract.en.quantities import find_quantities
from sladocs.extract.entries import CreditEntry
from sladocs.extract.mentions import find_metrics, find_priorities, is_priority
from sladocs.extract.owed import amounts, read_rate
from sladocs.extract.places import CellSpan
from sladocs.extract.statements import sentences
from sladocs.extract.tables import Form, Head, Line
from sladocs.model.agreement import ServiceCredit
from sladocs.model.metrics import TAXONOMY, Metric

_LONGEST_NAME: Final = 60
_LONGEST_LEAD: Final = 400
_NAMES: Final = (Column.LABEL, Column.METRIC, Column.PRIORITY, Column.OBLIGED, Column.WINDOW, Column.HOURS)
BY_CONTENT: Final = "columns-by-content"
"""The sign of a credit whose column no header calls one."""


def read_table_credits(form: Form, over: str = "") -> list[CreditEntry]:
    """The service credits that a table states. `over` is the paragraph right before it, which counts where it speaks of credits."""
    if over and words.CREDIT.search(over):
        form = replace(form, context=form.context.under(f"{over[-_LONGEST_LEAD:].rstrip('.:')}:"), lead=over)
    if not _speaks_of_failure(form):
        return []
    if found := list(_of_headed_bands(form)):
        return found
    axes = axes_of(form)
    found = [entry for line in form.lines for entry in _row(form, line, axes)] if axes else []
    return found or [entry for line in form.lines for cell in _prose_cells(line) for entry in _said(form, line, cell)]


def _prose_cells(line: Line) -> Iterator[CellSpan]:
    """The cells of a row that are prose on what is owed."""
    seen: set[int] = set()
    for cell in line.cells:
        if cell and cell.span.start not in seen and len(cell.span.text) > _LONGEST_NAME and words.CREDIT.search(cell.span.text):
            seen.add(cell.span.start)
            yield cell


def _said(form: Form, line: Line, cell: CellSpan) -> Iterator[CreditEntry]:
    """The credits that the sentences of a cell state."""
    first = cell_of(line, 0)
    key = first.span.text if first and first is not cell and len(first.span.text) < _LONGEST_NAME else ""
    context = form.context.under(*line.groups, key) if key else form.context
    for start, end in sentences(cell.span.text):
        yield from read_credits(cell.span.part(start, end), context)


def _speaks_of_failure(form: Form) -> bool:
    """Whether the table is about missed levels, by its headers, what stands over it, or its first cells."""
    first = (cell.span.text for line in form.lines for cell in line.cells[:1] if cell is not None)
    said = " | ".join((*(h.text for h in form.heads), form.lead, form.context.about, *first))
    return bool(words.FAILURE.search(said) or words.SERVICE_CREDIT.search(said))


def _name(form: Form, line: Line, column: Column, without: Sequence[int] = ()) -> str | None:
    place = next((p for p in form.places(column) if p not in without), None)
    cell = cell_of(line, place)
    return " ".join(cell.span.raw.split()) if cell else None


def _row(form: Form, line: Line, axes: Axes) -> Iterator[CreditEntry]:
    """The credits of one row: for each column of amounts, and for each column of bands that stands for a service of its own."""
    several = len(axes.bands) > 1
    for place in axes.credits:
        cell = cell_of(line, place)
        if cell is None or words.NO_AMOUNT.fullmatch(cell.span.text):
            continue
        if said := _of_prose(form, line, cell):
            yield from said
            continue
        for band_place in axes.bands or (None,):
            entry = _of_cell(form, line, axes, place, band_place)
            if entry is None:
                continue
            service = entry.credit.service or (form.heads[band_place].text.strip() if several and band_place is not None else None)
            yield replace(entry, credit=entry.credit.model_copy(update={"service": service}))


def _of_prose(form: Form, line: Line, cell: CellSpan) -> list[CreditEntry]:
    """The credits of a cell that says several, as its sentences do; each for the metric and the class of its row."""
    if len(amounts(cell.span.text[:LONGEST_CELL], remedy=True)) < 2:
        return []
    return [
        entry for start, end in sentences(cell.span.text) for entry in read_credits(cell.span.part(start, end), _row_context(form, line))
    ]


def _of_cell(form: Form, line: Line, axes: Axes, place: int, band_place: int | None) -> CreditEntry | None:
    cell, head = cell_of(line, place), form.heads[place]
    assert cell is not None
    about = f"{head.text} | {form.context.about}"
    amount = read_amount(cell.span.text[:LONGEST_CELL], about, head.unit, head.text)
    if amount is None or not amount.mention.quantity.value:
        return None
    trigger = _trigger(form, line, place, band_place, axes.credits)
    per = amount.per or read_rate(head.text)
    if not trigger.band.unit and not per and not (_each(form, line, band_place) or _names_failure(line, band_place)):
        return None
    quantity = amount.mention.quantity
    credit = ServiceCredit(
        level=_name(form, line, Column.LABEL),
        metric=trigger.metric,
        **trigger.band.fields,
        value=quantity.value,
        unit=quantity.unit,
        basis=amount.basis,
        per=per,
        priority=trigger.priority,
        service=_name(form, line, Column.SERVICE, axes.bands) or _group_service(line) or _head_service(head, axes),
    )
    span = cell.span.stripped()
    if len(span.text) > LONGEST_QUOTE:
        span = cell.span.part(amount.mention.start, amount.mention.end)
    signs = {"cell", "credit-head" if axes.named else BY_CONTENT, "band" if trigger.band.unit else "bare", *trigger.signs}
    sure = 0.95 if axes.named and (band_place in form.places(Column.BAND)) else 0.8
    return CreditEntry(credit, span, sure, amount.mention.disagrees, frozenset(signs))


def _each(form: Form, line: Line, band_place: int | None) -> bool:
    """Whether a row without a band names what it is for: a metric, a class, a service."""
    return any(cell_of(line, p) for p in form.places(Column.METRIC, Column.PRIORITY, Column.SERVICE) if p != band_place)


def _names_failure(line: Line, band_place: int | None) -> bool:
    cell = cell_of(line, band_place if band_place is not None else 0)
    return cell is not None and bool(words.FAILURE.search(cell.span.text)) and bool(re.search(r"[a-z]{3}", cell.span.text))


def _row_context(form: Form, line: Line) -> Context:
    """What holds for the sentences of a row's cells."""
    names = [text for c in (Column.METRIC, Column.PRIORITY) if (text := _name(form, line, c))]
    return replace(form.context.under(*line.groups, *names), remedy=True)


def _trigger(form: Form, line: Line, place: int, band_place: int | None, owed: Sequence[int]) -> Trigger:
    """For what a row's credit is owed: by its metric and priority cells, else by the words of its band, the headers, the texts above."""
    head, cell, band_cell = form.heads[place], cell_of(line, place), cell_of(line, band_place)
    first = cell_of(line, 0) if place else None
    text = band_cell.span.text.strip() if band_cell else first.span.text.strip() if first else ""
    over = [h.text for h in form.heads if h.metric and h.column in (Column.BAND, Column.VALUE)]
    context = form.context.under(*(group for group in line.groups), *(over[:1] if band_place is None else (form.heads[band_place].text,)))
    if find_metrics(head.text):
        context = context.under(head.text)
    name = _name(form, line, Column.METRIC, (band_place,) if band_place is not None else ())
    metric, sign = _metric(name, text, context, None)
    band = _band(form, line, band_place, metric)
    if name is None:
        metric, sign = _metric(None, text, context, band)
        named = [m.metric for m in find_metrics(form.heads[band_place].text) if not m.weak] if band_place is not None else []
        if sign == "metric-default" and named:
            metric, sign = named[0], "metric-context"
        if sign == "metric-default" and len(re.findall(r"[A-Za-z]{3,}", text)) > 2 and not words.OUTAGE.search(text):
            metric, sign = Metric.OTHER, "metric-other"
        band = _band(form, line, band_place, metric)
    wordy = bool(re.search(r"[a-z]{4}.*[a-z]{4}", text))
    classes = [
        p.label
        for said in (name or "", text if wordy else "", cell.span.text if cell else "", head.text)
        if re.search(r"[A-Za-z]", said)
        for p in find_priorities(said)[:1]
    ]
    priority = _name(form, line, Column.PRIORITY, owed) or (head.text if is_priority(head.text) else None) or next(iter(classes), None)
    return Trigger(metric, band or Band(), priority or next(iter(form.context.priorities), None), frozenset({sign}))


def _metric(name: str | None, text: str, context: Context, band: Band | None) -> tuple[Metric, str]:
    """The metric of a row, by its metric cell where it has one."""
    if name is None:
        return trigger_metric(text, context, band or Band())
    if exact := EXACT.get(name.lower()):
        return exact, "metric-local"
    found = sorted(find_metrics(name), key=lambda m: m.weak)
    return (found[0].metric, "metric-local") if found else (Metric.OTHER, "metric-other")


def _band(form: Form, line: Line, place: int | None, metric: Metric) -> Band | None:
    """The band of a row; of a cell that states the promise, all that misses it."""
    cell = cell_of(line, place)
    if cell is None or place is None:
        return None
    text, head = cell.span.stripped().text, form.heads[place]
    if len(text) > LONGEST_QUOTE:
        trigger = read_trigger(text, text, None, form.context)
        return _failing(trigger.band, trigger.metric) if trigger.band.unit else None
    found = read_band(text, metric, head.unit) if head.unit else _told(form, text, read_band(text, metric))
    signed = any(q.comparator is not None for q in find_quantities(text))
    if found and not signed and (sided := _side(found, head.text)):
        return sided
    return _missed(found) if found and signed and head.column in (Column.TARGET, Column.MINIMUM) else found


def _side(band: Band, head: str) -> Band | None:
    """A band of one bare figure, on the side that its header names: "Exceeded by", "Less than"."""
    end = band.lower if band.upper is None else band.upper if band.lower is None else None
    if end is None or not (side := words.HEAD_SIDE.search(head)) or is_nth(head):
        return None
    return Band(lower=end, unit=band.unit) if side["beyond"] else Band(upper=end, unit=band.unit)


def _told(form: Form, text: str, band: Band | None) -> Band | None:
    """The band: its bare figures are counts in a table whose rows say everything themselves, where a share is told by its sign."""
    bare = band is not None and band.unit == "percent" and not find_quantities(text)
    return replace(band, unit="count") if band and bare and spelled(form) else band


def _failing(band: Band, metric: Metric) -> Band:
    """The side on which a metric is missed, where a sentence states the promise: below "at least 80 %", beyond "within 4 hours"."""
    up = TAXONOMY[metric].comparator.direction > 0
    promised = band.upper is None if up else band.lower is None and metric is not Metric.DOWNTIME
    return Band(band.upper, band.lower, unit=band.unit) if promised else band


def _missed(band: Band) -> Band:
    """What misses a promised figure: of "at least 99 %" all below, of "within 4 hours" all beyond."""
    if band.lower is not None and band.upper is None and band.lower_included:
        return Band(upper=band.lower, unit=band.unit)
    if band.upper is not None and band.lower is None and band.upper_included:
        return Band(lower=band.upper, lower_included=False, unit=band.unit)
    return band


def _group_service(line: Line) -> str | None:
    """What a heading row inside the table limits the rows below to, where it names neither a metric nor a class."""
    group = next(iter(line.groups), None)
    return None if group is None or any(not m.weak for m in find_metrics(group)) or find_priorities(group) else group


def _head_service(head: Head, axes: Axes) -> str | None:
    """The plan or service that a column of amounts is for, where there are several."""
    text = " ".join(words.CREDIT_WORDS.sub(" ", head.text).split()).strip(" -–:()%")
    if (axes.named and len(axes.credits) < 2) or not text or len(text) > _LONGEST_NAME or find_priorities(text):
        return None
    return None if any(not m.weak for m in find_metrics(text)) else text


def _of_headed_bands(form: Form) -> Iterator[CreditEntry]:
    """The credits of a table whose header holds the bands, a row for each service or metric."""
    texts, lines = _header(form)
    bands = _headed_bands(form, texts)
    about = f"{form.context.about} {form.lead} {' '.join(cell.span.text for line in lines for cell in line.cells[:1] if cell)}"
    if len(bands) < 2 or not words.CREDIT.search(about):
        return
    for line in lines:
        key = cell_of(line, 0)
        name = " ".join(key.span.raw.split()) if key else ""
        for place, band in bands.items():
            cell = cell_of(line, place)
            amount = read_amount(cell.span.text, f"{name} | {form.context.about}", form.heads[place].unit, name) if cell else None
            if cell is None or amount is None or not amount.mention.quantity.value or amount.mention.comparator is not None:
                continue
            metric, sign = trigger_metric(f"{texts[0]} {name}", form.context, band)
            plain = not (words.CREDIT.search(name) or any(not m.weak for m in find_metrics(name)) or find_priorities(name))
            credit = ServiceCredit(
                metric=metric,
                **band.fields,
                value=amount.mention.quantity.value,
                unit=amount.mention.quantity.unit,
                basis=amount.basis,
                per=amount.per,
                priority=next((p.label for p in find_priorities(name)), None),
                service=name or None if plain and len(lines) > 1 and not is_nth(texts[place]) and band.unit != "count" else None,
            )
            yield CreditEntry(credit, cell.span.stripped(), 0.8, amount.mention.disagrees, frozenset({"cell", BY_CONTENT, "band", sign}))


def _headed_bands(form: Form, texts: Sequence[str]) -> dict[int, Band]:
    """The bands of a header by the places of their columns; "each further failure" begins after the last that is numbered."""
    bands = {p: band for p, text in enumerate(texts) if p and (band := read_band(text)) and band.unit and is_band(text, form.heads[p])}
    for place, text in enumerate(texts):
        last = bands.get(place - 1)
        if FURTHER.fullmatch(text) and last and last.upper is not None and last.unit == "count":
            bands[place] = Band(last.upper, None, unit="count")
    return bands


def _header(form: Form) -> tuple[list[str], Sequence[Line]]:
    """The texts of the header row, which in a table without one is the first row, and the rows below."""
    if form.headed or not form.lines:
        return [head.text for head in form.heads], form.lines
    return [cell.span.text if cell else "" for cell in form.lines[0].cells], form.lines[1:]
