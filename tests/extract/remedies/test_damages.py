"""Sums for each failure of a duty, credits by how often a level was missed, and bands whose header names their side."""

from __future__ import annotations

import pytest

from tests.extract.remedies.passages import agreement_of, credit_line

USD = "currency:USD"

ITEMS = {
    "Failure to empty the bins of a station. $150.00 per incident.": [f"other = 150.00 {USD} per occurrence"],
    "Failure or refusal to sweep a platform: $75 per occurrence": [f"other = 75 {USD} per occurrence"],
    "Contractor's failure to keep the depot locked - $1,200 per day.": [f"other = 1200 {USD} per day"],
    "Neglecting to post the timetable, which exceeds five (5) such occurrences a year. $50.00 per incident.": [
        f"other 5.. count = 50.00 {USD} per occurrence"
    ],
    "$400 per day for failure to staff the gate house.": [f"other = 400 {USD} per day"],
    "Failure to mow at least ninety percent (90%) of each park in a week. $300.00 for each park visit not completed.": [
        f"other ..90 percent = 300.00 {USD} per occurrence"
    ],
}

NO_ITEMS = (
    "Failure to pay an invoice when due: $50 per day.",
    "Insurance of $1,000,000 per occurrence and $2,000,000 in the aggregate.",
    "Additional training is offered at $500 per day.",
    "If the Customer fails to return a badge, the Customer shall pay $25 per badge and $10 per day.",
    "Out-of-scope visits. $120.00 per visit.",
)

TABLES = {
    "ordinals across": (
        (
            "## Financial consequences\n\nFailure to meet the deliverables will have these financial consequences.\n\n"
            "| Deliverable | First Failure | Second Failure | Third Failure | Each Additional Failure |\n|---|---|---|---|---|\n"
            "| Order accuracy below 97% | $0 | $250 | $500 | $900 |\n"
        ),
        [f"accuracy 2..3 count = 250 {USD}", f"accuracy 3..4 count = 500 {USD}", f"accuracy 4.. count = 900 {USD}"],
    ),
    "ordinals down": (
        (
            "## Service credits\n\n| Occurrence in a quarter | Service credit |\n|---|---|\n| 1st missed occurrence | 2% of the monthly fee |\n"
            "| 2nd missed occurrence | 4% of the monthly fee |\n| Third and each subsequent occurrence | 8% of the monthly fee |\n"
        ),
        [
            "other 1..2 count = 2 percent of monthly_fee",
            "other 2..3 count = 4 percent of monthly_fee",
            "other 3.. count = 8 percent of monthly_fee",
        ],
    ),
    "the header names the side": (
        (
            "## Jitter\n\nThe table defines the credit that the Customer receives.\n\n| Percent by which the jitter metric is exceeded | SLA credit |\n"
            "|---|---|\n| 20% | 5% of MRC |\n| 60% | 15% of MRC |\n"
        ),
        ["jitter 20.. percent = 5 percent of monthly_fee", "jitter 60.. percent = 15 percent of monthly_fee"],
    ),
    "below, in the header": (
        "## Credits\n\n| Availability less than | Service credit |\n|---|---|\n| 99.9% | 10% of the monthly fee |\n| 98% | 25% of the monthly fee |\n",
        ["availability ..99.9 percent = 10 percent of monthly_fee", "availability ..98 percent = 25 percent of monthly_fee"],
    ),
    "two duties of one sum": (
        (
            "## Damages\n\n1. Failure to wash a vehicle. $100.00 per incident.\n\n2. Failure to wear a badge. $100.00 per incident.\n\n"
            "3. Leaving a gate open. $40.00 per incident.\n"
        ),
        [f"other = 100.00 {USD} per occurrence", f"other = 100.00 {USD} per occurrence", f"other = 40.00 {USD} per occurrence"],
    ),
}


@pytest.mark.parametrize("item", ITEMS)
def test_a_sum_for_each_failure(item: str) -> None:
    assert [credit_line(c) for c in agreement_of(f"## Performance\n\n- {item}").service_credits] == ITEMS[item]


@pytest.mark.parametrize("item", NO_ITEMS)
def test_what_is_no_sum_for_a_failure(item: str) -> None:
    assert not agreement_of(f"## Commercial terms\n\n- {item}").service_credits


@pytest.mark.parametrize("name", TABLES)
def test_how_often_and_on_which_side(name: str) -> None:
    passage, expected = TABLES[name]
    assert [credit_line(c) for c in agreement_of(passage).service_credits] == expected


def test_a_discount_for_a_violation_of_the_sentence_before() -> None:
    said = (
        "If we are in violation of the SLA in a month you may end your contract. Otherwise you receive a 10% discount on your next invoice."
    )
    assert [c.value for c in agreement_of(f"## Our promise\n\n{said}").service_credits] == [10]
