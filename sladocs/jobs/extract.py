"""Read documents back into data: Document, then Extraction, then what the user asked for."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from sladocs.jobs.files import read_bytes, write_all
from sladocs.jobs.load import load
from sladocs.jobs.understand import read_document, understand
from sladocs.model.finding import Place, Refused

ENDINGS = {"yaml": ".yaml", "json": ".json", "csv": ".csv", "text": ".txt"}


def extract(path: Path, form: str) -> str:
    """What a document states, as `yaml`, `json`, `csv` or `text`. Raises Refused where it cannot be read."""
    data = read_bytes(path)
    document = read_document(path, data)
    if form == "text":
        return document.text
    extraction = understand(document)
    if form == "json":
        from sladocs.codec import json_form

        return json_form.dump(extraction)
    if form == "csv":
        from sladocs.codec import csv_form

        return csv_form.dump(extraction)
    from sladocs.codec import yaml_form

    return yaml_form.dump(extraction.agreement, findings=extraction.findings)


def write(texts: Mapping[Path, str], form: str, output: Path) -> list[Path]:
    """Write one text to a file, or several into a folder that exists. Returns the files written. Raises Refused."""
    if len(texts) == 1 and not output.is_dir():
        targets = {output: next(iter(texts.values())).encode()}
    elif output.is_dir():
        targets = {output / f"{path.name}{ENDINGS[form]}": text.encode() for path, text in texts.items()}
    else:
        raise Refused.because(f"{output} is no folder; several documents need one: make it first.", place=Place(file=str(output)))
    write_all(targets)
    return list(targets)


def summary(path: Path) -> str:
    """One page on an agreement or a document. Raises Refused."""
    from sladocs.report import summary as report

    loaded = load(path)
    return report.summary(loaded.extraction or loaded.agreement)
