"""Where everything of an escalation ladder stands."""

from __future__ import annotations

from itertools import pairwise
from typing import Any, Final

from sladocs.model.picture import EscalationLadder, Rung
from sladocs.render.pictures.spoken import SPOKEN

_SAID: Final = SPOKEN["escalation-ladder"]
_LEAST: Final = 0.12
"""The least share of the axis between two rungs of different times, so that their signs do not cover each other."""


def layout(picture: EscalationLadder) -> dict[str, Any]:
    """The ladder as places, the lowest rung first."""
    sides = [side for side in ("provider", "customer", "others") if any(getattr(rung, side) for rung in picture.rungs)]
    places, uneven = _places(picture.rungs)
    return {
        "type": picture.type,
        "columns": [_SAID[side] if len(sides) > 1 or side != "others" else "" for side in sides],
        "rungs": [
            {
                "level": rung.level,
                "words": rung.words or _SAID["untimed"],
                "timed": bool(rung.words),
                "x": at,
                "roles": ["; ".join(getattr(rung, side)) for side in sides],
            }
            for rung, at in zip(picture.rungs, places, strict=True)
        ],
        "axis": _SAID["axis"],
        "note": "" if not uneven else _SAID["mixed"] if len({rung.time for rung in picture.rungs if rung.words}) > 1 else _SAID["uneven"],
    }


def _places(rungs: tuple[Rung, ...]) -> tuple[list[float], bool]:
    """The place of each rung on the axis of time, and whether they are only in order: times of two kinds, missing ones, too close ones."""
    times = [float(rung.after) for rung in rungs if rung.after is not None]
    rising = len(times) == len(rungs) and times[-1] > 0 and all(a <= b for a, b in pairwise(times))
    if rising and len({rung.time for rung in rungs}) == 1:
        places = [0.9 * time / times[-1] for time in times]
        if all(a == b or b - a >= _LEAST for a, b in pairwise(places)):
            return places, False
    return [0.9 * number / len(rungs) for number in range(1, len(rungs) + 1)], True
