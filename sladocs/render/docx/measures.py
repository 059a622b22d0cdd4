"""The measures of a style's paragraphs: what decides how high they are, worked out along the styles."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from sladocs.render.docx.markup import find, find_all, get
from sladocs.render.docx.package import OFFICE, Package
from sladocs.render.docx.theme import Theme
from sladocs.render.fonts import measured_as
from sladocs.render.widths import USUAL

if TYPE_CHECKING:
    from sladocs.render.docx.markup import Element

LINES: Final = {USUAL: 115, "Carlito": 122, "Caladea": 117}
"""Height of a single line in hundredths of the size, for Arial, Calibri and Cambria."""


@dataclass(frozen=True)
class Measure:
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


@dataclass
class Measures:
    """The measures of a style's paragraphs by their ids, worked out along `basedOn`."""

    package: Package
    main: str
    _styles: dict[str, Element] = field(default_factory=dict)
    _levels: dict[tuple[str, str], Element] = field(default_factory=dict)
    _known: dict[str | None, Measure] = field(default_factory=dict)
    _direct: dict[tuple[object, ...], Measure] = field(default_factory=dict)
    _default: Measure = Measure()

    def __post_init__(self) -> None:
        self._theme = Theme(self.package, self.main)
        styles = self.package.xml(self.package.related(self.main, f"{OFFICE}styles")[0])
        self._styles = {get(s, "w:styleId") or "": s for s in find_all(styles, "w:style")}
        self._default = self._changed(
            self._changed(Measure(), find(styles, "w:docDefaults/w:pPrDefault/w:pPr")), find(styles, "w:docDefaults/w:rPrDefault/w:rPr")
        )
        self._default_style = next((k for k, s in self._styles.items() if get(s, "w:default") and get(s, "w:type") == "paragraph"), None)
        numbering = self.package.xml(self.package.related(self.main, f"{OFFICE}numbering")[0])
        abstract = {get(a, "w:abstractNumId"): a for a in find_all(numbering, "w:abstractNum")}
        for num in find_all(numbering, "w:num"):
            link = find(num, "w:abstractNumId")
            for level in find_all(abstract[get(link, "w:val")], "w:lvl") if link is not None and get(link, "w:val") in abstract else ():
                self._levels[get(num, "w:numId") or "", get(level, "w:ilvl") or "0"] = level

    def style(self, style: str | None) -> Measure:
        """The measure of a style, or of the default one."""
        if style not in self._known:
            self._known[style] = self._default  # also for styles that are based on each other
            node = self._styles.get(style or self._default_style or "")
            if node is None:
                self._known[style] = self._default
            else:
                base = find(node, "w:basedOn")
                measure = self.style(get(base, "w:val")) if base is not None and get(base, "w:val") != style else self._default
                measure = self._numbered(measure, find(node, "w:pPr/w:numPr"))
                self._known[style] = self._changed(self._changed(measure, find(node, "w:pPr")), find(node, "w:rPr"))
        return self._known[style]

    def paragraph(self, properties: Element | None) -> Measure:
        """The measure of a paragraph by its properties: its style's, with what it says itself. Most paragraphs share theirs."""
        if properties is None:
            return self.style(None)
        key = tuple((p.tag, *p.values(), *(v for child in p for v in (child.tag, *child.values()))) for p in properties)
        if key not in self._direct:
            style = find(properties, "w:pStyle")
            measure = self._numbered(self.style(get(style, "w:val") if style is not None else None), find(properties, "w:numPr"))
            self._direct[key] = self._changed(measure, properties)
        return self._direct[key]

    def _numbered(self, measure: Measure, numbering: Element | None) -> Measure:
        if numbering is None:
            return measure
        number, level = find(numbering, "w:numId"), find(numbering, "w:ilvl")
        found = self._levels.get(
            ((get(number, "w:val") if number is not None else None) or "", (get(level, "w:val") if level is not None else None) or "0")
        )
        return self._changed(measure, find(found, "w:pPr")) if found is not None else measure

    def _changed(self, measure: Measure, properties: Element | None) -> Measure:
        """A measure with what paragraph or run properties change in it."""
        if properties is None:
            return measure
        changes: dict[str, int | bool | str] = {}
        for node in properties:
            tag = node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""
            on = get(node, "w:val") not in ("0", "false", "off")
            match tag:
                case "spacing" if get(node, "w:val") is None:
                    changes["before"] = number_of(get(node, "w:before"), measure.before)
                    changes["after"] = number_of(get(node, "w:after"), measure.after)
                    changes["line"] = number_of(get(node, "w:line"), measure.line)
                    changes["exact"] = (get(node, "w:lineRule") or ("exact" if measure.exact else "auto")) != "auto"
                case "ind":
                    changes["left"] = number_of(get(node, "w:left") or get(node, "w:start"), measure.left)
                    changes["right"] = number_of(get(node, "w:right") or get(node, "w:end"), measure.right)
                case "rFonts" if named := self._theme.font(node):
                    changes["family"] = measured_as(named)
                case "sz":
                    changes["size"] = number_of(get(node, "w:val"), measure.size)
                case "b":
                    changes["bold"] = on
                case "keepNext":
                    changes["keep_next"] = on
                case "keepLines":
                    changes["keep_lines"] = on
                case "pageBreakBefore":
                    changes["page_break"] = on
        return replace(measure, **changes)  # type: ignore[arg-type]


def number_of(text: str | None, default: int) -> int:
    """A figure of the format, or a default where it is none."""
    try:
        return int(text) if text is not None else default
    except ValueError:
        return default
