"""One cell of a target column: one target, a bare figure, several promises beside each other, or sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from sladocs.extract.axes import bare_figure
from sladocs.extract.context import Context
from sladocs.extract.en.comparators import comparator_before
from sladocs.extract.en.heads import CONDITION, GENERIC, MACHINE, ON_TIME, REMAINDER, VOID, WRITTEN
from sladocs.extract.en.quantities import find_quantities
from sladocs.extract.en.windows import find_statistic, find_window
from sladocs.extract.entries import LevelEntry
from sladocs.extract.figures import Target, read_target
from sladocs.extract.headers import Head, Limit, name_metrics
from sladocs.extract.mentions import find_metrics, find_priorities, is_priority
from sladocs.extract.places import CellSpan, Span
from sladocs.extract.promises import fits, read_promises
from sladocs.extract.statements import sentences
from sladocs.model.agreement import ServiceLevel
from sladocs.model.metrics import TAXONOMY, Metric, Statistic
from sladocs.model.quantity import Comparator, Dimension, Quantity

_TIMES: Final = (Dimension.TIME, Dimension.BUSINESS_TIME)
_LONGEST_TARGET: Final = 160
_BEST_SCORE: Final = 10
"""The highest mark of a usual survey."""
_LONGEST_PAGE: Final = 60
"""How many seconds a system may take that answers by itself."""
_LONGEST_CALL: Final = 900
"""How many seconds somebody waits for an answer on the telephone, at most; who waits longer has written."""
_MOST_ERRORS: Final = 50
"""A share of errors in per cent above which a figure tells what is free of them."""
_SEPARATOR: Final = re.compile(
    r"\s*[;|\u2022]\s*|\s+/\s+|\s+(?=[A-Z][\w-]*(?:\s+[a-z]+){0,3}\s*:)|(?<=[a-z%)])/(?=[A-Z])|,\s+|\s+[-\u2013\u2014]\s+(?=[A-Z][a-z])"
)
_AND: Final = re.compile(rf"{_SEPARATOR.pattern}|\s+and\s+")
_BRACKET: Final = re.compile(r"\s*[(\[](?P<words>[^()\[\]]{1,40})[)\]]\s*\.?\s*$")
_HOURS: Final = re.compile(
    r"\s*,?\s*[(\[]?\s*(?:24\s*[x/*]\s*7(?:\s*[x/]\s*365)?|7\s*x\s*24|24\s+hours\s+a\s+day)\s*[)\]]?\s*\.?\s*$", re.IGNORECASE
)
_SHARE_OF: Final = re.compile(
    r"(?<=[%t])\s+of\s+(?:(?:all|the|such|each)\s+)*"
    r"(?!.*\b(?:fees?|charges?|invoices?|price|value|credits?)\b)[a-z][a-z-]*(?:\s+[a-z-]+){0,2}\s*\.?\s*$",
    re.IGNORECASE,
)
"""What a percentage at the end of a cell is a share of: "98 % of orders"."""
_NAME: Final = re.compile(r"\s*(?P<name>[A-Za-z][\w /()-]{1,40}?)\s*[:=]\s*")
"""What stands before a figure inside a cell: "Core network: 4 hours"."""
_MARKS: Final = re.compile(r"[*\u2020\u2021]+")


@dataclass(frozen=True, slots=True)
class Row:
    """What a row says of each of its target cells: the context, the unit and comparator of bare figures, a limit that a share is of."""

    context: Context
    statistic: Statistic | None = None
    unit: str | None = None
    sign: Comparator | None = None
    limit: Limit | None = None
    pairs: tuple[Metric, ...] = ()
    """The metrics of a header or name that says several, for as many figures in one cell."""
    words: str = ""
    """The words of the row's name and the column's header."""
    wordy: bool = False
    """Whether the row's name is more than the name of a metric."""
    local: tuple[Metric, ...] = ()
    """The metrics that the row and the column name themselves: what stands over the table counts only where these are none."""


def read_cell(cell: CellSpan, head: Head, row: Row) -> list[LevelEntry]:
    """The levels of one target cell; none of one that says that nothing is promised."""
    whole = cell.span.stripped()
    if VOID.fullmatch(whole.text) or (_is_owed(row) and all(q.quantity.unit == "percent" for q in find_quantities(whole.text))):
        return []
    if entries := _whole(whole, head, row):
        return entries
    spans = [line.stripped() for line in cell.lines if line.text.strip()]
    return [entry for span in spans for entry in _line(span, head, row)]


