"""Document to DOCX."""

from __future__ import annotations

import itertools
from pathlib import Path
from typing import TYPE_CHECKING

from sladocs.model.document import Document
from sladocs.render.docx.blocks import LEADING, Blocks
from sladocs.render.docx.contents import contents
from sladocs.render.docx.foreign import take_out
from sladocs.render.docx.furniture import furnish
from sladocs.render.docx.inline import Inline
from sladocs.render.docx.look import look_of
from sladocs.render.docx.marks import MARKS, hold_marks, release_mark
from sladocs.render.docx.markup import element, find, name
from sladocs.render.docx.measures import Measures
from sladocs.render.docx.package import Package
from sladocs.render.docx.pages import ends_early, fill_page_numbers
from sladocs.render.docx.pictures import Pictures, drawn
from sladocs.render.docx.properties import write_data, write_properties, write_settings
from sladocs.render.docx.sections import Sections
from sladocs.render.docx.source import elements, paragraph
from sladocs.render.docx.style import Styling, load, supplement
from sladocs.render.docx.tables import TURNED, Tables
from sladocs.render.docx.targets import Targets
from sladocs.render.look import SHIPPED
from sladocs.render.values import values

if TYPE_CHECKING:
    from sladocs.render.docx.markup import Element


def render(document: Document, *, style: str | Path | None = None, data: str | None = None, draft: bool = False) -> bytes:
    """Write a document as a Word file.

    `style` is the name of one of our styles (the plain one unless said), or a Word document (or the folder of its parts) with the marks
    `{{ front }}`, `{{ body }}` and `{{ signatures }}`, each alone in a paragraph. The style's tags print the document's title and its
    `meta`: version, status, document_id, confidentiality, date (ISO), subject, organisation, digest. `data` is the agreement's JSON, kept
    in a part of its own.
    `draft` says DRAFT on each page. Raises StyleError for a style that cannot be used. The same document gives the same bytes.
    """
    package = load(style)
    main = package.main()
    if style is not None and style not in SHIPPED:
        take_out(package, main)
    hold_marks(package, main)
    context = values(document, draft=draft)
    furnish(package, main, context)
    styling = supplement(package, document.language)
    measures = Measures(package, main)
    _write_words(document, package, main, styling, measures)
    fill_page_numbers(package, main, measures)
    write_settings(package, main, document.language)
    write_properties(package, context)
    if data is not None:
        write_data(package, main, data)
    return package.to_bytes()


def _write_words(document: Document, package: Package, main: str, styling: Styling, measures: Measures) -> None:
    """Write the document's blocks at the three marks, the table of contents behind the front."""
    root = package.xml(main)
    sections = Sections(root, package, main, styling["TableEnd"])
    sections.fit_stops(package, main, frozenset({styling["TOC1"], styling["TOC2"]}))
    targets = Targets(document.blocks)
    inline = Inline(styling, targets)
    places = {mark: release_mark(root, mark) for mark in MARKS}
    tables = Tables(styling, inline, measures, sections.width(places["front"]))  # no page of the front lies across
    pictures = Pictures(package, main, tables.width, drawn(document.blocks, lambda: look_of(package, main, styling)))
    blocks = Blocks(styling, targets, inline, tables, pictures)
    words = contents(document.blocks, targets, styling, measures, tables.width)
    listed = elements([words] if words else [])
    front = elements(blocks.write(document.front, 0, "front"))
    tables.width = pictures.width = sections.width(places["body"])
    tables.turned_width = sections.turned_width
    body = elements(blocks.write(document.body, len(document.front), "body", before_signatures=bool(document.signatures)))
    tables.width = pictures.width = sections.width(places["signatures"])
    signatures = elements(blocks.write(document.signatures, len(document.front) + len(document.body), "signatures"))
    entries = [entry for block in listed for entry in block.iter(name("w:p"))]
    apart = sections.front_end() if listed and not ends_early(entries, measures, sections.last) else []
    _insert(places["front"], [*front, *listed, *apart])
    _insert(places["body"], body)
    _insert(places["signatures"], signatures)
    turned = [table for table in (*body, *signatures) if table.attrib.pop(TURNED, "")]
    sections.turn(turned, frozenset(styling[style] for style in LEADING))
    _end(root, styling)
    package.put(main, root)


def _insert(held: Element, content: list[Element]) -> None:
    """Put content in the place of a mark; a section that ended with the mark's paragraph ends behind the content."""
    parent = held.getparent()
    assert parent is not None
    place = parent.index(held)
    section = find(held, "w:pPr/w:sectPr")
    parent[place : place + 1] = [*content, *([element("w:p", None, element("w:pPr", None, section))] if section is not None else [])]


def _end(root: Element, styling: Styling) -> None:
    """A body, and a cell, ends with a paragraph; and Word would join two tables that nothing parts."""
    for parent in [*root.iter(name("w:body")), *root.iter(name("w:tc"))]:
        blocks = [child for child in parent if child.tag in (name("w:p"), name("w:tbl"), name("w:sdt"))]
        for child, follower in itertools.pairwise([*blocks, None]):
            if child is not None and child.tag == name("w:tbl") and (follower is None or follower.tag == name("w:tbl")):
                child.addnext(elements([paragraph(styling["TableEnd"])])[0])
