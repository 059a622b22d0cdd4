"""The annotation's form of an agreement: what a careful contract manager writes down from a contract, as plain data.

`terms` is a projection of the structure and is never stored beside it; `to_gold` and `from_gold` go between the two. What an
annotator adds that is no part of an agreement stands in `Annotation`, or as `also` in an entry's evidence.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from typing import Any, Final

from pydantic import Field, ValidationError

from sladocs.model import hours
from sladocs.model.agreement import (
    Agreement,
    AsWritten,
    Calendar,
    ChronicFailure,
    ClauseChoice,
    CreditCap,
    CreditTerms,
    EscalationStep,
    Maintenance,
    Party,
    Pilot,
    Report,
    Review,
    Role,
    ServiceCredit,
    ServiceLevel,
    Term,
)
from sladocs.model.finding import Evidence, Extraction
from sladocs.model.metrics import Metric
from sladocs.model.quantity import Duration, Model, plain

SUPPORT_HOURS: Final = "Support hours"
"""The name of the calendar that a `support_hours` term becomes."""

LEVEL_FIELDS: Final = ("metric", "comparator", "value", "unit", "attainment", "statistic", "priority", "service", "window")
CREDIT_FIELDS: Final = ("metric", "lower", "upper", "band_unit", "value", "unit", "basis", "per", "priority", "service")
STEP_FIELDS: Final = ("level", "role", "after", "priority")

_EMERGENCY = re.compile(r"emergenc|urgent|unscheduled|unplanned", re.IGNORECASE)


class Annotation(Model):
    """What stands in an annotation beside the agreement.

    `tolerated` are figures that are neither right nor wrong to report, `terms_also` other readings of terms, `omits` the paths that
    the annotator left out where others write null or an empty list.
    """

    id: str | None = None
    source: str | None = None
    tolerated: tuple[Mapping[str, object], ...] | None = None
    terms_also: Mapping[str, object] | None = None
    omits: tuple[str, ...] = Field(default=())


# --- the terms that a structure states ---------------------------------------------------------------------------------


def terms(agreement: Agreement) -> dict[str, Any]:
    """The annotation's terms, in its order; those that the agreement does not state are left out."""
    term, credit = agreement.term, agreement.credit_terms
    found = {
        "title": agreement.title,
        "provider": _names(agreement, Role.PROVIDER),
        "customer": _names(agreement, Role.CUSTOMER),
        "effective_date": _written(term.effective_date),
        "expiration_date": _written(term.expiration_date),
        "initial_term": _written(term.initial),
        "renewal_term": _written(term.renewal),
        "renewal_notice": _written(term.renewal_notice),
        "termination_notice": _written(term.termination_notice),
        "cure_period": _written(term.cure_period),
        "claim_window": _written(credit.claim_window),
        "maintenance_notice": _written(agreement.maintenance.notice or _level_notice(agreement)),
        "governing_law": agreement.governing_law,
        "credit_cap": _cap(credit.cap),
        "sole_remedy": True if credit.sole_remedy else None,
        "support_hours": _support_hours(agreement),
        "maintenance_window": agreement.maintenance.window,
        "reporting_frequency": next((report.frequency for report in agreement.reports if report.frequency), None),
        "review_frequency": next((review.frequency for review in agreement.reviews if review.frequency), None),
        "pilot_period": _written(agreement.pilot.period) if agreement.pilot else None,
        "chronic_failure": _chronic(agreement.chronic_failure),
    }
    return {key: value for key, value in found.items() if value not in (None, "")}


def _names(agreement: Agreement, role: Role) -> str | None:
    return " and ".join(party.name for party in agreement.parties if party.role is role) or None


def _written(value: Duration | dt.date | AsWritten | None) -> str | None:
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


# --- to the annotation ---------------------------------------------------------------------------------------------------


def to_gold(what: Extraction | Agreement, annotation: Annotation | None = None) -> dict[str, Any]:
    """The annotation of an agreement: `id`, `source`, `kind`, `terms`, the lists of entries, `clauses`.

    Figures stay Decimal. Quotes and other readings come from the evidence; an entry without evidence has none.
    """
    extraction = what if isinstance(what, Extraction) else Extraction(agreement=what)
    agreement, beside = extraction.agreement, annotation or Annotation()
    gold: dict[str, Any] = {key: value for key, value in (("id", beside.id), ("source", beside.source)) if value is not None}
    gold |= {"kind": agreement.kind, "terms": terms(agreement)}
    if beside.terms_also is not None:
        gold["terms_also"] = dict(beside.terms_also)
    gold["service_levels"] = list(_entries(extraction, "service_levels", _level))
    gold["service_credits"] = list(_entries(extraction, "service_credits", _credit))
    gold["escalation"] = list(_entries(extraction, "escalation", _step))
    gold["clauses"] = list(dict.fromkeys(clause.kind for clause in agreement.clauses if clause.kind))
    if beside.tolerated is not None:
        gold["tolerated"] = [dict(entry) for entry in beside.tolerated]
    for path in beside.omits:
        _remove(gold, path.split("/"))
    return gold


