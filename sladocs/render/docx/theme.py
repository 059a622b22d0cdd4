"""A style's theme: the fonts and colours that its styles name by their place in it."""

from __future__ import annotations

import colorsys
import re
from typing import TYPE_CHECKING, Final

from sladocs.render.docx.markup import find, get
from sladocs.render.docx.package import OFFICE, Package

if TYPE_CHECKING:
    from sladocs.render.docx.markup import Element

PLACES: Final = {"dark1": "dk1", "light1": "lt1", "dark2": "dk2", "light2": "lt2", "hyperlink": "hlink", "followedHyperlink": "folHlink"}
"""The theme's own names of its colours, by those that WordprocessingML has for them (ECMA-376 part 1, 17.18.97)."""
MAPPED: Final = {"text1": "t1", "text2": "t2", "background1": "bg1", "background2": "bg2"}
"""Colours whose place the settings choose (17.15.1.20, clrSchemeMapping)."""
USUAL: Final = {"t1": "dark1", "t2": "dark2", "bg1": "light1", "bg2": "light2"}
_HEX: Final = re.compile(r"[0-9A-Fa-f]{6}")


class Theme:
    """The theme of a style, and the settings' choice of its colours; a style without one has neither."""

    def __init__(self, package: Package, main: str) -> None:
        self._theme = self._part(package, main, "theme")
        settings = self._part(package, main, "settings")
        self._mapping = find(settings, "w:clrSchemeMapping") if settings is not None else None

    @staticmethod
    def _part(package: Package, main: str, kind: str) -> Element | None:
        found = next((part for part in package.related(main, f"{OFFICE}{kind}") if part in package.parts), None)
        return package.xml(found) if found else None

    def font(self, fonts: Element | None) -> str | None:
        """The font for Latin letters that a `w:rFonts` names, None where it names none."""
        if fonts is None:
            return None
        place = get(fonts, "w:asciiTheme") or get(fonts, "w:hAnsiTheme")
        if place and self._theme is not None:
            kind = "major" if place.startswith("major") else "minor"
            latin = find(self._theme, f"a:themeElements/a:fontScheme/a:{kind}Font/a:latin")
            if latin is not None and latin.get("typeface"):
                return latin.get("typeface")
        return get(fonts, "w:ascii") or get(fonts, "w:hAnsi")

    def colour(self, node: Element | None) -> str | None:
        """The colour that a `w:color` or a border names, as `#rrggbb`; None for none and for "auto"."""
        return self._colour(node, "val" if node is not None and node.tag.endswith("}color") else "color", "themeColor", "theme")

    def fill(self, node: Element | None) -> str | None:
        """The ground that a `w:shd` names, as `#rrggbb`; None for none and for "auto"."""
        return self._colour(node, "fill", "themeFill", "themeFill")

    def _colour(self, node: Element | None, plain: str, place: str, change: str) -> str | None:
        """A colour by its place in the theme, made lighter or darker; without a theme, the plain one that Word writes beside it."""
        if node is None:
            return None
        base = self._placed(get(node, f"w:{place}"))
        if base is None:
            written = get(node, f"w:{plain}") or ""
            return f"#{written.lower()}" if _HEX.fullmatch(written) else None
        return _changed(base, _share(get(node, f"w:{change}Tint")), _share(get(node, f"w:{change}Shade")))

    def _placed(self, place: str | None) -> str | None:
        if not place or self._theme is None:
            return None
        if place in MAPPED:
            short = MAPPED[place]
            place = (get(self._mapping, f"w:{short}") if self._mapping is not None else None) or USUAL[short]
        found = find(self._theme, f"a:themeElements/a:clrScheme/a:{PLACES.get(place, place)}")
        colour = found[0] if found is not None and len(found) else None
        written = (colour.get("lastClr") or colour.get("val") or "") if colour is not None else ""
        return f"#{written.lower()}" if _HEX.fullmatch(written) else None


def _share(text: str | None) -> float | None:
    """A share of 255 in two hexadecimal digits."""
    return int(text, 16) / 255 if text and re.fullmatch(r"[0-9A-Fa-f]{2}", text) else None


def _changed(colour: str, tint: float | None, shade: float | None) -> str:
    """A colour made lighter by a tint, darker by a shade: both work on its luminance (ECMA-376 part 1, 17.3.2.6)."""
    red, green, blue = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    hue, light, saturation = colorsys.rgb_to_hls(red, green, blue)
    light *= shade if shade is not None else 1
    light = light * tint + 1 - tint if tint is not None else light
    return "#" + "".join(f"{round(part * 255):02x}" for part in colorsys.hls_to_rgb(hue, light, saturation))
