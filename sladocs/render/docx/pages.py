"""On which page each heading will stand: an estimate for the cached page numbers of the contents, from the styles' measures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from sladocs.render.docx.markup import find, find_all, get, name
from sladocs.render.docx.package import OFFICE, Package
from sladocs.render.docx.theme import Theme
from sladocs.render.fonts import family
from sladocs.render.widths import PADDING, USUAL, text_width

if TYPE_CHECKING:
    from sladocs.render.docx.markup import Element

LINES: Final = {USUAL: 115, "Carlito": 122, "Caladea": 117}
"""Height of a single line in hundredths of the size, for Arial, Calibri and Cambria."""
MOSTLY_WHITE: Final = 75
"""Where less than so many hundredths of the last page of the contents are used, the text begins below them."""
CELL_MARGINS: Final = 50
"""Twips that a row is higher than its text: the margins of its cells and its line."""
EMU_PER_TWIP: Final = 635
_TAGS: Final = tuple(name(tag) for tag in ("w:t", "w:bookmarkStart", "w:pPr", "w:br", "w:sectPr", "wp:extent"))
_TEXT, _MARK, _PROPERTIES, _BREAK, _SECTION, _ = _TAGS
_NAME: Final = name("w:name")


@dataclass(frozen=True)
class Look:
    """What of a paragraph's style decides its height; lengths in twips, `size` in half-points, `line` in 240ths or, where exact, twips."""

    size: int = 22
    before: int = 0
    after: int = 0
    left: int = 0
    right: int = 0
    line: int = 240
    exact: bool = False
    bold: bool = False
    keep_next: bool = False
    keep_lines: bool = False
    page_break: bool = False

    family: str = USUAL

    @property
    def line_height(self) -> int:
        return self.line if self.exact else self.size * 10 * LINES[self.family] * self.line // 24_000


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


def ends_early(blocks: Sequence[Element], looks: Looks, section: Element | None) -> bool:
    """Whether blocks that begin a page take more than that one, and leave most of their last one white."""
    page = Page.of(section)
    strips = [_paragraph(block, looks, page) for block in blocks]
    if not strips or not strips[0].page_break:
        return False
    _, total, used = _paginate([replace(strips[0], page_break=False), *strips[1:]])
    return total > 1 and used < page.height * MOSTLY_WHITE // 100


def fill_page_numbers(package: Package, main: str, looks: Looks) -> None:
    """Set the cached results of all PAGEREF fields of the main part, and of NUMPAGES in heads and feet, to the estimate."""
    root = package.xml(main)
    pages, total, _ = _paginate(_strips(root, looks))
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


@dataclass
class Looks:
    """The looks of a style's paragraphs by their ids, worked out along `basedOn`."""

    package: Package
    main: str
    _styles: dict[str, Element] = field(default_factory=dict)
    _levels: dict[tuple[str, str], Element] = field(default_factory=dict)
    _known: dict[str | None, Look] = field(default_factory=dict)
    _direct: dict[tuple[object, ...], Look] = field(default_factory=dict)
    _default: Look = Look()

    def __post_init__(self) -> None:
        self._theme = Theme(self.package, self.main)
        styles = self.package.xml(self.package.related(self.main, f"{OFFICE}styles")[0])
        self._styles = {get(s, "w:styleId") or "": s for s in find_all(styles, "w:style")}
        self._default = self._changed(
            self._changed(Look(), find(styles, "w:docDefaults/w:pPrDefault/w:pPr")), find(styles, "w:docDefaults/w:rPrDefault/w:rPr")
        )
        self._default_style = next((k for k, s in self._styles.items() if get(s, "w:default") and get(s, "w:type") == "paragraph"), None)
        numbering = self.package.xml(self.package.related(self.main, f"{OFFICE}numbering")[0])
        abstract = {get(a, "w:abstractNumId"): a for a in find_all(numbering, "w:abstractNum")}
        for num in find_all(numbering, "w:num"):
            link = find(num, "w:abstractNumId")
            for level in find_all(abstract[get(link, "w:val")], "w:lvl") if link is not None and get(link, "w:val") in abstract else ():
                self._levels[get(num, "w:numId") or "", get(level, "w:ilvl") or "0"] = level

    def style(self, style: str | None) -> Look:
        """The look of a style, or of the default one."""
        if style not in self._known:
            node = self._styles.get(style or self._default_style or "")
            if node is None:
                self._known[style] = self._default
            else:
                base = find(node, "w:basedOn")
                look = self.style(get(base, "w:val")) if base is not None and get(base, "w:val") != style else self._default
                look = self._numbered(look, find(node, "w:pPr/w:numPr"))
                self._known[style] = self._changed(self._changed(look, find(node, "w:pPr")), find(node, "w:rPr"))
        return self._known[style]

    def paragraph(self, properties: Element | None) -> Look:
        """The look of a paragraph by its properties: its style's, with what it says itself. Most paragraphs share theirs."""
        if properties is None:
            return self.style(None)
        key = tuple((p.tag, *p.values(), *(v for child in p for v in (child.tag, *child.values()))) for p in properties)
        if key not in self._direct:
            style = find(properties, "w:pStyle")
            look = self._numbered(self.style(get(style, "w:val") if style is not None else None), find(properties, "w:numPr"))
            self._direct[key] = self._changed(look, properties)
        return self._direct[key]

    def _numbered(self, look: Look, numbering: Element | None) -> Look:
        if numbering is None:
            return look
        number, level = find(numbering, "w:numId"), find(numbering, "w:ilvl")
        found = self._levels.get(
            ((get(number, "w:val") if number is not None else None) or "", (get(level, "w:val") if level is not None else None) or "0")
        )
        return self._changed(look, find(found, "w:pPr")) if found is not None else look

    def _changed(self, look: Look, properties: Element | None) -> Look:
        """A look with what paragraph or run properties change in it."""
        if properties is None:
            return look
        changes: dict[str, int | bool | str] = {}
        for node in properties:
            tag = node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""
            on = get(node, "w:val") not in ("0", "false", "off")
            match tag:
                case "spacing" if get(node, "w:val") is None:
                    changes["before"] = _int(get(node, "w:before"), look.before)
                    changes["after"] = _int(get(node, "w:after"), look.after)
                    changes["line"] = _int(get(node, "w:line"), look.line)
                    changes["exact"] = (get(node, "w:lineRule") or ("exact" if look.exact else "auto")) != "auto"
                case "ind":
                    changes["left"] = _int(get(node, "w:left") or get(node, "w:start"), look.left)
                    changes["right"] = _int(get(node, "w:right") or get(node, "w:end"), look.right)
                case "rFonts" if named := self._theme.font(node):
                    changes["family"] = family(named)
                case "sz":
                    changes["size"] = _int(get(node, "w:val"), look.size)
                case "b":
                    changes["bold"] = on
                case "keepNext":
                    changes["keep_next"] = on
                case "keepLines":
                    changes["keep_lines"] = on
                case "pageBreakBefore":
                    changes["page_break"] = on
        return replace(look, **changes)  # type: ignore[arg-type]