def _entries(extraction: Extraction, name: str, form: Callable[[Any], dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for index, entry in enumerate(getattr(extraction.agreement, name)):
        written = form(entry)
        if evidence := extraction.evidence.get(f"{name}/{index}"):
            written["quote"] = evidence.quote
            if evidence.also:
                written["also"] = {field: list(values) for field, values in evidence.also.items()}
        yield written


def _level(level: ServiceLevel) -> dict[str, Any]:
    written = {field: _text(getattr(level, field)) for field in LEVEL_FIELDS}
    return written | {"threshold": level.threshold} if level.threshold else written


def _credit(credit: ServiceCredit) -> dict[str, Any]:
    return {field: _text(getattr(credit, field)) for field in CREDIT_FIELDS}


def _step(step: EscalationStep) -> dict[str, Any]:
    return {"level": step.level, "role": step.role, "after": _written(step.after), "priority": step.priority}


def _text(value: Any) -> Any:
    """The plain text of an enumeration's value; anything else as it is."""
    return str(value) if isinstance(value, str) else value


def _remove(data: Any, path: list[str]) -> None:
    *parents, last = path
    for part in parents:
        data = data[int(part)] if isinstance(data, list) else data[part]
    data.pop(last, None)


# --- from the annotation -------------------------------------------------------------------------------------------------


def from_gold(gold: Mapping[str, Any]) -> Extraction:
    """The agreement that an annotation describes, with its quotes as evidence. Figures must be Decimal, int or text, never float.

    Raises ValueError (pydantic's ValidationError) where an entry has no meaning.
    """
    entries = {
        "service_levels": [_made(ServiceLevel, entry, (*LEVEL_FIELDS, "threshold")) for entry in gold.get("service_levels") or ()],
        "service_credits": [_made(ServiceCredit, entry, CREDIT_FIELDS) for entry in gold.get("service_credits") or ()],
        "escalation": [_made_step(entry) for entry in gold.get("escalation") or ()],
        "clauses": [ClauseChoice(kind=kind) for kind in gold.get("clauses") or ()],
    }
    agreement = fill(Agreement(kind=gold.get("kind"), **entries), gold.get("terms") or {})
    names = ("service_levels", "service_credits", "escalation")
    evidence = {f"{name}/{i}": found for name in names for i, entry in enumerate(gold.get(name) or ()) if (found := _evidence(entry))}
    return Extraction(agreement=agreement, evidence=evidence)


def annotation(gold: Mapping[str, Any]) -> Annotation:
    """What stands beside the agreement: with it, `to_gold` gives back the very annotation that `from_gold` read."""
    tolerated, also = gold.get("tolerated"), gold.get("terms_also")
    beside = Annotation(
        id=gold.get("id"), source=gold.get("source"), tolerated=None if tolerated is None else tuple(tolerated), terms_also=also
    )
    return beside.model_copy(update={"omits": tuple(_missing(to_gold(from_gold(gold), beside), gold))})


def _missing(full: Any, own: Any, path: str = "") -> Iterator[str]:
    """The paths of keys that `full` has and `own` has not."""
    if isinstance(full, Mapping) and isinstance(own, Mapping):
        for key, value in full.items():
            if key in own:
                yield from _missing(value, own[key], f"{path}{key}/")
            else:
                yield f"{path}{key}"
    elif isinstance(full, list) and isinstance(own, list):
        for index, (ours, theirs) in enumerate(zip(full, own, strict=False)):
            yield from _missing(ours, theirs, f"{path}{index}/")


def _made(model: Any, entry: Mapping[str, Any], fields: tuple[str, ...]) -> Any:
    return model(**{field: entry[field] for field in fields if entry.get(field) is not None})


def _made_step(entry: Mapping[str, Any]) -> EscalationStep:
    after = entry.get("after")
    return EscalationStep(
        level=int(entry["level"]), role=entry["role"], priority=entry.get("priority"), after=Duration.from_iso(after) if after else None
    )


def _evidence(entry: Mapping[str, Any]) -> Evidence | None:
    if entry.get("quote") is None:
        return None
    return Evidence(quote=entry["quote"], also={field: tuple(values) for field, values in (entry.get("also") or {}).items()})


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


def equal(a: Any, b: Any) -> bool:
    """Whether two values of an annotation are equal: figures by value, dates and names by text."""
    if isinstance(a, Decimal | int) and isinstance(b, Decimal | int):
        return a == b and isinstance(a, bool) == isinstance(b, bool)
    if isinstance(a, Mapping) and isinstance(b, Mapping):
        return {k for k, v in a.items() if v is not None} == {k for k, v in b.items() if v is not None} and all(
            equal(v, b[k]) for k, v in a.items() if v is not None
        )
    return bool(a == b)
