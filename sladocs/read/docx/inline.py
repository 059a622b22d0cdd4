"""The inline text of a paragraph: its runs with their marks, fields by their results, tracked changes in their final state.

What stands in a paragraph without being its text (text boxes, pictures, references to notes) is gathered beside it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from sladocs.read.docx.names import MC, OFF, VAL, VML, WP, M, W, value
from sladocs.read.docx.styles import Styles
from sladocs.read.lines import Piece

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_THROUGH: Final = frozenset(W + tag for tag in ("ins", "moveTo", "smartTag", "customXml", "bdo", "dir", "sdtContent", "ruby", "rubyBase"))
_DROPPED: Final = frozenset(W + tag for tag in ("del", "moveFrom"))
_BLANKS: Final = frozenset(W + tag for tag in ("tab", "ptab", "br", "cr"))
_RUN: Final = f"{W}r"
_TEXT: Final = f"{W}t"
_PROPERTIES, _BOLD, _HIDDEN, _STYLE, _FIELD = f"{W}rPr", f"{W}b", f"{W}vanish", f"{W}rStyle", f"{W}fldChar"
_ALIGNED: Final = f"{W}vertAlign"
_RAISED: Final = str.maketrans("0123456789", "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079")
"""Raised digits, so that the mark of a note behind a figure is no digit of it."""
_PATH: Final = re.compile(r"[a-z_]+(?:[/.][A-Za-z0-9_-]+)*")
_SYMBOLS: Final[Mapping[str, Mapping[int, str]]] = {
    "symbol": {
        0xA3: "≤",
        0xB3: "≥",
        0xB0: "°",
        0xB1: "±",
        0xB4: "\u00d7",
        0xB7: "•",
        0xB9: "≠",
        0xBB: "≈",
        0x2D: "\u2212",
        0xD3: "©",
        0xD4: "™",
    },
    "wingdings": {0xA8: "☐", 0xFE: "☑", 0xFD: "☒", 0xFC: "✓", 0xFB: "✗", 0xE0: "→", 0x6F: "☐", 0xF0: "→"},
}
"""Signs of fonts that have their own codes."""


@dataclass
class Field:
    """An open complex field: its instruction, and whether its result has begun."""

    instruction: str = ""
    result: bool = False

    @property
    def refers(self) -> str | None:
        """The bookmark that a cross-reference names."""
        found = re.match(r"\s*(?:REF|PAGEREF|NOTEREF)\s+([^\s\\\"]+)", self.instruction)
        return found.group(1) if found else None

    @property
    def is_contents(self) -> bool:
        """Whether its result is a list of headings or tables, which says nothing of its own."""
        return bool(re.match(r"\s*(?:TOC|INDEX|TOA)\b", self.instruction))


@dataclass
class Content:
    """What a paragraph holds: its text, and what stands in it beside them."""

    pieces: list[Piece] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    pictures: list[str] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    """Kind ("footnote", "endnote") and id of each note."""


@dataclass
class Inline:
    """Reads paragraphs; fields may begin in one and end in another, so it remembers those that are open. It counts what it left out."""

    styles: Styles
    anchors: Mapping[str, str] = field(default_factory=dict)
    """For each bookmark the one by which its block is known."""
    fields: list[Field] = field(default_factory=list)
    changes: int = 0
    hidden: int = 0
    _figure: str | None = None
    _link: str | None = None

    @property
    def in_contents(self) -> bool:
        """Whether the text belongs to the result of a table of contents."""
        return any(open_field.is_contents for open_field in self.fields)

    def read(self, paragraph: Element, content: Content, *, hidden: bool) -> None:
        """Add what a paragraph holds to `content`; `hidden` says whether its style hides it."""
        for child in paragraph:
            self._take(child, content, hidden=hidden)

    def _take(self, node: Element, content: Content, *, hidden: bool) -> None:
        tag = node.tag
        if tag == _RUN:
            self._run(node, content, hidden=hidden)
        elif tag in _THROUGH:
            self.changes += tag in (f"{W}ins", f"{W}moveTo")
            for child in node:
                self._take(child, content, hidden=hidden)
        elif tag in _DROPPED:
            self.changes += 1
            self._skip_fields(node)
        elif tag == f"{W}hyperlink":
            outer, self._link = self._link, node.get(f"{W}anchor") or self._link
            for child in node:
                self._take(child, content, hidden=hidden)
            self._link = outer
        elif tag == f"{W}sdt":
            self._control(node, content, hidden=hidden)
        elif tag == f"{W}fldSimple":
            self.fields.append(Field(node.get(f"{W}instr", ""), result=True))
            for child in node:
                self._take(child, content, hidden=hidden)
            self.fields.pop()
        elif tag == f"{MC}AlternateContent":
            for child in _choice(node):
                self._take(child, content, hidden=hidden)
        elif isinstance(tag, str) and tag.startswith(M):
            self._add("".join(found.text or "" for found in node.iter(f"{M}t")), content, bold=False)

    def _control(self, node: Element, content: Content, *, hidden: bool) -> None:
        tag = value(node.find(f"{W}sdtPr"), "tag")
        outer, self._figure = self._figure, tag if tag and _PATH.fullmatch(tag) else self._figure
        for child in node.iterfind(f"{W}sdtContent/*"):
            self._take(child, content, hidden=hidden)
        self._figure = outer

    def _skip_fields(self, deleted: Element) -> None:
        """The ends of fields that stand in deleted text count all the same where their begin does not."""
        for mark in deleted.iter(f"{W}fldChar"):
            self._field_mark(mark.get(f"{W}fldCharType"))

    def _field_mark(self, kind: str | None) -> None:
        if kind == "begin":
            self.fields.append(Field())
        elif kind == "separate" and self.fields:
            self.fields[-1].result = True
        elif kind == "end" and self.fields:
            self.fields.pop()

    def _run(self, run: Element, content: Content, *, hidden: bool) -> None:
        bold: bool | None = None
        shown: bool | None = None
        raised = False
        for child in run:
            tag = child.tag
            if tag == _TEXT:
                if not hidden:
                    text = child.text or ""
                    self._add(text.translate(_RAISED) if raised and text.strip().isdigit() else text, content, bold=bool(bold))
                elif child.text and child.text.strip():
                    self.hidden += 1
            elif tag == _PROPERTIES:
                for mark in child:
                    if mark.tag == _BOLD:
                        bold = mark.get(VAL) not in OFF
                    elif mark.tag == _HIDDEN:
                        shown = mark.get(VAL) in OFF
                    elif mark.tag == _ALIGNED:
                        raised = mark.get(VAL) == "superscript"
                    elif mark.tag == _STYLE:
                        style = self.styles.get(mark.get(VAL))
                        bold = style.bold if bold is None else bold
                        hidden = hidden or style.hidden
                hidden = hidden if shown is None else not shown
            elif tag == _FIELD:
                self._field_mark(child.get(f"{W}fldCharType"))
            elif not hidden:
                self._piece(child, content, bold=bool(bold))

    def _piece(self, node: Element, content: Content, *, bold: bool) -> None:
        match node.tag.rpartition("}")[2] if isinstance(node.tag, str) else "":
            case "tab" | "ptab" | "br" | "cr":
                self._add(" ", content, bold=bold)
            case "noBreakHyphen":
                self._add("\u2011", content, bold=bold)
            case "sym":
                self._add(_symbol(node), content, bold=bold)
            case "instrText" if self.fields and not self.fields[-1].result:
                self.fields[-1].instruction += node.text or ""
            case "footnoteReference" | "endnoteReference" as kind:
                content.notes.append((kind.removesuffix("Reference"), node.get(f"{W}id", "")))
            case "drawing" | "pict" | "object":
                self._drawn(node, content)
            case "t":
                self._add(node.text or "", content, bold=bold)
            case "AlternateContent":
                for child in _choice(node):
                    self._piece(child, content, bold=bold)
            case "ruby":
                for base in node.iterfind(f"{W}rubyBase/{W}r"):
                    self._run(base, content, hidden=False)

    def _add(self, text: str, content: Content, *, bold: bool) -> None:
        bookmark = self._link
        if self.fields:
            if any(not open_field.result or open_field.is_contents for open_field in self.fields):
                return
            bookmark = next((found for open_field in reversed(self.fields) if (found := open_field.refers)), bookmark)
        content.pieces.append(Piece(text, bold, self.anchors.get(bookmark) if bookmark else None, self._figure))

    def _drawn(self, node: Element, content: Content) -> None:
        boxes = [box for box in node.iter(f"{W}txbxContent") if not _in_fallback(box, node)]
        if boxes:
            content.boxes.extend(box for box in boxes if not any(box is not other and _holds(other, box) for other in boxes))
            return
        named = next(node.iter(f"{WP}docPr"), None)
        if named is not None:
            content.pictures.append(named.get("descr") or named.get("title") or "")
        elif (image := next(node.iter(f"{VML}imagedata"), None)) is not None:
            shape = next(node.iter(f"{VML}shape"), None)
            content.pictures.append(
                (shape.get("alt") if shape is not None else None) or image.get("{urn:schemas-microsoft-com:office:office}title") or ""
            )


def _choice(alternatives: Element) -> list[Element]:
    """The content of the first choice, or else of the fallback; the same words stand in both."""
    for tag in (f"{MC}Choice", f"{MC}Fallback"):
        found = alternatives.find(tag)
        if found is not None and len(found):
            return list(found)
    return []


def _in_fallback(node: Element, root: Element) -> bool:
    for above in node.iterancestors():
        if above is root:
            return False
        if above.tag == f"{MC}Fallback":
            return True
    return False


def _holds(outer: Element, inner: Element) -> bool:
    return any(above is outer for above in inner.iterancestors())


def _symbol(node: Element) -> str:
    font = (node.get(f"{W}font") or "").lower()
    try:
        code = int(node.get(f"{W}char") or "", 16)
    except ValueError:
        return ""
    plain = code & 0xFF if 0xF000 <= code <= 0xF0FF else code
    known = next((signs for name, signs in _SYMBOLS.items() if font.startswith(name)), {})
    if plain in known:
        return known[plain]
    return "•" if 0xE000 <= code <= 0xF8FF else chr(code) if 0x20 <= code <= 0xD7FF or 0xF900 <= code <= 0xFFFD else ""
