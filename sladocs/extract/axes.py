"""Which column of a table holds what: the words of its header weighed with what stands in its cells, and the columns weighed together."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from sladocs.extract.en.heads import DESCRIBES, GENERIC_CLASS, INDICATOR, PERIOD_CELL, PROMISE, SAME, SHARE_HEAD, VOID, Column
from sladocs.extract.en.quantities import find_quantities
from sladocs.extract.en.windows import find_window
from sladocs.extract.figures import read_target
from sladocs.extract.headers import LONGEST_HEAD, Head, name_metrics, unit_called
from sladocs.extract.mentions import find_metrics, find_priorities, is_priority
from sladocs.model.metrics import Metric

_PROSE: Final = 60
_SIGN: Final = re.compile(
    r"\s*(?:[<>]=?|=[<>]?|\u2264|\u2265|(?:at\s+)?(?:least|most)|min\.?|max\.?|minimum|maximum|within|up\s+to)\s*", re.IGNORECASE
)
_RANK: Final = re.compile(r"\W*(?:\d{1,2}|[A-Ea-e]|[ivIV]{1,3})\W*")
_TARGETS: Final = (Column.TARGET, Column.MINIMUM, Column.VALUE)
_RANKS: Final = re.compile(r"\b(?:level|class|code|category|grade|type|tier|priority|severity)\b", re.IGNORECASE)
"""Words beside which bare numbers are classes."""
_WEAK: Final = (Column.UNKNOWN, Column.TARGET, Column.SERVICE, Column.METRIC)
"""Columns whose header's words are so common that the cells may say otherwise."""


_WAYS: Final = re.compile(r"\bcontact|\bchannel", re.IGNORECASE)


def name_columns(heads: Sequence[Head], columns: Sequence[Sequence[str]]) -> list[Head]:
    """The columns of a table; `columns` are the texts of the cells below each header, without those that say nothing."""
    named = list(heads)
    for step in (_ways, _classes, _small, _metrics, _figures, _shares, _plans, _stub):
        named = step(named, columns)
    return _banded(named, columns)


def share_of(cells: Sequence[str], test: Callable[[str], object]) -> float:
    """The share of cells that pass a test; 0 of none."""
    return sum(1 for text in cells if test(text)) / len(cells) if cells else 0.0


def most(cells: Sequence[str], test: Callable[[str], object]) -> bool:
    return bool(cells) and share_of(cells, test) >= 2 / 3


def has_figure(text: str) -> bool:
    return bool(find_quantities(text)) or bare_figure(text) is not None


def bare_figure(text: str) -> Decimal | None:
    """The number of a cell that holds nothing else."""
    match = re.fullmatch(r"\s*(?:<=?|>=?|\u2264|\u2265)?\s*(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)\s*", text)
    return Decimal(match[1].replace(",", "")) if match else None


def is_class(text: str) -> bool:
    """Whether a cell names a class of incidents, or opens with one."""
    return is_priority(text) or any(p.start <= 2 for p in find_priorities(text))


def _is_named_class(text: str) -> bool:
    """Whether a cell names a class by more than a bare number or letter."""
    return is_class(text) and not _RANK.fullmatch(text)


def _promised(cells: Sequence[str]) -> list[str]:
    """The cells of a column that promise something at all."""
    return [text for text in cells if not VOID.fullmatch(text) and not SAME.fullmatch(text)]


def _has(heads: Iterable[Head], *columns: Column) -> bool:
    return any(head.column in columns for head in heads)


def _set(heads: Sequence[Head], place: int, head: Head) -> list[Head]:
    return [head if p == place else h for p, h in enumerate(heads)]


def _ways(heads: list[Head], _columns: Sequence[Sequence[str]]) -> list[Head]:
    """How to make contact, at the end of a row of a class: it limits nothing."""
    ranked = _has(heads, Column.PRIORITY)
    return [
        replace(h, column=Column.TEXT) if ranked and p and h.column is Column.SERVICE and _WAYS.search(h.text) else h
        for p, h in enumerate(heads)
    ]


def _classes(heads: list[Head], columns: Sequence[Sequence[str]]) -> list[Head]:
    """A column of classes of incidents, where none is headed so. Bare numbers are classes only under words that say so."""
    if _has(heads, Column.PRIORITY):
        return heads
    for place, head in enumerate(heads):
        weak = head.column in _WEAK or (head.column is Column.BESIDE and not place)
        if not weak or head.metric or (place >= 2 and head.column is not Column.UNKNOWN) or place > 2:
            continue
        cells = columns[place]
        beside = columns[place - 1][:1] if place else []
        plain = any(_RANKS.search(text) for text in (head.text, *beside))
        if most(cells, is_class if plain else _is_named_class):
            return _set(heads, place, Head(Column.PRIORITY, head.text))
    return heads


