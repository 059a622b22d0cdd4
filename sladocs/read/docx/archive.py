"""The parts of a DOCX file: a zip archive opened with limits, its XML parsed without entities and without the network."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from typing import TYPE_CHECKING, Final

from sladocs.read.docx.names import STRICT
from sladocs.read.failure import unreadable

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

MOST_ENTRIES: Final = 10_000
LARGEST_PART: Final = 128 << 20
"""Bytes of a part as unpacked; a contract of 1,000 pages has about 20 MB."""
HIGHEST_RATIO: Final = 500
"""How much smaller than its content a part of some size may be; the XML of real documents packs to a twentieth, rarely a hundredth."""
_NO_MEMORY: Final = 2
"""The XML library's code for want of memory (XML_ERR_NO_MEMORY)."""
_SMALL: Final = 8 << 20
_RELATION: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_OTHERS: Final = {
    "xl/workbook.xml": "an Excel workbook",
    "ppt/presentation.xml": "a PowerPoint presentation",
    "content.xml": "an OpenDocument file",
}


class Archive:
    """An opened DOCX. `what` names the file in messages. All methods raise ReadError for damaged or dangerous content."""

    def __init__(self, data: bytes, what: str) -> None:
        self._what = what
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OverflowError, NotImplementedError) as error:
            raise self._damaged() from error
        self._relations: dict[str, dict[str, tuple[str, str]]] = {}
        self.names = frozenset(self._zip.namelist())
        if len(self._zip.infolist()) > MOST_ENTRIES:
            raise unreadable(f"{what} holds more than {MOST_ENTRIES:,} parts: no Word document does, so it is not opened.", what)
        self.main = self._main()

    def content(self, part: str) -> bytes | None:
        """The content of a part, None where there is no such part."""
        if part not in self.names:
            return None
        try:
            entry = self._zip.getinfo(part)
            if entry.flag_bits & 1:
                raise unreadable(f"{self._what} is protected by a password: open it, remove the password, and save it.", self._what)
            if entry.file_size > LARGEST_PART or entry.file_size > max(_SMALL, HIGHEST_RATIO * entry.compress_size):
                raise self._bomb(part)
            with self._zip.open(entry) as stream:
                content = stream.read(LARGEST_PART + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError) as error:
            raise self._damaged(part) from error
        if len(content) > LARGEST_PART:
            raise self._bomb(part)
        return content

    def xml(self, part: str) -> Element | None:
        """The root of a part, None where there is no such part."""
        content = self.content(part)
        return None if content is None else self.parse(content, part)

    def parse(self, content: bytes, part: str) -> Element:
        """The root of an XML text."""
        from lxml import etree

        if b"http://purl.oclc.org/ooxml/" in content[:4096]:
            for strict, common in STRICT:
                content = content.replace(strict, common)
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
        )
        try:
            root = etree.fromstring(content, parser)
        except etree.XMLSyntaxError as error:
            if getattr(error, "code", None) == _NO_MEMORY:
                raise MemoryError from error
            raise self._damaged(part) from error
        if b"<!DOCTYPE" in content[:65536] and root.getroottree().docinfo.internalDTD is not None:
            raise unreadable(f"{self._what} is not opened: its part {part} declares entities, which no Word document may.", self._what)
        return root

    def relations(self, part: str) -> dict[str, tuple[str, str]]:
        """The relations of a part ("" for the package): by id the kind's last word and the name of the part that it leads to."""
        if part in self._relations:
            return self._relations[part]
        folder, file = posixpath.split(part)
        root = self.xml(posixpath.join(folder, "_rels", f"{file}.rels"))
        found: dict[str, tuple[str, str]] = {}
        for relation in root.iter(_RELATION) if root is not None else ():
            if relation.get("TargetMode") != "External":
                target = relation.get("Target", "")
                name = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
                found[relation.get("Id", "")] = (relation.get("Type", "").rsplit("/", 1)[-1], name)
        self._relations[part] = found
        return found

    def related(self, part: str, kind: str) -> list[str]:
        """The parts that a part leads to by relations of a kind ("styles")."""
        return [name for found, name in self.relations(part).values() if found == kind]

    def _main(self) -> str:
        for name in (*self.related("", "officeDocument"), "word/document.xml"):
            if name in self.names and (name.endswith("document.xml") or name.startswith("word/")):
                return name
        for name, kind in _OTHERS.items():
            if name in self.names:
                raise unreadable(f"{self._what} is {kind}: save what it says as DOCX.", self._what)
        raise unreadable(f"{self._what} is a ZIP archive and no Word document: unpack it, and name the document in it.", self._what)

    def _damaged(self, part: str = "") -> Exception:
        where = f" (part {part})" if part else ""
        return unreadable(f"{self._what} is damaged{where}: open it in Word, which may repair it, and save it again.", self._what)

    def _bomb(self, part: str) -> Exception:
        return unreadable(f"{self._what} is not opened: its part {part} unpacks to far more than a document holds.", self._what)
