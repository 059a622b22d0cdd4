"""When two values of an annotation mean the same."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from sladocs.evaluate.sameness import alike, direction, number, quantity, same_priority, same_term

QUANTITIES = [
    ("24", "hour", "1", "day", True),
    ("24", "hours", 1, "day", True),
    (8, "business_hour", 1, "business_day", False),
    (24, "hour", 1, "business_day", False),
    (3, "month", 1, "quarter", True),
    (90, "day", 3, "month", False),
    (Decimal("99.90"), "percent", "99.9", "%", True),
    ("1,000", "count", 1000, "count", True),
    (60, "business_minute", 1, "business_hour", True),
    (100, "mbps", 100, "mbps", True),
]


@pytest.mark.parametrize(("a", "unit_a", "b", "unit_b", "same"), QUANTITIES)
def test_quantities(a: Any, unit_a: Any, b: Any, unit_b: Any, same: Any) -> None:
    assert (quantity(a, unit_a) == quantity(b, unit_b)) is same


PRIORITIES = [
    ("Severity 1 (Critical)", "P1", True),
    ("Severity One", "Sev 1", True),
    ("Critical", "P1", True),
    ("High", "Priority 2 (High)", True),
    ("Critical", "P2", False),
    ("S1", "S2", False),
    (None, None, True),
    (None, "P1", False),
    ("critical incidents", "Critical", True),
    ("non-critical", "critical", False),
    ("Category A", "Category B", False),
]


@pytest.mark.parametrize(("a", "b", "same"), PRIORITIES)
def test_priorities(a: Any, b: Any, same: Any) -> None:
    assert same_priority(a, b) is same
    assert same_priority(b, a) is same


NAMES = [("Oakfield Systems, Inc.", "Oakfield Systems", True), ("Oakfield", "Northwind", False), ("Email service", "email services", True)]


@pytest.mark.parametrize(("a", "b", "same"), NAMES)
def test_names(a: Any, b: Any, same: Any) -> None:
    assert alike(a, b) is same


TERMS = [
    ("cure_period", "P30D", "P30D", True),
    ("cure_period", "P1M", "P30D", False),
    ("initial_term", "P12M", "P1Y", True),
    ("claim_window", "P5BD", "P5D", False),
    ("support_hours", "24/7", "24x7", True),
    ("support_hours", "Mon-Fri 09:00-17:00 ET", "Mon-Fri 9am-5pm", True),
    ("support_hours", "Mon-Fri 09:00-17:00", "Mon-Sat 09:00-17:00", False),
    ("governing_law", "the State of New York", "New York", True),
    ("sole_remedy", True, True, True),
    ("credit_cap", {"value": 30, "unit": "percent"}, {"value": Decimal("30.0"), "unit": "percent", "basis": None}, True),
    ("title", "Service Level Agreement", "Lease", False),
]


@pytest.mark.parametrize(("key", "a", "b", "same"), TERMS)
def test_terms(key: Any, a: Any, b: Any, same: Any) -> None:
    assert same_term(key, a, b) is same


def test_what_is_no_figure_stays_words() -> None:
    assert number("Unlimited") == "unlimited"
    assert number("") is None


def test_directions() -> None:
    assert [direction(sign) for sign in (">=", ">", "<=", "<", "=", None)] == [1, 1, -1, -1, 0, 0]
