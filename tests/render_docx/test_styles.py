"""Styles of users: what is refused and how it is said, what is added, what stays theirs."""

from __future__ import annotations

import itertools
import re
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openxml_audit
import pytest

import sladocs.render.docx as docx_writer
from sladocs.model.document import Cell, Document, Heading, Paragraph, Table, line
from sladocs.render.docx import StyleError, render

PLAIN = Path(docx_writer.__file__).parent / "plain"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

Edit = Callable[[str], str]


@pytest.fixture
def style(tmp_path: Path) -> Callable[..., Path]:
    """Our own style as a user's Word file, with some parts changed."""

    def make(**edits: Edit) -> Path:
        folder = tmp_path / "style"
        shutil.copytree(PLAIN, folder)
        for part, edit in edits.items():
            path = folder / "word" / f"{part}.xml"
            text = path.read_text()
            assert edit(text) != text
            path.write_text(edit(text))
        target = tmp_path / "style.docx"
        with zipfile.ZipFile(target, "w") as archive:
            for file in sorted(p for p in folder.rglob("*") if p.is_file()):
                archive.write(file, file.relative_to(folder).as_posix())
        return target

    return make


def put(old: str, new: str) -> Edit:
    return lambda text: text.replace(old, new)


SMALL = Document(
    title="A & B <x>",
    front=(Paragraph(role="title", content=line("Title")),),
    body=(Heading(level=1, label="1", content=line("One")), Paragraph(label="1.1", content=line("Words."))),
    meta={"version": "2.1", "confidentiality": "Secret"},
)


