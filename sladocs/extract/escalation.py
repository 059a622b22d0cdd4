"""The ladder of escalation: from its tables, else from lists and paragraphs in a section on escalation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from sladocs.extract.columns import Row
from sladocs.extract.en.fact_tables import ESCALATION, side_of
from sladocs.extract.en.quantities import find_quantities
from sladocs.extract.places import Span, block_span
from sladocs.extract.source import Fact, Source
from sladocs.model.agreement import EscalationStep
from sladocs.model.document import Table
from sladocs.model.finding import Finding
from sladocs.model.quantity import Dimension, Duration

_ABOUT: Final = re.compile(r"\bescalat|support (?:tiers?|levels?)\b", re.IGNORECASE)
_NUMBER: Final = re.compile(
    r"^(?:(?:escalation|support|contact|tier|level|step|stage|line|l|no)\W*)*(?P<number>\d{1,2}"
    r"|first|second|third|fourth|fifth|sixth|one|two|three|four|five|six|i{1,3}"
    r"|iv|v)"
    r"(?:st|nd|rd|th)?\b(?:[\s-]+(?:level|tier|step|escalation|line|contact)\b)?\W*(?:\((?P<named>[^)]+)\))?",
    re.IGNORECASE,
)
_ORDER: Final = {
    name: n
    for n, names in enumerate(("first one i", "second two ii", "third three iii", "fourth four iv", "fifth five v", "sixth six"), start=1)
    for name in names.split()
}
_TIMES: Final = (Dimension.TIME, Dimension.BUSINESS_TIME, Dimension.MONTHS)
_ITEM: Final = re.compile(
    r"^(?P<level>(?:(?:escalation\s+|support\s+)?(?:level|tier|step|stage|l)[\s-]*(?:\d"
    r"|one|two|three|four|five|i{1,3}|iv|v)\b|(?:first|second|third|fourth|fifth)\s+(?:level"
    r"|tier|line|escalation|point|contact)[\w\s]{0,25}?)"
    r"(?:\s+(?:escalation|support|contact))?)(?:\s*\([^)]*\))?\s*[:\-–—]\s*(?P<role>\S.*)$",
    re.IGNORECASE,
)


def read_escalation(source: Source) -> Iterator[Fact | Finding]:
    """Each step, in the document's order. A table counts where its words or its heading speak of escalation, or its columns are ours."""
    found = False
    for index, rows in source.rows(ESCALATION):
        if _is_ladder(source, index, rows):
            for row in rows:
                for entry in _step(source, row):
                    found = found or isinstance(entry, Fact)
                    yield entry
    if not found:
        items = list(_from_items(source))
        yield from items or _tiers(source)


def _is_ladder(source: Source, index: int, rows: Sequence[Row]) -> bool:
    block = source.document.blocks[index]
    assert isinstance(block, Table)
    head = " ".join(cell.text for cell in block.rows[max(block.headers, 1) - 1])
    about = " | ".join((head, "".join(run.text for run in block.caption), *source.headings(index)))
    numbered = [_level(row) is not None for row in rows]
    return bool(_ABOUT.search(about) or re.match(r"\s*level\s*role\b", head, re.IGNORECASE)) and all(numbered) and bool(rows)


def _level(row: Row) -> int | None:
    """The number of a step: "1", "Level 2", "Third"."""
    words = row.name("level")
    match = _NUMBER.match(words) if words else None
    if match is None:
        return None
    word = match["number"].lower()
    return int(word) if word.isdigit() else _ORDER[word]


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


def duration_of(text: str) -> Duration | None:
    """The one length of time that a text gives, None where there is none or more than one."""
    found = [m for m in find_quantities(text) if m.quantity.dimension in _TIMES]
    if len(found) != 1 or found[0].disagrees:
        return None
    try:
        return Duration(value=found[0].quantity.value, unit=found[0].quantity.unit)
    except ValueError:
        return None


def _from_items(source: Source) -> Iterator[Fact]:
    """Sentences and headings such as "Level 1: Service desk" in a section on escalation or support."""
    for span, about in _items(source):
        match = _ITEM.match(span.text) if _ABOUT.search(about) else None
        number = _NUMBER.match(match["level"]) if match else None
        if match is None or number is None:
            continue
        word = number["number"].lower()
        role, rest = _split_role(match["role"])
        if role:
            level = int(word) if word.isdigit() else _ORDER[word]
            yield Fact("escalation", EscalationStep(level=level, role=role, after=duration_of(rest)), span.stripped(), 0.7)


_TIER: Final = re.compile(
    r"\"?(?P<role>(?:level|tier|line)[\s-]+(?P<number>[1-5]|one|two|three|four|five) (?:technical )?support)\"?\s+"
    r"(?:means|shall mean|is defined as|refers to)\b",
    re.IGNORECASE,
)
"""A definition of a tier of support: '"Level 2 Support" means …'."""


def _tiers(source: Source) -> Iterator[Fact]:
    """The tiers of support that sentences define, and those after them that the text names in quotes, where there are at least two."""
    found: dict[int, Fact] = {}
    for statement in source.statements:
        if match := _TIER.match(statement.text):
            _add_tier(found, statement.span.part(*match.span("role")), match)
    for statement in source.statements if found else ():
        for match in _NAMED_TIER.finditer(statement.text):
            _add_tier(found, statement.span.part(*match.span("role")), match)
    if sorted(found) == list(range(1, len(found) + 1)) and len(found) > 1:
        yield from (found[level] for level in sorted(found))


_NAMED_TIER: Final = re.compile(
    r"\"(?P<role>(?:level|tier|line)[\s-]+(?P<number>[1-5]|one|two|three|four|five) (?:technical )?support)\"", re.IGNORECASE
)


def _add_tier(found: dict[int, Fact], span: Span, match: re.Match[str]) -> None:
    word = match["number"].lower()
    level = int(word) if word.isdigit() else _ORDER[word]
    found.setdefault(level, Fact("escalation", EscalationStep(level=level, role=span.raw), span, 0.7))


def _items(source: Source) -> Iterator[tuple[Span, str]]:
    """The headings, then the sentences, each with what stands over it."""
    for section in source.sections:
        yield block_span(source.document, section.first), " | ".join(source.headings(section.first)[:-1])
    for statement in source.statements:
        yield statement.span, statement.about


def _split_role(text: str) -> tuple[str, str]:
    """A role and what is said of it: "Service manager, after 4 hours" parts at the comma."""
    match = re.search(r"\s*(?:[,;(]|\s[-–—]\s|\.\s|\bafter\b|\bwithin\b|\bif\b|:\s)", text)
    return (text[: match.start()].strip(" ."), text[match.start() :]) if match else (text.strip(" ."), "")
