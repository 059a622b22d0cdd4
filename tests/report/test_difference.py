"""What differs between two agreements; edits in a Word file; the proof that each figure came back."""

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel

from sladocs.model.agreement import Agreement, AsWritten, ServiceLevel
from sladocs.model.finding import Extraction
from sladocs.model.quantity import Duration
from sladocs.model.stated import STATED
from sladocs.report import difference, explain, proof


def with_level(agreement: Agreement, index: int, **fields: Any) -> Agreement:
    levels = list(agreement.service_levels)
    levels[index] = ServiceLevel.model_validate({**levels[index].model_dump(), **fields})
    return agreement.model_copy(update={"service_levels": tuple(levels)})


def test_an_availability_is_said_in_minutes_a_month(agreement: Agreement) -> None:
    changes = difference.levels(agreement, with_level(agreement, 0, value="99.5"))
    assert len(changes) == 1
    said = difference.text(changes)
    assert "changed: SL-1 Availability, Ledger Platform" in said
    assert "target: at least 99.5 % instead of at least 99.9 %: 3 h 36 min a month instead of 43 min" in said
    assert "5 service levels" in said.replace("\n", " ")


def test_other_notations_are_no_change(agreement: Agreement) -> None:
    same = with_level(with_level(agreement, 0, value="99.90"), 4, value="48", unit="hour")
    changes = difference.levels(agreement, same)
    assert changes == []
    assert difference.text(changes).startswith("No difference. Equal: title and law, 2 parties,")
    assert difference.levels(agreement, with_level(agreement, 4, value="2", unit="business_day")) != []


def test_added_and_removed(agreement: Agreement) -> None:
    fewer = agreement.model_copy(update={"service_levels": agreement.service_levels[1:], "governing_law": None})
    assert [(c.kind, c.part, c.name) for c in difference.levels(agreement, fewer)] == [
        ("removed", "agreement", ""), ("removed", "service level", "SL-1 Availability, Ledger Platform"),
    ]  # fmt: skip
    assert [c.kind for c in difference.levels(fewer, agreement)] == ["added", "added"]
    assert "governing law removed: England and Wales" in difference.text(difference.levels(agreement, fewer))


def test_levels_are_paired_by_what_they_measure_then_by_label(agreement: Agreement) -> None:
    relabelled = with_level(agreement, 0, label="A-1")
    assert [(c.fact, c.before, c.after) for c in difference.levels(agreement, relabelled)] == [("reference", "SL-1", "A-1")]
    moved = with_level(agreement, 0, service="Ledger Core", value="99.8")
    assert {c.fact for c in difference.levels(agreement, moved)} == {"service", "target"}
    shuffled = agreement.model_copy(update={"service_levels": agreement.service_levels[::-1]})
    assert difference.levels(agreement, shuffled) == []


def test_choices_count_only_where_both_are_written_by_a_person(agreement: Agreement) -> None:
    written = agreement.model_copy(update={"template": "saas-customer", "position": "balanced"})
    assert difference.levels(written, agreement) == []
    assert [c.fact for c in difference.levels(written, written.model_copy(update={"position": "customer"}))] == ["position"]


def test_an_edit_in_the_word_file_is_named_with_both_values(agreement: Agreement) -> None:
    found = explain.edited(agreement, with_level(agreement, 0, value="99.5"))
    assert [(f.code, f.severity.value, f.place.path) for f in found] == [("E10", "warning", "service_levels/0/value")]
    assert found[0].message == (
        'Target of SL-1 Availability, Ledger Platform: the text says "at least 99.5 %", the embedded data says "at least 99.9 %".'
    )
    assert explain.edited(agreement, agreement) == []


def test_a_level_that_the_text_lost_is_named(agreement: Agreement) -> None:
    found = explain.edited(agreement, agreement.model_copy(update={"service_levels": agreement.service_levels[1:]}))
    assert len(found) == 1
    assert "SL-1 Availability, Ledger Platform" in found[0].message
    assert "at least 99.9 %" in found[0].message


def test_the_proof_marks_what_came_back_and_what_did_not(agreement: Agreement) -> None:
    good = proof.table(agreement, Extraction(agreement=agreement))
    assert proof.NO not in good
    figures = sum(row.figure for row in proof.rows(agreement, agreement))
    assert f"{figures} of {figures} figures and dates came back" in good
    bad = proof.table(agreement, Extraction(agreement=with_level(agreement, 0, value="99.5")))
    assert bad.count(proof.NO) == 1
    assert f"{figures - 1} of {figures} figures and dates came back" in bad
    assert proof.table(agreement, Extraction(agreement=with_level(agreement, 4, value="48", unit="hour"))).count(proof.NO) == 1


