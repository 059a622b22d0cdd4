"""Promises whose figure was left open: a finding for each, which names what is missing, for which class, and on which page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from sladocs.extract.blanks import BlankMention, find_blanks
from sladocs.extract.en.heads import Column
from sladocs.extract.named import MetricMention, find_metrics, find_priorities
from sladocs.extract.places import CellSpan, Span
from sladocs.extract.source import Source
from sladocs.extract.statements import Statement
from sladocs.extract.tables import Form, Line
from sladocs.model.finding import Finding
from sladocs.model.metrics import TAXONOMY, Metric
from sladocs.model.quantity import MONTHS, dimension

CODE: Final = "E08"
_FIGURES: Final = (Column.TARGET, Column.MINIMUM, Column.VALUE, Column.ATTAINMENT)
_LONGEST_CELL: Final = 80
_NEAR: Final = 160
_CREDIT: Final = re.compile(r"\bcredits?\b", re.IGNORECASE)
_OWED: Final = "service credit"


def left_open(source: Source, forms: Sequence[Form]) -> list[Finding]:
    """A finding for each figure of a service level or credit that the document leaves blank, in reading order."""
    read = {form.index for form in forms}
    found = [place for form in forms for place in _of_form(form)]
    found += [p for s in source.statements if not (s.cell and s.span.block in read) for p in _of_statement(s)]
    unique = {span.start: (name, priority, span) for name, priority, span in reversed(found)}
    return [_finding(source, *unique[start]) for start in sorted(unique)]


def _finding(source: Source, name: str, priority: str | None, span: Span) -> Finding:
    page = source.document.blocks[span.block].page
    article = "An" if name[0] in "aeiou" else "A"
    limited = f" for {' '.join(priority.split())}" if priority else ""
    on_page = f", page {page}" if page else ""
    return source.finding(CODE, f"{article} {name}{limited} is left blank{on_page}.", span)


def _of_form(form: Form) -> Iterator[tuple[str, str | None, Span]]:
    for line in form.lines:
        for place, cell in enumerate(line.cells[: len(form.heads)]):
            if cell is None or len(cell.span.text) > _LONGEST_CELL or not (blanks := find_blanks(cell.span.text)):
                continue
            head = form.heads[place]
            if head.column is Column.CREDIT:
                name: str | None = _OWED
            elif head.column in _FIGURES or head.metric:
                name = _name(head.metric or _metric_of_row(form, line))
            else:
                continue
            if name:
                yield name, head.priority or _words(form, line, Column.PRIORITY), cell.span.part(blanks[0].start, blanks[0].end)


def _words(form: Form, line: Line, column: Column) -> str | None:
    """The words of a row's cell in the first column of a kind."""
    place = form.place(column)
    cell: CellSpan | None = line.cells[place] if place is not None and place < len(line.cells) else None
    if cell is not None and not cell.empty:
        return cell.name
    return next(iter(form.context.priorities), None) if column is Column.PRIORITY else None


def _metric_of_row(form: Form, line: Line) -> Metric | None:
    named = find_metrics(_words(form, line, Column.METRIC) or "")
    return min(named, key=lambda m: m.weak).metric if named else next(iter(form.context.metrics), None)


def _name(metric: Metric | None) -> str | None:
    return TAXONOMY[metric].name.lower() if metric else None


def _of_statement(statement: Statement) -> Iterator[tuple[str, str | None, Span]]:
    text = statement.text
    for blank in find_blanks(text):
        name = _OWED if _CREDIT.search(text, max(0, blank.start - _NEAR), blank.end + 40) and blank.unit == "percent" else None
        over = _above(statement, blank) if blank.unit and blank.unit not in MONTHS else None
        name = name or _name(_nearest(find_metrics(text), blank)) or _name(over)
        if name:
            before = [p.label for p in find_priorities(text) if p.end <= blank.start]
            headed = [p.label for heading in statement.headings[-1:] for p in find_priorities(heading)]
            yield name, next(iter([*reversed(before), *headed]), None), statement.span.part(blank.start, blank.end)


def _above(statement: Statement, blank: BlankMention) -> Metric | None:
    """The metric of the lead-in or of the nearest heading."""
    over = [m for text in (statement.lead, *reversed(statement.headings)) for m in find_metrics(text) if not m.weak]
    return next((m.metric for m in over if _fits(m.metric, blank)), None)


def _nearest(metrics: Iterable[MetricMention], blank: BlankMention) -> Metric | None:
    """The metric that is named nearest to a blank and can be written in its unit."""
    near = [
        (max(m.start - blank.end, blank.start - m.end), m.metric)
        for m in metrics
        if not (m.weak and blank.unit is None) and _fits(m.metric, blank)
    ]
    distance, metric = min(near, default=(_NEAR, None), key=lambda n: n[0])
    return metric if distance < _NEAR else None


def _fits(metric: Metric, blank: BlankMention) -> bool:
    return blank.unit is None or dimension(blank.unit) in TAXONOMY[metric].dimensions
