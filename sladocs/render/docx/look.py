"""A style's look, for the formats that cannot use the style itself."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from sladocs.render.docx.markup import find, find_all, get, name
from sladocs.render.docx.package import OFFICE, Package
from sladocs.render.docx.style import Styling, load, supplement
from sladocs.render.docx.theme import Theme
from sladocs.render.look import PLAIN, Look

if TYPE_CHECKING:
    from sladocs.render.docx.markup import Element

TWIPS_PER_MM: Final = 1440 / 25.4
EMU_PER_MM: Final = 36000
WHITE: Final = "#ffffff"
PICTURES: Final = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")


def read_look(style: str | Path | None) -> Look:
    """The look of a style: a shipped one by its name, a user's by its file; None is the plain one. Raises StyleError as `render` does."""
    package = load(style)
    return look_of(package, package.main(), supplement(package, "en-GB"))


def look_of(package: Package, main: str, styling: Styling) -> Look:
    """The look of a style that is already supplemented."""
    return Reader(package, main, styling).look()


class Reader:
    """Reads from the styles that the writer uses, with what the style lacks already added."""

    def __init__(self, package: Package, main: str, styling: Styling) -> None:
        self._package, self._main, self._styling = package, main, styling
        self.theme = Theme(package, main)
        root = package.xml(package.related(main, f"{OFFICE}styles")[0])
        self._styles = {get(style, "w:styleId"): style for style in find_all(root, "w:style")}
        self._defaults = find(root, "w:docDefaults/w:rPrDefault")
        self._section = next(iter(package.xml(main).iter(name("w:sectPr"))), None)

    def look(self) -> Look:
        """All of it."""
        text = self.colour("BodyText", PLAIN.text)
        heading = self.colour("Heading1", text)
        title_ground = self.theme.fill(self.first("Title", "w:pPr/w:shd"))
        accent = self._edge("Title", "bottom", "left", "top") or title_ground or heading
        rule = self.theme.colour(self.first("ContractTable", "w:tblPr/w:tblBorders/w:insideH")) or PLAIN.rule
        logo, logo_width = self._logo()
        return Look(
            body_font=self.font("BodyText"),
            heading_font=self.font("Heading1"),
            subheading_font=below if (below := self.font("Heading2")) != self.font("Heading1") else None,
            size=self.size("BodyText"),
            title_size=self.size("Title"),
            heading_sizes=(self.size("Heading1"), self.size("Heading2"), self.size("Heading3")),
            text=text,
            heading=heading,
            subheading=self.colour("Heading2", heading),
            accent=accent,
            muted=self.colour("Footer", text),
            caption=self.colour("Caption", text),
            title=self.colour("Title", heading),
            title_ground=title_ground,
            subtitle=self.colour("Subtitle", text),
            schedule_size=self.size("ScheduleHeading"),
            schedule_rule=self._edge("ScheduleHeading", "bottom", "top") or accent,
            head_rule=self._edge("Header", "bottom") or self._edge("Footer", "top") or rule,
            table_head=self.head_ground(),
            table_head_text=self.colour("TableHeader", text),
            table_band=self.theme.fill(self._of_table("band2Horz", "w:tcPr/w:shd")),
            rule=rule,
            logo=logo,
            logo_width=logo_width,
            **self._page(),
        )

    def head_ground(self) -> str:
        """The ground of the head row of tables."""
        return self.theme.fill(self._of_table("firstRow", "w:tcPr/w:shd")) or WHITE

    def _chain(self, style: str) -> Iterator[Element]:
        """A style and those on which it is based, the nearest first."""
        wanted: str | None = self._styling[style]
        seen: set[str | None] = set()
        while wanted in self._styles and wanted not in seen:
            seen.add(wanted)
            yield self._styles[wanted]
            base = find(self._styles[wanted], "w:basedOn")
            wanted = get(base, "w:val") if base is not None else None

    def first(self, style: str, path: str) -> Element | None:
        """What a style, or one on which it is based, says at a path."""
        return next((found for node in self._chain(style) if (found := find(node, path)) is not None), None)

    def _of_run(self, style: str, path: str) -> Element | None:
        found = self.first(style, f"w:rPr/{path}")
        return found if found is not None or self._defaults is None else find(self._defaults, f"w:rPr/{path}")

    def _of_table(self, part: str, path: str) -> Element | None:
        """What the table style says of a part of its tables."""
        parts = (p for node in self._chain("ContractTable") for p in find_all(node, "w:tblStylePr") if get(p, "w:type") == part)
        return next((found for p in parts if (found := find(p, path)) is not None), None)

    def font(self, style: str) -> str:
        """The font of a style's letters."""
        return self.theme.font(self._of_run(style, "w:rFonts")) or "Times New Roman"  # what Word takes where nothing is said

    def size(self, style: str) -> float:
        """The size of a style's letters in points."""
        size = self._of_run(style, "w:sz")
        return _number(get(size, "w:val") if size is not None else None, 20) / 2

    def colour(self, style: str, default: str) -> str:
        """The colour of a style's letters."""
        return self.theme.colour(self._of_run(style, "w:color")) or default

    def _edge(self, style: str, *edges: str) -> str | None:
        """The colour of the first of some lines around a style's paragraphs."""
        colours = (self.theme.colour(self.first(style, f"w:pPr/w:pBdr/w:{edge}")) for edge in edges)
        return next((colour for colour in colours if colour), None)

    def _page(self) -> dict[str, Any]:
        size, margins = (find(self._section, tag) if self._section is not None else None for tag in ("w:pgSz", "w:pgMar"))
        if size is None or margins is None:
            return {}
        top, right, bottom, left = (abs(_millimetres(get(margins, f"w:{side}"))) for side in ("top", "right", "bottom", "left"))
        width, height = _millimetres(get(size, "w:w")), _millimetres(get(size, "w:h"))
        return {"page_width": width, "page_height": height, "margins": (top, right, bottom, left)}

    def _logo(self) -> tuple[bytes | None, float]:
        """The picture in the head of the first page, else in that of the others, with its width in millimetres."""
        for kind in ("first", "default"):
            for reference in find_all(self._section, "w:headerReference") if self._section is not None else ():
                part = self._package.target(self._main, get(reference, "r:id")) if get(reference, "w:type") == kind else None
                found = self._picture(part) if part else None
                if found:
                    return found
        return None, PLAIN.logo_width

    def _picture(self, part: str) -> tuple[bytes, float] | None:
        for drawing in self._package.xml(part).iter(name("w:drawing")):
            blip, extent = next(drawing.iter(name("a:blip")), None), next(drawing.iter(name("wp:extent")), None)
            picture = self._package.target(part, get(blip, "r:embed")) if blip is not None else None
            if picture and extent is not None and (data := self._package.parts[picture]).startswith(PICTURES):
                return data, round(_number(extent.get("cx"), 0) / EMU_PER_MM, 1)
        return None


def _number(text: str | None, default: int) -> int:
    try:
        return int(text) if text else default
    except ValueError:
        return default


def _millimetres(twips: str | None) -> float:
    return round(_number(twips, 0) / TWIPS_PER_MM, 1)
