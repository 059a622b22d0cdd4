"""Markdown to a Document: CommonMark with the tables and the struck-out words of GitHub; of HTML in it, tables count, else words alone.

A first-level heading that stands alone at the top is the title, and the levels of the others count from it. Lists become items with their
printed labels; more than three levels become three. Front matter and a draft mark are furniture.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from sladocs.model.document import Block, Cell, Document, Figure, Heading, Line, ListItem, Paragraph, Run, Table, words
from sladocs.read.cells import rough_table
from sladocs.read.dialects import common_form
from sladocs.read.html_tables import TABLE, html_blocks, read_html_table
from sladocs.read.lines import Piece, line_of, part_label, part_sign, tidy

if TYPE_CHECKING:
    from markdown_it.token import Token

_FRONT: Final = re.compile(r"\A(---|\+\+\+)[ \t]*\n(.*?\n)?(?:\1|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_FRONT_TITLE: Final = re.compile(r"^title\s*[:=]\s*[\"']?(.*?)[\"']?\s*$", re.MULTILINE)
_BREAK: Final = re.compile(r"<br\s*/?>|</?(?:p|div|tr|td|th|li|h[1-6]|ul|ol|table|blockquote)(?:\s[^<>]*)?>", re.IGNORECASE)
_SILENT: Final = re.compile(r"<(script|style)\b.*?(?:</\1\s*>|\Z)|<!--.*?(?:-->|\Z)", re.IGNORECASE | re.DOTALL)
_STRUCTURE: Final = re.compile(r"<(?:ul|ol|li|h[1-6]|dl)\b", re.IGNORECASE)
"""Elements of HTML that say more than where words stand."""
_TAG: Final = re.compile(r"</?[A-Za-z][^<>]*>|<[!?][^<>]*>")
_DRAFT: Final = "DRAFT"


def read_markdown(text: str) -> Document:
    """The Document that a Markdown text holds."""
    from markdown_it import MarkdownIt

    front = _FRONT.match(text)
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    walk = _Walk(parser.parse(common_form(text[front.end() :] if front else text)))
    blocks = tuple(_settled(walk.blocks))
    titles = [words(block.content) for block in blocks if isinstance(block, Paragraph) and block.role == "title"]
    named = _FRONT_TITLE.search(front.group()) if front else None
    return Document(
        title=titles[0] if titles else named.group(1) if named else "", body=blocks, meta={"status": _DRAFT} if walk.draft else {}
    )


class _Walk:
    """One pass over the parser's tokens, gathering blocks."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.blocks: list[Block] = []
        self.draft = False
        self._lists: list[str] = []  # for each open list the next label, "•" where unnumbered
        self._label: str | None = None  # the label of an item whose words have not come yet
        self._marks: list[str] = []  # the number of a numbered list's open item
        self._quoted = False
        self._tokens = tokens
        place = 0
        while place < len(tokens):
            place = self._take(place)

    def _take(self, place: int) -> int:
        token = self._tokens[place]
        match token.type:
            case "heading_open":
                self._heading(int(token.tag[1]), self._tokens[place + 1])
                return place + 3
            case "table_open":
                end = next(p for p in range(place, len(self._tokens)) if self._tokens[p].type == "table_close")
                self.blocks.append(_table(self._tokens[place:end]))
                return end + 1
            case "bullet_list_open" | "ordered_list_open":
                self._flush()
                self._lists.append(str(token.attrs.get("start", 1)) if token.tag == "ol" else "")
            case "bullet_list_close" | "ordered_list_close":
                self._lists.pop()
            case "list_item_open":
                self._flush()
                self._label = "•" if token.markup in "-+*" else f"{token.info or self._lists[-1]}{token.markup}"
            case "list_item_close":
                self._flush()
            case "blockquote_open":
                self._quoted = True
            case "blockquote_close":
                self._quoted = False
            case "inline":
                self._paragraph(token)
            case "html_block":
                self._html(token.content)
            case "code_block":  # what strangers indent is rarely code
                self._verbatim(_TAG.sub("", token.content))
            case "fence":
                self._verbatim(token.content)
            case _:
                pass
        return place + 1

    def _html(self, source: str) -> None:
        place = 0
        if _STRUCTURE.search(source):
            self.blocks.extend(html_blocks(source))
            return
        for found in TABLE.finditer(source):
            self._verbatim(_plain(source[place : found.start()]))
            if table := read_html_table(found.group()):
                self.blocks.append(table)
            place = found.end()
        self._verbatim(_plain(source[place:]))

    def _verbatim(self, text: str) -> None:
        for line in text.split("\n"):
            self._add(line_of(line))

    def _flush(self) -> None:
        """An item that had no words of its own but holds a list: only the sign of a list that is empty is dropped."""
        if self._label not in (None, "•"):
            self.blocks.append(ListItem(level=self._level, label=self._label or "", content=()))
        self._label = None

    @property
    def _level(self) -> int:
        return min(max(len(self._lists), 1), 3)

    def _heading(self, level: int, token: Token) -> None:
        for content in _lines(token, breaks=False):
            label, rest = part_label(content, heading=True)
            if self._label and not label and self._label != "•":
                label = self._label
            self._label = None
            if label or rest:
                self.blocks.append(Heading(level=level, label=label, content=rest))
        self.blocks.extend(_figures(token))

    def _paragraph(self, token: Token) -> None:
        content = _lines(token, breaks=False)
        if self._quoted and not self.blocks and [words(one) for one in content] == [_DRAFT]:
            self.draft = True
            return
        figures = list(_figures(token))
        if figures and (children := token.children) and children[0].type == "image" and _is_caption([*children[1:]]):
            figures[0] = figures[0].model_copy(update={"caption": content[0]})
        elif table := rough_table(token.content):
            self.blocks.append(table)
        else:
            for one in content:
                self._add(one, emphasised=_is_caption(token.children or []))
        self.blocks.extend(figures)

    def _add(self, content: Line, *, emphasised: bool = False) -> None:
        if not content:
            return
        label, rest = part_label(content)
        if self._label is not None:
            sign, after = part_sign(content)
            if self._label == sign == "•":
                rest = after
            elif self._label != "•":
                label, rest = self._label, content
            self.blocks.append(ListItem(level=self._level, label=label or "•", content=rest))
            self._label = None
        else:
            self.blocks.append(Paragraph(role="caption" if emphasised else "body", label=label, content=rest))


