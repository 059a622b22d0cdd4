"""The door to typst: pictures become SVG or PNG, one compilation for all of a document."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, Final, Literal

from sladocs.model.picture import AllowedDowntime, CreditSteps, EscalationLadder, Picture, PilotTimeline
from sladocs.render.fonts import SANS, family
from sladocs.render.look import Look
from sladocs.render.pictures import downtime, ladder, steps, timeline
from sladocs.render.pictures.palette import palette
from sladocs.render.typesetting import compiler

SOURCE: Final = Path(__file__).with_name("pictures.typ")
DOTS_PER_INCH: Final = 220
WIDEST, NARROWEST = 165.0, 110.0
"""Millimetres between which a picture is as wide as the text."""


def svg(picture: Picture, look: Look, fonts: Sequence[Path] = ()) -> bytes:
    """The picture as SVG, as wide as the text of the look. Its words are outlines, so that it needs no font.

    `fonts` are font files for characters that ours lack; without one such a character is drawn as an empty box.
    """
    pictures = (_data(picture, look),)
    return (_compiled(pictures, look, "svg", fonts) if fonts else _drawn(pictures, look, "svg"))[0]


def pngs(pictures: Sequence[Picture], look: Look) -> list[bytes]:
    """The pictures as PNG at 220 dots per inch, all drawn at once."""
    return list(_drawn(tuple(_data(picture, look) for picture in pictures), look, "png")) if pictures else []


def text_width(look: Look) -> float:
    """How wide a picture is drawn, in millimetres."""
    return min(WIDEST, max(NARROWEST, look.page_width - look.margins[1] - look.margins[3]))


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


@lru_cache(maxsize=64)
def _drawn(pictures: tuple[str, ...], look: Look, form: Literal["svg", "png"]) -> tuple[bytes, ...]:
    """The drawings, kept: a document is often written in several formats."""
    return _compiled(pictures, look, form, ())


def _compiled(pictures: tuple[str, ...], look: Look, form: Literal["svg", "png"], fonts: Sequence[Path]) -> tuple[bytes, ...]:
    """All pictures from one run of typst, each on a page of its own. The words reach it as JSON data, never as source."""
    with compiler(fonts) as (typst, families):
        own = {
            "width": text_width(look),
            "font": list(dict.fromkeys([family(look.body_font), *families, SANS])),
            "colours": palette(look),
        }
        data = f'{json.dumps(own)[:-1]}, "pictures": [{", ".join(pictures)}]}}'
        drawn = typst.compile(SOURCE, root=SOURCE.parent, format=form, ppi=DOTS_PER_INCH, sys_inputs={"pictures": data})
    assert drawn is not None
    return tuple(drawn) if isinstance(drawn, list) else (drawn,)
