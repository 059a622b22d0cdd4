"""From the mentions of one passage to service levels: which metric, priority and share of cases each figure belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from sladocs.extract.bars import INTERVALS, Candidate, barred, signs
from sladocs.extract.choice import choose, fits, names_measure
from sladocs.extract.context import Context
from sladocs.extract.en import negatives as no
from sladocs.extract.en.quantities import QuantityMention
from sladocs.extract.en.windows import find_window
from sladocs.extract.entries import LevelEntry
from sladocs.extract.governing import TIMES
from sladocs.extract.mentions import Mentions, PriorityMention, may_promise, passages, read_mentions
from sladocs.extract.places import Span
from sladocs.model.agreement import ServiceLevel
from sladocs.model.metrics import TAXONOMY, Metric, Window
from sladocs.model.quantity import Comparator, Quantity

__all__ = ["fits", "read_promises"]


def read_promises(span: Span, context: Context, *, cell: bool = False) -> list[LevelEntry]:
    """The service levels that a passage promises under its context; `cell` tells that it is a table's target cell."""
    return [entry for piece in passages(span) for entry in _of_passage(piece, context, cell=cell)]


def _of_passage(span: Span, context: Context, *, cell: bool) -> list[LevelEntry]:
    if not may_promise(span.text):
        return []
    mentions = read_mentions(span.text)
    if not mentions.quantities or (not cell and _says_none(mentions, context)):
        return []
    entries: list[LevelEntry] = []
    for quantity in mentions.quantities:
        choice = choose(quantity, mentions, context, cell=cell)
        if choice is None or barred(candidate := Candidate(quantity, choice, mentions, context, cell)):
            continue
        entries += _entries(candidate, span)
    return entries


def _says_none(mentions: Mentions, context: Context) -> bool:
    """Whether a sentence as a whole promises nothing."""
    text = mentions.text
    defined = no.DEFINITION.match(text)
    if defined and _is_defined_level(defined, mentions):
        return bool(no.PLACEHOLDER.search(text))
    if context.barred or (context.remedy and not any(m.metric is not Metric.AVAILABILITY and not m.weak for m in mentions.metrics)):
        return True
    if any(pattern.search(text) for pattern in (no.NON_BINDING, no.PLACEHOLDER)) or no.EXAMPLE.search(_ASIDE.sub(" ", text)):
        return True
    return bool(defined and not _NAMED_LEVEL.search(defined[0]))


_IN_HOURS: Final = re.compile(
    r"(?:\s+[\w-]+){0,4}?\s+(?:during|in)\s+(?:normal\s+|regular\s+|our\s+|the\s+|standard\s+)*(?:business|working|office"
    r"|support)\s+hours\b",
    re.IGNORECASE,
)
"""Words behind a time that let its clock run in working hours only."""


def _is_defined_level(defined: re.Match[str], mentions: Mentions) -> bool:
    """Whether a definition says nothing but the figure of a term that names a measure: "Fix Time" means six hours."""
    first = mentions.quantities[0]
    direct = 0 <= first.lead - defined.end() <= _BRIEF_GAP and not re.search(
        r"\b(?:period|any|where)\b", mentions.text[defined.end() : first.lead]
    )
    return direct and first.comparator is not Comparator.MORE_THAN and bool(_MEASURE.search(defined[0])) and names_measure(defined[0])


_BRIEF_GAP: Final = 25
_MEASURE: Final = re.compile(
    r"\b(?:times?|periods?|targets?|levels?|objectives?|goals?|commitments?|standards?|percentages?|rates?"
    r"|guarantees?|intervals?)\b",
    re.IGNORECASE,
)


_ASIDE: Final = re.compile(r"\([^()]*\)")
_NAMED_LEVEL: Final = re.compile(
    r"\b(?:service\s+levels?|targets?|objectives?|standards?|guarantees?|commitments?|sla|slo|rto|rpo|goals?)\b", re.IGNORECASE
)
"""Words in a defined term that tell that its definition is the promise."""


