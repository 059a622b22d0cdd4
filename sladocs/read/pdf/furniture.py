"""What stands on page after page beside the text: running heads and feet, and the numbers of the pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from sladocs.read.pdf.lines import Segment
from sladocs.read.pdf.page import Page, Rule

Row = list[Segment]

_DEEP: Final = 5
"""Lines from an edge of the page that may be furniture."""
_BELOW: Final = 12
"""Lines below a repeated one that tell whether it heads a table."""
_ZONE: Final = 0.17
"""The share of the page's height at either end in which furniture stands."""
_LARGER: Final = 0.6
"""Points by which the words of headings are larger than the text."""
_NEAR: Final = 4.0
"""Points by which a running head may stand elsewhere on another page."""
_LOOSE: Final = 14.0
"""Points from which a line stands too far from the text to be the upper or lower line of a table."""
_HEADLINE: Final = 1.5
"""Points by which the words of an underlined heading are larger than the text."""
_PAGE_NUMBER: Final = re.compile(
    r"[-\u2013\u2014|\s\[(]*(?:(?:page|p\.|pg\.?|seite|sheet)\s*)?(?:\d{1,4}|[ivxlc]{1,6}|[A-Z]{1,2}-\d{1,3})"
    r"(?:\s*(?:of|/|\|)\s*(?:\d{1,4}|[ivxlc]{1,6}))?[-\u2013\u2014|\s\])]*",
    re.IGNORECASE,
)
_NAMED_NUMBER: Final = re.compile(r"(?:^|\s)(?:page|pg\.?)\s*\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?$", re.IGNORECASE)
_DIGITS: Final = re.compile(r"\d+")


@dataclass
class _Edge:
    """The lines at the upper or lower edge of a page, the outermost first; `size` is that of the document's text."""

    page: Page
    rows: list[Row]
    size: float
    upper: bool
    taken: int = 0
    shapes: list[str] = field(default_factory=list)
    places: list[float] = field(default_factory=list)

    def __post_init__(self) -> None:
        for row in self.rows:
            self.shapes.append(_DIGITS.sub("#", text_of(row)).lower())
            self.places.append(row[0].bottom if self.upper else self.page.height - row[0].bottom)


def text_of(row: Sequence[Segment]) -> str:
    """The words of a line."""
    return row[0].text if len(row) == 1 else " ".join([part.text for part in row])


def without_furniture(pages: Sequence[Page], rows: Sequence[list[Row]]) -> list[list[Row]]:
    """The lines of each page without running heads, running feet and page numbers."""
    left: list[list[Row]] = [list(page_rows) for page_rows in rows]
    size = _usual_size(rows)
    for upper in (True, False):
        edges = [_edge(page, page_rows, size, upper=upper) for page, page_rows in zip(pages, left, strict=True)]
        known = _repeated(edges)
        for at, edge in enumerate(edges):
            count = _set_apart(edge, _taken(edge, known), left[at])
            count = _above_tables(edge, count, left[at]) if upper else count
            if count:
                _without_lines(pages[at], edge.rows[:count], left[at][count:] if upper else left[at][:-count], upper=upper)
                left[at] = left[at][count:] if upper else left[at][:-count]
    return left


def _without_lines(page: Page, taken: Sequence[Row], text: Sequence[Row], *, upper: bool) -> None:
    """Take away the drawn lines that part running heads and feet from the text: those nearer to them than to the text, or far from both."""
    foot = max(part.bottom for row in taken for part in row)
    head = min(part.top for row in taken for part in row)
    begins = min((part.top for row in text for part in row), default=page.height)
    ends = max((part.bottom for row in text for part in row), default=0.0)
    level = [rule for rule in page.rules if rule.x1 - rule.x0 > rule.bottom - rule.top]
    uprights = [rule for rule in page.rules if rule.bottom - rule.top >= rule.x1 - rule.x0]
    gone = set()
    for rule in level:
        at = (rule.top + rule.bottom) / 2
        beside, off = (at - foot, begins - at) if upper else (head - at, at - ends)
        if off > 0 and (beside < off or off > _LOOSE) and not any(_touches(rule, upright) for upright in uprights):
            gone.add(id(rule))
    if gone:
        page.rules = [rule for rule in page.rules if id(rule) not in gone]
    edge = foot if upper else head
    page.boxes = [box for box in page.boxes if not (box.bottom <= edge + 2 if upper else box.top >= edge - 2)]


