"""The words within an element, with their marks: what is bold, what refers, where lines break."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final, NamedTuple
from urllib.parse import unquote

from sladocs.read.html.lists import BULLET, LISTS, open_list
from sladocs.read.html.shown import Shown
from sladocs.read.html.styles import Styles
from sladocs.read.html.tree import Element, is_table
from sladocs.read.lines import Piece

BLOCKS: Final = frozenset({
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "dir", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "legend",
    "li", "listing", "main", "menu", "nav", "ol", "p", "pre", "search", "section", "summary", "table", "tbody", "tfoot", "thead", "tr",
    "ul", "xmp",
})  # fmt: skip
"""Elements that begin and end a block."""
VERBATIM: Final = frozenset({"pre", "xmp", "listing", "textarea"})
"""Elements whose lines are those of the source."""
BREAK: Final = Piece("\n")
"""Where a line breaks."""
_BLOCK_LOOKS: Final = re.compile(r"(?:block|flex|grid|table|list-item|table-row)\b")
_BLANKS: Final = re.compile(r"[ \t\n\r\f\u00a0\u2007\u202f]+")
_UNSEEN: Final = re.compile("[\u00ad\u200b\u2060\ufeff]")
_NAME: Final = 3
"""Words of an alternative text that only names a picture."""
_SIGNS: Final = frozenset({"#", "¶", "§", "🔗", "\uf0c1"})
_RAISED: Final = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_LOWERED: Final = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")


class Marks(NamedTuple):
    """What the words of an element share."""

    bold: bool = False
    refers: str | None = None
    figure: str | None = None


PLAIN: Final = Marks()


@dataclass
class Inline:
    """Gathers words. In our own pages (`ours`) each character counts; in a stranger's, what no reader sees is left out.

    `label` is a printed label that was set off from the words, `pictures` the alternative texts of pictures, until somebody takes them.
    """

    styles: Styles
    shown: Shown
    ours: bool
    label: str = ""
    pictures: list[str] = field(default_factory=list)

    def marks(self, element: Element, marks: Marks) -> Marks:
        """The marks within an element."""
        bold = self.styles.bold(element)
        if bold is not None:
            marks = marks._replace(bold=bold)
        if element.tag == "a" and (target := element.get("href")).startswith("#") and len(target) > 1:
            marks = marks._replace(refers=unquote(target[1:]))
        if self.ours and "data-figure" in element.attributes:
            marks = marks._replace(figure=element.get("data-figure"))
        if self.ours and element.tag == "a" and "term" in element.classes:
            marks = marks._replace(refers=None)
        return marks

    def is_block(self, element: Element) -> bool:
        """Whether an element begins a block."""
        return element.tag in BLOCKS or bool(
            "style" in element.attributes and _BLOCK_LOOKS.match(self.styles.look(element).get("display", ""))
        )

    def begins_block(self, element: Element) -> bool:
        """Whether an element is no part of a line: a block, a table made of any elements, or text that is set as it was typed."""
        return self.is_block(element) or element.tag in VERBATIM or is_table(element)

    def holds_blocks(self, element: Element) -> bool:
        """Whether there is a block within an element."""
        return any(self.begins_block(within) for within in element.all() if within is not element)

    def pieces(self, element: Element, marks: Marks = PLAIN) -> Iterator[Piece]:
        """The words within an element; what begins a block within it begins a line."""
        yield from self.among(element.children, marks)

    def among(self, children: list[Element | str], marks: Marks) -> Iterator[Piece]:
        """The words of elements and texts in a row."""
        found: list[list[Piece]] = [list(self._of(child, marks)) for child in children]
        for (left, before), (right, after) in pairwise([("", []), *zip(children, found, strict=True)]):
            if not self.ours and isinstance(left, Element) and isinstance(right, Element) and before and after and _parted(before, after):
                yield Piece(" ")
            yield from after

    def _of(self, node: Element | str, marks: Marks) -> Iterator[Piece]:
        if isinstance(node, str):
            yield Piece(self.text(node), *marks)
            return
        if self.styles.struck(node) or not self.shown(node) or (not self.ours and _marks_place(node)):
            return
        tag = node.tag
        if tag == "br":
            yield BREAK
        elif tag == "img" or node.role == "img":
            self.picture(node)
        elif tag in ("td", "th"):
            yield Piece(" ")
            yield from self.pieces(node, self.marks(node, marks))
            yield Piece(" ")
        elif tag in ("sup", "sub"):
            yield from self._raised(node, marks)
        elif tag == "q":
            yield from (Piece('"', *marks), *self.pieces(node, marks), Piece('"', *marks))
        elif self.is_label(node):
            self.label = f"{self.label} {node.text()}".strip()
        elif tag in LISTS:
            yield from self._list(node, marks)
        elif self.is_block(node):
            yield BREAK
            yield from self.pieces(node, self.marks(node, marks))
            yield BREAK
        else:
            yield from self.pieces(node, self.marks(node, marks))

    def text(self, text: str) -> str:
        """A text as it is read: no break of the source, and in strangers' pages nothing that is not seen."""
        if self.ours:
            return text.replace("\n", " ")
        return _BLANKS.sub(" ", _UNSEEN.sub("", text))

    def is_label(self, element: Element) -> bool:
        """Whether an element is a printed label that is set off from the words."""
        if self.ours:
            return element.tag == "span" and "label" in element.classes
        return "mso-list" in element.get("style") and re.search(r"mso-list:\s*ignore", element.get("style"), re.IGNORECASE) is not None

    def picture(self, element: Element) -> None:
        """Keep what a picture says, but for the names of a site's signs and logos."""
        alternative = " ".join(self.text(element.get("alt") or element.get("aria-label")).split())
        if self.ours or len(alternative.split()) > _NAME or any(ch.isdigit() for ch in alternative):
            self.pictures.append(alternative)

    def _list(self, element: Element, marks: Marks) -> Iterator[Piece]:
        counting = open_list(element, self.styles)
        for child in element.children:
            if isinstance(child, Element) and child.tag == "li" and self.shown(child):
                label = counting.label(child, self.styles)
                yield BREAK
                if label not in ("", BULLET) and not self.ours:
                    yield Piece(f"{label} ", *marks)
                yield from self.pieces(child, self.marks(child, marks))
            else:
                yield from self._of(child, marks)
        yield BREAK

    def _raised(self, element: Element, marks: Marks) -> Iterator[Piece]:
        """Raised and lowered figures as such, so that 10² is not 102, and the mark of a note no figure's end."""
        table = _RAISED if element.tag == "sup" else _LOWERED
        for piece in self.pieces(element, marks):
            yield piece._replace(text=piece.text.translate(table) if piece.text.strip(" [],()").isdigit() and not self.ours else piece.text)


def _marks_place(element: Element) -> bool:
    """Whether an element is the sign by which sites let a heading be linked to."""
    return element.tag == "a" and "#" in element.get("href") and element.text().strip() in _SIGNS


def _parted(before: list[Piece], after: list[Piece]) -> bool:
    """Whether the words of two elements that touch in the source are two words: "Response" and "4 hours", "99.9%" and "Uptime"."""
    left, right = before[-1].text[-1:], after[0].text[:1]
    if not left or not right or left.isspace() or right.isspace():
        return False
    if left.islower() or left in "%)":
        return right.isupper() or right.isdigit() or right in "<≤≥>$€£"
    return left.isdigit() and right.isupper()
