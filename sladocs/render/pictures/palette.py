"""The colours of pictures: those of a look, darkened until words and shapes stand out from white."""

from __future__ import annotations

from typing import Final

from sladocs.render.look import Look

WORDS: Final = 4.5
"""The least contrast of words with their ground (WCAG 2.2, 1.4.3)."""
SHAPES: Final = 3.0
"""The least contrast of shapes with their ground (WCAG 2.2, 1.4.11)."""
_WHITE: Final = (255, 255, 255)
_BLACK: Final = (0, 0, 0)
Colour = tuple[int, int, int]


def palette(look: Look) -> dict[str, str]:
    """The colours by what they are for; every tint is of one hue, so that a print in black and white says the same."""
    accent = _darkened(_colour(look.accent), WORDS)
    return {
        "ink": _hex(_darkened(_colour(look.text), 7.0)),
        "head": _hex(_darkened(_colour(look.heading), WORDS)),
        "muted": _hex(_darkened(_colour(look.muted), WORDS + 0.5)),
        "accent": _hex(accent),
        "mid": _hex(_tint_with(accent, SHAPES + 0.1)),
        "soft": _hex(_mixed(accent, _WHITE, 0.82)),
        "faint": _hex(_mixed(accent, _WHITE, 0.92)),
        "line": _hex(_mixed(_darkened(_colour(look.muted), WORDS), _WHITE, 0.62)),
    }


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, from 1 to 21 (WCAG 2.2, contrast ratio)."""
    return _contrast(_colour(one), _colour(other))


def _contrast(one: Colour, other: Colour) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: Colour) -> float:
    red, green, blue = (_linear(part / 255) for part in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def _darkened(colour: Colour, least: float) -> Colour:
    """The colour, mixed with black until it stands out from white."""
    return next(mixed for step in range(101) if _contrast(mixed := _mixed(colour, _BLACK, step / 100), _WHITE) >= least)


def _tint_with(colour: Colour, least: float) -> Colour:
    """The lightest tint of a dark colour that still stands out from white."""
    steps = (_mixed(colour, _WHITE, step / 100) for step in range(100, -1, -1))
    return next(mixed for mixed in steps if _contrast(mixed, _WHITE) >= least)


def _mixed(colour: Colour, other: Colour, share: float) -> Colour:
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(colour, other, strict=True))
    return (red, green, blue)


def _colour(text: str) -> Colour:
    return (int(text[1:3], 16), int(text[3:5], 16), int(text[5:7], 16))


def _hex(colour: Colour) -> str:
    return "#{:02x}{:02x}{:02x}".format(*colour)
