"""A page as a tree of its elements, however deep or broken the file is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from sladocs.read.failure import unreadable

DEEPEST: Final = 120
"""Elements that lie deeper are put beside those of this depth, so that no walk over the tree needs more stack."""
MOST_OPEN: Final = 30_000
"""A page with so many elements open at once is no document; parsing time grows with the square of it."""
_TABLE_ROLES: Final = frozenset({"table", "grid", "treegrid"})
_TAG: Final = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
_NEST: Final = frozenset(
    {"div", "span", "section", "article", "table", "ul", "ol", "dl", "blockquote", "b", "i", "em", "strong", "font", "a"}
)
_XHTML: Final = re.compile(r"\s*<\?xml|<html[^>]*\bxmlns\s*=", re.IGNORECASE)
_EMPTY: Final = re.compile(
    r"<(script|style|title|textarea|iframe|noscript|template|div|span|p|td|th|li|a|i|b|em|strong)((?:\s+[\w:.-]+(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'))?)*)\s*/>",
    re.IGNORECASE,
)
"""An element of XHTML that ends where it begins, which HTML would take for its start."""


@dataclass(slots=True)
class Element:
    """An element: its tag, its attributes, and what is in it, in order."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Element | str] = field(default_factory=list)

    def get(self, name: str) -> str:
        """An attribute's value, empty where there is none."""
        return self.attributes.get(name, "")

    @property
    def role(self) -> str:
        """The first of its roles (WAI-ARIA)."""
        return (self.get("role").lower().split() or [""])[0]

    @property
    def classes(self) -> tuple[str, ...]:
        """Its classes."""
        return tuple(self.get("class").split())

    def elements(self) -> Iterator[Element]:
        """The elements directly within it."""
        return (child for child in self.children if isinstance(child, Element))

    def all(self) -> Iterator[Element]:
        """The element and those within it at any depth, in order."""
        waiting = [self]
        while waiting:
            element = waiting.pop()
            yield element
            waiting.extend(child for child in reversed(element.children) if isinstance(child, Element))

    def text(self) -> str:
        """All its words, as they stand in the file."""
        found: list[str] = []
        waiting: list[Element | str] = [self]
        while waiting:
            node = waiting.pop()
            if isinstance(node, str):
                found.append(node)
            else:
                waiting.extend(reversed(node.children))
        return "".join(found)


def is_table(element: Element) -> bool:
    """Whether an element is a table, also one that is made of other elements and says so."""
    return element.tag == "table" or (element.role in _TABLE_ROLES and any(child.role == "row" for child in element.all()))


def parse(text: str, what: str) -> Element:
    """The root of a page, parsed as browsers do; entities of a document type are not expanded, nothing is fetched. Raises ReadError."""
    from selectolax.lexbor import LexborHTMLParser

    if most_open(text) > MOST_OPEN:
        raise unreadable(f"{what} is damaged: its parts are nested far deeper than a document's.", what)
    if _XHTML.search(text[:1000]):
        text = _EMPTY.sub(r"<\1\2></\1>", text)
    root = LexborHTMLParser(text).root
    top = Element("html")
    if root is None:
        return top
    top.attributes = _attributes(root)
    stack = [(root, top, 0)]
    while stack:
        source, into, depth = stack.pop()
        child = source.child
        while child is not None:
            if child.is_text_node:
                into.children.append(child.text_content or "")
            elif child.is_element_node:
                made = Element(str(child.tag), _attributes(child))
                into.children.append(made)
                if child.child is not None:
                    if depth < DEEPEST:
                        stack.append((child, made, depth + 1))
                    else:
                        made.children.extend(_flat(child))
            child = child.next
    return top


def _flat(source: object) -> Iterator[Element | str]:
    """What is within a node that lies very deep, all in a row: its words, and an empty element where one began."""
    waiting = [source.child]  # type: ignore[attr-defined]
    while waiting:
        node = waiting.pop()
        if node is None:
            continue
        if node.is_text_node:
            yield node.text_content or ""
        elif node.is_element_node:
            yield Element(str(node.tag), _attributes(node))
        waiting += [node.next, node.child]


def _attributes(node: object) -> dict[str, str]:
    return {name.lower(): value or "" for name, value in node.attributes.items()}  # type: ignore[attr-defined]


def most_open(text: str) -> int:
    """About how many elements are open at once where most are."""
    deepest = depth = 0
    for found in _TAG.finditer(text):
        if found[2].lower() in _NEST:
            depth = max(depth + (-1 if found[1] else 1), 0)
            deepest = max(deepest, depth)
    return deepest
