"""A PDF file as a Document."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from sladocs.model.document import Block, Document, Heading, Paragraph, words
from sladocs.read.pdf.blocks import blocks_of
from sladocs.read.pdf.flow import flow_of, text_of_pages
from sladocs.read.pdf.notes import take_notes
from sladocs.read.pdf.opening import opened, refuse_without_text, scanned
from sladocs.read.pdf.pages import pages
from sladocs.read.pdf.routes import is_true
from sladocs.read.pdf.tables.opinion import Asked, plumber
from sladocs.read.pdf.tagged import tagged_blocks

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

_NO_TITLE: Final = re.compile(r"microsoft word\b|untitled|\.(?:docx?|pdf|rtf|odt|indd|html?)$|^\W*$", re.IGNORECASE)
_LANGUAGE: Final = "en-GB"
_ACCESSIBLE: Final = b"pdfuaid:part"
"""What the metadata of a file say that claims to be PDF/UA; they are not compressed (ISO 32000-1, 14.3.2)."""


def read_pdf(data: bytes, what: str, password: str | None = None, *, careful: bool = False, scans: bool = False) -> Document:
    """The Document that a PDF file holds; `what` names it in messages, the rest is as in `How`. Raises ReadError."""
    with opened(data, what, password) as pdf:
        found = list(pages(pdf))
        pictures = scanned(found)
        meta = {"pages_without_text": ", ".join(map(str, pictures))} if pictures else {}
        if scans and pictures and not any(page.words for page in found):
            return Document(language=_LANGUAGE, meta=meta)
        refuse_without_text(found, what)
        named = _title(pdf)
        told = tagged_blocks(pdf) if pdf.is_tagged() else None
    text = text_of_pages(found)
    if told and is_true(told, found, text, accessible=_ACCESSIBLE in data):
        blocks = tuple(told)
    else:
        Asked.doubted.clear()
        flow = flow_of(found, text, lambda number: plumber(data, number, password), careful=careful)
        if Asked.doubted:
            meta["doubtful_tables"] = ", ".join(map(str, sorted(Asked.doubted)))
        notes = take_notes(flow)
        blocks = tuple(blocks_of(flow, notes))
    return Document(title=_title_in(blocks, named), language=_LANGUAGE, body=blocks, meta=meta)


def _title_in(blocks: tuple[Block, ...], named: str) -> str:
    """The title that stands in the text, or the one that the file names itself; a lone heading further down only where there is neither."""
    title = " ".join(words(block.content) for block in blocks if isinstance(block, Paragraph) and block.role == "title")
    if title:
        return title
    highest = [block for block in blocks if isinstance(block, Heading) and block.level == 1]
    alone = words(highest[0].content) if len(highest) == 1 and not highest[0].label else ""
    return alone if not named or (alone and highest[0] is blocks[0]) else named


def _title(pdf: PdfDocument) -> str:
    """The title that the file names itself, unless it is the name of a file."""
    title = str(pdf.get_metadata_value("Title")).strip()
    return "" if _NO_TITLE.search(title) else title
