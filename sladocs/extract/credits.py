"""Service credits that stand in sentences and list items."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from sladocs.extract.bands import Band
from sladocs.extract.context import Context
from sladocs.extract.en import remedies as words
from sladocs.extract.en.quantities import find_quantities
from sladocs.extract.entries import CreditEntry
from sladocs.extract.mentions import find_metrics, find_priorities, may_promise, passages
from sladocs.extract.owed import Owed, Role, amounts, band_in, parts, read_rate
from sladocs.extract.places import Span
from sladocs.extract.source import Source
from sladocs.model.agreement import ServiceCredit
from sladocs.model.metrics import TAXONOMY, Metric
from sladocs.model.quantity import Dimension, dimension

_NO_TRIGGER: Final = frozenset({Metric.MAINTENANCE_TIME, Metric.MAINTENANCE_NOTICE, Metric.BACKUP_FREQUENCY, Metric.RETENTION})
_FALLS: Final = re.compile(
    r"\b(?:below|under|less|lower|exceed\w*|more|fail\w*|not|miss\w*|greater|longer|drops?|falls?)\b|[<>]", re.IGNORECASE
)

_NEAR: Final = 80
_LEAST_UP: Final = 50
"""A share above which a service is to stay is higher than this: a failure beyond a lower one is a share of downtime."""


@dataclass(frozen=True, slots=True)
class Trigger:
    """For what a credit is owed."""

    metric: Metric
    band: Band
    priority: str | None
    signs: frozenset[str]


def read_credits(span: Span, context: Context, before: str = "") -> list[CreditEntry]:
    """The credits that a sentence or list item states; caps, examples and claims are none. `before` is the sentence before it."""
    return [entry for piece in passages(span) for entry in _of_passage(piece, context, before)]


def _of_passage(span: Span, context: Context, before: str) -> Iterator[CreditEntry]:
    text = span.text
    if words.SERVICE_CREDIT.search(before) and not context.remedy:
        context = replace(context, remedy=True)
    named = bool(words.CREDIT.search(text))
    if words.NONE.search(text) or not (named or context.remedy):
        return
    if not _speaks_of_failure(text, context, before):
        return
    if not may_promise(text) and not find_quantities(text) and not words.WHOLE.search(text) and not words.ONE_TIME.search(text):
        return
    for owed in amounts(text, remedy=context.remedy):
        entry = _entry(span, owed, context, before)
        if entry is not None:
            yield entry


def _speaks_of_failure(text: str, context: Context, before: str) -> bool:
    """Whether a missed level is spoken of, and a definition is that of a credit."""
    if (means := words.MEANS.search(text)) and not words.SERVICE_CREDIT.search(text, 0, means.start()):
        return False
    over = " | ".join(part for part in (before, context.about) if words.FAILURE.search(part) or words.SERVICE_CREDIT.search(part))
    return bool(words.FAILURE.search(text) or words.SERVICE_CREDIT.search(text) or over)


def _entry(span: Span, owed: Owed, context: Context, before: str) -> CreditEntry | None:
    text, quantity = span.text, owed.mention.quantity
    if not quantity.value:
        return None
    own = text if owed.alone else f"{owed.before} {owed.after}"
    per = read_rate(text, owed.mention.end) if owed.alone else read_rate(owed.after)
    per = per or read_rate(owed.before)
    trigger = read_trigger(text, own, owed, context)
    signs = set(trigger.signs)
    if not trigger.band.unit and not per and (over := _band_over(context, before, trigger.metric)):
        trigger, signs = Trigger(trigger.metric, over, trigger.priority, trigger.signs), signs | {"joined"}
    if not trigger.band.unit and not per and not context.remedy and not words.BREAKS.search(f"{before} {text}"):
        return None
    basis = words.basis_of(owed.after[:160]) or (words.basis_of(own) or _basis_over(context) if quantity.unit == "percent" else None)
    signs |= {"band" if trigger.band.unit else "rate" if per else "bare"} | ({"remedy-heading"} if context.remedy else set())
    signs |= {"local-credit"} if words.SERVICE_CREDIT.search(text) else set()
    credit = ServiceCredit(
        metric=trigger.metric,
        **trigger.band.fields,
        value=quantity.value,
        unit=quantity.unit,
        basis=basis,
        per=per,
        priority=trigger.priority,
        service=" ".join(label["service"].split()) if (label := words.CREDIT_FOR.match(text)) else None,
    )
    place = span.part(owed.mention.start, owed.mention.end)
    return CreditEntry(credit, place, 0.8 if trigger.band.unit else 0.6, owed.mention.disagrees, frozenset(signs))


def _basis_over(context: Context) -> words.Basis | None:
    """Of what the texts over a sentence say that credits are a share, the nearest first."""
    return next((found for part in reversed(context.about.split(" | ")) if (found := words.basis_of(part))), None)


def read_trigger(text: str, own: str, owed: Owed | None, context: Context) -> Trigger:
    """What a text says that a credit is owed for; `own` are the words that belong to the amount, where the text says several."""
    figures = owed.band if owed else [p.mention for p in parts(text, remedy=False) if p.role is Role.BAND]
    usual = next(iter(_candidates(own, context)), None)
    band = band_in(text, figures, usual) or Band()
    metric, sign = trigger_metric(own, context, band)
    if usual is not metric:
        band = band_in(text, figures, metric) or Band()
    named = find_priorities(own) or find_priorities(text)
    priority = named[0].label if named else next(iter(context.priorities), None)
    return Trigger(metric, band, priority, frozenset({sign}))


def _candidates(own: str, context: Context) -> list[Metric]:
    """The metrics that may trigger a credit: those of its own words, the sure ones first, then those over it."""
    local = [m.metric for m in sorted(find_metrics(own), key=lambda m: m.weak)]
    return [m for m in dict.fromkeys((*local, *context.metrics)) if m not in _NO_TRIGGER]


def trigger_metric(own: str, context: Context, band: Band) -> tuple[Metric, str]:
    """The metric that triggers a credit: the first named that the band's unit can measure; and the sign of where it was named."""
    found = _candidates(own, context)
    local = {m.metric for m in find_metrics(own)}
    kind = dimension(band.unit) if band.unit else None
    if kind is not None and band.unit == "count":
        named = [m for m in found if m in local and m not in (Metric.AVAILABILITY, Metric.DOWNTIME)]
        return (named[0], "metric-local") if named else (Metric.OTHER, "metric-default")
    fitting = [m for m in found if kind is None or not TAXONOMY[m].dimensions or kind in TAXONOMY[m].dimensions]
    if fitting and fitting[0] is Metric.AVAILABILITY and kind is Dimension.PERCENT and band.upper is None and (band.lower or 0) < _LEAST_UP:
        return Metric.DOWNTIME, "metric-other"
    if fitting and fitting[0] is Metric.DOWNTIME and Metric.AVAILABILITY in found and kind is not Dimension.TIME:
        return Metric.AVAILABILITY, "metric-context"
    if not fitting and kind is Dimension.PERCENT and found and found[0] in local:
        return found[0], "metric-local"
    if fitting and fitting[0] is Metric.DOWNTIME and not words.DOWN.search(own) and words.UNAVAILABLE.search(own):
        return Metric.AVAILABILITY, "metric-local"
    if fitting and fitting[0] is Metric.ANSWER_TIME and words.TICKET.search(own):
        return Metric.RESPONSE_TIME, "metric-local"
    if fitting:
        return fitting[0], "metric-local" if fitting[0] in local else "metric-context"
    if kind is Dimension.PERCENT and band.upper is None and (band.lower or _LEAST_UP) < _LEAST_UP:
        return Metric.DOWNTIME, "metric-default"
    return Metric.DOWNTIME if kind in (Dimension.TIME, Dimension.BUSINESS_TIME) else Metric.AVAILABILITY, "metric-default"


def _band_over(context: Context, before: str, metric: Metric) -> Band | None:
    """The band that the sentence before or the text over a list says, where it says no amount of its own."""
    for text in (before, *reversed(context.about.split(" | "))):
        found = parts(text, remedy=False)
        figures = [p.mention for p in found if p.role is Role.BAND]
        if figures and _FALLS.search(text) and words.FAILURE.search(text) and not any(p.role is Role.OWED for p in found):
            return band_in(text, figures, metric)
    return None


def with_open_basis(source: Source, entries: Sequence[CreditEntry]) -> list[CreditEntry]:
    """The credits, those that are a share of fees of which nothing more is said with that basis: "10 % of the Service fees"."""
    return [_with_open_basis(source, entry) for entry in entries]


def _with_open_basis(source: Source, entry: CreditEntry) -> CreditEntry:
    credit, span = entry.credit, entry.span
    if credit.unit != "percent" or credit.basis is not None:
        return entry
    said = span.text + source.document.text[span.end : span.end + _NEAR].split("\t")[0].split("\n")[0]
    found = words.OF_FEES.match(said)
    return replace(entry, credit=credit.model_copy(update={"basis": "other"})) if found else entry
