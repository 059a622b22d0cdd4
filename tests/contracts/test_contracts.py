"""Contracts between invented parties, each in another hand and layout, are read no worse than they once were, and the same in each format.

`floors.tsv` holds the least that must be reached: for each contract and format the F1 of its service levels with their context, and under
`docx=pdf` how far the Word file and the PDF agree. `python tests/contracts/test_contracts.py` measures, writes what is reached into that table
and prints the sums; `... test_contracts.py SLUG` prints what is missed in one contract.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from decimal import ROUND_DOWN, Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from sladocs.codec import json_form
from sladocs.evaluate import evaluate
from sladocs.evaluate.pairs import level_core
from sladocs.jobs.understand import understand
from sladocs.read import read

HERE = Path(__file__).parent
FLOORS = HERE / "floors.tsv"
SAME = "docx=pdf"
"""The row of the table that says how far the two formats agree."""


def floors() -> dict[tuple[str, str], float]:
    rows = [line.split("\t") for line in FLOORS.read_text("utf-8").splitlines()[1:]]
    return {(slug, kind): float(least) for slug, kind, least in rows}


@cache
def annotated(slug: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((HERE / slug / "contract.gold.json").read_text("utf-8"), parse_float=Decimal, parse_int=Decimal)
    return found


@cache
def parsed(slug: str, kind: str) -> dict[str, Any]:
    data = (HERE / slug / f"contract.{kind}").read_bytes()
    text = json_form.dump(understand(read(data, name=f"contract.{kind}")))
    found: dict[str, Any] = json.loads(text, parse_float=Decimal, parse_int=Decimal)
    return found


def reached(slug: str, kind: str) -> float:
    """The F1 of the service levels with their context; 1 where there is none to find and none was found."""
    tally = evaluate([(slug, annotated(slug), parsed(slug, kind))]).figures["levels.context"]
    return 1.0 if tally.empty else tally.f1


def agreement(slug: str) -> float:
    """The share of the levels found in the Word file or the PDF that was found in both."""
    sides = [Counter(level_core(entry) for entry in parsed(slug, kind).get("service_levels") or ()) for kind in ("docx", "pdf")]
    union = (sides[0] | sides[1]).total()
    return (sides[0] & sides[1]).total() / union if union else 1.0


TABLE = floors() if FLOORS.exists() else {}


def test_the_table_of_floors_holds_every_contract() -> None:
    assert {folder.parent.name for folder in HERE.glob("*/contract.gold.json")} == {slug for slug, _ in TABLE}


@pytest.mark.parametrize(("slug", "kind"), [row for row in TABLE if row[1] != SAME], ids="-".join)
def test_a_contract_is_read_as_well_as_its_floor(slug: str, kind: str) -> None:
    assert reached(slug, kind) >= TABLE[slug, kind]


@pytest.mark.parametrize("slug", [slug for slug, kind in TABLE if kind == SAME])
def test_a_contract_reads_the_same_as_word_and_as_pdf(slug: str) -> None:
    assert agreement(slug) >= TABLE[slug, SAME]


def test_every_quote_of_an_annotation_stands_in_its_contract() -> None:
    """A slip of the annotator's: the words are compared, not their layout."""
    for slug in {slug for slug, _ in TABLE}:
        source = next(file for name in ("md", "html", "txt") if (file := HERE / slug / f"contract.{name}").exists())
        text = _squashed(read(source.read_bytes(), name=source.name).text) + _squashed(source.read_text("utf-8"))
        gold = annotated(slug)
        for entry in [*gold["service_levels"], *gold["service_credits"], *gold["escalation"]]:
            assert _squashed(entry["quote"]) in text, (slug, entry["quote"])


def _squashed(text: str) -> str:
    return "".join(char for char in text.lower() if char.isalnum())


def formats(slug: str) -> list[str]:
    """The formats that the annotation names, or every file there is."""
    return annotated(slug).get("formats") or [
        kind for kind in ("docx", "pdf", "txt", "md", "html") if (HERE / slug / f"contract.{kind}").exists()
    ]


def measure() -> None:
    """Write what is reached, rounded down, into the table of floors."""
    lines = ["contract\tformat\tfloor"]
    totals: dict[str, list[tuple[str, Any, Any]]] = {}
    for folder in sorted(file.parent for file in HERE.glob("*/contract.gold.json")):
        slug = folder.name
        figures = {kind: reached(slug, kind) for kind in formats(slug)}
        for kind in figures:
            totals.setdefault(kind, []).append((slug, annotated(slug), parsed(slug, kind)))
        if {"docx", "pdf"} <= figures.keys():
            figures[SAME] = agreement(slug)
        lines += [f"{slug}\t{kind}\t{Decimal(figure).quantize(Decimal('0.01'), ROUND_DOWN)}" for kind, figure in figures.items()]
    FLOORS.write_text("\n".join([*lines, ""]), "utf-8")
    for kind, documents in totals.items():
        sums = {name: round(tally.f1, 3) for name, tally in evaluate(documents).figures.items()}
        print(kind, len(documents), sums)  # noqa: T201


def show(slug: str) -> None:
    """Print what is missed in one contract, format by format."""
    for kind in formats(slug):
        result = evaluate([(slug, annotated(slug), parsed(slug, kind))])
        print(f"== {kind} {reached(slug, kind):.2f}")  # noqa: T201
        for miss in result.misses:
            print(miss.what, miss.kind, _brief(miss.annotated), "|", _brief(miss.parsed))  # noqa: T201


def _brief(entry: Any) -> str:
    kept = ("quote", "source", "also", "confidence", "id")
    return str({k: str(v) for k, v in entry.items() if v is not None and k not in kept} if isinstance(entry, dict) else entry)


if __name__ == "__main__":
    show(sys.argv[1]) if len(sys.argv) > 1 else measure()
