"""Read documents back into data: Document, then Extraction, then what the user asked for."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from sladocs.jobs.files import STANDARD_INPUT, keep_apart, keep_sources, name_of, read_bytes, refuse, stem_of, write_all
from sladocs.jobs.load import load
from sladocs.jobs.understand import read_document, understand

ENDINGS = {"yaml": ".yaml", "json": ".json", "csv": ".csv", "text": ".txt"}


def extract(path: Path, form: str, *, follows: bool = False, password: str | None = None) -> str:
    """What a document states, as `yaml`, `json`, `csv` or `text`. Raises Refused where it cannot be read.

    `password` opens a protected file.
    With `follows` it can be printed behind another one: tables without their header, YAML behind a line that begins a document.
    """
    if path.suffix.lower() in (".yaml", ".yml", ".json"):
        remedy = "sladocs convert changes its form, sladocs summary shows what it says."
        refuse(path, "is an agreement already, not a document to be read.", remedy)
    data = read_bytes(path)
    document = read_document(path, data, password)
    if form == "text":
        return document.text
    extraction = understand(document)
    if form == "json":
        from sladocs.codec import json_form

        return json_form.dump(extraction)
    if form == "csv":
        from sladocs.codec import csv_form

        return csv_form.dump(extraction, name_of(Path(path.name)), header=not follows)
    from sladocs.codec import yaml_form

    text = yaml_form.dump(extraction.agreement, findings=extraction.findings)
    return f"---\n{text}" if follows else text


def targets(files: Sequence[Path], form: str, output: Path) -> dict[Path, Path]:
    """Where each document's text is to be written: one to a file, or several into a folder that exists. Raises Refused."""
    if output.is_dir():
        found = {path: output / f"{stem_of(path) if path == STANDARD_INPUT else path.name}{ENDINGS[form]}" for path in files}
    elif len(files) == 1:
        found = {files[0]: output}
    else:
        refuse(output, "is no folder; several documents need one: make it first.")
    keep_apart([(target, path) for path, target in found.items()])
    keep_sources(list(found.values()), files)
    return found


def write(text: str, target: Path) -> None:
    """Write what was read from one document. Raises Refused."""
    write_all({target: text.encode()})


def summary(path: Path, password: str | None = None) -> str:
    """One page on an agreement or a document. Raises Refused."""
    from sladocs.report import summary as report

    loaded = load(path, password)
    return report.summary(loaded.extraction or loaded.agreement)
