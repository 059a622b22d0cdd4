"""Precision, recall and misses of a parse against an annotation."""

from __future__ import annotations

from typing import Any

from sladocs.evaluate import evaluate
from sladocs.model.evaluation import Evaluation


def level(**fields: Any) -> dict[str, Any]:
    plain = {"metric": "response_time", "comparator": "<=", "value": 4, "unit": "hour", "priority": "P1"}
    return plain | {"attainment": None, "statistic": None, "service": None, "window": None} | fields


def credit(**fields: Any) -> dict[str, Any]:
    plain = {"metric": "availability", "lower": 99, "upper": 99.9, "band_unit": "percent", "value": 10, "unit": "percent"}
    return plain | {"basis": "monthly_fee", "per": None, "priority": None, "service": None} | fields


def scored(annotation: Any, parsed: Any) -> Evaluation:
    return evaluate([("one", annotation, parsed)])


def counts(result: Any, figure: Any) -> tuple[int, int, int]:
    tally = result.figures[figure]
    return tally.hits, tally.annotated, tally.parsed


def kinds(result: Any) -> list[tuple[str, str]]:
    return sorted((miss.what, miss.kind) for miss in result.misses)


def test_the_same_is_right_in_every_figure() -> None:
    both = {
        "service_levels": [level(), level(priority="P2", value=8)],
        "service_credits": [credit()],
        "terms": {"cure_period": "P30D"},
        "escalation": [{"level": 1, "role": "Service desk"}],
        "clauses": ["support"],
    }
    result = scored(both, both)
    assert all(tally.f1 == 1 for tally in result.figures.values())
    assert result.misses == []


def test_nothing_annotated_and_nothing_found_counts_nothing() -> None:
    assert all(tally.empty for tally in scored({}, {}).figures.values())


def test_a_level_of_another_priority_is_right_in_its_core_alone() -> None:
    result = scored({"service_levels": [level()]}, {"service_levels": [level(priority="P2")]})
    assert counts(result, "levels.core") == (1, 1, 1)
    assert counts(result, "levels.context") == (0, 1, 1)
    assert kinds(result) == [("level", "priority differs")]


def test_pairs_agree_as_far_as_they_can() -> None:
    """Two levels of one core are paired with their own priority, whatever the order."""
    result = scored(
        {"service_levels": [level(), level(priority="P2")]},
        {"service_levels": [level(priority="P2"), level()]},
    )
    assert counts(result, "levels.full") == (2, 2, 2)


def test_other_readings_are_right_too() -> None:
    annotated = level(unit="hour", also={"unit": ["business_hour"], "priority": [None]})
    result = scored({"service_levels": [annotated]}, {"service_levels": [level(unit="business_hour", priority=None)]})
    assert counts(result, "levels.full") == (1, 1, 1)


def test_what_is_tolerated_counts_neither_way() -> None:
    annotation = {"service_levels": [], "tolerated": [{"metric": "downtime", "value": 43, "unit": "minute"}]}
    result = scored(annotation, {"service_levels": [level(metric="downtime", value=43, unit="minute"), level()]})
    assert counts(result, "levels.core") == (0, 0, 1)


def test_a_figure_under_another_metric_is_told_beside_its_twin() -> None:
    result = scored({"service_levels": [level()]}, {"service_levels": [level(metric="resolution_time")]})
    assert kinds(result) == [("level", "other metric")]
    assert counts(result, "levels.core") == (0, 1, 1)


def test_missed_and_invented() -> None:
    result = scored({"service_levels": [level()]}, {"service_levels": [level(value=9)]})
    assert kinds(result) == [("level", "invented"), ("level", "not found")]


def test_fields_of_levels_that_differ() -> None:
    for field, other in (("window", "month"), ("service", "Email"), ("comparator", "<"), ("attainment", 95), ("statistic", "mean")):
        result = scored({"service_levels": [level()]}, {"service_levels": [level(**{field: other})]})
        assert kinds(result) == [("level", f"{field} differs")]


def test_an_open_end_of_a_credit_is_open_however_it_is_written() -> None:
    result = scored({"service_credits": [credit(lower=None, upper=95)]}, {"service_credits": [credit(lower=0, upper=95)]})
    assert counts(result, "credits.full") == (1, 1, 1)


def test_credits_that_differ() -> None:
    for field, other in (("metric", "downtime"), ("basis", None), ("per", "hour"), ("priority", "P1")):
        result = scored({"service_credits": [credit()]}, {"service_credits": [credit(**{field: other})]})
        assert counts(result, "credits.core") == (1, 1, 1)
        assert counts(result, "credits.full") == (0, 1, 1)
        assert kinds(result) == [("credit", f"{field} differs")]
    result = scored({"service_credits": [credit()]}, {"service_credits": [credit(upper=99.5)]})
    assert kinds(result) == [("credit", "other band")]


def test_terms() -> None:
    annotation = {"terms": {"cure_period": "P30D", "title": "Service Level Agreement"}, "terms_also": {"cure_period": ["P1M"]}}
    result = scored(annotation, {"terms": {"cure_period": "P1M", "customer": "Oakfield"}})
    assert counts(result, "terms") == (1, 2, 2)
    assert kinds(result) == [("term", "invented"), ("term", "not found")]


def test_what_was_not_annotated_at_all_is_not_scored() -> None:
    result = scored({}, {"terms": {"cure_period": "P30D"}, "clauses": [{"kind": "support"}]})
    assert result.figures["terms"].empty
    assert result.figures["clauses"].empty


def test_escalation_by_level_and_role() -> None:
    ladder = [{"level": 1, "role": "Service desk"}, {"level": 2, "role": "Service manager"}]
    result = scored({"escalation": ladder}, {"escalation": [{"level": 1, "role": "service desk"}, {"level": 3, "role": "Service manager"}]})
    assert counts(result, "escalation") == (1, 2, 2)


def test_provenance_is_a_quote_that_holds_the_figure() -> None:
    quotes = ["within 4 hours", "four (4) hours", "half a day", "next business day"]
    entries = [level(source={"quote": quote}) for quote in quotes]
    assert scored({}, {"service_levels": entries}).provenance.hits == 2