def _settled(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks with their levels counted from the title, and each caption within the table that it stands over."""
    headings = [block for block in blocks if isinstance(block, Heading)]
    highest = sum(block.level == 1 for block in headings)
    titled = highest == 1 and headings[0].level == 1
    above = 1 if titled or not highest else 0
    for place, block in enumerate(blocks):
        after = blocks[place + 1] if place + 1 < len(blocks) else None
        before = blocks[place - 1] if place else None
        match block:
            case Heading(level=1) if titled:
                yield Paragraph(role="title", label=block.label, content=block.content)
            case Heading():
                yield block.model_copy(update={"level": max(block.level - above, 1)})
            case Paragraph(role="caption"):
                if not isinstance(after, Table):
                    yield block.model_copy(update={"role": "body"})
            case Table() if isinstance(before, Paragraph) and before.role == "caption":
                label = (Run(text=f"{before.label} "),) if before.label else ()
                yield block.model_copy(update={"caption": (*label, *before.content)})
            case _:
                yield block


def _is_caption(children: Sequence[Token]) -> bool:
    """Whether the words are emphasised as a whole (by one star)."""
    inner = [child for child in children if child.type != "softbreak" and (child.type != "text" or child.content.strip())]
    kinds = [child.type for child in inner]
    return kinds[:1] == ["em_open"] and kinds[-1:] == ["em_close"] and kinds.count("em_open") == 1


def _table(tokens: Sequence[Token]) -> Table:
    rows: list[list[Cell]] = []
    headers = 0
    for token in tokens:
        if token.type == "tr_open":
            rows.append([])
        elif token.type == "inline":
            rows[-1].append(Cell(lines=tuple(_lines(token, breaks=True))))
        elif token.type == "thead_close":
            headers = 1
    if rows and not any(cell.lines for cell in rows[0]):
        rows, headers = rows[1:], 0
    return Table(rows=tuple(tuple(row) for row in rows), headers=headers)


def _lines(token: Token, *, breaks: bool) -> list[Line]:
    """The words of inline tokens, and with `breaks` a line for each that they break into."""
    lines: list[list[Piece]] = [[]]
    bold = 0
    refers: str | None = None
    for child in token.children or []:
        match child.type:
            case "strong_open":
                bold += 1
            case "strong_close":
                bold -= 1
            case "link_open":
                target = str(child.attrs.get("href", ""))
                refers = target[1:] if target.startswith("#") else None
            case "link_close":
                refers = None
            case "text" | "code_inline" | "text_special":
                lines[-1].append(Piece(child.content, bold > 0, refers))
            case "softbreak":
                lines[-1].append(Piece(" ", bold > 0, refers))
            case "hardbreak":
                lines.append([]) if breaks else lines[-1].append(Piece(" "))
            case "html_inline" if _BREAK.fullmatch(child.content):
                lines.append([]) if breaks else lines[-1].append(Piece(" "))
            case _:
                pass
    return [line for line in map(tidy, lines) if line]


def _figures(token: Token) -> Iterator[Figure]:
    for child in token.children or []:
        if child.type == "image":
            yield Figure(alternative="".join(_alternative(child)).strip())


def _alternative(image: Token) -> Iterator[str]:
    for child in image.children or []:
        if child.type in ("softbreak", "hardbreak"):
            yield " "
        elif child.children:
            yield from _alternative(child)
        else:
            yield child.content


def _plain(source: str) -> str:
    """HTML without its tags; what parts blocks parts lines."""
    return html.unescape(_TAG.sub("", _BREAK.sub("\n", _SILENT.sub("", source))))
