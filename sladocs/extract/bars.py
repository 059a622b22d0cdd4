"""What speaks against a figure's being a service level: bars that rule it out, and doubts that only lower its chances."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from sladocs.extract.choice import Choice
from sladocs.extract.context import Context
from sladocs.extract.en import negatives as no
from sladocs.extract.en.quantities import QuantityMention
from sladocs.extract.governing import TIMES
from sladocs.extract.mentions import Mentions
from sladocs.model.metrics import TAXONOMY, Metric
from sladocs.model.quantity import Comparator, Dimension, Quantity

INTERVALS: Final = (Metric.UPDATE_INTERVAL, Metric.BACKUP_FREQUENCY)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A figure with the metric chosen for it, where it stands; `cell` tells that it is a table's target cell."""

    mention: QuantityMention
    choice: Choice
    mentions: Mentions
    context: Context
    cell: bool = False

    @property
    def text(self) -> str:
        return self.mentions.text

    @property
    def value(self) -> Quantity:
        return self.mention.quantity

    @property
    def metric(self) -> Metric:
        return self.choice.metric

    @property
    def is_time(self) -> bool:
        return self.value.dimension in TIMES

    @property
    def before(self) -> str:
        return self.text[: self.mention.lead]

    @property
    def after(self) -> str:
        return self.text[self.mention.end :]


def barred(candidate: Candidate) -> bool:
    """Whether a figure, though it could be read as that metric, promises something else or nothing."""
    bars = (*_ALWAYS, *(() if candidate.cell else _IN_SENTENCES))
    return any(bar(candidate) for bar in bars)


def signs(candidate: Candidate, *, own: bool) -> Iterator[str]:
    """How a figure was found to be a service level, and what makes it doubtful; `own` tells that its passage names its class."""
    choice, context = candidate.choice, candidate.context
    yield "cell" if candidate.cell else "sentence"
    yield f"metric-{'other' if candidate.metric is Metric.OTHER else 'weak' if choice.weak else 'local' if choice.local else 'heading'}"
    yield from (name for name, holds in _SIGNS.items() if holds(candidate))
    if own or context.priorities:
        yield "class-local" if own else "class-context"
    if not candidate.cell:
        yield from (name for name, doubt in _DOUBTS.items() if doubt(candidate))


_LEAST_AVAILABILITY: Final = 50
_QUICK: Final = (Metric.RESPONSE_TIME, Metric.UPDATE_INTERVAL, Metric.NOTIFICATION_TIME, Metric.RESTORATION_TIME, Metric.ANSWER_TIME)
"""Metrics whose targets are no weeks, unless a section on service levels says so."""
_LONG: Final = (Metric.RETENTION, Metric.MAINTENANCE_NOTICE, Metric.MTBF, Metric.BACKUP_FREQUENCY, Metric.RECOVERY_POINT)
"""Metrics whose targets in sentences may be months or years."""
_COMMON: Final = (Metric.NOTIFICATION_TIME, Metric.TURNAROUND_TIME, Metric.REPORTING_TIME)
"""Metrics that are named by words of business and law too."""
_LONGEST_CLOCK: Final = Decimal(14 * 86400)
_TOLD: Final = re.compile(r"(?:\bin|\bis|:|[-\u2013\u2014])\s*$")
"""What stands between the name of a metric and its figure where the sentence says nothing else."""
_ATTRIBUTE: Final = re.compile(r"[\s-]+(?:[a-z-]+\s+){0,2}(?:response|restoration|resolution|repair|turnaround|delivery)\b", re.IGNORECASE)
"""A metric's name that a figure stands before as an attribute: "15 min critical response"."""


def _money(c: Candidate) -> bool:
    return c.value.dimension is Dimension.MONEY or bool(no.FEE_SHARE.match(c.text, c.mention.end))


def _lone_interval(c: Candidate) -> bool:
    """A word such as "daily" beside a metric that is no interval."""
    words = c.text[c.mention.start : c.mention.end]
    return (
        c.metric not in INTERVALS
        and c.value.value == 1
        and bool(re.fullmatch(r"(?:hourly|daily|nightly|weekly|(?:every|each|once).*)", words, re.IGNORECASE))
    )


def _wrong_side(c: Candidate) -> bool:
    direction, sign = TAXONOMY[c.metric].comparator.direction, c.mention.comparator
    if c.is_time and c.metric is Metric.MAINTENANCE_NOTICE and sign is Comparator.MORE_THAN:
        return True
    if c.metric is Metric.PACKET_LOSS and c.value.value > _LEAST_AVAILABILITY:
        return False
    if not (sign and direction and sign.direction == -direction and c.metric not in INTERVALS):
        return False
    return not (sign is Comparator.MORE_THAN and no.NOT_BEFORE.search(c.before))


