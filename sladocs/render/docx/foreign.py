"""What a style brings along that has no place in a contract: it is taken out, and told."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from sladocs.render.docx.errors import Fault, StyleError, opening_of
from sladocs.render.docx.furniture import furniture_parts
from sladocs.render.docx.marks import take_out_guide
from sladocs.render.docx.markup import NAMESPACES, find_all, name, own_paragraph_text, paragraphs
from sladocs.render.docx.package import Package, relationships_of

if TYPE_CHECKING:
    from sladocs.render.docx.markup import Element

COMMENTS: Final = ("comments", "commentsExtended", "commentsIds", "commentsExtensible", "people")
UNWANTED: Final = (
    *COMMENTS, "customXml", "attachedToolbars", "keyMapCustomizations", "vbaProject", "control", "activeXControlBinary", "printerSettings",
    "recipientData", "subDocument", "aFChunk", "stylesWithEffects", "thumbnail", "classificationlabels",
)  # fmt: skip
"""The last words of the types of relationships that no contract has: what its readers would see of the style's author, or programs."""
LINKS: Final = re.compile(r"(?:https?://|mailto:|tel:)", re.IGNORECASE)
"""A link that a person may follow; nothing is fetched for it."""
FETCHES: Final = re.compile(r"\s*(INCLUDEPICTURE|INCLUDETEXT|IMPORT|INCLUDE|DDE|DDEAUTO|LINK|RD|DATABASE|MACROBUTTON)\b", re.IGNORECASE)
"""Fields that bring something from outside the file, or start something (ECMA-376 part 1, 17.16.5)."""
OUR_PROPERTIES: Final = ("core-properties", "extended-properties", "coreProperties", "extendedProperties")
"""Properties that the writer sets: a control in a head may show them."""
_CHANGED: Final = ("ins", "moveTo")
_REMOVED: Final = ("del", "moveFrom")
_MARKS_OF_CHANGE: Final = (
    *_CHANGED, *_REMOVED, "cellIns", "cellDel", "cellMerge", "numberingChange", "commentReference", "annotationRef",
)  # fmt: skip
_OLD_PROPERTIES: Final = re.compile(
    r"(?:rPr|pPr|sectPr|tblPr|tblPrEx|trPr|tcPr|tblGrid)Change|(?:comment|move|custom)\w*Range(?:Start|End)"
)
_OUTER: Final = ("drawing", "pict", "object", "subDoc", "altChunk", "attachedTemplate", "control", "movie", "saveThroughXslt")
_W: Final = NAMESPACES["w"]
_R: Final = NAMESPACES["r"]


def take_out(package: Package, main: str) -> list[Fault]:
    """Take out of a style its guide, comments, tracked changes, links to outside, foreign data, and the parts that nothing uses.

    Returns what a person should know of it. Raises StyleError where a field would fetch something, or the file is damaged.
    """
    take_out_guide(package, main)
    told = [*_links(package), *_relations(package)]
    for part in furniture_parts(package, main):
        root = package.xml(part)
        told += _changes(root, part)
        _controls(root)
        for fault in _fields(root, part):
            raise StyleError.of(fault)
        package.put(part, root)
    _prune(package)
    return told


def _sources(package: Package) -> list[str]:
    """The parts that have relationships; "" is the file."""
    found = [part for part in package.parts if posixpath.basename(posixpath.dirname(part)) == "_rels" and part.endswith(".rels")]
    return [posixpath.join(posixpath.dirname(posixpath.dirname(rels)), posixpath.basename(rels)[: -len(".rels")]) for rels in found]


def _links(package: Package) -> Iterator[Fault]:
    """Drop what is linked from outside; a link to follow may stay."""
    for source in _sources(package):
        rels = package.xml(relationships_of(source))
        outside = [r for r in find_all(rels, "rel:Relationship") if r.get("TargetMode") == "External"]
        for relation in outside:
            kind, target = (relation.get("Type") or "").rpartition("/")[2], relation.get("Target") or ""
            if kind == "hyperlink" and LINKS.match(target):
                continue
            rels.remove(relation)
            if source:
                root = package.xml(source)
                _unlink(root, relation.get("Id"))
                package.put(source, root)
            what = {"image": "a picture", "attachedTemplate": "a template", "hyperlink": "a link"}.get(kind, f"something ({kind})")
            remedy = "Insert the picture itself (in Word: Insert, not Link to File)." if kind == "image" else None
            yield Fault("S10", f"{what} lies outside the file ({target[-60:]}) and is left out", "warning", source or None, remedy=remedy)
        if outside:
            package.put(relationships_of(source), rels)


