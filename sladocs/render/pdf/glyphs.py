"""Which characters of a document no font has: told before anything is drawn."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

from sladocs.model.document import Document, Figure, Table
from sladocs.model.finding import Finding, Place, Refused, Severity
from sladocs.render.fonts import FAMILIES, characters, characters_of
from sladocs.render.pdf.content import label, text_of
from sladocs.render.pictures import picture_words

SHOWN: Final = 12
"""So many missing characters are named."""
QUOTED: Final = 60
"""Characters of the text in which a missing one stands."""


class MissingGlyphs(Refused):
    """Characters that no font has."""


def check(document: Document, furniture: Iterable[str], fonts: Sequence[Path]) -> None:
    """See to it that each character can be drawn. Raises MissingGlyphs, Refused for a file that is no font."""
    own = frozenset.union(*(characters(name) for name in FAMILIES))
    known = own.union(*(_characters(path) for path in fonts))
    missing: dict[str, str] = {}
    for text in (*furniture, *printed(document)):
        for character in text:
            if ord(character) not in known and not _draws_nothing(character):
                missing.setdefault(character, text)
    if missing:
        raise MissingGlyphs((_finding(missing),))


def _characters(path: Path) -> frozenset[int]:
    """All characters of a user's font; a collection's fonts together. Raises Refused."""
    from fontTools.ttLib import TTLibError, TTLibFileIsCollectionError  # type: ignore[import-untyped]

    try:
        try:
            return characters_of(path)
        except TTLibFileIsCollectionError:
            from fontTools.ttLib import TTCollection

            with path.open("rb") as file, TTCollection(file, lazy=True) as fonts:
                return frozenset.union(*(frozenset(font.getBestCmap() or ()) for font in fonts))
    except OSError as error:
        message = f"The font {path.name} cannot be read: {error.strerror or error}."
    except (TTLibError, KeyError, ValueError, AssertionError) as error:
        message = f"{path.name} is no font that can be used ({error})."
    raise Refused.because(message, place=Place(file=str(path)), remedy="Give a TrueType or OpenType font (.ttf, .otf, .ttc) with --font.")


def _draws_nothing(character: str) -> bool:
    """Whether a character is drawn as nothing where the font lacks it: formatting characters and variation selectors."""
    return unicodedata.category(character) in ("Cf", "Zl", "Zp") or character in "\u00a0\u034f" or "\ufe00" <= character <= "\ufe0f"


def printed(document: Document) -> Iterator[str]:
    """All texts that stand on the pages."""
    for block in document.blocks:
        if isinstance(block, Table):
            yield text_of(block.caption)
            yield from (text_of(content) for row in block.rows for cell in row for content in cell.lines)
        elif isinstance(block, Figure):
            yield text_of(block.caption)
            yield from picture_words(block.picture) if block.picture else ()
        else:
            yield label(block.label) if hasattr(block, "label") else ""
            yield text_of(block.content)


def _finding(missing: dict[str, str]) -> Finding:
    names = [f"{c} (U+{ord(c):04X})" for c in list(missing)[:SHOWN]]
    more = f" and {len(missing) - SHOWN} more" if len(missing) > SHOWN else ""
    first, text = next(iter(missing.items()))
    start = max(0, text.index(first) - QUOTED // 2)
    quote = text[start : start + QUOTED].strip()
    what = "The character" if len(missing) == 1 else "The characters"
    message = f"{what} {', '.join(names)}{more} cannot be printed: the fonts have no such signs (in “{quote}”)."
    remedy = "Name a font file that has them: --font FILE."
    return Finding(code="E00", severity=Severity.ERROR, message=message, remedy=remedy)
