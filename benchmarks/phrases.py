"""How rightly figures are read from phrases: `python benchmarks/phrases.py [FILE ...] [--misses]`.

A file is a table of two columns parted by a tab: a phrase, and the quantities that it states, as "value unit [comparator] [attainment=..]
[statistic=..] [disagrees]" parted by ";" (none for a phrase that states none). Lines that begin with "#" are remarks. Quantities are
equal where they say the same (90 minutes are 1.5 hours, but never business hours).
"""

from __future__ import annotations

import argparse
from collections import Counter
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from sladocs.extract.mentions import GATE, Mentions, read_mentions
from sladocs.model.metrics import Metric, Statistic
from sladocs.model.quantity import Dimension, Quantity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sladocs.extract.en.quantities import QuantityMention

PHRASES = Path(__file__).parent.parent / "tests" / "extract" / "phrases"


class Said(NamedTuple):
    """One quantity as it is compared: its dimension, its size in the smallest unit, and what is said of it."""

    unit: str
    size: Decimal
    comparator: str | None = None
    attainment: Decimal | None = None
    statistic: str | None = None
    disagrees: bool = False


def cases(path: Path) -> Iterator[tuple[str, Counter[Said]]]:
    """The phrases of a file, with the quantities that they state."""
    for line in path.read_text("utf-8").splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        phrase, _, expected = line.partition("\t")
        yield phrase, Counter(_stated(part.split()) for part in expected.split(";") if part.strip())


def _stated(parts: list[str]) -> Said:
    quantity = Quantity(value=Decimal(parts[0]), unit=parts[1])
    marks = dict(part.split("=", 1) for part in parts[2:] if part.startswith(("attainment=", "statistic=")))
    signs = [part for part in parts[2:] if part in ("<=", ">=", "<", ">", "=")]
    attainment = Decimal(marks["attainment"]) if "attainment" in marks else None
    return _said(quantity, signs[0] if signs else None, attainment, marks.get("statistic"), disagrees="disagrees" in parts)


def _said(quantity: Quantity, comparator: str | None, attainment: Decimal | None, statistic: str | None, *, disagrees: bool) -> Said:
    if quantity.unit == "gbps":
        quantity = Quantity(value=quantity.value * 1000, unit="mbps")
    size = quantity.size()
    unit = quantity.dimension.value if size is not None and not quantity.unit.startswith("currency:") else quantity.unit
    return Said(unit, quantity.value if size is None else size, comparator, attainment, statistic, disagrees)


def read(phrase: str) -> Counter[Said]:
    """What the grammar reads from a phrase."""
    mentions = read_mentions(phrase)
    mean = any(m.metric in (Metric.MTTR, Metric.MTBF) for m in mentions.metrics)  # a mean time says its statistic by its name
    statistic = mentions.statistic or (Statistic.MEAN if mean else None)
    return Counter(
        _said(
            q.quantity,
            q.comparator.value if q.comparator else None,
            _share(mentions, q),
            statistic.value if statistic else None,
            disagrees=q.disagrees,
        )
        for q in mentions.quantities
    )


def _share(mentions: Mentions, quantity: QuantityMention) -> Decimal | None:
    """The share of cases that stands with a time: the last before it, else the first."""
    if not mentions.shares or quantity.quantity.dimension not in (Dimension.TIME, Dimension.BUSINESS_TIME):
        return None
    before = [s for s in mentions.shares if s.end <= quantity.start]
    return before[-1].value if before else mentions.shares[0].value


def measure(path: Path) -> tuple[int, int, int, list[str]]:
    """The quantities of a file that were read rightly, that are expected, that were read, and the phrases with misses."""
    hit = expected = found = 0
    misses = []
    for phrase, wanted in cases(path):
        got = read(phrase)
        hit += (wanted & got).total()
        expected += wanted.total()
        found += got.total()
        if wanted != got:
            misses.append(f"{phrase!r}\n    missed {[tuple(s) for s in wanted - got]}\n    invented {[tuple(s) for s in got - wanted]}")
        if any(not s.unit.startswith("currency:") for s in wanted) and not GATE.search(phrase):
            misses.append(f"{phrase!r}\n    does not pass the gate")
    return hit, expected, found, misses


def f1(hit: int, expected: int, found: int) -> float:
    """The harmonic mean of precision and recall."""
    return 2 * hit / (expected + found) if expected + found else 1.0


def _figures(hit: int, expected: int, found: int) -> str:
    return f"P {hit / max(1, found):.3f}  R {hit / max(1, expected):.3f}  F1 {f1(hit, expected, found):.3f}"


def main() -> None:
    """Print precision, recall and F1 for each file and for all."""
    parser = argparse.ArgumentParser(description="How rightly figures are read from phrases.")
    parser.add_argument("files", nargs="*", type=Path, default=sorted(PHRASES.glob("*.tsv")))
    parser.add_argument("--misses", action="store_true", help="print each phrase that was not read rightly")
    arguments = parser.parse_args()
    totals = (0, 0, 0)
    for path in arguments.files:
        hit, expected, found, misses = measure(path)
        totals = (totals[0] + hit, totals[1] + expected, totals[2] + found)
        print(f"{path.name:24} {len(list(cases(path)))} phrases  {_figures(hit, expected, found)}")
        if arguments.misses:
            print(*misses, sep="\n")
    hit, expected, found = totals
    print(f"{'all':24} {_figures(hit, expected, found)}  ({hit} of {expected}, {found} read)")


if __name__ == "__main__":
    main()
