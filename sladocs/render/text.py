"""A Document as plain text that a person reads, and that `sladocs.read` reads back by its layout.

The indentation tells what a block is: 0 a heading with a line under it (= - ~ ^ " ' for the levels 1 to 6; a title has one above it
too), 2 a paragraph, 3 a table or a picture, 4, 6 and 8 the items of a list; what is wrapped hangs deeper. A table is a grid, its header
rows parted from the others by `=`; a wrapped line of a cell hangs by two. A spanning cell's words stand at its first place.
"""

from __future__ import annotations

from typing import Final

from sladocs.model.columns import pad, width
from sladocs.model.document import Block, Cell, Document, Figure, Heading, Line, ListItem, Paragraph, Table, clean, spread, words
from sladocs.render.plain import DRAFT, is_draft, printable, says_something, sign, spoken

UNDERLINES: Final = "=-~^\"'"
"""The sign of the line under a heading of level 1 to 6."""
PARAGRAPH, TABLE, ITEM, MARK = 2, 3, 4, 12
"""The indentation of paragraphs, tables, first-level items and the draft mark."""
_LINE: Final = 96
_NARROWEST: Final = 6
_HANG: Final = 2
"""How far the wrapped lines of a cell hang."""


def render(document: Document) -> str:
    """The document as plain text, each line ended by a line feed."""
    out = [" " * MARK + DRAFT] if is_draft(document) else []
    out += [text for block in document.blocks if says_something(block) and (text := _block(block))]
    return "\n\n".join(out) + "\n" if out else ""


def _block(block: Block) -> str:
    match block:
        case Heading():
            text = _labelled(block.label, block.content)
            return f"{text}\n{UNDERLINES[block.level - 1] * max(width(text), 3)}"
        case Paragraph(role="title"):
            text = _labelled(block.label, block.content)
            rule = "=" * max(width(text), 3)
            return f"{rule}\n{text}\n{rule}"
        case Paragraph():
            return _hanging(clean(block.label), _words(block.content), PARAGRAPH)
        case ListItem():
            return _hanging(sign(block) or "•", _words(block.content), ITEM + 2 * (block.level - 1))
        case Table():
            return _table(block)
        case Figure():
            picture = _hanging("", f"[Picture: {clean(printable(block.alternative))}]", TABLE)
            caption = _hanging("", _words(block.caption), TABLE + 2)
            return f"{picture}\n{caption}" if caption else picture
    raise AssertionError(block)


def _words(content: Line) -> str:
    return " ".join(printable(words(content)).split(" ")).strip()


def _labelled(label: str, content: Line) -> str:
    return spoken([clean(label), " ".join(_words(content).split())])


def _hanging(label: str, text: str, indent: int) -> str:
    """A wrapped text whose further lines stand under its first word, two blanks after its label."""
    lead = " " * indent + (f"{label}  " if label else "")
    hang = width(lead) if label else indent
    lines = wrap(text, _LINE - hang)
    if not lines:
        return lead.rstrip() if label else ""
    return "\n".join([lead + lines[0], *(" " * hang + further for further in lines[1:])])


def wrap(text: str, room: int, further: int | None = None) -> list[str]:
    """A text in lines of at most `room` columns, those after the first of at most `further`; a longer word has its own line."""
    lines: list[str] = []
    for word in text.split(" "):
        if not word.strip():
            continue
        if lines and width(lines[-1]) + 1 + width(word) <= (room if len(lines) == 1 or further is None else further):
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def _table(table: Table) -> str:
    rows = spread(table)
    caption = _hanging("", _words(table.caption), TABLE + 2)
    if not rows or not rows[0]:
        return _hanging("", _words(table.caption), PARAGRAPH)
    sizes = _sizes(rows)
    out = [caption] if caption else []
    headers = min(table.headers, len(rows))
    out.append(_rule(sizes, "-"))
    for place, row in enumerate(rows, start=1):
        out += _row(row, sizes)
        out.append(_rule(sizes, "=" if place == headers else "-"))
    return "\n".join(out)


def _rule(sizes: list[int], sign_: str) -> str:
    return " " * TABLE + "+" + "+".join(sign_ * (size + 2) for size in sizes) + "+"


def _row(row: list[Cell], sizes: list[int]) -> list[str]:
    cells = [_cell(cell, size) for cell, size in zip(row, sizes, strict=True)]
    height = max(1, *map(len, cells))
    lines = [[cell[at] if at < len(cell) else "" for cell in cells] for at in range(height)]
    return [" " * TABLE + "|" + "|".join(f" {pad(text, size)} " for text, size in zip(line, sizes, strict=True)) + "|" for line in lines]


def _cell(cell: Cell, size: int) -> list[str]:
    """The printed lines of a cell: what is wrapped hangs by two."""
    out: list[str] = []
    for content in cell.lines:
        lines = wrap(_words(content), size, size - _HANG)
        out += [line if at == 0 else " " * _HANG + line for at, line in enumerate(lines)]
    return out


def _sizes(rows: list[list[Cell]]) -> list[int]:
    """The columns' widths: as wide as their widest line where all fit, else the room shared by need, but never narrower than a word."""
    columns = list(zip(*rows, strict=True))
    natural = [max([1, *(width(_words(content)) for cell in column for content in cell.lines)]) for column in columns]
    least = [
        max([1, *(width(word) + _HANG for cell in column for content in cell.lines for word in _words(content).split(" "))])
        for column in columns
    ]
    room = _LINE - TABLE - 1 - 3 * len(columns)
    if sum(natural) <= room:
        return natural
    sizes = [min(a, max(b, _NARROWEST)) for a, b in zip(natural, least, strict=True)]
    spare = room - sum(sizes)
    need = [a - b for a, b in zip(natural, sizes, strict=True)]
    total = sum(need) or 1
    return [size + max(0, spare * more // total) for size, more in zip(sizes, need, strict=True)]
