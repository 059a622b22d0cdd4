"""Where a page's own text stands among what surrounds it: menus, side bars, banners, share buttons, feet.

What may be a promise is never left out: a figure with its unit in a sentence keeps whatever it stands in, but for the notice on cookies.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from sladocs.read.html.shown import Shown
from sladocs.read.html.tree import Element

_ROLES: Final = frozenset({
    "navigation", "search", "banner", "contentinfo", "complementary", "dialog", "alertdialog", "menu", "menubar", "toolbar", "tablist",
    "tooltip", "status", "alert", "progressbar", "doc-toc",
})  # fmt: skip
_NAMED: Final = re.compile(
    r"(?:^|[\s_-])(?:cookies?|consent|gdpr|ccpa|onetrust|breadcrumbs?|nav|navbar|navigation|menu|mega-?menu|side-?bar|share|sharing|social|"
    r"related|newsletter|subscribe|sign-?up|comments?|disqus|skip-?(?:link|nav|to)|pagination|pager|advert\w*|ads?|promo|popup|modal|"
    r"overlay|lightbox|toc|table-of-contents|site-?header|site-?footer|page-?footer|masthead|top-?bar|back-to-top|edit-this-page|page-?meta|"
    r"print-?button|feedback|rating|search|login|language-?(?:switch\w*|select\w*)|author-?box|tags?|post-?meta|entry-?meta|announcement|chat|"
    r"widget-?area)(?:$|[\s_-])",
    re.IGNORECASE,
)
_COOKIES: Final = re.compile(r"(?:^|[\s_-])(?:cookies?|consent|gdpr|ccpa|onetrust)", re.IGNORECASE)
_SITE: Final = frozenset({"nav", "header", "footer", "aside", "search"})
_SHEET: Final = frozenset({"main", "article"})
_WAYS: Final = re.compile(r"\s*(?:skip (?:to|navigation)|jump to|(?:back )?to (?:the )?top)\b", re.IGNORECASE)
"""Links that lead about the page."""
FIGURE: Final = re.compile(
    r"\d\s*(?:%|per\s?cent|(?:business |working |calendar |clock )?(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?)"
    r"\b|x\s?\d)"
    r"|\b24\s?/\s?7\b",
    re.IGNORECASE,
)
"""What a promise is made of."""
_TEXT: Final = frozenset({"html", "p", "table", "tbody", "tr", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6", "li"})
"""Elements whose names are not asked: a word of theirs may mean anything."""
_INLINE: Final = frozenset({"a", "b", "strong", "span", "em", "i", "u", "sup", "sub", "font", "small", "mark", "abbr", "time"})
_UNSPOKEN: Final = frozenset({"script", "style", "template", "noscript"})
_FEW_LINKS: Final = 4
_LINKED: Final = 0.8
_MOST_OF: Final = 0.5
_LONG_FORM: Final = 400


@dataclass
class _Measure:
    """How much an element says: its characters, those within links, how many links, and how many of them lead to places of the page."""

    said: int = 0
    linked: int = 0
    links: int = 0
    inner: int = 0


def own_text(page: Element, shown: Shown) -> Element:
    """The page's body without what surrounds its text. The tree given is changed."""
    body = next((element for element in page.elements() if element.tag == "body"), page)
    _Site(body, shown).prune(body, inside=False)
    return body


class _Site:
    """A page of a site: what its parts measure, and where it says that its text stands."""

    def __init__(self, body: Element, shown: Shown) -> None:
        self._shown = shown
        self._measures = _measured(body)
        self._sheet = self._find_sheet(body)
        self._above = _ancestors(body, self._sheet) if self._sheet is not None else frozenset()

    def _find_sheet(self, body: Element) -> Element | None:
        """The one element that says to hold the text, and holds most of it or much; None where there is none."""
        for kind in ("main", "article"):
            found = [element for element in body.all() if kind in (element.tag, element.role) and self._shown(element)]
            if len(found) == 1:
                said = self._measures[id(found[0])].said
                if said >= _MOST_OF * self._measures[id(body)].said or (kind == "main" and said > _LONG_FORM):
                    return found[0]
        return None

    def prune(self, element: Element, *, inside: bool) -> None:
        """Take what surrounds the text out of an element; `inside` says that it belongs to the text."""
        kept: list[Element | str] = []
        before = ""
        for child in element.children:
            if isinstance(child, str):
                kept.append(child)
                before = child.strip() or before
                continue
            if not self._shown(child) or self._is_furniture(child, inside=inside, before=before):
                continue
            self.prune(child, inside=inside or child is self._sheet or (child.tag in _SHEET and not _surrounds(child)))
            kept.append(child)
            before = _end(child) or before
        element.children[:] = kept

    def _is_furniture(self, element: Element, *, inside: bool, before: str) -> bool:
        """Whether an element belongs to the site rather than to the text."""
        if element.tag in ("body", "main") or element is self._sheet or id(element) in self._above:
            return False
        names = f"{element.get('class')} {element.get('id')}"
        if _COOKIES.search(names) and "cookie" in element.text().lower():
            return True
        if element.tag == "a" and element.get("href").startswith("#") and _WAYS.match(element.text()):
            return True
        if element.tag in ("button", "form", "fieldset"):
            return _is_control(element)
        measure = self._measures[id(element)]
        if _surrounds(element):
            if inside and element.tag in ("header", "footer", "aside"):
                return element.tag == "footer" and measure.linked * 2 >= measure.said and not _tells(element)
            heading = element.tag == "header" and any(child.tag == "h1" for child in element.all())
            return not heading and not _tells(element)
        if element.tag not in _TEXT and _NAMED.search(names):
            small = not inside or measure.linked * 2 >= measure.said or measure.said < _LONG_FORM
            return small and not _tells(element) and not _has_heading_of_text(element)
        if element.tag in ("ul", "ol", "div", "section", "table"):
            return _is_list_of_links(element, measure, before=before, inside=inside)
        return False