def _small(heads: list[Head], columns: Sequence[Sequence[str]]) -> list[Head]:
    """Columns of units, comparators, periods and kinds, by their cells."""
    for place, head in enumerate(heads):
        cells = columns[place]
        if not cells:
            continue
        if head.column is Column.METRIC and place and _has(heads[:place], Column.METRIC, Column.SERVICE) and most(cells, _is_period):
            heads = _set(heads, place, Head(Column.WINDOW, head.text))
        elif head.column is Column.HOURS and not _has(heads, *_TARGETS) and most(cells, _promises):
            heads = _set(heads, place, replace(head, column=Column.VALUE, unit="hour"))
        elif (
            head.column is Column.DUE
            and re.search(r"deliver|within", head.text, re.IGNORECASE)
            and not _has(heads, Column.REPORT, *_TARGETS)
            and most(_promised(cells), has_figure)
        ):
            heads = _set(heads, place, replace(head, column=Column.VALUE, metric=Metric.TURNAROUND_TIME))
        elif head.column is Column.KIND and most(cells, has_figure):
            heads = _set(heads, place, replace(head, column=Column.TARGET))
        elif head.column is not Column.UNKNOWN or not place:
            continue
        elif all(INDICATOR.fullmatch(text) or PROMISE.fullmatch(text) for text in cells):
            heads = _set(heads, place, Head(Column.KIND, head.text))
        elif most(cells, _is_period) and _has(heads, *_TARGETS):
            heads = _set(heads, place, Head(Column.WINDOW, head.text))
        elif most(cells, unit_called):
            heads = _set(heads, place, Head(Column.UNIT, head.text))
        elif most(cells, _SIGN.fullmatch):
            heads = _set(heads, place, Head(Column.SIGN, head.text))
    return heads


def _is_period(text: str) -> bool:
    return len(text) < _PROSE and bool(PERIOD_CELL.fullmatch(text) or (find_window(text) and not has_figure(text)))


def _promises(text: str) -> bool:
    """Whether a cell says a time that something takes, not one at which something is open."""
    return bool(read_target(text)) or bool(re.search(r"\bwithin\b|\brespon", text, re.IGNORECASE) and has_figure(text))


def _metrics(heads: list[Head], columns: Sequence[Sequence[str]]) -> list[Head]:
    """The column whose cells name the metrics, where none is headed so; a second one that holds figures holds targets."""
    if _has(heads, Column.METRIC):
        first = next(p for p, h in enumerate(heads) if h.column is Column.METRIC)
        for place, head in enumerate(heads):
            if place > first and head.column is Column.METRIC and most(_promised(columns[place]), has_figure):
                heads = _set(heads, place, replace(head, column=Column.TARGET))
            elif place > first + 1 and head.column is Column.METRIC and not any(_names_metric(text) for text in columns[place]):
                heads = _set(heads, place, Head(Column.TEXT, head.text))
        if first and not _has(heads, *_TARGETS, Column.BAND) and most(_promised(columns[first]), has_figure):
            heads = _set(heads, first, replace(heads[first], column=Column.TARGET))
        return heads
    elsewhere = any(head.metric for head in heads)
    for place, head in enumerate(heads[:3]):
        cells = [text for text in columns[place] if len(text) < LONGEST_HEAD]
        if head.column not in _WEAK or head.metric or len(cells) * 3 < len(columns[place]) * 2 or not cells:
            continue
        least = 2 / 3 if elsewhere or head.column is Column.SERVICE else 1 / 3
        figures = share_of(cells, has_figure) >= 1 / 2 and not any(
            share_of(_promised(c), has_figure) >= 1 / 2 for c in columns[place + 1 :]
        )
        if share_of(cells, _names_metric) >= least and not figures and share_of(cells, _only_figure) < 1 / 2:
            return _set(heads, place, Head(Column.METRIC, head.text))
    described = next((p for p, h in enumerate(heads) if h.column is Column.TEXT and DESCRIBES.search(h.text)), None)
    if described is None or elsewhere or _has(heads, Column.PRIORITY) or not _has(heads, *_TARGETS):
        return heads
    if most(columns[described], lambda text: len(text) < 2 * _PROSE and any(not m.weak for m in name_metrics(text))):
        return _set(heads, described, Head(Column.METRIC, heads[described].text))
    return heads


