"""A Word file as its parts: read from a folder or a zip, extended, and written with the same bytes each time."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sladocs.render.docx.errors import StyleError
from sladocs.render.docx.markup import element, find_all

if TYPE_CHECKING:
    from sladocs.render.docx.markup import Element

CONTENT_TYPES: Final = "[Content_Types].xml"
OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
METADATA: Final = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/"
WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml."
MAIN_TYPE: Final = f"{WORD}document.main+xml"
TEMPLATE_TYPE: Final = f"{WORD}template.main+xml"
"""The main part of a .dotx, which is a document but for its name."""
MACROS: Final = "macroEnabled"
"""What the type of a main part says that comes with macros."""
OLD_FILE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How a file of old Word begins, and one that a password locks."""
PACKED: Final = (".png", ".jpg", ".jpeg", ".gif")
"""The endings of parts that no packing makes smaller."""
LARGEST: Final = 64 * 1024 * 1024
"""Bytes that a style may unpack to."""


def parse(data: bytes) -> Element:
    """Parse a part; entities are not expanded, nothing is fetched. Raises XMLSyntaxError."""
    from lxml import etree

    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False))


def serialise(root: Element) -> bytes:
    """The bytes of a part."""
    from lxml import etree

    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def relationships_of(part: str) -> str:
    """The name of the part that holds a part's relationships; "" is the package."""
    folder, base = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{base}.rels")


