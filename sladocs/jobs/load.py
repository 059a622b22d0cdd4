"""What a command was given: an agreement as YAML or JSON, or a document that is read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from sladocs.codec import json_form, yaml_form
from sladocs.jobs.files import read_bytes
from sladocs.jobs.understand import read_document, understand
from sladocs.model.agreement import Agreement
from sladocs.model.document import Document
from sladocs.model.finding import Extraction, Place, Refused

DOCUMENT_ENDINGS = (".docx", ".md", ".markdown", ".txt", ".pdf", ".html", ".htm", ".rtf", ".odt", ".doc")
Origins = Mapping[str, tuple[str, int]]


@dataclass(frozen=True)
class Loaded:
    """An agreement, where its values come from (path to file and line), and, if it was read, its extraction and document."""

    agreement: Agreement
    origins: Origins = field(default_factory=dict)
    extraction: Extraction | None = None
    document: Document | None = None


def load(path: Path) -> Loaded:
    """Load an agreement from YAML or JSON, or read it from a document. Raises Refused."""
    data = read_bytes(path)
    if is_document(path, data):
        document = read_document(path, data)
        extraction = understand(document)
        return Loaded(extraction.agreement, extraction=extraction, document=document)
    return load_agreement(path, data)


def load_agreement(path: Path, data: bytes | None = None) -> Loaded:
    """Load an agreement from YAML or JSON only. Raises Refused."""
    data = read_bytes(path) if data is None else data
    name = str(path)
    if data[:4] in (b"PK\x03\x04", b"%PDF") or path.suffix.lower() in DOCUMENT_ENDINGS:
        remedy = f"Read it first: sladocs extract {path} -o agreement.yaml"
        raise Refused.because(f"{path} is a document, not an agreement in YAML or JSON.", place=Place(file=name), remedy=remedy)
    text = _decoded(data, name)
    if text.lstrip().startswith("{"):
        extraction = json_form.load(text, name)
        return Loaded(extraction.agreement, extraction=extraction)
    loaded = yaml_form.load(text, name)
    return Loaded(loaded.agreement, origins=loaded.origins)


def is_document(path: Path, data: bytes) -> bool:
    """Whether this is something to read rather than an agreement in YAML or JSON."""
    return data[:4] in (b"PK\x03\x04", b"%PDF", b"\xd0\xcf\x11\xe0") or path.suffix.lower() in DOCUMENT_ENDINGS


def _decoded(data: bytes, name: str) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        place = Place(file=name, line=line)
        raise Refused.because(f"Line {line} of {name} is not UTF-8 text; save the file as UTF-8.", place=place) from None
