"""The JSON Schema of the short form."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from sladocs.codec import parsing, tree, yaml_form
from sladocs.codec.schema import schema
from sladocs.codec.short_form import READERS

LEDGER = (Path(__file__).parent / "samples" / "ledger.yaml").read_text("utf-8")
VALIDATOR = jsonschema.Draft202012Validator(schema())


def as_editor(text: str) -> Any:
    """The YAML as an editor types it: numbers and truths are not text."""

    def floats(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: floats(item) for key, item in value.items()}
        if isinstance(value, list):
            return [floats(item) for item in value]
        return float(value) if isinstance(value, Decimal) else value

    return floats(tree.typed(parsing.read(text, "a.yaml")))


def wrong(text: str) -> list[str]:
    return ["/".join(map(str, error.path)) for error in VALIDATOR.iter_errors(as_editor(text))]


def test_it_is_a_schema_that_knows_each_field() -> None:
    jsonschema.Draft202012Validator.check_schema(schema())
    assert schema()["properties"].keys() == READERS.keys()


def test_the_example_and_what_is_written_from_it_pass() -> None:
    assert wrong(LEDGER) == []
    assert wrong(yaml_form.dump(yaml_form.load(LEDGER).agreement)) == []


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("provder: X", ""),
        ("title: [a]", "title"),
        ("levels: [{metrik: availability, target: 99 %}]", "levels/0"),
        ("levels: [{metric: respons_time, within: 4 hours}]", "levels/0/metric"),
        ('levels: [{metric: availability, target: "99,9 %"}]', "levels/0/target"),
        ("levels: [{metric: availability, target: much}]", "levels/0/target"),
        ("levels: [{metric: availability}]", "levels/0"),
        ("levels: [{metric: availability, target: 99 %, within: 1 hour}]", "levels/0"),
        ("levels: [{metric: latency, within: 1 s, statistic: p90}]", "levels/0/statistic"),
        ("credits: [{credit: 5 %}]", "credits/0"),
        ("priorities: {P1: {respond: 4 hours}}", "priorities"),
        ("calendars: {A: {hours: Mon-Fri 8-18}}", "calendars"),
        ("term: {effective_date: 31/12/2026}", "term"),
        ("term: {initial: three years}", "term"),
        ("form: loose", "form"),
        ("escalation: [{role: x, level: zero}]", "escalation/0/level"),
        ("reports: [{every: fortnight}]", "reports/0/every"),
        ("parties: [{role: vendor, name: y}]", "parties/0/role"),
        ("credit_terms: {sole_remedy: maybe}", "credit_terms/sole_remedy"),
    ],
)
def test_a_typical_mistake_does_not_pass(text: str, path: str) -> None:
    assert path in wrong(text)


@pytest.mark.parametrize(
    "text",
    [
        "version: 1.0",
        "title: 2027",
        "levels: [{metric: Capacity, at_least: 5}]",
        "term: 3 years",
        "pilot: P90D",
        "chronic_failure: {consecutive: 2}",
        "support_hours: 24x7",
        "calendars: {A: 24x7}",
        "services: [A, {name: B, package: optional}]",
        "clauses: [parties, exit]",
        "clauses: {exit: customer, without: [penalties]}",
        "credits: [{metric: downtime, over: 4 hours, credit: {value: 5, unit: percent}}]",
        "title:\nlevels:\n",
    ],
)
def test_what_loads_passes(text: str) -> None:
    yaml_form.load(text)
    assert wrong(text) == []
