"""Sums that are owed for each failure of a duty, as lists of damages state them: "Failure to clean the site. $100.00 per incident"."""

from __future__ import annotations

from typing import Final

from sladocs.extract.bands import Band
from sladocs.extract.context import Context
from sladocs.extract.en import damages as words
from sladocs.extract.en.quantities import QuantityMention, find_numbers, find_quantities
from sladocs.extract.entries import OF_A_DUTY, CreditEntry
from sladocs.extract.mentions import find_metrics, find_priorities
from sladocs.extract.owed import read_rate
from sladocs.extract.places import Span
from sladocs.model.agreement import ServiceCredit
from sladocs.model.metrics import TAXONOMY, Metric
from sladocs.model.quantity import Comparator, Dimension, Quantity

_OPENING: Final = 100
"""Within so many letters an item names its duty; what follows is when it is failed."""


def read_damages(span: Span, context: Context, before: str = "", *, listed: bool = False) -> CreditEntry | None:
    """The sum that a sentence sets on a failure which it names, or which the sentence `before` it does; None where it sets none.

    `listed` tells that it stands in a list of such sums, where a sum alone needs no word of failure before it.
    """
    text = span.text
    found = words.SUM.search(text)
    if found is None:
        return None
    closing = words.ONLY_SUM.search(text)
    named = text[: closing.start()].strip() if closing else ""
    alone = closing is not None
    duty = (named or before) if alone else f"{text[: found.start()]} {text[found.end() :]}"
    money = [q for q in find_quantities(text) if q.quantity.dimension is Dimension.MONEY]
    if len(money) != 1 or not money[0].quantity.value or words.BARRED.search(f"{duty} {text}"):
        return None
    if not (words.FAILED.search(duty) or (listed and alone and duty)) or not (
        alone or words.OPENS.match(text) or words.FOR_FAILURE.match(text, found.end())
    ):
        return None
    metric = next((m.metric for m in find_metrics(duty[:_OPENING]) if not m.weak), Metric.OTHER)
    band = _band(duty, metric)
    quantity = money[0].quantity
    credit = ServiceCredit(
        metric=metric,
        **band.fields,
        value=quantity.value,
        unit=quantity.unit,
        per=read_rate(text, money[0].end) or "occurrence",
        priority=next((p.label for p in find_priorities(duty)), None) or next(iter(context.priorities), None),
    )
    signs = frozenset(
        {"rate", OF_A_DUTY, "local-credit" if not alone else "joined", "metric-other" if metric is Metric.OTHER else "metric-local"}
    )
    return CreditEntry(credit, span.part(money[0].start, money[0].end), 0.7, money[0].disagrees, signs)


def _band(duty: str, metric: Metric) -> Band:
    """From which figure on the failure costs: how often it may happen, or what is not reached."""
    if more := words.BEYOND.search(duty):
        number = next(iter(find_numbers(duty[more.start("number") : more.end()])), None)
        return Band(number.value, None, lower_included=False, unit="count") if number else Band()
    figures = [q for q in find_quantities(duty) if q.comparator is not None and _measures(metric, q)]
    if len(figures) != 1 or figures[0].low is not None:
        return Band()
    return _missed(figures[0])


def _missed(figure: QuantityMention) -> Band:
    """The side on which a duty is failed: below "at least 90 %", beyond "within two hours"."""
    quantity: Quantity = figure.quantity
    if figure.comparator in (Comparator.AT_LEAST, Comparator.MORE_THAN) and quantity.unit == "percent":
        return Band(upper=quantity.value, unit=quantity.unit)
    return Band(lower=quantity.value, lower_included=False, unit=quantity.unit)


def _measures(metric: Metric, figure: QuantityMention) -> bool:
    kinds = TAXONOMY[metric].dimensions
    return figure.quantity.unit == "percent" if metric is Metric.OTHER else not kinds or figure.quantity.dimension in kinds
