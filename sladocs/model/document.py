"""The Document: what a document says, in blocks in reading order. It knows no file format and no agreement."""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Annotated, Any, Literal, Self

from pydantic import ConfigDict, Field

from sladocs.model.labels import is_bullet
from sladocs.model.picture import Picture
from sladocs.model.quantity import Model


class Run(Model):
    """Words that share their marks.

    `bold` is emphasis. `defines` is the term that the words define here; `term` the defined term that they use; `refers` the anchor
    of the block that they name ("clause 4.2"); `figure` the path of the figure of the agreement that they print
    ("service_levels/0/value").
    """

    model_config = ConfigDict(str_strip_whitespace=False)  # the blanks at the ends of a run part it from its neighbours

    text: str
    bold: bool = False
    defines: str | None = None
    term: str | None = None
    refers: str | None = None
    figure: str | None = None


Line = tuple[Run, ...]
"""One line of inline text."""


def line(*parts: str | Run) -> Line:
    """A line from plain words and runs."""
    return tuple(Run(text=part) if isinstance(part, str) else part for part in parts)


def words(content: Line) -> str:
    """The text of a line, without its marks."""
    return "".join(run.text for run in content)


class _Block(Model):
    """What all blocks share.

    `anchor` names the block for references inside this document; `page` (from 1) and `source` (part and paragraph of a file) say
    where a reader found it, and are no part of what the document says.
    """

    anchor: str | None = None
    page: int | None = None
    source: str | None = None


class Heading(_Block):
    """A heading of level 1 to 6 with its printed label ("4.2", "Schedule 1", "ARTICLE IV"), empty where it has none."""

    type: Literal["heading"] = "heading"
    level: int = Field(ge=1, le=6)
    label: str = ""
    content: Line


class Paragraph(_Block):
    """A paragraph. A numbered one carries its label ("4.2.1"). `role` says what kind of paragraph it is."""

    type: Literal["paragraph"] = "paragraph"
    role: Literal["body", "title", "subtitle", "definition", "note", "caption"] = "body"
    label: str = ""
    content: Line


class ListItem(_Block):
    """An item of a list, level 1 to 3, with its printed label: "(a)", "(i)", "•"."""

    type: Literal["item"] = "item"
    level: int = Field(ge=1, le=3)
    label: str
    content: Line


class Cell(Model):
    """A cell of a table: lines of inline text. `columns` and `rows` are how many grid places it spans."""

    lines: tuple[Line, ...] = ()
    columns: int = Field(default=1, ge=1)
    rows: int = Field(default=1, ge=1)

    @property
    def text(self) -> str:
        """The cell's text, its lines joined by a blank."""
        return " ".join(words(content) for content in self.lines)


class Table(_Block):
    """A table: rows of cells, of which the first `headers` are header rows; a cell that spans stands once, at its first place.

    `name` is the library's name of the table ("levels"), `description` its alternative text; both are unknown for strangers'
    tables. `layout` marks a table that only places things on the page: signatures.
    """

    type: Literal["table"] = "table"
    name: str | None = None
    caption: Line = ()
    description: str | None = None
    headers: int = Field(default=0, ge=0)
    layout: Literal["data", "signatures"] = "data"
    rows: tuple[tuple[Cell, ...], ...]

    def grid(self) -> list[list[Cell | None]]:
        """The table as a rectangle: a spanning cell stands in each place that it covers, None where there is no cell."""
        filled: dict[tuple[int, int], Cell] = {}
        for r, row in enumerate(self.rows):
            c = 0
            for cell in row:
                while (r, c) in filled:
                    c += 1
                for dr, dc in itertools.product(range(cell.rows), range(cell.columns)):
                    filled[r + dr, c + dc] = cell
                c += cell.columns
        width = max((c for _, c in filled), default=-1) + 1
        return [[filled.get((r, c)) for c in range(width)] for r in range(len(self.rows))]


class Figure(_Block):
    """A picture, by its alternative text. `picture` is what it shows, to be drawn; `image` is a PNG where only that is known."""

    type: Literal["figure"] = "figure"
    alternative: str
    caption: Line = ()
    image: bytes | None = None
    picture: Picture | None = None


Block = Annotated[Heading | Paragraph | ListItem | Table | Figure, Field(discriminator="type")]

ONE_TO_ONE = str.maketrans({
    "\u00a0": " ", "\u2007": " ", "\u202f": " ", "\u2009": " ", "\t": " ", "\n": " ", "\r": " ", "\u037e": ";",
    "\u2018": "'", "\u2019": "'", "\u201a": "'", "\u201b": "'", "\u201c": '"', "\u201d": '"', "\u201e": '"', "\u201f": '"',
    "\u2010": "-", "\u2011": "-", "\u2012": "-", "\u00ad": "-",
})  # fmt: skip
"""Characters that the plain text maps, each to exactly one, so that offsets stay true."""


