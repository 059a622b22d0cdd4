"""Chronic failure: how often a level must be missed until the customer may end the agreement."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from sladocs.extract.en.quantities import find_numbers, find_quantities
from sladocs.extract.gates import Gated
from sladocs.extract.places import Span
from sladocs.extract.source import Fact, Source
from sladocs.extract.statements import Statement
from sladocs.model.agreement import ChronicFailure
from sladocs.model.finding import Finding

_COUNT: Final = (
    r"(?:(?:[a-z-]+\s+){0,6}?[a-z-]+\s*\(\s*[\d,]+\s*\)|\d+|one|two|three|four|five"
    r"|six|seven|eight|nine|ten|eleven|twelve|eighteen|twenty-four)"
)
_CONSECUTIVE: Final = re.compile(
    rf"(?P<count>{_COUNT})(?:\s+or\s+more)?\s+(?:(?:consecutive|successive)(?:\s+calendar)?\s+(?:months?"
    r"|measurement\s+periods?|periods?)|(?:calendar\s+)?months?\s+(?:in\s+a\s+row"
    r"|running|in\s+succession))",
    re.IGNORECASE,
)
_WITHIN: Final = re.compile(
    rf"(?P<failures>{_COUNT})\s+(?:or\s+more\s+|separate\s+|different\s+|calendar\s+"
    r"|(?:of|out\s+of)\s+(?:the\s+|any\s+)?)*(?:months?|times|occasions|failures"
    r"|measurement\s+periods?)?\s*(?:with)?(?:in|out\s+of|during|of)\s+"
    r"(?:any\s+|a\s+|an\s+|the\s+|each\s+|every\s+|consecutive\s+|rolling\s+|period\s+of\s+"
    rf"|calendar\s+|last\s+|preceding\s+)*(?P<within>{_COUNT})[\s-]+(?:consecutive\s+"
    r"|rolling\s+|calendar\s+|successive\s+|contiguous\s+)*months?",
    re.IGNORECASE,
)
_FAILS: Final = Gated(
    re.compile(
        r"\b(?:miss(?:es|ed)?|fail(?:s|ed|ure|ures)?|below|not\s+(?:met|meet|reach\w*)"
        r"|breach\w*|less\s+than|under|chronic|persistent|repeated)\b",
        re.IGNORECASE,
    )
)
_ENDS: Final = re.compile(
    r"\bterminat\w+|\bcancel\w*|\bend\b|\bchronic|\bpersistent|\bwithdraw|\bexit|\bmaterial\s+breach|\brepeated", re.IGNORECASE
)
_EXCUSED: Final = re.compile(r"\bforce\s+majeure\b|\bpay(?:s|ment|ments)?\b|\binvoices?\b", re.IGNORECASE)
_INTRODUCED: Final = re.compile(
    r"\bfollowing\s+(?:case|event|circumstance|condition)s?\s*:\s*(?P<value>\S.*?)\s*\.?\s*$", re.IGNORECASE | re.DOTALL
)
_BELOW: Final = re.compile(r"\b(?:below|under|less\s+than)\s*$", re.IGNORECASE)
_REPEATED: Final = re.compile(
    rf"\bmore\s+than\s+{_COUNT}\s+times\b[^.;]*|\b{_COUNT}\s+(?:or\s+more\s+)?(?:times|occasions|failures|incidents|breaches)\b[^.;]*",
    re.IGNORECASE,
)
_CONDITION: Final = re.compile(
    r"(?P<opens>\b(?:if|where|when|in\s+the\s+event\s+that|should)\b.*?)(?=,\s*(?:(?:then\s+)?(?:the\s+)?(?:\w+\s+){0,3"
    r"}(?:may|shall|will|can|has|have|is|are)\b)|[.;](?!\d)|$)"
    r"|(?P<bare>\b(?:fail(?:s|ed)|uptime|availability)\b.*?)(?=\s+(?:shall|will|may|constitutes?|entitles?|gives?)\b|[.;](?!\d)|$)",
    re.IGNORECASE | re.DOTALL,
)


def read_chronic_failure(source: Source) -> Iterator[Fact | Finding]:
    """Each sentence on failures that repeat and a right to end the agreement."""
    for statement in source.statements:
        about = f"{statement.about} {statement.text}"
        if statement.cell or not _FAILS.search(statement.text) or not _ENDS.search(about) or _EXCUSED.search(about):
            continue
        found = _counted(source, statement)
        if found is not None:
            yield found


def _counted(source: Source, statement: Statement) -> Fact | Finding | None:
    text = statement.text
    if match := _INTRODUCED.search(text):
        span = statement.span.part(*match.span("value"))
        return Fact("chronic_failure", ChronicFailure(text=span.raw), span, 0.85)
    within = _WITHIN.search(text)
    consecutive = next((m for m in _CONSECUTIVE.finditer(text) if not (within and within.start() < m.end() <= within.end())), None)
    if not within and not consecutive:
        repeated = _REPEATED.search(text)
        words = _words(statement) if repeated else None
        return Fact("chronic_failure", ChronicFailure(text=words.raw), words, 0.6) if words else None
    counts = {
        "consecutive": _number(consecutive["count"]) if consecutive else None,
        "failures": _number(within["failures"]) if within else None,
        "within": _number(within["within"]) if within else None,
    }
    span = _words(statement)
    if any(count == 0 for count in counts.values()):
        return source.finding("E03", f'The words and the digits in "{span.text}" differ.', span, "chronic_failure")
    below = next((q.quantity.value for q in find_quantities(text) if q.quantity.unit == "percent" and _BELOW.search(text[: q.start])), None)
    return Fact("chronic_failure", ChronicFailure(**counts, below=below), span, 0.85)


def _number(words: str) -> int:
    """A count in words, digits or both; 0 where they differ."""
    found = find_numbers(words)
    if not found or found[-1].disagrees or found[-1].value != found[-1].value.to_integral_value():
        return 0
    return int(found[-1].value)


def _words(statement: Statement) -> Span:
    """The condition of the sentence, without what follows from it."""
    match = _CONDITION.search(statement.text)
    return statement.span.part(match.start(), match.end()) if match else statement.span
