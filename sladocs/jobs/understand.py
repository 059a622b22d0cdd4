"""From a file's bytes to what it states: the document, its extraction, and what the embedded data says otherwise."""

from __future__ import annotations

from pathlib import Path

from sladocs.model.document import Document
from sladocs.model.finding import Extraction, Finding, Refused, Severity
from sladocs.read import read_isolated


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
