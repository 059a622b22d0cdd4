"""The annotation's `terms`: what a structure states in one value each, and the way back.

They are a projection: never stored beside the structure, and `fill` only adds what the structure leaves open.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from typing import Any, Final

from pydantic import ValidationError

from sladocs.model import hours
from sladocs.model.agreement import (
    Agreement,
    AsWritten,
    Calendar,
    ChronicFailure,
    CreditCap,
    CreditTerms,
    Maintenance,
    Party,
    Pilot,
    Report,
    Review,
    Role,
    Term,
)
from sladocs.model.finding import Evidence
from sladocs.model.metrics import Metric
from sladocs.model.quantity import Duration, Model, plain

SUPPORT_HOURS: Final = "Support hours"
"""The name of the calendar that a `support_hours` term becomes."""

_EMERGENCY = re.compile(r"emergenc|urgent|unscheduled|unplanned", re.IGNORECASE)

AS_WRITTEN: Final = "chronic_failure"
"""The term that the annotation keeps in the contract's own words."""


def terms(agreement: Agreement, evidence: Mapping[str, Evidence] | None = None) -> dict[str, Any]:
    """The annotation's terms, in its order; those that the agreement does not state are left out.

    With the evidence of an extraction, chronic failure stands in the contract's own words.
    """
    quote = (evidence or {}).get(AS_WRITTEN)
    term, credit = agreement.term, agreement.credit_terms
    found = {
        "title": agreement.title,
        "provider": _names(agreement, Role.PROVIDER),
        "customer": _names(agreement, Role.CUSTOMER),
        "effective_date": written(term.effective_date),
        "expiration_date": written(term.expiration_date),
        "initial_term": written(term.initial),
        "renewal_term": written(term.renewal),
        "renewal_notice": written(term.renewal_notice),
        "termination_notice": written(term.termination_notice),
        "cure_period": written(term.cure_period),
        "claim_window": written(credit.claim_window),
        "maintenance_notice": written(agreement.maintenance.notice or _level_notice(agreement)),
        "governing_law": agreement.governing_law,
        "credit_cap": _cap(credit.cap),
        "sole_remedy": True if credit.sole_remedy else None,
        "support_hours": _support_hours(agreement),
        "maintenance_window": agreement.maintenance.window,
        "reporting_frequency": next((report.frequency for report in agreement.reports if report.frequency), None),
        "review_frequency": next((review.frequency for review in agreement.reviews if review.frequency), None),
        "pilot_period": written(agreement.pilot.period) if agreement.pilot else None,
        AS_WRITTEN: quote.quote if quote and agreement.chronic_failure else _chronic(agreement.chronic_failure),
    }
    return {key: value for key, value in found.items() if value not in (None, "")}


def _names(agreement: Agreement, role: Role) -> str | None:
    return " and ".join(party.name for party in agreement.parties if party.role is role) or None


def written(value: Duration | dt.date | AsWritten | None) -> str | None:
    """A duration or date in ISO form; what was not understood, in its own words."""
    match value:
        case Duration():
            return value.iso
        case dt.date():
            return value.isoformat()
        case AsWritten():
            return value.text
    return None


def _level_notice(agreement: Agreement) -> Duration | None:
    """The notice of the first level about planned maintenance; notice of emergency work is another thing."""
    for level in agreement.service_levels:
        if level.metric is Metric.MAINTENANCE_NOTICE and not _EMERGENCY.search(level.service or ""):
            try:
                return Duration(value=level.value, unit=level.unit)
            except ValidationError:  # a notice in a unit that is no time ("1 count") is no duration
                continue
    return None


def _cap(cap: CreditCap | None) -> dict[str, Any] | None:
    return {"value": cap.value, "unit": cap.unit, "basis": cap.basis} if cap else None


def _support_hours(agreement: Agreement) -> str | None:
    """The hours in one line; a name without a calendar is all that the agreement says, so it stands for itself."""
    calendar = agreement.calendar(agreement.support_hours)
    return hours.in_words(calendar) if calendar else agreement.support_hours


def _chronic(failure: ChronicFailure | None) -> str | None:
    if failure is None or failure.text:
        return failure.text if failure else None
    parts = []
    if failure.consecutive is not None:
        parts.append(f"{failure.consecutive} consecutive months")
    if failure.failures is not None:
        parts.append(f"any {failure.failures} months within {failure.within} consecutive months")
    below = "" if failure.below is None else f"below {plain(failure.below)} % "
    return f"{below}in {' or '.join(parts)}"


