"""Which bytes are a page, and in which characters it is written."""

from __future__ import annotations

import codecs
import re
from typing import Final

from sladocs.read.failure import unreadable

NAMES: Final = (".html", ".htm", ".xhtml", ".xht", ".mht", ".mhtml")
"""How the names of pages end."""
_MARKDOWN: Final = (".md", ".markdown", ".mdown", ".mkd", ".txt")
_BEGINS: Final = re.compile(
    r"\ufeff?\s*+(?:<\?xml[^>]*+>\s*+)?+(?:<!--(?:[^-]|-(?!->))*+-->\s*+)*+<(!doctype\s+html|html|head|body|title|meta|link|style)\b",
    re.IGNORECASE | re.DOTALL,
)
_TAGS: Final = re.compile(r"<(?:p|div|table|h[1-6]|ul|ol|dl|span|section|article|main|br|pre)\b[^<>]*>", re.IGNORECASE)
_CHARSET: Final = re.compile(rb"""<meta[^>]+charset\s*=\s*["']?\s*([\w.:-]+)|<\?xml[^>]*encoding\s*=\s*["']([\w.:-]+)""", re.IGNORECASE)
_MOST_HEAD: Final = 8192


def is_page(data: bytes, name: str = "") -> bool:
    """Whether bytes are an HTML page: by how they begin, or by tags where the file's name says so. Markdown may well begin with a tag."""
    lower = name.lower()
    head = data[:_MOST_HEAD]
    if _is_archive(data):
        return True
    text = page_start(head)
    if begins := _BEGINS.match(text):
        return not lower.endswith(_MARKDOWN) or begins[1].lower().startswith(("!doctype", "html"))
    return lower.endswith(NAMES) and _TAGS.search(text) is not None


def page_start(head: bytes) -> str:
    """The beginning of a file as text, whatever its characters."""
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return head.decode("utf-16", "replace")
    return head.decode("utf-8", "replace")


def page_text(data: bytes, what: str) -> str:
    """The text of a page: its characters by their mark, by what the page says, as UTF-8, or else as Western Europe's. Raises ReadError."""
    if _is_archive(data):
        data, named = _within_archive(data, what)
    else:
        named = ""
    for mark, encoding in ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16")):
        if data.startswith(mark):
            return data.decode(encoding, "replace").lstrip("\ufeff")
    said = _CHARSET.search(data[:_MOST_HEAD])
    named = named or ((said[1] or said[2]).decode("ascii", "replace") if said else "")
    return data.decode(_codec(named, data), "replace")


def _codec(named: str, data: bytes) -> str:
    """The codec that a name means to a browser (WHATWG Encoding: ISO 8859-1 is Windows's); UTF-8 where the bytes are, else Windows's."""
    try:
        found = codecs.lookup(named).name if named else ""
    except LookupError:
        found = ""
    if found in ("iso8859-1", "ascii"):
        found = "cp1252"
    if found and not found.startswith(("utf-16", "utf-32", "utf-7")):
        try:
            data[:_MOST_HEAD].decode(found, "replace")
        except (LookupError, UnicodeError):
            found = ""
        else:
            if found != "cp1252" or not _is_utf8(data):
                return found
    return "utf-8" if _is_utf8(data) else "cp1252"


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _is_archive(data: bytes) -> bool:
    return data[:_MOST_HEAD].lstrip()[:5].lower() in (b"from:", b"mime-", b"date:", b"subje", b"conte") and bool(
        re.search(rb"^content-type:\s*multipart/related", data[:_MOST_HEAD], re.IGNORECASE | re.MULTILINE)
    )


def _within_archive(data: bytes, what: str) -> tuple[bytes, str]:
    """The first page of a web archive (MHTML, RFC 2557), and its characters."""
    from email import message_from_bytes
    from email.policy import default

    for part in message_from_bytes(data, policy=default).walk():
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            content = part.get_payload(decode=True)
            if isinstance(content, bytes):
                return content, part.get_content_charset() or ""
    raise unreadable(f"{what} is a web archive without a page in it: save the page as HTML.", what)
