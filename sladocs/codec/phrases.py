"""The phrases of the short form that hold more than a figure: targets, grid cells, credits, dates, frequencies, metric names."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Final, NamedTuple

from sladocs.codec.problems import closest, shown, suggestion
from sladocs.codec.units import NUMBER, figure_text, quantity, quantity_text, share, share_text, unit
from sladocs.model.agreement import CreditCap
from sladocs.model.metrics import TAXONOMY, Metric, Window
from sladocs.model.quantity import Comparator, Dimension, Quantity

_COMPARATORS: Final[Mapping[str, Comparator]] = {
    ">=": Comparator.AT_LEAST, "≥": Comparator.AT_LEAST, "at least": Comparator.AT_LEAST, "minimum": Comparator.AT_LEAST,
    "<=": Comparator.AT_MOST, "≤": Comparator.AT_MOST, "at most": Comparator.AT_MOST, "within": Comparator.AT_MOST,
    "up to": Comparator.AT_MOST, "maximum": Comparator.AT_MOST, ">": Comparator.MORE_THAN, "more than": Comparator.MORE_THAN,
    "<": Comparator.LESS_THAN, "less than": Comparator.LESS_THAN, "=": Comparator.EXACTLY, "exactly": Comparator.EXACTLY,
}  # fmt: skip
_SIGN = re.compile(rf"(?P<sign>{'|'.join(map(re.escape, _COMPARATORS))})\s*(?P<rest>.*)", re.IGNORECASE | re.DOTALL)
_WORDS: Final = {
    Comparator.MORE_THAN: "more than",
    Comparator.LESS_THAN: "less than",
    Comparator.AT_LEAST: "at least",
    Comparator.EXACTLY: "exactly",
}

_CELL = re.compile(
    rf"(?P<target>.*?)(?:\s+in\s+(?P<share>{NUMBER})\s*(?:%|percent)(?:\s+of\s+(?:all\s+)?cases)?)?(?:\s+each\s+(?P<window>\w+))?",
    re.DOTALL,
)

FREQUENCIES: Final[Mapping[str, str]] = {
    "day": "day", "daily": "day", "week": "week", "weekly": "week", "month": "month", "monthly": "month", "quarter": "quarter",
    "quarterly": "quarter", "half year": "half_year", "half_year": "half_year", "half-yearly": "half_year", "half yearly": "half_year",
    "6 months": "half_year", "year": "year", "yearly": "year", "annually": "year", "3 months": "quarter", "12 months": "year",
}  # fmt: skip

BASES: Final[Mapping[str, str]] = {
    "monthly fee": "monthly_fee", "annual fee": "annual_fee", "yearly fee": "annual_fee", "fee for the affected service": "affected_fee",
    "affected fee": "affected_fee", "invoice": "invoice", "daily fee": "daily_fee", "charge concerned": "other", "other": "other",
}  # fmt: skip
"""What a credit is a share of, in words; the first words for a basis are the ones that are written."""

STATISTICS: Final[Mapping[str, str]] = {
    "mean": "mean", "average": "mean", "median": "median", "p95": "p95", "95th percentile": "p95", "p99": "p99", "99th percentile": "p99",
    "max": "max", "maximum": "max", "min": "min", "minimum": "min",
}  # fmt: skip


def metric(text: str) -> Metric:
    """A metric by its name in the interchange format or in print ("Response time"). Raises ValueError with the likely one."""
    folded = re.sub(r"[\s-]+", "_", text.strip().lower())
    printed = {re.sub(r"[\s-]+", "_", info.name.lower()): key for key, info in TAXONOMY.items()}
    if folded in printed or folded in set(Metric):
        return printed.get(folded) or Metric(folded)
    near = closest(folded, [*map(str, Metric)])
    raise ValueError(f"{shown(text)} is no metric{f'; did you mean {near!r}?' if near else suggestion(text, map(str, Metric))}")


class Target(NamedTuple):
    """What the actual figure must satisfy."""

    comparator: Comparator
    quantity: Quantity


class Cell(NamedTuple):
    """A cell of the grid of priorities."""

    target: Target
    attainment: Decimal | None
    window: Window | None


def target(text: str, of: Metric, sign: Comparator | None = None) -> Target:
    """A target: ">= 99.9 %", "at most 2 %", "4 hours". Without a sign it has `sign`, or else the metric's usual one. Raises ValueError."""
    match = _SIGN.fullmatch(text.strip()) if sign is None else None
    found = quantity(match["rest"] if match else text)
    sign = _COMPARATORS[match["sign"].lower()] if match else sign or TAXONOMY[of].comparator
    dimensions = TAXONOMY[of].dimensions
    if found.unit == "count" and dimensions and Dimension.OTHER not in dimensions:
        example = f"{figure_text(found.value)} %" if dimensions == (Dimension.PERCENT,) else f"{figure_text(found.value)} hours"
        raise ValueError(f"{shown(text)} has no unit; write for example {example}")
    return Target(sign, found)


