"""A style that is ready to be written into: furniture filled, with all styles and lists that the writer names."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sladocs.model.numbering import Scheme
from sladocs.render.docx.markup import element, find, find_all, get, name, value
from sladocs.render.docx.package import OFFICE, WORD, Package
from sladocs.render.docx.source import flat
from sladocs.render.look import SHIPPED

if TYPE_CHECKING:
    from sladocs.render.docx.markup import Element

LISTS: Final = {Scheme.BODY.value: "51A0C001", Scheme.SCHEDULE.value: "51A0C002", "bullets": "51A0C003"}
"""Our lists by the `nsid` under which they stand in numbering.xml, which stays the same in each file."""
PLACEHOLDER: Final = "FigureOfTheAgreement"
"""The building block that a control shows when its figure is deleted."""


@dataclass(frozen=True)
class Styling:
    """What a style calls things: its own id for each of our styles, its number for each of our lists."""

    ids: dict[str, str]
    lists: dict[str, int]
    head_shade: str = ""
    """The `w:shd` that the table style gives its first row; rows below it get their own."""
    cell_margins: int = 216
    """Twips that a cell's margins take from its width."""
    contents_stops: frozenset[int] = frozenset()
    """Where page numbers of the contents end, in twips."""

    def __getitem__(self, style: str) -> str:
        return self.ids[style]


def shipped(style: str) -> Package:
    """A style of ours, kept in the package as a folder of XML parts."""
    return Package(dict(_shipped(style)))


@cache
def _shipped(style: str) -> Mapping[str, bytes]:
    return Package.from_folder(files("sladocs.render.docx") / style).parts


def load(style: str | Path | None) -> Package:
    """A style: one of ours by its name, a user's by its file, the plain one where none is said. Raises StyleError."""
    if style is None or style in SHIPPED:
        return shipped(str(style or "plain"))
    return Package.from_file(Path(style))


def supplement(package: Package, language: str) -> Styling:
    """Add to a style what it lacks of our styles, lists and building blocks, and set its language. Returns what it calls them."""
    ours, main = shipped("plain"), package.main()
    lists = _supplement_lists(package, ours, main)
    ids = _supplement_styles(package, ours, main, lists, language)
    _link_lists(package, main, ids)
    _supplement_placeholder(package, ours, main)
    styles = package.xml(part_of(package, main, "styles", "word/styles.xml") or "")
    table = next((style for style in find_all(styles, "w:style") if get(style, "w:styleId") == ids["ContractTable"]), None)
    assert table is not None
    return Styling(ids, lists, _head_shade(table), _cell_margins(table), _contents_stops(styles, (ids["TOC1"], ids["TOC2"])))


def _head_shade(table: Element) -> str:
    """The ground of the first row of tables, as text."""
    part = next((part for part in find_all(table, "w:tblStylePr") if get(part, "w:type") == "firstRow"), None)
    shade = find(part, "w:tcPr/w:shd") if part is not None else None
    return flat(shade) if shade is not None else ""


def _cell_margins(table: Element) -> int:
    """The margins of a cell on both sides together; 108 twips on a side where the style says nothing."""
    sides = (find(table, f"w:tblPr/w:tblCellMar/w:{side}") for side in ("left", "right"))
    widths = [(get(side, "w:w") or "") if side is not None else "" for side in sides]
    return sum(int(width) if width.isdigit() else 108 for width in widths)


def _contents_stops(styles: Element, wanted: tuple[str, ...]) -> frozenset[int]:
    """The right tab stops of the styles of the contents."""
    found = [style for style in find_all(styles, "w:style") if get(style, "w:styleId") in wanted]
    tabs = [tab for style in found for tab in find_all(style, "w:pPr/w:tabs/w:tab") if get(tab, "w:val") in ("right", "end")]
    return frozenset(int(position) for tab in tabs if (position := get(tab, "w:pos") or "").isdigit())


def part_of(package: Package, main: str, kind: str, base: str) -> str | None:
    """The part of a kind that the main one names, or the one that lies where it usually does."""
    return next((p for p in package.related(main, f"{OFFICE}{kind}") if p in package.parts), None) or (
        base if base in package.parts else None
    )


