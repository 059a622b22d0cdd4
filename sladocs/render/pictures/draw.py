"""The door to typst: pictures become SVG or PNG, one compilation for all of a document."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Final, Literal

from sladocs.model.picture import AllowedDowntime, CreditSteps, EscalationLadder, Picture, PilotTimeline
from sladocs.render import fonts
from sladocs.render.look import Look
from sladocs.render.pictures import downtime, ladder, steps, timeline
from sladocs.render.pictures.palette import palette

SOURCE: Final = Path(__file__).with_name("pictures.typ")
DOTS_PER_INCH: Final = 220
WIDEST, NARROWEST = 165.0, 110.0
"""Millimetres between which a picture is as wide as the text."""


def svg(picture: Picture, look: Look) -> bytes:
    """The picture as SVG, as wide as the text of the look. Its words are outlines, so that it needs no font."""
    return _drawn((_data(picture, look),), _look(look), "svg")[0]


def pngs(pictures: Sequence[Picture], look: Look) -> list[bytes]:
    """The pictures as PNG at 220 dots per inch, all drawn at once."""
    return list(_drawn(tuple(_data(picture, look) for picture in pictures), _look(look), "png")) if pictures else []


def text_width(look: Look) -> float:
    """How wide a picture is drawn, in millimetres."""
    return min(WIDEST, max(NARROWEST, look.page_width - look.margins[1] - look.margins[3]))


def _look(look: Look) -> str:
    """What a drawing takes from the look, as JSON."""
    return json.dumps({"width": text_width(look), "font": fonts.family(look.body_font), "colours": palette(look)}, sort_keys=True)


def _data(picture: Picture, look: Look) -> str:
    return json.dumps(_places(picture, text_width(look)), ensure_ascii=False)


def _places(picture: Picture, room: float) -> dict[str, Any]:
    match picture:
        case CreditSteps():
            return steps.layout(picture, room)
        case EscalationLadder():
            return ladder.layout(picture)
        case PilotTimeline():
            return timeline.layout(picture, room)
        case AllowedDowntime():
            return downtime.layout(picture)


@cache
def _fonts() -> Any:
    """Our fonts, read once."""
    import typst

    return typst.Fonts(include_system_fonts=False, font_paths=[fonts.FOLDER])


@lru_cache(maxsize=64)
def _drawn(pictures: tuple[str, ...], look: str, form: Literal["svg", "png"]) -> tuple[bytes, ...]:
    import typst

    data = f'{look[:-1]}, "pictures": [{", ".join(pictures)}]}}'
    # typst's own types promise bytes, yet several pages come back as a list.
    drawn: Any = typst.compile(
        SOURCE, root=SOURCE.parent, font_paths=_fonts(), format=form, ppi=DOTS_PER_INCH,
        sys_inputs={"pictures": data},
    )  # fmt: skip
    return tuple(drawn) if isinstance(drawn, list) else (drawn,)
