"""Pilots, bodies and volumes in the short form: what each field becomes, where it stands, and what is said when it is wrong."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import jsonschema
import pytest

from sladocs.codec import csv_form, parsing, tree, yaml_form
from sladocs.codec.problems import CodecError
from sladocs.codec.schema import schema
from sladocs.model.agreement import AsWritten, Body, OffRamp, Volume
from sladocs.model.metrics import Metric, Window
from sladocs.model.quantity import Duration, Quantity

PILOT = """\
pilot:
  period: 3 months
  start: 2027-02-01
  extension: 1 month
  scope: the stores of the northern region
  first_commitment: 1 June 2027
  sunk_cost_cap: GBP 50,000
  tests:
    - {metric: availability, label: T1, service: Ledger Platform, target: ">= 99.5 %", window: month}
  off_ramps:
    - label: R1
      decide_on: 2027-03-15
      criterion: T1 is missed in the first month
      decider: Pilot board
      outcome: exit
      silence: exit
      fees: No fee is owed.
      data: The Provider returns it.
      assets: They stay with the Customer.
    - {label: R2, decide_on: 60 days after the start, outcome: proceed}
levels:
  - {metric: customer_satisfaction, at_least: 4 score, indicator: true}
bodies:
  - {name: Service board, members: two of each side, meets: monthly, decides: changes, escalates_to: Executive board}
volumes:
  - {work: Support requests, service: Ledger Platform, expected: "1,400", per: month, relief_above: 1600}
"""


def test_each_field_is_understood() -> None:
    agreement = yaml_form.load(PILOT).agreement
    pilot = agreement.pilot
    assert pilot is not None
    assert (pilot.period, pilot.extension) == (Duration(value=Decimal(3), unit="month"), Duration(value=Decimal(1), unit="month"))
    assert (pilot.start, pilot.first_commitment) == (dt.date(2027, 2, 1), dt.date(2027, 6, 1))
    assert pilot.sunk_cost_cap == Quantity(value=Decimal(50000), unit="currency:GBP")
    (test,) = pilot.tests
    assert (test.metric, test.label, test.value, test.window) == (Metric.AVAILABILITY, "T1", Decimal("99.5"), Window.MONTH)
    first, second = pilot.off_ramps
    assert (first.decide_on, first.outcome, first.silence, first.fees) == (dt.date(2027, 3, 15), "exit", "exit", "No fee is owed.")
    assert second == OffRamp(label="R2", decide_on=Duration(value=Decimal(60), unit="day"), outcome="proceed")
    assert agreement.service_levels[0].indicator
    assert agreement.bodies == (
        Body(name="Service board", members="two of each side", meets="month", decides="changes", escalates_to="Executive board"),
    )
    assert agreement.volumes == (
        Volume(work="Support requests", service="Ledger Platform", expected=Decimal(1400), per=Window.MONTH, relief_above=Decimal(1600)),
    )


def test_it_is_written_short_and_passes_the_schema() -> None:
    agreement = yaml_form.load(PILOT).agreement
    text = yaml_form.dump(agreement)
    assert yaml_form.load(text).agreement == agreement
    assert "sunk_cost_cap: GBP 50,000" in text
    assert "decide_on: 60 days" in text
    assert "indicator: true" in text
    assert not list(jsonschema.Draft202012Validator(schema()).iter_errors(tree.plain(parsing.read(PILOT, "a.yaml"))))


def test_each_value_has_its_line() -> None:
    origins = yaml_form.load(PILOT).origins
    lines = {path: line for path, (_, line) in origins.items()}
    assert lines["pilot/start"] == 3
    assert lines["pilot/tests/0"] == lines["pilot/tests/0/value"] == 9
    assert (lines["pilot/off_ramps/0/decide_on"], lines["pilot/off_ramps/0/assets"], lines["pilot/off_ramps/1"]) == (12, 19, 20)
    assert (lines["bodies/0/meets"], lines["volumes/0/expected"]) == (24, 26)


def test_words_that_were_not_understood_are_kept() -> None:
    pilot = yaml_form.load(
        "pilot: {period: {as_written: a season}, start: {as_written: at go-live}, sunk_cost_cap: {as_written: as agreed},"
        " off_ramps: [{decide_on: {as_written: mid-term}}]}"
    ).agreement.pilot
    assert pilot is not None
    assert (pilot.period, pilot.sunk_cost_cap) == (AsWritten(text="a season"), AsWritten(text="as agreed"))
    assert pilot.off_ramps[0].decide_on == AsWritten(text="mid-term")


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("pilot:\n  off_ramps:\n    - {decide_on: soon}", 3, "neither a date nor a time since the start"),
        ("pilot:\n  off_ramps:\n    - {outcome: stop}", 3, "'stop' is not known here"),
        ("pilot:\n  tests:\n    - {metric: availability, target: 99 %, credits: []}", 3, "unknown field 'credits'"),
        ("pilot:\n  tests:\n    - {target: 99 %}", 3, "metric is missing"),
        ("pilot:\n  begin: 2027-01-01", 2, "unknown field 'begin'"),
        ("bodies:\n  - {meets: month}", 2, "name is missing"),
        ("volumes:\n  - {work: x, expected: many, per: month}", 2, "'many' is no number"),
        ("volumes:\n  - {work: x, expected: 4}", 2, "per is missing"),
        ("volumes:\n  - {work: x, expected: 4, per: half year}", 2, "no measurement period"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(text: str, line: int, words: str) -> None:
    with pytest.raises(CodecError) as error:
        yaml_form.load(text)
    (finding,) = error.value.findings
    assert words in finding.message
    assert finding.place.line == line


def test_success_tests_are_rows_of_their_own_kind() -> None:
    table = csv_form.dump(yaml_form.load(PILOT).agreement)
    rows = [line.split(",")[1:6] for line in table.splitlines()]
    assert ["test", "T1", "availability", ">=", "99.5"] in rows
    assert [row for row in rows if row[0] == "level"] == [["level", "", "customer_satisfaction", ">=", "4"]]