def _length_of(c: Candidate) -> bool:
    """How long something lasts, not how soon something happens."""
    lasting = c.value.unit in ("day", "week", "month") and c.metric not in (*_LONG, Metric.DOWNTIME, Metric.MAINTENANCE_TIME)
    if c.is_time and lasting and no.FOR.search(c.before):
        return True
    if c.metric in (*INTERVALS, Metric.MAINTENANCE_NOTICE) and _AFTER.search(c.before):
        return False
    if _FOR_EACH.match(c.text, max(0, c.mention.lead - 4)):
        return True
    return c.is_time and bool(
        no.DURATION_OF.search(c.before)
        or no.STRETCH_AFTER.match(c.after)
        or (no.STRETCH_BEFORE.search(c.before) and not (c.value.value == 1 and "next" in c.before[-12:].lower()))
    )


def _open_hours(c: Candidate) -> bool:
    """When a service is open: "24 hour support", "52 weeks a year"."""
    if c.value.unit == "hour" and c.value.value == _A_DAY and c.mention.comparator is None and no.OPEN.match(c.after):
        return True
    return c.value.unit in ("week", "month") and bool(re.match(r"\s*(?:a|per|each|/)\s*year", c.after, re.IGNORECASE))


_AFTER: Final = re.compile(r"\b(?:once|every|notice|warning)\s+after\s+$|^after\s+$", re.IGNORECASE)
_FOR_EACH: Final = re.compile(r"for\s+(?:every|each)\b", re.IGNORECASE)
"""A time for each of which something is owed."""
_A_DAY: Final = 24


def _customers_duty(c: Candidate) -> bool:
    """What the customer has to do, unless a further verb of the sentence has another subject."""
    act, duty = c.choice.act, None if c.cell else no.CUSTOMER.search(c.text)
    if act is not None and act.customers:
        return True
    return bool(duty) and not (act and duty and _ANOTHERS.search(c.text, duty.end(), max(duty.end(), act.start)))


_ANOTHERS: Final = re.compile(r"(?<!\band)(?<!\bor)(?<!,)\s+(?:shall|will|must|agrees?\s+to|undertakes?\s+to)\b", re.IGNORECASE)


def _too_slow(c: Candidate) -> bool:
    if c.context.promises or c.metric not in _QUICK or c.value.dimension is not Dimension.TIME:
        return False
    return (c.value.size() or 0) >= _LONGEST_CLOCK


def _bare_capacity(c: Candidate) -> bool:
    return c.metric is Metric.CAPACITY and c.value.unit == "percent" and c.mention.comparator is None


def _too_long(c: Candidate) -> bool:
    classed = c.choice.act is not None and c.context.promises and bool(c.mentions.priorities or c.context.priorities)
    return c.value.unit in ("month", "quarter", "year") and c.metric not in _LONG and not classed


def _low_share(c: Candidate) -> bool:
    return c.metric is Metric.AVAILABILITY and c.value.value < _LEAST_AVAILABILITY


def _not_open(c: Candidate) -> bool:
    """A share of the time or of items that no section on service and no word of promise supports."""
    return (
        c.choice.weak and c.value.unit == "percent" and not (c.context.promises and (c.mention.comparator or no.PROMISING.search(c.text)))
    )


def _in_a_row(c: Candidate) -> bool:
    words = c.text[c.mention.start : c.mention.end].lower()
    return c.value.unit in ("month", "quarter", "year", "week", "day") and "consecutive" in words


def _of_a_remedy(c: Candidate) -> bool:
    return c.is_time and c.metric in (Metric.DOWNTIME, *_COMMON) and bool(no.REFUND.search(c.text))


def _equivalent(c: Candidate) -> bool:
    """Whether a time only repeats a figure in other words: "48 hours (2 days)", "99.9 %, that is 43 minutes a month"."""
    if not c.is_time:
        return False
    if c.before.endswith("(") and c.after.startswith(")") and any(0 <= c.mention.lead - q.end <= _ASIDE for q in c.mentions.quantities):
        return True
    shares = [q for q in c.mentions.quantities if q.quantity.unit == "percent" and q.quantity.value > 50 and q.end <= c.mention.start]
    return any(no.SAME_AS.search(c.text[q.end : c.mention.start]) for q in shares)


_ASIDE: Final = 3
"""How far a bracket may stand from what it repeats."""


def _commercial(c: Candidate) -> bool:
    loose = c.choice.weak or not c.choice.local or (c.metric in _COMMON and not (c.choice.act and c.context.promises))
    return c.is_time and loose and bool(no.COMMERCIAL.search(c.text))


def _legal(c: Candidate) -> bool:
    """Outside of sections on service: a time limit of law or business."""
    if not c.is_time or c.context.promises or c.metric is Metric.MAINTENANCE_NOTICE:
        return False
    return bool(no.LEGAL.search(c.text))


def _no_event(c: Candidate) -> bool:
    return c.metric is Metric.NOTIFICATION_TIME and not (no.EVENT.search(c.text) or no.EVENT.search(c.context.about))


