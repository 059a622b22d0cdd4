"""What a command was given: an agreement as YAML or JSON, or a document that is read."""

from __future__ import annotations

import codecs
from dataclasses import dataclass, field
from pathlib import Path

from sladocs.codec import yaml_form
from sladocs.jobs.files import name_of, read_bytes, refuse
from sladocs.jobs.places import Origins, located
from sladocs.jobs.tidy import unprintable
from sladocs.jobs.understand import read_document, understand
from sladocs.model.agreement import Agreement
from sladocs.model.document import Document
from sladocs.model.finding import Extraction, Place, Refused
from sladocs.read import AS_USUAL, How

LOCK = ".lock.yaml"
"""The ending of the file that says which clause texts were used."""
DOCUMENT_ENDINGS = (".docx", ".md", ".markdown", ".txt", ".pdf", ".html", ".htm", ".rtf", ".odt", ".doc")

DOCUMENT_MARKS = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08", b"%PDF", b"\xd0\xcf\x11\xe0")
"""The first bytes of Word files and their like."""


@dataclass(frozen=True)
class Loaded:
    """An agreement, where its values come from (path to file and line), and, if it was read, its extraction and document."""

    agreement: Agreement
    origins: Origins = field(default_factory=dict)
    extraction: Extraction | None = None
    document: Document | None = None


def load(path: Path, how: How = AS_USUAL) -> Loaded:
    """Load an agreement from YAML or JSON, or read it from a document, which is read as `how` says. Raises Refused."""
    data = read_bytes(path)
    if is_document(path, data):
        document = read_document(path, data, how)
        extraction = understand(document)
        return Loaded(extraction.agreement, extraction=extraction, document=document)
    return load_agreement(path, data)


def load_agreement(path: Path, data: bytes | None = None) -> Loaded:
    """Load an agreement from YAML or JSON only. Raises Refused."""
    data = read_bytes(path) if data is None else data
    name = name_of(path)
    if is_document(path, data):
        refuse(path, "is a document, not an agreement in YAML or JSON.", f"Read it first: sladocs extract {name} -o agreement.yaml")
    if is_lock(path):
        refuse(path, "is a lock file, which says what texts an agreement uses; name the agreement itself.")
    loaded = yaml_form.load(_decoded(data, name), name)
    if found := unprintable(loaded.agreement):
        raise Refused(located(found, path, loaded.origins))
    return Loaded(loaded.agreement, loaded.origins, loaded.extraction)


def lock_of(source: Path) -> Path:
    """The lock file of an agreement."""
    return source.with_name(f"{source.stem}{LOCK}")


def is_lock(path: Path) -> bool:
    """Whether a name is that of a lock file."""
    return path.name.endswith(LOCK)


def is_document(path: Path, data: bytes) -> bool:
    """Whether this is something to read rather than an agreement in YAML or JSON."""
    return data.startswith(DOCUMENT_MARKS) or path.suffix.lower() in DOCUMENT_ENDINGS


def _decoded(data: bytes, name: str) -> str:
    """The text of a YAML or JSON file: UTF-8, or UTF-16 that says so by its mark."""
    wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) and not data.startswith(codecs.BOM_UTF32_LE)
    try:
        return data.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeDecodeError as error:
        line = None if wide else data.count(b"\n", 0, error.start) + 1
        place = Place(file=name, line=line)
        raise Refused.because("this is not UTF-8 text; save the file as UTF-8", place=place) from None
