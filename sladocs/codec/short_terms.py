"""Terms, governance and clauses, read from the short form."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from sladocs.codec import phrases, units
from sladocs.codec.draft import Draft, Fields
from sladocs.codec.problems import MISSING, Path
from sladocs.codec.tree import Map, Node, Text
from sladocs.model.agreement import (
    AsWritten,
    ChronicFailure,
    ClauseChoice,
    CreditCap,
    CreditTerms,
    EscalationStep,
    Maintenance,
    Report,
    Review,
    ServiceLevel,
    Term,
)
from sladocs.model.metrics import Metric
from sladocs.model.quantity import Comparator, Duration

OMITTED: Final = "omitted"
"""The variant that leaves a clause out."""
KINDS: Final = frozenset((
    "parties", "definitions", "purpose", "scope", "exclusions", "roles", "governance", "service_levels", "measurement",
    "reporting", "review", "penalties", "incentives", "escalation", "dispute_resolution", "support", "maintenance",
    "change_management", "improvement", "continuity", "security", "data_protection", "confidentiality", "financial", "pilot",
    "off_ramp", "term", "renewal", "termination", "exit", "amendment", "liability", "indemnity", "warranty", "force_majeure",
    "governing_law", "assignment", "subcontracting", "notices", "audit", "intellectual_property", "signatures",
))  # fmt: skip
"""The kinds of clause. In a list of clauses one of these words is a kind, any other word a clause's id."""


def span(fields: Fields, name: str) -> Any:
    """A length of time in short or exact form, or a text that was not understood."""
    node = fields.node(name)
    return fields.either(name, units.duration, AsWritten if isinstance(node, Map) and "as_written" in node.entries else Duration)


def day(fields: Fields, name: str) -> Any:
    """A date, or a text that was not understood."""
    return fields.either(name, phrases.date, AsWritten)


def read_credit_terms(draft: Draft, node: Node, path: Path) -> None:
    fields = Fields(draft, node, path, ("claim_window", "cap", "sole_remedy"), "credit_terms")
    cap = fields.either("cap", phrases.cap, CreditCap)
    values = {"claim_window": span(fields, "claim_window"), "cap": cap, "sole_remedy": fields.phrase("sole_remedy", units.truth)}
    fields.put("credit_terms", CreditTerms, values)


def read_chronic_failure(draft: Draft, node: Node, path: Path) -> None:
    if isinstance(node, Text):
        node = Map({"text": node}, node.origin)
    fields = Fields(draft, node, path, ("consecutive", "failures", "within", "below", "text"), "chronic_failure")
    counts = {name: fields.phrase(name, units.months) for name in ("consecutive", "failures", "within")}
    fields.put(
        "chronic_failure",
        ChronicFailure,
        {**counts, "below": fields.phrase("below", units.share), "text": fields.text("text")},
    )


def read_maintenance(draft: Draft, node: Node, path: Path) -> None:
    """`notice` is a level; `notice_term` only where the terms state another notice than the level."""
    fields = Fields(draft, node, path, ("window", "notice", "notice_term"), "maintenance")
    fields.put("maintenance", Maintenance, {"window": fields.text("window"), "notice": span(fields, "notice_term")})
    notice = fields.phrase("notice", units.duration) if not isinstance(fields.node("notice"), Map) else fields.model("notice", Duration)
    if notice is not None:
        level = {"metric": Metric.MAINTENANCE_NOTICE, "comparator": Comparator.AT_LEAST, "value": notice.value, "unit": notice.unit}
        draft.entry("service_levels", ServiceLevel, level, fields.where("notice"))


def read_term(draft: Draft, node: Node, path: Path) -> None:
    """`term: 3 years` is the initial term; a map gives each part."""
    if isinstance(node, Text):
        node = Map({"initial": node}, node.origin)
    dates, spans = ("effective_date", "expiration_date"), ("initial", "renewal", "renewal_notice", "termination_notice", "cure_period")
    fields = Fields(draft, node, path, (*dates, *spans), "term")
    fields.put("term", Term, {name: day(fields, name) for name in dates} | {name: span(fields, name) for name in spans})


# --- governance -------------------------------------------------------------------------------------------------------------------


def read_escalation(draft: Draft, node: Node, path: Path) -> None:
    for number, (item, where) in enumerate(draft.items(node, path, "escalation"), start=1):
        fields = Fields(draft, item, where, ("level", "role", "side", "after", "priority"), "a step of the escalation")
        level = fields.phrase("level", units.whole)
        after = fields.either("after", units.duration, Duration)
        typed = {"level": level if level is not None else number, "after": after, "side": fields.choice("side", ("provider", "customer"))}
        fields.entry("escalation", EscalationStep, typed)


def read_reports(draft: Draft, node: Node, path: Path) -> None:
    for item, where in draft.items(node, path, "reports"):
        fields = Fields(draft, item, where, ("name", "every", "within", "owner", "recipients"), "a report")
        name = fields.text("name")
        fields.entry("reports", Report, {"frequency": fields.phrase("every", phrases.frequency)})
        due = fields.either("within", units.duration, Duration)
        if due is not None:
            level = {
                "metric": Metric.REPORTING_TIME,
                "comparator": Comparator.AT_MOST,
                "value": due.value,
                "unit": due.unit,
                "service": name,
            }
            draft.entry("service_levels", ServiceLevel, level, fields.where("within"))


def read_reviews(draft: Draft, node: Node, path: Path) -> None:
    for item, where in draft.items(node, path, "reviews"):
        fields = Fields(draft, item, where, ("name", "every", "participants"), "a review")
        fields.entry("reviews", Review, {"frequency": fields.phrase("every", phrases.frequency)})


def entries(name: str, model: Any, what: str) -> Callable[[Draft, Node, Path], None]:
    """A list of maps whose fields are all text."""

    def read_entries(draft: Draft, node: Node, path: Path) -> None:
        for item, where in draft.items(node, path, name):
            Fields(draft, item, where, model.model_fields, what).entry(name, model, {})

    return read_entries


# --- clauses ------------------------------------------------------------------------------------------------------------------------


def read_clauses(draft: Draft, node: Node, path: Path) -> None:
    """A map from clause to variant (with `without`, a list of those left out), or a list of kinds, ids and maps."""
    if isinstance(node, Map):
        for key, entry in node.entries.items():
            if key == "without":
                for item, where in draft.items(entry, (*path, key), "without"):
                    _clause(draft, item, where, variant=OMITTED)
            elif isinstance(entry, Map):
                fields = Fields(draft, entry, (*path, key), ("variant", "version", "kind", "heading"), "a clause")
                fields.entry("clauses", ClauseChoice, {"id": key})
            else:
                text = None if isinstance(entry, Text) and entry.absent else draft.text(entry, (*path, key), key)
                draft.entry("clauses", ClauseChoice, {"id": key, "variant": text}, (*path, key))
        return
    for item, where in draft.items(node, path, "clauses"):
        _clause(draft, item, where)


def _clause(draft: Draft, node: Node, path: Path, variant: str | None = None) -> None:
    if isinstance(node, Text):
        word = node.value.strip()
        if not word:
            draft.problems.add(path, "a clause needs a name", code=MISSING)
        elif word in KINDS and variant is None:
            draft.entry("clauses", ClauseChoice, {"kind": word}, path)
        else:
            draft.entry("clauses", ClauseChoice, {"id": word, "variant": variant}, path)
        return
    fields = Fields(draft, node, path, ("id", "variant", "version", "kind", "heading"), "a clause")
    fields.entry("clauses", ClauseChoice, {"variant": variant} if variant else {})
