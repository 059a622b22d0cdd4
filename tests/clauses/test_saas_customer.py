"""The agreement type for software as a service: its examples, its starter file, and agreements that leave much open."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

import pytest

from sladocs.assemble import assemble
from sladocs.check import check
from sladocs.codec import yaml_form
from sladocs.extract import extract
from sladocs.library import Library, assemble_ready
from sladocs.model.agreement import (
    Agreement,
    Body,
    ChronicFailure,
    ClauseChoice,
    CreditCap,
    CreditTerms,
    Maintenance,
    Party,
    Role,
    ServiceLevel,
    Term,
    Volume,
)
from sladocs.model.document import Document, Table, words
from sladocs.model.metrics import Metric, Window
from sladocs.model.quantity import Comparator, Duration
from sladocs.model.stated import differences

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "templates" / "saas-customer"
LIBRARY = Library(folders=(ROOT,))
TEMPLATE = LIBRARY.template("saas-customer")
POSITIONS = ("balanced", "provider", "customer")
FILES = ("example.yaml", "example-schedule.yaml", "new.yaml")


def load(name: str) -> Agreement:
    return yaml_form.load((FOLDER / name).read_text(encoding="utf-8"), name).agreement


def written(agreement: Agreement) -> tuple[Agreement, Document]:
    ready = assemble_ready(agreement, TEMPLATE, LIBRARY)
    return ready, assemble(ready, TEMPLATE, LIBRARY)


@pytest.mark.parametrize("position", POSITIONS)
@pytest.mark.parametrize("name", FILES)
def test_each_file_is_complete_and_reads_back(name: str, position: str) -> None:
    ready, document = written(load(name).model_copy(update={"position": position}))
    assert check(ready, document) == []
    assert differences(ready, extract(document).agreement) == {}


def test_the_starter_file_holds_each_question_with_its_default() -> None:
    """`new --yes` gives the starter file itself: the answers find their places, and no field is added."""
    starter = (FOLDER / "new.yaml").read_text(encoding="utf-8")
    answers = {question.key.replace(".", "/"): question.default for question in TEMPLATE.questions}
    assert None not in answers.values()
    filled = yaml_form.update(starter, answers)
    assert yaml_form.load(filled, "new.yaml").agreement == load("new.yaml")
    assert len(filled.splitlines()) == len(starter.splitlines())


def test_the_example_shows_what_a_manager_expects() -> None:
    example = load("example.yaml")
    metrics = {level.metric.value for level in example.service_levels}
    assert {
        "availability",
        "response_time",
        "restoration_time",
        "resolution_time",
        "update_interval",
        "latency",
        "recovery_time",
    } <= metrics
    assert {"recovery_point", "reporting_time", "maintenance_notice", "maintenance_time", "notification_time"} <= metrics
    assert {step.side for step in example.escalation} == {"provider", "customer"}
    assert len(example.priorities) == 4
    assert len(example.responsibilities) >= 10
    assert (
        max(sum(credit.level == level.label for credit in example.service_credits) for level in example.service_levels if level.label) == 4
    )


MONTHS = Duration(value=Decimal(6), unit="month")
YEAR = Duration(value=Decimal(1), unit="year")
START = dt.date(2027, 1, 1)
CASES: Mapping[str, Mapping[str, object]] = {
    "runs until a date": {"term": Term(effective_date=START, expiration_date=dt.date(2029, 12, 31))},
    "runs until ended": {"term": Term(effective_date=START, termination_notice=MONTHS)},
    "renews without notice": {"term": Term(effective_date=START, initial=YEAR, renewal=YEAR)},
    "notice without renewal": {"term": Term(effective_date=START, initial=YEAR, renewal_notice=MONTHS)},
    "no credits": {"service_credits": (), "credit_terms": CreditTerms()},
    "cap in money": {"credit_terms": CreditTerms(cap=CreditCap(value=Decimal(5000), unit="currency:EUR"))},
    "chronic below a figure": {"chronic_failure": ChronicFailure(failures=4, within=6, below=Decimal(95))},
    "chronic in own words": {"chronic_failure": ChronicFailure(text="four failures of any kind in one quarter")},
    "no maintenance window": {"maintenance": Maintenance()},
    "affiliates": {"clauses": (ClauseChoice(id="parties", variant="fallback-1"),)},
}


@pytest.mark.parametrize(("case", "position"), [(case, POSITIONS[i % 3]) for i, case in enumerate(CASES)])
def test_what_is_open_leaves_no_gap(case: str, position: str) -> None:
    ready, document = written(load("example.yaml").model_copy(update={**CASES[case], "position": position}))
    assert differences(ready, extract(document).agreement) == {}


@pytest.mark.parametrize("position", POSITIONS)
@pytest.mark.parametrize("form", ["standalone", "schedule"])
def test_the_smallest_agreement_speaks_of_nothing_that_it_lacks(form: str, position: str) -> None:
    level = ServiceLevel(metric=Metric.AVAILABILITY, comparator=Comparator.AT_LEAST, value=Decimal("99.9"), unit="percent")
    smallest = Agreement.model_validate(
        {
            "title": "Agreement",
            "template": "saas-customer",
            "form": form,
            "position": position,
            "master_agreement": "Master Services Agreement" if form == "schedule" else None,
            "parties": (Party(role=Role.PROVIDER, name="Provider Ltd"), Party(role=Role.CUSTOMER, name="Customer Ltd")),
            "service_levels": (level,),
            "term": Term(effective_date=START),
        }
    )
    _, document = written(smallest)
    lacking = [
        "Service Credit",
        "Chronic Failure",
        "Credit Claim",
        "Support Hours",
        "Response Time",
        "Disaster",
        "optional service",
        "percentile",
    ]
    if form == "standalone":
        lacking.append("Master Agreement")
    else:
        lacking += ["indemnify", "Confidential Information"]
    assert [word for word in lacking if word in document.text] == []


def tables_of(document: Document, where: str) -> list[Table]:
    return [block for block in getattr(document, where) if isinstance(block, Table)]


@pytest.mark.parametrize("name", FILES)
def test_the_front_page_repeats_rows_of_the_schedules_to_the_letter(name: str) -> None:
    """A reader takes the two for one promise only if no cell differs."""
    _, document = written(load(name))
    front = {words(table.caption).partition(": ")[2]: table for table in tables_of(document, "front")}
    promised, urgent = front["Promised availability"], front["Support targets for the highest priority"]
    body = [tuple(cell.text for cell in row) for table in tables_of(document, "body") for row in table.rows]
    for table in (promised, urgent):
        assert len(table.rows) > 1
        assert all(tuple(cell.text for cell in row) in body for row in table.rows)


def test_many_availability_levels_stand_only_in_the_schedule() -> None:
    level = next(found for found in load("example.yaml").service_levels if found.metric is Metric.AVAILABILITY)
    many = tuple(level.model_copy(update={"label": f"A-{n}", "value": Decimal(90 + n)}) for n in range(6))
    ready, document = written(load("example.yaml").model_copy(update={"service_levels": many, "service_credits": ()}))
    assert not any("Promised availability" in words(table.caption) for table in tables_of(document, "front"))
    assert any("All service levels" in row[0].text for table in tables_of(document, "front") for row in table.rows)
    assert differences(ready, extract(document).agreement) == {}


@pytest.mark.parametrize("position", POSITIONS)
def test_a_time_without_credits_stands_only_where_it_is_asked_for(position: str) -> None:
    agreement = load("example.yaml").model_copy(update={"position": position})
    asked = agreement.model_copy(update={"clauses": (ClauseChoice(id="burn-in", variant="balanced"),)})
    assert "Start-up period" not in written(agreement)[1].text
    assert "Start-up period" in written(asked)[1].text


@pytest.mark.parametrize("position", POSITIONS)
@pytest.mark.parametrize("name", ["example.yaml", "example-schedule.yaml"])
def test_credits_and_limits_of_liability_are_settled_once(name: str, position: str) -> None:
    _, document = written(load(name).model_copy(update={"position": position}))
    assert document.text.count("count towards") == 1
    assert ("do not count towards" in document.text) == (position != "provider")


@pytest.mark.parametrize("position", POSITIONS)
def test_who_may_end_early_and_what_happens_to_money_is_said(position: str) -> None:
    """A notice for convenience beside an initial term leaves open whether it may end within that term, unless the text says so."""
    _, document = written(load("example.yaml").model_copy(update={"position": position}))
    assert document.text.count("termination for convenience") == 1


@pytest.mark.parametrize("position", POSITIONS)
def test_a_ladder_without_priorities_is_for_the_highest(position: str) -> None:
    _, document = written(load("example.yaml").model_copy(update={"position": position}))
    assert "holds only for Incidents of the highest Priority" in document.text
    assert "of which the first is the highest" in document.text


@pytest.mark.parametrize("position", POSITIONS)
def test_bodies_volumes_and_indicators_have_their_clauses_where_they_are_given(position: str) -> None:
    example = load("example.yaml")
    indicator = ServiceLevel(
        metric=Metric.CUSTOMER_SATISFACTION,
        comparator=Comparator.AT_LEAST,
        value=Decimal(80),
        unit="percent",
        window=Window.QUARTER,
        indicator=True,
    )
    further = {
        "position": position,
        "bodies": (Body(name="Service board", members="Service manager and contract manager", meets="month", decides="changes"),),
        "volumes": (Volume(work="Invoices", expected=Decimal(400), per=Window.MONTH, relief_above=Decimal(480)),),
        "service_levels": (*example.service_levels, indicator),
        "clauses": (ClauseChoice(id="improvement-plan"), ClauseChoice(id="measures-change")),
    }
    ready, document = written(example.model_copy(update=further))
    assert differences(ready, extract(document).agreement) == {}
    headings = ("Bodies that decide", "Volumes of work", "Key indicators", "Quality and turnaround", "Service improvement plan")
    assert all(heading in document.text for heading in headings)
    assert not any(heading in written(example)[1].text for heading in headings)
