"""Rules on the bands of service credits against the target that they remedy: L04 direction, L05 first band."""

from __future__ import annotations

from collections.abc import Iterator

from sladocs.check.bands import HIGHEST, LOWEST, Band, Cut, Ladder
from sladocs.check.rule import Subject, finding, rule
from sladocs.model.finding import Finding, Severity
from sladocs.model.phrases import credit_name

ERROR, WARNING = Severity.ERROR, Severity.WARNING


@rule("L04")
def wrong_direction(subject: Subject) -> Iterator[Finding]:
    """A credit for figures that keep the promise.

    Formula: where more is better, a band that begins at the target or has no upper end; where less is better, a band
    that ends at the target or has no lower end. Steps that pay nothing do not count.

    Severity: error.

    Remedy: turn the band round ("below" for "above"), or correct the target.

    Source: a penalty follows from a violated guarantee (WS-Agreement, GFD.192, business values of a guarantee term).

    Fires:
        levels:
          - metric: availability
            target: ">= 99.9 %"
            credits: [{from: 99.9 %, credit: 10 %}]

    Does not fire:
        levels:
          - metric: availability
            target: ">= 99.9 %"
            credits: [{below: 99.9 %, credit: 10 %}]
    """
    for ladder in subject.ladders:
        for band in ladder.bands:
            if band.pays and _rewards(band, ladder):
                promise = (
                    f"the promise is {ladder.target.words}"
                    if ladder.target
                    else "more is better"
                    if ladder.direction == 1
                    else "less is better"
                )
                message = (
                    f"The credit for {credit_name(band.credit)} is owed for figures that keep the promise: {band.words}, but {promise}."
                )
                yield finding("L04", ERROR, band.path, message, "Turn the band round, so that it holds the figures that miss the target.")


def _rewards(band: Band, ladder: Ladder) -> bool:
    """Whether a band holds the good side: all of it beyond the target, or open towards the best."""
    if ladder.direction is None or not ladder.same_kind:
        return False
    target = ladder.target.target if ladder.target else None
    if ladder.direction == 1:
        return band.high == HIGHEST or (target is not None and band.low >= target)
    return band.low == LOWEST or (target is not None and band.high <= target)


@rule("L05")
def first_tier_off_target(subject: Subject) -> Iterator[Finding]:
    """A first band that does not begin where the target ends: a breach that pays nothing, or a credit for a figure that keeps the promise.

    Formula: the better end of the best band that pays, against the target. A step that pays 0 % between both is an
    intended grace, and so is a further credit for each failure. Targets are compared only where the band and the
    level count in the same kind, and where one target is meant.

    Severity: error where figures that keep the promise are paid for; warning where a breach pays nothing, and where
    only the very target figure is concerned.

    Remedy: begin the first band at the target.

    Source: a credit is owed from the target on (for example "Target Uptime" and "Uptime Credit" of the Common Paper
    SLA).

    Fires:
        levels:
          - metric: availability
            target: ">= 99.9 %"
            credits: [{below: 99.5 %, credit: 10 %}]

    Does not fire:
        levels:
          - metric: availability
            target: ">= 99.9 %"
            credits:
              - {from: 99.5 %, below: 99.9 %, credit: 0 %}
              - {below: 99.5 %, credit: 10 %}
    """
    for ladder in subject.ladders:
        if ladder.direction is None or ladder.target is None or ladder.target.target is None:
            continue
        paying = [band for band in ladder.bands if band.pays and not _rewards(band, ladder)]
        if paying:
            yield from _edge(ladder, paying, ladder.target.target, ladder.target.words)


def _edge(ladder: Ladder, paying: list[Band], target: Cut, promise: str) -> Iterator[Finding]:
    up = ladder.direction == 1
    first = max(paying, key=lambda band: band.high) if up else min(paying, key=lambda band: band.low)
    edge, figure = (first.high, first.high_words) if up else (first.low, first.low_words)
    point = edge.at == target.at
    name = credit_name(first.credit)
    if edge > target if up else edge < target:
        what = f"exactly {figure}, which keeps the promise" if point else "figures that keep the promise"
        message = f"{name} pays a credit for {what}: {first.words}, but the promise is {promise}."
        yield finding("L05", WARNING if point else ERROR, first.path, message, "Let the first band end where the promise is kept.")
    elif not ladder.covered and not _graced(ladder, target):
        what = f"exactly {figure}" if point else f"a figure between {figure} and the target"
        message = f"For {name} {what} misses the promise and pays nothing: the promise is {promise}, the first band is {first.words}."
        yield finding("L05", WARNING, first.path, message, "Begin the first band at the target, or say that the range between pays 0 %.")


def _graced(ladder: Ladder, target: Cut) -> bool:
    """Whether the bands, those that pay nothing included, reach the target."""
    if ladder.direction == 1:
        return max(band.high for band in ladder.bands if band.low < target) >= target
    return min(band.low for band in ladder.bands if band.high > target) <= target
