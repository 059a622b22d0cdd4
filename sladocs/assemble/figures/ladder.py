"""The pictures of escalation: after how long who of each party is called."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Final, Literal

from sladocs.assemble import printed
from sladocs.assemble.figures.sentences import MOST, named, plain, sentence
from sladocs.model.agreement import Agreement, EscalationStep
from sladocs.model.document import Figure, line
from sladocs.model.picture import EscalationLadder, Rung
from sladocs.model.quantity import BUSINESS_MINUTES, SECONDS, Dimension, Duration, dimension

CAPTION: Final = "Escalation over time"
MONTH_DAYS: Final = 30
"""Days by which a month is drawn; its words stay months."""


def escalation_ladder(agreement: Agreement) -> Sequence[Figure]:
    """A picture for each ladder in which a time is stated; priorities with the same rungs share one."""
    shared: dict[EscalationLadder, tuple[str, ...]] = {}
    for priority in dict.fromkeys(step.priority for step in agreement.escalation):
        steps = [step for step in agreement.escalation if step.priority == priority]
        if any(step.after for step in steps):
            ladder = EscalationLadder(rungs=_rungs(steps))
            shared[ladder] = (*shared.get(ladder, ()), *((plain(priority),) if priority else ()))
    pictures = [picture.model_copy(update={"of": named(names)}) for picture, names in shared.items()]
    return [
        Figure(caption=line(f"{CAPTION}: {picture.of}" if picture.of else CAPTION), alternative=_alternative(picture), picture=picture)
        for picture in pictures
    ]


def _rungs(steps: Sequence[EscalationStep]) -> tuple[Rung, ...]:
    """The rungs by level and time; the roles of both parties that are called together share a rung."""
    minutes = _minutes([step.after for step in steps if step.after])
    calls: dict[tuple[int, Duration | None], list[EscalationStep]] = {}
    for step in sorted(steps, key=lambda step: step.level):
        calls.setdefault((step.level, step.after), []).append(step)
    return tuple(
        Rung(
            level=str(level),
            after=minutes.get(after) if after else None,
            time=_kind(after),
            words=plain(printed.duration(after)) if after else "",
            provider=_roles(called, "provider"),
            customer=_roles(called, "customer"),
            others=_roles(called, None),
        )
        for (level, after), called in calls.items()
    )


def _roles(steps: Sequence[EscalationStep], side: str | None) -> tuple[str, ...]:
    return tuple(plain(step.role) for step in steps if step.side == side)


def _kind(after: Duration | None) -> Literal["calendar", "business"]:
    return "business" if after and dimension(after.unit) is Dimension.BUSINESS_TIME else "calendar"


def _minutes(times: Sequence[Duration]) -> dict[Duration, Decimal]:
    """The minutes of each time; none where business days, which have no fixed length, stand beside business hours."""
    units = {time.unit for time in times}
    mixed = "business_day" in units and bool(units & BUSINESS_MINUTES.keys())
    known = {time: _in_minutes(time) for time in times if not (mixed and _kind(time) == "business")}
    return {time: minutes for time, minutes in known.items() if 0 <= minutes < MOST}


def _in_minutes(time: Duration) -> Decimal:
    match time.unit:
        case "business_day":
            return time.value * 24 * 60
        case unit if unit in BUSINESS_MINUTES:
            return time.value * BUSINESS_MINUTES[unit]
        case unit if unit in SECONDS:
            return time.value * SECONDS[unit] / 60
        case unit:
            return time.value * MONTH_DAYS * {"month": 1, "quarter": 3, "year": 12}[unit] * 24 * 60


def _alternative(picture: EscalationLadder) -> str:
    said = [f"A ladder draws the levels of escalation{f' for {picture.of}' if picture.of else ''} from the bottom up."]
    for rung in picture.rungs:
        when = f" ({rung.words})" if rung.words else " (no time stated)"
        sides = (("provider", rung.provider), ("customer", rung.customer), ("", rung.others))
        roles = "; ".join(f"{side}: {named(names)}" if side else named(names) for side, names in sides if names)
        said.append(sentence(f"Rung {rung.level}{when}: {roles}"))
    return " ".join(said)
