"""Ladders of escalation in tables of every layout: a row a level, a column a level, times under roles, roles in their order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from sladocs.extract.en import ladders as words
from sladocs.extract.en.fact_tables import side_of
from sladocs.extract.en.quantities import find_quantities
from sladocs.extract.levels_of_escalation import duration_of, level_of
from sladocs.extract.mentions import find_priorities, is_priority
from sladocs.extract.places import CellSpan, Span, block_span
from sladocs.extract.source import Fact, Source
from sladocs.model.agreement import EscalationStep
from sladocs.model.document import Table
from sladocs.model.document import words as text_of
from sladocs.model.quantity import Duration

_LONGEST_ROLE: Final = 80


@dataclass(frozen=True)
class _Grid:
    """A table with its header texts and its data rows; `about` is what stands over it."""

    heads: Sequence[str]
    rows: Sequence[Sequence[CellSpan | None]]
    about: str

    def column(self, place: int) -> list[CellSpan]:
        return [cell for row in self.rows if (cell := row[place]) is not None and not cell.empty]

    def most(self, place: int, test: object) -> bool:
        """Whether two in three of a column's cells pass a test."""
        assert callable(test)
        cells = self.column(place)
        return len(cells) > 1 and sum(bool(test(cell.span.text.strip())) for cell in cells) * 3 >= len(cells) * 2


def read_ladder_table(source: Source, index: int) -> list[Fact]:
    """The steps that a table states, none where it is no ladder."""
    grid = _grid(source, index)
    if grid is None or not words.ABOUT.search(f"{grid.about} {' '.join(grid.heads)} {_said(grid)}"):
        return []
    for reader in (_by_rows, _by_columns, _by_roles, _by_classes, _in_order):
        if found := list(reader(grid)):
            return found
    return []


def has_better_roles(source: Source, index: int) -> bool:
    """Whether a table has a column of titles beside one of names: its titles are the roles."""
    grid = _grid(source, index)
    heads = [head for head in grid.heads if words.ROLE_HEAD.fullmatch(head)] if grid else []
    return len(heads) > 1 and not words.TITLE_HEAD.search(heads[0]) and any(words.TITLE_HEAD.search(head) for head in heads[1:])


def _grid(source: Source, index: int) -> _Grid | None:
    table = source.document.blocks[index]
    assert isinstance(table, Table)
    cells = source.grid(index)
    if len(cells) < 2 or len(cells[0]) < 2:
        return None
    head = max(table.headers, 1)
    heads = [cell.span.text.strip() if cell else "" for cell in cells[head - 1]]
    over = block_span(source.document, index - 1).text if index and not isinstance(source.document.blocks[index - 1], Table) else ""
    about = " | ".join((*source.headings(index)[-2:], text_of(table.caption), over[-200:]))
    return _Grid(heads, cells[head:], about)


def _said(grid: _Grid) -> str:
    return " ".join(cell.span.text[:200] for row in grid.rows for cell in row if cell and "scalat" in cell.span.text)


def _level_place(grid: _Grid) -> int | None:
    """The column that numbers the levels."""
    for place in range(min(2, len(grid.heads))):
        numbers = [level_of(cell.span.text) for cell in grid.column(place)]
        known = [n for n in numbers if n is not None]
        timed = any(find_quantities(cell.span.text) for cell in grid.column(place))
        if (
            not timed
            and len(known) == len(numbers) > 1
            and len(set(known)) == len(known)
            and not words.PRIORITY_HEAD.fullmatch(grid.heads[place])
        ):
            return place
    return None


def _role_places(grid: _Grid, level: int | None) -> list[int]:
    """The columns of roles: those of each party, else the one headed as such, else the first whose cells name roles."""
    free = [p for p in range(len(grid.heads)) if p != level and grid.column(p)]
    named = [p for p in free if words.ROLE_HEAD.fullmatch(grid.heads[p]) and grid.most(p, _short)]
    sides = [p for p in free if p not in named and words.SIDE_HEAD.fullmatch(grid.heads[p]) and grid.most(p, _is_role)]
    if len(sides) > 1:
        return sides
    roles = [p for p in named if grid.most(p, _is_role)] or named
    roles.sort(key=lambda p: not words.TITLE_HEAD.search(grid.heads[p]))
    return roles[:1] or sides or [p for p in free if grid.most(p, _is_role)][:1]


def _short(text: str) -> bool:
    return len(text) <= _LONGEST_ROLE and not find_quantities(text)


def _is_role(text: str) -> bool:
    return _short(text) and bool(words.ROLE.search(text)) and not words.NO_ROLE.search(text)


def _after_place(grid: _Grid, taken: Sequence[int | None]) -> int | None:
    free = [p for p in range(len(grid.heads)) if p not in taken and not words.METRIC_HEAD.search(grid.heads[p])]
    return next(
        (p for p in free if words.AFTER_HEAD.fullmatch(grid.heads[p]) and any(duration_of(c.span.text) for c in grid.column(p))), None
    )


