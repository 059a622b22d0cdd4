"""Tables that a text has flattened to lines, put together again: a line of column heads, and below it a line a row.

    Service Priority Response Time Resolution Time
    Ledger P1 (Critical) 1 hour 4 hours

Where each row begins with a class of incidents, rows and heads may also go over several lines. The heads are told by the words that head
columns, the cells by what they hold: a class, figures, what stands before and behind them. The text stays as long as it was, character
for character, so that every offset still counts.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from sladocs.extract.en.heads import Column
from sladocs.extract.en.quantities import find_quantities
from sladocs.extract.headers import Head, read_head
from sladocs.extract.mentions import find_metrics, find_priorities, is_priority
from sladocs.extract.places import CellSpan, Span
from sladocs.extract.tables import is_header
from sladocs.model.document import Block, Cell, Document, Heading, ListItem, Paragraph, Run, Table, block_text, words

_LONGEST_HEADER: Final = 140
_MOST_HEADS: Final = 12
"""The most lines that a row of heads goes over."""
_MOST_LINES: Final = 40
"""The most lines that a table of classes goes over."""
_LONGEST_ROW: Final = 240
_LONGEST_HEAD: Final = 6
"""The most words that head one column."""
_UNKNOWN: Final = 2.2
_SURPLUS: Final = 1.19
_SENTENCE: Final = re.compile(r"\b(?:the|are|is|shall|will|must|may|should|if|when|which|that)\b|[.;]\s+[A-Z]|[:,]$", re.IGNORECASE)
_MODIFIER: Final = re.compile(
    r"(?:target|guaranteed|maximum|max|minimum|initial|first|agreed|committed|average|expected|service|sla)\s+(?=\S)", re.IGNORECASE
)
"""A word before the name of a metric that heads no column of its own there."""
_MEASURE: Final = re.compile(r"\s+(?:times?|rates?|percentage|targets?|goals?|levels?|intervals?)\s*$", re.IGNORECASE)
"""What is measured, behind the name of a metric."""
_DIGIT: Final = re.compile(r"\d|\bnext\b|\bsame\b|\bn/?a\b", re.IGNORECASE)
_CLASS: Final = re.compile(
    r"(?:[ps]\W?\d|\d\b|[a-e]\b|sev|prio|level|class|categor|code|tier|type|critical|urgent|emergenc|block|fatal|high|major|serious|severe|medium"
    r"|moderate|normal|standard|routine|minor|low|cosmetic|inform|planning|very|non|red|amber|yellow|green)",
    re.IGNORECASE,
)
"""How the name of a class begins, which is looked at before it is read."""
_COMPOUND: Final = re.compile(r"(?<=[a-z])\s+(?=\d)", re.IGNORECASE)
_VOID: Final = re.compile(r"(?<!\S)(?:n/?a|t\.?b\.?[ad]\.?|best efforts?|none|immediate(?:ly)?)(?!\S)", re.IGNORECASE)
_VALUES: Final = (Column.TARGET, Column.MINIMUM, Column.VALUE, Column.BAND, Column.CREDIT)


@dataclass(frozen=True, slots=True)
class _Row:
    """A line cut into cells: where each begins, and how many columns it spans."""

    text: str
    cells: tuple[tuple[int, int], ...]


def unflattened(document: Document) -> Document:
    """The document with its flattened tables as tables; the same where there is none."""
    blocks = list(_rebuilt(document.blocks))
    if len(blocks) == len(document.blocks):
        return document
    made = document.model_copy(update={"front": (), "body": tuple(blocks), "signatures": ()})
    return made if made.text.split() == document.text.split() and len(made.text) == len(document.text) else document


def _rebuilt(blocks: Sequence[Block]) -> Iterator[Block]:
    done: list[Block] = []
    place = 0
    while place < len(blocks):
        heads = _heads(blocks[place]) if _may_be_row(blocks[place + 1 : place + 2]) else None
        rows = list(_rows(blocks[place + 1 :], heads)) if heads else []
        if heads is not None and len(rows) >= 2:
            done.append(_table(blocks[place], _Row(block_text(blocks[place]), tuple((start, 1) for start, _ in heads)), rows))
            place += 1 + len(rows)
        elif (ladder := _ladder(done, blocks[place : place + _MOST_LINES])) is not None:
            top, over, rows, used = ladder
            first = done[-over]
            del done[-over:]
            done.append(_table(first, top, rows))
            place += used
        else:
            done.append(blocks[place])
            place += 1
    yield from done


def _table(first: Block, top: _Row, rows: Sequence[_Row]) -> Table:
    return Table(rows=tuple(_cells(row) for row in (top, *rows)), headers=1, page=first.page, source=first.source)


def _cells(row: _Row) -> tuple[Cell, ...]:
    ends = [start - 1 for start, _ in row.cells[1:]] + [len(row.text)]
    return tuple(
        Cell(lines=((Run(text=row.text[start:end]),),), columns=columns) for (start, columns), end in zip(row.cells, ends, strict=True)
    )


def _line(block: Block, longest: int) -> str | None:
    """The words of a block that may be a line of a table; None of one that is none."""
    if not isinstance(block, Paragraph | Heading | ListItem) or (isinstance(block, Paragraph) and block.role in ("title", "subtitle")):
        return None
    text = block_text(block)
    return text if 0 < len(text) <= longest and not _SENTENCE.search(text) and "  " not in text and words(block.content) else None


# --- the line of heads ------------------------------------------------------------------------------------------------------


def _heads(block: Block) -> list[tuple[int, Head]] | None:
    """Where each column's head begins in a line of heads, and what it says; None for any other line."""
    text = _line(block, _LONGEST_HEADER)
    if text is None or text.endswith((".", ":")) or not isinstance(block, Heading | Paragraph) or block.label:
        return None
    return _split(text)


