"""The tables of governance: escalation, reports, reviews, and who does what."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from sladocs.assemble import printed
from sladocs.assemble.context import Context
from sladocs.assemble.tables.columns import Content, table
from sladocs.assemble.tables.levels import target
from sladocs.library.placing import report_levels
from sladocs.model.agreement import Volume
from sladocs.model.document import Line, Run, Table, line

FREQUENCIES: Final = {
    "day": "Daily",
    "week": "Weekly",
    "month": "Monthly",
    "quarter": "Quarterly",
    "half_year": "Half-yearly",
    "year": "Yearly",
}


def escalation(context: Context) -> Table | None:
    rows = [
        {
            "Level": str(step.level),
            "Role": step.role,
            "Party": step.side.capitalize() if step.side else None,
            "After": Run(text=printed.duration(step.after), figure=f"escalation/{i}/after") if step.after else None,
            "Priority": step.priority,
        }
        for i, step in enumerate(context.agreement.escalation)
    ]
    return table("escalation", "Escalation", "The steps of escalation, one row for each.", rows)


def reports(context: Context) -> Table | None:
    due = report_levels(context.agreement)
    rows = [
        {
            "Report": report.name,
            "Frequency": FREQUENCIES[report.frequency] if report.frequency else None,
            "Due": target(context.agreement.service_levels[due[i]], f"service_levels/{due[i]}") if i in due else None,
            "Prepared by": report.owner,
            "Sent to": report.recipients,
        }
        for i, report in enumerate(context.agreement.reports)
    ]
    return table("reports", "Reports", "The reports, how often each is made, and who prepares and receives it.", rows, keep=("Report",))


def reviews(context: Context) -> Table | None:
    rows = [
        {
            "Review": review.name,
            "Frequency": FREQUENCIES[review.frequency] if review.frequency else None,
            "Participants": review.participants,
        }
        for review in context.agreement.reviews
    ]
    return table("reviews", "Reviews", "The service reviews, how often each is held, and who takes part.", rows, keep=("Review",))


def bodies(context: Context) -> Table | None:
    rows = [
        {
            "Body": body.name,
            "Members": body.members,
            "Meets": FREQUENCIES[body.meets] if body.meets else None,
            "Decides": body.decides,
            "Escalates to": body.escalates_to,
        }
        for body in context.agreement.bodies
    ]
    return table("bodies", "Bodies", "The bodies that decide, who sits in each, how often it meets, and what it decides.", rows)


def volumes(context: Context) -> Table | None:
    rows: list[dict[str, Content]] = [
        {
            "Work": volume.work,
            "Service": volume.service,
            "Expected volume": _amount(volume.expected, volume, f"volumes/{i}/expected"),
            "Relief above": _amount(volume.relief_above, volume, f"volumes/{i}/relief_above"),
        }
        for i, volume in enumerate(context.agreement.volumes)
    ]
    return table("volumes", "Volumes", "How much work is expected, one row for each kind.", rows, keep=("Expected volume",))


def _amount(value: Decimal | None, volume: Volume, path: str) -> Line:
    """An amount of work: "400 each month"."""
    return () if value is None else line(Run(text=printed.figure(value, None), figure=path), f" each {volume.per}")


def raci(context: Context) -> Table | None:
    rows = [
        {
            "Activity": duty.activity,
            "Responsible": duty.responsible,
            "Accountable": duty.accountable,
            "Consulted": duty.consulted,
            "Informed": duty.informed,
        }
        for duty in context.agreement.responsibilities
    ]
    return table("raci", "Responsibilities", "Who is responsible, accountable, consulted and informed for each activity.", rows)
