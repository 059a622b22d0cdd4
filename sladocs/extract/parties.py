"""The parties: from their table, from key terms, from the words with which an agreement opens."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from sladocs.extract.en.fact_tables import CUSTOMER, PARTIES, PROVIDER, role_of
from sladocs.extract.keyvalues import KeyValue
from sladocs.extract.places import Span
from sladocs.extract.source import Fact, Source
from sladocs.extract.statements import Statement
from sladocs.model.agreement import Party, Role
from sladocs.model.finding import Finding

_OPENING: Final = 60
"""How many sentences from the start an agreement may need until it has named its parties."""


def read_parties(source: Source) -> Iterator[Fact | Finding]:
    """The parties of the table of parties; without one, those that the opening words name."""
    found = False
    for _, rows in source.rows(PARTIES):
        if not any(role_of(row.name("role")) for row in rows):
            continue
        for row in rows:
            role, name = role_of(row.name("role")), row.name("name")
            if role and name:
                found = True
                yield Fact("parties", Party(role=role, name=name, address=row.prose("address"), notices=row.prose("notices")), row.span)
            elif name:
                yield source.finding(
                    "E04", f'The role "{row.name("role") or ""}" of the party {name} was not understood.', row.span, "parties"
                )
    if not found:
        yield from _from_opening(source)


_BETWEEN: Final = re.compile(r"\b(?:between|among|by and between|entre)\b", re.IGNORECASE)
_CALLED: Final = re.compile(
    r"\(\s*(?:(?:the|a|as|each|hereinafter|hereafter|herein|referred|to|called|collectively"
    r"|individually|or|and|also|its)\W+)*\"[^()]*\"[^()]*\)",
    re.IGNORECASE,
)
_QUOTED: Final = re.compile(r"\"([^\"]+)\"")
_NAME_END: Final = re.compile(
    r",?\s+(?:(?:an?|the)\s+[\w\s.-]*?(?:corporation|company|partnership|firm|association"
    r"|entity|organi[sz]ation|university|branch|subsidiary|limited)\b"
    r"|\d{1,5}\s+[A-Z0-9]|with\s|having\s|whose\s|located\s|organi[sz]ed\s|incorporated\s"
    r"|registered\s|existing\s|of\s+\d|at\s+\d|acting\s|doing\s+business|on\s+(?:the\s+)?(?:one"
    r"|other))",
    re.IGNORECASE,
)


def _from_opening(source: Source) -> Iterator[Fact]:
    """The names before ("Provider") and ("Customer"), or before a nickname whose bearer provides or pays; else who commits himself."""
    named: list[tuple[Span, Role | None, int]] = []
    for statement in source.statements[:_OPENING]:
        if len(named) >= 2:
            break
        for name, nicks in _named(statement):
            if all(name.text != known.text for known, _, _ in named):
                named.append((name, next((r for nick in nicks if (r := role_of(nick))), None), _deeds(source, nicks)))
    found = _with_roles(named)
    yield from found
    if all(fact.value.role is not Role.PROVIDER for fact in found):
        yield from _who_commits(source)


def _with_roles(named: list[tuple[Span, Role | None, int]]) -> list[Fact]:
    """The first provider and the first customer: by the role that is given, by what each does, or as the other of a pair."""
    found: dict[Role, Span] = {}
    for name, role, _ in named:
        if role and role not in found:
            found[role] = name
    rest = [(name, deeds) for name, role, deeds in named if role is None]
    if len(found) == 0 and len(rest) >= 2 and rest[0][1] != rest[1][1]:
        first, second = sorted(rest[:2], key=lambda pair: -pair[1])
        found = {Role.PROVIDER: first[0], Role.CUSTOMER: second[0]}
    elif len(found) == 1 and rest:
        (role,) = found
        if other := {Role.PROVIDER: Role.CUSTOMER, Role.CUSTOMER: Role.PROVIDER}.get(role):
            found[other] = rest[0][0]
    elif not found and len(rest) == 1 and rest[0][1] > 0:
        found[Role.PROVIDER] = rest[0][0]
    facts = [Fact("parties", Party(role=role, name=name.raw), name, 0.85) for role, name in found.items()]
    return sorted(facts, key=lambda fact: fact.span.start)


def _named(statement: Statement) -> Iterator[tuple[Span, list[str]]]:
    """Each name with the words that it is called by in the rest of the document."""
    text = statement.text
    opens = _BETWEEN.search(text)
    position = opens.end() if opens else 0
    for match in _CALLED.finditer(text):
        if match.start() < position:
            continue
        start = _name_start(text, position, match.start(), after_between=bool(opens))
        end = _NAME_END.search(text, start, match.start())
        name = statement.span.part(start, end.start() if end else match.start())
        position = match.end()
        if _is_a_name(name.text):
            trimmed = len(name.text.rstrip(","))
            yield name.part(0, trimmed), _QUOTED.findall(match.group())


def _name_start(text: str, position: int, end: int, *, after_between: bool) -> int:
    """Where the name before a nickname begins: behind "between" or "and", at the start of an item, else at its last run of capitals."""
    part = text[position:end]
    lead = re.match(r"[\s,;:]*(?:and\s+|by\s+and\s+between\s+|\(\w\)\s*)*", part)
    start = position + (lead.end() if lead else 0)
    if after_between:
        joins = list(re.finditer(r"\band\s+(?=[A-Z\d])", text[start:end]))
        return start + joins[-1].end() if joins and text[start : start + 1].islower() else start
    opens_item = position == 0 and text[start : start + 1].isupper() and _NAME_END.search(text, start, end)
    return start if opens_item else max(start, _last_break(text, start, end))


def _is_a_name(text: str) -> bool:
    """Whether words may be a party's name: short, with a capital, no paper and no placeholder."""
    return (
        1 < len(text) <= 90
        and bool(re.match(r"[A-Z]|\d+\s+[A-Z]", text))
        and not re.search(r"\b(?:agreement|sla|terms|services?)\b", text, re.IGNORECASE)
        and not _PLACEHOLDER.fullmatch(text)
    )


