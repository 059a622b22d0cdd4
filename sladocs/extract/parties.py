"""The parties: from their table, from key terms, from the words with which an agreement opens."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from sladocs.extract.en.fact_tables import PARTIES, role_of
from sladocs.extract.en.party_words import GROUPS, PLACEHOLDER, ROLE_IN_BRACKETS
from sladocs.extract.keyvalues import KeyValue
from sladocs.extract.organisations import read_organisations
from sladocs.extract.places import Span, block_span
from sladocs.extract.source import Fact, Source
from sladocs.extract.statements import Statement
from sladocs.model.agreement import Party, Role
from sladocs.model.document import ListItem, Paragraph
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
    r"|individually|or|and|also|its)\W{1,4}){0,12}\"[^()]{0,200}?\"[^()]{0,200}\)|" + ROLE_IN_BRACKETS,
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
    if not found:
        found = list(_between(source)) or list(_under_role(source))
        yield from found
    roles = {fact.value.role for fact in found}
    if Role.PROVIDER not in roles:
        yield from (fact for fact in read_organisations(source) if fact.value.role not in roles)


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
            yield name.part(0, trimmed), [match["role"]] if match["role"] else _QUOTED.findall(match.group())


_PLAIN_NAME: Final = r"(?:[A-Z0-9][\w&'.-]*(?:,?\s+(?:of\s+(?:the\s+)?|and\s+(?=\w+\s+(?:Ltd|LLC|Inc))|&\s+)?[A-Z0-9][\w&'.-]*){0,7})"
_PLAINLY_BETWEEN: Final = re.compile(
    r"(?i:\b(?:agreement|sla|ola|contract|plan|document|arrangement|offer|made|concluded"
    r"|entered)\b)[^.;]{0,80}?\bbetween\s+(?:the\s+|our\s+)?(?P<one>" + _PLAIN_NAME + r"|\[[^\]]*\]|you|customers?)(?:\s+\([^)]*\))?,?"
    r"\s+and\s+(?:the\s+|its\s+)?(?P<two>"
    + _PLAIN_NAME
    + r"|\[[^\]]*\]|you|(?:our |its |the )?(?:customers?|clients?|users?|merchants?)\b)"
)


def _between(source: Source) -> Iterator[Fact]:
    """The names of "between X and Y" that bears no nicknames; which of them provides shows by what each does, else the first does."""
    for statement in source.statements[:_OPENING]:
        match = _PLAINLY_BETWEEN.search(statement.text)
        if match is None:
            continue
        ends = [statement.span.part(*match.span(group)) for group in ("one", "two")]
        names = [
            _without_stop(end) if _is_a_name(end.text) and role_of(end.text) is None and not GROUPS.match(end.text) else None
            for end in ends
        ]
        told = [_role_told(end.text) for end in ends]
        deeds = [_deeds(source, [name.text]) if name else 0 for name in names]
        turned = told[0] is Role.CUSTOMER or told[1] is Role.PROVIDER or (None not in names and deeds[1] > deeds[0])
        roles = (Role.CUSTOMER, Role.PROVIDER) if turned else (Role.PROVIDER, Role.CUSTOMER)
        found = [Fact("parties", Party(role=role, name=name.raw), name, 0.7) for role, name in zip(roles, names, strict=True) if name]
        if found:
            yield from found
            return


def _role_told(text: str) -> Role | None:
    """The role that words other than a name tell: "[CLIENT NAME]", "our customers"."""
    words = re.sub(r"[\[\]<>_]|\bname\b", " ", text, flags=re.IGNORECASE)
    return role_of(" ".join(words.split())) or (Role.CUSTOMER if GROUPS.match(text) else None)


def _without_stop(span: Span) -> Span:
    """A name without the full stop of its sentence; that of "Inc." stays."""
    text = re.sub(r"(?<!\bInc)(?<!\bLtd)(?<!\bCo)(?<!\bLTD)\.+$", "", span.text)
    return span.part(0, len(text))


_NAMED_LINE: Final = re.compile(
    r"^(?i:company|name|organi[sz]ation|company name|legal name)\s*[:–-]\s*(?P<name>[A-Z0-9][^:|]{1,60}?)(?=\s+(?:(?:Account"
    r"|Contract|Contact|Primary|Registered|Billing|Legal)\s)?[A-Z]\w+:|\s*$)"
)


def _under_role(source: Source) -> Iterator[Fact]:
    """A line "Company: Northwind Ltd" under a heading that is a role ("Service Provider")."""
    for index, block in enumerate(source.document.blocks):
        role = role_of(source.headings(index)[-1]) if isinstance(block, Paragraph | ListItem) and source.headings(index) else None
        match = _NAMED_LINE.match(block_span(source.document, index).text) if role else None
        if role and match and not PLACEHOLDER.fullmatch(match["name"]):
            name = block_span(source.document, index).part(*match.span("name"))
            yield Fact("parties", Party(role=role, name=name.raw), name, 0.8)


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
        and not re.search(r"\b(?:agreement|sla|terms|services?|orders?|forms?|statements?|schedules?|exhibits?)\b", text, re.IGNORECASE)
        and not re.search(r"\b(?:shall|will|must|cannot|is|are|be|has|have)\b", text)
        and not PLACEHOLDER.fullmatch(text)
    )


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
    given, paid = (sum(_count(rf"\b{re.escape(nick)}{deed}", nick, text) for nick in nicks) for deed in (_PROVIDES, _PAYS))
    return given - 2 * paid


def _count(pattern: str, nick: str, text: str) -> int:
    """How often a pattern that begins with a nickname matches: it is tried only where the nickname stands."""
    tried = re.compile(pattern, re.IGNORECASE)
    if not (text.isascii() and nick.isascii()):
        return len(tried.findall(text))
    count = end = 0
    lowered, sought = text.lower(), nick.lower()
    at = lowered.find(sought)
    while at >= 0:
        if at >= end and (match := tried.match(text, at)):
            count, end = count + 1, match.end()
        at = lowered.find(sought, at + 1)
    return count


def party_of(entry: KeyValue) -> Party | None:
    """The party that a key names; in a plain line, only where the value looks like a name."""
    name = _NUMBER.sub("", entry.value.raw.strip())
    name = re.sub(r"\s*\(\s*[\"“][^)]*\)\s*$", "", name)
    if (
        entry.role is None
        or (len(name) > _LONGEST_NAME and not _like_a_name(name))
        or (not entry.front and (not _like_a_name(name) or PLACEHOLDER.fullmatch(name)))
    ):
        return None
    return Party(role=entry.role, name=name)


_NUMBER: Final = re.compile(r"\s*\([^()]*\b(?:number|no\.|registered|registration|ABN|ACN|CIC)\b[^()]*\)\s*$", re.IGNORECASE)
"""The number of a company behind its name."""
_LONGEST_NAME: Final = 60
"""What is longer must look like a name even in a table of key terms."""
_LIKE_A_NAME: Final = re.compile(r"[A-Z0-9][^.;:]{1,78}(?:\.[A-Za-z]{2,3}|(?:Inc|Ltd|Co|Corp|LLC|plc|B\.V|S\.A|GmbH)\.?)?[^.;:]{0,20}\.?")


def _like_a_name(text: str) -> bool:
    """Whether the words of a line are a name: it opens with a capital, and most of its long words do."""
    long = [word for word in re.findall(r"[A-Za-z][\w&'’-]*", text) if len(word) > 3]
    return bool(_LIKE_A_NAME.fullmatch(text)) and 2 * sum(word[0].isupper() for word in long) >= len(long)