@lru_cache(maxsize=512)
def _split(text: str) -> list[tuple[int, Head]] | None:
    starts = [match.start() for match in re.finditer(r"\S+", text)]
    if not 2 <= len(starts) <= 20 or find_quantities(text):
        return None
    ends = [*(start - 1 for start in starts[1:]), len(text)]
    best: list[tuple[float, tuple[int, ...]]] = [(0.0, ())]
    for last in range(len(starts)):
        options = []
        for first in range(max(0, last - _LONGEST_HEAD + 1), last + 1):
            cost, path = best[first]
            options.append((cost + _cost(text[starts[first] : ends[last]]), (*path, first)))
        best.append(min(options, key=lambda option: option[0]))
    firsts = best[-1][1]
    bounds = [*firsts[1:], len(starts)]
    pieces = [(starts[a], text[starts[a] : ends[b - 1]]) for a, b in zip(firsts, bounds, strict=True)]
    unknown = sum(1 for _, piece in pieces if _cost(piece) >= _UNKNOWN)
    heads = [(start, _head(piece, start)) for start, piece in pieces]
    values = [head for _, head in heads if _is_value(head)]
    named = any(head.metric or head.column in (Column.PRIORITY, Column.METRIC, Column.SERVICE, Column.CREDIT) for _, head in heads)
    return heads if len(heads) >= 2 and unknown <= 1 and values and named else None


@lru_cache(maxsize=8192)
def _cost(piece: str) -> float:
    """How ill words head one column: about 1 of a known head, more of one with words too many, most of unknown words."""
    count = len(piece.split())
    modifier = _MODIFIER.match(piece)
    lead = modifier.end() if modifier else 0
    named = [
        len(piece[lead if m.start == lead else m.start : m.end].split())
        + bool(lead and m.start == lead)
        + bool(_MEASURE.match(piece, m.end))
        for m in find_metrics(piece)
        if not m.weak or piece[:lead] + piece[m.start : m.end] == piece
    ]
    options = [_UNKNOWN + 0.6 * (count - 1)]
    if named and 2 * max(named) >= count:
        options.append(1.0 + _SURPLUS * (count - max(named)))
    if is_header(piece):
        options.append(1.0 if _head(piece, 0).column is not Column.TEXT else 1.0 + _SURPLUS * (count - 1))
    return min(options)


