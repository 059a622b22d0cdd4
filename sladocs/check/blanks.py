"""Rule L32: what was left open in the words: blanks, notes to the drafter, amounts in words that differ from their digits."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from typing import Final, NamedTuple

from pydantic import BaseModel

from sladocs.check.rule import Subject, rule
from sladocs.model.agreement import Agreement, Role
from sladocs.model.document import Document, Heading, block_text
from sladocs.model.document import Table as TableBlock
from sladocs.model.finding import Finding, Place, Severity

_ORDER: Final = r"insert|enter|specify|fill in|select|choose|describe|your|tb[adc]|to be (?:agreed|confirmed|determined|completed|inserted)"
"""How a note to the drafter begins."""
_PARTY: Final = (
    r"customer|client|provider|supplier|vendor|company|party|service|contract|agreement|project|product|effective|start|end|signatory"
)
_DETAIL: Final = (
    r"name|date|address|number|title|details?|contact|e-?mail|amount|percentage|currency|jurisdiction|country|month|year|day|value"
)
_NOTE: Final = rf"(?:{_ORDER})\b[^\[\]\n]{{0,80}}|(?:(?:{_PARTY})(?:'s)?\s)?(?:{_DETAIL})|{_PARTY}|n|x+|y+"
"""What stands between brackets where something is to be filled in."""
_BLANKS: Final = {
    "stars": r"\[\s{0,20}(?:\*+|[\u25cf\u2022\u2026_.]+)?\s{0,20}\](?!\()",  # [***] [*] [...] [ ]
    "line": r"(?<!\w)_{3,}(?!\w)",
    "note": rf"(?<!\[)\[\s{{0,20}}(?:{_NOTE})\s{{0,20}}\](?![(\[\]])",  # [insert date], not a link of Markdown, not [[Term]]
    "angle": r"<\s*(?:insert|enter|specify|your|name of|date of|fill in)\b[^<>\n]{0,80}>",
    "later": r"\b(?:TBD|TBC|TBA|T\.B\.[DCA]\.)(?!\w)",
    "braces": r"\{\{[^{}\n]{0,80}\}\}|\{%[^%\n]{0,80}%\}",
}
_BLANK: Final = re.compile("|".join(f"(?P<{kind}>{pattern})" for kind, pattern in _BLANKS.items()), re.IGNORECASE)
_WHOLE_LATER: Final = re.compile(
    r"(?:to be (?:agreed|confirmed|determined|completed|advised|defined)|to follow|\?{2,}|xx+|n\.?n\.?)\.?", re.IGNORECASE
)
_SIGNING: Final = re.compile(
    r"(?:signed|signature|signatory|by|name|print(?:ed)? name|title|position|date|dated|place|witness(?:ed)?|"
    r"for and on behalf of[^_]*|its)(?:\s{0,3}\([^()]{0,40}\))?\s{0,40}:?[_\s]{0,40}?_{3}",
    re.IGNORECASE,
)

_ONE: Final = (
    r"(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|"
    r"twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million)"
)
_JOIN: Final = r"(?:\s{1,9}|-|(?<=hundred)\s{1,9}and\s{1,9}|(?<=thousand)\s{1,9}and\s{1,9})"
_AMOUNT: Final = re.compile(
    rf"(?<![\w-])(?P<words>{_ONE}(?:{_JOIN}{_ONE}){{0,12}}(?:\s{{1,9}}point(?:\s{{1,9}}{_ONE}){{1,6}})?)"
    r"(?:\s{1,9}(?P<unit>percent|per\s{1,9}cent|[a-z]{1,20}(?:\s(?:days?|hours?|minutes?))?))?"
    r"\s{0,9}\(\s{0,9}(?:[A-Z]{3}|[$\u20ac\u00a3])?\s{0,9}"
    r"(?P<digits>\d[\d,]{0,20}(?:\.\d{1,9})?)\s{0,9}(?P<inside>%|[a-z][a-z ]{0,20})?\s{0,9}\)",
    re.IGNORECASE,
)
"""An amount in words with digits in brackets behind it. Every repetition has a bound, so that no text takes long."""
_REFERENCE: Final = re.compile(
    r"\b(?:clauses?|sections?|schedules?|articles?|paragraphs?|annex(?:es)?|exhibits?|appendix|parts?|priority|severity|levels?|phase|items?|"
    r"tables?|figures?|tiers?|steps?|category|class|chapter)\s*$",
    re.IGNORECASE,
)


LONGEST_QUOTE: Final = 80
"""The most characters of a blank that are told."""


class Blank(NamedTuple):
    """Something left open: what stands there, and the two amounts where words and digits differ."""

    quote: str
    kind: str
    amounts: tuple[str, str] | None = None


@rule("L32")
def blank_left(subject: Subject) -> Iterator[Finding]:
    """Something left open in the agreement's words or in the document's text.

    Formula: `[***]`, `[●]`, `____` (not on a signature line), TBD, TBC, `[insert ...]`, `[date]`, `<insert ...>`, a
    value that is only "to be agreed"; a provider or customer that an agreement of one of our types does not name;
    template braces; an amount in words that differs from the digits behind it:
    "thirty (20) days". A number in words before a list mark, and a clause or priority called by a number in words,
    are no amounts.

    Severity: error; warning for template braces, since a name may contain them.

    Remedy: fill the blank; let words and digits agree.

    Source: where words and figures differ the words prevail (Bills of Exchange Act 1882, section 9(2); UCC 3-114), so
    the digits that people read are not the ones that count.

    Fires:
        special_terms:
          - {heading: Notice, text: "Notice is given within thirty (20) days to [insert name]."}

    Does not fire:
        special_terms:
          - {heading: Notice, text: "Notice is given within thirty (30) days to the service desk."}
    """
    in_agreement: set[str] = set()
    for path, text in strings(subject.agreement):
        for blank in blanks(text):
            in_agreement.add(text)
            yield _finding(blank, Place(path=path, quote=_around(text, blank.quote)))
    if subject.agreement.template:
        yield from _unnamed(subject.agreement)
    if subject.document is not None:
        yield from _in_document(subject.document, in_agreement)


def _unnamed(agreement: Agreement) -> Iterator[Finding]:
    """The two parties without whom there is no contract, where they are not named."""
    for role in (Role.PROVIDER, Role.CUSTOMER):
        named = [party.name for party in agreement.parties if party.role is role]
        if not any(any(ch.isalnum() for ch in name) for name in named):
            message = f"The agreement names no {role}."
            remedy = f"Write {role}: and the full legal name."
            yield Finding(code="L32", severity=Severity.ERROR, message=message, place=Place(path="parties"), remedy=remedy)


def _in_document(document: Document, told: set[str]) -> Iterator[Finding]:
    """The blanks of the document's text, signature blocks apart, and without those that the agreement's own words hold."""
    section: str | None = None
    for block in (*document.front, *document.body):
        if isinstance(block, TableBlock) and block.layout == "signatures":
            continue
        if isinstance(block, Heading):
            section = block_text(block)
        text = block_text(block)
        for blank in blanks(text):
            if not any(known in text and blank.quote in known for known in told):
                yield _finding(blank, Place(page=block.page, section=section, quote=_around(text, blank.quote)))


def _finding(blank: Blank, place: Place) -> Finding:
    quote = blank.quote if len(blank.quote) <= LONGEST_QUOTE else f"{blank.quote[:LONGEST_QUOTE]}…"
    if blank.amounts:
        message = f"Words and digits differ in {quote!r}: the words say {blank.amounts[0]}, the digits {blank.amounts[1]}."
        remedy = "Let words and digits say the same."
    else:
        message, remedy = f"{quote!r} was left open.", "Fill it, or take it out."
    severity = Severity.WARNING if blank.kind == "braces" else Severity.ERROR
    return Finding(code="L32", severity=severity, message=message, place=place, remedy=remedy)


def strings(model: Agreement) -> Iterator[tuple[str, str]]:
    """Every text of an agreement with its path."""
    yield from _strings(model, "")


def _strings(value: object, path: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield path, str(value)
    elif isinstance(value, BaseModel):
        for name, part in value:
            yield from _strings(part, f"{path}/{name}" if path else name)
    elif isinstance(value, tuple):
        for index, part in enumerate(value):
            yield from _strings(part, f"{path}/{index}")


def blanks(text: str) -> Iterator[Blank]:
    """What a text leaves open."""
    if _WHOLE_LATER.fullmatch(text.strip()):
        yield Blank(text.strip(), "later")
        return
    signing = [match.span() for match in _SIGNING.finditer(text)]
    for match in _BLANK.finditer(text):
        kind = match.lastgroup or ""
        if kind == "line" and any(start <= match.start() < end for start, end in signing):
            continue
        yield Blank(match.group(), kind)
    for match in _AMOUNT.finditer(text):
        if differing := _differing(match, text):
            yield Blank(" ".join(match.group().split()), "amount", differing)


def _differing(match: re.Match[str], text: str) -> tuple[str, str] | None:
    """The amounts in words and in digits where both are surely meant to be the same and are not."""
    unit, inside = (match["unit"] or "").lower(), (match["inside"] or "").strip().lower()
    if unit and not inside:
        return None
    if inside and not _same_unit(unit, inside):
        return None
    if _REFERENCE.search(text[: match.start()]) or _enumerates(match, text):
        return None
    words = _amount(match["words"])
    try:
        digits = Decimal(match["digits"].replace(",", ""))
    except InvalidOperation:
        return None
    if words is None or words == digits:
        return None
    return f"{words:f}", match["digits"]


def _same_unit(unit: str, inside: str) -> bool:
    percent = ("%", "percent", "per cent")
    if inside in percent:
        return unit in (*percent, "")
    return unit.rstrip("s") == inside.rstrip("s")


def _enumerates(match: re.Match[str], text: str) -> bool:
    """Whether the digits count the items of a list in the sentence: "(1) pick one (2) pick two"."""
    digits = match["digits"]
    return digits.isdigit() and int(digits) > 1 and f"({int(digits) - 1})" in text[: match.start()]


def _amount(words: str) -> Decimal | None:
    """A number in words, with decimals after "point": "ninety-nine point nine" is 99.9."""
    from text_to_num import text2num

    whole, _, decimals = " ".join(words.lower().split()).partition(" point ")
    try:
        value = Decimal(text2num(whole, "en"))
        digits = "".join(str(text2num(word, "en")) for word in decimals.split())
    except ValueError:
        return None
    return value + Decimal(f"0.{digits}") if digits else value


def _around(text: str, quote: str) -> str:
    """The quote with a few words on both sides, on one line."""
    flat = " ".join(text.split())
    at = flat.find(" ".join(quote.split()))
    if at < 0:
        return quote
    start, end = max(0, at - 30), min(len(flat), at + len(quote) + 30)
    return f"{'…' if start else ''}{flat[start:end]}{'…' if end < len(flat) else ''}"