def _by_rows(grid: _Grid) -> Iterator[Fact]:
    """A row a level: its number, its role, the time after which it is called."""
    level = _level_place(grid)
    if level is None:
        return
    roles = _role_places(grid, level) or ([level] if _is_of_tiers(grid, level) else [])
    after = _after_place(grid, (level, *roles))
    priority = next((p for p, head in enumerate(grid.heads) if p not in (level, *roles) and words.PRIORITY_HEAD.fullmatch(head)), None)
    steps = []
    for row in grid.rows:
        cell = row[level]
        number = level_of(cell.span.text) if cell and not cell.empty else None
        for place in roles if number else ():
            if (role := row[place]) and not role.empty:
                time = row[after] if after is not None else None
                klass = row[priority] if priority is not None else None
                side = grid.heads[place] if len(roles) > 1 else None
                steps.append(
                    _step(number or 1, role.span, duration_of(time.span.text) if time else None, klass.name if klass else None, side)
                )
    yield from sorted(steps, key=lambda fact: fact.value.level)


def _is_of_tiers(grid: _Grid, level: int) -> bool:
    """Whether a table tells tiers of support apart, and no classes of incidents with their times."""
    classes = words.NO_LADDER.search(grid.about) or any(words.METRIC_HEAD.search(head) for head in grid.heads)
    return grid.most(level, _names_tier) and not classes and "scalat" in f"{grid.about}{_said(grid)}"


def _names_tier(text: str) -> bool:
    return bool(words.TIER.search(text)) and len(text) <= _LONGEST_ROLE


def _by_columns(grid: _Grid) -> Iterator[Fact]:
    """A column a level, a row a class of incidents or an area: each cell is a role."""
    levels = {
        p: number for p, head in enumerate(grid.heads) if (words.TIER.search(head) or words.NTH.match(head)) and (number := level_of(head))
    }
    if len(levels) < 2:
        return
    for row in grid.rows:
        key = row[0].span.text.strip() if row[0] and 0 not in levels else ""
        for place, number in levels.items():
            cell = row[place]
            note = words.NOTE.search(cell.span.text) if cell else None
            role = cell.span.part(0, note.start() if note else len(cell.span.text)) if cell else None
            if cell and role and not cell.empty and _is_role(role.text):
                yield _step(
                    number,
                    role,
                    duration_of(note[0]) if note else None,
                    key if key and (is_priority(key) or find_priorities(key)) else None,
                )


def _by_roles(grid: _Grid) -> Iterator[Fact]:
    """Times under roles, a row a class of incidents."""
    roles = [p for p, head in enumerate(grid.heads) if p and _is_role(head) and not words.METRIC_HEAD.search(head)]
    if not roles or not grid.most(0, lambda text: is_priority(text) or bool(find_priorities(text))):
        return
    unit = next((u for u in ("minute", "hour", "day") if re.search(rf"\b{u}s\b", grid.about, re.IGNORECASE)), "hour")
    for row in grid.rows:
        key = row[0].name if row[0] else None
        for number, place in enumerate(roles, start=1):
            cell = row[place]
            after = _time(cell, unit) if cell else None
            if cell and after:
                fact = _step(number, cell.span, after, key)
                yield Fact("escalation", fact.value.model_copy(update={"role": grid.heads[place]}), fact.span, fact.confidence)


def _by_classes(grid: _Grid) -> Iterator[Fact]:
    """Roles in their order, and under each class of incidents when they are called."""
    classes = [p for p, head in enumerate(grid.heads) if p and (is_priority(head) or find_priorities(head))]
    if not classes or not grid.most(0, _is_role):
        return
    for place in classes:
        for number, row in enumerate((row for row in grid.rows if row[0] and not row[0].empty), start=1):
            role, cell = row[0], row[place]
            if role and cell and not cell.empty:
                yield _step(number, role.span, duration_of(cell.span.text), grid.heads[place])


def _time(cell: CellSpan, unit: str) -> Duration | None:
    bare = re.fullmatch(r"\s*(\d+(?:\.\d+)?)\s*", cell.span.text)
    return Duration(value=Decimal(bare[1]), unit=unit) if bare else duration_of(cell.span.text)


def _in_order(grid: _Grid) -> Iterator[Fact]:
    """Roles in their order, under words that say that they are a ladder."""
    if not words.LADDER.search(grid.about.split(" | ")[-1]) and not any(words.LADDER.search(part) for part in grid.about.split(" | ")):
        return
    if grid.most(0, lambda text: is_priority(text) or bool(find_priorities(text))):
        return
    for place in _role_places(grid, None)[:1]:
        after = _after_place(grid, (place,))
        cells = [(row, row[place]) for row in grid.rows]
        for number, (row, cell) in enumerate(((r, c) for r, c in cells if c and not c.empty and grid.most(place, _is_role)), start=1):
            time = row[after] if after is not None else None
            yield _step(number, cell.span, duration_of(time.span.text) if time else None, None)


def _step(level: int, role: Span, after: Duration | None, priority: str | None, side: str | None = None) -> Fact:
    span = role.stripped()
    of = side_of(side) if side else None
    step = EscalationStep.model_validate(
        {"level": level, "role": " ".join(span.raw.split()), "side": of, "after": after, "priority": priority}
    )
    return Fact("escalation", step, span, 0.8)
