"""The marks of a style, at which the words of the contract are written, and its guide, which is left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from sladocs.render.docx.errors import Fault, StyleError, opening_of
from sladocs.render.docx.markup import element, find, find_all, get, name, own_paragraph_text, paragraphs
from sladocs.render.docx.package import OFFICE, Package

if TYPE_CHECKING:
    from sladocs.render.docx.markup import Element

MARKS: Final = ("front", "body", "signatures")
"""The marks of a style: paragraphs that hold `{{ front }}`, `{{ body }}`, `{{ signatures }}` and nothing else."""
GUIDE: Final = "guide"
"""All that stands behind the paragraph `{{ guide }}` is for the person who works on the style."""
GUIDE_STYLE: Final = "Style Guide"
"""How the names of the styles of the guide's words begin: these words are left out wherever they stand."""

_MARK: Final = re.compile(r"\{\{\s*(\w+)\s*\}\}")
_HOLD: Final = "_sladocs_"
_INSIDE: Final = {"w:tbl": "a table", "w:txbxContent": "a text box", "w:sdt": "a content control"}
_PICTURES: Final = ("w:drawing", "w:pict", "w:object")


def take_out_guide(package: Package, main: str) -> None:
    """Take the guide out of the text: the words of its style, and all behind its mark, where a section that began before it stays."""
    root = package.xml(main)
    body = find(root, "w:body")
    if body is None:
        return
    blocks = [node for node in body if node.tag != name("w:sectPr")]
    start = next((i for i, node in enumerate(blocks) if _is_guide(node)), len(blocks))
    ending = next((section for node in blocks[start:] for section in node.iter(name("w:sectPr"))), None)
    last = find(body, "w:sectPr")
    if ending is not None and last is not None:  # the section of the marks ends within the guide
        body.replace(last, ending)
    styles = _take_out_styles(package, main)
    for number, node in enumerate(blocks):
        style = find(node, "w:pPr/w:pStyle")
        if number >= start or (style is not None and get(style, "w:val") in styles and find(node, "w:pPr/w:sectPr") is None):
            body.remove(node)
    package.put(main, root)


def _is_guide(node: Element) -> bool:
    found = _MARK.fullmatch(own_paragraph_text(node).strip()) if node.tag == name("w:p") else None
    return found is not None and found[1] == GUIDE


def _take_out_styles(package: Package, main: str) -> set[str | None]:
    """Take out the styles of the guide's words. Returns their ids."""
    gone: set[str | None] = set()
    for part in (part for part in package.related(main, f"{OFFICE}styles") if part in package.parts):
        root = package.xml(part)
        for style in find_all(root, "w:style"):
            named = find(style, "w:name")
            if named is not None and (get(named, "w:val") or "").startswith(GUIDE_STYLE):
                gone.add(get(style, "w:styleId"))
                root.remove(style)
                package.put(part, root)
    return gone


def mark_faults(root: Element, main: str) -> Iterator[Fault]:
    """What is wrong with the marks in the text of a style, whose guide is already taken out."""
    seen: list[str] = []
    for number, node in enumerate(paragraphs(root), start=1):
        text = own_paragraph_text(node).strip()
        for mark in dict.fromkeys(m for m in _MARK.findall(text) if m in MARKS):
            if any(node.iterancestors("{*}Fallback")):  # a text box stands twice, once for old programs
                continue
            place = next((_INSIDE[tag] for above in node.iterancestors() for tag in _INSIDE if above.tag == name(tag)), None)
            if mark in seen or not _MARK.fullmatch(text):
                message = "the mark must stand once, alone in its paragraph"
                yield Fault("S02", message, part=main, paragraph=number, opening=opening_of(text), tag=text)
            elif place:
                message = f"the mark must stand in the text itself, not in {place}"
                yield Fault("S03", message, part=main, paragraph=number, opening=opening_of(text), tag=text)
            elif any(MARKS.index(mark) < MARKS.index(earlier) for earlier in seen):
                message = "the marks must stand in this order: front, body, signatures"
                yield Fault("S03", message, part=main, paragraph=number, opening=opening_of(text), tag=text)
            seen.append(mark)
    for mark in MARKS:
        if mark not in seen:
            message = f"the mark {{{{ {mark} }}}} is missing: it must stand alone in a paragraph"
            yield Fault("S02", message, part=main, tag=f"{{{{ {mark} }}}}", remedy=f"Write {{{{ {mark} }}}} where its text belongs.")


def hold_marks(package: Package, main: str) -> None:
    """Replace the mark paragraphs by bookmarks, for which no tag and no text can be mistaken. Raises StyleError for a fault of theirs.

    A picture that hangs on a mark's paragraph, such as a floating logo, stays.
    """
    root = package.xml(main)
    for fault in mark_faults(root, main):
        raise StyleError.of(fault)
    for node in list(paragraphs(root)):
        found = _MARK.fullmatch(own_paragraph_text(node).strip())
        if found is None or found[1] not in MARKS:
            continue
        pictures = [run for run in node.iter(name("w:r")) if any(find(run, f".//{tag}") is not None for tag in _PICTURES)]
        section = find(node, "w:pPr/w:sectPr")
        if pictures:
            properties = find(node, "w:pPr")
            if section is not None and properties is not None:
                properties.remove(section)
            node.addprevious(element("w:p", None, properties, *pictures))
        node[:] = [
            *([element("w:pPr", None, section)] if section is not None else []),
            element("w:bookmarkStart", {"w:id": 0, "w:name": _HOLD + found[1]}),
            element("w:bookmarkEnd", {"w:id": 0}),
        ]
    package.put(main, root)


def release_mark(root: Element, mark: str) -> Element:
    """The paragraph that holds the place of a mark."""
    for start in root.iter(name("w:bookmarkStart")):
        if get(start, "w:name") == _HOLD + mark:
            parent = start.getparent()
            assert parent is not None
            return parent
    raise StyleError(f"the mark {{{{ {mark} }}}} must not stand inside a condition or loop", code="S03")
