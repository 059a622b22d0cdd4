"""The agreement type for units of one organisation: levels, volumes and bodies, and neither law nor liability nor money."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from sladocs.assemble import assemble
from sladocs.check import check
from sladocs.codec import yaml_form
from sladocs.extract import extract
from sladocs.library import Library, assemble_ready
from sladocs.model.agreement import Agreement, ClauseChoice, Party, Role, ServiceLevel, Term
from sladocs.model.document import Document, Heading, words
from sladocs.model.metrics import Metric
from sladocs.model.quantity import Comparator, Duration
from sladocs.model.stated import differences

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "templates" / "internal-ola"
LIBRARY = Library(folders=(ROOT,))
TEMPLATE = LIBRARY.template("internal-ola")
POSITIONS = ("balanced", "provider", "customer")
FILES = ("example.yaml", "new.yaml")
START = dt.date(2027, 1, 1)
MONTHS = Duration(value=Decimal(6), unit="month")


@cache
def load(name: str) -> Agreement:
    return yaml_form.load((FOLDER / name).read_text(encoding="utf-8"), name).agreement


def written(agreement: Agreement) -> tuple[Agreement, Document]:
    ready = assemble_ready(agreement, TEMPLATE, LIBRARY)
    return ready, assemble(ready, TEMPLATE, LIBRARY)


@cache
def shipped(name: str, position: str) -> tuple[Agreement, Document]:
    """A file of the type in a position, completed, and its document."""
    return written(load(name).model_copy(update={"position": position}))


def headings(document: Document) -> list[str]:
    return [words(block.content) for block in document.body if isinstance(block, Heading)]


@pytest.mark.parametrize("position", POSITIONS)
@pytest.mark.parametrize("name", FILES)
def test_each_file_is_complete(name: str, position: str) -> None:
    assert check(*shipped(name, position)) == []


@pytest.mark.parametrize("position", POSITIONS)
def test_the_starter_file_reads_back(position: str) -> None:
    """That the examples do so, in every format, is a law of its own."""
    ready, document = shipped("new.yaml", position)
    found = extract(document)
    assert differences(ready, found.agreement) == {}
    assert not found.findings


def test_the_starter_file_holds_each_question_with_its_default() -> None:
    starter = (FOLDER / "new.yaml").read_text(encoding="utf-8")
    answers = {question.key.replace(".", "/"): question.default for question in TEMPLATE.questions}
    assert None not in answers.values()
    filled = yaml_form.update(starter, answers)
    assert yaml_form.load(filled, "new.yaml").agreement == load("new.yaml")
    assert len(filled.splitlines()) == len(starter.splitlines())


@pytest.mark.parametrize("position", POSITIONS)
@pytest.mark.parametrize("name", FILES)
def test_there_is_neither_law_nor_liability_nor_money(name: str, position: str) -> None:
    ready, document = shipped(name, position)
    kinds = {LIBRARY.clause(clause).kind for clause in TEMPLATE.clauses()}
    assert not kinds & {"governing_law", "liability", "indemnity", "warranty", "penalties", "incentives", "force_majeure"}
    text = document.text
    banned = (
        r"\bFees?\b|Service Credit|\binvoice[sd]? is due|governed by|\bdamages\b|\bliab\w+|indemni\w+|material breach|\b(?:USD|GBP|EUR) \d"
    )
    assert re.search(banned, text) is None
    assert "It is no contract in law" in text
    assert ready.governing_law is None
    assert not ready.service_credits


@pytest.mark.parametrize("position", POSITIONS)
def test_a_missed_level_leads_to_a_plan_and_a_disagreement_to_the_common_superior(position: str) -> None:
    _, document = shipped("example.yaml", position)
    text = document.text
    assert "Service Improvement Plan" in text
    assert "the manager to whom both parties answer" in text
    for needed in ("Service improvement plan", "Disagreements", "Adding and removing measures", "Bodies that decide", "Volumes of work"):
        assert needed in headings(document)


@pytest.mark.parametrize("position", POSITIONS)
def test_the_time_for_a_plan_is_a_level(position: str) -> None:
    """The due time stands in the table of levels, so that the clause names no figure."""
    ready, document = shipped("example.yaml", position)
    plan = next(level for level in ready.service_levels if level.condition == "service improvement plan")
    assert plan.metric is Metric.REPORTING_TIME
    assert document.text.count("within 10 business days\tservice improvement plan") == 1


@pytest.mark.parametrize("position", POSITIONS)
def test_a_key_indicator_is_said_to_be_no_promise(position: str) -> None:
    _, document = shipped("example.yaml", position)
    assert "It is measured and reported, but not promised." in document.text
    plain = load("example.yaml")
    levels = tuple(level for level in plain.service_levels if not level.indicator)
    _, without = written(plain.model_copy(update={"service_levels": levels, "position": position}))
    assert "marked as a key indicator" not in without.text
    assert "Key indicators" not in headings(without)


CASES: Mapping[str, Mapping[str, object]] = {
    "runs until ended": {"term": Term(effective_date=START, termination_notice=MONTHS)},
    "ends by decision": {"term": Term(effective_date=START, initial=Duration(value=Decimal(1), unit="year"))},
    "no bodies": {"bodies": ()},
    "no volumes": {"volumes": ()},
    "no bodies and no reviews": {"bodies": (), "reviews": ()},
    "no support hours": {"support_hours": None, "calendars": (), "service_levels": (), "priorities": ()},
    "without cost": {"clauses": (ClauseChoice(id="cost-recovery", variant="omitted"),)},
}


@pytest.mark.parametrize(("case", "position"), [(case, POSITIONS[i % 3]) for i, case in enumerate(CASES)])
def test_what_is_open_leaves_no_gap(case: str, position: str) -> None:
    change = dict(CASES[case])
    if case == "no support hours":
        level = ServiceLevel(metric=Metric.TURNAROUND_TIME, comparator=Comparator.AT_MOST, value=Decimal(3), unit="day")
        change["service_levels"] = (level,)
    ready, document = written(load("example.yaml").model_copy(update={**change, "position": position}))
    assert differences(ready, extract(document).agreement) == {}


@pytest.mark.parametrize("position", POSITIONS)
def test_the_smallest_agreement_speaks_of_nothing_that_it_lacks(position: str) -> None:
    level = ServiceLevel(metric=Metric.TURNAROUND_TIME, comparator=Comparator.AT_MOST, value=Decimal(3), unit="day")
    smallest = Agreement(
        title="Agreement",
        template="internal-ola",
        position=position,
        parties=(Party(role=Role.PROVIDER, name="Print Room"), Party(role=Role.CUSTOMER, name="Sales")),
        service_levels=(level,),
        term=Term(effective_date=START),
    )
    _, document = written(smallest)
    lacking = ["Support Hours", "Key Indicator", "Availability", "figure for relief", "bodies", "Disaster", "service review", "Schedule 4"]
    assert [word for word in lacking if word in document.text] == []


def test_it_ends_without_breach() -> None:
    _, document = shipped("example.yaml", "balanced")
    assert "Either party may end this Agreement, or a single Service" in document.text
    assert "There is no other way to end this Agreement before its time." in document.text
