"""How fast PDFs are read, and with how much memory, beside pdfplumber's `extract_text` on the same files in the same process.

    python benchmarks/read_pdf.py FOLDER [--sample 8] [--rounds 2]

Reads each PDF of FOLDER whole with `sladocs.read.read` (words, order, headings, tables, blocks), one process, warm: a first round is
not counted. pdfplumber, some ten pages a second, extracts the text of every N-th file (`--sample`), each page closed after it, and is
compared on these files. Prints pages a second of each, the ratio, and the peak memory of the process before pdfplumber was imported.
"""

from __future__ import annotations

import argparse
import io
import resource
import time
from collections.abc import Sequence
from pathlib import Path

import pypdfium2

from sladocs.model.finding import Refused
from sladocs.read import read

Files = Sequence[tuple[str, bytes]]


def peak() -> float:
    """The most memory that this process has had, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def count_pages(files: Files) -> int:
    """How many pages the files have."""
    total = 0
    for _, data in files:
        pdf = pypdfium2.PdfDocument(data)
        total += len(pdf)
        pdf.close()
    return total


def read_all(files: Files) -> float:
    """Seconds of processor time for reading each file."""
    start = time.process_time()
    for name, data in files:
        try:
            read(data, name=name)
        except Refused as error:
            print(f"{name}: {error}")
    return time.process_time() - start


def extract_all(files: Files) -> float:
    """Seconds of processor time for pdfplumber's text of each page of each file."""
    import pdfplumber

    start = time.process_time()
    for _, data in files:
        with pdfplumber.open(io.BytesIO(data)) as pdf:
            for page in pdf.pages:
                page.extract_text()
                page.close()
    return time.process_time() - start


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--sample", type=int, default=8, help="pdfplumber reads every N-th file")
    arguments.add_argument("--rounds", type=int, default=2, help="rounds that are measured; the fastest counts")
    options = arguments.parse_args()
    files = [(path.name, path.read_bytes()) for path in sorted(options.folder.glob("*.pdf"))]
    sample = files[:: options.sample]
    held = sum(len(data) for _, data in files) / 2**20
    read_all(sample)
    seconds = min(read_all(files) for _ in range(options.rounds))
    ours = min(read_all(sample) for _ in range(options.rounds))
    memory = peak()
    pages, sampled = count_pages(files), count_pages(sample)
    extract_all(sample[:1])
    theirs = extract_all(sample)
    print(f"sladocs.read: {len(files)} files, {pages} pages, {seconds:.2f} s: {pages / seconds:.0f} pages/s")
    print(f"peak memory {memory:.0f} MB, of which the files themselves {held:.0f} MB")
    print(f"on every {options.sample}th file, {sampled} pages: sladocs.read {sampled / ours:.0f} pages/s, ", end="")
    print(f"pdfplumber extract_text {sampled / theirs:.1f} pages/s: {theirs / ours:.1f} times as fast")


if __name__ == "__main__":
    main()
