"""Rules on the bands of service credits among themselves: L01 gaps, L02 overlaps, L03 rising credits."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from sladocs.check.bands import HIGHEST, LOWEST, Band, Cut, Ladder
from sladocs.check.rule import Subject, finding, rule
from sladocs.model.agreement import ServiceCredit
from sladocs.model.finding import Finding, Severity
from sladocs.model.phrases import band_words, credit_name, credit_words, exact_band_words

ERROR, WARNING, INFO = Severity.ERROR, Severity.WARNING, Severity.INFO


@rule("L01")
def tier_gap(subject: Subject) -> Iterator[Finding]:
    """Actual figures between two bands of one ladder for which no credit is laid down, and bands that hold no figure.

    Formula: with the bands in rising order, the end of one lies before the beginning of the next. Ends count as they
    are written: "below 99.0" and "above 99.0" leave out 99.0 itself. A gap of one step of the last digit written
    (99.49 to 99.50) is a note, since rounding the measured figure closes it; between whole percents it is a warning.
    Among whole figures (failures, calls) there is nothing between 3 and 4.

    Severity: error; warning or note where rounding closes the gap.

    Remedy: let each band begin exactly where the last one ends.

    Source: cloud providers write "less than 99.99 % but equal to or greater than 99.0 %", which leaves no gap.

    Fires:
        levels:
          - metric: availability
            target: ">= 99.9 %"
            credits:
              - {from: 99.5 %, below: 99.9 %, credit: 5 %}
              - {from: 95.0 %, below: 99.0 %, credit: 15 %}

    Does not fire:
        levels:
          - metric: availability
            target: ">= 99.9 %"
            credits:
              - {from: 99.0 %, below: 99.9 %, credit: 5 %}
              - {from: 95.0 %, below: 99.0 %, credit: 15 %}
    """
    for ladder in subject.ladders:
        for band in ladder.empty:
            words = exact_band_words(band.credit)
            message = f"No figure lies in the band {words} of {credit_name(band.credit)}, which pays {credit_words(band.credit)}."
            yield finding("L01", ERROR, band.path, message, "Write the lower figure first, and say which end belongs to the band.")
        yield from _gaps(ladder)


def _gaps(ladder: Ladder) -> Iterator[Finding]:
    for band, before in _neighbours(ladder):
        if before.high >= band.low:
            continue
        lower, upper = before.high_words, band.low_words
        where = f"Between {lower} and {upper} no band applies"
        if before.high.at == band.low.at:
            where = f"Exactly {lower} belongs to no band"
        severity = _rounding(before.credit, band.credit, before.high, band.low)
        name = credit_name(band.credit)
        message = f"{where} for {name}: {band.words}, {before.words}."
        remedy = f"Let one band begin exactly where the other ends, at {lower} or {upper}."
        if severity is not ERROR:
            remedy += " Or say to how many digits the measured figure is rounded."
        yield finding("L01", severity, band.path, message, remedy)


def _neighbours(ladder: Ladder) -> Iterator[tuple[Band, Band]]:
    """Each band but the first, with the one before it that reaches furthest."""
    furthest: Band | None = None
    for band in ladder.bands:
        if furthest is not None:
            yield band, furthest
        if furthest is None or band.high > furthest.high:
            furthest = band


def _rounding(before: ServiceCredit, band: ServiceCredit, high: Cut, low: Cut) -> Severity:
    """How much a gap matters: little where it is one step of the last digit that is written."""
    if high.at == low.at or before.upper is None or band.lower is None or before.band_unit != band.band_unit:
        return ERROR
    digits = min(0, _exponent(before.upper), _exponent(band.lower))
    if band.lower - before.upper != Decimal(1).scaleb(digits):
        return ERROR
    return WARNING if digits == 0 and band.band_unit == "percent" else INFO


def _exponent(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


@rule("L02")
def tier_overlap(subject: Subject) -> Iterator[Finding]:
    """Actual figures that belong to two bands of one ladder, so that nobody knows which credit is owed.

    Formula: with the bands in rising order, the end of one lies after the beginning of the next; "99.0 to 99.5" and
    "95.0 to 99.0" with both ends included share 99.0. Only bands that pay in the same kind are compared: a lump sum
    and a rate beside it may both be owed.

    Severity: error; warning where all bands are open at the same end ("below 99.9 %: 10 %; below 99.0 %: 25 %"),
    which people read as "the highest counts", or where the same step stands twice.

    Remedy: give the figure to one band only.

    Source: cloud providers write "less than 99.99 % but equal to or greater than 99.0 %", which shares no figure.

    Fires:
        levels:
          - metric: availability
            target: ">= 99.5 %"
            credits:
              - {from: 99.0 %, below: 99.5 %, credit: 5 %}
              - {from: 95.0 %, up_to: 99.0 %, credit: 15 %}

    Does not fire:
        levels:
          - metric: availability
            target: ">= 99.5 %"
            credits:
              - {from: 99.0 %, below: 99.5 %, credit: 5 %}
              - {from: 95.0 %, below: 99.0 %, credit: 15 %}
    """
    for ladder in subject.ladders:
        for place, band in enumerate(ladder.bands):
            rivals = [other for other in ladder.bands[:place] if other.high > band.low and other.alike(band)]
            if rivals:
                yield _overlap(band, max(rivals, key=lambda other: (other.high, other.low)))


def _overlap(band: Band, rival: Band) -> Finding:
    name = credit_name(band.credit)
    if (band.low, band.high, band.credit.value) == (rival.low, rival.high, rival.credit.value):
        message = f"The same step stands twice for {name}: {band.words}."
        return finding("L02", WARNING, band.path, message, "Leave one of them out.")
    nested = band.low == rival.low == LOWEST or band.high == rival.high == HIGHEST
    message = f"{_shared(band, rival)} belongs to two bands of {name}: {band.words}, {rival.words}."
    remedy = "Give each figure to one band only: one end included, the other not."
    if nested:
        remedy = "Give both ends of each band, or say that only the highest credit is owed."
    return finding("L02", WARNING if nested else ERROR, band.path, message, remedy)


def _shared(band: Band, rival: Band) -> str:
    """The figures that two bands share: from the beginning of `band`, the later one, to the nearer of both ends."""
    nearer = band if band.high < rival.high else rival
    if band.low == LOWEST:
        return f"What is {band_words(nearer.credit)}"
    if nearer.high == HIGHEST:
        return f"What is {band_words(band.credit)}"
    low, high = band.low_words, nearer.high_words
    return low if low == high or band.low.at == nearer.high.at else f"What lies between {low} and {high}"


@rule("L03")
def tiers_not_rising(subject: Subject) -> Iterator[Finding]:
    """A worse band that pays less than a better one.

    Formula: from the best band to the worst, no credit is less than one before it. Which way is worse follows from
    the level's comparator, else from the metric. Only credits in the same kind are compared (unit, fee, rate).

    Severity: error; warning for rates, where the sum over time may still rise.

    Remedy: exchange the credits, or correct the one that is wrong.

    Source: a sliding scale grows with the extent of the failure (for example the credit tiers of the Bonterms SLA).

    Fires:
        levels:
          - metric: availability
            target: ">= 99.9 %"
            credits:
              - {from: 99.0 %, below: 99.9 %, credit: 15 %}
              - {below: 99.0 %, credit: 5 %}

    Does not fire:
        levels:
          - metric: resolution_time
            within: 4 hours
            credits:
              - {above: 4 hours, up_to: 8 hours, credit: 5 %}
              - {above: 8 hours, credit: 15 %}
    """
    for ladder in subject.ladders:
        if ladder.direction is None:
            continue
        seen: list[Band] = []
        for band in ladder.falling():
            richer = [better for better in seen if better.alike(band) and band.credit.amount.less(better.credit.amount)]
            if richer:
                better = max(richer, key=lambda other: other.credit.value)
                message = f"The worse band of {credit_name(band.credit)} pays less: {band.words}, but {better.words}."
                yield finding(
                    "L03", WARNING if band.credit.per else ERROR, band.path, message, "Let the credit grow as the figure gets worse."
                )
            seen.append(band)
