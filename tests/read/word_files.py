"""Small Word files from the XML of their parts, to test what writers of our own never write."""

from __future__ import annotations

import io
import zipfile

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def word_file(body: str, *, styles: str = "", numbering: str = "", footnotes: str = "", custom: str = "", head: str = "") -> bytes:
    """A DOCX whose parts hold the given XML."""
    parts = {"styles": styles, "numbering": numbering, "footnotes": footnotes}
    relations = [f'<Relationship Id="{kind}" Type="{_OFFICE}/{kind}" Target="{kind}.xml"/>' for kind, content in parts.items() if content]
    relations += [f'<Relationship Id="data" Type="{_OFFICE}/customXml" Target="../customXml/item1.xml"/>'] if custom else []
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        main = f'<Relationship Id="main" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
        package.writestr("_rels/.rels", f'<Relationships xmlns="{_RELATIONS}">{main}</Relationships>')
        package.writestr("word/_rels/document.xml.rels", f'<Relationships xmlns="{_RELATIONS}">{"".join(relations)}</Relationships>')
        package.writestr("word/document.xml", f"{head}<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>")
        for kind, content in parts.items():
            if content:
                package.writestr(f"word/{kind}.xml", f"<w:{kind} {NAMESPACES}>{content}</w:{kind}>")
        if custom:
            package.writestr("customXml/item1.xml", custom)
    return out.getvalue()


def p(content: str, properties: str = "") -> str:
    """A paragraph; plain words become a run."""
    inner = content if content.startswith("<") or not content else r(content)
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{inner}</w:p>"


def r(text: str, properties: str = "") -> str:
    return f'<w:r>{f"<w:rPr>{properties}</w:rPr>" if properties else ""}<w:t xml:space="preserve">{text}</w:t></w:r>'


def field(instruction: str, result: str) -> str:
    """A complex field with a result."""
    marks = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")]
    return f'{marks[0]}<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>{marks[1]}{result}{marks[2]}'


def cell(content: str, properties: str = "") -> str:
    return f"<w:tc>{f'<w:tcPr>{properties}</w:tcPr>' if properties else ''}{content}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    return f"<w:tr>{f'<w:trPr>{properties}</w:trPr>' if properties else ''}{''.join(cells)}</w:tr>"


def listed(level: int, number: int = 1) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


def lvl(level: int, form: str, text: str, more: str = "") -> str:
    return f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{text}"/></w:lvl>'