def without_underlines(page: Page, rows: Sequence[Row], size: float) -> list[Rule]:
    """The drawn lines of a page without those close below a single line of words larger than the text, whose size is `size`: underlines."""
    heads = [row[0] for row in rows if len(row) == 1 and row[0].words[0].size >= size + _HEADLINE]
    if not heads or not page.rules:
        return page.rules
    level = [rule for rule in page.rules if rule.x1 - rule.x0 > rule.bottom - rule.top]
    gone = set()
    for head in heads:
        below = [rule for rule in level if -0.2 * size < rule.top - head.bottom < size and rule.x0 < head.x1 and rule.x1 > head.x0]
        above = any(0 < head.top - rule.bottom < size for rule in level)
        if below and not above:
            gone |= {id(rule) for rule in below}
    return [rule for rule in page.rules if id(rule) not in gone]


def _touches(rule: Rule, upright: Rule) -> bool:
    return rule.x0 - 2 <= upright.x0 <= rule.x1 + 2 and upright.top - 2 <= rule.top <= upright.bottom + 2


def _edge(page: Page, rows: Sequence[Row], size: float, *, upper: bool) -> _Edge:
    limit = _ZONE * page.height
    near = rows[:_DEEP] if upper else rows[: -_DEEP - 1 : -1]
    kept = [row for row in near if (row[0].bottom <= limit if upper else row[0].top >= page.height - limit)]
    return _Edge(page, kept, size, upper)


def _in_tall_grid(row: Row, page: Page) -> bool:
    """Whether a line stands between three or more upright lines of a table that takes up much of its page."""
    middle = (row[0].top + row[0].bottom) / 2
    tall = 0.2 * page.height
    return len({round(rule.x0) for rule in page.rules if rule.bottom - rule.top > tall and rule.top < middle < rule.bottom}) > 2


def _repeated(edges: Sequence[_Edge]) -> dict[str, list[float]]:
    """The shapes of lines that stand at the same place of several pages, with these places.

    Lines that differ in their numbers count only if they are not larger than the text: headings ("Appendix 1", "Appendix 2") are.
    """
    counted: dict[str, list[tuple[float, int]]] = {}
    texts: dict[str, set[str]] = {}
    for number, edge in enumerate(edges):
        for row, shape, place in zip(edge.rows, edge.shapes, edge.places, strict=True):
            if row[0].words[0].size > edge.size + _LARGER and "#" in shape:
                texts.setdefault(shape, set()).add(text_of(row))
            counted.setdefault(shape, []).append((place, number))
    for shape, known in texts.items():
        if len(known) > 1 and not _NAMED_NUMBER.search(shape.replace("#", "1")):
            del counted[shape]
    found: dict[str, list[float]] = {}
    ruled = {
        shape
        for edge in edges
        if edge.page.rules
        for shape, row in zip(edge.shapes, edge.rows, strict=True)
        if _in_tall_grid(row, edge.page)
    }
    for shape, seen in counted.items():
        if shape in ruled or len({number for _, number in seen}) < 2:
            continue
        places = Counter(round(place / _NEAR) for place, _ in seen)
        kept = [place * _NEAR for place in places if places[place] + places[place - 1] + places[place + 1] >= 2]
        if kept and not _in_the_text(edges, shape, seen):
            found[shape] = kept
    return found


def _in_the_text(edges: Sequence[_Edge], shape: str, seen: Sequence[tuple[float, int]]) -> bool:
    """Whether other pages have text of their own where these have the line, so that it is text that happens to be repeated."""
    numbers = {number for _, number in seen}
    place = Counter(round(place, 0) for place, _ in seen).most_common(1)[0][0]
    shapes = Counter(one for edge in edges for one in set(edge.shapes))
    others = sum(
        any(at <= place + 1 and shapes[one] == 1 for one, at in zip(edge.shapes, edge.places, strict=True))
        for number, edge in enumerate(edges)
        if number not in numbers
    )
    return others > 0.34 * len(numbers) and not _NAMED_NUMBER.search(shape.replace("#", "1"))


