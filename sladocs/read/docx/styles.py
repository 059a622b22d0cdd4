"""Paragraph, character and table styles as far as they say what a paragraph is: its level, its list, whether it is hidden or bold."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sladocs.read.docx.names import VAL, W, number, switch, value

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_HEADING: Final = re.compile(r"heading (\d)\b")
BODY_LEVEL: Final = 9
"""The outline level of text that is no heading."""


@dataclass(frozen=True)
class Style:
    """A style with all that it takes over from the styles below it. `outline` counts from 0; `list_id` 0 says "no list"."""

    name: str = ""
    id: str = ""
    outline: int | None = None
    list_id: int | None = None
    list_level: int | None = None
    hidden: bool = False
    bold: bool = False
    marks_first_row: bool = False


class Styles:
    """The styles of a document by their ids."""

    def __init__(self, root: Element | None) -> None:
        self._source: dict[str, Element] = {}
        self._known: dict[str, Style] = {}
        self.default = ""
        self.language = ""
        if root is None:
            return
        for node in root.iterfind(f"{W}style"):
            identity = node.get(f"{W}styleId", "")
            self._source.setdefault(identity, node)
            if node.get(f"{W}type") == "paragraph" and node.get(f"{W}default") in ("1", "true"):
                self.default = identity
        language = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")
        self.language = (language.get(VAL) or "") if language is not None else ""

    def get(self, identity: str | None) -> Style:
        """The style with an id; the default paragraph style for none, and an empty one for an unknown id."""
        identity = self.default if identity is None else identity
        if identity not in self._known:
            self._known[identity] = self._resolve(identity, set())
        return self._known[identity]

    def _resolve(self, identity: str, above: set[str]) -> Style:
        node = self._source.get(identity)
        if node is None or identity in above:
            return Style(id=identity)
        based = value(node, "basedOn")
        base = self._resolve(based, above | {identity}) if based else Style()
        paragraph, run = node.find(f"{W}pPr"), node.find(f"{W}rPr")
        name = (value(node, "name") or "").lower()
        listed = paragraph.find(f"{W}numPr") if paragraph is not None else None
        outline = number(paragraph, "outlineLvl")
        if outline is None and (named := _HEADING.match(name)):
            outline = int(named.group(1)) - 1
        hidden, bold = switch(run, "vanish"), switch(run, "b")
        list_id, list_level = number(listed, "numId"), number(listed, "ilvl")
        return Style(
            name=name,
            id=identity,
            outline=base.outline if outline is None else outline,
            list_id=base.list_id if list_id is None else list_id,
            list_level=base.list_level if list_level is None else list_level,
            hidden=base.hidden if hidden is None else hidden,
            bold=base.bold if bold is None else bold,
            marks_first_row=base.marks_first_row or _marks_first_row(node),
        )


def _marks_first_row(node: Element) -> bool:
    """Whether a table style sets off the first row by bold or by shading."""
    for part in node.iterfind(f"{W}tblStylePr"):
        if part.get(f"{W}type") == "firstRow":
            return (
                bool(switch(part.find(f"{W}rPr"), "b")) or part.find(f".//{W}shd") is not None or part.find(f".//{W}tcBorders") is not None
            )
    return False
