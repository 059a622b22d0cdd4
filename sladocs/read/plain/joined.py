"""Tables whose rows are lines with single blanks between the cells, as text comes out of a PDF in the order in which it was written.

The figures at the end of the lines tell how many columns there are; the line above the rows names them.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from sladocs.model.document import Table
from sladocs.read.cells import cell

_UNIT: Final = (
    r"(?:(?:business|working|calendar|clock|office|support)\s)?(?:milliseconds?|seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|wks?|"
    r"months?|years?)|ms|h|d|m|s|x|percent|points?|credits?"
)
_AMOUNT: Final = rf"(?:[<>\u2264\u2265=~\u00b1]{{1,2}}\s?)?[$\u20ac\u00a3]?\d[\d.,]*(?<![.,])\s?(?:%|(?:{_UNIT})\b)?\+?"
_BEFORE: Final = (
    r"(?:(?:within|up to|at least|at most|less than|more than|greater than|below|above|under|over|from|after|every|next|maximum|minimum|"
    r"max\.?|min\.?)\s)?"
)
_AFTER: Final = r"(?:\sor\s(?:more|less|higher|lower|greater|above|below|fewer)|\s\((?:[^()]{1,40})\)|\*+)?"
_NONE: Final = (
    r"N/?A|NA|none|nil|TBD|immediate(?:ly)?|best effort|not applicable|\u2013|(?:the )?next (?:business|working) day|"
    r"same (?:business |working )?day|hourly|daily|weekly|monthly"
)
_CELL: Final = re.compile(
    rf"(?:(?<=\s)|^)(?:{_BEFORE}{_AMOUNT}(?:\s?(?:to|\u2013|-|\u2014|/|and)\s?{_BEFORE}{_AMOUNT})?{_AFTER}|{_NONE})$", re.IGNORECASE
)
_HEADS: Final = frozenset(
    "time times target targets level levels percentage percent credit credits credited hours goal sla objective objectives uptime "  # noqa: SIM905
    "availability refund period interval frequency fee rate window value measure measurement threshold commitment guarantee metric "
    "standard requirement score".split()
)
"""Words that end the name of a column, and seldom begin one that has more words."""
_KEYS: Final = frozenset(
    "priority severity level class category type status plan tier metric service parameter code grade item kpi sla".split()  # noqa: SIM905
)
_SMALL: Final = frozenset("of to in for or and per the a an by on with from & / -".split())  # noqa: SIM905
_PARTED: Final = re.compile(r"\S {2,}\S|\t|\|")
_COUNTED: Final = re.compile(r"[A-Z]|\d|I{1,3}|IV")
"""What counts things of one kind: "Tier A", "Tier B"."""
_DIGITS: Final = re.compile(r"\d+")
_LONGEST: Final = 260
_LONGEST_HEAD: Final = 110
_MOST_WORDS: Final = 14
_MOST: Final = 6
_CLEARLY: Final = 1.0
_LIKELY: Final = 3.0
_MOST_LINES: Final = 4
_MOST_ROWS: Final = 60
_UNLIKELY: Final = -4.0
_ROWS: Final = 2
_MORE_ROWS: Final = 3
_SENTENCE: Final = re.compile(r"[.;:,]$|\b(?:shall|will|must|is|are)\b", re.IGNORECASE)
_SIGN: Final = re.compile(r"\s*(?:[^\w\s<>\u2264\u2265~$\u20ac\u00a3(]|\(?[a-z0-9]{1,3}[.)]\s|\d+(?:\.\d+)+\s)")


def with_joined_rows(text: str) -> Iterator[str | Table]:
    """The text in parts: such tables, and what stands between them."""
    lines = text.split("\n")
    said = [at for at, line in enumerate(lines) if line.strip()]
    done = at = 0
    while at < len(said):
        found = _table_at(lines, said, at)
        if found is None:
            at += 1
            continue
        table, first, after = found
        yield "\n".join(lines[done : said[first]])
        yield table
        done = said[after - 1] + 1
        at = after
    yield "\n".join(lines[done:])


def _table_at(lines: Sequence[str], said: Sequence[int], at: int) -> tuple[Table, int, int] | None:
    """The table whose first row is a line, with the places of its header and of the line behind it; None where there is none."""
    if at == 0:
        return None
    found: list[list[str]] = []
    for place in range(at, min(at + _MOST_ROWS, len(said))):
        row = _row(lines[said[place]].strip()) if said[place] - said[place - 1] <= 2 else None
        if row is None:
            break
        found.append(row)
    if not found:
        return None
    width = Counter(map(len, found)).most_common(1)[0][0] - 1
    found = list(itertools.takewhile(lambda one: len(one) > width or _is_like(one, found[0]), found))
    if not found:
        return None
    after = at + len(found)
    rows = _numbered(found)
    width = min(width, max(len(one) for one in rows) - 1)
    if len(rows) < _ROWS or (any(not one[0] for one in rows) and width < 2):
        return None
    cells = [_of_width(one, width) for one in rows]
    if all(not one[0] for one in cells):
        cells, width = [one[1:] for one in cells], width - 1
    elif any(not one[0] for one in cells):
        return None
    names = _header(lines, said, at, width + 1)
    if names is None:
        return None
    head, first = names
    if not _is_sure(head, cells):
        return None
    return Table(rows=tuple(tuple(cell(text) for text in one) for one in (head, *cells)), headers=1), first, after


def _is_sure(head: Sequence[str], cells: Sequence[Sequence[str]]) -> bool:
    """Whether names and rows are a table's: many, or in several columns, and such that a name says what is counted."""
    if len(head) > 2:
        return True
    measured = head[1].split()[-1].lower().strip("()*%") in _HEADS
    counts = all(_DIGITS.fullmatch(row[1]) for row in cells)
    return (measured or not counts) and (len(cells) >= _MORE_ROWS or all(name[:1].isupper() for name in head))


