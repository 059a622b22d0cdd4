"""Hostile files: own samples damaged in many ways, and files made to break a reader. Each must be read, or refused in one sentence.

    python benchmarks/hostile.py [--count 500]

`prove.py` calls `rows`. A fault is an exception that is no refusal, a child ended by a signal, or a file that takes longer than its limit.
"""

from __future__ import annotations

import argparse
import io
import random
import resource
import sys
import time
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from sladocs.assemble import assemble
from sladocs.jobs.load import load_agreement
from sladocs.jobs.understand import understand
from sladocs.jobs.writers import rendered
from sladocs.library import Library, assemble_ready
from sladocs.model.finding import Refused
from sladocs.read import read_isolated

ENDINGS = (".docx", ".pdf", ".html", ".md", ".txt")
LIMIT = 200.0
"""Seconds that one file may take: the child's own limit and some more."""
CELLS = 100_000
PAGES = 5_000
DEEP = 20_000


@dataclass
class Record:
    """What became of the files."""

    ends: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)
    slowest: tuple[float, str] = (0.0, "")


def samples() -> dict[str, bytes]:
    """A contract of our own in each format."""
    library = Library.open(())
    template = library.template("saas-customer")
    source = Library.shipped()["templates"] / "saas-customer" / "example.yaml"
    agreement = assemble_ready(load_agreement(source).agreement, template, library)
    return {ending: rendered(assemble(agreement, template, library), agreement, ending) for ending in ENDINGS}


def mutations(count: int) -> Iterator[tuple[str, bytes]]:
    """So many damaged files with their names, the same ones each time."""
    draw = random.Random(20270101)
    known = samples()
    for number in range(count):
        ending = draw.choice(ENDINGS)
        data = bytearray(known[ending])
        kind = draw.choice(("cut", "flipped", "renamed", "doubled", "blanked", "spliced"))
        at = draw.randrange(len(data))
        name = ending
        if kind == "cut":
            del data[at:]
        elif kind == "flipped":
            for _ in range(draw.choice((1, 8, 200))):
                data[draw.randrange(len(data))] ^= 1 << draw.randrange(8)
        elif kind == "renamed":
            name = draw.choice([other for other in (*ENDINGS, ".doc", ".xyz", "") if other != ending])
        elif kind == "doubled":
            data[at:at] = data[at : at + draw.choice((100, 10_000))]
        elif kind == "blanked":
            data[at : at + draw.choice((16, 2_000))] = bytes(min(16, len(data) - at))
        else:
            other = known[draw.choice(ENDINGS)]
            data[at:] = other[draw.randrange(len(other)) :]
        yield f"{number} {ending} {kind}{name}", bytes(data)


def made() -> Iterator[tuple[str, bytes]]:
    """Files that no damage makes: bombs, depth, length."""
    yield "bomb.docx", _word(b"<w:p/>" * 40_000_000)
    yield "deep.docx", _word(b"<w:sdt><w:sdtContent>" * DEEP + b"<w:p/>" + b"</w:sdtContent></w:sdt>" * DEEP)
    row = b"<w:tr>" + b"<w:tc><w:p><w:r><w:t>4 h</w:t></w:r></w:p></w:tc>" * 10 + b"</w:tr>"
    yield "cells.docx", _word(b"<w:tbl>" + row * (CELLS // 10) + b"</w:tbl>")
    yield "deep.html", b"<!DOCTYPE html>" + b"<div>" * DEEP + b"within 4 hours"
    yield "cells.html", b"<!DOCTYPE html><table>" + (b"<tr>" + b"<td>4 h</td>" * 10 + b"</tr>") * (CELLS // 10) + b"</table>"
    yield "deep.md", b"> " * DEEP + b"x\n" + b"[" * DEEP + b"\n" + b"- " * 2000 + b"x\n"
    yield "cells.md", b"|" + b" 4 h |" * 10 + b"\n|" + b"---|" * 10 + b"\n" + (b"|" + b" 4 h |" * 10 + b"\n") * (CELLS // 10)
    yield "cells.txt", (b"P1 4 hours   " * 10 + b"\n") * (CELLS // 10)
    yield "line.txt", b"1. Term 12 months (a) within 4 hours " * 40_000
    yield "pages.pdf", _pages(PAGES)
    yield "deep.pdf", b"%PDF-1.7\n1 0 obj\n" + b"[" * DEEP * 5 + b"\nendobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


def _word(body: bytes) -> bytes:
    """A Word file with a body."""
    space = b'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", b"<w:document " + space + b"><w:body>" + body + b"</w:body></w:document>")
    return out.getvalue()


def _pages(count: int) -> bytes:
    """A PDF of so many empty pages."""
    import pypdfium2

    pdf = pypdfium2.PdfDocument.new()
    for _ in range(count):
        pdf.new_page(595, 842)
    out = io.BytesIO()
    pdf.save(out)
    return out.getvalue()


def attempt(name: str, data: bytes, record: Record, *, whole: bool = True) -> None:
    """Read one file, and unless it is only made to be large, understand it as `extract` does; note what became of it."""
    began = time.monotonic()
    try:
        document = read_isolated(data, name=name)
        if whole:
            understand(document)
        end = "read"
    except Refused as refusal:
        end = "refused"
        said = str(refusal)
        if "break the program" in said or "\n" in said or not said.endswith("."):
            end = "fault"
            record.faults.append(f"{name}: {said}")
    except Exception as error:  # noqa: BLE001 that is what is looked for
        end = "fault"
        record.faults.append(f"{name}: {type(error).__name__} {error}")
    taken = time.monotonic() - began
    record.ends[end] += 1
    record.slowest = max(record.slowest, (taken, name))
    if taken > LIMIT:
        record.faults.append(f"{name}: {taken:.0f} s")


def rows(count: int = 500) -> Iterator[tuple[str, str]]:
    """What was tried, and the figures."""
    record = Record()
    for name, data in mutations(count):
        attempt(name, data, record)
    for name, data in made():
        attempt(name, data, record, whole=False)
    for fault in record.faults:
        print(fault, file=sys.stderr)
    total = sum(record.ends.values())
    yield "hostile files, all in all", f"{total}: {record.ends['read']} read, {record.ends['refused']} refused in one sentence"
    yield "… with a traceback, a signal or a hang", str(len(record.faults))
    yield "… the slowest", f"{record.slowest[0]:.1f} s ({record.slowest[1]})"
    yield "… peak memory of a child that reads", f"{resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024:.0f} MB"


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--count", type=int, default=500)
    for name, figure in rows(parser.parse_args().count):
        print(f"{name}: {figure}")


if __name__ == "__main__":
    main()
