"""When people answer: in sentences, items and cells of many hands, and hours that are those of something else."""

from __future__ import annotations

import pytest

from sladocs.extract.facts import read_facts
from sladocs.model.agreement import Agreement
from sladocs.model.document import Cell, Document, Heading, ListItem, Paragraph, Table, line


def hours(agreement: Agreement) -> str | None:
    """The calendar of the support hours, in short."""
    calendar = next((c for c in agreement.calendars if c.name == agreement.support_hours), None)
    if calendar is None:
        return None
    if calendar.always:
        return "24x7"
    return "; ".join(f"{' '.join(day.value for day in h.days)} {h.start:%H:%M}-{h.end:%H:%M}" for h in calendar.hours)


def said(text: str, heading: str | None = None) -> str | None:
    above = [Heading(level=1, content=line(heading))] if heading else []
    return hours(read_facts(Document(body=(*above, Paragraph(content=line(text))))).agreement)


WEEK = "mon tue wed thu fri"
SUPPORT = [
    (f"{WEEK} 08:00-18:00", "Support is available Monday to Friday, 8:00 a.m. to 6:00 p.m. CET."),
    (
        f"{WEEK} 09:00-17:00",
        "Telephone support : 9:00 A.M. to 5:00 P.M. Monday - Friday Calls received out of office hours go to a mobile phone.",
    ),
    ("sun mon tue wed thu 09:00-17:00", "Email support: Monitored 9:00 A.M. to 5 P.M. Sunday – Thursday"),
    (f"{WEEK} 09:00-17:30", "Technical support hours are Mondays to Fridays 9.00 am to 5.30 pm except public holidays."),
    (f"{WEEK} 07:00-19:00", '"Business Hours" means 7:00 a.m. to 7:00 p.m. Eastern Time on Business Days.'),
    (f"{WEEK} 09:00-17:00", "Business day is defined as 9:00 AM through 5:00 PM, excluding holidays and weekends."),
    (f"{WEEK} 08:00-17:00", "RESPONSE TIMES – Monday to Friday 8am to 5pm (except Bank Holidays)"),
    (" 09:00-17:30", "Response times apply during standard working hours (9am — 5.30pm)."),
    ("24x7", "Our help desk is staffed 24 hours a day, seven days a week."),
    ("24x7", "The network operations center (NOC) operates 24/7."),
    ("24x7", "The tool is supported 24x7 by the operations team."),
    ("24x7", "It is simple: you can contact us 24/7."),
    (f"{WEEK} 09:00-18:00", "Users are supported on weekdays between 09:00 and 18:00."),
    (f"{WEEK} 07:30-17:30", "Hours of operation: Monday - Friday 7:30 AM to 5:30 PM"),
    (f"{WEEK} 08:00-17:00", "The contractor answers requests for repairs Monday through Friday, 8:00 A.M. to 5:00 P.M. (Central Time)."),
]


@pytest.mark.parametrize(("expected", "text"), SUPPORT)
def test_hours_of_people_who_answer(expected: str, text: str) -> None:
    assert said(text) == expected


NOT_SUPPORT = [
    "Scheduled maintenance takes place on Sundays from 02:00 to 06:00 UTC.",
    "The network is monitored 24/7 by automatic tools.",
    "We monitor our systems 24/7.",
    "The service will be made available twenty-four (24) hours a day, seven (7) days a week.",
    "Our colleagues get back to you within 24 hours after receiving your e-mail.",
    "Initial response within 30 minutes, 24/7",
    "Credits are claimed by e-mail within 24 hours of the outage.",
    "Maintenance is planned outside of Monday through Friday, 7:00 a.m. to 8:00 p.m.",
    "Backups run daily between 01:00 and 03:00.",
    "If we cannot keep the appointment we will telephone at least 24 hours in advance.",
    "Peak traffic is from Monday to Friday, 8:00 to 10:00.",
    "Deliveries are made Monday to Friday between 8:00 am and 5:00 pm.",
]


@pytest.mark.parametrize("text", NOT_SUPPORT)
def test_hours_of_other_things(text: str) -> None:
    assert said(text) is None


def test_the_standard_hours_count_before_those_for_emergencies() -> None:
    texts = ("After hours support is available 24x7 for priority 1 only.", "Service hours: staffed Monday - Friday, 7 am to 7 pm.")
    assert hours(read_facts(Document(body=tuple(Paragraph(content=line(text)) for text in texts))).agreement) == f"{WEEK} 07:00-19:00"


def test_the_heading_tells_what_the_hours_are() -> None:
    assert said("Monday to Friday, 8:00 to 16:00", "Service Support Hours") == f"{WEEK} 08:00-16:00"
    assert said("The portal is run 24x7 by the university.", "Service Support Hours") == "24x7"


def test_days_stand_in_the_next_item() -> None:
    items = (
        Paragraph(content=line("Support is available between:")),
        *(ListItem(level=1, label="•", content=line(t)) for t in ("9:00 and 18:00", "Mondays to Fridays")),
    )
    assert hours(read_facts(Document(body=items)).agreement) == f"{WEEK} 09:00-18:00"


def test_a_cell_is_read_by_its_head() -> None:
    rows = (("Channel", "Standard"), ("Private chat support", "9am-5pm Mon-Fri PST"))
    table = Table(headers=1, rows=tuple(tuple(Cell(lines=(line(cell),)) for cell in row) for row in rows))
    assert hours(read_facts(Document(body=(table,))).agreement) == f"{WEEK} 09:00-17:00"
