"""A Document as Markdown (CommonMark with the tables of GitHub).

All words stand verbatim in a viewer: what Markdown would take for a sign of its own is escaped. Labels are printed as words, never as
Markdown's own numbers, which a viewer counts anew. A title is `#`, a heading of level n has n + 1 signs, so that levels survive where there
is no title; Markdown has six levels, so level 6 is printed as level 5. An item is `- (a) words`, nested by two blanks a level. Pipe tables
hold one row of headers and no spans; a spanning cell's words stand at its first place, the lines of a cell are parted by `<br>`.
"""

from __future__ import annotations

import re
import string
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from sladocs.model.document import Block, Cell, Document, Figure, Heading, Line, ListItem, Paragraph, Table, clean, spread, words
from sladocs.render.plain import DRAFT, is_draft, merged, printable, says_something, sign, spoken

_SIGNS: Final = re.compile(r"""[\\`*~\[\]<|]|&(?=[#A-Za-z]|$)|!$|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])""")
_NUMBER: Final = re.compile(r"(\d{1,9})([.)])(?=\s|$)")
_DEEPEST: Final = 6
_WIDEST: Final = 120
"""Tables up to this width have their columns aligned in the source."""


def render(document: Document) -> str:
    """The document as Markdown text, each line ended by a line feed."""
    slugs = _slugs(document)
    out = [f"> **{DRAFT}**"] if is_draft(document) else []
    depth = 0
    for place, block in enumerate(document.blocks):
        if not says_something(block):
            continue
        if isinstance(block, ListItem):
            text = _item(block, depth, slugs)
            if depth:
                out[-1] += f"\n{text}"
            else:
                out.append(text)
            depth = block.level
            continue
        depth = 0
        out.append(_block(block, slugs, first=place == 0))
    return "".join(f"{text}\n\n" for text in out if text)[:-1]


def _block(block: Block, slugs: Mapping[str, str], *, first: bool) -> str:
    match block:
        case Heading():
            return f"{'#' * min(block.level + 1, _DEEPEST)} {_open(_labelled(block.label, block.content, slugs))}"
        case Paragraph(role="title") if first:
            return f"# {_open(_labelled(block.label, block.content, slugs))}"
        case Paragraph():
            return _labelled(block.label, block.content, slugs)
        case Table():
            return "\n\n".join(part for part in (_emphasis(block.caption), _table(block, slugs)) if part)
        case Figure():
            picture = f"![{escape(clean(block.alternative))}]()"
            caption = _emphasis(block.caption)
            return f"{picture}\n{caption}" if caption else picture
    raise AssertionError(block)


def _labelled(label: str, content: Line, slugs: Mapping[str, str]) -> str:
    return _at_start(spoken([escape(clean(label)), _inline(content, slugs)]))


def _open(text: str) -> str:
    """A heading's escaped words with no `#` at their end that would close the heading."""
    return f"{text[:-1]}\\#" if text.endswith("#") and text != "\\#" else text


def _item(item: ListItem, depth: int, slugs: Mapping[str, str]) -> str:
    """An item; one that lies deeper than its neighbours allow opens the levels between them on its own line."""
    level = min(item.level, depth + 1)
    return "  " * (level - 1) + "- " * (item.level - level + 1) + _at_start(spoken([escape(sign(item)), _inline(item.content, slugs)]))


def _table(table: Table, slugs: Mapping[str, str]) -> str:
    rows = [[_cell(cell, slugs) for cell in row] for row in spread(table)]
    headed = any(any(row) for row in rows[: table.headers])
    columns = max([1, *map(len, rows)])
    rows = [row for row in rows if any(row)]
    if not (rows or words(table.caption).strip()):
        return ""
    if not headed:
        rows.insert(0, [""] * columns)
    widths = [max(3, *(len(row[column]) for row in rows)) for column in range(columns)]
    if sum(widths) + 3 * len(widths) > _WIDEST:
        widths = [3] * len(widths)
    rows.insert(1, ["-" * width for width in widths])
    return "\n".join("| " + " | ".join(text.ljust(width) for text, width in zip(row, widths, strict=True)) + " |" for row in rows)


def _cell(cell: Cell, slugs: Mapping[str, str]) -> str:
    return "<br>".join(text for content in cell.lines if (text := _inline(content, slugs)))


def escape(text: str) -> str:
    """Text whose signs a Markdown viewer shows as they are, anywhere but at the start of a block."""
    return _SIGNS.sub(lambda found: f"\\{found.group()}", printable(text))


def _at_start(text: str) -> str:
    """Escaped text with nothing at its start that begins a heading, a quotation, a list or a rule."""
    if text[:1] in {"#", ">", "+", "-", "="}:
        return f"\\{text}"
    return _NUMBER.sub(r"\1\\\2", text, count=1) if _NUMBER.match(text) else text


def _emphasis(content: Line) -> str:
    text = escape(clean(words(content)))
    return f"*{text}*" if text else ""


def _inline(content: Line, slugs: Mapping[str, str]) -> str:
    """The words of a line with emphasis and links."""
    out = ""
    runs = list(merged(content))
    for place, run in enumerate(runs):
        bare = run.text.strip()
        start = run.text.index(bare) if bare else 0
        before, after = run.text[:start], run.text[start + len(bare) :]
        text = escape(bare)
        following = after or (runs[place + 1].text if place + 1 < len(runs) else "")
        if bare and run.refers and run.refers in slugs:
            text = f"[{text}](#{slugs[run.refers]})"
        elif bare and run.bold and _may_embolden(out + before, text, following):
            text = f"**{text}**"
        out += before + text + after
    return out


def _may_embolden(before: str, text: str, after: str) -> bool:
    """Whether two stars round the text are read as emphasis (CommonMark 0.31, section 6.2), for all ideas of what punctuation is."""
    opens = not before or before[-1].isspace() or before[-1] in string.punctuation or unicodedata.category(text[0])[0] in "LN"
    closes = not after or after[0].isspace() or after[0] in string.punctuation or unicodedata.category(text[-1])[0] in "LN"
    return opens and closes and not before.endswith("*") and not after.startswith("*")


def _slugs(document: Document) -> dict[str, str]:
    """The address of each heading that has an anchor, as GitHub makes it from the heading's words."""
    found: dict[str, str] = {}
    for block, slug in zip(headings := list(_headings(document.blocks)), slugs(heading_words(block) for block in headings), strict=True):
        if block.anchor:
            found.setdefault(block.anchor, slug)
    return found


def _headings(blocks: Iterable[Block]) -> Iterator[Heading | Paragraph]:
    for place, block in enumerate(blocks):
        if (isinstance(block, Heading) and says_something(block)) or (
            isinstance(block, Paragraph) and block.role == "title" and place == 0
        ):
            yield block


def heading_words(block: Heading | Paragraph) -> str:
    """A heading as it is read: its label and its words."""
    return clean(f"{block.label} {words(block.content)}")


def slugs(headings: Iterable[str]) -> Iterator[str]:
    """The address of each heading: small letters, no punctuation, hyphens for blanks, a number where an address comes again."""
    seen: dict[str, int] = {}
    for text in headings:
        slug = re.sub(r"[^\w\- ]", "", text.lower()).replace(" ", "-")
        count = seen.get(slug, 0)
        seen[slug] = count + 1
        yield f"{slug}-{count}" if count else slug
