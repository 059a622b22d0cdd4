"""A Word file as it was before its tracked changes: what was inserted taken out, what was deleted or moved away put back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sladocs.read.docx.names import W

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_INSERTED: Final = frozenset({f"{W}ins", f"{W}moveTo"})
_DELETED: Final = frozenset({f"{W}del", f"{W}moveFrom"})
_MARKS: Final = (f"{W}rPr", f"{W}trPr", f"{W}tcPr")
_TEXTS: Final = {f"{W}delText": f"{W}t", f"{W}delInstrText": f"{W}instrText"}
_PROPERTIES: Final = {f"{W}{kind}Change": f"{W}{kind}" for kind in ("rPr", "pPr", "tcPr", "trPr", "tblPr")}


def undo(root: Element) -> int:
    """Undo all tracked changes below an element, and give their number."""
    count = 0
    for node in list(root.iter(*_INSERTED, *_DELETED, f"{W}cellIns", f"{W}cellDel", *_PROPERTIES)):
        parent = node.getparent()
        if parent is None or not _is_below(node, root):
            continue  # it went with what was inserted around it
        count += 1
        if node.tag in _PROPERTIES:
            _restore(parent, node)
        elif parent.tag in _MARKS:
            _unmark(parent, node)
        elif node.tag in _INSERTED:
            _drop(parent, node)
        else:
            _unwrap(parent, node)
    for text in root.iter(*_TEXTS):
        text.tag = _TEXTS[str(text.tag)]
    return count


def _is_below(node: Element, root: Element) -> bool:
    return any(above is root for above in node.iterancestors())


def _drop(parent: Element, node: Element) -> None:
    """Take out what was inserted; a paragraph within it goes too."""
    parent.remove(node)


def _unwrap(parent: Element, node: Element) -> None:
    """Put what was deleted where the mark of its deletion stood."""
    at = parent.index(node)
    parent[at : at + 1] = list(node)


def _unmark(marks: Element, node: Element) -> None:
    """Undo a change of a paragraph's end, a row or a cell, which only a mark in its properties tells."""
    inserted = node.tag in _INSERTED or node.tag == f"{W}cellIns"
    marks.remove(node)
    holder = marks.getparent()
    if not inserted or holder is None:
        return
    if marks.tag == f"{W}rPr":  # the end of a paragraph: without it, the paragraph goes on in the next one, as where it is deleted
        if holder.tag == f"{W}pPr":
            marks.append(marks.makeelement(f"{W}del"))
        return
    gone = holder  # the row or cell
    above = gone.getparent()
    if above is not None:
        above.remove(gone)


def _restore(properties: Element, change: Element) -> None:
    """Give back the properties that a change replaced."""
    before = change.find(_PROPERTIES[str(change.tag)])
    kept = [child for child in properties if child.tag == f"{W}rPr"] if properties.tag == f"{W}pPr" else []
    marked = [child for child in properties if child.tag in _INSERTED | _DELETED] if properties.tag == f"{W}rPr" else []
    for child in list(properties):
        properties.remove(child)
    properties.extend([*marked, *(before if before is not None else ()), *kept])
