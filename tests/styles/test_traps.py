"""Styles as the world makes them: what is written in each reads back as the same contract, and opens without repair."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openxml_audit
import pytest

from sladocs.jobs.style import lint
from sladocs.model.document import Cell, Document, Heading, Table, line
from sladocs.read import read
from sladocs.render.docx import render
from sladocs.render.docx.look import read_look

House = Callable[..., Path]
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MARGINS = '<w:pgMar w:top="1000" w:right="1000" w:bottom="1000" w:left="1000" w:header="500" w:footer="500" w:gutter="0"/>'


def mark(old: str, new: str) -> Callable[[str], str]:
    return lambda text: text.replace(old, new, 1)


def section(width: int, height: int, orient: str = "") -> str:
    return f'<w:sectPr><w:pgSz w:w="{width}" w:h="{height}"{orient}/>{MARGINS}</w:sectPr>'


def ends_with(name: str, properties: str) -> Callable[[str], str]:
    """Let a section end in the paragraph of a mark."""
    return mark(f"<w:p><w:r><w:t>{{{{ {name} }}}}", f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{{{{ {name} }}}}")


BOX = (
    '<w:p xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml">'
    "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wp:inline><wp:extent cx='900000' cy='300000'/><wp:docPr id='7' name='Box' descr='Address'/><a:graphic>"
    "<a:graphicData uri='http://schemas.microsoft.com/office/word/2010/wordprocessingShape'><wps:wsp><wps:cNvSpPr/><wps:spPr/><wps:txbx><w:txbxContent>{0}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>"
    "<mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>{0}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
)  # fmt: skip
FLOATING = (
    '<w:r><w:drawing xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1" behindDoc="1" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
    '<wp:positionH relativeFrom="page"><wp:posOffset>0</wp:posOffset></wp:positionH><wp:positionV relativeFrom="page"><wp:posOffset>0</wp:posOffset></wp:positionV>'
    '<wp:extent cx="900000" cy="300000"/><wp:wrapNone/><wp:docPr id="8" name="Floating logo" descr="Logo"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">'
    '<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:nvPicPr><pic:cNvPr id="8" name="Logo"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
    '<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="900000" cy="300000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>'
)  # fmt: skip
LETTERHEAD = (
    '<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/></w:tblPr><w:tblGrid><w:gridCol w:w="4000"/><w:gridCol w:w="4000"/></w:tblGrid><w:tr>'
    '<w:tc><w:tcPr><w:tcW w:w="4000" w:type="dxa"/></w:tcPr><w:p><w:r><w:t>Acme Ltd</w:t></w:r></w:p></w:tc>'
    '<w:tc><w:tcPr><w:tcW w:w="4000" w:type="dxa"/></w:tcPr><w:p><w:r><w:t>{{ title }}, {{ confidentiality }}</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p/></w:hdr>'
)  # fmt: skip
BOUND = (
    '<w:p><w:sdt><w:sdtPr><w:alias w:val="Title"/><w:dataBinding w:prefixMappings="" w:xpath="/root/title" w:storeItemID="{00000000-0000-0000-0000-000000000001}"/><w:text/></w:sdtPr>'
    "<w:sdtContent><w:r><w:t>{{ title }}</w:t></w:r></w:sdtContent></w:sdt></w:p></w:hdr>"
)  # fmt: skip
GERMAN = {
    "Normal": "Standard",
    "Heading1": "berschrift1",
    "Heading2": "berschrift2",
    "BodyText": "Textkrper",
    "Header": "Kopfzeile",
    "Footer": "Fuzeile",
    "Title": "Titel",
}


def german(text: str) -> str:
    """The ids that a German Word gives; the names stay."""
    for ours, theirs in GERMAN.items():
        text = re.sub(rf'(w:(?:styleId|val))="{ours}"', rf'\1="{theirs}"', text)
    return text.replace('<w:name w:val="Standard"/>', '<w:name w:val="Normal"/>').replace(
        '<w:name w:val="Titel"/>', '<w:name w:val="Title"/>'
    )


TRAPS: dict[str, dict[str, Any]] = {
    "German ids": dict.fromkeys(("styles", "document", "numbering", "header1", "footer1", "footer2"), german),
    "a section for the front": {"document": ends_with("front", section(11906, 16838))},
    "the body lies across": {"document": lambda t: ends_with("body", section(16838, 11906, ' w:orient="landscape"'))(ends_with("front", section(11906, 16838))(t))},
    "signatures on a page of another size": {"document": ends_with("body", section(12240, 15840))},
    "heads for even pages": {
        "settings": mark("<w:characterSpacingControl", "<w:evenAndOddHeaders/><w:characterSpacingControl"),
        "document": mark("<w:footerReference", '<w:headerReference w:type="even" r:id="rId8"/><w:footerReference'),
    },
    "no heads at all": {"document": lambda t: re.sub(r"<w:(?:header|footer)Reference [^>]*/>|<w:titlePg/>", "", t)},
    "a letterhead with a table": {"header2": mark("</w:hdr>", LETTERHEAD)},
    "a text box in the head": {"header2": mark("</w:hdr>", BOX.format("<w:p><w:r><w:t>{{ title }}</w:t></w:r></w:p>") + "</w:hdr>")},
    "a text box in the text": {"document": mark("<w:body>", "<w:body>" + BOX.format("<w:p><w:r><w:t>{{ organisation }} Acme Ltd</w:t></w:r></w:p>"))},
    "a floating logo on a mark": {"document": mark("<w:p><w:r><w:t>{{ front }}", f"<w:p>{FLOATING}<w:r><w:t>{{{{ front }}}}")},
    "a bound control in the head": {"header1": mark("</w:hdr>", BOUND)},
    "another size, justified, with an indent": {"styles": mark('<w:pPr><w:spacing w:line="264" w:lineRule="auto"/></w:pPr>', '<w:pPr><w:spacing w:before="240" w:after="240" w:line="400" w:lineRule="auto"/><w:ind w:firstLine="720"/><w:jc w:val="both"/></w:pPr><w:rPr><w:sz w:val="28"/></w:rPr>')},
    "only Word's own styles": {"styles": lambda t: re.sub(r'\s*<w:style [^>]*w:customStyle="1".*?</w:style>', "", t, flags=re.DOTALL), "header1": mark("DraftMark", "Strong"), "header2": lambda t: t.replace("DraftMark", "Strong").replace("HeaderFirst", "Header"), "headerWide": lambda t: t.replace("DraftMark", "Strong").replace("HeaderWide", "Header"), "footerWide": mark("FooterWide", "Footer"), "numbering": lambda t: re.sub(r'\s*<w:pStyle w:val="(?!Heading|ListBullet)[^"]*"/>', "", t), "document": lambda t: re.sub(r"<w:p>(?:(?!<w:p>).)*?\{\{ guide \}\}.*(?=<w:sectPr)", "", t, flags=re.DOTALL)},
    "names of styles of another program": {"styles": lambda t: t.replace('<w:name w:val="heading 1"/>', '<w:name w:val="Heading"/>').replace('<w:name w:val="Body Text"/>', '<w:name w:val="Body A"/>')},
    "a comment of Jinja": {"header1": mark("</w:hdr>", "<w:p><w:r><w:t>{# {{ nothing }} #}</w:t></w:r></w:p></w:hdr>")},
    "marks split over runs": {"document": mark("{{ body }}", "{{ bo</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>dy }}")},
    "a small page": {"document": mark('w:w="11906" w:h="16838"', 'w:w="8391" w:h="11906"')},
}  # fmt: skip


@pytest.fixture(scope="module")
def validator() -> Any:
    return openxml_audit.OpenXmlValidator()


@pytest.fixture(scope="module")
def plainly(contract: Document) -> str:
    """What the contract says in our own style, read back."""
    return read(render(contract), name="plain.docx").text


def audited(validator: Any, data: bytes, path: Path) -> list[str]:
    path.write_bytes(data)
    return [str(error) for error in validator.validate(path).errors]


@pytest.mark.parametrize("trap", TRAPS)
def test_traps(trap: str, house: House, contract: Document, plainly: str, validator: Any) -> None:
    style = house(**TRAPS[trap])
    assert not [finding for finding in lint(style) if finding.severity.value == "error"]
    written = render(contract, style=style)
    read_look(style)
    assert read(written, name="made.docx").text.replace("Acme Ltd\n", "").lstrip() == plainly
    assert audited(validator, written, style.with_name("made.docx")) == []
    assert render(contract, style=style) == written


def parts(path_or_data: bytes, tools: Any) -> dict[str, bytes]:
    found: dict[str, bytes] = tools.parts(path_or_data)
    return found


def test_a_bound_control_shows_our_text(house: House, contract: Document, tools: Any) -> None:
    written = parts(render(contract, style=house(**TRAPS["a bound control in the head"])), tools)
    assert b"dataBinding" not in written["word/header1.xml"]
    assert "Ledger Agreement" in tools.texts(written["word/header1.xml"]).splitlines()


def test_a_floating_logo_stays(house: House, contract: Document, tools: Any) -> None:
    written = parts(render(contract, style=house(**TRAPS["a floating logo on a mark"])), tools)
    assert b"Floating logo" in written["word/document.xml"]
    assert "front" not in tools.texts(written["word/document.xml"])


def test_both_forms_of_a_text_box_are_filled(house: House, contract: Document, tools: Any) -> None:
    written = parts(render(contract, style=house(**TRAPS["a text box in the head"])), tools)
    assert tools.texts(written["word/header2.xml"]).count("Ledger Agreement") >= 2


def test_tables_are_as_wide_as_the_page_they_stand_on(house: House, contract: Document, tools: Any) -> None:
    written = parts(render(contract, style=house(**TRAPS["the body lies across"])), tools)["word/document.xml"].decode()
    assert [int(width) for width in re.findall(r'<w:tblW w:w="(\d+)"', written)] == [14838, 9184]
    narrow = parts(render(contract, style=house(**TRAPS["a small page"])), tools)["word/document.xml"].decode()
    assert {int(width) for width in re.findall(r'<w:tblW w:w="(\d+)"', narrow)} == {8391 - 2 * 1361}


def test_page_numbers_of_the_contents_end_where_the_text_does(house: House, tools: Any) -> None:
    many = Document(title="Many", body=tuple(Heading(level=1, label=str(n), content=line(f"Clause {n}")) for n in range(1, 9)))
    written = parts(render(many, style=house(**TRAPS["a small page"])), tools)["word/document.xml"].decode()
    assert set(re.findall(r'<w:tab w:val="right" w:leader="dot" w:pos="(\d+)"', written)) == {str(8391 - 2 * 1361)}
    assert 'w:val="clear" w:pos="9184"' in written


def test_head_rows_below_the_first_are_shaded_as_the_first(tools: Any) -> None:
    cells = tuple(Cell(lines=(line("x"),)) for _ in range(2))
    table = Table(headers=2, rows=(cells, cells, cells))
    written = parts(render(Document(body=(table,)), style="designed"), tools)
    (fill,) = set(re.findall(r'<w:shd [^>]*w:fill="(\w+)"', written["word/document.xml"].decode()))
    assert f'w:fill="{fill}"' in written["word/styles.xml"].decode()
    assert fill != "EAEEF4"


def test_styles_that_are_based_on_each_other(house: House, contract: Document, plainly: str) -> None:
    def circle(text: str) -> str:
        name = '<w:name w:val="Body Text"/>'
        return text.replace(f'{name}\n    <w:basedOn w:val="Normal"/>', f'{name}\n    <w:basedOn w:val="ClauseText"/>')

    written = render(contract, style=house(styles=circle))
    read_look(house(styles=circle))
    assert read(written, name="made.docx").text == plainly


def made_by_python_docx() -> bytes:
    """A style that begins as the default document of python-docx."""
    import docx

    document = docx.Document()
    for text in ("{{ front }}", "{{ body }}", "{{ signatures }}"):
        document.add_paragraph(text)
    head = document.sections[0].header
    head.paragraphs[0].text = "{{ title }}"
    table = head.add_table(1, 2, document.sections[0].page_width // 2)
    table.cell(0, 0).text = "Acme Ltd"
    table.cell(0, 1).text = "{{ status }}"
    document.core_properties.author = "Anna Author"
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def test_a_style_made_with_python_docx(contract: Document, plainly: str, validator: Any, tmp_path: Path, tools: Any) -> None:
    path = tmp_path / "style.docx"
    path.write_bytes(made_by_python_docx())
    assert not [finding for finding in lint(path) if finding.severity.value == "error"]
    written = render(contract, style=path)
    assert read(written, name="made.docx").text == plainly
    assert not any(b"Anna Author" in data for data in parts(written, tools).values())
    errors = audited(validator, written, tmp_path / "made.docx")
    known = {error.split("(")[0] for error in audited(validator, made_by_python_docx(), tmp_path / "own.docx")}
    assert [error for error in errors if error.split("(")[0] not in known] == []


@pytest.mark.libreoffice
@pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice")
@pytest.mark.parametrize("base", ["plain", "designed"])
def test_a_style_that_libreoffice_has_saved(base: str, contract: Document, plainly: str, validator: Any, tmp_path: Path) -> None:
    from sladocs.render.docx.guide import new_style

    (tmp_path / "house.docx").write_bytes(new_style(base))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [
        "soffice",
        "--headless",
        profile,
        "--convert-to",
        "docx:MS Word 2007 XML",
        "--outdir",
        tmp_path / "saved",
        tmp_path / "house.docx",
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    style = tmp_path / "saved" / "house.docx"
    assert not [finding for finding in lint(style) if finding.severity.value == "error"]
    written = render(contract, style=style)
    assert read(written, name="made.docx").text == plainly
    own = {re.sub(r"\d+", "", str(error)) for error in validator.validate(style).errors}
    assert [e for e in audited(validator, written, tmp_path / "made.docx") if re.sub(r"\d+", "", e) not in own] == []
