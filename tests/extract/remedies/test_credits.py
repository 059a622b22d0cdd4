"""Service credits in the layouts and wordings in which agreements state them."""

from __future__ import annotations

import pytest

from tests.extract.remedies.passages import agreement_of, credit_line

TABLES = {
    "two columns, words": (
        """
## Service Credits

Service Credits are a percentage of the monthly subscription fee.

| Monthly Uptime Percentage | Service Credit Percentage |
|---|---|
| Less than 99.95% but equal to or greater than 99.5% | 5% |
| Less than 99.5% but equal to or greater than 98.0% | 15% |
| Less than 98.0% | 40% |
""",
        [
            "availability 99.5..99.95 percent = 5 percent of monthly_fee",
            "availability 98..99.5 percent = 15 percent of monthly_fee",
            "availability ..98 percent = 40 percent of monthly_fee",
        ],
    ),
    "a row of nothing": (
        """
## 6. Remedies

| Availability in the month | Credit (% of Monthly Charges) |
|---|---|
| 99.9% or higher | 0% |
| 99.0% - 99.89% | 10% |
| 95.0% - 98.99% | 20% |
| 94.99% or lower | 30% |
""",
        [
            "availability 99..99.89 percent = 10 percent of monthly_fee",
            "availability 95..98.99 percent = 20 percent of monthly_fee",
            "availability ..94.99 percent = 30 percent of monthly_fee",
        ],
    ),
    "downtime in hours": (
        """
## Outage credits

| Cumulative downtime in a calendar month | Credit |
|---|---|
| 1 to 4 hours | 5% of the Monthly Recurring Charge |
| more than 4 hours up to 8 hours | 10% of the Monthly Recurring Charge |
| more than 8 hours | 25% of the Monthly Recurring Charge |
""",
        [
            "downtime 1..4 hour = 5 percent of monthly_fee",
            "downtime 4..8 hour = 10 percent of monthly_fee",
            "downtime 8.. hour = 25 percent of monthly_fee",
        ],
    ),
    "numbers of breaches": (
        """
## Support Service Credits

| Service Level breaches in a month | Service Credits |
|---|---|
| 1 - 2 | 5% of the monthly fees |
| 3 - 4 | 10% of the monthly fees |
| 5 or more | 15% of the monthly fees |
""",
        [
            "other 1..2 count = 5 percent of monthly_fee",
            "other 3..4 count = 10 percent of monthly_fee",
            "other 5.. count = 15 percent of monthly_fee",
        ],
    ),
    "a column for each plan": (
        """
## Service credits

Credits are a share of the monthly fee.

| Monthly uptime | Basic | Business | Enterprise |
|---|---|---|---|
| < 99.9% to 99.5% | - | 5% | 10% |
| < 99.5% to 99.0% | 5% | 10% | 20% |
| < 99.0% | 10% | 20% | 50% |
""",
        [
            "availability 99.5..99.9 percent = 5 percent of monthly_fee @ Business",
            "availability 99.5..99.9 percent = 10 percent of monthly_fee @ Enterprise",
            "availability 99..99.5 percent = 5 percent of monthly_fee @ Basic",
            "availability 99..99.5 percent = 10 percent of monthly_fee @ Business",
            "availability 99..99.5 percent = 20 percent of monthly_fee @ Enterprise",
            "availability ..99 percent = 10 percent of monthly_fee @ Basic",
            "availability ..99 percent = 20 percent of monthly_fee @ Business",
            "availability ..99 percent = 50 percent of monthly_fee @ Enterprise",
        ],
    ),
    "a column of bands for each plan": (
        """
## Service Credits

| Single site | Redundant site | Service Credit |
|---|---|---|
| below 99.5% | below 99.95% | 10% of the monthly fee |
| below 98.0% | below 99.0% | 25% of the monthly fee |
""",
        [
            "availability ..99.5 percent = 10 percent of monthly_fee @ Single site",
            "availability ..99.95 percent = 10 percent of monthly_fee @ Redundant site",
            "availability ..98 percent = 25 percent of monthly_fee @ Single site",
            "availability ..99 percent = 25 percent of monthly_fee @ Redundant site",
        ],
    ),
    "transposed": (
        """
## Service Credits

| Availability per month | 99.5% - 99.9% | 99.0% - 99.5% | below 99.0% |
|---|---|---|---|
| Service Credit | 5% | 10% | 20% |
""",
        [
            "availability 99.5..99.9 percent = 5 percent",
            "availability 99..99.5 percent = 10 percent",
            "availability ..99 percent = 20 percent",
        ],
    ),
    "of priorities": (
        """
## Penalties

| Severity | Target | Credit for each missed target |
|---|---|---|
| Severity 1 | Response within 1 hour | 5% of the monthly fee |
| Severity 2 | Response within 4 hours | 2% of the monthly fee |
""",
        [
            "response_time 1.. hour = 5 percent of monthly_fee per occurrence | Severity 1",
            "response_time 4.. hour = 2 percent of monthly_fee per occurrence | Severity 2",
        ],
    ),
    "metrics with a credit each": (
        """
## Service levels and credits

| Service Level | Target | Service Credit |
|---|---|---|
| Availability | 99.9% | 2% of the monthly charge for each 0.1% below the target |
| Incident response time | 30 minutes | 1% of the monthly charge for each missed incident |
| Monthly report | 5 Business Days after month end | USD 200 for each day of delay |
""",
        [
            "availability ..99.9 percent = 2 percent of monthly_fee per 0.1 percent",
            "response_time 30.. minute = 1 percent of monthly_fee per occurrence",
            "reporting_time 5.. business_day = 200 currency:USD per day",
        ],
    ),
    "money": (
        """
## 4 Credits

| Uptime | Credit |
|---|---|
| 99.0% - 99.5% | $500 |
| < 99.0% | $1,500 |
""",
        [
            "availability 99..99.5 percent = 500 currency:USD",
            "availability ..99 percent = 1500 currency:USD",
        ],
    ),
    "days of service": (
        """
## Credit schedule

| Length of outage | Credit |
|---|---|
| 30 minutes to 4 hours | 1 day of service |
| 4 hours to 12 hours | 3 days of service |
| Over 12 hours | 7 days of service |
""",
        [
            "downtime 0.5..4 hour = 1 day",
            "downtime 4..12 hour = 3 day",
            "downtime 12.. hour = 7 day",
        ],
    ),
    "signs and bare numbers": (
        """
## Service Credits

| Availability (%) | Service Credit (%) |
|---|---|
| ≥ 99.9 | 0 |
| < 99.9 but ≥ 99.0 | 2 |
| < 99.0 but ≥ 95.0 | 3 |
| < 95.0 | 5 |
""",
        [
            "availability 99..99.9 percent = 2 percent",
            "availability 95..99 percent = 3 percent",
            "availability ..95 percent = 5 percent",
        ],
    ),
    "three columns with the allowed minutes": (
        """
## Network credits

| Availability | Minutes of downtime | Credit |
|---|---|---|
| 99.70% - 99.85% | 69 - 130 | 20% of the monthly fee |
| 99.45% - 99.70% | 131 - 238 | 30% of the monthly fee |
""",
        [
            "availability 99.7..99.85 percent = 20 percent of monthly_fee",
            "availability 99.45..99.7 percent = 30 percent of monthly_fee",
        ],
    ),
    "sentences in cells": (
        """
## Remedies

| Failure | Remedy |
|---|---|
| Availability is below 99.5% in a month | Customer receives a credit of 10% of the monthly fee |
| A Severity 1 incident is not responded to within 30 minutes | Customer receives a credit of 2% of the monthly fee per incident |
""",
        [
            "availability ..99.5 percent = 10 percent of monthly_fee",
            "response_time 30.. minute = 2 percent of monthly_fee per occurrence | Severity 1",
        ],
    ),
    "compensation of the monthly fee": (
        """
## Compensation

| Service availability | Compensation of the monthly fee |
|---|---|
| 99.5%–99.8% | 5 |
| 99.0%–99.5% | 10 |
""",
        [
            "availability 99.5..99.8 percent = 5 percent of monthly_fee",
            "availability 99..99.5 percent = 10 percent of monthly_fee",
        ],
    ),
    "lengths of time as on a clock": (
        """
## Outage credits

Customer is entitled to a credit off the MRC for the affected Service.

| Cumulative unavailability (hrs:mins:secs) | Credit |
|---|---|
| 00:00:01 - 00:10:00 | No credit |
| 00:10:01 - 04:00:00 | 5% |
| 04:00:01 or greater | 10% |
""",
        [
            "downtime 10..240 minute = 5 percent of monthly_fee",
            "downtime 240.. minute = 10 percent of monthly_fee",
        ],
    ),
    "failures without a metric": (
        """
## Service level failures

| Service level failure | Service level failure credit |
|---|---|
| 1. Failure to weigh each load at the gate | $1,000 per incident |
| 2. Failure to file weekly tickets in order | $500 per incident |
""",
        [
            "other = 1000 currency:USD per occurrence",
            "other = 500 currency:USD per occurrence",
        ],
    ),
    "points": (
        """
## Service points

| Service Level | Service Points for each failure |
|---|---|
| Resolution time, Priority 1 | 10 points |
| Resolution time, Priority 2 | 5 points |
""",
        [
            "resolution_time = 10 point per occurrence | Priority 1",
            "resolution_time = 5 point per occurrence | Priority 2",
        ],
    ),
    "head says less": (
        """
## SLA Credits

Provider will credit the percentages below against the fees of the affected Service.

| Monthly availability | Percentage of fees |
|---|---|
| 99.0% up to 99.9% | 10% |
| 95.0% up to 99.0% | 25% |
| Under 95.0% | 100% |
""",
        [
            "availability 99..99.9 percent = 10 percent of affected_fee",
            "availability 95..99 percent = 25 percent of affected_fee",
            "availability ..95 percent = 100 percent of affected_fee",
        ],
    ),
    "at least but less": (
        """
## Fee reduction

| System availability | Reduction of the monthly fee |
|---|---|
| At least 98% but less than 99% | 3% |
| At least 97% but less than 98% | 6% |
| Less than 97% | 12% |
""",
        [
            "availability 98..99 percent = 3 percent of monthly_fee",
            "availability 97..98 percent = 6 percent of monthly_fee",
            "availability ..97 percent = 12 percent of monthly_fee",
        ],
    ),
}

