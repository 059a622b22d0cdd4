"""Tables of chance: columns of keys, texts, figures and gaps, in chance widths and alignments, drawn in one of several styles."""

from __future__ import annotations

from random import Random
from typing import Final

from drawn import PROSE, Rows

STYLES: Final = {
    "grid": "stroke: 0.5pt",
    "cells": "stroke: 0.5pt, gutter: 2pt",
    "inner": "stroke: (x, y) => (left: if x > 0 { 0.5pt }, top: if y > 0 { 0.5pt })",
    "rules": "stroke: (x, y) => (top: 0.5pt, bottom: 0.5pt)",
    "upright": "stroke: (x, y) => (left: 0.5pt, right: 0.5pt)",
    "bands": "stroke: none, fill: (x, y) => if calc.even(y) { luma(225) }",
    "shaded header": "stroke: none, fill: (x, y) => if y == 0 { luma(210) }",
    "rule under the header": "stroke: (x, y) => if y == 0 { (bottom: 0.7pt) }",
    "nothing": "stroke: none",
}
_WORDS: Final = [
    "service",
    "provider",
    "customer",
    "platform",
    "incident",
    "report",
    "restores",
    "hours",
    "response",
    "availability",
    "month",
    "quarter",
    "store",
    "payment",
    "major",
    "function",
    "impaired",
    "users",
    "critical",
    "question",
    "release",
    "manager",
    "escalation",
    "review",
    "data",
    "backup",
    "copy",
    "unavailable",
    "known",
    "workaround",
    "region",
    "northern",
    "help",
    "desk",
    "portal",
]
_SMALL: Final = ("the", "of", "and", "for", "a", "each", "is", "are", "within", "all", "next")
_FIGURES: Final = (
    "15 minutes", "4 hours", "1 day", "99.9 %", "99.95%", "5 %", "10 %", "2 business days", "EUR 12,500", "1,250", "3", "24x7",
    "next Business Day", "n/a", "\\-",
)  # fmt: skip
_SHARES: Final = {"key": 1.6, "code": 0.8, "text": 3.0, "short": 1.6, "figures": 1.2, "sparse": 1.4}


def scattered(seed: str, style: str) -> tuple[str, Rows]:
    """A source, and the cells that it draws."""
    chance = Random(seed)
    kinds = [
        chance.choice(["key", "code"]),
        *(chance.choice(["text", "short", "figures", "figures", "sparse"]) for _ in range(chance.randint(1, 5))),
    ]
    if set(kinds[1:]) == {"sparse"}:
        kinds[1] = "figures"
    count = chance.randint(2, 9)
    rows = [[_words(chance, 1, 3) for _ in kinds], *map(list, zip(*(_column(chance, kind, count) for kind in kinds), strict=True))]
    size = chance.choice([9, 10, 11])
    widths = [
        max(16 * _SHARES[kind] / sum(_SHARES[k] for k in kinds), _longest(column, size))
        for kind, column in zip(kinds, zip(*rows, strict=True), strict=True)
    ]
    sides = [chance.choice(["left", "left", "right", "center"]) if kind == "figures" else "left" for kind in kinds]
    inset = chance.choice(["5pt", "4pt", "(x: 5pt, y: 4pt)", "8pt"])
    gutter = ", column-gutter: 8pt" if style in ("nothing", "rule under the header", "shaded header") and chance.random() < 0.6 else ""
    upright = chance.choice(["top", "top", "horizon"]) if style in ("grid", "cells", "rules", "bands") else "top"
    first = [f"*{text}*" for text in rows[0]] if chance.random() < 0.7 else rows[0]
    cells = ", ".join(f"[{text}]" for row in (first, *rows[1:]) for text in row)
    columns = ", ".join(f"{width:.2f}cm" for width in widths)
    align = ", ".join(f"{side} + {upright}" for side in sides)
    source = (
        f"#set page(width: {max(21.0, sum(widths) + 6):.1f}cm)\n#set text(size: {size}pt)\n#set par(justify: false)\n{PROSE}\n\n"
        f"#table(columns: ({columns}), inset: {inset}, align: ({align}), {STYLES[style]}{gutter}, {cells})\n{PROSE}\n"
    )
    return source, [[text.replace("\\", "") for text in row] for row in rows]


def _words(chance: Random, least: int, most: int) -> str:
    count = chance.randint(least, most)
    words = [chance.choice(_WORDS if at in (0, count - 1) else (*_WORDS, *_SMALL)) for at in range(count)]
    return " ".join(words).capitalize()


def _column(chance: Random, kind: str, count: int) -> list[str]:
    match kind:
        case "key":
            return [f"{_words(chance, 1, 2)} {at}" for at in range(count)]
        case "code":
            return [f"{chance.choice('PSR')}{at + 1}" for at in range(count)]
        case "text":
            return [_words(chance, 3, 14) for _ in range(count)]
        case "short":
            return [_words(chance, 1, 4) for _ in range(count)]
        case "sparse":
            return [chance.choice(["", _words(chance, 1, 3)]) for _ in range(count)]
        case _:
            return [chance.choice(_FIGURES) for _ in range(count)]


def _longest(column: tuple[str, ...], size: int) -> float:
    """Centimetres that the longest word of a column needs: a word wider than its column would run into the next one."""
    return max(len(word) for text in column for word in (text or "-").split()) * 0.6 * size / 28.35 + 0.4
