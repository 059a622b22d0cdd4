"""How long a Word file takes, beside docxtpl's time for a template of the same length, in the same run and warm.

    python benchmarks/write_docx.py [--agreement templates/saas-customer/example.yaml] [--style plain] [--rounds 15] [--profile]

The template is our own output with its text taken out: one loop over the paragraphs and, for each number of columns, one over the rows
of the tables. docxtpl fills it with the same words; it computes no numbers, references, contents, widths, controls or page numbers.
Reading back is apart (`benchmarks/prove.py`).
"""

from __future__ import annotations

import argparse
import cProfile
import io
import pstats
import statistics
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docxtpl
from lxml import etree

from sladocs.jobs.generate import Options, prepare
from sladocs.jobs.library import open_library
from sladocs.jobs.load import load_agreement
from sladocs.jobs.tidy import tidy
from sladocs.library import assemble_ready
from sladocs.model.document import Document
from sladocs.render.docx import render

ROOT = Path(__file__).parents[1]
MOST = 3
"""Our time may be so many times that of docxtpl."""
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def document_of(source: Path) -> Document:
    """The document of an agreement, as `generate` renders it."""
    loaded = load_agreement(source)
    library = open_library((), beside=source)
    template = library.template(loaded.agreement.template or "")
    agreement = assemble_ready(tidy(loaded.agreement), template, library)
    return prepare(agreement, template, library, Options(), loaded.origins)[0]


def text_of(node: Any) -> str:
    return "".join(t.text or "" for t in node.iter(f"{W}t"))


def template_of(written: bytes) -> tuple[bytes, dict[str, Any]]:
    """A docxtpl template of the same length as a Word file, and the words to fill it with."""
    with zipfile.ZipFile(io.BytesIO(written)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    root = etree.fromstring(parts["word/document.xml"])
    body = root.find(f"{W}body")
    assert body is not None
    tables: dict[int, list[list[str]]] = {}
    for row in body.iter(f"{W}tr"):
        cells = [text_of(cell) for cell in row.findall(f"{W}tc")]
        tables.setdefault(len(cells), []).append(cells)
    paragraphs = [text_of(p) for p in body.iter(f"{W}p") if next(p.iterancestors(f"{W}tc"), None) is None]
    pieces = [paragraph("{%p for text in paragraphs %}"), paragraph("{{ text }}"), paragraph("{%p endfor %}")]
    for columns in tables:
        cells = "".join(f"<w:tc>{paragraph(f'{{{{ row[{n}] }}}}')}</w:tc>" for n in range(columns))
        loop = f"{{%tr for row in tables[{columns}] %}}", "{%tr endfor %}"
        rows = f"<w:tr><w:tc>{paragraph(loop[0])}</w:tc></w:tr><w:tr>{cells}</w:tr><w:tr><w:tc>{paragraph(loop[1])}</w:tc></w:tr>"
        pieces.append(f"<w:tbl><w:tblPr/><w:tblGrid>{'<w:gridCol/>' * columns}</w:tblGrid>{rows}</w:tbl>{paragraph('')}")
    section = etree.tostring(body[-1]).decode()
    document = f'<w:document xmlns:w="{W[1:-1]}"><w:body>{"".join(pieces)}{section}</w:body></w:document>'
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, document.encode() if name == "word/document.xml" else data)
    return out.getvalue(), {"paragraphs": paragraphs, "tables": tables}


def paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def fill(template: bytes, words: dict[str, Any]) -> bytes:
    """The file that docxtpl makes of the template."""
    made = docxtpl.DocxTemplate(io.BytesIO(template))
    made.render(words, autoescape=True)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def times(rounds: int, *jobs: Callable[[], bytes]) -> list[list[float]]:
    """The milliseconds of each job, taken in turns, after one that warms up."""
    taken: list[list[float]] = [[] for _ in jobs]
    for number in range(rounds + 1):
        for job, found in zip(jobs, taken, strict=True):
            start = time.perf_counter()
            job()
            if number:
                found.append((time.perf_counter() - start) * 1000)
    return taken


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--agreement", type=Path, default=ROOT / "templates" / "saas-customer" / "example.yaml")
    parser.add_argument("--style", default="plain")
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--profile", action="store_true", help="Show where our time goes.")
    given = parser.parse_args()
    document = document_of(given.agreement)
    written = render(document, style=given.style)
    template, words = template_of(written)
    filled = fill(template, words)
    assert text_length(filled) > 0.95 * text_length(written), "the template is not of the same length"
    if given.profile:
        with cProfile.Profile() as profile:
            render(document, style=given.style)
        pstats.Stats(profile).sort_stats("tottime").print_stats(30)
    ours, theirs = times(given.rounds, lambda: render(document, style=given.style), lambda: fill(template, words))
    for name, found in (("sladocs", ours), ("docxtpl", theirs)):
        print(f"{name}: median {statistics.median(found):.0f} ms, best {min(found):.0f} ms, of {given.rounds} files")
    ratio = statistics.median(ours) / statistics.median(theirs)
    print(f"{ratio:.1f} times docxtpl's time; {'within' if ratio <= MOST else 'above'} the {MOST} that are allowed")


def text_length(data: bytes) -> int:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return len(text_of(etree.fromstring(archive.read("word/document.xml"))))


if __name__ == "__main__":
    main()