def _supplement_lists(package: Package, ours: Package, main: str) -> dict[str, int]:
    """The number of each of our lists, added where it is missing. The levels' style links are set later, when all styles are there."""
    part = part_of(package, main, "numbering", "word/numbering.xml")
    if part is None:
        part = "word/numbering.xml"
        package.put(part, element("w:numbering"), f"{WORD}numbering+xml")
        package.relate(main, f"{OFFICE}numbering", part)
    root, base = package.xml(part), ours.xml("word/numbering.xml")
    found: dict[str, int] = {}
    for key, nsid in LISTS.items():
        abstract = list_of(root, nsid)
        if abstract is None:
            template = list_of(base, nsid)
            assert template is not None
            abstract = copy.deepcopy(template)
            abstract.set(name("w:abstractNumId"), str(_next(root, "w:abstractNum", "w:abstractNumId")))
            root.insert(len(find_all(root, "w:abstractNum")) + len(find_all(root, "w:numPicBullet")), abstract)
        else:
            _set_back(abstract, base, nsid)
        number = get(abstract, "w:abstractNumId")
        num = next((n for n in find_all(root, "w:num") if get(n[0], "w:val") == number and len(n) == 1), None)
        if num is None:
            num = element("w:num", {"w:numId": _next(root, "w:num", "w:numId")}, value("w:abstractNumId", number or "0"))
            nums = find_all(root, "w:num")
            root.insert(
                root.index(nums[-1]) + 1 if nums else len(find_all(root, "w:abstractNum")) + len(find_all(root, "w:numPicBullet")), num
            )
        found[key] = int(get(num, "w:numId") or 0)
    package.put(part, root)
    return found


def _set_back(abstract: Element, base: Element, nsid: str) -> None:
    """Give the levels of our list the labels back that the agreement's own text names; indents, fonts and bullets are the style's."""
    ours = list_of(base, nsid)
    if nsid == LISTS["bullets"] or ours is None:
        return
    theirs = {get(level, "w:ilvl"): level for level in find_all(abstract, "w:lvl")}
    for wanted in find_all(ours, "w:lvl"):
        found = theirs.get(get(wanted, "w:ilvl"))
        if found is None:
            abstract.append(copy.deepcopy(wanted))
        elif label_of(found) != label_of(wanted):
            made = copy.deepcopy(wanted)
            for kept in ("w:suff", "w:lvlJc", "w:pPr", "w:rPr"):
                old, new = find(made, kept), find(found, kept)
                if old is not None and new is not None:
                    made.replace(old, new)
                elif new is not None:
                    made.append(new)
            abstract.replace(found, made)
    abstract[:] = sorted(abstract, key=lambda node: int(get(node, "w:ilvl") or 0) if node.tag == name("w:lvl") else -1)


def label_of(level: Element) -> tuple[str | None, ...]:
    """What decides the label that a level gives."""
    nodes = (find(level, tag) for tag in ("w:start", "w:numFmt", "w:lvlRestart", "w:isLgl", "w:lvlText"))
    return tuple(None if node is None else get(node, "w:val") or "" for node in nodes)


def list_of(root: Element, nsid: str) -> Element | None:
    """The list that stands under an `nsid`."""
    return next((a for a in find_all(root, "w:abstractNum") if (n := find(a, "w:nsid")) is not None and get(n, "w:val") == nsid), None)


def _next(root: Element, tag: str, attribute: str) -> int:
    return max((int(get(node, attribute) or 0) for node in find_all(root, tag)), default=0) + 1


def _supplement_styles(package: Package, ours: Package, main: str, lists: dict[str, int], language: str) -> dict[str, str]:
    """The style's id of each of ours, found by kind and name (a German Word calls `heading 1` berschrift1), added where it is missing."""
    part = part_of(package, main, "styles", "word/styles.xml")
    if part is None:
        part = "word/styles.xml"
        package.put(part, element("w:styles"), f"{WORD}styles+xml")
        package.relate(main, f"{OFFICE}styles", part)
    root, base = package.xml(part), ours.xml("word/styles.xml")
    for number in base.iter(name("w:numId")):
        number.set(
            name("w:val"), str({"1": lists["body"], "2": lists["schedule"], "3": lists["bullets"]}.get(get(number, "w:val") or "", 0))
        )
    theirs = {kind_and_name(style): style for style in find_all(root, "w:style")}
    taken = {get(style, "w:styleId") for style in theirs.values()}
    ids: dict[str, str] = {}
    added: list[Element] = []
    for style in find_all(base, "w:style"):
        own, known = get(style, "w:styleId") or "", theirs.get(kind_and_name(style))
        if known is None:
            ids[own] = own if own not in taken else f"{own}Added"
            added.append(style)
        else:
            ids[own] = get(known, "w:styleId") or ""
            if get(style, "w:type") == "paragraph":
                _adopt_numbering(known, style)
    defaults = {get(style, "w:type") for style in theirs.values() if get(style, "w:default")}
    for style in added:
        for reference in (node for tag in ("w:basedOn", "w:next", "w:link") for node in find_all(style, tag)):
            reference.set(name("w:val"), ids[get(reference, "w:val") or ""])
        style.set(name("w:styleId"), ids[get(style, "w:styleId") or ""])
        if get(style, "w:type") in defaults and get(style, "w:default"):
            del style.attrib[name("w:default")]
        root.append(style)
    _set_language(root, base, language)
    package.put(part, root)
    return ids