def _names_metric(text: str) -> bool:
    return any(not m.weak or len(text) < _PROSE for m in name_metrics(text))


def _only_figure(text: str) -> bool:
    """Whether a cell says a figure and names no metric before it."""
    return has_figure(text) and not any(not m.weak for m in find_metrics(text))


def _figures(heads: list[Head], columns: Sequence[Sequence[str]]) -> list[Head]:
    """Columns under unknown words that hold figures: targets, where the table names what they are targets of."""
    told = _has(heads, Column.METRIC, Column.PRIORITY, Column.SERVICE, *_TARGETS)
    heads = _standard_plan(heads, columns)
    alike = {_unit_of(columns[p]) for p, h in enumerate(heads) if h.column is Column.TARGET} - {None}
    for place, head in enumerate(heads):
        if head.column is not Column.UNKNOWN or (place == 0 and len(heads) > 1 and not head.service):
            continue
        cells = _promised(columns[place])
        if not head.text and most(cells, _RANK.fullmatch):
            continue
        if head.condition or (share_of(cells, has_figure) >= 1 / 2 and share_of(cells, lambda text: len(text) < 3 * _PROSE) >= 1 / 2):
            if place == 0 or not (told or place):
                continue
            if _has(heads, Column.TARGET) and not head.condition and (_unit_of(cells) not in alike or _DATED.search(head.text)):
                continue
            heads = _set(heads, place, replace(head, column=Column.VALUE))
    return heads


_DATED: Final = re.compile(r"\b(?:(?:19|20)\d\d|q[1-4]|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|ytd|result)", re.IGNORECASE)


def _unit_of(cells: Sequence[str]) -> str | None:
    """The unit in which a column's cells all say their one figure."""
    found = [read_target(text) for text in _promised(cells)]
    units = {target.quantity.unit if target else None for target in found}
    return units.pop() if len(units) == 1 else None


def _standard_plan(heads: list[Head], columns: Sequence[Sequence[str]]) -> list[Head]:
    """A column headed "Standard" between others of figures under unknown words is a plan as they are."""
    place = next((p for p, h in enumerate(heads) if h.column is Column.TARGET and re.match(r"standard\b", h.text, re.IGNORECASE)), None)
    beside = [p for p, h in enumerate(heads) if h.column is Column.UNKNOWN and p and most(_promised(columns[p]), has_figure)]
    if place is None or not beside or _has(heads, Column.METRIC):
        return heads
    return _set(heads, place, replace(heads[place], column=Column.UNKNOWN, service=heads[place].text.strip()))


def _shares(heads: list[Head], columns: Sequence[Sequence[str]]) -> list[Head]:
    """Columns of percentages beside columns of times: the share of cases that must meet them."""
    for place, head in enumerate(heads):
        if not place or head.metric or head.column not in (Column.UNKNOWN, Column.VALUE, Column.TARGET, Column.BESIDE):
            continue
        bare = (
            not re.search(r"[a-z]", head.text, re.IGNORECASE)
            or SHARE_HEAD.search(head.text)
            or re.search(r"(?:%|percent\w*)\s+(?:met|achiev|within|of\b)", head.text, re.IGNORECASE)
        )
        before = heads[place - 1]
        if (
            bare
            and before.column in _TARGETS
            and most(_promised(columns[place]), _percentage)
            and share_of(_promised(columns[place - 1]), _is_time) >= 1 / 2
        ):
            heads = _set(heads, place, Head(Column.ATTAINMENT, head.text))
    return heads


def _is_time(text: str) -> bool:
    return any(q.quantity.unit != "percent" for q in find_quantities(text)) and not _percentage(text)


def _percentage(text: str) -> bool:
    found = find_quantities(text)
    return bool(found and found[0].quantity.unit == "percent") or bool(re.fullmatch(r"\s*\d{2,3}(?:\.\d+)?\s*", text))


