"""The parties: from their table, from key terms, from the words with which an agreement opens."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from sladocs.extract.en.fact_tables import PARTIES, role_of
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
    r"\(\s*(?:(?:the|a|as|each|hereinafter|hereafter|herein|referred|to|called|collectively|individually|or|and|also|its)\W+)*\"[^()]*\"[^()]*\)",
    re.IGNORECASE,
)
_QUOTED: Final = re.compile(r"\"([^\"]+)\"")
_NAME_END: Final = re.compile(
    r",?\s+(?:(?:an?|the)\s+[\w\s.-]*?(?:corporation|company|partnership|firm|association|entity|organi[sz]ation|university|branch|subsidiary|limited)\b"
    r"|with\s|having\s|whose\s|located\s|organi[sz]ed\s|incorporated\s|registered\s|existing\s|of\s+\d|at\s+\d|acting\s|doing\s+business|on\s+(?:the\s+)?(?:one|other))",
    re.IGNORECASE,
)


def _from_opening(source: Source) -> Iterator[Fact]:
    """The names that stand before ("Provider") and ("Customer"), or before a nickname whose bearer provides or pays."""
    seen: set[Role] = set()
    for statement in source.statements[:_OPENING]:
        for name, nicks in _named(statement):
            role = next((r for nick in nicks if (r := role_of(nick))), None) or _role_by_deeds(source, nicks)
            if role and role not in seen:
                seen.add(role)
                yield Fact("parties", Party(role=role, name=name.raw), name, 0.85)


def _named(statement: Statement) -> Iterator[tuple[Span, list[str]]]:
    """Each name with the words that it is called by in the rest of the document."""
    text = statement.text
    opens = _BETWEEN.search(text)
    position = opens.end() if opens else 0
    for match in _CALLED.finditer(text):
        if match.start() < position:
            continue
        part = text[position : match.start()]
        lead = re.match(r"[\s,;:]*(?:and\s+|by\s+and\s+between\s+|\(\w\)\s*)*", part)
        start = position + (lead.end() if lead else 0)
        if not opens:
            start = max(start, _last_break(text, start, match.start()))
        end = _NAME_END.search(text, start, match.start())
        name = statement.span.part(start, end.start() if end else match.start())
        position = match.end()
        if (
            1 < len(name.text) <= 90
            and name.text[0].isupper()
            and not re.search(r"\b(?:agreement|sla|terms|services?)\b", name.text, re.IGNORECASE)
        ):
            yield (
                Span(name.block, name.start, name.text.rstrip(","), name.raw[: len(name.text.rstrip(","))]),
                _QUOTED.findall(match.group()),
            )


def _last_break(text: str, start: int, end: int) -> int:
    """Where the last run of words in capitals before `end` begins."""
    match = re.search(r"(?:[A-Z][\w.&'-]*,?\s+(?:of\s+|and\s+|the\s+)?)*[A-Z][\w.&'-]*\s*$", text[start:end])
    return start + match.start() if match else start


_PROVIDES: Final = r"\s+(?:shall|will|agrees\s+to|warrants|must)\s+(?:\w+\s+){0,2}?(?:provide|host|support|perform|deliver|maintain|supply|use\s+(?:commercially\s+)?reasonable|correct|respond)"
_PAYS: Final = r"\s+(?:shall|will|agrees\s+to|must)\s+(?:\w+\s+){0,2}?(?:pay|purchase|order|reimburse)"


def _role_by_deeds(source: Source, nicks: list[str]) -> Role | None:
    """Whether the bearer of a nickname mostly provides or mostly pays."""
    text = source.document.text
    for nick in nicks:
        if nick.lower() in ("we", "us", "our"):
            return Role.PROVIDER
        if nick.lower() in ("you", "your"):
            return Role.CUSTOMER
        gives, pays = (len(re.findall(rf"\b{re.escape(nick)}{deed}", text)) for deed in (_PROVIDES, _PAYS))
        if gives > 2 * pays and gives > 1:
            return Role.PROVIDER
        if pays and pays >= gives:
            return Role.CUSTOMER
    return None


def party_of(entry: KeyValue) -> Party | None:
    """The party that a key names; in a plain line, only where the value looks like a name."""
    name = entry.value.raw.strip()
    if entry.role is None or (not entry.front and not _LIKE_A_NAME.fullmatch(name)):
        return None
    return Party(role=entry.role, name=name)


_LIKE_A_NAME: Final = re.compile(r"[A-Z0-9][^.;:]{1,78}(?:\.[A-Za-z]{2,3}|(?:Inc|Ltd|Co|Corp|LLC|plc|B\.V|S\.A|GmbH)\.?)?[^.;:]{0,20}\.?")
