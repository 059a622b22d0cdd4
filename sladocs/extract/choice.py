"""Which metric a figure belongs to: what is done within it, what it is the size of, or what stands over its passage."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from typing import Final

from sladocs.extract.acts import Act, find_acts
from sladocs.extract.context import Context
from sladocs.extract.en import negatives as no
from sladocs.extract.en.measures import BY_PHONE, OPEN, SURE, UP
from sladocs.extract.en.quantities import QuantityMention
from sladocs.extract.governing import LIMIT, TIMES, WORDS, governing_act
from sladocs.extract.mentions import Mentions, MetricMention, find_metrics
from sladocs.model.metrics import TAXONOMY, Metric
from sladocs.model.quantity import Dimension, Quantity

_RATES: Final = re.compile(r"per_\w+|[gmk]bps")
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
    if metric in (Metric.LATENCY, Metric.JITTER) and (quantity.dimension is not Dimension.TIME or (quantity.size() or 0) > _LONGEST_WAIT):
        return False
    if metric in _OPEN_FIT:
        return _OPEN_FIT[metric](quantity)
    return quantity.dimension in TAXONOMY[metric].dimensions


_LONGEST_WAIT: Final = Decimal(3600)
"""The longest latency, in seconds."""


def _fitting(metric: Metric, quantity: Quantity) -> Metric:
    """The metric, or the response time that is meant where a wait is too long for a call or a machine."""
    long = quantity.dimension is Dimension.BUSINESS_TIME or (
        quantity.dimension is Dimension.TIME and (quantity.size() or 0) > _LONGEST_CALL
    )
    return Metric.RESPONSE_TIME if metric is Metric.ANSWER_TIME and long else metric


_LONGEST_CALL: Final = Decimal(300)
"""The longest time, in seconds, for which somebody waits on the telephone."""


@dataclass(frozen=True, slots=True)
class Choice:
    """The metric of a figure, whether its own passage names it, and the deed that does where one does.

    `weak` tells that the naming words often mean something else.
    """

    metric: Metric
    local: bool
    weak: bool = False
    act: Act | None = None


def choose(quantity: QuantityMention, mentions: Mentions, context: Context, *, cell: bool) -> Choice | None:
    """The metric of a figure: the cheapest of those named beside it, else the nearest named above it."""
    value = quantity.quantity
    if notice := _notice(quantity, mentions, context):
        return notice
    acts = _acts(mentions) if value.dimension in TIMES else ()
    acts = [replace(a, metric=_fitting(a.metric, value)) if a.metric else a for a in acts]
    governing = governing_act(quantity, mentions, acts)
    if governing and governing.barred:
        return None
    names = [replace(m, metric=_fitting(m.metric, value)) for m in _names(mentions, acts)]
    open_ones = [m for m in _open_names(mentions, names) if m.metric is not Metric.TURNAROUND_TIME or m.end <= quantity.lead]
    priced = [(cost, m) for m in (*names, *open_ones) if fits(m.metric, value) and (cost := _cost(m, quantity, mentions)) is not None]
    named = [(cost, m) for cost, m in priced if m.metric is not Metric.OTHER]
    priced = named or priced
    costs = [(cost, _named(m)) for cost, m in priced]
    if governing and governing.metric and fits(governing.metric, value):
        nearest = min(
            (
                cost
                for cost, m in priced
                if not _acted_on(m, governing, quantity, mentions) and (m.start < quantity.lead or cost <= _BESIDE)
            ),
            default=_REACH,
        )
        if not (nearest <= _BESIDE or (governing.plain and nearest < _FAR)):
            costs = [(_BESIDE, Choice(governing.metric, local=True, weak=governing.plain, act=governing))]
    above = next((m for m in (_fitting(over, value) for over in context.metrics) if fits(m, value)), None)
    if costs:
        cost, best = min(costs, key=lambda c: c[0])
        verb = governing is not None and best.act is governing and not best.weak
        beside = not cell and best.act is None and quantity.lead < quantity.start and cost <= _WEAK + _CLOSE
        loose = best.weak and not beside
        if not (above and above is not Metric.OTHER and ((cell and not verb) or loose or cost > _FAR)):
            return _settled(best, quantity, mentions)
    if above and (cell or context.promises):
        return _settled(Choice(above, local=False, act=governing), quantity, mentions)
    classed = mentions.priorities or (context.priorities and _TARGET.match(mentions.text))
    if not (costs or cell) and value.dimension in TIMES and classed and len(mentions.text) < _LINE:
        return Choice(Metric.TURNAROUND_TIME if no.ORDERS.search(context.about) else Metric.RESPONSE_TIME, local=False)
    return None


_TARGET: Final = re.compile(
    r"\W*(?:(?:our|the|service|agreed|maximum|max\.?|standard|sla)\s+)*(?:targets?|goals?|standards?|objectives?|deadlines?|aims?|slas?|commitments?|promises?"
    r"|time\s*(?:scale|frame|limit)s?|times?)(?:\s+(?:time|timescale|date|is|of))*\s*(?::|[-\u2013\u2014=]|\b(?=within))",
    re.IGNORECASE,
)
"""What labels the figure of a class that stands over it: "Target: within a day"."""
_LINE: Final = 70
"""The length of a line that says nothing but a class and its time."""


_REACH: Final = 260
_FAR: Final = 90
_WEAK: Final = 60
"""The surcharge for words that often mean something else."""
_CLOSE: Final = 14
"""Up to which cost a word that often means something else is believed rather than the headings."""
_BESIDE: Final = 8
"""Up to which cost a name stands right beside its figure, so that no verb overrules it."""
_CLOCK_START: Final = re.compile(r"\s*(?:of|after|from|following|once|since|upon)\b", re.IGNORECASE)
"""Words behind a time before that from which it runs: "within 12 hours of the problem being resolved"."""


def _acted_on(name: MetricMention, act: Act, quantity: QuantityMention, mentions: Mentions) -> bool:
    """Whether a name between a deed and its time is what the deed is done to: "notifies of an outage within"."""
    if any(act.end <= q.start and q.end <= name.start for q in mentions.quantities):
        return False
    return act.end <= name.start < quantity.lead and not _COPULA.search(mentions.text, name.end, quantity.lead)


_COPULA: Final = re.compile(r"[:=]|\b(?:of|is|are|be|at|for)\s*$", re.IGNORECASE)


def _named(mention: MetricMention) -> Choice:
    return Choice(mention.metric, local=True, weak=mention.weak)


def _acts(mentions: Mentions) -> list[Act]:
    """The deeds of a passage, but none inside a metric's own name ("mean time to repair")."""
    names = [m for m in mentions.metrics if not m.weak and " " in mentions.text[m.start : m.end]]
    return [a for a in find_acts(mentions.text) if not any(m.start < a.start and a.end <= m.end for m in names)]


