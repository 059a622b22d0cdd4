"""The colours of a page by day and by night, from those of a Look, each readable on its ground."""

from __future__ import annotations

import colorsys
from dataclasses import dataclass
from typing import Final

from sladocs.render.look import Look

Colour = tuple[int, int, int]
WHITE: Final[Colour] = (255, 255, 255)
BLACK: Final[Colour] = (0, 0, 0)
LEAST_BAND: Final = 12.0
"""The least contrast of black on the ground of a row."""
NIGHT: Final[Colour] = (21, 24, 29)
"""The ground of a page by night."""
LEAST: Final = 4.5
"""The least contrast of text (WCAG 2.2, success criterion 1.4.3)."""
LEAST_HEADING: Final = 7.0


def parse(text: str) -> Colour:
    """The colour that `#rrggbb` names."""
    return int(text[1:3], 16), int(text[3:5], 16), int(text[5:7], 16)


def shown(colour: Colour) -> str:
    """A colour as `#rrggbb`."""
    return "#{:02x}{:02x}{:02x}".format(*colour)


def luminance(colour: Colour) -> float:
    """Relative luminance, 0 to 1 (WCAG 2.2)."""
    red, green, blue = (c / 255 / 12.92 if c / 255 <= 0.04045 else ((c / 255 + 0.055) / 1.055) ** 2.4 for c in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Colour, other: Colour) -> float:
    """The contrast ratio of two colours, 1 to 21 (WCAG 2.2)."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def mixed(one: Colour, other: Colour, share: float) -> Colour:
    """`one` with a share of `other` in it."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return red, green, blue


def readable(colour: Colour, *grounds: Colour, least: float = LEAST) -> Colour:
    """The colour nearest to this one, towards black or white, that can be read on all grounds."""
    lightest = max(grounds, key=luminance)
    towards = BLACK if contrast(BLACK, lightest) >= contrast(WHITE, lightest) else WHITE
    for step in range(21):
        found = mixed(colour, towards, step / 20)
        if all(contrast(found, ground) >= least for ground in grounds):
            return found
    return towards


def lit(colour: Colour, lightness: float) -> Colour:
    """The colour in its own hue, as light as said (0 to 1)."""
    hue, _, saturation = colorsys.rgb_to_hls(*(part / 255 for part in colour))
    red, green, blue = (round(part * 255) for part in colorsys.hls_to_rgb(hue, lightness, min(saturation, 0.75)))
    return red, green, blue


def _pale(ground: Colour) -> Colour:
    """The ground of rows, so light that the page's text can be read on it."""
    steps = (mixed(ground, WHITE, step / 20) for step in range(21))
    return next(found for found in steps if contrast(BLACK, found) >= LEAST_BAND)


@dataclass(frozen=True)
class Palette:
    """The colours of a page. Each text can be read on each of its grounds."""

    ground: Colour
    text: Colour
    heading: Colour
    subheading: Colour
    muted: Colour
    caption: Colour
    accent: Colour
    link: Colour
    rule: Colour
    head: Colour
    head_text: Colour
    band: Colour
    card: Colour
    title: Colour
    title_ground: Colour

    def pairs(self) -> list[tuple[str, Colour, Colour]]:
        """Each text with each ground that it stands on."""
        names = ("text", "heading", "subheading", "muted", "caption", "link")
        plain = [(name, getattr(self, name)) for name in names]
        on_plain = [(name, colour, ground) for name, colour in plain for ground in (self.ground, self.band, self.card)]
        heads = [("head_text", self.head_text, self.head), ("link in a head", self.head_text, self.head)]
        return [*on_plain, *heads, ("title", self.title, self.title_ground)]

    def variables(self) -> str:
        """The colours as custom properties of CSS."""
        return " ".join(f"--{name.replace('_', '-')}: {shown(getattr(self, name))};" for name in self.__dataclass_fields__)


def by_day(look: Look) -> Palette:
    """The look's own colours on white, made darker where they could not be read."""
    band = _pale(parse(look.table_band)) if look.table_band else WHITE
    head = parse(look.table_head)
    title_ground = parse(look.title_ground) if look.title_ground else WHITE
    card = mixed(WHITE, parse(look.accent), 0.04)
    grounds = (WHITE, band, card)
    return Palette(
        ground=WHITE,
        text=readable(parse(look.text), *grounds, least=LEAST_HEADING),
        heading=readable(parse(look.heading), *grounds),
        subheading=readable(parse(look.subheading), *grounds),
        muted=readable(parse(look.muted), *grounds),
        caption=readable(parse(look.caption), *grounds),
        accent=parse(look.accent),
        link=readable(parse(look.accent), *grounds),
        rule=parse(look.rule),
        head=head,
        head_text=readable(parse(look.table_head_text), head),
        band=band,
        card=card,
        title=readable(parse(look.title), title_ground),
        title_ground=title_ground,
    )


def by_night(look: Look) -> Palette:
    """Light text on a dark ground, with the look's hues."""
    accent = parse(look.accent)
    card = mixed(NIGHT, WHITE, 0.05)
    band = mixed(NIGHT, WHITE, 0.035) if look.table_band else NIGHT
    head = mixed(mixed(NIGHT, WHITE, 0.08), accent, 0.25)
    title_ground = mixed(parse(look.title_ground), NIGHT, 0.25) if look.title_ground else NIGHT
    grounds = (NIGHT, band, card)
    return Palette(
        ground=NIGHT,
        text=mixed(WHITE, NIGHT, 0.1),
        heading=readable(lit(parse(look.heading), 0.78), *grounds, least=LEAST_HEADING),
        subheading=readable(lit(parse(look.subheading), 0.78), *grounds, least=LEAST_HEADING),
        muted=readable(lit(parse(look.muted), 0.65), *grounds),
        caption=readable(lit(parse(look.caption), 0.65), *grounds),
        accent=readable(lit(accent, 0.55), NIGHT, least=3.0),
        link=readable(lit(accent, 0.75), *grounds, least=LEAST_HEADING),
        rule=mixed(NIGHT, WHITE, 0.22),
        head=head,
        head_text=readable(WHITE, head),
        band=band,
        card=card,
        title=readable(parse(look.title) if look.title_ground else lit(parse(look.title), 0.82), title_ground, least=LEAST_HEADING),
        title_ground=title_ground,
    )
