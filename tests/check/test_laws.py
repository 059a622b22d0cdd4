"""Laws: what is well-formed by construction has no finding, and gaps and overlaps are what probing each figure finds."""

import datetime as dt
import itertools
from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from sladocs.check import RULES, check
from sladocs.model.agreement import Agreement, ServiceCredit

WORDS = st.sampled_from(
    ["Ledger Platform", "API", "Service desk lead", "Reports & exports", "Müller GmbH", "Support Hours", "one (1) copy"]
)
ROLES = st.sampled_from(["Service manager", "Head of operations", "Chief executive"])
LABELS = st.sampled_from(["P{}", "Priority {}", "Severity Level {}", "S{}", "Critical thing (P{})"])


def figure(tenths: int) -> str:
    return str(Decimal(tenths) / 100)


@st.composite
def ladders(draw: st.DrawFn, *, label: str, rising: bool) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """A level and its credits: bands that touch, begin at the target, and pay more the worse it gets."""
    cuts = sorted(draw(st.sets(st.integers(5000, 9999), min_size=1, max_size=5)), reverse=rising)
    pays = sorted(draw(st.sets(st.integers(1, 50), min_size=len(cuts), max_size=len(cuts))))
    strict = draw(st.booleans())
    unit, metric = ("percent", "availability") if rising else ("hour", "resolution_time")
    comparator = (">" if strict else ">=") if rising else ("<" if strict else "<=")
    level = {"label": label, "metric": metric, "comparator": comparator, "value": figure(cuts[0]), "unit": unit, "window": "month"}
    credits_ = []
    for near, far, value in itertools.zip_longest(cuts, cuts[1:], pays):
        ends = (far, near) if rising else (near, far)
        closed = strict if rising else not strict  # the target itself belongs to the first band only where it is a breach
        credits_.append({
            "level": label, "metric": metric, "lower": ends[0] and figure(ends[0]), "upper": ends[1] and figure(ends[1]), "band_unit": unit,
            "value": str(value), "unit": "percent", "basis": "monthly_fee", "lower_included": not closed, "upper_included": closed,
        })  # fmt: skip
    return level, draw(st.permutations(credits_))


@st.composite
def grids(draw: st.DrawFn) -> list[dict[str, Any]]:
    """Response, restoration, resolution and update times that rise with each other and with the priority."""
    style = draw(LABELS)
    unit, small, factor = draw(st.sampled_from([("hour", "minute", 60), ("business_hour", "business_minute", 60), ("day", "hour", 24)]))
    levels = []
    times = {"response_time": 0, "restoration_time": 0, "resolution_time": 0, "update_interval": 0}
    for number in range(1, draw(st.integers(2, 5)) + 1):
        for metric, last in list(times.items()):
            floor = max(last, 0 if metric in ("response_time", "update_interval") else times["response_time"])
            times[metric] = floor + draw(st.integers(1, 9))
        times["restoration_time"] = max(times["restoration_time"], times["response_time"])
        times["resolution_time"] = max(times["resolution_time"], *times.values())
        for metric, time in times.items():
            value, chosen = (time * factor, small) if draw(st.booleans()) else (time, unit)
            levels.append({"metric": metric, "comparator": "<=", "value": str(value), "unit": chosen, "priority": style.format(number)})
    return draw(st.permutations(levels))


