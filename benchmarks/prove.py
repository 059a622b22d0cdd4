"""The long proof of a generated contract, with its figures written to benchmarks/results/prove.md.

    python benchmarks/prove.py [--agreements 200] [--out FILE]

Random agreements of all types (other figures, names, priorities, calendars, services, off-ramps) are written in each format and read
back; the Word files also with our aids taken away, saved again and printed by LibreOffice, the PDFs without their structure tree, the
pages as Chromium prints them. Every stated fact must come back. A program that is missing is named.
"""

from __future__ import annotations

import argparse
import importlib.util
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import TypeVar

import hostile
import openxml_audit
from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st

from sladocs.jobs.writers import rendered
from sladocs.model.agreement import Agreement

T = TypeVar("T")
ROOT = Path(__file__).parents[1]
RESULTS = ROOT / "benchmarks" / "results" / "prove.md"


def module(path: Path) -> ModuleType:
    """A test module, loaded by its path: the proof stands on the very functions that the tests use."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    loaded = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(loaded)
    return loaded


LAWS = module(ROOT / "tests" / "laws" / "test_documents_state_their_agreement.py")
PRINTERS = module(ROOT / "tests" / "laws" / "printers.py")
FORMATS = (".docx", ".pdf", ".html", ".md", ".txt")
PRINTED = 40
"""So many are printed by other programs, which takes seconds each."""


def agreements(count: int) -> list[Agreement]:
    """`count` agreements made at random, the same ones each time."""
    found: list[Agreement] = []

    @seed(20270101)
    @settings(max_examples=count, database=None, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.data())
    def collect(data: st.DataObject) -> None:
        found.append(LAWS.completed(data.draw(LAWS.varied(LAWS.example(data.draw(LAWS.types))))))

    collect()
    return found[:count]


def came_back(found: list[Agreement], write: Callable[[Agreement], bytes], ending: str) -> Iterator[bool]:
    """For each agreement whether its file states the same; a difference is printed."""
    for agreement in found:
        lost = LAWS.lost(agreement, write(agreement), ending)
        if lost:
            print(f"{ending}: {lost}", file=sys.stderr)
        yield not lost


def saved_again(files: list[bytes]) -> list[bytes]:
    """Word files after LibreOffice opened and saved them."""
    with tempfile.TemporaryDirectory() as folder:
        before, after = Path(folder) / "before", Path(folder) / "after"
        before.mkdir()
        for number, data in enumerate(files):
            (before / f"{number}.docx").write_bytes(data)
        profile = f"-env:UserInstallation=file://{folder}/profile"
        command = ["soffice", "--headless", profile, "--convert-to", "docx:MS Word 2007 XML", "--outdir", after, *sorted(before.iterdir())]
        subprocess.run(command, check=True, capture_output=True, timeout=1800)
        return [(after / f"{number}.docx").read_bytes() for number in range(len(files))]


def rows(count: int) -> Iterator[tuple[str, str]]:
    """What was proved, and the figure."""
    found = agreements(count)
    total = len(found)
    for ending in FORMATS:
        equal = sum(came_back(found, lambda a, e=ending: LAWS.written(a, e), ending))  # type: ignore[misc]
        yield f"random agreements that come back equal from {ending}", f"{equal} of {total}"
    equal = sum(came_back(found, lambda a: LAWS.without_aids(LAWS.written(a, ".docx")), ".docx"))
    yield "… from .docx without custom XML, controls, bookmarks and properties", f"{equal} of {total}"
    equal = sum(came_back(found, lambda a: PRINTERS.without_tree(LAWS.written(a, ".pdf")), ".pdf"))
    yield "… from .pdf without its structure tree, bookmarks and metadata", f"{equal} of {total}"
    yield from by_others(found)
    yield from hostile.rows()
    yield "findings of openxml-audit on the first 20", str(sum(audited(LAWS.written(a, ".docx")) for a in found[:20]))
    yield from times(found[:20])
    yield "`sladocs --help` against `python -c 'import click, rich'`", help_time()


def by_others(found: list[Agreement]) -> Iterator[tuple[str, str]]:
    """What comes back from the files that LibreOffice and Chromium make of ours."""
    few = found[:PRINTED]
    if shutil.which("soffice"):
        words = {str(number): LAWS.written(agreement, ".docx") for number, agreement in enumerate(found)}
        again = dict(zip(map(id, found), saved_again(list(words.values())), strict=True))
        yield "… from .docx saved again by LibreOffice", f"{sum(came_back(found, lambda a: again[id(a)], '.docx'))} of {len(found)}"
        printed = PRINTERS.printed_by_libreoffice({name: words[name] for name in list(words)[:PRINTED]})
        pages = dict(zip(map(id, few), printed.values(), strict=True))
        yield "… from .docx printed as PDF by LibreOffice", f"{sum(came_back(few, lambda a: pages[id(a)], '.pdf'))} of {len(few)}"
    else:
        yield "… from .docx saved again and printed by LibreOffice", "LibreOffice (soffice) is missing: 0 examined"
    if shutil.which("chromium"):
        equal = sum(came_back(few, lambda a: PRINTERS.printed_by_chromium(LAWS.written(a, ".html").decode()), ".pdf"))
        yield "… from .html printed as PDF by Chromium", f"{equal} of {len(few)}"
    else:
        yield "… from .html printed as PDF by Chromium", "Chromium is missing: 0 examined"


def audited(data: bytes) -> int:
    """How many faults the validator of Word files finds."""
    with tempfile.NamedTemporaryFile(suffix=".docx") as file:
        file.write(data)
        file.flush()
        return len(openxml_audit.OpenXmlValidator().validate(file.name).errors)


def times(found: list[Agreement]) -> Iterator[tuple[str, str]]:
    """The median time of each step for a whole contract, warm."""
    from sladocs.extract import extract
    from sladocs.read import read

    taken: dict[str, list[float]] = {}
    for agreement in found:
        document = timed(taken, "assemble", lambda a=agreement: LAWS.document_of(a))  # type: ignore[misc]
        for ending in (".docx", ".pdf", ".html"):
            data = timed(taken, f"write {ending}", lambda e=ending, d=document, a=agreement: rendered(d, a, e))  # type: ignore[misc]
            back = timed(taken, f"read {ending}", lambda e=ending, d=data: read(d, name=f"a{e}"))  # type: ignore[misc]
        timed(taken, "extract", lambda d=back: extract(d))  # type: ignore[misc]
    for name, seconds in taken.items():
        yield f"median time to {name} (about 25 pages)", f"{statistics.median(seconds) * 1000:.0f} ms"


def timed(taken: dict[str, list[float]], name: str, step: Callable[[], T]) -> T:
    """What a step gives; its seconds are noted."""
    start = time.perf_counter()
    result = step()
    taken.setdefault(name, []).append(time.perf_counter() - start)
    return result


def help_time() -> str:
    """Both start-up times, best of seven, in this run."""

    def best(arguments: list[str]) -> float:
        taken = []
        for _ in range(7):
            start = time.perf_counter()
            subprocess.run(arguments, check=True, capture_output=True)
            taken.append(time.perf_counter() - start)
        return min(taken)

    ours = best([str(Path(sys.executable).parent / "sladocs"), "--help"])
    theirs = best([sys.executable, "-c", "import click, rich"])
    return f"{ours * 1000:.0f} ms against {theirs * 1000:.0f} ms ({ours / theirs:.2f} times)"


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--agreements", type=int, default=200)
    arguments.add_argument("--out", type=Path, default=RESULTS)
    options = arguments.parse_args()
    lines = ["# What was proved", "", "`make prove` writes this file.", "", "| what | figure |", "| --- | --- |"]
    for what, figure in rows(options.agreements):
        print(f"{what}: {figure}", flush=True)
        lines.append(f"| {what} | {figure} |")
    options.out.parent.mkdir(parents=True, exist_ok=True)
    options.out.write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
