"""Which of two priorities is the more urgent, by the labels that contracts print."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

_NUMBERED = re.compile(
    r"\b(?P<kind>p|prio(?:rity)?|s|sev(?:erity)?|level|class|category|cat|tier|urgency)(?:\s+(?:level|class|category))?"
    r"\s*[-\u2013#.:]?\s*(?P<rank>\d{1,2}|one|two|three|four|five|six|[a-f])\b",
    re.IGNORECASE,
)
_KINDS: Final = {"p": "priority", "prio": "priority", "s": "severity", "sev": "severity", "cat": "category"}
_WORDS: Final = {word: rank for rank, word in enumerate(("one", "two", "three", "four", "five", "six"), start=1)}
_NAMES: Final = {
    "critical": 1, "emergency": 1, "blocker": 1,
    "high": 2, "major": 2,
    "medium": 3, "moderate": 3, "normal": 3,
    "low": 4, "minor": 4,
}  # fmt: skip
"""The usual names; other names ("urgent", "standard") stand at different places in different contracts."""
_FILLERS: Final = frozenset({
    "priority", "severity", "incident", "incidents", "issue", "issues", "level", "class", "impact", "request", "requests",
    "fault", "faults", "problem", "error",
})  # fmt: skip


class Urgency(NamedTuple):
    """What a label says: a number of some kind ("severity", 2), and a usual name's rank; 1 is the most urgent."""

    kind: str | None
    number: int | None
    name: int | None


def urgency(label: str) -> Urgency:
    """Read a label: "P1 (Critical)", "Critical (P1)", "Severity Level 2", "High". Other labels say nothing."""
    match = _NUMBERED.search(label)
    kind = number = None
    if match:
        written = match["kind"].lower()
        rank = match["rank"].lower()
        kind = _KINDS.get(written, written)
        number = int(rank) if rank.isdigit() else _WORDS.get(rank) or ord(rank) - ord("a") + 1
    elif label.strip().isdigit():
        kind, number = "priority", int(label)
    return Urgency(kind, number, _name(label, match))


def _name(label: str, match: re.Match[str] | None) -> int | None:
    """The rank of the usual name in a label, if nothing else stands there: "non-critical" and "critical or high" have none."""
    rest = label[: match.start()] + " " + label[match.end() :] if match else label
    outside = re.sub(r"\([^)]*\)|\[[^\]]*\]", " ", rest)
    for part in (outside, *re.findall(r"[(\[]([^)\]]*)[)\]]", rest)):
        words = [word for word in re.findall(r"[\w-]+", part.lower()) if word not in _FILLERS]
        if len(words) == 1 and words[0] in _NAMES:
            return _NAMES[words[0]]
    return None


def more_urgent(one: str, other: str) -> bool:
    """Whether `one` is surely the more urgent label. False where the labels do not say, or contradict themselves."""
    a, b = urgency(one), urgency(other)
    signs = set()
    if a.number is not None and b.number is not None and a.kind == b.kind:
        signs.add(_sign(a.number, b.number))
    if a.name is not None and b.name is not None and a.name != b.name:
        signs.add(_sign(a.name, b.name))
    return signs == {-1}


def _sign(a: int, b: int) -> int:
    return (a > b) - (a < b)
