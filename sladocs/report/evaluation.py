"""How well contracts were read, as tables for people and as JSON for programs."""

from __future__ import annotations

import json as json_text
from collections import Counter
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Final

from sladocs.model.evaluation import FIGURES, Evaluation, Miss, Tally
from sladocs.report import columns

_LONGEST: Final = 90
_BESIDE: Final = ("quote", "source", "confidence", "also", "threshold")


def table(evaluation: Evaluation, *, width: int = 98) -> str:
    """The figures over all documents."""
    rows = [
        (name, *_ratios(tally), f"{tally.hits} of {tally.annotated}, {tally.parsed} read") for name, tally in evaluation.figures.items()
    ]
    quotes = evaluation.provenance
    share = f"{quotes.precision:.3f}" if quotes.parsed else "-"
    rows.append(("provenance", share, "-", "-", f"{quotes.hits} of {quotes.parsed} quotes hold their figure"))
    return columns.table(("Figure", "Precision", "Recall", "F1", "Right of annotated"), rows, width=width)


def _ratios(tally: Tally) -> tuple[str, str, str]:
    return ("-", "-", "-") if tally.empty else (f"{tally.precision:.3f}", f"{tally.recall:.3f}", f"{tally.f1:.3f}")


def documents(evaluation: Evaluation, *, width: int = 140) -> str:
    """The F1 of each document."""
    rows = [
        (document, *("-" if tallies[name].empty else f"{tallies[name].f1:.2f}" for name in FIGURES))
        for document, tallies in evaluation.documents.items()
    ]
    return columns.table(("Document", *FIGURES), rows, width=width)


def kinds(misses: Sequence[Miss], *, width: int = 98) -> str:
    """How many misses there are of each kind, the most frequent first."""
    counted = Counter((miss.what, miss.kind) for miss in misses)
    rows = [(what, kind, str(count)) for (what, kind), count in sorted(counted.items(), key=lambda item: (-item[1], item[0]))]
    return columns.table(("Entry", "How it differs", "Times"), rows, width=width) if rows else "No misses."


def listed(misses: Sequence[Miss]) -> str:
    """Every miss: the document, what differs, what the person wrote and what was read."""
    lines = []
    for miss in misses:
        lines.append(f"{miss.document}: {miss.what} {miss.kind}")
        sides = (("annotated", miss.annotated), ("read", miss.parsed))
        lines += [f"    {side}: {columns.clean(_short(entry))}" for side, entry in sides if entry is not None]
    return "\n".join(lines)


def _short(entry: object) -> str:
    """An entry on one line: its fields, and the words that it was taken from."""
    if not isinstance(entry, Mapping):
        return str(entry)
    said = ", ".join(f"{key} {value}" for key, value in entry.items() if value not in (None, "", [], {}) and key not in _BESIDE)
    source = entry.get("source")
    quote = entry.get("quote") or (source.get("quote") if isinstance(source, Mapping) else None)
    return f'{said}; "{str(quote)[:_LONGEST]}"' if quote else said


def json(evaluations: Mapping[str, Evaluation]) -> str:
    """All figures as one object: for each format the figures, each document's, and the misses."""
    plain = {
        name: {
            "figures": {figure: _plain(tally) for figure, tally in evaluation.figures.items()},
            "provenance": {"hits": evaluation.provenance.hits, "parsed": evaluation.provenance.parsed},
            "documents": {
                document: {figure: _plain(tally) for figure, tally in tallies.items()} for document, tallies in evaluation.documents.items()
            },
            "misses": [
                {"document": miss.document, "entry": miss.what, "kind": miss.kind, "annotated": miss.annotated, "parsed": miss.parsed}
                for miss in evaluation.misses
            ],
        }
        for name, evaluation in evaluations.items()
    }
    return json_text.dumps(plain, indent=1, ensure_ascii=False, default=_figure) + "\n"


def _plain(tally: Tally) -> dict[str, float | int | None]:
    ratios = (None, None, None) if tally.empty else (round(tally.precision, 4), round(tally.recall, 4), round(tally.f1, 4))
    counts = (tally.hits, tally.annotated, tally.parsed)
    return dict(zip(("precision", "recall", "f1", "hits", "annotated", "parsed"), (*ratios, *counts), strict=True))


def _figure(value: object) -> object:
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return str(value)