LISTS = {
    "items with an arrow": (
        """
## Service credits

If monthly uptime falls below the commitment, Customer is entitled to the following credits:

- 99.0% to 99.9%: 10% of monthly fees
- 95.0% to 99.0%: 25% of monthly fees
- Below 95.0%: 50% of monthly fees
""",
        [
            "availability 99..99.9 percent = 10 percent of monthly_fee",
            "availability 95..99 percent = 25 percent of monthly_fee",
            "availability ..95 percent = 50 percent of monthly_fee",
        ],
    ),
    "basis in the lead": (
        """
## 5. Credits

Where the Availability in a calendar month is below 99.5%, the Provider shall credit the Customer with a share of the fees for the
affected Service as follows:

(a) between 99.0% and 99.5%, five percent (5%);

(b) between 98.0% and 99.0%, ten percent (10%); and

(c) below 98.0%, twenty percent (20%).
""",
        [
            "availability 99..99.5 percent = 5 percent of affected_fee",
            "availability 98..99 percent = 10 percent of affected_fee",
            "availability ..98 percent = 20 percent of affected_fee",
        ],
    ),
    "joined across sentences": (
        """
## Availability

The Service shall be available 99.9% of the time in each calendar month. If availability falls below 99.9%, Customer is entitled to a
credit as follows:

- 5% of the monthly fee if availability is below 99.9% but at least 99.0%
- 10% of the monthly fee if availability is below 99.0%
""",
        [
            "availability 99..99.9 percent = 5 percent of monthly_fee",
            "availability ..99 percent = 10 percent of monthly_fee",
        ],
    ),
    "credit of the service before the figure": (
        """
## Penalties

- Uptime under 99%: credit of $250
- Response time missed: $50 credit per ticket
- Monthly report late: $25 credit per day
""",
        [
            "availability ..99 percent = 250 currency:USD",
            "response_time = 50 currency:USD per occurrence",
            "reporting_time = 25 currency:USD per day",
        ],
    ),
    "equals signs": (
        """
## Service Credits

Uptime below 99.9% but above 99.0% = 5% credit

Uptime below 99.0% = 25% credit
""",
        [
            "availability 99..99.9 percent = 5 percent",
            "availability ..99 percent = 25 percent",
        ],
    ),
}

