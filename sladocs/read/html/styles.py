"""What a page says of the look of its elements, as far as it tells what they are: bold, struck out, not shown, numbered how."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from sladocs.read.html.tree import Element

_COMMENT: Final = re.compile(r"/\*(?:[^*]|\*(?!/))*+(?:\*/|\Z)")
_BRACE: Final = re.compile(r"[{}]")
_CLASS: Final = re.compile(r"(?:[a-z][a-z0-9]*)?\.(-?[A-Za-z_][\w-]*)", re.IGNORECASE)
_COUNTER: Final = re.compile(r"""content:\s*["']([^"']*)["']\s*counter\(\s*[\w-]+\s*(?:,\s*([\w-]+)\s*)?\)\s*["']([^"']*)["']""")
_MARKER: Final = re.compile(r"\.([\w-]+)\s*>\s*li:{1,2}before", re.IGNORECASE)
_BOLD: Final = re.compile(r"(?:bold|bolder|[6-9]00)\b", re.IGNORECASE)
_STRUCK: Final = re.compile(r"line-through", re.IGNORECASE)
_MOST: Final = 2_000_000
"""Characters of style sheets that are looked at."""


def declarations(text: str) -> dict[str, str]:
    """The properties that a style attribute or the body of a rule sets."""
    parts = (part.partition(":") for part in text.split(";"))
    return {name.strip().lower(): value.replace("!important", "").strip() for name, colon, value in parts if colon}


def rules(sheet: str) -> Iterator[tuple[str, str]]:
    """The selectors and the body of each rule of a style sheet that holds whatever the screen, in one pass however broken it is."""
    plain = _COMMENT.sub("", sheet[:_MOST]).replace("<!--", "").replace("-->", "")
    depth = start = 0
    selectors = ""
    for brace in _BRACE.finditer(plain):
        if brace[0] == "{":
            if depth == 0:
                selectors = plain[start : brace.start()].rpartition(";")[2].strip()
                start = brace.end()
            depth += 1
        elif depth:
            depth -= 1
            if depth == 0:
                if not selectors.startswith("@"):
                    yield selectors, plain[start : brace.start()]
                start = brace.end()
        else:
            start = brace.end()


@dataclass
class Styles:
    """The rules of a page for classes, and how its lists with counters print their labels (before, kind, after)."""

    classes: dict[str, dict[str, str]] = field(default_factory=dict)
    counters: dict[str, tuple[str, str, str]] = field(default_factory=dict)

    @staticmethod
    def of(sheets: Iterable[str]) -> Styles:
        """The rules of style sheets that hold whatever the screen; of selectors only a class by itself is understood."""
        made = Styles()
        for sheet in sheets:
            for selectors, body in rules(sheet):
                for selector in selectors.split(","):
                    made._add(selector.strip(), body)
        return made

    def _add(self, selector: str, body: str) -> None:
        if named := _CLASS.fullmatch(selector):
            self.classes.setdefault(named[1], {}).update(declarations(body))
        elif (marker := _MARKER.fullmatch(selector)) and (counter := _COUNTER.search(body)):
            self.counters[marker[1]] = (counter[1], counter[2] or "decimal", counter[3])

    def look(self, element: Element) -> Mapping[str, str]:
        """The properties that an element's classes and its own style attribute set."""
        own = declarations(element.get("style")) if "style" in element.attributes else {}
        if not self.classes:
            return own
        found: dict[str, str] = {}
        for name in element.classes:
            found.update(self.classes.get(name, {}))
        return {**found, **own}

    def bold(self, element: Element) -> bool | None:
        """Whether an element makes its words bold; None where it says nothing of it."""
        look = self.look(element)
        if weight := look.get("font-weight"):
            return bool(_BOLD.match(weight))
        if _BOLD.search(look.get("font", "").split("/")[0]):
            return True
        return True if element.tag in ("b", "strong", "dfn") else None

    def struck(self, element: Element) -> bool:
        """Whether an element's words are struck out."""
        look = self.look(element)
        return element.tag in ("del", "s", "strike") or bool(
            _STRUCK.search(look.get("text-decoration", "") + look.get("text-decoration-line", ""))
        )
