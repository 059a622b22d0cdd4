"""On which page each heading will stand: an estimate for the cached page numbers of the contents, from the styles' measures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from sladocs.render.docx.markup import find, find_all, get, name
from sladocs.render.docx.measures import Measure, Measures, number_of
from sladocs.render.docx.package import OFFICE, Package
from sladocs.render.widths import PADDING, text_width

if TYPE_CHECKING:
    from sladocs.render.docx.markup import Element

MOSTLY_WHITE: Final = 75
"""Where less than so many hundredths of the last page of the contents are used, the text begins below them."""
CELL_MARGINS: Final = 50
"""Twips that a row is higher than its text: the margins of its cells and its line."""
EMU_PER_TWIP: Final = 635
_TAGS: Final = tuple(name(tag) for tag in ("w:t", "w:bookmarkStart", "w:pPr", "w:br", "w:sectPr", "wp:extent"))
_TEXT, _MARK, _PROPERTIES, _BREAK, _SECTION, _ = _TAGS
_NAME: Final = name("w:name")


@dataclass(frozen=True)
class Strip:
    """A piece of the page: a paragraph of some lines, or a table row as one line."""

    lines: int
    line_height: int
    before: int = 0
    after: int = 0
    keep_next: bool = False
    whole: bool = True
    page_break: bool = False
    section_end: bool = False
    page_height: int = 0
    bookmarks: tuple[str, ...] = ()

    @property
    def height(self) -> int:
        return self.lines * self.line_height


def ends_early(blocks: Sequence[Element], measures: Measures, section: Element | None) -> bool:
    """Whether blocks that begin a page take more than that one, and leave most of their last one white."""
    page = Page.of(section)
    strips = [_paragraph(block, measures, page) for block in blocks]
    if not strips or not strips[0].page_break:
        return False
    _, total, used = _paginate([replace(strips[0], page_break=False), *strips[1:]])
    return total > 1 and used < page.height * MOSTLY_WHITE // 100


def fill_page_numbers(package: Package, main: str, measures: Measures) -> None:
    """Set the cached results of all PAGEREF fields of the main part, and of NUMPAGES in heads and feet, to the estimate."""
    root = package.xml(main)
    pages, total, _ = _paginate(_strips(root, measures))
    for instruction in root.iter(name("w:instrText")):
        words = (instruction.text or "").split()
        if words[:1] == ["PAGEREF"] and words[1] in pages:
            _set_result(instruction, str(pages[words[1]]))
    package.put(main, root)
    for kind in ("header", "footer"):
        for part in dict.fromkeys(package.related(main, f"{OFFICE}{kind}")):
            piece = package.xml(part)
            found = [i for i in piece.iter(name("w:instrText")) if (i.text or "").split()[:1] == ["NUMPAGES"]]
            for instruction in found:
                _set_result(instruction, str(total))
            if found:
                package.put(part, piece)


def _set_result(instruction: Element, result: str) -> None:
    """Replace the text of a field's first result run, which stands behind its separator."""
    run = instruction.getparent()
    for sibling in run.itersiblings() if run is not None else ():
        text = find(sibling, "w:t")
        if text is not None:
            text.text = result
            return
        mark = find(sibling, "w:fldChar")
        if mark is not None and get(mark, "w:fldCharType") == "end":
            return


@dataclass(frozen=True)
class Page:
    """The room for text on the pages of a section, in twips."""

    width: int
    height: int

    @classmethod
    def of(cls, section: Element | None) -> Page:
        """The page of a section; our own style's where it has no size."""
        size, margins = (find(section, tag) if section is not None else None for tag in ("w:pgSz", "w:pgMar"))

        def number(node: Element | None, key: str, default: int) -> int:
            return number_of(get(node, key), default) if node is not None else default

        return cls(
            number(size, "w:w", 11906) - number(margins, "w:left", 1361) - number(margins, "w:right", 1361),
            number(size, "w:h", 16838) - number(margins, "w:top", 1588) - number(margins, "w:bottom", 1474),
        )


def _strips(root: Element, measures: Measures) -> list[Strip]:
    """The strips of the body, each with the height of its section's pages."""
    body = find(root, "w:body")
    if body is None:
        return []
    page = Page.of(find(body, "w:sectPr"))
    strips: list[Strip] = []
    for block in reversed(list(_blocks(body))):
        section = find(block, "w:pPr/w:sectPr")
        page = Page.of(section) if section is not None else page
        if block.tag == name("w:tbl"):
            strips += [_row(row, measures, page) for row in reversed(find_all(block, "w:tr"))]
        else:
            strips.append(_paragraph(block, measures, page))
    return strips[::-1]


