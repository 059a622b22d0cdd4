"""One file into a Document."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from sladocs.model.document import Document
from sladocs.read import ocr
from sladocs.read.docx import read_docx
from sladocs.read.failure import unreadable
from sladocs.read.how import AS_USUAL, How
from sladocs.read.html import is_page, page_text, read_html
from sladocs.read.isolation import PDF_SECONDS, read_apart
from sladocs.read.kinds import Kind, decode, is_pdf, is_zip, refuse_other_binaries, text_kind
from sladocs.read.markdown import read_markdown
from sladocs.read.office import as_word, office_ending
from sladocs.read.pdf import read_pdf
from sladocs.read.signing import mark_signatures
from sladocs.read.text import read_text


def read(data: bytes, *, name: str = "", password: str | None = None, how: How = AS_USUAL) -> Document:
    """The Document that a file's bytes hold. The format is found by what they are; `name` (a file's name) is a hint and stands in messages.

    `password` opens a protected PDF; `how` says what else is wished. Raises ReadError.
    """
    how = replace(how, password=password) if password else how
    if ending := office_ending(data):
        return _of_office(parsed(as_word(data, ending, name or "The input"), name=name, how=how), ending)
    if is_pdf(data) and not is_zip(data):
        return _recognised(data, name or "The input", how, lambda content, one: parsed(content, name=name, how=one))
    return parsed(data, name=name, how=how)


def parsed(data: bytes, *, name: str = "", how: How = AS_USUAL) -> Document:
    """As `read`, for what no other program has to change or recognise first. Raises ReadError."""
    what = name or "The input"
    refuse_other_binaries(data, what)
    if is_zip(data):
        return mark_signatures(_shallow(what, lambda: read_docx(data, what, original=how.original)))
    if is_pdf(data):
        return mark_signatures(read_pdf(data, what, how.password, careful=how.careful, scans=how.scans))
    if is_page(data, name):
        return mark_signatures(_shallow(what, lambda: read_html(page_text(data, what), what)))
    text = decode(data, what)
    document = read_markdown(text) if text_kind(text, name) is Kind.MARKDOWN else read_text(text)
    if not document.blocks:
        raise unreadable(f"{what} holds no text: nothing but marks is in the file.", what)
    return mark_signatures(document)


def _shallow(what: str, reader: Callable[[], Document]) -> Document:
    """What a reader makes of a file that is nested no deeper than a document is. Raises ReadError."""
    try:
        return reader()
    except RecursionError:
        raise unreadable(f"{what} is damaged: its parts are nested far deeper than a document's.", what) from None


def read_isolated(data: bytes, *, name: str = "", password: str | None = None, how: How = AS_USUAL) -> Document:
    """As `read`, but what is not plain text is parsed by a process of its own with limits of memory and time."""
    how = replace(how, password=password) if password else how
    if ending := office_ending(data):
        return _of_office(read_apart(as_word(data, ending, name or "The input"), name=name, how=how), ending)
    if is_zip(data) or is_page(data, name):
        return read_apart(data, name=name, how=how)
    if is_pdf(data):
        return _recognised(data, name or "The input", how, lambda d, h: read_apart(d, name=name, how=h, seconds=PDF_SECONDS))
    return parsed(data, name=name, how=how)


def _of_office(document: Document, ending: str) -> Document:
    """The document that another program's file holds; the places in the DOCX that was made of it are in no file of the user's."""
    body = tuple(block.model_copy(update={"source": None}) for block in document.body)
    return document.model_copy(update={"body": body, "meta": {**document.meta, "converted_from": ending.removeprefix(".")}})


def _recognised(data: bytes, what: str, how: How, read_one: Callable[[bytes, How], Document]) -> Document:
    """The document in a PDF, with the text of its pictures of pages where it can be recognised; `meta` names the pages read so."""
    if not ocr.is_installed():
        return read_one(data, how)
    document = read_one(data, replace(how, scans=True))
    pages = [int(number) for number in document.meta.get("pages_without_text", "").split(", ") if number]
    if not pages:
        return document
    again = read_one(ocr.recognised(data, pages, what, how.password), replace(how, password=None, scans=True))
    if not again.blocks:
        raise unreadable(f"{what} holds only pictures of pages, and text recognition finds no word on them: scan it anew.", what)
    said = {block.page for block in again.blocks}
    meta = {key: value for key, value in again.meta.items() if key != "pages_without_text"}
    for key, numbers in (
        ("recognised_pages", [n for n in pages if n in said]),
        ("pages_without_text", [n for n in pages if n not in said]),
    ):
        if numbers:
            meta[key] = ", ".join(map(str, numbers))
    return again.model_copy(update={"meta": meta})


def read_file(path: str | Path, *, isolated: bool = False) -> Document:
    """The Document in a file, with `isolated` as `read_isolated` reads it.

    Raises ReadError, also where there is no such file, or no permission to read it.
    """
    path = Path(path)
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise unreadable(f"{path} does not exist: is the name right?", str(path)) from None
    except IsADirectoryError:
        raise unreadable(f"{path} is a folder: name a file in it.", str(path)) from None
    except PermissionError:
        raise unreadable(f"{path} may not be read by this user: give the permission to read it (chmod u+r).", str(path)) from None
    except OSError as error:
        raise unreadable(f"{path} cannot be read: {error.strerror}.", str(path)) from None
    return (read_isolated if isolated else read)(data, name=str(path))