def _head(piece: str, start: int) -> Head:
    span = Span(0, start, piece, piece)
    return read_head([CellSpan(span, (span,))], [False])


def _is_value(head: Head) -> bool:
    return bool(head.metric) or head.column in _VALUES


# --- rows that begin with a class -----------------------------------------------------------------------------------------------


def _ladder(above: Sequence[Block], blocks: Sequence[Block]) -> tuple[_Row, int, list[_Row], int] | None:
    """A table whose rows each begin with a class, from the first of `blocks` on, which may go over several of them.

    Returns the row of heads, how many blocks above it takes, the rows, and how many blocks they take; None where there is no such table.
    """
    if not _begins_with_class(blocks[0]):
        return None
    texts = [block_text(block) for block in itertools.takewhile(_is_text, blocks)]
    starts = list(itertools.accumulate((len(text) + 1 for text in texts), initial=0))
    whole = " ".join(texts)
    for over in range(1, min(len(above), _MOST_HEADS) + 1):
        lines = above[-over:]
        if not _may_head(lines[0]):
            return None
        header = " ".join(block_text(block) for block in lines)
        heads = _split(header)
        if heads is None or not any(head.column is Column.PRIORITY for _, head in heads[:2]):
            continue
        cut = list(_class_rows(whole, set(starts), [head for _, head in heads]))
        if len(cut) < 2:
            continue
        end = cut[-1].end
        used = next(n for n, start in enumerate(starts) if start > end or start == len(whole) + 1)
        last = _row(whole[cut[-1].start : starts[used] - 1], [head for _, head in heads])
        rows = [row for piece in cut[:-1] if (row := _row(whole[piece.start : piece.end].rstrip(), [head for _, head in heads]))]
        if last is None or len(rows) < len(cut) - 1:
            continue
        return _Row(header, tuple((start, 1) for start, _ in heads)), over, [*rows, last], used
    return None


@dataclass(frozen=True, slots=True)
class _Piece:
    start: int
    end: int


def _class_rows(text: str, starts: Iterable[int], heads: Sequence[Head]) -> Iterator[_Piece]:
    """The rows: from a class, at the beginning of a block or right behind a figure, to the next."""
    anchors = _anchors(text)
    begins: dict[str, int] = {}
    for place in sorted({*starts, *(end + 1 for _, end in anchors)}):
        if any(a <= place < b for a, b in anchors) or not (end := _class_end(text, place)):
            continue
        if not begins or any(max(begins.values()) < a < place for a, _ in anchors):
            begins.setdefault(text[place:end].lower(), place)
    values = sum(_is_value(head) for head in heads)
    for start, end in itertools.pairwise([*begins.values(), len(text) + 1]):
        inside = [anchor for anchor in anchors if start <= anchor[0] < end]
        last = end > len(text)
        if not inside or (len(inside) > values and not last):
            return
        yield _Piece(start, inside[min(len(inside), values) - 1][1] if last else end)


def _class_end(text: str, place: int) -> int:
    """Where the class that stands at a place ends; 0 where there is none."""
    ends = [place + match.end() for match in itertools.islice(re.finditer(r"\S+", text[place : place + _LONGEST_HEAD * 15]), _LONGEST_HEAD)]
    return next((end for end in reversed(ends) if is_priority(text[place:end].strip(" :-\u2013"))), 0)


def _is_text(block: Block) -> bool:
    return isinstance(block, Paragraph | ListItem) or (isinstance(block, Heading) and not block.label)


def _may_head(block: Block) -> bool:
    """Whether a block may be a line of a row of heads."""
    text = _line(block, _LONGEST_HEADER) if not isinstance(block, ListItem) else None
    return text is not None and not text.endswith((".", ":")) and not find_quantities(text)


def _may_be_row(blocks: Sequence[Block]) -> bool:
    """Whether the next block is a short one with a figure, which costs little to tell."""
    return any(
        not isinstance(block, Table) and _DIGIT.search(text) is not None
        for block in blocks
        if len(text := block_text(block)) <= _LONGEST_ROW
    )