def _names(mentions: Mentions, acts: Sequence[Act]) -> list[MetricMention]:
    """The metrics that a passage names, but not where a deed has understood the same words better."""
    kept = [m for m in mentions.metrics if all(m.end <= a.first or m.start >= a.last for a in acts if not a.plain)]
    deeds = [MetricMention(a.start, a.last, a.metric) for a in acts if a.metric and not a.plain and not a.customers]
    return [*kept, *deeds]


def _open_names(mentions: Mentions, taken: Sequence[MetricMention]) -> list[MetricMention]:
    """Measures without a name of their own, where no name stands."""
    return [m for m in _measures(mentions.text) if all(m.end <= k.start or m.start >= k.end for k in taken)]


@lru_cache(maxsize=64)
def _measures(text: str) -> tuple[MetricMention, ...]:
    """Every measure of a text by the way in which its name is formed."""
    return tuple(
        MetricMention(m.start(), m.end(), metric, weak=weak)
        for pattern, metric, weak in _open_measures(text)
        for m in pattern.finditer(text)
    )


def names_measure(text: str) -> bool:
    """Whether a term names a measure: "Fix Time", "Correction Period"."""
    return bool(find_metrics(text)) or any(pattern.search(text) for pattern, metric in OPEN if metric in SURE)


def _open_measures(text: str) -> list[tuple[re.Pattern[str], Metric, bool]]:
    """The ways of forming a measure's name; a share of the time is one of availability where something is said to be up."""
    up = bool(UP.search(text))
    return [(pattern, metric, not (metric in SURE or (metric is Metric.AVAILABILITY and up))) for pattern, metric in OPEN]


