"""The agreement type for pilots: tests, off-ramps and what follows at each, a limit for sunk cost, and the return of data."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest

from sladocs.assemble import AssemblyError, assemble
from sladocs.check import check
from sladocs.codec import yaml_form
from sladocs.extract import extract
from sladocs.library import Library, assemble_ready
from sladocs.model.agreement import Agreement, ClauseChoice, Pilot, Term
from sladocs.model.document import Document, Figure, Heading, words
from sladocs.model.quantity import Duration
from sladocs.model.stated import differences

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "templates" / "pilot-agreement"
LIBRARY = Library(folders=(ROOT,))
TEMPLATE = LIBRARY.template("pilot-agreement")
POSITIONS = ("balanced", "provider", "customer")
FILES = ("example.yaml", "example-schedule.yaml", "new.yaml")


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


def pilot(agreement: Agreement) -> Pilot:
    assert agreement.pilot is not None
    return agreement.pilot


@pytest.mark.parametrize("position", POSITIONS)
@pytest.mark.parametrize("name", FILES)
def test_each_file_is_complete(name: str, position: str) -> None:
    assert check(*shipped(name, position)) == []


@pytest.mark.parametrize("position", POSITIONS)
@pytest.mark.parametrize("name", ["new.yaml", "example-schedule.yaml"])
def test_the_other_files_read_back(name: str, position: str) -> None:
    """That the worked example does so, in every format, is a law of its own."""
    ready, document = shipped(name, position)
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


def decided_on(found: Pilot) -> list[dt.date]:
    """The decision dates as dates; one that is stated as a time counts from the start."""
    dates: list[dt.date] = []
    for ramp in found.off_ramps:
        if isinstance(ramp.decide_on, Duration):
            assert isinstance(found.start, dt.date)
            dates.append(found.start + dt.timedelta(days=int(ramp.decide_on.value)))
        else:
            assert isinstance(ramp.decide_on, dt.date)
            dates.append(ramp.decide_on)
    return dates


@pytest.mark.parametrize("name", FILES)
def test_the_last_off_ramp_of_each_example_lies_before_the_first_commitment(name: str) -> None:
    found = pilot(load(name))
    dates = decided_on(found)
    assert dates == sorted(dates)
    assert isinstance(found.first_commitment, dt.date)
    assert dates[-1] < found.first_commitment
    assert found.sunk_cost_cap is not None


@pytest.mark.parametrize("name", FILES)
def test_each_off_ramp_of_the_examples_says_all_that_it_must(name: str) -> None:
    found = pilot(load(name))
    assert {ramp.outcome for ramp in found.off_ramps} >= {"exit", "proceed"}
    for ramp in found.off_ramps:
        assert all((ramp.label, ramp.criterion, ramp.decider, ramp.outcome, ramp.silence, ramp.fees, ramp.data, ramp.assets))
    labels = {test.label for test in found.tests}
    assert all(any(str(label) in str(ramp.criterion) or "tests" in str(ramp.criterion) for label in labels) for ramp in found.off_ramps)


def test_the_example_shows_every_outcome() -> None:
    assert {ramp.outcome for ramp in pilot(load("example.yaml")).off_ramps} == {"proceed", "extend", "renegotiate", "exit"}


@pytest.mark.parametrize("position", POSITIONS)
@pytest.mark.parametrize("name", FILES)
def test_what_a_pilot_must_say_stands_in_it(name: str, position: str) -> None:
    _, document = shipped(name, position)
    text = document.text
    for said in (
        "If nobody has decided by the end of the Decision Date",
        "for which there is no reliable result on the Decision Date",
        '"proceed"',
        '"extend"',
        '"renegotiate"',
        '"exit"',
        'After "proceed" the Pilot goes on until the further agreement takes effect',
        "has ended by an exit",
        "No party is bound beyond the Pilot before",
        "after the end of the Pilot",
        "What becomes of fees, data and assets is stated in",
        "fails to remedy a material breach" if name != "example-schedule.yaml" else "commits a material breach",
    ):
        assert said in text, said
    assert "Service Credit" not in text


@pytest.mark.parametrize("position", POSITIONS)
def test_use_after_the_end_is_no_acceptance(position: str) -> None:
    _, document = shipped("example.yaml", position)
    assert "this is no acceptance of the Services, no order and no extension of the Pilot" in document.text


@pytest.mark.parametrize("position", POSITIONS)
def test_silence_means_what_the_position_says_where_the_table_is_silent(position: str) -> None:
    found = load("example.yaml")
    ramps = tuple(ramp.model_copy(update={"silence": None}) for ramp in pilot(found).off_ramps)
    open_silence = found.model_copy(update={"position": position, "pilot": pilot(found).model_copy(update={"off_ramps": ramps})})
    ready, document = written(open_silence)
    meaning = {"balanced": "the Pilot goes on.", "provider": "the outcome is proceed.", "customer": "the outcome is exit, and no fee"}
    assert f"by the end of the Decision Date, {meaning[position]}" in document.text
    assert differences(ready, extract(document).agreement) == {}


@pytest.mark.parametrize("position", POSITIONS)
def test_a_level_is_worth_what_the_position_says(position: str) -> None:
    _, document = shipped("example.yaml", position)
    worth = {"balanced": "shall do what it reasonably can to meet it", "provider": "is an aim", "customer": "are minimum levels"}
    said = next(line for line in document.text.split("\n") if line.startswith("4.1.2 "))
    assert [name for name, phrase in worth.items() if phrase in said] == [position]


CASES: Mapping[str, tuple[Mapping[str, object], Mapping[str, object]]] = {
    "no limit for extensions": ({"extension": None}, {}),
    "no scope": ({"scope": None}, {}),
    "starts with the agreement": ({"start": None}, {}),
    "no commitment date": ({"first_commitment": None}, {}),
    "no sunk-cost cap": ({"sunk_cost_cap": None}, {}),
    "neither": ({"first_commitment": None, "sunk_cost_cap": None}, {}),
    "no levels": ({}, {"service_levels": (), "priorities": (), "escalation": (), "reports": ()}),
    "no bodies": ({}, {"bodies": ()}),
    "notice for convenience": ({}, {"term": Term(effective_date=dt.date(2027, 1, 1), termination_notice=Duration.from_iso("P10D"))}),
    "ends on a date": ({}, {"term": Term(effective_date=dt.date(2027, 1, 1), expiration_date=dt.date(2027, 12, 31))}),
    "lean": ({}, {"clauses": tuple(ClauseChoice(id=name, variant="omitted") for name in ("preparation", "baseline", "commitment"))}),
    "no data clauses": ({}, {"clauses": tuple(ClauseChoice(id=n, variant="omitted") for n in ("security", "data-protection"))}),
}


@pytest.mark.parametrize(("case", "position"), [(case, POSITIONS[i % 3]) for i, case in enumerate(CASES)])
def test_what_is_open_leaves_no_gap(case: str, position: str) -> None:
    found, (of_pilot, other) = load("example.yaml"), CASES[case]
    changed = found.model_copy(update={**other, "position": position, "pilot": pilot(found).model_copy(update=dict(of_pilot))})
    ready, document = written(changed)
    assert differences(ready, extract(document).agreement) == {}


def test_a_pilot_without_tests_is_refused() -> None:
    found = load("example.yaml")
    with pytest.raises(AssemblyError, match="success-tests-table"):
        written(found.model_copy(update={"pilot": pilot(found).model_copy(update={"tests": ()})}))


@pytest.mark.parametrize("position", POSITIONS)
def test_the_schedule_leaves_to_the_master_agreement_what_it_says(position: str) -> None:
    _, document = shipped("example-schedule.yaml", position)
    heads = [words(block.content) for block in document.body if isinstance(block, Heading)]
    for left_out in ("Liability in the pilot", "Confidentiality", "Data protection", "Governing law", "Disputes"):
        assert left_out not in heads
    assert "Off-ramps" in heads


def test_the_timeline_stands_behind_the_off_ramps() -> None:
    _, document = shipped("example.yaml", "balanced")
    assert any(isinstance(block, Figure) and "pilot" in block.alternative for block in document.body)
