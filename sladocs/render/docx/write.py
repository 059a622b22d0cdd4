"""Document to DOCX."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import TYPE_CHECKING

from sladocs.model.document import Document
from sladocs.render.docx.blocks import Blocks
from sladocs.render.docx.contents import contents
from sladocs.render.docx.furniture import furnish, hold_marks, release_mark, values
from sladocs.render.docx.inline import Inline
from sladocs.render.docx.markup import element, find, find_all, get, name, paragraph
from sladocs.render.docx.package import Package
from sladocs.render.docx.pages import fill_page_numbers
from sladocs.render.docx.pictures import Pictures
from sladocs.render.docx.properties import write_data, write_properties, write_settings
from sladocs.render.docx.style import Styling, load, supplement
from sladocs.render.docx.tables import Tables
from sladocs.render.docx.targets import Targets

if TYPE_CHECKING:
    from sladocs.render.docx.markup import Element


def render(document: Document, *, style: Path | None = None, data: str | None = None, draft: bool = False) -> bytes:
    """Write a document as a Word file.

    `style` is a Word document (or the folder of its parts) with the marks `{{ front }}`, `{{ body }}`, `{{ signatures }}`; without it the file has our
    own style. `data` is the agreement's JSON, kept in a part of its own. `draft` says DRAFT on each page. The tags of the style print
    `document.meta`: version, status, document_id, confidentiality, date (ISO), subject, organisation, digest. Raises StyleError for a
    style that cannot be used. The same document gives the same bytes.
    """
    package = load(style)
    package.main()
    hold_marks(package)
    context = values(document, draft=draft)
    package = furnish(package, context)
    main = package.main()
    styling = supplement(package, document.language)
    root = package.xml(main)
    _write_words(document, root, package, main, styling)
    fill_page_numbers(root, package, main)
    package.put(main, root)
    write_settings(package, main, document.language)
    write_properties(package, context)
    if data is not None:
        write_data(package, main, data)
    return package.to_bytes()


def _write_words(document: Document, root: Element, package: Package, main: str, styling: Styling) -> None:
    """Write the document's blocks at the three marks, the table of contents behind the front."""
    width = _text_width(root)
    targets = Targets(document.blocks)
    inline = Inline(styling, targets)
    blocks = Blocks(styling, targets, inline, Tables(styling, inline, width), Pictures(package, main, width))
    listed = contents(document.blocks, targets, styling)
    front = blocks.write(document.front, 0, "front")
    body = blocks.write(document.body, len(document.front), "body")
    signatures = blocks.write(document.signatures, len(document.front) + len(document.body), "signatures")
    _insert(root, "front", [*front, *([listed, *_section_break(root)] if listed is not None else [])])
    _insert(root, "body", body)
    _insert(root, "signatures", signatures)
    _end(root, styling)


def _section_break(root: Element) -> list[Element]:
    """What ends the section of the front, so that the body starts a page; nothing where the style has sections of its own.

    The front keeps the style's running head for first pages; the body has the usual one on all of its pages.
    """
    sections = find_all(root, ".//w:sectPr")
    if len(sections) != 1:
        return []
    front = copy.deepcopy(sections[0])
    for first_page in find_all(sections[0], "w:titlePg"):
        sections[0].remove(first_page)
    return [element("w:p", None, element("w:pPr", None, front))]


def _insert(root: Element, mark: str, content: list[Element]) -> None:
    """Put content in the place of a mark; a section that ended with the mark's paragraph ends behind the content."""
    held = release_mark(root, mark)
    parent = held.getparent()
    assert parent is not None
    place = parent.index(held)
    section = find(held, "w:pPr/w:sectPr")
    parent[place : place + 1] = [*content, *([element("w:p", None, element("w:pPr", None, section))] if section is not None else [])]


def _end(root: Element, styling: Styling) -> None:
    """A body, and a cell, ends with a paragraph; and Word would join two tables that nothing parts."""
    for parent in [*root.iter(name("w:body")), *root.iter(name("w:tc"))]:
        blocks = [child for child in parent if child.tag in (name("w:p"), name("w:tbl"), name("w:sdt"))]
        for child, follower in zip(blocks, [*blocks[1:], None], strict=True):
            if child.tag == name("w:tbl") and (follower is None or follower.tag == name("w:tbl")):
                child.addnext(paragraph(styling["TableEnd"]))


def _text_width(root: Element) -> int:
    """The width of a line of text in twips, from the last section."""
    sections = find_all(root, ".//w:sectPr")
    size = find(sections[-1], "w:pgSz") if sections else None
    margins = find(sections[-1], "w:pgMar") if sections else None
    if size is None or margins is None:
        return 9184
    sides = sum(int(get(margins, side) or 0) for side in ("w:left", "w:right"))
    return max(1440, int(get(size, "w:w") or 11906) - sides)
