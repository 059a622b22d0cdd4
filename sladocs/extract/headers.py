"""What the words of a header say of the cells that it heads: what they hold, and the metric, class, unit or plan that they share."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from sladocs.extract.columns import header_words
from sladocs.extract.en.heads import BESIDE, CONDITION, GENERIC, GENERIC_CLASS, HEAD_METRICS, HEADS, PROMISING, UNIT, Column
from sladocs.extract.en.quantities import QuantityMention, find_quantities
from sladocs.extract.en.windows import find_statistic
from sladocs.extract.mentions import MetricMention, find_metrics, is_priority
from sladocs.extract.places import CellSpan, Span
from sladocs.model.metrics import Metric, Statistic
from sladocs.model.quantity import Comparator, Dimension, Quantity

LONGEST_HEAD: Final = 80
RANKED: Final = (
    Metric.RESPONSE_TIME, Metric.RESTORATION_TIME, Metric.RESOLUTION_TIME, Metric.UPDATE_INTERVAL, Metric.ONSITE_TIME,
    Metric.NOTIFICATION_TIME, Metric.REPLACEMENT_TIME, Metric.MTTR, Metric.TURNAROUND_TIME,
)  # fmt: skip
"""Metrics that classes of incidents limit: beside others "high" and "critical" describe the thing that is measured."""


@dataclass(frozen=True, slots=True)
class Limit:
    """A figure that a header or a row's name states, of which the cells say the share of cases: "answered within 20 seconds"."""

    quantity: Quantity
    comparator: Comparator | None
    span: Span
    cell: Span
    """The cell in which it stands."""


@dataclass(frozen=True, slots=True)
class Head:
    """A column: what it holds, its header's words, and what they say of all its cells.

    `service` are the words left over, which name what the cells are limited to where several columns differ by them.
    """

    column: Column
    text: str = ""
    metric: Metric | None = None
    priority: str | None = None
    unit: str | None = None
    service: str | None = None
    statistic: Statistic | None = None
    condition: str | None = None
    limit: Limit | None = None
    promising: bool = False
    metrics: tuple[Metric, ...] = ()
    """All metrics that the header names, in its order: "Response / Resolution"."""


def read_head(cells: Sequence[CellSpan | None], spanning: Sequence[bool]) -> Head:
    """A column by its header cells from the top, of which some also stand over neighbours: what a lower cell says goes before."""
    own: list[tuple[CellSpan, bool]] = []
    for cell, wide in zip(cells, spanning, strict=True):
        if cell is not None and not cell.empty and all(cell is not other for other, _ in own):
            own.append((cell, wide))
    if not own:
        return Head(Column.UNKNOWN)
    text = " ".join(dict.fromkeys(" ".join(cell.span.text.split()) for cell, _ in own))
    if len(own) == 1 or not any(wide for _, wide in own[:-1]):
        whole = _whole(text, own)
        if len(own) == 1 or whole.column is not Column.UNKNOWN:
            return whole
    head = _piece(own[-1][0].span)
    for cell, wide in reversed(own[:-1]):
        head = _under(head, _piece(cell.span), wide=wide)
    return replace(head, text=text)


def _whole(text: str, cells: Sequence[tuple[CellSpan, bool]]) -> Head:
    """A header as one phrase, broken over several cells as it may be."""
    span = cells[-1][0].span if len(cells) == 1 else Span(cells[0][0].span.block, cells[0][0].span.start, text, text)
    head = _piece(span)
    return replace(head, limit=None) if len(cells) > 1 else head


def _under(head: Head, above: Head, *, wide: bool) -> Head:
    """A header with the one over it. One over several columns names their common metric, or the axis that the lower ones divide."""
    words = head.service or (head.text.strip() or None)
    if wide and above.column is Column.PRIORITY and head.column in (Column.UNKNOWN, Column.VALUE, Column.TARGET):
        head = replace(head, column=Column.VALUE, priority=head.priority or words, service=None)
    elif wide and above.column is Column.SERVICE and head.column is Column.UNKNOWN:
        head = replace(head, column=Column.VALUE, service=words)
    plan = head.column in (Column.KEY, Column.LABEL, Column.TEXT) or GENERIC_CLASS.fullmatch(head.text)
    column = Column.UNKNOWN if wide and plan and head.column is not Column.VALUE else head.column
    if column is not head.column:
        words = head.text.strip()
        head = replace(head, service=words)
    if column in (Column.UNKNOWN, Column.TARGET) and above.column in (Column.VALUE, Column.TARGET, Column.MINIMUM):
        column = Column.VALUE
    elif column is Column.UNKNOWN and not wide:
        column = above.column
    return replace(
        head,
        column=column,
        metric=head.metric or above.metric,
        metrics=head.metrics or above.metrics,
        priority=head.priority or above.priority,
        unit=head.unit or above.unit,
        service=head.service or (above.service if above.column in (Column.UNKNOWN, Column.VALUE) else None),
        statistic=head.statistic or above.statistic,
        condition=head.condition or above.condition,
        limit=head.limit or above.limit,
        promising=head.promising or above.promising,
    )


def _piece(span: Span) -> Head:
    """One header cell: its column by its words, else by what they mention."""
    text = span.text
    if len(text) > LONGEST_HEAD:
        return Head(Column.TEXT, text)
    if CONDITION.fullmatch(header_words(text)) and _exact(_plain(text)) is Column.UNKNOWN:
        return Head(Column.VALUE, text, condition=text.strip())
    plain = _plain(text)
    column = _exact(plain)
    head = Head(column, text, unit=unit_of(text), promising=bool(PROMISING.search(plain)))
    if column in (Column.UNKNOWN, Column.TARGET, Column.WINDOW, Column.BAND):
        return _valued(head, span, plain)
    return head


