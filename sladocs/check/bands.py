"""Credit bands as intervals on one line, so that gaps and overlaps are questions of order.

An end of a band is a cut between figures: just before the figure, or just after it. "below 99.9 %" ends at the cut
before 99.9, "99.9 % or less" at the cut after it. Two bands touch when one ends at the very cut at which the next
begins.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from sladocs.model.agreement import Agreement, ServiceCredit, ServiceLevel
from sladocs.model.metrics import TAXONOMY
from sladocs.model.phrases import band_words, credit_words, figure_words, same_fee, target_words
from sladocs.model.quantity import Comparator, Dimension, Quantity

_CONTINUOUS = ("score", "mbps", "gbps", "kbps")
_CLOCK = (Dimension.TIME, Dimension.BUSINESS_TIME, Dimension.MONTHS)


class Cut(NamedTuple):
    """A place between figures: just before `at`, or, with `after` 1, just after it."""

    at: Decimal
    after: int


LOWEST = Cut(Decimal("-Infinity"), 0)
HIGHEST = Cut(Decimal("Infinity"), 0)


class Promise(NamedTuple):
    """Which way a band's figure is better, and where a level's target parts kept from missed, if it is a figure of the same kind.

    `same_kind` is false where the band counts something else than the level: failures, time lost.
    """

    direction: int
    target: Cut | None = None
    words: str = ""
    same_kind: bool = True


@dataclass(frozen=True)
class Band:
    """One step of a remedy on its line; `index` is its place among the agreement's credits."""

    index: int
    credit: ServiceCredit
    low: Cut
    high: Cut

    @property
    def path(self) -> str:
        return f"service_credits/{self.index}"

    @property
    def words(self) -> str:
        """For example "99.0 to 99.5 % pays 5 %", the first part with a dash."""
        return f"{band_words(self.credit)} pays {credit_words(self.credit)}"

    @property
    def low_words(self) -> str:
        """The lower figure; only where there is one."""
        return "" if self.credit.lower is None else figure_words(self.credit.lower, self.credit.band_unit)

    @property
    def high_words(self) -> str:
        """The upper figure; only where there is one."""
        return "" if self.credit.upper is None else figure_words(self.credit.upper, self.credit.band_unit)

    @property
    def pays(self) -> bool:
        return self.credit.value > 0

    def alike(self, other: Band) -> bool:
        """Whether both pay in the same kind: the same unit, a share of the same fee, and both once or both at the same rate."""
        mine, theirs = self.credit, other.credit
        return mine.per == theirs.per and mine.amount.comparable(theirs.amount) and same_fee(mine.basis, theirs.basis)


@dataclass(frozen=True)
class Ladder:
    """The bands that belong together, in rising order, without those that hold no figure, which stand in `empty`.

    `direction` is +1 where more is better, -1 where less is, None where it is not known; `same_kind` says that the
    bands count what the level counts, `target` is then the one promise that they remedy. `covered`: a credit without
    a band is owed for each failure besides.
    """

    bands: tuple[Band, ...]
    empty: tuple[Band, ...]
    direction: int | None
    same_kind: bool
    target: Promise | None
    covered: bool

    def falling(self) -> list[Band]:
        """The bands from the best figures to the worst. Only where the direction is known."""
        if self.direction == 1:
            return sorted(self.bands, key=lambda band: (band.high, band.low), reverse=True)
        return sorted(self.bands, key=lambda band: (band.low, band.high))


def kind_of(unit: str | None) -> str:
    """Units whose figures stand on one line share this word."""
    if unit is None:
        return ""
    one = Quantity(value=Decimal(1), unit=unit)
    return unit if one.size() is None or one.dimension is Dimension.MONEY else one.dimension.value


def ladders(agreement: Agreement) -> Iterator[Ladder]:
    """The ladders of an agreement: its credits by level, metric, priority, service and kind of figure."""
    unbanded = {_owner(credit) for credit in agreement.service_credits if not _banded(credit) and credit.value > 0}
    banded = sorted(((i, c) for i, c in enumerate(agreement.service_credits) if _banded(c)), key=lambda pair: _key(pair[1]))
    for _, group in itertools.groupby(banded, key=lambda pair: _key(pair[1])):
        yield _ladder(agreement, list(group), unbanded)


def _banded(credit: ServiceCredit) -> bool:
    return credit.lower is not None or credit.upper is not None


def _owner(credit: ServiceCredit) -> tuple[str, ...]:
    return (credit.level or "", credit.metric.value, credit.priority or "", credit.service or "")


def _key(credit: ServiceCredit) -> tuple[str, ...]:
    return (*_owner(credit), kind_of(credit.band_unit))