class TestRefused:
    def refusal(self, path: Path) -> StyleError:
        with pytest.raises(StyleError) as caught:
            render(SMALL, style=path)
        assert "\n" not in str(caught.value)
        assert "Traceback" not in str(caught.value)
        return caught.value

    def test_no_word_document(self, tmp_path: Path) -> None:
        text = tmp_path / "style.docx"
        text.write_text("not a zip")
        assert "style.docx is not a Word document (.docx)" in str(self.refusal(text))

    def test_a_renamed_zip(self, tmp_path: Path) -> None:
        path = tmp_path / "style.docx"
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("a.txt", "x")
        assert "not a Word document" in str(self.refusal(path))

    def test_a_cut_zip(self, style: Callable[..., Path]) -> None:
        path = style()
        path.write_bytes(path.read_bytes()[:5000])
        assert "not a Word document" in str(self.refusal(path))

    def test_a_missing_file(self, tmp_path: Path) -> None:
        assert "cannot be read" in str(self.refusal(tmp_path / "none.docx"))

    def test_a_folder_of_something_else(self, tmp_path: Path) -> None:
        assert "not a Word document" in str(self.refusal(tmp_path))

    def test_broken_xml(self, style: Callable[..., Path]) -> None:
        error = self.refusal(style(document=lambda text: text[:-20]))
        assert error.part == "word/document.xml"

    def test_a_missing_mark(self, style: Callable[..., Path]) -> None:
        error = self.refusal(style(document=put("{{ signatures }}", "Signed")))
        assert "{{ signatures }} is missing" in str(error)
        assert error.part == "word/document.xml"

    @pytest.mark.parametrize("text", ["Here: {{ body }}", "{{ body }} {{ front }}"])
    def test_a_mark_that_is_not_alone(self, style: Callable[..., Path], text: str) -> None:
        error = self.refusal(style(document=put("{{ body }}", text)))
        assert (error.part, error.paragraph, error.tag) == ("word/document.xml", 2, text)

    def test_a_mark_that_stands_twice(self, style: Callable[..., Path]) -> None:
        assert self.refusal(style(document=put("{{ signatures }}", "{{ body }}"))).paragraph == 3

    def test_a_mark_inside_a_condition(self, style: Callable[..., Path]) -> None:
        edit = put("<w:p><w:r><w:t>{{ body }}", "<w:p><w:r><w:t>{%p if draft %}</w:t></w:r></w:p><w:p><w:r><w:t>{{ body }}")
        path = style(document=lambda text: put("<w:sectPr>", "<w:p><w:r><w:t>{%p endif %}</w:t></w:r></w:p><w:sectPr>")(edit(text)))
        assert "condition or loop" in str(self.refusal(path))

    @pytest.mark.parametrize(
        ("tag", "reason"),
        [
            ("{{ title.__class__ }}", "__class__ is no attribute"),
            ("{{ ''.__class__ }}", "no attribute"),
            ("{{ title() }}", "calls and operators"),
            ("{{ range(9) }}", "calls and operators"),
            ("{{ title * 9 }}", "calls and operators"),
            ("{{ 7 * 7 }}", "calls and operators"),
            ("{{ title ~ 'x' }}", "calls and operators"),
            ("{{ title[0] }}", "calls and operators"),
            ("{{ [1, 2] }}", "calls and operators"),
            ("{{ title if draft else version }}", "calls and operators"),
            ("{{ sections[0].title }}", "no attribute"),
            ("{{ author }}", "no value is called author; there are confidentiality, date"),
            ("{{ title|attr('x') }}", "no filter is called attr"),
            ("{{ title|replace('a', 'b') }}", "no filter is called replace"),
            ("{{ title|default(version) }}", "plain text only"),
            ("{% set x = title %}", "calls and operators"),
            ("{% include 'x' %}", "calls and operators"),
            ("{% import 'x' as y %}", "calls and operators"),
            ("{% macro m() %}{% endmacro %}", "calls and operators"),
            ("{% raw %}{% endraw %}{{ nothing }}", "no value is called nothing"),
            ("{% if not draft %}x{% endif %}", "may only ask for one name"),
            ("{% if draft == 'x' %}x{% endif %}", "may only ask for one name"),
            ("{% for x in title %}{{ x }}{% endfor %}", "may only go through sections"),
            ("{% for x in sections if x %}{% endfor %}", "calls and operators"),
            ("{% if draft %}", "cannot be understood"),
            ("{{ title", "cannot be understood"),
            ("{% wrong %}", "cannot be understood"),
        ],
    )
    def test_forbidden_tags(self, style: Callable[..., Path], tag: str, reason: str) -> None:
        paragraph = f"<w:p><w:r><w:t>Fine: {{{{ version }}}} and {tag}</w:t></w:r></w:p>"
        error = self.refusal(style(document=put("<w:sectPr>", f"{paragraph}<w:sectPr>")))
        assert reason in str(error)
        assert (error.part, error.paragraph) == ("word/document.xml", 4)

    @pytest.mark.parametrize(("part", "end"), [("header1", "</w:hdr>"), ("footer1", "</w:ftr>")])
    def test_in_each_part(self, style: Callable[..., Path], part: str, end: str) -> None:
        error = self.refusal(style(**{part: put(end, f"<w:p><w:r><w:t>{{{{ x.y() }}}}</w:t></w:r></w:p>{end}")}))
        assert (error.part, error.paragraph, error.tag) == (f"word/{part}.xml", 2, "{{ x.y() }}")

    def test_the_tag_is_quoted(self, style: Callable[..., Path]) -> None:
        error = self.refusal(style(header1=put("{{ title }}", "{{ title }} {{ author }}")))
        assert error.tag == "{{ author }}"
        assert str(error).startswith("style, word/header1.xml, paragraph 1, “{{ author }}”: no value is called author")

    def test_a_tag_split_over_runs(self, style: Callable[..., Path]) -> None:
        split = "{{ auth</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>or }}"
        assert "no value is called author" in str(self.refusal(style(header1=put("{{ title }}", split))))

    def test_a_tag_in_an_attribute(self, style: Callable[..., Path]) -> None:
        edit = put("<w:body>", '<w:body><w:p><w:pPr><w:pStyle w:val="{{ title.__init__ }}"/></w:pPr></w:p>')
        assert "__init__" in str(self.refusal(style(document=edit)))

    def test_a_zip_bomb(self, tmp_path: Path) -> None:
        path = tmp_path / "style.docx"
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("word/document.xml", b" " * (65 * 1024 * 1024))
        assert "unpacks to more than 64 MB" in str(self.refusal(path))

    def test_entities_are_not_expanded(self, style: Callable[..., Path]) -> None:
        bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
        path = style(
            document=lambda text: text.replace("<w:document", f"{bomb}<w:document", 1).replace(
                "<w:sectPr>", "<w:p><w:r><w:t>&b;</w:t></w:r></w:p><w:sectPr>"
            )
        )
        assert "document type definition" in str(self.refusal(path))

    def test_a_condition_that_breaks_the_document(self, style: Callable[..., Path]) -> None:
        table = "<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc><w:p><w:r><w:t>{% endif %}</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
        edit = put("<w:sectPr>", f"<w:p><w:r><w:t>{{% if draft %}}</w:t></w:r></w:p>{table}<w:sectPr>")
        assert "breaking the document" in str(self.refusal(style(document=edit)))


