"""The labels that browsers print before the items of a list: by its kind, its start, and the values of its items."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from sladocs.model.numbering import roman
from sladocs.read.html.styles import Styles
from sladocs.read.html.tree import Element

BULLET: Final = "•"
LISTS: Final = frozenset({"ol", "ul", "menu", "dir"})
_TYPES: Final = {"1": "decimal", "a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman"}
_KINDS: Final = frozenset(
    {"decimal", "decimal-leading-zero", "lower-alpha", "upper-alpha", "lower-latin", "upper-latin", "lower-roman", "upper-roman"}
)
_SHOWN_LEVEL: Final = re.compile(r"lst-kix_\w+-(\d)$")
"""The class of a list that Google Docs puts beside the others, with the level at which it shows it."""
_WHOLE: Final = re.compile(r"\s*([+-]?\d{1,9})")


@dataclass
class OpenList:
    """A list whose items are being read: how it counts, and what its next item has."""

    kind: str
    step: int
    next: int
    around: tuple[str, str] = ("", ".")
    depth: int = 1
    """The level at which the list is shown, however deep it is nested."""

    def label(self, item: Element, styles: Styles) -> str:
        """The label of the next item; "" where none is printed, a bullet where it is not numbered."""
        if value := _WHOLE.match(item.get("value")):
            self.next = int(value[1])
        number = self.next
        self.next += self.step
        kind = _TYPES.get(item.get("type"), "") or kind_of(styles.look(item)) or self.kind
        if kind == "none":
            return ""
        return f"{self.around[0]}{_printed(number, kind)}{self.around[1]}" if kind in _KINDS else BULLET


def open_list(element: Element, styles: Styles) -> OpenList:
    """A list as it begins."""
    numbered = element.tag == "ol"
    kind = kind_of(styles.look(element)) or _TYPES.get(element.get("type"), "") or ("decimal" if numbered else "disc")
    around = ("", ".")
    for name in element.classes:
        if name in styles.counters:
            before, kind, after = styles.counters[name]
            around = (before.strip(), after.strip())
    reverse = numbered and "reversed" in element.attributes
    start = _WHOLE.match(element.get("start"))
    items = sum(child.tag == "li" for child in element.elements())
    depth = max((int(found[1]) + 1 for name in element.classes if (found := _SHOWN_LEVEL.match(name))), default=1)
    return OpenList(kind, -1 if reverse else 1, int(start[1]) if start else items if reverse else 1, around, depth)


def kind_of(look: object) -> str:
    """The kind of list that a look sets, empty where it sets none."""
    assert isinstance(look, dict)
    if named := look.get("list-style-type"):
        return str(named).lower()
    words = str(look.get("list-style", "")).lower().split()
    return next((word for word in words if word in _KINDS or word in ("none", "disc", "circle", "square")), "")


def _printed(number: int, kind: str) -> str:
    match kind:
        case "lower-alpha" | "lower-latin" | "upper-alpha" | "upper-latin" if number > 0:
            return _letters(number).upper() if kind.startswith("upper") else _letters(number)
        case "lower-roman" | "upper-roman" if 0 < number < 4000:
            return roman(number).upper() if kind.startswith("upper") else roman(number)
        case "decimal-leading-zero":
            return f"{number:02d}"
        case _:
            return str(number)


def _letters(number: int) -> str:
    """1 is a, 26 is z, 27 is aa, 28 is ab (CSS Counter Styles 3, alphabetic)."""
    out = ""
    while number:
        number, place = divmod(number - 1, 26)
        out = chr(ord("a") + place) + out
    return out
