"""Read every document of a folder and write what was understood, one JSON file a document.

    python benchmarks/parse_corpus.py FOLDER OUT [--format docx]

FOLDER holds `<id>.<format>`; OUT receives `<id>.<format>.json`. Prints how many documents were read, the time, and each that failed.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path

from sladocs.codec import json_form
from sladocs.jobs.understand import understand
from sladocs.model.finding import Refused
from sladocs.read import read


def parse(path: Path) -> str:
    """The interchange JSON of one document."""
    return json_form.dump(understand(read(path.read_bytes(), name=path.name)))


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("out", type=Path)
    arguments.add_argument("--format", default="docx")
    options = arguments.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    paths = sorted(options.folder.glob(f"*.{options.format}"))
    start, refused = time.perf_counter(), 0
    for path in paths:
        try:
            text = parse(path)
        except Refused as error:
            refused += 1
            print(f"{path.name}: {error}")
            continue
        (options.out / f"{path.name}.json").write_text(text, "utf-8")
    seconds = time.perf_counter() - start
    print(f"{len(paths) - refused} of {len(paths)} {options.format} documents read in {seconds:.1f} s")


if __name__ == "__main__":
    main()
