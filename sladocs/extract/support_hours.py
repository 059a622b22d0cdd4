"""The hours of support of a document without a table of calendars: where it speaks most plainly of people on duty."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from sladocs.extract.en.calendars import HoursPhrase, parse_days, parse_hours
from sladocs.extract.en.duty import BUSINESS, EXCEPTIONAL, NOT_DUTY, ON_DUTY, PLANS, SAID, STANDARD
from sladocs.extract.places import Span
from sladocs.extract.source import Source
from sladocs.model.agreement import Day, WeeklyHours

_NEAR: Final = 110
"""How far before and behind the hours the words may stand that tell what they are."""
_BEHIND: Final = 40
"""How far behind the hours words may stand that make them hours of something else."""
_LEAST: Final = 2.0
_WEEK: Final = (Day.MON, Day.TUE, Day.WED, Day.THU, Day.FRI)


@dataclass(frozen=True, slots=True)
class _Saying:
    """Words that may state hours: `about` stands over them, `sibling` beside them in a list."""

    span: Span
    about: str
    near: str
    """The nearest heading or the key of a row."""
    sibling: str = ""
    cell: bool = False


def find_support_hours(source: Source) -> tuple[Span, HoursPhrase] | None:
    """The hours of support with where they stand, or None where no words speak of them plainly enough."""
    best: tuple[float, Span, HoursPhrase] | None = None
    for saying in (*_of_statements(source), *_of_cells(source)):
        text = saying.span.text
        if not re.search(r"\d|clock", text):
            continue
        phrase = parse_hours(text)
        if phrase is None:
            continue
        phrase = _with_days(phrase, saying)
        score = _score(phrase, saying)
        if score >= _LEAST and (best is None or score > best[0]):
            best = (score, saying.span.part(*phrase.found), phrase)
    return best[1:] if best else None


def _of_statements(source: Source) -> Iterator[_Saying]:
    statements = source.statements
    for number, statement in enumerate(statements):
        beside = statements[number + 1] if number + 1 < len(statements) else None
        sibling = beside.text if beside and statement.lead and beside.lead == statement.lead and len(beside.text) < 60 else ""
        near = " | ".join((*statement.headings[-2:], statement.lead[-80:]))
        yield _Saying(statement.span, statement.about, near, sibling, cell=statement.cell)


def _of_cells(source: Source) -> Iterator[_Saying]:
    """The short cells of tables, under the head of their column and beside the first cell of their row."""
    for index in source.tables:
        if index in source.of_names:
            continue
        grid = source.grid(index)
        for row in grid[1:]:
            for column, cell in enumerate(row[1:], start=1):
                if cell is None or cell.empty or len(cell.span.text) > 60:
                    continue
                head = grid[0][column].span.text if column < len(grid[0]) and grid[0][column] else ""  # type: ignore[union-attr]
                key = row[0].span.text if row[0] else ""
                yield _Saying(cell.span, f"{head} | {key}", f"{head} | {key}", cell=True)


def _with_days(phrase: HoursPhrase, saying: _Saying) -> HoursPhrase:
    """Hours without days take those of the item beside them, or those of a working week where the words speak of business."""
    if phrase.always or any(hours.days for hours in phrase.hours):
        return phrase
    days = parse_days(saying.sibling) or (_WEEK if BUSINESS.search(saying.span.text) else ())
    return replace(phrase, hours=tuple(WeeklyHours(days=days, start=h.start, end=h.end) for h in phrase.hours)) if days else phrase


def _score(phrase: HoursPhrase, saying: _Saying) -> float:
    """How plainly the words speak of hours in which people answer."""
    start, end = phrase.found
    text = saying.span.text[max(0, start - _NEAR) : end + _NEAR]
    close = saying.span.text[max(0, start - _NEAR) : end + _BEHIND]
    said = bool(SAID.search(text)) or bool(SAID.search(saying.near))
    own = f"{saying.near} {text}" if saying.cell else text  # a cell has no words but those of its head and its row
    score = 3.0 if SAID.search(own) else 2.0 if ON_DUTY.search(own) else 0.0
    score += 2.0 if SAID.search(saying.near) else 1.0 if ON_DUTY.search(saying.near) else 0.25 if ON_DUTY.search(saying.about) else 0.0
    score += 0.5 if STANDARD.search(text) or STANDARD.search(saying.near) else 0.0
    score -= 2.5 if NOT_DUTY.search(close) else 1.5 if NOT_DUTY.search(saying.near) else 0.0
    score -= 1.5 if EXCEPTIONAL.search(close) or EXCEPTIONAL.search(saying.near) else 0.0
    if phrase.always:
        return score - (2.5 if saying.cell and PLANS.search(saying.about) else 0.0)
    days = {day for hours in phrase.hours for day in hours.days}
    score += 0.5 if len(days) >= 5 else 0.0 if days else -0.5 if said else -1.5
    return score - (1.0 if days and days <= {Day.SAT, Day.SUN} else 0.0)  # what holds on weekends only is an exception
