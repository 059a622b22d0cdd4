"""Read documents back into data: Document, then Extraction, then what the user asked for."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from sladocs.jobs.files import STANDARD_INPUT, keep_apart, keep_sources, name_of, read_bytes, refuse, stem_of, write_all
from sladocs.jobs.load import load
from sladocs.jobs.understand import read_document, understand
from sladocs.model.document import Document
from sladocs.model.finding import Evidence
from sladocs.read import AS_USUAL, How

ENDINGS = {"yaml": ".yaml", "json": ".json", "csv": ".csv", "text": ".txt"}


def extract(path: Path, form: str, *, follows: bool = False, how: How = AS_USUAL) -> str:
    """What a document states, as `yaml`, `json`, `csv` or `text`. Raises Refused where it cannot be read.

    It is read as `how` says.
    With `follows` it can be printed behind another one: tables without their header, YAML behind a line that begins a document.
    """
    if path.suffix.lower() in (".yaml", ".yml", ".json"):
        remedy = "sladocs convert changes its form, sladocs summary shows what it says."
        refuse(path, "is an agreement already, not a document to be read.", remedy)
    data = read_bytes(path)
    document = read_document(path, data, how)
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


def explain(path: Path, page: Path, how: How = AS_USUAL) -> int:
    """Write one page that shows a document, each entry's passage marked, beside the table of entries. Returns how many entries it has.

    Raises Refused.
    """
    from sladocs.read.pdf.images import Passage, page_images
    from sladocs.report.explanation import PagePicture
    from sladocs.report.explanation import page as explanation

    keep_sources([page], [path])
    data = read_bytes(path)
    document = read_document(path, data, how)
    extraction = understand(document)
    pictures: list[PagePicture] = []
    if data[:1024].find(b"%PDF") >= 0:
        passages = [
            Passage(key, found.page, found.quote, _nth(document, found), found.place or "")
            for key, found in extraction.evidence.items()
            if found.page
        ]
        images = page_images(data, passages, name=name_of(path), password=how.password)
        pictures = [PagePicture(image.number, image.png, image.width, image.height, image.boxes) for image in images]
    write(explanation(name_of(Path(path.name)), document, extraction, pictures), page)
    return len(extraction.evidence)


def _nth(document: Document, evidence: Evidence) -> int:
    """How often the words of a passage stand on its page before it."""
    if evidence.start is None:
        return 0
    first = next(start for block, start in zip(document.blocks, document.starts, strict=True) if block.page == evidence.page)
    return document.text.count(evidence.quote, first, evidence.start)


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


def summary(path: Path, how: How = AS_USUAL) -> str:
    """One page on an agreement or a document. Raises Refused."""
    from sladocs.report import summary as report

    loaded = load(path, how)
    return report.summary(loaded.extraction or loaded.agreement)
