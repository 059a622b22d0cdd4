"""The tables of governance: escalation, reports, reviews, and who does what."""

from __future__ import annotations

from typing import Final

from sladocs.assemble import printed
from sladocs.assemble.context import Context
from sladocs.assemble.tables.columns import table
from sladocs.assemble.tables.levels import target
from sladocs.library.placing import report_levels
from sladocs.model.document import Run, Table

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


def raci(context: Context) -> Table | None:
    rows = [
        {
            "Activity": line.activity,
            "Responsible": line.responsible,
            "Accountable": line.accountable,
            "Consulted": line.consulted,
            "Informed": line.informed,
        }
        for line in context.agreement.responsibilities
    ]
    return table("raci", "Responsibilities", "Who is responsible, accountable, consulted and informed for each activity.", rows)
