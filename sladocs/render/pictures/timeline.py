"""Where everything of a pilot's line of time stands."""

from __future__ import annotations

import itertools
from typing import Any, Final

from sladocs.model.picture import PilotTimeline, Ramp
from sladocs.render.pictures.spoken import SPOKEN

_SAID: Final = SPOKEN["pilot-timeline"]
_LETTER: Final = 1.55
"""About the width of a letter, in millimetres."""
_SIGN: Final = 5.0
_LABEL: Final = (20.0, 46.0)
"""The least and the greatest width of a label, in millimetres."""
_DEEPEST: Final = 4
"""The most lanes in which labels have two lines; with more they have one."""


def layout(picture: PilotTimeline, room: float) -> dict[str, Any]:
    """The line of time as places; `room` is the width of the drawing in millimetres."""
    scale = _Scale(picture, room)
    flags = _flags(picture, scale)
    compact = max([0, *(ramp["lane"] for ramp in _ramps(picture, scale))]) >= _DEEPEST
    if compact:
        scale = _Scale(picture, room, compact=True)
        flags = _flags(picture, scale)
    ramps = _ramps(picture, scale)
    undated = [ramp for ramp in picture.ramps if ramp.at is None]
    return {
        "type": picture.type,
        "bars": _bars(picture, scale),
        "flags": flags,
        "above": max([0, *(flag["row"] + 1 for flag in flags)]),
        "ticks": _ticks(picture, scale, flags),
        "ramps": ramps,
        "compact": compact,
        "lanes": max([0, *(ramp["lane"] + 1 for ramp in ramps)]),
        "note": "; ".join(_said_undated(ramp) for ramp in undated),
    }


class _Scale:
    """Days to shares of the width; at the right there is room for the labels of the last signs."""

    def __init__(self, picture: PilotTimeline, room: float, *, compact: bool = False) -> None:
        self.compact = compact
        ends = [mark.at for mark in (picture.period, picture.extension, picture.commitment) if mark]
        days = [0.0, *map(float, ends), *(float(ramp.at) for ramp in picture.ramps if ramp.at is not None)]
        self.low, self.high, self.room = min(days), max(days), room
        self.span = (self.high - self.low) or 1.0
        self.inner = 1.0
        needs = [((float(ramp.at) - self.low) / self.span, self.wide(ramp) / room) for ramp in picture.ramps if ramp.at is not None]
        self.inner = min([1.0, *((1.0 - need) / at for at, need in needs if at > 0)])

    def at(self, days: float) -> float:
        return (days - self.low) / self.span * self.inner

    def wide(self, ramp: Ramp) -> float:
        """The width that a ramp's label wants, in millimetres."""
        least, most = _LABEL
        if self.compact:
            return min(most * 1.4, (len(_head(ramp)) + len(ramp.date) + 3) * _LETTER) + _SIGN
        return min(most, max(least, len(_head(ramp)) * _LETTER * 1.1, len(ramp.date) * _LETTER * 0.9)) + _SIGN


def _head(ramp: Ramp) -> str:
    return f"{ramp.label}: {ramp.outcome}" if ramp.outcome else ramp.label


def _bars(picture: PilotTimeline, scale: _Scale) -> list[dict[str, Any]]:
    if picture.period is None:
        return []
    end = scale.at(float(picture.period.at))
    bars = [_bar(scale.at(0), end, _SAID["pilot"], picture.period.words, scale, firm=True)]
    if picture.extension:
        bars.append(_bar(end, scale.at(float(picture.extension.at)), _SAID["extension"], picture.extension.words, scale, firm=False))
    return bars


def _bar(start: float, end: float, what: str, words: str, scale: _Scale, *, firm: bool) -> dict[str, Any]:
    inside = (end - start) * scale.room >= max(len(what) + 1, len(words)) * _LETTER + 4
    return {"from": start, "to": end, "words": f"{what}: {words}", "what": what, "length": words, "firm": firm, "inside": inside}


