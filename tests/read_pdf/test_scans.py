"""Pages that are pictures of text: recognised where that can be done, else told with what to install."""

from __future__ import annotations

import importlib.util
import io
import sys
from collections.abc import Sequence
from pathlib import Path

import pypdfium2
import pytest

from sladocs.jobs.understand import understand
from sladocs.read import ReadError, ocr, read, read_isolated
from sladocs.read.pdf.opening import counted

_spec = importlib.util.spec_from_file_location("made", Path(__file__).with_name("made.py"))
assert _spec is not None
assert _spec.loader is not None
made = importlib.util.module_from_spec(_spec)
sys.modules[_spec.name] = made
_spec.loader.exec_module(made)


def typed(*pages: str) -> bytes:
    """A PDF with one line of text a page."""
    found: bytes = made.pdf(*(made.Sheet().say(72, 90, text, size=18) for text in pages))
    return found


def scanned(data: bytes, pages: Sequence[int]) -> bytes:
    """The PDF with pictures in the place of some pages."""
    source, target = pypdfium2.PdfDocument(data), pypdfium2.PdfDocument.new()
    for index in range(len(source)):
        if index + 1 not in pages:
            target.import_pages(source, [index])
            continue
        bitmap = source[index].render(scale=150 / 72)
        width, height = source[index].get_size()
        page = target.new_page(width, height)
        image = pypdfium2.PdfImage.new(target)
        image.set_bitmap(bitmap)
        image.set_matrix(pypdfium2.PdfMatrix().scale(width, height))
        page.insert_obj(image)
        page.gen_content()
    out = io.BytesIO()
    target.save(out)
    return out.getvalue()


TEXT = ("Oakfield and Northwind agree as follows.", "The service is available 99.9 % of each month.", "Response within 4 hours.")


def test_a_scan_names_its_pages_and_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "is_installed", lambda: False)
    with pytest.raises(ReadError) as error:
        read_isolated(scanned(typed(*TEXT), [1, 2, 3]), name="a.pdf")
    assert "(pages 1 to 3)" in str(error.value)
    assert "pip install 'sladocs[ocr]'" in str(error.value)
    assert "tesseract" in str(error.value)


def test_pages_that_were_not_read_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "is_installed", lambda: False)
    document = read(scanned(typed(*TEXT), [2]), name="a.pdf")
    assert document.meta["pages_without_text"] == "2"
    assert "99.9" not in document.text
    (finding,) = [one for one in understand(document).findings if one.code == "E20"]
    assert "Page 2 holds only a picture" in finding.message
    assert "tesseract" in (finding.remedy or "")


def test_only_pages_without_text_are_recognised(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Sequence[int]] = []

    def recognised(_data: bytes, pages: Sequence[int], _what: str, _password: str | None = None) -> bytes:
        asked.append(pages)
        return typed(*TEXT)

    monkeypatch.setattr(ocr, "is_installed", lambda: True)
    monkeypatch.setattr(ocr, "recognised", recognised)
    document = read(scanned(typed(*TEXT), [2]), name="a.pdf")
    assert asked == [[2]]
    assert document.meta["recognised_pages"] == "2"
    extraction = understand(document)
    marked = {evidence.recognised for evidence in extraction.evidence.values() if evidence.page == 2}
    assert marked == {True}
    assert {evidence.recognised for evidence in extraction.evidence.values() if evidence.page == 3} <= {None}
    assert any("Text recognition (OCR) read page 2" in one.message for one in extraction.findings)


def test_pictures_without_words_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    blank = scanned(typed(*TEXT), [1, 2, 3])
    monkeypatch.setattr(ocr, "is_installed", lambda: True)
    monkeypatch.setattr(ocr, "recognised", lambda *_: blank)
    with pytest.raises(ReadError, match="text recognition finds no word"):
        read(blank, name="a.pdf")


@pytest.mark.skipif(not ocr.is_installed(), reason="OCRmyPDF or Tesseract is not installed")
def test_a_scan_is_read() -> None:
    document = read_isolated(scanned(typed(*TEXT), [1, 2, 3]), name="a.pdf")
    assert document.meta["recognised_pages"] == "1, 2, 3"
    assert "99.9 % of each month" in document.text.replace("99.9% ", "99.9 % ")
    assert "within 4 hours" in document.text


@pytest.mark.parametrize(
    ("pages", "said"),
    [([3], "page 3"), ([1, 2], "pages 1 and 2"), ([1, 2, 3, 4, 9], "pages 1 to 4 and 9"), ([2, 5, 8], "pages 2, 5 and 8")],
)
def test_pages_in_words(pages: list[int], said: str) -> None:
    assert counted(pages) == said
