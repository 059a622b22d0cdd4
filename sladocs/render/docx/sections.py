"""Sections: the front ends its own, so that the body starts a page; tables that no upright page can hold lie across."""

from __future__ import annotations

import copy
import itertools
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from sladocs.render.docx.markup import element, find, find_all, get, name, value
from sladocs.render.docx.package import OFFICE, Package

if TYPE_CHECKING:
    from sladocs.render.docx.markup import Element

WIDE: Final = {"header": "word/headerWide.xml", "footer": "word/footerWide.xml"}
"""The parts of our style that serve as running head and foot of pages that lie across."""
TEXT_WIDTH: Final = 9184
TURNED_TEXT_WIDTH: Final = 14116
"""The width of a line of our styles' pages in twips, upright and across: there stand the right tab stops of their heads and feet."""


class Sections:
    """The sections of a style's document; the writer adds some only where the style has a single one, without a break of its own."""

    def __init__(self, root: Element, package: Package, main: str, end_style: str) -> None:
        found = find_all(root, ".//w:sectPr")
        self._last = found[-1] if found else None
        self._single = len(found) == 1
        self._end_style = end_style
        self._wide = {kind: relation for kind, part in WIDE.items() if (relation := package.relation(main, f"{OFFICE}{kind}", part))}

    @property
    def last(self) -> Element | None:
        """The section in which the document ends."""
        return self._last

    def width(self, place: Element) -> int:
        """The width of a line of text in twips at a place: that of the section which ends next."""
        following = (node for node in place.iter(name("w:sectPr")))
        behind = (node for later in place.itersiblings() for node in later.iter(name("w:sectPr")))
        return _text_width(next(itertools.chain(following, behind), self._last))

    @property
    def turned_width(self) -> int:
        """The width of a line of text on a page that lies across, 0 where the style does not allow one."""
        return _text_width(self._turned(self._last)) if self._single and self._last is not None else 0

    def fit_stops(self, package: Package, main: str, contents: frozenset[str]) -> None:
        """Move our styles' right tab stops to the text's edge, where the margins or the paper are others now.

        The stops of the styles `contents` stay: the contents move theirs themselves.
        """
        widths = {str(TEXT_WIDTH): self.turned_width and _text_width(self._last), str(TURNED_TEXT_WIDTH): self.turned_width}
        if list(widths.values()) == [TEXT_WIDTH, TURNED_TEXT_WIDTH] or not self.turned_width:
            return
        for kind in ("styles", "header", "footer"):
            for part in dict.fromkeys(package.related(main, f"{OFFICE}{kind}")):
                root = package.xml(part)
                for tab in [tab for tabs in root.iter(name("w:tabs")) if _style_of(tabs) not in contents for tab in tabs]:
                    if (stop := get(tab, "w:pos")) in widths and get(tab, "w:val") in ("right", "end", "clear"):
                        tab.set(name("w:pos"), str(widths[stop]))
                package.put(part, root)

    def front_end(self) -> list[Element]:
        """What ends the front's section, if anything. It keeps the running head for first pages; the body has the usual one throughout."""
        return [self._end_of(self._split())] if self._single and self._last is not None else []

    def turn(self, tables: Sequence[Element], leads: frozenset[str]) -> None:
        """Lay tables across, each with the paragraphs right before it: those in the styles `leads`, or kept with the next."""
        for table in tables:
            parent = table.getparent()
            if parent is None or self._last is None:
                continue
            start = table
            while (before := start.getprevious()) is not None and before.tag == name("w:p") and _leads(before, leads):
                start = before
            before = start.getprevious()
            if before is not None and _is_turned(before):
                parent.remove(before)
            elif before is not None and find(before, "w:pPr/w:sectPr") is None:
                start.addprevious(self._end_of(self._split()))
            if table.getnext() in (None, self._last):
                turned = self._turned(self._last)
                parent.replace(self._last, turned)
                self._last = turned
            else:
                table.addnext(self._end_of(self._turned(self._split())))

    def _split(self) -> Element:
        """The end of a section before the last; only the first section of all has a running head for its first page."""
        assert self._last is not None
        end = copy.deepcopy(self._last)
        for first_page in find_all(self._last, "w:titlePg"):
            self._last.remove(first_page)
        return end

    def _end_of(self, section: Element) -> Element:
        return element("w:p", None, element("w:pPr", None, value("w:pStyle", self._end_style), section))

    def _turned(self, section: Element) -> Element:
        """A section with its page turned, and the head and foot that are as wide."""
        turned = copy.deepcopy(section)
        size = find(turned, "w:pgSz")
        if size is not None:
            across = sorted((int(get(size, "w:w") or 11906), int(get(size, "w:h") or 16838)))
            for key, length in (("w:w", across[1]), ("w:h", across[0]), ("w:orient", "landscape")):
                size.set(name(key), str(length))
        for kind, relation in self._wide.items():
            for reference in find_all(turned, f"w:{kind}Reference"):
                if get(reference, "w:type") == "default":
                    reference.set(name("r:id"), relation)
        return turned


def _style_of(tabs: Element) -> str | None:
    """The style in which tab stops are defined."""
    return next((get(above, "w:styleId") for above in tabs.iterancestors(name("w:style"))), None)


def _is_turned(node: Element) -> bool:
    size = find(node, "w:pPr/w:sectPr/w:pgSz")
    return size is not None and get(size, "w:orient") == "landscape"


def _leads(node: Element, leads: frozenset[str]) -> bool:
    style = find(node, "w:pPr/w:pStyle")
    kept = find(node, "w:pPr/w:keepNext") is not None
    return kept or (style is not None and get(style, "w:val") in leads)


def _text_width(section: Element | None) -> int:
    size = find(section, "w:pgSz") if section is not None else None
    margins = find(section, "w:pgMar") if section is not None else None
    if size is None or margins is None:
        return TEXT_WIDTH
    sides = sum(int(get(margins, side) or 0) for side in ("w:left", "w:right"))
    return max(1440, int(get(size, "w:w") or 11906) - sides)