def _noticed(c: Candidate) -> bool:
    return c.is_time and c.metric is not Metric.MAINTENANCE_NOTICE and bool(no.NOTICE_BEHIND.match(c.after))


def _upkeep(c: Candidate) -> bool:
    return c.metric is Metric.UPDATE_INTERVAL and bool(no.UPKEEP.search(c.text))


def _untold(c: Candidate) -> bool:
    """A word that may mean something else, and nothing that says that a figure is promised."""
    if not c.choice.weak or (c.metric is Metric.LATENCY and c.value.unit in ("millisecond", "second")):
        return False
    if c.mention.comparator is not None and c.mentions.priorities and len(c.text) < _BRIEF:
        return False
    told = c.mention.comparator is not None or _TOLD.search(c.before) or _ATTRIBUTE.match(c.after)
    return not (c.context.promises and (told or c.metric in c.context.metrics or c.mentions.shares))


def _described(c: Candidate) -> bool:
    return not c.context.promises and bool(no.PERHAPS.search(c.before))


def _anothers(c: Candidate) -> bool:
    """What a supplier of the provider promises."""
    return bool(no.ANOTHERS.search(c.text))


def _at_the_end(c: Candidate) -> bool:
    """A time limit that runs from an event of the contract itself."""
    return c.is_time and bool(no.AFTER_END.match(c.after))


def _left_out(c: Candidate) -> bool:
    """What is not counted, and what a matter waits for before it is passed on."""
    return bool(no.LEFT_OUT.search(c.after)) or (c.is_time and bool(no.UNRESOLVED.match(c.after)))


def _staged(c: Candidate) -> bool:
    return (
        c.is_time and c.value.unit in ("day", "week", "month", "business_day") and c.metric not in _LONG and bool(no.STAGE.search(c.text))
    )


def _of_a_meeting(c: Candidate) -> bool:
    """When a meeting is held or its papers are sent round; a report stays one though it is discussed there."""
    if not c.is_time or c.metric not in (*_COMMON, Metric.UPDATE_INTERVAL):
        return False
    return bool(no.MEETING.search(c.text) or no.FROM_MEETING.match(c.after))


def _failing(c: Candidate) -> bool:
    """A promise that is only repeated, in the condition of what follows when it is missed."""
    return bool(no.FAILING.search(c.before)) and bool(re.search(r",|\b(?:will|shall|may|must|is|are|can)\b", c.after))


def _in_general(c: Candidate) -> bool:
    """A deed that every contract knows, outside of sections on service."""
    act = c.choice.act
    long = c.value.unit not in ("second", "minute", "hour", "business_minute", "business_hour")
    return (
        act is not None
        and not c.context.promises
        and long
        and c.metric in (Metric.TURNAROUND_TIME, Metric.RETENTION, Metric.REPLACEMENT_TIME)
    )


_ALWAYS: Final = (_money, _lone_interval, _wrong_side, _length_of, _open_hours, _customers_duty)
_IN_SENTENCES: Final = (
    _too_slow,
    _bare_capacity,
    _too_long,
    _low_share,
    _in_a_row,
    _of_a_remedy,
    _equivalent,
    _commercial,
    _legal,
    _no_event,
    _noticed,
    _upkeep,
    _untold,
    _not_open,
    _described,
    _anothers,
    _failing,
    _staged,
    _of_a_meeting,
    _left_out,
    _at_the_end,
    _in_general,
)
_DOUBTS: Final[Mapping[str, Callable[[Candidate], bool]]] = {
    "example-near": lambda c: bool(no.EXAMPLE.search(c.text)),
    "customer-duty-near": lambda c: bool(no.CUSTOMER.search(c.text)),
    "commercial-words": lambda c: bool(no.COMMERCIAL.search(c.text)),
    "legal-words": lambda c: bool(no.LEGAL.search(c.text)),
    "definition": lambda c: bool(no.DEFINITION.match(c.text)),
    "failing": lambda c: bool(no.FAILING.search(c.before)),
    "perhaps": lambda c: bool(no.PERHAPS.search(c.before)),
    "many-figures": lambda c: len(c.mentions.quantities) > _MANY,
    "open-measure": lambda c: c.choice.weak and c.metric in (Metric.OTHER, Metric.TURNAROUND_TIME) and c.choice.act is None,
    "refund-words": lambda c: bool(no.REFUND.search(c.text)),
    "past": lambda c: bool(no.PAST.search(c.text)),
}
_MANY: Final = 4
_SIGNS: Final[Mapping[str, Callable[[Candidate], bool]]] = {
    "comparator": lambda c: c.mention.comparator is not None,
    "modal": lambda c: bool(no.PROMISING.search(c.text)),
    "effort": lambda c: bool(no.EFFORT.search(c.text)),
    "promising-section": lambda c: c.context.promises,
    "act": lambda c: c.choice.act is not None,
    "share": lambda c: bool(c.mentions.shares),
    "short": lambda c: len(c.text) < _BRIEF,
}
_BRIEF: Final = 80
