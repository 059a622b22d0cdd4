"""How many annotations of a folder come back equal, field by field, through the agreement: gold_round_trip.py FOLDER [--values]."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

from sladocs.codec import json_form
from sladocs.model.gold import annotation, from_gold, to_gold


def differences(old: Any, new: Any, path: str = "") -> Iterator[tuple[str, Any, Any]]:
    """The paths at which two plain structures differ, with both values."""
    if isinstance(old, dict) and isinstance(new, dict):
        for key in old.keys() | new.keys():
            yield from differences(old.get(key, "(no such key)"), new.get(key, "(no such key)"), f"{path}/{key}")
    elif isinstance(old, list) and isinstance(new, list) and len(old) == len(new):
        for index, (ours, theirs) in enumerate(zip(old, new, strict=True)):
            yield from differences(ours, theirs, f"{path}/{index}")
    elif old != new or isinstance(old, bool) != isinstance(new, bool):
        yield path, old, new


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--values", action="store_true", help="print the values that differ, not only their paths")
    options = parser.parse_args()
    files = sorted(options.folder.glob("*.gold.json"))
    equal = 0
    for file in files:
        gold = json.loads(file.read_text("utf-8"), parse_float=Decimal, parse_int=Decimal)
        extraction = from_gold(gold)
        found = list(differences(gold, to_gold(extraction, annotation(gold))))
        if json_form.load(json_form.dump(extraction), file.name) != extraction:
            found.append(("/json", "the JSON form", "comes back changed"))
        equal += not found
        for path, old, new in found:
            print(f"{file.name}{path}" + (f": {old!r} became {new!r}" if options.values else ""))
    print(f"{equal} of {len(files)} equal")
    return 0 if equal == len(files) else 1


if __name__ == "__main__":
    raise SystemExit(main())