def _ancestors(body: Element, wanted: Element) -> frozenset[int]:
    """The elements that an element lies in, by their identity."""
    above = {id(child): element for element in body.all() for child in element.elements()}
    found: set[int] = set()
    place = above.get(id(wanted))
    while place is not None:
        found.add(id(place))
        place = above.get(id(place))
    return frozenset(found)


def _surrounds(element: Element) -> bool:
    return element.tag in _SITE or element.role in _ROLES


def _has_heading_of_text(element: Element) -> bool:
    """Whether an element has a heading and sentences below it, as a text has; its name may mean anything."""
    found = list(element.all())
    heads = any(within.tag in ("h1", "h2", "h3") for within in found)
    sentences = sum(len(within.text()) > _LONG_FORM // 4 for within in found if within.tag in ("p", "li"))
    return heads and sentences >= 2


def _is_control(element: Element) -> bool:
    """Whether a form or button is for input; a page may lie within a form as a whole, and a button may head what it unfolds."""
    if element.tag == "button":
        unfolds = "aria-expanded" in element.attributes or "aria-controls" in element.attributes
        return not unfolds and not _tells(element)
    return len(element.text().split()) < _LONG_FORM // 8 and not _tells(element)


def _is_list_of_links(element: Element, measure: _Measure, *, before: str, inside: bool) -> bool:
    """Whether an element is a list of links: a menu, or the contents, whose links lead to places of the page itself."""
    if measure.links < _FEW_LINKS or measure.linked < _LINKED * measure.said or _figures(element):
        return False
    if measure.inner == measure.links:
        return True
    return not inside and not before.endswith(":")


def _figures(element: Element) -> bool:
    """Whether an element has a figure with its unit."""
    return any(FIGURE.search(text) for text in _lines(element, links=True))


def _tells(element: Element) -> bool:
    """Whether an element has a figure with its unit outside of links."""
    return any(FIGURE.search(text) for text in _lines(element, links=False))


def _lines(element: Element, *, links: bool) -> Iterator[str]:
    """The words of an element, block by block."""
    waiting: list[Element | str | None] = [element]
    line: list[str] = []
    while waiting:
        node = waiting.pop()
        if isinstance(node, str):
            line.append(node)
        elif node is None or node.tag not in _INLINE:
            yield "".join(line)
            line = []
        if isinstance(node, Element) and node.tag not in _UNSPOKEN and (links or node.tag != "a"):
            waiting += [*([] if node.tag in _INLINE else [None]), *reversed(node.children)]
    yield "".join(line)


def _end(element: Element) -> str:
    """The last words of an element."""
    waiting: list[Element | str] = [element]
    while waiting:
        node = waiting.pop()
        if isinstance(node, str):
            if node.strip():
                return node.strip()
        else:
            waiting.extend(node.children)
    return ""


def _measured(body: Element) -> dict[int, _Measure]:
    """The measure of each element, by its identity."""
    found: dict[int, _Measure] = {}
    for element in reversed(list(body.all())):
        mine = _Measure()
        if element.tag not in _UNSPOKEN:
            for child in element.children:
                if isinstance(child, str):
                    mine.said += len("".join(child.split()))
                else:
                    part = found[id(child)]
                    mine = _Measure(mine.said + part.said, mine.linked + part.linked, mine.links + part.links, mine.inner + part.inner)
        if element.tag == "a" and element.get("href"):
            mine = _Measure(mine.said, mine.said, mine.links + 1, mine.inner + element.get("href").startswith("#"))
        found[id(element)] = mine
    return found
