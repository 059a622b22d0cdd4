"""Figures with their units, in every way in which contracts write them."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sladocs.extract.en.quantities import find_dates, find_quantities
from sladocs.model.quantity import Quantity

CASES = [
    ("thirty (30) days", None, "30", "day"),
    ("24 (twenty four) hours", None, "24", "hour"),
    ("ninety-nine point nine percent (99.9%)", None, "99.9", "percent"),
    ("1,5 %", None, "1.5", "percent"),
    ("99.5 per cent", None, "99.5", "percent"),
    ("half an hour", None, "0.5", "hour"),
    ("one half of one month", None, "0.5", "month"),
    ("two and a half hours", None, "2.5", "hour"),
    ("1 hour 30 minutes", None, "90", "minute"),
    ("one hundred twenty-five hours", None, "125", "hour"),
    ("4hrs", None, "4", "hour"),
    ("15 min", None, "15", "minute"),
    ("2h", None, "2", "hour"),
    ("200 ms", None, "200", "millisecond"),
    ("48-hour response", None, "48", "hour"),
    ("30\u00a0minutes", None, "30", "minute"),
    ("two (2) business hours", None, "2", "business_hour"),
    ("3 working days", None, "3", "business_day"),
    ("2 hours during Business Hours", None, "2", "business_hour"),
    ("one (1) hour during technical support desk hours", None, "1", "business_hour"),
    ("30 calendar days", None, "30", "day"),
    ("next business day", None, "1", "business_day"),
    ("by the following working day", "<=", "1", "business_day"),
    ("at least 99.9 %", ">=", "99.9", "percent"),
    ("not be less than 99 %", ">=", "99", "percent"),
    ("a minimum of 3 hours", ">=", "3", "hour"),
    ("99.99%+", ">=", "99.99", "percent"),
    ("99.95% or higher", ">=", "99.95", "percent"),
    ("≥ 99.9%", ">=", "99.9", "percent"),
    ("no more than 4 hours", "<=", "4", "hour"),
    ("not to exceed four (4) hours", "<=", "4", "hour"),
    ("95.0% or less", "<=", "95.0", "percent"),
    ("within an hour", "<=", "1", "hour"),
    ("≤ 15 mins", "<=", "15", "minute"),
    ("in under one (1) hour", "<", "1", "hour"),
    ("< 15 min", "<", "15", "minute"),
    ("more than 99.9%", ">", "99.9", "percent"),
    ("exceeding 5 %", ">", "5", "percent"),
    ("USD 10,000", None, "10000", "currency:USD"),
    ("£500", None, "500", "currency:GBP"),
    ("$1.5 million", None, "1500000", "currency:USD"),
    ("100 euros", None, "100", "currency:EUR"),
    ("10 Mbps", None, "10", "mbps"),
    ("5 requests per second", None, "5", "per_second"),
]


@pytest.mark.parametrize(("text", "comparator", "value", "unit"), CASES)
def test_one_quantity(text: str, comparator: str | None, value: str, unit: str) -> None:
    (found,) = find_quantities(text)
    assert (found.comparator, found.quantity) == (comparator, Quantity(value=Decimal(value), unit=unit))
    assert not found.disagrees


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("4-6 hours", "4", "6", "hour"),
        ("5–7 business days", "5", "7", "business_day"),
        ("99.0 % to 99.9 %", "99.0", "99.9", "percent"),
        ("99.9% – 99.5% uptime", "99.5", "99.9", "percent"),
        ("between 95 and 99 %", "95", "99", "percent"),
    ],
)
def test_range(text: str, low: str, high: str, unit: str) -> None:
    (found,) = find_quantities(text)
    assert found.low == Quantity(value=Decimal(low), unit=unit)
    assert found.quantity == Quantity(value=Decimal(high), unit=unit)


@pytest.mark.parametrize(
    "text", ["24x7", "24/7", "from 08:00 to 18:00", "clause 4.2", "P1", "ISO 27001", "1 January 2027", "the 5th of the month"]
)
def test_no_quantity(text: str) -> None:
    assert find_quantities(text) == []


def test_words_and_digits_that_differ_are_told() -> None:
    (found,) = find_quantities("four (5) hours")
    assert found.disagrees
    assert found.quantity.value == 4


@given(
    st.decimals(Decimal(0), Decimal(1000000), places=3),
    st.sampled_from(["percent", "hour", "business_day", "millisecond", "month", "currency:EUR"]),
)
def test_what_is_printed_is_read(value: Decimal, unit: str) -> None:
    quantity = Quantity(value=value, unit=unit)
    (found,) = find_quantities(f"at least {quantity} of it")
    assert (found.quantity, found.comparator) == (quantity, ">=")


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("on 1 January 2027", dt.date(2027, 1, 1)),
        ("January 1st, 2027", dt.date(2027, 1, 1)),
        ("this 3rd day of March, 2026", dt.date(2026, 3, 3)),
        ("2027-02-03", dt.date(2027, 2, 3)),
        ("31.12.2026", dt.date(2026, 12, 31)),
        ("25/12/2026", dt.date(2026, 12, 25)),
    ],
)
def test_date(text: str, date: dt.date) -> None:
    assert [m.date for m in find_dates(text)] == [date]


@pytest.mark.parametrize("text", ["01/02/2027", "31 February 2027", "4.2.1"])
def test_no_date(text: str) -> None:
    assert find_dates(text) == []