def fill(agreement: Agreement, given: Mapping[str, Any]) -> Agreement:
    """The agreement with each of the annotation's terms that it does not state itself. Raises ValueError for a term without meaning."""
    stated = terms(agreement)
    if agreement.maintenance.notice is None and stated.get("maintenance_notice") != given.get("maintenance_notice"):
        stated.pop("maintenance_notice", None)  # the terms may state another notice than the first level
    new = {key: value for key, value in given.items() if value is not None and key not in stated}
    update: dict[str, Any] = {field: new[field] for field in ("title", "governing_law") if field in new}
    update["parties"] = (*_parties(new), *agreement.parties)
    update["term"] = _filled(Term, agreement.term, new, _TERM)
    update["credit_terms"] = _filled(CreditTerms, agreement.credit_terms, new, _CREDIT_TERMS)
    update["maintenance"] = _filled(Maintenance, agreement.maintenance, new, _MAINTENANCE)
    if "support_hours" in new:
        update |= _with_hours(agreement, new["support_hours"])
    if "reporting_frequency" in new:
        update["reports"] = (*agreement.reports, Report(frequency=new["reporting_frequency"]))
    if "review_frequency" in new:
        update["reviews"] = (*agreement.reviews, Review(frequency=new["review_frequency"]))
    if "pilot_period" in new:
        update["pilot"] = Pilot(period=_duration(new["pilot_period"]))
    if "chronic_failure" in new:
        update["chronic_failure"] = ChronicFailure(text=new["chronic_failure"])
    return agreement.model_copy(update=update)


def _parties(new: Mapping[str, Any]) -> list[Party]:
    return [Party(role=role, name=new[role.value]) for role in (Role.PROVIDER, Role.CUSTOMER) if role.value in new]


def _duration(text: str) -> Duration | AsWritten:
    """A duration of one unit; a longer form ("P1Y6M") is kept as written."""
    try:
        return Duration.from_iso(text)
    except ValueError:
        return AsWritten(text=text)


def _date(text: str) -> dt.date | AsWritten:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return AsWritten(text=text)


def _read_cap(value: Mapping[str, Any]) -> CreditCap:
    return CreditCap(value=value["value"], unit=value["unit"], basis=value.get("basis"))


def _same(value: Any) -> Any:
    return value


_Fields = Mapping[str, tuple[str, Callable[[Any], Any]]]
_TERM: Final[_Fields] = {
    "effective_date": ("effective_date", _date),
    "expiration_date": ("expiration_date", _date),
    "initial_term": ("initial", _duration),
    "renewal_term": ("renewal", _duration),
    "renewal_notice": ("renewal_notice", _duration),
    "termination_notice": ("termination_notice", _duration),
    "cure_period": ("cure_period", _duration),
}
_CREDIT_TERMS: Final[_Fields] = {
    "claim_window": ("claim_window", _duration),
    "credit_cap": ("cap", _read_cap),
    "sole_remedy": ("sole_remedy", _same),
}
_MAINTENANCE: Final[_Fields] = {"maintenance_window": ("window", _same), "maintenance_notice": ("notice", _duration)}


def _filled(model: type[Model], own: Model, new: Mapping[str, Any], fields: _Fields) -> Any:
    values = {name: value for name, value in own if value is not None}
    return model(**{field: read(new[key]) for key, (field, read) in fields.items() if key in new} | values)


def _with_hours(agreement: Agreement, text: str) -> dict[str, Any]:
    """Support hours as a calendar, one that is there already where its hours are the same; words that are no hours stay a name."""
    name = next((calendar.name for calendar in agreement.calendars if hours.in_words(calendar) == text), None)
    if name:
        return {"support_hours": name}
    taken = {calendar.name for calendar in agreement.calendars}
    name = next(free for i in range(1, len(taken) + 2) if (free := SUPPORT_HOURS if i == 1 else f"{SUPPORT_HOURS} {i}") not in taken)
    try:
        spans, zone = hours.read(text) if not hours.is_always(text) else ((), None)
        calendar = Calendar(name=name, always=not spans, hours=spans, zone=zone)
    except ValueError:
        return {"support_hours": text}
    if hours.in_words(calendar) != text:
        return {"support_hours": text}
    return {"calendars": (*agreement.calendars, calendar), "support_hours": name}
