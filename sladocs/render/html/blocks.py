"""The words of the contract as HTML: headings, numbered paragraphs with their labels, nested lists, tables, pictures."""

from __future__ import annotations

import base64
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final, Literal

from sladocs.model.document import Block, Figure, Heading, ListItem, Paragraph, Table, words
from sladocs.model.labels import is_bullet
from sladocs.model.numbering import SCHEDULE
from sladocs.render.html.addresses import Addresses
from sladocs.render.html.inline import Inline, attributes, escape
from sladocs.render.html.tables import Tables
from sladocs.render.look import Look
from sladocs.render.plain import says_something

Part = Literal["front", "body", "signatures"]
_PNG: Final = b"\x89PNG\r\n\x1a\n"
_SCHEDULE: Final = re.compile(rf"{SCHEDULE} \d+")
_DEEPEST: Final = 6


@dataclass
class Blocks:
    """Writes the blocks of a document, part by part and in their order.

    A title is the page's `h1`, a heading of level n an element of level n + 1, as in Markdown.
    """

    addresses: Addresses
    inline: Inline
    tables: Tables
    look: Look
    titled: bool = False
    _tables: int = 0
    _inside: bool = False
    _lists: list[str] = field(default_factory=list)

    def write(self, blocks: Sequence[Block], first: int, part: Part) -> str:
        """The HTML of a part whose first block is block `first` of the document: a section for each heading of level 1."""
        made: list[str] = []
        open_section = False
        for offset, block in enumerate(blocks):
            if not says_something(block):
                continue
            if isinstance(block, ListItem):
                made.append(self._item(block, first + offset))
                continue
            made.append(self._close_lists(0))
            if isinstance(block, Heading) and block.level == 1 and part == "body":
                kind = "schedule" if _SCHEDULE.fullmatch(block.label) else "clause"
                made.append(f'{"</section>" if open_section else ""}\n<section class="{kind}">')
                open_section = True
            made.append(self._block(block, first + offset))
        made.append(self._close_lists(0))
        made.append("</section>" if open_section else "")
        return "\n".join(text for text in made if text)

    def _block(self, block: Block, index: int) -> str:
        place = self.addresses.ids.get(index)
        match block:
            case Heading():
                return self._heading(block, place)
            case Paragraph():
                return self._paragraph(block, place)
            case Table():
                self._tables += 1
                return self.tables.write(block, place, self._tables)
            case Figure():
                return self._figure(block, place)
        raise AssertionError(block)

    def _heading(self, block: Heading, place: str | None) -> str:
        schedule = bool(_SCHEDULE.fullmatch(block.label))
        self._inside = bool(block.label) and not schedule
        level = block.level + 1
        tag = f"h{min(level, _DEEPEST)}"
        deeper = level if level > _DEEPEST else None
        marks = attributes(id=place, class_="named" if schedule else "numbered" if block.label else None, aria_level=deeper)
        return f"<{tag}{marks}>{_label(block.label)}{self.inline.line(block.content, emphasis=False)}</{tag}>"

    def _paragraph(self, block: Paragraph, place: str | None) -> str:
        text = _label(block.label) + self.inline.line(block.content, emphasis=block.role != "title")
        if block.role == "title" and not self.titled:
            self.titled = True
            return f"<h1{attributes(id=place)}>{text}</h1>"
        classes: list[str] = [] if block.role == "body" else [block.role]
        classes += ["lead"] if words(block.content).rstrip().endswith(":") else []
        classes += ["numbered"] if block.label else ["inside"] if self._inside else []
        return f"<p{attributes(id=place, class_=' '.join(classes) or None)}>{text}</p>"

    def _item(self, item: ListItem, index: int) -> str:
        """An item; one that lies deeper than its neighbours allow opens the lists between them."""
        kind = "ul" if is_bullet(item.label.strip()) or not item.label.strip() else "ol"
        goes_on = len(self._lists) >= item.level and self._lists[item.level - 1] == kind
        made = self._close_lists(item.level if goes_on else item.level - 1) + ("</li>\n" if goes_on else "")
        while len(self._lists) < item.level:
            deepest = len(self._lists) + 1 == item.level
            inside = " inside" if self._inside and not self._lists else ""
            plain = ' style="list-style:none"' if kind == "ol" else ""
            made += f'<{kind} class="items{inside}" role="list"{plain}>\n'
            made += "" if deepest else "<li>"
            self._lists.append(kind)
        label = _label(item.label) if kind == "ol" else ""
        return f"{made}<li{attributes(id=self.addresses.ids.get(index))}>{label}{self.inline.line(item.content)}"

    def _close_lists(self, level: int) -> str:
        """Close the lists deeper than `level`, with their last items."""
        made = ""
        while len(self._lists) > level:
            made += f"</li>\n</{self._lists.pop()}>"
        return made

    def _figure(self, block: Figure, place: str | None) -> str:
        """A picture with its caption above it; its words stand for it where there is nothing to draw."""
        alternative = escape(block.alternative).strip()
        caption = self.inline.line(block.caption, emphasis=False) if words(block.caption).strip() else ""
        above = f"<figcaption>{caption}</figcaption>\n" if caption else ""
        source = self._picture(block)
        if source:
            shown = f'<div class="drawing" role="group" tabindex="0"><img src="{source}" alt="{alternative}"></div>'
        else:
            shown = f'<p class="picture" role="img" aria-label="{alternative}">{alternative}</p>'
        return f"<figure{attributes(id=place)}>\n{above}{shown}\n</figure>"

    def _picture(self, block: Figure) -> str | None:
        """The picture as a data URI, None where only its words are known."""
        if block.picture is not None:
            from sladocs.render.pictures import svg

            return _data("svg+xml", svg(block.picture, self.look))
        if block.image and block.image.startswith(_PNG):
            return _data("png", block.image)
        return None


def _data(kind: str, content: bytes) -> str:
    return f"data:image/{kind};base64,{base64.b64encode(content).decode()}"


def _label(label: str) -> str:
    """A printed label, the blank behind it inside, so that it takes no room on the line."""
    text = escape(label).strip()
    return f'<span class="label">{text} </span>' if text else ""