@st.composite
def agreements(draw: st.DrawFn) -> Agreement:
    first, first_credits = draw(ladders(label="SL-1", rising=True))
    second, second_credits = draw(ladders(label="SL-2", rising=False))
    start = draw(st.dates(dt.date(2020, 1, 1), dt.date(2040, 1, 1)))
    after = sorted(draw(st.sets(st.integers(1, 99), min_size=1, max_size=4)))
    return Agreement.model_validate({
        "title": draw(WORDS),
        "services": [{"name": draw(WORDS), "description": draw(WORDS)}],
        "service_levels": [first, second, *draw(grids())],
        "service_credits": [*first_credits, *second_credits],
        "credit_terms": {"cap": {"value": str(draw(st.integers(50, 100))), "unit": "percent", "basis": "monthly_fee"}},
        "escalation": [
            {"level": i, "role": draw(ROLES), "after": {"value": str(x), "unit": "hour"}}
            for i, x in enumerate(after, 1)
        ],
        "term": {
            "effective_date": start,
            "expiration_date": start + dt.timedelta(days=draw(st.integers(0, 4000))),
            "initial": {"value": str(draw(st.integers(1, 5))), "unit": "year"},
            "renewal_notice": {"value": str(draw(st.integers(1, 360))), "unit": "day"},
        },
        "reviews": [{"name": draw(WORDS), "frequency": draw(st.sampled_from(["month", "quarter", "half_year", "year"]))}],
        "special_terms": [{"heading": draw(WORDS), "text": draw(WORDS)}],
    })  # fmt: skip


@given(agreements())
def test_a_well_formed_agreement_has_no_finding(agreement: Agreement) -> None:
    assert check(agreement) == []


@given(ladders(label="SL-1", rising=True), st.data())
def test_a_band_taken_out_of_the_middle_leaves_one_gap(built: tuple[dict[str, Any], list[dict[str, Any]]], data: st.DataObject) -> None:
    level, steps = built
    inner = [s for s in steps if s["lower"] is not None and s["upper"] != level["value"]]
    if inner:
        gone = data.draw(st.sampled_from(inner))
        left = Agreement.model_validate({"service_levels": [level], "service_credits": [s for s in steps if s is not gone]})
        assert [f.code for f in check(left)] == ["L01"]


def bands() -> st.SearchStrategy[list[ServiceCredit]]:
    end = st.one_of(st.none(), st.integers(90, 99))
    band = st.tuples(end, end, st.booleans(), st.booleans()).filter(lambda b: (b[0], b[1]) != (None, None))
    return st.lists(band, min_size=1, max_size=4).map(
        lambda given: [
            ServiceCredit.model_validate({
                "metric": "availability", "lower": None if low is None else str(low), "upper": None if high is None else str(high),
                "lower_included": a, "upper_included": b, "band_unit": "percent", "value": str(i + 1), "unit": "percent",
            })
            for i, (low, high, a, b) in enumerate(given)
        ]
    )  # fmt: skip


def holds(credit: ServiceCredit, probe: Decimal) -> bool:
    above = credit.lower is None or probe > credit.lower or (probe == credit.lower and credit.lower_included)
    below = credit.upper is None or probe < credit.upper or (probe == credit.upper and credit.upper_included)
    return above and below


@given(bands())
def test_gaps_and_overlaps_are_what_probing_each_figure_finds(credits_: list[ServiceCredit]) -> None:
    probes = [Decimal(n) / 2 for n in range(178, 202)]
    owners = [sum(holds(credit, probe) for credit in credits_) for probe in probes]
    held = [i for i, count in enumerate(owners) if count]
    found = {f.code for f in check(Agreement(service_credits=tuple(credits_)))}
    empty = any(not any(holds(credit, probe) for probe in probes) for credit in credits_)
    assert ("L02" in found) == any(count > 1 for count in owners)
    assert ("L01" in found) == (empty or any(owners[i] == 0 for i in range(held[0], held[-1])) if held else empty)


def test_each_rule_has_its_own_code_and_a_docstring_with_all_parts() -> None:
    assert [rule.code for rule in RULES] == [
        "L01",
        "L02",
        "L03",
        "L04",
        "L05",
        "L06",
        "L07",
        "L08",
        "L19",
        "L31",
        "L32",
        "L34",
        "L35",
        "L36",
        "L37",
    ]
    for rule in RULES:
        for part in ("Formula: ", "Severity: ", "Remedy: ", "Source: ", "Fires:\n", "Does not fire:\n"):
            assert part in rule.text, (rule.code, part)
