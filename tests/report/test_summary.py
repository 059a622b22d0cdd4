"""The page on an agreement."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sladocs.model.agreement import Agreement, CreditCap, CreditTerms, ServiceCredit
from sladocs.model.finding import Extraction, Finding, Place, Severity
from sladocs.report import caps
from sladocs.report.summary import WIDTH, summary


def test_the_page_of_a_whole_agreement(agreement: Agreement) -> None:
    page = summary(agreement)
    for words in (
        "Harbour Ledger Service Level Agreement\nversion 1.0, 16 November 2026",
        "Provider               Harbourline Software Ltd, 14 Custom House Quay",
        "Initial term           3 years",
        "99.9 %  40.32 min  43.2 min  44.64 min  525.6 min  43 min",
        ["SL-2 Availability, Ledger API allows", " 1 h 4 min in 30 days."][0][:30],
        "P2 (High)      within 2 business hours in 95 % of cases",
        "SL-1  Availability   Ledger Platform  at least 99.0 % and below 99.9 %  10 % of the monthly fee",
        "Highest single credit  25 % of the monthly fee (SL-1 Availability, Ledger Platform)",
        "Cap reached            SL-1 Availability, Ledger Platform: reached at below 99.0 %",
        "2 consecutive months; 3 of any 12 months",
        "2      Head of operations  Provider  8 hours",
        "Service review              each quarter",
    ):
        assert words in page
    assert "Not read" not in page
    assert max(map(len, page.splitlines())) <= WIDTH


def test_an_extraction_says_what_was_not_read(agreement: Agreement) -> None:
    finding = Finding(code="E03", severity=Severity.WARNING, message="The zone CST is ambiguous.", place=Place(section="4.2"))
    page = summary(Extraction(agreement=agreement, findings=(finding,)))
    assert page.endswith("Not read for certain\n--------------------\n  E03 section 4.2: The zone CST is ambiguous.")
    assert summary(Extraction(agreement=agreement)).endswith("Nothing was left open.")


def test_an_empty_agreement_has_a_page_too() -> None:
    assert summary(Agreement()) == "Agreement without a title\n========================="


def capped(cap: str, *credits_: dict[str, object]) -> Agreement:
    steps = [ServiceCredit.model_validate({"metric": "availability", "unit": "percent", **c}) for c in credits_]
    return Agreement(service_credits=tuple(steps), credit_terms=CreditTerms(cap=CreditCap(value=Decimal(cap), unit="percent")))


@pytest.mark.parametrize(
    ("cap", "credit", "words"),
    [
        ("10", {"value": "5", "upper": "99", "band_unit": "percent"}, "not reached by this level alone, whose highest credit is 5 %"),
        ("10", {"value": "15", "upper": "99", "band_unit": "percent"}, "reached at below 99 %"),
        ("10", {"value": "5", "upper": "99.5", "band_unit": "percent", "per": "0.5 percent"}, "reached after 2 steps of 0.5 %, at 98.5 %"),
        ("10", {"value": "3", "lower": "4", "band_unit": "hour", "per": "hour"}, "reached after 4 hours, at 8 hours"),
        ("10", {"value": "5", "per": "occurrence"}, "reached after 2 occurrences"),
        ("10", {"value": "4", "per": "30 minute"}, "reached after 3 steps of 30 minutes"),
    ],
)
def test_where_the_cap_is_reached(cap: str, credit: dict[str, object], words: str) -> None:
    assert caps.reached(capped(cap, credit)) == [f"Availability: {words}"]


def test_credits_in_another_kind_do_not_reach_the_cap() -> None:
    lines = caps.reached(capped("10", {"value": "500", "unit": "currency:USD"}))
    assert lines == ["the credits are shares of another fee, or paid in another kind: their sum must be worked out in money"]
    assert caps.reached(Agreement()) == []


@given(st.text(max_size=300), st.text(min_size=1, max_size=80).filter(lambda text: bool(text.strip())))
def test_no_text_breaks_the_page(title: str, name: str) -> None:
    agreement = Agreement.model_validate({"title": title, "services": [{"name": name, "description": title}]})
    page = summary(agreement)
    assert all(ord(ch) >= 32 or ch == "\n" for ch in page)
