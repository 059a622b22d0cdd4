"""The long proof of a generated contract, with its figures written to benchmarks/results/prove.md.

    python benchmarks/prove.py [--agreements 200] [--out FILE]

Random agreements (other figures, names, priorities, calendars, services) are written in each format and read back; the Word files
also with our aids taken away, and saved again by LibreOffice. Every stated fact must come back. A program that is missing is named.
"""

from __future__ import annotations

import argparse
import importlib.util
import itertools
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import openxml_audit
from hypothesis import HealthCheck, given, seed, settings

from sladocs.model.agreement import Agreement

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


def agreements(count: int) -> list[Agreement]:
    """`count` agreements made at random, the same ones each time."""
    found: list[Agreement] = []

    @seed(20270101)
    @settings(max_examples=count, database=None, deadline=None, suppress_health_check=list(HealthCheck))
    @given(LAWS.varied(LAWS.example("example.yaml")))
    def collect(agreement: Agreement) -> None:
        found.append(LAWS.completed(agreement))

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
    for ending in LAWS.FORMATS:
        equal = sum(came_back(found, lambda a, e=ending: LAWS.written(a, e), ending))  # type: ignore[misc]
        yield f"random agreements that come back equal from {ending}", f"{equal} of {total}"
    equal = sum(came_back(found, lambda a: LAWS.without_aids(LAWS.written(a, ".docx")), ".docx"))
    yield "… from .docx without custom XML, controls, bookmarks and properties", f"{equal} of {total}"
    if shutil.which("soffice"):
        again = dict(zip(map(id, found), saved_again([LAWS.written(a, ".docx") for a in found]), strict=True))
        equal = sum(came_back(found, lambda a: again[id(a)], ".docx"))
        yield "… from .docx saved again by LibreOffice", f"{equal} of {total}"
    else:
        yield "… from .docx saved again by LibreOffice", "LibreOffice (soffice) is missing: 0 examined"
    yield "findings of openxml-audit on the first 20", str(sum(audited(LAWS.written(a, ".docx")) for a in found[:20]))
    yield from times(found[:20])
    yield "`sladocs --help` against `python -c 'import click, rich'`", help_time()


def audited(data: bytes) -> int:
    """How many faults the validator of Word files finds."""
    with tempfile.NamedTemporaryFile(suffix=".docx") as file:
        file.write(data)
        file.flush()
        return len(openxml_audit.OpenXmlValidator().validate(file.name).errors)


def times(found: list[Agreement]) -> Iterator[tuple[str, str]]:
    """The median time of each step for a whole contract, warm."""
    from sladocs.assemble import assemble
    from sladocs.extract import extract
    from sladocs.jobs.writers import rendered
    from sladocs.read import read

    template, library = LAWS.library().template("saas-customer"), LAWS.library()
    taken: dict[str, list[float]] = {"assemble": [], "write .docx": [], "read .docx": [], "extract": []}
    for agreement in found:
        start = time.perf_counter()
        document = assemble(agreement, template, library)
        assembled = time.perf_counter()
        data = rendered(document, agreement, ".docx")
        written = time.perf_counter()
        back = read(data, name="a.docx")
        was_read = time.perf_counter()
        extract(back)
        marks = (start, assembled, written, was_read, time.perf_counter())
        for name, (a, b) in zip(taken, itertools.pairwise(marks), strict=True):
            taken[name].append(b - a)
    for name, seconds in taken.items():
        yield f"median time to {name} (about 25 pages)", f"{statistics.median(seconds) * 1000:.0f} ms"


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