class TestFilled:
    def test_allowed_tags(self, style: Callable[..., Path], written: Any) -> None:
        tags = (
            "{{ title|upper }}, {{ version|default('none') }}{% if confidentiality %} ({{ confidentiality }}){% endif %}"
            "{% for s in sections %}; {{ s.label }} {{ s.title }}{% endfor %}"
        )
        made = written(SMALL, style=style(header1=put("{{ title }}", tags)))
        assert "A & B <X>, 2.1 (Secret); 1 One" in made.text(made.root("word/header1.xml"))

    def test_values_are_never_read_as_tags(self, written: Any, samples: Any) -> None:
        hostile = samples.HOSTILE + " \a\f\x00 {{ 7 * 7 }} {% for %} {# c #}"
        made = written(SMALL.model_copy(update={"title": hostile}))
        assert samples.HOSTILE + " {{ 7 * 7 }} {% for %} {# c #} · Version 2.1" in made.text(made.root("word/header1.xml"))
        assert made.root("docProps/core.xml").findtext("{http://purl.org/dc/elements/1.1/}title") == hostile.replace("\a", "").replace(
            "\f", ""
        ).replace("\x00", "").replace("  ", " ")

    def test_a_folder_is_a_style_too(self) -> None:
        assert render(SMALL, style=PLAIN) == render(SMALL)


class TestSupplemented:
    def bare(self, style: Callable[..., Path]) -> Path:
        """A style with two styles of its own, under German ids, and no list."""
        own = """<w:style w:type="paragraph" w:default="1" w:styleId="Standard"><w:name w:val="Normal"/></w:style>
        <w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/><w:basedOn w:val="Standard"/>
        <w:pPr><w:keepNext/><w:numPr><w:numId w:val="7"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr>
        <w:rPr><w:color w:val="FF0000"/></w:rPr></w:style>
        <w:style w:type="character" w:styleId="Heading2"><w:name w:val="Odd"/></w:style>"""
        level = '<w:lvl w:ilvl="0"><w:numFmt w:val="upperRoman"/><w:pStyle w:val="berschrift1"/><w:lvlText w:val="%1"/></w:lvl>'
        lists = f'<w:abstractNum w:abstractNumId="7"><w:nsid w:val="00000007"/>{level}</w:abstractNum>'
        lists += '<w:num w:numId="7"><w:abstractNumId w:val="7"/></w:num>'
        return style(
            styles=lambda text: text[: text.index("<w:docDefaults>")] + own + "</w:styles>",
            numbering=lambda text: text[: text.index("<w:abstractNum")] + lists + "</w:numbering>",
        )

    def test_missing_styles_and_lists_are_added(self, style: Callable[..., Path], written: Any, document: Document) -> None:
        made = written(document, style=self.bare(style))
        known = [s.get(f"{W}styleId") for s in made.find("//w:style", "word/styles.xml")]
        assert len(known) == len(set(known))
        assert {made.style(p) for p in made.find("//w:p")} <= set(known)
        assert {str(b) for b in made.find("//w:style/w:basedOn/@w:val", "word/styles.xml")} <= set(known)
        assert len(made.find("//w:style[@w:type='paragraph'][@w:default]", "word/styles.xml")) == 1

    def test_the_validator_finds_nothing(self, style: Callable[..., Path], tmp_path: Path, document: Document) -> None:
        path = tmp_path / "made.docx"
        path.write_bytes(render(document, style=self.bare(style)))
        assert [str(error) for error in openxml_audit.OpenXmlValidator().validate(path).errors] == []

    def test_their_heading_keeps_its_look_and_takes_our_numbers(self, style: Callable[..., Path], written: Any, document: Document) -> None:
        made = written(document, style=self.bare(style))
        assert made.find("//w:p[w:pPr/w:pStyle/@w:val='berschrift1']")
        assert made.find("//w:style[@w:styleId='berschrift1']/w:rPr/w:color/@w:val", "word/styles.xml") == ["FF0000"]
        number = str(made.find("//w:style[@w:styleId='berschrift1']/w:pPr/w:numPr/w:numId/@w:val", "word/styles.xml")[0])
        abstract = str(made.find(f"//w:num[@w:numId='{number}']/w:abstractNumId/@w:val", "word/numbering.xml")[0])
        links = made.find(f"//w:abstractNum[@w:abstractNumId='{abstract}']/w:lvl/w:pStyle/@w:val", "word/numbering.xml")
        assert links[0] == "berschrift1"
        assert [str(s) for s in made.find("//w:lvl/w:pStyle/@w:val", "word/numbering.xml")].count("berschrift1") == 1

    def test_an_id_that_is_taken_is_not_taken_again(self, style: Callable[..., Path], written: Any, document: Document) -> None:
        made = written(document, style=self.bare(style))
        assert made.find("//w:style[@w:styleId='Heading2']/@w:type", "word/styles.xml") == ["character"]
        assert made.find("//w:style[w:name/@w:val='heading 2']/@w:styleId", "word/styles.xml") == ["Heading2Added"]

    def test_no_numbering_part_at_all(self, style: Callable[..., Path], written: Any, tmp_path: Path) -> None:
        path = style()
        with zipfile.ZipFile(path) as archive:
            parts = {n: archive.read(n) for n in archive.namelist()}
        drop = ("word/numbering.xml", "word/glossary/document.xml", "word/glossary/styles.xml", "word/glossary/_rels/document.xml.rels")
        parts = {n: d for n, d in parts.items() if n not in drop}
        rels = parts["word/_rels/document.xml.rels"].decode()
        parts["word/_rels/document.xml.rels"] = re.sub(r'<Relationship Id="rId(2|10)" .*?/>', "", rels).encode()
        types = parts["[Content_Types].xml"].decode()
        parts["[Content_Types].xml"] = re.sub(r'<Override PartName="/word/(numbering|glossary)[^>]*/>', "", types).encode()
        bare = tmp_path / "bare.docx"
        with zipfile.ZipFile(bare, "w") as archive:
            for name, data in parts.items():
                archive.writestr(name, data)
        made = written(SMALL, style=bare)
        assert made.find("//w:abstractNum", "word/numbering.xml")
        assert made.find("//w:docPart", "word/glossary/document.xml")

    def test_what_prompts_or_names_files_is_taken_out(self, style: Callable[..., Path], written: Any) -> None:
        path = style(settings=put('<w:zoom w:percent="100"/>', '<w:zoom w:percent="100"/><w:updateFields w:val="true"/>'))
        assert not written(SMALL, style=path).find("//w:updateFields", "word/settings.xml")

    def test_sections_of_the_style_stay(self, style: Callable[..., Path], written: Any, document: Document) -> None:
        margins = '<w:pgMar w:top="1000" w:right="1000" w:bottom="1000" w:left="1000" w:header="500" w:footer="500" w:gutter="0"/>'
        own = f'<w:p><w:pPr><w:sectPr><w:pgSz w:w="11906" w:h="16838"/>{margins}</w:sectPr></w:pPr><w:r><w:t>{{{{ front }}}}'
        made = written(document, style=style(document=put("<w:p><w:r><w:t>{{ front }}", own)))
        assert len(made.find("//w:sectPr")) == 2
        assert made.find("//w:sectPr")[0].getparent().getparent().getprevious().tag == f"{W}sdt"


