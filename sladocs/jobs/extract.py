"""Read documents back into data: Document, then Extraction, then what the user asked for."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from sladocs.jobs.files import read_bytes, write_all
from sladocs.jobs.load import load
from sladocs.model.document import Document
from sladocs.model.finding import Extraction, Finding, Place, Refused, Severity
from sladocs.read import read_isolated

ENDINGS = {"yaml": ".yaml", "json": ".json", "csv": ".csv", "text": ".txt"}


def read_document(path: Path, data: bytes) -> Document:
    """The document in a file. Binary files are read in a child process with limits. Raises Refused."""
    return read_isolated(data, name=path.name)


def understand(document: Document) -> Extraction:
    """What the document states; where our own file's embedded data differs from its text, a finding names the figure and both values."""
    from sladocs.extract import extract as read_out

    extraction = read_out(document)
    notes = [*extraction.findings, *_changes(document), *_edited(document, extraction)]
    return extraction.model_copy(update={"findings": tuple(notes)})


def _changes(document: Document) -> list[Finding]:
    """What the reader noticed about the file itself: tracked changes, hidden text."""
    sentences = {
        "tracked_changes": "The document has {} tracked changes; they were read as accepted.",
        "hidden_text": "The document has {} passages of hidden text; they were not read.",
    }
    counts = [(key, document.meta.get(key, "0")) for key in sentences]
    return [Finding(code="E20", severity=Severity.WARNING, message=sentences[key].format(count)) for key, count in counts if count != "0"]


def _edited(document: Document, extraction: Extraction) -> list[Finding]:
    if document.data is None:
        return []
    from sladocs.codec import json_form
    from sladocs.report import explain

    try:
        embedded = json_form.load(document.data, "the data embedded in the document").agreement
    except Refused as error:
        return [Finding(code="E11", severity=Severity.WARNING, message=f"The data embedded in the document cannot be read: {error}")]
    return explain.edited(embedded, extraction.agreement)


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