def _unlink(root: Element, relation: str | None) -> None:
    """Take out what a relationship is named by; a picture that is also in the file keeps that."""
    for node in list(root.iter("*")):
        named = [str(key) for key in node.attrib if str(key).startswith(f"{{{_R}}}")]
        gone = [key for key in named if node.get(key) == relation]
        for key in gone:
            del node.attrib[key]
        if not gone or len(gone) < len(named):
            continue
        if node.tag == name("w:hyperlink"):
            _unwrap(node)
            continue
        outer = next((n for n in (node, *node.iterancestors()) if n.tag in {f"{{{_W}}}{tag}" for tag in _OUTER}), node)
        parent = outer.getparent()
        if parent is not None:
            parent.remove(outer)


def _relations(package: Package) -> Iterator[Fault]:
    """Drop the relationships that no contract has."""
    told: dict[str, str] = {}
    for source in _sources(package):
        rels = package.xml(relationships_of(source))
        for relation in find_all(rels, "rel:Relationship"):
            kind = (relation.get("Type") or "").rpartition("/")[2]
            if kind not in UNWANTED:
                continue
            rels.remove(relation)
            package.put(relationships_of(source), rels)
            if source:
                root = package.xml(source)
                _unlink(root, relation.get("Id"))
                package.put(source, root)
            if kind == "comments":
                told["comments"] = "the style has comments; they are left out"
            elif kind in ("aFChunk", "subDocument"):
                told[kind] = "a whole file lies inside the style; it is left out"
            elif kind in ("vbaProject", "control"):
                told["vbaProject"] = "the style has programs (macros, ActiveX); they are left out"
    for message in told.values():
        yield Fault("S11", message, "warning")


def _changes(root: Element, part: str) -> Iterator[Fault]:
    """Accept tracked changes, and take the places of comments out."""
    kinds = {f"{{{_W}}}{tag}" for tag in (*_CHANGED, *_REMOVED)}
    told = None
    for number, paragraph in enumerate(paragraphs(root), start=1):
        if told is None and any(node.tag in kinds for node in paragraph.iter("*")):
            message = "tracked changes stand in the style; they are taken as accepted"
            told = Fault("S11", message, "warning", part, number, opening_of(own_paragraph_text(paragraph)), remedy="Accept them in Word.")
    if told:
        yield told
    for node in list(root.iter("*")):
        tag = node.tag.rpartition("}")[2] if isinstance(node.tag, str) and node.tag.startswith(f"{{{_W}}}") else ""
        parent = node.getparent()
        if parent is None or not tag:
            continue
        if tag in _CHANGED and len(node):
            _unwrap(node)
        elif tag in _MARKS_OF_CHANGE or _OLD_PROPERTIES.fullmatch(tag):
            parent.remove(node)


def _unwrap(node: Element) -> None:
    """Put what an element holds in its place."""
    parent = node.getparent()
    assert parent is not None
    place = parent.index(node)
    parent[place : place + 1] = list(node)


def _controls(root: Element) -> None:
    """Part controls from foreign data: a bound control shows the data, and not its text."""
    for binding in [n for n in root.iter("{*}dataBinding") if not any(word in str(n.attrib) for word in OUR_PROPERTIES)]:
        parent = binding.getparent()
        if parent is not None:
            parent.remove(binding)


def _fields(root: Element, part: str) -> Iterator[Fault]:
    """Fields that reach outside the file."""
    for number, paragraph in enumerate(paragraphs(root), start=1):
        instruction = "".join(n.text or "" for n in paragraph.iter(name("w:instrText")))
        for text in (instruction, *(n.get(name("w:instr")) or "" for n in paragraph.iter(name("w:fldSimple")))):
            found = FETCHES.match(text)
            if found:
                message = f"the field {found[1].upper()} brings in what lies outside the file"
                opening = opening_of(own_paragraph_text(paragraph))
                yield Fault("S10", message, "error", part, number, opening, " ".join(text.split())[:80], "Put in its place what it shows.")


def _prune(package: Package) -> None:
    """Drop the parts to which nothing leads. Raises StyleError where something leads to a part that is missing."""
    reached: set[str] = set()
    waiting = [""]
    while waiting:
        source = waiting.pop()
        rels = relationships_of(source)
        base = posixpath.join("/", posixpath.dirname(source))
        for relation in find_all(package.xml(rels), "rel:Relationship") if rels in package.parts else ():
            if relation.get("TargetMode") == "External":
                continue
            target = posixpath.normpath(posixpath.join(base, relation.get("Target") or "")).lstrip("/").partition("#")[0]
            if target not in package.parts:
                if relation.get("Target", "").startswith("#") or (relation.get("Target") or "").upper() == "NULL":
                    continue
                raise StyleError("a part of the file is missing: it is damaged", part=target)
            if target not in reached:
                reached.add(target)
                waiting.append(target)
    kept = {*reached, *(relationships_of(part) for part in ("", *reached)), "[Content_Types].xml"}
    for part in [part for part in package.parts if part not in kept]:
        package.drop(part)
