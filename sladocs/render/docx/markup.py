"""Elements of WordprocessingML, built from prefixed names: `element("w:p", {}, element("w:r"))`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING, Final, TypeAlias

if TYPE_CHECKING:
    from lxml.etree import _Element

    Element: TypeAlias = _Element

NAMESPACES: Final[Mapping[str, str]] = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "xsi": "http://www.w3.org/2001/XMLSchema-instance",
    "ct": "http://schemas.openxmlformats.org/package/2006/content-types",
    "rel": "http://schemas.openxmlformats.org/package/2006/relationships",
    "ep": "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties",
    "op": "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties",
    "vt": "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes",
    "ds": "http://schemas.openxmlformats.org/officeDocument/2006/customXml",
    "xml": "http://www.w3.org/XML/1998/namespace",
}

_UNPREFIXED: Final = frozenset({"ct", "rel", "ep", "op"})
"""Namespaces that stand without a prefix, as Word itself writes them."""

_ILLEGAL: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def legal(text: str) -> str:
    """The text without the characters that XML 1.0 cannot hold (section 2.2, Char)."""
    return _ILLEGAL.sub("", text)


@cache
def name(prefixed: str) -> str:
    """The full name of a prefixed one: `w:p` is `{http://…/main}p`."""
    prefix, local = prefixed.split(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"


def element(tag: str, attributes: Mapping[str, str | int] | None = None, /, *children: Element | None) -> Element:
    """An element with attributes by prefixed or bare names; children that are None are left out."""
    from lxml import etree

    prefix = tag.partition(":")[0]
    made = etree.Element(name(tag), nsmap={None if prefix in _UNPREFIXED else prefix: NAMESPACES[prefix]})  # type: ignore[dict-item]
    for key, value in (attributes or {}).items():
        made.set(name(key) if ":" in key else key, legal(str(value)))
    made.extend([child for child in children if child is not None])
    return made


def value(tag: str, val: str | int) -> Element:
    """An element whose only content is its `w:val`."""
    return element(tag, {"w:val": val})


def with_text(tag: str, text: str, attributes: Mapping[str, str | int] | None = None) -> Element:
    """An element that holds text, its blanks kept."""
    made = element(tag, attributes)
    made.text = legal(text)
    return made


def get(node: Element, attribute: str) -> str | None:
    """An attribute by its prefixed name."""
    return node.get(name(attribute))


def find(node: Element, path: str) -> Element | None:
    """The first element at a path of prefixed names."""
    return node.find(path, dict(NAMESPACES))


def find_all(node: Element, path: str) -> list[Element]:
    """All elements at a path of prefixed names."""
    return node.findall(path, dict(NAMESPACES))


def own_paragraph_text(node: Element) -> str:
    """The text of a paragraph, without that of paragraphs inside it (text boxes)."""
    return "".join(t.text or "" for t in node.iter(name("w:t")) if next(t.iterancestors(name("w:p"))) is node)


def paragraphs(root: Element) -> Iterator[Element]:
    """All paragraphs of a part, in reading order."""
    return iter(root.iter(name("w:p")))
