"""From the mentions of one passage to service levels: which metric, priority and share of cases each figure belongs to."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from sladocs.extract.context import Context
from sladocs.extract.en import negatives as no
from sladocs.extract.en.quantities import QuantityMention
from sladocs.extract.entries import LevelEntry
from sladocs.extract.mentions import GATE, Mentions, MetricMention, PriorityMention, passages, read_mentions
from sladocs.extract.places import Span
from sladocs.model.agreement import ServiceLevel
from sladocs.model.metrics import TAXONOMY, Metric, Window
from sladocs.model.quantity import Comparator, Dimension, Quantity

_TIMES: Final = (Dimension.TIME, Dimension.BUSINESS_TIME, Dimension.MONTHS)
_RATES: Final = re.compile(r"per_\w+|[gmk]bps")
_INTERVAL: Final = (Metric.UPDATE_INTERVAL, Metric.BACKUP_FREQUENCY)
_OPEN_FIT: Final[Mapping[Metric, Callable[[Quantity], bool]]] = {
    Metric.THROUGHPUT: lambda q: bool(_RATES.fullmatch(q.unit)),
    Metric.CAPACITY: lambda q: q.dimension in (Dimension.PERCENT, Dimension.OTHER) and not _RATES.fullmatch(q.unit),
    Metric.BACKLOG: lambda q: q.dimension is Dimension.OTHER or q.unit == "percent",
    Metric.DURABILITY: lambda q: q.unit == "percent",
    Metric.STAFFING: lambda q: q.dimension in (Dimension.PERCENT, Dimension.OTHER),
    Metric.OTHER: lambda _: True,
}


def fits(metric: Metric, quantity: Quantity) -> bool:
    """Whether a target of the metric can be written in the quantity's unit."""
    if metric in _OPEN_FIT:
        return _OPEN_FIT[metric](quantity)
    return quantity.dimension in TAXONOMY[metric].dimensions


@dataclass(frozen=True, slots=True)
class _Choice:
    metric: Metric
    local: bool
    weak: bool = False


def read_promises(span: Span, context: Context, *, cell: bool = False) -> list[LevelEntry]:
    """The service levels that a passage promises under its context; `cell` tells that it is a table's target cell."""
    return [entry for piece in passages(span) for entry in _of_passage(piece, context, cell=cell)]


def _of_passage(span: Span, context: Context, *, cell: bool) -> list[LevelEntry]:
    if not GATE.search(span.text):
        return []
    mentions = read_mentions(span.text)
    if not mentions.quantities or (not cell and _says_none(mentions, context)):
        return []
    entries: list[LevelEntry] = []
    for quantity in mentions.quantities:
        choice = _metric(quantity, mentions, context, cell=cell)
        if choice is None or _barred(quantity, choice, mentions, context, cell=cell):
            continue
        entries += _entries(quantity, choice, mentions, context, span, cell=cell)
    return entries


def _says_none(mentions: Mentions, context: Context) -> bool:
    """Whether a sentence as a whole promises nothing."""
    text = mentions.text
    if context.barred or (context.remedy and not any(m.metric is not Metric.AVAILABILITY and not m.weak for m in mentions.metrics)):
        return True
    return any(pattern.search(text) for pattern in (no.CUSTOMER, no.EXAMPLE, no.NON_BINDING, no.PLACEHOLDER)) or bool(
        no.DEFINITION.match(text)
    )


def _metric(quantity: QuantityMention, mentions: Mentions, context: Context, *, cell: bool) -> _Choice | None:
    """The metric of a figure: the cheapest of those named beside it, else the nearest named above it."""
    value = quantity.quantity
    if notice := _notice(quantity, mentions, context):
        return notice
    found = [(cost, m) for m in mentions.metrics if fits(m.metric, value) and (cost := _distance(m, quantity, mentions)) is not None]
    above = next((m for m in context.metrics if fits(m, value)), None)
    if found:
        cost, best = min(found, key=lambda f: f[0])
        if not (above and above is not Metric.OTHER and (cell or best.weak or cost > _FAR)):
            return _Choice(best.metric, local=True, weak=best.weak)
    if above and (cell or context.promises):
        return _Choice(above, local=False)
    return None


def _distance(metric: MetricMention, quantity: QuantityMention, mentions: Mentions) -> int | None:
    """How far a metric's name stands from a figure, in characters, with surcharges for what lies between."""
    before = metric.end <= quantity.lead
    between = mentions.text[metric.end : quantity.lead] if before else mentions.text[quantity.end : metric.start]
    if len(between) > _REACH:
        return None
    cost = len(between) + (0 if before else 15) + (60 if metric.weak else 0)
    cost += 120 if not before and _CLOCK_START.match(between) else 0
    cost += 70 * len(re.findall(r";|\.\s|\n", between))
    cost += 40 * sum(
        1
        for q in mentions.quantities
        if q is not quantity and (metric.end <= q.start < quantity.start or quantity.end <= q.start < metric.start)
    )
    return cost if cost < _REACH else None


