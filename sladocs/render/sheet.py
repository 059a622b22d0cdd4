"""A picture of a PDF's pages side by side, drawn by pdfium."""

from __future__ import annotations

import io
from typing import Any, Final

COLUMNS: Final = 3
MOST: Final = 9
DOTS_PER_INCH: Final = 78
GAP: Final = 20
"""Pixels between the pages and round them."""
GROUND: Final = (228, 228, 228)
EDGE: Final = (160, 160, 160)


def contact_sheet(pdf: bytes) -> bytes:
    """A PNG with nine pages of a PDF at most: the first, the beginning of the text, and the last ones."""
    import pypdfium2
    from PIL import Image

    with pypdfium2.PdfDocument(pdf) as document:
        drawn = [document[number].render(scale=DOTS_PER_INCH / 72).to_pil().convert("RGB") for number in chosen(len(document))]
    wide, high = max(page.width for page in drawn), max(page.height for page in drawn)
    rows = -(-len(drawn) // COLUMNS)
    across = min(COLUMNS, len(drawn))
    sheet = Image.new("RGB", (across * (wide + GAP) + GAP, rows * (high + GAP) + GAP), GROUND)
    for number, page in enumerate(drawn):
        left, top = GAP + number % COLUMNS * (wide + GAP), GAP + number // COLUMNS * (high + GAP)
        sheet.paste(Image.new("RGB", (page.width + 2, page.height + 2), EDGE), (left - 1, top - 1))
        sheet.paste(page, (left, top))
    return _png(sheet)


def chosen(count: int) -> list[int]:
    """The pages, from 0: all where they are few, else the front, the contents, the beginning of the text, and the schedules at the end."""
    return list(range(count)) if count <= MOST else [0, 1, 3, *range(count - MOST + 3, count)]


def _png(image: Any) -> bytes:
    """The picture with 256 colours, which is enough for text and a third of the size."""
    out = io.BytesIO()
    image.quantize(256).save(out, "PNG", optimize=True)
    return out.getvalue()
