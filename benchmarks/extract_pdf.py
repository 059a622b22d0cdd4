"""How fast contracts are understood, and with how much memory, beside bare text of the same files in the same process.

    python benchmarks/extract_pdf.py FOLDER [--sample 4] [--rounds 2]

For each PDF of FOLDER, one process, warm (a first round is not counted): the whole of `sladocs extract` (words, headings, tables, then
service levels, credits, terms, clauses), the reading alone, and the bare text of each page by pypdfium2. pdfplumber, some ten pages a
second, extracts the text of every N-th file (`--sample`), each page closed after it, and is compared on these files. Prints pages a
second of processor time, the ratios, and the peak memory of the process before pdfplumber was imported.
"""

from __future__ import annotations

import argparse
import io
import resource
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pypdfium2

from sladocs.jobs.understand import understand
from sladocs.model.finding import Refused
from sladocs.read import read

Files = Sequence[tuple[str, bytes]]


def peak() -> float:
    """The most memory that this process has had, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def pages_of(files: Files) -> int:
    """How many pages the files have."""
    total = 0
    for _, data in files:
        pdf = pypdfium2.PdfDocument(data)
        total += len(pdf)
        pdf.close()
    return total


def timed(job: Callable[[str, bytes], object], files: Files) -> float:
    """Seconds of processor time for a job on each file."""
    start = time.process_time()
    for name, data in files:
        try:
            job(name, data)
        except Refused as error:
            print(f"{name}: {error}")
    return time.process_time() - start


def extracted(name: str, data: bytes) -> object:
    """All that `sladocs extract` finds in a file."""
    return understand(read(data, name=name))


def opened(name: str, data: bytes) -> object:
    """The document in a file."""
    return read(data, name=name)


def bare_text(_: str, data: bytes) -> None:
    """The text of each page as pypdfium2 gives it."""
    pdf = pypdfium2.PdfDocument(data)
    for page in pdf:
        text = page.get_textpage()
        text.get_text_range()
        text.close()
        page.close()
    pdf.close()


def plumbed(_: str, data: bytes) -> None:
    """The text of each page as pdfplumber gives it."""
    import pdfplumber

    with pdfplumber.open(io.BytesIO(data)) as pdf:
        for page in pdf.pages:
            page.extract_text()
            page.close()


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--sample", type=int, default=4, help="pdfplumber reads every N-th file")
    arguments.add_argument("--rounds", type=int, default=2, help="rounds that are measured; the fastest counts")
    options = arguments.parse_args()
    files = [(path.name, path.read_bytes()) for path in sorted(options.folder.glob("*.pdf"))]
    sample = files[:: options.sample]
    pages, sampled = pages_of(files), pages_of(sample)
    timed(extracted, sample)
    whole = min(timed(extracted, files) for _ in range(options.rounds))
    memory = peak()
    reading = min(timed(opened, files) for _ in range(options.rounds))
    bare = min(timed(bare_text, files) for _ in range(options.rounds))
    ours = min(timed(extracted, sample) for _ in range(options.rounds))
    timed(plumbed, sample[:1])
    theirs = timed(plumbed, sample)
    print(f"{len(files)} files, {pages} pages")
    print(f"sladocs extract            {pages / whole:6.0f} pages/s, peak memory {memory:.0f} MB")
    print(f"  of which reading         {pages / reading:6.0f} pages/s")
    print(f"pypdfium2 bare text        {pages / bare:6.0f} pages/s: extract has {bare / whole:.2f} of its speed")
    print(f"pdfplumber extract_text    {sampled / theirs:6.1f} pages/s on every {options.sample}th file ({sampled} pages): ", end="")
    print(f"extract is {theirs / ours:.1f} times as fast on these")


if __name__ == "__main__":
    main()
