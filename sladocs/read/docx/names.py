"""The names of WordprocessingML as lxml spells them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
WP: Final = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
M: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
VML: Final = "{urn:schemas-microsoft-com:vml}"
OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

VAL: Final = f"{W}val"
LARGEST: Final = 1_000_000
OFF: Final = frozenset({"0", "false", "off"})
"""The values that switch a property off (ECMA-376 part 1, 17.17.4); none at all switches it on."""
STRICT: Final = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
    (
        b"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing",
        b"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    ),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", b"http://schemas.openxmlformats.org/officeDocument/2006/math"),
)
"""The names of the strict variant of the standard, and those of the common one."""


def value(parent: Element | None, tag: str) -> str | None:
    """The `val` of a child element, None where there is no such child."""
    if parent is None:
        return None
    found = parent.find(W + tag)
    return None if found is None else found.get(VAL)


def number(parent: Element | None, tag: str) -> int | None:
    """The `val` of a child element as a whole number, None where there is none."""
    return whole(value(parent, tag))


def whole(text: str | None) -> int | None:
    """A whole number from an attribute, None where it is missing or is none; no document needs larger ones than a million."""
    try:
        return None if text is None else max(-LARGEST, min(int(text), LARGEST))
    except ValueError:
        return None


def switch(parent: Element | None, tag: str) -> bool | None:
    """A property that is on or off, None where it is not given."""
    if parent is None:
        return None
    found = parent.find(W + tag)
    return None if found is None else found.get(VAL) not in OFF