def _ladder(agreement: Agreement, group: list[tuple[int, ServiceCredit]], unbanded: set[tuple[str, ...]]) -> Ladder:
    sample = group[0][1]
    whole = _whole(credit for _, credit in group)
    bands = [_band(index, credit, whole=whole) for index, credit in group]
    promises = _promises(agreement, sample, whole=whole)
    directions = {promise.direction for promise in promises}
    targets = {promise.target: promise for promise in promises if promise.target is not None}
    return Ladder(
        bands=tuple(sorted((b for b in bands if b.low < b.high), key=lambda b: (b.low, b.high))),
        empty=tuple(b for b in bands if b.low >= b.high),
        direction=next(iter(directions)) if len(directions) == 1 and 0 not in directions else None,
        same_kind=all(promise.same_kind for promise in promises),
        target=next(iter(targets.values())) if len(targets) == 1 else None,
        covered=_owner(sample) in unbanded,
    )


def _whole(group: Iterable[ServiceCredit]) -> bool:
    """Whether the figures can only be whole: failures, calls, tickets. Then nothing lies between 3 and 4."""
    for credit in group:
        unit = credit.band_unit
        if (
            unit is None
            or unit in _CONTINUOUS
            or unit.startswith("per_")
            or Quantity(value=Decimal(1), unit=unit).dimension is not Dimension.OTHER
        ):
            return False
        if any(end is not None and end != end.to_integral_value() for end in (credit.lower, credit.upper)):
            return False
    return True


def cut(value: Decimal, unit: str | None, *, after: bool, whole: bool) -> Cut:
    """The cut before or after a figure, in the smallest unit of its dimension; among whole figures after 3 is before 4."""
    size = value if unit is None else Quantity(value=value, unit=unit).size()
    at = value if size is None else size
    if whole:
        return Cut(Decimal(math.floor(at) + 1 if after else math.ceil(at)), 0)
    return Cut(at, int(after))


def _band(index: int, credit: ServiceCredit, *, whole: bool) -> Band:
    low, high = LOWEST, HIGHEST
    if credit.lower is not None:
        low = cut(credit.lower, credit.band_unit, after=not credit.lower_included, whole=whole)
    if credit.upper is not None:
        high = cut(credit.upper, credit.band_unit, after=credit.upper_included, whole=whole)
    return Band(index, credit, low, high)


def levels_of(agreement: Agreement, credit: ServiceCredit) -> list[ServiceLevel]:
    """The levels that a credit can belong to: by its label, else by metric, service and priority, the closest match first."""
    levels = agreement.service_levels
    if credit.level is not None:
        labelled = [level for level in levels if level.label == credit.level]
        return [level for level in labelled if level.metric == credit.metric] or labelled
    same = [level for level in levels if level.metric == credit.metric and level.obliged == "provider"]
    exact = [level for level in same if (level.service, level.priority) == (credit.service, credit.priority)]
    wider = [level for level in same if _covers(level.service, credit.service) and _covers(level.priority, credit.priority)]
    return exact or wider


def _covers(mine: str | None, theirs: str | None) -> bool:
    return mine is None or theirs is None or mine == theirs


def _promises(agreement: Agreement, credit: ServiceCredit, *, whole: bool) -> list[Promise]:
    if credit.band_unit is None:
        return []
    levels = levels_of(agreement, credit)
    found = [_promise(level, credit.band_unit, whole=whole) for level in levels] if levels else [_usual(credit, credit.band_unit)]
    return [promise for promise in found if promise is not None]


def _promise(level: ServiceLevel, unit: str, *, whole: bool) -> Promise | None:
    """What a level promises in figures of `unit`: its target, its share of cases, or only which way is better."""
    sample = Quantity(value=Decimal(1), unit=unit)
    if level.attainment is not None and unit == "percent" and level.unit != "percent":
        words = f"{figure_words(level.attainment, 'percent')} of cases"
        return Promise(1, cut(level.attainment, unit, after=False, whole=whole), words)
    if sample.comparable(level.target):
        after = level.comparator in (Comparator.MORE_THAN, Comparator.AT_MOST)
        return Promise(level.comparator.direction, cut(level.value, level.unit, after=after, whole=whole), target_words(level))
    return _side(level.unit, sample)


def _side(level_unit: str, sample: Quantity) -> Promise | None:
    """Which way is better where the band counts something else than the level: failures, time lost, share of cases."""
    dimension = Quantity(value=Decimal(1), unit=level_unit).dimension
    if sample.dimension is Dimension.PERCENT and dimension in _CLOCK:
        return Promise(1, same_kind=False)
    lost = dimension is Dimension.PERCENT and sample.dimension in (Dimension.TIME, Dimension.OTHER)
    if lost or (sample.unit == "count" and dimension in _CLOCK):
        return Promise(-1, same_kind=False)
    return None


def _usual(credit: ServiceCredit, unit: str) -> Promise | None:
    """Which way is better by the metric alone, for credits whose level is not known."""
    info, sample = TAXONOMY[credit.metric], Quantity(value=Decimal(1), unit=unit)
    if sample.dimension in info.dimensions and sample.dimension is not Dimension.OTHER:
        return Promise(info.comparator.direction)
    usual = info.dimensions[0] if info.dimensions else None
    stand_in = {Dimension.PERCENT: "percent", Dimension.TIME: "hour"}.get(usual) if usual else None
    return _side(stand_in, sample) if stand_in else None