TABLES |= {
    "minor and major failure": (
        """
## Performance deductions

| KPI | Target | Minor failure (deduction) | Major failure (deduction) |
|---|---|---|---|
| Calls answered within 20 seconds | 90% | 1% of the monthly charge | 3% of the monthly charge |
""",
        [
            "answer_time ..90 percent = 1 percent of monthly_fee | Minor",
            "answer_time ..90 percent = 3 percent of monthly_fee | Major",
        ],
    ),
    "taken off": (
        """
## Exhibit C

| Availability | Fee Adjustment |
|---|---|
| 99.5% or more | None |
| 98.0% to 99.49% | -5% |
| < 98.0% | -10% |
""",
        ["availability 98..99.49 percent = 5 percent", "availability ..98 percent = 10 percent"],
    ),
    "services in a column": (
        """
## SLA

| Service | Monthly uptime | Service credit (% of monthly fee) |
|---|---|---|
| Compute | 99.0% to < 99.95% | 10% |
| Storage | < 99.0% | 30% |
""",
        [
            "availability 99..99.95 percent = 10 percent of monthly_fee @ Compute",
            "availability ..99 percent = 30 percent of monthly_fee @ Storage",
        ],
    ),
}

LINES = {
    "a band, then what is owed": (
        """
If availability falls below 99.5% in a month, Customer is entitled to a credit of the monthly fee as follows.

Availability

Credit

99.0% to 99.5%

2%

98.0% to 99.0%

4%

Below 98.0%

8%
""",
        [
            "availability 99..99.5 percent = 2 percent of monthly_fee",
            "availability 98..99 percent = 4 percent of monthly_fee",
            "availability ..98 percent = 8 percent of monthly_fee",
        ],
    ),
    "all bands, then all amounts": (
        """
If the Provider misses the commitment, Customer may claim a credit as stated below.

Availability per quarter

Less than 99.9%

Less than 99.0%

Credit

8 hours

2 days
""",
        ["availability ..99.9 percent = 8 hour", "availability ..99 percent = 2 day"],
    ),
}