def band_end(text: str, of: Metric) -> Quantity:
    """An end of a credit's band; a bare figure is percent for a metric that is measured in percent. Raises ValueError."""
    found = quantity(text)
    if found.unit == "count" and TAXONOMY[of].dimensions == (Dimension.PERCENT,) and re.fullmatch(NUMBER, text.strip()):
        return Quantity(value=found.value, unit="percent")
    return found


def cap(text: str) -> CreditCap:
    """The most that credits come to: "30 % of monthly fee". Raises ValueError."""
    found = amount(text)
    if found.per is not None:
        raise ValueError(f"{shown(text)}: a cap has no rate; write for example 30 % of monthly fee")
    return CreditCap(value=found.quantity.value, unit=found.quantity.unit, basis=found.basis)


def cell(text: str, of: Metric) -> Cell:
    """A cell of the grid: "1 hour", "less than 2 hours", "1 hour in 95 % of cases each month". Raises ValueError."""
    match = _CELL.fullmatch(text.strip())
    assert match is not None
    return Cell(
        target(match["target"], of), share(match["share"]) if match["share"] else None, window(match["window"]) if match["window"] else None
    )


def window(text: str) -> Window:
    """A measurement period: "month", "monthly", "each month". Raises ValueError."""
    found = frequency(text)
    if found not in set(Window):
        raise ValueError(f"{shown(text)} is no measurement period; write day, week, month, quarter or year")
    return Window(found)


def frequency(text: str) -> str:
    """How often: "month", "monthly", "every quarter", "half year". Raises ValueError."""
    words = re.sub(r"^(?:every|each|per|once a|once per)\s+", "", " ".join(text.lower().split()))
    if words not in FREQUENCIES:
        raise ValueError(f"{shown(text)} says no frequency; write day, week, month, quarter, half year or year")
    return FREQUENCIES[words]


def statistic(text: str) -> str:
    """How single measurements become one figure. Raises ValueError."""
    if text.strip().lower() not in STATISTICS:
        raise ValueError(f"{shown(text)} is no statistic{suggestion(text, ('mean', 'median', 'p95', 'p99', 'max', 'min'))}")
    return STATISTICS[text.strip().lower()]


def date(text: str) -> dt.date:
    """A date: "2027-01-31", "31 January 2027". Raises ValueError."""
    for form in ("%Y-%m-%d", "%d %B %Y", "%d %b %Y"):
        try:
            return dt.datetime.strptime(" ".join(text.split()), form).date()  # noqa: DTZ007 a date has no zone
        except ValueError:
            continue
    raise ValueError(f"{shown(text)} is no date; write year, month and day as in 2027-01-31")


# --- credits ------------------------------------------------------------------------------------------------------------------


