"""What a page does not show to its readers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from sladocs.read.html.hiding import Hiding
from sladocs.read.html.tree import Element

NEVER: Final = frozenset({
    "head", "script", "style", "template", "noscript", "iframe", "object", "embed", "applet", "audio", "video", "canvas", "svg", "map",
    "area", "meta", "link", "title", "base", "input", "select", "option", "optgroup", "datalist", "progress", "meter", "rp", "rt",
    "colgroup", "col", "track", "source", "param", "basefont", "frameset", "frame", "noframes",
})  # fmt: skip
"""Elements whose words, if they have any, are no text of the page."""
_UNFOLDS: Final = re.compile(
    r"(?:tab-?pane|tab-?panel|tab-?content|collaps|accordion|panel|toggle|expand|faq|drawer__content)", re.IGNORECASE
)
_PANES: Final = re.compile(r"tab-?pane|tab-?panel|tab-?content", re.IGNORECASE)
_POINTERS: Final = ("aria-controls", "href", "data-target", "data-bs-target", "data-toggle-target")


@dataclass
class Shown:
    """Whether an element is shown. What a click on a tab or a heading unfolds counts as shown: a page hides half of its text so."""

    pointed: frozenset[str] = frozenset()
    tabs: Mapping[str, str] = field(default_factory=dict)
    hiding: Hiding = field(default_factory=lambda: Hiding(grounds=True))

    @staticmethod
    def on(page: Element, sheets: Sequence[str] = ()) -> Shown:
        """For a page and its style sheets: `pointed` are the ids of elements that a button or link opens, `tabs` what those say."""
        return Shown(frozenset(_targets(page.all())), dict(_tabs(page.all())), Hiding.of(page, sheets))

    def tab_of(self, element: Element) -> str:
        """The words of the tab that opens an element, empty where none does."""
        if element.role != "tabpanel" and not _PANES.search(element.get("class")):
            return ""
        return self.tabs.get(element.get("id")) or self.tabs.get(element.get("aria-labelledby"), "")

    def __call__(self, element: Element) -> bool:
        """Whether the element is shown."""
        if element.tag in NEVER:
            return element.tag == "svg" and element.role == "img"
        says = "hidden" in element.attributes or element.get("aria-hidden").lower() == "true"
        if not says and not self.hiding(element):
            return True
        return self._unfolds(element)

    def _unfolds(self, element: Element) -> bool:
        if element.role in ("dialog", "alertdialog", "menu", "listbox") or element.tag in ("nav", "dialog"):
            return False
        named = element.get("id") in self.pointed and element.get("id") != ""
        return named or element.role == "tabpanel" or bool(_UNFOLDS.search(element.get("class")))


def _targets(elements: Iterable[Element]) -> Iterable[str]:
    for element in elements:
        if element.tag in ("a", "button", "summary", "li", "div", "span", "h2", "h3", "h4", "h5", "tr", "label"):
            for name in _POINTERS:
                value = element.get(name)
                if name == "aria-controls":
                    yield from value.split()
                elif value.startswith("#") and (name != "href" or "data-toggle" in element.attributes or element.role in ("tab", "button")):
                    yield value[1:]


def _tabs(elements: Iterable[Element]) -> Iterator[tuple[str, str]]:
    """What each tab opens, or its own id, with its words."""
    for element in elements:
        if element.role == "tab" or "tab" in (element.get("data-toggle"), element.get("data-bs-toggle")):
            words = " ".join(element.text().split())
            inner = [link.get("href") for link in element.all() if link.tag == "a"]
            for name in (
                element.get("aria-controls"),
                element.get("data-bs-target"),
                element.get("data-target"),
                *inner,
                element.get("id"),
            ):
                if name and words:
                    yield name.removeprefix("#"), words