SENTENCES = {
    "If the Monthly Availability is less than 99.5%, Provider will credit the Customer 10% of the monthly fee.": [
        "availability ..99.5 percent = 10 percent of monthly_fee"
    ],
    "Customer shall receive a service credit of 5% of the monthly fee for every full hour of downtime.": [
        "downtime = 5 percent of monthly_fee per hour"
    ],
    "For each 0.5% by which availability falls below 99.5%, Customer receives a credit of 5% of the monthly charges.": [
        "availability ..99.5 percent = 5 percent of monthly_fee per 0.5 percent"
    ],
    "The credit shall be equal to 1% of the Monthly Recurring Charge for every 0.1% that availability is below the target.": [
        "availability = 1 percent of monthly_fee per 0.1 percent"
    ],
    "We will credit your account with one day's service for each hour of network downtime.": ["downtime = 1 day per hour"],
    "For every 24 hours of downtime we credit your account with two days of service.": ["downtime = 2 day per 24 hour"],
    "If uptime falls below 99% in any month, we will refund 10% of your monthly hosting fee.": [
        "availability ..99 percent = 10 percent of monthly_fee"
    ],
    "Should availability drop below 97%, the Customer may claim a full refund of the monthly fee.": [
        "availability ..97 percent = 100 percent of monthly_fee"
    ],
    "If your site is down for more than 1% of the month, we will credit one month of service to your account.": [
        "downtime 1.. percent = 1 month"
    ],
    "For each missed response time, Oakfield will credit Northwind USD 150.": ["response_time = 150 currency:USD per occurrence"],
    "If a Severity 1 incident is not resolved within 8 hours, Provider shall issue a credit of 3% of the monthly support fee.": [
        "resolution_time 8.. hour = 3 percent of monthly_fee | Severity 1"
    ],
    '"Service Credit" means an amount equal to five percent (5%) of the monthly fee for each full hour in which the Service is not available.': [
        "availability = 5 percent of monthly_fee per hour"
    ],
    "Where a hardware part is not replaced within four hours, the Customer is credited 5% of the monthly fee for each additional hour of delay.": [
        "replacement_time 4.. hour = 5 percent of monthly_fee per hour"
    ],
    "If the Provider fails to meet the Availability Service Level, the Customer is entitled to a Service Credit of 10% of the charges for the affected Service in that month.": [
        "availability = 10 percent of affected_fee"
    ],
    "If availability is below 99.9% but not below 99.0%, the credit is 5% of the invoice for that month; if it is below 99.0%, the credit is 15%.": [
        "availability 99..99.9 percent = 5 percent of invoice",
        "availability ..99 percent = 15 percent of invoice",
    ],
    "Outages of more than 30 minutes give a credit of one (1) day of the service charges.": ["downtime 30.. minute = 1 day"],
    "The Customer receives a credit of 2% of the annual fee for each quarter in which availability is under 99%.": [
        "availability ..99 percent = 2 percent of annual_fee"
    ],
    "A penalty of EUR 100 per day of delay applies where the monthly report is late.": ["reporting_time = 100 currency:EUR per day"],
    "Provider shall pay liquidated damages of 0.5% of the order value for each week of delay in delivery.": [
        "turnaround_time = 0.5 percent of other per week"
    ],
    "If Provider misses a Service Level three times in a month, Customer is entitled to a credit of 10% of the monthly fee.": [
        "other 3.. count = 10 percent of monthly_fee"
    ],
    "In the event that monthly uptime is between 99.0% and 99.89%, Customer is eligible for a credit of 5% of the monthly subscription fee.": [
        "availability 99..99.89 percent = 5 percent of monthly_fee"
    ],
    "If the Service is unavailable for more than four consecutive hours, Customer may request a credit equal to one day of the monthly fee.": [
        "downtime 4.. hour = 1 day of monthly_fee"
    ],
    "For the first two hours of unavailability, Provider will credit the Customer ten percent (10%) of the MRC.": [
        "availability ..2 hour = 10 percent of monthly_fee"
    ],
    "For each successive hour in excess of that two hour period, Provider credits the Customer 5% of the MRC, not to exceed 25% of the MRC.": [
        "downtime 2.. hour = 5 percent of monthly_fee per hour"
    ],
    "Supplier shall reduce the next invoice by 2.5% for every percentage point by which the Availability falls short of 99%.": [
        "availability ..99 percent = 2.5 percent of invoice per 1 percent"
    ],
    "Customer receives a credit of $50 for each Severity 1 ticket not answered within 30 minutes, and $25 for each Severity 2 ticket not answered within 2 hours.": [
        "response_time 30.. minute = 50 currency:USD per occurrence | Severity 1",
        "response_time 2.. hour = 25 currency:USD per occurrence | Severity 2",
    ],
    "For availability: 98 - 99 %: EUR 250; 97 - 98 %: EUR 500; under 97 %: EUR 1,000.": [
        "availability 98..99 percent = 250 currency:EUR",
        "availability 97..98 percent = 500 currency:EUR",
        "availability ..97 percent = 1000 currency:EUR",
    ],
    "If availability is 98.9% or below, Customer gets 1 month free.": ["availability ..98.9 percent = 1 month"],
    "Customer shall be entitled to a pro-rated credit of 1/30 of the monthly fee for each day in which downtime exceeds 4 hours.": [
        "downtime 4.. hour = 1 day of monthly_fee per day"
    ],
}