def _notice(quantity: QuantityMention, mentions: Mentions, context: Context) -> _Choice | None:
    """Notice before planned work."""
    text = mentions.text
    if quantity.quantity.dimension not in _TIMES:
        return None
    near = text[max(0, quantity.lead - 70) : quantity.end + 90]
    if not no.AHEAD.search(near) or re.match(
        r"\s*(?:of|after|from)\s+(?:receipt|receiving|the\s+incident|detection|discovery|becoming)", text[quantity.end :], re.IGNORECASE
    ):
        return None
    about = no.MAINTENANCE.search(text) or no.MAINTENANCE.search(context.about)
    return _Choice(Metric.MAINTENANCE_NOTICE, local=True) if about and not no.COMMERCIAL.search(near) else None


def _barred(quantity: QuantityMention, choice: _Choice, mentions: Mentions, context: Context, *, cell: bool) -> bool:
    """Whether the figure, though it could be read as that metric, promises something else or nothing."""
    text, value, metric = mentions.text, quantity.quantity, choice.metric
    if value.dimension is Dimension.MONEY or no.FEE_SHARE.match(text, quantity.end):
        return True
    if (
        quantity.start == quantity.lead
        and quantity.end - quantity.start < 10
        and value.value == 1
        and metric not in _INTERVAL
        and _is_interval(text, quantity)
    ):
        return True
    direction = TAXONOMY[metric].comparator.direction
    if quantity.comparator and direction and quantity.comparator.direction == -direction and metric not in _INTERVAL:
        return True
    if value.dimension in _TIMES and metric is Metric.MAINTENANCE_NOTICE and quantity.comparator is Comparator.MORE_THAN:
        return True
    if value.dimension in _TIMES and no.DURATION_OF.search(text, 0, quantity.lead):
        return True
    if cell:
        return False
    if not context.promises and metric in _QUICK and value.dimension is Dimension.TIME and (value.size() or 0) >= _LONGEST_CLOCK:
        return True
    if metric is Metric.CAPACITY and value.unit == "percent" and quantity.comparator is None:
        return True
    if (value.unit in ("month", "quarter", "year") and metric not in _LONG) or (
        metric is Metric.AVAILABILITY and value.value < _LEAST_AVAILABILITY
    ):
        return True
    if value.unit in ("month", "quarter", "year", "week", "day") and "consecutive" in text[quantity.start : quantity.end].lower():
        return True
    if (
        value.dimension in _TIMES
        and no.REFUND.search(text)
        and metric in (Metric.DOWNTIME, Metric.REPORTING_TIME, Metric.NOTIFICATION_TIME, Metric.TURNAROUND_TIME)
    ):
        return True
    if value.dimension in _TIMES and _equivalent(quantity, mentions):
        return True
    if (
        value.dimension in _TIMES
        and no.COMMERCIAL.search(text)
        and (choice.weak or not choice.local or metric in (Metric.NOTIFICATION_TIME, Metric.TURNAROUND_TIME))
    ):
        return True
    if metric is Metric.NOTIFICATION_TIME and not (no.EVENT.search(text) or no.EVENT.search(context.about)):
        return True
    if (
        value.dimension in _TIMES
        and re.match(r"['\u2019]?\s*(?:prior\s+|advance\s+)?(?:written\s+)?(?:notice|experience)\b", text[quantity.end :], re.IGNORECASE)
        and metric is not Metric.MAINTENANCE_NOTICE
    ):
        return True
    told = quantity.comparator is not None or _TOLD.search(text, 0, quantity.lead) or choice.metric in context.metrics or mentions.shares
    return choice.weak and not (context.promises and told)


def _is_interval(text: str, quantity: QuantityMention) -> bool:
    return bool(re.fullmatch(r"(?:hourly|daily|nightly|weekly|(?:every|each|once).*)", text[quantity.start : quantity.end], re.IGNORECASE))


def _equivalent(quantity: QuantityMention, mentions: Mentions) -> bool:
    """Whether a time only repeats an availability in the same sentence in other words ("99.9 %, that is 43 minutes a month")."""
    if quantity.quantity.dimension is not Dimension.TIME:
        return False
    shares = [q for q in mentions.quantities if q.quantity.unit == "percent" and q.quantity.value > 50 and q.end <= quantity.start]
    return any(
        re.search(r"[(=\u2248~]|equal|i\.e\.|that\s+is|equivalent|approx|about|which\s+(?:is|means)", mentions.text[q.end : quantity.start])
        for q in shares
    )


