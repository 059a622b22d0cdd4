"""The maintenance window: when planned work takes place, in the document's own words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from sladocs.extract.gates import Gated
from sladocs.extract.source import Fact, Source

_PLANNED: Final = r"(?:(?:planned|scheduled|regular|routine|standard|normal|weekly|preventive|system)\s+)*"
_WHEN: Final = (
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?|weekends?|weekly|monthly|\d{1,2}(?::\d\d)?\s*(?:am"
    r"|pm|a\.m|p\.m)|\d\d:\d\d|middle\s+of\s+the\s+week|night|midnight|off-peak"
)
_INTRODUCED: Final = re.compile(
    r"\bmaintenance\b[^.;:]{0,60}?\b(?:following\s+)?(?:windows?|times?|hours|schedule"
    r"|periods?)\b[^.;:]{0,30}(?<!\d):(?!\d)\s*(?P<value>\S.*?)\s*\.?\s*$",
    re.IGNORECASE | re.DOTALL,
)
_SAID: Final = re.compile(
    rf"\b(?:{_PLANNED}maintenance(?:\s+(?:windows?|work|activities|downtime))?|(?:planned|scheduled)\s+(?:downtimes?"
    rf"|outages?))\b[^.;:]{{0,80}}?\b(?:is"
    r"|are|be|must\s+be|takes?\s+place|occurs?|performed|carried\s+out|scheduled|done|conducted"
    r"|happens?)\b(?:\s+(?:scheduled|performed|carried\s+out|done|conducted|planned)\b)?"
    rf"(?:(?!\boutside\b|\bmaintaining\b)[^.;:]){{0,40}}?\b(?P<value>(?:\b(?:on|between|from|during|in\s+the|every|each"
    rf"|weekly)\s+)?[^.;]{{0,40}}?\b(?:{_WHEN})\b.*?)\s*(?=\.\s|\.?$|;|,\s+(?:unless"
    r"|with|and\s+(?:will|shall|is)|provided))",
    re.IGNORECASE | re.DOTALL,
)

_SUBJECT: Final = Gated(re.compile(r"\bmaintenance\b|\b(?:planned|scheduled)\s+(?:downtime|outage)", re.IGNORECASE))
_ELSEWHEN: Final = re.compile(r"\boutside\s+(?:of\s+)?(?:the\s+)?(?:\w+\s+)?(?:hours|mon|tues|wednes|thurs|fri|satur|sun)", re.IGNORECASE)
"""Words of the times at which no maintenance takes place."""
_LONGEST: Final = 110
"""How long a window may be in a sentence that does not introduce it with a colon."""


def read_maintenance_window(source: Source) -> Iterator[Fact]:
    """Each sentence that says when planned maintenance takes place."""
    for statement in source.statements:
        text = statement.text
        if not _SUBJECT.search(text):
            continue
        match = _INTRODUCED.search(text)
        sure = bool(match)
        match = match or (None if _ELSEWHEN.search(text) else _SAID.search(text))
        if (match and re.search(rf"\b(?:{_WHEN})\b", match["value"], re.IGNORECASE)) or (sure and match):
            span = statement.span.part(*match.span("value"))
            if not sure and (len(span.text) > _LONGEST or ": " in span.text or "%" in span.text):
                continue
            yield Fact("maintenance/window", span.raw, span.stripped(), 0.9 if sure else 0.65)
