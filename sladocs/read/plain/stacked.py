"""Tables whose cells a program wrote one below the other, as those of web pages and of Word's text form are: put side by side again."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from sladocs.model.document import Table
from sladocs.read.cells import cell

_LONGEST: Final = 60
"""Characters of a cell."""
_WIDEST: Final = 7
_FEWEST: Final = 3
_FEWEST_HEADED: Final = 2
"""Rows from which cells that repeat their kinds are a table, without a header and below one."""
_AHEAD: Final = 3
"""Cells further down at which a larger table may begin."""
_PARTED: Final = re.compile(r"\S {2,}\S|\t|\|")
_SIGN: Final = re.compile(
    r"\s*(?:[^\w\s<>\u2264\u2265~$\u20ac\u00a3(+-]|[-*o]\s|\(?[a-z]{1,4}[.)]\s|\d{1,2}[.)]\s|\d{1,2}(?:\.\d+)*\s+[A-Z][a-z]{2,})"
)
_SENTENCE: Final = re.compile(r"[;:,]$|[a-z]{3}\.$")
_BEFORE: Final = (
    r"within|up to|at least|at most|less than|more than|below|above|under|over|max\w*\.?|min\w*\.?|from|after|next|every|between|"
    r"approx\w*\.?|(?:\w+ ){1,3}within"
)
_NONE: Final = r"next (?:business|working) day|n/?a\b|none\b|immediate|best effort|not applicable|-+$"
FIGURE: Final = re.compile(rf"(?:[<>\u2264\u2265=~\u00b1]+|\(?(?:{_BEFORE}))?\s*[$\u20ac\u00a3]?\s*\d|{_NONE}", re.IGNORECASE)
"""How a cell begins that states a figure, or that there is none."""
_MOST: Final = 500
_COUNT: Final = re.compile(r"\d{1,3}\.?")


@dataclass(frozen=True)
class _Stack:
    """Cells from `start` on, `width` in a row, in `rows` rows, the first of which may be a header."""

    start: int
    width: int
    rows: int
    headed: bool = False

    @property
    def size(self) -> int:
        """How many cells it has."""
        return self.width * self.rows


def unstacked(text: str) -> Iterator[str | Table]:
    """The text in parts: such tables, and what stands between them."""
    lines = text.split("\n")
    at = 0
    for run in _runs(lines):
        cells = [lines[place].strip() for place in run]
        for stack in _stacks(cells):
            yield "\n".join(lines[at : run[stack.start]])
            yield _table(cells, stack)
            at = run[stack.start + stack.size - 1] + 1
    yield "\n".join(lines[at:])


def _runs(lines: Sequence[str]) -> Iterator[list[int]]:
    """The places of short lines that follow one another with as many blank lines between them."""
    run: list[int] = []
    for place, line in enumerate(lines):
        text = line.strip()
        if not text:
            continue
        fits = len(text) <= _LONGEST and not (_PARTED.search(text) or _SIGN.match(text) or _SENTENCE.search(text))
        if fits and run and place - run[-1] > 3:
            yield run
            run = []
        if not fits:
            yield run
            run = []
            continue
        run.append(place)
    yield run


def _stacks(cells: Sequence[str]) -> Iterator[_Stack]:
    kinds = [bool(FIGURE.match(text)) for text in cells]
    at = 0
    while at < len(cells):
        near = itertools.chain.from_iterable(_found(cells, kinds, start) for start in range(at, min(at + _AHEAD, len(cells))))
        found = max(near, key=lambda stack: (stack.size, -stack.width, -stack.start), default=None)
        if found is None:
            at += 1
        else:
            yield found
            at = found.start + found.size


def _found(cells: Sequence[str], kinds: Sequence[bool], at: int) -> Iterator[_Stack]:
    """The tables that may begin at a cell."""
    for width in range(2, min(_WIDEST, (len(cells) - at) // 2) + 1):
        head = cells[at : at + width]
        if not any(kinds[at : at + width]) and len(set(head)) == width and not any(ch.isdigit() for name in head for ch in name):
            rows = _alike(cells, kinds, at + width, width)
            if rows >= _FEWEST_HEADED:
                yield _Stack(at, width, rows + 1, headed=True)
        rows = _alike(cells, kinds, at, width)
        if rows >= _FEWEST:
            yield _Stack(at, width, rows)


def _alike(cells: Sequence[str], kinds: Sequence[bool], at: int, width: int) -> int:
    """How many rows of so many cells have figures and words at the same places, and keys of their own; 0 where they state nothing."""
    first = list(kinds[at : at + width])
    if len(first) < width or not any(first) or (first[0] and not _COUNT.fullmatch(cells[at])):
        return 0
    rows, keys = 0, set[str]()
    while rows < _MOST and kinds[at : at + width] == first and cells[at] not in keys:
        keys.add(cells[at])
        rows, at = rows + 1, at + width
    start = at - rows * width
    counts = [cells[start + column : at : width] for column in range(width) if first[column]]
    return 0 if all(_COUNT.fullmatch(text) for column in counts for text in column) else rows


def _table(cells: Sequence[str], stack: _Stack) -> Table:
    """The table that cells make. What stands before the next cell in each row is a header: its name."""
    rows = [list(cells[stack.start + row * stack.width :][: stack.width]) for row in range(stack.rows)]
    named = [c for c in range(1, stack.width - 1) if len({row[c] for row in rows}) == 1 and not FIGURE.match(rows[0][c])]
    if named:
        head = [rows[0][c - 1] if c - 1 in named else "" for c in range(stack.width) if c not in named]
        rows = [head, *([text for c, text in enumerate(row) if c not in named] for row in rows)]
    headers = int(bool(named) or stack.headed)
    return Table(rows=tuple(tuple(cell(text) for text in row) for row in rows), headers=headers)
