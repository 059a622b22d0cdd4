"""A DOCX file as a Document."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sladocs.model.document import Block, Document, Figure, Heading, Paragraph, Run, Table, words
from sladocs.read.docx.archive import Archive
from sladocs.read.docx.blocks import Walk
from sladocs.read.docx.changes import undo
from sladocs.read.docx.inline import Inline
from sladocs.read.docx.names import W
from sladocs.read.docx.numbering import Numbering
from sladocs.read.docx.styles import Styles
from sladocs.read.failure import unreadable

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

DATA: Final = "{https://sladocs.dev/agreement/1}agreement"
"""The root of the custom XML part in which our own files keep the agreement's data."""
_DATA_MARK: Final = b"https://sladocs.dev/agreement/1"
_TITLE: Final = "{http://purl.org/dc/elements/1.1/}title"
_STATUS: Final = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}contentStatus"
_PARTS: Final = {"styles": b"", "numbering": b"", "footnotes": b"footnoteReference", "endnotes": b"endnoteReference"}
"""The parts that the body leads to, and words without which it makes no use of them."""
_NOTES: Final = (("footnotes", "footnote"), ("endnotes", "endnote"))
_ENOUGH_HEADINGS: Final = 2


def read_docx(data: bytes, what: str, *, original: bool = False) -> Document:
    """The Document that a DOCX file holds, its tracked changes accepted, or undone where the `original` is wanted.

    `what` names it in messages. Raises ReadError.
    """
    archive = Archive(data, what)
    content = archive.content(archive.main) or b""
    root = archive.parse(content, archive.main)
    body = root.find(f"{W}body")
    if body is None:
        raise unreadable(f"{what} is damaged (part {archive.main}): open it in Word, which may repair it, and save it again.", what)
    related = archive.relations(archive.main).values()
    parts = {kind: archive.xml(name) for kind, name in related if kind in _PARTS and _PARTS[kind] in content}
    undone = sum(undo(part) for part in (root, *(parts.get(name) for name, _ in _NOTES)) if part is not None) if original else 0
    styles = Styles(parts.get("styles"))
    inline = Inline(styles, _anchors(root))
    walk = Walk(styles, Numbering(parts.get("numbering")), inline, _notes(parts), archive.main)
    walk.body(body)
    blocks = tuple(_settled(walk))
    if not blocks:
        raise unreadable(f"{what} holds no text: a scanned page needs text recognition first.", what)
    counts = {"undone_changes": undone, "tracked_changes": inline.changes if not original else 0, "hidden_text": inline.hidden}
    core = next((archive.xml(name) for kind, name in archive.relations("").values() if kind == "core-properties"), None)
    meta = {key: str(count) for key, count in counts.items() if count}
    if status := _property(core, _STATUS):
        meta["status"] = status
    title = next((words(block.content) for block in blocks if isinstance(block, Paragraph) and block.role == "title"), "")
    highest = [block for block in blocks if isinstance(block, Heading) and block.level == 1]
    title = title or (words(highest[0].content) if len(highest) == 1 and not highest[0].label else "")
    embedded = next((found for kind, name in related if kind == "customXml" and (found := _data(archive, name))), None)
    return Document(title=title or _property(core, _TITLE), language=styles.language or "en-GB", body=blocks, meta=meta, data=embedded)


def _anchors(root: Element) -> dict[str, str]:
    """For each bookmark the one by which its block is known: the first in its paragraph that is not the table of contents' own."""
    found: dict[str, str] = {}
    known: dict[Element, str] = {}
    for mark in root.iter(f"{W}bookmarkStart"):
        name, parent = mark.get(f"{W}name") or "", mark.getparent()
        if parent is None or not name or name.startswith(("_Toc", "_GoBack")):
            continue
        block = next((above for above in (parent, *parent.iterancestors()) if above.tag in (f"{W}p", f"{W}body")), parent)
        found[name] = known.setdefault(block, name) if block.tag == f"{W}p" else name
    return found


def _notes(parts: dict[str, Element | None]) -> dict[tuple[str, str], Element]:
    """The notes by kind and id, without those that only draw the line over them."""
    found: dict[tuple[str, str], Element] = {}
    for part, kind in _NOTES:
        root = parts.get(part)
        for note in root.iterfind(W + kind) if root is not None else ():
            if note.get(f"{W}type") in (None, "normal"):
                found[kind, note.get(f"{W}id", "")] = note
    return found


def _settled(walk: Walk) -> list[Block]:
    """The blocks, with each caption within its table or picture, and, where hardly a style says what a heading is, by their look."""
    blocks = list(walk.blocks)
    if sum(isinstance(block, Heading) for block in blocks) < _ENOUGH_HEADINGS:
        for place, level in walk.looks.items():
            block = blocks[place]
            assert not isinstance(block, (Table, Figure))
            blocks[place] = Heading(level=level, label=block.label, content=block.content, anchor=block.anchor, source=block.source)
    for place in walk.captions:
        caption, after = blocks[place], blocks[place + 1] if place + 1 < len(blocks) else None
        if isinstance(caption, Paragraph) and isinstance(after, (Table, Figure)) and not after.caption:
            label = (Run(text=f"{caption.label} "),) if caption.label else ()
            update = {"caption": (*label, *caption.content), "anchor": after.anchor or caption.anchor}
            blocks[place + 1] = after.model_copy(update=update)
    return [block for place, block in enumerate(blocks) if not (place in walk.captions and _was_taken(blocks, place))]


def _was_taken(blocks: list[Block], place: int) -> bool:
    caption, after = blocks[place], blocks[place + 1] if place + 1 < len(blocks) else None
    return isinstance(caption, Paragraph) and isinstance(after, (Table, Figure)) and words(after.caption).endswith(words(caption.content))


def _property(core: Element | None, tag: str) -> str:
    found = core.find(tag) if core is not None else None
    return (found.text or "").strip() if found is not None else ""


def _data(archive: Archive, part: str) -> str | None:
    content = archive.content(part)
    if content is None or _DATA_MARK not in content[:2000]:
        return None
    root = archive.parse(content, part)
    return root.text if root.tag == DATA else None
