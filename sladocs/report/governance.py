"""The entries of governance: escalation, reports, reviews, responsibilities, bodies, volumes of work."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from sladocs.model.agreement import Agreement, Volume
from sladocs.model.phrases import figure_words
from sladocs.report.facts import Entry, Fact, fact, facts


def escalation(a: Agreement) -> Iterator[Entry]:
    """The steps of the ladder."""
    for i, x in enumerate(a.escalation):
        found = facts(
            ("level", str(x.level), "level"),
            ("role", x.role, "role"),
            ("party", x.side, "side"),
            ("after", x.after, "after"),
            ("priority", x.priority, "priority"),
        )
        name = ", ".join(part for part in (f"level {x.level}", x.priority, x.role) if part)
        yield Entry(
            "escalation",
            name,
            f"escalation/{i}",
            found,
            ((x.level, x.priority, x.side, x.role), (x.level, x.priority, x.side), (x.priority, x.role)),
        )


def reports(a: Agreement) -> Iterator[Entry]:
    """The reports."""
    for i, x in enumerate(a.reports):
        found = facts(
            ("name", x.name, "name"),
            ("frequency", x.frequency, "frequency"),
            ("prepared by", x.owner, "owner"),
            ("sent to", x.recipients, "recipients"),
        )
        yield Entry("report", x.name or "report", f"reports/{i}", found, (x.name, x.frequency))


def reviews(a: Agreement) -> Iterator[Entry]:
    """The review meetings."""
    for i, x in enumerate(a.reviews):
        found = facts(("name", x.name, "name"), ("frequency", x.frequency, "frequency"), ("participants", x.participants, "participants"))
        yield Entry("review", x.name or "review", f"reviews/{i}", found, (x.name, x.frequency))


def responsibilities(a: Agreement) -> Iterator[Entry]:
    """Who does what."""
    for i, x in enumerate(a.responsibilities):
        found = facts(*((name, getattr(x, name), name) for name in ("responsible", "accountable", "consulted", "informed")))
        yield Entry("responsibility", x.activity, f"responsibilities/{i}", found, (x.activity,))


def bodies(a: Agreement) -> Iterator[Entry]:
    """The bodies that decide."""
    for i, x in enumerate(a.bodies):
        found = facts(
            ("name", x.name, "name"),
            ("members", x.members, "members"),
            ("meets", x.meets and f"each {x.meets.replace('_', ' ')}", "meets"),
            ("decides", x.decides, "decides"),
            ("escalates to", x.escalates_to, "escalates_to"),
        )
        yield Entry("body", x.name, f"bodies/{i}", found, (x.name, x.decides))


def volumes(a: Agreement) -> Iterator[Entry]:
    """The volumes of work."""
    for i, x in enumerate(a.volumes):
        found = facts(
            ("work", x.work, "work"),
            ("service", x.service, "service"),
            ("expected volume", _amount(x, x.expected, "expected"), "expected"),
            ("relief above", None if x.relief_above is None else _amount(x, x.relief_above, "relief_above"), "relief_above"),
        )
        name = ", ".join(part for part in (x.work, x.service) if part)
        yield Entry("volume", name, f"volumes/{i}", found, ((x.work, x.service), x.work))


def _amount(x: Volume, value: Decimal, field: str) -> Fact:
    return fact((value, x.per), field, f"{figure_words(value, None)} each {x.per}", figure=True)
