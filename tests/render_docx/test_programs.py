"""What other programs make of our files: the validator finds nothing, LibreOffice opens them and prints what we cached."""

from __future__ import annotations

import importlib.util
import io
import re
import shutil
import subprocess
import zipfile
from pathlib import Path
from typing import Any

import openxml_audit
import pytest
from hypothesis import HealthCheck, given, settings

from sladocs.model.document import Document, Heading, words
from sladocs.read import read
from sladocs.render.docx import render

_spec = importlib.util.spec_from_file_location("strategies_documents", Path(__file__).parents[1] / "strategies_documents.py")
assert _spec is not None
assert _spec.loader is not None
strategies = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(strategies)


@pytest.fixture(scope="module")
def validator() -> Any:
    return openxml_audit.OpenXmlValidator()


def findings(validator: Any, path: Path, data: bytes) -> list[str]:
    path.write_bytes(data)
    return [str(error) for error in validator.validate(path).errors]


def test_the_validator_finds_nothing(validator: Any, file: Any, tmp_path: Path) -> None:
    assert findings(validator, tmp_path / "x.docx", file.data) == []


def test_the_validator_can_find_something(validator: Any, file: Any, tmp_path: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in file.names:
            content = file.archive.read(name)
            archive.writestr(name, content.replace(b"<w:tblGrid>", b"<w:jc/><w:tblGrid>") if name == "word/document.xml" else content)
    assert findings(validator, tmp_path / "x.docx", out.getvalue())


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(document=strategies.documents(spans=True))
def test_the_validator_finds_nothing_in_any_document(validator: Any, tmp_path: Path, document: Document) -> None:
    assert findings(validator, tmp_path / "x.docx", render(document)) == []


needs_libreoffice = pytest.mark.skipif(
    shutil.which("soffice") is None or shutil.which("pdftotext") is None, reason="needs LibreOffice and pdftotext"
)


@pytest.fixture(scope="module")
def pages(file: Any, tmp_path_factory: Any) -> list[str]:
    """The text of each page that LibreOffice prints."""
    folder = tmp_path_factory.mktemp("office")
    (folder / "x.docx").write_bytes(file.data)
    profile = f"-env:UserInstallation=file://{folder}/profile"
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder, folder / "x.docx"],
        check=True,
        capture_output=True,
        timeout=120,
    )
    text = subprocess.run(["pdftotext", "-layout", folder / "x.pdf", "-"], check=True, capture_output=True, timeout=60).stdout.decode()
    return text.split("\f")[:-1]


@pytest.mark.libreoffice
@needs_libreoffice
def test_survives_save_and_reopen(file: Any, tmp_path: Path) -> None:
    (tmp_path / "x.docx").write_bytes(file.data)
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        "docx:MS Word 2007 XML",
        "--outdir",
        tmp_path / "saved",
        tmp_path / "x.docx",
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    again, before = read((tmp_path / "saved" / "x.docx").read_bytes(), name="x.docx"), read(file.data, name="x.docx")
    assert again.text == before.text


@pytest.mark.libreoffice
@needs_libreoffice
class TestLibreOffice:
    def test_prints_each_heading_with_its_label(self, pages: list[str], document: Document) -> None:
        text = "\n".join(pages[:1] + pages[2:])
        for heading in (b for b in document.blocks if isinstance(b, Heading)):
            label = rf"{re.escape(heading.label)}\s+" if heading.label else ""
            assert re.search(rf"^\s*{label}{re.escape(words(heading.content))}\s*$", text, re.MULTILINE), heading

    def test_cached_page_numbers_are_right(self, pages: list[str], document: Document) -> None:
        wanted = {}
        for heading in (b for b in document.blocks if isinstance(b, Heading) and b.level <= 2):
            label = rf"{re.escape(heading.label)}\s+" if heading.label else ""
            shown = re.search(rf"^\s*{label}{re.escape(words(heading.content))}\s*\.{{3,}}\s*(\d+)$", pages[1], re.MULTILINE)
            assert shown, heading
            found = [
                n
                for n, page in enumerate(pages, start=1)
                if n != 2 and re.search(rf"^\s*{label}{re.escape(words(heading.content))}\s*$", page, re.MULTILINE)
            ]
            wanted[words(heading.content)] = (int(shown[1]), found)
        assert all(number in found for number, found in wanted.values()), wanted

    def test_computes_the_references_that_we_cached(self, pages: list[str]) -> None:
        text = " ".join(" ".join(pages).split())
        for words_ in (
            "subject to clause 1.3(b)(i); or",
            "suspension under clause 3.1.1.",
            "Service Level in Schedule 1, measured as paragraph 1 of Schedule 2 says",
            "See ARTICLE IV.",
        ):
            assert words_ in text

    def test_heads_and_feet(self, pages: list[str]) -> None:
        for number, page in enumerate(pages, start=1):
            assert f"Page {number} of {len(pages)}" in page
            assert "SLA-2027-001 · Confidential" in page
            assert ("Cloud Ledger Service Level Agreement · Version 1.0" in page) == (number > 1)

    def test_signatures_are_not_torn_apart(self, pages: list[str]) -> None:
        (page,) = [p for p in pages if "Signatures" in p and "The parties have signed" in p]
        assert all(word in page for word in ("Signature", "Name", "Title", "Date"))
