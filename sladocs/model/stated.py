"""What a document says of an agreement, in one order: the measure by which texts and data are equal."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, TypeVar

from pydantic import BaseModel

from sladocs.model.agreement import Agreement, CreditTerms, Maintenance, Pilot, ServiceCredit, ServiceLevel, Term
from sladocs.model.metrics import Metric
from sladocs.model.quantity import Comparator, Duration

M = TypeVar("M", bound=BaseModel)

STATED = (
    "title", "parties", "services", "priorities", "calendars", "support_hours", "service_levels", "service_credits", "credit_terms",
    "chronic_failure", "escalation", "reports", "reviews", "bodies", "volumes", "maintenance", "term", "governing_law", "pilot",
)  # fmt: skip
"""The fields that a document states as figures, names and dates; every other field is a choice about its words."""


def stated(agreement: Agreement) -> Agreement:
    """The agreement reduced to what its document says, in canonical form."""
    return canonical(Agreement(**{name: getattr(agreement, name) for name in STATED}))


def canonical(agreement: Agreement) -> Agreement:
    """The same agreement with every list in one order. A band without ends has no unit; 99.90 and 99.9 are equal as they are.

    A maintenance notice that stands alone is a level: only beside a level that differs is it a term of its own.
    """
    agreement = _with_notice_as_level(agreement)
    bands = tuple(_without_idle_unit(credit) for credit in agreement.service_credits)
    plain = agreement.model_copy(update={"service_credits": bands, "pilot": _pilot(agreement.pilot)})
    return plain.model_copy(update={name: _ordered(value) for name, value in plain if isinstance(value, tuple)})


def _pilot(pilot: Pilot | None) -> Pilot | None:
    """The pilot with its lists in one order; None where it says nothing."""
    if pilot is None or pilot == Pilot():
        return None
    return pilot.model_copy(update={"tests": _ordered(pilot.tests), "off_ramps": _ordered(pilot.off_ramps)})


def _with_notice_as_level(agreement: Agreement) -> Agreement:
    notice = agreement.maintenance.notice
    if not isinstance(notice, Duration):
        return agreement
    level = ServiceLevel(metric=Metric.MAINTENANCE_NOTICE, comparator=Comparator.AT_LEAST, value=notice.value, unit=notice.unit)
    promised = [other for other in agreement.service_levels if other.metric is Metric.MAINTENANCE_NOTICE and other.service is None]
    if promised and promised[0].target != level.target:
        return agreement
    maintenance = agreement.maintenance.model_copy(update={"notice": None})
    levels = agreement.service_levels if promised else (*agreement.service_levels, level)
    return agreement.model_copy(update={"maintenance": maintenance, "service_levels": levels})


def _without_idle_unit(credit: ServiceCredit) -> ServiceCredit:
    return credit.model_copy(update={"band_unit": None}) if credit.lower is None and credit.upper is None else credit


def _ordered(items: tuple[Any, ...]) -> tuple[Any, ...]:
    return tuple(sorted(items, key=_order_key))


def _order_key(item: Any) -> str:
    """A text that puts equal items side by side, whatever notation their figures have."""
    if isinstance(item, BaseModel):
        return repr([(name, _order_key(value)) for name, value in item])
    if isinstance(item, Decimal):
        return f"{item.normalize():f}"
    if isinstance(item, tuple):
        return repr([_order_key(value) for value in item])
    return str(item)


def complete(agreement: Agreement, defaults: Agreement) -> Agreement:
    """The agreement with each field that it leaves empty taken from `defaults`; no list is ever mixed.

    Levels, priorities and credits are promises: they are taken from the defaults only where the agreement has no level at all.
    """
    promises = {"service_levels", "service_credits", "priorities"}
    own = set(promises) if agreement.service_levels or agreement.service_credits else set()
    return _filled(agreement, defaults, skip=own)


def _filled(model: M, defaults: M, skip: frozenset[str] | set[str] = frozenset()) -> M:
    update: dict[str, Any] = {}
    for name, value in model:
        default = getattr(defaults, name)
        if name in skip or default in (None, ()):
            continue
        if value in (None, ()):
            update[name] = default
        elif isinstance(value, CreditTerms | Maintenance | Term | Pilot) and type(value) is type(default):
            update[name] = _filled(value, default)
    return model.model_copy(update=update)


def differences(a: Agreement, b: Agreement) -> Mapping[str, tuple[Any, Any]]:
    """The stated fields in which two agreements differ, each with both values."""
    x, y = stated(a), stated(b)
    return {name: (getattr(x, name), getattr(y, name)) for name in STATED if getattr(x, name) != getattr(y, name)}
