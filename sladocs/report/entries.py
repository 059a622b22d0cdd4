"""An agreement as entries (a level, a credit, a party) with their facts: what comparisons, proofs and explanations go through one by one.

Entries of two agreements are paired by their keys (see `pairing`), the most telling key first.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from typing import Final

from sladocs.model import hours
from sladocs.model.agreement import Agreement, Calendar, ChronicFailure, ServiceCredit, ServiceLevel
from sladocs.model.metrics import TAXONOMY
from sladocs.model.phrases import (
    cap_words,
    credit_name,
    credit_words,
    exact_band_words,
    figure_words,
    level_name,
    statistic_words,
    step_of,
    target_words,
)
from sladocs.model.quantity import Quantity
from sladocs.report.facts import Entry, Fact, fact, facts
from sladocs.report.governance import bodies, escalation, reports, responsibilities, reviews, volumes
from sladocs.report.pilots import off_ramps, pilot

PARTS: Final = (
    "agreement", "party", "service", "priority", "calendar", "service level", "service credit", "credit terms", "chronic failure",
    "escalation", "report", "review", "body", "volume", "maintenance", "term", "pilot", "success test", "off-ramp",
)  # fmt: skip
"""The parts that a document states, in its order."""

CHOSEN: Final = ("choice", "responsibility", "clause", "special term")
"""The parts that a person chooses and a reader of documents does not know."""

TITLES: Final = {
    "agreement": "Agreement", "party": "Parties", "service": "Services", "priority": "Priorities", "calendar": "Calendars",
    "service level": "Service levels", "service credit": "Service credits", "credit terms": "Credit terms",
    "chronic failure": "Chronic failure",
    "escalation": "Escalation", "report": "Reports", "review": "Reviews", "body": "Bodies", "volume": "Volumes",
    "maintenance": "Maintenance", "term": "Term", "pilot": "Pilot", "success test": "Success tests", "off-ramp": "Off-ramps",
    "choice": "Choices", "responsibility": "Responsibilities", "clause": "Clauses", "special term": "Special terms",
}  # fmt: skip


def entries(agreement: Agreement, parts: tuple[str, ...] = PARTS) -> Iterator[Entry]:
    """All entries of the parts, in order."""
    for part in parts:
        yield from _MAKERS[part](agreement)


def _single(part: str, path: str, found: dict[str, Fact]) -> Iterator[Entry]:
    if found:
        yield Entry(part, "", path, found, (part,))


def _agreement(a: Agreement) -> Iterator[Entry]:
    yield from _single(
        "agreement",
        "",
        facts(
            ("title", a.title, "title"),
            ("governing law", a.governing_law, "governing_law"),
            ("support hours", a.support_hours, "support_hours"),
        ),
    )


def _choices(a: Agreement) -> Iterator[Entry]:
    yield from _single(
        "choice",
        "",
        facts(
            ("version", a.version, "version"),
            ("version date", a.version_date, "version_date"),
            ("template", a.template, "template"),
            ("form", a.form, "form"),
            ("position", a.position, "position"),
            ("master agreement", a.master_agreement, "master_agreement"),
        ),
    )


def _parties(a: Agreement) -> Iterator[Entry]:
    for i, x in enumerate(a.parties):
        found = facts(
            ("role", x.role.value, "role"),
            ("name", x.name, "name"),
            ("registered address", x.address, "address"),
            ("address for notices", x.notices, "notices"),
        )
        yield Entry("party", x.role.value.capitalize(), f"parties/{i}", found, ((x.role, x.name), x.role))


def _services(a: Agreement) -> Iterator[Entry]:
    for i, x in enumerate(a.services):
        found = facts(
            ("name", x.name, "name"),
            ("description", x.description, "description"),
            ("package", x.package.value.replace("_", " "), "package"),
        )
        yield Entry("service", x.name, f"services/{i}", found, (x.name, x.description))


def _priorities(a: Agreement) -> Iterator[Entry]:
    for i, x in enumerate(a.priorities):
        found = facts(("label", x.label, "label"), ("definition", x.definition, "definition"))
        yield Entry("priority", x.label, f"priorities/{i}", found, (x.label, x.definition))


def _calendars(a: Agreement) -> Iterator[Entry]:
    for i, x in enumerate(a.calendars):
        found = facts(
            ("name", x.name, "name"),
            ("hours", fact(_hours_value(x), "hours", hours.in_words(x), figure=True), "hours"),
            ("public holidays", x.holidays, "holidays"),
            ("source of holidays", x.holiday_source, "holiday_source"),
        )
        yield Entry("calendar", x.name, f"calendars/{i}", found, (x.name, _hours_value(x)))


def _hours_value(calendar: Calendar) -> Hashable:
    return (calendar.always, calendar.hours, calendar.zone)


def level_facts(x: ServiceLevel) -> dict[str, Fact]:
    """The facts of a level; comparator, figure and unit are one."""
    target = fact(x.target, "value", target_words(x))
    target = Fact(target.words, (x.comparator, target.same), (x.comparator, target.exact), figure=True, field="value")
    share = None if x.attainment is None else fact(x.attainment, "attainment", f"{figure_words(x.attainment, 'percent')} of cases")
    return facts(
        ("target", target, "value"),
        ("share of cases", share, "attainment"),
        ("statistic", statistic_words(x), "statistic"),
        ("measurement period", x.window and f"each {x.window.value}", "window"),
        ("reference", x.label, "label"),
        ("service level", TAXONOMY[x.metric].name, "metric"),
        ("service", x.service, "service"),
        ("priority", x.priority, "priority"),
        ("kind", x.threshold, "threshold"),
        ("key indicator", x.indicator or None, "indicator"),
        ("hours", x.calendar, "calendar"),
        ("condition", x.condition, "condition"),
        ("promised by", x.obliged if x.obliged == "customer" else None, "obliged"),
    )


def _levels(a: Agreement) -> Iterator[Entry]:
    yield from _of_levels("service level", "service_levels", a.service_levels)


def _tests(a: Agreement) -> Iterator[Entry]:
    yield from _of_levels("success test", "pilot/tests", a.pilot.tests if a.pilot else ())


def _of_levels(part: str, path: str, levels: Sequence[ServiceLevel]) -> Iterator[Entry]:
    for i, x in enumerate(levels):
        near = (x.metric, x.service, x.priority, x.condition, x.statistic)
        label = None if x.label is None else ("label", x.label)
        keys = (
            (*near, x.calendar, x.threshold, x.obliged, x.window, x.attainment),
            (*near, x.calendar, x.threshold, x.obliged),
            near,
            label,
        )
        yield Entry(part, level_name(x), f"{path}/{i}", level_facts(x), keys)


def credit_facts(x: ServiceCredit) -> dict[str, Fact]:
    """The facts of a step of a remedy: its band is one, and what it pays is one."""
    ends = [None if end is None else fact(Quantity(value=end, unit=x.band_unit or "count"), "") for end in (x.lower, x.upper)]
    flags = (x.lower_included if x.lower is not None else None, x.upper_included if x.upper is not None else None)
    band = Fact(
        exact_band_words(x),
        (*(end and end.same for end in ends), *flags),
        (*(end and end.exact for end in ends), *flags),
        figure=True,
        field="lower" if x.lower is not None else "upper",
    )
    amount = fact(x.amount, "")
    step = step_of(x.per) if x.per else None
    rate: Hashable = fact(step, "").same if step else x.per
    pays = Fact(credit_words(x), (amount.same, x.basis, rate), (amount.exact, x.basis, x.per), figure=True, field="value")
    return facts(
        ("actual figure", band, ""),
        ("credit", pays, ""),
        ("reference", x.level, "level"),
        ("service level", TAXONOMY[x.metric].name, "metric"),
        ("service", x.service, "service"),
        ("priority", x.priority, "priority"),
    )


def _credits(a: Agreement) -> Iterator[Entry]:
    for i, x in enumerate(a.service_credits):
        owner = (x.level, x.metric, x.service, x.priority)
        found = credit_facts(x)
        keys = ((owner, found["actual figure"].same), (owner, x.lower, x.upper), (owner, found["credit"].same), owner, owner[1:])
        yield Entry("service credit", credit_name(x), f"service_credits/{i}", found, keys)


def _credit_terms(a: Agreement) -> Iterator[Entry]:
    x = a.credit_terms
    cap = None
    if x.cap:
        amount = fact(x.cap.amount, "")
        cap = Fact(cap_words(x.cap), (amount.same, x.cap.basis), (amount.exact, x.cap.basis), figure=True, field="cap")
    found = facts(
        ("claim window", x.claim_window, "claim_window"), ("credit cap", cap, "cap"), ("only remedy", x.sole_remedy, "sole_remedy")
    )
    yield from _single("credit terms", "credit_terms", found)


def chronic_words(x: ChronicFailure) -> str:
    """Chronic failure in one line: "2 consecutive months; 3 of any 12 months; only below 95 %"."""
    parts = (
        f"{x.consecutive} consecutive months" if x.consecutive else None,
        f"{x.failures} of any {x.within} months" if x.failures else None,
        f"only below {figure_words(x.below, 'percent')}" if x.below is not None else None,
        x.text,
    )
    return "; ".join(part for part in parts if part)


def _chronic(a: Agreement) -> Iterator[Entry]:
    x = a.chronic_failure
    if x is not None:
        value = (x.consecutive, x.failures, x.within, x.below, x.text)
        yield from _single("chronic failure", "chronic_failure", facts(("test", fact(value, "", chronic_words(x), figure=True), "")))


def _maintenance(a: Agreement) -> Iterator[Entry]:
    yield from _single(
        "maintenance", "maintenance", facts(("window", a.maintenance.window, "window"), ("notice", a.maintenance.notice, "notice"))
    )


TERM_NAMES: Final = {
    "effective_date": "effective date",
    "expiration_date": "expiration date",
    "initial": "initial term",
    "renewal": "renewal term",
    "renewal_notice": "notice of non-renewal",
    "termination_notice": "notice of termination",
    "cure_period": "time to cure a breach",
}


def _term(a: Agreement) -> Iterator[Entry]:
    yield from _single("term", "term", facts(*((words, getattr(a.term, name), name) for name, words in TERM_NAMES.items())))


def _clauses(a: Agreement) -> Iterator[Entry]:
    for i, x in enumerate(a.clauses):
        if x.id:
            yield Entry(
                "clause", x.id, f"clauses/{i}", facts(("variant", x.variant, "variant"), ("version", x.version, "version")), (x.id,)
            )


def _special(a: Agreement) -> Iterator[Entry]:
    for i, x in enumerate(a.special_terms):
        yield Entry(
            "special term",
            x.heading,
            f"special_terms/{i}",
            facts(("text", x.text, "text"), ("replaces", x.replaces, "replaces")),
            (x.heading,),
        )


_MAKERS: Final[Mapping[str, Callable[[Agreement], Iterator[Entry]]]] = {
    "agreement": _agreement, "choice": _choices, "party": _parties, "service": _services, "priority": _priorities, "calendar": _calendars,
    "service level": _levels, "service credit": _credits, "credit terms": _credit_terms, "chronic failure": _chronic,
    "escalation": escalation, "report": reports, "review": reviews, "responsibility": responsibilities, "body": bodies, "volume": volumes,
    "maintenance": _maintenance, "pilot": pilot, "success test": _tests, "off-ramp": off_ramps,
    "term": _term, "clause": _clauses, "special term": _special,
}  # fmt: skip