def _row(line: str) -> list[str] | None:
    """The cells of a line, words first and then its figures; None where it is no row."""
    if len(line) > _LONGEST or _PARTED.search(line) or _SIGN.match(line):
        return None
    cells: list[str] = []
    while len(cells) < _MOST and (found := _CELL.search(line)):
        cells.insert(0, found.group())
        line = line[: found.start()].rstrip()
    return [line, *cells] if cells and not line.endswith((".", ":", ",", ";")) else None


def _numbered(rows: Sequence[list[str]]) -> list[list[str]]:
    """The rows, their first figure joined to the key where it numbers the keys, which are one word for all of them."""
    numbers = [row[1] for row in rows]
    if (
        len({row[0] for row in rows}) > 1
        or not rows[0][0]
        or numbers != [str(int(numbers[0]) + k) if numbers[0].isdigit() else "" for k in range(len(rows))]
    ):
        return list(rows)
    return [[f"{row[0]} {row[1]}", *row[2:]] for row in rows]


def _is_like(row: Sequence[str], first: Sequence[str]) -> bool:
    """Whether the key of a row is of the kind of another one's: "S4" and "S1"."""
    return bool(row[0]) and _DIGITS.sub("#", row[0]) == _DIGITS.sub("#", first[0])


def _of_width(row: Sequence[str], width: int) -> list[str]:
    """A row with so many figures: further ones are words of its key, as a number of its class is; cells that it lacks are empty."""
    extra = len(row) - 1 - width
    if extra < 0:
        return [*row, *[""] * -extra]
    return [" ".join(filter(None, row[: extra + 1])), *row[extra + 1 :]]


def _header(lines: Sequence[str], said: Sequence[int], at: int, width: int) -> tuple[list[str], int] | None:
    """The names of so many columns in the line above a row, or in up to three, and the first of these lines."""
    words: list[str] = []
    best: tuple[float, list[str], int] | None = None
    for place in range(at - 1, max(at - 1 - _MOST_LINES, -1), -1):
        line = lines[said[place]].strip()
        if not any(ch.isalpha() for ch in line):
            continue
        if said[place + 1] - said[place] > 2 or len(line) > _LONGEST_HEAD or _SENTENCE.search(line) or any(ch.isdigit() for ch in line):
            break
        words = [*line.split(), *words]
        names = _names(words, width) if len(words) >= width else None
        if names and (best is None or names[0] > best[0] + _CLEARLY):
            best = *names, place
        if best and best[0] >= _LIKELY:
            break
    return (best[1], best[2]) if best else None


def _names(words: Sequence[str], width: int) -> tuple[float, list[str]] | None:
    """Words parted into the names of columns as they are most likely meant, and how likely; None where they are too many to be names."""
    if len(words) > _MOST_WORDS or width < 2:
        return None
    best: tuple[float, list[str]] | None = None
    for cuts in itertools.combinations(range(1, len(words)), width - 1):
        groups = [words[a:b] for a, b in itertools.pairwise((0, *cuts, len(words)))]
        score = _likelihood(groups)
        if best is None or score > best[0]:
            best = score, [" ".join(group) for group in groups]
    return best if best and best[0] > _UNLIKELY else None


def _likelihood(groups: Sequence[Sequence[str]]) -> float:
    """How well words are parted into names: names end with what is measured, begin with a capital, and are about as long."""
    score = 0.0
    for group in groups:
        first, last = group[0].lower(), group[-1].lower().strip("()*")
        text = " ".join(group)
        if first in _SMALL or first.startswith("(") or last in _SMALL or text.count("(") != text.count(")"):
            score -= 5
        if len(group) > 1:
            score += 2 * (last in _HEADS) - 1.5 * (first in _HEADS)
        score -= 0.4 * (len(group) - 1) ** 2 / 2 + (group[0][:1].islower())
        score -= 1.0 * sum(word.lower() in _HEADS for word in group[:-1])
    score += 1.5 * (groups[0][-1].lower().removesuffix("s") in _KEYS) + 0.5 * (len(groups[0]) == 1) + 2.5 * (groups[0][0].lower() in _KEYS)
    score -= 1.5 * (groups[0][-1].lower() in _HEADS - _KEYS)
    score += 3.0 * sum(one[-1].lower() == other[0].lower() for one, other in itertools.pairwise(groups))
    ends = [[group[at].lower() for group in groups[1:] if len(group) > 1] for at in (0, -1)]
    counted = sum(len(group) > 1 and bool(_COUNTED.fullmatch(group[-1])) for group in groups)
    return score + max(len(alike) - len(set(alike)) for alike in ends) + 1.5 * counted
