"""Rule L31: names that lead nowhere in the agreement."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sladocs.check.rule import Subject, finding, rule
from sladocs.model.agreement import Agreement
from sladocs.model.finding import Finding, Severity

ERROR, WARNING = Severity.ERROR, Severity.WARNING


class _Use(NamedTuple):
    """A name that is used: where, what it should be the name of, and the names that there are."""

    path: str
    what: str
    name: str
    known: Sequence[str]
    severity: Severity


@rule("L31")
def name_leads_nowhere(subject: Subject) -> Iterator[Finding]:
    """A calendar, a reference, a service or a priority that is named, and that the agreement does not have.

    Formula: `support_hours` and the calendar of a level name a calendar of the agreement; the level of a credit is the
    reference of a level; the service and the priority of a level, success test, volume or credit stand in the lists of services and
    priorities, where the agreement has such lists. A report counts as the service of the time in which it is due.
    Looked at in agreements, not in documents, whose words nobody meant as names.

    Severity: error for calendars and references; warning for services and priorities.

    Remedy: write the name as it stands in its list, or add it there.

    Source: a cross-reference needs something that it refers to.

    Fires:
        calendars: {Support Hours: {hours: "Mon-Fri 08:00-18:00", zone: Europe/London}}
        support_hours: Suport Hours

    Does not fire:
        calendars: {Support Hours: {hours: "Mon-Fri 08:00-18:00", zone: Europe/London}}
        support_hours: Support Hours
    """
    if subject.document is not None and not subject.agreement.template:
        return
    for use in _uses(subject.agreement):
        if use.name not in use.known:
            message = f"There is no {use.what} {use.name!r} in the agreement."
            yield finding("L31", use.severity, use.path, message, _remedy(use))


def _remedy(use: _Use) -> str:
    if close := difflib.get_close_matches(use.name, use.known, n=1):
        return f"Did you mean {close[0]}?"
    return f"Write one of {', '.join(use.known)}, or add it." if use.known else "Add it, or take the name out."


def _uses(a: Agreement) -> Iterator[_Use]:
    calendars = [calendar.name for calendar in a.calendars]
    labels = [level.label for level in a.service_levels if level.label]
    services = [service.name for service in a.services]
    reports = [report.name for report in a.reports if report.name]
    priorities = [priority.label for priority in a.priorities]
    if a.support_hours:
        yield _Use("support_hours", "calendar", a.support_hours, calendars, ERROR)
    for index, level in enumerate(a.service_levels):
        at = f"service_levels/{index}"
        if level.calendar:
            yield _Use(f"{at}/calendar", "calendar", level.calendar, calendars, ERROR)
        if level.service and services and level.service not in reports:
            yield _Use(f"{at}/service", "service", level.service, services, WARNING)
        if level.priority and priorities:
            yield _Use(f"{at}/priority", "priority", level.priority, priorities, WARNING)
    for index, test in enumerate(a.pilot.tests if a.pilot else ()):
        at = f"pilot/tests/{index}"
        if test.calendar:
            yield _Use(f"{at}/calendar", "calendar", test.calendar, calendars, ERROR)
        if test.service and services:
            yield _Use(f"{at}/service", "service", test.service, services, WARNING)
    for index, volume in enumerate(a.volumes):
        if volume.service and services:
            yield _Use(f"volumes/{index}/service", "service", volume.service, services, WARNING)
    for index, credit in enumerate(a.service_credits):
        at = f"service_credits/{index}"
        if credit.level and a.service_levels:
            yield _Use(f"{at}/level", "level with the reference", credit.level, labels, ERROR)
        if credit.service and services:
            yield _Use(f"{at}/service", "service", credit.service, services, WARNING)
        if credit.priority and priorities:
            yield _Use(f"{at}/priority", "priority", credit.priority, priorities, WARNING)