def _cost(metric: MetricMention, quantity: QuantityMention, mentions: Mentions) -> int | None:
    """How far a metric's name stands from a figure, in characters, with surcharges for what lies between."""
    text = mentions.text
    before = metric.end <= quantity.lead
    between = text[metric.end : quantity.lead] if before else text[quantity.end : metric.start]
    if len(between) > _REACH:
        return None
    if _SHARE_OF.match(text, metric.start) and (before or between.strip()):
        return None
    if not before and text[metric.end :].lstrip().startswith(":"):
        return None
    cost = len(between) + (_WEAK if metric.weak else 0)
    if not before:
        cost += (15 if between.strip() else 3) + (120 if _CLOCK_START.match(between) else 0)
        cost += 60 if "," in between and WORDS.search(text[: quantity.lead]) else 0
        cost += 80 if _NEW_CLAUSE.search(between) and WORDS.search(text[: quantity.lead]) else 0
    cost += 70 * len(re.findall(r";|\.\s|\n", between))
    cost += 40 * sum(
        1
        for q in mentions.quantities
        if q is not quantity and (metric.end <= q.start < quantity.start or quantity.end <= q.start < metric.start)
    )
    return cost if cost < _REACH else None


_SHARE_OF: Final = re.compile(r"(?:of|older)\s", re.IGNORECASE)
"""The beginning of a measure that is a share, and stands right behind its figure."""
_NEW_CLAUSE: Final = re.compile(r",\s*(?:and|but|or|while|whereas|with)\b|\band\s+(?:shall|will|must|an?|the|to)\b", re.IGNORECASE)


def _notice(quantity: QuantityMention, mentions: Mentions, context: Context) -> Choice | None:
    """Notice before planned work."""
    text = mentions.text
    if quantity.quantity.dimension not in TIMES or LIMIT.match(text, quantity.lead):
        return None
    if _SOON.match(text, quantity.lead) and not _EARLY.search(text, quantity.end, quantity.end + 40):
        return None
    near = text[max(0, quantity.lead - 70) : quantity.end + 90]
    if not no.AHEAD.search(near) or re.match(
        r"\s*(?:of|after|from)\s+(?:receipt|receiving|the\s+incident|detection|discovery|becoming)", text[quantity.end :], re.IGNORECASE
    ):
        return None
    about = no.MAINTENANCE.search(text) or no.MAINTENANCE.search(context.about) or _ANNOUNCED.search(near)
    return Choice(Metric.MAINTENANCE_NOTICE, local=True) if about and not no.COMMERCIAL.search(near) else None


_ANNOUNCED: Final = re.compile(r"\b(?:works?|interruptions?|anything)\b[^.;]{0,40}\bannounced\b", re.IGNORECASE)
_SOON: Final = re.compile(r"(?:within|inside|by|no\s+later\s+than|not\s+later\s+than)\b", re.IGNORECASE)
_EARLY: Final = re.compile(r"\b(?:before|prior|advance|ahead)", re.IGNORECASE)
_DISASTER: Final = re.compile(
    r"\bdisasters?\b|\bloss\s+of\s+(?:a|the)\s+(?:site|data\s+cent)|\b(?:alternate|secondary"
    r"|standby)\s+site\b",
    re.IGNORECASE,
)
_A_MACHINES: Final = Decimal(30)
"""The longest response, in seconds, that only a machine gives."""


def _settled(choice: Choice, quantity: QuantityMention, mentions: Mentions) -> Choice:
    """The choice, of a response in seconds that of a system, or of those who answer calls."""
    size = quantity.quantity.size()
    if choice.metric is Metric.RESTORATION_TIME and _DISASTER.search(mentions.text):
        return Choice(Metric.RECOVERY_TIME, choice.local, choice.weak, choice.act)
    open_one = choice.metric is Metric.TURNAROUND_TIME and choice.weak and choice.act is None
    if (
        not (choice.metric is Metric.RESPONSE_TIME or open_one)
        or quantity.quantity.dimension is not Dimension.TIME
        or size is None
        or size > _A_MACHINES
    ):
        return choice
    by_phone = BY_PHONE.search(mentions.text) and quantity.quantity.unit != "millisecond"
    metric = Metric.ANSWER_TIME if by_phone else Metric.LATENCY
    return Choice(metric, choice.local, choice.weak, choice.act)
