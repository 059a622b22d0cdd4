"""Precision, recall and F1 of parses, over all documents together, by document and by kind of miss.

levels.core     metric, direction of the comparator, value and unit
levels.context  core, and the priority, the attainment and the statistic
levels.full     context, and the window, the exact comparator, and the service
credits.core    band (lower, upper), value and unit
credits.full    core, and the metric, the basis, the rate and the priority
terms           each stated term: names by words in common, the rest by value
escalation      level and role
clauses         the kinds of clause present
provenance      share of the parsed levels and credits whose quote holds their figure
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any, Final

from sladocs.evaluate.misses import credit_misses, level_misses
from sladocs.evaluate.pairs import full_credit, full_level, in_context, pair_credits, pair_levels
from sladocs.evaluate.sameness import Entry, alike, number, same_term
from sladocs.model.evaluation import FIGURES, Evaluation, Miss, Tally

Annotation = Mapping[str, Any]


def evaluate(documents: Iterable[tuple[str, Annotation, Annotation]]) -> Evaluation:
    """Score parses: for each document its name, its annotation and what was parsed, both as the interchange form's plain data."""
    result = Evaluation()
    for name, annotation, parsed in documents:
        result.documents[name] = {figure: Tally() for figure in FIGURES}
        _levels(result, name, annotation, _list(parsed, "service_levels"))
        _credits(result, name, annotation, _list(parsed, "service_credits"))
        _terms(result, name, annotation, parsed)
        _escalation(result, name, _list(annotation, "escalation"), _list(parsed, "escalation"))
        _clauses(result, name, annotation, parsed)
        entries = [*_list(parsed, "service_levels"), *_list(parsed, "service_credits")]
        result.provenance.add(sum(holds_figure(entry) for entry in entries), 0, len(entries))
    return result


def _list(data: Annotation, name: str) -> list[Any]:
    return list(data.get(name) or ())


def _levels(result: Evaluation, name: str, annotation: Annotation, parsed: Sequence[Entry]) -> None:
    found = pair_levels(annotation, parsed)
    annotated, counted = len(_list(annotation, "service_levels")), len(found.pairs) + len(found.invented)
    result.count(name, "levels.core", len(found.pairs), annotated, counted)
    result.count(name, "levels.context", sum(in_context(*pair) for pair in found.pairs), annotated, counted)
    result.count(name, "levels.full", sum(full_level(*pair) for pair in found.pairs), annotated, counted)
    result.misses += level_misses(name, found)


def _credits(result: Evaluation, name: str, annotation: Annotation, parsed: Sequence[Entry]) -> None:
    found = pair_credits(annotation, parsed)
    annotated, counted = len(_list(annotation, "service_credits")), len(found.pairs) + len(found.invented)
    result.count(name, "credits.core", len(found.pairs), annotated, counted)
    result.count(name, "credits.full", sum(full_credit(*pair) for pair in found.pairs), annotated, counted)
    result.misses += credit_misses(name, found)


def _terms(result: Evaluation, name: str, annotation: Annotation, parsed: Annotation) -> None:
    """The terms; where an annotation has no `terms` at all they are not scored."""
    stated, found = _stated(annotation), _stated(parsed) if "terms" in annotation else {}
    also = annotation.get("terms_also") or {}
    right = {key for key in stated if key in found and any(same_term(key, v, found[key]) for v in (stated[key], *also.get(key, ())))}
    result.count(name, "terms", len(right), len(stated), len(found))
    result.misses += _term_misses(name, stated, found, right)


def _stated(data: Annotation) -> dict[str, Any]:
    return {key: value for key, value in (data.get("terms") or {}).items() if value is not None}


def _term_misses(name: str, stated: Mapping[str, Any], found: Mapping[str, Any], right: set[str]) -> Iterator[Miss]:
    for key in stated.keys() - right:
        kind = "differs" if key in found else "not found"
        yield Miss(name, "term", kind, {key: stated[key]}, {key: found[key]} if key in found else None)
    for key in found.keys() - stated.keys():
        yield Miss(name, "term", "invented", None, {key: found[key]})


def _escalation(result: Evaluation, name: str, annotated: Sequence[Entry], parsed: Sequence[Entry]) -> None:
    left = list(parsed)
    hits = 0
    for step in annotated:
        twin = next(
            (p for p in left if number(p.get("level")) == number(step.get("level")) and alike(step.get("role"), p.get("role"))), None
        )
        if twin is None:
            result.misses.append(Miss(name, "escalation", "not found", step))
        else:
            left.remove(twin)
            hits += 1
    result.count(name, "escalation", hits, len(annotated), len(parsed))
    result.misses += [Miss(name, "escalation", "invented", None, step) for step in left]


def _clauses(result: Evaluation, name: str, annotation: Annotation, parsed: Annotation) -> None:
    """The kinds of clause; where an annotation has no `clauses` at all they are not scored."""
    stated = set(_list(annotation, "clauses"))
    found = {c if isinstance(c, str) else c.get("kind") for c in _list(parsed, "clauses")} if "clauses" in annotation else set()
    result.count(name, "clauses", len(stated & found), len(stated), len(found))
    result.misses += [Miss(name, "clause", "not found", kind) for kind in sorted(stated - found)]
    result.misses += [Miss(name, "clause", "invented", None, kind) for kind in sorted(str(kind) for kind in found - stated)]


# --- provenance -------------------------------------------------------------------------------------------------------------

_COUNTED: Final = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty"
)
_LARGER: Final = {
    "thirty": 30, "forty": 40, "forty-five": 45, "forty-eight": 48, "twenty-four": 24, "sixty": 60, "seventy-two": 72, "ninety": 90,
    "hundred": 100, "once": 1, "immediately": 0,
}  # fmt: skip
_SPOKEN: Final = {name: Decimal(n) for n, name in (*enumerate(_COUNTED.split()), *((n, name) for name, n in _LARGER.items()))}
_ONE: Final = re.compile(r"\b(an|a|next|same|following|every|each|once|hourly|daily|weekly|monthly|quarterly|annually|yearly)\b")
_LONGEST_QUOTE: Final = 300


def holds_figure(entry: Entry) -> bool:
    """Whether the quote of a parsed entry holds its figure, in digits or in words."""
    source = entry.get("source") or {}
    quote, value = str(source.get("quote") or "").lower(), number(entry.get("value"))
    if not quote or value is None or len(quote) > _LONGEST_QUOTE:
        return False
    figures = {number(text) for text in re.findall(r"\d[\d,]*(?:\.\d+)?|\.\d+", quote)}
    spoken = {n for word, n in _SPOKEN.items() if re.search(rf"\b{word}\b", quote)}
    return (value == Decimal("0.5") and "half" in quote) or value in figures | spoken or (value == 1 and bool(_ONE.search(quote)))
