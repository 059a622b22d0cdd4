"""From a file's bytes to what it states: the document, its extraction, and what the embedded data says otherwise."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from sladocs.jobs.files import name_of, refuse
from sladocs.model.document import Document
from sladocs.model.finding import Extraction, Finding, Refused, Severity
from sladocs.read import AS_USUAL, How, read_isolated

LONGEST_FILE: Final = 16 * 1024 * 1024
"""The largest file of plain text that is read as a document, in bytes."""
LONGEST: Final = 4_000_000
"""The longest document that is understood, in characters: about two thousand pages."""
_SURE_BY_OCR: Final = 0.8
"""The highest confidence in a figure that text recognition read."""
MOST_BLOCKS: Final = 50_000
"""The most paragraphs and tables of a document that is understood."""


def read_document(path: Path, data: bytes, how: How = AS_USUAL) -> Document:
    """The document in a file, read as `how` says. Binary files are read in a child process with limits. Raises Refused."""
    if len(data) > LONGEST_FILE and not data.startswith((b"PK\x03\x04", b"%PDF")):
        refuse(path, f"is a text of more than {LONGEST_FILE // 1024 // 1024} MB, which no contract is; split it.")
    document = read_isolated(data, name=name_of(path), how=how)
    if len(document.text) > LONGEST or len(document.blocks) > MOST_BLOCKS:
        size = f"{len(document.text):,} characters in {len(document.blocks):,} paragraphs"
        refuse(path, f"is far longer than a contract, with {size}; split it.")
    return document


def understand(document: Document) -> Extraction:
    """What the document states; where our own file's embedded data differs from its text, a finding names the figure and both values."""
    from sladocs.extract import extract as read_out

    extraction = _with_recognised(read_out(document), document)
    notes = [*extraction.findings, *_changes(document), *_edited(document, extraction)]
    return extraction.model_copy(update={"findings": tuple(notes)})


def _with_recognised(extraction: Extraction, document: Document) -> Extraction:
    """The extraction, what text recognition read marked so, and held for less certain."""
    pages = {int(number) for number in document.meta.get("recognised_pages", "").split(", ") if number}
    if not pages:
        return extraction
    evidence = {
        path: one.model_copy(update={"recognised": True, "confidence": min(one.confidence, _SURE_BY_OCR)}) if one.page in pages else one
        for path, one in extraction.evidence.items()
    }
    return extraction.model_copy(update={"evidence": evidence})


def _changes(document: Document) -> list[Finding]:
    """What the reader noticed about the file itself: tracked changes, hidden text, pages that are only pictures."""
    sentences = {
        "tracked_changes": "The document has {} tracked changes; they were read as accepted (--as-original reads what stood before them).",
        "undone_changes": "The document has {} tracked changes; what stood before them was read.",
        "hidden_text": "The document has {} passages of hidden text; they were not read.",
    }
    counts = [(key, document.meta.get(key, "0")) for key in sentences]
    found = [Finding(code="E20", severity=Severity.WARNING, message=sentences[key].format(count)) for key, count in counts if count != "0"]
    pages = [number for number in document.meta.get("pages_without_text", "").split(", ") if number]
    if recognised := document.meta.get("recognised_pages", ""):
        said = f"Text recognition (OCR) read page {recognised}; compare the figures with the file."
        found.append(Finding(code="E20", severity=Severity.WARNING, message=said))
    doubted = document.meta.get("doubtful_tables", "")
    if doubted:
        said = f"Two ways of reading tables disagree about columns on page {doubted}; compare the figures with the file."
        found.append(Finding(code="E20", severity=Severity.WARNING, message=said))
    return [*found, _pictures(pages)] if pages else found


def _pictures(pages: Sequence[str]) -> Finding:
    """The finding that pages with these numbers hold nothing but pictures."""
    if len(pages) == 1:
        said = f"Page {pages[0]} holds only a picture, perhaps of text; it was not read."
    else:
        said = f"Pages {', '.join(pages[:-1])} and {pages[-1]} hold only pictures, perhaps of text; they were not read."
    return Finding(code="E20", severity=Severity.WARNING, message=said, remedy="Install the extra ocr and tesseract; then they are read.")


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
