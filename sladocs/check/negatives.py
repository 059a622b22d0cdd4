"""Figures below nothing: times, amounts and numbers that no contract can mean. Rule L08 tells them."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from sladocs.check.rule import finding
from sladocs.model.agreement import Agreement
from sladocs.model.finding import Finding, Severity
from sladocs.model.metrics import Metric
from sladocs.model.phrases import credit_name, credit_words, level_name, target_words
from sladocs.model.quantity import Dimension, Duration, Quantity

_MAY_BE_NONE: Final = frozenset({Metric.RECOVERY_POINT, Metric.DOWNTIME, Metric.MAINTENANCE_TIME})
"""Times of which nothing at all can be promised: no loss of data, no downtime."""


def negatives(agreement: Agreement) -> Iterator[Finding]:
    """The findings on figures below zero, and on times of zero in which nobody can act. Percentages are looked at elsewhere."""
    for index, level in enumerate(agreement.service_levels):
        path, what = f"service_levels/{index}/value", f"{level_name(level)}: the target {target_words(level)}"
        if level.unit != "percent" and level.value < 0:
            yield _error(path, f"{what} cannot be: it lies below zero.")
        elif level.value == 0 and level.comparator.direction < 0 and _is_time(level.target.dimension) and level.metric not in _MAY_BE_NONE:
            message = f"{what} leaves no time at all."
            yield finding("L08", Severity.WARNING, path, message, "Promise a time that can be kept and measured.")
    for index, credit in enumerate(agreement.service_credits):
        path, name = f"service_credits/{index}", credit_name(credit)
        if credit.unit != "percent" and credit.value < 0:
            yield _error(f"{path}/value", f"The credit of {credit_words(credit)} for {name} lies below zero.")
        for end, value in (("lower", credit.lower), ("upper", credit.upper)):
            if credit.band_unit != "percent" and value is not None and value < 0:
                yield _error(f"{path}/{end}", f"The {end} end of a band of {name} lies below zero; no figure can lie there.")
    cap = agreement.credit_terms.cap
    if cap is not None and cap.unit != "percent" and cap.value <= 0:
        yield _error("credit_terms/cap", f"The cap of {cap.amount} lets no credit be paid.")
    yield from _amounts(agreement)
    yield from _lengths(agreement)


def _amounts(a: Agreement) -> Iterator[Finding]:
    """Amounts of money and numbers of items that lie below zero."""
    cost = a.pilot.sunk_cost_cap if a.pilot else None
    if isinstance(cost, Quantity) and cost.value < 0:
        yield _error("pilot/sunk_cost_cap", f"The sunk-cost cap of {cost} lies below zero.")
    for index, volume in enumerate(a.volumes):
        for field, value in (("expected", volume.expected), ("relief_above", volume.relief_above)):
            if value is not None and value < 0:
                yield _error(f"volumes/{index}/{field}", f"The volume of {volume.work}, {value}, lies below zero.")


def _lengths(a: Agreement) -> Iterator[Finding]:
    steps = [(f"escalation/{index}/after", f"Step {step.level} of the escalation", step.after) for index, step in enumerate(a.escalation)]
    others = [
        ("credit_terms/claim_window", "The time for a claim", a.credit_terms.claim_window),
        ("maintenance/notice", "The notice of maintenance", a.maintenance.notice),
        ("pilot/extension", "The extension of the pilot", a.pilot.extension if a.pilot else None),
        ("term/renewal_notice", "The notice of non-renewal", a.term.renewal_notice),
        ("term/termination_notice", "The notice of termination", a.term.termination_notice),
        ("term/cure_period", "The time to remedy a breach", a.term.cure_period),
    ]
    for path, what, length in (*steps, *others):
        if isinstance(length, Duration) and length.value < 0:
            yield _error(path, f"{what} is {length}, which no time can be.")
    terms = [
        ("term/initial", "The initial term", a.term.initial),
        ("term/renewal", "The renewal term", a.term.renewal),
        ("pilot/period", "The pilot period", a.pilot.period if a.pilot else None),
    ]
    for path, what, length in terms:
        if isinstance(length, Duration) and length.value <= 0:
            yield _error(path, f"{what} is {length}, which no term can be.")
        elif isinstance(length, Duration) and _years(length) > 1000:
            yield _error(path, f"{what} is {length}, which is longer than a thousand years.")


def _years(length: Duration) -> Decimal:
    """About how many years a length of time is; business time counts as nothing, since nobody writes a term in it."""
    size = length.size()
    if size is None or length.dimension is Dimension.BUSINESS_TIME:
        return Decimal(0)
    return size / 12 if length.dimension is Dimension.MONTHS else size / (365 * 86400)


def _is_time(dimension: Dimension) -> bool:
    return dimension in (Dimension.TIME, Dimension.BUSINESS_TIME, Dimension.MONTHS)


def _error(path: str, message: str) -> Finding:
    return finding("L08", Severity.ERROR, path, message, "Correct the figure.")