def _entries(
    quantity: QuantityMention, choice: _Choice, mentions: Mentions, context: Context, span: Span, *, cell: bool
) -> Iterator[LevelEntry]:
    metric, value = choice.metric, quantity.quantity
    if context.business and value.unit in ("minute", "hour", "day") and metric is not Metric.MAINTENANCE_NOTICE:
        value = Quantity(value=value.value, unit=f"business_{value.unit}")
    own = [p.label for p in _priorities(quantity, mentions)]
    labels: Sequence[str | None] = own or list(context.priorities) or [None]
    for label in labels:
        level = ServiceLevel(
            metric=metric,
            comparator=_comparator(quantity, metric),
            value=value.value,
            unit=value.unit,
            attainment=_share(quantity, mentions),
            statistic=mentions.statistic or context.statistic,
            priority=label if metric not in _UNRANKED else None,
            service=context.service,
            window=_window(metric, mentions, context),
        )
        yield LevelEntry(level, _quote(quantity, span), _confidence(choice, context, cell=cell), quantity.disagrees)
        if metric in _UNRANKED:
            return


_REACH: Final = 260
_LEAST_AVAILABILITY: Final = 50
_QUICK: Final = (Metric.RESPONSE_TIME, Metric.UPDATE_INTERVAL, Metric.NOTIFICATION_TIME, Metric.RESTORATION_TIME, Metric.ANSWER_TIME)
"""Metrics whose targets are no weeks, unless a section on service levels says so."""
_LONG: Final = (Metric.RETENTION, Metric.MAINTENANCE_NOTICE, Metric.MTBF, Metric.BACKUP_FREQUENCY, Metric.RECOVERY_POINT)
"""Metrics whose targets in sentences may be months or years."""
_CLOCK_START: Final = re.compile(r"\s*(?:of|after|from|following|once|since|upon)\b", re.IGNORECASE)
"""Words behind a time before that from which it runs: "within 12 hours of the problem being resolved"."""
_LONGEST_CLOCK: Final = Decimal(14 * 86400)
_TOLD: Final = re.compile(r"(?:\bin|\bis|:|[-\u2013\u2014])\s*$")
"""What stands between the name of a metric and its figure where the sentence says nothing else."""
_FAR: Final = 90
_UNRANKED: Final = (Metric.MAINTENANCE_NOTICE, Metric.MAINTENANCE_TIME, Metric.RECOVERY_POINT, Metric.BACKUP_FREQUENCY, Metric.RETENTION)
"""Metrics that no priority limits: one named in the sentence belongs to something else."""


def _comparator(quantity: QuantityMention, metric: Metric) -> Comparator:
    usual = TAXONOMY[metric].comparator
    if metric in _INTERVAL or quantity.comparator is None:
        return usual
    return quantity.comparator


def _share(quantity: QuantityMention, mentions: Mentions) -> Decimal | None:
    """The share of cases that stands with the figure: before it, else the first behind it."""
    if quantity.quantity.unit == "percent" or not mentions.shares:
        return None
    before = [s for s in mentions.shares if s.end <= quantity.start]
    return before[-1].value if before else mentions.shares[0].value


def _window(metric: Metric, mentions: Mentions, context: Context) -> Window | None:
    """The period: only for metrics that are measured over one, unless a share of cases is."""
    if TAXONOMY[metric].window is None and not mentions.shares:
        return None
    return mentions.window or context.window


def _priorities(quantity: QuantityMention, mentions: Mentions) -> list[PriorityMention]:
    """The classes that a figure belongs to: the last before it, or the first behind it where the text names them behind its figures."""
    found = mentions.priorities
    if not found:
        return []
    first = min(q.start for q in mentions.quantities)
    if found[0].start < first:
        before = [p for p in found if p.end <= quantity.start]
        return _joined(before, mentions.text, last=True)
    after = [p for p in found if p.start >= quantity.end]
    following = next((q.start for q in mentions.quantities if q.start > quantity.start), len(mentions.text))
    return _joined([p for p in after if p.start < following], mentions.text, last=False)


def _joined(found: Sequence[PriorityMention], text: str, *, last: bool) -> list[PriorityMention]:
    """The group of classes nearest the figure: those joined by "/", "," or "and"."""
    if not found:
        return []
    ordered = list(reversed(found)) if last else list(found)
    group = [ordered[0]]
    for priority in ordered[1:]:
        left, right = (priority, group[-1]) if last else (group[-1], priority)
        if not re.fullmatch(r"\s*(?:/|,|and|or|&|,\s*and)\s*", text[left.end : right.start], re.IGNORECASE):
            break
        group.append(priority)
    return sorted(group, key=lambda p: p.start)


def _quote(quantity: QuantityMention, span: Span) -> Span:
    return span.part(quantity.lead, quantity.end)


def _confidence(choice: _Choice, context: Context, *, cell: bool) -> float:
    if cell:
        return 0.95 if not choice.local or not choice.weak else 0.85
    return (0.9 if choice.local and not choice.weak else 0.7) - (0 if context.promises else 0.1)
