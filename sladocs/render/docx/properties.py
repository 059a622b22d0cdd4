"""What the file says about itself: properties, settings, and the agreement's data in a part of its own."""

from __future__ import annotations

import hashlib
import json
import re
import uuid
from typing import TYPE_CHECKING, Any, Final

from sladocs.render.docx.markup import element, find, find_all, legal, name, with_text
from sladocs.render.docx.package import METADATA, OFFICE, Package

if TYPE_CHECKING:
    from sladocs.render.docx.markup import Element

AGREEMENT_NAMESPACE: Final = "https://sladocs.dev/agreement/1"
"""The namespace of the custom XML part that holds the agreement's data: `<agreement schema="1">`, the JSON as its text."""
SCHEMA_VERSION: Final = "1"
NO_DATE: Final = "2000-01-01"
PROGRAM: Final = "sladocs"

UNWANTED_SETTINGS: Final = (
    "w:updateFields", "w:attachedTemplate", "w:rsids", "w:documentProtection", "w:writeProtection", "w:trackRevisions", "w:mailMerge",
    "w:docVars",
)  # fmt: skip
"""Settings that prompt on opening, or tell of the style's author."""
_PROPERTIES_TYPE: Final = "application/vnd.openxmlformats-"


def write_properties(package: Package, values: dict[str, Any]) -> None:
    """Write the core, extended and custom properties anew: nothing of the style's author or its paths stays."""
    day = values["date"] if re.fullmatch(r"\d{4}-\d{2}-\d{2}", values["date"]) else NO_DATE
    core = element("cp:coreProperties", None, *_core(values, f"{day}T00:00:00Z"))
    program = with_text("ep:Application", PROGRAM)
    company = [with_text("ep:Company", values["organisation"])] if values["organisation"] else []
    _replace(
        package,
        f"{METADATA}core-properties",
        "docProps/core.xml",
        core,
        f"{_PROPERTIES_TYPE.replace('formats-', 'formats-package.')}core-properties+xml",
    )
    app = element("ep:Properties", None, program, *company)
    _replace(package, f"{OFFICE}extended-properties", "docProps/app.xml", app, f"{_PROPERTIES_TYPE}officedocument.extended-properties+xml")
    named = {"Version": values["version"], "Document id": values["document_id"], "Status": values["status"], "Language": values["language"],
             "Confidentiality": values["confidentiality"], "Clause set digest": values["digest"]}  # fmt: skip
    custom = element("op:Properties", None)
    for number, (key, text) in enumerate(((k, v) for k, v in named.items() if v), start=2):
        given: dict[str, str | int] = {"fmtid": "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}", "pid": number, "name": key}
        custom.append(element("op:property", given, with_text("vt:lpwstr", text)))
    _replace(
        package, f"{OFFICE}custom-properties", "docProps/custom.xml", custom, f"{_PROPERTIES_TYPE}officedocument.custom-properties+xml"
    )


def _core(values: dict[str, Any], moment: str) -> list[Element]:
    plain = [("dc:title", "title"), ("dc:subject", "subject"), ("dc:identifier", "document_id"), ("dc:language", "language"),
             ("cp:version", "version"), ("cp:contentStatus", "status")]  # fmt: skip
    made = [with_text(tag, values[key]) for tag, key in plain if values[key]]
    return made + [with_text(tag, moment, {"xsi:type": "dcterms:W3CDTF"}) for tag in ("dcterms:created", "dcterms:modified")]


def _replace(package: Package, kind: str, part: str, content: Element, content_type: str) -> None:
    for old in package.related("", kind):
        package.drop(old)
    package.unrelate("", kind)
    package.put(part, content, content_type)
    package.relate("", kind, part)


def write_settings(package: Package, main: str, language: str) -> None:
    """Set the language, and take out what would prompt on opening or name a file of the style's author."""
    for part in package.related(main, f"{OFFICE}settings"):
        root = package.xml(part)
        for unwanted in UNWANTED_SETTINGS:
            for node in find_all(root, unwanted):
                root.remove(node)
        font_language = find(root, "w:themeFontLang")
        if font_language is not None:
            font_language.set(name("w:val"), language)
        package.put(part, root)
        package.unrelate(part, f"{OFFICE}attachedTemplate")


def write_data(package: Package, main: str, data: str) -> None:
    """Add the agreement's data as a custom XML part with its schema version. Raises ValueError where it is not JSON."""
    from lxml import etree

    json.loads(data)
    bare: Any = {None: AGREEMENT_NAMESPACE}
    root = etree.Element(f"{{{AGREEMENT_NAMESPACE}}}agreement", nsmap=bare)
    root.set("schema", SCHEMA_VERSION)
    root.text = legal(data)
    number = next(n for n in range(1, len(package.parts) + 2) if f"customXml/item{n}.xml" not in package.parts)
    part, described = f"customXml/item{number}.xml", f"customXml/itemProps{number}.xml"
    identity = str(uuid.UUID(hashlib.sha256(AGREEMENT_NAMESPACE.encode()).hexdigest()[:32])).upper()
    references = element("ds:schemaRefs", None, element("ds:schemaRef", {"ds:uri": AGREEMENT_NAMESPACE}))
    package.put(part, root)
    package.put(
        described,
        element("ds:datastoreItem", {"ds:itemID": f"{{{identity}}}"}, references),
        "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
    )
    package.relate(part, f"{OFFICE}customXmlProps", described)
    package.relate(main, f"{OFFICE}customXml", part)