def other(value: Any) -> Any:
    """Another value of the same kind."""
    match value:
        case bool():
            return not value
        case AsWritten():
            return AsWritten(text=value.text + " more")
        case Duration():
            return value.model_copy(update={"value": value.value + 1})
        case dt.date():
            return value + dt.timedelta(days=1)
        case Decimal() | int():
            return value + 1
        case str():
            return value + " more"
    raise AssertionError(value)


def mutants(value: Any, path: str) -> Iterator[tuple[str, Any]]:
    """Copies of a model in each of which one field is another."""
    if isinstance(value, tuple) and value and not isinstance(value[0], str | dt.date):
        for index, part in enumerate(value):
            for where, changed in mutants(part, f"{path}/{index}"):
                yield where, (*value[:index], changed, *value[index + 1 :])
    elif isinstance(value, BaseModel) and not isinstance(value, Duration | AsWritten):
        for name, part in value:
            if name.endswith("_included") and getattr(value, name.removesuffix("_included")) is None:
                continue  # an open end belongs to nothing
            if name in ("unit", "band_unit", "obliged"):
                yield f"{path}/{name}", value.model_copy(update={name: "customer" if name == "obliged" else "week"})
                continue
            for where, changed in mutants(part, f"{path}/{name}"):
                yield where, value.model_copy(update={name: changed})
    elif isinstance(value, tuple):
        if value:
            yield path, value[:-1]
    elif (
        value is not None
        and not hasattr(value, "hour")
        and type(value).__name__ not in ("Metric", "Comparator", "Window", "Statistic", "Role", "Package")
    ):
        yield path, other(value)


def test_every_stated_field_counts(agreement: Agreement) -> None:
    """No field that a document states may change without a difference, a mark in the proof and a finding."""
    checked = 0
    for name in STATED:
        for where, changed in mutants(getattr(agreement, name), name):
            copy = agreement.model_copy(update={name: changed})
            assert difference.levels(agreement, copy) != [], where
            assert explain.edited(agreement, copy) != [], where
            assert proof.NO in proof.table(agreement, Extraction(agreement=copy)), where
            checked += 1
    assert checked >= 95


FIGURE = st.decimals(min_value=0, max_value=100, places=2, allow_nan=False)
LEVEL = st.builds(
    ServiceLevel,
    metric=st.sampled_from(["availability", "accuracy"]),
    value=FIGURE,
    unit=st.just("percent"),
    service=st.sampled_from([None, "A", "B"]),
    label=st.sampled_from([None, "SL-1", "SL-2"]),
    comparator=st.sampled_from([">=", "<=", ">"]),
    attainment=st.none(), statistic=st.none(), priority=st.none(), window=st.none(), threshold=st.none(), calendar=st.none(),
    condition=st.none(), obliged=st.just("provider"),
)  # fmt: skip
AGREEMENT = st.lists(LEVEL, max_size=5).map(lambda levels: Agreement(service_levels=tuple(levels)))


@given(AGREEMENT, AGREEMENT)
def test_differences_are_symmetric_and_empty_only_for_equals(a: Agreement, b: Agreement) -> None:
    there, back = difference.levels(a, b), difference.levels(b, a)
    assert difference.levels(a, a) == []
    assert sum(c.kind == "added" and not c.fact for c in there) == sum(c.kind == "removed" and not c.fact for c in back)
    same = sorted(map(repr, (x.model_copy(update={"value": x.value.normalize()}) for x in a.service_levels))) == sorted(
        map(repr, (x.model_copy(update={"value": x.value.normalize()}) for x in b.service_levels))
    )
    assert (there == []) == same


def test_text_tables_are_the_same_each_time(agreement: Agreement) -> None:
    changed = with_level(agreement, 0, value="99.5")
    assert len({difference.text(difference.levels(agreement, changed)) for _ in range(3)}) == 1


@pytest.mark.parametrize("field", ["service", "priority", "condition", "calendar"])
def test_a_limit_that_was_added_is_said(agreement: Agreement, field: str) -> None:
    changes = difference.levels(agreement, with_level(agreement, 2, **{field: "Extra"}))
    assert {(c.fact, c.after) for c in changes} >= {({"calendar": "hours"}.get(field, field), "Extra")}
