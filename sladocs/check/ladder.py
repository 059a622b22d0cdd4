"""Rule L37: the escalation ladder."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from sladocs.check.rule import Subject, finding, rule
from sladocs.model.agreement import EscalationStep, ServiceLevel
from sladocs.model.finding import Finding, Severity
from sladocs.model.metrics import Metric
from sladocs.model.phrases import figure_words
from sladocs.model.quantity import Duration

ERROR, WARNING, INFO = Severity.ERROR, Severity.WARNING, Severity.INFO
Step = tuple[int, EscalationStep]

_DESK: Final = re.compile(
    r"\b(?:service ?desk|help ?desk|support (?:agent|analyst|engineer|team|desk|staff)|analyst|agent|technician|operator|first[- ]line|"
    r"second[- ]line|engineer|hotline|call cent(?:re|er))\b",
    re.IGNORECASE,
)
_AUTHORITY: Final = re.compile(
    r"\b(?:director|head|chief|c[a-z]o|president|vp|svp|evp|executive|manager|management|board|owner|partner|sponsor|officer|lead|leader|"
    r"supervisor|principal|committee)s?\b",
    re.IGNORECASE,
)


@rule("L37")
def broken_ladder(subject: Subject) -> Iterator[Finding]:
    """An escalation ladder with a level missing, times that do not rise, a last level without authority, or steps that come too late.

    Formula: for each priority the levels are 1, 2, 3 ... without a hole (steps without a priority serve every
    priority); on each party's side a later level has a longer time; the last of several levels is somebody who
    decides, not a service desk or an engineer; the first timed step of a priority comes within the resolution time of
    that priority. Business time is never compared with calendar time.

    Severity: error for a hole and for a falling time; warning for equal times (they may count from the last step),
    for a ladder that begins above level 1, for a last level without authority and for a first step after the
    resolution time; note for later steps after it.

    Remedy: number the levels without a hole, let the times rise, end with somebody who can decide.

    Source: hierarchical escalation (ITIL): what cannot be resolved reaches a higher authority in time.

    Fires:
        escalation:
          - {level: 1, role: Service desk lead, after: 4 hours}
          - {level: 2, role: Head of operations, after: 2 hours}

    Does not fire:
        escalation:
          - {level: 1, role: Service desk lead, after: 2 hours}
          - {level: 2, role: Head of operations, after: 8 hours}
    """
    steps = list(enumerate(subject.agreement.escalation))
    for priority in dict.fromkeys(step.priority for _, step in steps):
        own = sorted((pair for pair in steps if pair[1].priority == priority), key=lambda pair: (pair[1].level, pair[0]))
        general = {step.level for _, step in steps if step.priority is None}
        yield from _holes(own, general)
        for side in dict.fromkeys(step.side for _, step in own):
            yield from _times([pair for pair in own if pair[1].side == side])
        yield from _authority(own, steps)
        yield from _late(own, subject.agreement.service_levels)


def _for(step: EscalationStep) -> str:
    return f" for {step.priority}" if step.priority else ""


def _holes(own: list[Step], general: set[int]) -> Iterator[Finding]:
    levels = {step.level for _, step in own} | general
    index, first = own[0]
    missing = sorted(set(range(1, max(levels) + 1)) - levels)
    holes = [level for level in missing if level > min(levels)]
    if holes:
        names = ", ".join(map(str, holes))
        message = f"The escalation ladder{_for(first)} has levels {', '.join(map(str, sorted(levels)))}; level {names} is missing."
        yield finding("L37", ERROR, f"escalation/{index}", message, "Add the missing level, or number the levels without a hole.")
    elif missing:
        message = f"The escalation ladder{_for(first)} begins with level {min(levels)}; level 1 is missing."
        yield finding("L37", WARNING, f"escalation/{index}", message, "Begin with level 1, or number the levels from 1.")


def _times(steps: list[Step]) -> Iterator[Finding]:
    before: tuple[EscalationStep, Duration] | None = None
    for index, step in steps:
        if step.after is None:
            continue
        if before and step.level > before[0].level and step.after.comparable(before[1]) and not before[1].less(step.after):
            equal = not step.after.less(before[1])
            times = f"after {step.after}" if equal else f"after {step.after}, before level {before[0].level} after {before[1]}"
            also = f", as level {before[0].level} is" if equal else ""
            message = f"Level {step.level} ({step.role}) of the escalation ladder{_for(step)} is called {times}{also}."
            remedy = "Let the times rise from level to level, counted from the start of the incident."
            yield finding("L37", WARNING if equal else ERROR, f"escalation/{index}", message, remedy)
        before = (step, step.after)


def _authority(own: list[Step], steps: list[Step]) -> Iterator[Finding]:
    top = max(step.level for _, step in own)
    higher = any(step.priority is None and step.level > top for _, step in steps)
    last = [(index, step) for index, step in own if step.level == top]
    if top < 2 or higher or any(not _DESK.search(step.role) or _AUTHORITY.search(step.role) for _, step in last):
        return
    index, step = last[-1]
    message = f"The escalation ladder{_for(step)} ends at level {step.level} with {step.role}, who cannot decide."
    yield finding("L37", WARNING, f"escalation/{index}", message, "End the ladder with somebody who can decide for the party.")


def _late(own: list[Step], levels: tuple[ServiceLevel, ...]) -> Iterator[Finding]:
    timed = [(index, step, step.after) for index, step in own if step.after is not None and step.priority is not None]
    for position, (index, step, after) in enumerate(timed):
        goal = _resolution(levels, step.priority, after)
        if goal is not None and goal.target.less(after):
            message = (
                f"Level {step.level} ({step.role}) is called after {after}{_for(step)}, which is later than the resolution time of "
                f"{figure_words(goal.value, goal.unit)}."
            )
            yield finding(
                "L37",
                WARNING if position == 0 else INFO,
                f"escalation/{index}",
                message,
                "Call the level while the target can still be met.",
            )


def _resolution(levels: tuple[ServiceLevel, ...], priority: str | None, after: Duration) -> ServiceLevel | None:
    """The longest resolution time of a priority that compares with `after`."""
    fits = [
        level
        for level in levels
        if level.metric is Metric.RESOLUTION_TIME
        and level.priority == priority
        and level.comparator.direction == -1
        and level.target.comparable(after)
    ]
    longest: ServiceLevel | None = None
    for level in fits:
        if longest is None or longest.target.less(level.target):
            longest = level
    return longest
