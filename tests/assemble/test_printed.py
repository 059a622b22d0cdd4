"""How figures, times and lists are printed, as tables of cases."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from sladocs.assemble import printed
from sladocs.assemble.context import Context
from sladocs.assemble.fill import printed_value
from sladocs.library.paths import find
from sladocs.model.agreement import (
    Agreement,
    AsWritten,
    Calendar,
    ChronicFailure,
    CreditCap,
    CreditTerms,
    Day,
    Maintenance,
    Service,
    Term,
    WeeklyHours,
)
from sladocs.model.document import words
from sladocs.model.quantity import Duration, Quantity

WORDS = [
    ("30", "day", "thirty (30) days"),
    ("1", "year", "one (1) year"),
    ("12", "month", "twelve (12) months"),
    ("5", "business_day", "five (5) Business Days"),
    ("1", "business_day", "one (1) Business Day"),
    ("4", "business_hour", "four (4) business hours"),
    ("0", "day", "zero (0) days"),
    ("110", "day", "one hundred and ten (110) days"),
    ("1000", "hour", "one thousand (1,000) hours"),
    ("12345", "hour", "12,345 hours"),
    ("1.5", "hour", "1.5 hours"),
    ("-3", "day", "-3 days"),
    ("99.90", "percent", "99.90 %"),
    ("10000", "currency:USD", "USD 10,000"),
    ("3", "count", "three (3)"),
]


@pytest.mark.parametrize(("value", "unit", "expected"), WORDS)
def test_figures_in_words(value: str, unit: str, expected: str) -> None:
    text = printed.quantity_in_words(Quantity(value=Decimal(value), unit=unit), {"Business Day"})
    assert text.replace("\u00a0", " ") == expected


def test_a_figure_stays_on_one_line_with_its_unit() -> None:
    assert printed.figure(Decimal("99.9"), "percent") == "99.9\u00a0%"
    assert printed.figure(Decimal(4), "business_hour") == "4\u00a0business\u00a0hours"
    assert printed.figure(Decimal(3), "count") == "3"
    assert printed.quantity_in_words(Quantity(value=Decimal(30), unit="day")) == "thirty (30)\u00a0days"


DAYS = [
    ("mon tue wed thu fri", "Monday to Friday"),
    ("mon tue wed thu fri sat sun", "Monday to Sunday"),
    ("sun mon tue wed thu", "Sunday to Thursday"),
    ("sat sun", "Saturday and Sunday"),
    ("mon wed fri", "Monday, Wednesday and Friday"),
    ("fri", "Friday"),
    ("fri mon", "Friday and Monday"),
]


@pytest.mark.parametrize(("days", "expected"), DAYS)
def test_days_in_words(days: str, expected: str) -> None:
    assert printed.days(tuple(Day(day) for day in days.split())) == expected


def hours(days: str, start: int, end: int) -> WeeklyHours:
    return WeeklyHours(days=tuple(Day(day) for day in days.split()), start=dt.time(start), end=dt.time(end))


HOURS = [
    (Calendar(name="c", always=True), ["24 hours a day, 7 days a week"]),
    (
        Calendar(name="c", hours=(hours("mon tue wed", 8, 18),), zone="Europe/Berlin"),
        ["Monday to Wednesday, 08:00 to 18:00, Europe/Berlin time"],
    ),
    (Calendar(name="c", hours=(hours("fri", 8, 15),), zone="CET"), ["Friday, 08:00 to 15:00, CET"]),
    (Calendar(name="c", hours=(hours("", 8, 18),)), ["08:00 to 18:00"]),
    (
        Calendar(name="c", hours=(hours("mon tue wed thu", 8, 18), hours("fri", 8, 15)), zone="Europe/Berlin"),
        ["Monday to Thursday, 08:00 to 18:00", "Friday, 08:00 to 15:00, Europe/Berlin time"],
    ),
]


@pytest.mark.parametrize(("calendar", "expected"), HOURS)
def test_hours_of_a_calendar(calendar: Calendar, expected: list[str]) -> None:
    assert printed.hours_lines(calendar) == expected


def test_dates() -> None:
    assert printed.date(dt.date(2027, 1, 1)) == "1\u00a0January 2027"
    assert printed.date(AsWritten(text="the day after")) == "the day after"


FACTS = Agreement(
    title="A <b> {{ t }}",
    services=(Service(name="One"), Service(name="Two"), Service(name="Three")),
    term=Term(initial=Duration(value=Decimal(3), unit="year"), effective_date=dt.date(2027, 1, 1), renewal=AsWritten(text="as agreed")),
    credit_terms=CreditTerms(cap=CreditCap(value=Decimal(30), unit="percent", basis="monthly_fee")),
    chronic_failure=ChronicFailure(consecutive=2, failures=3, within=12, below=Decimal(95)),
    maintenance=Maintenance(window="Sundays\nat night"),
)

FILLED = [
    ("term.initial", "words", "three (3) years", ["term/initial"]),
    ("term.initial", "duration", "3 years", ["term/initial"]),
    ("term.effective_date", "date", "1 January 2027", ["term/effective_date"]),
    ("term.renewal", "words", "as agreed", ["term/renewal"]),
    ("credit_terms.cap", "credit", "30 % of the monthly fee", ["credit_terms/cap/value"]),
    ("credit_terms.cap.value", "percent", "30 %", ["credit_terms/cap/value"]),
    (
        "chronic_failure", "months",
        "two (2) consecutive months, or in three (3) months out of any twelve (12) consecutive months, with a result below 95 % in each of them",
        ["chronic_failure/consecutive", "chronic_failure/failures", "chronic_failure/within", "chronic_failure/below"],
    ),
    ("chronic_failure.consecutive", "words", "two (2)", ["chronic_failure/consecutive"]),
    ("services", "list", "One, Two and Three", []),
    ("services.0.package", "text", "basic", []),
    ("maintenance.window", "text", "Sundays at night", []),
    ("title", "text", "A <b> {{ t }}", []),
]  # fmt: skip


@pytest.mark.parametrize(("path", "how", "expected", "marks"), FILLED)
def test_values_by_filter(path: str, how: str, expected: str, marks: list[str]) -> None:
    found = find(FACTS, path)
    assert found is not None
    runs = tuple(printed_value(found, how, Context(FACTS, (), {}, {}, {}, ())))
    assert words(runs).replace("\u00a0", " ") == expected
    assert [run.figure for run in runs if run.figure] == marks


def test_chronic_failure_in_its_own_words() -> None:
    agreement = Agreement(chronic_failure=ChronicFailure(text="three times a year"))
    found = find(agreement, "chronic_failure")
    assert found is not None
    assert words(tuple(printed_value(found, "months", Context(agreement, (), {}, {}, {}, ())))) == "three times a year"
