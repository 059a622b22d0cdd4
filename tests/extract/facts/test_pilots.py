"""Pilots in the words and tables of many hands: terms, off-ramps, success tests, and what is none of these."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest

from sladocs.extract import extract
from sladocs.model.agreement import Agreement, AsWritten, OffRamp
from sladocs.model.document import Block, Cell, Document, Heading, Paragraph, Table, line
from sladocs.model.finding import Extraction
from sladocs.model.metrics import Metric
from sladocs.model.quantity import Duration


def text_of(*texts: str, heading: str = "Pilot", title: str = "Pilot Agreement") -> Extraction:
    above = (Heading(level=1, content=line(title)), Heading(level=1, label="7", content=line(heading)))
    return extract(Document(body=(*above, *[Paragraph(content=line(text)) for text in texts])))


def table(*rows: str, caption: str = "") -> Table:
    cells = tuple(tuple(Cell(lines=(line(part.strip()),)) for part in row.split("|")) for row in rows)
    return Table(caption=line(caption) if caption else (), headers=1, rows=cells)


def tables_of(*blocks: Block, heading: str = "Pilot") -> Extraction:
    return extract(Document(body=(Heading(level=1, label="3", content=line(heading)), *blocks)))


def value(agreement: Agreement, name: str) -> Any:
    found: Any = getattr(agreement.pilot, name) if agreement.pilot else None
    return found.iso if isinstance(found, Duration) else str(found) if hasattr(found, "unit") else found


STATED = [
    ("start", dt.date(2027, 2, 1), "The Pilot starts on 1 February 2027 (the “Pilot Start”)."),
    ("start", dt.date(2027, 2, 1), "The pilot phase will commence on February 1, 2027."),
    ("start", dt.date(2027, 2, 1), "The Pilot shall run from 1 February 2027 to 30 April 2027."),
    ("start", dt.date(2027, 2, 1), "The Pilot Start Date is 1 February 2027."),
    ("start", dt.date(2027, 2, 1), "Pilot start: 1 February 2027"),
    ("period", "P3M", "The Pilot lasts three (3) months from the Pilot Start."),
    ("period", "P3M", "The trial period is three months and may be extended by up to one month."),
    ("period", "P90D", "The proof of concept begins on 1 February 2027 and lasts for ninety (90) days."),
    ("period", "P6W", "Duration of the pilot: 6 weeks"),
    ("period", "P90D", "The parties agree on a 90-day trial."),
    ("extension", "P1M", "All extensions of the Pilot together shall not exceed one (1) month."),
    ("extension", "P30D", "The Customer may extend the Pilot by up to a further 30 days."),
    ("extension", "P1M", "The trial period is three months and may be extended by up to one month."),
    ("extension", "P2W", "The pilot may be prolonged once for a period of two weeks."),
    ("extension", "P1M", "Maximum extension: 1 month"),
    ("first_commitment", dt.date(2027, 6, 1), "No party is bound beyond the Pilot before 1 June 2027 (the “First Commitment Date”)."),
    ("first_commitment", dt.date(2027, 6, 1), "The Customer does not commit to the services beyond the pilot until June 1, 2027."),
    ("first_commitment", dt.date(2027, 6, 1), "The first binding commitment begins on 1 June 2027."),
    ("first_commitment", dt.date(2027, 6, 1), "First commitment: 1 June 2027"),
    (
        "sunk_cost_cap",
        "GBP 50,000",
        "What a party spends on the Pilot before the First Commitment Date shall not exceed GBP 50,000 (the “Sunk-Cost Cap”).",
    ),
    ("sunk_cost_cap", "EUR 20,000", "Neither party shall incur costs for the pilot of more than EUR 20,000, i.e. spending is capped at EUR 20,000."),
    ("sunk_cost_cap", "USD 10,000", "The Customer's total spend on the trial is limited to USD 10,000."),
    ("sunk_cost_cap", "GBP 5,000", "The sunk-cost cap is GBP 5,000."),
    ("scope", "the stores of the northern region", "The Pilot covers the stores of the northern region."),
    ("scope", "two warehouses in Kent", "The trial is limited to two warehouses in Kent."),
]  # fmt: skip


@pytest.mark.parametrize(("name", "expected", "text"), STATED)
def test_a_sentence_states_a_term(name: str, expected: object, text: str) -> None:
    assert value(text_of(text).agreement, name) == expected


SILENT = [
    ("period", "All extensions of the Pilot together shall not exceed one (1) month."),
    ("period", "The Customer gives ten (10) days' notice before the Pilot ends."),
    ("extension", "The Pilot lasts three (3) months."),
    ("sunk_cost_cap", "Service Credits for the Pilot shall not exceed USD 500."),
    ("sunk_cost_cap", "The Provider's liability for costs of the pilot shall not exceed EUR 1,000."),
    ("first_commitment", "The Customer may not use the data of the pilot before 1 June 2027."),
    ("start", "The pilot report is due on 1 February 2027."),
]


@pytest.mark.parametrize(("name", "text"), SILENT)
def test_a_sentence_on_something_else_states_none(name: str, text: str) -> None:
    assert value(text_of(text).agreement, name) is None


def test_a_pilots_extension_is_no_renewal_and_its_length_no_term() -> None:
    found = text_of("The pilot lasts for three months.", "The Pilot may be extended for a further period of one month.").agreement
    assert (found.term.renewal, found.term.initial) == (None, None)


def test_one_sentence_may_state_several_terms() -> None:
    found = text_of("The pilot starts on 1 February 2027, lasts three (3) months and may be extended by one (1) month.").agreement
    assert (value(found, "start"), value(found, "period"), value(found, "extension")) == (dt.date(2027, 2, 1), "P3M", "P1M")


OURS = (
    "Off-ramp | Decision date | Criterion | Decided by | Outcome | If nobody decides",
    "R1 | 15 March 2027 | T1 is missed | Pilot board | Exit | Proceed",
    "R2 | 30 days after the start | — | Sponsor | Renegotiate | —",
)


def test_off_ramps_and_their_consequences() -> None:
    told = table("Off-ramp | Fees | Data", "R2 | Half is owed. | It is deleted.", "R1 | None is owed. | —")
    pilot = tables_of(table(*OURS), told).agreement.pilot
    assert pilot is not None
    assert pilot.off_ramps == (
        OffRamp(
            label="R1",
            decide_on=dt.date(2027, 3, 15),
            criterion="T1 is missed",
            decider="Pilot board",
            outcome="exit",
            silence="proceed",
            fees="None is owed.",
        ),
        OffRamp(
            label="R2",
            decide_on=Duration(value=Decimal(30), unit="day"),
            decider="Sponsor",
            outcome="renegotiate",
            fees="Half is owed.",
            data="It is deleted.",
        ),
    )


def test_off_ramps_without_a_label_take_their_consequences_in_order() -> None:
    dates = table("Off-ramp | Decision date", "— | 1 May 2027", "— | 1 June 2027")
    told = table("Off-ramp | Fees", "— | none", "— | all")
    pilot = tables_of(dates, told).agreement.pilot
    assert pilot is not None
    assert [(ramp.decide_on, ramp.fees) for ramp in pilot.off_ramps] == [(dt.date(2027, 5, 1), "none"), (dt.date(2027, 6, 1), "all")]


STRANGE = [
    (
        ("Go/No-Go decision | When | Decision maker | Result", "Gate 1 | End of month 2 | Steering committee | Stop the pilot"),
        OffRamp(label="Gate 1", decide_on=Duration(value=Decimal(2), unit="month"), decider="Steering committee", outcome="exit"),
    ),
    (
        ("Decision gate | Date | Exit criteria | Approver | Outcome | Default", "G1 | March 15, 2027 | Fewer than 5 users | CIO | No-go | Extend"),
        OffRamp(
            label="G1", decide_on=dt.date(2027, 3, 15), criterion="Fewer than 5 users", decider="CIO", outcome="exit", silence="extend"
        ),
    ),
    (
        ("Milestone | Review date | Outcome", "Mid-term review | 6 weeks after go-live | The pilot continues"),
        OffRamp(label="Mid-term review", decide_on=Duration(value=Decimal(6), unit="week"), outcome="proceed"),
    ),
    (
        ("Exit point | Decision by | Decision | Charges | Customer data | Equipment", "E1 | at mid-term | Terminate | 50 % | deleted | returned"),
        OffRamp(label="E1", decide_on=AsWritten(text="at mid-term"), outcome="exit", fees="50 %", data="deleted", assets="returned"),
    ),
]  # fmt: skip


@pytest.mark.parametrize(("rows", "expected"), STRANGE)
def test_the_off_ramps_of_other_hands(rows: tuple[str, ...], expected: OffRamp) -> None:
    found = tables_of(table(*rows), heading="Pilot phase").agreement
    assert found.pilot is not None
    assert found.pilot.off_ramps == (expected,)
    assert (found.service_levels, found.service_credits, found.escalation) == ((), (), ())


def test_an_outcome_that_is_not_clear_is_told() -> None:
    found = tables_of(table("Off-ramp | Decision date | Outcome", "R1 | 1 May 2027 | Proceed or exit"))
    assert found.agreement.pilot is not None
    assert found.agreement.pilot.off_ramps[0].outcome is None
    assert [f.code for f in found.findings] == ["E04"]


def test_dated_outcomes_outside_a_pilot_are_no_off_ramps() -> None:
    found = extract(
        Document(body=(Heading(level=1, content=line("Roll-out")), table("Milestone | Date | Outcome", "M1 | 1 May 2027 | Go")))
    )
    assert found.agreement.pilot is None


TESTS = [
    ("Test | Measure | Value needed | Measurement period", "T1 | Availability | at least 99.5 % | each month"),
    ("Success criterion | Target | Period", "Availability | at least 99.5 % | each month"),
    ("Metric | Success criteria | Period", "Availability | at least 99.5 % | each month"),
    ("KPI | Threshold | Period", "Availability | at least 99.5 % | each month"),
]


@pytest.mark.parametrize("rows", TESTS)
def test_success_tests_are_no_service_levels(rows: tuple[str, ...]) -> None:
    found = tables_of(table(*rows, caption="Success criteria of the pilot")).agreement
    assert found.service_levels == ()
    assert found.pilot is not None
    (test,) = found.pilot.tests
    assert (test.metric, str(test.target), str(test.comparator), test.window) == (Metric.AVAILABILITY, "99.5 %", ">=", "month")


def test_success_tests_in_sentences_are_no_service_levels() -> None:
    found = text_of(
        "The Pilot is successful if the Availability of the Service is at least 99.5 % in each month.",
        "The Provider responds to each incident within 2 hours.",
    ).agreement
    assert found.pilot is not None
    assert [test.metric for test in found.pilot.tests] == [Metric.AVAILABILITY]
    assert [level.metric for level in found.service_levels] == [Metric.RESPONSE_TIME]


def test_service_levels_of_a_pilot_stay_service_levels() -> None:
    rows = ("Service level | Target", "Availability | at least 99 %")
    found = tables_of(table(*rows, caption="Service levels"), heading="Success tests and service levels").agreement
    assert len(found.service_levels) == 1
    assert found.pilot is None


def test_success_criteria_without_a_pilot_are_a_column_like_others() -> None:
    rows = table("Metric | Target | Success criteria", "Response time | 4 hours | 95 %")
    (level,) = extract(Document(body=(Heading(level=1, content=line("Service levels")), rows))).agreement.service_levels
    assert level.attainment == 95


def test_evidence_names_the_cells() -> None:
    found = tables_of(table(*OURS), table("Test | Measure | Value needed", "T1 | Availability | at least 99.5 %", caption="Success tests"))
    assert found.evidence["pilot/off_ramps/1"].quote.startswith("R2\t30 days after the start")
    assert found.evidence["pilot/tests/0"].quote == "at least 99.5 %"