def _blocks(parent: Element) -> Iterator[Element]:
    """The paragraphs and tables of a body, also those inside block-level controls."""
    for child in parent:
        if child.tag in (name("w:p"), name("w:tbl")):
            yield child
        elif child.tag == name("w:sdt") and (inner := find(child, "w:sdtContent")) is not None:
            yield from _blocks(inner)


def _paragraph(node: Element, measures: Measures, page: Page) -> Strip:
    properties, texts, marks, breaks, tallest, section_end = None, [], [], 0, 0, False
    for part in node.iter(_TAGS):
        tag = part.tag
        if tag == _TEXT:
            texts.append(part.text or "")
        elif tag == _MARK:
            marks.append(part.get(_NAME) or "")
        elif tag == _PROPERTIES:
            properties = part if properties is None else properties
        elif tag == _BREAK:
            breaks += 1
        elif tag == _SECTION:
            section_end = True
        else:
            tallest = max(tallest, number_of(part.get("cy"), 0) // EMU_PER_TWIP)
    measure = measures.paragraph(properties)
    lines = _lines("".join(texts), measure, max(page.width - measure.left - measure.right, 600)) + breaks
    whole = measure.keep_lines or lines < 4
    height = max(measure.line_height, tallest)
    kept, breaks_page = measure.keep_next, measure.page_break
    return Strip(lines, height, measure.before, measure.after, kept, whole, breaks_page, section_end, page.height, tuple(marks))


def _lines(text: str, measure: Measure, available: int) -> int:
    """The lines that a text takes, broken at its blanks."""
    if text_width(text, measure.size, bold=measure.bold, family=measure.family) <= available:
        return 1
    lines, used, blank = 1, 0, text_width(" ", measure.size, family=measure.family)
    for word in text.split(" "):
        wide = text_width(word, measure.size, bold=measure.bold, family=measure.family)
        if used and used + blank + wide > available:
            lines, used = lines + 1, wide
        else:
            used += wide + (blank if used else 0)
    return lines


def _row(row: Element, measures: Measures, page: Page) -> Strip:
    tallest, marks, keep = 0, list[str](), False
    for cell in find_all(row, "w:tc"):
        width = find(cell, "w:tcPr/w:tcW")
        inner = (number_of(get(width, "w:w"), 2000) if width is not None else 2000) - PADDING
        strips = [_paragraph(p, measures, Page(inner, page.height)) for p in find_all(cell, "w:p")]
        tallest = max(tallest, sum(s.height + s.before + s.after for s in strips))
        marks += [mark for s in strips for mark in s.bookmarks]
        keep = keep or any(s.keep_next for s in strips[:1])
    least = find(row, "w:trPr/w:trHeight")
    height = max(tallest + CELL_MARGINS, number_of(get(least, "w:val"), 0) if least is not None else 0)
    return Strip(1, height, keep_next=keep, page_height=page.height, bookmarks=tuple(marks))


def _paginate(strips: list[Strip]) -> tuple[dict[str, int], int, int]:
    """The page of each bookmark, the number of pages, and the height used of the last one."""
    pages: dict[str, int] = {}
    page, y, gap = 1, 0, 0
    for index, strip in enumerate(strips):
        space = max(gap, strip.before) if y else 0
        if y and (strip.page_break or y + space + _needed(strips, index) > strip.page_height):
            page, y, space = page + 1, 0, 0
        for mark in strip.bookmarks:
            pages[mark] = page
        y += space + strip.height
        while y > strip.page_height and not strip.whole:
            page, y = page + 1, y - strip.page_height
        gap = strip.after
        if strip.section_end:
            page, y, gap = page + 1, 0, 0
    return pages, page, y


def _needed(strips: list[Strip], index: int) -> int:
    """The height that must fit for a strip to begin on a page: its own, or its first two lines, and what it is kept with."""
    total, gap = 0, 0
    for strip in strips[index : index + 40]:
        total += max(gap, strip.before) if total else 0
        total += strip.height if strip.whole or strip.keep_next else 2 * strip.line_height
        gap = strip.after
        if not strip.keep_next:
            break
    return total