def _begins_with_class(block: Block) -> bool:
    return _is_text(block) and _CLASS.match(text := block_text(block)) is not None and _class_end(text, 0) > 0


# --- the rows ----------------------------------------------------------------------------------------------------------------


def _rows(blocks: Sequence[Block], heads: Sequence[tuple[int, Head]]) -> Iterator[_Row]:
    """The lines below the heads that are rows of their table."""
    for block in blocks:
        text = _line(block, _LONGEST_ROW)
        row = _row(text, [head for _, head in heads]) if text else None
        if row is None:
            return
        yield row


def _row(text: str, heads: Sequence[Head]) -> _Row | None:
    """A line cut into the cells of its row; None where its figures do not fit the columns."""
    values = [place for place, head in enumerate(heads) if _is_value(head)]
    first, last = values[0], values[-1]
    anchors = _anchors(text)
    if heads[first].column is Column.BAND and len(values) > 1:
        anchors = [anchors[0], *anchors[1 - len(values) :]] if len(anchors) >= len(values) else []
    if not 1 <= len(anchors) <= len(values) + (last < len(heads) - 1):
        return None
    anchors = anchors[: len(values)]
    cells = list(_leading(text[: anchors[0][0]], heads[:first])) if first else []
    if first and not cells:
        return None
    for (start, _), place, following in zip(anchors, values, [*values[1:], last + 1], strict=False):
        cells.append((start if cells else 0, following - place))
    rest = len(heads) - sum(columns for _, columns in cells)
    tail = text[anchors[-1][1] :]
    if rest and len(anchors) == len(values) and (cut := re.match(r"\S*(?:\s+\([^)]*\))?\s+(?=\S)", tail)):
        cells.append((anchors[-1][1] + cut.end(), rest))
    elif rest:
        cells[-1] = (cells[-1][0], cells[-1][1] + rest)
    whole = all(start == 0 or text[start - 1] == " " for start, _ in cells)
    return _Row(text, tuple(cells)) if whole and sum(columns for _, columns in cells) == len(heads) else None


def _anchors(text: str) -> list[tuple[int, int]]:
    """Where the figures of a row stand, and the words in the place of one, without those of a class ("P1", "Severity 2")."""
    classes = [(p.start, p.end) for p in find_priorities(text)]
    found = [(q.lead, q.end) for q in find_quantities(text)] + [match.span() for match in _VOID.finditer(text)]
    free = [span for span in found if not any(start < span[1] and span[0] < end for start, end in classes)]
    return sorted(part for span in free for part in _parts(text, *span))


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Two figures of different cells that look like one: "1 Hour 15 Minutes"."""
    second = _COMPOUND.search(text, start, end)
    if second:
        yield start, second.start()
        yield second.end(), end
    else:
        yield start, end


def _leading(text: str, heads: Sequence[Head]) -> Iterator[tuple[int, int]]:
    """The cells before the first figure: a class at either end is a cell of its own where the heads have one there."""
    lead = text.rstrip()
    if not lead:
        return
    ranked = next((place for place, head in enumerate(heads) if head.column is Column.PRIORITY), None)
    end = _class_end(lead, 0)
    if ranked is not None and ranked + 1 < len(heads) and end:
        end = _closed(lead, end)
        if end < len(lead) and lead[end] == " ":
            yield 0, ranked + 1
            yield end + 1, len(heads) - ranked - 1
            return
    classes = find_priorities(lead)
    if len(heads) > 1 and classes and heads[-1].column is Column.PRIORITY and _closed(lead, classes[-1].end) == len(lead):
        start = classes[-1].start
        if start and lead[start - 1] == " ":
            yield 0, len(heads) - 1
            yield start, 1
            return
    yield 0, len(heads)


def _closed(text: str, end: int) -> int:
    """The end of a class with the words in brackets behind it."""
    match = re.match(r"\s*\([^)]*\)|\s*[-\u2013:]", text[end:])
    return end + match.end() if match else end
