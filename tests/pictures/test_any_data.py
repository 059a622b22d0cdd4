"""Whatever an agreement holds, its pictures can be drawn, and every place in them lies on the drawing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sladocs.model.agreement import Agreement, AsWritten, EscalationStep, OffRamp, Pilot, ServiceCredit, ServiceLevel
from sladocs.model.document import Figure
from sladocs.model.metrics import Metric
from sladocs.model.picture import AllowedDowntime, CreditSteps, EscalationLadder, Picture, PilotTimeline
from sladocs.model.quantity import Comparator, Duration
from sladocs.render.look import PLAIN
from sladocs.render.pictures import downtime, ladder, steps, svg, timeline

ROOM = 162.0
EXAMPLES = settings.default.max_examples if settings.default else 25
FEW = settings(max_examples=max(5, min(EXAMPLES // 5, 300)), suppress_health_check=list(HealthCheck))
"""A whole agreement is made for each example, and a drawing takes longer still."""
FEWER = settings(FEW, max_examples=max(3, min(EXAMPLES // 10, 100)))

names = st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=90).filter(lambda text: bool(text.strip()))
values = st.one_of(
    st.decimals(0, 100, places=3),
    st.decimals(allow_nan=False, allow_infinity=False),
    st.integers(0, 30).map(Decimal),
)
lengths = st.builds(
    lambda value, unit: Duration(value=value, unit=unit),
    st.one_of(st.integers(0, 400).map(Decimal), values),
    st.sampled_from(["minute", "hour", "day", "week", "month", "year", "business_hour", "business_minute", "business_day"]),
)
dates = st.one_of(st.dates(), st.dates(dt.date(2026, 1, 1), dt.date(2028, 1, 1)))
when = st.one_of(st.none(), dates, names.map(lambda text: AsWritten(text=text)))


@st.composite
def credit_bands(draw: st.DrawFn) -> tuple[ServiceCredit, ...]:
    """Bands side by side, mostly, with what else bands may be."""
    metric, unit = draw(st.sampled_from([(Metric.AVAILABILITY, "percent"), (Metric.LATENCY, "millisecond"), (Metric.BACKLOG, "count")]))
    ends = sorted(draw(st.lists(values, min_size=1, max_size=11, unique=True)))
    bands = list(zip([None, *ends], [*ends, None], strict=True))
    kept = draw(st.lists(st.sampled_from(bands), min_size=1, unique=True))
    service, amount = draw(st.one_of(st.none(), names)), draw(st.sampled_from(["percent", "currency:EUR"]))
    return tuple(
        ServiceCredit(
            metric=metric,
            lower=low,
            upper=high,
            lower_included=draw(st.booleans()),
            upper_included=draw(st.booleans()),
            band_unit=unit,
            value=draw(values),
            unit=amount,
            service=service,
        )
        for low, high in kept
    )


@st.composite
def agreements(draw: st.DrawFn) -> Agreement:
    levels = st.builds(
        ServiceLevel,
        metric=st.sampled_from([Metric.AVAILABILITY, Metric.LATENCY, Metric.BACKLOG]),
        comparator=st.sampled_from(Comparator),
        value=values,
        unit=st.sampled_from(["percent", "millisecond", "count"]),
        service=st.one_of(st.none(), names),
        window=st.sampled_from([None, "day", "week", "month", "quarter", "year"]),
    )
    rungs = st.builds(
        EscalationStep,
        level=st.integers(1, 99),
        role=names,
        side=st.sampled_from(["provider", "customer", None]),
        after=st.one_of(st.none(), lengths),
        priority=st.sampled_from([None, None, "P1"]),
    )
    ramps = st.builds(
        OffRamp,
        label=st.one_of(st.none(), names),
        decide_on=st.one_of(when, lengths),
        outcome=st.sampled_from([None, "proceed", "extend", "renegotiate", "exit"]),
    )
    return Agreement(
        service_levels=tuple(draw(st.lists(levels, max_size=6))),
        service_credits=draw(credit_bands()),
        escalation=tuple(draw(st.lists(rungs, max_size=12))),
        pilot=Pilot(
            period=draw(st.one_of(st.none(), lengths)),
            start=draw(when),
            extension=draw(st.one_of(st.none(), lengths)),
            first_commitment=draw(when),
            off_ramps=tuple(draw(st.lists(ramps, max_size=8))),
        ),
    )


def layout(picture: Picture) -> dict[str, Any]:
    match picture:
        case CreditSteps():
            return steps.layout(picture, ROOM)
        case EscalationLadder():
            return ladder.layout(picture)
        case PilotTimeline():
            return timeline.layout(picture, ROOM)
        case AllowedDowntime():
            return downtime.layout(picture)


def shares(value: object, key: str = "") -> Iterator[float]:
    """All places of a layout."""
    if isinstance(value, dict):
        for name, part in value.items():
            yield from shares(part, name)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from shares(part, key)
    elif isinstance(value, float) and key in ("x", "from", "to", "high", "long", "met"):
        yield value


@FEW
@given(agreements())
def test_every_place_lies_on_the_drawing(figures: Callable[[Agreement], list[Figure]], agreement: Agreement) -> None:
    for figure in figures(agreement):
        assert figure.picture is not None
        assert all(-0.001 <= share <= 1.001 for share in shares(layout(figure.picture))), figure.alternative


@FEWER
@given(agreements())
def test_every_picture_can_be_drawn(figures: Callable[[Agreement], list[Figure]], agreement: Agreement) -> None:
    for figure in figures(agreement):
        assert figure.picture is not None
        assert svg(figure.picture, PLAIN).startswith(b"<svg")
