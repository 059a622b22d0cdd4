"""Tables of a folder of PDF and DOCX files against their cells: `python benchmarks/tables.py FOLDER`.

FOLDER holds `NAME.pdf`, `NAME.docx` and `tables.json`: for each name the rows of its table (None where a cell of the row or column before
reaches over), and, where cells span, `spans` as row, column, rows, columns. A table counts as right if all its cells are.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sladocs.model.document import Table, spread
from sladocs.read import read

Rows = list[list[str]]


def main() -> int:
    """Print one line a file and format; 1 if any table that must be right is not."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--show", action="store_true", help="print what was read where it differs")
    given = parser.parse_args()
    wanted = json.loads((given.folder / "tables.json").read_text("utf-8"))
    wrong = 0
    for name, gold in wanted.items():
        for ending in ("pdf", "docx"):
            path = next((p for p in sorted(given.folder.glob(f"*.{ending}")) if p.stem.lower() == name.lower()), None)
            if path is not None:
                wrong += not _measure(path, gold, show=given.show)
    print(f"{wrong} wrong")
    return int(wrong > 0)


def _measure(path: Path, gold: dict[str, Any], *, show: bool) -> bool:
    expected = _padded([[_plain(text or "") for text in row] for row in gold["rows"]])
    began = time.perf_counter()
    tables = list(tables_of(path))
    taken = time.perf_counter() - began
    found = max(tables, key=lambda rows: _share(expected, rows), default=[])
    share = _share(expected, found)
    right = share == 1.0 and len(found) == len(expected) and _width(found) == _width(expected)
    cells = sum(map(len, expected))
    spoken = "right" if right else f"{share:4.0%} of {cells} cells"
    print(f"{path.name:28} {spoken:18} {len(tables)} tables  {1000 * taken:6.1f} ms")
    if show and not right:
        for row in found:
            print("    ", row)
    return right


def tables_of(path: Path) -> Iterator[Rows]:
    """The tables that a reader finds in a file."""
    for block in read(path.read_bytes(), name=path.name).blocks:
        if isinstance(block, Table):
            yield rows_of(block)


def rows_of(table: Table) -> Rows:
    """The cells' texts, each at its first place."""
    return [[_plain(cell.text) for cell in row] for row in spread(table)]


def _plain(text: str) -> str:
    """A text without blanks: where a line breaks after a hyphen or slash, formats differ."""
    return re.sub(r"\s+", "", text)


def _padded(rows: Rows) -> Rows:
    return [[*row, *[""] * (_width(rows) - len(row))] for row in rows]


def _width(rows: Rows) -> int:
    return max((len(row) for row in rows), default=0)


def _share(expected: Rows, found: Rows) -> float:
    """How many cells are right at their place."""
    hits = sum(r < len(found) and c < len(found[r]) and found[r][c] == text for r, row in enumerate(expected) for c, text in enumerate(row))
    return hits / max(sum(map(len, expected)), 1)


if __name__ == "__main__":
    sys.exit(main())
