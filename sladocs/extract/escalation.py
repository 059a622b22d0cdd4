"""The ladder of escalation: from its tables, else from lists and paragraphs in a section on escalation, else from sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sladocs.extract.columns import Row
from sladocs.extract.en.fact_tables import ESCALATION, side_of
from sladocs.extract.en.ladders import ABOUT
from sladocs.extract.ladder_prose import goes_to, headed_tiers, inline_levels, numbered_items, providers_of_tiers, roles_in_order, tiers
from sladocs.extract.ladder_tables import has_better_roles, read_ladder_table
from sladocs.extract.levels_of_escalation import NUMBER, duration_of, number_of
from sladocs.extract.source import Fact, Source
from sladocs.model.agreement import EscalationStep
from sladocs.model.document import Table
from sladocs.model.finding import Finding


def read_escalation(source: Source) -> Iterator[Fact | Finding]:
    """Each step, in the document's order. Tables come first, then numbered levels, lists of roles, tiers, and last sentences.

    Beside a ladder a sentence counts only where one of both is for a class of incidents, and the other for all.
    """
    found = list(_of_tables(source))
    if not any(isinstance(entry, Fact) for entry in found):
        found += (
            numbered_items(source)
            or inline_levels(source)
            or roles_in_order(source)
            or tiers(source)
            or headed_tiers(source)
            or providers_of_tiers(source)
        )
    yield from found
    steps = [entry.value for entry in found if isinstance(entry, Fact)]
    by_class = all(step.priority for step in steps)
    for fact in goes_to(source):
        apart = bool(fact.value.priority) != by_class and all(_plain(fact.value.role) != _plain(step.role) for step in steps)
        if apart or not steps:
            yield fact


def _plain(role: str) -> str:
    return " ".join(role.lower().split())


def _of_tables(source: Source) -> Iterator[Fact | Finding]:
    """The steps of tables: of those with our columns, and of those that words over them call a ladder."""
    ours = {index: rows for index, rows in source.rows(ESCALATION) if _is_ladder(source, index, rows)}
    for index in source.tables:
        better = read_ladder_table(source, index) if index in ours and has_better_roles(source, index) else []
        if better:
            yield from better
        elif index in ours:
            for row in ours[index]:
                yield from _step(source, row)
        elif index not in source.without_levels:
            yield from read_ladder_table(source, index)


def _is_ladder(source: Source, index: int, rows: Sequence[Row]) -> bool:
    block = source.document.blocks[index]
    assert isinstance(block, Table)
    head = " ".join(cell.text for cell in block.rows[max(block.headers, 1) - 1])
    about = " | ".join((head, "".join(run.text for run in block.caption), *source.headings(index)))
    numbered = [_level(row) is not None for row in rows]
    return bool(ABOUT.search(about) or re.match(r"\s*level\s*role\b", head, re.IGNORECASE)) and all(numbered) and bool(rows)


def _level(row: Row) -> int | None:
    """The number of a step: "1", "Level 2", "Third"."""
    words = row.name("level")
    match = NUMBER.match(words) if words else None
    return number_of(match["number"]) if match else None


def _step(source: Source, row: Row) -> Iterator[Fact | Finding]:
    level, role = _level(row), row.name("role")
    if level is None or role is None:
        return
    after, words = None, row.cells.get("after")
    if words is not None and not words.empty:
        after = duration_of(words.span.text)
        if after is None:
            yield source.finding(
                "E04", f'The time "{words.span.text}" of escalation level {level} was not understood.', words.span, "escalation"
            )
    side = side_of(row.name("party"))
    step = EscalationStep.model_validate({"level": level, "role": role, "side": side, "after": after, "priority": row.name("priority")})
    yield Fact("escalation", step, row.span)
