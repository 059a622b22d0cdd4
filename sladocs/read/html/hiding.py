"""Words that a page holds but does not show: hidden by its rules, moved off the screen, without size, or white on white."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from sladocs.read.html.styles import declarations, rules
from sladocs.read.html.tree import Element

_SIMPLE: Final = re.compile(r"([a-z][a-z0-9]*)?((?:[.#]-?[A-Za-z_][\w-]*)*)", re.IGNORECASE)
_NAME: Final = re.compile(r"[.#][\w-]+")
_LENGTH: Final = re.compile(r"(-?\d+(?:\.\d+)?)\s*(px|pt|em|rem|vw|%)?", re.ASCII)
_FAR: Final = -900
"""A place so far to the left or above, in any unit, is off the screen."""
_WHITE: Final = frozenset({"white", "#fff", "#ffffff", "rgb(255,255,255)", "transparent", "rgba(0,0,0,0)"})
_TELLING: Final = frozenset(
    {"display", "visibility", "font-size", "position", "left", "top", "text-indent", "width", "height", "overflow", "color", "mso-hide"}
)
"""The properties by which words are hidden."""

Look = Mapping[str, str]


@dataclass
class Hiding:
    """The rules of a page that can hide an element, each with its weight and place: those for one element by its tag, classes and id.

    `shows` are the names that other rules show at times; `grounds` says that something on the page has a ground that may not be white.
    """

    rules: dict[str, list[tuple[int, int, frozenset[str], dict[str, str]]]] = field(default_factory=dict)
    shows: set[str] = field(default_factory=set)
    grounds: bool = False
    count: int = 0

    @staticmethod
    def of(page: Element, sheets: Iterable[str]) -> Hiding:
        """The rules of a page's own style sheets, and whether anything on it may stand on a ground that is not white."""
        made = Hiding()
        made.grounds = any(
            "bgcolor" in element.attributes or "background" in element.attributes or "background" in element.get("style").lower()
            for element in page.all()
        ) or any(element.tag == "link" and "stylesheet" in element.get("rel").lower() for element in page.all())
        for sheet in sheets:
            made.grounds = made.grounds or "background" in sheet.lower()
            for selectors, body in rules(sheet):
                look = {name: value for name, value in declarations(body).items() if name in _TELLING}
                if look:
                    for selector in selectors.split(","):
                        made._add(selector.strip(), look)
        return made

    def _add(self, selector: str, look: dict[str, str]) -> None:
        simple = _SIMPLE.fullmatch(selector)
        if simple and selector:
            names = frozenset(_NAME.findall(simple[2]))
            key = next(iter(sorted(names)), (simple[1] or "").lower())
            needed = names | ({simple[1].lower()} if simple[1] else set())
            weight = 10_000 * sum(name[0] == "#" for name in names) + 100 * len(names) + len(needed)
            self.count += 1
            self.rules.setdefault(key, []).append((weight, self.count, needed, look))
        elif look.get("display", "none").lower() != "none":
            self.shows.update(_NAME.findall(re.split(r"[\s>+~]+", selector)[-1]))

    def look(self, element: Element) -> dict[str, str]:
        """What the rules and the element's own attributes say that could hide it."""
        own = declarations(element.get("style")) if "style" in element.attributes else {}
        if element.tag == "font" and element.get("color"):
            own = {"color": element.get("color"), **own}
        if not self.rules:
            return own
        names = {element.tag, *(f".{name}" for name in element.classes), *([f"#{element.get('id')}"] if element.get("id") else [])}
        found: dict[str, str] = {}
        held = [rule for name in names & self.rules.keys() for rule in self.rules[name] if rule[2] <= names]
        for _, _, _, look in sorted(held, key=lambda rule: rule[:2]):
            found.update(look)
        if found.get("display") == "none" and names & self.shows:  # another rule, that is not understood here, shows it at times
            del found["display"]
        return {**found, **own}

    def __call__(self, element: Element) -> bool:
        """Whether the element's words are not shown."""
        look = self.look(element)
        if not look:
            return False
        if look.get("display", "").lower() == "none" or look.get("visibility", "").lower() in ("hidden", "collapse"):
            return True
        return look.get("mso-hide", "") == "all" or _is_away(look) or self._is_nothing(element, look) or self._is_white(look)

    def _is_nothing(self, element: Element, look: Look) -> bool:
        """Whether the letters have no size; pages set a size of 0 also around parts that have their own."""
        size = _number(look.get("font-size", ""))
        return size == 0 and not any("font-size" in self.look(inner) for inner in element.all() if inner is not element)

    def _is_white(self, look: Look) -> bool:
        """Whether the letters are white on a page that is nowhere anything else."""
        return not self.grounds and "".join(look.get("color", "").lower().split()) in _WHITE


def _is_away(look: Look) -> bool:
    """Whether an element is moved off the screen, or cut down to a point as words for screen readers are."""
    if (_number(look.get("text-indent", "")) or 0) <= _FAR:
        return True
    if look.get("position", "").lower() not in ("absolute", "fixed"):
        return False
    if any((_number(look.get(side, "")) or 0) <= _FAR for side in ("left", "top")):
        return True
    sizes = [_number(look.get(side, "")) for side in ("width", "height")]
    return look.get("overflow", "").lower() in ("hidden", "clip") and any(size is not None and size <= 1 for size in sizes)


def _number(value: str) -> float | None:
    found = _LENGTH.fullmatch(value.strip().lower())
    return float(found[1]) if found else None
