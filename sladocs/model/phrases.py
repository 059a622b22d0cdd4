"""Short phrases for levels and credits: what messages, pages and comparisons call them."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from sladocs.model.agreement import CreditCap, ServiceCredit, ServiceLevel
from sladocs.model.metrics import TAXONOMY
from sladocs.model.quantity import Comparator, Dimension, Quantity, grouped, unit_words

BASIS_WORDS: Final[Mapping[str, str]] = {
    "monthly_fee": "of the monthly fee",
    "annual_fee": "of the annual fee",
    "affected_fee": "of the fee for the affected service",
    "invoice": "of the invoice",
    "daily_fee": "of the daily fee",
    "other": "of the charge concerned",
}
"""What a share of a fee is a share of."""

_COMPARATOR_WORDS: Final[Mapping[Comparator, str]] = {
    Comparator.AT_LEAST: "at least",
    Comparator.AT_MOST: "at most",
    Comparator.MORE_THAN: "more than",
    Comparator.LESS_THAN: "less than",
    Comparator.EXACTLY: "exactly",
}
_STATISTIC_WORDS: Final = {"p95": "95th percentile", "p99": "99th percentile", "max": "maximum", "min": "minimum"}


def figure_words(value: Decimal, unit: str | None) -> str:
    """A figure with its unit: "99.0 %", "4 hours"; a count, or a figure whose unit is unknown, stands bare: "3"."""
    if unit is None or unit == "count":
        return grouped(value)
    return str(Quantity(value=value, unit=unit))


def target_words(level: ServiceLevel) -> str:
    """What is promised: "at least 99.9 %", "within 4 business hours", "at most 2 %"."""
    clock = level.target.dimension in (Dimension.TIME, Dimension.BUSINESS_TIME, Dimension.MONTHS)
    lead = "within" if level.comparator is Comparator.AT_MOST and clock else _COMPARATOR_WORDS[level.comparator]
    return f"{lead} {figure_words(level.value, level.unit)}"


def statistic_words(level: ServiceLevel) -> str | None:
    """How single measurements become one figure: "mean", "95th percentile"."""
    return None if level.statistic is None else _STATISTIC_WORDS.get(level.statistic.value, level.statistic.value)


def level_name(level: ServiceLevel) -> str:
    """What a level is called: its label, its metric, and all that it is limited to."""
    name = TAXONOMY[level.metric].name
    parts = (
        f"{level.label} {name}" if level.label else name,
        level.service,
        level.priority,
        statistic_words(level),
        level.calendar,
        level.condition,
        level.threshold,
        "key indicator" if level.indicator else None,
        "promised by the customer" if level.obliged == "customer" else None,
    )
    return ", ".join(part for part in parts if part)


def credit_name(credit: ServiceCredit) -> str:
    """What a step of a remedy belongs to: the level's label, the metric, service and priority."""
    name = TAXONOMY[credit.metric].name
    parts = (f"{credit.level} {name}" if credit.level else name, credit.service, credit.priority)
    return ", ".join(part for part in parts if part)


def band_words(credit: ServiceCredit) -> str:
    """The band of a credit in short: "99.0 to 99.9 %" with a dash, "below 95 %", "above 4 hours", "each failure" where there is none."""
    low, high, unit = credit.lower, credit.upper, credit.band_unit
    if low is None and high is None:
        return "each failure"
    if high is None:
        assert low is not None
        return f"{figure_words(low, unit)} or more" if credit.lower_included else f"above {figure_words(low, unit)}"
    if low is None:
        return f"{figure_words(high, unit)} or less" if credit.upper_included else f"below {figure_words(high, unit)}"
    if low == high:
        return f"exactly {figure_words(low, unit)}"
    behind = "" if unit in (None, "count") else f" {unit_words(unit or '', plural=True)}"
    money = f"{(unit or '').removeprefix('currency:')} " if (unit or "").startswith("currency:") else ""
    return f"{money}{grouped(low)}\u2013{grouped(high)}{'' if money else behind}"


def exact_band_words(credit: ServiceCredit) -> str:
    """The band of a credit with its ends: "at least 99.0 % and below 99.9 %", "each failure" where it has none."""
    parts = []
    if credit.lower is not None:
        parts.append(f"{'at least' if credit.lower_included else 'above'} {figure_words(credit.lower, credit.band_unit)}")
    if credit.upper is not None:
        parts.append(f"{'at most' if credit.upper_included else 'below'} {figure_words(credit.upper, credit.band_unit)}")
    return " and ".join(parts) or "each failure"


def credit_words(credit: ServiceCredit) -> str:
    """What a step of a remedy pays: "10 % of the monthly fee for each hour", "5 %"."""
    rate = f"for each {per_words(credit.per)}" if credit.per else None
    parts = (figure_words(credit.value, credit.unit), BASIS_WORDS.get(credit.basis or ""), rate)
    return " ".join(part for part in parts if part)


def cap_words(cap: CreditCap) -> str:
    """The most that credits can come to: "30 % of the monthly fee"."""
    basis = BASIS_WORDS.get(cap.basis, cap.basis) if cap.basis else None
    return " ".join(part for part in (figure_words(cap.value, cap.unit), basis) if part)


def per_words(per: str) -> str:
    """The step of a rate: "hour", "30 minutes", "0.5 %"."""
    step = step_of(per)
    return per if step is None else str(step)


def step_of(per: str) -> Quantity | None:
    """The step of a rate as a figure: "0.5 percent", "30 minute"; None for a single unit such as "hour" or "occurrence"."""
    value, _, unit = per.partition(" ")
    try:
        return Quantity.model_validate({"value": value, "unit": unit})
    except ValueError:
        return None


def same_fee(one: str | None, other: str | None) -> bool:
    """Whether two shares are shares of the same fee; where one does not say of which, it is taken to be."""
    return one is None or other is None or one == other
