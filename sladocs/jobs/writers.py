"""The bytes of a document in each format, in the look that was asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sladocs.codec import json_form
from sladocs.jobs.files import name_of
from sladocs.model.agreement import Agreement
from sladocs.model.document import Document
from sladocs.model.finding import Place, Refused
from sladocs.model.stated import stated
from sladocs.render.look import PLAIN, SHIPPED, Look

ENDINGS: Final = (".docx", ".pdf", ".html", ".md", ".txt")
STYLED: Final = (".docx", ".pdf", ".html")
"""The formats that show a style."""


@dataclass(frozen=True)
class Appearance:
    """How files look and what they carry.

    `style` is a shipped style's name or a Word file; `fonts` have the characters that ours lack; `pdf_from_docx` prints the PDF from the
    Word file by LibreOffice; `draft` says DRAFT on each page; `data` embeds the data in the Word file.
    """

    style: str | Path | None = None
    fonts: Sequence[Path] = ()
    pdf_from_docx: bool = False
    draft: bool = False
    data: bool = True


AS_USUAL: Final = Appearance()


def style_named(text: str | None) -> str | Path | None:
    """The style that a person named: a shipped one by its name, else a file."""
    return Path(text) if text is not None and text not in SHIPPED else text


def rendered(document: Document, agreement: Agreement, ending: str, appearance: Appearance = AS_USUAL) -> bytes:
    """The file's bytes in the format of `ending`, one of `ENDINGS`."""
    if ending == ".docx":
        return _word_file(document, json_form.dump(stated(agreement)) if appearance.data else None, appearance)
    if ending == ".pdf":
        return _pdf_file(document, appearance)
    if ending == ".html":
        from sladocs.render.html import render as html

        return html(document, look=_look(appearance), draft=appearance.draft).encode()
    if ending == ".md":
        from sladocs.render.markdown import render as markdown

        return markdown(document).encode()
    from sladocs.render.text import render as text

    return text(document).encode()


def _pdf_file(document: Document, appearance: Appearance) -> bytes:
    if appearance.pdf_from_docx:
        from sladocs.render.office import pdf_from_docx

        return pdf_from_docx(_word_file(document, None, appearance))
    from sladocs.render.pdf import render as pdf

    return pdf(document, look=_look(appearance), fonts=appearance.fonts, draft=appearance.draft)


def _look(appearance: Appearance) -> Look:
    """How PDF and HTML look: as the Word style does. Raises Refused."""
    if appearance.style is None:
        return PLAIN
    from sladocs.render.docx import StyleError
    from sladocs.render.docx.look import read_look

    try:
        return read_look(appearance.style)
    except StyleError as error:
        raise _unusable_style(appearance.style, str(error)) from error


def _word_file(document: Document, data: str | None, appearance: Appearance) -> bytes:
    """The bytes of a Word file. Raises Refused where the style is at fault, which is so where the same words fit into the plain look."""
    from sladocs.render.docx import StyleError, render

    if appearance.style is None:
        return render(document, data=data, draft=appearance.draft)
    try:
        return render(document, style=appearance.style, data=data, draft=appearance.draft)
    except StyleError as error:
        raise _unusable_style(appearance.style, str(error)) from error
    except Exception:  # noqa: BLE001 a damaged style can break anything; if it is not the style, the next line raises again
        render(document, data=data, draft=appearance.draft)
        raise _unusable_style(appearance.style, "the file is damaged") from None


def _unusable_style(style: str | Path, why: str) -> Refused:
    what = why.removeprefix("style").lstrip(":, ").rstrip(".")
    remedy = "sladocs style lint tells all its faults; Word may repair a damaged file. Without --style the look is plain."
    return Refused.because(f"The style cannot be used: {what}.", place=Place(file=name_of(Path(style))), remedy=remedy)
