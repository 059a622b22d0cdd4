"""The JSON form: the interchange object with or without its parts, and what is refused."""

from __future__ import annotations

import json
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from sladocs.codec import json_form, yaml_form
from sladocs.codec.problems import CodecError
from sladocs.model.agreement import Agreement, ClauseChoice, Term
from sladocs.model.finding import Evidence, Extraction, Finding, Severity
from sladocs.model.quantity import Duration

LEDGER = (Path(__file__).parent / "samples" / "ledger.yaml").read_text("utf-8")


def test_the_annotations_lists_come_first_with_source_and_confidence() -> None:
    agreement = yaml_form.load(LEDGER).agreement
    evidence = {
        "service_levels/6": Evidence(quote="99.9 %", section="3.1 Availability", page=4, start=120, end=126, confidence=0.9),
        "term/initial": Evidence(quote="three (3) years", confidence=0.8),
    }
    findings = (Finding(code="E20", severity=Severity.WARNING, message="Something was not read."),)
    data = json.loads(json_form.dump(Extraction(agreement=agreement, evidence=evidence, findings=findings)))
    assert list(data)[:5] == ["service_levels", "service_credits", "terms", "escalation", "clauses"]
    level = data["service_levels"][6]
    assert (level["value"], level["priority"], level["confidence"]) == (99.9, None, 0.9)
    assert level["source"] == {"quote": "99.9 %", "page": 4, "section": "3.1 Availability", "start": 120, "end": 126}
    assert data["clauses"][0] == {"kind": None, "id": "availability", "variant": "customer"}
    assert data["terms"]["initial_term"] == "P3Y"
    assert data["terms"]["support_hours"] == "Mon-Fri 08:00-18:00 Europe/London"
    assert data["term"]["initial"] == "P3Y"
    assert data["sources"]["term/initial"]["source"]["quote"] == "three (3) years"
    assert data["findings"][0]["code"] == "E20"


def test_the_annotations_fields_alone_are_enough() -> None:
    text = """{
      "id": "x", "source": "y", "kind": "sla",
      "terms": {"title": "SLA", "provider": "A Ltd", "initial_term": "P3Y", "support_hours": "Mon-Fri 09:00-17:00 CET", "sole_remedy": true,
                "credit_cap": {"value": 30, "unit": "percent", "basis": "monthly_fee"}, "reporting_frequency": "month"},
      "service_levels": [{"metric": "availability", "comparator": ">=", "value": 99.90, "unit": "percent", "attainment": null, "quote": "99.90%",
                          "also": {"unit": ["hour"]}}],
      "clauses": ["parties", "term"]
    }"""
    found = json_form.load(text)
    assert found.agreement.term == Term(initial=Duration(value=Decimal(3), unit="year"))
    assert found.agreement.clauses == (ClauseChoice(kind="parties"), ClauseChoice(kind="term"))
    assert found.agreement.calendars[0].zone == "CET"
    assert found.evidence["service_levels/0"] == Evidence(quote="99.90%", also={"unit": ("hour",)})
    assert str(found.agreement.service_levels[0].value) == "99.90"
    assert json_form.load(json_form.dump(found)) == found


def test_a_term_fills_only_what_the_structure_leaves_open() -> None:
    text = '{"terms": {"initial_term": "P3Y", "cure_period": "P30D"}, "term": {"initial": "P3Y"}}'
    assert json_form.load(text).agreement.term == Term(initial=Duration.from_iso("P3Y"), cure_period=Duration.from_iso("P30D"))


def errors(text: str) -> list[tuple[int | None, str | None, str]]:
    with pytest.raises(CodecError) as caught:
        json_form.load(text, "a.json")
    return [(f.place.line, f.place.path, f.message) for f in caught.value.findings]


def test_a_term_that_contradicts_the_structure_is_an_error() -> None:
    text = '{\n"terms": {\n"initial_term": "P3Y", "provider": "X"},\n"term": {"initial": "P2Y"}, "parties": [{"role": "provider", "name": "Y"}]}'
    assert errors(text) == [
        (3, "terms/initial_term", 'the term initial_term says "P3Y", the structure "P2Y"; keep one'),
        (3, "terms/provider", 'the term provider says "X", the structure "Y"; keep one'),
    ]


