"""The pages of an opened PDF, one after the other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sladocs.read.pdf.drawing import read_drawing
from sladocs.read.pdf.frame import Frame
from sladocs.read.pdf.hidden import load
from sladocs.read.pdf.page import Page
from sladocs.read.pdf.words import Texts

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument


def pages(pdf: PdfDocument) -> Iterator[Page]:
    """The pages of an opened PDF, one in memory at a time; a page that cannot be loaded is an empty one."""
    import pypdfium2.raw as pdfium

    texts = Texts()
    for index in range(len(pdf)):
        handle = load(pdfium, pdf.raw, index)
        if not handle:
            yield Page(index + 1, 0.0, 0.0)
            continue
        try:
            frame = Frame.of(handle)
            words = texts.read(handle, frame)
            page = Page(index + 1, frame.width, frame.height)
            width, height = page.width, page.height
            page.words = [word for word in words if word.x1 > 0 and word.x0 < width and word.bottom > 0 and word.top < height]
            read_drawing(handle, frame, page)
        finally:
            pdfium.FPDF_ClosePage(handle)
        yield page
