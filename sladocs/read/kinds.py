"""What format a file's bytes are in, whatever its name says; a plain sentence where it is none that is read."""

from __future__ import annotations

import codecs
import re
from enum import StrEnum
from typing import Final

from sladocs.read.failure import unreadable
from sladocs.read.layout import read_layout

_READS: Final = "sladocs reads DOCX, PDF, HTML, Markdown and text, and with LibreOffice RTF, ODT and DOC"
_PDF: Final = re.compile(rb"%PDF-\d\.\d")
_PDF_HEAD: Final = 1024
_MARKDOWN_NAMES: Final = (".md", ".markdown", ".mdown", ".mkd")
_SIGNS: Final = tuple(
    re.compile(pattern, re.MULTILINE)
    for pattern in (
        r"^#{1,6} \S",
        r"^\|? *:?-{3,}:? *\|",
        r"(?<!\w)\*\*\S[^*\n]*\S\*\*(?!\w)",
        r"\[[^\[\]\n]++\]\([^)\s]*+\)",
        r"^```",
        r"\A---\n(?:.*\n)*?---\n",
    )
)
"""Signs that hardly any text but Markdown holds."""


class Kind(StrEnum):
    """The formats that are read."""

    DOCX = "docx"
    MARKDOWN = "markdown"
    TEXT = "text"


def is_zip(data: bytes) -> bool:
    """Whether the bytes begin as a zip archive does."""
    return data.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08"))


def is_pdf(data: bytes) -> bool:
    """Whether the bytes are a PDF's; a few of something else may stand before its first (ISO 32000-1, annex H, note 13)."""
    return data.startswith(b"%PDF") or (bool(_PDF.search(data, 0, _PDF_HEAD)) and b"endobj" in data)


def refuse_other_binaries(data: bytes, what: str) -> None:
    """Raises ReadError for what is neither a zip archive, a PDF nor text, with what would help."""
    if not data:
        raise unreadable(f"{what} is empty: nothing is in the file.", what)
    if data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise unreadable(f"{what} is protected by a password: open it in Word, remove the password, and save it.", what)
        raise unreadable(f"{what} is a file of an old Office program and no Word document: save what it says as DOCX.", what)


def decode(data: bytes, what: str) -> str:
    """The text of a file: UTF-8, UTF-16 with its mark, or else Western Europe's Windows characters. Raises ReadError for other bytes."""
    for mark, encoding in ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16")):
        if data.startswith(mark):
            return _lines(data.decode(encoding, errors="replace"), what)
    try:
        return _lines(data.decode("utf-8"), what)
    except UnicodeDecodeError:
        odd = sum(byte < 0x20 and byte not in (9, 10, 12, 13) for byte in data[:65536])
        if odd > 2:
            raise unreadable(f"{what} is not a document that can be read: {_READS}.", what) from None
        return _lines(data.decode("cp1252", errors="replace"), what)


def _lines(text: str, what: str) -> str:
    sample = text[:65536]
    if sum(ch < " " and ch not in "\t\n\f\r" for ch in sample) > max(8, len(sample) // 50):
        raise unreadable(f"{what} is not a document that can be read: {_READS}.", what)
    if not text.strip():
        raise unreadable(f"{what} holds no text: nothing but blanks is in the file.", what)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def text_kind(text: str, name: str) -> Kind:
    """Whether a text is Markdown or plain: by its signs, and by the file's name where they leave a doubt."""
    if name.lower().endswith(_MARKDOWN_NAMES):
        return Kind.MARKDOWN
    if read_layout(text) is not None:
        return Kind.TEXT
    signs = sum(bool(sign.search(text)) for sign in _SIGNS)
    return Kind.MARKDOWN if signs >= (3 if name.lower().endswith(".txt") else 1) else Kind.TEXT