def test_all_errors_are_told_at_once() -> None:
    text = """{
      "service_levels": [
        {"metric": "availabilty", "comparator": ">=", "value": "much", "unit": "percent"},
        {"metric": "latency", "value": 1e999999, "unit": "Percent!", "comparator": "~"}
      ],
      "tems": {}, "term": {"initial": "3 years", "effective_date": 5},
      "escalation": [{"level": 1.5, "role": ""}],
      "credit_terms": {"sole_remedy": "maybe"}, "calendars": [{"name": "A"}], "parties": {"role": "provider"}
    }"""
    found = errors(text)
    places = {path: (line, message) for line, path, message in found}
    assert places["service_levels/0/metric"] == (3, "metric: 'availabilty' is not one of the values; did you mean 'availability'?")
    assert places["service_levels/0/value"][0] == 3
    assert places["service_levels/1/value"][1] == "value: a figure must be a finite number of reasonable length"
    assert {"service_levels/1/comparator", "term/initial", "term/effective_date", "escalation/0/level"} <= places.keys()
    assert {"credit_terms/sole_remedy", "calendars/0", "parties", "tems"} <= places.keys()
    assert "did you mean 'terms'?" in places["tems"][1]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('{"title": "a"', "not JSON"),
        ("[]", "one object"),
        ('{"title": "a", "title": "b"}', "stands twice"),
        ('{"service_levels": ' + "[" * 100_000, "nested deeper"),
        (" " * 6_000_000, "longer than"),
        ('{"title": "\\ud800"}', "surrogate"),
        ('{"service_levels": [{"metric": "mttr", "comparator": ">=", "unit": "hour", "value": NaN}]}', "no figure"),
        ('{"service_levels": [{"metric": "mttr", "comparator": ">=", "unit": "hour", "value": true}]}', "write a number"),
        ('{"service_levels": {}}', "write a list"),
        ('{"findings": {}}', "write a list"),
        ('{"terms": []}', "write an object"),
        ('{"terms": {"initial_term": 3}}', "write text"),
        ('{"terms": {"credit_cap": {"value": 3}}}', "unit is missing"),
    ],
)
def test_what_cannot_be_is_one_sentence(text: str, words: str) -> None:
    (found,) = errors(text)
    assert words in found[2]


def test_brackets_inside_texts_are_no_depth() -> None:
    assert json_form.load(json.dumps({"title": "[" * 500 + '"\\'})).agreement.title == "[" * 500 + '"\\'


def test_the_same_agreement_gives_the_same_bytes() -> None:
    agreement = yaml_form.load(LEDGER).agreement
    again = Agreement(**dict(reversed([(name, value) for name, value in agreement])))
    assert json_form.dump(again) == json_form.dump(agreement)
    assert json_form.dump(agreement).endswith("}\n")


@pytest.mark.parametrize(
    "text",
    [
        '{"provider": "A Ltd", "levels": [{"metric": "availability", "target": "99.9 %"}]}',
        '{\n\t"provider": "A Ltd",\n\t"levels": [{"metric": "availability", "target": "99.9 %"}]\n}',
        "{provider: A Ltd, levels: [{metric: availability, target: 99.9 %}]}",
    ],
)
def test_the_short_form_may_be_written_as_json(text: str) -> None:
    found = yaml_form.load(text).agreement
    assert (found.parties[0].name, str(found.service_levels[0].target)) == ("A Ltd", "99.9 %")


@pytest.mark.parametrize("load", [lambda text: json_form.load(text).agreement, lambda text: yaml_form.load(text).agreement])
def test_fields_that_both_forms_have_may_have_either_form(load: Callable[[str], Agreement]) -> None:
    assert load('{"term": "3 years", "clauses": {"exit": "customer"}}').term.initial == Duration.from_iso("P3Y")
    assert load('{"term": {"initial": "P3Y"}, "reports": [{"frequency": "month"}]}').reports[0].frequency == "month"
    with pytest.raises(CodecError):
        load('{"term": "3 yeers"}')


def test_the_interchange_object_may_be_written_as_yaml() -> None:
    text = "service_levels:\n  - {metric: availability, comparator: '>=', value: 99.90, unit: percent, quote: 99.90%}\nterms: {sole_remedy: true}\n"
    loaded: Any = yaml_form.load(text, "a.yaml")
    assert str(loaded.agreement.service_levels[0].value) == "99.90"
    assert loaded.agreement.credit_terms.sole_remedy is True
    assert loaded.extraction.evidence["service_levels/0"].quote == "99.90%"
    assert loaded.origins["service_levels/0/value"] == ("a.yaml", 2)


def test_json_has_lines_too() -> None:
    text = json_form.dump(yaml_form.load(LEDGER).agreement)
    file, line = yaml_form.load(text, "a.json").origins["service_levels/6/value"]
    assert file == "a.json"
    assert '"value": 99.9,' in text.split("\n")[line - 1]