_PLACEHOLDER: Final = re.compile(r"(?:company|customer|client|provider)(?:\s+name)?\W*|.*(?:\[|_{2,}|X{3,}|\bTBD\b).*", re.IGNORECASE)
"""Words that stand where a name is still to be written."""


def _last_break(text: str, start: int, end: int) -> int:
    """Where the last run of words in capitals before `end` begins."""
    match = re.search(r"(?:[A-Z][\w.&'-]*,?\s+(?:of\s+|and\s+|the\s+)?)*[A-Z][\w.&'-]*\s*$", text[start:end])
    return start + match.start() if match else start


_PROVIDES: Final = (
    r"\s+(?:shall|will|agrees\s+to|warrants|must|hereby\s+grants?|grants)\s+(?:\w+\s+){0,2}?(?:provide"
    r"|host|support|perform|deliver|maintain|supply|use\s+(?:commercially\s+)?reasonable"
    r"|correct|respond|"
    r"that|to\b|a\b|an\b|the\b)"
)
_PAYS: Final = r"\s+(?:shall|will|agrees\s+to|must)\s+(?:\w+\s+){0,2}?(?:pay|purchase|order|reimburse|submit|report)"


def _deeds(source: Source, nicks: list[str]) -> int:
    """How much more often the bearer of a nickname provides than pays."""
    if any(nick.lower().strip(" ,.") in ("we", "us", "our") for nick in nicks):
        return 100
    if any(nick.lower().strip(" ,.") in ("you", "your") for nick in nicks):
        return -100
    text = source.document.text
    given, paid = (
        sum(len(re.findall(rf"\b{re.escape(nick)}{deed}", text, re.IGNORECASE)) for nick in nicks) for deed in (_PROVIDES, _PAYS)
    )
    return given - 2 * paid


