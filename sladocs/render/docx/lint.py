"""What is wrong in a style, and what a person who works on it should know."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sladocs.model.document import Document, Heading, Paragraph, line
from sladocs.model.finding import Finding, Place, Severity
from sladocs.render.docx.errors import Fault, StyleError, opening_of
from sladocs.render.docx.foreign import take_out
from sladocs.render.docx.furniture import furniture_faults, furniture_parts
from sladocs.render.docx.look import WHITE, Reader
from sladocs.render.docx.marks import MARKS, mark_faults
from sladocs.render.docx.markup import find, find_all, get, name, own_paragraph_text, paragraphs
from sladocs.render.docx.package import OFFICE, Package
from sladocs.render.docx.style import LISTS, kind_and_name, label_of, list_of, part_of, shipped, supplement
from sladocs.render.docx.write import render
from sladocs.render.fonts import SANS, SERIF, family
from sladocs.render.values import VALUES

if TYPE_CHECKING:
    from sladocs.render.docx.markup import Element

ENOUGH: Final = 4.5
LARGE_ENOUGH: Final = 3.0
"""The least contrast of letters with their ground, and that of large ones (WCAG 2.2, 1.4.3)."""
LARGE: Final = 14.0
"""Points from which bold letters count as large."""
READ: Final = (
    "Title", "Subtitle", "Heading1", "Heading2", "Heading3", "BodyText", "TableText", "TableHeader", "Caption", "Note", "Header", "Footer",
    "TOC1",
)  # fmt: skip
"""The styles whose contrast is looked at, by our ids."""
SHOWN: Final = 8
"""So many names of missing styles are told."""
OTHER_PARTS: Final = {
    "header": "the head of other pages", "footer": "the foot of other pages", "footnotes": "the footnotes", "endnotes": "the endnotes",
    "styles": "the styles", "numbering": "the lists", "settings": "the settings",
}  # fmt: skip
_FOREIGN: Final = (
    (re.compile(r"(?:überschrift|titre|título|titolo|kop|rubrik|overskrift|otsikko|nagłówek|nadpis|заголовок) ?([1-6])"), "heading {}"),
    (re.compile(r"(?:inhaltsverzeichnis|verzeichnis|tm|tdc|sommario|inhopg|innehåll|indholdsfortegnelse) ?([1-2])"), "toc {}"),
    (re.compile(r"titel|titre|título|titolo|tytuł|otsikko|заголовок"), "Title"),
    (re.compile(r"untertitel|sous-titre|subtítulo|sottotitolo|ondertitel|undertitel"), "Subtitle"),
    (re.compile(r"textkörper|corps de texte|texto independiente|corpo (?:del )?testo|platte tekst|brödtext|brødtekst"), "Body Text"),
    (re.compile(r"beschriftung|légende|epígrafe|legenda|didascalia|bijschrift|bildtext"), "caption"),
    (re.compile(r"kopfzeile|en-tête|encabezado|cabeçalho|intestazione|koptekst|sidhuvud|sidehoved"), "header"),
    (re.compile(r"fu(?:ß|ss)zeile|pied de page|pie de página|rodapé|piè di pagina|voettekst|sidfot|sidefod"), "footer"),
)  # fmt: skip
"""What Word calls its own styles elsewhere; in a file they always have their English names, if they are Word's own."""


def lint(path: Path, shown: str) -> list[Finding]:
    """What there is to say of a style; `shown` is its name in the findings. Raises StyleError where the file cannot be read at all."""
    package = Package.from_file(path)
    main = package.main()
    parts = part_names(package, main)
    faults = list(dict.fromkeys(_faults(package, main)))
    if not any(fault.severity == "error" for fault in faults):
        faults += _tried(path)
    return [_finding(fault, parts, shown) for fault in faults]


def _faults(package: Package, main: str) -> Iterator[Fault]:
    """All faults that can be told apart. A style that says its name twice over, as in a text box, tells it once."""
    try:
        told = take_out(package, main)
    except StyleError as error:
        yield error.fault
        return
    yield from told
    root = package.xml(main)
    yield from mark_faults(root, main)
    yield from (f for f in furniture_faults(package, main, frozenset((*VALUES, "sections"))) if not (f.part == main and f.code == "S03"))
    yield from _words_outside(root, main)
    yield from _pictures(package, main)
    yield from _missing_styles(package, main)
    yield from _lists(package, main)
    yield from _looks(package, main)