def _exact(plain: str) -> Column:
    return next((column for column, pattern in HEADS if plain and pattern.fullmatch(plain)), Column.UNKNOWN)


def name_metrics(text: str) -> list[MetricMention]:
    """The metrics that a header or the name of a row mentions, the certain ones first."""
    found = sorted(find_metrics(text), key=lambda m: m.weak)
    if any(not m.weak for m in found):
        return found
    more = [MetricMention(m.start(), m.end(), metric, weak=True) for metric, pattern in HEAD_METRICS if (m := pattern.search(text))]
    return [*found, *(m for m in more if all(m.end <= f.start or m.start >= f.end for f in found))]


def _plain(text: str) -> str:
    """A header's words in lower case without its unit and its marks of notes."""
    text = re.sub(r"(?<=\w)\s*\(s\)", "", text)
    words = header_words(UNIT.sub(_without_unit, text) if not text.strip().startswith("(") else text)
    return " ".join(re.sub(r"[*\u2020\u2021]|\s*\(s\)|(?<=[a-z][a-z][a-z])\d$", "", words).split())


def _without_unit(match: re.Match[str]) -> str:
    """What is left of a bracket or an ending that could be a unit: nothing of a unit, the words of anything else."""
    name = match["unit"] or match["unit2"] or match["unit3"]
    return " " if unit_called(name.split(" of ")[0]) else f" {name} " if match["unit"] else match[0]


def _valued(head: Head, span: Span, plain: str) -> Head:
    """A header that may head figures, with the metric, class, statistic and limit that it mentions and the words left over."""
    found = name_metrics(plain)
    best = found[0] if found else None
    if head.column is Column.BAND:
        return replace(head, metric=best.metric if best else None)
    if head.column is Column.UNKNOWN and BESIDE.search(plain) and not (best and not best.weak and not _beside_only(plain)):
        return replace(head, column=Column.BESIDE)
    times = _times(plain)
    rest = _rest(plain, found, times)
    label = _class(head.text, rest, best)
    statistic = find_statistic(plain) if head.column is not Column.WINDOW else None
    limit = _limit(span) if times and not best and not label else None
    named = bool(best or (head.column is Column.UNKNOWN and (label or statistic or limit)))
    return replace(
        head,
        column=Column.VALUE if named else head.column,
        metric=best.metric if best else None,
        metrics=tuple(dict.fromkeys(m.metric for m in sorted(found, key=lambda m: m.start))),
        priority=label,
        statistic=statistic,
        limit=limit,
        service=None if label or head.column is not Column.UNKNOWN else _as_written(head.text, rest, whole=not found),
    )


_ACHIEVED: Final = re.compile(
    r"\b(?:achieved|actuals?|attained|last|previous|prior|current(?:ly)?|baseline|history|historical|trend|failure|breach|amber|red)\b"
)


def _beside_only(plain: str) -> bool:
    """Whether a header that names a metric speaks of something else than its promise: "Availability achieved"."""
    return bool(_ACHIEVED.search(plain))


def _times(plain: str) -> list[QuantityMention]:
    return [q for q in find_quantities(plain) if q.quantity.dimension in (Dimension.TIME, Dimension.BUSINESS_TIME)]


def _limit(span: Span) -> Limit | None:
    found = _times(span.text)
    if len(found) != 1:
        return None
    return Limit(found[0].quantity, found[0].comparator, span.part(found[0].lead, found[0].end), span)


def _rest(plain: str, metrics: Sequence[MetricMention], times: Sequence[QuantityMention]) -> str:
    """The words of a header that are neither a metric nor a figure, nor such as stand in every header."""
    taken = [(m.start, m.end) for m in metrics] + [(q.lead, q.end) for q in times]
    kept = "".join(" " if any(start <= place < end for start, end in taken) else char for place, char in enumerate(plain))
    return " ".join(re.sub(r"[^\w\s/&+.-]|(?<!\w)[-/&+.]+(?!\w)", " ", GENERIC.sub(" ", kept)).split())


def _class(text: str, rest: str, metric: MetricMention | None) -> str | None:
    """The class of incidents that a header names, alone or before a metric that classes limit: "P1", "Critical response"."""
    if metric is None:
        return text.strip() if is_priority(text) and not GENERIC_CLASS.fullmatch(text) else None
    if (
        metric.metric not in RANKED
        or not rest
        or not is_priority(rest)
        or re.fullmatch(r"\W*(?:\d|[a-e]|normal|standard|routine|planning)\W*", rest)
    ):
        return None
    place = text.lower().find(rest)
    return text[place : place + len(rest)] if place >= 0 else rest


def _as_written(text: str, rest: str, *, whole: bool) -> str | None:
    """The left-over words as the header writes them; all of it where it names no metric."""
    if not re.search(r"[a-z0-9]", rest):
        return None
    text = " ".join(UNIT.sub(_without_unit, text).split()).strip(" *\u2020\u2021:")
    place = text.lower().find(rest)
    return text if whole or place < 0 else text[place : place + len(rest)]


def unit_of(text: str) -> str | None:
    """The unit that a header names for its cells."""
    for match in UNIT.finditer(text):
        name = (match["unit"] or match["unit2"] or match["unit3"]).strip().split(" of ")[0]
        if found := unit_called(name):
            return found
    return None


def unit_called(name: str) -> str | None:
    """The unit whose name a text is and nothing else: "hrs", "%", "business hours"."""
    words = name.strip()
    found = find_quantities(f"2 {words}") if words and not re.search(r"\d", words) and not find_quantities(words) else []
    return found[0].quantity.unit if len(found) == 1 and (found[0].start, found[0].end) == (0, len(words) + 2) else None