class Package:
    """The parts of a Word file by name, without a leading slash. A part that was parsed is kept so until the file is written."""

    def __init__(self, parts: dict[str, bytes]) -> None:
        self.parts = parts
        self._open: dict[str, Element] = {}
        self._changed: set[str] = set()

    @classmethod
    def from_folder(cls, folder: Traversable) -> Package:
        """A package kept as an unzipped folder."""
        parts: dict[str, bytes] = {}

        def walk(place: Traversable, prefix: str) -> None:
            for entry in sorted(place.iterdir(), key=lambda e: e.name):
                if entry.is_dir():
                    walk(entry, f"{prefix}{entry.name}/")
                elif entry.name.endswith((".xml", ".rels", ".png", ".jpg", ".jpeg", ".gif")):
                    parts[f"{prefix}{entry.name}"] = entry.read_bytes()

        walk(folder, "")
        return cls(parts)

    @classmethod
    def from_file(cls, path: Path) -> Package:
        """A user's style. Raises StyleError where it is no Word document."""
        try:
            if path.is_dir():
                return cls.from_folder(path)
            data = path.read_bytes()
        except OSError as error:
            raise StyleError(f"{path.name} cannot be read: {error.strerror}") from None
        if data.startswith(OLD_FILE):
            locked = "EncryptedPackage".encode("utf-16-le") in data
            why = "is locked with a password" if locked else "is a file of an old Word (.doc)"
            raise StyleError(f"{path.name} {why}; open it in Word, and save it as a Word document (.docx) without a password")
        try:
            return cls.from_bytes(data)
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError):
            raise StyleError(f"{path.name} is not a Word document (.docx), or it is damaged") from None

    @classmethod
    def from_bytes(cls, data: bytes) -> Package:
        """A package from the bytes of a zip. Raises BadZipFile, or StyleError where it is too large."""
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            if sum(entry.file_size for entry in entries) > LARGEST:
                raise StyleError(f"it unpacks to more than {LARGEST // 1024 // 1024} MB")
            parts = {entry.filename.lstrip("/"): archive.read(entry) for entry in entries}
        for part, content in parts.items():
            if part.endswith((".xml", ".rels")) and b"<!DOCTYPE" in content:
                raise StyleError("a document type definition has no place in a Word document", part=part)
        return cls(parts)

    def xml(self, part: str) -> Element:
        """A part's tree, the same one each time; what is changed in it counts once it is put. Raises StyleError where it is not XML."""
        from lxml import etree

        if part not in self._open:
            if part not in self.parts:
                raise StyleError("the part is missing: the file is damaged", part=part)
            try:
                self._open[part] = parse(self.parts[part])
            except etree.XMLSyntaxError as error:
                raise StyleError(f"is not well-formed XML ({error.msg})", part=part) from None
        return self._open[part]

    def put(self, part: str, content: Element | bytes, content_type: str | None = None) -> None:
        """Add or replace a part; `content_type` for a part that is new."""
        if isinstance(content, bytes):
            self.parts[part] = content
            self._open.pop(part, None)
            self._changed.discard(part)
        else:
            self.parts.setdefault(part, b"")
            self._open[part] = content
            self._changed.add(part)
        if content_type:
            self._declare(part, content_type)

    def drop(self, part: str) -> None:
        """Take a part out, with its relationships and its type."""
        for gone in (part, relationships_of(part)):
            self.parts.pop(gone, None)
            self._open.pop(gone, None)
            self._changed.discard(gone)
        if CONTENT_TYPES in self.parts:
            root = self.xml(CONTENT_TYPES)
            for override in [o for o in find_all(root, "ct:Override") if o.get("PartName") == f"/{part}"]:
                root.remove(override)
            self.put(CONTENT_TYPES, root)

    def main(self) -> str:
        """The name of the main document part; a template (.dotx) becomes a document. Raises StyleError where there is none."""
        for found in self.related("", f"{OFFICE}officeDocument"):
            kind = self._content_type(found) if found in self.parts else None
            if kind == TEMPLATE_TYPE:
                self._declare(found, MAIN_TYPE)
            if kind in (MAIN_TYPE, TEMPLATE_TYPE):
                return found
            if kind and MACROS in kind:
                raise StyleError("it holds macros, which have no place in a contract; save it in Word as a document without them (.docx)")
        raise StyleError("it is not a Word document (.docx): it has no main document part")

    def related(self, source: str, kind: str) -> list[str]:
        """The parts to which a part has relationships of a kind, in their order."""
        rels = relationships_of(source)
        if rels not in self.parts:
            return []
        base = posixpath.dirname(source)
        return [
            posixpath.normpath(posixpath.join("/", base, r.get("Target", ""))).lstrip("/")
            for r in find_all(self.xml(rels), "rel:Relationship")
            if r.get("Type") == kind and r.get("TargetMode") != "External"
        ]

    def relate(self, source: str, kind: str, target: str) -> str:
        """Add a relationship from a part to a part, and return its id."""
        rels = relationships_of(source)
        root = self.xml(rels) if rels in self.parts else element("rel:Relationships")
        taken = {r.get("Id") for r in root}
        new = next(f"rId{n}" for n in range(1, len(taken) + 2) if f"rId{n}" not in taken)
        path = posixpath.relpath(f"/{target}", posixpath.join("/", posixpath.dirname(source)))
        root.append(element("rel:Relationship", {"Id": new, "Type": kind, "Target": path}))
        self.put(rels, root)
        return new

    def relation(self, source: str, kind: str, target: str) -> str | None:
        """The id of the relationship of a kind from a part to a part."""
        rels, base = relationships_of(source), posixpath.join("/", posixpath.dirname(source))
        found = find_all(self.xml(rels), "rel:Relationship") if rels in self.parts else []
        same = (r for r in found if r.get("Type") == kind and posixpath.normpath(posixpath.join(base, r.get("Target", ""))) == f"/{target}")
        return next((r.get("Id") for r in same), None)

    def target(self, source: str, relation: str | None) -> str | None:
        """The part of the file to which a part's relationship of that id leads, None where there is none."""
        rels, base = relationships_of(source), posixpath.join("/", posixpath.dirname(source))
        nodes = find_all(self.xml(rels), "rel:Relationship") if rels in self.parts else []
        targets = (posixpath.normpath(posixpath.join(base, n.get("Target", ""))).lstrip("/") for n in nodes if n.get("Id") == relation)
        return next((target for target in targets if target in self.parts), None)

    def unrelate(self, source: str, kind: str) -> None:
        """Remove a part's relationships of a kind; the parts stay."""
        rels = relationships_of(source)
        if rels in self.parts:
            root = self.xml(rels)
            for relation in [r for r in root if r.get("Type") == kind]:
                root.remove(relation)
            self.put(rels, root)

    def _content_type(self, part: str) -> str | None:
        if CONTENT_TYPES not in self.parts:
            return None
        root = self.xml(CONTENT_TYPES)
        exact = next((o for o in find_all(root, "ct:Override") if o.get("PartName") == f"/{part}"), None)
        return exact.get("ContentType") if exact is not None else None

    def _declare(self, part: str, content_type: str) -> None:
        root = self.xml(CONTENT_TYPES)
        for override in [o for o in find_all(root, "ct:Override") if o.get("PartName") == f"/{part}"]:
            root.remove(override)
        extension = posixpath.splitext(part)[1].lstrip(".")
        if content_type.startswith("image/"):
            if not any(d.get("Extension") == extension for d in find_all(root, "ct:Default")):
                root.insert(0, element("ct:Default", {"Extension": extension, "ContentType": content_type}))
        else:
            root.append(element("ct:Override", {"PartName": f"/{part}", "ContentType": content_type}))
        self.put(CONTENT_TYPES, root)

    def to_bytes(self) -> bytes:
        """The zip: parts in a fixed order, with fixed times."""
        first = (CONTENT_TYPES, "_rels/.rels")
        order = [*(p for p in first if p in self.parts), *sorted(set(self.parts) - set(first))]
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as archive:
            for part in order:
                info = zipfile.ZipInfo(part, date_time=(1980, 1, 1, 0, 0, 0))
                info.compress_type = zipfile.ZIP_STORED if part.endswith(PACKED) else zipfile.ZIP_DEFLATED
                info.create_system = 0
                archive.writestr(info, serialise(self._open[part]) if part in self._changed else self.parts[part], compresslevel=6)
        return out.getvalue()