def _flags(picture: PilotTimeline, scale: _Scale) -> list[dict[str, Any]]:
    """The labels above the bar: the start, bars too short for their words, the first commitment; as low as they stand clear."""
    wanted: list[tuple[float, str, str, bool]] = []
    if picture.start:
        wanted.append((scale.at(0), _SAID["start"], picture.start, False))
    wanted += [((bar["from"] + bar["to"]) / 2, bar["what"], bar["length"], False) for bar in _bars(picture, scale) if not bar["inside"]]
    if picture.commitment:
        wanted.append((scale.at(float(picture.commitment.at)), _SAID["commitment"], picture.commitment.words, True))
    labels: list[list[dict[str, Any]]] = []
    for at, head, words, strong in wanted:
        need = min(0.5, (max(len(head) * 1.1, len(words)) * _LETTER + 4) / scale.room)
        sides = [left for left in (False, True) if (at - need >= -0.02 if left else at + need <= 1.0)] or [False]
        label = {"x": at, "head": head, "words": words, "strong": strong, "room": need}
        labels.append([{**label, "row": row, "left": left} for row in range(len(wanted)) for left in sides])
    chosen = sorted(itertools.product(*labels), key=lambda flags: sum(flag["row"] for flag in flags))
    free = (flags for flags in chosen if all(_apart(one, other) for one, other in itertools.permutations(flags, 2)))
    return list(next(free, chosen[-1]))


def _apart(one: dict[str, Any], other: dict[str, Any]) -> bool:
    """Whether a label stands clear of another: not over it in one row, and its line goes down beside it."""
    (start, end), (first, last) = _reach(one["x"], one["room"], one["left"]), _reach(other["x"], other["room"], other["left"])
    if one["row"] == other["row"]:
        return end <= first or last <= start
    return bool(one["row"] < other["row"] or not first < one["x"] < last)


def _reach(at: float, need: float, left: bool) -> tuple[float, float]:
    return (at - need, at) if left else (at, at + need)


def _ticks(picture: PilotTimeline, scale: _Scale, flags: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The labels of the axis, as many as have room."""
    shown: list[dict[str, Any]] = []
    for tick in picture.ticks:
        at = scale.at(float(tick.at))
        need = (len(tick.words) * _LETTER * 0.9 + 2) / scale.room
        crossed = any(at < flag["x"] < at + need for flag in flags)
        if not crossed and at + need <= 1.02 and (not shown or at >= shown[-1]["x"] + shown[-1]["room"]):
            shown.append({"x": at, "words": tick.words, "room": need})
    return shown


def _ramps(picture: PilotTimeline, scale: _Scale) -> list[dict[str, Any]]:
    """The off-ramps from the last to the first, each in the highest lane in which its label is free and no line crosses a label."""
    lanes: list[list[tuple[float, float]]] = []
    placed: list[dict[str, Any]] = []
    dated = [(float(ramp.at), ramp) for ramp in picture.ramps if ramp.at is not None]
    for days, ramp in sorted(dated, key=lambda pair: -pair[0]):
        at, need = scale.at(days), scale.wide(ramp) / scale.room
        lane = next((n for n, taken in enumerate(lanes) if all(at + need <= start or at >= end for start, end in taken)), len(lanes))
        deeper = [other["lane"] for other in placed if at <= other["x"] < at + need]
        lane = max([lane, *(below + 1 for below in deeper)])
        lanes += [[] for _ in range(lane + 1 - len(lanes))]
        lanes[lane].append((at, at + need))
        placed.append({"x": at, "lane": lane, "room": need, "head": _head(ramp), "words": ramp.date, "outcome": ramp.outcome})
    return placed


def _said_undated(ramp: Ramp) -> str:
    return f"{_head(ramp)} ({ramp.date})" if ramp.date else f"{_head(ramp)} ({_SAID['undated'].lower()})"
