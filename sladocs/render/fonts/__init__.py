"""The fonts that come with us, and which of them stands for the font that a style names."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final

FOLDER: Final = Path(__file__).parent
"""The folder of the font files (TrueType, regular, bold, italic and both) and of their licences."""
SANS: Final = "Liberation Sans"
SERIF: Final = "Caladea"
FAMILIES: Final = {SANS: "LiberationSans", "Carlito": "Carlito", SERIF: "Caladea"}
"""Our families, and how the names of their files begin."""
FACES: Final = ("Regular", "Bold", "Italic", "BoldItalic")

_STANDS_FOR: Final = {
    "arial": SANS, "helvetica": SANS, "helvetica neue": SANS, "liberation sans": SANS, "arimo": SANS,
    "calibri": "Carlito", "carlito": "Carlito", "calibri light": "Carlito", "aptos": "Carlito", "segoe ui": "Carlito",
    "cambria": SERIF, "caladea": SERIF,
}  # fmt: skip
_NARROWER: Final = ("aptos", "segoe ui")
"""Fonts that one of ours stands for though its letters are narrower."""
_SERIFS: Final = (
    "times", "georgia", "garamond", "baskerville", "book antiqua", "bookman", "century schoolbook", "palatino", "didot", "bodoni",
    "minion", "constantia", "charter", "liberation serif", "tinos", "libertin", "merriweather", "sitka", "perpetua", "rockwell", "caslon",
)  # fmt: skip


def family(name: str) -> str:
    """Our family for the font that a style names: the one with equal widths where there is one, else one of its kind."""
    plain = name.strip().lower()
    if found := _STANDS_FOR.get(plain):
        return found
    with_serifs = any(serif in plain for serif in _SERIFS) or ("serif" in plain and "sans" not in plain)
    return SERIF if with_serifs else SANS


def measured_as(name: str) -> str:
    """The family by whose widths text in a font is measured: the one with equal widths, else the widest, lest words find no room."""
    found = _STANDS_FOR.get(name.strip().lower())
    return found if found and name.strip().lower() not in _NARROWER else SANS


def file_of(name: str, face: str = "Regular") -> Path:
    """The file of one of our families."""
    return FOLDER / f"{FAMILIES[name]}-{face}.ttf"


@cache
def characters(name: str) -> frozenset[int]:
    """The code points that all faces of one of our families have."""
    sets = [characters_of(file_of(name, face)) for face in FACES]
    return frozenset.intersection(*sets)


def characters_of(path: Path, number: int = 0) -> frozenset[int]:
    """The code points of a font file, of font `number` in a collection. Raises OSError, or fontTools' TTLibError for no font."""
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

    with path.open("rb") as file, TTFont(file, lazy=True, fontNumber=number) as font:
        return frozenset(font.getBestCmap() or ())
