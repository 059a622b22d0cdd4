"""The deeds that a passage promises within a time: which verb, on what, and so which metric."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from sladocs.extract.en.acts import AT_ONCE, CUSTOMERS, DEEDS, JOINED, MODAL, OBJECTS, PASSIVE, PLURAL, RUNNING, TIMED, WORKING, Deed
from sladocs.model.metrics import Metric


@dataclass(frozen=True, slots=True)
class Act:
    """A verb at `text[start:end]` and the metric of a time within which it is done.

    `first` and `last` bound the verb with the object that decided. `plain` where verb and object leave the metric open; `barred` where
    the deed is no service; `customers` where it is the customer who does it.
    """

    start: int
    end: int
    metric: Metric | None
    first: int
    last: int
    plain: bool = False
    barred: bool = False
    customers: bool = False


_CLAUSE: Final = re.compile(r"[.;:](?=\s|$)|\n")
_REACH: Final = 110
_ASIDE: Final = re.compile(r"\([^()]*\)")


@lru_cache(maxsize=2048)
def find_acts(text: str) -> tuple[Act, ...]:
    """The deeds that a passage names by verbs, in the order of the text; of verbs that overlap the first deed's."""
    found = [
        Act(m.start(), m.end(), metric, m.start(), m.end())
        for phrase, metric in ((RUNNING, Metric.RESTORATION_TIME), (WORKING, Metric.RESPONSE_TIME))
        for m in phrase.finditer(text)
    ]
    for act in (act for deed in DEEDS for act in _of_deed(deed, text)):
        if all(act.end <= other.start or act.start >= other.end for other in found):
            found.append(act)
    return tuple(sorted(found, key=lambda a: a.start))


def _of_deed(deed: Deed, text: str) -> Iterator[Act]:
    for match in deed.words.finditer(text):
        before = text[: match.start()]
        passive = match.lastgroup == "done" and bool(PASSIVE.search(before) or TIMED.match(text, match.end()))
        if not (passive or _is_verb(match, before)):
            continue
        metric, first, last = _meant(deed, text, match, passive=passive)
        plain = deed.plain and (first, last) == match.span()
        if metric is not None or deed.barred:
            yield Act(match.start(), match.end(), metric, first, last, plain, deed.barred, bool(CUSTOMERS.search(before)))


def _is_verb(match: re.Match[str], before: str) -> bool:
    """Whether a form that could be a noun is a verb where it stands."""
    if match.lastgroup == "base":
        return bool(MODAL.search(before) or JOINED.search(before) or (PLURAL.search(before) and AT_ONCE.match(match.string, match.end())))
    if match.lastgroup == "third" and TIMED.match(match.string, match.end()) and match[0].lower() not in _NEVER:
        return bool(re.search(r"[\w,]\s*$", before))
    return match.lastgroup == "third" and bool(re.search(r"[\w,]\s*$", before)) and match[0].lower() not in _NOUNS


_NOUNS: Final = frozenset(
    [
        "answers",
        "reports",
        "updates",
        "fixes",
        "issues",
        "repairs",
        "patches",
        "calls",
        "emails",
        "contacts",
        "alerts",
        "logs",
        "routes",
        "ships",
        "credits",
        "charges",
        "bills",
        "claims",
        "objects",
        "disputes",
        "meets",
        "signs",
        "invoices",
        "returns",
        "releases",
        "exchanges",
        "closes",
        "cures",
        "scans",
        "prints",
        "picks",
        "packs",
        "books",
        "posts",
    ]
)
"""Forms in -s that are nouns more often than verbs."""


_NEVER: Final = frozenset(
    (
        "issues",
        "calls",
        "emails",
        "telephones",
        "reports",
        "claims",
        "objects",
        "contacts",
        "alerts",
        "credits",
        "charges",
        "bills",
        "disputes",
        "scans",
        "invoices",
        "logs",
    )
)
"""Forms in -s that are nouns before a time too: "issues within 30 days"."""


def _meant(deed: Deed, text: str, match: re.Match[str], *, passive: bool) -> tuple[Metric | None, int, int]:
    """The metric of a deed by its object, which stands behind the verb or, of a passive one, before it; and the stretch that said so."""
    start, end = match.span()
    if passive and not deed.whole:
        low = max([start - _REACH, *(m.end() for m in _CLAUSE.finditer(text, max(0, start - _REACH), start))])
        area = (max(0, low), start)
    elif deed.whole:
        area = (
            max([0, *(m.end() for m in _CLAUSE.finditer(text, 0, start))]),
            next((m.start() for m in _CLAUSE.finditer(text, end)), len(text)),
        )
    else:
        high = next((m.start() for m in _CLAUSE.finditer(text, end)), len(text))
        area = (end, min(high, end + _REACH))
    plain = _ASIDE.sub(lambda aside: " " * len(aside[0]), text)
    hits = [(m.start(), m.end(), OBJECTS[name][1]) for name in deed.objects if (m := OBJECTS[name][0].search(plain, *area))]
    if not hits:
        return deed.usual, start, end
    first, last, metric = min(hits)
    return metric, min(first, start), max(last, end)
