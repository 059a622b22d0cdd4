"""The arithmetic of availability, and how lengths of time are said."""

from decimal import Decimal

import pytest

from sladocs.model.agreement import Agreement, ServiceLevel, allowed_downtime, month_minutes
from sladocs.model.downtime import in_agreed_hours
from sladocs.report.downtime import YEAR, exact, in_month, spelled


def availability(value: str, **more: object) -> ServiceLevel:
    return ServiceLevel.model_validate({"metric": "availability", "comparator": ">=", "value": value, "unit": "percent", **more})


@pytest.mark.parametrize(
    ("value", "days", "minutes"),
    [
        ("99.9", 28, "40.32 min"), ("99.9", 30, "43.2 min"), ("99.9", 31, "44.64 min"), ("99.5", 30, "216 min"), ("99.99", 30, "4.32 min"),
        ("99.999", 30, "0.432 min"), ("100", 30, "0 min"), ("99.90", 30, "43.2 min"), ("95", 30, "2160 min"),
    ],
)  # fmt: skip
def test_minutes_in_a_month(value: str, days: int, minutes: str) -> None:
    assert exact(in_month(availability(value), days)) == minutes


@pytest.mark.parametrize(("value", "minutes"), [("99.9", "525.6 min"), ("99.999", "5.256 min")])
def test_minutes_in_a_year(value: str, minutes: str) -> None:
    assert exact(allowed_downtime(Decimal(value), YEAR)) == minutes
    assert month_minutes(30) == 43200


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        ("43.2", "43 min"), ("216", "3 h 36 min"), ("4.32", "4 min 19 s"), ("0.432", "26 s"), ("60", "1 h"), ("0", "none"),
        ("2160", "36 h"),        ("9.9999", "10 min"), ("59.5", "1 h"), ("0.001", "less than 1 s"), ("44.64", "45 min"),
    ],
)  # fmt: skip
def test_lengths_of_time_are_said_as_people_say_them(minutes: str, words: str) -> None:
    assert spelled(Decimal(minutes)) == words


def test_only_the_agreed_hours_count_where_a_calendar_says_so(agreement: Agreement) -> None:
    level = agreement.service_levels[1]
    assert level.calendar == "Support Hours"
    assert in_agreed_hours(agreement, level) == allowed_downtime(Decimal("99.5"), Decimal(5 * 600 * 30) / 7)
    assert in_agreed_hours(agreement, availability("99.9", calendar="Round the Clock")) is None
    assert in_agreed_hours(agreement, availability("99.9")) is None
