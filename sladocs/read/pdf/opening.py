"""Opening a PDF, or one sentence that says why that cannot be done and what would help."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from sladocs.read.failure import ReadError, unreadable
from sladocs.read.ocr import INSTALL
from sladocs.read.pdf.page import Page

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

MOST_PAGES: Final = 3000
"""Far more than a contract with all its schedules has."""
HEAD: Final = 1024
"""Bytes at the beginning within which a PDF names itself (ISO 32000-1, annex H, note 13)."""
_FEW: Final = 12
"""Words that a stamp or a running head adds to a picture of a page."""
_MOST: Final = 0.5
_PASSWORD, _SECURITY = 4, 5
"""pdfium's codes: a password is needed or wrong; an unknown way of protection."""
_UNKNOWN: Final = re.compile("[\ufffd\u25a1\x00-\x1f\ue000-\uf8ff]")


@contextmanager
def opened(data: bytes, what: str, password: str | None) -> Iterator[PdfDocument]:
    """An opened PDF. Raises ReadError."""
    import pypdfium2

    start = data.find(b"%PDF", 0, HEAD)
    content = data[start:] if start > 0 else data
    try:
        pdf = pypdfium2.PdfDocument(content, password=password)
    except pypdfium2.PdfiumError as error:
        raise _failure(content, what, password, getattr(error, "err_code", None)) from None
    try:
        if _is_cut(content):
            raise _cut(what)
        if not len(pdf):
            raise unreadable(f"{what} is damaged: it holds no page; get the file anew from where it came.", what)
        if len(pdf) > MOST_PAGES:
            raise unreadable(f"{what} has {len(pdf):,} pages, more than the {MOST_PAGES:,} that are read; split it.", what)
        yield pdf
    finally:
        pdf.close()


def scanned(pages: Sequence[Page]) -> list[int]:
    """The numbers of the pages that are pictures of text: without words, or with few of them on a picture that fills most of the page."""
    return [page.number for page in pages if page.images and (not page.words or (len(page.words) < _FEW and _is_filled(page)))]


def _is_filled(page: Page) -> bool:
    """Whether one picture covers most of a page."""
    whole = page.width * page.height
    return any((x1 - x0) * (bottom - top) > _MOST * whole for x0, top, x1, bottom in page.images)


def counted(pages: Sequence[int]) -> str:
    """Numbers of pages in words: "page 3", "pages 1 to 4 and 9"."""
    runs: list[list[int]] = []
    for page in pages:
        if runs and page == runs[-1][-1] + 1:
            runs[-1].append(page)
        else:
            runs.append([page])
    said = [str(run[0]) if len(run) == 1 else f"{run[0]} {'to' if len(run) > 2 else 'and'} {run[-1]}" for run in runs]
    listed = said[0] if len(said) == 1 else f"{', '.join(said[:-1])} and {said[-1]}"
    return f"page {listed}" if len(pages) == 1 else f"pages {listed}"


def refuse_without_text(pages: Sequence[Page], what: str) -> None:
    """Raises ReadError for pages without text, and for text that cannot be told from its letters' shapes."""
    words = [word.text for page in pages for word in page.words]
    if not words:
        if pictures := scanned(pages):
            holds = "only pictures of pages, as scans are" if len(pages) > 1 else "only a picture of a page, as a scan is"
            raise unreadable(f"{what} holds {holds} ({counted(pictures)}): {INSTALL}.", what)
        raise unreadable(f"{what} holds no text: its pages are empty or only drawn; save the document as DOCX or as a PDF with text.", what)
    text = "".join(words[:5000])
    if len(_UNKNOWN.findall(text)) > 0.4 * len(text):
        raise unreadable(
            f"{what} says only how its letters look, not which they are: run text recognition (OCR) on it first, and read the result.", what
        )


def _failure(content: bytes, what: str, password: str | None, code: int | None) -> ReadError:
    if code == _PASSWORD:
        if password:
            return unreadable(f"{what} is protected, and the password is not the right one: give the one that opens it.", what)
        return unreadable(f"{what} is protected by a password: give it with --password.", what)
    if code == _SECURITY:
        return unreadable(f"{what} is protected in a way that is not known here: save it without protection.", what)
    if _is_cut(content):
        return _cut(what)
    return unreadable(f"{what} is damaged: no PDF reader can tell its pages; get the file anew from where it came.", what)


def _cut(what: str) -> ReadError:
    return unreadable(f"{what} is cut off: the end of the PDF is missing; copy or download it again.", what)


def _is_cut(content: bytes) -> bool:
    """Whether the file ends before its end: no end mark, or parts of a document after the last one (ISO 32000-1, 7.5.5)."""
    end = content.rfind(b"%%EOF")
    return end < 0 or b" obj" in content[end:]
