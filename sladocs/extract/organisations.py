"""Who a document without an introduction of its parties is by, and for whom: the names that act in it, weighed by what they do.

A web page says "Northwind will use reasonable efforts", never "between Northwind and you"; a buyer's statement of work names the agency
and calls the other side the contractor. A name is a run of words in capitals that are no words of the field and that the document does not
use in small letters, too.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from sladocs.extract.en.fact_tables import CUSTOMER, PROVIDER
from sladocs.extract.en.party_words import (
    ADJECTIVE,
    BEFORE_CUSTOMER,
    BEFORE_PROVIDER,
    COMMON,
    DEPARTMENT,
    NAMELESS_PROVIDER,
    NEAR_PROVIDER,
    OFFERED,
    ORGANISATION,
    OWNED,
    PLACEHOLDER,
    PROVIDES,
    RECEIVES,
)
from sladocs.extract.kind_model import common_words
from sladocs.extract.places import Span, block_span
from sladocs.extract.source import Fact, Source
from sladocs.model.agreement import Party, Role
from sladocs.model.document import Heading, ListItem, Paragraph, Table

_DOMAIN: Final = r"[A-Za-z][\w-]*\.(?:com|net|org|io|ai|gov|co|cloud|dev|app|eu|uk|de)\b(?!/)"
_CAPITAL: Final = r"(?:[A-Z0-9][\w&+-]*[A-Za-z&][\w&+-]*(?:\.[A-Z][\w]*)*|[A-Z]\b)"
_NAME: Final = re.compile(
    rf"(?<![\w@/.-])(?:{_DOMAIN}|{_CAPITAL})(?:(?:\s+(?:of\s+|&\s+)?|,\s+(?=(?:Inc|LLC|Ltd|Corp)\b))(?:{_DOMAIN}|{_CAPITAL})){{0,7}}"
)
_ENDING: Final = re.compile(r"(?:inc|llc|ltd|corp|co|gmbh|plc|limited|corporation)\.?", re.IGNORECASE)


def _blank(pattern: str, flags: int = 0) -> re.Pattern[str]:
    return re.compile(pattern.replace(" ", r"\s+"), flags)


_PROVIDES: Final = _blank(rf" (?:\([^)]*\) )?(?:\w+ly )?{PROVIDES}\b")
_OFFERED: Final = _blank(rf" (?:[A-Z]\w+ )?{OFFERED}\b", re.IGNORECASE)
_RECEIVES: Final = _blank(rf" (?:\([^)]*\) )?{RECEIVES}\b")
_OWNED: Final = _blank(OWNED, re.IGNORECASE)
_BEFORE_PROVIDER: Final = _blank(BEFORE_PROVIDER, re.IGNORECASE)
_NEAR_PROVIDER: Final = _blank(NEAR_PROVIDER, re.IGNORECASE)
_BEFORE_CUSTOMER: Final = _blank(BEFORE_CUSTOMER, re.IGNORECASE)
_ROLE: Final = re.compile(rf"\b(?:{PROVIDER}|{CUSTOMER})\b", re.IGNORECASE)
_COPYRIGHT: Final = re.compile(r"(?:©|\(c\)|\bcopyright)\W*(?:\d{4}(?:\s*[-–]\s*\d{4})?)?\W*$", re.IGNORECASE)
_AGREEMENT: Final = re.compile(r"\b(?:service level|sla\b|agreement|terms|guarantee|support|status)", re.IGNORECASE)
_OPENING: Final = 6
"""How many blocks from the start are the document's head, where its author's name stands."""
_LEAST: Final = 3.0
"""How much must speak for a name."""
_PLAIN: Final = 4.0
"""How much must speak for a name that does nothing."""
_NAMELESS: Final = 4
"""How often a paper speaks of "the contractor" that knows no name for it."""


@dataclass(slots=True)
class _Bearer:
    """A name with its places and what speaks for either role; `acts` counts the places where it does something."""

    first: Span
    places: int = 0
    acts: int = 0
    gives: float = 0.0
    takes: float = 0.0
    head: bool = False
    whole: dict[str, tuple[int, Span]] = field(default_factory=dict)
    """The name with the common words behind it ("Oakfield Cloud"), how often it acts so, and where first."""

    @property
    def name(self) -> Span:
        """The name as it acts most."""
        count, span = max(self.whole.values(), key=lambda entry: entry[0], default=(0, self.first))
        return span if 2 * count > self.acts else self.first


def read_organisations(source: Source) -> Iterator[Fact]:
    """The provider, or the customer of a paper in which the provider has no name yet, by the name that acts most."""
    bearers = [
        b
        for b in _bearers(source).values()
        if b.acts or _speaks_for_itself(b) or (_stands_alone(b) and not ADJECTIVE.fullmatch(b.first.text))
    ]
    nameless = len(NAMELESS_PROVIDER.findall(source.document.text)) >= _NAMELESS
    if nameless:
        bearers = [b for b in bearers if b.acts >= 2 or b.takes - b.head >= 2]
        taker = max(
            (b for b in bearers if not re.fullmatch(_DOMAIN, b.first.text) and len(b.first.text) > 2),
            key=lambda b: b.takes + b.gives / 2 + b.places / 4,
            default=None,
        )
        giver = None
    else:
        taker = max((b for b in bearers if b.takes > b.gives or b.takes >= _LEAST), key=lambda b: b.takes, default=None)
        giver = max((b for b in bearers if b is not taker), key=lambda b: (b.gives, b.places), default=None)
    if taker and taker.takes + taker.gives * nameless >= _LEAST - 1:
        yield Fact("parties", Party(role=Role.CUSTOMER, name=taker.name.raw), taker.name, 0.55)
    named = giver is not None and giver.first.block > 0 and _speaks_for_itself(giver)
    if giver and giver.gives + named >= (_LEAST - 1 if giver.acts else _LEAST):
        yield Fact("parties", Party(role=Role.PROVIDER, name=giver.name.raw), giver.name, 0.6)


def _stands_alone(bearer: _Bearer) -> bool:
    """Whether so much speaks for a name that it need not do anything."""
    return bearer.gives >= _PLAIN or bearer.takes >= _LEAST


def _speaks_for_itself(bearer: _Bearer) -> bool:
    """Whether a name that does nothing is one by its form: "Northwind Inc.", "northwind.net"."""
    last = bearer.first.text.split()[-1]
    return bool(_ENDING.fullmatch(last) or DEPARTMENT.fullmatch(last) or re.fullmatch(_DOMAIN, bearer.first.text))


def _bearers(source: Source) -> dict[str, _Bearer]:
    small = set(re.findall(r"(?<![\w.@/-])[a-z][a-z'-]+(?![\w-]*(?:[@/]|\.\w))", source.document.text))
    found: dict[str, _Bearer] = {}
    for index, block in enumerate(source.document.blocks):
        if not isinstance(block, Heading | Paragraph | ListItem | Table):
            continue
        span = block_span(source.document, index)
        head = index < _OPENING and not isinstance(block, Table)
        for name, run in _names(span, small):
            _weigh(found.setdefault(_key(name.text), _Bearer(name)), name, run, span, head=head)
    return _with_long_names(source, found)


def _names(span: Span, small: set[str]) -> Iterator[tuple[Span, Span]]:
    """Each proper name of a block, and the run of capitals that it begins: a name opens with a word that is no common one."""
    for match in _NAME.finditer(span.text):
        words = [(m.start() + match.start(), m.end() + match.start()) for m in re.finditer(r"[^\s,]+", match.group())]
        said = [span.text[low:high] for low, high in words]
        last = max((i for i, word in enumerate(said) if DEPARTMENT.fullmatch(word)), default=0)
        opens = next((i for i, word in enumerate(said) if word.lower() not in ("the", "this", "our", "your")), 0)
        if last > opens:  # "Facilities Department": common words, of which the last makes a name
            run = span.part(words[opens][0], words[last][1])
            yield run, run
            continue
        opens = next((i for i, word in enumerate(said) if not _common(word, small)), len(said))
        if opens == len(said):
            continue
        closes = next((i for i in range(opens, len(said)) if _ends(said[i], small)), len(said))
        while said[closes - 1].lower() in ("of", "&"):
            closes -= 1
        name, run = span.part(words[opens][0], words[closes - 1][1]), span.part(words[opens][0], words[-1][1])
        if len(re.findall(r"[A-Za-z]", name.text)) > 1 and not PLACEHOLDER.fullmatch(name.text):
            yield name, run


def _ends(word: str, small: set[str]) -> bool:
    return _common(word, small) and word.lower() not in ("of", "&") and not _ENDING.fullmatch(word)


def _common(word: str, small: set[str]) -> bool:
    plain = re.sub(r"['’]s?$", "", word).lower().rstrip(".")
    known = common_words()
    forms = {plain, plain.removesuffix("s"), plain.removesuffix("es"), plain.removesuffix("ed"), plain.removesuffix("ing")}
    if "-" in plain.strip("-"):
        return all(_common(part, small) for part in plain.split("-") if part)
    return plain in COMMON or bool(forms & small or forms & known) or not re.search(r"[A-Za-z]", word)


def _key(name: str) -> str:
    return re.sub(r"[\s.,]+", " ", re.sub(r"\.(?:com|net|org|io|ai|gov)$|['’]s$", "", name)).strip().lower()


def _weigh(bearer: _Bearer, name: Span, run: Span, block: Span, *, head: bool) -> None:
    """What one place adds to a name."""
    before = block.text[max(0, name.start - block.start - 60) : name.start - block.start]
    behind, behind_run = (block.text[end - block.start : end - block.start + 60] for end in (name.end, run.end))
    does = any(pattern.match(text) for pattern in (_PROVIDES, _OWNED) for text in (behind, behind_run))
    made_by = bool(_BEFORE_PROVIDER.search(before))
    bearer.places += 1
    bearer.acts += does or made_by
    at_name = any(pattern.match(behind) for pattern in (_PROVIDES, _OWNED))
    if (does or made_by) and run.end > name.end and not at_name and not _ROLE.search(run.text):
        count, first = bearer.whole.get(run.text, (0, run))
        bearer.whole[run.text] = (count + 1, first)
    bearer.gives += 2.0 * does + 3.0 * made_by + 1.0 * bool(_OFFERED.match(behind)) + 1.0 * bool(_NEAR_PROVIDER.search(before))
    bearer.gives += 4.0 * bool(_COPYRIGHT.search(before))
    bearer.takes += 1.0 * bool(_RECEIVES.match(behind)) + 2.0 * bool(_BEFORE_CUSTOMER.search(before))
    if head and not bearer.head and len(block.text) <= 120:
        bearer.head = True
        bearer.gives += 2.0 + 1.0 * bool(_AGREEMENT.search(block.text))
        bearer.takes += 1.0


def _with_long_names(source: Source, found: dict[str, _Bearer]) -> dict[str, _Bearer]:
    """An abbreviation takes the place of the name that it stands for: "Harbour Data Service (HDS)"."""
    text = source.document.text
    merged: defaultdict[str, _Bearer] = defaultdict()
    merged.update(found)
    for key, bearer in found.items():
        short = bearer.first.text
        if not re.fullmatch(r"[A-Z][A-Z&]{1,7}", short):
            continue
        match = re.search(
            rf"(?:\bThe\s+)?((?:[A-Z][\w&-]*\s+(?:of\s+|and\s+|for\s+|the\s+)*){{2,8}})\(\s*[\"“]?{re.escape(short)}[\"”]?\s*\)", text
        )
        if match is None:
            continue
        words = match[1].split()
        initials = "".join(word[0] for word in words if word[0].isupper())
        if not initials.endswith(short.replace("&", "")[: len(initials)]) or not ORGANISATION.search(match[1]):
            merged.pop(key)  # the abbreviation of a thing, no organisation
            continue
        place = next(
            (b for b in (block_span(source.document, i) for i in range(len(source.document.blocks))) if b.start <= match.start() < b.end),
            None,
        )
        if place is not None:
            bearer.first = place.part(match.start(1) - place.start, match.end() - place.start)
        if (whole := merged.pop(_key(match[1]), None)) is not None:
            bearer.places, bearer.acts = bearer.places + whole.places, bearer.acts + whole.acts
            bearer.gives, bearer.takes, bearer.head = bearer.gives + whole.gives, bearer.takes + whole.takes, bearer.head or whole.head
    return dict(merged)
