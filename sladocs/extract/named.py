"""What a text names: metrics, and classes of incidents."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

from sladocs.extract.en.metrics import EXACT, NAMES, WEAK
from sladocs.extract.en.priorities import ALONE, DEFAULT, FURTHER, LEADING, NAMED, RANKED, SIGNALS, SINGLE, THROUGH
from sladocs.extract.en.tokens import Kind, tokens
from sladocs.extract.en.vocabulary import Vocabulary
from sladocs.model.metrics import Metric

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class MetricMention:
    """The name of a metric at `text[start:end]`; `weak` where the word alone often means something else."""

    start: int
    end: int
    metric: Metric
    weak: bool = False


@dataclass(frozen=True, slots=True)
class PriorityMention:
    """A class of incidents at `text[start:end]`, by its label as written."""

    start: int
    end: int
    label: str


@cache
def _metrics() -> Vocabulary:
    """All phrases that name a metric."""
    return Vocabulary({metric.value: phrases for metric, phrases in NAMES.items()})


_ORDER: Final = {metric.value: place for place, metric in enumerate(NAMES)}


@lru_cache(maxsize=4096)
def find_metrics(text: str) -> tuple[MetricMention, ...]:
    """The metrics that a text names: the longest phrase at each place, and of equal ones the first in the order of metrics."""
    if exact := EXACT.get(" ".join(text.lower().split())):
        return (MetricMention(0, len(text), exact),)
    read = tokens(text)
    found = sorted(_metrics().find(read), key=lambda m: (m[0] - m[1], m[0], _ORDER[m[2]]))
    taken: set[int] = set()
    kept = []
    for first, behind, name in found:
        if taken.isdisjoint(range(first, behind)):
            taken.update(range(first, behind))
            start, end = read.starts[first], read.ends[behind - 1]
            kept.append(MetricMention(start, end, Metric(name), text[start:end].lower() in WEAK))
    return tuple(sorted(kept, key=lambda m: m.start))


def find_priorities(text: str) -> list[PriorityMention]:
    """The classes of incidents that a text names, as written; neighbours joined by "/" or "and" are one each."""
    read = tokens(text)
    if SIGNALS.isdisjoint(read.words) and Kind.CODE not in read.kinds:
        return []
    matches = sorted((m for pattern in (RANKED, NAMED) for m in pattern.finditer(text)), key=lambda m: (m.start() - m.end(), m.start()))
    taken = bytearray(len(text) + 1)
    found: list[PriorityMention] = []
    for match in matches:
        if not any(taken[match.start() : match.end()]):
            taken[match.start() : match.end()] = b"\x01" * (match.end() - match.start())
            found.append(PriorityMention(match.start(), match.end(), _label(match[0])))
    if not found and (only := LEADING.match(text) or SINGLE.fullmatch(text)):
        found.append(PriorityMention(only.start("label"), only.end(), _label(text[only.start("label") : only.end()])))
    if rest := DEFAULT.search(text):
        found = [p for p in found if p.end <= rest.start() or p.start >= rest.end()]
    found += [further for priority in found for further in _further(text, priority) if not any(taken[further.start : further.end])]
    return sorted(found, key=lambda p: p.start)


_LAST_RANK: Final = re.compile(r"(?P<rank>\d|\b[A-F]|\b[a-z]{3,5})$")


def _further(text: str, priority: PriorityMention) -> Iterator[PriorityMention]:
    """The classes that share the word before a rank: "Severity 1 and 2" names Severity 2 too, "P1-P3" stays as written."""
    ranked = _LAST_RANK.search(priority.label)
    if not ranked or not RANKED.fullmatch(priority.label) or ranked.start() == 0:
        return
    last, end = ranked["rank"], priority.end
    while match := FURTHER.match(text, end):
        head, rank = priority.label[: ranked.start()], match["rank"]
        if last.isdigit() != rank.isdigit():
            return
        start = match.start("rank")
        if rank.isdigit() and THROUGH.search(match[0]):
            between = range(int(last) + 1, int(rank))
            yield from (PriorityMention(start, match.end(), f"{head}{n}") for n in between)
        yield PriorityMention(start, match.end(), f"{head}{rank}")
        last, end = rank, match.end()


def is_priority(text: str) -> bool:
    """Whether a short text is nothing but a class of incidents."""
    return bool(ALONE.fullmatch(text.strip())) or any(
        p.start <= 1 and p.end >= len(text.strip()) - 1 for p in find_priorities(text.strip())
    )


def _label(text: str) -> str:
    return text.strip(" \t-–—:,;/")
