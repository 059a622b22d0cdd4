"""The terms of an agreement: from its sentences, and from its keys and values."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from typing import Final

from sladocs.extract.en.credit_frames import BASES, NOT_SOLE, REMEDIED, SOLE
from sladocs.extract.en.fact_tables import frequency_of
from sladocs.extract.en.frames import Frame
from sladocs.extract.en.law import LAW, LAW_END, NO_LAW
from sladocs.extract.en.quantities import find_dates, find_quantities
from sladocs.extract.en.remedies import basis_of
from sladocs.extract.en.shapes import Shape
from sladocs.extract.en.term_frames import ADVERBS, RENEWS_OFTEN
from sladocs.extract.en.terms import FRAMES
from sladocs.extract.gates import Gated
from sladocs.extract.keyvalues import KeyValue
from sladocs.extract.source import Fact, Source
from sladocs.extract.statements import Statement
from sladocs.model.agreement import AsWritten, CreditCap, Report, Review
from sladocs.model.finding import Finding
from sladocs.model.phrases import BASIS_WORDS
from sladocs.model.quantity import Dimension, Duration

_TERM_DATES: Final = ("term/effective_date", "term/expiration_date")
_DATES: Final = (*_TERM_DATES, "pilot/start", "pilot/first_commitment")
_DURATIONS: Final = (
    "term/initial",
    "term/renewal",
    "term/renewal_notice",
    "term/termination_notice",
    "term/cure_period",
    "credit_terms/claim_window",
    "pilot/period",
    "pilot/extension",
)
_SUMS: Final = ("pilot/sunk_cost_cap",)
_CUE: Final = re.compile(
    r"\b(?:term|terminat|renew|exten|notice|effect|expir|dated|entered|commenc|start"
    r"|begin|until|cure|remed|rectif|correct|breach|default|credit|claim|refund"
    r"|compensat|penalt|"
    r"pilot|trial|valid|ends?\b|force|last|cancel|period|duration|bound|commit|binding|spen[dt]|sunk|cost)\w*",
    re.IGNORECASE,
)


_FRAMES: Final = tuple((frame, Gated(frame.pattern)) for frame in FRAMES)
_LAW: Final = Gated(LAW)
_CUED: Final = Gated(_CUE)
_SOLE: Final = Gated(SOLE)


def read_terms(source: Source) -> Iterator[Fact | Finding]:
    """Every term that a sentence states, once for each sentence that states it."""
    for statement in source.statements:
        if _CUED.search(statement.text) or _CUED.search(statement.lead):
            yield from _of_statement(source, statement)
        yield from _law(statement)


def _of_statement(source: Source, statement: Statement) -> Iterator[Fact | Finding]:
    shape = statement.shape
    done: set[str] = set()
    for frame, gated in _FRAMES:
        if frame.path in done:
            continue
        for match in gated.finditer(shape.text):
            if not _applies(frame, statement):
                break
            done.add(frame.path)
            yield from _reading(source, statement, frame, shape, match)
            break
    if "term/renewal" not in done and (often := RENEWS_OFTEN.search(statement.text)):
        unit = ADVERBS[" ".join((often["how"] or often["how2"]).lower().replace("-", " ").split())]
        group = "how" if often["how"] else "how2"
        yield Fact("term/renewal", Duration(value=Decimal(1), unit=unit), statement.span.part(*often.span(group)), 0.8)


def _applies(frame: Frame, statement: Statement) -> bool:
    """Whether what must be said is said, in the sentence or over it, and what must not be is not."""
    if frame.about and not frame.about.search(statement.text) and not frame.about.search(statement.about):
        return False
    return not (frame.barred and frame.barred.search(statement.shape.text))


def _reading(source: Source, statement: Statement, frame: Frame, shape: Shape, match: re.Match[str]) -> Iterator[Fact | Finding]:
    """The fact that a frame found, or a finding where its figure cannot be trusted."""
    sign = match["value"]
    if frame.path in _DATES:
        date = shape.date(sign)
        yield Fact(frame.path, date.date, statement.span.part(date.start, date.end), frame.confidence)
        return
    mention = shape.quantity(sign)
    span = statement.span.part(mention.start, mention.end)
    if mention.disagrees:
        yield source.finding("E03", f'The words and the digits of "{span.text}" differ; it is kept as written.', span, frame.path)
        if frame.path in (*_DURATIONS, *_SUMS):
            yield Fact(frame.path, AsWritten(text=span.raw), span, 0.5)
        return
    if frame.path in _SUMS:
        if mention.quantity.dimension is Dimension.MONEY:
            yield Fact(frame.path, mention.quantity, span, frame.confidence)
        return
    if frame.path == "credit_terms/cap":
        after = statement.text[mention.end : mention.end + 120]
        cap, end = cap_of(mention.quantity.value, mention.quantity.unit, after)
        if cap.basis is None and cap.unit == "percent":
            cap = cap.model_copy(update={"basis": basis_of(statement.text[: mention.start])})
        yield Fact(frame.path, cap, statement.span.part(mention.start, mention.end + end), frame.confidence)
        return
    try:
        yield Fact(frame.path, Duration(value=mention.quantity.value, unit=mention.quantity.unit), span, frame.confidence)
    except ValueError:
        yield source.finding("E04", f'"{span.text}" is no length of time that can be kept.', span, frame.path)


_MONTH: Final = (
    r"(?:(?:one|single|given|calendar|billing|particular|applicable|subscription)\s+){0,2}(?:month|billing\s+(?:period|cycle))\b"
)
_OF: Final = re.compile(
    r"\s*(?:(?:cumulative|in total|total)\s+)?(?P<of>(?:of|on|for|from)\b[^.;,:()]*|(?:monthly|annual|yearly|daily)\b[^.;,:()]*"
    rf"|(?:in|during|within)\s+(?:any|a|an|each|the|every|that)\s+{_MONTH}|(?:per|each|every|a)\s+{_MONTH}"
    r"|(?:'s|s'|s)?\s+(?:[\w-]+\s+){0,4}?(?:fees?|charges?|subscription|payments?|hosting|rent)\b|\([^)]*\)\s+of\b[^.;,:()]*)",
    re.IGNORECASE,
)
"""What stands behind the figure of a cap and tells what it is a share of: "of the fees", "in any one month", "'s hosting fees"."""


def cap_of(value: Decimal, unit: str, after: str) -> tuple[CreditCap, int]:
    """A cap with what it is a share of, by the words behind the figure, and how many of them belong to it."""
    match = _OF.match(after)
    if match is None:
        return CreditCap(value=value, unit=unit), 0
    words = match["of"].strip()
    known = next(
        (basis for basis, phrase in BASIS_WORDS.items() if words.lower() == phrase or words.lower().startswith(f"{phrase} ")), None
    )
    if known:
        return CreditCap(value=value, unit=unit, basis=known), match.start("of") + len(BASIS_WORDS[known])
    basis = next((name for name, pattern in BASES if pattern.search(words)), None)
    basis = basis or (
        "monthly_fee"
        if re.search(rf"(?i)\b{_MONTH}", words) or (unit == "month" and not words.lower().startswith(("of", "on", "for", "from")))
        else None
    )
    return CreditCap(value=value, unit=unit, basis=basis), match.end() if basis else 0


def _law(statement: Statement) -> Iterator[Fact]:
    """Whose law governs, in the words of the document."""
    match = _LAW.search(statement.text)
    if match is None:
        return
    group = "of" if match["of"] else "adjective"
    start, end = match.span(group)
    ending = LAW_END.search(statement.text[start:end])
    span = statement.span.part(start, start + ending.start() if ending else end)
    if span.text and not NO_LAW.fullmatch(span.text):
        yield Fact("governing_law", span.raw, span, 0.9)


def read_sole_remedy(source: Source) -> Iterator[Fact]:
    """Whether credits are the only remedy: true where a sentence says so, false where one says that they are not."""
    for statement in source.statements:
        if _SOLE.search(statement.text) and (REMEDIED.search(statement.text) or REMEDIED.search(statement.about)):
            yield Fact("credit_terms/sole_remedy", not NOT_SOLE.search(statement.text), statement.span, 0.85)


# --- keys and values ---


def of_keyvalue(source: Source, entry: KeyValue) -> Iterator[Fact | Finding]:
    """The fact that a value under a known key gives; in a key-terms table a value that is not understood is kept as written."""
    reader = _READERS.get(entry.path)
    if reader is None:
        return
    fact = reader(entry)
    if entry.path == "term/initial" and len(dates := find_dates(entry.value.text)) == 2:
        for path, date in zip(_TERM_DATES, dates, strict=True):  # "12 months (January 1, 2024 - December 31, 2024)"
            yield Fact(path, date.date, entry.value.part(date.start, date.end), 0.85)
    if fact is not None:
        yield Fact(entry.path, fact, entry.value, 0.95 if entry.front else 0.85)
    elif entry.front:
        yield source.finding(
            "E04", f'The value "{entry.value.text}" of "{entry.key.text.strip()}" was not understood.', entry.value, entry.path
        )
        if entry.path in (*_DATES, *_DURATIONS, *_SUMS):
            yield Fact(entry.path, AsWritten(text=entry.value.raw), entry.value, 0.5)


def _date(entry: KeyValue) -> object | None:
    found = find_dates(entry.value.text)
    return found[0].date if len(found) == 1 or (found and entry.path == "term/effective_date") else None


def _duration(entry: KeyValue) -> object | None:
    found = [
        m for m in find_quantities(entry.value.text) if m.quantity.dimension in (Dimension.TIME, Dimension.BUSINESS_TIME, Dimension.MONTHS)
    ]
    if len(found) != 1 or found[0].disagrees or (not entry.front and len(entry.value.text) > 60):
        return None
    try:
        return Duration(value=found[0].quantity.value, unit=found[0].quantity.unit)
    except ValueError:
        return None


def _cap(entry: KeyValue) -> object | None:
    found = find_quantities(entry.value.text)
    if not found or found[0].disagrees:
        return None
    return cap_of(found[0].quantity.value, found[0].quantity.unit, entry.value.text[found[0].end :])[0]


def _sum(entry: KeyValue) -> object | None:
    found = [m for m in find_quantities(entry.value.text) if m.quantity.dimension is Dimension.MONEY]
    return found[0].quantity if len(found) == 1 and not found[0].disagrees else None


def _words(entry: KeyValue) -> object | None:
    return entry.value.raw.strip() if entry.front or len(entry.value.text) <= 80 else None


_SAYS_WHEN: Final = re.compile(
    r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b|\b\d{1,2}:\d\d\b|\b\d{1,2}\s*[ap]\.?m\b|\bweekends?\b|\bnights?\b", re.IGNORECASE
)


def _window(entry: KeyValue) -> object | None:
    """When planned work is done: words that say a day or a clock time, whatever stands among the key terms."""
    return _words(entry) if entry.front or _SAYS_WHEN.search(entry.value.text) else None


def _report(entry: KeyValue) -> object | None:
    frequency = frequency_of(entry.value.text)
    return Report(frequency=frequency) if frequency else None


def _review(entry: KeyValue) -> object | None:
    frequency = frequency_of(entry.value.text)
    return Review(frequency=frequency) if frequency else None


_IS_SENTENCE: Final = re.compile(r"\b(?:is|are|shall|will|be|applies|apply|governs?)\b", re.IGNORECASE)
"""A sentence under the heading "Governing law" is read as one, not as the name of the law."""

_READERS: Final[Mapping[str, Callable[[KeyValue], object | None]]] = {
    **dict.fromkeys(_DATES, _date),
    **dict.fromkeys(_DURATIONS, _duration),
    **dict.fromkeys(_SUMS, _sum),
    "pilot/scope": _words,
    "credit_terms/cap": _cap,
    "maintenance/notice": lambda entry: _duration(entry) if entry.front else None,
    "governing_law": lambda entry: None if not entry.front and _IS_SENTENCE.search(entry.value.text) else _words(entry),
    "maintenance/window": _window,
    "support_hours": _words,
    "reports": _report,
    "reviews": _review,
}
