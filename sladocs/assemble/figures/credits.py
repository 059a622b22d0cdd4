"""The pictures of the credit that is owed against the actual figure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Final, Literal

from sladocs.assemble.figures.sentences import MOST, named, plain, sentence
from sladocs.assemble.printed import NBSP
from sladocs.model.agreement import Agreement, ServiceCredit, ServiceLevel
from sladocs.model.document import Figure, line
from sladocs.model.metrics import TAXONOMY, Metric
from sladocs.model.phrases import BASIS_WORDS, figure_words, target_words
from sladocs.model.picture import CreditStep, CreditSteps, Mark

CAPTION: Final = "Service credit against the actual figure"


@dataclass(frozen=True)
class _Stairs:
    """The steps of one promise."""

    credits: tuple[ServiceCredit, ...]
    level: ServiceLevel | None

    @property
    def first(self) -> ServiceCredit:
        return self.credits[0]

    @property
    def unit(self) -> str:
        """The unit of the actual figure."""
        assert self.first.band_unit is not None
        return self.first.band_unit


def credit_steps(agreement: Agreement) -> Sequence[Figure]:
    """A picture for each staircase; promises with the same steps share one.

    A promise is left out whose credits a staircase cannot show: rates, credits without a band, bands that overlap, or amounts of different
    kinds, which have no common axis.
    """
    shared: dict[CreditSteps, tuple[str, ...]] = {}
    for stairs in _all_stairs(agreement):
        picture = _picture(stairs)
        known = shared.setdefault(picture, ())
        name = _name(stairs)
        shared[picture] = (*known, name) if name and name not in known else known
    pictures = [picture.model_copy(update={"of": names}) for picture, names in shared.items()]
    return [
        Figure(caption=line(_caption(picture, alone=len(pictures) == 1)), alternative=_alternative(picture), picture=picture)
        for picture in pictures
    ]


def _all_stairs(agreement: Agreement) -> Iterator[_Stairs]:
    promises: dict[tuple[str | None, Metric, str | None, str | None], list[ServiceCredit]] = {}
    for credit in agreement.service_credits:
        promises.setdefault((credit.level, credit.metric, credit.service, credit.priority), []).append(credit)
    for found in promises.values():
        if _drawable(found):
            ordered = sorted(found, key=_start)
            if all(_follows(before, after) for before, after in pairwise(ordered)):
                yield _Stairs(tuple(ordered), _level(agreement, ordered[0]))


def _drawable(found: Sequence[ServiceCredit]) -> bool:
    """Whether the credits are amounts of one kind, each with a band, and all ends can stand on one axis."""
    kinds = {(credit.unit, credit.basis, credit.per, credit.band_unit) for credit in found}
    if len(kinds) != 1 or found[0].per is not None or found[0].band_unit is None:
        return False
    return all(
        (credit.lower, credit.upper) != (None, None)
        and 0 < credit.value < MOST
        and all(end is None or abs(end) < MOST for end in (credit.lower, credit.upper))
        and (credit.lower is None or credit.upper is None or credit.lower < credit.upper)
        for credit in found
    )


def _start(credit: ServiceCredit) -> tuple[bool, Decimal]:
    return (credit.lower is not None, credit.lower or Decimal(0))


def _follows(before: ServiceCredit, after: ServiceCredit) -> bool:
    """Whether a band lies wholly before the next."""
    if before.upper is None or after.lower is None or before.upper > after.lower:
        return False
    return before.upper < after.lower or not (before.upper_included and after.lower_included)


def _level(agreement: Agreement, credit: ServiceCredit) -> ServiceLevel | None:
    """The level that the credit belongs to: by its label, or by metric, service and priority, where that is one."""
    if credit.level is not None:
        found = [level for level in agreement.service_levels if level.label == credit.level and level.metric is credit.metric]
    else:
        wanted = (credit.metric, credit.service, credit.priority)
        found = [level for level in agreement.service_levels if (level.metric, level.service, level.priority) == wanted]
    usual = [level for level in found if level.threshold is None]
    return usual[0] if len(usual) == 1 else None


def _picture(stairs: _Stairs) -> CreditSteps:
    target, measure = _target(stairs)
    better = _better(stairs, target is not None)
    ends = sorted({end for credit in stairs.credits for end in (credit.lower, credit.upper) if end is not None})
    return CreditSteps(
        of=(),
        measure=measure,
        basis=BASIS_WORDS.get(stairs.first.basis or "", ""),
        better=better,
        target=target,
        steps=tuple(_step(credit) for credit in stairs.credits),
        marks=tuple(Mark(at=end, words=_tight(end, stairs.unit)) for end in ends),
        limit=_limit(stairs.unit, better),
    )


def _step(credit: ServiceCredit) -> CreditStep:
    return CreditStep(
        lower=credit.lower,
        upper=credit.upper,
        lower_included=credit.lower_included,
        upper_included=credit.upper_included,
        credit=credit.value,
        words=_tight(credit.value, credit.unit),
    )


def _tight(value: Decimal, unit: str) -> str:
    return figure_words(value, unit).replace(" ", NBSP)


def _target(stairs: _Stairs) -> tuple[Mark | None, str]:
    """Where the target lies on the axis of the bands, if it is a figure of their kind, and what the axis measures."""
    level, name = stairs.level, TAXONOMY[stairs.first.metric].name
    if level is None:
        return None, name
    if level.attainment is not None and stairs.unit == "percent" and level.unit != "percent":
        words = f"at least {figure_words(level.attainment, 'percent')}"
        return Mark(at=level.attainment, words=words), f"{name} ({target_words(level)}), share of cases"
    if level.unit != stairs.unit or abs(level.value) >= MOST:
        return None, name
    return Mark(at=level.value, words=target_words(level)), name


def _better(stairs: _Stairs, comparable: bool) -> Literal["more", "less"]:
    """Which way the actual figure is better: as the level says, else away from the higher credit, else away from the open end."""
    if comparable and stairs.level is not None and (direction := stairs.level.comparator.direction):
        attained = stairs.level.attainment is not None and stairs.unit == "percent" and stairs.level.unit != "percent"
        return "more" if direction > 0 or attained else "less"
    low, high = stairs.credits[0], stairs.credits[-1]
    if low.value != high.value:
        return "more" if low.value > high.value else "less"
    return "less" if high.upper is None else "more"


def _limit(unit: str, better: Literal["more", "less"]) -> Mark | None:
    """The best that the figure can be, where its unit tells: all of a share, or no time at all."""
    if better == "more" and unit != "percent":
        return None
    best = Decimal(100 if better == "more" else 0)
    return Mark(at=best, words=_tight(best, unit))


def _name(stairs: _Stairs) -> str:
    credit = stairs.first
    service, condition = credit.service, None
    if stairs.level is not None:
        service, condition = service or stairs.level.service, stairs.level.condition
    parts = [part for part in (service, credit.priority, condition) if part] or [credit.level or ""]
    return plain(", ".join(parts))


def _caption(picture: CreditSteps, *, alone: bool) -> str:
    of = f" of {named(picture.of)}" if picture.of and not alone else ""
    return f"{CAPTION}: {_low(picture.measure)}{of}"


def _alternative(picture: CreditSteps) -> str:
    whose = f" of {named(picture.of)}" if picture.of else ""
    share = f", as a share {picture.basis}," if picture.basis else ""
    said = [sentence(f"A staircase draws the credit{share} over the {_low(picture.measure)}{whose}")]
    if picture.target:
        said.append(sentence(f"A line marks the target ({picture.target.words})"))
    words = {mark.at: mark.words for mark in picture.marks}
    steps = picture.steps if picture.better == "less" else picture.steps[::-1]
    for number, step in enumerate(steps, 1):
        said.append(sentence(f"Step {number} ({_band(step, words)}) has the height {step.words}"))
    return " ".join(said)


def _low(text: str) -> str:
    return f"{text[:1].lower()}{text[1:]}"


def _band(step: CreditStep, words: dict[Decimal, str]) -> str:
    parts = []
    if step.lower is not None:
        parts.append(f"{'at least' if step.lower_included else 'more than'} {words[step.lower]}")
    if step.upper is not None:
        parts.append(f"{'at most' if step.upper_included else 'below'} {words[step.upper]}")
    return " and ".join(parts)