def kind_and_name(style: Element) -> tuple[str | None, str]:
    """What a style is known by: Word's own names are the same in all languages."""
    named = find(style, "w:name")
    return get(style, "w:type"), ((get(named, "w:val") if named is not None else None) or get(style, "w:styleId") or "").casefold()


def _adopt_numbering(theirs: Element, ours: Element) -> None:
    """Give a user's style the numbering of ours, so that its automatic labels are the document's."""
    properties, wanted = find(theirs, "w:pPr"), find(ours, "w:pPr/w:numPr")
    for old in find_all(theirs, "w:pPr/w:numPr"):
        old.getparent().remove(old)  # type: ignore[union-attr]
    if wanted is None:
        return
    if properties is None:
        properties = element("w:pPr")
        _insert_before(theirs, properties, ("rPr", "tblPr", "trPr", "tcPr", "tblStylePr"))
    earlier = {name(f"w:{tag}") for tag in ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl")}
    properties.insert(sum(1 for child in properties if child.tag in earlier), copy.deepcopy(wanted))


def _insert_before(parent: Element, child: Element, followers: tuple[str, ...]) -> None:
    """Insert a child before the first of those that follow it in the schema, else last."""
    late = {name(f"w:{tag}") for tag in followers}
    parent.insert(next((i for i, other in enumerate(parent) if other.tag in late), len(parent)), child)


def _set_language(root: Element, base: Element, language: str) -> None:
    """Set the language in docDefaults; docDefaults is ours where the style has none."""
    defaults = find(root, "w:docDefaults")
    if defaults is None:
        template = find(base, "w:docDefaults")
        assert template is not None
        defaults = copy.deepcopy(template)
        root.insert(0, defaults)
    default = find(defaults, "w:rPrDefault")
    if default is None:
        default = element("w:rPrDefault")
        defaults.insert(0, default)
    properties = find(default, "w:rPr")
    if properties is None:
        properties = element("w:rPr")
        default.append(properties)
    lang = find(properties, "w:lang")
    if lang is None:
        lang = element("w:lang")
        _insert_before(properties, lang, ("eastAsianLayout", "specVanish", "oMath"))
    lang.set(name("w:val"), language)


def _link_lists(package: Package, main: str, ids: dict[str, str]) -> None:
    """Name in our lists' levels the styles by the ids that this style has for them."""
    part = part_of(package, main, "numbering", "word/numbering.xml")
    assert part is not None
    root = package.xml(part)
    for nsid in LISTS.values():
        abstract = list_of(root, nsid)
        assert abstract is not None
        for link in abstract.iter(name("w:pStyle")):
            link.set(name("w:val"), ids.get(get(link, "w:val") or "", get(link, "w:val") or ""))
    linked = {get(link, "w:val") for nsid in LISTS.values() if (a := list_of(root, nsid)) is not None for link in a.iter(name("w:pStyle"))}
    for abstract in find_all(root, "w:abstractNum"):  # a style may be linked to one level only
        nsid_node = find(abstract, "w:nsid")
        if nsid_node is None or get(nsid_node, "w:val") not in LISTS.values():
            for level in find_all(abstract, "w:lvl"):
                for other in find_all(level, "w:pStyle"):
                    if get(other, "w:val") in linked:
                        level.remove(other)
    package.put(part, root)


def _supplement_placeholder(package: Package, ours: Package, main: str) -> None:
    """Add the building block that an emptied control shows."""
    part = part_of(package, main, "glossaryDocument", "word/glossary/document.xml")
    if part is None:
        for source in ("word/glossary/document.xml", "word/glossary/styles.xml"):
            kind = "document.glossary" if source.endswith("document.xml") else "styles"
            package.put(source, ours.parts[source], f"{WORD}{kind}+xml")
        package.relate(main, f"{OFFICE}glossaryDocument", "word/glossary/document.xml")
        package.relate("word/glossary/document.xml", f"{OFFICE}styles", "word/glossary/styles.xml")
        return
    root = package.xml(part)
    block, blocks = find(ours.xml("word/glossary/document.xml"), "w:docParts/w:docPart"), find(root, "w:docParts")
    if block is None or any(get(n, "w:val") == PLACEHOLDER for n in root.iter(name("w:name"))):
        return
    if blocks is None:
        blocks = element("w:docParts")
        root.append(blocks)
    blocks.append(block)
    package.put(part, root)