_NAME: Final = (
    r"(?P<name>(?:[A-Z][\w&'-]*(?:\.(?:[a-z]{2,4}\b|(?=\s(?:[A-Z(]|and\b))))?)(?:,?\s+(?:(?:of"
    r"|and|for|&)\s+)?[A-Z][\w&'-]*(?:\.[a-z]{2,4}\b)?){0,5})"
)
_COMMITS: Final = re.compile(
    rf"(?:^|(?<=\.\s))(?:The\s+)?{_NAME}\s+(?:\([^)]*\)\s+)?(?:commits|is\s+committed"
    r"|warrants|guarantees|undertakes|aims|strives|provides|offers|is\s+responsible"
    r"|is\s+supported|engineers|operates|"
    r"(?:will|shall|makes?|agrees\s+to)\s+(?:\w+\s+){0,2}?(?:use|make|provide|ensure"
    r"|restore|maintain|issue|offer|notify|respond|deliver|all|no|hosting))\b"
)
_MADE_BY: Final = re.compile(
    r"\b(?:provided|offered|owned\s+and\s+operated|operated|delivered|managed|run"
    rf"|owned)\s+by\s+(?:the\s+)?{_NAME}|\b(?:between|offer\s+of)\s+(?:the\s+)?{_NAME.replace('<name>', '<name2>')}\s+(?"
    r":and|\()"
    rf"|\bservices?\s+that\s+{_NAME.replace('<name>', '<name3>')}\s+provides"
)
_NOBODY: Final = re.compile(
    r"(?:(?:this|these|the|our|your|its|all|any|each|no|we|you|it|they|if|when|once"
    rf"|in|for|planned|scheduled|emergency)\b.*|(?:{PROVIDER}|{CUSTOMER}|company"
    r"|parties|party|agreement|sla|service level.*|"
    r"service.*|support.*|uptime|availability|credits?|users?|maintenance.*|monitoring"
    r"|management|team|staff|hosting|network|platform|system|technical.*|incident.*"
    r"|priority.*|severity.*|monthly.*|help.*|"
    r".*(?:representative|officer|manager|plan)|downtime|response|resolution|contractor.*|government|article|section|term|data.*|backups?|security.*|email.*|phone.*|software.*))",
    re.IGNORECASE,
)


def _who_commits(source: Source) -> Iterator[Fact]:
    """The provider of a policy that names no parties: who most often commits himself, or by whom the services are provided."""
    seen: dict[str, list[Span]] = {}
    for number, statement in enumerate(source.statements):
        if statement.cell:
            continue
        matches = [*_COMMITS.finditer(statement.text), *(_MADE_BY.finditer(statement.text) if number < _OPENING / 2 else ())]
        for match in matches:
            group = next(name for name in ("name", "name2", "name3") if name in match.re.groupindex and match[name])
            if not _NOBODY.fullmatch(match[group]):
                seen.setdefault(match[group], []).append(statement.span.part(*match.span(group)))
    seen = {name: places for name, places in seen.items() if len(places) > 1 or not re.fullmatch(r"[A-Z]{2,5}", name)}
    if seen:
        places = max(seen.values(), key=len)
        yield Fact("parties", Party(role=Role.PROVIDER, name=places[0].raw), places[0], 0.6)


def party_of(entry: KeyValue) -> Party | None:
    """The party that a key names; in a plain line, only where the value looks like a name."""
    name = entry.value.raw.strip()
    if entry.role is None or (not entry.front and (not _LIKE_A_NAME.fullmatch(name) or _PLACEHOLDER.fullmatch(name))):
        return None
    return Party(role=entry.role, name=name)


_LIKE_A_NAME: Final = re.compile(r"[A-Z0-9][^.;:]{1,78}(?:\.[A-Za-z]{2,3}|(?:Inc|Ltd|Co|Corp|LLC|plc|B\.V|S\.A|GmbH)\.?)?[^.;:]{0,20}\.?")