def block_text(block: Heading | Paragraph | ListItem | Table | Figure) -> str:
    """The plain text of one block; a table has one line a row, its cells parted by tabs."""
    if isinstance(block, Table):
        rows = ["\t".join(cell.text.translate(ONE_TO_ONE) for cell in row) for row in block.rows]
        return "\n".join([*([words(block.caption).translate(ONE_TO_ONE)] if block.caption else []), *rows])
    if isinstance(block, Figure):
        return words(block.caption).translate(ONE_TO_ONE)
    text = words(block.content).translate(ONE_TO_ONE)
    return f"{block.label} {text}" if block.label else text


class Document(Model):
    """A whole document. `front`, `body` and `signatures` are the three places of a style; a reader puts everything into `body`.

    `meta` holds what belongs to the file rather than to its text (running head, version, digest), `data` what the file says about
    itself in its embedded part, if anything; both are furniture, outside equality.
    """

    title: str = ""
    language: str = "en-GB"
    front: tuple[Block, ...] = ()
    body: tuple[Block, ...] = ()
    signatures: tuple[Block, ...] = ()
    meta: dict[str, str] = Field(default_factory=dict)
    data: str | None = None

    @cached_property
    def blocks(self) -> tuple[Heading | Paragraph | ListItem | Table | Figure, ...]:
        """All blocks in reading order."""
        return (*self.front, *self.body, *self.signatures)

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """The plain text of each block."""
        return tuple(block_text(block) for block in self.blocks)

    @cached_property
    def text(self) -> str:
        """The plain text: a block a line, a table row a line. Evidence counts its offsets in code points of this."""
        return "".join(f"{text}\n" for text in self.texts)

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """The offset in `text` at which each block begins."""
        return tuple(itertools.accumulate((len(text) + 1 for text in self.texts), initial=0))[:-1]

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """A copy, with other values for some fields; what was worked out from the old ones is worked out anew."""
        copy = super().model_copy(update=update, deep=deep)
        for name in ("blocks", "texts", "text", "starts"):
            copy.__dict__.pop(name, None)
        return copy


def clean(text: str) -> str:
    """Text in normal form: only characters that XML can hold, NFC, no runs of blanks, none at the ends; no-break space equals blank.

    The byte order mark (U+FEFF), which is no character of a text, is left out.
    """
    composed = unicodedata.normalize("NFC", _NO_TEXT.sub("", text))
    return " ".join(composed.split())


_NO_TEXT = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 does not allow (section 2.2, Char), and the byte order mark."""


def normal(document: Document, *, spans: bool = True, headers: int | None = None) -> tuple[tuple[object, ...], ...]:
    """What two documents must share to say the same: kinds, levels, labels and words of their blocks, in normal form.

    A label and its text are one run of words, since a text may itself begin as a label does; the sign of an unnumbered item is none; a
    block without words says nothing. Formats whose tables cannot hold spans (`spans=False`: a cell's words stand at its first place) or
    more than some rows of headers (`headers`: Markdown has one) are compared without them, and without their empty rows.
    """
    return tuple(_normal_blocks(document, spans=spans, headers=headers))


def _normal_blocks(document: Document, *, spans: bool, headers: int | None) -> Iterator[tuple[object, ...]]:
    for block in document.blocks:
        match block:
            case Heading():
                if text := clean(f"{block.label} {words(block.content)}"):
                    yield ("heading", block.level, text)
            case Paragraph():
                if text := clean(f"{block.label} {words(block.content)}"):
                    yield ("paragraph", text)
            case ListItem():
                if text := _normal_item(block):
                    yield ("item", block.level, text)
            case Table():
                yield from _normal_table(block, spans=spans, headers=headers)
            case Figure():
                yield ("figure", clean(block.alternative), clean(words(block.caption)))


def _normal_item(item: ListItem) -> str:
    """An item's label and words, without the sign of an unnumbered item: each format has its own."""
    label = clean(item.label)
    return clean(f"{'' if is_bullet(label) else label} {words(item.content)}")


def _normal_table(table: Table, *, spans: bool, headers: int | None) -> Iterator[tuple[object, ...]]:
    caption = clean(words(table.caption))
    rows = [tuple(_normal_cell(cell) for cell in row) for row in (table.rows if spans else spread(table))]
    count = min(table.headers, len(rows))
    if headers is not None:
        count = min(headers, sum(any(cell[2] for cell in row) for row in rows[:count]))
        rows = [row for row in rows if any(cell[2] for cell in row)]
    if caption or any(cell[2] for row in rows for cell in row):
        yield ("table", count, caption, tuple(rows))


def spread(table: Table) -> list[list[Cell]]:
    """The table as a rectangle without spans: a spanning cell's lines stand at its first place, the others are empty."""
    taken: dict[tuple[int, int], Cell] = {}
    for r, row in enumerate(table.rows):
        c = 0
        for cell in row:
            while (r, c) in taken:
                c += 1
            taken |= dict.fromkeys(itertools.product(range(r, r + cell.rows), range(c, c + cell.columns)), Cell())
            taken[r, c] = Cell(lines=cell.lines)
            c += cell.columns
    width = max((c for _, c in taken), default=-1) + 1
    return [[taken.get((r, c), Cell()) for c in range(width)] for r in range(len(table.rows))]


def _normal_cell(cell: Cell) -> tuple[int, int, tuple[str, ...]]:
    return (cell.columns, cell.rows, tuple(text for content in cell.lines if (text := clean(words(content)))))
