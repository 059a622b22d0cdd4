"""Where everything of a staircase of credits stands, in shares of the drawing's width and height."""

from __future__ import annotations

from itertools import pairwise
from typing import Any, Final

from sladocs.model.picture import CreditStep, CreditSteps
from sladocs.render.pictures.spoken import SPOKEN

_SAID: Final = SPOKEN["credit-steps"]
_OPEN: Final = {1: 0.55, 2: 0.35, 3: 0.25}
"""The share of the width that a step without an end takes, by the number of steps; with more steps it is the least."""
_LEAST_OPEN: Final = 0.2
_LETTER: Final = 1.5
"""About the width of a letter in a label of the axis, in millimetres."""
_LEAST: Final = 9.0
"""The least width of a step, in millimetres."""


def layout(picture: CreditSteps, room: float) -> dict[str, Any]:
    """The staircase as places; `room` is the width of the drawing in millimetres."""
    scale = _Scale(picture, room)
    highest = max(step.credit for step in picture.steps)
    steps = [_step(step, scale, float(step.credit / highest), number / len(picture.steps)) for number, step in _ranked(picture)]
    steps.sort(key=lambda step: float(step["from"]))
    subject = _joined(picture.of)
    return {
        "type": picture.type,
        "title": f"{picture.measure}: {subject}" if subject else picture.measure,
        "under": f"{_SAID['credit']}, {picture.basis}" if picture.basis else _SAID["credit"],
        "steps": steps,
        "risers": list(_risers(steps)),
        "dots": [dot for step in steps for dot in _dots(step)],
        "ticks": scale.ticks(),
        "target": _target(picture, scale),
        "met": _met(picture, scale),
        "cut": scale.cut,
        "axis": picture.measure,
        "said": [_SAID["belongs"], _SAID["beyond"]],
        "note": _SAID["uneven"] if scale.uneven else "",
    }


def _joined(names: tuple[str, ...]) -> str:
    return ", ".join(names)


def _ranked(picture: CreditSteps) -> list[tuple[int, CreditStep]]:
    """The steps from the lowest credit to the highest, counted from 1."""
    return list(enumerate(sorted(picture.steps, key=lambda step: step.credit), 1))


def _step(step: CreditStep, scale: _Scale, high: float, shade: float) -> dict[str, Any]:
    return {
        "from": scale.start if step.lower is None else scale.at(float(step.lower)),
        "to": scale.end if step.upper is None else scale.at(float(step.upper)),
        "high": high,
        "shade": shade,
        "words": step.words,
        "opens": "left" if step.lower is None else "right" if step.upper is None else "",
        "lower": None if step.lower is None else step.lower_included,
        "upper": None if step.upper is None else step.upper_included,
    }


def _risers(steps: list[dict[str, Any]]) -> list[dict[str, float]]:
    """The upright lines between neighbouring steps, and those at the ends of the staircase."""
    out = []
    for before, after in pairwise([None, *steps, None]):
        if before and after and before["to"] == after["from"]:
            out.append({"x": after["from"], "from": before["high"], "to": after["high"]})
        else:
            if before and before["opens"] != "right":
                out.append({"x": before["to"], "from": 0.0, "to": before["high"]})
            if after and after["opens"] != "left":
                out.append({"x": after["from"], "from": 0.0, "to": after["high"]})
    return out


def _dots(step: dict[str, Any]) -> list[dict[str, Any]]:
    ends = (("from", step["lower"]), ("to", step["upper"]))
    return [{"x": step[end], "high": step["high"], "full": included} for end, included in ends if included is not None]


def _target(picture: CreditSteps, scale: _Scale) -> dict[str, Any] | None:
    if picture.target is None:
        return None
    return {"x": scale.at(float(picture.target.at)), "words": f"{_SAID['target']}: {picture.target.words}"}


def _met(picture: CreditSteps, scale: _Scale) -> tuple[float, float] | None:
    if picture.target is None:
        return None
    at = scale.at(float(picture.target.at))
    return (at, 1.0) if picture.better == "more" else (0.0, at)


class _Scale:
    """The axis: true to scale where every step is wide enough for its words, else with all steps equally wide."""

    def __init__(self, picture: CreditSteps, room: float) -> None:
        self.words = {float(mark.at): mark.words for mark in picture.marks}
        ends = {*self.words, *([float(picture.target.at)] if picture.target else [])}
        limit = float(picture.limit.at) if picture.limit else None
        if picture.limit and limit is not None and (limit > max(ends) if picture.better == "more" else limit < min(ends)):
            ends.add(limit)
            self.words[limit] = picture.limit.words
        self._places = sorted(ends)
        self._open_low = any(step.lower is None for step in picture.steps) or (picture.better == "less" and limit not in ends)
        self._open_high = any(step.upper is None for step in picture.steps) or (picture.better == "more" and limit not in ends)
        self._limit = limit if limit in ends else None
        self.start, self.end = 0.0, 1.0
        share = _OPEN.get(len(picture.steps), _LEAST_OPEN) / max(1, self._open_low + self._open_high)
        inner = 1.0 - share * (self._open_low + self._open_high)
        self._from = share if self._open_low else 0.0
        low, high = self._places[0], self._places[-1]
        span = high - low
        even = [self._from + inner * (place - low) / span for place in self._places] if span else [0.5]
        self.uneven = any((b - a) * room < self._need(p, q) for (a, b), (p, q) in zip(pairwise(even), pairwise(self._places), strict=True))
        slots = len(self._places) - 1 + self._open_low + self._open_high
        if self.uneven:
            self._at = {place: (number + self._open_low) / slots for number, place in enumerate(self._places)}
        else:
            self._at = dict(zip(self._places, even, strict=True))
        self._room = room

    def _need(self, one: float, other: float) -> float:
        """The width that two neighbours on the axis need between them; the end of the axis needs none."""
        if self._limit in (one, other):
            return 0.0
        return max(_LEAST, (len(self.words.get(one, "")) + len(self.words.get(other, ""))) / 2 * _LETTER + 1.5)

    @property
    def cut(self) -> bool:
        """Whether the axis is drawn with a sign that it does not begin at zero."""
        return self._places[0] > 0 and (self._open_low or self._limit != 0)

    def at(self, value: float) -> float:
        return self._at[value]

    def ticks(self) -> list[dict[str, Any]]:
        """The labels of the axis, each with its room; the end of the axis has one only where it stands free."""
        shown = [place for place in self._places if place in self.words]
        if self._limit is not None and len(shown) > 1:
            near = min(abs(self._at[self._limit] - self._at[place]) for place in shown if place != self._limit)
            if near * self._room < 10:
                shown.remove(self._limit)
        out = []
        for place in shown:
            gaps = [abs(self._at[place] - self._at[other]) for other in shown if other != place]
            out.append({"x": self._at[place], "words": self.words[place], "room": min([0.3, *gaps])})
        return out