def _words_outside(root: Element, main: str) -> Iterator[Fault]:
    """Words that each contract would have, which a person may have forgotten."""
    for number, node in enumerate(paragraphs(root), start=1):
        text = own_paragraph_text(node).strip()
        if text and not any(mark in re.findall(r"\{\{\s*(\w+)", text) for mark in MARKS):
            message = "words outside the marks are printed in every contract"
            yield Fault("S15", message, "info", main, number, opening_of(text), remedy="Take them out, or put them behind {{ guide }}.")
            return


def _pictures(package: Package, main: str) -> Iterator[Fault]:
    for part in furniture_parts(package, main):
        for number, node in enumerate(paragraphs(package.xml(part)), start=1):
            named = list(node.iter(name("wp:docPr")))
            if any(not (p.get("descr") or p.get("title") or next(p.iter("{*}decorative"), None) is not None) for p in named):
                message, remedy = "a picture has no alternative text", "In Word: right-click the picture, View Alt Text."
                yield Fault("S14", message, "warning", part, number, opening_of(own_paragraph_text(node)), remedy=remedy)
                break


def _missing_styles(package: Package, main: str) -> Iterator[Fault]:
    """Styles that the writer will add, and those that are there under a name that Word does not know as its own."""
    part = part_of(package, main, "styles", "word/styles.xml")
    theirs = find_all(package.xml(part), "w:style") if part else []
    known = {kind_and_name(style) for style in theirs}
    missing = {
        kind_and_name(style): get(found, "w:val") or ""
        for style in find_all(shipped("plain").xml("word/styles.xml"), "w:style")
        if kind_and_name(style) not in known and (found := find(style, "w:name")) is not None
    }
    squeezed = {re.sub(r"[\W_]", "", wanted).casefold(): (kind, wanted) for (kind, _), wanted in missing.items()}
    for kind, used in sorted((key for key in known if key[0] and key not in missing), key=str):
        english = next((to.format(*match.groups()) for pattern, to in _FOREIGN if (match := pattern.fullmatch(used))), None)
        _, wanted = squeezed.get(re.sub(r"[\W_]", "", english or used).casefold(), (None, None))
        if kind == "paragraph" and wanted:
            message = f"the style “{used}” is not the style “{wanted}”, which is missing and is added as in the plain style"
            yield Fault("S08", message, "warning", part, remedy=f"Copy its look to “{wanted}”, or rename it so.")
    if missing:
        names = sorted(missing.values(), key=str.casefold)
        more = f" and {len(names) - SHOWN} more" if len(names) > SHOWN else ""
        message = f"styles that are missing are added as in the plain style: {', '.join(names[:SHOWN])}{more}"
        yield Fault("S07", message, "info", part, remedy="`sladocs style new` writes a file that has them all.")


def _lists(package: Package, main: str) -> Iterator[Fault]:
    """Numbers of the style's own that the writer replaces."""
    part = part_of(package, main, "numbering", "word/numbering.xml")
    root, base = package.xml(part) if part else None, shipped("plain").xml("word/numbering.xml")
    ours: set[str | None] = set()
    for key, nsid in LISTS.items():
        theirs, wanted = list_of(root, nsid) if root is not None else None, list_of(base, nsid)
        if root is None or theirs is None or wanted is None:
            continue
        ours |= {get(num, "w:numId") for num in find_all(root, "w:num") if get(num[0], "w:val") == get(theirs, "w:abstractNumId")}
        labels = [[label_of(level) for level in find_all(found, "w:lvl")] for found in (theirs, wanted)]
        if key != "bullets" and labels[0] != labels[1]:
            message = (
                f"the numbers of the {'clauses' if key == 'body' else 'schedules'} have another form than the agreement's; it is set back"
            )
            yield Fault(
                "S09", message, "warning", part, remedy="Change their font, colour and indent as you like, but not the number's form."
            )
    styles_part = part_of(package, main, "styles", "word/styles.xml")
    numbered = {kind_and_name(s) for s in find_all(shipped("plain").xml("word/styles.xml"), "w:style")}
    clashing = [
        get(named, "w:val") or ""
        for style in (find_all(package.xml(styles_part), "w:style") if styles_part else ())
        if kind_and_name(style) in numbered and (named := find(style, "w:name")) is not None
        and (number := find(style, "w:pPr/w:numPr/w:numId")) is not None and get(number, "w:val") not in {*ours, "0"}
    ]  # fmt: skip
    if clashing:
        message = f"the numbers of these styles are replaced by the agreement's: {', '.join(clashing[:SHOWN])}"
        yield Fault("S09", message, "info", styles_part)