def _taken(edge: _Edge, known: dict[str, list[float]]) -> int:
    """How many lines from the edge of a page are furniture."""
    taken = 0
    for at, (row, shape, place) in enumerate(zip(edge.rows, edge.shapes, edge.places, strict=True)):
        repeated = shape in known and any(abs(place - one) <= 2 * _NEAR for one in known[shape])
        text = text_of(row)
        numbers = bool(_PAGE_NUMBER.fullmatch(text)) or (bool(_NAMED_NUMBER.search(text)) and len(text) < 90)
        part = _is_part(shape, place, known)
        if repeated or part or (numbers and (len(text) > 2 or edge.page.number > 1 or not edge.upper)):
            taken = at + 1
        elif taken == at and at + 1 < len(edge.rows) and _is_deeper(edge, at + 1, known):
            continue
        else:
            break
    return taken


def _set_apart(edge: _Edge, count: int, rows: Sequence[Row]) -> int:
    """How many of the outermost lines are furniture, given that it is set apart from the text: not as near to it as its lines are."""
    inwards = rows if edge.upper else rows[::-1]
    while 0 < count < len(inwards) - 1 and not _PAGE_NUMBER.fullmatch(text_of(inwards[count - 1])):
        gap, usual = _gap(inwards[count - 1], inwards[count]), _gap(inwards[count], inwards[count + 1])
        if gap > usual + 1 or gap > 0.8 * (inwards[count][0].bottom - inwards[count][0].top):
            break
        count -= 1
    return count


def _gap(one: Row, other: Row) -> float:
    """The white between two neighbouring lines."""
    return max(other[0].top - one[0].bottom, one[0].top - other[0].bottom)


def _usual_size(rows: Sequence[Sequence[Row]]) -> float:
    """The size of most lines."""
    counted = Counter(round(part.words[0].size, 1) for page in rows for row in page for part in row[:1])
    return counted.most_common(1)[0][0] if counted else 10.0


def _above_tables(edge: _Edge, count: int, rows: Sequence[Row]) -> int:
    """How many of the first lines are furniture if header rows of a table, which are repeated too, are none."""
    while (
        count
        and len(rows) > count
        and (_ruled_into(edge.page, rows[count - 1], rows[count]) or _in_columns(rows[count - 1], rows[count : count + _BELOW]))
    ):
        count -= 1
        while count and rows[count][0].top - rows[count - 1][0].bottom < 0.6 * (rows[count][0].bottom - rows[count][0].top):
            count -= 1
    return count


def _ruled_into(page: Page, row: Row, below: Row) -> bool:
    """Whether upright lines run from a line of text down into the next one."""
    middle, reach = (row[0].top + row[0].bottom) / 2, (below[0].top + below[0].bottom) / 2
    ends: dict[int, list[tuple[float, float]]] = {}
    for rule in page.rules:
        if rule.bottom - rule.top > rule.x1 - rule.x0:
            ends.setdefault(round(rule.x0 / 3), []).append((rule.top, rule.bottom))
    through = 0
    for spans in ends.values():
        lowest = middle
        for top, bottom in sorted(spans):
            if top <= lowest + 3:
                lowest = max(lowest, bottom) if top <= middle or lowest > middle else lowest
        through += lowest >= reach
    return through > 1


def _in_columns(row: Row, below: Sequence[Row]) -> bool:
    """Whether the parts of a line begin where those of the lines below it do, apart from the first part."""
    starts = [part.x0 for part in row[1:]]
    if len(starts) < 2:
        return False
    met = [{start for part in line for start in starts if abs(part.x0 - start) < 2} for line in below]
    return len(set().union(*met)) > 1 or sum(map(bool, met)) * 2 > len(met)


def _is_part(shape: str, place: float, known: dict[str, list[float]]) -> bool:
    """Whether a line says part of what a repeated one says at its place: a first page has a shorter running head."""
    words = set(shape.split())
    return any(words < set(one.split()) and any(abs(place - at) <= _NEAR for at in places) for one, places in known.items())


def _is_deeper(edge: _Edge, at: int, known: dict[str, list[float]]) -> bool:
    """Whether the next line towards the text is a repeated one, so that this one, which changes, stands outside it: a section's name."""
    shape, place = edge.shapes[at], edge.places[at]
    return (
        len(edge.shapes[at - 1]) < 80
        and edge.rows[at - 1][0].words[0].size <= edge.size + _LARGER
        and shape in known
        and any(abs(place - one) <= _NEAR for one in known[shape])
    )