def _entries(candidate: Candidate, span: Span) -> Iterator[LevelEntry]:
    quantity, mentions, context = candidate.mention, candidate.mentions, candidate.context
    metric, value = candidate.metric, quantity.quantity
    if (
        (context.business or _IN_HOURS.match(mentions.text, quantity.end))
        and value.unit in ("minute", "hour", "day")
        and metric is not Metric.MAINTENANCE_NOTICE
    ):
        value = Quantity(value=value.value, unit=f"business_{value.unit}")
    own = [p.label for p in _priorities(quantity, mentions)]
    labels: Sequence[str | None] = own or list(context.priorities) or [None]
    found = frozenset(signs(candidate, own=bool(own)))
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
            window=_window(metric, quantity, mentions, context),
        )
        yield LevelEntry(level, _quote(quantity, span), _confidence(candidate), quantity.disagrees, found)
        if metric in _UNRANKED:
            return


_HALF: Final = 50
_UNRANKED: Final = (Metric.MAINTENANCE_NOTICE, Metric.MAINTENANCE_TIME, Metric.RECOVERY_POINT, Metric.BACKUP_FREQUENCY, Metric.RETENTION)
"""Metrics that no priority limits: one named in the sentence belongs to something else."""


def _comparator(quantity: QuantityMention, metric: Metric) -> Comparator:
    usual = TAXONOMY[metric].comparator
    if metric in INTERVALS or quantity.comparator is None:
        high = metric is Metric.PACKET_LOSS and quantity.quantity.value > _HALF
        return Comparator.AT_LEAST if high else usual
    if quantity.comparator is Comparator.EXACTLY and quantity.quantity.dimension in TIMES:
        return usual
    turned = {Comparator.MORE_THAN: Comparator.AT_MOST, Comparator.LESS_THAN: Comparator.AT_LEAST}
    if usual.direction and quantity.comparator.direction == -usual.direction and quantity.comparator in turned:
        return turned[quantity.comparator]
    return quantity.comparator


def _share(quantity: QuantityMention, mentions: Mentions) -> Decimal | None:
    """The share of cases that stands with the figure: before it, else the first behind it."""
    if quantity.quantity.unit == "percent" or not mentions.shares:
        return None
    before = [s for s in mentions.shares if s.end <= quantity.start]
    return before[-1].value if before else mentions.shares[0].value


def _window(metric: Metric, quantity: QuantityMention, mentions: Mentions, context: Context) -> Window | None:
    """The period, only for metrics that are measured over one, unless a share of cases is: the nearest behind, else before the figure."""
    if TAXONOMY[metric].window is None and not mentions.shares:
        return None
    text = _OPENING_HOURS.sub(" ", mentions.text) if _OPENING_HOURS.search(mentions.text) else mentions.text
    shift = len(mentions.text) - len(text)
    behind = text[max(0, quantity.end - shift) :]
    return find_window(behind) or find_window(text) or context.window


_OPENING_HOURS: Final = re.compile(r"\b(?:hours|days)\s*\)?\s+(?:a|per|each|every)\s+(?:day|week|year)\b", re.IGNORECASE)
"""When a service is open, which is no period of measurement."""


def _priorities(quantity: QuantityMention, mentions: Mentions) -> list[PriorityMention]:
    """The classes that a figure belongs to: the last before it, or the first behind it where the text names them behind its figures."""
    found = [
        p
        for p in mentions.priorities
        if not (_LOWERED.search(lead := mentions.text[: p.start]) or (p.label.lower() == "standard" and _OURS.fullmatch(lead)))
    ]
    if not found:
        return []
    first = min(q.start for q in mentions.quantities)
    if found[0].start < first:
        before = [p for p in found if p.end <= quantity.start]
        return _joined(before, mentions.text, last=True)
    after = [p for p in found if p.start >= quantity.end]
    following = next((q.start for q in mentions.quantities if q.start > quantity.start), len(mentions.text))
    return _joined([p for p in after if p.start < following], mentions.text, last=False)


_LOWERED: Final = re.compile(r"\b(?:restored|reduced|downgraded|lowered|re-?classified|moved)\s+to\s+(?:an?\s+)?$", re.IGNORECASE)
"""Words before a class to which an incident is brought, and to which nothing is promised."""


_OURS: Final = re.compile(r"\W*(?:our|the|service)\s+", re.IGNORECASE)
"""What opens a label that is no class of incidents: "Our standard: within two days"."""


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


def _confidence(candidate: Candidate) -> float:
    choice = candidate.choice
    if candidate.cell:
        return 0.95 if not choice.local or not choice.weak else 0.85
    if no.FAILING.search(candidate.before):
        return 0.4
    return (0.9 if choice.local and not choice.weak else 0.7) - (0 if candidate.context.promises else 0.1)
