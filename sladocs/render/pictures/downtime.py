"""Where everything of a picture of allowed downtime stands."""

from __future__ import annotations

from typing import Any, Final

from sladocs.model.picture import AllowedDowntime
from sladocs.render.pictures.spoken import SPOKEN

_SAID: Final = SPOKEN["allowed-downtime"]


def layout(picture: AllowedDowntime) -> dict[str, Any]:
    """The bars, all from nought on one scale."""
    most = max(bar.minutes for bar in picture.bars)
    windows = {bar.window for bar in picture.bars}
    shared = windows.pop() if len(windows) == 1 else None
    return {
        "type": picture.type,
        "title": f"{_SAID['title']} {_SAID['in']} {shared}" if shared else _SAID["title"],
        "bars": [
            {
                "name": ", ".join(bar.of),
                "what": bar.target,
                "long": float(bar.minutes / most) if most else 0.0,
                "words": bar.words,
                "under": "; ".join(
                    part
                    for part in (
                        "" if shared else f"{_SAID['in']} {bar.window}",
                        f"{_SAID['hours']} {bar.hours}" if bar.hours else "",
                    )
                    if part
                ),
                "part": bool(bar.hours),
            }
            for bar in picture.bars
        ],
        "note": "",
    }
