"""Elements of WordprocessingML as XML text: the words of a contract are many, and text is several times as fast as a tree.

`elements` makes a tree of it in the end. `markup` has the tools for what is a tree from the start.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Final

from sladocs.render.docx.markup import NAMESPACES, legal

if TYPE_CHECKING:
    from sladocs.render.docx.markup import Element

_DECLARED: Final = " ".join(f'xmlns:{prefix}="{NAMESPACES[prefix]}"' for prefix in ("w", "r", "wp", "a", "pic"))
_ESCAPES: Final = {ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;"}
_ATTRIBUTE_ESCAPES: Final = {**_ESCAPES, ord('"'): "&quot;", ord("\n"): "&#10;", ord("\r"): "&#13;", ord("\t"): "&#9;"}
_SPECIAL: Final = re.compile("[^ !#-%'-;=?-~]")
"""Characters that may need an escape, or that XML may not hold."""


def element(tag: str, attributes: Mapping[str, str | int] | None = None, /, *children: str | None) -> str:
    """An element with attributes by prefixed or bare names; children that are None are left out."""
    opening = f"<{tag}{''.join([f' {key}={_quoted(value)}' for key, value in attributes.items()])}" if attributes else f"<{tag}"
    content = "".join([child for child in children if child])
    return f"{opening}>{content}</{tag}>" if content else f"{opening}/>"


def _quoted(value: str | int) -> str:
    text = str(value)
    return f'"{legal(text).translate(_ATTRIBUTE_ESCAPES) if _SPECIAL.search(text) else text}"'


def value(tag: str, val: str | int) -> str:
    """An element whose only content is its `w:val`."""
    return f"<{tag} w:val={_quoted(val)}/>"


def with_text(tag: str, text: str) -> str:
    """An element that holds text, its blanks kept."""
    return f'<{tag} xml:space="preserve">{legal(text).translate(_ESCAPES) if _SPECIAL.search(text) else text}</{tag}>'


def run(text: str, style: str | None = None) -> str:
    """A run of text in a character style; a line break stays one, a tab becomes a blank, since tabs are layout."""
    properties = element("w:rPr", None, value("w:rStyle", style)) if style else ""
    lines = [with_text("w:t", part.replace("\t", " ")) if part else "" for part in re.split(r"\r\n|\r|\n", legal(text))]
    return f"<w:r>{properties}{'<w:br/>'.join(lines)}</w:r>"


def tab() -> str:
    """A run that is a tab: between a label and its text."""
    return "<w:r><w:tab/></w:r>"


def field(instruction: str, cached: Iterable[str]) -> list[str]:
    """The runs of a complex field with its cached result."""
    return [field_start(instruction), *cached, field_end()]


def field_start(instruction: str) -> str:
    """The runs that begin a field, up to its result."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r>{with_text('w:instrText', f' {instruction} ')}</w:r>"
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )


def field_end() -> str:
    """The run that ends a field."""
    return '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def paragraph(style: str, *content: str, properties: Iterable[str] = ()) -> str:
    """A paragraph in a style; `properties` are further ones, in the order of the schema."""
    return f"<w:p><w:pPr>{value('w:pStyle', style)}{''.join(properties)}</w:pPr>{''.join(content)}</w:p>"


def flat(node: Element) -> str:
    """A tree as text."""
    from lxml import etree

    return etree.tostring(node, encoding="unicode", with_tail=False)


def elements(texts: Iterable[str]) -> list[Element]:
    """The trees of elements that are written out."""
    from lxml import etree

    return list(etree.fromstring(f"<x {_DECLARED}>{''.join(texts)}</x>", etree.XMLParser(resolve_entities=False, huge_tree=True)))