@pytest.mark.parametrize(("left", "stops"), [("1361", {"9184", "14116"}), ("2361", {"8184", "13116"})])
def test_heads_and_feet_end_at_the_edge_of_the_text(style: Callable[..., Path], written: Any, left: str, stops: set[str]) -> None:
    narrow = style(document=put('w:left="1361"', f'w:left="{left}"')) if left != "1361" else style()
    made = written(SMALL, style=narrow)
    heads = "//w:style[starts-with(w:name/@w:val, 'header') or starts-with(w:name/@w:val, 'Header')]"
    assert {str(stop) for stop in made.find(f"{heads}//w:tab[@w:val='right']/@w:pos", "word/styles.xml")} == stops
    assert {str(stop) for stop in made.find(f"{heads}//w:tab[@w:val='clear']/@w:pos", "word/styles.xml")} == {min(stops, key=int)}


def test_the_last_paragraph_of_a_schedule_is_kept_with_what_stands_before_it(written: Any) -> None:
    table = Table(headers=1, rows=tuple((Cell(lines=(line(text),)),) for text in ("Report", "Monthly report")))
    schedules = [
        (Heading(level=1, label=f"Schedule {n}", content=line("Reports")), table, Paragraph(label="1", content=line("The end.")))
        for n in (1, 2)
    ]
    made = written(Document(title="T", body=tuple(itertools.chain(*schedules))))
    kept = [bool(made.find(f"(//w:tbl)[{n}]/w:tr[last()]//w:keepNext")) for n in (1, 2)]
    assert kept == [True, False]
