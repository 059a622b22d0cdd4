"""The look that PDF and HTML files take from a style."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from sladocs.render.docx import StyleError
from sladocs.render.docx.lint import contrast
from sladocs.render.docx.look import read_look
from sladocs.render.docx.markup import element
from sladocs.render.docx.style import shipped
from sladocs.render.docx.theme import Theme
from sladocs.render.fonts import family
from sladocs.render.look import PLAIN, SHIPPED

House = Callable[..., Path]
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def png() -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", struct.pack(">IIBBBBB", 2, 1, 8, 2, 0, 0, 0))
        + chunk(b"IDAT", zlib.compress(b"\0" + b"\x10\x20\x30" * 2))
        + chunk(b"IEND", b"")
    )


def test_the_plain_style_gives_the_plain_look() -> None:
    assert read_look(None) == read_look("plain") == PLAIN


def test_the_designed_style() -> None:
    look = read_look("designed")
    assert (look.body_font, look.heading_font) == ("Calibri", "Cambria")
    assert (family(look.body_font), family(look.heading_font)) == ("Carlito", "Caladea")
    assert look.title_ground is not None
    assert contrast(look.title, look.title_ground) > 4.5
    assert look != PLAIN


@pytest.mark.parametrize("style", SHIPPED)
def test_all_letters_can_be_read(style: str) -> None:
    look = read_look(style)
    for colour in (look.text, look.heading, look.muted):
        assert contrast(colour, "#ffffff") >= 4.5
    assert contrast(look.table_head_text, look.table_head) >= 4.5


def test_no_such_style(tmp_path: Path) -> None:
    with pytest.raises(StyleError):
        read_look(tmp_path / "none.docx")


def test_what_a_person_changed(house: House) -> None:
    def styles(text: str) -> str:
        text = text.replace(
            'w:ascii="Arial" w:eastAsia="Arial" w:hAnsi="Arial" w:cs="Arial"', 'w:ascii="Georgia" w:hAnsi="Georgia"'
        ).replace('<w:sz w:val="21"/>', '<w:sz w:val="22"/>')
        text = text.replace(
            '<w:color w:val="1B2F55"/><w:sz w:val="28"/>', '<w:color w:val="C0504D" w:themeColor="accent2"/><w:sz w:val="30"/>'
        )
        return text.replace('w:fill="EAEEF4"', 'w:fill="DDEEFF"')

    look = read_look(
        house(
            styles=styles,
            document=lambda text: text.replace('w:w="11906" w:h="16838"', 'w:w="12240" w:h="15840"').replace(
                'w:left="1361"', 'w:left="1440"'
            ),
        )
    )
    assert (look.body_font, look.size) == ("Georgia", 11.0)
    assert look.heading_sizes[0] == 15.0
    assert look.heading == "#4a6490"  # the theme's second accent, not the value beside it
    assert look.table_head == "#ddeeff"
    assert (look.page_width, look.page_height) == (215.9, 279.4)
    assert look.margins[3] == 25.4


class TestLogo:
    def house_with(self, house: House, header: str) -> Path:
        drawing = (
            '<w:p xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
            f'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" xmlns:r="{OFFICE}"><w:r><w:drawing><wp:inline><wp:extent cx="1080000" cy="360000"/><wp:docPr id="1" name="Logo" descr="Logo"/>'
            '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="1" name="Logo"/><pic:cNvPicPr/></pic:nvPicPr>'
            '<pic:blipFill><a:blip r:embed="rId1"/></pic:blipFill><pic:spPr/></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p></w:hdr>'
        )  # fmt: skip
        rels = f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{OFFICE}/image" Target="media/logo.png"/></Relationships>'
        added = {f"word/_rels/{header}.xml.rels": rels.encode(), "word/media/logo.png": png()}
        return house(
            added,
            types=lambda text: text.replace("<Default ", '<Default Extension="png" ContentType="image/png"/><Default ', 1),
            **{header: lambda text: text.replace("</w:hdr>", drawing)},
        )

    @pytest.mark.parametrize("header", ["header1", "header2"])
    def test_stands_in_a_head(self, house: House, header: str) -> None:
        look = read_look(self.house_with(house, header))
        assert look.logo == png()
        assert look.logo_width == 30.0

    def test_stays_in_the_word_file(self, house: House, contract: Any, tools: Any) -> None:
        from sladocs.render.docx import render

        written = tools.parts(render(contract, style=self.house_with(house, "header2")))
        assert written["word/media/logo.png"] == png()


class TestTheme:
    @pytest.mark.parametrize(
        ("change", "expected"),
        [  # what Word writes beside them for the accent 4472C4
            ({}, "#4472c4"),
            ({"w:themeTint": "99"}, "#8eaadb"),
            ({"w:themeTint": "33"}, "#d9e2f3"),
            ({"w:themeShade": "BF"}, "#2f5496"),
            ({"w:themeShade": "80"}, "#1f3864"),
        ],
    )
    def test_tints_and_shades(self, change: dict[str, str], expected: str) -> None:
        package = shipped("plain")
        package.put(
            "word/theme/theme1.xml",
            package.parts["word/theme/theme1.xml"].replace(
                b'<a:accent1><a:srgbClr val="1B2F55"/>', b'<a:accent1><a:srgbClr val="4472C4"/>'
            ),
        )
        found = Theme(package, "word/document.xml").colour(element("w:color", {"w:val": "000000", "w:themeColor": "accent1", **change}))
        assert found is not None
        assert all(abs(int(found[i : i + 2], 16) - int(expected[i : i + 2], 16)) <= 2 for i in (1, 3, 5)), found

    @pytest.mark.parametrize(
        ("place", "expected"),
        [("text1", "#000000"), ("background1", "#ffffff"), ("dark2", "#1b2f55"), ("accent5", "#9c2b2b"), ("hyperlink", "#1f4e9e")],
    )
    def test_places(self, place: str, expected: str) -> None:
        assert Theme(shipped("plain"), "word/document.xml").colour(element("w:color", {"w:themeColor": place})) == expected

    @pytest.mark.parametrize("value", ["auto", "", "red", "12345"])
    def test_no_colour(self, value: str) -> None:
        assert Theme(shipped("plain"), "word/document.xml").colour(element("w:color", {"w:val": value})) is None

    def test_fonts(self) -> None:
        theme = Theme(shipped("designed"), "word/document.xml")
        assert theme.font(element("w:rFonts", {"w:asciiTheme": "majorHAnsi", "w:ascii": "X"})) == "Cambria"
        assert theme.font(element("w:rFonts", {"w:asciiTheme": "minorHAnsi"})) == "Calibri"
        assert theme.font(element("w:rFonts", {"w:ascii": "Georgia"})) == "Georgia"
        assert theme.font(None) is None
