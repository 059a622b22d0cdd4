"""The contract as it is shown beside the entries: its pages as pictures, or its text, with each passage marked."""

from __future__ import annotations

import base64
import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape

from sladocs.model.document import Document, Figure, Heading, ListItem, Paragraph, Table, block_text
from sladocs.report.explanation.rows import Row

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class PagePicture:
    """A page's picture (PNG) with its size in pixels, and the boxes of entries by their paths, as ratios of the page's sides."""

    number: int
    png: bytes
    width: int
    height: int
    boxes: Mapping[str, Sequence[Box]]


# --- pictures of pages --------------------------------------------------------------------------------------------------------


def pictures(pages: Sequence[PagePicture], rows: Sequence[Row]) -> Iterator[str]:
    """Each page as a picture with a box at each passage."""
    by_path = {row.path: row for row in rows}
    seen: set[int] = set()
    for page in pages:
        yield f'<figure class="page"><div class="sheet"><img alt="Page {page.number}" width="{page.width}" height="{page.height}" '
        yield f'src="data:image/png;base64,{base64.b64encode(page.png).decode()}">'
        for path, boxes in page.boxes.items():
            if row := by_path.get(path):
                yield from _boxes(row, boxes, seen)
        yield f"</div><figcaption>Page {page.number}</figcaption></figure>"


def _boxes(row: Row, boxes: Sequence[Box], seen: set[int]) -> Iterator[str]:
    for left, top, right, bottom in boxes:
        style = f"left:{left:.3%};top:{top:.3%};width:{right - left:.3%};height:{bottom - top:.3%}"
        yield f'<a class="box {row.sureness}"{_anchor(row, seen)} style="{style}" href="#e{row.number}" title="{escape(row.words)}"></a>'


def _anchor(row: Row, seen: set[int]) -> str:
    """The name by which the table leads here; the first place of an entry has it."""
    if row.number in seen:
        return f' data-entry="{row.number}"'
    seen.add(row.number)
    return f' id="p{row.number}" data-entry="{row.number}"'


# --- text -----------------------------------------------------------------------------------------------------------------------


def text(document: Document, rows: Sequence[Row]) -> Iterator[str]:
    """The blocks of the document with each passage marked."""
    writer = _Writer([(r.evidence.start, r.evidence.end, r) for r in rows if r.evidence.start is not None and r.evidence.end is not None])
    for block, start in zip(document.blocks, document.starts, strict=True):
        yield from writer.block(block, start)


class _Writer:
    """Writes text with marks; offsets are those of the document's text."""

    def __init__(self, marks: Sequence[tuple[int, int, Row]]) -> None:
        self.marks = marks
        self.seen: set[int] = set()

    def block(self, block: Heading | Paragraph | ListItem | Table | Figure, start: int) -> Iterator[str]:
        words = block_text(block)
        match block:
            case Heading():
                yield f"<h3>{self.marked(words, start)}</h3>"
            case ListItem():
                yield f'<p class="item" style="margin-left:{1.2 * block.level:.1f}em">{self.marked(words, start)}</p>'
            case Table():
                yield from self.table(words, start)
            case _:
                yield f"<p>{self.marked(words, start)}</p>"

    def table(self, words: str, start: int) -> Iterator[str]:
        """A table by its lines of text: a row a line, its cells parted by tabs."""
        yield "<table>"
        for line in words.split("\n"):
            yield "<tr>"
            for cell in line.split("\t"):
                yield f"<td>{self.marked(cell, start)}</td>"
                start += len(cell) + 1
            yield "</tr>"
        yield "</table>"

    def marked(self, words: str, start: int) -> str:
        """The words, which begin at `start`, with each passage in a mark; where passages overlap, the shorter ones stand inside."""
        end = start + len(words)
        here = [(max(a, start), min(b, end), row) for a, b, row in self.marks if a < end and b > start]
        cuts = sorted({start, end, *(a for a, _, _ in here), *(b for _, b, _ in here)})
        parts = []
        for a, b in itertools.pairwise(cuts):
            piece = escape(words[a - start : b - start])
            over = sorted((m for m in here if m[0] <= a and b <= m[1]), key=lambda m: m[1] - m[0])
            for depth, (_, _, row) in enumerate(over):
                anchor = _anchor(row, self.seen)
                if depth == 0:  # links cannot stand in links: the shortest passage is the link, those around it are places to go to
                    piece = f'<a class="mark {row.sureness}"{anchor} href="#e{row.number}">{piece}</a>'
                else:
                    piece = f"<span{anchor}>{piece}</span>"
            parts.append(piece)
        return "".join(parts)
