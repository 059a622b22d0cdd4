"""Tables as agreements print them say back exactly the levels and credits that they were made from."""

from __future__ import annotations

import importlib.util
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sladocs.extract.promised import promised
from sladocs.extract.source import Source
from sladocs.model.agreement import Agreement, ServiceCredit, ServiceLevel
from sladocs.model.document import Document, Heading, Paragraph, Table, line
from sladocs.model.metrics import PRIORITY_GRID, Metric, Statistic, Window
from sladocs.model.quantity import Comparator
from sladocs.model.stated import canonical

_spec = importlib.util.spec_from_file_location("tables_of", Path(__file__).parent / "tables_of.py")
assert _spec
assert _spec.loader
shapes = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(shapes)

UNITS = (
    "percent", "millisecond", "second", "minute", "hour", "day", "week", "month", "year", "business_minute", "business_hour", "business_day", "count",
    "currency:USD", "currency:EUR", "mbps", "gbps", "per_second", "per_minute", "per_hour", "per_day", "score", "job", "user", "entry", "gigabyte", "quarter",
)  # fmt: skip
HOSTILE = "Smith & Co <x> {{ y }} [[z]] # w \\| v"
names = st.one_of(
    st.sampled_from(
        [
            HOSTILE,
            "P1 (Critical)",
            "Response time",
            "99.9 % availability",
            "within 4 hours",
            "Critical",
            "Credit | refund",
            "Müller “Söhne” GmbH",
            "- a",
            "no credit",
        ]
    ),
    st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=1, max_size=20).filter(lambda s: s != "-"),
)
figures = st.one_of(
    st.integers(0, 200000).map(Decimal),
    st.decimals(Decimal("0.01"), Decimal(9999), places=2),
    st.sampled_from([Decimal("99.95"), Decimal("0.5"), Decimal(1)]),
)
shares = st.one_of(st.none(), st.sampled_from([Decimal(95), Decimal("99.5"), Decimal(100)]))
plain_levels = st.builds(
    ServiceLevel,
    label=st.one_of(st.none(), names),
    metric=st.sampled_from(Metric),
    comparator=st.sampled_from(Comparator),
    value=figures,
    unit=st.sampled_from(UNITS),
    attainment=shares,
    statistic=st.one_of(st.none(), st.sampled_from(Statistic)),
    priority=st.one_of(st.none(), names),
    service=st.one_of(st.none(), names),
    window=st.one_of(st.none(), st.sampled_from(Window)),
    threshold=st.one_of(st.none(), st.just("minimum")),
    calendar=st.one_of(st.none(), names),
    condition=st.one_of(st.none(), names),
    obliged=st.sampled_from(["provider", "customer"]),
)
grid_levels = st.builds(
    ServiceLevel,
    metric=st.sampled_from(PRIORITY_GRID),
    comparator=st.sampled_from(Comparator),
    value=figures,
    unit=st.sampled_from(UNITS),
    attainment=shares,
    priority=names,
    window=st.one_of(st.none(), st.sampled_from(Window)),
)
due_levels = st.builds(
    ServiceLevel,
    metric=st.just(Metric.REPORTING_TIME),
    comparator=st.just(Comparator.AT_MOST),
    value=figures,
    unit=st.sampled_from(["hour", "day", "business_day", "week", "month", "year"]),
    service=names,
)


@st.composite
def steps(draw: st.DrawFn) -> ServiceCredit:
    lower, upper = draw(st.one_of(st.none(), figures)), draw(st.one_of(st.none(), figures))
    if lower is not None and upper is not None and lower > upper:
        lower, upper = upper, lower
    per = draw(
        st.sampled_from(
            [None, "minute", "hour", "day", "week", "occurrence", "0.5 percent", "30 minute", "2 business_hour", "business_day"]
        )
    )
    return ServiceCredit(
        level=draw(st.one_of(st.none(), names)),
        metric=draw(st.sampled_from(Metric)),
        lower=lower,
        upper=upper,
        lower_included=draw(st.booleans()) if lower is not None else True,
        upper_included=draw(st.booleans()) if upper is not None else False,
        band_unit=draw(st.sampled_from(UNITS)) if lower is not None or upper is not None else None,
        value=draw(figures.filter(bool)),
        unit=draw(st.sampled_from(["percent", "day", "week", "hour", "month", "currency:USD", "currency:GBP"])),
        basis=draw(st.sampled_from(["monthly_fee", "annual_fee", "affected_fee", "invoice", "daily_fee", "other", None])),
        per=per,
        priority=draw(st.one_of(st.none(), names)),
        service=draw(st.one_of(st.none(), names)),
    )


def said(*tables: Table) -> tuple[Sequence[ServiceLevel], Sequence[ServiceCredit]]:
    """What is read from a document with these tables, in the surroundings in which they are printed."""
    blocks = []
    for number, found in enumerate(tables, 1):
        heading = Heading(
            level=1,
            label=f"Schedule {number}",
            content=line("Service credits" if "credit" in str(found.rows[0][-1].text) else "Service levels"),
        )
        blocks += [heading, Paragraph(label="1", content=line("The following apply:")), found]
    document = Document(body=tuple(blocks))
    source = Source(document)
    found = promised(source)
    levels, owed = found.levels, found.credits
    for entry in (*levels, *owed):
        assert document.text[entry.span.start : entry.span.end] == entry.span.text
    return [e.level for e in levels], [e.credit for e in owed]


def equal(found: Sequence[ServiceLevel], meant: Sequence[ServiceLevel]) -> None:
    unique = list(dict.fromkeys(meant))
    assert canonical(Agreement(service_levels=tuple(dict.fromkeys(found)))) == canonical(Agreement(service_levels=tuple(unique)))


@settings(max_examples=120, deadline=None)
@given(st.lists(plain_levels, min_size=1, max_size=4))
def test_table_of_levels(levels: list[ServiceLevel]) -> None:
    found, owed = said(shapes.level_table(levels))
    equal(found, levels)
    assert not owed


@settings(max_examples=80, deadline=None)
@given(st.lists(grid_levels, min_size=1, max_size=8, unique_by=lambda level: (level.priority, level.metric)))
def test_grid_by_priority(levels: list[ServiceLevel]) -> None:
    found, owed = said(shapes.grid_table(levels))
    equal(found, levels)
    assert not owed


@settings(max_examples=30, deadline=None)
@given(st.lists(due_levels, min_size=1, max_size=3))
def test_reports_that_are_due(levels: list[ServiceLevel]) -> None:
    equal(said(shapes.due_table(levels))[0], levels)


@settings(max_examples=150, deadline=None)
@given(st.lists(steps(), min_size=1, max_size=4))
def test_table_of_credits(owed: list[ServiceCredit]) -> None:
    levels, found = said(shapes.credit_table(owed))
    assert not levels
    assert canonical(Agreement(service_credits=tuple(dict.fromkeys(found)))) == canonical(
        Agreement(service_credits=tuple(dict.fromkeys(owed)))
    )


@pytest.mark.parametrize("upper", ["50", "99", "99.95", "100"])
def test_a_bare_band_of_our_own_table_counts(upper: str) -> None:
    owed = ServiceCredit(metric=Metric.AVAILABILITY, upper=Decimal(upper), band_unit="count", value=Decimal(1), unit="percent")
    assert said(shapes.credit_table([owed])) == ([], [owed])
    share = owed.model_copy(update={"band_unit": "percent"})
    assert said(shapes.credit_table([share])) == ([], [share])