def _int(text: str | None, default: int) -> int:
    try:
        return int(text) if text is not None else default
    except ValueError:
        return default


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
            return _int(get(node, key), default) if node is not None else default

        return cls(
            number(size, "w:w", 11906) - number(margins, "w:left", 1361) - number(margins, "w:right", 1361),
            number(size, "w:h", 16838) - number(margins, "w:top", 1588) - number(margins, "w:bottom", 1474),
        )


def _strips(root: Element, looks: Looks) -> list[Strip]:
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
            strips += [_row(row, looks, page) for row in reversed(find_all(block, "w:tr"))]
        else:
            strips.append(_paragraph(block, looks, page))
    return strips[::-1]


def _blocks(parent: Element) -> Iterator[Element]:
    """The paragraphs and tables of a body, also those inside block-level controls."""
    for child in parent:
        if child.tag in (name("w:p"), name("w:tbl")):
            yield child
        elif child.tag == name("w:sdt") and (inner := find(child, "w:sdtContent")) is not None:
            yield from _blocks(inner)


def _paragraph(node: Element, looks: Looks, page: Page) -> Strip:
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
            tallest = max(tallest, _int(part.get("cy"), 0) // EMU_PER_TWIP)
    look = looks.paragraph(properties)
    lines = _lines("".join(texts), look, max(page.width - look.left - look.right, 600)) + breaks
    whole = look.keep_lines or lines < 4
    height = max(look.line_height, tallest)
    kept, breaks_page = look.keep_next, look.page_break
    return Strip(lines, height, look.before, look.after, kept, whole, breaks_page, section_end, page.height, tuple(marks))


def _lines(text: str, look: Look, available: int) -> int:
    """The lines that a text takes, broken at its blanks."""
    if text_width(text, look.size, bold=look.bold, family=look.family) <= available:
        return 1
    lines, used, blank = 1, 0, text_width(" ", look.size, family=look.family)
    for word in text.split(" "):
        wide = text_width(word, look.size, bold=look.bold, family=look.family)
        if used and used + blank + wide > available:
            lines, used = lines + 1, wide
        else:
            used += wide + (blank if used else 0)
    return lines


def _row(row: Element, looks: Looks, page: Page) -> Strip:
    tallest, marks, keep = 0, list[str](), False
    for cell in find_all(row, "w:tc"):
        width = find(cell, "w:tcPr/w:tcW")
        inner = (_int(get(width, "w:w"), 2000) if width is not None else 2000) - PADDING
        strips = [_paragraph(p, looks, Page(inner, page.height)) for p in find_all(cell, "w:p")]
        tallest = max(tallest, sum(s.height + s.before + s.after for s in strips))
        marks += [mark for s in strips for mark in s.bookmarks]
        keep = keep or any(s.keep_next for s in strips[:1])
    least = find(row, "w:trPr/w:trHeight")
    height = max(tallest + CELL_MARGINS, _int(get(least, "w:val"), 0) if least is not None else 0)
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
