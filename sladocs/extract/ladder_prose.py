"""Ladders of escalation in lists and sentences: levels by their numbers, roles in their order, to whom a matter goes next."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from sladocs.extract.en import ladders as words
from sladocs.extract.gates import Gated
from sladocs.extract.levels_of_escalation import duration_of, level_of, number_of
from sladocs.extract.mentions import find_priorities, is_priority
from sladocs.extract.places import Span, block_span
from sladocs.extract.sections import split_label
from sladocs.extract.source import Fact, Source
from sladocs.extract.statements import Statement
from sladocs.model.agreement import EscalationStep
from sladocs.model.document import Heading, ListItem, Paragraph, Table

_LONGEST_ROLE: Final = 90
_LONGEST_TITLE: Final = 80
_LONGEST_LEAD: Final = 200
_REACH: Final = 6
"""How many blocks above a sentence its title may stand."""
_ITEM: Final = re.compile(
    r"^(?P<level>(?:(?:escalation\s+|support\s+)?(?:level|tier|step|stage|l)[\s-]*(?:\d"
    r"|one|two|three|four|five|i{1,3}|iv|v)\b|(?:first|second|third|fourth|fifth)\s+(?:level"
    r"|tier|line|escalation|point|contact)[\w\s]{0,25}?)"
    r"(?:\s+(?:escalation|support|contact))?)(?:\s*\([^)]*\))?\s*[:\-–—]\s*(?P<role>\S.*)$",
    re.IGNORECASE,
)
_BARE_ITEM: Final = re.compile(rf"^(?P<level>(?:Level|Tier|L)[\s-]?[1-6])\s+(?P<role>[A-Z](?:(?![.;:]).)*\b{words.TITLE}\b[^.;:]{{0,30}})$")
"""A line of a table whose cells stand side by side: "Level 2 Incident Manager"."""
_MEANS: Final = re.compile(
    r"\"?(?P<role>(?:level|tier|line)[\s-]+(?P<number>[1-5]|one|two|three|four|five) (?:technical )?support)\"?\s+"
    r"(?:means|shall mean|is defined as|refers to)\b",
    re.IGNORECASE,
)
"""A definition of a tier of support: '"Level 2 Support" means …'."""
_TIER_HEADING: Final = re.compile(
    r"(?P<role>(?:(?:level|tier|line|l)[\s-]*(?P<number>[1-5]|one|two|three|four|five)|(?P<nth>first|second|third|1st|2nd|3rd)[\s-]+(?:level|tier|line))"
    r"\s+(?:technical\s+|customer\s+|product\s+)*support(?:\s+\([^()]{1,30}\))?)(?:\s*[:.\u2013\u2014-].*)?",
    re.IGNORECASE,
)
"""A heading over what a tier of support does: "Level 2 Support (L2)"."""
_NAMED_TIER: Final = re.compile(
    r"\"(?P<role>(?:level|tier|line)[\s-]+(?P<number>[1-5]|one|two|three|four|five) (?:technical )?support)\"", re.IGNORECASE
)


def numbered_items(source: Source) -> list[Fact]:
    """Sentences and headings such as "Level 1: Service desk" in a section on escalation or support."""
    found = []
    for span, about in _items(source):
        if not (_ABOUT.search(about) or _DISPUTE.search(about)):
            continue
        label, text = split_label(span.text)
        text = text if label[:1].isdigit() else span.text
        match = _ITEM.match(text) or _BARE_ITEM.match(text)
        number = level_of(match["level"]) if match else None
        if match is None or number is None:
            continue
        role, rest = _split_role(match["role"])
        if role and not is_priority(role) and len(role) <= _LONGEST_ROLE:
            step = EscalationStep(level=number, role=role, after=duration_of(rest))
            found.append(Fact("escalation", step, span.stripped(), 0.7))
    return found


def inline_levels(source: Source) -> list[Fact]:
    """The levels that one sentence lists: "Tier 1 (first response) - technician; Tier 2 (within 4 hours) - team lead"."""
    found = []
    for statement in source.statements:
        levels = list(words.INLINE.finditer(statement.text)) if _ABOUT.search(f"{statement.about} {statement.text}") else []
        for match in levels if len(levels) > 1 else ():
            role = statement.span.part(*match.span("role"))
            number = level_of(match["level"])
            if number and not is_priority(role.text) and len(role.text) <= _LONGEST_ROLE:
                after = duration_of(match["note"] or "")
                step = EscalationStep(level=number, role=" ".join(role.raw.split()), after=after)
                found.append(Fact("escalation", step, role, 0.7))
    return found if len(found) > 1 else []


def _items(source: Source) -> Iterator[tuple[Span, str]]:
    """The headings, then the sentences, each with what stands over it."""
    for section in source.sections:
        yield block_span(source.document, section.first), " | ".join(source.headings(section.first)[:-1])
    for statement in source.statements:
        yield statement.span, statement.about


def _split_role(text: str) -> tuple[str, str]:
    """A role and what is said of it: "Service manager, after 4 hours" parts at the comma."""
    text = re.sub(r"^(?:The|Your|Our)\s+", "", text) if words.ROLE.search(text) else text
    match = re.search(r"\s*(?:[,;(]|\s[-–—]\s|\.\s|\bafter\b|\bwithin\b|\bif\b|:\s|\b(?:will|shall|must|handles?|reviews?)\s)", text)
    return (text[: match.start()].strip(" ."), text[match.start() :]) if match else (text.strip(" ."), "")


_MEANS_GATED: Final = Gated(_MEANS)


def tiers(source: Source) -> list[Fact]:
    """The tiers of support that sentences define, and those after them that the text names in quotes, where there are at least two."""
    found: dict[int, Fact] = {}
    for statement in source.statements:
        if match := _MEANS_GATED.match(statement.text):
            _add_tier(found, statement.span.part(*match.span("role")), match)
    for statement in source.statements if found else ():
        for match in _NAMED_TIER.finditer(statement.text):
            _add_tier(found, statement.span.part(*match.span("role")), match)
    complete = sorted(found) == list(range(1, len(found) + 1)) and len(found) > 1
    return [found[level] for level in sorted(found)] if complete else []


def headed_tiers(source: Source) -> list[Fact]:
    """The tiers of support that headings name one after the other, where there are at least two, numbered from the first or second on."""
    found: dict[int, Fact] = {}
    for section in source.sections:
        match = _TIER_HEADING.fullmatch(section.heading.strip())
        number = level_of(match["number"] or match["nth"]) if match else None
        span = block_span(source.document, section.first)
        at = span.text.find(match["role"]) if match else -1
        if match and number and at >= 0:
            role = span.part(at, at + len(match["role"]))
            step = EscalationStep(level=number, role=" ".join(role.raw.split()))
            found.setdefault(number, Fact("escalation", step, role, 0.6))
    numbers = sorted(found)
    joined = len(numbers) > 1 and numbers[0] < 3 and numbers == list(range(numbers[0], numbers[-1] + 1))
    return [found[number] for number in numbers] if joined else []


def providers_of_tiers(source: Source) -> list[Fact]:
    """Who gives which tier of support, where sentences say so of at least two tiers."""
    found: dict[int, Fact] = {}
    for statement in source.statements:
        for pattern in (words.PROVIDED_BY, words.PROVIDES):
            for match in pattern.finditer(statement.text):
                role = statement.span.part(*match.span("role"))
                number = level_of(match["tier"])
                if number and not words.NO_ROLE.search(role.text):
                    step = EscalationStep(level=number, role=" ".join(role.raw.split()))
                    found.setdefault(number, Fact("escalation", step, role, 0.6))
    return [found[number] for number in sorted(found)] if len(found) > 1 else []


def _add_tier(found: dict[int, Fact], span: Span, match: re.Match[str]) -> None:
    level = number_of(match["number"])
    found.setdefault(level, Fact("escalation", EscalationStep(level=level, role=span.raw), span, 0.7))


def roles_in_order(source: Source) -> list[Fact]:
    """The lines of roles under words that say that they are a ladder, and chains of roles joined by arrows."""
    found: list[Fact] = []
    for statement in source.statements:
        if not statement.cell and words.ARROW.search(statement.text) and _ABOUT.search(f"{statement.about} {statement.text}"):
            chain = _chain(statement)
            found += chain if len(chain) > 1 else []
    for index in range(len(source.document.blocks)):
        found += _below(source, index) if _opens_ladder(source, index) else []
    return found


def _opens_ladder(source: Source, index: int) -> bool:
    """Whether a block says that the lines right below it are a ladder: a heading, a short line, or a sentence that opens a list."""
    block = source.document.blocks[index]
    if isinstance(block, Table):
        return False
    text = block_span(source.document, index).text.strip()
    opens = isinstance(block, Heading) or len(text) < _LONGEST_TITLE or text.endswith(":")
    return opens and bool(words.LADDER.search(text[-_LONGEST_LEAD:])) and not words.NO_LADDER.search(text[-_LONGEST_LEAD:])


def _below(source: Source, opening: int) -> list[Fact]:
    """The roles that the numbered lines or list items right below a block name, where there are at least two."""
    steps: list[Fact] = []
    for index in range(opening + 1, len(source.document.blocks)):
        block = source.document.blocks[index]
        span = block_span(source.document, index)
        listed = isinstance(block, ListItem) or bool(isinstance(block, Heading | Paragraph) and (block.label or split_label(span.text)[0]))
        role = _role_item(span) if listed else None
        if role is None:
            break
        step = EscalationStep(level=len(steps) + 1, role=" ".join(role.raw.split()), after=duration_of(span.text))
        steps.append(Fact("escalation", step, role, 0.7))
    return steps if len(steps) > 1 else []


def _chain(statement: Statement) -> list[Fact]:
    """The roles that arrows join."""
    text, start, steps = statement.text, 0, []
    ends = [(m.start(), m.end()) for m in words.ARROW.finditer(text)]
    if not ends:
        return []
    colon = text.rfind(":", 0, ends[0][0])
    start = colon + 1
    for stop, after in [*ends, (len(text), len(text))]:
        role = statement.span.part(start, stop)
        steps.append((role, start))
        start = after
    if not all(words.ROLE.search(role.text) or words.TIER.search(role.text) for role, _ in steps):
        return []
    return [
        Fact("escalation", EscalationStep(level=n, role=role.raw.strip(" ."), after=duration_of(role.text)), role, 0.7)
        for n, (role, _) in enumerate(steps, start=1)
        if role.raw.strip(" .")
    ]


def _role_item(span: Span) -> Span | None:
    """The role that a short item of a list names; None for a sentence."""
    label, text = split_label(span.text)
    if label and text:
        span = span.part(span.text.index(text), len(span.text))
    if len(text) > _LONGEST_ROLE or words.SENTENCE.search(text) or words.GOES.search(re.sub(r"\([^)]*\)", "", text)):
        return None
    end = re.search(r"\s*(?:[,;:]|\s[-–—]\s|\.$|\(\s*(?:after|within|\d))", text)
    role = span.part(0, end.start() if end else len(span.text))
    return role if words.ROLE.search(role.text) and not words.NO_ROLE.search(role.text) else None


# --- sentences ---

_ABOUT: Final = Gated(words.ABOUT)
_DISPUTE: Final = Gated(words.DISPUTE)
_GOES: Final = Gated(words.GOES)
_GOES_UP: Final = Gated(words.GOES_UP)
_CALLS: Final = Gated(words.CALLS)
_NEGOTIATE: Final = Gated(words.NEGOTIATE)


def goes_to(source: Source) -> list[Fact]:
    """To whom sentences say that a matter goes next, in their order within a section, for each class of incidents.

    Where a section says it by class, what it says for no class is how the customer may ask for it, and no step.
    """
    counts: defaultdict[tuple[object, ...], int] = defaultdict(int)
    found: list[Fact] = []
    places: list[tuple[str, ...]] = []
    seen: set[tuple[object, ...]] = set()
    for statement in source.statements:
        for span, after, priority in _targets(statement, _titled(source, statement)):
            role = " ".join(span.raw.split())
            if (statement.headings, priority, role.lower()) in seen:
                continue
            seen.add((statement.headings, priority, role.lower()))
            tier = words.TIER.search(span.text)
            key = (statement.headings, priority)
            counts[key] = number_of(tier["number"] or tier["ordinal"]) if tier else counts[key] + 1
            step = EscalationStep(level=counts[key], role=role, after=duration_of(after) if after else None, priority=priority)
            found.append(Fact("escalation", step, span, 0.6))
            places.append(statement.headings)
    classed = {place for fact, place in zip(found, places, strict=True) if fact.value.priority}
    return [fact for fact, place in zip(found, places, strict=True) if fact.value.priority or place not in classed]


def _titled(source: Source, statement: Statement) -> str:
    """What stands over a sentence: its headings and lead-in, and the short line near above it that heads it without being a heading."""
    over = (
        block_span(source.document, index).text for index in range(statement.span.block - 1, max(-1, statement.span.block - _REACH), -1)
    )
    return f"{statement.about} | {next((text for text in over if len(text) < _LONGEST_TITLE and not text.endswith('.')), '')}"


def _targets(statement: Statement, about: str) -> Iterator[tuple[Span, str, str | None]]:
    """The roles to whom a sentence says that a matter goes, each with the words on the time and the class of incidents."""
    text = statement.text
    dispute = bool(_DISPUTE.search(f"{text} {about}"))
    near = bool(dispute or _ABOUT.search(about))
    places = _places(text, _GOES if near else _GOES_UP, dispute=dispute, about=near)
    priority = _class(text) if places and not dispute else None
    for place, (start, end) in enumerate(places):
        stop = places[place + 1][0] if place + 1 < len(places) else len(text)
        behind = re.split(r";", text[end:stop], maxsplit=1)[0]
        before = text[:start] if not place else ""
        when = next((part for part in (behind, before) if words.UNRESOLVED.search(part) and duration_of(part)), "")
        yield statement.span.part(start, end), when, priority


def _class(text: str) -> str | None:
    """The one class of incidents that a sentence speaks of."""
    named = find_priorities(text)
    if len(named) == 1:
        return named[0].label
    match = words.CLASS.search(text) if not named else None
    return match["label"] if match else None


def _places(text: str, verbs: Gated, *, dispute: bool, about: bool) -> list[tuple[int, int]]:
    """Where a sentence names roles to whom a matter goes."""
    found = []
    if verb := verbs.search(text):
        found = [(m.end(), _end(text, m.end())) for m in words.TO.finditer(text, verb.end())]
    if not found and about:
        found = [(m.end(), _end(text, m.end())) for m in _CALLS.finditer(text)]
    if not found and dispute:
        found = [(m.end(), _end(text, m.end())) for m in _NEGOTIATE.finditer(text)]
        found = found or [m.span("role") for m in words.MEET.finditer(text)]
    up = bool(found and _GOES_UP.search(text))
    return [(start, end) for start, end in found if _is_role(text[start:end]) or (up and _is_name(text[start:end]))]


def _end(text: str, start: int) -> int:
    match = words.ENDS.search(text, start)
    return match.start() if match else len(text)


def _is_name(text: str) -> bool:
    """Whether words are a proper name: a matter may go to a party or a supplier."""
    return bool(words.NAME.fullmatch(text.strip())) and not words.NO_ROLE.search(text) and not is_priority(text)


def _is_role(text: str) -> bool:
    """Whether words name somebody to whom a matter can go."""
    plain = text.strip()
    if not 2 < len(plain) <= _LONGEST_ROLE or words.NO_ROLE.search(plain):
        return False
    return bool(words.ROLE.search(plain) or words.TIER.search(plain))