def _is_owed(row: Row) -> bool:
    """Whether a percentage of a row that names no metric, under words of a remedy, is what is owed."""
    return row.context.remedy and not row.context.priorities and not row.local


def _line(span: Span, head: Head, row: Row) -> Iterator[LevelEntry]:
    """The levels of one line of a cell: of each part with a figure of its own, or of the line as a sentence."""
    parts = _parts(span)
    if len(parts) > 1 and len(parts) == len(row.pairs):
        for part, metric in zip(parts, row.pairs, strict=True):
            yield from _whole(part, head, replace(row, context=replace(row.context, metrics=(metric,), certain=None), local=(metric,)))
    elif len(parts) > 1:
        for part in parts:
            yield from _whole(part, head, row) or _spoken(part, row)
    else:
        yield from _whole(span, head, row) or _spoken(span, row)


def _spoken(span: Span, row: Row) -> list[LevelEntry]:
    """The levels of a line that is said in words. Where the row's own name is a sentence too, the line's own metric goes before it."""
    entries = [entry for start, end in sentences(span.text) for entry in _sentence(span.part(start, end), row)]
    signs = {"cell", "cell-words"} | ({"many-figures"} if len(entries) > 1 else set())
    return [_settled(replace(entry, signs=entry.signs | signs), row) for entry in entries]


def _sentence(span: Span, row: Row) -> list[LevelEntry]:
    """The levels of a sentence of a cell: a metric that it names itself for certain goes before that of its row and column."""
    context, entries = row.context, list[LevelEntry]()
    if (named := _NAME.match(span.text)) and has_one(span.text[named.end() :]):
        context = _of_name(named["name"], context)
        row = replace(row, context=context, local=tuple(m.metric for m in name_metrics(named["name"])) or row.local)
    if row.wordy or not row.local:
        entries = read_promises(span, replace(context, promises=True))
    if not entries:
        entries = read_promises(span, context, cell=True)
        own = any(not m.weak for m in find_metrics(span.text)) and not set(row.local) & _OBJECTIVES
        said = read_promises(span, replace(context, metrics=()), cell=True) if own else []
        entries = said if said and len(said) >= len(entries) else entries
    if REMAINDER.match(span.text):
        entries = [replace(e, level=e.level.model_copy(update={"attainment": Decimal(100)})) for e in entries]
    return entries


_OBJECTIVES: Final = frozenset((Metric.RECOVERY_TIME, Metric.RECOVERY_POINT, Metric.MTTR, Metric.MTBF))
"""Metrics that are named in full by their row, whatever verb or noun the cell adds: "RTO | 4 hours for a full restoration"."""


def _parts(span: Span) -> list[Span]:
    """A line in the parts that stand beside each other, each with one figure: "Response: 1 h / Resolution: 4 h"."""
    text = span.text
    if len(text) > _LONGEST_TARGET or len(find_quantities(text)) < 2 or re.search(r"[a-z]\.\s+[A-Z]", text):
        return [span]
    found = _split(span, _SEPARATOR)
    if len(found) < len(find_quantities(text)):
        ranked = _split(span, _AND)
        found = ranked if len(ranked) > 1 and all(find_priorities(part.text) for part in ranked) else found
    return found


def _split(span: Span, separator: re.Pattern[str]) -> list[Span]:
    """A line cut where a separator parts its figures from each other, or whole where some part has several."""
    text = span.text
    cuts = [0, *(end for m in separator.finditer(text) for end in (m.start(), m.end())), len(text)]
    pieces = [(cuts[i], cuts[i + 1]) for i in range(0, len(cuts), 2)]
    joined: list[tuple[int, int]] = []
    for start, end in pieces:
        figures = len(find_quantities(text[start:end]))
        if figures > 1:
            return [span]
        if joined and (not figures or not find_quantities(text[slice(*joined[-1])])):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    if any(len(find_quantities(text[start:end])) != 1 for start, end in joined):
        return [span]
    return [span.part(start, end) for start, end in joined]