class Amount(NamedTuple):
    """What is owed: a figure, what it is a share of, and for each of what."""

    quantity: Quantity
    basis: str | None
    per: str | None


def basis(text: str) -> str:
    """What a credit is a share of. Raises ValueError."""
    words = re.sub(r"^the\s+", "", " ".join(text.lower().split()))
    if words in BASES.values():
        return words
    if words not in BASES:
        raise ValueError(f"{shown(text)} is no basis of a credit{suggestion(words, BASES)}")
    return BASES[words]


def amount(text: str) -> Amount:
    """A credit: "10 % of monthly fee", "2 days", "5 % of the daily fee for each 30 minutes". Raises ValueError."""
    words, _, step = " ".join(text.split()).partition(" for each ")
    if not step:
        words, _, step = words.partition(" per ")
    figure, _, share_of = words.partition(" of ")
    return Amount(quantity(figure), basis(share_of) if share_of else None, per(step) if step else None)


def per(text: str) -> str:
    """The step of a rate: "hour", "occurrence", "30 minutes" (as `30 minute`), "0.5 %" (as `0.5 percent`). Raises ValueError."""
    if not re.match(r"[\d+-]", text):
        return unit(text)
    found = quantity(text)
    return f"{figure_text(found.value)} {found.unit}"


def per_text(step: str) -> str | None:
    """The words for a step, or None where it has none that read back the same."""
    figure, _, name = step.partition(" ")
    try:
        words = quantity_text(Quantity(value=Decimal(figure), unit=name)) if name else step.replace("_", " ")
        return words if isinstance(words, str) and per(words) == step else None
    except (ValueError, ArithmeticError):
        return None


def amount_text(what: Amount) -> Any:
    """The short form of a credit, or the exact map where the short form would not read back the same."""
    figure, step = quantity_text(what.quantity), per_text(what.per) if what.per is not None else ""
    words = _basis_words(what.basis) if what.basis is not None else ""
    if isinstance(figure, str) and step is not None and words is not None:
        text = figure + (f" of {words}" if words else "") + (f" for each {step}" if step else "")
        try:
            if amount(text) == what:
                return text
        except ValueError:
            pass
    exact = {"value": figure_text(what.quantity.value), "unit": what.quantity.unit, "basis": what.basis, "per": what.per}
    return {key: value for key, value in exact.items() if value is not None}


def cap_text(what: CreditCap) -> Any:
    """The short form of a cap, or the exact map."""
    text = amount_text(Amount(what.amount, what.basis, None))
    try:
        if isinstance(text, str) and cap(text) == what:
            return text
    except ValueError:
        pass
    exact = {"value": figure_text(what.value), "unit": what.unit, "basis": what.basis}
    return {key: value for key, value in exact.items() if value is not None}


def _basis_words(name: str) -> str | None:
    return next((words for words, known in BASES.items() if known == name), None)


def target_text(what: Target, of: Metric) -> Any:
    """The short form of a target, ">= 99.9 %", or the exact map."""
    figure = quantity_text(what.quantity)
    if isinstance(figure, str):
        text = f"{what.comparator} {figure}"
        try:
            if target(text, of) == what:
                return text
        except ValueError:
            pass
    return {"comparator": str(what.comparator), "value": figure_text(what.quantity.value), "unit": what.quantity.unit}


def cell_text(what: Cell, of: Metric) -> str | None:
    """The words of a grid's cell, or None where there are none that read back the same."""
    figure = quantity_text(what.target.quantity)
    if not isinstance(figure, str):
        return None
    lead = "" if what.target.comparator is TAXONOMY[of].comparator else f"{_WORDS.get(what.target.comparator, 'at most')} "
    cases = f" in {share_text(what.attainment)} of cases" if what.attainment is not None else ""
    text = f"{lead}{figure}{cases}" + (f" each {what.window}" if what.window else "")
    try:
        return text if cell(text, of) == what else None
    except ValueError:
        return None
