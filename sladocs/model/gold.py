"""The annotation's form of an agreement: what a careful contract manager writes down from a contract, as plain data.

`to_gold` and `from_gold` go between the two. What an annotator adds that is no part of an agreement stands in `Annotation`, or as
`also` in an entry's evidence.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from typing import Any, Final

from pydantic import Field

from sladocs.model.agreement import Agreement, ClauseChoice, EscalationStep, ServiceCredit, ServiceLevel
from sladocs.model.finding import Evidence, Extraction
from sladocs.model.quantity import Duration, Model
from sladocs.model.terms import fill, terms, written

__all__ = ["CREDIT_FIELDS", "LEVEL_FIELDS", "STEP_FIELDS", "Annotation", "annotation", "equal", "fill", "from_gold", "terms", "to_gold"]

LEVEL_FIELDS: Final = ("metric", "comparator", "value", "unit", "attainment", "statistic", "priority", "service", "window")
CREDIT_FIELDS: Final = ("metric", "lower", "upper", "band_unit", "value", "unit", "basis", "per", "priority", "service")
STEP_FIELDS: Final = ("level", "role", "after", "priority")


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


# --- to the annotation ---------------------------------------------------------------------------------------------------


def to_gold(what: Extraction | Agreement, annotation: Annotation | None = None) -> dict[str, Any]:
    """The annotation of an agreement: `id`, `source`, `kind`, `terms`, the lists of entries, `clauses`.

    Figures stay Decimal. Quotes and other readings come from the evidence; an entry without evidence has none.
    """
    extraction = what if isinstance(what, Extraction) else Extraction(agreement=what)
    agreement, beside = extraction.agreement, annotation or Annotation()
    gold: dict[str, Any] = {key: value for key, value in (("id", beside.id), ("source", beside.source)) if value is not None}
    gold |= {"kind": agreement.kind, "terms": terms(agreement, extraction.evidence)}
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
    return {"level": step.level, "role": step.role, "after": written(step.after), "priority": step.priority}


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


def equal(a: Any, b: Any) -> bool:
    """Whether two values of an annotation are equal: figures by value, dates and names by text."""
    if isinstance(a, Decimal | int) and isinstance(b, Decimal | int):
        return a == b and isinstance(a, bool) == isinstance(b, bool)
    if isinstance(a, Mapping) and isinstance(b, Mapping):
        return {k for k, v in a.items() if v is not None} == {k for k, v in b.items() if v is not None} and all(
            equal(v, b[k]) for k, v in a.items() if v is not None
        )
    return bool(a == b)