def _plans(heads: list[Head], _columns: Sequence[Sequence[str]]) -> list[Head]:
    """The words of value columns as what their cells are limited to: only where several columns differ by them."""
    values = [p for p, h in enumerate(heads) if h.column is Column.VALUE]
    ranked = [p for p in values if heads[p].priority]
    if len(ranked) > 1:
        for p in values:
            if not heads[p].priority and GENERIC_CLASS.fullmatch(heads[p].service or ""):
                heads = _set(heads, p, replace(heads[p], priority=heads[p].service, service=None))
                ranked.append(p)
    if len(ranked) == 1 and not re.search(r"\d", heads[ranked[0]].priority or ""):
        heads = _set(heads, ranked[0], replace(heads[ranked[0]], priority=None))
        ranked = []
    if ranked and len(ranked) * 3 < len(values) * 2 and (_has(heads, Column.PRIORITY) or not all(heads[p].metric for p in values)):
        for p in ranked:
            heads = _set(heads, p, replace(heads[p], priority=None, service=heads[p].priority))
    for metric in {heads[p].metric for p in values}:
        group = [p for p in values if heads[p].metric is metric]
        if len(group) < 2 or len({heads[p].service for p in group}) < 2 or _named_twice(heads, group):
            for p in group:
                heads = _set(heads, p, replace(heads[p], service=None))
    return heads


def _named_twice(heads: Sequence[Head], group: Sequence[int]) -> bool:
    """Whether the columns differ by a class, a statistic or a limit, which names them better."""
    return any(heads[p].limit or heads[p].statistic for p in group)


_LABEL: Final = re.compile(r"\W*(?:[A-Z]{1,4}(?:\s|-|\.)?)?\d{1,3}(?:\.\d{1,3})*[a-z]?[.)]?\W*|\W*[A-Z]{1,2}\.?\d{0,2}\W*")
"""A cell that numbers its row: "3.1.2", "PI-4", "B2"."""


def _stub(heads: list[Head], columns: Sequence[Sequence[str]]) -> list[Head]:
    """The first column under unknown words: what the rows are limited to, where the other columns are headed by metrics."""
    if not heads or heads[0].column is not Column.UNKNOWN:
        return heads
    if most(columns[0], _LABEL.fullmatch) and not _has(heads, Column.LABEL) and not heads[0].unit:
        return _set(heads, 0, Head(Column.LABEL, heads[0].text))
    if _has(heads, Column.METRIC, Column.SERVICE):
        return heads
    targets = [p for p, h in enumerate(heads) if p and h.column in _TARGETS]
    told = any(h.metric or h.statistic or h.limit or h.priority or h.column is Column.VALUE for h in heads[1:]) or any(
        most(_promised(columns[p]), lambda text: read_target(text) or bare_figure(text) is not None) for p in targets
    )
    if told and columns[0] and all(len(text) < LONGEST_HEAD and not has_figure(text) for text in columns[0]):
        return _set(heads, 0, Head(Column.SERVICE, heads[0].text))
    return heads


def _banded(heads: list[Head], columns: Sequence[Sequence[str]]) -> list[Head]:
    """The column of bands: in a table of credits without a target column the first column of figures; elsewhere there is none."""
    present = {head.column for head in heads}
    if Column.CREDIT not in present:
        return [replace(head, column=Column.VALUE) if head.column is Column.BAND and head.metric else head for head in heads]
    if present & {Column.BAND, Column.TARGET, Column.PRIORITY, Column.METRIC} or any(h.promising and h.metric for h in heads):
        return heads
    place = next(
        (
            p
            for p, head in enumerate(heads)
            if head.column in (Column.VALUE, Column.UNKNOWN, Column.SERVICE, Column.TEXT) and most(columns[p], has_figure)
        ),
        None,
    )
    return [Head(Column.BAND, h.text, h.metric, unit=h.unit) if p == place else h for p, h in enumerate(heads)]


_PERIODS: Final = re.compile(
    r"\b(?:dai?ly|week(?:ly)?|month(?:ly)?|year(?:ly)?|annual|day|quarter|downtime|outage|unavailability)\b", re.IGNORECASE
)


def is_conversion(heads: Sequence[Head], columns: Sequence[Sequence[str]]) -> bool:
    """Whether a table only tells what percentages mean as times: "99.9 % | 43 minutes a month"."""
    if not columns or len(columns[0]) < 2 or share_of(columns[0], _percentage) < 1:
        return False
    times = [p for p in range(1, len(columns)) if most(columns[p], lambda text: has_figure(text) and not _percentage(text))]
    return bool(times) and all(_PERIODS.search(heads[p].text) for p in times)


def is_ladder(cells: Sequence[str]) -> bool:
    """Whether a column's figures are the bands of one measure: two or more are ranges, or say both sides ("98 % to 99 %", "under 95 %")."""
    found = [q for text in cells for q in find_quantities(text)[:1]]
    ranges = sum(1 for q in found if q.low is not None)
    signs = {q.comparator.direction for q in found if q.comparator}
    return len(found) > 1 and (ranges > 1 or (bool(ranges) and bool(signs)) or {1, -1} <= signs)