def _looks(package: Package, main: str) -> Iterator[Fault]:
    """Fonts that other formats replace, and letters that are hard to read. The style is supplemented here, so this comes last."""
    styling = supplement(package, "en-GB")
    reader, part = Reader(package, main, styling), part_of(package, main, "styles", "word/styles.xml")
    fonts = {reader.font(style) for style in READ}
    for font in sorted(fonts, key=str.casefold):
        shown = family(font)
        if shown in (SANS, SERIF) and font.casefold() not in ("arial", "helvetica", "cambria", shown.casefold()):
            message = f"the font {font} does not come with sladocs; PDF files show {shown} in its place"
            yield Fault("S12", message, "info", part, remedy="The Word file keeps it; for the PDF name its file with --font.")
    for style in READ:
        ground = reader.head_ground() if style == "TableHeader" else reader.theme.fill(reader.first(style, "w:pPr/w:shd")) or WHITE
        letters = reader.colour(style, "#000000")
        bold = reader.first(style, "w:rPr/w:b")
        large = reader.size(style) >= LARGE and bold is not None and get(bold, "w:val") not in ("0", "false")
        reached = contrast(letters, ground)
        if reached < (LARGE_ENOUGH if large else ENOUGH):
            named = reader.first(style, "w:name")
            shown = (get(named, "w:val") if named is not None else None) or style
            message = f"the letters of “{shown}” ({letters} on {ground}) have a contrast of {reached:.1f}:1"
            yield Fault("S13", message, "warning", part, remedy="Readers need 4.5:1; choose a darker colour, or a lighter ground.")


def contrast(one: str, other: str) -> float:
    """The contrast of two colours (`#rrggbb`), from 1 to 21 (WCAG 2.2, relative luminance)."""
    shades = sorted(_luminance(colour) for colour in (one, other))
    return (shades[1] + 0.05) / (shades[0] + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _tried(path: Path) -> list[Fault]:
    """The fault that shows only when something is written in the style."""
    words = (Heading(level=1, label="1", content=line("Heading")), Paragraph(label="1.1", content=line("Words.")))
    small = Document(title="Title", front=(Paragraph(role="title", content=line("Title")),), body=words)
    try:
        render(small, style=path)
    except StyleError as error:
        return [error.fault]
    except Exception as error:  # noqa: BLE001 a damaged style can break anything, and the words here are known to be good
        return [
            Fault("S01", f"the file is damaged ({type(error).__name__})", remedy="Open it in Word, which may repair it, and save it again.")
        ]
    return []


def part_names(package: Package, main: str) -> dict[str, str]:
    """What a person calls the parts: "the first page's head"."""
    found = {main: "the text"}
    kinds = {"default": "the {}", "first": "the first page's {}", "even": "the even pages' {}"}
    for number, section in enumerate(package.xml(main).iter(name("w:sectPr")), start=1):
        for word, kind in (("head", "header"), ("foot", "footer")):
            for reference in find_all(section, f"w:{kind}Reference"):
                part = package.target(main, get(reference, "r:id"))
                of = f" of section {number}" if number > 1 else ""
                if part and part not in found:
                    found[part] = kinds.get(get(reference, "w:type") or "default", "the {}").format(word) + of
    for kind, words in OTHER_PARTS.items():
        for part in package.related(main, f"{OFFICE}{kind}"):
            found.setdefault(part, words)
    return found


def _finding(fault: Fault, parts: dict[str, str], shown: str) -> Finding:
    paragraph = f"paragraph {fault.paragraph}" + (f" (“{fault.opening}”)" if fault.opening else "") if fault.paragraph else None
    where = ", ".join(words for words in (parts.get(fault.part or "", fault.part), paragraph) if words)
    message = f"{fault.tag}: {fault.message}" if fault.tag and fault.tag not in fault.message else fault.message
    place = Place(file=shown, path=where or None, quote=fault.tag)
    return Finding(
        code=fault.code, severity=Severity(fault.severity), message=f"{message[:1].upper()}{message[1:]}.", place=place, remedy=fault.remedy
    )