NONE = (
    "Service Credits shall not exceed 30% of the monthly fee in any month.",
    "In no event will the total credits be more than 50% of the fees of that month.",
    "Late payments bear interest at 1.5% per month.",
    "Customers who pay annually receive a discount of 10% on the monthly fee.",
    "A refund of the deposit of 20% of the price is paid within 30 days after cancellation.",
    "Customer shall request a credit within 30 days after the end of the month in which the failure occurred.",
    "For example, if availability is 98.5%, the credit is 10% of the monthly fee.",
    "Either party may terminate this Agreement if credits reach 25% of the fees in two consecutive months.",
    "The Customer shall pay 50% of the fee as a credit against the first invoice of USD 2,000.",
    "No credit is owed where availability is at least 99.9%.",
    "The Provider accepts all major credit cards; a fee of 2.5% applies to payments by credit card.",
    "If the agreement is terminated early, the Customer pays 50% of the remaining monthly fees.",
)


@pytest.mark.parametrize("name", [*TABLES, *LISTS, *LINES])
def test_tables_and_lists(name: str) -> None:
    passage, expected = {**TABLES, **LISTS, **LINES}[name]
    assert [credit_line(c) for c in agreement_of(passage).service_credits] == expected


@pytest.mark.parametrize("sentence", SENTENCES)
def test_sentences(sentence: str) -> None:
    found = agreement_of(f"## Service Credits\n\n{sentence}").service_credits
    assert [credit_line(c) for c in found] == SENTENCES[sentence]


@pytest.mark.parametrize("sentence", NONE)
def test_what_is_no_credit(sentence: str) -> None:
    assert not agreement_of(f"## Fees and credits\n\n{sentence}").service_credits