def _whole(span: Span, head: Head, row: Row) -> list[LevelEntry]:
    """The levels of a piece that says one target, with the class in brackets behind it or the name before it."""
    text, context = span.text, row.context
    start, end = 0, len(text)
    if hours := _HOURS.search(text):
        end = hours.start()
    elif (bracket := _BRACKET.search(text)) and not find_quantities(bracket["words"]) and find_quantities(text[: bracket.start()]):
        words, end = bracket["words"], bracket.start()
        row = replace(row, statistic=find_statistic(words) or row.statistic)
        if is_priority(words):
            context = replace(context, priorities=(words.strip(),))
        context = replace(
            context,
            window=find_window(words) or context.window,
            business=context.business or bool(re.search(r"\b(?:business|working|office)\s+(?:hours|time)\b", words, re.IGNORECASE)),
        )
    if (named := _NAME.match(text)) and has_one(text[named.end() : end]):
        start = named.end()
        context = _of_name(named["name"], context)
        row = replace(row, local=tuple(m.metric for m in name_metrics(named["name"])) or row.local)
    if (of := _SHARE_OF.search(text[:end])) and read_target(text[start : of.start()]):
        end = of.start()
    piece = span.part(start, end)
    plain = _MARKS.sub(lambda m: " " * len(m[0]), piece.text)
    bare = _bare(plain, head, row)
    target = bare or read_target(plain)
    return _plain(target, piece, replace(row, context=context), bare=bare is not None) if target else []


def has_one(text: str) -> bool:
    return len(find_quantities(text)) == 1


def _of_name(name: str, context: Context) -> Context:
    """The context under the name that stands before a figure inside a cell."""
    if is_priority(name):
        return replace(context, priorities=(name.strip(),))
    found = tuple(m.metric for m in name_metrics(name))
    if found:
        return replace(context, metrics=tuple(dict.fromkeys((*found, *context.metrics))), certain=None)
    if context.service or CONDITION.fullmatch(name.strip()) or not re.search(r"[A-Za-z]{2}", GENERIC.sub(" ", name)):
        return context
    return replace(context, service=name.strip())


def _bare(text: str, head: Head, row: Row) -> Target | None:
    """A figure without a unit, which its row, its column, the table or the metric gives it."""
    figures = [bare_figure(part) for part in re.split(r"\s*[-\u2013]\s*", text, maxsplit=1)]
    values = [value for value in figures if value is not None]
    if not values or len(values) < len(figures):
        return None
    unit = row.unit or head.unit or _implied(max(values), row)
    if unit is None:
        return None
    sign = row.sign or _sign(text)
    return Target(Quantity(value=max(values), unit=unit), sign, 0, len(text))


def _sign(text: str) -> Comparator | None:
    match = re.search(r"\d", text)
    found = comparator_before(text, match.start()) if match else None
    return found[0] if found else None


def _implied(value: Decimal, row: Row) -> str | None:
    """Per cent, where the metric is measured in nothing else and the figure can be a share."""
    metric = next(iter(row.context.metrics), None)
    if metric is Metric.CUSTOMER_SATISFACTION and value <= _BEST_SCORE:
        return "score"
    only = metric is not None and metric is not Metric.OTHER and TAXONOMY[metric].dimensions == (Dimension.PERCENT,)
    return "percent" if only and "." in str(value) and value <= 100 else None


def _plain(target: Target, span: Span, row: Row, *, bare: bool) -> list[LevelEntry]:
    """The levels of one target: one for each class of its context; a share of cases belongs to the limit that the row or column states."""
    context, quantity = row.context, target.quantity
    if row.limit and not context.certain and quantity.unit == "percent" and not _takes_percent(row):
        limit = row.limit
        if several := _limits(limit, context, quantity.value):
            return several
        share = Target(limit.quantity, limit.comparator, 0, 0, attainment=quantity.value, window=target.window)
        return _plain(share, limit.span, replace(row, limit=None), bare=False)
    metric = context.certain or _metric(row, quantity)
    if metric is None or (quantity.unit == "count" and target.comparator is None and not bare):
        return []
    if context.business and quantity.unit in ("minute", "hour", "day"):
        quantity = Quantity(value=quantity.value, unit=f"business_{quantity.unit}")
    signs = {"cell", "whole-cell"} | ({"bare-figure"} if bare else set()) | ({"comparator"} if target.comparator else set())
    signs |= {"metric-other"} if metric is Metric.OTHER else {"metric-row" if metric in row.local else "metric-heading"}
    signs |= {"class-context"} if context.priorities else set()
    signs |= {"service-inferred"} if context.service else set()
    signs |= {"promising-section"} if context.promises else set()
    return [
        _settled(
            LevelEntry(
                ServiceLevel(
                    metric=metric,
                    comparator=target.comparator or row.sign or TAXONOMY[metric].comparator,
                    value=quantity.value,
                    unit=quantity.unit,
                    attainment=target.attainment,
                    statistic=row.statistic or (context.statistic if TAXONOMY[metric].window else None),
                    priority=priority,
                    service=context.service,
                    window=target.window or (context.window if TAXONOMY[metric].window else None),
                ),
                span,
                0.95,
                target.disagrees,
                frozenset(signs),
            ),
            row,
        )
        for priority in context.priorities or (None,)
    ]


def _limits(limit: Limit, context: Context, share: Decimal) -> list[LevelEntry]:
    """The levels of a row's name that states several times, each with the share: "on site within 1 hour; restored within 4 hours"."""
    said = [e for e in read_promises(limit.cell, replace(context, metrics=(), promises=True)) if e.level.target.dimension in _TIMES]
    if len(said) < 2:
        return []
    return [replace(e, level=e.level.model_copy(update={"attainment": share}), signs=e.signs | {"cell", "metric-cell"}) for e in said]


def _metric(row: Row, quantity: Quantity) -> Metric | None:
    """The metric of a figure: of those that the row and column name, else of those that stand over the table."""
    shares = quantity.unit == "percent" and quantity.value > _MOST_ERRORS
    if shares and ON_TIME.search(row.words) and not _takes_percent(row):
        return Metric.ON_TIME_DELIVERY
    delivered = row.local[:1] in ((Metric.TURNAROUND_TIME,), (Metric.REPORTING_TIME,))
    if shares and delivered:
        return Metric.ON_TIME_DELIVERY
    waits = quantity.dimension is Dimension.BUSINESS_TIME or (quantity.size() or 0) > _LONGEST_CALL
    if row.local[:1] == (Metric.ANSWER_TIME,) and quantity.dimension in _TIMES and waits:
        return Metric.RESPONSE_TIME
    if (found := next((m for m in row.local if fits(m, quantity)), None)) is Metric.OTHER and quantity.dimension in _TIMES:
        return Metric.TURNAROUND_TIME
    if found:
        return Metric.ACCURACY if found is Metric.ERROR_RATE and quantity.unit == "percent" and quantity.value > _MOST_ERRORS else found
    named = [m for m in row.local if m is not Metric.OTHER]
    above = None if named else next((m for m in row.context.metrics if fits(m, quantity)), None)
    return Metric.TURNAROUND_TIME if above is Metric.OTHER and quantity.dimension in _TIMES else above


def _takes_percent(row: Row) -> bool:
    """Whether the metric that the row names is itself a percentage."""
    percent = Quantity(value=Decimal(1), unit="percent")
    named: Sequence[Metric] = [m for m in row.local or row.context.metrics if m is not Metric.OTHER][:1]
    return any(fits(m, percent) for m in named)


def _settled(entry: LevelEntry, row: Row) -> LevelEntry:
    """The entry with the metric that its unit tells: a response within milliseconds, or of a page within seconds, is a system's."""
    level = entry.level
    words = f"{row.context.about} {level.service or ''} {row.words}"
    machine = level.unit == "millisecond" or (level.unit == "second" and level.value <= _LONGEST_PAGE and MACHINE.search(words))
    if row.context.certain:
        return entry
    if level.metric is Metric.ANSWER_TIME and (level.target.dimension is Dimension.BUSINESS_TIME or WRITTEN.search(row.words)):
        return replace(entry, level=level.model_copy(update={"metric": Metric.RESPONSE_TIME}))
    if level.metric is Metric.RESPONSE_TIME and machine:
        return replace(entry, level=entry.level.model_copy(update={"metric": Metric.LATENCY}))
    return entry
